"""今日待办 in the real window over a busy office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.today.view import TodayScreen
from clerk_app.ui.widgets.count_bar import CountTile
from clerk_app.ui.widgets.empty_state import EmptyState
from tests.ui.busy_office import BusyOffice, busy, busy_folder
from tests.ui.real_window import find, office_in, settle, window_of

__all__ = ["busy", "busy_folder"]


def screen_of(window: MainWindow) -> TodayScreen:
    found = find(window, "today.screen")
    assert isinstance(found, TodayScreen)
    return found


def tile(window: QWidget, name: str) -> CountTile:
    found = find(window, name)
    assert isinstance(found, CountTile)
    return found


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(tile(window, name), Qt.MouseButton.LeftButton)
    settle(window)


def names(office: BusyOffice, screen: TodayScreen) -> list[str]:
    of = {case_id: name for name, case_id in office.cases.items()}
    return [of[row.case_id] for row in screen.presenter.model.rows]


def buttons(screen: TodayScreen) -> list[str]:
    model = screen.presenter.model
    return [str(model.index(place, model.columnCount() - 1).data()) for place in range(model.rowCount())]


def test_everything_open_stands_in_order_of_urgency(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "today") as window:
        press(qtbot, window, "today.scope.all")
        shown = names(busy, screen_of(window))
    assert shown[:4] == ["overdue", "silent", "returned", "checked"]
    assert shown[-1] == "stopped"
    assert len(shown) == len(busy.cases)


def test_mine_are_the_cases_whose_next_step_i_may_take(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "approver", "today") as window:
        screen = screen_of(window)
        assert names(busy, screen) == ["checked"]
        assert buttons(screen) == ["批准"]
        qtbot.keyClick(screen.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        settle(window)
        assert len(names(busy, screen)) == len(busy.cases)
        assert set(buttons(screen)) == {"批准", "查看"}


def test_each_tile_opens_the_list_of_what_it_counts(qtbot: QtBot, busy: BusyOffice) -> None:
    expected = {
        "overdue": {"overdue", "silent", "returned"},
        "due_today": {"checked"},
        "due_soon": {"in_transit", "handled", "accepted", "fresh"},
        "supplement": {"awaiting"},
        "transit": {"in_transit"},
    }
    with window_of(busy.office, "clerk", "today") as window:
        press(qtbot, window, "today.scope.all")
        for group, wanted in expected.items():
            press(qtbot, window, f"today.groups.{group}")
            assert set(names(busy, screen_of(window))) == wanted, group
            assert tile(window, f"today.groups.{group}").count == len(wanted), group
        press(qtbot, window, "today.groups.transit")
        assert len(names(busy, screen_of(window))) == len(busy.cases), "pressed again it shows all"


def test_my_tile_counts_what_waits_for_me_whatever_is_listed(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "today") as window:
        press(qtbot, window, "today.scope.all")
        assert tile(window, "today.groups.mine").count == 4
        press(qtbot, window, "today.groups.mine")
        assert set(names(busy, screen_of(window))) == {"overdue", "accepted", "fresh", "stopped"}


def test_the_next_step_opens_its_form_where_it_is_done(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "handler", "today", "deadlines") as window:
        screen = screen_of(window)
        point = screen.table.action_point(busy.cases["accepted"])
        assert point is not None
        qtbot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
        settle(window)
        assert window.workspace.front == "deadlines"
        assert find(window, "deadlines.case.handle.opinion").isVisible()


def test_ctrl_enter_takes_the_next_step_of_the_row_in_front(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "today", "mailing") as window:
        screen = screen_of(window)
        screen.table.select_id(busy.cases["to_post"])
        qtbot.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(window)
        assert window.workspace.front == "mailing"
        assert find(window, "mailing.case.post.waybill").isVisible()


def test_a_row_that_is_not_mine_opens_without_a_form(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "today", "deadlines") as window:
        press(qtbot, window, "today.scope.all")
        screen = screen_of(window)
        screen.table.select_id(busy.cases["accepted"])
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
        settle(window)
        assert window.workspace.front == "deadlines"
        assert not window.findChildren(QWidget, "deadlines.case.handle.opinion")


def test_badges_say_what_waits_on_the_pages(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "today", "deadlines", "mailing") as window:
        bar = window.workspace.tabs.navigation
        assert [bar.count_of(place) for place in range(3)] == [3, 2, 5]


def test_a_new_day_is_noticed(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "today") as window:
        press(qtbot, window, "today.scope.all")
        assert tile(window, "today.groups.overdue").count == 3
        busy.go_to(date(2026, 12, 15))
        ctx = window.workspace.ctx
        assert ctx is not None
        ctx.hub.announce(Topic.DAY)
        settle(window)
        assert tile(window, "today.groups.overdue").count == 4


def test_a_pc_without_a_server_says_so(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "today") as window:
        assert "尚未连接共享服务器" in screen_of(window).exchange.accessibleName()


@pytest.mark.parametrize("scale", [100, 200])
def test_who_waits_and_what_is_next_stay_readable(qtbot: QtBot, busy: BusyOffice, scale: int) -> None:
    with window_of(busy.office, "clerk", "today", scale=scale) as window:
        table = screen_of(window).table
        shown = [
            str(table.model().headerData(place, Qt.Orientation.Horizontal))
            for place in range(table.model().columnCount())
            if not table.isColumnHidden(place)
        ]
        assert {"时限", "申请人", "下一步"} <= set(shown)
        wide = sum(table.columnWidth(place) for place in range(table.model().columnCount()))
        assert wide <= table.viewport().width()


def test_nothing_to_do_is_said_plainly(qtbot: QtBot, tmp_path: Path) -> None:
    with office_in(tmp_path / "office") as office, window_of(office, "clerk", "today") as window:
        empty = screen_of(window).table.viewport().findChild(EmptyState)
        assert isinstance(empty, EmptyState)
        assert empty.isVisible()
        assert empty.text == "今日无待办"
        assert tile(window, "today.groups.overdue").count == 0


def test_who_has_nothing_to_do_sees_what_the_others_have(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "auditor", "today") as window:
        screen = screen_of(window)
        assert len(names(busy, screen)) == len(busy.cases)
        assert set(buttons(screen)) == {"查看"}
        assert tile(window, "today.scope.all").isChecked()
