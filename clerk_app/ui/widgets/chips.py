"""Chips: a state said by colour, symbol and word together, so that none of them is needed alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP


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

_STATES: Mapping[str, tuple[str, Tone, str]] = {
    "received": (QT_TRANSLATE_NOOP("State", "已收件"), Tone.INFO, "folder"),
    "awaiting_supplement": (QT_TRANSLATE_NOOP("State", "待补正"), Tone.WARN, "missing"),
    "accepted": (QT_TRANSLATE_NOOP("State", "已受理"), Tone.INFO, "clock"),
    "handled": (QT_TRANSLATE_NOOP("State", "承办毕"), Tone.INFO, "edit"),
    "checked": (QT_TRANSLATE_NOOP("State", "审核毕"), Tone.INFO, "check"),
    "granted": (QT_TRANSLATE_NOOP("State", "准予"), Tone.OK, "check-circle"),
    "refused": (QT_TRANSLATE_NOOP("State", "不予"), Tone.ERROR, "dismiss-circle"),
    "not_accepted": (QT_TRANSLATE_NOOP("State", "不予受理"), Tone.ERROR, "dismiss-circle"),
    "no_licence_needed": (QT_TRANSLATE_NOOP("State", "不受理"), Tone.NEUTRAL, "info"),
    "withdrawn": (QT_TRANSLATE_NOOP("State", "已撤回申请"), Tone.NEUTRAL, "history"),
    "terminated": (QT_TRANSLATE_NOOP("State", "终止"), Tone.NEUTRAL, "dismiss"),
    "delivered": (QT_TRANSLATE_NOOP("State", "已送达"), Tone.OK, "mailing"),
    "closed": (QT_TRANSLATE_NOOP("State", "已归档"), Tone.NEUTRAL, "folder"),
}
_STAGES: Mapping[str, tuple[str, Tone, str]] = {
    "to_make": (QT_TRANSLATE_NOOP("Stage", "待制证"), Tone.INFO, "certificate"),
    "to_seal": (QT_TRANSLATE_NOOP("Stage", "待用印"), Tone.INFO, "stamp"),
    "to_pick_up": (QT_TRANSLATE_NOOP("Stage", "待领取"), Tone.INFO, "person"),
    "to_post": (QT_TRANSLATE_NOOP("Stage", "待寄出"), Tone.INFO, "mailing"),
    "in_transit": (QT_TRANSLATE_NOOP("Stage", "在途"), Tone.INFO, "send"),
    "returned": (QT_TRANSLATE_NOOP("Stage", "退回"), Tone.WARN, "warning"),
    "delivered": (QT_TRANSLATE_NOOP("Stage", "已送达"), Tone.OK, "check-circle"),
}


def state_look(state: str) -> ChipLook:
    """Return how a state of a case looks (a value of `State`); an unknown one shows itself."""
    return _look("State", _STATES, state)


def stage_look(stage: str) -> ChipLook:
    """Return how a stage of a certificate looks (a value of `Stage`)."""
    return _look("Stage", _STAGES, stage)


def _look(context: str, known: Mapping[str, tuple[str, Tone, str]], code: str) -> ChipLook:
    if code not in known:
        return ChipLook(code)
    words, tone, symbol = known[code]
    return ChipLook(QCoreApplication.translate(context, words), tone, symbol)


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
