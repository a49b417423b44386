"""The unit of work: one transaction of one person over the writer's connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import uuid_utils
from sqlalchemy import Connection, bindparam, literal_column, select

from clerk_app.domain.acts.base import (
    GROUP_LIMIT,
    Act,
    ActId,
    Envelope,
    GroupId,
    Origin,
    Record,
    StaffId,
    StreamId,
    stream_type,
)
from clerk_app.domain.acts.case import ActRetracted, NumberGiven
from clerk_app.domain.acts.wire import GENESIS, encode, envelope_hash, instant_text, payload_hash
from clerk_app.domain.acts.workstation import ClockCorrected
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.exchange import Credential, FateVerdict
from clerk_app.domain.listing import Draft, Identity, NewAct, StoredPaper, TakenNumber
from clerk_app.ports import Clock, HighWaterMark, Reader
from clerk_app.storage import history, local, numbers, retractions
from clerk_app.storage.base import table_of
from clerk_app.storage.codec import cells_of
from clerk_app.storage.engine import driver_of, problem_of, translated
from clerk_app.storage.folding import office_now
from clerk_app.storage.history import FoldCache, Head
from clerk_app.storage.leases import NumberDesk
from clerk_app.storage.projected import ChainHead
from clerk_app.storage.projections import Projector
from clerk_app.storage.statements import Statement, insert_into, upsert_into
from clerk_app.storage.tables import Setting

CHAIN = table_of(ChainHead)
SETTING = table_of(Setting)
DRIFT = "drift_ms"
"""Setting: the server's time minus this machine's, as the last exchange found it."""

ADD_ACT = insert_into(history.ACT, skip=("key",))
ADD_PAYLOAD = insert_into(history.PAYLOAD)
ADD_FATE = insert_into(history.FATE)
PUT_CHAIN = upsert_into(CHAIN)
_TOLD_DRIFT = select(SETTING.c.value).where(SETTING.c.key == bindparam("drift")).scalar_subquery()
_CHAIN = Statement(
    select(CHAIN.c.seq, CHAIN.c.hash, CHAIN.c.newest_at, _TOLD_DRIFT).where(
        CHAIN.c.workstation == bindparam("workstation")
    )
)
_HAS_ACT = Statement(
    select(literal_column("1")).select_from(history.ACT).where(history.ACT.c.act_id == bindparam("id"))
)


class LocalUnitOfWork:
    """Implements `ports.UnitOfWork`."""

    def __init__(
        self,
        *,
        checkout: Callable[[], Connection],
        release: Callable[[], None],
        reader: Reader,
        identity: Identity,
        clock: Clock,
        marks: HighWaterMark,
        cache: FoldCache,
        program_version: str,
    ) -> None:
        self._checkout = checkout
        self._release = release
        self._reader = reader
        self._identity = identity
        self._clock = clock
        self._marks = marks
        self._cache = cache
        self._version = program_version
        self._connection: Connection | None = None

    @property
    def reader(self) -> Reader:
        """Questions answered inside this transaction."""
        return self._reader

    @property
    def identity(self) -> Identity:
        """Which machine writes."""
        return self._identity

    @property
    def clock(self) -> Clock:
        """The time of this unit of work."""
        return self._clock

    def __enter__(self) -> Self:
        """Begin immediately: one writer at a time.

        Raises:
            EnvironmentProblem: `database_locked` when another writer holds it for five seconds.
        """
        connection = self._checkout()
        self._driver = driver_of(connection)
        try:
            with translated():
                self._driver.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._release()
            raise
        self._connection = connection
        self._desk = NumberDesk(self._driver, self._identity, self._marks)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back unless committed; what the library says while rows are read comes out translated."""
        if self._connection is None:
            return
        try:
            if self._driver.in_transaction:
                with translated():
                    self._driver.execute("ROLLBACK")
            # Core questions asked inside began a transaction of their own in SQLAlchemy's eyes.
            self._connection.rollback()
        finally:
            self._connection = None
            self._release()
        problem = problem_of(error)
        if problem is not None:
            raise problem from error

    def new_id(self) -> str:
        """Return a fresh UUIDv7."""
        return str(uuid_utils.uuid7())

    def next_case_serial(self, year: int) -> int:
        """Return the next serial of this workstation's series in a year."""
        self._refuse_backward_clock()
        return self._desk.next_serial(year)

    def take_number(self, series: str, year: int) -> TakenNumber:
        """Take the next number of a leased block.

        Raises:
            RuleViolation: `no_number_left`, `series_unknown` or `clock_behind`.
        """
        self._refuse_backward_clock()
        office = office_now(self._driver, self._cache)
        return self._desk.take(series, year, office=office, now=self._clock.now(), today=self._clock.today())

    def _refuse_backward_clock(self) -> None:
        row = _CHAIN.run_named(self._driver, {"workstation": self._identity.workstation, "drift": DRIFT}).fetchone()
        if row is not None and instant_text(self._clock.now()) < row[2]:
            raise RuleViolation("clock_behind", newest=row[2])

    def append(
        self, acts: Sequence[NewAct], *, actor: StaffId, origin: Origin = Origin.LIVE, group: str | None = None
    ) -> tuple[Record, ...]:
        """Write one group with its projections; nothing is durable before `commit`.

        Raises:
            RuleViolation: `group_size`, `act_wrong_stream`, `act_exists`, `stream_closed`, `number_taken`, or a text
                that cannot be stored.
        """
        if not 1 <= len(acts) <= GROUP_LIMIT:
            raise RuleViolation("group_size", size=len(acts), limit=GROUP_LIMIT)
        for new in acts:
            self._check(new, origin)
        leases, self._desk.new_leases = self._desk.new_leases, []
        for lease in leases:
            self._write([lease], actor=actor, origin=Origin.LIVE, group=self.new_id())
        return self._write(acts, actor=actor, origin=origin, group=group or self.new_id())

    def _check(self, new: NewAct, origin: Origin) -> None:
        if new.act.STREAM is not stream_type(new.stream):
            raise RuleViolation("act_wrong_stream", kind=new.act.KIND, stream=stream_type(new.stream))
        if new.act_id is not None and origin is not Origin.LEDGER:
            message = "only an import chooses the id of an act"
            raise ValueError(message)
        if new.act_id is not None and self.has_act(new.act_id):
            raise RuleViolation("act_exists", act=new.act_id)
        if isinstance(new.act, NumberGiven):
            numbers.refuse_taken(self._driver, new.stream, new.act)

    def _write(self, acts: Sequence[NewAct], *, actor: StaffId, origin: Origin, group: str) -> tuple[Record, ...]:
        bodies = [encode(new.act) for new in acts]
        before = {stream: history.head_of(self._driver, stream) for stream in {new.stream for new in acts}}
        closed = next((head.stream for head in before.values() if head.foreign_legal), None)
        if closed is not None:
            raise RuleViolation("stream_closed", stream=closed)
        records = self._enveloped(acts, bodies, before, actor=actor, origin=origin, group=GroupId(group))
        targets = set()
        for record, body in zip(records, bodies, strict=True):
            key = self._insert(record, body)
            if isinstance(record.act, ActRetracted):
                retractions.note(self._driver, key, record)
                targets.add(record.act.target_group)
        projector = Projector(self._driver, self._cache)
        if targets:
            touched = retractions.settle(self._driver, targets)
            projector.refold(touched | set(before))
        else:
            projector.extend(before, [(record, record.act.LEGAL) for record in records])
        return records

    def _enveloped(
        self,
        acts: Sequence[NewAct],
        bodies: Sequence[bytes],
        heads: dict[StreamId, Head],
        *,
        actor: StaffId,
        origin: Origin,
        group: GroupId,
    ) -> tuple[Record, ...]:
        own, now = self._identity, self._clock.now()
        row = _CHAIN.run_named(self._driver, {"workstation": own.workstation, "drift": DRIFT}).fetchone()
        seq, last_hash, newest, told_drift = row or (0, GENESIS, "", None)
        last_legal = {stream: head.last_legal for stream, head in heads.items()}
        records = []
        for place, (new, body) in enumerate(zip(acts, bodies, strict=True), start=1):
            content = (
                *(new.act_id or ActId(self.new_id()), own.office, new.stream),
                *(group, len(acts), place, own.workstation, seq + place),
                *(new.act.KIND, new.act.SCHEMA, payload_hash(body), new.legal_date, now, int(told_drift or 0)),
                *(actor, origin, self._version, last_legal[new.stream] if new.act.LEGAL else None, last_hash),
            )
            envelope = Envelope(*content, envelope_hash(Envelope(*content, "")))
            last_hash = envelope.hash
            if new.act.LEGAL:
                last_legal[new.stream] = envelope.act_id
            records.append(Record(envelope, new.act))
        told = instant_text(now)
        newest = told if _sets_clock([new.act for new in acts]) else max(newest, told)
        PUT_CHAIN.run(self._driver, (own.workstation, seq + len(acts), last_hash, newest))
        return tuple(records)

    def _insert(self, record: Record, body: bytes) -> int:
        key: int = ADD_ACT.run(self._driver, cells_of(record.envelope, legal=record.act.LEGAL)).lastrowid
        ADD_PAYLOAD.run(self._driver, (key, body.decode()))
        ADD_FATE.run(self._driver, (key, FateVerdict.PENDING.value, None, "", "", "", None, ""))
        return key

    def has_act(self, act_id: ActId) -> bool:
        """Say whether an act of this id was read from a ledger here or elsewhere."""
        return _HAS_ACT.run(self._driver, (act_id,)).fetchone() is not None

    def store_paper(self, paper: StoredPaper) -> None:
        """Keep the bytes of an issued paper, in this transaction."""
        local.store_paper(self._driver, paper)

    def set_credential(self, credential: Credential) -> None:
        """Keep a person's password hash."""
        local.set_credential(self._driver, credential)

    def save_draft(self, draft: Draft) -> None:
        """Keep or replace a parked intake."""
        local.save_draft(self._driver, draft)

    def drop_draft(self, draft_id: str) -> None:
        """Forget a parked intake."""
        local.drop_draft(self._driver, draft_id)

    def put_setting(self, key: str, value: str) -> None:
        """Keep a local value that is no act."""
        local.put_setting(self._driver, key, value)

    def commit(self) -> None:
        """Raise the high-water marks, then make everything durable.

        Raises:
            EnvironmentProblem: disk or lock; nothing was kept then.
        """
        for name, value in self._desk.marks_to_raise.items():
            self._marks.raise_to(name, value)
        with translated():
            self._driver.execute("COMMIT")


def _sets_clock(acts: Sequence[Act]) -> bool:
    return any(isinstance(act, ClockCorrected) for act in acts)
