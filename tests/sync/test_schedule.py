"""When the verified exchange is due."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.sync.schedule import OFFICE_TIME, ExchangeRule, next_due, share

RULE = ExchangeRule(workstation="W01", closing_at=time(17, 30), night_from=time(22), night_until=time(5))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2020, 3, day, hour, minute, tzinfo=OFFICE_TIME)


def test_the_first_exchange_is_due_at_once() -> None:
    assert next_due(at(2, 9), None, RULE) == at(2, 9)


@pytest.mark.parametrize(
    ("verified", "day"), [(at(2, 9), 2), (at(2, 17, 29), 2), (at(2, 17, 30), 3), (at(2, 23), 3), (at(3, 2), 3)]
)
def test_it_is_due_once_a_day_after_closing_time(verified: datetime, day: int) -> None:
    due = next_due(verified, verified, RULE)
    assert at(day, 17, 30) <= due < at(day, 17, 50)


def test_what_was_missed_is_due_now() -> None:
    assert next_due(at(5, 9), at(2, 17, 40), RULE) < at(5, 9)


def test_at_start_an_exchange_older_than_twenty_hours_is_caught_up() -> None:
    verified = at(2, 17, 40)
    assert next_due(at(3, 13, 30), verified, RULE, starting=True) > at(3, 13, 30)
    assert next_due(at(3, 13, 41), verified, RULE, starting=True) == at(3, 13, 41)
    assert next_due(at(3, 13, 41), verified, RULE) > at(3, 17, 30)


def test_failed_attempts_are_spaced_out() -> None:
    first = at(3, 17, 40)
    due = next_due(first, at(2, 17, 40), RULE, [first])
    assert timedelta(minutes=2.5) <= due - first <= timedelta(minutes=5)
    second = next_due(due, at(2, 17, 40), RULE, [first, due])
    assert timedelta(minutes=5) <= second - due <= timedelta(minutes=10)


def test_after_three_failures_it_is_tried_hourly_and_at_its_place_in_the_night() -> None:
    tries = [at(3, 17, 40), at(3, 17, 45), at(3, 17, 55)]
    due = next_due(tries[-1], at(2, 17, 40), RULE, tries)
    assert timedelta(minutes=30) <= due - tries[-1] <= timedelta(hours=1)
    place = at(3, 22) + timedelta(hours=7) * share(RULE)
    just_before = place - timedelta(minutes=1)
    assert next_due(just_before, at(2, 17, 40), RULE, [*tries, just_before]) == place


def test_five_hundred_windows_do_not_call_at_once() -> None:
    rules = [
        ExchangeRule(workstation=f"W{n:03d}", closing_at=time(17, 30), night_from=time(22), night_until=time(5))
        for n in range(500)
    ]
    minutes: dict[datetime, int] = {}
    for rule in rules:
        minute = next_due(at(2, 9), at(2, 9), rule).replace(second=0, microsecond=0)
        minutes[minute] = minutes.get(minute, 0) + 1
    assert len(minutes) == 20
    assert max(minutes.values()) < 60


@given(
    st.integers(0, 366 * 24 * 60),
    st.lists(st.integers(1, 5000), max_size=6),
    st.text("W0123456789", min_size=1, max_size=4),
)
def test_it_is_always_due_within_a_day_and_never_before_the_last_attempt(
    minute: int, gaps: list[int], name: str
) -> None:
    rule = ExchangeRule(workstation=name, closing_at=time(17, 30), night_from=time(22), night_until=time(5))
    begun = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    attempts = [begun + timedelta(minutes=sum(gaps[: n + 1])) for n in range(len(gaps))]
    due = next_due(begun, begun, rule, attempts)
    assert due > (attempts[-1] if attempts else begun)
    assert due <= max([begun + timedelta(hours=24, minutes=20), *[one + timedelta(hours=1) for one in attempts]])
    assert due == next_due(begun, begun, rule, attempts)
