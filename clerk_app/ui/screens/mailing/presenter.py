"""Behind 证照寄送: the letters of one stage, the counts of all, posting under a waybill, and the hand-over sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.case import Case
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.overview import Stage
from clerk_app.ports import Reader
from clerk_app.services import delivery
from clerk_app.services.desk import WorkingDesk
from clerk_app.ui.case_panel.papers import PaperFlow
from clerk_app.ui.context import PreviewRequest, UiContext
from clerk_app.ui.screens.deadlines.years import counts_by_year, whole, year_to_show
from clerk_app.ui.screens.mailing.columns import LetterColumn, LetterRow
from clerk_app.ui.screens.today.urgency import urgency
from clerk_app.ui.tasks import Lane, is_cancelled
from clerk_app.ui.widgets.paged_model import PagedTableModel, PageRequest, RowsPage
from clerk_app.wording import word

STAGES = (
    Stage.TO_MAKE,
    Stage.TO_SEAL,
    Stage.TO_PICK_UP,
    Stage.TO_POST,
    Stage.IN_TRANSIT,
    Stage.RETURNED,
    Stage.DELIVERED,
)
_MOST_LETTERS = 500


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are on each stage (delivered: in `year`), of which years there are any, newest first.

    `posted_today` counts letters for the hand-over sheet; `oldest` is when the oldest open letter was posted.
    """

    stages: dict[str, int]
    years: tuple[int, ...]
    year: int
    posted_today: int
    oldest: date | None


class MailingPresenter(QObject):
    """Reads and acts for the page; `stage` and `year` say which rows are wanted.

    Signals:
        counted(object): the `Counts`.
        posted(object): the `Recorded` of a letter handed over by the quick row.
        failed(object): an error of reading or of the hand-over sheet.
        refused(object): an error of posting, for the quick row.
    """

    counted = Signal(object)
    posted = Signal(object)
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self.stage = Stage.TO_POST
        self.year = ctx.today().year
        self._flow = PaperFlow(ctx, owner)
        self._flow.recorded.connect(self.posted)
        self._flow.failed.connect(self.refused)
        self.model = PagedTableModel[LetterRow](
            LetterColumn,
            key=lambda letter: letter.case_id,
            fetch=self._fetch,
            tasks=ctx.tasks,
            order_by="next_due_on",
            parent=owner,
        )
        self.model.failed.connect(self.failed)

    def load(self) -> None:
        """Fetch the first page of the stage."""
        self.model.reload()

    def count(self) -> None:
        """Count the stages, off the GUI thread."""
        ctx = self._ctx
        reader, today, year = ctx.services.desk.reader, ctx.today(), self.year
        ctx.tasks.submit(
            self._owner,
            lambda: _counts(reader, today=today, year=year),
            done=self.counted.emit,
            failed=self._on_failed,
        )

    def post(self, case: Case, *, waybill: str) -> None:
        """Hand a letter over under a waybill; what stands in the way comes by `refused`."""
        self._flow.do(
            lambda desk: delivery.post(desk, case.case_id, waybill=waybill),
            seen=case.last_legal,
        )

    def hand_over(self) -> None:
        """Show the hand-over sheet of the letters posted today."""
        desk, today = self._ctx.services.desk, self._ctx.today()
        self._ctx.tasks.submit(
            self._owner, partial(_sheet, desk, today), done=self._show_sheet, failed=self._on_failed, lane=Lane.PAPER
        )

    def _show_sheet(self, pdf: bytes) -> None:
        title = word("document.handover_sheet")
        self._ctx.preview(
            PreviewRequest(
                title=f"{title}  {self._ctx.today().isoformat()}",
                load=lambda: pdf,
                file_name=f"{title}-{self._ctx.today().isoformat()}",
                parent=self._owner,
            )
        )

    def _fetch(self, request: PageRequest) -> RowsPage[LetterRow]:
        ctx, stage = self._ctx, self.stage
        reader, today = ctx.services.desk.reader, ctx.today()
        office = reader.office()
        offset = request.key if isinstance(request.key, int) else 0
        order, descending = request.order_by or "next_due_on", request.descending
        if stage is Stage.DELIVERED and order == "next_due_on":
            order, descending = "delivered_on", not descending
        rows = reader.overviews(
            stage_filter(stage, year=self.year), order=order, descending=descending, limit=request.limit, offset=offset
        )
        names = {one.code: one.short_name for one in office.items}
        found = tuple(
            LetterRow(row, names.get(row.item, row.item), urgency(row, office.calendar, today=today), today)
            for row in rows
        )
        return RowsPage(found, offset + len(rows) if len(rows) == request.limit else None)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def stage_filter(stage: Stage, *, year: int) -> CaseFilter:
    """Return which cases stand on a stage; of what is delivered, one year."""
    if stage is Stage.DELIVERED:
        return CaseFilter(delivered=whole(year))
    return CaseFilter(open_only=True, stages=(stage.value,))


def _counts(reader: Reader, *, today: date, year: int) -> Counts:
    by_year = counts_by_year(reader, column="delivered_on", wanted=lambda span: CaseFilter(delivered=span))
    at = year_to_show(by_year, year)
    waiting = reader.overviews(stage_filter(Stage.IN_TRANSIT, year=at), order="posted_on", limit=1)
    return Counts(
        stages={one.value: reader.count(stage_filter(one, year=at)) for one in STAGES},
        years=tuple(by_year),
        year=at,
        posted_today=reader.count(_posted_on(today)),
        oldest=waiting[0].posted_on if waiting else None,
    )


def _posted_on(day: date) -> CaseFilter:
    return CaseFilter(posted=(day, day))


def _sheet(desk: WorkingDesk, today: date) -> bytes:
    rows = desk.reader.overviews(_posted_on(today), order="waybill", limit=_MOST_LETTERS)
    return desk.do(lambda at: delivery.handover(at, [CaseId(row.case_id) for row in rows]))
