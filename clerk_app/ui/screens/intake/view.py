"""The page 收件受理: the form, the drafts, and the outcomes that apply now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.case import Case
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.intake.body import SqueezablePage
from clerk_app.ui.screens.intake.draft_menu import DraftMenu, words_of
from clerk_app.ui.screens.intake.drafts import DraftKeeper, Parked
from clerk_app.ui.screens.intake.intake_form import IntakeForm
from clerk_app.ui.screens.intake.outcome_bar import OutcomeBar
from clerk_app.ui.screens.intake.outcomes import Outcome, offered
from clerk_app.ui.screens.intake.presenter import PAPERS, IntakePresenter, Wish
from clerk_app.ui.screens.intake.sheet import IntakeSheet
from clerk_app.ui.screens.intake.words import draft_title, finished_words, hint_words, outcome_words, received_words
from clerk_app.ui.shortcuts import INTAKE
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, make_action
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.wording import source_word

_NEEDS_REASON = (Outcome.REFUSE, Outcome.NO_LICENCE)


class IntakeScreen(Screen):
    """Takes applications in, one after the other; what is half done is never lost."""

    name = "intake"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_loaded = False
        self._is_busy = False
        self._offer: Parked | None = None
        self._has_offered = False
        self._outcomes: dict[Outcome, QAction] = {}
        self.form = IntakeForm(ctx)
        self.offer_line = NoticeLine(name="intake.offer")
        self.offer_button = Button(self.tr("取回"), name="intake.offer_resume", icon_name="open", compact=True)
        self.offer_button.setToolTip(self.tr("接着录入上次没有办完的收件"))
        self.drafts = DraftMenu(self)
        self.bar = self._make_bar()
        self.presenter = IntakePresenter(ctx, self)
        self.keeper = DraftKeeper(ctx, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.form.applicant.name)
        self._recheck()

    # What the frame tells.

    def activated(self) -> None:
        """Read the catalogue and the drafts, the first time."""
        if not self._is_loaded:
            self._is_loaded = True
            self.presenter.load()
            self.keeper.list()
            self.form.focus_applicant()

    def refresh(self, change: Change) -> None:
        """Look again at what changed."""
        if change.concerns(Topic.OFFICE, Topic.DAY):
            self.presenter.load()
        if change.concerns(Topic.CASES, Topic.LICENCES):
            self.presenter.ask_again()
        if change.concerns(Topic.DRAFTS):
            self.keeper.list()

    def left(self) -> None:
        """Save what was typed."""
        self.keeper.flush()

    def may_close(self) -> bool:
        """Save what was typed; it is offered at the next start."""
        self.keeper.flush()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the question for the reason and keeps what was written."""
        if event.key() == Qt.Key.Key_Escape and self.bar.reason.isVisible():
            self._close_reason()
            return
        super().keyPressEvent(event)

    # Building.

    def _make_bar(self) -> OutcomeBar:
        slots = {
            Outcome.NO_LICENCE: self._no_licence,
            Outcome.REFUSE: self._refuse,
            Outcome.RECEIVE: self._receive,
            Outcome.NOTIFY: self._notify,
            Outcome.ACCEPT: self._accept,
        }
        for outcome, slot in slots.items():
            action = make_action(self, INTAKE[outcome.value], outcome_words(outcome), slot)
            action.setAutoRepeat(False)
            self._outcomes[outcome] = action
        for name, text, slot in (
            ("submit", self.tr("按当前结论办理"), self._submit),
            ("to_applicant", self.tr("到申请人栏"), self.form.focus_applicant),
            ("to_materials", self.tr("到材料清单"), self.form.materials.focus_table),
            ("to_outcomes", self.tr("到办理结论"), self._to_outcomes),
        ):
            make_action(self, INTAKE[name], text, slot).setAutoRepeat(False)
        self._new_action = make_action(self, INTAKE["new"], self.tr("新的申请"), self._new)
        self._park_action = make_action(self, INTAKE["park"], self.tr("暂存"), self._park)
        self._resume_action = make_action(self, INTAKE["resume"], self.tr("取回"), self._show_drafts)
        self._discard_action = make_action(self, INTAKE["discard"], self.tr("放弃"), self._discard)
        return OutcomeBar(
            self._outcomes,
            (
                (self._new_action, "intake.new", "add"),
                (self._park_action, "intake.park", "save"),
                (self._resume_action, "intake.resume", "open"),
                (self._discard_action, "intake.discard", "delete"),
            ),
        )

    def _lay_out(self) -> None:
        theme = look()
        page = SqueezablePage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit * 2)
        offer = QHBoxLayout()
        offer.setSpacing(theme.unit)
        offer.addWidget(self.offer_line, 1)
        offer.addWidget(self.offer_button)
        self.offer_button.hide()
        layout.addLayout(offer)
        layout.addWidget(self.form, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.case_wanted.connect(self._open_case)
        self.form.finished.connect(self._to_outcomes)
        self.bar.go_on.connect(self.presenter.go_on)
        self.bar.reason.confirmed.connect(self._on_reason)
        self.bar.reason.dismissed.connect(self._close_reason)
        self.drafts.chosen.connect(self._take_draft)
        self.offer_button.clicked.connect(self._take_offer)
        self.presenter.items_loaded.connect(self._on_items)
        self.presenter.known.connect(self.form.show_known)
        self.presenter.received.connect(self._on_received)
        self.presenter.finished.connect(self._on_finished)
        self.presenter.free.connect(self.form.focus_applicant)
        self.presenter.failed.connect(self._on_failed)
        self.keeper.listed.connect(self._on_drafts)
        self.keeper.failed.connect(self._on_failed)
        self.ctx.tasks.busy_changed.connect(self._on_idle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    # Outcomes.

    def _recheck(self) -> None:
        sheet = self.form.sheet()
        may = self.ctx.may("intake")
        found = offered(sheet, self.form.item, may_receive=may) if not self._is_busy else ()
        for outcome, action in self._outcomes.items():
            action.setVisible(outcome in found or (self._is_busy and action.isVisible()))
            action.setEnabled(outcome in found)
        hint = self.tr("正在生成文书…") if self._is_busy else hint_words(sheet, self.form.item, may_receive=may)
        self.bar.hint.setText(hint)
        for action in (self._park_action, self._discard_action):
            action.setEnabled(may and not sheet.is_blank)
        for action in (self._new_action, self._resume_action):
            action.setEnabled(may)
        self.bar.fit()

    def _receive(self) -> None:
        self._begin(Wish(Outcome.RECEIVE))

    def _accept(self) -> None:
        self._begin(Wish(Outcome.ACCEPT))

    def _notify(self) -> None:
        self._begin(Wish(Outcome.NOTIFY, materials=self.form.materials.checks()))

    def _refuse(self) -> None:
        self._ask_reason(Outcome.REFUSE)

    def _no_licence(self) -> None:
        self._ask_reason(Outcome.NO_LICENCE)

    def _submit(self) -> None:
        if self.bar.reason.isVisible():
            self.bar.reason.go_on.click()
            return
        main = self._main()
        if main is not None and self._outcomes[main].isEnabled():
            self._outcomes[main].trigger()

    def _main(self) -> Outcome | None:
        found = offered(self.form.sheet(), self.form.item, may_receive=self.ctx.may("intake"))
        return found[0] if found else None

    def _ask_reason(self, outcome: Outcome) -> None:
        item = self.form.item
        if item is None or not self.form.is_valid():
            return
        reason = authority = ""
        if outcome is Outcome.REFUSE and not item.accepted_here:
            authority = item.competence
            reason = source_word("reason.not_competent", item=item.name)
        self.bar.reason.ask(outcome, reason=reason, authority=authority)

    def _on_reason(self) -> None:
        asked = self.bar.reason
        self._begin(Wish(asked.outcome, reason=asked.reason.value(), authority=asked.authority.value()))

    def _close_reason(self) -> None:
        self.bar.reason.hide()
        self._to_outcomes()

    def _begin(self, wish: Wish) -> None:
        if self._is_busy or not self.form.is_valid():
            return
        self._is_busy = True
        self.presenter.begin(self.form.sheet(), wish)
        self._recheck()

    def _on_idle(self) -> None:
        if self._is_busy and not self.ctx.tasks.is_busy:
            self._is_busy = False
            self._recheck()

    def _on_received(self, case: Case) -> None:
        wished = self.presenter.open
        self.keeper.drop()
        self._clear()
        document = PAPERS[wished.wish.outcome].value if wished is not None else ""
        self.bar.tell_last(received_words(case, next_document=document), is_open=wished is not None)

    def _on_finished(self, case: Case) -> None:
        self.bar.tell_last(finished_words(case))

    def _on_failed(self, error: Exception) -> None:
        self.ctx.show_error(error, target=self.form)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the focus went, also when a fault sent it there."""
        if now is None or not self.isAncestorOf(now):
            return
        place = now.parentWidget()
        while place is not None:
            if isinstance(place, QScrollArea):
                place.ensureWidgetVisible(now, 0, look().row)
            place = place.parentWidget()

    def _open_case(self, case_id: str) -> None:
        self.ctx.open_case(case_id)

    def _to_outcomes(self) -> None:
        main = self._main()
        if main is not None:
            self.bar.buttons[main].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The form and its drafts.

    def _on_items(self, items: object) -> None:
        if isinstance(items, tuple):
            self.form.set_items(items)
            self._recheck()

    def _on_edited(self) -> None:
        sheet = self.form.sheet()
        self.presenter.ask(self.form.question())
        self.keeper.touch(sheet, title=draft_title(sheet, self.form.item))
        if sheet.is_blank:
            self.bar.reason.forget()
        self._recheck()

    def _clear(self) -> None:
        self.form.set_sheet(IntakeSheet())
        self.bar.reason.forget()
        self.presenter.ask(self.form.question())
        self._recheck()
        self.form.focus_applicant()

    def _new(self) -> None:
        if not self.form.sheet().is_blank:
            self._park()
        self.bar.tell_last("")
        self.form.focus_applicant()

    def _park(self) -> None:
        sheet = self.form.sheet()
        if sheet.is_blank:
            return
        title = draft_title(sheet, self.form.item)
        self.keeper.park(sheet, title=title)
        self._clear()
        self.ctx.toast(self.tr("已暂存：{title}").format(title=title))

    def _show_drafts(self) -> None:
        button = self.bar.findChild(QWidget, "intake.resume")
        if button is not None:
            self.drafts.popup(button.mapToGlobal(button.rect().topLeft()))

    def _on_drafts(self, found: tuple[Parked, ...]) -> None:
        self.drafts.show_drafts(found)
        self._resume_action.setText(self.tr("取回 {n}").format(n=len(found)) if found else self.tr("取回"))
        self.ctx.set_badge(self.name, len(found))
        if not self._has_offered:
            self._has_offered = True
            self._offer = next((one for one in found if one.sheet is not None and not one.sheet.is_parked), None)
            if self._offer is not None:
                text = self.tr("上次有一份没有办完的收件：{draft}")
                self.offer_line.say(text.format(draft=words_of(self._offer)), Tone.INFO)
        self.offer_button.setVisible(self._offer is not None)

    def _take_offer(self) -> None:
        if self._offer is not None:
            self._take_draft(self._offer)

    def _take_draft(self, parked: Parked) -> None:
        if parked.sheet is None:
            return
        self._offer = None
        self.offer_line.say("")
        self.offer_button.hide()
        before = self.form.sheet()
        if not before.is_blank:
            self.keeper.park(before, title=draft_title(before, self.form.item))
        self.keeper.adopt(parked)
        self.form.set_sheet(parked.sheet.parked(is_parked=False))
        self.presenter.ask(self.form.question())
        self.keeper.list()
        self._recheck()
        self.form.focus_applicant()

    def _discard(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("intake.discard_question")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("放弃正在录入的这份收件？"))
        box.setInformativeText(self.tr("录入的内容不再保留。"))
        box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Discard).clicked.connect(self._on_discard)
        box.open()

    def _on_discard(self) -> None:
        self.keeper.drop()
        self._clear()
