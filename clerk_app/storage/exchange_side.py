"""The side of the local database that the exchange sees; implements `ports.ExchangeStore`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, delete, literal_column, or_, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from clerk_app.domain.acts.base import StreamId
from clerk_app.domain.acts.wire import GENESIS
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.exchange import (
    Answer,
    Credential,
    FateVerdict,
    FetchedChunk,
    Head,
    StreamDigest,
    WireAct,
    WireGroup,
)
from clerk_app.domain.listing import ExchangeRun, Identity
from clerk_app.storage import leases, local
from clerk_app.storage.base import table_of
from clerk_app.storage.codec import ENVELOPE_COLUMNS, wire_of
from clerk_app.storage.engine import driver_of
from clerk_app.storage.fates import Fate, FateKeeper
from clerk_app.storage.folding import office_now
from clerk_app.storage.history import ACT, ENVELOPE, FATE, PAYLOAD
from clerk_app.storage.receiving import Receiver, bring_up_to_date
from clerk_app.storage.statements import Row, Statement, select_by
from clerk_app.storage.store import LocalStore
from clerk_app.storage.tables import TouchedStream
from clerk_app.storage.writing import CHAIN

MARK = "exchange_mark"
EPOCH = "server_epoch"

TOUCHED = table_of(TouchedStream)

_CHAIN = select_by(CHAIN, "workstation")
UNSENT = Statement(
    select(*ENVELOPE, PAYLOAD.c.body)
    .join(PAYLOAD, PAYLOAD.c.act_key == ACT.c.key)
    .where(ACT.c.workstation == bindparam("workstation"), ACT.c.seq > bindparam("after"))
    .order_by(ACT.c.seq)
)
"""Own acts after a place of the chain; must run over the index of (workstation, seq)."""

_BACK_FATE = FATE.alias("fate_of_taking_back")
DIGESTED = (
    select(ACT.c.stream, ACT.c.hash)
    .select_from(
        ACT.join(FATE, FATE.c.act_key == ACT.c.key).outerjoin(_BACK_FATE, _BACK_FATE.c.act_key == FATE.c.retracted_by)
    )
    .where(
        FATE.c.verdict == literal_column(f"'{FateVerdict.TAKEN.value}'"),
        or_(_BACK_FATE.c.verdict.is_(None), _BACK_FATE.c.verdict != literal_column(f"'{FateVerdict.TAKEN.value}'")),
    )
    .order_by(ACT.c.stream, FATE.c.position)
)
_ALL_DIGESTED = Statement(DIGESTED)
_STREAM_DIGESTED = Statement(DIGESTED.where(ACT.c.stream == bindparam("stream")))
_TOUCH = Statement(sqlite_insert(TOUCHED).values(stream=bindparam("stream")).on_conflict_do_nothing())
_TOUCHED = Statement(select(TOUCHED.c.stream).order_by(TOUCHED.c.stream))
_UNTOUCH = Statement(delete(TOUCHED))


class LocalExchangeStore:
    """Implements `ports.ExchangeStore` over the opened store."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store

    @property
    def identity(self) -> Identity:
        """Which machine this is."""
        return self._store.identity

    def head(self) -> Head:
        """Return the end of the own chain."""
        with self._store.snapshot() as connection:
            row = _CHAIN.run(driver_of(connection), (self.identity.workstation,)).fetchone()
        return Head(0, GENESIS) if row is None else Head(row[1], row[2])

    def mark(self) -> int:
        """Return the newest server position that was fetched."""
        with self._store.snapshot() as connection:
            return int(local.get_setting(driver_of(connection), MARK) or 0)

    def epoch(self) -> str:
        """Return the server epoch last seen, or empty."""
        with self._store.snapshot() as connection:
            return local.get_setting(driver_of(connection), EPOCH) or ""

    def set_epoch(self, epoch: str) -> None:
        """Keep the server epoch."""
        with self._store.writing() as driver:
            local.put_setting(driver, EPOCH, epoch)

    def unsent(self, after_seq: int, *, max_acts: int, max_bytes: int) -> tuple[WireGroup, ...]:
        """Return own groups after `after_seq` in `seq` order, as many as fit, never splitting one.

        At least one group comes if there is one, however large.
        """
        found: list[WireGroup] = []
        acts = size = 0
        with self._store.snapshot() as connection:
            rows = UNSENT.run(driver_of(connection), (self.identity.workstation, after_seq))
            for group in _groups(rows):
                acts += len(group.acts)
                size += sum(len(act.payload.encode()) for act in group.acts)
                if found and (acts > max_acts or size > max_bytes):
                    break
                found.append(group)
        return tuple(found)

    def take_answers(self, answers: Sequence[Answer]) -> None:
        """Store the verdicts and update the folds and projections they touch, in one transaction.

        Raises:
            EnvironmentProblem: `exchange_answer_unknown` for a group that this workstation never wrote.
        """
        own = self.identity.workstation
        with self._store.writing() as driver:
            keeper = FateKeeper(driver, now=self._store.clock.now())
            for answer in answers:
                if not keeper.is_known(own, answer.group):
                    raise EnvironmentProblem("exchange_answer_unknown", group=answer.group)
                keeper.set(own, answer.group, _fate_of(answer))
            streams = bring_up_to_date(
                driver, self._store.cache, keeper, [answer.group for answer in answers], project=not _filling(driver)
            )
            _TOUCH.run_many(driver, [(stream,) for stream in sorted(streams)])

    def take_chunk(self, chunk: FetchedChunk) -> int:
        """Store fetched groups, their projections and the new mark in one transaction; return how many acts are new.

        A group with position 0 is an own one that the server kept without taking it; its answer follows.

        Raises:
            EnvironmentProblem: `fetched_act_damaged` when a hash is wrong, `identity_clash` when another act is
                here under the same workstation and number; nothing is stored then.
        """
        with self._store.writing() as driver:
            receiver = Receiver(driver, self.identity, now=self._store.clock.now())
            for fetched in chunk.groups:
                receiver.take(fetched.group, fetched.position or None)
            groups = [fetched.group.group for fetched in chunk.groups]
            filling = _filling(driver)
            streams = bring_up_to_date(driver, self._store.cache, receiver.keeper, groups, project=not filling)
            if not filling:
                self._learn_serials(driver, receiver.own_case_numbers)
            _TOUCH.run_many(driver, [(stream,) for stream in sorted(streams)])
            local.put_setting(driver, MARK, str(chunk.mark))
        return receiver.new_acts

    def begin_first_fill(self) -> None:
        """Fetch acts without building projections; `end_first_fill` builds them once."""
        with self._store.writing() as driver:
            local.put_setting(driver, local.FILLING, "1")

    def end_first_fill(self) -> None:
        """Build all projections after a first fill."""
        self._store.end_first_fill()

    def digests(self, streams: Iterable[str] | None) -> tuple[StreamDigest, ...]:
        """Return count and hash per stream over standing taken acts; None asks for all streams.

        The hash is SHA-256 over the concatenated lower-case hexadecimal `hash` of the acts, in order of position,
        without anything between. A retraction counts once it is taken itself. Streams without such acts are left out.
        """
        with self._store.snapshot() as connection:
            driver = driver_of(connection)
            if streams is None:
                return _digests(_ALL_DIGESTED.run(driver))
            found = [_digests(_STREAM_DIGESTED.run(driver, (stream,))) for stream in sorted(set(streams))]
        return tuple(digest for some in found for digest in some)

    def touched_since_verified(self) -> tuple[str, ...]:
        """Return the streams with acts taken or fetched since the last verified exchange."""
        with self._store.snapshot() as connection:
            return tuple(row[0] for row in _TOUCHED.run(driver_of(connection)))

    def record_run(self, run: ExchangeRun, *, verified: bool) -> None:
        """Keep the run; a verified one resets the touched streams."""
        with self._store.writing() as driver:
            local.add_run(driver, run)
            if verified:
                _UNTOUCH.run(driver)
                local.put_setting(driver, "last_verified_at", (run.ended_at or run.started_at).isoformat())

    def credentials(self) -> tuple[Credential, ...]:
        """Return all local password hashes."""
        with self._store.snapshot() as connection:
            return local.credentials(driver_of(connection))

    def take_credentials(self, credentials: Sequence[Credential]) -> None:
        """Keep newer password hashes from the server."""
        with self._store.writing() as driver:
            local.take_credentials(driver, credentials)

    def has_lease_for(self, series: str, year: int, wanted: int) -> bool:
        """Say whether at least `wanted` leased numbers are left here."""
        with self._store.snapshot() as connection:
            driver = driver_of(connection)
            office = office_now(driver, self._store.cache)
            return leases.remaining(driver, office, self.identity, series, year) >= wanted

    def _learn_serials(self, driver: sqlcipher.Connection, numbers: Sequence[str]) -> None:
        if numbers:
            leases.learn_serials(driver, office_now(driver, self._store.cache), self.identity, numbers)


def _filling(driver: sqlcipher.Connection) -> bool:
    return local.get_setting(driver, local.FILLING) is not None


def _fate_of(answer: Answer) -> Fate:
    """Read an answer; `already` means the copy of another PC, which may bear the same group name (ledgers)."""
    same_as = answer.against if answer.verdict is FateVerdict.ALREADY else ""
    return Fate(answer.verdict, answer.position, answer.reason, answer.against, same_as)


def _groups(rows: Iterable[Row]) -> Iterator[WireGroup]:
    acts = (wire_of(row, str(row[ENVELOPE_COLUMNS + 1])) for row in rows)
    for group, together in groupby(acts, key=_group_name):
        yield WireGroup(group, tuple(together))


def _group_name(act: WireAct) -> str:
    return act.group


def _digests(rows: Iterable[Row]) -> tuple[StreamDigest, ...]:
    found = []
    for stream, together in groupby(rows, key=_stream_name):
        hashes = [str(row[1]) for row in together]
        found.append(StreamDigest(stream, len(hashes), hashlib.sha256("".join(hashes).encode()).hexdigest()))
    return tuple(found)


def _stream_name(row: Row) -> StreamId:
    return StreamId(str(row[0]))
