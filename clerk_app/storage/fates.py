"""What became of groups: positions and verdicts as they arrive, and a chained log of every one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, literal_column, select

from clerk_app.domain.acts.base import StreamId
from clerk_app.domain.acts.wire import GENESIS, instant_text
from clerk_app.domain.exchange import FateVerdict
from clerk_app.storage.base import table_of
from clerk_app.storage.history import ACT, FATE
from clerk_app.storage.statements import Cell, Statement, insert_into, update_by
from clerk_app.storage.tables import AnswerLog

LOG = table_of(AnswerLog)

_ADD_LOG = insert_into(LOG, skip=("n",))
_LAST_LOG = Statement(
    select(LOG.c.hash).order_by(LOG.c.n.desc()).limit(literal_column("1")).offset(literal_column("0"))
)
_GROUP = Statement(
    select(ACT.c.key, ACT.c.act_id, ACT.c.stream, ACT.c.group_pos, FATE.c.verdict, FATE.c.position)
    .join(FATE, FATE.c.act_key == ACT.c.key)
    .where(ACT.c.workstation == bindparam("workstation"), ACT.c.group_id == bindparam("group_id"))
    .order_by(ACT.c.group_pos)
)
_AT = Statement(
    select(ACT.c.key, ACT.c.act_id, ACT.c.stream, ACT.c.group_id, ACT.c.workstation)
    .join(FATE, FATE.c.act_key == ACT.c.key)
    .where(FATE.c.position.between(bindparam("first"), bindparam("last")))
)
_SET = update_by(FATE, ("verdict", "position", "reason", "against", "same_as"), where=("act_key",))

NOT_STANDING = frozenset({FateVerdict.ALREADY, FateVerdict.CONFLICT, FateVerdict.REFUSED})
"""Verdicts under which a number that was given is no longer used (waiting acts may still stand one day)."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The verdict on a group; `position` is that of its first act."""

    verdict: FateVerdict
    position: int | None = None
    reason: str = ""
    against: str = ""
    same_as: str = ""


@dataclass(slots=True)
class Moved:
    """Which streams a batch of verdicts touched, and in which the numbers may have another fate."""

    streams: set[StreamId]
    numbers: set[StreamId]


class FateKeeper:
    """Writes verdicts inside one open transaction."""

    def __init__(self, driver: sqlcipher.Connection, *, now: datetime) -> None:
        self._driver = driver
        self._at = instant_text(now)
        row = _LAST_LOG.run(driver).fetchone()
        self._last_hash: str = row[0] if row else GENESIS
        self.moved = Moved(set(), set())

    def is_known(self, workstation: str, group: str) -> bool:
        """Say whether any act of the group is here."""
        return bool(self._acts(workstation, group))

    def set(self, workstation: str, group: str, fate: Fate) -> None:
        """Give a whole group its fate and log it; nothing happens when it has that fate already."""
        acts = self._acts(workstation, group)
        if fate.verdict is FateVerdict.TAKEN and fate.position is not None:
            self._vacate(acts, fate.position, len(acts))
        changed = False
        for key, _, stream, place, verdict, position in acts:
            wanted = (
                None if fate.position is None or fate.verdict is not FateVerdict.TAKEN else fate.position + place - 1
            )
            if (verdict, position) == (fate.verdict.value, wanted):
                continue
            changed = True
            cells: dict[str, Cell] = {
                "new_verdict": fate.verdict.value,
                "new_position": wanted,
                "new_reason": fate.reason,
                "new_against": fate.against,
                "new_same_as": fate.same_as,
                "act_key": key,
            }
            _SET.run_named(self._driver, cells)
            self.moved.streams.add(StreamId(stream))
            if (FateVerdict(verdict) in NOT_STANDING) != (fate.verdict in NOT_STANDING):
                self.moved.numbers.add(StreamId(stream))
        if changed:
            self.log(workstation, group, fate)

    def log(self, workstation: str, group: str, fate: Fate) -> None:
        """Add a line to the chained log of verdicts."""
        position = fate.position if fate.verdict is FateVerdict.TAKEN else None
        line = (workstation, group, fate.verdict.value, position, fate.reason, fate.against, self._at)
        name = log_hash(self._last_hash, line)
        _ADD_LOG.run(self._driver, (*line, self._last_hash, name))
        self._last_hash = name

    def _acts(self, workstation: str, group: str) -> list[tuple[int, str, str, int, str, int | None]]:
        rows: list[tuple[int, str, str, int, str, int | None]]
        rows = _GROUP.run(self._driver, (workstation, group)).fetchall()
        return rows

    def _vacate(self, acts: Sequence[tuple[int, str, str, int, str, int | None]], position: int, count: int) -> None:
        """Take positions back from other groups: the server was restored and gave them anew."""
        own = {act[0] for act in acts}
        span: dict[str, Cell] = {"first": position, "last": position + count - 1}
        rows = _AT.run_named(self._driver, span).fetchall()
        for workstation, group in dict.fromkeys((row[4], row[3]) for row in rows if row[0] not in own):
            self.set(workstation, group, Fate(FateVerdict.PENDING, reason="position_given_anew"))


def log_hash(before: str, line: Sequence[Cell]) -> str:
    """Return the hash that chains a line of the log to the one before."""
    return hashlib.sha256(before.encode() + msgspec.json.encode(list(line))).hexdigest()
