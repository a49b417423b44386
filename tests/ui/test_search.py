"""办件查询 in the real window over a busy office with the year 2020."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.overview import CaseOverview
from clerk_app.ui.context import Hit, OpenCase, SearchFor, Tone
from clerk_app.ui.frame.facts import find_hits
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.search.columns import CaseColumn, line_of
from clerk_app.ui.screens.search.view import SearchScreen
from clerk_app.ui.widgets.date_field import DateField
from tests.ui.busy_office import BusyOffice, busy, busy_folder
from tests.ui.real_window import find, settle, window_of

__all__ = ["busy", "busy_folder"]

ALL = 10_000


def screen_of(window: MainWindow) -> SearchScreen:
    found = find(window, "search.screen")
    assert isinstance(found, SearchScreen)
    return found


def every(office: BusyOffice) -> tuple[CaseOverview, ...]:
    return office.office.store.reading().overviews(CaseFilter(), order="received_on", descending=True, limit=ALL)


def shown(screen: SearchScreen) -> list[CaseOverview]:
    return [line.row for line in screen._model.rows]


def wait_for(qtbot: QtBot, window: MainWindow, wanted: set[str]) -> None:
    """Wait until exactly these cases are listed: a condition settles before it is asked."""
    screen = screen_of(window)
    qtbot.waitUntil(lambda: {row.case_id for row in shown(screen)} == wanted, timeout=5000)
    settle(window)


def choose(window: MainWindow, name: str, value: str) -> None:
    box = find(window, name)
    assert isinstance(box, QComboBox)
    place = box.findData(value)
    assert place >= 0, value
    box.setCurrentIndex(place)


def write(window: MainWindow, name: str, text: str) -> None:
    field = find(window, name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def test_the_newest_case_stands_first_and_is_shown_as_a_file(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        screen = screen_of(window)
        assert [row.case_id for row in shown(screen)] == [row.case_id for row in every(busy)]
        assert shown(screen)[0].received_on == busy.office.clock.today()
        assert screen.panel.file is not None
        assert screen.panel.file.case.case_id == shown(screen)[0].case_id
        assert screen._count.text() == f"共 {len(every(busy))} 件"


def test_any_part_of_a_case_finds_it(qtbot: QtBot, busy: BusyOffice) -> None:
    case = next(row for row in every(busy) if row.applicant == "台山市四九康泰涂料有限公司")
    same = {row.case_id for row in every(busy) if row.applicant == case.applicant}
    parts = {"四九康泰": same, "sjkt": same, case.case_no: {case.case_id}, case.certificate_no: {case.case_id}}
    with window_of(busy.office, "clerk", "search") as window:
        for text, wanted in parts.items():
            write(window, "search.text", text)
            wait_for(qtbot, window, wanted)


def test_conditions_hold_together(qtbot: QtBot, busy: BusyOffice) -> None:
    wanted = {
        row.case_id
        for row in every(busy)
        if row.item == "WHJY"
        and row.channel == "online"
        and row.state.value == "delivered"
        and row.received_on is not None
        and date(2020, 2, 1) <= row.received_on <= date(2020, 11, 30)
        and row.accepted_on is not None
        and row.accepted_on >= date(2020, 3, 1)
    }
    assert wanted
    with window_of(busy.office, "clerk", "search") as window:
        qtbot.mouseClick(find(window, "search.more"), Qt.MouseButton.LeftButton)
        choose(window, "search.item", "WHJY")
        choose(window, "search.channel", "online")
        choose(window, "search.state", "delivered")
        write(window, "search.received_from", "2020-02-01")
        write(window, "search.received_to", "20201130")
        write(window, "search.accepted_from", "2020年3月1日")
        wait_for(qtbot, window, wanted)
        assert screen_of(window)._more.text() == "收起条件（4）"
        qtbot.mouseClick(find(window, "search.clear"), Qt.MouseButton.LeftButton)
        wait_for(qtbot, window, {row.case_id for row in every(busy)})


def test_open_cases_are_a_state_of_their_own(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        choose(window, "search.state", "open")
        wait_for(qtbot, window, {row.case_id for row in every(busy) if row.open})


def test_a_period_cannot_end_before_it_begins(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        write(window, "search.received_from", "2020-06-01")
        last = find(window, "search.received_to")
        assert isinstance(last, DateField)
        last.setText("2020-05-31")
        assert not last.validate()
        assert last.fault == "不能早于 2020年6月1日"


def test_a_case_can_be_opened_whatever_the_conditions(qtbot: QtBot, busy: BusyOffice) -> None:
    old = every(busy)[-1].case_id
    with window_of(busy.office, "clerk", "search") as window:
        choose(window, "search.state", "open")
        wait_for(qtbot, window, {row.case_id for row in every(busy) if row.open})
        window.open_page("search", OpenCase(old))
        settle(window)
        panel = screen_of(window).panel
        assert panel.file is not None
        assert panel.file.case.case_id == old


def test_everything_that_matches_a_text_is_listed(qtbot: QtBot, busy: BusyOffice) -> None:
    wanted = {row.case_id for row in every(busy) if "气体" in row.applicant}
    with window_of(busy.office, "clerk", "search") as window:
        choose(window, "search.state", "open")
        window.open_page("search", SearchFor("气体"))
        wait_for(qtbot, window, wanted)


@pytest.mark.parametrize("kind", ["licence", "licensee"])
def test_a_hit_of_the_box_leads_to_its_cases(qtbot: QtBot, busy: BusyOffice, kind: str) -> None:
    case = next(row for row in every(busy) if row.certificate_no and row.item == "WHJY")
    with window_of(busy.office, "clerk", "search") as window:
        screen = screen_of(window)
        hits = find_hits(busy.office.store.reading(), case.certificate_no if kind == "licence" else case.applicant_id)
        hit = next(one for one in hits if one.kind == kind)
        assert isinstance(hit, Hit)
        window.open_page("search", hit)
        if kind == "licensee":
            wait_for(qtbot, window, {row.case_id for row in every(busy) if row.applicant_id == case.applicant_id})
        else:
            qtbot.waitUntil(lambda: screen.panel.file is not None and screen.panel.file.case.case_id == case.case_id)


def test_a_heading_sorts_by_asking_the_store(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        screen = screen_of(window)
        header = screen._table.horizontalHeader()
        place = list(CaseColumn).index(CaseColumn.APPLICANT)
        point = QPoint(header.sectionViewportPosition(place) + 10, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        settle(window)
        names = [row.applicant for row in shown(screen)]
        assert names in (sorted(names), sorted(names, reverse=True))
        assert len(names) == len(every(busy))


def test_keys_go_from_the_conditions_to_the_list_and_into_the_file(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        screen = screen_of(window)
        window.activateWindow()
        screen._table.setFocus()
        qtbot.keyClick(screen._table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert window.focusWidget() is screen._filters.text
        qtbot.keyClick(screen._filters.text, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert window.focusWidget() is screen._table
        qtbot.keyClick(screen._table, Qt.Key.Key_Down)
        settle(window)
        assert screen.panel.file is not None
        assert screen.panel.file.case.case_id == shown(screen)[1].case_id
        qtbot.keyClick(screen._table, Qt.Key.Key_Return)
        inside = window.focusWidget()
        assert isinstance(inside, QWidget)
        assert screen.panel.isAncestorOf(inside)


def test_a_new_case_comes_into_the_list_and_the_chosen_one_stays(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        screen = screen_of(window)
        chosen = shown(screen)[3].case_id
        assert screen._table.select_id(chosen)
        settle(window)
        new = busy.receive("later")
        window.hub.announce(Topic.CASES, case_ids=[new])
        wait_for(qtbot, window, {row.case_id for row in every(busy)})
        assert screen._table.current_id() == chosen


def test_the_list_holds_no_personal_number(busy: BusyOffice) -> None:
    numbers = {row.applicant_id for row in every(busy)}
    with window_of(busy.office, "clerk", "search") as window:
        model = screen_of(window)._model
        cells = {
            str(model.index(row, column).data())
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        }
    assert not cells & numbers


def test_the_promised_day_is_told_by_tone(busy: BusyOffice) -> None:
    today = busy.office.clock.today()
    late = next(row for row in every(busy) if row.case_id == busy.cases["overdue"])
    stopped = next(row for row in every(busy) if row.case_id == busy.cases["stopped"])
    done = next(row for row in every(busy) if row.on_time_promised)
    assert line_of(late, "", today=today).promised_tone is Tone.ERROR
    assert line_of(stopped, "", today=today).promised_tone is Tone.STOPPED
    assert line_of(done, "", today=today).promised_tone is Tone.NEUTRAL
    assert line_of(replace(done, on_time_promised=False), "", today=today).promised_tone is Tone.ERROR


@pytest.mark.parametrize(("scale", "way"), [(100, Qt.Orientation.Horizontal), (200, Qt.Orientation.Vertical)])
def test_large_text_puts_the_file_under_the_list(busy: BusyOffice, scale: int, way: Qt.Orientation) -> None:
    with window_of(busy.office, "clerk", "search", scale=scale) as window:
        sides = find(window, "search.sides")
        assert isinstance(sides, QSplitter)
        assert sides.orientation() is way


def test_an_act_in_the_panel_is_recorded(qtbot: QtBot, busy: BusyOffice) -> None:
    case_id = busy.cases["fresh"]
    with window_of(busy.office, "handler", "search") as window:
        window.open_page("search", OpenCase(case_id))
        settle(window)
        panel = screen_of(window).panel
        assert panel.start_action("note")
        text = find(window, "search.case.note.text")
        assert isinstance(text, QPlainTextEdit)
        text.insertPlainText("已电话告知")
        with qtbot.waitSignal(panel.recorded, timeout=10_000):
            qtbot.mouseClick(find(window, "search.case.note.submit"), Qt.MouseButton.LeftButton)
        settle(window)
    kinds = [one.record.envelope.kind for one in busy.office.store.reading().acts_of(case_stream(case_id))]
    assert kinds[-1] == "note_added"


def test_every_control_has_a_name_to_be_read_aloud(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "search") as window:
        nameless = [
            one.objectName()
            for kind in (QLineEdit, QComboBox, QPushButton, QTableView)
            for one in screen_of(window).findChildren(kind)
            if not one.accessibleName() and not one.objectName().startswith("qt_")
        ]
    assert nameless == []
