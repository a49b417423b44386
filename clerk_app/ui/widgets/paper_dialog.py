"""The window in which a paper is looked at: before the act with the button that does it, after the act with the question about the sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.ui.context import PreviewRequest, SheetFate
from clerk_app.ui.shortcuts import PREVIEW
from clerk_app.ui.tasks import Lane, TaskRunner, is_cancelled
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind, make_action
from clerk_app.ui.widgets.card import heading, soft_label
from clerk_app.ui.widgets.confirm_sheet import ConfirmSheet
from clerk_app.ui.widgets.paper_preview import PaperPreview, PaperTools


class PaperDialog(QDialog):
    """One paper.

    Signals:
        failed(object): an error of drawing or printing.
    """

    failed = Signal(object)

    def __init__(
        self, request: PreviewRequest, tools: PaperTools, tasks: TaskRunner, *, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(request.title)
        self._request, self._tasks = request, tasks
        self.preview = PaperPreview(tools, tasks, name="preview")
        self.confirm: ConfirmSheet | None = None
        self._hint = soft_label(self.tr("正在生成文书…"), wraps=False)
        self._build()
        self.preview.failed.connect(self.failed)
        self.preview.set_printing(is_allowed=False)
        tasks.submit(self, request.load, done=self._on_loaded, failed=self._on_failed, lane=Lane.WRITE)

    def _build(self) -> None:
        theme, request = look(), self._request
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit)
        layout.addWidget(heading(request.title, role="title"))
        layout.addWidget(self.preview, 1)
        if request.on_fate is not None:
            self.confirm = ConfirmSheet(name="preview.confirm")
            self.confirm.answered.connect(self._on_fate)
            layout.addWidget(self.confirm)
        foot = QHBoxLayout()
        foot.setSpacing(theme.unit)
        foot.addWidget(self._hint)
        foot.addStretch(1)
        close = Button(self.tr("关闭"), name="preview.close")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        self._issue = make_action(self, PREVIEW["issue"], request.issue_text, self._on_issue)
        self._issue.setEnabled(False)
        if request.on_issue is not None:
            foot.addWidget(
                ActionButton(self._issue, name="preview.issue", kind=ButtonKind.PRIMARY, icon_name="check-circle")
            )
        layout.addLayout(foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(room.width(), theme.chars(64)), room.height() - theme.unit * 4)

    def _on_loaded(self, pdf: bytes) -> None:
        is_draft = self._request.on_issue is not None
        self._hint.setText(self.tr("编号待定：出具后才有编号，才能打印。") if is_draft else "")
        self._issue.setEnabled(is_draft)
        self.preview.set_printing(is_allowed=not is_draft)
        self.preview.show_pdf(pdf, title=self._request.title, file_name=self._request.file_name)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)
            self.reject()

    def _on_issue(self) -> None:
        if self._request.on_issue is not None:
            self._issue.setEnabled(False)
            self._request.on_issue()
            self.accept()

    def _on_fate(self, fate: SheetFate, reason: str) -> None:
        if self._request.on_fate is None:
            return
        self._request.on_fate(fate, reason)
        if fate is SheetFate.REPRINT and self.confirm is not None:
            self.preview.print_now()
            self.confirm.reset()
            return
        self.accept()
