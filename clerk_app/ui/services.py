"""The services as the window calls them: nothing here is called in the GUI thread.

`bootstrap` fills this for whoever signed in; a screen calls `ctx.services.desk.do(...)`, `.preview(...)`, `.reader` and what else stands here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk_app.domain.exchange import SyncReport
    from clerk_app.ports import Progress
    from clerk_app.services.desk import WorkingDesk
    from clerk_app.services.report_export import BookWriter, ReportWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What a signed-in person works with.

    `exchange` is None on a workstation without a shared server (nothing is drawn for it then); it takes a trigger (`button`, `closing`) and a progress
    callable, and raises `EnvironmentProblem`. The writers make files of the yearly report
    and are built when they are needed.
    """

    desk: WorkingDesk
    exchange: Callable[[str, Progress | None], SyncReport] | None = None
    book_writer: Callable[[], BookWriter] | None = None
    report_writer: Callable[[], ReportWriter] | None = None
