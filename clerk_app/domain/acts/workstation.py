"""A workstation's own acts: its founding, log-ins, reveals, clock and restores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from clerk_app.domain.acts.base import Act, StreamType


@dataclass(frozen=True, slots=True)
class WorkstationFounded(Act):
    """This PC began to write with this code and number series."""

    KIND: ClassVar[str] = "workstation_founded"
    STREAM: ClassVar[StreamType] = StreamType.WORKSTATION

    workstation: str
    series: str
    founder: bool
    training: bool = False


@dataclass(frozen=True, slots=True)
class SignedIn(Act):
    """A person signed in at this workstation."""

    KIND: ClassVar[str] = "signed_in"
    STREAM: ClassVar[StreamType] = StreamType.WORKSTATION

    user: str


@dataclass(frozen=True, slots=True)
class SignedOut(Act):
    """A person left this workstation."""

    KIND: ClassVar[str] = "signed_out"
    STREAM: ClassVar[StreamType] = StreamType.WORKSTATION

    user: str


@dataclass(frozen=True, slots=True)
class NumberRevealed(Act):
    """A masked personal number was shown to a person."""

    KIND: ClassVar[str] = "number_revealed"
    STREAM: ClassVar[StreamType] = StreamType.WORKSTATION

    case_id: str
    field: str


@dataclass(frozen=True, slots=True)
class ClockCorrected(Act):
    """An administrator confirmed the time after a clock went backwards; numbers may be given again."""

    KIND: ClassVar[str] = "clock_corrected"
    STREAM: ClassVar[StreamType] = StreamType.WORKSTATION

    reason: str


@dataclass(frozen=True, slots=True)
class ImportRecorded(Act):
    """A ledger file was read; counts as told to the person."""

    KIND: ClassVar[str] = "import_recorded"
    STREAM: ClassVar[StreamType] = StreamType.WORKSTATION

    file_sha256: str
    kind: str
    rows: int
    imported: int
    already_present: int
    rejected: int
