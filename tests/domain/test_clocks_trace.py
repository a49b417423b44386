"""A trace explains the very date that the clock shows, and validity is reckoned by the calendar."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.calendar import WorkingCalendar, calendar_years_from
from clerk_app.domain.clocks import ClockKind, Limit, LimitUnit, Stop, due_date
from clerk_app.domain.trace import TraceCode, TraceLine, trace_clock
from clerk_app.domain.validity import read_fixed, renewal_due_on, valid_until

SEED = Path(__file__).parents[2] / "db" / "seed" / "calendar.json"
CALENDAR = WorkingCalendar(calendar_years_from(SEED.read_bytes()))
STARTS = st.dates(date(2018, 1, 1), date(2027, 6, 30))


def codes(lines: tuple[TraceLine, ...]) -> list[str]:
    return [line.code.value for line in lines]


def test_a_trace_names_the_holiday_the_make_up_day_and_their_notice() -> None:
    lines = trace_clock(CALENDAR, start=date(2020, 9, 25), limit=Limit(7))
    notice = (("notice", "国办发明电〔2020〕1号"),)
    assert lines == (
        TraceLine(date(2020, 9, 25), TraceCode.START_EXCLUDED),
        TraceLine(date(2020, 9, 26), TraceCode.WEEKEND),
        TraceLine(date(2020, 9, 27), TraceCode.MAKE_UP, 1, params=notice),
        TraceLine(date(2020, 9, 28), TraceCode.WORKDAY, 3, date(2020, 9, 30)),
        TraceLine(date(2020, 10, 1), TraceCode.HOLIDAY, 0, date(2020, 10, 8), notice),
        TraceLine(date(2020, 10, 9), TraceCode.WORKDAY, 1),
        TraceLine(date(2020, 10, 10), TraceCode.MAKE_UP, 1, params=notice),
        TraceLine(date(2020, 10, 11), TraceCode.WEEKEND),
        TraceLine(date(2020, 10, 12), TraceCode.WORKDAY, 1),
        TraceLine(date(2020, 10, 12), TraceCode.DUE, params=(("days", "7"),)),
    )


def test_a_trace_shows_stops_with_their_notice_and_the_extension_where_it_begins() -> None:
    stops = [
        Stop(date(2020, 5, 6), date(2020, 5, 12), "专家评审", "第四十五条", "台应急许特〔2020〕3号"),
        Stop(date(2020, 5, 11), date(2020, 5, 15), "检验检测"),
    ]
    lines = trace_clock(CALENDAR, start=date(2020, 4, 28), limit=Limit(20), stops=stops, extension=10)
    stopped = [line for line in lines if line.code is TraceCode.STOPPED]
    assert [(line.on, line.upto, dict(line.params)["kind"]) for line in stopped] == [
        (date(2020, 5, 6), date(2020, 5, 12), "专家评审"),
        (date(2020, 5, 13), date(2020, 5, 15), "检验检测"),
    ]
    assert dict(stopped[0].params) == {
        "kind": "专家评审",
        "basis": "第四十五条",
        "notice": "台应急许特〔2020〕3号",
        "last": "2020-05-12",
    }
    place = codes(lines).index("extension")
    assert sum(line.counts for line in lines[:place]) == 20
    assert sum(line.counts for line in lines) == 30
    assert lines[-1] == TraceLine(date(2020, 6, 24), TraceCode.DUE, params=(("days", "30"),))


def test_an_open_stop_is_traced_up_to_the_day_of_reading() -> None:
    stop = Stop(date(2020, 9, 24), None, "检验检测")
    lines = trace_clock(CALENDAR, start=date(2020, 9, 21), limit=Limit(3), stops=[stop], until=date(2020, 9, 29))
    assert lines[2].code is TraceCode.STOPPED
    assert (lines[2].on, lines[2].upto, dict(lines[2].params)["last"]) == (date(2020, 9, 24), date(2020, 9, 29), "")
    assert lines[-1].on == date(2020, 9, 30)


def test_a_stop_that_begins_after_the_limit_ran_out_is_named() -> None:
    inside = [Stop(date(2020, 9, 28), date(2020, 9, 30), "专家评审")]
    assert "stop_began_late" in codes(trace_clock(CALENDAR, start=date(2020, 9, 21), limit=Limit(3), stops=inside))
    far = [Stop(date(2020, 12, 1), date(2020, 12, 1), "专家评审")]
    lines = trace_clock(CALENDAR, start=date(2020, 9, 21), limit=Limit(3), stops=far)
    assert codes(lines)[-2:] == ["stop_began_late", "due"]
    in_time = [Stop(date(2020, 9, 25), date(2020, 9, 30), "专家评审")]
    assert "stop_began_late" not in codes(trace_clock(CALENDAR, start=date(2020, 9, 21), limit=Limit(3), stops=in_time))


def test_a_trace_into_a_year_without_notice_says_so_once() -> None:
    lines = trace_clock(CALENDAR, start=date(2026, 12, 4), limit=Limit(30))
    marks = [line for line in lines if line.code is TraceCode.PROVISIONAL]
    assert [(line.on, line.params) for line in marks] == [(date(2027, 1, 1), (("year", "2027"),))]


def test_days_of_the_calendar_and_their_rolling_are_traced() -> None:
    lines = trace_clock(CALENDAR, start=date(2020, 9, 28), limit=Limit(4, LimitUnit.CALENDAR_DAY))
    assert lines[1:] == (
        TraceLine(date(2020, 9, 29), TraceCode.CALENDAR_DAY, 4, date(2020, 10, 2)),
        TraceLine(date(2020, 10, 3), TraceCode.ROLLED, 0, date(2020, 10, 9)),
        TraceLine(date(2020, 10, 9), TraceCode.DUE, params=(("days", "4"),)),
    )


def test_months_are_traced_in_days() -> None:
    lines = trace_clock(CALENDAR, start=date(2020, 9, 10), limit=Limit(1, LimitUnit.MONTH))
    assert (sum(line.counts for line in lines), lines[-1].on) == (30, date(2020, 10, 10))


def test_a_same_day_limit_has_nothing_to_count() -> None:
    lines = trace_clock(CALENDAR, start=date(2020, 9, 25), limit=Limit(0, LimitUnit.SAME_DAY))
    assert codes(lines) == ["start_excluded", "due"]


@given(
    STARTS,
    st.integers(0, 60),
    st.integers(0, 10),
    st.lists(st.tuples(st.integers(-3, 60), st.integers(0, 20)), max_size=3),
)
def test_a_trace_ends_on_the_due_day_covers_each_day_once_and_adds_up(
    start: date, n: int, extension: int, spans: list[tuple[int, int]]
) -> None:
    stops = [
        Stop(start + timedelta(days=first), start + timedelta(days=first + length), f"第{index}次")
        for index, (first, length) in enumerate(spans)
    ]
    lines = trace_clock(CALENDAR, start=start, limit=Limit(n), stops=stops, extension=extension)
    due = due_date(CALENDAR, start=start, limit=Limit(n), stops=stops, extension=extension)
    assert lines[-1].on == due
    markers = {TraceCode.DUE, TraceCode.EXTENSION, TraceCode.PROVISIONAL, TraceCode.STOP_BEGAN_LATE}
    days = [line for line in lines if line.code not in markers]
    assert days[0].on == start
    assert (days[-1].upto or days[-1].on) == due
    assert all((before.upto or before.on) + timedelta(days=1) == after.on for before, after in pairwise(days))
    if "stop_began_late" not in codes(lines):
        assert sum(line.counts for line in lines) == n + extension


@pytest.mark.parametrize(
    ("start", "years", "last"),
    [
        (date(2024, 9, 6), 3, date(2027, 9, 5)),
        (date(2020, 1, 19), 3, date(2023, 1, 18)),
        (date(2020, 1, 1), 2, date(2021, 12, 31)),
        (date(2020, 3, 1), 3, date(2023, 2, 28)),
        (date(2021, 3, 1), 3, date(2024, 2, 29)),
        (date(2020, 2, 29), 3, date(2023, 2, 28)),
        (date(2020, 2, 29), 4, date(2024, 2, 28)),
    ],
)
def test_a_validity_ends_the_day_before_its_anniversary(start: date, years: int, last: date) -> None:
    assert valid_until(start, years=years) == last


def test_renewal_is_asked_for_months_or_days_before_the_expiry() -> None:
    assert renewal_due_on(date(2023, 1, 18), before=Limit(3, LimitUnit.MONTH)) == date(2022, 10, 18)
    assert renewal_due_on(date(2023, 5, 31), before=Limit(3, LimitUnit.MONTH)) == date(2023, 2, 28)
    assert renewal_due_on(date(2023, 1, 18), before=Limit(30, LimitUnit.CALENDAR_DAY)) == date(2022, 12, 19)


def test_the_expiry_of_a_licence_never_rolls_to_a_working_day() -> None:
    def read(today: date, ended_on: date | None = None) -> tuple[int, bool, bool]:
        reading = read_fixed(
            CALENDAR,
            kind=ClockKind.LICENCE_EXPIRY,
            start=date(2017, 10, 4),
            due=date(2020, 10, 3),
            today=today,
            ended_on=ended_on,
        )
        assert reading.due == date(2020, 10, 3)
        return reading.remaining, reading.late, reading.running

    assert read(date(2020, 10, 3)) == (0, False, True)
    assert read(date(2020, 10, 4)) == (-1, True, True)
    assert read(date(2020, 12, 1), ended_on=date(2020, 10, 1)) == (2, False, False)


def test_only_a_clock_in_working_days_is_provisional_about_holidays() -> None:
    def provisional(kind: ClockKind) -> bool:
        return read_fixed(
            CALENDAR, kind=kind, start=date(2026, 1, 1), due=date(2027, 3, 1), today=date(2026, 5, 1)
        ).provisional

    assert not provisional(ClockKind.LICENCE_EXPIRY)
    assert provisional(ClockKind.RENEWAL)
