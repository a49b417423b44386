"""How long a licence is valid and by when its renewal is asked for; calendar reckoning, never working days."""

from datetime import date, timedelta

from clerk_app.domain.calendar import WorkingCalendar, add_months
from clerk_app.domain.clocks import ClockKind, ClockReading, Limit, LimitUnit

_MONTHS_A_YEAR = 12
_HALVES_A_DAY = 2
_ONE_DAY = timedelta(days=1)


def valid_until(start: date, *, years: int) -> date:
    """Return the last day of a validity of whole years: the day before the anniversary, both days included.

    A validity from 29 February into a common year ends on 28 February.

    Source:
        Observed practice of certificates; the end from 29 February is this program's choice.
    """
    anniversary = add_months(start, years * _MONTHS_A_YEAR)
    return anniversary if anniversary.day != start.day else anniversary - _ONE_DAY


def renewal_due_on(valid_to: date, *, before: Limit) -> date:
    """Return the last day on which renewal may be asked for, `before` the expiry, in calendar reckoning.

    Source:
        行政许可法第五十条; 危险化学品经营许可证管理办法第十八条 (三个月).
    """
    if before.unit is LimitUnit.MONTH:
        return add_months(valid_to, -before.amount)
    return valid_to - timedelta(days=before.whole_days)


def read_fixed(
    calendar: WorkingCalendar,
    *,
    kind: ClockKind,
    start: date,
    due: date,
    ended_on: date | None = None,
    today: date,
) -> ClockReading:
    """Read a clock whose last day is given (a licence's expiry, the last day to ask for renewal), in calendar days.

    The expiry of a licence never rolls to a working day.
    """
    limit = Limit((due - start).days, LimitUnit.CALENDAR_DAY)
    ended = ended_on is not None and ended_on <= today
    on = ended_on if ended_on is not None and ended else today
    elapsed = max(0, (on - start).days)
    remaining = limit.amount - elapsed
    return ClockReading(
        kind=kind,
        start=start,
        limit=limit,
        extension=0,
        due=due,
        told_due_on=None,
        elapsed=elapsed,
        remaining=remaining,
        remaining_half_days=remaining * _HALVES_A_DAY,
        stopped_days=0,
        running=not ended,
        ended_on=ended_on if ended else None,
        late=on > due,
        provisional=kind is not ClockKind.LICENCE_EXPIRY and calendar.is_provisional(due),
    )
