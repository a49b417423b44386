"""Why a clock shows its date, line by line; codes and parameters only, the sentences are made in `wording`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from clerk_app.domain.calendar import DayKind, WorkingCalendar, add_months
from clerk_app.domain.clocks import Limit, LimitUnit, Stop, due_date

_ONE_DAY = timedelta(days=1)

Params: TypeAlias = tuple[tuple[str, str], ...]


class TraceCode(StrEnum):
    """What a line of a trace says."""

    START_EXCLUDED = "start_excluded"
    WORKDAY = "workday"
    CALENDAR_DAY = "calendar_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    STOPPED = "stopped"
    STOP_BEGAN_LATE = "stop_began_late"
    EXTENSION = "extension"
    PROVISIONAL = "provisional"
    ROLLED = "rolled"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One day, or the days from `on` to `upto`, and how many days of the limit they use up.

    Parameters by code: `holiday`, `make_up`: notice; `stopped`, `stop_began_late`: kind, basis, notice and last (empty
    while open); `extension`: days; `provisional`: year; `due`: days.
    """

    on: date
    code: TraceCode
    counts: int = 0
    upto: date | None = None
    params: Params = ()


def trace_clock(
    calendar: WorkingCalendar,
    *,
    start: date,
    limit: Limit,
    stops: Iterable[Stop] = (),
    extension: int = 0,
    until: date | None = None,
) -> tuple[TraceLine, ...]:
    """Explain `due_date` for the same arguments, from the start day to the due day.

    The lines' `counts` add up to limit + extension, unless a stop began after the limit had run out, which a line
    `stop_began_late` then says. Neighbouring days of one reason share a line.
    """
    known = tuple(sorted(stops, key=lambda stop: (stop.first, stop.last or date.max)))
    due = due_date(calendar, start=start, limit=limit, stops=known, extension=extension, until=until)
    spans = tuple((stop.first, stop.last or until or stop.first, _stop_params(stop)) for stop in known)
    days = _days(calendar, start=start, due=due, limit=limit, spans=spans, extension=extension)
    after = (
        TraceLine(first, TraceCode.STOP_BEGAN_LATE, params=params)
        for first, last, params in spans
        if due < first <= last
    )
    total = str(_base_days(limit, start) + extension)
    return (
        TraceLine(start, TraceCode.START_EXCLUDED),
        *_merged(days),
        *after,
        TraceLine(due, TraceCode.DUE, params=(("days", total),)),
    )


def _days(
    calendar: WorkingCalendar,
    *,
    start: date,
    due: date,
    limit: Limit,
    spans: tuple[tuple[date, date, Params], ...],
    extension: int,
) -> Iterator[TraceLine]:
    """Yield one line for each day after `start` up to `due`, with markers between them."""
    base = _base_days(limit, start)
    used = 0
    extended = extension == 0
    stopped_by: Params = ()
    year = 0
    for ordinal in range(start.toordinal() + 1, due.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.year != year and calendar.is_provisional(day):
            yield TraceLine(day, TraceCode.PROVISIONAL, params=(("year", str(day.year)),))
        year = day.year
        before, stopped_by = stopped_by, next((params for first, last, params in spans if first <= day <= last), ())
        if stopped_by:
            if stopped_by != before and used > base + extension:
                yield TraceLine(day, TraceCode.STOP_BEGAN_LATE, params=stopped_by)
            yield TraceLine(day, TraceCode.STOPPED, params=stopped_by)
            continue
        line = (
            _working_line(calendar, day)
            if limit.is_in_working_days
            else _calendar_line(day, is_left=used < base + extension)
        )
        if line.counts and used == base and not extended:
            extended = True
            yield TraceLine(day, TraceCode.EXTENSION, params=(("days", str(extension)),))
        used += line.counts
        yield line


def _working_line(calendar: WorkingCalendar, day: date) -> TraceLine:
    reason = calendar.reason(day)
    named = reason.kind in (DayKind.HOLIDAY, DayKind.MAKE_UP)
    params = (("notice", reason.notice),) if named else ()
    return TraceLine(day, TraceCode(reason.kind.value), counts=int(reason.is_working), params=params)


def _calendar_line(day: date, *, is_left: bool) -> TraceLine:
    """Count a day of the calendar, or say that the end rolls on to a working day once none is left."""
    return TraceLine(day, TraceCode.CALENDAR_DAY, counts=1) if is_left else TraceLine(day, TraceCode.ROLLED)


def _base_days(limit: Limit, start: date) -> int:
    """Return the days of a limit without extension, stops and rolling."""
    if limit.unit is LimitUnit.MONTH:
        return (add_months(start, limit.amount) - start).days
    return limit.whole_days


def _stop_params(stop: Stop) -> Params:
    return (
        ("kind", stop.kind),
        ("basis", stop.basis),
        ("notice", stop.notice or ""),
        ("last", stop.last.isoformat() if stop.last else ""),
    )


def _merged(lines: Iterable[TraceLine]) -> Iterator[TraceLine]:
    """Join lines of neighbouring days that say the same."""
    held: TraceLine | None = None
    for line in lines:
        last = (held.upto or held.on) if held else None
        if held and last and (line.code, line.params) == (held.code, held.params) and line.on == last + _ONE_DAY:
            held = replace(held, upto=line.on, counts=held.counts + line.counts)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held
