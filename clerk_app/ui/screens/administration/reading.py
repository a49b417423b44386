"""What the parts of 系统管理 ask of the reader; pure questions, called off the GUI thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from clerk_app.domain.acts.office import NumbersLeased
from clerk_app.domain.calendar import CalendarYear, WorkingCalendar
from clerk_app.domain.catalogue import ItemVersion, KindRule, TextVersion
from clerk_app.domain.exchange import FateVerdict
from clerk_app.domain.listing import ActRow, ExchangeRun, NumberRow, PendingGroup
from clerk_app.domain.numbering import LedgerBalance, NumberFate, ledger_equation
from clerk_app.domain.office import Office, Series, StaffMember
from clerk_app.ports import OFFICE_ZONE, Reader

MOST_GROUPS = 2_000
"""Groups that are listed; the others are counted."""
_PROMISED_CUT = 90
"""Percent by which the promise is to cut the statutory limit. Source: report of 2020 of the bureau, 缩减90％以上."""
SET_ASIDE = (FateVerdict.CONFLICT, FateVerdict.REFUSED, FateVerdict.WAITING)


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A person, and whether this workstation knows a password of theirs."""

    member: StaffMember
    has_password: bool


@dataclass(frozen=True, slots=True)
class YearLine:
    """A version of a calendar year; `notice` is empty for a year that no notice covers yet."""

    year: int
    version: CalendarYear | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Account:
    """The number ledger of one series and year; `year` is 0 for a series that gave no number yet."""

    series: Series
    year: int
    balance: LedgerBalance
    first: int
    last: int
    has_leases: bool
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What waits, what was set aside, and the last exchanges."""

    groups: tuple[PendingGroup, ...]
    count: int
    aside: int
    runs: tuple[ExchangeRun, ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class WorkstationActs:
    """The newest acts of this workstation, with people's names."""

    rows: tuple[ActRow, ...]
    names: dict[str, str]


def staff(reader: Reader) -> tuple[StaffLine, ...]:
    """Return everybody, those at work first."""
    members = sorted(reader.office().staff, key=lambda one: not one.active)
    return tuple(StaffLine(one, reader.credential(one.user) is not None) for one in members)


def items(reader: Reader) -> tuple[ItemVersion, ...]:
    """Return every version of every item, newest version of an item first, items in the order of the catalogue."""
    catalogue = reader.office().catalogue
    order = {code: place for place, code in enumerate(catalogue.codes())}
    return tuple(sorted(catalogue.items, key=lambda one: (order[one.code], -one.version)))


def cut_of(rule: KindRule) -> int | None:
    """Return by how many percent the promise cuts the statutory limit, rounded down; None where days cannot be compared."""
    if not (rule.statutory.is_in_working_days and rule.promised.is_in_working_days) or not rule.statutory.whole_days:
        return None
    whole = rule.statutory.whole_days
    return (whole - rule.promised.whole_days) * 100 // whole


def keeps_promise(rule: KindRule) -> bool:
    """Say whether the promise cuts the limit by as much as the bureau told the public."""
    return cut_of(rule) is None or rule.meets_compression(_PROMISED_CUT)


def calendar(reader: Reader, today: date) -> tuple[WorkingCalendar, tuple[YearLine, ...]]:
    """Return the calendar and its versions, newest first, with the years up to the next one that nobody announced yet."""
    known = reader.office().calendar
    current = {(one.year, one.version) for one in known.years}
    lines = [YearLine(one.year, one, (one.year, one.version) in current) for one in known.versions]
    covered = {one.year for one in known.years}
    first = min(covered, default=today.year)
    lines += [YearLine(year, None, True) for year in range(first, today.year + 2) if year not in covered]
    lines.sort(key=lambda one: (one.year, one.version.version if one.version else 0), reverse=True)
    return known, tuple(lines)


def texts(reader: Reader) -> tuple[TextVersion, ...]:
    """Return every version of every legal text, in the order of the data."""
    return reader.office().texts


def accounts(reader: Reader) -> tuple[Account, ...]:
    """Return the ledger of every series and year, newest year first; series without numbers come last, with one empty line."""
    office = reader.office()
    rows: dict[tuple[str, int], list[NumberRow]] = defaultdict(list)
    for row in reader.numbers():
        rows[row.series, row.year].append(row)
    found: list[Account] = []
    for series in office.series:
        years = {year for name, year in rows if name == series.series} | {one.year for one in series.leases}
        for year in sorted(years, reverse=True) or [0]:
            leases = [one for one in series.leases if one.year == year]
            found.append(_account(series, year, leases, rows.get((series.series, year), [])))
    return tuple(sorted(found, key=lambda one: not one.year))


def _account(series: Series, year: int, leases: list[NumbersLeased], rows: list[NumberRow]) -> Account:
    entries = [(one.serial, NumberFate(one.fate)) for one in rows]
    serials = {one.serial for one in rows}
    for lease in leases:
        highest = max((one for one in serials if lease.first <= one <= lease.last), default=lease.first - 1)
        entries += [(serial, NumberFate.LEASED) for serial in range(highest + 1, lease.last + 1)]
    first = min((one.first for one in leases), default=1)
    last = max((one.last for one in leases), default=0)
    balance = ledger_equation(entries, first=first, last=last)
    if not leases:
        first, last = min(serials, default=0), max(serials, default=0)
    return Account(series, year, balance, first, last, bool(leases), tuple(rows))


def exchange(reader: Reader) -> ExchangeState:
    """Return what the exchange left: set-aside groups first, then the newest that wait."""
    groups = reader.pending()
    aside = tuple(one for one in groups if one.verdict in SET_ASIDE)
    waiting = tuple(reversed([one for one in groups if one.verdict not in SET_ASIDE]))
    return ExchangeState(
        groups=(*aside, *waiting)[:MOST_GROUPS],
        count=len(groups),
        aside=len(aside),
        runs=reader.exchange_runs(100),
        names=names_of(reader.office()),
    )


def workstation(reader: Reader) -> WorkstationActs:
    """Return the newest acts of this workstation."""
    return WorkstationActs(reader.workstation_acts(), names_of(reader.office()))


def names_of(office: Office) -> dict[str, str]:
    """Return people's names by their staff id."""
    return {one.staff_id: one.name for one in office.staff}


def local_time(instant: datetime) -> str:
    """Return an instant as the office reads it, 2026-11-22 09:15."""
    return instant.astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M")


def each_once(words: Iterable[str]) -> str:
    """Return words joined, each once."""
    return "、".join(dict.fromkeys(words))
