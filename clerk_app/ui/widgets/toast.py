"""Good news for a few seconds in the free middle of the foot: it takes no focus, covers no button and asks for nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.icons import picture
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.chips import TONE_ICONS

_SHOWN_MS = 4000


class Toast(QFrame):
    """One message at the foot of its parent; a new one replaces the old."""

    def __init__(self, parent: QWidget, *, middle: Callable[[], int]) -> None:
        """Take the parent, and where the middle of the free room is: pixels from the parent's left edge."""
        super().__init__(parent)
        self._middle = middle
        theme = look()
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._symbol = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit // 2, theme.unit * 2, theme.unit // 2)
        layout.setSpacing(theme.unit)
        layout.addWidget(self._symbol)
        layout.addWidget(self._text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The words that were shown last."""
        return self._text.text()

    def tell(self, text: str, tone: Tone = Tone.OK) -> None:
        """Show a message."""
        theme = look()
        self.setProperty("tone", tone.value)
        self._symbol.setPixmap(
            picture(TONE_ICONS[tone], theme.colour(tone.value), theme.line, ratio=self.devicePixelRatioF())
        )
        self._text.setText(text)
        self.setAccessibleName(text)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the events of what was installed."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        theme = look()
        self.adjustSize()
        parent = self.parentWidget()
        if parent is None:
            return
        room = parent.rect()
        left = min(self._middle() - self.width() // 2, room.width() - self.width())
        self.move(max(0, left), room.bottom() - self.height() - theme.unit // 4)
