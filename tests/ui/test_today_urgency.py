"""How a row reads today: days left in words, half-days, silence, stops, and the one next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.calendar import WorkingCalendar, calendar_years_from
from clerk_app.domain.clocks import ClockKind
from clerk_app.domain.overview import CaseOverview, Stage
from clerk_app.domain.procedure import State
from clerk_app.paths import database_definition
from clerk_app.ui.context import OpenCase, Tone
from clerk_app.ui.screens.today.urgency import NO_STATE, ActOn, next_step, states_of, urgency, wish_of

CALENDAR = WorkingCalendar(calendar_years_from(database_definition("seed", "calendar.json").read_bytes()))
FRIDAY = date(2026, 9, 18)
"""Before the make-up Sunday of the National Day of 2026."""
BLANK = dict.fromkeys(CaseOverview.__dataclass_fields__)
ROW = CaseOverview(
    **{
        **BLANK,
        "case_id": "c1",
        "state": State.ACCEPTED,
        "stage": Stage.NONE,
        "next_clock": ClockKind.DECISION_PROMISED.value,
        "open": True,
    }
)


def test_days_are_working_days_with_make_up_days_counted() -> None:
    assert not CALENDAR.is_working(date(2026, 9, 25))
    left = urgency(replace(ROW, next_due_on=date(2026, 9, 22)), CALENDAR, today=FRIDAY)
    assert (left.days, left.halves) == (CALENDAR.count(FRIDAY, date(2026, 9, 22)), 2 * (left.days or 0) + 2)
    assert left.words == f"剩 {left.days} 日"
    assert f"{left.halves} 个半日" in left.tip


def test_on_a_day_off_the_present_day_adds_no_half_days() -> None:
    left = urgency(replace(ROW, next_due_on=date(2026, 3, 10)), CALENDAR, today=date(2026, 3, 7))
    assert (left.days, left.halves) == (2, 4)


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        (date(2026, 3, 9), "今日到期", Tone.WARN),
        (date(2026, 3, 12), "剩 3 日", Tone.WARN),
        (date(2026, 3, 13), "剩 4 日", Tone.NEUTRAL),
        (date(2026, 3, 6), "逾期 1 日", Tone.ERROR),
    ],
)
def test_urgency_is_said_in_words_and_tone(due: date, words: str, tone: Tone) -> None:
    left = urgency(replace(ROW, next_due_on=due), CALENDAR, today=date(2026, 3, 9))
    assert (left.words, left.tone) == (words, tone)


def test_overdue_over_a_weekend_counts_no_working_day_and_is_still_overdue() -> None:
    left = urgency(replace(ROW, next_due_on=date(2026, 3, 6)), CALENDAR, today=date(2026, 3, 7))
    assert (left.words, left.tone) == ("已逾期", Tone.ERROR)


def test_silence_after_receipt_is_named_as_acceptance() -> None:
    silent = replace(
        ROW, state=State.RECEIVED, next_clock=ClockKind.SUPPLEMENT_NOTICE.value, next_due_on=date(2026, 3, 6)
    )
    assert "视为受理" in urgency(silent, CALENDAR, today=date(2026, 3, 9)).tip
    told = replace(silent, notified_on=date(2026, 3, 4))
    assert "视为受理" not in urgency(told, CALENDAR, today=date(2026, 3, 9)).tip


def test_a_stopped_clock_has_no_days_left() -> None:
    left = urgency(replace(ROW, stopped_since=date(2026, 3, 4)), CALENDAR, today=date(2026, 3, 9))
    assert (left.days, left.words, left.tone) == (None, "停止计时", Tone.STOPPED)


def test_the_applicants_own_time_is_counted_in_days_of_the_calendar() -> None:
    waits = replace(
        ROW,
        state=State.AWAITING_SUPPLEMENT,
        next_clock=ClockKind.SUPPLEMENT_PERIOD.value,
        next_due_on=date(2026, 3, 23),
    )
    left = urgency(waits, CALENDAR, today=date(2026, 3, 9))
    assert (left.days, left.halves, left.words) == (14, 0, "剩 14 天")


def test_a_date_in_a_year_without_notice_is_provisional() -> None:
    assert CALENDAR.is_provisional(date(2027, 1, 6))
    left = urgency(replace(ROW, next_due_on=date(2027, 1, 6)), CALENDAR, today=date(2026, 12, 28))
    assert left.words.endswith("暂定")


@pytest.mark.parametrize(
    ("changes", "action"),
    [
        ({"state": State.ACCEPTED}, "handle"),
        ({"state": State.ACCEPTED, "stopped_since": FRIDAY}, "end_procedure"),
        ({"state": State.HANDLED, "stopped_since": FRIDAY}, "check"),
        ({"state": State.CHECKED}, "approve"),
        ({"state": State.CHECKED, "stopped_since": FRIDAY}, "end_procedure"),
        ({"state": State.GRANTED, "stage": Stage.TO_MAKE}, "make_certificate"),
        ({"state": State.GRANTED, "stage": Stage.TO_SEAL}, "seal"),
        ({"state": State.GRANTED, "stage": Stage.TO_POST}, "post"),
        ({"state": State.REFUSED, "stage": Stage.RETURNED}, "post"),
        ({"state": State.GRANTED, "stage": Stage.IN_TRANSIT}, "deliver"),
        ({"state": State.GRANTED, "stage": Stage.TO_PICK_UP}, "deliver"),
    ],
)
def test_each_state_and_stage_has_one_next_step(changes: dict[str, object], action: str) -> None:
    step = next_step(replace(ROW, **changes))  # type: ignore[arg-type]
    assert step is not None
    assert step.action == action


def test_before_acceptance_the_next_step_is_on_the_page_of_the_notice() -> None:
    for state in (State.RECEIVED, State.AWAITING_SUPPLEMENT):
        step = next_step(replace(ROW, state=state))
        assert step is not None
        assert step.page == "notification"


def test_nothing_is_left_to_do_in_a_closed_case() -> None:
    assert next_step(replace(ROW, state=State.CLOSED)) is None


def test_mine_are_the_states_of_my_roles_and_none_without_a_role() -> None:
    assert states_of({"check", "approve"}) == ("handled", "checked")
    assert states_of({"admin"}) == (NO_STATE,)


def test_a_page_understands_what_it_is_asked_to_bring_up() -> None:
    assert wish_of("c1") == ActOn("c1")
    assert wish_of(OpenCase("c1")) == ActOn("c1")
    assert wish_of(ActOn("c1", "post")) == ActOn("c1", "post")
    assert wish_of(3) is None
