"""Plain results that cross the ports: rows of lists, and what a unit of work is given to write.

Nothing here computes; every field is as the projections and envelopes hold it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from clerk_app.domain.acts.base import Act, ActId, Record, StreamId
from clerk_app.domain.exchange import FateVerdict, SyncReport


@dataclass(frozen=True, slots=True)
class Identity:
    """Which machine this is; kept beside the database, never inside an act's payload."""

    workstation: str
    office: str
    series: str
    founder: bool
    training: bool


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act about to be written; the unit of work adds the envelope and, for legal acts, what it follows."""

    stream: StreamId
    act: Act
    legal_date: date
    act_id: ActId | None = None
    """Only ledger imports choose their id (UUIDv5)."""


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """A printed number given in this transaction: its series, year, serial and text."""

    series: str
    year: int
    serial: int
    text: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One line of the number ledger."""

    series: str
    year: int
    serial: int
    text: str
    fate: str
    case_id: str
    document: str
    reason: str
    workstation: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act with its fate, as the case file, the audit and the exchange page list it."""

    record: Record
    verdict: FateVerdict
    position: int | None
    reason: str
    against: str
    retracted: bool
    settled_by: str


@dataclass(frozen=True, slots=True)
class PendingGroup:
    """A group that is not taken yet, or was set aside: for the exchange page."""

    group: str
    kinds: tuple[str, ...]
    stream: str
    case_no: str
    recorded_at: datetime
    actor: str
    verdict: FateVerdict
    reason: str
    against: str
    paper_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One hit of the search box: what it is, and why it matched (a code of `wording`)."""

    kind: str
    case_id: str
    case_no: str
    title: str
    why: str
    matched: str
    state: str
    item: str
    on: date | None


@dataclass(frozen=True, slots=True)
class LicenceRow:
    """A licence as the register lists it."""

    licence_no: str
    item: str
    holder: str
    holder_id: str
    valid_from: date | None
    valid_to: date | None
    granted_on: date | None
    cancelled_on: date | None
    case_id: str


@dataclass(frozen=True, slots=True)
class LicenseeRow:
    """A licensee as the register lists it and the intake completes it."""

    id_number: str
    name: str
    type: str
    id_type: str
    legal_representative: str
    address: str
    contact: str
    phone: str
    trade: str
    key_supervision: bool


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """One inspection visit, for the yearly figures and their rows."""

    on: date
    trade: str
    holder: str
    holder_id: str
    inspectors: str
    findings: int
    documents: int
    fine_yuan: int
    suspended: bool


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """The bytes of an issued paper and what they belong to."""

    sheet_id: str
    case_id: str
    document: str
    number: str
    sha256: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which rows a list asks for; empty fields do not restrict. Dates are inclusive."""

    open_only: bool = False
    states: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    item: str = ""
    channel: str = ""
    text: str = ""
    received: tuple[date, date] | None = None
    accepted: tuple[date, date] | None = None
    concluded: tuple[date, date] | None = None
    posted: tuple[date, date] | None = None
    delivered: tuple[date, date] | None = None
    due_from: date | None = None
    due_until: date | None = None
    stopped_only: bool = False


@dataclass(frozen=True, slots=True)
class ExchangeRun:
    """One recorded exchange, scheduled, skipped or failed, with its reason."""

    started_at: datetime
    ended_at: datetime | None
    trigger: str
    outcome: str
    reason: str
    report: SyncReport | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-done intake: parked with a name or queue number, resumed by one key."""

    draft_id: str
    title: str
    body: str
    user: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class AuditProblem:
    """One thing the audit found: a code of `wording`, where, and what."""

    code: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A job in the system's spooler: `state` is queued, printing, done, failed or unknown, with the spooler's words."""

    job_id: str
    queue: str
    state: str
    message: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row of a ledger file: its line in the file and its cells by header."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class LedgerProblem:
    """A row or cell of a ledger file that cannot go in."""

    line: int
    column: str
    value: str
    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """A ledger file as read: headers, rows, and what could not even be read."""

    headers: tuple[str, ...]
    rows: tuple[LedgerRow, ...]
    problems: tuple[LedgerProblem, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet of a workbook for people: whole numbers are written as numbers, everything else as text."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
