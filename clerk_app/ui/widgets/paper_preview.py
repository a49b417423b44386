"""A paper on the screen: its pages as pictures drawn off the GUI thread, sharp at the pixel ratio of the screen it is on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.ui.shortcuts import PREVIEW
from clerk_app.ui.tasks import Lane, Task, TaskRunner, is_cancelled
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, ButtonKind, make_action

if TYPE_CHECKING:
    from clerk_app.domain.listing import PrintJob
    from clerk_app.domain.papers import RasterPage

_SCREEN_DPI = 96.0
_POINTS_PER_INCH = 72.0
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_A4_WIDTH = 595.0
_SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class PaperTools:
    """What a preview needs: the number of pages, one page as a picture (page from 0, dots per inch), and the printer."""

    pages: Callable[[bytes], int]
    raster: Callable[[bytes, int, int], RasterPage]
    print_paper: Callable[[bytes, str], PrintJob]


class PaperPreview(QWidget):
    """Shows one PDF.

    Signals:
        printed(object): the `PrintJob` that the spooler took.
        failed(object): an error of drawing, printing or saving, for `ctx.show_error`.
        page_shown(int): a page (from 0) is painted.
    """

    printed = Signal(object)
    failed = Signal(object)
    page_shown = Signal(int)

    def __init__(
        self, tools: PaperTools, tasks: TaskRunner, *, name: str = "preview", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tools, self._tasks = tools, tasks
        self._pdf = b""
        self._title = ""
        self._file_name = ""
        self._pages = 0
        self._page = 0
        self._zoom = 0.0
        self._under_way: Task | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet.setObjectName(f"{name}.sheet")
        self._area = QScrollArea()
        self._where = QLabel()
        self._where.setProperty("role", "soft")
        self._build(name)

    @property
    def pdf(self) -> bytes:
        """The bytes that are shown; empty before the first."""
        return self._pdf

    @property
    def page_count(self) -> int:
        """How many pages the paper has."""
        return self._pages

    def show_pdf(self, pdf: bytes, *, title: str, file_name: str = "") -> None:
        """Show a paper from its first page, fitted to the width."""
        self._pdf, self._title, self._file_name = pdf, title, file_name or f"{title}.pdf"
        self._page, self._pages = 0, 0
        self.setAccessibleName(title)
        pages = self._tools.pages
        self._tasks.submit(self, lambda: pages(pdf), done=self._on_pages, failed=self._on_failed, lane=Lane.PAPER)

    def set_printing(self, *, is_allowed: bool) -> None:
        """Allow or refuse printing and saving: a draft without its number must not leave the screen."""
        self.print_action.setEnabled(is_allowed)
        self.save_action.setEnabled(is_allowed)

    def print_now(self) -> None:
        """Hand the bytes to the printer; the answer comes by `printed` or `failed`."""
        pdf, title, print_paper = self._pdf, self._title, self._tools.print_paper
        self.print_action.setEnabled(False)
        self._tasks.submit(
            self, lambda: print_paper(pdf, title), done=self._on_printed, failed=self._on_failed, lane=Lane.PAPER
        )

    def save_to(self, path: Path) -> None:
        """Write the same bytes to a file."""
        pdf = self._pdf
        self._tasks.submit(self, lambda: path.write_bytes(pdf), done=self._on_saved, failed=self._on_failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies above in its place."""
        super().resizeEvent(event)
        if not self._zoom:
            self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def zoom_in(self) -> None:
        """Show the page larger."""
        now = self._scale()
        self._set_zoom(next((zoom for zoom in _ZOOMS if zoom > now + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the page smaller."""
        now = self._scale()
        self._set_zoom(next((zoom for zoom in reversed(_ZOOMS) if zoom < now - 0.01), _ZOOMS[0]))

    def fit_width(self) -> None:
        """Show the page as wide as the room."""
        self._set_zoom(0.0)

    def next_page(self) -> None:
        """Show the page after this one."""
        self._go(self._page + 1)

    def previous_page(self) -> None:
        """Show the page before this one."""
        self._go(self._page - 1)

    def _build(self, name: str) -> None:
        theme = look()
        self.print_action = make_action(self, PREVIEW["print"], self.tr("打印"), self.print_now)
        self.save_action = make_action(self, PREVIEW["save"], self.tr("另存"), self._ask_path)
        larger = make_action(self, PREVIEW["larger"], self.tr("放大"), self.zoom_in)
        smaller = make_action(self, PREVIEW["smaller"], self.tr("缩小"), self.zoom_out)
        fit = make_action(self, PREVIEW["fit"], self.tr("适合宽度"), self.fit_width)
        self._back = make_action(self, PREVIEW["page_back"], self.tr("上一页"), self.previous_page)
        self._on = make_action(self, PREVIEW["page_on"], self.tr("下一页"), self.next_page)
        tools = QHBoxLayout()
        tools.setSpacing(theme.unit // 2)
        for action, part, symbol in (
            (self._back, "back", "chevron-left"),
            (self._on, "on", "chevron-right"),
            (smaller, "smaller", "zoom-out"),
            (larger, "larger", "zoom-in"),
            (fit, "fit", "fit"),
        ):
            tools.addWidget(ActionButton(action, name=f"{name}.{part}", kind=ButtonKind.QUIET, icon_name=symbol))
        tools.addWidget(self._where)
        tools.addStretch(1)
        tools.addWidget(ActionButton(self.save_action, name=f"{name}.save", icon_name="save"))
        tools.addWidget(ActionButton(self.print_action, name=f"{name}.print", icon_name="print"))
        self._area.setWidget(self._sheet)
        self._area.setWidgetResizable(True)
        self._area.setProperty("role", "desk")
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setObjectName(f"{name}.area")
        self._area.setAccessibleName(self.tr("文书页面"))
        self._area.setMinimumSize(QSize(theme.chars(20), theme.line * 10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.unit)
        layout.addLayout(tools)
        layout.addWidget(self._area, 1)

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom
        room = self._area.viewport().width() - look().unit * 2
        return max(0.3, min(3.0, room / (_A4_WIDTH / _POINTS_PER_INCH * _SCREEN_DPI)))

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._draw()

    def _go(self, page: int) -> None:
        if 0 <= page < self._pages and page != self._page:
            self._page = page
            self._draw()

    def _draw(self) -> None:
        if not self._pages:
            return
        if self._under_way is not None:
            self._tasks.cancel(self._under_way)
        ratio = self.devicePixelRatioF()
        pdf, page, raster = self._pdf, self._page, self._tools.raster
        dpi = round(_SCREEN_DPI * self._scale() * ratio)

        def job() -> tuple[int, float, RasterPage]:
            return page, ratio, raster(pdf, page, dpi)

        self._under_way = self._tasks.submit(self, job, done=self._on_page, failed=self._on_failed, lane=Lane.PAPER)
        self._where.setText(self.tr("第 {page} / {pages} 页").format(page=page + 1, pages=self._pages))
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < self._pages)

    def _on_pages(self, pages: int) -> None:
        self._pages = pages
        self._draw()

    def _on_page(self, drawn: tuple[int, float, RasterPage]) -> None:
        page, ratio, raster = drawn
        self._under_way = None
        form = QImage.Format.Format_Grayscale8 if raster.channels == 1 else QImage.Format.Format_RGB888
        image = QImage(raster.pixels, raster.width, raster.height, raster.stride, form).copy()
        image.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(QPixmap.fromImage(image))
        self.page_shown.emit(page)

    def _on_printed(self, job: PrintJob) -> None:
        self.print_action.setEnabled(True)
        self.printed.emit(job)

    def _on_saved(self, _count: int) -> None:
        return None

    def _on_failed(self, error: Exception) -> None:
        self.print_action.setEnabled(True)
        if not is_cancelled(error):
            self.failed.emit(error)

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, self.tr("另存为 PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF 文件 (*.pdf)"))
        dialog.selectFile(self._file_name)
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    def _on_path(self, path: str) -> None:
        self.save_to(Path(path))
