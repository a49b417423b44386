"""What a new office starts with: its particulars, number series and training staff, read from the seed files' bytes.

Items, texts and aliases are read by `catalogue`, years by `calendar`; this module never opens a file.
"""

from dataclasses import dataclass

import msgspec

from clerk_app.domain.acts.office import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeProfile:
    """The bureau as it prints itself; `unsure` names the fields that the bureau must still confirm or fill in."""

    code: str
    name: str
    area_code: str
    office_digits: str
    short_name: str = ""
    area_name: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    complaint_phone: str = ""
    reconsideration_body: str = ""
    court: str = ""
    series_width: int = 2
    serial_width: int = 5
    unsure: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeries:
    """A series of printed numbers: its template (see `numbering`), counted anew each year.

    `item` is empty where the series serves every item. `external` series are numbered by another authority's program,
    so that the number is recorded, not given. `confirmed` False means that the pattern is a guess.
    """

    series: str
    document: str
    name: str
    template: str
    item: str = ""
    external: bool = False
    confirmed: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundingMember:
    """A person with whom an office begins: its first administrator, or the made-up staff of the training office."""

    user: str
    name: str
    roles: tuple[Role, ...]
    phone: str = ""


def office_from(data: bytes) -> OfficeProfile:
    """Read the particulars of an office (JSON).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=OfficeProfile)


def series_from(data: bytes) -> tuple[NumberSeries, ...]:
    """Read the number series (JSON, a list of `NumberSeries`).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=tuple[NumberSeries, ...])


def training_staff_from(data: bytes) -> tuple[FoundingMember, ...]:
    """Read the training staff (JSON, a list of `FoundingMember`).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=tuple[FoundingMember, ...])
