"""The three verdicts of a material, 符合 / 缺 / 不符合形式, by the keys 1 2 3, as a widget of its own and as a painted cell."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.domain.acts.case import Verdict
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look
from clerk_app.wording import word

CHOICES = (Verdict.CONFORMS, Verdict.MISSING, Verdict.WRONG_FORM)
KEYS = {Qt.Key.Key_1: Verdict.CONFORMS, Qt.Key.Key_2: Verdict.MISSING, Qt.Key.Key_3: Verdict.WRONG_FORM}
_TONES = {Verdict.CONFORMS: "ok", Verdict.MISSING: "error", Verdict.WRONG_FORM: "warn"}
_ICONS = {Verdict.CONFORMS: "check", Verdict.MISSING: "missing", Verdict.WRONG_FORM: "wrong-form"}


def verdict_word(verdict: Verdict) -> str:
    """Return the word of a verdict."""
    return word(f"verdict.{verdict.value}")


def segments(room: QRectF, theme: Theme) -> tuple[QRectF, ...]:
    """Return the three places to press inside `room`, in the order of `CHOICES`."""
    height = theme.line + theme.unit
    left, top = room.left(), room.center().y() - height / 2
    found: list[QRectF] = []
    for verdict in CHOICES:
        width = _width(verdict, theme)
        found.append(QRectF(left, top, width, height))
        left += width - 1
    return tuple(found)


def verdict_size(theme: Theme) -> QSize:
    """Return the room that the three places need."""
    width = sum(_width(verdict, theme) for verdict in CHOICES)
    return QSize(int(width) + 2, theme.line + theme.unit + 2)


def paint_verdict(painter: QPainter, chosen: Verdict, room: QRectF, theme: Theme, *, is_enabled: bool = True) -> None:
    """Draw the three places, the chosen one in its colour with its symbol, the others with their key."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.base)
    for place, (verdict, box) in enumerate(zip(CHOICES, segments(room, theme), strict=True)):
        is_chosen = verdict is chosen
        tone = _TONES[verdict]
        ink = theme.colour(tone if is_chosen else ("text_soft" if is_enabled else "disabled_text"))
        painter.setPen(QPen(theme.colour(tone if is_chosen else "border_strong"), 2 if is_chosen else 1))
        painter.setBrush(theme.colour(f"{tone}_soft" if is_chosen else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.unit / 2, theme.unit / 2)
        side = theme.line * 0.8
        mark = QRectF(box.left() + theme.unit * 0.75, box.center().y() - side / 2, side, side)
        painter.setPen(ink)
        if is_chosen:
            paint_icon(painter, _ICONS[verdict], ink, mark)
        else:
            painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
        words = box.adjusted(mark.right() - box.left() + theme.unit / 4, 0, -theme.unit / 2, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), verdict_word(verdict))
    painter.restore()


def _width(verdict: Verdict, theme: Theme) -> float:
    words = QFontMetrics(theme.base).horizontalAdvance(verdict_word(verdict))
    return words + theme.line * 0.8 + theme.unit * 2


class VerdictGroup(QWidget):
    """The three verdicts as one field: 1 2 3 choose, left and right move, clicking chooses.

    Signals:
        verdict_changed(Verdict): what was chosen by the person.
    """

    verdict_changed = Signal(object)

    def __init__(self, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._label = label
        self._verdict = Verdict.OPEN
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_verdict(Verdict.OPEN)

    @property
    def verdict(self) -> Verdict:
        """What is chosen."""
        return self._verdict

    def set_verdict(self, verdict: Verdict) -> None:
        """Show a verdict without telling anybody."""
        self._verdict = verdict
        self.setAccessibleName(f"{self._label} {verdict_word(verdict)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        return verdict_size(look())

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        paint_verdict(painter, self._verdict, QRectF(self.rect()), theme, is_enabled=self.isEnabled())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here."""
        wanted = KEYS.get(Qt.Key(event.key()))
        if wanted is None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            place = CHOICES.index(self._verdict) if self._verdict in CHOICES else -step
            wanted = CHOICES[max(0, min(len(CHOICES) - 1, place + step))]
        if wanted is None:
            super().keyPressEvent(event)
            return
        self._choose(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press."""
        for verdict, box in zip(CHOICES, segments(QRectF(self.rect()), look()), strict=True):
            if box.contains(QPointF(event.position())):
                self._choose(verdict)

    def _choose(self, verdict: Verdict) -> None:
        if verdict is not self._verdict:
            self.set_verdict(verdict)
            self.verdict_changed.emit(verdict)
