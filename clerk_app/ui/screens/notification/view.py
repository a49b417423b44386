"""The page 一次性告知: the list of cases, the checklist of the selected one, and what may be done with it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import MaterialCheck
from clerk_app.domain.errors import Fault
from clerk_app.domain.procedure import State
from clerk_app.services.casefile import CaseFile
from clerk_app.services.recording import Recorded
from clerk_app.ui.context import OpenCase, UiContext
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.intake.body import SqueezablePage
from clerk_app.ui.screens.intake.materials import MaterialsCard
from clerk_app.ui.screens.notification.case_head import CaseHead
from clerk_app.ui.screens.notification.notice_list import NoticeListCard
from clerk_app.ui.screens.notification.presenter import NotificationPresenter
from clerk_app.ui.screens.notification.rows import NoticeList
from clerk_app.ui.screens.notification.step_bar import StepBar
from clerk_app.ui.screens.notification.steps import Step, is_editable, settled_codes, steps_for
from clerk_app.ui.shortcuts import NOTIFICATION
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import make_action
from clerk_app.ui.widgets.card import Card
from clerk_app.ui.widgets.chips import state_look
from clerk_app.ui.widgets.empty_state import EmptyState

_LIST_CHARS = 31
_SIDE_BY_SIDE_CHARS = 66
_STACKED_LINES = 14


class NotificationScreen(Screen):
    """One list, one case."""

    name = "notification"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_loaded = False
        self._file: CaseFile | None = None
        self._wanted = ""
        self._unsaved: dict[str, tuple[MaterialCheck, ...]] = {}
        self.list = NoticeListCard()
        self.head = CaseHead()
        self.materials = MaterialsCard(
            self.tr("材料核对"),
            page="notification",
            empty_text=self.tr("没有材料清单"),
            empty_hint=self.tr("台账导入的办件没有逐份材料记录。"),
        )
        self._steps: dict[Step, QAction] = {}
        self._make_actions()
        self.bar = StepBar(self._steps, today=ctx.today)
        self.materials.header.insertWidget(2, self.bar.form)
        self._lay_out()
        self.presenter = NotificationPresenter(ctx, self)
        self._connect()
        self.setFocusProxy(self.list.table)
        self._show_nothing()

    # What the frame tells.

    def activated(self) -> None:
        """Read the list, the first time."""
        if not self._is_loaded:
            self._is_loaded = True
            self.presenter.load()

    def refresh(self, change: Change) -> None:
        """Look again at what changed."""
        if change.concerns(Topic.CASES, Topic.OFFICE, Topic.CALENDAR, Topic.DAY):
            self.presenter.load()
        if self._file is not None and (change.touches(self._file.case.case_id) or change.concerns(Topic.DAY)):
            self.presenter.load_case(self._file.case.case_id)

    def show_argument(self, argument: object) -> None:
        """Bring a case to the front; a case id or `OpenCase`."""
        case_id = argument.case_id if isinstance(argument, OpenCase) else argument
        if isinstance(case_id, str):
            self._wanted = case_id
            self._bring_wanted()

    def may_close(self) -> bool:
        """Record what was found and not yet saved."""
        self._keep_typed()
        for case_id, checks in self._unsaved.items():
            self.presenter.keep(case_id, checks)
        self._unsaved.clear()
        return True

    def show_faults(self, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
        """Put what concerns the day at its field, and the cursor into the checklist for its faults."""
        left = self.bar.form.show_faults(faults)
        if any(one.field == "materials" for one in left):
            self.materials.focus_table()
        return left

    # Building.

    def _make_actions(self) -> None:
        for step, text, slot in (
            (Step.SAVE, self.tr("保存核对结果"), self._save),
            (Step.SUPPLEMENT, self.tr("收到补正材料"), self._supplement),
            (Step.ACCEPT, self.tr("受理"), self._accept),
            (Step.ISSUE, self.tr("出具告知书"), self._issue),
        ):
            action = make_action(self, NOTIFICATION[step.value], text, slot)
            action.setAutoRepeat(False)
            self._steps[step] = action
        make_action(self, NOTIFICATION["to_list"], self.tr("到办件列表"), self.list.focus_table)
        make_action(self, NOTIFICATION["to_checklist"], self.tr("到材料清单"), self.materials.focus_table)

    def _lay_out(self) -> None:
        theme = look()
        page = SqueezablePage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        self._row.setSpacing(theme.unit * 2)
        nothing = Card()
        nothing.body.addWidget(
            EmptyState(
                self.tr("没有选中办件"),
                hint=self.tr("在左边的列表里选一件，这里核对它的材料。"),
                icon_name="notification",
            )
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit * 2)
        column.addWidget(self.head)
        column.addWidget(self.materials, 1)
        column.addWidget(self.bar)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(content)
        self._row.addWidget(self.list)
        self._row.addWidget(self._pages, 1)
        self._arrange()

    def _connect(self) -> None:
        self.list.case_chosen.connect(self._on_chosen)
        self.list.case_opened.connect(self._on_opened)
        self.materials.changed.connect(self._on_changed)
        self.materials.finished.connect(self._to_main)
        self.bar.open_wanted.connect(self._open_case)
        self.presenter.listed.connect(self._on_listed)
        self.presenter.loaded.connect(self._on_loaded)
        self.presenter.recorded.connect(self._on_recorded)
        self.presenter.failed.connect(self._on_failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the case below the list where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = look()
        is_wide = self.width() >= theme.chars(_SIDE_BY_SIDE_CHARS)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self.list.set_width(theme.chars(_LIST_CHARS) if is_wide else 0)
        least = 0 if is_wide else theme.line * _STACKED_LINES
        self.list.setMinimumHeight(least)
        self.materials.setMinimumHeight(least)

    # The list.

    def _on_listed(self, found: NoticeList) -> None:
        self.list.show_rows(found)
        self.ctx.set_badge(self.name, self.list.pressing)
        if self._wanted:
            self._bring_wanted()

    def _bring_wanted(self) -> None:
        case_id = self._wanted
        if self.list.select(case_id):
            self._wanted = ""
        if self._file is None or self._file.case.case_id != case_id:
            self._on_chosen(case_id)

    def _on_chosen(self, case_id: Hashable | None) -> None:
        self._keep_typed()
        if isinstance(case_id, str):
            self.presenter.load_case(case_id)
        else:
            self._show_nothing()

    def _on_opened(self, _case_id: object) -> None:
        self.materials.focus_table()

    # The case.

    def _show_nothing(self) -> None:
        self._file = None
        self._pages.setCurrentIndex(0)
        for action in self._steps.values():
            action.setVisible(False)
            action.setEnabled(False)

    def _on_loaded(self, file: CaseFile) -> None:
        self._keep_typed()
        is_other = self._file is None or self._file.case.case_id != file.case.case_id
        self._file = file
        self._pages.setCurrentIndex(1)
        self.head.show_file(file, today=self.ctx.today(), is_shared=self.ctx.services.exchange is not None)
        case = file.case
        rule = file.item.rule(case.item_kind) if file.item else None
        may_edit = is_editable(case) and self.ctx.may("intake")
        checks = self._unsaved.get(case.case_id, case.materials) if may_edit else case.materials
        asked = {one.code for one in checks}
        every = rule.materials if rule and (asked or is_editable(case)) else ()
        is_open = may_edit and case.state is State.RECEIVED
        self.materials.show_materials(
            every if is_open else [one for one in every if one.code in asked],
            checks,
            is_editable=may_edit,
            left_out=[one.code for one in every if asked and one.code not in asked],
            locked=settled_codes(case),
            is_supplement=case.state is State.AWAITING_SUPPLEMENT,
        )
        if is_other:
            self.bar.set_day(None)
        self._recheck()

    def _keep_typed(self) -> None:
        file = self._file
        if file is None or not is_editable(file.case) or not self.ctx.may("intake"):
            return
        checks = self.materials.checks()
        if checks and checks != file.case.materials and file.case.state is State.RECEIVED:
            self._unsaved[file.case.case_id] = checks
        else:
            self._unsaved.pop(file.case.case_id, None)

    def _recheck(self) -> None:
        file = self._file
        if file is None:
            return
        found = steps_for(file.case, self.materials.checks(), may_act=self.ctx.may("intake"))
        self.bar.show_steps(found, asks_day=Step.SUPPLEMENT in found)

    def _on_changed(self) -> None:
        self._recheck()

    def _save(self) -> None:
        if self._file is not None:
            self.presenter.save(self._file.case, self.materials.checks())

    def _issue(self) -> None:
        if self._file is not None:
            self.presenter.issue(self._file.case, self.materials.checks())

    def _supplement(self) -> None:
        if self._file is not None and self.bar.form.is_valid():
            self.presenter.supplement(self._file.case, self.materials.checks(), on=self.bar.day())

    def _accept(self) -> None:
        if self._file is not None:
            self.presenter.accept(self._file.case, self.materials.checks())

    def _open_case(self) -> None:
        if self._file is not None:
            self.ctx.open_case(self._file.case.case_id)

    def _to_main(self) -> None:
        self.bar.focus_main()

    def _on_recorded(self, recorded: Recorded) -> None:
        case = recorded.case
        self._unsaved.pop(case.case_id, None)
        if self._file is not None and self._file.case.case_id == case.case_id:
            self._file = None
            self.presenter.load_case(case.case_id)
        if not recorded.papers:
            self.ctx.toast(self.tr("已记录：{state}").format(state=state_look(case.state.value).text))

    def _on_failed(self, error: Exception) -> None:
        self.ctx.show_error(error, target=self)
