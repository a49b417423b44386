"""A person at work: opens a unit of work for one action, lets a service do it, commits, and says what changed.

The window and the commands both work through this; neither opens a unit of work itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from clerk_app.domain.acts.base import ActId, Origin
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.listing import Identity, PrintJob
from clerk_app.domain.papers import RasterPage
from clerk_app.ports import PaperRenderer, Printer, Reader, Store, UnitOfWork
from clerk_app.services.people import acting_member
from clerk_app.services.recording import Desk, Recorded

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WorkingDesk:
    """One signed-in person at one workstation; every method may be called off the GUI thread."""

    store: Store
    renderer: PaperRenderer
    printer: Printer
    user: str

    @property
    def identity(self) -> Identity:
        """Which machine this is."""
        return self.store.identity

    @property
    def reader(self) -> Reader:
        """Read-only questions."""
        return self.store.reading()

    @property
    def today(self) -> date:
        """The civil date of the office."""
        return self.store.clock.today()

    def do(self, action: Callable[[Desk], T], *, seen: ActId | None = None, origin: Origin = Origin.LIVE) -> T:
        """Let a service act and make it durable; what it refuses leaves no trace.

        Args:
            action: e.g. ``lambda desk: intake.accept(desk, case_id)``.
            seen: the last legal act that the person saw (`Case.last_legal`); a case that moved on is refused.
            origin: `paper` for acts taken over after an outage.
        """
        with self.store.unit_of_work() as uow:
            result = action(self._desk(uow, seen=seen, origin=origin, preview=False))
            uow.commit()
            return result

    def preview(self, action: Callable[[Desk], Recorded], *, seen: ActId | None = None) -> bytes:
        """Return the paper that `action` would issue, saying 编号待定; nothing is written and no number is taken.

        Raises:
            RuleViolation: what would refuse the act refuses the preview.
        """
        with self.store.unit_of_work() as uow:
            recorded = action(self._desk(uow, seen=seen, origin=Origin.LIVE, preview=True))
        if not recorded.papers:
            raise RuleViolation("no_paper_for_act")
        return recorded.papers[0].pdf

    def write(self, action: Callable[[UnitOfWork], T]) -> T:
        """Let `action` write what is no act of a case (staff, drafts, settings) and make it durable."""
        with self.store.unit_of_work() as uow:
            result = action(uow)
            uow.commit()
            return result

    def pages(self, pdf: bytes) -> int:
        """Return the number of pages of a paper."""
        return self.renderer.pages(pdf)

    def raster(self, pdf: bytes, page: int, dpi: int) -> RasterPage:
        """Return one page (from 0) as a picture."""
        return self.renderer.raster(pdf, page=page, dpi=dpi)

    def print_pdf(self, pdf: bytes, title: str, *, queue: str = "") -> PrintJob:
        """Hand a paper to the printer `queue` (empty: the default) and return the job."""
        queues = self.printer.queues()
        return self.printer.submit(pdf, queue=queue or (queues[0] if queues else ""), title=title)

    def _desk(self, uow: UnitOfWork, *, seen: ActId | None, origin: Origin, preview: bool) -> Desk:
        member = acting_member(uow.reader, self.user)
        return Desk(uow, member, self.renderer, seen, origin, preview)
