"""Gives case serials and leased numbers inside the open transaction, never below the high-water mark.

Order: mark, commit, print. What the mark knows and no act tells is kept as a gap, to be looked up on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, func, select

from clerk_app.domain.acts.base import StreamType, stream_id
from clerk_app.domain.acts.office import NumbersLeased
from clerk_app.domain.acts.wire import instant_text
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.listing import Identity, NewAct, NumberRow, TakenNumber
from clerk_app.domain.numbering import (
    CaseNumberForm,
    Lease,
    NumberFate,
    count_remaining,
    format_number,
    next_number,
    parse_case_no,
)
from clerk_app.domain.office import Office, Series
from clerk_app.ports import HighWaterMark
from clerk_app.storage.base import table_of
from clerk_app.storage.numbers import LEDGER
from clerk_app.storage.rows import CASE_ROW
from clerk_app.storage.statements import Cell, Statement, select_by, upsert_into
from clerk_app.storage.tables import Counter, NumberGap

BLOCK = 50
"""Numbers in a lease that a stand-alone workstation gives itself."""

SERIAL = table_of(Counter)
GAP = table_of(NumberGap)

_SERIAL = select_by(SERIAL, "year")
_PUT_SERIAL = upsert_into(SERIAL)
_PUT_GAP = upsert_into(GAP)
_GAPS = Statement(select(GAP))
_OF_SERIES = (LEDGER.c.series == bindparam("series"), LEDGER.c.year == bindparam("year"))
_HIGHEST = Statement(
    select(func.max(LEDGER.c.serial)).where(*_OF_SERIES, LEDGER.c.serial.between(bindparam("first"), bindparam("last")))
)
_HIGHEST_GAP = Statement(
    select(func.max(GAP.c.last)).where(GAP.c.series == bindparam("series"), GAP.c.year == bindparam("year"))
)
_HIGHEST_ANY = Statement(select(func.max(LEDGER.c.serial)).where(*_OF_SERIES))
_CASE_NUMBERS = Statement(select(CASE_ROW.c.case_no))
_TAKEN = Statement(select(LEDGER.c.serial).where(*_OF_SERIES, LEDGER.c.serial == bindparam("serial")))


def serial_mark(identity: Identity, year: int) -> str:
    """Name the high-water mark of this workstation's case serials in a year."""
    return f"{identity.office}/{identity.workstation}/case/{identity.series}/{year}"


def number_mark(identity: Identity, series: str, year: int) -> str:
    """Name the high-water mark of this workstation's numbers of a series in a year."""
    return f"{identity.office}/{identity.workstation}/number/{series}/{year}"


def own_leases(office: Office, identity: Identity, series: str, year: int) -> list[Lease]:
    """Return the blocks of this workstation, lowest first."""
    found = next((one for one in office.series if one.series == series), None)
    leases = found.leases if found else ()
    return sorted(
        (
            Lease(series, year, one.first, one.last, one.lessee)
            for one in leases
            if one.year == year and one.lessee == identity.workstation
        ),
        key=lambda lease: lease.first,
    )


def highest_given(driver: sqlcipher.Connection, leases: list[Lease]) -> int:
    """Return the highest number given from these blocks as far as acts and noticed gaps tell, 0 if none."""
    highest = 0
    for lease in leases:
        span: dict[str, Cell] = {"series": lease.series, "year": lease.year, "first": lease.first, "last": lease.last}
        row = _HIGHEST.run_named(driver, span).fetchone()
        gap = _HIGHEST_GAP.run_named(driver, {"series": lease.series, "year": lease.year}).fetchone()
        highest = max(highest, row[0] or 0, gap[0] or 0)
    return highest


class NumberDesk:
    """Gives the numbers of one unit of work; `marks_to_raise` and `new_leases` are for its end."""

    def __init__(self, driver: sqlcipher.Connection, identity: Identity, marks: HighWaterMark) -> None:
        self._driver = driver
        self._identity = identity
        self._marks = marks
        self._given: dict[tuple[str, int], int] = {}
        self.marks_to_raise: dict[str, int] = {}
        self.new_leases: list[NewAct] = []

    def next_serial(self, year: int) -> int:
        """Return the next case serial of the year."""
        name = serial_mark(self._identity, year)
        row = _SERIAL.run(self._driver, (year,)).fetchone()
        serial = max(row[1] if row else 0, self._marks.get(name)) + 1
        _PUT_SERIAL.run(self._driver, (year, serial))
        self.marks_to_raise[name] = serial
        return serial

    def take(self, series: str, year: int, *, office: Office, now: datetime, today: date) -> TakenNumber:
        """Take the next number of the series.

        Raises:
            RuleViolation: `series_unknown`, or `no_number_left` when only the server could lease more.
        """
        found = next((one for one in office.series if one.series == series), None)
        if found is None:
            raise RuleViolation("series_unknown", series=series)
        leases = [*own_leases(office, self._identity, series, year), *self._fresh(series, year)]
        high = self._high_water(leases, series, year, now=now)
        serial = self._free(leases, high)
        if serial is None:
            leases.append(self._lease_to_itself(found, year, high, today=today))
            serial = self._free(leases, high)
        if serial is None:
            raise RuleViolation("no_number_left", series=series, year=year)
        self._given[series, year] = serial
        self.marks_to_raise[number_mark(self._identity, series, year)] = serial
        return TakenNumber(series, year, serial, format_number(found.template, year=year, n=serial))

    def _fresh(self, series: str, year: int) -> list[Lease]:
        return [
            Lease(act.series, act.year, act.first, act.last, act.lessee)
            for act in (new.act for new in self.new_leases)
            if isinstance(act, NumbersLeased) and (act.series, act.year) == (series, year)
        ]

    def _high_water(self, leases: list[Lease], series: str, year: int, *, now: datetime) -> int:
        if (series, year) in self._given:
            return self._given[series, year]
        return notice_gap(self._driver, self._marks, self._identity, leases, series=series, year=year, now=now)

    def _free(self, leases: list[Lease], high: int) -> int | None:
        """Step over numbers that an imported ledger already has."""
        while (serial := next_number(leases, high)) is not None:
            key: dict[str, Cell] = {"series": leases[0].series, "year": leases[0].year, "serial": serial}
            if _TAKEN.run_named(self._driver, key).fetchone() is None:
                return serial
            high = serial
        return None

    def _lease_to_itself(self, series: Series, year: int, high: int, *, today: date) -> Lease:
        if series.issuer or series.external or not self._identity.founder:
            raise RuleViolation("no_number_left", series=series.series, year=year)
        row = _HIGHEST_ANY.run_named(self._driver, {"series": series.series, "year": year}).fetchone()
        leased = max((lease.last for lease in series.leases if lease.year == year), default=0)
        fresh = max((lease.last for lease in self._fresh(series.series, year)), default=0)
        first = max(series.first, high + 1, leased + 1, fresh + 1, (row[0] or 0) + 1)
        act = NumbersLeased(series.series, year, self._identity.workstation, first, first + BLOCK - 1)
        stream = stream_id(StreamType.SERIES, series.series)
        self.new_leases.append(NewAct(stream, act, today))
        return Lease(series.series, year, act.first, act.last, act.lessee)


def notice_gap(
    driver: sqlcipher.Connection,
    marks: HighWaterMark,
    identity: Identity,
    leases: list[Lease],
    *,
    series: str,
    year: int,
    now: datetime,
) -> int:
    """Return the highest number ever given, and keep what the mark knows beyond the acts as a gap."""
    told = highest_given(driver, leases)
    mark = marks.get(number_mark(identity, series, year))
    if mark <= told:
        return told
    for lease in leases:
        first, last = max(lease.first, told + 1), min(lease.last, mark)
        if first <= last:
            _PUT_GAP.run(driver, (series, year, first, last, instant_text(now)))
    return mark


def gap_rows(driver: sqlcipher.Connection, office: Office, identity: Identity) -> list[NumberRow]:
    """Return one line, of fate unknown, for every number of a gap of which no act has come since."""
    templates = {one.series: one.template for one in office.series}
    found = []
    for series, year, first, last, _ in _GAPS.run(driver):
        for serial in range(first, last + 1):
            if _TAKEN.run_named(driver, {"series": series, "year": year, "serial": serial}).fetchone() is None:
                text = format_number(templates[series], year=year, n=serial) if series in templates else str(serial)
                fate = NumberFate.UNKNOWN.value
                found.append(
                    NumberRow(series, year, serial, text, fate, "", "", "high_water_mark", identity.workstation)
                )
    return found


def remaining(driver: sqlcipher.Connection, office: Office, identity: Identity, series: str, year: int) -> int:
    """Count the leased numbers that are left here."""
    leases = own_leases(office, identity, series, year)
    return count_remaining(leases, highest_given(driver, leases))


def own_case_numbers(driver: sqlcipher.Connection) -> list[str]:
    """Return every case number in the lists; those of other workstations' series are passed over by who reads them."""
    return [row[0] for row in _CASE_NUMBERS.run(driver)]


def learn_serials(
    driver: sqlcipher.Connection, office: Office, identity: Identity, case_numbers: Sequence[str]
) -> None:
    """Never give a case serial again that an own act has which came back from the server."""
    if office.profile is None:
        return
    form = CaseNumberForm(
        office.profile.area_code,
        office.profile.office_digits,
        series_width=office.profile.series_width,
        serial_width=office.profile.serial_width,
    )
    for text in case_numbers:
        number = parse_case_no(text, form=form)
        if number is None or number.series != identity.series:
            continue
        row = _SERIAL.run(driver, (number.year,)).fetchone()
        if row is None or row[1] < number.serial:
            _PUT_SERIAL.run(driver, (number.year, number.serial))
