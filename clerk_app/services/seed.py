"""The data a new office begins with: items, calendar, legal texts, number series; read from `db/seed`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

import msgspec

from clerk_app import paths
from clerk_app.domain.acts.base import StaffId, StreamType, stream_id
from clerk_app.domain.acts.office import (
    CalendarPublished,
    ItemVersioned,
    OfficeFounded,
    Role,
    SeedAdopted,
    SeriesRegistered,
    StaffChanged,
    TextVersioned,
)
from clerk_app.domain.calendar import CalendarYear, calendar_years_from
from clerk_app.domain.catalogue import AliasTable, ItemVersion, TextVersion, aliases_from, items_from, texts_from
from clerk_app.domain.errors import UsageProblem
from clerk_app.domain.listing import NewAct
from clerk_app.domain.seed import (
    FoundingMember,
    NumberSeries,
    OfficeProfile,
    office_from,
    series_from,
    training_staff_from,
)
from clerk_app.ports import UnitOfWork
from clerk_app.services.people import set_password

TRAINING_PASSWORD = "training"  # noqa: S105 — the contract's password of training data, refused by a live server


@dataclass(frozen=True, slots=True)
class Seed:
    """Everything of `db/seed` that becomes acts of a new office, with the hash of the files."""

    items: tuple[ItemVersion, ...]
    years: tuple[CalendarYear, ...]
    texts: tuple[TextVersion, ...]
    aliases: AliasTable
    series: tuple[NumberSeries, ...]
    sha256: str


_FILES = ("catalogue.json", "calendar.json", "texts.json", "aliases.json", "series.json")


def _read(name: str) -> bytes:
    return paths.database_definition("seed", name).read_bytes()


@cache
def load_seed() -> Seed:
    """Read the seed once; it ships with the program and does not change while it runs."""
    return Seed(
        items=items_from(_read("catalogue.json")),
        years=calendar_years_from(_read("calendar.json")),
        texts=texts_from(_read("texts.json")),
        aliases=aliases_from(_read("aliases.json")),
        series=series_from(_read("series.json")),
        sha256=hashlib.sha256(b"".join(_read(name) for name in _FILES)).hexdigest(),
    )


def office_seed(data: bytes | None = None) -> OfficeProfile:
    """Read the bureau's particulars from `data` (a file given to `init --office`) or from the seed.

    Raises:
        UsageProblem: the file is not such JSON (`office_file_malformed`).
    """
    try:
        return office_from(data if data is not None else _read("office.json"))
    except msgspec.MsgspecError as exc:
        raise UsageProblem("office_file_malformed", detail=exc) from exc


def training_staff() -> tuple[FoundingMember, ...]:
    """Return the eight people of the training data."""
    return training_staff_from(_read("staff-training.json"))


def founding_groups(office: OfficeProfile, staff: tuple[FoundingMember, ...], uow: UnitOfWork) -> list[list[NewAct]]:
    """Return the acts that found an office, in groups of at most 32: the bureau and its staff first."""
    on, training = uow.clock.today(), uow.identity.training
    seed = load_seed()
    bureau = OfficeFounded(
        code=office.code,
        name=office.name,
        area_code=office.area_code,
        office_digits=office.office_digits,
        address=office.address,
        phone=office.phone,
        complaint_phone=office.complaint_phone,
        postcode=office.postcode,
        reconsideration_body=office.reconsideration_body,
        court=office.court,
        series_width=office.series_width,
        serial_width=office.serial_width,
        training=training,
    )
    here = stream_id(StreamType.OFFICE, office.code)
    people = [
        NewAct(stream_id(StreamType.STAFF, one.user), StaffChanged(one.user, one.name, one.roles, phone=one.phone), on)
        for one in staff
    ]
    data = [
        *(NewAct(stream_id(StreamType.ITEM, one.code), ItemVersioned(one), on) for one in seed.items),
        *(NewAct(stream_id(StreamType.CALENDAR, str(one.year)), CalendarPublished(one), on) for one in seed.years),
        *(NewAct(stream_id(StreamType.TEXT, one.code), TextVersioned(one), on) for one in seed.texts),
        *(
            NewAct(
                stream_id(StreamType.SERIES, one.series),
                SeriesRegistered(
                    series=one.series,
                    document=one.document,
                    template=one.template,
                    item=one.item,
                    name=one.name,
                    external=one.external,
                    confirmed=one.confirmed,
                    note=one.note,
                ),
                on,
            )
            for one in seed.series
        ),
    ]
    adopted = NewAct(here, SeedAdopted(seed.sha256[:12], seed.sha256), on)
    groups = [[NewAct(here, bureau, on), *people]]
    groups += [data[start : start + _GROUP] for start in range(0, len(data), _GROUP)]
    return [*groups, [adopted]]


_GROUP = 24
"""Acts of one founding group; below the limit of 32."""


def found_office(
    uow: UnitOfWork, office: OfficeProfile, staff: tuple[FoundingMember, ...], *, passwords: dict[str, str]
) -> None:
    """Write the founding acts as the first administrator and keep the passwords (caller commits).

    `passwords` are by user; the hash is shared with the office's PCs by the exchange, never as an act.
    """
    founder = next((one.user for one in staff if Role.ADMIN in one.roles), staff[0].user)
    for group in founding_groups(office, staff, uow):
        uow.append(group, actor=StaffId(founder))
    for user, password in passwords.items():
        set_password(uow, user, password)
