"""The items of a year: their numbers as a table, the cases of the chosen one, and two charts, by month and by item."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.ui.screens.oversight.charts import ItemChart, MonthChart, Series
from clerk_app.ui.screens.oversight.columns import (
    FIGURE_CASES_LEAVE_FIRST,
    FigureCase,
    FigureCaseColumn,
    ItemColumn,
    ItemLine,
)
from clerk_app.ui.screens.oversight.presenter import MONTHS, YearView
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides

_SHARES = (53, 47)
_ITEMS_SHOWN = 8


class ItemsTab(QWidget):
    """Shows how the items of a year went.

    Signals:
        item_wanted(str): the code of the item whose cases are to be read.
        case_wanted(str): the id of a case to open.
    """

    item_wanted = Signal(str)
    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel[ItemLine](ItemColumn, key=lambda one: one.figures.item, parent=self)
        self._cases = RowsModel[FigureCase](FigureCaseColumn, key=lambda one: one.row.case_id, parent=self)
        self.table = FittingTable(
            name="oversight.items",
            label=self.tr("分事项办理情况"),
            empty_text=self.tr("这一年没有办件"),
            roomy=ItemColumn.NAME,
        )
        self.cases = FittingTable(
            name="oversight.item_cases",
            label=self.tr("所选事项的办件"),
            empty_text=self.tr("没有选中事项"),
            roomy=FigureCaseColumn.APPLICANT,
            leaves_first=FIGURE_CASES_LEAVE_FIRST,
        )
        self._total = soft_label()
        self._title = heading(self.tr("所选事项的办件"))
        self.months = MonthChart(name="oversight.months", label=self.tr("按月办理情况"))
        self.chart = ItemChart(name="oversight.items_chart", label=self.tr("分事项收件与办结"))
        self._lay_out()
        self.table.current_changed.connect(self._on_item)
        self.cases.activated_row.connect(self._on_case)

    def show_year(self, view: YearView) -> None:
        """Show a year."""
        rows = [one.figures for one in view.items]
        self._model.set_rows(view.items)
        names = (self.tr("收件"), self.tr("受理"), self.tr("办结"))
        series = tuple(Series(name, values) for name, values in zip(names, view.months, strict=True))
        self.months.set_data([self.tr("{n}月").format(n=month + 1) for month in range(MONTHS)], series)
        self.chart.set_data(
            [one.short_name for one in view.items],
            (
                Series(names[0], tuple(one.received for one in rows)),
                Series(names[2], tuple(one.closed for one in rows)),
            ),
        )
        words = self.tr(
            "合计：收件 {received} · 受理 {accepted} · 办结 {closed} · 准予 {granted} · 不予 {refused} · 撤回 {withdrawn}"
        )
        keys = ("received", "accepted", "closed", "granted", "refused", "withdrawn")
        self._total.setText(words.format(**{key: sum(getattr(one, key) for one in rows) for key in keys}))
        if self.table.current_id() is None:
            self.table.select_first()
        self._on_item(self.table.current_id())

    def show_cases(self, rows: tuple[FigureCase, ...]) -> None:
        """Show the cases of the chosen item."""
        self._cases.set_rows(rows)
        name = rows[0].item_name if rows else self.tr("所选事项")
        self._title.setText(self.tr("{name}：本年收件、受理或办结的 {n} 件").format(name=name, n=len(rows)))

    def _lay_out(self) -> None:
        theme = look()
        left = Card(self.tr("分事项办理情况"))
        self.table.set_model(self._model)
        self.table.setFixedHeight(theme.row * (_ITEMS_SHOWN + 1) + theme.unit // 2)
        self.cases.set_model(self._cases)
        self.cases.setMinimumHeight(theme.row * 3)
        left.body.addWidget(self.table)
        left.body.addWidget(self._total)
        left.body.addWidget(self._title)
        left.body.addWidget(self.cases, 1)
        left.setMinimumWidth(theme.chars(26))
        by_month, by_item = Card(self.tr("各月收件、受理、办结（件）")), Card(self.tr("各事项收件、办结（件）"))
        by_month.body.addWidget(self.months)
        by_item.body.addWidget(self.chart)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit * 2)
        column.addWidget(by_month, 4)
        column.addWidget(by_item, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.unit, 0, 0)
        layout.addWidget(TwoSides(left, right, shares=_SHARES, name="oversight.items_sides"))

    def _on_item(self, code: object) -> None:
        if isinstance(code, str):
            self.item_wanted.emit(code)

    def _on_case(self, case_id: object) -> None:
        if isinstance(case_id, str):
            self.case_wanted.emit(case_id)
