"""When the next verified exchange is due: a pure function of the clock and of what happened; it starts nothing.

Once a day after closing time; in the night when that did not work; and at once when the last verified exchange is too old. Five thousand windows
must not call in the same second, so each has its own offset, from the hash of its name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

OFFICE_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China has one civil time and no summer time."""

CATCH_UP_AFTER = timedelta(hours=20)
_SPREAD_AT_CLOSING = timedelta(minutes=20)
_FIRST_RETRY = timedelta(minutes=5)
_LONGEST_RETRY = timedelta(hours=1)
_TRIES_BEFORE_NIGHT = 3
_STEPS = 2**32


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRule:
    """The office's times of the verified exchange, in office time; the night may pass midnight."""

    workstation: str
    closing_at: time
    night_from: time
    night_until: time


def next_due(
    now: datetime,
    last_verified: datetime | None,
    rule: ExchangeRule,
    attempts: Sequence[datetime] = (),
    *,
    starting: bool = False,
) -> datetime:
    """Return when the next verified exchange is due; not after `now` means that it is due now.

    Args:
        now: an aware instant.
        last_verified: the last verified exchange, None if there never was one.
        rule: the office's times.
        attempts: failed attempts since the last verified exchange, oldest first.
        starting: the program starts: then an exchange older than 20 hours is caught up at once.
    """
    due = now if last_verified is None else _regular(last_verified, rule)
    if starting and last_verified is not None and now - last_verified > CATCH_UP_AFTER:
        due = min(due, now)
    if not attempts:
        return due
    return max(due, _retry(attempts, rule))


def share(rule: ExchangeRule, salt: str = "") -> float:
    """Return this workstation's place in a window, from 0 up to 1, the same every day."""
    digest = hashlib.sha256(f"{rule.workstation}\x1f{salt}".encode()).digest()
    return int.from_bytes(digest[:4]) / _STEPS


def _regular(last_verified: datetime, rule: ExchangeRule) -> datetime:
    day = last_verified.astimezone(OFFICE_TIME).date()
    closing = _at(day, rule.closing_at)
    if closing <= last_verified:
        closing = _at(day + timedelta(days=1), rule.closing_at)
    return closing + _SPREAD_AT_CLOSING * share(rule)


def _retry(attempts: Sequence[datetime], rule: ExchangeRule) -> datetime:
    """Return the time of the next try: a few soon after each other, then hourly, the night's own place among them."""
    last, count = attempts[-1], len(attempts)
    # Full jitter, but the same for the same history: the function stays pure.
    longest = min(_FIRST_RETRY * (1 << min(count - 1, 8)), _LONGEST_RETRY)
    pause = last + longest * (0.5 + 0.5 * share(rule, f"{last.isoformat()}{count}"))
    if count < _TRIES_BEFORE_NIGHT:
        return pause
    hourly = last + _LONGEST_RETRY * (0.5 + 0.5 * share(rule, f"{last.isoformat()}{count}"))
    return min(hourly, _night_place(last, rule))


def _night_place(after: datetime, rule: ExchangeRule) -> datetime:
    day = after.astimezone(OFFICE_TIME).date() - timedelta(days=1)
    while True:
        begin, end = _at(day, rule.night_from), _at(day, rule.night_until)
        if end <= begin:
            end += timedelta(days=1)
        place = begin + (end - begin) * share(rule)
        if place > after:
            return place
        day += timedelta(days=1)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=OFFICE_TIME)
