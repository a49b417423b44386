"""From the first start to a signed-in person: what the two entry screens ask for is done here, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clerk_app.ui.faults import FaultTarget, FormGroup
from clerk_app.ui.parts import EntryServices, FoundOffice, KnownPerson, SessionInfo
from clerk_app.ui.screens.sign_in.view import SignInView
from clerk_app.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from clerk_app.ui.screens.first_start.view import FirstStartView

ShowError = Callable[[Exception, FaultTarget | None], None]


class Entry(QWidget):
    """Shows the sign-in screen, or the first start when there is no office yet.

    Signals:
        entered(SessionInfo): somebody is signed in.
        cancelled(): the change of person was called off.
        told(Notice): something to say in the notice bar.
    """

    entered = Signal(object)
    cancelled = Signal()
    told = Signal(object)

    def __init__(
        self, services: EntryServices, tasks: TaskRunner, show_error: ShowError, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._services, self._tasks, self._show_error = services, tasks, show_error
        self.sign_in = SignInView()
        self.first_start: FirstStartView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sign_in)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.sign_in.sign_in_wanted.connect(self._sign_in)
        self.sign_in.cancelled.connect(self.cancelled)

    def begin(self) -> None:
        """Ask whether there is an office, then who is here."""
        self._ask(self._services.is_ready, self._on_ready)

    def ask(self, *, can_cancel: bool) -> None:
        """Ask who is here."""
        self._stack.setCurrentWidget(self.sign_in)
        self.sign_in.ask(can_cancel=can_cancel)
        self._ask(self._services.people, self._on_people)

    def _ask(self, job: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.submit(self, job, done=done, failed=self._on_failed)

    def _on_ready(self, is_ready: bool) -> None:  # noqa: FBT001 — the answer of a job
        if is_ready:
            self.ask(can_cancel=False)
            return
        view = self._ready_first_start()
        self._stack.setCurrentWidget(view)

    def _on_people(self, people: tuple[KnownPerson, ...]) -> None:
        self.sign_in.show_people(people)

    def _ready_first_start(self) -> FirstStartView:
        if self.first_start is None:
            from clerk_app.ui.screens.first_start.view import FirstStartView

            view = FirstStartView()
            view.found_wanted.connect(self._found)
            view.join_wanted.connect(self._join)
            view.training_wanted.connect(self._train)
            self._stack.addWidget(view)
            self.first_start = view
        return self.first_start

    def _sign_in(self, user: str, password: str) -> None:
        job = partial(self._services.sign_in, user, password)
        self._tasks.submit(self, job, done=self._on_entered, failed=self._on_refused)

    def _found(self, wish: FoundOffice) -> None:
        self._begin_first(partial(self._services.found_office, wish), self._on_entered)

    def _join(self, file: Path) -> None:
        self._begin_first(partial(self._services.join_office, file), self._on_joined)

    def _train(self) -> None:
        self._begin_first(self._services.training_copy, self._on_joined)

    def _begin_first(self, job: Callable[[], object], done: Callable[..., None]) -> None:
        self._ready_first_start().set_busy(is_busy=True)
        self._tasks.submit(self, job, done=done, failed=self._on_not_begun, lane=Lane.WRITE)

    def _on_joined(self, workstation: str) -> None:
        if self.first_start is not None:
            self.first_start.set_busy(is_busy=False)
        from clerk_app.ui.context import Notice

        text = self.tr("本机已就绪，编号 {code}。请登录。").format(code=workstation)
        self.told.emit(Notice("entry", text))
        self.ask(can_cancel=False)

    def _on_entered(self, session: SessionInfo) -> None:
        if self.first_start is not None:
            self.first_start.set_busy(is_busy=False)
        self.sign_in.set_busy(is_busy=False)
        self.sign_in.password.clear()
        self.entered.emit(session)

    def _on_refused(self, error: Exception) -> None:
        self.sign_in.refused()
        self._show_error(error, self.sign_in.form)

    def _on_not_begun(self, error: Exception) -> None:
        view = self._ready_first_start()
        view.set_busy(is_busy=False)
        self._show_error(error, FormGroup(view.form, view.join_form))

    def _on_failed(self, error: Exception) -> None:
        self._show_error(error, None)
