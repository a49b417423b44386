"""时限跟踪 in the real window over a busy office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.calendar import WorkingCalendar, calendar_years_from
from clerk_app.paths import database_definition
from clerk_app.ui.context import Tone
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.deadlines.presenter import day_look
from clerk_app.ui.screens.deadlines.view import DeadlinesScreen
from clerk_app.ui.screens.mailing.view import MailingScreen
from clerk_app.ui.screens.today.urgency import ActOn
from clerk_app.ui.widgets.count_bar import CountTile
from clerk_app.ui.widgets.month_calendar import DayMark
from clerk_app.ui.widgets.trace_view import TraceView
from clerk_app.ui.widgets.two_bars import TwoBars
from tests.ui.busy_office import BusyOffice, bring_in_cases, busy, busy_folder
from tests.ui.real_window import find, office_in, open_paper, settle, window_of

__all__ = ["busy", "busy_folder"]

CALENDAR = WorkingCalendar(calendar_years_from(database_definition("seed", "calendar.json").read_bytes()))
RUNNING = {"silent", "overdue", "awaiting", "stopped", "checked", "handled", "accepted", "received", "fresh"}


def screen_of(window: MainWindow) -> DeadlinesScreen:
    found = find(window, "deadlines.screen")
    assert isinstance(found, DeadlinesScreen)
    return found


def press(qtbot: QtBot, window: MainWindow, name: str) -> CountTile:
    found = find(window, name)
    assert isinstance(found, CountTile)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    settle(window)
    return found


def names(office: BusyOffice, screen: DeadlinesScreen) -> set[str]:
    of = {case_id: name for name, case_id in office.cases.items()}
    return {of[row.case_id] for row in screen.presenter.model.rows}


def cell(screen: DeadlinesScreen, case_id: str, title: str) -> str:
    model = screen.presenter.model
    titles = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]
    return str(model.index(model.place_of(case_id), titles.index(title)).data() or "")


def test_the_filters_count_what_they_show(qtbot: QtBot, busy: BusyOffice) -> None:
    expected = {
        "running": RUNNING,
        "near": {"checked", "handled", "accepted", "fresh"},
        "overdue": {"silent", "overdue"},
        "stopped": {"stopped"},
        "supplement": {"awaiting"},
    }
    with window_of(busy.office, "handler", "deadlines") as window:
        for group, wanted in expected.items():
            pressed = press(qtbot, window, f"deadlines.filter.{group}")
            assert names(busy, screen_of(window)) == wanted, group
            assert pressed.count == len(wanted), group


def test_a_row_tells_both_dates_and_what_is_left(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "deadlines") as window:
        screen, accepted = screen_of(window), busy.cases["accepted"]
        row = busy.office.store.reading().case(accepted)
        assert row is not None
        assert cell(screen, accepted, "办件编号") == row.case_no
        assert cell(screen, accepted, "承诺日期") == "2026-12-15"
        assert cell(screen, accepted, "法定日期") == "2027-01-08"
        assert cell(screen, accepted, "时限情况") == "剩 1 日"
        assert cell(screen, busy.cases["stopped"], "时限情况") == "停止计时"
        assert cell(screen, busy.cases["overdue"], "时限情况").startswith("逾期 ")


def test_a_row_brings_up_its_two_bars_and_the_reason_of_its_date(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "deadlines") as window:
        screen = screen_of(window)
        screen.table.select_id(busy.cases["stopped"])
        settle(window)
        bars, trace = find(window, "deadlines.case.bars"), find(window, "deadlines.case.trace")
        assert isinstance(bars, TwoBars)
        assert isinstance(trace, TraceView)
        assert [bar.tone for bar in bars.bars] == [Tone.STOPPED, Tone.STOPPED]
        lines = [str(trace.model().index(place, 1).data()) for place in range(trace.model().rowCount())]
        assert any("专家评审" in line for line in lines), lines


def test_a_special_procedure_is_started_by_keyboard_and_stops_the_clock(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "deadlines") as window:
        screen = screen_of(window)
        screen.table.select_id(busy.cases["accepted"])
        settle(window)
        qtbot.keyClick(screen.table, Qt.Key.Key_F6)
        days, kind = (
            find(window, "deadlines.case.start_procedure.planned_days"),
            find(window, "deadlines.case.start_procedure.procedure"),
        )
        assert isinstance(days, QSpinBox)
        assert isinstance(kind, QComboBox)
        kind.setCurrentText("现场核查")
        days.setValue(10)
        find(window, "deadlines.case.start_procedure.submit").setFocus()
        qtbot.keyClick(find(window, "deadlines.case.start_procedure.submit"), Qt.Key.Key_Return)
        settle(window)
        issue = find(window, "preview.issue")
        assert isinstance(issue, QPushButton)
        qtbot.mouseClick(issue, Qt.MouseButton.LeftButton)
        settle(window)
        paper = open_paper(window)
        assert paper is not None, "the numbered notice is shown"
        paper.reject()
        settle(window)
        assert cell(screen, busy.cases["accepted"], "时限情况") == "停止计时"
        assert screen.table.current_id() == busy.cases["accepted"]
    case = busy.office.store.reading().case(busy.cases["accepted"])
    assert case is not None
    assert case.open_procedures[0].procedure == "现场核查"


def test_ctrl_enter_begins_the_usual_next_step(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "checker", "deadlines") as window:
        screen = screen_of(window)
        screen.table.select_id(busy.cases["handled"])
        settle(window)
        qtbot.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(window)
        assert find(window, "deadlines.case.check.opinion").isVisible()


def test_what_may_not_be_done_is_not_begun(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "approver", "deadlines") as window:
        screen = screen_of(window)
        screen.table.select_id(busy.cases["accepted"])
        settle(window)
        qtbot.keyClick(screen.table, Qt.Key.Key_F6)
        qtbot.keyClick(screen.table, Qt.Key.Key_F9)
        assert not window.findChildren(QWidget, "deadlines.case.start_procedure.submit")


def test_another_page_brings_a_case_up_with_its_form_whatever_was_shown(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "deadlines") as window:
        screen = screen_of(window)
        assert screen.panel.file is not None
        assert screen.panel.file.case.case_id == busy.cases["overdue"]
        window.workspace.show_page("deadlines", ActOn(busy.cases["accepted"], "handle"))
        settle(window)
        assert screen.panel.file.case.case_id == busy.cases["accepted"]
        assert screen.table.current_id() == busy.cases["accepted"]
        assert find(window, "deadlines.case.handle.opinion").isVisible()


def test_the_month_shows_its_load_and_a_day_filters(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "deadlines") as window:
        screen = screen_of(window)
        month, tuesday = screen.load.calendar, date(2026, 12, 15)
        shown = month.look_of(tuesday)
        assert shown is not None
        assert shown.count == 2
        at = month.day_rect(tuesday).center()
        qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=QPoint(int(at.x()), int(at.y())))
        settle(window)
        assert names(busy, screen) == {"handled", "accepted"}
        assert find(window, "deadlines.one_day").isVisible()
        qtbot.mouseClick(find(window, "deadlines.one_day"), Qt.MouseButton.LeftButton)
        settle(window)
        assert names(busy, screen) == RUNNING
        assert month.chosen is None


def test_the_month_is_turned_and_a_day_chosen_by_keyboard(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "deadlines") as window:
        screen = screen_of(window)
        month = screen.load.calendar
        qtbot.keyClick(screen.table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert month.hasFocus()
        qtbot.keyClick(month, Qt.Key.Key_PageDown)
        settle(window)
        assert month.first == date(2027, 1, 1)
        shown = month.look_of(date(2027, 1, 4))
        assert shown is not None
        assert "暂定" in shown.words
        qtbot.keyClick(month, Qt.Key.Key_PageUp)
        for _ in range(14):
            qtbot.keyClick(month, Qt.Key.Key_Right)
        qtbot.keyClick(month, Qt.Key.Key_Space)
        settle(window)
        assert month.chosen == date(2026, 12, 15)
        assert names(busy, screen) == {"handled", "accepted"}


@pytest.mark.parametrize(
    ("day", "mark", "words"),
    [
        (date(2026, 10, 1), DayMark.HOLIDAY, "放假"),
        (date(2026, 9, 20), DayMark.MAKE_UP, "调休上班"),
        (date(2026, 12, 12), DayMark.OFF, "周末"),
        (date(2026, 12, 14), DayMark.WORKING, "工作日"),
        (date(2027, 2, 1), DayMark.WORKING, "2027 年放假安排尚未公布"),
    ],
)
def test_a_day_says_why_it_counts_or_not(day: date, mark: DayMark, words: str) -> None:
    shown = day_look(CALENDAR, day, count=0, today=date(2026, 1, 5))
    assert shown.mark is mark
    assert words in shown.words


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_runs_out_of_the_table(qtbot: QtBot, busy: BusyOffice, scale: int) -> None:
    with window_of(busy.office, "handler", "deadlines", scale=scale) as window:
        table = screen_of(window).table
        wide = sum(table.columnWidth(place) for place in range(table.model().columnCount()))
        assert wide <= table.viewport().width()


def test_an_imported_year_fills_the_lists_when_nothing_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with office_in(tmp_path / "office") as office:
        bring_in_cases(office)
        with window_of(office, "clerk", "deadlines", "mailing") as window:
            deadlines = screen_of(window)
            assert deadlines.presenter.model.rowCount() == 129
            year = find(window, "deadlines.year")
            assert isinstance(year, QComboBox)
            assert (year.currentText(), year.isVisible()) == ("2020 年", True)
            assert cell(deadlines, deadlines.presenter.model.row_at(0).case_id, "时限情况") == "按期办结"
            window.workspace.show_page("mailing")
            settle(window)
            mailing = find(window, "mailing.screen")
            assert isinstance(mailing, MailingScreen)
            assert mailing.presenter.model.rowCount() == 117
            assert mailing.panel.file is not None
