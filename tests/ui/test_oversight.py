"""证后监管与年报 in the real window over a busy office with the year 2020."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from clerk_app.bootstrap import Bootstrap
from clerk_app.devices.tables.reader import read_table
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.listing import CaseFilter, LicenceRow
from clerk_app.paths import database_definition
from clerk_app.services.report_rows import Figure
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.oversight import figures
from clerk_app.ui.screens.oversight.charts import round_top
from clerk_app.ui.screens.oversight.columns import licence_line
from clerk_app.ui.screens.oversight.presenter import YearView
from clerk_app.ui.screens.oversight.view import OversightScreen
from clerk_app.ui.widgets.chips import Chip
from clerk_app.ui.widgets.notice_line import NoticeLine
from tests.ui.busy_office import BusyOffice
from tests.ui.real_window import find, open_paper, settle, window_of
from tests.ui.whole_year import busy, busy_folder, whole_folder

__all__ = ["busy", "busy_folder", "whole_folder"]

EXPECTED = json.loads(database_definition("seed", "ledger-2020", "expected.json").read_text(encoding="utf-8"))
EXPECTED["received"] = sum(
    row.cells["收件日期"].startswith("2020")
    for row in read_table(database_definition("seed", "ledger-2020", "办件台账.csv")).rows
)
REGISTER, VISITS = 2, 3


def screen_of(window: MainWindow) -> OversightScreen:
    found = find(window, "oversight.screen")
    assert isinstance(found, OversightScreen)
    return found


@contextmanager
def year_2020(office: BusyOffice, *pages: str) -> Iterator[tuple[MainWindow, OversightScreen]]:
    with window_of(office.office, "clerk", "oversight", *pages) as window:
        window.open_page("oversight", 2020)
        settle(window)
        screen = screen_of(window)
        assert screen.year == 2020
        yield window, screen


def value_of(screen: OversightScreen, code: str) -> int:
    button = screen.figures.button(code)
    assert button is not None, code
    assert button.value is not None
    return button.value


def test_the_cards_show_the_published_figures(busy: BusyOffice) -> None:
    told = {key: value for key, value in EXPECTED.items() if key not in ("year", "visits")}
    with year_2020(busy) as (_, screen):
        shown = {key: value_of(screen, key) for key in told}
        visits = {trade: value_of(screen, f"visits.{trade}") for trade in EXPECTED["visits"] if trade != "total"}
        total = value_of(screen, "visits")
    assert shown == told
    assert {**visits, "total": total} == EXPECTED["visits"]


def test_every_card_opens_to_as_many_rows_as_it_counts(qtbot: QtBot, busy: BusyOffice) -> None:
    sums = {Figure.FINDINGS, Figure.DOCUMENTS, Figure.FINE, Figure.FINED, Figure.SUSPENDED}
    with year_2020(busy) as (window, screen):
        for button in screen.figures._buttons:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            settle(window)
            table = screen.figures._tables.currentWidget()
            assert isinstance(table, QTableView)
            rows = table.model().rowCount()
            if button.shown.figure not in sums:
                assert rows == button.value, button.shown.code
            else:
                assert (rows > 0) == bool(button.value), button.shown.code


def test_the_sums_are_those_of_their_rows(qtbot: QtBot, busy: BusyOffice) -> None:
    with year_2020(busy) as (window, screen):
        for code, field in (
            ("findings", "findings"),
            ("enforcement_documents", "documents"),
            ("fine_yuan", "fine_yuan"),
        ):
            button = screen.figures.button(code)
            assert button is not None
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            settle(window)
            assert sum(getattr(line.row, field) for line in screen.figures._visits.rows) == button.value


def test_the_stock_is_reckoned_before_the_eyes(busy: BusyOffice) -> None:
    with year_2020(busy) as (window, _):
        chip = find(window, "oversight.balance")
        assert isinstance(chip, Chip)
        before, accepted, closed, after = (EXPECTED[key] for key in ("open_before", "accepted", "closed", "open_after"))
        assert chip.accessibleName() == f"平衡：{before} + {accepted} − {closed} = {after}"
        assert find(window, "oversight.fault").isHidden()


def test_a_year_that_does_not_reconcile_says_so(busy: BusyOffice) -> None:
    fault = RuleViolation("report.not_reconciled", before=1, accepted=2, closed=3, after=4)
    with year_2020(busy) as (window, screen):
        screen._show_year(YearView(2020, None, ((0,) * 12,) * 3, (), fault=fault))
        settle(window)
        line = find(window, "oversight.fault")
        assert isinstance(line, NoticeLine)
        assert not line.isHidden()
        assert all(number in line.accessibleName() for number in "1234")
        assert find(window, "oversight.balance").accessibleName() == "对不上"
        assert not find(window, "oversight.report_pdf").isEnabled()


def test_the_newest_year_with_cases_comes_up_and_the_buttons_go_year_by_year(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "oversight") as window:
        screen = screen_of(window)
        assert screen.year == 2026
        assert not find(window, "oversight.year_after").isEnabled()
        for year in (2025, 2024, 2023):
            qtbot.mouseClick(find(window, "oversight.year_before"), Qt.MouseButton.LeftButton)
            settle(window)
            assert screen.year == year
            assert value_of(screen, "received") == 0
        box = find(window, "oversight.year")
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(2019))
        settle(window)
        assert screen.year == 2019
        assert not find(window, "oversight.year_before").isEnabled()
        qtbot.mouseClick(find(window, "oversight.year_after"), Qt.MouseButton.LeftButton)
        settle(window)
        assert value_of(screen, "received") == EXPECTED["received"]


def test_the_items_add_up_and_open_to_their_cases(busy: BusyOffice) -> None:
    with year_2020(busy) as (window, screen):
        lines = screen.items._model.rows
        for field in ("received", "accepted", "closed", "granted", "refused", "withdrawn"):
            assert sum(getattr(one.figures, field) for one in lines) == EXPECTED[field]
        screen.leaves.choose(1)
        assert screen.items.table.select_id("YHPF")
        settle(window)
        cases = screen.items._cases.rows
        assert {one.row.item for one in cases} == {"YHPF"}
        closed = [one for one in cases if one.row.concluded_on and one.row.concluded_on.year == 2020]
        assert len(closed) == next(one.figures.closed for one in lines if one.figures.item == "YHPF")


def test_the_charts_say_their_numbers_and_paint_them(busy: BusyOffice) -> None:
    with year_2020(busy) as (window, screen):
        screen.leaves.choose(1)
        settle(window)
        months = screen.items.months
        assert [sum(one.values) for one in months.series] == [
            EXPECTED[key] for key in ("received", "accepted", "closed")
        ]
        assert months.accessibleDescription().startswith("1月：收件 8，受理 7，办结 32")
        picture = months.grab().toImage()
        months.set_data(months.places, tuple(replace(one, values=(0,) * 12) for one in months.series))
        assert months.grab().toImage() != picture
        assert "危化品经营：收件 37，办结 53" in screen.items.chart.accessibleDescription()


@given(st.integers(min_value=0, max_value=10**9))
def test_an_axis_ends_on_a_round_number_not_far_above(most: int) -> None:
    top, step = round_top(most)
    assert top >= most
    assert top % step == 0
    assert 1 <= top // step <= 5
    assert str(step).rstrip("0") in {"1", "2", "5"}


def test_the_registers_hold_everybody(qtbot: QtBot, busy: BusyOffice) -> None:
    reader = busy.office.store.reading()
    with year_2020(busy) as (window, screen):
        screen.leaves.choose(REGISTER)
        settle(window)
        assert len(screen.register._licences.rows) == len(reader.licences(limit=10_000)) > 100
        assert len(screen.register._licensees.rows) == len(reader.licensees("", limit=10_000)) > 200
        text = find(window, "oversight.register_text")
        assert isinstance(text, QLineEdit)
        text.setText("四九康泰")
        qtbot.waitUntil(
            lambda: {one.row.holder for one in screen.register._licences.rows} == {"台山市四九康泰涂料有限公司"}
        )


def test_a_licensee_has_a_history_that_opens_its_cases(qtbot: QtBot, busy: BusyOffice) -> None:
    reader = busy.office.store.reading()
    with year_2020(busy, "search") as (window, screen):
        screen.leaves.choose(REGISTER)
        settle(window)
        visited = {one.holder_id for one in reader.inspections(date(2020, 1, 1), date(2020, 12, 31))}
        line = next(one for one in screen.register._licences.rows if one.row.holder_id in visited and one.row.case_id)
        assert screen.register.licences.select_id(line.row.licence_no)
        settle(window)
        history = screen.register._history.rows
        assert {one.what.text for one in history} == {"办件", "许可", "检查"}
        days = [one.on for one in history if one.on is not None]
        assert days == sorted(days, reverse=True)
        case = next(one for one in history if one.what.text == "办件")
        screen.register.history.setFocus()
        assert screen.register.history.select_id(case.place)
        qtbot.keyClick(screen.register.history, Qt.Key.Key_Return)
        settle(window)
        assert window.workspace.front == "search"


@pytest.mark.parametrize(
    ("until", "cancelled", "words"),
    [
        (date(2026, 12, 1), None, "已过期"),
        (date(2027, 2, 28), None, "临近到期"),
        (date(2027, 6, 1), None, "有效"),
        (None, None, "无期限"),
        (date(2027, 6, 1), date(2026, 1, 5), "已注销"),
    ],
)
def test_a_licence_stands_as_its_days_say(
    busy: BusyOffice, until: date | None, cancelled: date | None, words: str
) -> None:
    catalogue = busy.office.store.reading().office().catalogue
    row = LicenceRow("1", "WHJY", "甲", "X", date(2024, 6, 2), until, date(2024, 6, 2), cancelled, "")
    assert licence_line(row, catalogue, today=date(2026, 12, 14)).standing.text == words


def test_the_inspections_of_the_year_are_listed_with_their_sums(busy: BusyOffice) -> None:
    with year_2020(busy) as (window, screen):
        screen.leaves.choose(VISITS)
        settle(window)
        assert screen.visits.table.model().rowCount() == EXPECTED["visits"]["total"]
        fine = f"{EXPECTED['fine_yuan']:,}"
        assert screen.visits._sums.text() == f"139 家次 · 隐患 347 处 · 文书 44 份 · 罚款 {fine} 元"


def test_keys_turn_the_leaves_and_the_years(qtbot: QtBot, busy: BusyOffice) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with year_2020(busy) as (window, screen):
        window.activateWindow()
        qtbot.keyClick(screen, Qt.Key.Key_2, control)
        assert window.focusWidget() is screen.figures._cases_table
        qtbot.keyClick(screen, Qt.Key.Key_Left, control)
        settle(window)
        assert screen.year == 2019
        for place in (1, 2, 3, 0):
            qtbot.keyClick(screen, Qt.Key.Key_PageDown, control)
            assert screen.leaves.current == place


def test_enter_on_a_row_opens_the_case(qtbot: QtBot, busy: BusyOffice) -> None:
    with year_2020(busy, "search") as (window, screen):
        table = screen.figures._cases_table
        table.setFocus()
        table.select_first()
        wanted = table.current_id()
        qtbot.keyClick(table, Qt.Key.Key_Return)
        settle(window)
        panel = window.workspace.screen_of("search")
        assert panel is not None
        assert window.workspace.front == "search"
        assert panel.panel.file.case.case_id == wanted  # type: ignore[attr-defined]


def test_the_report_can_be_looked_at_as_paper(qtbot: QtBot, busy: BusyOffice) -> None:
    with year_2020(busy) as (window, _):
        qtbot.mouseClick(find(window, "oversight.report_pdf"), Qt.MouseButton.LeftButton)
        settle(window)
        dialog = open_paper(window)
        assert dialog is not None
        assert dialog.preview._pdf.startswith(b"%PDF")
        dialog.close()


def test_the_report_is_saved_as_workbook_and_word(qtbot: QtBot, busy: BusyOffice, tmp_path: Path) -> None:
    with year_2020(busy) as (window, screen):
        assert not window.findChildren(QPushButton, "oversight.report_xlsx")
        made = Bootstrap()
        ctx = replace(
            screen.ctx,
            services=replace(screen.ctx.services, book_writer=made.book_writer, report_writer=made.report_writer),
        )
        page = OversightScreen(ctx)
        qtbot.addWidget(page)
        page.show_argument(2020)
        settle(window)
        assert find(page, "oversight.report_xlsx").isEnabled()
        assert find(page, "oversight.report_docx").isEnabled()
        page.export.save_book(tmp_path / "年报.xlsx")
        page.export.save_word(tmp_path / "年报.docx")
        settle(window)
        window.tasks.forget(page)
    book = load_workbook(tmp_path / "年报.xlsx", read_only=True)
    assert len(book.sheetnames) >= 3
    book.close()
    assert (tmp_path / "年报.docx").read_bytes().startswith(b"PK")


def test_a_decision_of_today_moves_the_figures(qtbot: QtBot, busy: BusyOffice) -> None:
    reader = busy.office.store.reading()
    span = (date(2026, 1, 1), date(2026, 12, 31))
    with window_of(busy.office, "clerk", "oversight") as window:
        screen = screen_of(window)
        before = value_of(screen, "received")
        assert before == reader.count(CaseFilter(received=span))
        busy.receive("another")
        window._refresh()
        settle(window)
        assert value_of(screen, "received") == before + 1


def test_other_trades_get_a_card_when_they_were_visited() -> None:
    assert [one.trade for one in figures.visits_by_trade(None)] == ["", "非煤矿山", "危险化学品", "烟花爆竹"]


def test_every_control_has_a_name_to_be_read_aloud(busy: BusyOffice) -> None:
    with year_2020(busy) as (_, screen):
        nameless = [
            one.objectName()
            for kind in (QLineEdit, QComboBox, QPushButton, QTableView)
            for one in screen.findChildren(kind)
            if not one.accessibleName() and not one.objectName().startswith("qt_")
        ]
    assert nameless == []
