"""The number ledger, derived from acts: every printed number with its fate; two of a kind are kept and marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import and_, bindparam, or_, select, update

from clerk_app.domain.acts.base import Act, StreamId, stream_key
from clerk_app.domain.acts.case import ActRetracted, DocumentIssued, NumberGiven, SheetConfirmed, SheetSpoiled
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.exchange import FateVerdict
from clerk_app.domain.listing import ActRow, NumberRow
from clerk_app.domain.numbering import NumberFate
from clerk_app.storage.base import table_of
from clerk_app.storage.history import all_of
from clerk_app.storage.projected import NumberLedger
from clerk_app.storage.statements import Cell, Row, Statement, delete_by, insert_into

LEDGER = table_of(NumberLedger)
TELLING = (NumberGiven, SheetConfirmed, SheetSpoiled, ActRetracted)
"""Acts that can change the fate of a number."""

_COLUMNS = tuple(column for column in LEDGER.columns if column.name not in ("n", "clash"))
_ADD = insert_into(LEDGER, skip=("n",))
_DROP = delete_by(LEDGER, "stream")
_OF_STREAM = Statement(select(*_COLUMNS).where(LEDGER.c.stream == bindparam("stream")))
_SAME = or_(
    and_(
        LEDGER.c.series == bindparam("series"),
        LEDGER.c.year == bindparam("year"),
        LEDGER.c.serial == bindparam("serial"),
    ),
    LEDGER.c.number == bindparam("number"),
)
_OTHERS = Statement(select(LEDGER.c.n, LEDGER.c.stream).where(_SAME))
_MARK = Statement(update(LEDGER).where(LEDGER.c.n == bindparam("n")).values(clash=bindparam("new_clash")))


class Entry(NamedTuple):
    """One line of the ledger, in the order of its columns without `n` and `clash`."""

    stream: str
    series: str
    year: int
    serial: int
    number: str
    fate: str
    document: str
    reason: str
    workstation: str


def concerns(act: Act) -> bool:
    """Say whether an act can change the fate of a number."""
    return isinstance(act, TELLING)


class _Sheets(NamedTuple):
    """What the papers of a case say about their numbers."""

    spoiled: dict[str, str]
    confirmed: set[str]
    called_back: set[str]


def _sheets(rows: Iterable[ActRow]) -> _Sheets:
    found, printed = _Sheets({}, set(), set()), dict[str, str]()
    for row in rows:
        match row.record.act:
            case DocumentIssued(sheet_id=sheet, number=number):
                printed[sheet] = number
            case SheetSpoiled() as act if _stands(row):
                found.spoiled[act.number or printed.get(act.sheet_id, "")] = act.reason
            case SheetConfirmed() as act:
                found.confirmed.add(act.number or printed.get(act.sheet_id, ""))
            case ActRetracted() as act if act.paper_called_back and _stands(row):
                found.called_back.add(act.target_group)
            case _:
                pass
    return found


def _fate(row: ActRow, act: NumberGiven, sheets: _Sheets) -> tuple[NumberFate, str]:
    if act.imported:
        return NumberFate.IMPORTED, ""
    if not _stands(row):
        back = act.number not in sheets.confirmed or row.record.envelope.group in sheets.called_back
        reason = "act_retracted" if row.retracted else f"act_{row.verdict.value}"
        return NumberFate.VOID if back else NumberFate.UNKNOWN, reason
    if act.number in sheets.spoiled:
        return NumberFate.VOID, sheets.spoiled[act.number]
    return NumberFate.USED, ""


def entries_of(stream: StreamId, acts: Iterable[ActRow]) -> tuple[Entry, ...]:
    """Return the ledger lines of a case, from every act of its stream with its fate.

    A standing number is used, or void with the reason once its sheet was spoiled. One whose act was set aside or
    retracted is void, or unknown if its sheet was confirmed out and nobody called it back.
    """
    rows = [row for row in acts if row.verdict is not FateVerdict.ALREADY]
    sheets = _sheets(rows)
    found: dict[tuple[str, int, int], Entry] = {}
    # Of one number given twice in a case the standing act tells.
    for row in sorted(rows, key=_stands):
        act = row.record.act
        if not isinstance(act, NumberGiven) or (act.imported and not _stands(row)):
            continue
        fate, reason = _fate(row, act, sheets)
        place = (act.series, act.year, act.serial)
        writer = row.record.envelope.workstation
        found[place] = Entry(stream, *place, act.number, fate.value, act.document, reason, writer)
    return tuple(found.values())


def _stands(row: ActRow) -> bool:
    """Waiting acts count as standing here: their number was given and may still be."""
    return row.verdict not in (FateVerdict.CONFLICT, FateVerdict.REFUSED) and not row.retracted


def refresh(driver: sqlcipher.Connection, stream: StreamId) -> None:
    """Make the ledger lines of a case equal to its acts."""
    wanted = entries_of(stream, all_of(driver, stream))
    there = tuple(Entry(*row) for row in _OF_STREAM.run(driver, (stream,)))
    if set(wanted) == set(there):
        return
    _DROP.run(driver, (stream,))
    for gone in there:
        _mark(driver, gone)
    for entry in wanted:
        clash = _mark(driver, entry, one_more=True)
        _ADD.run(driver, (*entry, int(clash)))


def _mark(driver: sqlcipher.Connection, entry: Entry, *, one_more: bool = False) -> bool:
    """Mark the other lines of the same number as clashing if there are several with it, else unmark them."""
    others = _same(driver, entry.series, entry.year, entry.serial, entry.number)
    clash = len(others) + one_more > 1
    for row in others:
        _MARK.run_named(driver, {"n": row[0], "new_clash": int(clash)})
    return clash and one_more


def _same(driver: sqlcipher.Connection, series: str, year: int, serial: int, number: str) -> list[Row]:
    values: dict[str, Cell] = {"series": series, "year": year, "serial": serial, "number": number}
    rows: list[Row] = _OTHERS.run_named(driver, values).fetchall()
    return rows


def refuse_taken(driver: sqlcipher.Connection, stream: StreamId, act: NumberGiven) -> None:
    """Refuse to give a number that another case has.

    Raises:
        RuleViolation: `number_taken`.
    """
    for _, holder in _same(driver, act.series, act.year, act.serial, act.number):
        if holder != stream:
            raise RuleViolation("number_taken", field="number", number=act.number)


def number_row_of(row: Row) -> NumberRow:
    """Return the listed number of a row of the ledger without `n` and `clash`."""
    entry = Entry(*row)  # type: ignore[arg-type]  # the columns of a STRICT table
    return NumberRow(
        entry.series,
        entry.year,
        entry.serial,
        entry.number,
        entry.fate,
        stream_key(StreamId(entry.stream)),
        entry.document,
        entry.reason,
        entry.workstation,
    )
