"""What travels between a workstation and the shared server: plain messages, the same for the wire and the file.

The law of the exchange stands in docs/architecture.md (The exchange). All sequences are in `seq` or position order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

PROTOCOL = 1
"""Protocol version; a server takes sending from one version back."""


class FateVerdict(StrEnum):
    """What became of a group on its way to the shared history."""

    PENDING = "pending"
    TAKEN = "taken"
    ALREADY = "already"
    CONFLICT = "conflict"
    REFUSED = "refused"
    WAITING = "waiting"


STANDING = (FateVerdict.PENDING, FateVerdict.TAKEN)
"""Verdicts under which an act stands (unless it was retracted)."""


@dataclass(frozen=True, slots=True)
class WireAct:
    """One act as it travels: every envelope field, and the payload bytes as stored (canonical JSON, text)."""

    act_id: str
    office: str
    stream: str
    group: str
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
    actor: str
    origin: str
    program_version: str
    follows: str | None
    prev_hash: str
    hash: str
    payload: str
    legal: bool


@dataclass(frozen=True, slots=True)
class WireGroup:
    """The acts of one unit of work, in `group_pos` order; never split."""

    group: str
    acts: tuple[WireAct, ...]

    @property
    def first_seq(self) -> int:
        """Return the lowest `seq` of the group."""
        return self.acts[0].seq


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's verdict on one sent group.

    `position` is that of the group's first act when taken or already there; `reason` a stable code when refused;
    `against` the act id that stands in the way (conflict), or the group the copy equals (already).
    """

    group: str
    verdict: FateVerdict
    position: int | None = None
    reason: str = ""
    against: str = ""


@dataclass(frozen=True, slots=True)
class FetchedGroup:
    """A taken group with the position of its first act and, for acts that were conflicted later, its verdict."""

    group: WireGroup
    position: int


@dataclass(frozen=True, slots=True)
class FetchedChunk:
    """What the server gave after a mark: groups in position order, and the mark to store with them."""

    groups: tuple[FetchedGroup, ...]
    mark: int
    more: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a workstation's own chain; `seq` 0 and the genesis hash when nothing was written."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class ServerHello:
    """What the server says first."""

    epoch: str
    now: datetime
    protocol_min: int
    protocol_max: int
    head: Head
    position: int
    training: bool
    office: str
    workstation: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class StreamDigest:
    """Count and hash of the standing taken acts of one stream, for the comparison of both sides."""

    stream: str
    count: int
    hash: str


@dataclass(frozen=True, slots=True)
class Credential:
    """A person's password hash (argon2id) as it is shared with the office's PCs; replaceable, never in acts."""

    user: str
    hash: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one exchange did, with the keys of the contract."""

    sent: int
    fetched: int
    conflicts: int
    refused: int
    verified: bool
    duration_ms: int
    bytes_up: int
    bytes_down: int
    round_trips: int
    differing: tuple[str, ...] = ()
    message: str = ""
