"""What happens to a licence: the case says why, the licence says what is valid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clerk_app.domain.acts.base import Act, StreamType
from clerk_app.domain.acts.case import OwnFieldValue


@dataclass(frozen=True, slots=True)
class LicenceGranted(Act):
    """A licence came into being with `Decided` of its case."""

    KIND: ClassVar[str] = "licence_granted"
    STREAM: ClassVar[StreamType] = StreamType.LICENCE
    LEGAL: ClassVar[bool] = True

    licence_no: str
    item: str
    holder: str
    holder_id: str
    case_id: str
    valid_from: date | None = None
    valid_to: date | None = None
    scope: str = ""
    fields: tuple[OwnFieldValue, ...] = ()


@dataclass(frozen=True, slots=True)
class LicenceRenewed(Act):
    """延续: the new period starts the day after the old expiry."""

    KIND: ClassVar[str] = "licence_renewed"
    STREAM: ClassVar[StreamType] = StreamType.LICENCE
    LEGAL: ClassVar[bool] = True

    licence_no: str
    item: str
    holder: str
    holder_id: str
    case_id: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class LicenceChanged(Act):
    """变更: particulars change, the dates stay."""

    KIND: ClassVar[str] = "licence_changed"
    STREAM: ClassVar[StreamType] = StreamType.LICENCE
    LEGAL: ClassVar[bool] = True

    licence_no: str
    item: str
    holder: str
    holder_id: str
    case_id: str
    valid_from: date | None = None
    valid_to: date | None = None
    changes: str = ""


@dataclass(frozen=True, slots=True)
class LicenceCancelled(Act):
    """注销: the licence ended by procedure (art. 70)."""

    KIND: ClassVar[str] = "licence_cancelled"
    STREAM: ClassVar[StreamType] = StreamType.LICENCE
    LEGAL: ClassVar[bool] = True

    ground: str
    case_id: str = ""
