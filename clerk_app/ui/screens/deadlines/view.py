"""时限跟踪: every running clock, the month's load below or beside, and the case with its reckoning on the right."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.services.casefile import CaseFile
from clerk_app.ui.case_panel.panel import CasePanel
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.deadlines.columns import LEAVES_FIRST, OVER, RUNNING
from clerk_app.ui.screens.deadlines.load_card import LoadCard
from clerk_app.ui.screens.deadlines.next_action import next_action
from clerk_app.ui.screens.deadlines.presenter import Counts, DeadlinesPresenter, Group
from clerk_app.ui.screens.today.urgency import ActOn, wish_of
from clerk_app.ui.shortcuts import DEADLINES
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind, make_action
from clerk_app.ui.widgets.card import Card
from clerk_app.ui.widgets.case_split import case_split, turn_split
from clerk_app.ui.widgets.column_fit import ColumnFit
from clerk_app.ui.widgets.count_bar import CountBar, Tile
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.progress_strip import ProgressStrip
from clerk_app.ui.widgets.table_view import TableView

_WIDE_CHARS = 112
"""From this width on the month stands beside the list."""
_SIGNATURES = ("handle", "check", "approve")


class DeadlinesScreen(Screen):
    """The page `deadlines`."""

    name = "deadlines"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_loaded = False
        self._is_first_count = True
        self._wish: ActOn | None = None
        self.presenter = DeadlinesPresenter(ctx, self)
        self._build()
        model = self.presenter.model
        model.loaded.connect(self._on_loaded)
        model.loading_changed.connect(self._on_loading)
        self.presenter.counted.connect(self._on_counted)
        self.presenter.month_read.connect(self.load.set_month)
        self.presenter.failed.connect(self._on_failed)
        self._mark()

    def activated(self) -> None:
        """Load the first time; afterwards the hub says what changed."""
        if not self._is_loaded:
            self._is_loaded = True
            self._read()

    def refresh(self, change: Change) -> None:
        """Look again when cases, the calendar or the day changed."""
        if change.concerns(Topic.DAY):
            self.load.calendar.set_today(self.ctx.today())
        self._read()

    def show_argument(self, argument: object) -> None:
        """Bring a case up, and begin an action if one was asked for; it waits for the case."""
        self._wish = wish_of(argument)
        if self._wish is not None:
            self.table.select_id(self._wish.case_id)
            self.panel.show_case(self._wish.case_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the month beside the list where there is room."""
        super().resizeEvent(event)
        is_beside = self.width() >= look().chars(_WIDE_CHARS)
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if self._left.direction() != way:
            self._left.setDirection(way)
        is_narrow = turn_split(self._split)
        self.load.set_upright(is_upright=is_beside or is_narrow)

    def _build(self) -> None:
        theme = look()
        left_side = QWidget()
        self._left = QBoxLayout(QBoxLayout.Direction.TopToBottom, left_side)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(theme.unit * 2)
        self._left.addWidget(self._list_card(), 5)
        self.load = LoadCard(today=self.ctx.today())
        self.load.day_chosen.connect(self._on_day)
        self.load.month_wanted.connect(self._read_month)
        self._left.addWidget(self.load, 2)
        self.panel = CasePanel(self.ctx, page=self.name)
        self.panel.shown.connect(self._on_case)
        self._split = case_split(left_side, self.panel, name="deadlines.split")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.addWidget(self._split)
        self._build_actions()

    def _build_actions(self) -> None:
        make_action(self, DEADLINES["act"], self.tr("办理下一步"), self._act)
        make_action(self, DEADLINES["start"], self.tr("启动特别程序"), partial(self._begin, "start_procedure"))
        make_action(self, DEADLINES["stop"], self.tr("结束特别程序"), partial(self._begin, "end_procedure"))
        make_action(self, DEADLINES["sign"], self.tr("签署意见"), self._sign)
        make_action(self, DEADLINES["to_table"], self.tr("到办件列表"), self._to_table)
        make_action(self, DEADLINES["to_calendar"], self.tr("到月历"), self._to_calendar)
        make_action(self, DEADLINES["to_case"], self.tr("到所选办件"), self._to_case)

    def _tiles(self) -> tuple[Tile, ...]:
        return (
            Tile(Group.RUNNING, self.tr("全部在办")),
            Tile(Group.NEAR, self.tr("即将到期"), tone=Tone.WARN, tip=self.tr("今天起三个工作日内届满")),
            Tile(Group.OVERDUE, self.tr("已逾期"), tone=Tone.ERROR),
            Tile(Group.STOPPED, self.tr("停止计时"), tone=Tone.STOPPED, tip=self.tr("特别程序进行中")),
            Tile(Group.SUPPLEMENT, self.tr("待补正"), tone=Tone.WARN),
            Tile(Group.OVER, self.tr("已办结"), tip=self.tr("按年度看是否按期办结")),
        )

    def _list_card(self) -> Card:
        theme = look()
        card = Card()
        self.groups = CountBar(self._tiles(), name="deadlines.filter", label=self.tr("筛选办件"), is_compact=True)
        self.groups.chosen.connect(self._on_group)
        self.one_day = Button("", name="deadlines.one_day", kind=ButtonKind.QUIET, icon_name="dismiss", compact=True)
        self.one_day.clicked.connect(partial(_all_days, self))
        self.year = QComboBox()
        self.year.setObjectName("deadlines.year")
        self.year.setAccessibleName(self.tr("办结年度"))
        self.year.setToolTip(self.tr("办结年度"))
        self.year.activated.connect(self._on_year)
        bar = QHBoxLayout()
        bar.setSpacing(theme.unit)
        bar.addWidget(self.groups, 1)
        bar.addWidget(self.one_day)
        bar.addWidget(self.year)
        self.trouble = NoticeLine(name="deadlines.trouble")
        self.table = TableView(name="deadlines.table", label=self.tr("办件时限"), empty_text=self.tr("没有在办的办件"))
        self.table.set_model(self.presenter.model, sorted_by=7)
        self.table.setMinimumHeight(theme.row * 5)
        self.table.current_changed.connect(self._on_current)
        self.table.activated_row.connect(self._on_activated)
        self._columns = ColumnFit(self.table, self.presenter.model, leaves_first=LEAVES_FIRST)
        self.progress = ProgressStrip(name="deadlines.progress")
        card.body.addLayout(bar)
        card.body.addWidget(self.trouble)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.progress)
        return card

    def _read(self) -> None:
        self.presenter.load()
        self.presenter.count()
        self._read_month(self.load.calendar.first)

    def _read_month(self, first: date) -> None:
        if self._is_loaded:
            self.presenter.read_month(first, self.load.calendar.weeks)

    def _on_group(self, code: str) -> None:
        self.presenter.group, self.presenter.day = Group(code), None
        self.panel.show_case(None)  # another list: its first case comes to the front
        self._ask_again()

    def _on_day(self, day: date | None) -> None:
        self.presenter.day = day
        if day is not None and self.presenter.group is Group.OVER:
            self.presenter.group = Group.RUNNING
        self._ask_again()

    def _on_year(self, _place: int) -> None:
        self.presenter.year = int(self.year.currentData())
        self._ask_again()
        self.presenter.count()

    def _ask_again(self) -> None:
        self._mark()
        self.presenter.model.reload(keep_rows=False)

    def _mark(self) -> None:
        presenter = self.presenter
        is_over = presenter.group is Group.OVER
        self.groups.choose("" if presenter.day is not None else presenter.group.value)
        self.load.choose(presenter.day)
        self.year.setVisible(is_over and self.year.count() > 0)
        self._columns.want(OVER if is_over else RUNNING)
        self.one_day.setVisible(presenter.day is not None)
        if presenter.day is not None:
            words = self.tr("{month}月{day}日到期").format(month=presenter.day.month, day=presenter.day.day)
            self.one_day.setText(words)
            self.one_day.setToolTip(self.tr("不再只看这一天"))
        empty = self.table.viewport().findChild(EmptyState)
        if empty is not None:
            is_plain = presenter.group is Group.RUNNING and presenter.day is None
            empty.set_text(self.tr("没有在办的办件") if is_plain else self.tr("没有符合条件的办件"))

    def _on_loading(self, is_loading: bool) -> None:  # noqa: FBT001 — a slot
        if is_loading:
            self.progress.start(self.tr("正在读取办件时限…"))
        else:
            self.progress.finish()

    def _on_loaded(self, count: int) -> None:
        self.trouble.say("")
        if self._wish is None and count and self.panel.file is None and self.table.current_id() is None:
            self.table.select_first()

    def _on_case(self, file: CaseFile) -> None:
        wish = self._wish
        if wish is not None and wish.case_id == file.case.case_id:
            self._wish = None
            self.table.select_id(wish.case_id)
            if wish.action:
                self._begin(wish.action)

    def _on_counted(self, counts: Counts) -> None:
        self.presenter.year = counts.year
        self.year.clear()
        for year in counts.years:
            self.year.addItem(self.tr("{year} 年").format(year=year), year)
        self.year.setCurrentIndex(self.year.findData(self.presenter.year))
        self.groups.set_counts(counts.groups)
        first, self._is_first_count = self._is_first_count, False
        if first and not counts.groups[Group.RUNNING] and counts.groups[Group.OVER]:
            self.presenter.group = Group.OVER
            self._ask_again()
        self._mark()
        self.ctx.set_badge(self.name, counts.groups[Group.OVERDUE])

    def _on_failed(self, error: Exception) -> None:
        self.trouble.say(self.tr("办件时限没有读出来，按 F5 再试。"), Tone.ERROR)
        self.ctx.show_error(error)

    def _on_current(self, case_id: Hashable | None) -> None:
        shown = self.panel.file.case.case_id if self.panel.file is not None else None
        if isinstance(case_id, str) and case_id != shown:
            self.panel.show_case(case_id)

    def _on_activated(self, case_id: Hashable) -> None:
        self._on_current(case_id)
        self._to_case()

    def _act(self) -> None:
        """Begin the usual next step of the case in front."""
        if self.panel.file is None:
            return
        code = next_action(self.panel.file)
        if code:
            self._begin(code)

    def _sign(self) -> None:
        for code in _SIGNATURES:
            if self.panel.start_action(code):
                return
        self.ctx.toast(self.tr("这件办件现在不由您签署意见。"), Tone.INFO)

    def _begin(self, code: str) -> None:
        if not self.panel.start_action(code) and self.panel.file is not None:
            self.ctx.toast(self.tr("这件办件现在不能这样办理。"), Tone.INFO)

    def _to_table(self) -> None:
        self.table.setFocus()

    def _to_calendar(self) -> None:
        self.load.calendar.setFocus()

    def _to_case(self) -> None:
        self.panel.setFocus()
        self.panel.focusNextChild()


def _all_days(screen: DeadlinesScreen, *_checked: object) -> None:
    screen._on_day(None)  # noqa: SLF001 — the page's own slot
