"""What the services need from the outside, as Protocols; `bootstrap` gives them concrete parts.

Plain results only: nothing mapped by SQLAlchemy and nothing of Qt passes here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from clerk_app.domain.acts.base import ActId, CaseId, Origin, Record, StaffId, StreamId
from clerk_app.domain.case import Case
from clerk_app.domain.exchange import (
    Answer,
    Credential,
    FetchedChunk,
    Head,
    ServerHello,
    StreamDigest,
    SyncReport,
    WireGroup,
)
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import (
    ActRow,
    AuditProblem,
    CaseFilter,
    Draft,
    ExchangeRun,
    Identity,
    InspectionRow,
    LedgerProblem,
    LedgerTable,
    LicenceRow,
    LicenseeRow,
    NewAct,
    NumberRow,
    PendingGroup,
    PrintJob,
    SearchHit,
    StoredPaper,
    TakenNumber,
)
from clerk_app.domain.office import Office
from clerk_app.domain.overview import CaseOverview
from clerk_app.domain.papers import PaperData, RasterPage

OFFICE_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Civil time of every office this program serves; China has had no daylight saving since 1991."""


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Return the present instant, aware, UTC."""
        ...

    def today(self) -> date:
        """Return the civil date of the office (Asia/Shanghai)."""
        ...


class Reader(Protocol):
    """Read-only questions; every call sees one consistent snapshot and writes nothing."""

    def office(self) -> Office:
        """Return the folded office (cached until one of its acts changes)."""
        ...

    def case(self, case_id: CaseId) -> Case | None:
        """Return the folded case, or None if unknown."""
        ...

    def case_id_of(self, case_no: str) -> CaseId | None:
        """Return the id of a printed case number, an id itself included, or None."""
        ...

    def acts_of(self, stream: StreamId) -> tuple[ActRow, ...]:
        """Return every act of a stream in order of history, set-aside and retracted ones included."""
        ...

    def licence(self, licence_no: str) -> Licence | None:
        """Return the folded licence of a printed number."""
        ...

    def licensee(self, id_number: str) -> Licensee | None:
        """Return the folded licensee of a credit code or ID number."""
        ...

    def overviews(
        self,
        wanted: CaseFilter,
        *,
        order: str = "next_due_on",
        descending: bool = False,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[CaseOverview, ...]:
        """Return list rows, ordered by a column of `CaseOverview` (nulls last), then case number."""
        ...

    def count(self, wanted: CaseFilter) -> int:
        """Return how many cases match."""
        ...

    def search(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """Find cases, licences and licensees by any part of name, number, phone or pinyin."""
        ...

    def licences(self, *, holder_id: str = "", text: str = "", limit: int = 200) -> tuple[LicenceRow, ...]:
        """Return licences of a holder, or all, newest expiry first."""
        ...

    def licensees(self, text: str, *, limit: int = 20) -> tuple[LicenseeRow, ...]:
        """Complete licensees by name, pinyin initials or number."""
        ...

    def inspections(self, first: date, last: date) -> tuple[InspectionRow, ...]:
        """Return inspections of a period, oldest first."""
        ...

    def numbers(self, *, series: str = "", year: int | None = None) -> tuple[NumberRow, ...]:
        """Return lines of the number ledger."""
        ...

    def paper(self, sheet_id: str) -> StoredPaper | None:
        """Return the stored bytes of a paper, if they are on this machine."""
        ...

    def pending(self) -> tuple[PendingGroup, ...]:
        """Return groups without a server position and those set aside, oldest first."""
        ...

    def pending_counts(self) -> tuple[int, int]:
        """Return how many groups wait to be sent and how many were set aside, without reading them."""
        ...

    def credential(self, user: str) -> Credential | None:
        """Return the password hash of a person."""
        ...

    def drafts(self, user: str = "") -> tuple[Draft, ...]:
        """Return parked intakes, newest first."""
        ...

    def exchange_runs(self, limit: int = 20) -> tuple[ExchangeRun, ...]:
        """Return recorded exchanges, newest first."""
        ...

    def workstation_acts(self, limit: int = 200) -> tuple[ActRow, ...]:
        """Return the newest acts of this workstation's own stream, newest first."""
        ...

    def setting(self, key: str) -> str | None:
        """Return a local value that is no act (e.g. `last_verified_at`)."""
        ...


class UnitOfWork(Protocol):
    """One transaction of one person: reads what it needs, appends one group, commits or leaves no trace.

    It is also a `Reader` of the same snapshot (`reader`). Leaving without `commit` rolls everything back.
    """

    @property
    def reader(self) -> Reader:
        """Questions answered inside this transaction."""
        ...

    @property
    def identity(self) -> Identity:
        """Which machine writes."""
        ...

    @property
    def clock(self) -> Clock:
        """The time of this unit of work."""
        ...

    def __enter__(self) -> Self:
        """Begin (immediate: one writer at a time)."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back unless committed."""
        ...

    def new_id(self) -> str:
        """Return a fresh UUIDv7."""
        ...

    def next_case_serial(self, year: int) -> int:
        """Return the next serial of this workstation's series in a year, and mark it in the high-water mark."""
        ...

    def take_number(self, series: str, year: int) -> TakenNumber:
        """Take the next number of a leased block of this workstation.

        A stand-alone workstation leases to itself; else the lease must have come from the server.

        Raises:
            RuleViolation: no lease left (`no_number_left`), or the clock runs backwards (`clock_behind`).
        """
        ...

    def append(
        self, acts: Sequence[NewAct], *, actor: StaffId, origin: Origin = Origin.LIVE, group: str | None = None
    ) -> tuple[Record, ...]:
        """Write one group with its projections; nothing is durable before `commit`.

        Raises:
            RuleViolation: a text that cannot be stored, too many acts, or an id already there.
        """
        ...

    def has_act(self, act_id: ActId) -> bool:
        """Say whether an act of this id is here already (ledger imports)."""
        ...

    def store_paper(self, paper: StoredPaper) -> None:
        """Keep the bytes of an issued paper, in this transaction."""
        ...

    def set_credential(self, credential: Credential) -> None:
        """Keep a person's password hash; it is sent with the next exchange."""
        ...

    def save_draft(self, draft: Draft) -> None:
        """Keep or replace a parked intake."""
        ...

    def drop_draft(self, draft_id: str) -> None:
        """Forget a parked intake."""
        ...

    def put_setting(self, key: str, value: str) -> None:
        """Keep a local value that is no act."""
        ...

    def commit(self) -> None:
        """Make it durable (the high-water mark was written before)."""
        ...


class Store(Protocol):
    """The opened database of this machine: gives units of work and readers."""

    @property
    def identity(self) -> Identity:
        """Which machine this is."""
        ...

    @property
    def clock(self) -> Clock:
        """The time of this machine, or the injected one of training data."""
        ...

    def unit_of_work(self) -> UnitOfWork:
        """Return a new unit of work; enter it to begin."""
        ...

    def reading(self) -> Reader:
        """Return a reader whose every call is a snapshot of its own."""
        ...

    def audit(self) -> tuple[AuditProblem, ...]:
        """Check chain, hashes, projections, numbers, calendars and pragmas; empty when all is well."""
        ...

    def rebuild(self) -> tuple[int, bool]:
        """Drop and rebuild all projections; return the number of acts and whether they equal what was there."""
        ...

    def close(self) -> None:
        """Close every connection."""
        ...


class ExchangeStore(Protocol):
    """The side of the local database that the exchange sees."""

    @property
    def identity(self) -> Identity:
        """Which machine this is."""
        ...

    def head(self) -> Head:
        """Return the end of the own chain."""
        ...

    def mark(self) -> int:
        """Return the newest server position that was fetched."""
        ...

    def epoch(self) -> str:
        """Return the server epoch last seen, or empty."""
        ...

    def unsent(self, after_seq: int, *, max_acts: int, max_bytes: int) -> tuple[WireGroup, ...]:
        """Return own groups after `after_seq` in `seq` order, as many as fit, never splitting one."""
        ...

    def take_answers(self, answers: Sequence[Answer]) -> None:
        """Store the verdicts and update the folds and projections they touch, in one transaction."""
        ...

    def take_chunk(self, chunk: FetchedChunk) -> int:
        """Store fetched groups, their projections and the new mark in one transaction; return how many acts are new."""
        ...

    def begin_first_fill(self) -> None:
        """Fetch acts without building projections; `end_first_fill` builds them once."""
        ...

    def end_first_fill(self) -> None:
        """Build all projections after a first fill."""
        ...

    def digests(self, streams: Iterable[str] | None) -> tuple[StreamDigest, ...]:
        """Return count and hash per stream over standing taken acts; None asks for all streams."""
        ...

    def touched_since_verified(self) -> tuple[str, ...]:
        """Return the streams with acts taken or fetched since the last verified exchange."""
        ...

    def record_run(self, run: ExchangeRun, *, verified: bool) -> None:
        """Keep the run; a verified one resets the touched streams."""
        ...

    def credentials(self) -> tuple[Credential, ...]:
        """Return all local password hashes."""
        ...

    def take_credentials(self, credentials: Sequence[Credential]) -> None:
        """Keep newer password hashes from the server."""
        ...

    def has_lease_for(self, series: str, year: int, wanted: int) -> bool:
        """Say whether at least `wanted` leased numbers are left here."""
        ...


class Central(Protocol):
    """The functions of the shared server that a workstation may call."""

    def hello(self, head: Head, *, protocol: int, program: str, training: bool, now: datetime) -> ServerHello:
        """Greet; raises `EnvironmentProblem` when the server cannot be reached or refuses the identity."""
        ...

    def send(self, groups: Sequence[WireGroup]) -> tuple[Answer, ...]:
        """Send one batch in one transaction; an answer for every group."""
        ...

    def fetch(self, after: int, *, max_acts: int, own: bool = False) -> FetchedChunk:
        """Fetch taken groups of the own office after a position; the own ones, which are here, only when `own`."""
        ...

    def fetch_own(self, after_seq: int, *, max_acts: int) -> tuple[tuple[WireGroup, Answer], ...]:
        """Fetch the own groups after a place of the chain, whatever became of them (this disk was restored)."""
        ...

    def verify(self, streams: Sequence[str]) -> tuple[StreamDigest, ...]:
        """Return the server's digests of these streams (all of the office when empty)."""
        ...

    def lease(self, series: str, year: int, count: int) -> tuple[int, int]:
        """Lease the next block; return its first and last number."""
        ...

    def put_credentials(self, credentials: Sequence[Credential]) -> None:
        """Give newer password hashes to the office."""
        ...

    def get_credentials(self) -> tuple[Credential, ...]:
        """Return the password hashes of the own office."""
        ...

    def record_verified(self, *, streams: int, differing: int) -> None:
        """Keep the result of the comparison on the server too."""
        ...

    @property
    def traffic(self) -> tuple[int, int, int]:
        """Return bytes sent, bytes received and round trips so far."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class PaperRenderer(Protocol):
    """Draws papers and looks at them."""

    def render(self, paper: PaperData) -> bytes:
        """Return the PDF; raises `RuleViolation` (`glyph_missing`, `paper_fact_missing`) rather than print wrong."""
        ...

    def pages(self, pdf: bytes) -> int:
        """Return the number of pages."""
        ...

    def raster(self, pdf: bytes, *, page: int, dpi: int) -> RasterPage:
        """Return one page (from 0) as a picture."""
        ...

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters that no embedded font has."""
        ...

    def reprint(self, pdf: bytes, *, nth: int) -> bytes:
        """Return the same pages with "补打 n" outside the original area."""
        ...


class Printer(Protocol):
    """The system's spooler, or a folder of files."""

    def queues(self) -> tuple[str, ...]:
        """Return the names of the queues, the default first."""
        ...

    def submit(self, pdf: bytes, *, queue: str, title: str, copies: int = 1) -> PrintJob:
        """Hand the pages over; raises `EnvironmentProblem` when the queue rejects or is unknown."""
        ...

    def state(self, job: PrintJob) -> PrintJob:
        """Ask the queue what became of the job."""
        ...

    def cancel(self, job: PrintJob) -> PrintJob:
        """Take a job back from the queue, so that a jam and its reprint do not give two sheets of one number."""
        ...


class KeyStore(Protocol):
    """Where the database key lives."""

    def load(self, name: str) -> bytes | None:
        """Return the secret, or None."""
        ...

    def save(self, name: str, secret: bytes) -> None:
        """Keep the secret."""
        ...

    @property
    def warning(self) -> str:
        """A code of `wording` when the store is weaker than the system's keyring, else empty."""
        ...


class HighWaterMark(Protocol):
    """The highest numbers ever given, outside the database and outside its backups."""

    def get(self, name: str) -> int:
        """Return the mark, 0 if there is none."""
        ...

    def raise_to(self, name: str, value: int) -> None:
        """Make the mark at least `value`, durably, before the number is used."""
        ...


class LedgerReader(Protocol):
    """Reads CSV and XLSX ledgers and writes the sheet of rejected rows."""

    def read(self, path: Path) -> LedgerTable:
        """Read a file; raises `EnvironmentProblem` or `UsageProblem` when it cannot be opened as a table."""
        ...

    def write_rejects(self, path: Path, table: LedgerTable, problems: Sequence[LedgerProblem]) -> None:
        """Write the rejected rows with their reasons, to mend and read again."""
        ...


Progress = Callable[[int, int], None]
"""Called with what is done and what there is in all; may raise `Cancelled`."""


class Cancelled(Exception):
    """The person asked to stop."""


class Exchange(Protocol):
    """One exchange with the shared server, as the window and the command start it."""

    def run(self, *, trigger: str, progress: Progress | None = None) -> SyncReport:
        """Do one whole exchange; raises `EnvironmentProblem` when it cannot be done now."""
        ...
