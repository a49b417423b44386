"""Reads streams of acts in their order of history: taken ones by position, then pending ones by `seq`."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import ColumnElement, bindparam, literal_column, select

from clerk_app.domain.acts.base import ActId, Record, StreamId, StreamType, stream_id, stream_type
from clerk_app.domain.acts.wire import GENESIS
from clerk_app.domain.case import Case
from clerk_app.domain.exchange import STANDING
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import ActRow
from clerk_app.domain.office import Office
from clerk_app.storage.base import table_of
from clerk_app.storage.codec import ENVELOPE_COLUMNS, act_row_of, is_foreign, record_of
from clerk_app.storage.projected import StreamHead
from clerk_app.storage.statements import Row, Statement, delete_by, select_by, upsert_into
from clerk_app.storage.tables import Act, ActFate, Payload

ACT = table_of(Act)
PAYLOAD = table_of(Payload)
FATE = table_of(ActFate)
HEAD = table_of(StreamHead)

OFFICE_TYPES = (
    StreamType.OFFICE,
    StreamType.ITEM,
    StreamType.CALENDAR,
    StreamType.TEXT,
    StreamType.STAFF,
    StreamType.SERIES,
)
"""The streams that fold to the office."""

STANDS: tuple[ColumnElement[bool], ...] = (
    FATE.c.verdict.in_([literal_column(f"'{one.value}'") for one in STANDING]),
    FATE.c.retracted_by.is_(None),
)
ENVELOPE = tuple(column for column in ACT.columns if column.name != "key")

Folded = Case | Licence | Licensee | Office


_WITH_FATE = ACT.join(FATE, FATE.c.act_key == ACT.c.key)
_WITH_BODY = _WITH_FATE.join(PAYLOAD, PAYLOAD.c.act_key == ACT.c.key)
_HISTORY = (FATE.c.position.is_(None), FATE.c.position, ACT.c.seq)
_STREAM = ACT.c.stream == bindparam("stream")
_RANGE = (ACT.c.stream >= bindparam("first"), ACT.c.stream < bindparam("end"))
_ORDER = (FATE.c.position, ACT.c.seq)

LISTED = (
    *ENVELOPE,
    PAYLOAD.c.body,
    FATE.c.verdict,
    FATE.c.position,
    FATE.c.reason,
    FATE.c.against,
    FATE.c.retracted_by,
    FATE.c.settled_by,
)
"""What `act_row_of` reads."""

STANDING_OF_STREAM = Statement(
    select(*ENVELOPE, PAYLOAD.c.body).select_from(_WITH_BODY).where(_STREAM, *STANDS).order_by(*_HISTORY)
)
"""The standing acts of a stream in their order of history."""
_STANDING_HASHES = Statement(select(ACT.c.hash).select_from(_WITH_FATE).where(_STREAM, *STANDS).order_by(*_HISTORY))
_STANDING_RANGE = Statement(select(*ENVELOPE, PAYLOAD.c.body, *_ORDER).select_from(_WITH_BODY).where(*_RANGE, *STANDS))
_RANGE_HASHES = Statement(select(ACT.c.hash, *_ORDER).select_from(_WITH_FATE).where(*_RANGE, *STANDS))
_ALL = Statement(select(*LISTED).select_from(_WITH_BODY).where(_STREAM).order_by(*_HISTORY))
_NEWEST = Statement(
    select(*LISTED)
    .select_from(_WITH_BODY)
    .where(_STREAM)
    .order_by(ACT.c.key.desc())
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
_HEAD = select_by(HEAD, "stream")
SAVE_HEAD = upsert_into(HEAD)
DROP_HEAD = delete_by(HEAD, "stream")


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a stream's standing history; `fold_hash` names exactly these acts in this order."""

    stream: str
    count: int = 0
    last_legal: ActId | None = None
    fold_hash: str = GENESIS
    foreign_legal: int = 0

    def with_act(self, record: Record, *, legal: bool) -> Head:
        """Return the head after one more act."""
        return Head(
            self.stream,
            self.count + 1,
            record.envelope.act_id if legal else self.last_legal,
            chained(self.fold_hash, record.envelope.hash),
            self.foreign_legal + is_foreign(record, legal=legal),
        )

    def save(self, driver: sqlcipher.Connection) -> None:
        """Write the line of `stream_head`."""
        SAVE_HEAD.run(driver, (self.stream, self.count, self.last_legal, self.fold_hash, self.foreign_legal))


def chained(before: str, act_hash: str) -> str:
    """Return the name of a history that has one more act."""
    return hashlib.sha256(f"{before}{act_hash}".encode()).hexdigest()


def is_office(stream: StreamId) -> bool:
    """Say whether a stream folds to the office."""
    return stream_type(stream) in OFFICE_TYPES


def head_of(driver: sqlcipher.Connection, stream: str) -> Head:
    """Return the stored head of a stream; an empty one when nothing stands."""
    row = _HEAD.run(driver, (stream,)).fetchone()
    return Head(stream) if row is None else Head(*row)


def standing(driver: sqlcipher.Connection, stream: StreamId) -> list[tuple[Record, bool]]:
    """Return the standing records of a stream, each with whether it is legal."""
    return [_with_legal(row) for row in STANDING_OF_STREAM.run(driver, (stream,))]


def standing_office(driver: sqlcipher.Connection) -> list[tuple[Record, bool]]:
    """Return the standing records of all office streams together."""
    rows: list[Row] = []
    for kind in OFFICE_TYPES:
        rows += _STANDING_RANGE.run(driver, _range(kind)).fetchall()
    rows.sort(key=_history_key)
    return [_with_legal(row) for row in rows]


def stream_hash(driver: sqlcipher.Connection, stream: StreamId) -> str:
    """Return the name of the standing history as the acts tell it now, without decoding them."""
    return _named(_STANDING_HASHES.run(driver, (stream,)).fetchall())


def office_hash(driver: sqlcipher.Connection) -> str:
    """Return the name of the office's standing history as the acts tell it now."""
    rows: list[Row] = []
    for kind in OFFICE_TYPES:
        rows += _RANGE_HASHES.run(driver, _range(kind)).fetchall()
    rows.sort(key=_history_key)
    return _named(rows)


def all_of(driver: sqlcipher.Connection, stream: StreamId) -> tuple[ActRow, ...]:
    """Return every act of a stream with its fate, set-aside and retracted ones included."""
    return tuple(act_row_of(row) for row in _ALL.run(driver, (stream,)))


def newest_of(driver: sqlcipher.Connection, stream: StreamId, limit: int) -> tuple[ActRow, ...]:
    """Return the acts of a stream that came last, newest first."""
    return tuple(act_row_of(row) for row in _NEWEST.run(driver, (stream, limit)))


def head_from(stream: str, records: Iterable[tuple[Record, bool]]) -> Head:
    """Return the head that these standing records make."""
    head = Head(stream)
    for record, legal in records:
        head = head.with_act(record, legal=legal)
    return head


def _with_legal(row: Row) -> tuple[Record, bool]:
    return record_of(row, str(row[ENVELOPE_COLUMNS + 1])), bool(row[ENVELOPE_COLUMNS])


def _range(kind: StreamType) -> tuple[str, str]:
    first = stream_id(kind, "")
    return first, first[:-1] + chr(ord(first[-1]) + 1)


def _history_key(row: Row) -> tuple[bool, int, int]:
    position, seq = row[-2], row[-1]
    return position is None, position if isinstance(position, int) else 0, seq if isinstance(seq, int) else 0


def _named(rows: Iterable[Row]) -> str:
    name = GENESIS
    for row in rows:
        name = chained(name, str(row[0]))
    return name


class FoldCache:
    """Folds by the name of their history: what is found is right, whoever wrote it and whether it was committed."""

    def __init__(self, limit: int = 1024) -> None:
        self._limit = limit
        self._lock = Lock()
        self._found: OrderedDict[tuple[str, str], Folded] = OrderedDict()

    def get(self, stream: str, fold_hash: str) -> Folded | None:
        """Return the fold of this very history, if it is here."""
        with self._lock:
            found = self._found.get((stream, fold_hash))
            if found is not None:
                self._found.move_to_end((stream, fold_hash))
            return found

    def put(self, stream: str, fold_hash: str, folded: Folded) -> None:
        """Keep a fold, forgetting the one not used for longest."""
        with self._lock:
            self._found[stream, fold_hash] = folded
            while len(self._found) > self._limit:
                self._found.popitem(last=False)
