"""Acts of the office: its items, calendar, texts, staff and number series."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from clerk_app.domain.acts.base import Act, StreamType
from clerk_app.domain.calendar import CalendarYear
from clerk_app.domain.catalogue import ItemVersion, TextVersion


class Role(StrEnum):
    """Steps and roles of the contract."""

    INTAKE = "intake"
    HANDLE = "handle"
    CHECK = "check"
    APPROVE = "approve"
    ISSUE = "issue"
    ADMIN = "admin"
    SECURITY = "security"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class OfficeFounded(Act):
    """The bureau as it prints itself; a later one replaces the earlier."""

    KIND: ClassVar[str] = "office_founded"
    STREAM: ClassVar[StreamType] = StreamType.OFFICE
    LEGAL: ClassVar[bool] = True

    code: str
    name: str
    area_code: str
    office_digits: str
    address: str = ""
    phone: str = ""
    complaint_phone: str = ""
    postcode: str = ""
    reconsideration_body: str = ""
    court: str = ""
    series_width: int = 2
    serial_width: int = 5
    training: bool = False


@dataclass(frozen=True, slots=True)
class SeedAdopted(Act):
    """The seed of items, calendar and texts of a program version was taken over."""

    KIND: ClassVar[str] = "seed_adopted"
    STREAM: ClassVar[StreamType] = StreamType.OFFICE

    seed_version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ItemVersioned(Act):
    """A version of a licence item with its effective dates."""

    KIND: ClassVar[str] = "item_versioned"
    STREAM: ClassVar[StreamType] = StreamType.ITEM

    item: ItemVersion


@dataclass(frozen=True, slots=True)
class CalendarPublished(Act):
    """A holiday notice of the State Council was entered."""

    KIND: ClassVar[str] = "calendar_published"
    STREAM: ClassVar[StreamType] = StreamType.CALENDAR

    year: CalendarYear


@dataclass(frozen=True, slots=True)
class TextVersioned(Act):
    """A legal text that papers quote, with its effective dates."""

    KIND: ClassVar[str] = "text_versioned"
    STREAM: ClassVar[StreamType] = StreamType.TEXT

    text: TextVersion


@dataclass(frozen=True, slots=True)
class StaffChanged(Act):
    """A person's name, roles and state; the newest counts. Passwords are never in acts."""

    KIND: ClassVar[str] = "staff_changed"
    STREAM: ClassVar[StreamType] = StreamType.STAFF
    LEGAL: ClassVar[bool] = True

    user: str
    name: str
    roles: tuple[Role, ...]
    active: bool = True
    phone: str = ""
    workstations: tuple[str, ...] = ()
    """Workstations this person may act on; empty means all of the office."""


@dataclass(frozen=True, slots=True)
class SeriesRegistered(Act):
    """A series of printed numbers exists: its template and which document it numbers."""

    KIND: ClassVar[str] = "series_registered"
    STREAM: ClassVar[StreamType] = StreamType.SERIES
    LEGAL: ClassVar[bool] = True

    series: str
    document: str
    template: str
    item: str = ""
    first: int = 1
    name: str = ""
    external: bool = False
    """The number is given by another program (fireworks: the ministry's) and only recorded here."""
    confirmed: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class NumbersLeased(Act):
    """A block of a series was leased to one workstation: `first`…`last`, both included."""

    KIND: ClassVar[str] = "numbers_leased"
    STREAM: ClassVar[StreamType] = StreamType.SERIES
    LEGAL: ClassVar[bool] = True

    series: str
    year: int
    lessee: str
    first: int
    last: int
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class SeriesTakenOver(Act):
    """From now on the server leases this series; a stand-alone workstation was its own issuer before."""

    KIND: ClassVar[str] = "series_taken_over"
    STREAM: ClassVar[StreamType] = StreamType.SERIES
    LEGAL: ClassVar[bool] = True

    series: str
    issuer: str
