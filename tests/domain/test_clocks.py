"""The arithmetic of time limits: the law's vectors, the laws that hold for every clock, the edges of units."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.calendar import WorkingCalendar, calendar_years_from
from clerk_app.domain.clocks import (
    ClockKind,
    ClockReading,
    Limit,
    LimitUnit,
    Stop,
    deemed_acceptance_on,
    due_date,
    read_clock,
    united,
)

SEED = Path(__file__).parents[2] / "db" / "seed" / "calendar.json"
CALENDAR = WorkingCalendar(calendar_years_from(SEED.read_bytes()))
STATUTORY = ClockKind.DECISION_STATUTORY

STARTS = st.dates(date(2018, 1, 1), date(2027, 6, 30))
AMOUNTS = st.integers(0, 60)
TWO_DAYS = Limit(2)


@st.composite
def stop_lists(draw: st.DrawFn, start: date = date(2019, 12, 1)) -> tuple[Stop, ...]:
    spans = draw(st.lists(st.tuples(st.integers(-5, 80), st.integers(0, 25)), max_size=4))
    return tuple(
        Stop(start + timedelta(days=first), start + timedelta(days=first + length), kind="检验检测")
        for first, length in spans
    )


def read(
    start: date, n: int, today: date, *stops: Stop, ended_on: date | None = None, extension: int = 0
) -> ClockReading:
    return read_clock(
        CALENDAR,
        kind=STATUTORY,
        start=start,
        limit=Limit(n),
        stops=stops,
        extension=extension,
        ended_on=ended_on,
        today=today,
    )


def test_a_stop_adds_its_working_days() -> None:
    accepted, stop = date(2020, 9, 21), Stop(date(2020, 9, 24), date(2020, 10, 13), "专家评审")
    assert due_date(CALENDAR, start=accepted, limit=Limit(20)) == date(2020, 10, 23)
    assert due_date(CALENDAR, start=accepted, limit=Limit(20), stops=[stop]) == date(2020, 11, 6)
    assert read(accepted, 20, date(2020, 11, 6), stop).stopped_days == 10


def test_overlapping_stops_are_united_and_an_extension_adds_ten() -> None:
    accepted = date(2020, 4, 28)
    stops = [Stop(date(2020, 5, 6), date(2020, 5, 12)), Stop(date(2020, 5, 11), date(2020, 5, 15))]
    assert due_date(CALENDAR, start=accepted, limit=Limit(20)) == date(2020, 5, 28)
    assert due_date(CALENDAR, start=accepted, limit=Limit(20), stops=stops) == date(2020, 6, 10)
    assert due_date(CALENDAR, start=accepted, limit=Limit(20), stops=stops, extension=10) == date(2020, 6, 24)
    assert read(accepted, 20, date(2020, 6, 10), *stops).stopped_days == 9


def test_touching_stops_unite_and_separate_ones_do_not() -> None:
    start = date(2020, 5, 1)
    stops = [
        Stop(date(2020, 5, 9), date(2020, 5, 10)),
        Stop(date(2020, 5, 6), date(2020, 5, 8)),
        Stop(date(2020, 6, 1), None),
    ]
    assert united(stops, start=start, until=date(2020, 6, 2)) == (
        (date(2020, 5, 6), date(2020, 5, 10)),
        (date(2020, 6, 1), date(2020, 6, 2)),
    )
    assert united(stops, start=date(2020, 5, 7), until=date(2020, 5, 31)) == ((date(2020, 5, 8), date(2020, 5, 10)),)
    assert united([Stop(date(2020, 5, 9), date(2020, 5, 8))], start=start, until=start) == ()


def test_days_of_a_stop_up_to_the_start_do_not_count() -> None:
    accepted = date(2020, 9, 21)
    plain = due_date(CALENDAR, start=accepted, limit=Limit(20))
    assert due_date(CALENDAR, start=accepted, limit=Limit(20), stops=[Stop(date(2020, 9, 1), accepted)]) == plain
    assert due_date(
        CALENDAR, start=accepted, limit=Limit(20), stops=[Stop(date(2020, 9, 1), date(2020, 9, 22))]
    ) == date(2020, 10, 26)


def test_an_open_stop_freezes_the_clock() -> None:
    accepted, stop = date(2020, 9, 21), Stop(date(2020, 9, 24), None, "检验检测")
    first, later = read(accepted, 20, date(2020, 9, 24), stop), read(accepted, 20, date(2020, 12, 1), stop)
    assert (first.elapsed, first.remaining) == (later.elapsed, later.remaining) == (2, 18)
    assert not later.running
    assert later.is_stopped
    assert not later.late
    assert later.due == due_date(CALENDAR, start=accepted, limit=Limit(20), stops=[stop], until=date(2020, 12, 1))
    assert read(accepted, 20, date(2020, 9, 23), stop).running


def test_an_open_stop_without_a_day_of_reading_counts_its_first_day() -> None:
    accepted, stop = date(2020, 9, 21), Stop(date(2020, 9, 24), None)
    assert due_date(CALENDAR, start=accepted, limit=Limit(20), stops=[stop]) == date(2020, 10, 26)


def test_an_open_stop_ends_with_its_clock() -> None:
    stop = Stop(date(2020, 9, 24), None)
    reading = read(date(2020, 9, 21), 20, date(2020, 12, 1), stop, ended_on=date(2020, 9, 28))
    assert (reading.ended_on, reading.elapsed, reading.stopped_days) == (date(2020, 9, 28), 2, 4)
    assert not reading.running
    assert not reading.is_stopped


def test_a_stop_that_begins_the_day_after_the_last_still_holds_the_clock() -> None:
    # promise of three days used up on 12-16, the special procedure opens on 12-17
    accepted, stop = date(2020, 12, 11), Stop(date(2020, 12, 17), date(2020, 12, 25))
    reading = read(accepted, 3, date(2021, 1, 5), stop, ended_on=date(2020, 12, 25))
    assert reading.due == date(2020, 12, 25)
    assert reading.remaining == 0
    assert not reading.late


def test_a_stop_entered_ahead_cannot_hide_a_limit_that_ran_out() -> None:
    accepted, stop = date(2020, 9, 21), Stop(date(2020, 11, 2), date(2020, 11, 13))
    reading = read(accepted, 20, date(2020, 10, 30), stop)
    assert reading.remaining == -5
    assert reading.late


def test_a_clock_ends_in_time_on_its_last_day_and_late_on_the_next() -> None:
    accepted = date(2020, 9, 21)
    assert not read(accepted, 20, date(2021, 1, 1), ended_on=date(2020, 10, 23)).late
    assert read(
        accepted, 20, date(2021, 1, 1), ended_on=date(2020, 10, 24)
    ).late  # a Saturday, still after the last day
    assert read(accepted, 20, date(2021, 1, 1), ended_on=date(2020, 10, 26)).late


def test_a_clock_that_will_end_later_runs_on_the_day_of_reading() -> None:
    reading = read(date(2020, 9, 21), 20, date(2020, 9, 25), ended_on=date(2020, 10, 9))
    assert reading.running
    assert reading.ended_on is None
    assert reading.elapsed == 4


def test_half_days_count_from_the_present_half_of_the_day() -> None:
    def halves(today: date, *, afternoon: bool, limit: Limit = TWO_DAYS) -> int:
        return read_clock(
            CALENDAR, kind=STATUTORY, start=date(2020, 9, 21), limit=limit, today=today, afternoon=afternoon
        ).remaining_half_days

    assert halves(date(2020, 9, 21), afternoon=True) == 4  # the start day uses nothing up
    assert halves(date(2020, 9, 22), afternoon=False) == 4
    assert halves(date(2020, 9, 22), afternoon=True) == 3
    assert halves(date(2020, 9, 23), afternoon=True) == 1
    assert halves(date(2020, 9, 26), afternoon=True) == -4  # Saturday; Thursday and Friday were over the limit
    assert halves(date(2020, 9, 22), afternoon=False, limit=Limit(3, LimitUnit.HALF_DAY)) == 3


def test_a_stopped_day_uses_no_half_up() -> None:
    reading = read(date(2020, 9, 21), 2, date(2020, 9, 24), Stop(date(2020, 9, 23), None))
    assert reading.remaining_half_days == 2


@pytest.mark.parametrize(
    ("limit", "due"),
    [
        (Limit(0, LimitUnit.SAME_DAY), date(2020, 9, 30)),
        (Limit(1, LimitUnit.HALF_DAY), date(2020, 10, 9)),
        (Limit(3, LimitUnit.HALF_DAY), date(2020, 10, 10)),
        (Limit(8, LimitUnit.HOUR), date(2020, 10, 9)),
        (Limit(9, LimitUnit.HOUR), date(2020, 10, 10)),
        (Limit(3, LimitUnit.CALENDAR_DAY), date(2020, 10, 9)),
        (Limit(10, LimitUnit.CALENDAR_DAY), date(2020, 10, 10)),
        (Limit(30, LimitUnit.CALENDAR_DAY), date(2020, 10, 30)),
        (Limit(1, LimitUnit.MONTH), date(2020, 10, 30)),
        (Limit(3, LimitUnit.MONTH), date(2020, 12, 30)),
    ],
)
def test_each_unit_has_its_last_day(limit: Limit, due: date) -> None:
    assert due_date(CALENDAR, start=date(2020, 9, 30), limit=limit) == due


def test_days_of_the_calendar_stop_and_roll_too() -> None:
    stop = Stop(date(2020, 10, 3), date(2020, 10, 4))
    limit = Limit(3, LimitUnit.CALENDAR_DAY)
    reading = read_clock(
        CALENDAR,
        kind=ClockKind.SUPPLEMENT_PERIOD,
        start=date(2020, 9, 30),
        limit=limit,
        stops=[stop],
        today=date(2020, 10, 6),
    )
    assert reading.due == date(2020, 10, 9)
    assert (reading.elapsed, reading.stopped_days, reading.remaining_half_days % 2) == (4, 2, 0)
    assert not reading.late


def test_a_month_has_no_fixed_number_of_days() -> None:
    with pytest.raises(ValueError, match="month"):
        _ = Limit(1, LimitUnit.MONTH).whole_days


def test_a_year_without_notice_marks_the_clock_as_provisional() -> None:
    assert read(date(2026, 12, 4), 20, date(2026, 12, 5)).provisional
    assert not read(date(2026, 12, 1), 20, date(2026, 12, 5)).provisional


def test_a_told_date_is_kept_and_a_difference_shows() -> None:
    def told(day: date | None) -> ClockReading:
        return read_clock(
            CALENDAR.as_of(date(2020, 1, 28)),
            kind=STATUTORY,
            start=date(2020, 1, 20),
            limit=Limit(5),
            today=date(2020, 1, 21),
            told_due_on=day,
        )

    reading = told(date(2020, 2, 3))
    assert reading.due == date(2020, 2, 4)
    assert reading.told_due_on == date(2020, 2, 3)
    assert reading.differs_from_told
    assert not told(date(2020, 2, 4)).differs_from_told
    assert not told(None).differs_from_told


FIVE = Limit(5)


@pytest.mark.parametrize(
    ("notice_on", "today", "expected"),
    [
        (None, date(2020, 10, 14), None),
        (None, date(2020, 10, 15), date(2020, 9, 30)),
        (date(2020, 10, 14), date(2020, 12, 1), None),
        (date(2020, 10, 15), date(2020, 12, 1), date(2020, 9, 30)),
        (date(2020, 10, 15), date(2020, 10, 14), None),
    ],
)
def test_five_silent_days_accept_from_the_day_of_receipt(
    notice_on: date | None, today: date, expected: date | None
) -> None:
    received = date(2020, 9, 30)
    assert (
        deemed_acceptance_on(CALENDAR, received_on=received, notice_on=notice_on, today=today, limit=FIVE) == expected
    )


def test_deemed_acceptance_runs_the_decision_clock_from_receipt() -> None:
    accepted = deemed_acceptance_on(
        CALENDAR, received_on=date(2020, 9, 30), notice_on=None, today=date(2020, 10, 15), limit=FIVE
    )
    assert accepted is not None
    assert due_date(CALENDAR, start=accepted, limit=Limit(20)) == date(2020, 11, 4)


@given(STARTS, AMOUNTS, stop_lists(), st.integers(0, 10), st.integers(0, 200))
def test_elapsed_and_remaining_make_the_limit(
    start: date, n: int, stops: tuple[Stop, ...], extension: int, later: int
) -> None:
    reading = read(start, n, start + timedelta(days=later), *stops, extension=extension)
    assert reading.elapsed + reading.remaining == n + extension
    assert 0 <= reading.elapsed <= later


@given(STARTS, AMOUNTS, st.data())
def test_a_stop_never_shortens(start: date, n: int, data: st.DataObject) -> None:
    stops = data.draw(stop_lists(start))
    more = data.draw(stop_lists(start))
    without = due_date(CALENDAR, start=start, limit=Limit(n), stops=stops)
    assert without >= due_date(CALENDAR, start=start, limit=Limit(n))
    assert due_date(CALENDAR, start=start, limit=Limit(n), stops=(*stops, *more)) >= without


@given(STARTS, AMOUNTS, st.data())
def test_the_order_and_repetition_of_stops_do_not_matter(start: date, n: int, data: st.DataObject) -> None:
    stops = data.draw(stop_lists(start))
    shuffled = data.draw(st.permutations(stops + stops))
    today = start + timedelta(days=40)
    assert read(start, n, today, *shuffled) == read(start, n, today, *stops)


@given(STARTS, AMOUNTS, st.integers(0, 10), st.data())
def test_the_last_day_is_the_nth_working_day_with_the_stopped_ones_added(
    start: date, n: int, extension: int, data: st.DataObject
) -> None:
    stops = data.draw(stop_lists(start))
    horizon = [start + timedelta(days=ahead) for ahead in range(1, 400)]
    working = [day for day in horizon if CALENDAR.is_working(day)]
    stopped = [day for day in working if any(stop.covers(day) for stop in stops)]
    total = n + extension + len(stopped)
    expected = working[total - 1] if total else start
    assert due_date(CALENDAR, start=start, limit=Limit(n), stops=stops, extension=extension) == expected


@given(STARTS, st.integers(1, 40), st.data())
def test_late_means_after_the_last_day_or_more_used_than_there_was(start: date, n: int, data: st.DataObject) -> None:
    stops = data.draw(stop_lists(start))
    ended = start + timedelta(days=data.draw(st.integers(0, 150)))
    reading = read(start, n, date(2030, 1, 1), *stops, ended_on=ended)
    assert reading.late == (ended > reading.due or reading.remaining < 0)
    if all(stop.last is not None and stop.last <= ended for stop in stops):
        assert reading.late == (ended > reading.due)
