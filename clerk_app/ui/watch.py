"""Sees every event of the program, for two things only: is the input method composing, and is anybody here."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent

_INPUTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_IDLE_AFTER_MS = 10 * 60 * 1000
_IDLE_LOOK_MS = 15 * 1000


class Watch(QObject):
    """Sees every event once: no shortcut fires while the input method composes, and it knows how long nobody touched anything.

    Signals:
        idle(): nobody touched anything for ten minutes.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_composing = False
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setInterval(_IDLE_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds letters that are not text yet."""
        return self._is_composing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the events of what was installed."""
        kind = event.type()
        if kind in _INPUTS:
            self._since.restart()
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        elif kind == QEvent.Type.FocusOut:
            self._is_composing = False
        elif kind == QEvent.Type.Shortcut and self._is_composing:
            return True
        return False

    def _look(self) -> None:
        if self._since.hasExpired(_IDLE_AFTER_MS):
            self._since.restart()
            self.idle.emit()
