"""The red frame and 样张 over everything of a practice office, so that nobody takes it for the real one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from clerk_app.ui.theme import look

_OPACITY = 0.022
_ANGLE = -24.0


class TrainingOverlay(QWidget):
    """Lies over its parent, lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("main.training.overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("练习，样张"))
        parent.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the events of what was installed."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("training"), theme.unit // 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = theme.unit / 4
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.setOpacity(_OPACITY)
        painter.setFont(theme.font(bold=True, times=6))
        painter.setPen(theme.colour("training"))
        step = theme.chars(22)
        for row in range(0, self.height() + step, step * 2 // 3):
            for place in range(0, self.width() + step, step):
                painter.save()
                painter.translate(QPointF(place + (row // 2) % step, row))
                painter.rotate(_ANGLE)
                painter.drawText(QPointF(0, 0), self.tr("样张"))
                painter.restore()
        painter.end()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()
