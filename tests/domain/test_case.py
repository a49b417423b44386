"""The fold of a case and the procedure: what follows what, by whom, and what folds alike in any order."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import DeliveryMethod, Step, Verdict
from clerk_app.domain.acts.office import Role
from clerk_app.domain.acts.wire import type_of
from clerk_app.domain.case import fold_case
from clerk_app.domain.guards import GUARDS, SERVER_GUARDS
from clerk_app.domain.procedure import ROWS, State, kinds_allowed, rows_for
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


def test_case_walks_from_receipt_to_closed() -> None:
    work = granted_case()
    assert work.case.state is State.GRANTED
    work.do(acts.Sealed("grant_decision"), who="issuer")
    work.do(acts.Posted("EA473124829CN"), who="issuer")
    work.at(date(2026, 3, 5)).do(acts.Delivered(DeliveryMethod.POST, "甄堃"), who="issuer")
    assert work.case.state is State.DELIVERED
    work.do(acts.CaseClosed(), who="issuer")
    assert work.case.state is State.CLOSED
    assert fold_case(CaseId("c1"), work.records) == work.case


def test_notice_waits_for_a_verdict_on_every_material() -> None:
    work = Casework().do(received(CONFORMS, MISSING))
    still_open = acts.MaterialCheck("x", "平面图", Verdict.OPEN)
    assert work.faults(acts.SupplementNotified((CONFORMS, MISSING, still_open))) == ["material_not_judged"]
    assert work.faults(acts.SupplementNotified((CONFORMS,))) == ["no_defect_to_tell"]
    work.do(acts.SupplementNotified((CONFORMS, MISSING)))
    assert work.case.state is State.AWAITING_SUPPLEMENT


def test_second_one_time_notice_is_refused() -> None:
    work = Casework().do(received(CONFORMS, MISSING)).do(acts.SupplementNotified((CONFORMS, MISSING)))
    complete = (CONFORMS, acts.MaterialCheck("premises", "经营场所证明", Verdict.CONFORMS))
    work.do(acts.SupplementReceived(complete, complete=True))
    assert work.case.state is State.RECEIVED
    assert "second_notice" in work.faults(acts.SupplementNotified((CONFORMS, MISSING)))


def test_partial_supplement_keeps_waiting() -> None:
    work = Casework().do(received(CONFORMS, MISSING)).do(acts.SupplementNotified((CONFORMS, MISSING)))
    work.do(acts.SupplementReceived((CONFORMS, MISSING), complete=False))
    assert work.case.state is State.AWAITING_SUPPLEMENT
    assert work.case.supplemented_on is None
    assert work.faults(acts.SupplementReceived((CONFORMS, MISSING), complete=True)) == ["supplement_not_complete"]


def test_acceptance_refuses_a_material_that_does_not_conform() -> None:
    work = Casework().do(received(CONFORMS, MISSING))
    assert work.faults(acts.Accepted(item_version=1)) == ["material_not_conforming"]


@pytest.mark.parametrize(("first", "then"), [("handler", Step.CHECK), ("handler", Step.APPROVE)])
def test_nobody_signs_two_steps_of_one_case(first: str, then: Step) -> None:
    work = accepted_case().do(signed(Step.HANDLE), who=first)
    if then is Step.APPROVE:
        work.do(signed(Step.CHECK), who="checker")
    faults = work.faults(signed(then), who=first)
    assert "same_person" in faults


def test_role_of_the_step_is_asked() -> None:
    assert accepted_case().faults(signed(Step.HANDLE), who="clerk") == ["role_missing"]


def test_open_special_procedure_blocks_the_decision() -> None:
    work = accepted_case().at(date(2026, 3, 3))
    work.do(acts.ProcedureStarted("p1", "专家评审", "法45", date(2026, 3, 3), 5, "特1"), who="handler")
    work.do(signed(Step.HANDLE), who="handler").do(signed(Step.CHECK), who="checker")
    assert work.faults(signed(Step.APPROVE), who="approver") == ["procedure_still_open"]
    work.do(acts.ProcedureEnded("p1", date(2026, 3, 3)), who="handler")
    assert work.faults(signed(Step.APPROVE), who="approver") == []


def test_stop_on_the_day_of_acceptance_is_refused() -> None:
    act = acts.ProcedureStarted("p1", "专家评审", "法45", date(2026, 3, 2), 5)
    assert accepted_case().faults(act, who="handler") == ["stop_not_after_acceptance"]


def test_decision_after_the_promise_asks_for_its_reason() -> None:
    work = checked_case().do(signed(Step.APPROVE), who="approver")
    decided = acts.Decided(acts.DecisionResult.GRANTED)
    assert work.faults(decided, who="approver", promised_on=date(2026, 3, 1)) == ["late_reason_missing"]


def test_refusal_without_reasons_is_refused() -> None:
    work = checked_case().do(signed(Step.APPROVE), who="approver")
    assert work.faults(acts.Decided(acts.DecisionResult.REFUSED), who="approver") == ["refusal_reasons_missing"]


def test_letter_cannot_be_signed_for_before_it_was_posted() -> None:
    work = granted_case()
    assert work.faults(acts.Delivered(DeliveryMethod.POST, "甄堃"), who="issuer") == ["not_posted_yet"]


def test_wrong_waybill_is_refused() -> None:
    assert granted_case().faults(acts.Posted("EA473124820CN"), who="issuer") == ["waybill_invalid"]


def test_date_in_the_future_is_refused() -> None:
    work = granted_case()
    delivered = acts.Delivered(DeliveryMethod.PICKUP, "甄堃")
    assert work.faults(delivered, who="issuer", on=date(2026, 3, 9)) == ["date_in_future"]


def test_only_the_last_group_may_be_retracted_and_not_after_delivery() -> None:
    work = accepted_case()
    first = work.records[0].envelope.group
    assert "not_last_group" in work.faults(acts.ActRetracted(first, "录入错误"), who="handler")
    last = work.records[-1].envelope.group
    assert work.faults(acts.ActRetracted(last, "录入错误"), who="handler") == []
    done = granted_case()
    done.do(acts.Delivered(DeliveryMethod.PICKUP, "甄堃"), who="issuer")
    assert "delivered_not_retractable" in done.faults(
        acts.ActRetracted(done.records[-1].envelope.group, "x"), who="clerk"
    )


@given(st.randoms(use_true_random=False))
def test_commuting_acts_fold_to_the_same_case_in_any_order(rng: random.Random) -> None:
    work = granted_case()
    legal = list(work.records)
    for act in (
        acts.NoteAdded("一"),
        acts.NoteAdded("二"),
        acts.DocumentIssued("s1", "certificate", "粤1", "0" * 64, 1),
        acts.SheetConfirmed("s1", "certificate", "粤1"),
        acts.SheetReprinted("s1", "certificate", "粤1", 1, "污损"),
        acts.Sealed("certificate"),
        acts.Posted("EA473124829CN"),
        acts.Returned("EA473124829CN", "查无此人"),
        acts.Rated(1),
    ):
        work.do(act, who="issuer")
    asides = work.records[len(legal) :]
    rng.shuffle(asides)
    cut = rng.randint(1, len(legal))
    shuffled = fold_case(CaseId("c1"), [*legal[:cut], *asides, *legal[cut:]])
    assert shuffled == work.case


def test_every_row_names_known_kinds_roles_and_guards() -> None:
    for row in ROWS:
        assert row.kind in type_of
        assert set(row.guards) <= set(GUARDS)
    assert set(GUARDS) == {name for row in ROWS for name in row.guards}
    assert set(GUARDS) >= SERVER_GUARDS


def test_every_act_of_a_case_has_a_row() -> None:
    of_case = {kind for kind, act in type_of.items() if act.STREAM.value == "case"}
    assert of_case == {row.kind for row in ROWS}


def test_ledger_rows_are_closed_to_people() -> None:
    assert "decided" not in kinds_allowed(State.ACCEPTED, frozenset(Role))
    assert any(row.ledger for row in rows_for("decided", State.ACCEPTED))
