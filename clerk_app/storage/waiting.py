"""Lists the groups that the server has not taken, or that were set aside and wait for a person."""

from __future__ import annotations

from itertools import groupby

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, func, literal_column, select

from clerk_app.domain.acts.base import Record, StreamId, StreamType, stream_key, stream_type
from clerk_app.domain.acts.case import NumberGiven
from clerk_app.domain.exchange import FateVerdict
from clerk_app.domain.listing import ActRow, PendingGroup
from clerk_app.storage.codec import act_row_of
from clerk_app.storage.history import ACT, FATE, LISTED, PAYLOAD
from clerk_app.storage.rows import CASE_ROW
from clerk_app.storage.statements import Statement

NOT_TAKEN = Statement(
    select(*LISTED)
    .select_from(FATE.join(ACT, ACT.c.key == FATE.c.act_key).join(PAYLOAD, PAYLOAD.c.act_key == FATE.c.act_key))
    .where(
        FATE.c.verdict != literal_column(f"'{FateVerdict.TAKEN.value}'"),
        FATE.c.verdict != literal_column(f"'{FateVerdict.ALREADY.value}'"),
        FATE.c.settled_by == literal_column("''"),
    )
    .order_by(FATE.c.act_key)
)
"""Every act that is pending or set aside; the partial index over what is not taken serves it."""

_COUNTED = Statement(
    select(FATE.c.verdict, func.count())
    .select_from(FATE.join(ACT, ACT.c.key == FATE.c.act_key))
    .where(
        FATE.c.verdict != literal_column(f"'{FateVerdict.TAKEN.value}'"),
        FATE.c.verdict != literal_column(f"'{FateVerdict.ALREADY.value}'"),
        FATE.c.settled_by == literal_column("''"),
        ACT.c.group_pos == literal_column("1"),
    )
    .group_by(FATE.c.verdict)
)
"""Groups by the verdict of their first act: no payload is read."""

_CASE_NO = Statement(select(CASE_ROW.c.case_no).where(CASE_ROW.c.case_id == bindparam("case_id")))


def groups(driver: sqlcipher.Connection) -> tuple[PendingGroup, ...]:
    """Return the groups, oldest first."""
    rows = (act_row_of(row) for row in NOT_TAKEN.run(driver).fetchall())
    together = groupby(rows, key=lambda row: (row.record.envelope.workstation, row.record.envelope.group))
    return tuple(_group(driver, list(acts)) for _, acts in together)


def counts(driver: sqlcipher.Connection) -> tuple[int, int]:
    """Return how many groups wait to be sent and how many were set aside."""
    found = {str(row[0]): int(row[1] or 0) for row in _COUNTED.run(driver).fetchall()}
    unsent = found.pop(FateVerdict.PENDING.value, 0)
    return unsent, sum(found.values())


def _group(driver: sqlcipher.Connection, acts: list[ActRow]) -> PendingGroup:
    first = acts[0]
    envelope = first.record.envelope
    stream = next(
        (one.record.envelope.stream for one in acts if stream_type(one.record.envelope.stream) is StreamType.CASE),
        envelope.stream,
    )
    numbers = (one.record.act.number for one in acts if isinstance(one.record.act, NumberGiven))
    return PendingGroup(
        envelope.group,
        tuple(one.record.envelope.kind for one in acts),
        stream,
        _case_no(driver, stream, [one.record for one in acts]),
        envelope.recorded_at,
        envelope.actor,
        first.verdict,
        first.reason,
        first.against,
        tuple(numbers),
    )


def _case_no(driver: sqlcipher.Connection, stream: StreamId, records: list[Record]) -> str:
    if stream_type(stream) is not StreamType.CASE:
        return ""
    row = _CASE_NO.run(driver, (stream_key(stream),)).fetchone()
    if row is not None:
        return str(row[0])
    # A set-aside receipt stands in no list; its own words tell the number.
    return next((str(getattr(one.act, "case_no", "")) for one in records if hasattr(one.act, "case_no")), "")
