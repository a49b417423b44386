"""Papers on the screen: the real drawing, sharp, printed by the real file printer, and never a draft on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from clerk_app.devices.file_printer import FilePrinter
from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.domain.papers import OfficeBlock, PaperData, PaperDocument
from clerk_app.ui.context import PreviewRequest, SheetFate
from clerk_app.ui.widgets.paper_dialog import PaperDialog
from clerk_app.ui.widgets.paper_preview import PaperPreview, PaperTools

LETTERS = tuple(
    (f"10{n:011d}", "台山市广海新宁化工贸易有限公司", "台山市广海镇", "许可证", "1", f"440781-26-01-{n:05d}")
    for n in range(24)
)


def handover_sheet(renderer) -> bytes:
    office = OfficeBlock("台山市应急管理局", "综合窗口", "台城街道南门路51号", "0750-5508211")
    facts = {"carrier": "中国邮政", "handed_on": date(2026, 3, 2), "letters": LETTERS, "officer": "陈俊杰"}
    paper = PaperData(PaperDocument.HANDOVER_SHEET, "", office, facts, number="JJ-1", issued_on=date(2026, 3, 2))
    return bytes(renderer.render(paper))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return handover_sheet(ReportlabRenderer())


@pytest.fixture
def printed(tmp_path) -> Path:
    return tmp_path / "printed"


@pytest.fixture
def tools(printed) -> PaperTools:
    renderer, printer = ReportlabRenderer(), FilePrinter(printed)

    def raster(data: bytes, page: int, dpi: int):
        return renderer.raster(data, page=page, dpi=dpi)

    def print_paper(data: bytes, title: str):
        return printer.submit(data, queue=printer.queues()[0], title=title)

    return PaperTools(renderer.pages, raster, print_paper)


@pytest.fixture
def preview(tools, tasks, qtbot):
    made = PaperPreview(tools, tasks)
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    return made


def shown(preview: PaperPreview, qtbot, pdf: bytes) -> None:
    with qtbot.waitSignal(preview.page_shown):
        preview.show_pdf(pdf, title="邮件交接清单")


def dark_share(image) -> float:
    spots = [(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)]
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in spots) / len(spots)


def test_pages_are_drawn_and_turned(preview, qtbot, pdf, shot):
    shown(preview, qtbot, pdf)
    assert preview.page_count >= 2
    first = preview._sheet.pixmap().toImage()
    assert 0.002 < dark_share(first) < 0.5
    with qtbot.waitSignal(preview.page_shown, check_params_cb=lambda page: page == 1):
        QTest.keyClick(preview._area, Qt.Key.Key_PageDown)
    assert preview._sheet.pixmap().toImage() != first
    assert not preview._on.isEnabled() or preview.page_count > 2
    preview.previous_page()
    qtbot.waitUntil(lambda: not preview._back.isEnabled())
    shot(preview, "preview")


def test_a_page_has_as_many_pixels_as_the_screen_shows(tools, tasks, qtbot, pdf, monkeypatch):
    asked: list[int] = []

    def raster(data: bytes, page: int, dpi: int):
        asked.append(dpi)
        return tools.raster(data, page, dpi)

    preview = PaperPreview(replace(tools, raster=raster), tasks)
    qtbot.addWidget(preview)
    preview.resize(700, 800)
    preview.show()
    shown(preview, qtbot, pdf)
    room = preview._area.viewport().width()
    qtbot.waitUntil(lambda: abs(preview._sheet.pixmap().width() - room) < room * 0.1)
    preview.fit_width()
    once = asked[-1]
    monkeypatch.setattr(preview, "devicePixelRatioF", lambda: 2.0)
    preview.fit_width()
    qtbot.waitUntil(lambda: asked[-1] == pytest.approx(2 * once, abs=2))


def test_zooming_goes_up_and_down_in_steps(preview, qtbot, pdf):
    shown(preview, qtbot, pdf)
    before = preview._sheet.pixmap().width()
    with qtbot.waitSignal(preview.page_shown):
        preview.zoom_in()
    larger = preview._sheet.pixmap().width()
    with qtbot.waitSignal(preview.page_shown):
        preview.zoom_out()
    assert preview._sheet.pixmap().width() < larger
    assert larger > before


def test_the_same_bytes_are_printed_and_saved(preview, qtbot, pdf, printed, tmp_path):
    shown(preview, qtbot, pdf)
    with qtbot.waitSignal(preview.printed) as told:
        preview.print_now()
    assert told.args[0].state == "done"
    assert [one.read_bytes() for one in printed.rglob("*.pdf")] == [pdf]
    target = tmp_path / "saved.pdf"
    preview.save_to(target)
    qtbot.waitUntil(lambda: target.exists() and target.read_bytes() == pdf)


def test_bytes_that_are_no_paper_are_told(preview, qtbot):
    with qtbot.waitSignal(preview.failed) as told:
        preview.show_pdf(b"no pdf", title="坏")
    assert told.args[0].code == "paper_unreadable"


def opened(request: PreviewRequest, tools: PaperTools, tasks, qtbot) -> PaperDialog:
    dialog = PaperDialog(request, tools, tasks, parent=None)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.preview.page_count > 0)
    return dialog


def test_a_draft_can_be_issued_but_not_printed(tools, tasks, qtbot, pdf, shot):
    issued: list[bool] = []
    request = PreviewRequest(
        "受理通知书", lambda: pdf, issue_text="出具受理通知书", on_issue=lambda: issued.append(True)
    )
    dialog = opened(request, tools, tasks, qtbot)
    assert not dialog.preview.print_action.isEnabled()
    assert not dialog.preview.save_action.isEnabled()
    qtbot.waitUntil(lambda: not dialog.preview._sheet.pixmap().isNull())
    shot(dialog, "draft")
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert issued == [True]


def test_escape_issues_nothing_and_frees_the_window(tools, tasks, qtbot, pdf):
    issued: list[bool] = []
    request = PreviewRequest("受理通知书", lambda: pdf, issue_text="出具", on_issue=lambda: issued.append(True))
    dialog = opened(request, tools, tasks, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert issued == []


def test_after_printing_the_fate_of_the_sheet_is_asked(tools, tasks, qtbot, pdf, shot):
    fates: list[tuple[SheetFate, str]] = []
    request = PreviewRequest("受理通知书", lambda: pdf, on_fate=lambda fate, reason: fates.append((fate, reason)))
    dialog = opened(request, tools, tasks, qtbot)
    assert dialog.confirm is not None
    assert dialog.preview.print_action.isEnabled()
    dialog.confirm.reprint.click()
    dialog.confirm.reason.setText("卡纸")
    shot(dialog, "fate")
    with qtbot.waitSignal(dialog.preview.printed):
        dialog.confirm.send.click()
    dialog.confirm.yes.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert fates == [(SheetFate.REPRINT, "卡纸"), (SheetFate.CAME_OUT, "")]


def test_a_paper_that_cannot_be_drawn_is_told_and_its_window_goes(tools, tasks, qtbot):
    def broken() -> bytes:
        raise OSError("disk")

    told: list[Exception] = []
    dialog = PaperDialog(PreviewRequest("坏", broken), tools, tasks, parent=None)
    dialog.failed.connect(told.append)
    dialog.open()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert isinstance(told[0], OSError)
    assert QApplication.activeModalWidget() is None
