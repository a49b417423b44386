"""Time limits: what is due, used and left under the law's arithmetic; pure functions, no clock of their own.

The start day is never counted, stops are united before they are counted, an open stop freezes the clock. The
line-by-line reason for a date is in `trace`, so that long lists do not pay for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clerk_app.domain.calendar import WorkingCalendar, add_months

OFFICE_HOURS_A_DAY = 8  # 国务院关于职工工作时间的规定第三条: 职工每日工作8小时
_HALVES_A_DAY = 2
_ONE_DAY = timedelta(days=1)


class ClockKind(StrEnum):
    """Which time limit of a case or a licence a clock is about."""

    SUPPLEMENT_NOTICE = "supplement_notice"
    DECISION_STATUTORY = "decision_statutory"
    DECISION_PROMISED = "decision_promised"
    DELIVERY = "delivery"
    PUBLICATION = "publication"
    SUPPLEMENT_PERIOD = "supplement_period"
    RENEWAL = "renewal"
    LICENCE_EXPIRY = "licence_expiry"


class LimitUnit(StrEnum):
    """What the amount of a limit counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HALF_DAY = "half_day"
    HOUR = "hour"
    MONTH = "month"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time as the law or the promise states it; `amount` is 0 for the same day.

    Half-days and hours are office time: two half-days or eight hours make a working day.
    """

    amount: int
    unit: LimitUnit = LimitUnit.WORKING_DAY

    @property
    def is_in_working_days(self) -> bool:
        """Tell whether the limit is reckoned in working days (else in days or months of the calendar)."""
        return self.unit not in (LimitUnit.CALENDAR_DAY, LimitUnit.MONTH)

    @property
    def whole_days(self) -> int:
        """The limit in whole days of its reckoning, a begun day being a day; months have no fixed number of days.

        Raises:
            ValueError: the limit is in months.
        """
        match self.unit:
            case LimitUnit.SAME_DAY:
                return 0
            case LimitUnit.HALF_DAY:
                return -(-self.amount // _HALVES_A_DAY)
            case LimitUnit.HOUR:
                return -(-self.amount // OFFICE_HOURS_A_DAY)
            case LimitUnit.WORKING_DAY | LimitUnit.CALENDAR_DAY:
                return self.amount
            case LimitUnit.MONTH:
                msg = "a month has no fixed number of days"
                raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Stop:
    """Days that do not count, both included; `last` is None while the special procedure goes on.

    `notice` is the number of the paper that told it to the applicant, None where a ledger line is the basis.

    Source:
        行政许可法第四十五条.
    """

    first: date
    last: date | None
    kind: str = ""
    basis: str = ""
    notice: str | None = None

    def covers(self, day: date) -> bool:
        """Tell whether the day is one of the stop's."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class ClockReading:
    """One clock as it stands on a day.

    `elapsed`, `remaining` and `stopped_days` are days of the limit's reckoning (`limit.is_in_working_days`);
    `remaining` is negative when overdue. `due` of a clock under an open stop is the earliest day it can still become.
    `told_due_on` is what the paper said, whatever the calendar says now. `remaining_half_days` counts what is left
    from the present half of the day on. `provisional` is True when a day of the reckoning lies in a year without notice.
    """

    kind: ClockKind
    start: date
    limit: Limit
    extension: int
    due: date
    told_due_on: date | None
    elapsed: int
    remaining: int
    remaining_half_days: int
    stopped_days: int
    running: bool
    ended_on: date | None
    late: bool
    provisional: bool

    @property
    def is_stopped(self) -> bool:
        """Tell whether a special procedure is holding the clock now."""
        return not self.running and self.ended_on is None

    @property
    def differs_from_told(self) -> bool:
        """Tell whether the date reckoned now is another than the one that was told on paper."""
        return self.told_due_on is not None and self.told_due_on != self.due


def united(stops: Iterable[Stop], *, start: date, until: date) -> tuple[tuple[date, date], ...]:
    """Unite stops into disjoint spans (first day, last day) after `start`, ascending.

    A closed stop counts with all its days; an open one runs up to and including `until` and counts nothing if it
    begins later. Overlapping and touching stops become one span; a stop that ends before it begins counts nothing.
    """
    spans: list[tuple[date, date]] = []
    for first, last in sorted((max(stop.first, start + _ONE_DAY), stop.last or until) for stop in stops):
        if last < first:
            continue
        if spans and (first - spans[-1][1]) <= _ONE_DAY:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return tuple(spans)


def due_date(
    calendar: WorkingCalendar,
    *,
    start: date,
    limit: Limit,
    stops: Iterable[Stop] = (),
    extension: int = 0,
    until: date | None = None,
) -> date:
    """Return the last day of a limit: the n-th day after `start`, n being limit + extension + stopped days.

    A limit in days or months of the calendar that ends on a day off ends on the next working day.

    Args:
        calendar: the working days.
        start: the day that starts the limit; it is not counted.
        limit: the length; its stops and extension are in the same reckoning.
        stops: in any order, overlapping or not; days up to and including `start` do not count.
        extension: days added with approval.
        until: how far an open stop has run; None takes an open stop to end on its first day.

    Source:
        民法典第二百零一条, 第二百零三条; 行政许可法第四十二条, 第四十五条, 第八十二条.
    """
    return _due(calendar, start=start, limit=limit, spans=_spans(stops, start=start, until=until), extension=extension)


def read_clock(
    calendar: WorkingCalendar,
    *,
    kind: ClockKind,
    start: date,
    limit: Limit,
    stops: Iterable[Stop] = (),
    extension: int = 0,
    ended_on: date | None = None,
    today: date,
    told_due_on: date | None = None,
    afternoon: bool = False,
) -> ClockReading:
    """Read a clock on `today`, or on the day it ended if that is earlier.

    A clock is late when its day lies after `due`, or when more days were used than it had: a stop entered for days
    still to come cannot hide that the limit had run out before the stop began.

    Args:
        calendar: the working days.
        kind: which limit it is.
        start: the day that starts the limit; it is not counted.
        limit: the length.
        stops: in any order, overlapping or not.
        extension: days added with approval, in the limit's reckoning.
        ended_on: the day the thing was done, None while it is open; an open stop ends with the clock.
        today: the day of reading.
        told_due_on: the date that the paper gave.
        afternoon: whether the present day's first half is over; matters only for `remaining_half_days`.
    """
    stops = tuple(stops)
    ended = ended_on is not None and ended_on <= today
    on = ended_on if ended_on is not None and ended else today
    spans = _spans(stops, start=start, until=on)
    due = _due(calendar, start=start, limit=limit, spans=spans, extension=extension)
    stopped_now = any(stop.covers(on) for stop in stops) and on > start
    stopped_days = _counted(calendar, limit, spans, on)
    elapsed = _distance(calendar, limit, start, on) - stopped_days
    remaining = _total(calendar, limit, start, extension) - elapsed
    counts_today = not stopped_now and on > start and (not limit.is_in_working_days or calendar.is_working(on))
    return ClockReading(
        kind=kind,
        start=start,
        limit=limit,
        extension=extension,
        due=due,
        told_due_on=told_due_on,
        elapsed=elapsed,
        remaining=remaining,
        remaining_half_days=_half_days(limit, elapsed, extension, remaining)
        + _halves_of_today(counts=counts_today, afternoon=afternoon),
        stopped_days=stopped_days,
        running=not ended and not stopped_now,
        ended_on=ended_on if ended else None,
        late=on > due or (limit.is_in_working_days and remaining < 0),
        provisional=calendar.is_provisional_between(start, max(due, start)),
    )


def deemed_acceptance_on(
    calendar: WorkingCalendar,
    *,
    received_on: date,
    notice_on: date | None,
    today: date,
    limit: Limit,
) -> date | None:
    """Return the day of receipt if silence has accepted the application by `today`, else None.

    The five days pass in silence when neither a one-time notice nor any other answer went out by their last day; one
    that came later changes nothing.

    Source:
        行政许可法第三十二条第一款第四项: 逾期不告知的, 自收到申请材料之日起即为受理.
    """
    last = due_date(calendar, start=received_on, limit=limit)
    answered_on = today if notice_on is None else notice_on
    return received_on if min(answered_on, today) > last else None


def _spans(stops: Iterable[Stop], *, start: date, until: date | None) -> tuple[tuple[date, date], ...]:
    """Unite stops; without `until` an open stop counts its first day only."""
    if until is not None:
        return united(stops, start=start, until=until)
    closed = (Stop(stop.first, stop.last or stop.first) for stop in stops)
    return united(closed, start=start, until=date.max)


def _due(
    calendar: WorkingCalendar, *, start: date, limit: Limit, spans: tuple[tuple[date, date], ...], extension: int
) -> date:
    stopped = _counted(calendar, limit, spans, date.max)
    if limit.is_in_working_days:
        return calendar.add(start, limit.whole_days + extension + stopped)
    if limit.unit is LimitUnit.MONTH:
        return calendar.next_working(add_months(start, limit.amount) + timedelta(days=extension + stopped))
    return calendar.next_working(start + timedelta(days=limit.amount + extension + stopped))


def _total(calendar: WorkingCalendar, limit: Limit, start: date, extension: int) -> int:
    """Return the days of a limit with its extension; for calendar reckoning up to the day it rolls to."""
    if limit.is_in_working_days:
        return limit.whole_days + extension
    return (_due(calendar, start=start, limit=limit, spans=(), extension=extension) - start).days


def _distance(calendar: WorkingCalendar, limit: Limit, start: date, on: date) -> int:
    return calendar.count(start, on) if limit.is_in_working_days else max(0, (on - start).days)


def _counted(calendar: WorkingCalendar, limit: Limit, spans: tuple[tuple[date, date], ...], on: date) -> int:
    """Count the stopped days up to and including `on`, in the limit's reckoning."""
    clipped = ((first, min(last, on)) for first, last in spans if first <= on)
    return sum(_distance(calendar, limit, first - _ONE_DAY, last) for first, last in clipped)


def _half_days(limit: Limit, elapsed: int, extension: int, remaining: int) -> int:
    if limit.unit is LimitUnit.HALF_DAY:
        return limit.amount + _HALVES_A_DAY * (extension - elapsed)
    return _HALVES_A_DAY * remaining


def _halves_of_today(*, counts: bool, afternoon: bool) -> int:
    if not counts:
        return 0
    return 1 if afternoon else _HALVES_A_DAY
