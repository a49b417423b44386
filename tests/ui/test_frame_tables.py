"""Tables: models that Qt's own tester accepts, pages fetched on demand, rows told by their ids."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from clerk_app.ui.context import Hit, Tone
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.paged_model import PagedTableModel, PageRequest, RowsPage
from clerk_app.ui.widgets.search_box import HitsModel
from clerk_app.ui.widgets.table_model import Cell, Column, LookRole, RowRole, RowsModel, SortRole, ToneRole
from clerk_app.ui.widgets.table_view import TableView
from clerk_app.ui.widgets.trace_view import TraceEntry, TraceView


@dataclass(frozen=True)
class Row:
    key: int
    name: str
    on: date | None


class RowColumn(Enum):
    NAME = Column[Row]("名称", lambda row: row.name, width=0, order_by="name")
    ON = Column[Row]("日期", lambda row: row.on, width=8, tone=lambda _: Tone.WARN, order_by="on")
    CHIP = Column[Row]("状态", lambda row: row.key, cell=Cell.CHIP, look=lambda row: ChipLook(f"第 {row.key}", Tone.OK))
    ACT = Column[Row]("下一步", lambda _: 0, lambda row: "办理" if row.key else "", cell=Cell.ACTION, width=5)


DAY = date(2026, 3, 2)


def rows(count: int) -> list[Row]:
    return [Row(n, f"甲{n:03d}", DAY + timedelta(days=n) if n % 3 else None) for n in range(count)]


def identity(row: Row) -> int:
    return row.key


@pytest.fixture
def table(qtbot):
    view = TableView(name="test.table", label="列表", empty_text="没有办件", empty_hint="换个条件试试")
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    return view


def test_model_in_memory_is_a_proper_model(qtmodeltester, qapp):
    qtmodeltester.check(RowsModel(RowColumn, key=identity, rows=rows(7)))


def test_empty_model_is_a_proper_model(qtmodeltester, qapp):
    qtmodeltester.check(RowsModel(RowColumn, key=identity))


def test_hits_model_is_a_proper_model(qtmodeltester, qapp):
    model = HitsModel()
    model.set_hits([Hit("case", "1", "甲"), Hit("licensee", "2", "乙"), Hit("case", "3", "丙")])
    qtmodeltester.check(model)
    assert [model.hit(place) is None for place in range(model.rowCount())] == [True, False, False, True, False]


def test_paged_model_is_a_proper_model(qtmodeltester, tasks, qtbot):
    model = PagedTableModel(RowColumn, key=identity, fetch=numbered(25), tasks=tasks, limit=10)
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == 10)
    qtmodeltester.check(model)


def test_roles_give_native_values_ids_and_looks(qapp):
    model = RowsModel(RowColumn, key=identity, rows=rows(3))
    assert model.index(1, 1).data(SortRole) == DAY + timedelta(days=1)
    assert model.index(1, 1).data() == "2026-03-03"
    assert model.index(0, 1).data() == ""
    assert model.index(2, 0).data(RowRole) == 2
    assert model.index(2, 2).data(LookRole) == ChipLook("第 2", Tone.OK)
    assert model.index(2, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "第 2"
    assert Tone(model.index(0, 1).data(ToneRole)) is Tone.WARN
    assert model.headerData(0, Qt.Orientation.Horizontal) == "名称"


def test_same_ids_repaint_only_what_changed(qtbot):
    model = RowsModel(RowColumn, key=identity, rows=rows(5))
    changed = rows(5)
    changed[3] = Row(3, "乙", None)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows(changed)
    assert told.args[0].row() == told.args[1].row() == 3


def test_table_sorts_by_native_values_and_puts_what_is_missing_last(table):
    table.set_model(RowsModel(RowColumn, key=identity, rows=rows(7), parent=table), sorted_by=1, descending=True)
    shown = [table.model().index(place, 1).data() for place in range(7)]
    assert shown == ["2026-03-07", "2026-03-06", "2026-03-04", "2026-03-03", "", "", ""]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = [table.model().index(place, 1).data() for place in range(7)]
    assert shown == ["2026-03-03", "2026-03-04", "2026-03-06", "2026-03-07", "", "", ""]


def test_the_row_in_front_stays_in_front_when_rows_come_and_go(table, qtbot):
    model = RowsModel(RowColumn, key=identity, rows=rows(7), parent=table)
    table.set_model(model, sorted_by=0)
    assert table.select_id(4)
    model.set_rows([*rows(7), Row(99, "甲000a", None)])
    assert table.current_id() == 4
    with qtbot.waitSignal(table.current_changed):
        model.set_rows(rows(2))
    assert table.current_id() is None


def test_enter_opens_and_the_action_can_be_pressed(table, qtbot):
    table.set_model(RowsModel(RowColumn, key=identity, rows=rows(5), parent=table), sorted_by=0)
    table.select_id(2)
    with qtbot.waitSignal(table.activated_row) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [2]
    point = table.action_point(3)
    assert point is not None
    with qtbot.waitSignal(table.action_requested) as pressed:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pressed.args == [3]
    with qtbot.assertNotEmitted(table.action_requested):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, point.y()))


def test_an_empty_table_says_so(table):
    model = RowsModel(RowColumn, key=identity, parent=table)
    table.set_model(model)
    assert table._empty.isVisible()
    assert table._empty.text == "没有办件"
    model.set_rows(rows(1))
    assert not table._empty.isVisible()


def numbered(total: int):
    """A store of `total` rows that answers page by page, by name or by date, from either end."""

    def fetch(request: PageRequest) -> RowsPage[Row]:
        found = rows(total)
        if request.order_by == "on":
            found = sorted(found, key=lambda row: (row.on is None, row.on or DAY, row.key))
        if request.descending:
            found.reverse()
        begin = request.key if isinstance(request.key, int) else 0
        chosen = tuple(found[begin : begin + request.limit])
        end = begin + len(chosen)
        return RowsPage(chosen, end if end < total else None)

    return fetch


def test_pages_are_fetched_as_the_view_nears_the_end(table, tasks, qtbot):
    model = PagedTableModel(RowColumn, key=identity, fetch=numbered(45), tasks=tasks, limit=20, parent=table)
    table.set_model(model)
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == 20)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 40)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 45)
    assert not model.has_more
    assert [model.id_at(place) for place in range(45)] == list(range(45))


def test_sorting_a_paged_table_asks_the_store(table, tasks, qtbot):
    model = PagedTableModel(RowColumn, key=identity, fetch=numbered(45), tasks=tasks, limit=20, parent=table)
    table.set_model(model)
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == 20)
    with qtbot.waitSignal(model.loaded):
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert model.id_at(0) == 44


def test_an_answer_to_an_older_question_is_dropped(tasks, qtbot):
    gate = threading.Event()
    answers = {"": 3, "name": 2}

    def fetch(request: PageRequest) -> RowsPage[Row]:
        if not request.order_by:
            gate.wait(10)
        return RowsPage(tuple(rows(answers[request.order_by])))

    model = PagedTableModel(RowColumn, key=identity, fetch=fetch, tasks=tasks)
    model.reload()
    model.sort(0)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert model.rowCount() == 2


def test_a_page_that_fails_is_told_once_and_can_be_asked_again(tasks, qtbot):
    state = {"broken": True}

    def fetch(_request: PageRequest) -> RowsPage[Row]:
        if state["broken"]:
            raise OSError("disk")
        return RowsPage(tuple(rows(2)))

    model = PagedTableModel(RowColumn, key=identity, fetch=fetch, tasks=tasks)
    with qtbot.waitSignal(model.failed) as told:
        model.reload()
    assert isinstance(told.args[0], OSError)
    assert not model.is_loading
    state["broken"] = False
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert not model.canFetchMore(QModelIndex())


def test_a_trace_shows_its_lines_in_order(qtbot):
    view = TraceView(name="test.trace")
    qtbot.addWidget(view)
    view.set_entries([TraceEntry(n, f"03-{n + 1:02d}", f"第{n}行", n % 2, n) for n in range(12)])
    assert [view.model().index(place, 1).data() for place in range(3)] == ["第0行", "第1行", "第2行"]
    assert view.model().index(1, 2).data() == "+1"
    assert view.model().index(0, 2).data() == "—"
