"""Behind the intake: reads the catalogue and what is known, and takes an application through receipt and outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import MaterialCheck
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.papers import PaperDocument
from clerk_app.services import intake
from clerk_app.services.recording import Desk, Recorded
from clerk_app.ui.case_panel.papers import PaperFlow
from clerk_app.ui.context import UiContext
from clerk_app.ui.screens.intake.known import Question, look_up
from clerk_app.ui.screens.intake.outcomes import Outcome
from clerk_app.ui.screens.intake.sheet import IntakeSheet, application_of
from clerk_app.ui.tasks import Task, is_cancelled
from clerk_app.wording import word

_KNOWN_WAIT_MS = 300

PAPERS = {
    Outcome.ACCEPT: PaperDocument.ACCEPTANCE_NOTICE,
    Outcome.NOTIFY: PaperDocument.SUPPLEMENT_NOTICE,
    Outcome.REFUSE: PaperDocument.NON_ACCEPTANCE_DECISION,
    Outcome.NO_LICENCE: PaperDocument.NO_LICENCE_NEEDED_NOTICE,
}
"""The paper of each outcome beyond the receipt."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk wants to become of the application."""

    outcome: Outcome
    materials: tuple[MaterialCheck, ...] = ()
    reason: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """A received case and what is still to be done with it."""

    case: Case
    wish: Wish


class IntakePresenter(QObject):
    """Reads and acts for one intake page.

    Signals:
        items_loaded(object): the `ItemVersion`s in force today.
        known(object): the `Knowledge` about whoever the form names.
        received(object): the new `Case`; the form is free for the next person.
        finished(object): the `Case` after its outcome.
        free(): the last paper is done with; the next person may come.
        failed(object): an error.
    """

    items_loaded = Signal(object)
    known = Signal(object)
    received = Signal(object)
    finished = Signal(object)
    free = Signal()
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self._flow = PaperFlow(ctx, owner)
        self._wish: Wish | None = None
        self.open: Followed | None = None
        """The last received case while its outcome is still to come."""
        self._question = Question()
        self._asked: Task | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_KNOWN_WAIT_MS)
        self._wait.timeout.connect(self._look_up)
        self._flow.recorded.connect(self._on_recorded)
        self._flow.settled.connect(self._on_settled)
        self._flow.failed.connect(self._on_flow_failed)

    def load(self) -> None:
        """Read the catalogue."""
        desk = self._ctx.services.desk

        def job() -> tuple[ItemVersion, ...]:
            return desk.reader.office().catalogue.effective(desk.today)

        self._ctx.tasks.submit(self._owner, job, done=self.items_loaded.emit, failed=self._on_failed)

    def ask(self, question: Question) -> None:
        """Find out what is known, when the typing pauses."""
        if question != self._question:
            self._question = question
            self._wait.start()

    def ask_again(self) -> None:
        """Somebody recorded something: what is known may be more."""
        self._wait.start()

    def begin(self, sheet: IntakeSheet, wish: Wish) -> None:
        """Show the receipt with 编号待定; issuing it records 收件, then the outcome follows with its own paper."""
        application = application_of(sheet)
        self._wish = wish
        title = word(f"document.{PaperDocument.RECEIPT.value}")
        self._flow.preview_then_do(
            lambda desk: intake.receive(desk, application), title=title, issue_text=word("do_and_print", what=title)
        )

    def go_on(self) -> None:
        """Show the paper of the outcome that is still to come, and do it."""
        if self.open is None:
            return
        self._wish = None
        case, wish = self.open.case, self.open.wish
        label = word(f"document.{PAPERS[wish.outcome].value}")
        self._flow.preview_then_do(
            _follow(case.case_id, wish),
            title=label,
            issue_text=word("do_and_print", what=label),
            seen=case.last_legal,
        )

    def _on_recorded(self, recorded: Recorded) -> None:
        wish, self._wish = self._wish, None
        if wish is None:
            self.open = None
            self.finished.emit(recorded.case)
            return
        self.open = Followed(recorded.case, wish) if wish.outcome is not Outcome.RECEIVE else None
        self.received.emit(recorded.case)

    def _on_settled(self) -> None:
        if self._is_paper_open():
            return
        if self.open is not None:
            self.go_on()
        else:
            self.free.emit()

    def _is_paper_open(self) -> bool:
        """After 补打 the paper stays open and asks again."""
        from clerk_app.ui.widgets.paper_dialog import PaperDialog

        return any(one.isVisible() for one in self._owner.findChildren(PaperDialog))

    def _look_up(self) -> None:
        if self._asked is not None:
            self._ctx.tasks.cancel(self._asked)
        question = self._question
        job = partial(look_up, self._ctx.services.desk.reader, question)
        self._asked = self._ctx.tasks.submit(
            self._owner, job, done=partial(self._on_known, question), failed=self._on_failed
        )

    def _on_known(self, question: Question, known: object) -> None:
        self._asked = None
        if question == self._question:
            self.known.emit(known)

    def _on_flow_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def _follow(case_id: CaseId, wish: Wish) -> Callable[[Desk], Recorded]:
    match wish.outcome:
        case Outcome.ACCEPT:
            return lambda desk: intake.accept(desk, case_id)
        case Outcome.NOTIFY:
            return lambda desk: intake.notify_once(desk, case_id, wish.materials)
        case Outcome.REFUSE:
            return lambda desk: intake.refuse_acceptance(desk, case_id, reason=wish.reason, authority=wish.authority)
        case _:
            return lambda desk: intake.declare_no_licence_needed(desk, case_id, reason=wish.reason)
