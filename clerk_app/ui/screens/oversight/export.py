"""The yearly report to hand on: the paper to look at, print and save, and files of a workbook and of Word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from clerk_app.ports import Reader
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.report import yearly_report
from clerk_app.services.report_export import BookWriter, ReportWriter, export_sheets, export_word, render_report
from clerk_app.ui.context import PreviewRequest, UiContext
from clerk_app.ui.shortcuts import OVERSIGHT
from clerk_app.ui.tasks import is_cancelled
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind, make_action
from clerk_app.wording import word


class ReportButtons(QWidget):
    """The ways to hand a year's report on; a kind of file that cannot be written here has no button."""

    def __init__(self, ctx: UiContext, owner: QWidget, *, parent: QWidget | None = None) -> None:
        """Take the page as `owner` of the shortcut."""
        super().__init__(parent)
        self._ctx = ctx
        self._year = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().unit // 2)
        self._paper = make_action(owner, OVERSIGHT["report"], self.tr("年报"), self._look_at_paper)
        self._paper.setToolTip(self.tr("查看、打印或另存年度报告"))
        row.addWidget(ActionButton(self._paper, name="oversight.report_pdf", kind=ButtonKind.QUIET, icon_name="print"))
        if ctx.services.book_writer is not None:
            row.addWidget(self._button("xlsx", self.tr("表格"), self.tr("把数字和明细存为 XLSX"), self._ask_book))
        if ctx.services.report_writer is not None:
            row.addWidget(self._button("docx", self.tr("Word"), self.tr("把年度报告存为 Word 文件"), self._ask_word))
        self.set_year(0)

    def set_year(self, year: int) -> None:
        """Hand on this year; 0 disables the buttons."""
        self._year = year
        self._paper.setEnabled(bool(year))
        for button in self.findChildren(Button):
            button.setEnabled(bool(year))

    def save_book(self, path: Path) -> None:
        """Write the workbook."""
        writer = self._ctx.services.book_writer
        if writer is not None:
            self._write(partial(_write_book, writer, path, self._ctx.services.desk.reader, self._year), path)

    def save_word(self, path: Path) -> None:
        """Write the Word file."""
        writer = self._ctx.services.report_writer
        if writer is not None:
            reader = self._ctx.services.desk.reader
            self._write(partial(_write_word, writer, path, reader, self._year, self._ctx.today()), path)

    def _button(self, suffix: str, words: str, tip: str, slot: Callable[[], None]) -> Button:
        button = Button(words, name=f"oversight.report_{suffix}", kind=ButtonKind.QUIET, icon_name="save")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(slot)
        return button

    @property
    def _title(self) -> str:
        return f"{self._year}{word('document.yearly_report')}"

    def _look_at_paper(self) -> None:
        load = partial(_pdf, self._ctx.services.desk, self._year, self._ctx.today())
        self._ctx.preview(PreviewRequest(title=self._title, load=load, file_name=self._title))

    def _ask_book(self) -> None:
        self._ask("xlsx", self.tr("XLSX 工作簿 (*.xlsx)"), self._on_book)

    def _ask_word(self) -> None:
        self._ask("docx", self.tr("Word 文件 (*.docx)"), self._on_word)

    def _ask(self, suffix: str, kinds: str, chosen: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, self.tr("保存年度报告"))
        dialog.setObjectName(f"oversight.save_{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(kinds)
        dialog.selectFile(f"{self._title}.{suffix}")
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _on_book(self, path: str) -> None:
        self.save_book(Path(path))

    def _on_word(self, path: str) -> None:
        self.save_word(Path(path))

    def _write(self, job: Callable[[], None], path: Path) -> None:
        def done(_nothing: None) -> None:
            self._ctx.toast(self.tr("已保存 {file}").format(file=path.name))

        self._ctx.tasks.submit(self, job, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self._ctx.show_error(error)


def _pdf(desk: WorkingDesk, year: int, today: date) -> bytes:
    reader = desk.reader
    report = yearly_report(reader, year, office=reader.office())
    return render_report(desk.renderer, reader, report, on=today, training=desk.identity.training)


def _write_book(writer: Callable[[], BookWriter], path: Path, reader: Reader, year: int) -> None:
    export_sheets(writer(), path, reader, yearly_report(reader, year, office=reader.office()))


def _write_word(writer: Callable[[], ReportWriter], path: Path, reader: Reader, year: int, today: date) -> None:
    export_word(writer(), path, reader, yearly_report(reader, year, office=reader.office()), on=today)
