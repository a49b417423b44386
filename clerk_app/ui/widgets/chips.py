"""Chips: a state said by colour, symbol and word together, so that none of them is needed alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows; `text` is what people read (already translated), `icon` a name of resources/ui/icons."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


TONE_ICONS: Mapping[Tone, str] = {
    Tone.NEUTRAL: "dot",
    Tone.INFO: "info",
    Tone.OK: "check-circle",
    Tone.WARN: "warning",
    Tone.ERROR: "error",
    Tone.STOPPED: "pause",
}

_STATES: Mapping[str, tuple[Tone, str]] = {
    "received": (Tone.INFO, "folder"),
    "awaiting_supplement": (Tone.WARN, "missing"),
    "accepted": (Tone.INFO, "clock"),
    "handled": (Tone.INFO, "edit"),
    "checked": (Tone.INFO, "check"),
    "granted": (Tone.OK, "check-circle"),
    "refused": (Tone.ERROR, "dismiss-circle"),
    "not_accepted": (Tone.ERROR, "dismiss-circle"),
    "no_licence_needed": (Tone.NEUTRAL, "info"),
    "withdrawn": (Tone.NEUTRAL, "history"),
    "terminated": (Tone.NEUTRAL, "dismiss"),
    "delivered": (Tone.OK, "mailing"),
    "closed": (Tone.NEUTRAL, "folder"),
}
_STAGES: Mapping[str, tuple[Tone, str]] = {
    "to_make": (Tone.INFO, "certificate"),
    "to_seal": (Tone.INFO, "stamp"),
    "to_pick_up": (Tone.INFO, "person"),
    "to_post": (Tone.INFO, "mailing"),
    "in_transit": (Tone.INFO, "send"),
    "returned": (Tone.WARN, "warning"),
    "delivered": (Tone.OK, "check-circle"),
}


def state_look(state: str) -> ChipLook:
    """Return how a state of a case looks (a value of `State`); an unknown one shows itself."""
    return _look("state", _STATES, state)


def stage_look(stage: str) -> ChipLook:
    """Return how a stage of a certificate looks (a value of `Stage`)."""
    return _look("stage", _STAGES, stage)


def _look(heading: str, known: Mapping[str, tuple[Tone, str]], code: str) -> ChipLook:
    from clerk_app.wording import word  # brings the domain along: not before the first paint

    if code not in known:
        return ChipLook(code)
    tone, symbol = known[code]
    return ChipLook(word(f"{heading}.{code}"), tone, symbol)


class Chip(QWidget):
    """One chip; the accessible name is its word."""

    def __init__(self, look_of: ChipLook | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look_of or ChipLook("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(self._look)

    def set_look(self, look_of: ChipLook) -> None:
        """Show another state."""
        self._look = look_of
        self.setAccessibleName(look_of.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        return chip_size(self._look, look())

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, self._look, QRectF(self.rect()), look())
        painter.end()


def chip_size(look_of: ChipLook, theme: Theme) -> QSize:
    """Return how much room a chip needs."""
    width = QFontMetrics(theme.base).horizontalAdvance(look_of.text) + theme.unit * 2
    if look_of.icon:
        width += theme.line - theme.unit // 2 + theme.unit // 2
    return QSize(width, theme.line + theme.unit // 2)


def paint_chip(painter: QPainter, look_of: ChipLook, room: QRectF, theme: Theme) -> None:
    """Draw a chip at the left of `room`, in the middle of its height; the word is elided if the room is too narrow."""
    if not look_of.text:
        return
    size = chip_size(look_of, theme)
    box = QRectF(room.left(), room.center().y() - size.height() / 2, min(size.width(), room.width()), size.height())
    box.adjust(0.5, 0.5, -0.5, -0.5)
    tone = look_of.tone.value
    painter.save()
    painter.setPen(QPen(theme.colour(tone), 1) if theme.palette == "high_contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_soft"))
    painter.drawRoundedRect(box, theme.unit / 2, theme.unit / 2)
    left = box.left() + theme.unit
    if look_of.icon:
        side = theme.line - theme.unit // 2
        paint_icon(painter, look_of.icon, theme.colour(tone), QRectF(left - 2, box.center().y() - side / 2, side, side))
        left += side + theme.unit // 2 - 2
    painter.setFont(theme.base)
    painter.setPen(theme.colour(tone))
    words = QRectF(left, box.top(), box.right() - left - theme.unit / 2, box.height())
    elided = QFontMetrics(theme.base).elidedText(look_of.text, Qt.TextElideMode.ElideRight, int(words.width()) + 2)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
    painter.restore()
