"""When the program is at fault: a report without personal data that can be copied, and the way on."""

from __future__ import annotations

import json
import logging
import platform
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from clerk_app import __version__
from clerk_app.logs import described, masked
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import heading, soft_label

log = logging.getLogger(__name__)


def report_of(error: BaseException) -> str:
    """Return what a developer needs: versions and the places in the code; no text of the error, which may quote a name."""
    facts = {
        "program": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": platform.system(),
        "error": described(error),
    }
    return masked(json.dumps(facts, ensure_ascii=False, indent=1))


class BugDialog(QDialog):
    """Says that something went wrong inside, what is safe, and offers the report."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName("bug")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("程序出错"))
        self.text = QPlainTextEdit(report_of(error))
        self.text.setObjectName("bug.report")
        self.text.setAccessibleName(self.tr("错误报告"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        copy = Button(self.tr("复制报告"), name="bug.copy", icon_name="copy")
        close = Button(self.tr("继续工作"), name="bug.close", kind=ButtonKind.PRIMARY)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 3, theme.unit * 2, theme.unit * 3, theme.unit * 2)
        layout.setSpacing(theme.unit)
        layout.addWidget(heading(self.tr("这一步没有完成，是程序的错误。"), role="title"))
        layout.addWidget(
            soft_label(
                self.tr("已经保存的记录都是安全的，未完成的一步没有留下痕迹。请把报告交给维护人员，其中没有个人信息。")
            )
        )
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        self.resize(theme.chars(44), theme.line * 18)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class BugHook(QObject):
    """Takes every exception that nobody caught: logs it, and tells the window in the GUI thread.

    Signals:
        caught(object): the exception.
    """

    caught = Signal(object)

    def install(self) -> None:
        """Become `sys.excepthook`; the one before is kept for `remove`."""
        self._before = sys.excepthook
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Give `sys.excepthook` back."""
        sys.excepthook = self._before

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        log.error("a bug", exc_info=(kind, error, trace))
        self.caught.emit(error)
