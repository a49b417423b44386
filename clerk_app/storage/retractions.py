"""Which groups are taken back: a standing `ActRetracted` marks every act of its target group, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, select

from clerk_app.domain.acts.base import Record, StreamId
from clerk_app.domain.acts.case import ActRetracted
from clerk_app.storage.base import table_of
from clerk_app.storage.history import ACT, FATE, STANDS
from clerk_app.storage.projected import Retraction
from clerk_app.storage.statements import Statement, insert_into, update_by

RETRACTION = table_of(Retraction)

_ADD = insert_into(RETRACTION)
_TARGET = Statement(
    select(RETRACTION.c.target_group)
    .join(ACT, ACT.c.key == RETRACTION.c.act_key)
    .where(ACT.c.group_id == bindparam("group_id"))
)
_TAKING_BACK = Statement(
    select(ACT.c.act_id)
    .select_from(RETRACTION.join(ACT, ACT.c.key == RETRACTION.c.act_key).join(FATE, FATE.c.act_key == ACT.c.key))
    .where(RETRACTION.c.target_group == bindparam("group_id"), *STANDS)
    .order_by(FATE.c.position.is_(None), FATE.c.position, ACT.c.seq)
)
_GROUP = Statement(
    select(ACT.c.key, ACT.c.stream, FATE.c.retracted_by)
    .join(FATE, FATE.c.act_key == ACT.c.key)
    .where(ACT.c.group_id == bindparam("group_id"))
)
_SET = update_by(FATE, ("retracted_by",), where=("act_key",))


def note(driver: sqlcipher.Connection, key: int, record: Record) -> None:
    """Keep which group an act takes back, if it does."""
    if isinstance(record.act, ActRetracted):
        _ADD.run(driver, (key, record.act.target_group))


def targets_of(driver: sqlcipher.Connection, groups: Iterable[str]) -> set[str]:
    """Return the groups that acts of these groups take back."""
    return {row[0] for group in groups for row in _TARGET.run(driver, (group,))}


def settle(driver: sqlcipher.Connection, groups: Iterable[str]) -> set[StreamId]:
    """Mark or unmark these groups, and what hangs on them; return the streams whose history changed thereby."""
    waiting, touched, seen = list(groups), set[StreamId](), set[str]()
    while waiting:
        group = waiting.pop()
        if group in seen:
            continue
        seen.add(group)
        row = _TAKING_BACK.run(driver, (group,)).fetchone()
        by = None if row is None else row[0]
        changed = [(key, stream) for key, stream, known in _GROUP.run(driver, (group,)) if known != by]
        for key, stream in changed:
            _SET.run_named(driver, {"new_retracted_by": by, "act_key": key})
            touched.add(StreamId(stream))
        if changed:
            waiting += targets_of(driver, (group,))
    return touched
