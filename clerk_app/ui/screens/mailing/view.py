"""证照寄送: the stages with their counts, the list of one stage, and the case with the acts of that stage on the right."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clerk_app.domain.overview import Stage
from clerk_app.services.casefile import CaseFile
from clerk_app.services.recording import Recorded
from clerk_app.ui.case_panel.panel import CasePanel
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Change
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.deadlines.next_action import next_action
from clerk_app.ui.screens.mailing.columns import LEAVES_FIRST, SLOW_DAYS, WANTED, LetterColumn
from clerk_app.ui.screens.mailing.post_row import PostRow
from clerk_app.ui.screens.mailing.presenter import STAGES, Counts, MailingPresenter
from clerk_app.ui.screens.today.urgency import ActOn, wish_of
from clerk_app.ui.shortcuts import MAILING
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, make_action
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.case_split import case_split, turn_split
from clerk_app.ui.widgets.chips import stage_look
from clerk_app.ui.widgets.column_fit import ColumnFit
from clerk_app.ui.widgets.count_bar import CountBar, Tile
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.progress_strip import ProgressStrip
from clerk_app.ui.widgets.table_view import TableView

_POSTING = (Stage.TO_POST, Stage.RETURNED)
_FIRST = (
    Stage.RETURNED,
    Stage.TO_MAKE,
    Stage.TO_SEAL,
    Stage.TO_POST,
    Stage.TO_PICK_UP,
    Stage.IN_TRANSIT,
    Stage.DELIVERED,
)
"""Which stage comes up first when the page is opened: what was missed before what is due."""


class MailingScreen(Screen):
    """The page `mailing`."""

    name = "mailing"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_loaded = False
        self._is_stage_chosen = False
        self._keeps_case = False
        self._wish: ActOn | None = None
        self.presenter = MailingPresenter(ctx, self)
        self._build()
        model = self.presenter.model
        model.loaded.connect(self._on_loaded)
        model.loading_changed.connect(self._on_loading)
        self.presenter.counted.connect(self._on_counted)
        self.presenter.posted.connect(self._on_posted)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.failed.connect(self._on_failed)
        self._mark()

    def activated(self) -> None:
        """Count first, then load the stage where something waits; afterwards the hub says what changed."""
        if not self._is_loaded:
            self._is_loaded = True
            self.presenter.count()

    def refresh(self, change: Change) -> None:
        """Look again when cases or the day changed."""
        self.presenter.load()
        self.presenter.count()

    def show_argument(self, argument: object) -> None:
        """Bring a case up with its stage, and begin an action if one was asked for; both wait for the case."""
        wish = wish_of(argument)
        if wish is not None:
            self._is_stage_chosen = True
            self._wish = wish
            self.panel.show_case(wish.case_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the case below the list where there is no room for both."""
        super().resizeEvent(event)
        turn_split(self._split)

    def _build(self) -> None:
        theme = look()
        tones = {Stage.RETURNED: Tone.WARN, Stage.DELIVERED: Tone.OK}
        tiles = tuple(
            Tile(one.value, stage_look(one.value).text, stage_look(one.value).icon, tones.get(one, Tone.INFO))
            for one in STAGES
        )
        self.stages = CountBar(tiles, name="mailing.stages", label=self.tr("证照所在环节"))
        self.stages.chosen.connect(self._on_stage)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit * 2)
        column.addWidget(self._list_card(), 1)
        self.row = PostRow()
        self.row.submitted.connect(self._post)
        column.addWidget(self.row)
        self.panel = CasePanel(self.ctx, page=self.name)
        self.panel.shown.connect(self._on_case)
        self.panel.recorded.connect(self._on_recorded)
        self._split = case_split(left, self.panel, name="mailing.split")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit * 2)
        layout.addWidget(self.stages)
        layout.addWidget(self._split, 1)
        self._build_actions()

    def _build_actions(self) -> None:
        make_action(self, MAILING["act"], self.tr("办理下一步"), self._act)
        for code, words, action in (
            ("make", self.tr("制证"), "make_certificate"),
            ("seal", self.tr("用印"), "seal"),
            ("deliver", self.tr("登记送达"), "deliver"),
        ):
            make_action(self, MAILING[code], words, partial(self._begin, action))
        make_action(self, MAILING["post"], self.tr("交寄"), self._to_waybill)
        make_action(self, MAILING["stage_before"], self.tr("上一环节"), partial(self._turn, -1))
        make_action(self, MAILING["stage_after"], self.tr("下一环节"), partial(self._turn, 1))
        make_action(self, MAILING["to_table"], self.tr("到办件列表"), self._to_table)
        make_action(self, MAILING["to_case"], self.tr("到所选办件"), self._to_case)

    def _list_card(self) -> Card:
        theme = look()
        self._card = Card(" ")
        self._about = soft_label(wraps=False)
        self._card.header.insertWidget(1, self._about)
        self.year = QComboBox()
        self.year.setObjectName("mailing.year")
        self.year.setAccessibleName(self.tr("送达年度"))
        self.year.setToolTip(self.tr("送达年度"))
        self.year.activated.connect(self._on_year)
        self.hand_over = make_action(self, MAILING["handover"], self.tr("邮件交接清单"), self.presenter.hand_over)
        self.hand_over.setEnabled(False)
        self._card.header.addWidget(self.year)
        self._card.header.addWidget(ActionButton(self.hand_over, name="mailing.handover", icon_name="print"))
        self.trouble = NoticeLine(name="mailing.trouble")
        self.table = TableView(name="mailing.table", label=self.tr("证照"), empty_text=self.tr("这一环节没有证照"))
        place = tuple(LetterColumn).index(LetterColumn.LEFT)
        self.table.set_model(self.presenter.model, sorted_by=place)
        self.table.setMinimumHeight(theme.row * 4)
        self.table.current_changed.connect(self._on_current)
        self.table.activated_row.connect(self._on_activated)
        self._columns = ColumnFit(self.table, self.presenter.model, leaves_first=LEAVES_FIRST)
        self.progress = ProgressStrip(name="mailing.progress")
        self._card.body.addWidget(self.trouble)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self.progress)
        self._card.body.setSpacing(theme.unit // 2)
        return self._card

    def _on_stage(self, code: str) -> None:
        self._is_stage_chosen = True
        self._keeps_case = False
        self._show_stage(Stage(code))

    def _turn(self, step: int) -> None:
        place = STAGES.index(self.presenter.stage) + step
        self._on_stage(STAGES[place % len(STAGES)].value)

    def _show_stage(self, stage: Stage) -> None:
        self.presenter.stage = stage
        self._mark()
        self.presenter.model.reload(keep_rows=False)

    def _on_year(self, _place: int) -> None:
        self.presenter.year = int(self.year.currentData())
        self._show_stage(Stage.DELIVERED)
        self.presenter.count()

    def _mark(self) -> None:
        stage = self.presenter.stage
        words = stage_look(stage.value).text
        self.stages.choose(stage.value)
        self._card.set_title(words)
        self.year.setVisible(stage is Stage.DELIVERED and self.year.count() > 0)
        self.row.setVisible(stage in _POSTING and self.ctx.may("issue"))
        self._columns.want(WANTED[stage])
        empty = self.table.viewport().findChild(EmptyState)
        if empty is not None:
            empty.set_text(self.tr("没有{stage}的证照").format(stage=words))

    def _on_loading(self, is_loading: bool) -> None:  # noqa: FBT001 — a slot
        if is_loading:
            self.progress.start(self.tr("正在读取证照…"))
        else:
            self.progress.finish()

    def _on_loaded(self, count: int) -> None:
        self.trouble.say("")
        if not count:
            self.row.show_case(None)
        elif self._keeps_case and self.panel.file is not None:
            self.table.select_id(self.panel.file.case.case_id)
        elif self.table.current_id() is None:
            self.table.select_first()

    def _on_counted(self, counts: Counts) -> None:
        self.presenter.year = counts.year
        self.year.clear()
        for year in counts.years:
            self.year.addItem(self.tr("{year} 年").format(year=year), year)
        self.year.setCurrentIndex(self.year.findData(counts.year))
        self.stages.set_counts(counts.stages)
        self.hand_over.setEnabled(counts.posted_today > 0)
        told = self.tr("今日交寄 {n} 件").format(n=counts.posted_today)
        self.hand_over.setToolTip(self.tr("打印今日交寄邮件的交接清单；{told}").format(told=told))
        self._tell_about(counts, told)
        if not self._is_stage_chosen:
            self._is_stage_chosen = True
            found = next((one for one in _FIRST if counts.stages[one.value]), Stage.TO_POST)
            self._show_stage(found)
        self._mark()
        waiting = (Stage.TO_MAKE, Stage.TO_SEAL, Stage.TO_POST, Stage.RETURNED)
        self.ctx.set_badge(self.name, sum(counts.stages[one.value] for one in waiting))

    def _tell_about(self, counts: Counts, told: str) -> None:
        age = (self.ctx.today() - counts.oldest).days if counts.oldest is not None else 0
        slow = self.tr("送达回证最久 {n} 天未回").format(n=age) if age > SLOW_DAYS else ""
        self._about.setText(" · ".join(part for part in (told if counts.posted_today else "", slow) if part))

    def _on_failed(self, error: Exception) -> None:
        if self.presenter.model.rowCount() == 0:
            self.trouble.say(self.tr("证照没有读出来，按 F5 再试。"), Tone.ERROR)
        self.ctx.show_error(error)

    def _on_current(self, case_id: Hashable | None) -> None:
        shown = self.panel.file.case.case_id if self.panel.file is not None else None
        if isinstance(case_id, str) and case_id != shown:
            self._keeps_case = False
            self.panel.show_case(case_id)

    def _on_activated(self, case_id: Hashable) -> None:
        self._on_current(case_id)
        if self._can_post():
            self._to_waybill()
        else:
            self._to_case()

    def _on_case(self, file: CaseFile) -> None:
        self.row.show_case(file.case if file.row.stage in _POSTING else None)
        wish = self._wish
        if wish is None or wish.case_id != file.case.case_id:
            return
        self._wish, self._keeps_case = None, True
        if file.row.stage in STAGES and file.row.stage is not self.presenter.stage:
            self._show_stage(file.row.stage)
        else:
            self.table.select_id(wish.case_id)
        if wish.action:
            self._begin(wish.action)

    def _on_recorded(self, _recorded: Recorded) -> None:
        """After an act of the panel the case stays in front, also when it left this stage."""
        self._keeps_case = True

    def _post(self, waybill: str) -> None:
        case = self.row.case
        if case is not None:
            self.row.set_busy(is_busy=True)
            self.presenter.post(case, waybill=waybill)

    def _on_posted(self, recorded: Recorded) -> None:
        """The letter left this stage: the next one comes up and the cursor waits for its number."""
        self._keeps_case = False
        letter = recorded.case.letters[-1]
        applicant = recorded.case.applicant.name if recorded.case.applicant else recorded.case.case_no
        self.row.clear()
        self.ctx.toast(self.tr("已交寄：{name}，{waybill}").format(name=applicant, waybill=letter.waybill))
        self.row.waybill.setFocus()

    def _on_refused(self, error: Exception) -> None:
        self.row.set_busy(is_busy=False)
        self.ctx.show_error(error, target=self.row.form)

    def _act(self) -> None:
        """Begin the usual next step of the case in front: the waybill where a letter waits, else the panel's form."""
        if self._can_post():
            if self.row.waybill.value():
                self.row.submit()
            else:
                self._to_waybill()
            return
        code = next_action(self.panel.file) if self.panel.file is not None else ""
        if code:
            self._begin(code)

    def _begin(self, code: str) -> None:
        if not self.panel.start_action(code) and self.panel.file is not None:
            self.ctx.toast(self.tr("这件证照现在不能这样办理。"), Tone.INFO)

    def _can_post(self) -> bool:
        return not self.row.isHidden() and self.row.waybill.isEnabled()

    def _to_waybill(self) -> None:
        if self._can_post():
            self.row.waybill.setFocus()
            self.row.waybill.selectAll()
        else:
            self._begin("post")

    def _to_table(self) -> None:
        self.table.setFocus()

    def _to_case(self) -> None:
        self.panel.setFocus()
        self.panel.focusNextChild()
