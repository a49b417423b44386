"""Work that takes time: nothing for 0.3 s, then that it works, after a second how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind

_SILENT_MS = 300


class ProgressStrip(QWidget):
    """A line with words, a bar and 停止; `start`, `advance`, `finish`."""

    def __init__(self, *, name: str = "progress", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName(name)
        self._cancel: Callable[[], None] | None = None
        self._words = QLabel()
        self._words.setProperty("role", "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("进度"))
        self._stop = Button(self.tr("停止"), name=f"{name}.stop", kind=ButtonKind.QUIET, compact=True)
        self._stop.clicked.connect(self._on_stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SILENT_MS)
        self._timer.timeout.connect(self.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.unit)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self.hide()

    def start(self, text: str, *, cancel: Callable[[], None] | None = None) -> None:
        """Begin; the strip appears if the work is not done within 0.3 s."""
        self._words.setText(text)
        self._cancel = cancel
        self._stop.setVisible(cancel is not None)
        self._stop.setEnabled(True)
        self._bar.setRange(0, 0)
        self._timer.start()

    def advance(self, done: int, total: int) -> None:
        """Say how far it is; fits `TaskRunner.submit_long(progress=…)`."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def finish(self) -> None:
        """End, whatever the outcome."""
        self._timer.stop()
        self._cancel = None
        self.hide()

    def _on_stop(self) -> None:
        if self._cancel is not None:
            self._stop.setEnabled(False)
            self._words.setText(self.tr("正在停止…"))
            self._cancel()
