"""Gives the folded case, licence, licensee or office of a standing history, from the cache where it can."""

from __future__ import annotations

from collections.abc import Iterable

import sqlcipher3.dbapi2 as sqlcipher

from clerk_app.domain.acts.base import CaseId, Record, StreamId, StreamType, stream_key, stream_type
from clerk_app.domain.case import Case, fold_case
from clerk_app.domain.licence import Licence, fold_licence
from clerk_app.domain.licensee import Licensee, fold_licensee
from clerk_app.domain.office import Office, fold_office
from clerk_app.storage import history
from clerk_app.storage.history import FoldCache, Folded, Head
from clerk_app.storage.projected import OFFICE_HEAD

FOLDED_TYPES = (StreamType.CASE, StreamType.LICENCE, StreamType.LICENSEE)
"""Streams with a fold of their own; office streams fold together, a workstation's not at all."""


def fold_records(stream: StreamId, records: Iterable[Record]) -> Case | Licence | Licensee:
    """Fold the standing records of one stream of a folded type."""
    kind = stream_type(stream)
    if kind is StreamType.CASE:
        return fold_case(CaseId(stream_key(stream)), records)
    if kind is StreamType.LICENCE:
        return fold_licence(records)
    return fold_licensee(records)


def folded_at(driver: sqlcipher.Connection, cache: FoldCache, stream: StreamId, head: Head) -> Folded:
    """Return the fold of the standing history that `head` names."""
    found = cache.get(stream, head.fold_hash)
    if found is None:
        found = fold_records(stream, (record for record, _ in history.standing(driver, stream)))
        cache.put(stream, head.fold_hash, found)
    return found


def office_now(driver: sqlcipher.Connection, cache: FoldCache) -> Office:
    """Return the office as its standing acts make it."""
    head = history.head_of(driver, OFFICE_HEAD)
    found = cache.get(OFFICE_HEAD, head.fold_hash)
    if isinstance(found, Office):
        return found
    office = fold_office(record for record, _ in history.standing_office(driver))
    cache.put(OFFICE_HEAD, head.fold_hash, office)
    return office


def extended(before: Folded, records: Iterable[Record]) -> Folded:
    """Return the fold after more acts at the end of its history; the office is folded anew when it is asked for."""
    if isinstance(before, Office):
        message = "the office is folded as a whole"
        raise TypeError(message)
    moved = before
    for record in records:
        moved = moved.apply(record)
    return moved
