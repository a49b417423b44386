"""The list row of a case: dates only, from acts, item version and calendar; silence is computed, never recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.acts import case as acts
from clerk_app.domain.calendar import WorkingCalendar, calendar_years_from
from clerk_app.domain.catalogue import Catalogue, Kind, items_from
from clerk_app.domain.clocks import ClockKind
from clerk_app.domain.overview import Stage, case_clocks, deemed_accepted_on, item_of, overview
from tests.domain.casework import (
    CONFORMS,
    MISSING,
    Casework,
    accepted_case,
    checked_case,
    granted_case,
    received,
    signed,
)

SEED = Path(__file__).parents[2] / "db" / "seed"
CATALOGUE = Catalogue(items_from((SEED / "catalogue.json").read_bytes()))
CALENDAR = WorkingCalendar(calendar_years_from((SEED / "calendar.json").read_bytes()))


def test_accepted_case_shows_statutory_and_promised_date() -> None:
    row = overview(accepted_case().case, CATALOGUE, CALENDAR)
    assert row.due_on == CALENDAR.add(date(2026, 3, 2), 30)
    assert row.promised_on == CALENDAR.add(date(2026, 3, 2), 3)
    assert (row.next_clock, row.next_due_on) == (ClockKind.DECISION_PROMISED.value, row.promised_on)


def test_item_version_of_the_day_of_receipt_binds() -> None:
    work = Casework(on=date(2026, 5, 6)).do(received())
    item = item_of(work.case, CATALOGUE)
    assert item is not None
    assert item.version == 2


def test_open_stop_freezes_the_promise_and_a_stop_without_notice_does_not_count() -> None:
    work = accepted_case().at(date(2026, 3, 3))
    work.do(acts.ProcedureStarted("p1", "专家评审", "法45", date(2026, 3, 3), 5, ""), who="handler")
    without = overview(work.case, CATALOGUE, CALENDAR)
    assert without.due_on == CALENDAR.add(date(2026, 3, 2), 30)
    told = accepted_case().at(date(2026, 3, 3))
    told.do(acts.ProcedureStarted("p1", "专家评审", "法45", date(2026, 3, 3), 5, "特1"), who="handler")
    row = overview(told.case, CATALOGUE, CALENDAR)
    assert row.stopped_since == date(2026, 3, 3)
    assert row.next_due_on is None
    told.at(date(2026, 3, 6)).do(acts.ProcedureEnded("p1", date(2026, 3, 6)), who="handler")
    ended = overview(told.case, CATALOGUE, CALENDAR)
    assert ended.due_on == CALENDAR.add(date(2026, 3, 2), 34)


def test_silence_of_five_working_days_accepts_from_the_day_of_receipt() -> None:
    work = Casework(on=date(2020, 9, 30)).do(received(CONFORMS, MISSING))
    item = item_of(work.case, CATALOGUE)
    assert item is not None
    assert deemed_accepted_on(work.case, item, CALENDAR, today=date(2020, 10, 14)) is None
    assert deemed_accepted_on(work.case, item, CALENDAR, today=date(2020, 10, 15)) == date(2020, 9, 30)
    clocks = case_clocks(work.case, CATALOGUE, CALENDAR, today=date(2020, 10, 15))
    statutory = next(one for one in clocks if one.kind is ClockKind.DECISION_STATUTORY)
    assert statutory.start == date(2020, 9, 30)


def test_stages_follow_the_result_to_the_holder() -> None:
    work = granted_case()
    stages = [overview(work.case, CATALOGUE, CALENDAR).stage]
    for act in (
        acts.DocumentIssued("s1", "certificate", "粤1", "0" * 64, 1),
        acts.Sealed("certificate"),
        acts.Posted("EA473124829CN"),
        acts.Returned("EA473124829CN", "查无此人"),
        acts.Posted("EA123456785CN"),
    ):
        work.do(act, who="issuer")
        stages.append(overview(work.case, CATALOGUE, CALENDAR).stage)
    work.at(date(2026, 3, 5)).do(acts.Delivered(acts.DeliveryMethod.POST, "甄堃"), who="issuer")
    stages.append(overview(work.case, CATALOGUE, CALENDAR).stage)
    assert stages == [
        Stage.TO_MAKE, Stage.TO_SEAL, Stage.TO_POST, Stage.IN_TRANSIT, Stage.RETURNED, Stage.IN_TRANSIT, Stage.DELIVERED,
    ]  # fmt: skip


def test_review_opinion_needs_no_certificate() -> None:
    work = Casework().do(received(item="JSYL"))
    work.do(acts.Accepted(item_version=1))
    for step, who in ((acts.Step.HANDLE, "handler"), (acts.Step.CHECK, "checker"), (acts.Step.APPROVE, "approver")):
        work.do(signed(step), who=who)
    work.do(acts.Decided(acts.DecisionResult.GRANTED), who="approver")
    assert overview(work.case, CATALOGUE, CALENDAR).stage is Stage.TO_MAKE
    work.do(acts.DocumentIssued("s1", "grant_decision", "准1", "0" * 64, 1), who="approver")
    assert overview(work.case, CATALOGUE, CALENDAR).stage is Stage.TO_SEAL


def test_late_closing_is_late() -> None:
    work = checked_case().at(date(2026, 6, 30))
    work.do(signed(acts.Step.APPROVE), who="approver")
    work.do(acts.Decided(acts.DecisionResult.GRANTED, late_reason="台风停工"), who="approver")
    row = overview(work.case, CATALOGUE, CALENDAR)
    assert (row.on_time_statutory, row.on_time_promised) == (False, False)


@pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.RENEW])
def test_retail_fireworks_have_no_change_and_no_renewal(kind: Kind) -> None:
    item = CATALOGUE.at("YHLS", date(2026, 3, 2))
    assert item is not None
    assert item.rule(kind) is None
    assert item.fallback(kind) is Kind.REAPPLY
