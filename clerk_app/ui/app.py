"""The application object: environment, fonts, look, words, log and the last net for bugs; and the one call that opens the window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import MutableMapping
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from clerk_app.ui.icons import drop_icons
from clerk_app.ui.theme import apply_theme, load_fonts, load_rare_font, make_theme
from clerk_app.ui.translation import install_translators

if TYPE_CHECKING:
    from clerk_app.ui.main_window import MainWindow
    from clerk_app.ui.parts import WindowParts
    from clerk_app.ui.tasks import TaskRunner

log = logging.getLogger(__name__)

_RARE_FONT_MS = 1500
"""30 MB for the rarest characters: after the person is signed in, before the first such name is likely to be shown."""


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


def run_window(parts: WindowParts) -> int:
    """Open the window, work until it is closed, end every job, and return the exit code of the program."""
    from clerk_app.ui.preferences import Display, load_display
    from clerk_app.ui.tasks import TaskRunner

    display = load_display(parts.data_dir, otherwise=Display(parts.palette, parts.text_scale))
    app = create_application(palette=display.palette, scale=display.scale, language=display.language)
    qInstallMessageHandler(_to_log)
    tasks = TaskRunner()
    window = open_window(parts, tasks)
    with ExitStack() as closing:
        closing.callback(qInstallMessageHandler, None)
        closing.callback(drop_icons)
        closing.callback(window.deleteLater)
        closing.callback(parts.close)
        closing.callback(tasks.shutdown)
        window.painted.connect(partial(_watch_over, app, window, closing))
        return app.exec()


def open_window(parts: WindowParts, tasks: TaskRunner) -> MainWindow:
    """Show the window and, once it is painted, load what is heavy in the background."""
    from clerk_app.ui.main_window import MainWindow

    window = MainWindow(parts, tasks)
    window.restore_geometry()
    window.painted.connect(partial(QTimer.singleShot, 0, partial(_load_the_rest, parts, tasks, window)))
    window.show()
    return window


def _load_the_rest(parts: WindowParts, tasks: TaskRunner, window: MainWindow) -> None:
    window.begin()
    tasks.submit(window, parts.warm_up, done=_nothing, failed=window.show_error)
    QTimer.singleShot(_RARE_FONT_MS, load_rare_font)


def _watch_over(app: QApplication, window: MainWindow, closing: ExitStack) -> None:
    """Catch what nobody caught, lock what nobody touches; both end before the window does."""
    from clerk_app.ui.bug_report import BugHook
    from clerk_app.ui.watch import Watch

    hook, watch = BugHook(window), Watch(window)
    hook.install()
    closing.callback(hook.remove)
    hook.caught.connect(window.troubles.show_bug, Qt.ConnectionType.QueuedConnection)
    app.installEventFilter(watch)
    closing.callback(app.removeEventFilter, watch)
    watch.idle.connect(window.lock)


def _nothing(_result: None) -> None:
    return None


def messages_to_log() -> None:
    """Send what Qt says to the log from now on, instead of to standard error."""
    qInstallMessageHandler(_to_log)


def _to_log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context  # file and line of Qt's own source: absent from its released builds
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    log.log(levels.get(kind, logging.WARNING), "Qt: %s", message)
