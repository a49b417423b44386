"""Behind the notice page: reads the list and the selected case, and records what was found, told and handed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import MaterialCheck
from clerk_app.domain.case import Case
from clerk_app.domain.papers import PaperDocument
from clerk_app.services import intake
from clerk_app.services.casefile import CaseFile
from clerk_app.services.recording import Desk, Recorded
from clerk_app.ui.case_panel.papers import PaperFlow
from clerk_app.ui.case_panel.presenter import read_file
from clerk_app.ui.context import UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.notification.rows import NoticeList, read_rows
from clerk_app.ui.tasks import Lane, Task, is_cancelled
from clerk_app.wording import word


class NotificationPresenter(QObject):
    """Reads and acts for one notice page.

    Signals:
        listed(object): the `NoticeList`.
        loaded(object): the `CaseFile` that was asked for last.
        recorded(object): the `Recorded` of an act.
        failed(object): an error.
    """

    listed = Signal(object)
    loaded = Signal(object)
    recorded = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self._wanted = ""
        self._listing: Task | None = None
        self._accept_next = False
        self._flow = PaperFlow(ctx, owner)
        self._flow.recorded.connect(self._on_recorded)
        self._flow.failed.connect(self._on_flow_failed)

    def load(self) -> None:
        """Read the list; an older question is dropped."""
        if self._listing is not None:
            self._ctx.tasks.cancel(self._listing)
        desk = self._ctx.services.desk

        def job() -> NoticeList:
            return read_rows(desk.reader, desk.today)

        self._listing = self._ctx.tasks.submit(self._owner, job, done=self._on_listed, failed=self._on_failed)

    def load_case(self, case_id: str) -> None:
        """Read a case; the answer to an older question is dropped."""
        self._wanted = case_id
        job = partial(read_file, self._ctx.services.desk, CaseId(case_id))
        self._ctx.tasks.submit(self._owner, job, done=self._on_loaded, failed=self._on_failed)

    def save(self, case: Case, checks: Sequence[MaterialCheck]) -> None:
        """Record what was found."""
        found = tuple(checks)

        def act(desk: Desk) -> Recorded:
            return intake.check_materials(desk, case.case_id, found)

        self._flow.do(act, seen=case.last_legal)

    def keep(self, case_id: str, checks: Sequence[MaterialCheck]) -> None:
        """Record what was found in a case that is not in front any more; the window is about to close."""
        found = tuple(checks)

        def act(desk: Desk) -> Recorded:
            return intake.check_materials(desk, CaseId(case_id), found)

        ctx = self._ctx
        # The hub outlives the page: a page that is freed drops its jobs, and what was found must not go with them.
        ctx.tasks.submit(
            ctx.hub,
            partial(ctx.services.desk.do, act),
            done=partial(_announce_kept, ctx),
            failed=ctx.show_error,
            lane=Lane.WRITE,
        )

    def issue(self, case: Case, checks: Sequence[MaterialCheck]) -> None:
        """Look at the one-time notice and issue it."""
        found, label = tuple(checks), word(f"document.{PaperDocument.SUPPLEMENT_NOTICE.value}")

        def act(desk: Desk) -> Recorded:
            return intake.notify_once(desk, case.case_id, found)

        self._flow.preview_then_do(act, title=label, issue_text=word("do_and_print", what=label), seen=case.last_legal)

    def supplement(self, case: Case, checks: Sequence[MaterialCheck], *, on: date | None) -> None:
        """Record what came in on a day (None: today)."""
        came_in = tuple(checks)

        def act(desk: Desk) -> Recorded:
            return intake.receive_supplement(desk, case.case_id, came_in, on=on)

        self._flow.do(act, seen=case.last_legal)

    def accept(self, case: Case, checks: Sequence[MaterialCheck]) -> None:
        """Look at the acceptance notice and accept; what was found is recorded first if it is not yet."""
        if tuple(checks) != case.materials:
            self._accept_next = True
            self.save(case, checks)
            return
        self._accept(case)

    def _accept(self, case: Case) -> None:
        label = word(f"document.{PaperDocument.ACCEPTANCE_NOTICE.value}")

        def act(desk: Desk) -> Recorded:
            return intake.accept(desk, case.case_id)

        self._flow.preview_then_do(act, title=label, issue_text=word("do_and_print", what=label), seen=case.last_legal)

    def _on_recorded(self, recorded: Recorded) -> None:
        goes_on, self._accept_next = self._accept_next, False
        self.recorded.emit(recorded)
        if goes_on:
            self._accept(recorded.case)

    def _on_listed(self, found: NoticeList) -> None:
        self._listing = None
        self.listed.emit(found)

    def _on_loaded(self, file: CaseFile) -> None:
        if file.case.case_id == self._wanted:
            self.loaded.emit(file)

    def _on_flow_failed(self, error: Exception) -> None:
        self._accept_next = False
        self.failed.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def _announce_kept(ctx: UiContext, recorded: Recorded) -> None:
    ctx.hub.announce(Topic.CASES, case_ids=[recorded.case.case_id])
