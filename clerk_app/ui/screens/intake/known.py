"""What the office knows already of whoever stands at the counter: open cases, licences, refusals, possible duplicates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clerk_app.domain.listing import CaseFilter, LicenceRow, LicenseeRow
from clerk_app.domain.overview import CaseOverview
from clerk_app.domain.procedure import State
from clerk_app.ports import Reader

_MOST = 50
_TWINS = 20
_SHORTEST_NAME = 2
_SHORTEST_PHONE = 7
_WHOLE_NUMBER = 15


class Why(StrEnum):
    """Why something may be the same application or the same applicant."""

    SAME_ITEM_OPEN = "same_item_open"
    SAME_NAME = "same_name"
    SAME_PHONE = "same_phone"


@dataclass(frozen=True, slots=True)
class Question:
    """Whom and what the form names now."""

    name: str = ""
    id_number: str = ""
    phone: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """A possible duplicate: an open case, or a licensee of the register."""

    why: Why
    title: str
    id_number: str = ""
    case_id: str = ""
    case_no: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that the right side shows; newest first."""

    open_cases: tuple[CaseOverview, ...] = ()
    licences: tuple[LicenceRow, ...] = ()
    refusals: tuple[CaseOverview, ...] = ()
    twins: tuple[Twin, ...] = ()
    earlier: int = 0
    """How many finished cases of this applicant there are besides."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not (self.open_cases or self.licences or self.refusals or self.twins or self.earlier)


_REFUSED = (State.REFUSED, State.NOT_ACCEPTED)


def look_up(reader: Reader, asked: Question) -> Knowledge:
    """Ask the register and the cases; an applicant is known by the number alone, names and phones only hint."""
    number = asked.id_number.strip().upper()
    cases = _cases_of(reader, number) if len(number) >= _WHOLE_NUMBER else ()
    running = tuple(row for row in cases if row.open)
    refused = tuple(row for row in cases if row.state in _REFUSED or row.result == "refused")
    licences = reader.licences(holder_id=number, limit=_MOST) if len(number) >= _WHOLE_NUMBER else ()
    return Knowledge(
        open_cases=running,
        licences=tuple(sorted(licences, key=_expiry, reverse=True)),
        refusals=refused,
        twins=(
            *_same_item(running, asked.item),
            *_same_name(reader, asked, number),
            *_same_phone(reader, asked, number),
        ),
        earlier=len(cases) - len(running) - sum(1 for row in refused if not row.open),
    )


def _cases_of(reader: Reader, number: str) -> tuple[CaseOverview, ...]:
    rows = reader.overviews(CaseFilter(text=number), order="received_on", descending=True, limit=_MOST)
    return tuple(row for row in rows if row.applicant_id == number)


def _expiry(row: LicenceRow) -> date:
    return row.valid_to or date.max


def _same_item(running: tuple[CaseOverview, ...], item: str) -> list[Twin]:
    same = [row for row in running if item and row.item == item]
    return [Twin(Why.SAME_ITEM_OPEN, row.applicant, row.applicant_id, row.case_id, row.case_no) for row in same]


def _same_name(reader: Reader, asked: Question, number: str) -> list[Twin]:
    name = asked.name.strip()
    if len(name) < _SHORTEST_NAME:
        return []
    return _others(reader.licensees(name, limit=_TWINS), Why.SAME_NAME, number, lambda row: row.name == name)


def _same_phone(reader: Reader, asked: Question, number: str) -> list[Twin]:
    phone = asked.phone.strip()
    if len(phone) < _SHORTEST_PHONE:
        return []
    return _others(reader.licensees(phone, limit=_TWINS), Why.SAME_PHONE, number, lambda row: row.phone == phone)


def _others(rows: tuple[LicenseeRow, ...], why: Why, number: str, is_same: Callable[[LicenseeRow], bool]) -> list[Twin]:
    return [Twin(why, row.name, row.id_number) for row in rows if is_same(row) and row.id_number != number]
