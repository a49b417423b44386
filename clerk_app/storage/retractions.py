"""Which groups are taken back: a standing `ActRetracted` marks every act of its target group, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, literal_column, select

from clerk_app.domain.acts.base import Record, StreamId
from clerk_app.domain.acts.case import ActRetracted
from clerk_app.storage.base import table_of
from clerk_app.storage.codec import ENVELOPE_COLUMNS, record_of
from clerk_app.storage.history import ACT, ENVELOPE, FATE, PAYLOAD, STANDS
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
    select(ACT.c.key)
    .select_from(RETRACTION.join(ACT, ACT.c.key == RETRACTION.c.act_key).join(FATE, FATE.c.act_key == ACT.c.key))
    .where(RETRACTION.c.target_group == bindparam("group_id"), *STANDS)
    .order_by(FATE.c.position.is_(None), FATE.c.position, ACT.c.seq)
)
_GROUP = Statement(
    select(ACT.c.key, ACT.c.stream, FATE.c.retracted_by)
    .join(FATE, FATE.c.act_key == ACT.c.key)
    .where(ACT.c.group_id == bindparam("group_id"))
)
_ACTS = Statement(
    select(ACT.c.key, RETRACTION.c.target_group, *ENVELOPE, PAYLOAD.c.body)
    .select_from(
        ACT.join(PAYLOAD, PAYLOAD.c.act_key == ACT.c.key).outerjoin(RETRACTION, RETRACTION.c.act_key == ACT.c.key)
    )
    .where(ACT.c.kind == literal_column(f"'{ActRetracted.KIND}'"))
)
_TARGETS = Statement(select(RETRACTION.c.target_group).distinct())
_MARKED = Statement(
    select(ACT.c.group_id).distinct().join(FATE, FATE.c.act_key == ACT.c.key).where(FATE.c.retracted_by.is_not(None))
)
_SET = update_by(FATE, ("retracted_by",), where=("act_key",))


def note(driver: sqlcipher.Connection, key: int, record: Record) -> None:
    """Keep which group an act takes back, if it does."""
    if isinstance(record.act, ActRetracted):
        _ADD.run(driver, (key, record.act.target_group))


def targets_of(driver: sqlcipher.Connection, groups: Iterable[str]) -> set[str]:
    """Return the groups that acts of these groups take back."""
    return {row[0] for group in groups for row in _TARGET.run(driver, (group,))}


def marked(driver: sqlcipher.Connection) -> set[str]:
    """Return the groups that are marked as taken back."""
    return {row[0] for row in _MARKED.run(driver)}


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


def expected_marks(driver: sqlcipher.Connection) -> Iterator[tuple[str, object, object]]:
    """Return what is not as the retractions say: the group (or the retraction), what is kept, and what should be."""
    yield from _misread(driver)
    groups = {row[0] for row in _TARGETS.run(driver)} | marked(driver)
    for group in sorted(groups):
        row = _TAKING_BACK.run(driver, (group,)).fetchone()
        by = None if row is None else row[0]
        for known in sorted({known for _, _, known in _GROUP.run(driver, (group,)) if known != by}, key=str):
            yield group, known, by


def _misread(driver: sqlcipher.Connection) -> Iterator[tuple[str, object, object]]:
    """Return the retractions whose remembered target is not the one in their act."""
    for key, target, *row in _ACTS.run(driver).fetchall():
        record = record_of(tuple(row), str(row[ENVELOPE_COLUMNS + 1]))
        told = record.act.target_group if isinstance(record.act, ActRetracted) else None
        if told != target:
            yield f"retraction {key}", target, told
