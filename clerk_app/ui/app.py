"""The application object: environment, fonts, look, words, log and the last net for bugs; and the one call that opens the window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import MutableMapping
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from clerk_app.ui.icons import drop_icons
from clerk_app.ui.theme import apply_theme, load_fonts, load_rare_font, make_theme
from clerk_app.ui.translation import install_translators

if TYPE_CHECKING:
    from clerk_app.ui.context import WindowParts
    from clerk_app.ui.main_window import MainWindow
    from clerk_app.ui.tasks import TaskRunner

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
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


def prepare_environment(environ: MutableMapping[str, str], *, platform: str) -> None:
    """Make Chinese input work before the application object exists.

    WORKAROUND for PySide6's wheels (6.9.3), which have no fcitx plugin: fcitx answers through its ibus front end. No longer needed when the wheel's
    `platforminputcontexts` folder holds a fcitx plugin.
    """
    if platform == "linux" and "fcitx" in environ.get("QT_IM_MODULE", "") + environ.get("XMODIFIERS", ""):
        environ.update(QT_IM_MODULE="ibus", IBUS_USE_PORTAL="1")


def create_application(*, palette: str = "light", scale: int = 100, language: str = "zh_CN") -> QApplication:
    """Return the application object with its fonts, look and words; the one that exists already, if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        prepare_environment(os.environ, platform=sys.platform)
        app = QApplication(sys.argv[:1])
    app.setApplicationName("clerk-app")
    app.setStyle("Fusion")
    install_translators(app, language=language)
    apply_theme(app, make_theme(load_fonts(), palette=palette, scale=scale))
    return app


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


def run_window(parts: WindowParts) -> int:
    """Open the window, work until it is closed, end every job, and return the exit code of the program."""
    from clerk_app.ui.bug_report import BugHook
    from clerk_app.ui.tasks import TaskRunner

    app = create_application(palette=parts.palette, scale=parts.text_scale)
    qInstallMessageHandler(_to_log)
    hook, watch, tasks = BugHook(), Watch(), TaskRunner()
    hook.install()
    app.installEventFilter(watch)
    window = open_window(parts, tasks)
    hook.caught.connect(window.troubles.show_bug, Qt.ConnectionType.QueuedConnection)
    watch.idle.connect(window.lock)
    try:
        return app.exec()
    finally:
        app.removeEventFilter(watch)
        hook.remove()
        tasks.shutdown()
        parts.close()
        window.deleteLater()
        drop_icons()
        qInstallMessageHandler(None)


def open_window(parts: WindowParts, tasks: TaskRunner) -> MainWindow:
    """Show the window and, once it is painted, load what is heavy in the background."""
    from clerk_app.ui.main_window import MainWindow

    window = MainWindow(parts, tasks)
    window.restore_geometry()

    def on_painted() -> None:
        load_rare_font()
        tasks.submit(window, parts.warm_up, done=_nothing, failed=window.show_error)
        window.begin()

    window.painted.connect(on_painted)
    window.show()
    return window


def _nothing(_result: None) -> None:
    return None


def _to_log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context  # file and line of Qt's own source: absent from its released builds
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
