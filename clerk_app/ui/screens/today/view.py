"""今日待办: one list by urgency, each row with the one next step; counts on top open what they count."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.icons import picture
from clerk_app.ui.refresh import Change
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.today.columns import LEAVES_FIRST, WorkRow
from clerk_app.ui.screens.today.presenter import EVERY, Counts, Group, LastExchange, TodayPresenter
from clerk_app.ui.screens.today.urgency import ActOn
from clerk_app.ui.shortcuts import TODAY
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind, make_action
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.chips import TONE_ICONS
from clerk_app.ui.widgets.column_fit import ColumnFit
from clerk_app.ui.widgets.count_bar import CountBar, Tile
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.progress_strip import ProgressStrip
from clerk_app.ui.widgets.table_view import TableView


class TodayScreen(Screen):
    """The page `today`."""

    name = "today"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_loaded = False
        self._is_first_page = True
        self.presenter = TodayPresenter(ctx, self)
        self._build()
        model = self.presenter.model
        model.loaded.connect(self._on_loaded)
        model.loading_changed.connect(self._on_loading)
        self.presenter.counted.connect(self._on_counted)
        self.presenter.told.connect(self.exchange.tell)
        self.presenter.failed.connect(self._on_failed)
        self._mark()

    def activated(self) -> None:
        """Load the first time, mine before all; afterwards the hub says what changed."""
        if not self._is_loaded:
            self._is_loaded = True
            self.presenter.load()
        self.table.setFocus()

    def refresh(self, change: Change) -> None:
        """Every topic may change what is urgent: cases, the office's calendar, the day."""
        self.presenter.load()

    def _build(self) -> None:
        theme = look()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit * 2)
        self.groups = CountBar(self._tiles(), name="today.groups", label=self.tr("按紧急程度"))
        self.groups.chosen.connect(self._on_group)
        layout.addWidget(self.groups)
        layout.addWidget(self._list_card(), 1)
        self.exchange = ExchangeLine(has_server=self.ctx.services.exchange is not None)
        self.exchange.more.clicked.connect(partial(_open_page, self.ctx, "administration"))
        layout.addWidget(self.exchange)

    def _tiles(self) -> tuple[Tile, ...]:
        return (
            Tile(Group.OVERDUE, self.tr("逾期"), "error", Tone.ERROR, self.tr("时限已过，尚未办理")),
            Tile(Group.TODAY, self.tr("今日到期"), "warning", Tone.WARN, self.tr("今天届满")),
            Tile(Group.SOON, self.tr("三日内"), "clock", Tone.WARN, self.tr("三个工作日内届满，不含今天")),
            Tile(Group.SUPPLEMENT, self.tr("待补正"), "missing", Tone.INFO, self.tr("已一次性告知，等待申请人补正")),
            Tile(Group.MINE, self.tr("待我办理"), "person", Tone.INFO, self.tr("下一步由我的岗位办理")),
            Tile(Group.TRANSIT, self.tr("在途"), "send", Tone.INFO, self.tr("已交寄，尚未签收")),
        )

    def _list_card(self) -> Card:
        theme = look()
        card = Card(self.tr("待办事项"))
        self._sum = soft_label(wraps=False)
        card.header.insertWidget(1, self._sum)
        mine = make_action(self, TODAY["mine"], self.tr("只看我的/查看全部"), self._toggle_scope)
        self.scope = CountBar(
            (Tile(Group.MINE, self.tr("我的")), Tile(EVERY, self.tr("全部"))),
            name="today.scope",
            label=mine.text(),
            is_compact=True,
        )
        self.scope.chosen.connect(self._on_scope)
        self.act = make_action(self, TODAY["act"], self.tr("办理下一步"), self._act_on_current)
        make_action(self, TODAY["to_table"], self.tr("到办件列表"), self._to_table)
        card.header.addWidget(self.scope)
        card.header.addWidget(
            ActionButton(self.act, name="today.act", kind=ButtonKind.PRIMARY, icon_name="arrow-right")
        )
        self.trouble = NoticeLine(name="today.trouble")
        self.table = TableView(name="today.table", label=self.tr("待办事项"), empty_text=self.tr("今日无待办"))
        self.table.set_model(self.presenter.model, sorted_by=0)
        self.table.setMinimumHeight(theme.row * 5)
        self.table.activated_row.connect(self._act_on)
        self.table.action_requested.connect(self._act_on)
        self.table.current_changed.connect(self._on_current)
        ColumnFit(self.table, self.presenter.model, leaves_first=LEAVES_FIRST, stretch_chars=14)
        self.progress = ProgressStrip(name="today.progress")
        card.body.addWidget(self.trouble)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.progress)
        card.body.setSpacing(theme.unit // 2)
        self._on_current(None)
        return card

    def _on_group(self, code: str) -> None:
        group = Group(code)
        if group is Group.MINE:
            self.presenter.is_mine, self.presenter.group = True, None
        else:
            self.presenter.group = None if self.presenter.group is group else group
        self._ask_again()

    def _on_scope(self, code: str) -> None:
        self.presenter.is_mine = code == Group.MINE.value
        self._ask_again()

    def _toggle_scope(self) -> None:
        self._on_scope(EVERY if self.presenter.is_mine else Group.MINE.value)

    def _ask_again(self) -> None:
        self._mark()
        self.presenter.model.reload(keep_rows=False)

    def _mark(self) -> None:
        presenter = self.presenter
        alone = Group.MINE.value if presenter.is_mine else ""
        self.groups.choose(presenter.group.value if presenter.group is not None else alone)
        self.scope.choose(Group.MINE.value if presenter.is_mine else EVERY)
        is_all = presenter.group is None
        hint = self.tr("按 Ctrl+M 查看全部在办事项。") if presenter.is_mine and is_all else ""
        self._say_empty(self.tr("今日无待办") if is_all else self.tr("这一类没有办件"), hint)

    def _say_empty(self, text: str, hint: str = "") -> None:
        empty = self.table.viewport().findChild(EmptyState)
        if empty is not None:
            empty.set_text(text, hint=hint)

    def _on_loading(self, is_loading: bool) -> None:  # noqa: FBT001 — a slot
        if is_loading:
            self.progress.start(self.tr("正在读取待办事项…"))
        else:
            self.progress.finish()

    def _on_loaded(self, count: int) -> None:
        first, self._is_first_page = self._is_first_page, False
        if first and not count and self.presenter.is_mine:
            self._on_scope(EVERY)
            return
        self.trouble.say("")
        self._mark()
        more = self.tr("已列出 {n} 件，向下滚动继续") if self.presenter.model.has_more else self.tr("共 {n} 件")
        self._sum.setText(more.format(n=count) if count else "")
        if self.table.current_id() is None:
            self.table.select_first()
        self.presenter.count()

    def _on_counted(self, counts: Counts) -> None:
        self.groups.set_counts(counts.groups)
        self.scope.set_counts(counts.groups)
        for page, count in counts.badges.items():
            self.ctx.set_badge(page, count)

    def _on_failed(self, error: Exception) -> None:
        self.trouble.say(self.tr("待办事项没有读出来，按 F5 再试。"), Tone.ERROR)
        self._say_empty(self.tr("没有读出来"))
        self.ctx.show_error(error)

    def _on_current(self, case_id: Hashable | None) -> None:
        self.act.setEnabled(case_id is not None)

    def _act_on_current(self) -> None:
        case_id = self.table.current_id()
        if case_id is not None:
            self._act_on(case_id)

    def _act_on(self, case_id: Hashable) -> None:
        """Go where the next step is done, with its form open if it is this person's."""
        place = self.presenter.model.place_of(case_id)
        if place < 0:
            return
        work: WorkRow = self.presenter.model.row_at(place)
        if work.step is None:
            self.ctx.open_case(work.case_id)
        elif work.step.page == "notification":
            self.ctx.open_page("notification", work.case_id)
        else:
            self.ctx.open_page(work.step.page, ActOn(work.case_id, work.step.action if work.may_act else ""))

    def _to_table(self) -> None:
        self.table.setFocus()


class ExchangeLine(QFrame):
    """Says what the last exchange verified, or that this PC has no server yet."""

    def __init__(self, *, has_server: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self._has_server = has_server
        self.setProperty("card", "true")
        self.setObjectName("today.exchange")
        self._symbol, self._words = QLabel(), QLabel()
        self._more_words = soft_label()
        self._words.setProperty("role", "strong")
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.more = Button(
            self.tr("数据交换"), name="today.exchange_more", kind=ButtonKind.QUIET, icon_name="exchange", compact=True
        )
        self.more.setToolTip(self.tr("到系统管理查看每次交换的结果"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit, theme.unit, theme.unit)
        layout.setSpacing(theme.unit)
        layout.addWidget(self._symbol)
        layout.addWidget(self._words)
        layout.addWidget(self._more_words, 1)
        layout.addWidget(self.more)

    def tell(self, last: LastExchange) -> None:
        """Show what is known; a trouble in words and colour, never the state of the network."""
        tone, words, more = self._said(last)
        theme = look()
        symbol = "desktop" if not self._has_server else TONE_ICONS[tone]
        ink = theme.colour("text_soft" if tone is Tone.NEUTRAL else tone.value)
        self._symbol.setPixmap(picture(symbol, ink, theme.line, ratio=self.devicePixelRatioF()))
        self._words.setText(words)
        self._more_words.setText(more)
        self.setAccessibleName(f"{words} {more}")

    def _said(self, last: LastExchange) -> tuple[Tone, str, str]:
        kept = self.tr("所有记录都已写入本机硬盘。")
        if not self._has_server:
            return Tone.NEUTRAL, self.tr("本机尚未连接共享服务器"), kept
        if last.verified is None or last.verified.report is None:
            return Tone.WARN, self.tr("本机还没有完成过核对的交换"), kept
        report, at = last.verified.report, (last.verified.ended_at or last.verified.started_at).astimezone()
        words = self.tr("{when} 交换已核对：上传 {sent} 条，收到 {fetched} 条").format(
            when=at.strftime("%m-%d %H:%M"), sent=report.sent, fetched=report.fetched
        )
        if last.run is not last.verified:
            return Tone.WARN, words, self.tr("其后的一次交换没有完成核对，所有记录都已写入本机硬盘。")
        if report.conflicts or report.refused:
            aside = self.tr("搁置 {n} 组，待处理。").format(n=report.conflicts + report.refused)
            return Tone.ERROR, words, aside
        return Tone.OK, words, self.tr("本机与服务器逐条一致。")


def _open_page(ctx: UiContext, page: str, *_checked: object) -> None:
    ctx.open_page(page)
