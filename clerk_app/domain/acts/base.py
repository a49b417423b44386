"""The envelope that every act carries, the names of streams, and the base of every payload."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, NewType

ActId = NewType("ActId", str)
GroupId = NewType("GroupId", str)
StreamId = NewType("StreamId", str)
StaffId = NewType("StaffId", str)
CaseId = NewType("CaseId", str)

GROUP_LIMIT = 32
"""Most acts of one unit of work (architecture, Words: group)."""

PAYLOAD_LIMIT = 64 * 1024
"""Largest payload in bytes; larger things are attachments."""


class StreamType(StrEnum):
    """What an act can belong to."""

    CASE = "case"
    LICENCE = "licence"
    LICENSEE = "licensee"
    ITEM = "item"
    CALENDAR = "calendar"
    STAFF = "staff"
    TEXT = "text"
    SERIES = "series"
    WORKSTATION = "workstation"
    OFFICE = "office"


class Origin(StrEnum):
    """How an act came into the program."""

    LIVE = "live"
    PAPER = "paper"
    LEDGER = "ledger"
    ONLINE = "online"


def stream_id(stream_type: StreamType, key: str) -> StreamId:
    """Name the stream of `key`, e.g. ``case:0190…`` or ``item:WHJY``."""
    return StreamId(f"{stream_type.value}:{key}")


def stream_type(stream: StreamId) -> StreamType:
    """Return what kind of stream `stream` names."""
    return StreamType(stream.split(":", 1)[0])


def stream_key(stream: StreamId) -> str:
    """Return the key behind the type of `stream`."""
    return stream.split(":", 1)[1]


class Act:
    """Base of every payload: one thing that was done.

    Subclasses are frozen slotted dataclasses. `KIND` is the class in snake_case, `SCHEMA` the newest version of the
    payload, `STREAM` what it belongs to, `LEGAL` whether it moves the procedure (and then names what it follows).
    """

    __slots__ = ()
    KIND: ClassVar[str]
    SCHEMA: ClassVar[int] = 1
    STREAM: ClassVar[StreamType]
    LEGAL: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who, where, when and in which place of the chain an act stands (architecture, Words: envelope)."""

    act_id: ActId
    office: str
    stream: StreamId
    group: GroupId
    group_size: int
    group_pos: int
    workstation: str
    seq: int
    kind: str
    schema: int
    payload_sha256: str
    legal_date: date
    recorded_at: datetime
    drift_ms: int
    actor: StaffId
    origin: Origin
    program_version: str
    follows: ActId | None
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Record:
    """An act with its envelope, as folds, projections and the case file see it."""

    envelope: Envelope
    act: Act
