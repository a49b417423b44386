"""The services as the window calls them: bound callables, nothing else; every one is called off the GUI thread.

`bootstrap` fills this; a screen names what it needs here and never sees a store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk_app.ui.context import Hit, StatusFacts

if TYPE_CHECKING:
    from clerk_app.domain.exchange import SyncReport
    from clerk_app.domain.listing import AuditProblem, PrintJob
    from clerk_app.domain.papers import RasterPage
    from clerk_app.ports import Progress
    from clerk_app.services.desk import WorkingDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the frame itself calls; the pages' own services are added by `bootstrap`'s author."""

    search: Callable[[str], tuple[Hit, ...]]
    """Find anything: case number, name, initials, credit code, phone, certificate, waybill, code of a printed receipt."""
    status: Callable[[], StatusFacts]
    """The facts of the status bar."""
    paper_pages: Callable[[bytes], int]
    """The number of pages of a PDF."""
    paper_raster: Callable[[bytes, int, int], RasterPage]
    """One page (from 0) of a PDF at a resolution in dots per inch."""
    print_paper: Callable[[bytes, str], PrintJob]
    """Hand a PDF with a title to the office's printer."""
    sign_in: Callable[[str, str], bool]
    """Check the password of whoever locked the window; False when it is wrong."""
    desk: WorkingDesk
    """The signed-in person at work: `do(action)`, `preview(action)`, `reader`; the pages' way to every service."""
    exchange: Callable[[Progress], SyncReport]
    """Do one exchange with the server now; raises `EnvironmentProblem` (also `server_not_set_up`)."""
    audit: Callable[[Progress], tuple[AuditProblem, ...]]
    """Check chain, projections, numbers and calendars; empty when all is well."""
