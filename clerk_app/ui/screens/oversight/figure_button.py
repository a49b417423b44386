"""A figure as a card to press: its name, the number, the unit; pressed, its rows are shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from clerk_app.ui.screens.oversight.figures import Shown
from clerk_app.ui.theme import Theme, look

_LARGE = 1.35
_LEAST_CHARS = 5


class FigureButton(QAbstractButton):
    """One figure; checkable, the chosen one has a thick frame and another ground."""

    def __init__(self, shown: Shown, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self._value: int | None = None
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(None)

    @property
    def value(self) -> int | None:
        """The number, None while it is not known."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number, or a dash."""
        self._value = value
        self.setAccessibleName(f"{self.shown.words} {self._number} {self.shown.unit_words}")
        self.setToolTip(self.tr("查看“{name}”的明细").format(name=self.shown.words))
        self.setAccessibleDescription(self.toolTip())
        self.updateGeometry()
        self.update()

    @property
    def _number(self) -> str:
        return "—" if self._value is None else f"{self._value:,}"

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        words = QFontMetrics(theme.base).horizontalAdvance(self.shown.words)
        number = QFontMetrics(theme.font(bold=True, times=_LARGE)).horizontalAdvance(self._number)
        unit = QFontMetrics(theme.base).horizontalAdvance(self.shown.unit_words) + theme.unit // 2
        width = max(words, number + unit, theme.chars(_LEAST_CHARS)) + theme.unit * 2
        return QSize(width, theme.line * 2 + theme.line // 2 + theme.unit)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, theme)
        inner = QRectF(self.rect()).adjusted(theme.unit, theme.unit / 2, -theme.unit, -theme.unit / 2)
        top = QRectF(inner.left(), inner.top(), inner.width(), theme.line + 2)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(theme.base)
        painter.setPen(theme.colour("primary_text" if self.isChecked() else "text_soft"))
        painter.drawText(top, flags, self.shown.words)
        low = QRectF(inner.left(), top.bottom(), inner.width(), inner.bottom() - top.bottom())
        large = theme.font(bold=True, times=_LARGE)
        painter.setFont(large)
        painter.setPen(theme.colour("text"))
        painter.drawText(low, flags, self._number)
        painter.setFont(theme.base)
        painter.setPen(theme.colour("text_soft"))
        left = QFontMetrics(large).horizontalAdvance(self._number) + theme.unit / 2
        painter.drawText(low.adjusted(left, theme.unit / 4, 0, 0), flags, self.shown.unit_words)
        painter.end()

    def _ground(self, painter: QPainter, theme: Theme) -> None:
        is_marked = self.isChecked() or self.hasFocus()
        width = 2 if is_marked else 1
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(theme.colour("primary" if is_marked or self.underMouse() else "border"), width))
        ground = "primary_soft" if self.isChecked() else ("surface_alt" if self.underMouse() else "surface")
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, theme.unit / 2, theme.unit / 2)
