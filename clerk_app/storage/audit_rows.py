"""Compares every derived row with what the acts fold to, and names the table, the row and the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Table, func, select

from clerk_app.domain.acts.base import StreamId, stream_type
from clerk_app.domain.case import Case
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import AuditProblem, Identity
from clerk_app.domain.office import Office, fold_office
from clerk_app.storage import history, numbers, rows, search_index
from clerk_app.storage.folding import FOLDED_TYPES, fold_records
from clerk_app.storage.history import ACT, HEAD
from clerk_app.storage.numbers import LEDGER
from clerk_app.storage.projected import OFFICE_HEAD
from clerk_app.storage.rebuild import own_head
from clerk_app.storage.retractions import expected_marks
from clerk_app.storage.rows import CASE_ROW, INSPECTION_ROW, LICENCE_ROW, LICENSEE_ROW
from clerk_app.storage.search_index import ENTRY, HitKind
from clerk_app.storage.statements import Row, Statement, select_by
from clerk_app.storage.writing import CHAIN

_STREAMS = Statement(select(ACT.c.stream).distinct().order_by(ACT.c.stream))
_CHAIN = select_by(CHAIN, "workstation")
_ENTRY = select_by(ENTRY, "kind", "ref")
_COUNTED = (HEAD, CASE_ROW, LICENCE_ROW, LICENSEE_ROW, INSPECTION_ROW, LEDGER, ENTRY)

DIFFERS = "projection_differs"


class _Comparison:
    """Goes through all streams once, comparing and counting the rows that should be there."""

    def __init__(self, driver: sqlcipher.Connection) -> None:
        self._driver = driver
        self._expected = dict.fromkeys((table.name for table in _COUNTED), 0)
        pairs = history.standing_office(driver)
        self._office_head = history.head_from(OFFICE_HEAD, pairs)
        self._office: Office = fold_office(record for record, _ in pairs)
        self._selects = {table.name: select_by(table, _key_of(table)) for table in _COUNTED if table is not ENTRY}

    def problems(self) -> Iterator[AuditProblem]:
        if self._office_head.count:
            yield from self._head(self._office_head)
        for (stream,) in _STREAMS.run(self._driver).fetchall():
            yield from self._stream(StreamId(stream))
        for table in _COUNTED:
            (there,) = self._driver.execute(str(select(func.count()).select_from(table))).fetchone()
            if there != self._expected[table.name]:
                detail = f"{there} / {self._expected[table.name]}"
                yield AuditProblem(DIFFERS, table.name, f"rows {detail}")

    def _stream(self, stream: StreamId) -> Iterator[AuditProblem]:
        pairs = history.standing(self._driver, stream)
        if pairs:
            yield from self._head(history.head_from(stream, pairs))
        kind = stream_type(stream)
        if kind not in FOLDED_TYPES:
            return
        folded = fold_records(stream, (record for record, _ in pairs))
        if isinstance(folded, Case):
            cells = rows.case_cells(folded, self._office)
            fields = search_index.case_fields(folded, self._office) if cells else ()
            yield from self._rows(CASE_ROW, folded.case_id, [cells] if cells else [])
            yield from self._entry(HitKind.CASE, folded.case_id, fields)
            yield from self._rows(LEDGER, stream, numbers.entries_of(stream, history.all_of(self._driver, stream)))
        elif isinstance(folded, Licence):
            cells = rows.licence_cells(stream, folded)
            yield from self._rows(LICENCE_ROW, stream, [cells] if cells else [])
            yield from self._entry(HitKind.LICENCE, stream, search_index.licence_fields(folded) if cells else ())
        elif isinstance(folded, Licensee):
            cells = rows.licensee_cells(stream, folded)
            yield from self._rows(LICENSEE_ROW, stream, [cells] if cells else [])
            yield from self._rows(INSPECTION_ROW, stream, rows.inspection_cells(stream, folded))
            yield from self._entry(HitKind.LICENSEE, stream, search_index.licensee_fields(folded) if cells else ())

    def _head(self, head: history.Head) -> Iterator[AuditProblem]:
        wanted: Row = (head.stream, head.count, head.last_legal, head.fold_hash, head.foreign_legal)
        yield from self._rows(HEAD, head.stream, [wanted])

    def _rows(self, table: Table, ref: str, wanted: Sequence[Row]) -> Iterator[AuditProblem]:
        self._expected[table.name] += len(wanted)
        there = [_without_local(table, row) for row in self._selects[table.name].run(self._driver, (ref,)).fetchall()]
        names = [column.name for column in table.columns if column.name not in _LOCAL]
        missing, extra = _difference(wanted, there)
        for row, other in _paired(missing, extra):
            yield AuditProblem(DIFFERS, f"{table.name} {ref}", _columns(names, row, other))

    def _entry(self, kind: HitKind, ref: str, fields: Sequence[search_index.Field]) -> Iterator[AuditProblem]:
        row = _ENTRY.run(self._driver, (kind.value, ref)).fetchone()
        self._expected[ENTRY.name] += bool(fields)
        wanted = search_index.body_of(fields) if fields else None
        if (row[3] if row else None) != wanted:
            yield AuditProblem(DIFFERS, f"{ENTRY.name} {kind.value} {ref}", "body")


_LOCAL = frozenset({"n", "clash"})


def problems(driver: sqlcipher.Connection, identity: Identity) -> Iterator[AuditProblem]:
    """Return every derived row that is not what the acts say."""
    yield from _Comparison(driver).problems()
    yield from _chain_head(driver, identity)
    for group, marked, wanted in expected_marks(driver):
        yield AuditProblem(DIFFERS, f"act_fate {group}", f"retracted_by {marked} / {wanted}")


def _chain_head(driver: sqlcipher.Connection, identity: Identity) -> Iterator[AuditProblem]:
    """Acts cut off at the end leave the remembered head behind."""
    row = _CHAIN.run(driver, (identity.workstation,)).fetchone()
    told = own_head(driver, identity.workstation)
    if (row[1:] if row else None) != told:
        there, acts = row[1] if row else 0, told[0] if told else 0
        code = "seq_missing" if there > acts else DIFFERS
        yield AuditProblem(code, f"chain_head {identity.workstation}", f"{there} / {acts}")


def _key_of(table: Table) -> str:
    return "case_id" if table is CASE_ROW else "stream"


def _without_local(table: Table, row: Row) -> Row:
    return tuple(cell for column, cell in zip(table.columns, row, strict=True) if column.name not in _LOCAL)


def _difference(wanted: Iterable[Row], there: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    one, two = [tuple(row) for row in wanted], [tuple(row) for row in there]
    return [row for row in one if row not in two], [row for row in two if row not in one]


def _paired(missing: list[Row], extra: list[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    for at in range(max(len(missing), len(extra))):
        yield missing[at] if at < len(missing) else None, extra[at] if at < len(extra) else None


def _columns(names: Sequence[str], wanted: Row | None, there: Row | None) -> str:
    if wanted is None:
        return "no act says so"
    if there is None:
        return "missing"
    return ", ".join(name for name, one, two in zip(names, wanted, there, strict=True) if one != two)
