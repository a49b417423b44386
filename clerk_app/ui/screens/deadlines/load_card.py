"""The month beside the list: turn it, see the load, choose a day; the words of the day stand beside it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.screens.deadlines.presenter import Month
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import heading, soft_label
from clerk_app.ui.widgets.chips import Chip, ChipLook
from clerk_app.ui.widgets.date_field import chinese_date
from clerk_app.ui.widgets.month_calendar import MonthCalendar

_TALL_LINES = 19
_NO_LIMIT = 1000


class LoadCard(QFrame):
    """The calendar with its head and the explanation of a day.

    Signals:
        day_chosen(object): a day, or None for all days.
        month_wanted(object): the first day of the month to read.
    """

    day_chosen = Signal(object)
    month_wanted = Signal(object)

    def __init__(self, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.calendar = MonthCalendar(name="deadlines.calendar", label=self.tr("到期月历"), today=today)
        self._month = heading("")
        self._provisional = Chip(ChipLook(self.tr("暂定"), Tone.WARN, "warning"))
        self._provisional.setToolTip(self.tr("该年放假安排尚未公布，只按周末推算"))
        self._provisional.hide()
        self._day, self._why, self._load = heading(""), soft_label(), QLabel()
        self._load.setWordWrap(True)
        self._legend = soft_label(
            self.tr("灰底为休息日，“休”为放假，“班”为调休上班；数字为当日到期的件数。点选日期只看当日。")
        )
        self._build()
        self.calendar.day_chosen.connect(self._on_day)
        self.calendar.month_changed.connect(self._on_month)
        self._on_month(self.calendar.first)

    def set_month(self, month: Month) -> None:
        """Show what was read, unless another month came up meanwhile."""
        if month.first != self.calendar.first:
            return
        self.calendar.set_days(month.days)
        self._provisional.setVisible(month.provisional)
        self._load.setText(self.tr("本月到期 {n} 件").format(n=month.total))
        self._explain()

    def choose(self, day: date | None) -> None:
        """Mark a day without telling."""
        self.calendar.choose(day)
        self._explain()

    def set_upright(self, *, is_upright: bool) -> None:
        """Put the words below the month (beside the list, or where large text leaves little room), or beside it."""
        theme = look()
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if is_upright else QBoxLayout.Direction.LeftToRight)
        self.calendar.setMaximumHeight(theme.line * (_TALL_LINES if is_upright else _NO_LIMIT))
        self._side.setMinimumWidth(0 if is_upright else theme.chars(15))
        self._side.setMaximumWidth(theme.chars(60 if is_upright else 15))

    def _build(self) -> None:
        theme = look()
        head = QHBoxLayout()
        head.setSpacing(theme.unit // 2)
        head.addWidget(self._month)
        head.addWidget(self._provisional)
        head.addStretch(1)
        for code, symbol, words, months in (
            ("month_before", "chevron-left", self.tr("上一月"), -1),
            ("month_after", "chevron-right", self.tr("下一月"), 1),
        ):
            turn = Button("", name=f"deadlines.{code}", kind=ButtonKind.QUIET, icon_name=symbol, compact=True)
            turn.setAccessibleName(words)
            turn.setToolTip(words)
            turn.clicked.connect(partial(_turn, self.calendar, months))
            head.addWidget(turn)
        left = QVBoxLayout()
        left.setSpacing(theme.unit // 2)
        left.addLayout(head)
        left.addWidget(self.calendar, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.unit // 2)
        for label in (self._day, self._load, self._why, self._legend):
            side.addWidget(label)
        side.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._body.setContentsMargins(theme.unit * 2, theme.unit, theme.unit * 2, theme.unit + theme.unit // 2)
        self._body.setSpacing(theme.unit * 2)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._side)

    def _on_day(self, day: date | None) -> None:
        self._explain()
        self.day_chosen.emit(day)

    def _on_month(self, first: date) -> None:
        self._month.setText(self.tr("{year}年{month}月").format(year=first.year, month=first.month))
        self.month_wanted.emit(first)

    def _explain(self) -> None:
        day = self.calendar.chosen
        shown = self.calendar.look_of(day) if day is not None else None
        self._day.setText(chinese_date(day) if day is not None else self.tr("到期情况"))
        self._why.setText(shown.words if shown is not None else "")
        self._why.setVisible(shown is not None)
        if shown is not None:
            self._load.setText(self.tr("当日到期 {n} 件").format(n=shown.count))


def _turn(calendar: MonthCalendar, months: int, *_checked: object) -> None:
    calendar.turn(months)
