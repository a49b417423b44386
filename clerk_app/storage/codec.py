"""Turns rows of the act tables into records and back; nothing else knows the order of their columns."""

from __future__ import annotations

from datetime import UTC, date, datetime

from clerk_app.domain.acts.base import (
    ActId,
    Envelope,
    GroupId,
    Origin,
    Record,
    StaffId,
    StreamId,
    stream_type,
)
from clerk_app.domain.acts.wire import UnknownAct, decode, instant_text
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.exchange import FateVerdict, WireAct
from clerk_app.domain.listing import ActRow
from clerk_app.storage.statements import Row

ENVELOPE_COLUMNS = 20
"""Columns of `act` behind `key` and before `legal`."""


def instant_of(text: str) -> datetime:
    """Read an instant back as it was written."""
    return datetime.fromisoformat(text).astimezone(UTC)


def day_text(day: date | None) -> str | None:
    """Write a date, or nothing."""
    return None if day is None else day.isoformat()


def day_of(text: str | None) -> date | None:
    """Read a date, or nothing."""
    return None if text is None else date.fromisoformat(text)


def cells_of(envelope: Envelope, *, legal: bool) -> Row:
    """Return the row of an envelope in the order of the columns of `act`, `key` left out."""
    return (
        envelope.act_id,
        envelope.office,
        envelope.stream,
        envelope.group,
        envelope.group_size,
        envelope.group_pos,
        envelope.workstation,
        envelope.seq,
        envelope.kind,
        envelope.schema,
        envelope.payload_sha256,
        envelope.legal_date.isoformat(),
        instant_text(envelope.recorded_at),
        envelope.drift_ms,
        envelope.actor,
        envelope.origin.value,
        envelope.program_version,
        envelope.follows,
        envelope.prev_hash,
        envelope.hash,
        int(legal),
    )


def envelope_of(row: Row) -> Envelope:
    """Return the envelope of a row of `act` without `key`."""
    return Envelope(
        ActId(str(row[0])),
        str(row[1]),
        StreamId(str(row[2])),
        GroupId(str(row[3])),
        _int(row[4]),
        _int(row[5]),
        str(row[6]),
        _int(row[7]),
        str(row[8]),
        _int(row[9]),
        str(row[10]),
        date.fromisoformat(str(row[11])),
        instant_of(str(row[12])),
        _int(row[13]),
        StaffId(str(row[14])),
        Origin(str(row[15])),
        str(row[16]),
        None if row[17] is None else ActId(str(row[17])),
        str(row[18]),
        str(row[19]),
    )


def record_of(row: Row, body: str) -> Record:
    """Return the record of a row and its payload; what does not decode, or stands in a wrong stream, is `UnknownAct`."""
    envelope = envelope_of(row)
    try:
        act = decode(envelope.kind, envelope.schema, body.encode())
        if isinstance(act, UnknownAct) or act.STREAM is stream_type(envelope.stream):
            return Record(envelope, act)
    except (RuleViolation, ValueError):
        pass  # kept untouched and shown as unknown: one bad act stops no other case
    return Record(envelope, UnknownAct(envelope.kind, envelope.schema, body))


def is_foreign(record: Record, *, legal: bool) -> bool:
    """Say whether a legal act of a kind that this program does not know closes its stream."""
    return legal and isinstance(record.act, UnknownAct)


def act_row_of(row: Row) -> ActRow:
    """Return the listed act of a row of `act` (without `key`), then body and the columns of its fate."""
    body, verdict, position, reason, against, retracted_by, settled_by = row[ENVELOPE_COLUMNS + 1 :]
    return ActRow(
        record_of(row, str(body)),
        FateVerdict(str(verdict)),
        None if position is None else _int(position),
        str(reason),
        str(against),
        retracted_by is not None,
        str(settled_by),
    )


def wire_of(row: Row, body: str) -> WireAct:
    """Return the act as it travels."""
    envelope = envelope_of(row)
    return WireAct(
        act_id=envelope.act_id,
        office=envelope.office,
        stream=envelope.stream,
        group=envelope.group,
        group_size=envelope.group_size,
        group_pos=envelope.group_pos,
        workstation=envelope.workstation,
        seq=envelope.seq,
        kind=envelope.kind,
        schema=envelope.schema,
        payload_sha256=envelope.payload_sha256,
        legal_date=envelope.legal_date,
        recorded_at=envelope.recorded_at,
        drift_ms=envelope.drift_ms,
        actor=envelope.actor,
        origin=envelope.origin.value,
        program_version=envelope.program_version,
        follows=envelope.follows,
        prev_hash=envelope.prev_hash,
        hash=envelope.hash,
        payload=body,
        legal=bool(row[ENVELOPE_COLUMNS]),
    )


def envelope_from_wire(act: WireAct) -> Envelope:
    """Return the envelope of an act that came over the wire."""
    return Envelope(
        ActId(act.act_id),
        act.office,
        StreamId(act.stream),
        GroupId(act.group),
        act.group_size,
        act.group_pos,
        act.workstation,
        act.seq,
        act.kind,
        act.schema,
        act.payload_sha256,
        act.legal_date,
        act.recorded_at,
        act.drift_ms,
        StaffId(act.actor),
        Origin(act.origin),
        act.program_version,
        None if act.follows is None else ActId(act.follows),
        act.prev_hash,
        act.hash,
    )


def _int(cell: str | int | bytes | None) -> int:
    if not isinstance(cell, int):
        message = f"a whole number was expected, not {type(cell).__name__}"
        raise TypeError(message)
    return cell
