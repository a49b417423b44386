"""The way of a paper through the window: look at it with 编号待定, do the act, see the numbered sheet, say what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.acts.base import ActId, CaseId
from clerk_app.services import sheets
from clerk_app.services.recording import Desk, IssuedPaper, Recorded
from clerk_app.ui.context import PreviewRequest, SheetFate, UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.tasks import Lane, is_cancelled
from clerk_app.wording import word

Action = Callable[[Desk], Recorded]


class PaperFlow(QObject):
    """Does acts for one screen, with or without a paper.

    Signals:
        recorded(object): the `Recorded` of an act, after its commit.
        failed(object): the error of an act or a paper.
        settled(): the person said what became of the last sheet; the form may go on.
    """

    recorded = Signal(object)
    failed = Signal(object)
    settled = Signal()

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner

    def do(self, action: Action, *, seen: ActId | None = None) -> None:
        """Do an act at once; its paper, if it has one, is shown with its number."""
        desk = self._ctx.services.desk
        self._ctx.tasks.submit(
            self._owner,
            partial(desk.do, action, seen=seen),
            done=self._on_recorded,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def preview_then_do(self, action: Action, *, title: str, issue_text: str, seen: ActId | None = None) -> None:
        """Show the paper that the act would issue, and do it when the person says so.

        What would refuse the act is told at once and no window opens.
        """
        desk = self._ctx.services.desk

        def show(pdf: bytes) -> None:
            self._ctx.preview(
                PreviewRequest(
                    title=title,
                    load=lambda: pdf,
                    issue_text=issue_text,
                    on_issue=partial(self.do, action, seen=seen),
                    parent=self._owner,
                )
            )

        self._ctx.tasks.submit(
            self._owner, partial(desk.preview, action, seen=seen), done=show, failed=self._on_failed, lane=Lane.PAPER
        )

    def look_at(self, case_id: CaseId, paper: IssuedPaper) -> None:
        """Show a paper that was just issued and ask whether its sheet came out."""
        title = word(f"document.{paper.document}")
        self._ctx.preview(
            PreviewRequest(
                title=f"{title}  {paper.number}".strip(),
                load=lambda: paper.pdf,
                file_name=f"{title}-{paper.number}".strip("-"),
                on_fate=partial(self.settle, case_id, paper.sheet_id),
                parent=self._owner,
            )
        )

    def _on_recorded(self, recorded: Recorded) -> None:
        self._announce(recorded)
        self.recorded.emit(recorded)
        for paper in recorded.papers:
            self.look_at(recorded.case.case_id, paper)

    def settle(self, case_id: CaseId, sheet_id: str, fate: SheetFate, reason: str) -> None:
        """Record what became of a sheet: seen, spoiled, or printed again from the stored bytes."""
        actions: dict[SheetFate, Callable[[Desk], object]] = {
            SheetFate.CAME_OUT: lambda desk: sheets.confirm(desk, case_id, sheet_id),
            SheetFate.SPOILED: lambda desk: sheets.spoil(desk, case_id, sheet_id, reason=reason),
            SheetFate.REPRINT: lambda desk: sheets.reprint(desk, case_id, sheet_id, reason=reason),
        }
        self._ctx.tasks.submit(
            self._owner,
            partial(self._ctx.services.desk.do, actions[fate]),
            done=self._on_settled,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_settled(self, result: object) -> None:
        recorded = result[0] if isinstance(result, tuple) else result
        if isinstance(recorded, Recorded):
            self._announce(recorded)
        self.settled.emit()

    def _announce(self, recorded: Recorded) -> None:
        self._ctx.hub.announce(Topic.CASES, Topic.LICENCES, Topic.NUMBERS, case_ids=[recorded.case.case_id])
        self._ctx.frame.refresh_status()

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)
