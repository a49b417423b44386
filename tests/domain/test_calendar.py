"""The working-day calendar against the published notices, two independent packages and its own laws."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.calendar import (
    CalendarYear,
    DayKind,
    WorkingCalendar,
    add_months,
    calendar_problems,
    calendar_years_from,
)

SEED = Path(__file__).parents[2] / "db" / "seed" / "calendar.json"
YEARS = calendar_years_from(SEED.read_bytes())
CALENDAR = WorkingCalendar(YEARS)
DAYS = st.dates(date(2015, 1, 1), date(2031, 12, 31))
FIRST, LAST = date(2018, 1, 1), date(2026, 12, 31)
ALL_DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

VECTORS = [
    ("2018-12-27", 3, "2019-01-02"),
    ("2019-04-30", 1, "2019-05-05"),
    ("2020-01-17", 3, "2020-01-21"),
    ("2020-01-20", 5, "2020-02-04"),
    ("2020-01-23", 1, "2020-02-03"),
    ("2020-01-23", 10, "2020-02-14"),
    ("2020-04-28", 20, "2020-05-28"),
    ("2020-04-28", 30, "2020-06-11"),
    ("2020-06-24", 1, "2020-06-28"),
    ("2020-09-25", 3, "2020-09-29"),
    ("2020-09-25", 7, "2020-10-12"),
    ("2020-09-26", 1, "2020-09-27"),
    ("2020-09-30", 5, "2020-10-14"),
    ("2020-10-01", 2, "2020-10-10"),
    ("2020-09-30", 20, "2020-11-04"),
    ("2022-12-30", 1, "2023-01-03"),
    ("2025-12-31", 1, "2026-01-04"),
    ("2026-02-13", 1, "2026-02-14"),
    ("2026-02-13", 10, "2026-03-05"),
    ("2026-04-30", 20, "2026-06-01"),
    ("2026-09-18", 1, "2026-09-20"),
    ("2026-09-30", 3, "2026-10-10"),
    ("2026-12-01", 20, "2026-12-29"),
]


@pytest.mark.parametrize(("start", "n", "expected"), VECTORS)
def test_nth_working_day_skips_days_off_and_counts_make_up_days(start: str, n: int, expected: str) -> None:
    assert CALENDAR.add(date.fromisoformat(start), n) == date.fromisoformat(expected)
    assert CALENDAR.count(date.fromisoformat(start), date.fromisoformat(expected)) == n


def test_every_day_of_nine_years_agrees_with_chinesecalendar() -> None:
    assert [day for day in ALL_DAYS if CALENDAR.is_working(day) != chinese_calendar.is_workday(day)] == []


def test_every_day_of_nine_years_agrees_with_holidays() -> None:
    witness = holidays.country_holidays("CN", years=range(2018, 2027))
    assert [day for day in ALL_DAYS if CALENDAR.is_working(day) != witness.is_working_day(day)] == []


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2018, 250),
        (2019, 250),
        (2020, 249),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ],
)
def test_a_year_has_its_number_of_working_days(year: int, days: int) -> None:
    assert CALENDAR.count(date(year - 1, 12, 31), date(year, 12, 31)) == days


def test_a_year_without_notice_is_weekends_only_and_provisional() -> None:
    due = CALENDAR.add(date(2026, 12, 4), 20)
    assert due == date(2027, 1, 1)  # a Friday: nobody has said yet that it is off
    assert CALENDAR.is_provisional(due)
    assert not CALENDAR.is_provisional(date(2026, 12, 31))
    assert CALENDAR.is_provisional_between(date(2026, 12, 4), due)
    assert not CALENDAR.is_provisional_between(date(2026, 12, 4), date(2026, 12, 31))
    assert CALENDAR.is_working(date(2035, 10, 1)) is True
    assert CALENDAR.is_working(date(2035, 10, 6)) is False


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1800, 6, 1), date(2300, 3, 3), date(9999, 12, 31)])
def test_no_day_of_the_era_crashes(day: date) -> None:
    assert CALENDAR.reason(day).provisional
    assert CALENDAR.count(day, day) == 0


def test_a_day_beyond_the_era_is_named_as_such() -> None:
    with pytest.raises(OverflowError):
        CALENDAR.add(date(9999, 12, 1), 400)


def test_an_empty_calendar_knows_the_week() -> None:
    empty = WorkingCalendar(())
    assert empty.add(date(2020, 9, 30), 3) == date(2020, 10, 5)
    assert empty.is_provisional(date(2020, 9, 30))


def test_zero_working_days_stay_where_they_are_and_negative_ones_are_a_mistake() -> None:
    assert CALENDAR.add(date(2020, 10, 3), 0) == date(2020, 10, 3)
    with pytest.raises(ValueError, match="forwards"):
        CALENDAR.add(date(2020, 10, 3), -1)


def test_the_newest_notice_of_a_year_counts_and_an_older_one_can_be_asked_for() -> None:
    before = CALENDAR.as_of(date(2020, 1, 25))
    assert before.is_working(date(2020, 1, 31))
    assert before.is_working(date(2020, 2, 1))
    assert not CALENDAR.is_working(date(2020, 1, 31))
    assert not CALENDAR.is_working(date(2020, 2, 1))
    assert CALENDAR.as_of(date(2019, 3, 21)).add(date(2019, 4, 30), 1) == date(2019, 5, 2)
    assert CALENDAR.as_of(date(2019, 3, 22)).add(date(2019, 4, 30), 1) == date(2019, 5, 5)
    assert CALENDAR.as_of(date(2017, 1, 1)).versions == ()


def test_a_notice_moves_days_of_the_year_before() -> None:
    assert CALENDAR.is_working(date(2018, 12, 29))
    assert not CALENDAR.is_working(date(2018, 12, 31))
    assert not CALENDAR.as_of(date(2018, 11, 1)).is_working(date(2018, 12, 29))
    assert CALENDAR.reason(date(2018, 12, 29)).notice == "国办发明电〔2019〕3号"


@pytest.mark.parametrize(
    ("day", "kind", "notice", "version"),
    [
        (date(2020, 9, 27), DayKind.MAKE_UP, "国办发明电〔2020〕1号", 2),
        (date(2020, 10, 3), DayKind.HOLIDAY, "国办发明电〔2020〕1号", 2),
        (date(2020, 10, 17), DayKind.WEEKEND, "国办发明电〔2020〕1号", 2),
        (date(2026, 3, 4), DayKind.WORKDAY, "国办发明电〔2025〕7号", 1),
        (date(2027, 1, 1), DayKind.WORKDAY, "", 0),
    ],
)
def test_a_day_has_a_reason_with_its_notice(day: date, kind: DayKind, notice: str, version: int) -> None:
    reason = CALENDAR.reason(day)
    assert (reason.kind, reason.notice, reason.version) == (kind, notice, version)
    assert reason.is_working == CALENDAR.is_working(day)


def test_notice_numbers_from_memory_stay_marked() -> None:
    marked = {(year.year, year.version) for year in YEARS if not year.notice_confirmed}
    assert marked == {(y, 1) for y in range(2018, 2026)} | {(2019, 2), (2020, 2)}
    assert all(year.note for year in YEARS if not year.notice_confirmed)


def test_seeded_years_have_no_problems_and_wrong_ones_are_named() -> None:
    assert [calendar_problems(year) for year in YEARS if calendar_problems(year)] == []
    wrong = CalendarYear(
        year=2300,
        version=1,
        notice=" ",
        notice_confirmed=False,
        published_on=None,
        off=(date(2027, 1, 1), date(2027, 1, 4)),
        work=(date(2027, 1, 4),),
    )
    assert set(calendar_problems(wrong)) == {
        "calendar_day_both",
        "calendar_day_outside",
        "calendar_make_up_on_weekday",
        "calendar_year_strange",
        "calendar_notice_missing",
    }


def test_a_strange_year_neither_crashes_nor_disturbs_the_others() -> None:
    strange = CalendarYear(
        year=9999, version=1, notice="x", notice_confirmed=False, published_on=None, off=(date(9999, 1, 1),), work=()
    )
    calendar = WorkingCalendar((*YEARS, strange))
    assert calendar.add(date(2020, 9, 30), 20) == date(2020, 11, 4)
    assert not calendar.is_working(date(9999, 1, 1))
    assert not calendar.is_provisional(date(9999, 5, 5))


def test_a_notice_without_date_counts_as_known() -> None:
    undated = CalendarYear(
        year=2027, version=1, notice="x", notice_confirmed=False, published_on=None, off=(date(2027, 1, 1),), work=()
    )
    calendar = WorkingCalendar((*YEARS, undated)).as_of(date(2018, 1, 1))
    assert not calendar.is_working(date(2027, 1, 1))
    assert [year.year for year in calendar.years] == [2018, 2027]


def test_a_day_off_rolls_to_the_next_working_day() -> None:
    assert CALENDAR.next_working(date(2020, 10, 1)) == date(2020, 10, 9)
    assert CALENDAR.next_working(date(2020, 10, 10)) == date(2020, 10, 10)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 12, 31), 2, date(2021, 2, 28)),
        (date(2020, 11, 30), -9, date(2020, 2, 29)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
    ],
)
def test_months_keep_the_day_or_end_with_the_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(DAYS, st.integers(1, 300))
def test_add_is_what_walking_day_by_day_gives(start: date, n: int) -> None:
    day, left = start, n
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working(day)
    assert CALENDAR.add(start, n) == day


@given(DAYS, st.integers(0, 400))
def test_count_lists_and_sums_the_same_days(after: date, span: int) -> None:
    until = after + timedelta(days=span)
    listed = CALENDAR.working_days(after, until)
    assert len(listed) == CALENDAR.count(after, until)
    assert all(after < day <= until and CALENDAR.is_working(day) for day in listed)
    assert CALENDAR.count(until, after) == 0


@given(st.dates(date(1700, 1, 1), date(2400, 1, 1)), st.integers(1, 90_000))
def test_the_fast_way_and_the_closed_form_agree_over_centuries(start: date, n: int) -> None:
    due = CALENDAR.add(start, n)
    assert CALENDAR.is_working(due)
    assert CALENDAR.count(start, due) == n


@given(st.permutations(YEARS))
def test_the_order_of_notices_does_not_matter(years: list[CalendarYear]) -> None:
    assert WorkingCalendar(years).versions == CALENDAR.versions
    assert WorkingCalendar(years).years == CALENDAR.years
