"""The two clocks: the machine's and the one of tests and training."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from clerk_app.devices.clock import OFFICE_TIME, InjectedClock, SystemClock
from clerk_app.ports import Clock


def test_the_system_clock_gives_aware_utc_instants_in_order() -> None:
    clock: Clock = SystemClock()

    first, second = clock.now(), clock.now()

    assert first.tzinfo is UTC
    assert first <= second


@pytest.fixture
def machine_zone() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch
    time.tzset()


def test_the_system_clock_gives_the_day_of_the_office_whatever_the_machine_zone_is(
    machine_zone: pytest.MonkeyPatch,
) -> None:
    clock = SystemClock()
    for zone in ("UTC+11", "UTC-14"):  # 25 hours apart: in one of the two it is never the office's day
        machine_zone.setenv("TZ", zone)
        time.tzset()

        before = clock.now().astimezone(OFFICE_TIME).date()
        today = clock.today()
        after = clock.now().astimezone(OFFICE_TIME).date()

        assert before <= today <= after


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2020, 12, 31, 15, 59, 59, tzinfo=UTC), date(2020, 12, 31)),
        (datetime(2020, 12, 31, 16, 0, tzinfo=UTC), date(2021, 1, 1)),
        (datetime(2020, 3, 1, 0, 30, tzinfo=OFFICE_TIME), date(2020, 3, 1)),
    ],
)
def test_the_day_changes_at_midnight_of_the_office(instant: datetime, day: date) -> None:
    assert InjectedClock(instant).today() == day


def test_an_injected_clock_stands_still_until_it_is_moved() -> None:
    start = datetime(2020, 3, 2, 9, 0, tzinfo=OFFICE_TIME)
    clock = InjectedClock(start)

    assert clock.now() == clock.now() == start
    assert clock.now().tzinfo is UTC
    clock.advance(timedelta(days=1, minutes=5))
    assert clock.now() == datetime(2020, 3, 3, 9, 5, tzinfo=OFFICE_TIME)
    clock.advance(timedelta(days=-2))
    assert clock.today() == date(2020, 3, 1)
    clock.set_to(datetime(2021, 1, 1, tzinfo=UTC))
    assert clock.now() == datetime(2021, 1, 1, tzinfo=UTC)


def test_a_ticking_clock_goes_on_from_its_start() -> None:
    start = datetime(2020, 3, 2, 1, 0, tzinfo=UTC)
    clock = InjectedClock(start, ticking=True)

    shown = {clock.now() for _ in range(1000)}

    assert len(shown) > 1
    assert all(start <= instant < start + timedelta(hours=1) for instant in shown)


def test_a_clock_refuses_an_instant_without_a_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        InjectedClock(datetime(2020, 3, 2))  # noqa: DTZ001 — the naive value is the point
