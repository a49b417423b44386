"""Reads the case file and does the acts of the panel, off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.acts.base import CaseId
from clerk_app.services import sheets
from clerk_app.services.casefile import CaseFile, case_file
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.recording import Desk, Recorded
from clerk_app.ui.case_panel.actions import CaseAction, Values
from clerk_app.ui.case_panel.papers import PaperFlow
from clerk_app.ui.context import PreviewRequest, UiContext
from clerk_app.ui.tasks import is_cancelled
from clerk_app.wording import word


class CasePresenter(QObject):
    """Behind one case panel.

    Signals:
        loaded(object): the `CaseFile` that was asked for last.
        failed(object): an error of reading or acting.
        recorded(object): the `Recorded` of an act.
    """

    loaded = Signal(object)
    failed = Signal(object)
    recorded = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self._wanted = ""
        self.flow = PaperFlow(ctx, owner)
        self.flow.recorded.connect(self._on_recorded)
        self.flow.failed.connect(self.failed)

    def load(self, case_id: str) -> None:
        """Read a case; the answer to an older question is dropped."""
        self._wanted = case_id
        self._ctx.tasks.submit(
            self._owner,
            partial(read_file, self._ctx.services.desk, CaseId(case_id)),
            done=self._on_loaded,
            failed=self._on_failed,
        )

    def act(self, action: CaseAction, file: CaseFile, values: Values, *, label: str) -> None:
        """Do an action, after a look at its paper where it issues one."""
        run = action.run
        if run is None:
            return

        def do(desk: Desk) -> Recorded:
            return run(desk, file, values)

        seen = file.case.last_legal
        if action.issues_paper:
            self.flow.preview_then_do(do, title=label, issue_text=word("do_and_print", what=label), seen=seen)
        else:
            self.flow.do(do, seen=seen)

    def show_paper(self, file: CaseFile, sheet_id: str) -> None:
        """Show the stored pages of a paper; an unconfirmed sheet asks for its fate, a confirmed one may be reprinted."""
        sheet = next((one for one in file.case.sheets if one.sheet_id == sheet_id), None)
        if sheet is None:
            return
        desk = self._ctx.services.desk
        title = f"{word(f'document.{sheet.document}')}  {sheet.number}".strip()
        ask = None if sheet.spoiled else partial(self.flow.settle, file.case.case_id, sheet_id)
        self._ctx.preview(
            PreviewRequest(
                title=title,
                load=lambda: sheets.stored_paper(desk.reader, sheet).pdf,
                file_name=title,
                on_fate=ask,
                parent=self._owner,
            )
        )

    def _on_loaded(self, file: CaseFile) -> None:
        if file.case.case_id == self._wanted:
            self.loaded.emit(file)

    def _on_recorded(self, recorded: Recorded) -> None:
        self.recorded.emit(recorded)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def read_file(desk: WorkingDesk, case_id: CaseId) -> CaseFile:
    """Return the case file as this person sees it."""
    reader = desk.reader
    return case_file(reader, case_id, member=reader.office().member(desk.user), today=desk.today)
