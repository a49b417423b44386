"""The working days of the State Council's yearly notices, keyed by date and versioned; it never reads a clock or a file."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec

_WEEK = 7
_WORKDAYS_A_WEEK = 5
_MONTHS_A_YEAR = 12
_NEAR_YEARS = (1990, 2100)  # the fast list never leaves these years, whatever year somebody enters


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """One notice about one year's days off; it may also move days of the year before.

    `off` and `work` hold every day that the notice names (weekends inside a holiday included), ascending.
    `notice_confirmed` is False while the notice's number comes from memory. Of several versions of a year the
    highest counts; each holds the whole year, not a difference.
    """

    year: int
    version: int
    notice: str
    notice_confirmed: bool
    published_on: date | None
    off: tuple[date, ...]
    work: tuple[date, ...]
    note: str = ""


class DayKind(StrEnum):
    """Why a day counts or does not count."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReason:
    """What a day is and which notice says so; `notice` is empty when only the week decides.

    `version` is the version of that notice's year, 0 without a notice. `provisional` is True while no notice covers
    the day's year.
    """

    on: date
    kind: DayKind
    notice: str
    version: int
    provisional: bool

    @property
    def is_working(self) -> bool:
        """Tell whether the day counts as a working day."""
        return self.kind in (DayKind.WORKDAY, DayKind.MAKE_UP)


def calendar_years_from(data: bytes) -> tuple[CalendarYear, ...]:
    """Read the years of a calendar file (JSON, a list of `CalendarYear`).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=tuple[CalendarYear, ...])


def calendar_problems(year: CalendarYear) -> tuple[str, ...]:
    """Name every fault of a year before it is published, as stable codes; empty when it may be published."""
    problems: list[str] = []
    if set(year.off) & set(year.work):
        problems.append("calendar_day_both")
    if any(day.year not in (year.year - 1, year.year) for day in (*year.off, *year.work)):
        problems.append("calendar_day_outside")
    if any(day.weekday() < _WORKDAYS_A_WEEK for day in year.work):
        problems.append("calendar_make_up_on_weekday")
    if not _NEAR_YEARS[0] <= year.year <= _NEAR_YEARS[1]:
        problems.append("calendar_year_strange")
    if not year.notice.strip():
        problems.append("calendar_notice_missing")
    return tuple(problems)


class WorkingCalendar:
    """Every day's standing as a working day, under the newest version of each year.

    A year without a notice is computed from weekends alone and reported as provisional; no day ever raises.

    Source:
        行政许可法第八十二条; 全国年节及纪念日放假办法.
    """

    __slots__ = ("_all", "_covered", "_exception_ordinals", "_near", "_near_first", "_near_last", "_prefix", "_special")

    def __init__(self, years: Iterable[CalendarYear]) -> None:
        """Take all versions of all years, in any order."""
        self._all = tuple(sorted(set(years), key=lambda item: (item.year, item.version, item.published_on or date.min)))
        newest = {item.year: item for item in self._all}
        self._covered = newest
        self._special: dict[int, tuple[bool, CalendarYear]] = {}
        for item in newest.values():
            self._special.update((day.toordinal(), (False, item)) for day in item.off)
            self._special.update((day.toordinal(), (True, item)) for day in item.work)
        self._exception_ordinals: list[int] = []
        self._prefix = [0]
        for ordinal in sorted(self._special):
            works = self._special[ordinal][0]
            if works != _is_weekday(ordinal):
                self._exception_ordinals.append(ordinal)
                self._prefix.append(self._prefix[-1] + (1 if works else -1))
        # the days asked for nearly always: one bisection in a plain list is six times as fast as the closed form
        known = [year for year in newest if _NEAR_YEARS[0] <= year <= _NEAR_YEARS[1]] or [_NEAR_YEARS[0]]
        self._near_first = date(known[0] - 1, 1, 1).toordinal()
        self._near_last = date(known[-1] + 1, 12, 31).toordinal()
        self._near = [day for day in range(self._near_first, self._near_last + 1) if self._works(day)]

    @property
    def years(self) -> tuple[CalendarYear, ...]:
        """The version of each year that counts, ascending by year."""
        return tuple(self._covered.values())

    @property
    def versions(self) -> tuple[CalendarYear, ...]:
        """All versions of all years, ascending by year and version."""
        return self._all

    def as_of(self, published_by: date) -> "WorkingCalendar":
        """Return the calendar as it could be known on a day; a version without a date counts as always known."""
        return WorkingCalendar(
            item for item in self._all if item.published_on is None or item.published_on <= published_by
        )

    def is_working(self, day: date) -> bool:
        """Tell whether a day is a working day, make-up days included."""
        return self._works(day.toordinal())

    def is_provisional(self, day: date) -> bool:
        """Tell whether no notice covers the day's year, so that only weekends are known."""
        return day.year not in self._covered

    def is_provisional_between(self, first: date, last: date) -> bool:
        """Tell whether any day from `first` to `last` is provisional."""
        return any(year not in self._covered for year in range(first.year, last.year + 1))

    def reason(self, day: date) -> DayReason:
        """Say what a day is and by which notice."""
        ordinal = day.toordinal()
        weekday = _is_weekday(ordinal)
        works, source = self._special.get(ordinal, (weekday, None))
        if source is None:
            kind = DayKind.WORKDAY if weekday else DayKind.WEEKEND
            source = self._covered.get(day.year)
        elif works:
            kind = DayKind.WORKDAY if weekday else DayKind.MAKE_UP
        else:
            kind = DayKind.HOLIDAY
        return DayReason(
            on=day,
            kind=kind,
            notice=source.notice if source else "",
            version=source.version if source else 0,
            provisional=self.is_provisional(day),
        )

    def add(self, start: date, n: int) -> date:
        """Return the n-th working day after `start`, which itself is never counted; for n = 0 `start` itself.

        Raises:
            ValueError: n is negative.
            OverflowError: the day lies beyond the year 9999.

        Source:
            民法典第二百零一条: 开始的当日不计入, 自下一日开始计算.
        """
        if n < 0:
            msg = "working days are added forwards only"
            raise ValueError(msg)
        if n == 0:
            return start
        low = start.toordinal() + 1
        if self._near_first <= low:
            place = bisect_left(self._near, low) + n - 1
            if place < len(self._near):
                return _day(self._near[place])
        target = self._through(low - 1) + n
        span = 2 * n + 2 * _WEEK
        while self._through(low + span) < target:
            span *= 2
        found = bisect_left(range(low, low + span + 1), target, key=self._through)
        return _day(low + found)

    def count(self, after: date, until: date) -> int:
        """Count the working days after `after` up to and including `until`; 0 when `until` is not later."""
        first, last = after.toordinal(), until.toordinal()
        if last <= first:
            return 0
        if self._near_first <= first and last <= self._near_last:
            return bisect_right(self._near, last) - bisect_right(self._near, first)
        return self._through(last) - self._through(first)

    def working_days(self, after: date, until: date) -> tuple[date, ...]:
        """List the working days after `after` up to and including `until`, ascending."""
        days = map(_day, range(after.toordinal() + 1, until.toordinal() + 1))
        return tuple(day for day in days if self.is_working(day))

    def next_working(self, day: date) -> date:
        """Return the day itself if it is a working day, else the next one.

        Source:
            民法典第二百零三条第一款: 期间的最后一日是法定休假日的, 以法定休假日结束的次日为最后一日.
        """
        return day if self.is_working(day) else self.add(day, 1)

    def _works(self, ordinal: int) -> bool:
        special = self._special.get(ordinal)
        return _is_weekday(ordinal) if special is None else special[0]

    def _through(self, ordinal: int) -> int:
        """Count the working days from the first day of the calendar era to the given ordinal."""
        weeks, rest = divmod(ordinal, _WEEK)
        weekdays = weeks * _WORKDAYS_A_WEEK + min(rest, _WORKDAYS_A_WEEK)
        return weekdays + self._prefix[bisect_right(self._exception_ordinals, ordinal)]


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later (earlier if negative), the last of the month where it has no such day."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _is_weekday(ordinal: int) -> bool:
    """Tell Monday to Friday from an ordinal; ordinal 1 is a Monday."""
    return (ordinal - 1) % _WEEK < _WORKDAYS_A_WEEK


def _day(ordinal: int) -> date:
    """Return the date of an ordinal."""
    try:
        return date.fromordinal(ordinal)
    except ValueError as error:
        msg = "the day lies beyond the year 9999"
        raise OverflowError(msg) from error
