"""One case on the screen: state, clocks, reckoning, papers and history, and the acts this person may record now.

After intake this is the only place where an act is recorded; every page embeds it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from clerk_app.domain.acts.case import IdType, MaterialCheck
from clerk_app.domain.case import Sheet
from clerk_app.domain.identifiers import mask_id
from clerk_app.services.casefile import CaseFile
from clerk_app.services.recording import Recorded
from clerk_app.ui.case_panel.action_bar import ActionBar
from clerk_app.ui.case_panel.action_form import ActionForm
from clerk_app.ui.case_panel.actions import CaseAction, offered
from clerk_app.ui.case_panel.lists import (
    ActColumn,
    ActLine,
    MaterialColumn,
    SheetColumn,
    act_lines,
    trace_entries,
)
from clerk_app.ui.case_panel.presenter import CasePresenter
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Change
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.chips import Chip, state_look
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.table_view import TableView
from clerk_app.ui.widgets.trace_view import TraceView
from clerk_app.ui.widgets.two_bars import TwoBars, bar_of, clock_word
from clerk_app.wording import word


class CasePanel(Card):
    """Shows one case.

    Signals:
        recorded(object): the `Recorded` of an act done here.
        shown(object): the `CaseFile` that came up.
    """

    recorded = Signal(object)
    shown = Signal(object)

    def __init__(self, ctx: UiContext, *, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ctx, self._name = ctx, f"{page}.case"
        self.setObjectName(f"{self._name}.panel")
        self.file: CaseFile | None = None
        self._form: ActionForm | None = None
        self._wanted_action = ""
        self._awaited = ""
        self._presenter = CasePresenter(ctx, self)
        self._build()
        self._presenter.loaded.connect(self._show)
        self._presenter.failed.connect(self._on_failed)
        self._presenter.recorded.connect(self._on_recorded)
        ctx.hub.changed.connect(self._on_change)
        self.show_case(None)

    def show_case(self, case_id: str | None) -> None:
        """Show a case, or nothing."""
        self._drop_form()
        if case_id is None:
            self.file = None
            self._pages.setCurrentWidget(self._empty)
            return
        if self._awaited != case_id:
            self._wanted_action = ""
        self._awaited = case_id
        self._presenter.load(case_id)

    def start_action(self, code: str) -> bool:
        """Begin an action by its code; False when it is not offered now. Before the case is here it waits for it."""
        if self.file is None or self.file.case.case_id != self._awaited:
            self._wanted_action = code
            return False
        action = next((one for one in offered(self.file) if one.code == code), None)
        if action is None:
            return False
        self._begin(action)
        return True

    def _build(self) -> None:
        theme = look()
        self._empty = EmptyState(self.tr("没有选中办件"), hint=self.tr("在列表里选一件，这里显示它的全部情况。"))
        self._content = QWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._content)
        self.body.addWidget(self._pages)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.unit)
        self._build_head(layout)
        self._warning = NoticeLine(name=f"{self._name}.warning")
        layout.addWidget(self._warning)
        self._bars = TwoBars(name=f"{self._name}.bars")
        layout.addWidget(self._bars)
        self._bar = ActionBar(name=self._name)
        self._bar.chosen.connect(self._begin)
        layout.addWidget(self._bar)
        self._form_place = QVBoxLayout()
        layout.addLayout(self._form_place)
        self._build_tabs(layout)

    def _build_head(self, layout: QVBoxLayout) -> None:
        theme = look()
        top = QHBoxLayout()
        top.setSpacing(theme.unit)
        self._title = heading("", role="title")
        self._title.setWordWrap(True)
        self._chip = Chip()
        top.addWidget(self._title, 1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        self._item = QLabel()
        self._item.setWordWrap(True)
        self._facts = soft_label()
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._item)
        layout.addWidget(self._facts)

    def _build_tabs(self, layout: QVBoxLayout) -> None:
        theme = look()
        self._tabs = QTabWidget()
        self._tabs.setObjectName(f"{self._name}.tabs")
        self._tabs.setDocumentMode(True)
        why = QWidget()
        why_layout = QVBoxLayout(why)
        why_layout.setContentsMargins(0, theme.unit, 0, 0)
        self._clock = QComboBox()
        self._clock.setObjectName(f"{self._name}.clock")
        self._clock.setAccessibleName(self.tr("哪一个时限"))
        self._clock.currentIndexChanged.connect(self._show_trace)
        self._trace = TraceView(name=f"{self._name}.trace")
        why_layout.addWidget(self._clock)
        why_layout.addWidget(self._trace)
        self._acts = RowsModel[ActLine](ActColumn, key=lambda row: row.act_id, parent=self)
        self._timeline = self._table("timeline", self.tr("办理记录"), self.tr("还没有办理记录"))
        self._timeline.set_model(self._acts)
        self._sheets = RowsModel[Sheet](SheetColumn, key=lambda row: row.sheet_id, parent=self)
        self._papers = self._table("papers", self.tr("文书"), self.tr("还没有文书"))
        self._papers.set_model(self._sheets)
        self._papers.activated_row.connect(self._open_paper)
        self._materials = RowsModel[MaterialCheck](MaterialColumn, key=lambda row: row.code, parent=self)
        checklist = self._table("materials", self.tr("材料"), self.tr("台账导入的办件没有材料清单"))
        checklist.set_model(self._materials)
        for table in (self._trace, self._timeline, self._papers, checklist):
            # A list takes what the page leaves, so that the page itself scrolls only when not even its head fits.
            table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            table.setMinimumHeight(theme.row * 2)
        self._tabs.addTab(why, self.tr("时限说明"))
        self._tabs.addTab(self._timeline, self.tr("办理记录"))
        self._tabs.addTab(self._paper_page(), self.tr("文书"))
        self._tabs.addTab(checklist, self.tr("材料"))
        layout.addWidget(self._tabs, 1)

    def _paper_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, look().unit, 0, 0)
        layout.addWidget(self._papers)
        opens = Button(self.tr("查看与补打"), name=f"{self._name}.open_paper", kind=ButtonKind.QUIET, icon_name="print")
        opens.clicked.connect(self._open_current_paper)
        layout.addWidget(opens, 0, Qt.AlignmentFlag.AlignRight)
        return page

    def _table(self, code: str, label: str, empty: str) -> TableView:
        return TableView(name=f"{self._name}.{code}", label=label, empty_text=empty)

    def _show(self, file: CaseFile) -> None:
        self.file = file
        self._pages.setCurrentWidget(self._content)
        case = file.case
        self._title.setText(case.applicant.name if case.applicant else "")
        self._chip.set_look(state_look(case.state.value))
        item = file.item.name if file.item else case.item
        self._item.setText(f"{item} · {word(f'kind.{case.item_kind.value}')}")
        self._facts.setText(self._facts_of(file))
        self._warn(file)
        shown = [one for one in file.clocks if one.reading.kind.value in ("decision_statutory", "decision_promised")]
        self._bars.set_bars(tuple(bar_of(one.reading) for one in (shown or file.clocks[:1])))
        self._bar.set_actions(offered(file))
        self._bar.chain(self._warning, self._tabs)
        self._acts.set_rows(act_lines(file))
        self._sheets.set_rows(tuple(reversed(case.sheets)))
        self._materials.set_rows(case.materials)
        self._fill_clocks(file)
        self.shown.emit(file)
        if self._wanted_action:
            code, self._wanted_action = self._wanted_action, ""
            self.start_action(code)

    def _facts_of(self, file: CaseFile) -> str:
        case, row = file.case, file.row
        parts = [self.tr("办件编号 {no}").format(no=case.case_no)]
        if case.applicant is not None:
            is_personal = case.applicant.id_type is not IdType.CREDIT_CODE
            parts.append(mask_id(case.applicant.id_number) if is_personal else case.applicant.id_number)
        for label, day in (
            (self.tr("收件 {day}"), case.received_on),
            (self.tr("受理 {day}"), case.accepted_on),
            (self.tr("决定 {day}"), row.decided_on),
            (self.tr("送达 {day}"), case.delivered_on),
        ):
            if day is not None:
                parts.append(label.format(day=day.isoformat()))
        if case.certificate_no:
            parts.append(self.tr("证书 {no}").format(no=case.certificate_no))
        if row.waybill:
            parts.append(self.tr("邮件 {no}").format(no=row.waybill))
        return " · ".join(_unbroken(part) for part in parts)

    def _warn(self, file: CaseFile) -> None:
        set_aside = any(one.verdict.value in ("conflict", "refused", "waiting") for one in file.acts)
        if set_aside:
            self._warning.say(self.tr("有办理记录被服务器搁置，见系统管理的数据交换。"), Tone.ERROR)
        elif file.deemed_accepted_on is not None:
            words = self.tr("收件后五个工作日内没有一次性告知，自 {day} 起视为受理（待核对）。")
            self._warning.say(words.format(day=file.deemed_accepted_on.isoformat()), Tone.WARN)
        elif file.case.doubtful:
            reasons = "；".join(word(code) for code in file.case.doubtful)
            self._warning.say(self.tr("历史数据存疑：{reasons}").format(reasons=reasons), Tone.WARN)
        elif file.row.provisional:
            self._warning.say(self.tr("时限跨入尚未公布放假安排的年份，日期暂定。"), Tone.WARN)
        else:
            self._warning.say("")

    def _fill_clocks(self, file: CaseFile) -> None:
        kept = self._clock.currentData()
        self._clock.blockSignals(True)
        self._clock.clear()
        for view in file.clocks:
            kind = view.reading.kind.value
            words = QCoreApplication.translate("CasePanel", "{clock}：{day}").format(
                clock=clock_word(kind), day=view.reading.due.isoformat()
            )
            self._clock.addItem(words, kind)
        place = self._clock.findData(kept if kept is not None else "decision_promised")
        self._clock.setCurrentIndex(max(place, 0))
        self._clock.blockSignals(False)
        self._show_trace()

    def _show_trace(self) -> None:
        if self.file is not None:
            self._trace.set_entries(trace_entries(self.file, str(self._clock.currentData() or "")))

    def _begin(self, action: CaseAction) -> None:
        if self.file is None:
            return
        self._drop_form()
        if action.page:
            self._ctx.open_page(action.page, self.file.case.case_id)
            return
        if not action.fields:
            label = QCoreApplication.translate("CaseAction", action.label)
            self._bar.set_busy(is_busy=True)
            self._presenter.act(action, self.file, {}, label=label)
            return
        form = ActionForm(action, self.file, name=f"{self._name}.{action.code}", today=self._ctx.today(), parent=self)
        form.submitted.connect(self._submit)
        form.dismissed.connect(self._drop_form)
        self._form = form
        self._form_place.addWidget(form)
        self._bar.hide()
        self._tabs.hide()
        self._form_place.addStretch(1)
        form.focus_first()

    def _submit(self) -> None:
        form = self._form
        if form is None or self.file is None or not form.is_complete():
            return
        form.set_busy(is_busy=True)
        label = QCoreApplication.translate("CaseAction", form.action.label)
        self._presenter.act(form.action, self.file, form.values(), label=label)

    def _drop_form(self) -> None:
        self._bar.show()
        self._bar.set_busy(is_busy=False)
        self._tabs.show()
        while self._form_place.count():
            self._form_place.takeAt(0)
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _open_paper(self, sheet_id: object) -> None:
        if self.file is not None and isinstance(sheet_id, str):
            self._presenter.show_paper(self.file, sheet_id)

    def _open_current_paper(self) -> None:
        self._open_paper(self._papers.current_id())

    def _on_recorded(self, recorded: Recorded) -> None:
        self._drop_form()
        self._ctx.toast(self.tr("已记录：{state}").format(state=state_look(recorded.case.state.value).text))
        self._presenter.load(recorded.case.case_id)
        self.recorded.emit(recorded)

    def _on_failed(self, error: Exception) -> None:
        self._bar.set_busy(is_busy=False)
        if self._form is not None:
            self._form.set_busy(is_busy=False)
        self._ctx.show_error(error, target=self._form.form if self._form is not None else None)

    def _on_change(self, change: Change) -> None:
        if self.file is not None and change.touches(self.file.case.case_id) and self._form is None:
            self._presenter.load(self.file.case.case_id)


def _unbroken(fact: str) -> str:
    """Return a fact whose line never breaks between its name and its number, nor within its name."""
    name, blank, number = fact.partition(" ")
    return "\N{WORD JOINER}".join(name) + "\N{NO-BREAK SPACE}" + number if blank else fact
