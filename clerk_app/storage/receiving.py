"""Stores groups that came from the server, and brings folds and rows up to date after verdicts of any kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, literal_column, select

from clerk_app.domain.acts.base import Origin, Record, StreamId, StreamType, stream_type
from clerk_app.domain.acts.case import MaterialsReceived
from clerk_app.domain.acts.wire import UnknownAct, envelope_hash, instant_text, payload_hash
from clerk_app.domain.acts.workstation import ClockCorrected
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.exchange import FateVerdict, WireAct, WireGroup
from clerk_app.domain.listing import Identity
from clerk_app.storage import numbers, retractions
from clerk_app.storage.codec import cells_of, envelope_from_wire, record_of
from clerk_app.storage.fates import Fate, FateKeeper
from clerk_app.storage.history import ACT, FATE, FoldCache
from clerk_app.storage.projections import Projector
from clerk_app.storage.statements import Statement, select_by
from clerk_app.storage.writing import ADD_ACT, ADD_FATE, ADD_PAYLOAD, CHAIN, PUT_CHAIN

_KNOWN = Statement(
    select(ACT.c.hash).where(ACT.c.workstation == bindparam("workstation"), ACT.c.seq == bindparam("seq"))
)
_CHAIN = select_by(CHAIN, "workstation")
_TWIN = Statement(
    select(ACT.c.group_id)
    .join(FATE, FATE.c.act_key == ACT.c.key)
    .where(
        ACT.c.act_id == bindparam("act_id"),
        ACT.c.origin == literal_column(f"'{Origin.LEDGER.value}'"),
        ACT.c.workstation == bindparam("workstation"),
        FATE.c.verdict == literal_column(f"'{FateVerdict.PENDING.value}'"),
    )
)


class Receiver:
    """Takes fetched groups into one open transaction."""

    def __init__(self, driver: sqlcipher.Connection, identity: Identity, *, now: datetime) -> None:
        self._driver = driver
        self._own = identity.workstation
        self.keeper = FateKeeper(driver, now=now)
        self.new_acts = 0
        self.own_case_numbers: list[str] = []

    def take(self, group: WireGroup, position: int | None) -> None:
        """Store what is not here yet, and give the group its position (None: it was kept but not taken).

        Raises:
            EnvironmentProblem: `fetched_act_damaged` or `identity_clash`.
        """
        fresh = [act for act in group.acts if self._is_new(act)]
        for act in fresh:
            self._insert(act)
        workstation = group.acts[0].workstation
        if position is not None:
            if workstation != self._own:
                self._yield_twins(group, fresh)
            self.keeper.set(workstation, group.group, Fate(FateVerdict.TAKEN, position))

    def _is_new(self, act: WireAct) -> bool:
        row = _KNOWN.run(self._driver, (act.workstation, act.seq)).fetchone()
        if row is not None and row[0] != act.hash:
            raise EnvironmentProblem("identity_clash", workstation=act.workstation, seq=act.seq)
        return row is None

    def _insert(self, act: WireAct) -> None:
        envelope = envelope_from_wire(act)
        if payload_hash(act.payload.encode()) != act.payload_sha256 or envelope_hash(envelope) != act.hash:
            raise EnvironmentProblem("fetched_act_damaged", workstation=act.workstation, seq=act.seq)
        record = record_of(cells_of(envelope, legal=act.legal), act.payload)
        # What this program knows it need not be told; of other kinds the server says whether they are legal.
        legal = act.legal if isinstance(record.act, UnknownAct) else record.act.LEGAL
        key: int = ADD_ACT.run(self._driver, cells_of(envelope, legal=legal)).lastrowid
        ADD_PAYLOAD.run(self._driver, (key, act.payload))
        ADD_FATE.run(self._driver, (key, FateVerdict.PENDING.value, None, "", "", "", None, ""))
        retractions.note(self._driver, key, record)
        self.new_acts += 1
        if act.workstation == self._own:
            self._lengthen_own_chain(record)

    def _lengthen_own_chain(self, record: Record) -> None:
        """An own act comes back to a restored disk: the chain goes on behind it."""
        envelope = record.envelope
        row = _CHAIN.run(self._driver, (self._own,)).fetchone()
        told = instant_text(envelope.recorded_at)
        if row is None or row[1] < envelope.seq:
            newest = told if row is None or isinstance(record.act, ClockCorrected) else max(row[3], told)
            PUT_CHAIN.run(self._driver, (self._own, envelope.seq, envelope.hash, newest))
        if isinstance(record.act, MaterialsReceived):
            self.own_case_numbers.append(record.act.case_no)

    def _yield_twins(self, group: WireGroup, fresh: Iterable[WireAct]) -> None:
        """A ledger was read here too and not sent yet: the copy that the server has stands, ours does not."""
        for act in fresh:
            if act.origin == Origin.LEDGER.value:
                for row in _TWIN.run(self._driver, (act.act_id, self._own)).fetchall():
                    self.keeper.set(self._own, row[0], Fate(FateVerdict.ALREADY, same_as=group.group))


def bring_up_to_date(
    driver: sqlcipher.Connection, cache: FoldCache, keeper: FateKeeper, groups: Iterable[str], *, project: bool
) -> set[StreamId]:
    """Settle what these groups take back, refold what changed, and return every stream that was touched."""
    wanted = set(groups)
    streams = keeper.moved.streams | retractions.settle(driver, wanted | retractions.targets_of(driver, wanted))
    if project:
        Projector(driver, cache).refold(streams)
        for stream in sorted(keeper.moved.numbers):
            if stream_type(stream) is StreamType.CASE:
                numbers.refresh(driver, stream)
    return streams
