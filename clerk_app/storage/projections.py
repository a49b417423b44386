"""Keeps the derived tables equal to the folds, in the transaction of the acts that change them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, or_, select

from clerk_app.domain.acts.base import Act, Record, StreamId, StreamType, stream_type
from clerk_app.domain.acts.case import AttachmentAdded, ComplaintReceived, NoteAdded, Rated, SheetReprinted
from clerk_app.domain.acts.office import CalendarPublished, ItemVersioned
from clerk_app.domain.case import Case
from clerk_app.domain.keys import case_stream
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.storage import history, numbers, rows
from clerk_app.storage.folding import FOLDED_TYPES, extended, fold_records, folded_at, office_now
from clerk_app.storage.history import FoldCache, Folded, Head
from clerk_app.storage.projected import OFFICE_HEAD
from clerk_app.storage.rows import CASE_ROW, INSPECTION_ROW, LICENCE_ROW, LICENSEE_ROW
from clerk_app.storage.search_index import (
    Field,
    HitKind,
    case_fields,
    drop_entry,
    is_found_otherwise,
    licence_fields,
    licensee_fields,
    put_entry,
)
from clerk_app.storage.statements import RowKeeper, Statement, delete_by, insert_into

_CASES = RowKeeper(CASE_ROW)
_LICENCES = RowKeeper(LICENCE_ROW)
_LICENSEES = RowKeeper(LICENSEE_ROW)
_ADD_VISIT = insert_into(INSPECTION_ROW)
_DROP_VISITS = delete_by(INSPECTION_ROW, "stream")

_LAST_DAYS = [
    CASE_ROW.c[name]
    for name in ("notice_due_on", "due_on", "promised_on", "delivery_due_on", "publication_due_on", "next_due_on")
]
_OF_ITEM = Statement(select(CASE_ROW.c.case_id).where(CASE_ROW.c.item == bindparam("item")))
_AROUND = Statement(
    select(CASE_ROW.c.case_id).where(
        CASE_ROW.c.received_on <= bindparam("end"), or_(*(day >= bindparam("first") for day in _LAST_DAYS))
    )
)
SHOWN_NOWHERE = (NoteAdded, AttachmentAdded, Rated, ComplaintReceived, SheetReprinted)
"""Acts of a case that no list, search or number ledger shows; a test records each and audits."""

Pair = tuple[Record, bool]
"""A record and whether it is legal."""


class Projector:
    """Writes the rows of changed streams through one open transaction."""

    def __init__(self, driver: sqlcipher.Connection, cache: FoldCache) -> None:
        self._driver = driver
        self._cache = cache

    def extend(self, heads: dict[StreamId, Head], added: Sequence[Pair]) -> None:
        """Bring the rows up to date after standing acts at the very end of history; they are written already.

        Args:
            heads: the head of each touched stream before the acts.
            added: the new records, each with whether it is legal.
        """
        by_stream: dict[StreamId, list[Pair]] = {}
        for pair in added:
            by_stream.setdefault(pair[0].envelope.stream, []).append(pair)
        office_acts = [pair for pair in added if history.is_office(pair[0].envelope.stream)]
        if office_acts:
            moved(history.head_of(self._driver, OFFICE_HEAD), office_acts).save(self._driver)
        for stream, pairs in by_stream.items():
            after = moved(heads[stream], pairs)
            after.save(self._driver)
            if stream_type(stream) in FOLDED_TYPES:
                self._extend_fold(stream, heads[stream], after, [record for record, _ in pairs])
        self._recompute(record.act for record, _ in office_acts)

    def refold(self, streams: Iterable[StreamId]) -> None:
        """Bring the rows of streams up to date after anything happened to their history; equal ones cost little."""
        wanted = set(streams)
        office_streams = {stream for stream in wanted if history.is_office(stream)}
        if office_streams:
            self._refold_office()
        changed = [stream for stream in sorted(wanted) if self._refold_stream(stream)]
        touched = [stream for stream in changed if stream in office_streams]
        self._recompute(row.record.act for stream in touched for row in history.all_of(self._driver, stream))

    def build(self, streams: Iterable[StreamId]) -> None:
        """Write the rows of all streams where there are none yet."""
        self._refold_office()
        for stream in streams:
            self._refold_stream(stream, even_if_equal=True)

    def _extend_fold(self, stream: StreamId, before: Head, after: Head, records: Sequence[Record]) -> None:
        old = self._cache.get(stream, before.fold_hash) if before.count else None
        if not before.count:
            new: Folded = fold_records(stream, records)
            self._cache.put(stream, after.fold_hash, new)
        elif old is None:
            new = folded_at(self._driver, self._cache, stream, after)
        else:
            new = extended(old, records)
            self._cache.put(stream, after.fold_hash, new)
        if old is None or not all(isinstance(record.act, SHOWN_NOWHERE) for record in records):
            self._write(stream, new, old)
        if any(numbers.concerns(record.act) for record in records):
            numbers.refresh(self._driver, stream)

    def _refold_office(self) -> None:
        head = history.head_from(OFFICE_HEAD, history.standing_office(self._driver))
        if head.fold_hash != history.head_of(self._driver, OFFICE_HEAD).fold_hash:
            head.save(self._driver)

    def _refold_stream(self, stream: StreamId, *, even_if_equal: bool = False) -> bool:
        """Refold one stream if its standing history is another than the rows tell; say whether it was."""
        known = history.head_of(self._driver, stream).fold_hash
        if not even_if_equal and history.stream_hash(self._driver, stream) == known:
            return False
        pairs = history.standing(self._driver, stream)
        head = history.head_from(stream, pairs)
        if head.count:
            head.save(self._driver)
        else:
            history.DROP_HEAD.run(self._driver, (stream,))
        if stream_type(stream) in FOLDED_TYPES:
            new = fold_records(stream, (record for record, _ in pairs))
            self._cache.put(stream, head.fold_hash, new)
            self._write(stream, new, None)
        if stream_type(stream) is StreamType.CASE:
            numbers.refresh(self._driver, stream)
        return True

    def _recompute(self, acts: Iterable[Act]) -> None:
        """Write the rows again of every case, open or closed, whose dates or words hang on changed office data."""
        items, years = set(), set()
        for act in acts:
            if isinstance(act, ItemVersioned):
                items.add(act.item.code)
            elif isinstance(act, CalendarPublished):
                years.add(act.year.year)
        found: dict[str, None] = {}
        for item in sorted(items):
            found.update((row[0], None) for row in _OF_ITEM.run(self._driver, (item,)))
        for year in sorted(years):
            # A notice about a year may also move days of the year before.
            span = {"first": date(year - 1, 1, 1).isoformat(), "end": date(year, 12, 31).isoformat()}
            names = [span.get(name, span["first"]) for name in _AROUND.names]
            found.update((row[0], None) for row in _AROUND.run(self._driver, names))
        for case_id in found:
            stream = case_stream(case_id)
            head = history.head_of(self._driver, stream)
            self._write(stream, folded_at(self._driver, self._cache, stream, head), None)

    def _write(self, stream: StreamId, new: Folded, old: Folded | None) -> None:
        if isinstance(new, Case):
            self._write_case(new, old if isinstance(old, Case) else None)
        elif isinstance(new, Licence):
            cells = rows.licence_cells(stream, new)
            _LICENCES.put(self._driver, stream, cells)
            self._index(HitKind.LICENCE, stream, licence_fields(new) if cells else ())
        elif isinstance(new, Licensee):
            cells = rows.licensee_cells(stream, new)
            _LICENSEES.put(self._driver, stream, cells)
            self._index(HitKind.LICENSEE, stream, licensee_fields(new) if cells else ())
            _DROP_VISITS.run(self._driver, (stream,))
            _ADD_VISIT.run_many(self._driver, rows.inspection_cells(stream, new))

    def _write_case(self, new: Case, old: Case | None) -> None:
        office = office_now(self._driver, self._cache)
        cells = rows.case_cells(new, office)
        _CASES.put(self._driver, new.case_id, cells)
        if old is None or is_found_otherwise(old, new, office):
            self._index(HitKind.CASE, new.case_id, case_fields(new, office) if cells else ())

    def _index(self, kind: HitKind, ref: str, fields: Sequence[Field]) -> None:
        if fields:
            put_entry(self._driver, kind, ref, fields)
        else:
            drop_entry(self._driver, kind, ref)


def moved(head: Head, pairs: Iterable[Pair]) -> Head:
    """Return the head after more acts."""
    for record, legal in pairs:
        head = head.with_act(record, legal=legal)
    return head
