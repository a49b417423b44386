"""Answers read-only questions, each in a snapshot of its own or inside a unit of work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from sqlalchemy import Connection, bindparam, literal_column, select

from clerk_app.domain.acts.base import CaseId, StreamId, StreamType, stream_id
from clerk_app.domain.case import Case
from clerk_app.domain.exchange import Credential
from clerk_app.domain.keys import case_stream
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import (
    ActRow,
    CaseFilter,
    Draft,
    ExchangeRun,
    Identity,
    InspectionRow,
    LicenceRow,
    LicenseeRow,
    NumberRow,
    PendingGroup,
    SearchHit,
    StoredPaper,
)
from clerk_app.domain.office import Office
from clerk_app.domain.overview import CaseOverview
from clerk_app.storage import finding, history, leases, lists, local, waiting
from clerk_app.storage.engine import driver_of
from clerk_app.storage.folding import folded_at, office_now
from clerk_app.storage.history import FoldCache, Folded
from clerk_app.storage.numbers import LEDGER, number_row_of
from clerk_app.storage.rows import CASE_ROW, LICENCE_ROW, LICENSEE_ROW
from clerk_app.storage.statements import Statement

Snapshot = Callable[[], AbstractContextManager[Connection]]
"""Opens a connection with a transaction for one question."""

_CASE_ID = Statement(select(CASE_ROW.c.case_id).where(CASE_ROW.c.case_no == bindparam("case_no")))
_IS_CASE = Statement(select(literal_column("1")).where(history.HEAD.c.stream == bindparam("stream")))
_LICENCE_STREAM = Statement(
    select(LICENCE_ROW.c.stream)
    .where(LICENCE_ROW.c.licence_no == bindparam("licence_no"))
    .order_by(LICENCE_ROW.c.stream)
)
_LICENSEE_STREAM = Statement(select(LICENSEE_ROW.c.stream).where(LICENSEE_ROW.c.id_number == bindparam("id_number")))


class LocalReader:
    """Implements `ports.Reader`."""

    def __init__(self, snapshot: Snapshot, *, identity: Identity, cache: FoldCache) -> None:
        self._snapshot = snapshot
        self._identity = identity
        self._cache = cache

    def office(self) -> Office:
        """Return the folded office (cached until one of its acts changes)."""
        with self._snapshot() as connection:
            return office_now(driver_of(connection), self._cache)

    def case(self, case_id: CaseId) -> Case | None:
        """Return the folded case, or None if nothing of it stands."""
        found = self._folded(case_stream(case_id))
        return found if isinstance(found, Case) else None

    def _folded(self, stream: StreamId) -> Folded | None:
        with self._snapshot() as connection:
            driver = driver_of(connection)
            head = history.head_of(driver, stream)
            return folded_at(driver, self._cache, stream, head) if head.count else None

    def case_id_of(self, case_no: str) -> CaseId | None:
        """Return the id of a printed case number, an id itself included, or None."""
        with self._snapshot() as connection:
            driver = driver_of(connection)
            row = _CASE_ID.run(driver, (case_no.strip(),)).fetchone()
            if row is not None:
                return CaseId(row[0])
            known = _IS_CASE.run(driver, (case_stream(case_no.strip()),)).fetchone()
            return CaseId(case_no.strip()) if known else None

    def acts_of(self, stream: StreamId) -> tuple[ActRow, ...]:
        """Return every act of a stream in order of history, set-aside and retracted ones included."""
        with self._snapshot() as connection:
            return history.all_of(driver_of(connection), stream)

    def licence(self, licence_no: str) -> Licence | None:
        """Return the folded licence of a printed number."""
        with self._snapshot() as connection:
            row = _LICENCE_STREAM.run(driver_of(connection), (licence_no,)).fetchone()
        found = None if row is None else self._folded(StreamId(row[0]))
        return found if isinstance(found, Licence) else None

    def licensee(self, id_number: str) -> Licensee | None:
        """Return the folded licensee of a credit code or ID number."""
        with self._snapshot() as connection:
            row = _LICENSEE_STREAM.run(driver_of(connection), (id_number,)).fetchone()
        found = None if row is None else self._folded(StreamId(row[0]))
        return found if isinstance(found, Licensee) else None

    def overviews(
        self,
        wanted: CaseFilter,
        *,
        order: str = "next_due_on",
        descending: bool = False,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[CaseOverview, ...]:
        """Return list rows, ordered by a column of `CaseOverview` (nulls last), then case number.

        Raises:
            UsageProblem: `order_unknown`.
        """
        with self._snapshot() as connection:
            return lists.overviews(connection, wanted, order=order, descending=descending, limit=limit, offset=offset)

    def count(self, wanted: CaseFilter) -> int:
        """Return how many cases match."""
        with self._snapshot() as connection:
            return lists.count(connection, wanted)

    def search(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """Find cases, licences and licensees by any part of name, number, phone or pinyin."""
        with self._snapshot() as connection:
            return finding.search(driver_of(connection), text, limit=limit)

    def licences(self, *, holder_id: str = "", text: str = "", limit: int = 200) -> tuple[LicenceRow, ...]:
        """Return licences of a holder, or all, newest expiry first."""
        with self._snapshot() as connection:
            return lists.licences(connection, holder_id=holder_id, text=text, limit=limit)

    def licensees(self, text: str, *, limit: int = 20) -> tuple[LicenseeRow, ...]:
        """Complete licensees by name, pinyin initials or number."""
        with self._snapshot() as connection:
            return lists.licensees(connection, text, limit=limit)

    def inspections(self, first: date, last: date) -> tuple[InspectionRow, ...]:
        """Return inspections of a period, oldest first."""
        with self._snapshot() as connection:
            return lists.inspections(connection, first, last)

    def numbers(self, *, series: str = "", year: int | None = None) -> tuple[NumberRow, ...]:
        """Return lines of the number ledger, numbers of a gap included, by series, year and serial."""
        with self._snapshot() as connection:
            columns = [column for column in LEDGER.columns if column.name not in ("n", "clash")]
            question = select(*columns)
            if series:
                question = question.where(LEDGER.c.series == series)
            if year is not None:
                question = question.where(LEDGER.c.year == year)
            found = [number_row_of(tuple(row)) for row in connection.execute(question)]
            driver = driver_of(connection)
            gaps = leases.gap_rows(driver, office_now(driver, self._cache), self._identity)
            found += [
                row for row in gaps if (not series or row.series == series) and (year is None or row.year == year)
            ]
            return tuple(sorted(found, key=lambda row: (row.series, row.year, row.serial, row.case_id)))

    def paper(self, sheet_id: str) -> StoredPaper | None:
        """Return the stored bytes of a paper, if they are on this machine."""
        with self._snapshot() as connection:
            return local.get_paper(driver_of(connection), sheet_id)

    def pending(self) -> tuple[PendingGroup, ...]:
        """Return groups without a server position and those set aside, oldest first."""
        with self._snapshot() as connection:
            return waiting.groups(driver_of(connection))

    def pending_counts(self) -> tuple[int, int]:
        """Return how many groups wait to be sent and how many were set aside, without reading them."""
        with self._snapshot() as connection:
            return waiting.counts(driver_of(connection))

    def credential(self, user: str) -> Credential | None:
        """Return the password hash of a person."""
        with self._snapshot() as connection:
            return local.get_credential(driver_of(connection), user)

    def drafts(self, user: str = "") -> tuple[Draft, ...]:
        """Return parked intakes, newest first."""
        with self._snapshot() as connection:
            return local.drafts(driver_of(connection), user)

    def exchange_runs(self, limit: int = 20) -> tuple[ExchangeRun, ...]:
        """Return recorded exchanges, newest first."""
        with self._snapshot() as connection:
            return local.runs(driver_of(connection), limit)

    def workstation_acts(self, limit: int = 200) -> tuple[ActRow, ...]:
        """Return the newest acts of this workstation's own stream, newest first."""
        stream = stream_id(StreamType.WORKSTATION, self._identity.workstation)
        with self._snapshot() as connection:
            return history.newest_of(driver_of(connection), stream, limit)

    def setting(self, key: str) -> str | None:
        """Return a local value that is no act (e.g. `last_verified_at`)."""
        with self._snapshot() as connection:
            return local.get_setting(driver_of(connection), key)
