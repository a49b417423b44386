"""Which outcomes apply to the form as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.acts.case import Channel, DeliveryMethod, Verdict
from clerk_app.domain.catalogue import Kind
from clerk_app.services.intake import checklist
from clerk_app.services.seed import load_seed
from clerk_app.ui.screens.intake.outcomes import Outcome, offered
from clerk_app.ui.screens.intake.sheet import (
    ApplicantPart,
    DeliveryPart,
    IntakeSheet,
    MatterPart,
    application_of,
)

ON = date(2026, 11, 23)
EVERY_SIDE = (Outcome.RECEIVE, Outcome.REFUSE, Outcome.NO_LICENCE)


def item_of(code: str):
    found = [one for one in load_seed().items if one.code == code and one.is_effective(ON)]
    return max(found, key=lambda one: one.version)


def sheet_for(code: str, *verdicts: Verdict, kind: Kind = Kind.NEW) -> IntakeSheet:
    rule = item_of(code).rule(kind)
    checks = checklist(rule)[: len(verdicts)] if rule else ()
    return IntakeSheet(
        applicant=ApplicantPart(name="台山市三合气体有限公司"),
        matter=MatterPart(item=code, kind=kind),
        materials=tuple(replace(one, verdict=found) for one, found in zip(checks, verdicts, strict=True)),
    )


@pytest.mark.parametrize(
    ("verdicts", "first"),
    [
        ((Verdict.CONFORMS, Verdict.CONFORMS), (Outcome.ACCEPT,)),
        ((Verdict.CONFORMS, Verdict.MISSING), (Outcome.NOTIFY,)),
        ((Verdict.WRONG_FORM, Verdict.MISSING), (Outcome.NOTIFY,)),
        ((Verdict.CONFORMS, Verdict.OPEN), ()),
        ((Verdict.MISSING, Verdict.OPEN), ()),
        ((), ()),
    ],
)
def test_what_was_found_of_the_materials_decides_between_acceptance_and_notice(verdicts, first) -> None:
    assert offered(sheet_for("WHJY", *verdicts), item_of("WHJY"), may_receive=True) == (*first, *EVERY_SIDE)


def test_an_item_that_another_authority_decides_leads_to_refusal_alone() -> None:
    sheet = sheet_for("WHTJ", Verdict.CONFORMS)
    assert not item_of("WHTJ").accepted_here
    assert offered(sheet, item_of("WHTJ"), may_receive=True) == (Outcome.REFUSE,)


def test_a_kind_that_the_item_has_not_leads_nowhere() -> None:
    sheet = sheet_for("YHLS", kind=Kind.CHANGE)
    assert offered(sheet, item_of("YHLS"), may_receive=True) == ()


def test_nothing_is_offered_without_item_without_applicant_or_without_the_right() -> None:
    sheet = sheet_for("WHJY", Verdict.CONFORMS)
    assert offered(sheet, None, may_receive=True) == ()
    assert offered(IntakeSheet(), item_of("WHJY"), may_receive=True) == ()
    assert offered(sheet, item_of("WHJY"), may_receive=False) == ()


def test_a_draft_comes_back_as_it_was_parked() -> None:
    sheet = replace(
        sheet_for("WHJY", Verdict.MISSING),
        delivery=DeliveryPart(method=DeliveryMethod.POST, address="台山市"),
        left_out=("safety_report",),
        is_parked=True,
    )
    assert IntakeSheet.decode(sheet.encode()) == sheet


def test_the_application_leaves_out_what_does_not_belong_to_its_channel_and_kind() -> None:
    matter = MatterPart(
        channel=Channel.WINDOW, external_no="X1", received_on="2026-11-20", item="WHJY", licence_no="旧证"
    )
    at_window = application_of(IntakeSheet(matter=matter))
    assert (at_window.external_no, at_window.received_on, at_window.licence_no, at_window.agent) == ("", None, "", None)
    online = replace(matter, channel=Channel.ONLINE, kind=Kind.CHANGE)
    form = application_of(IntakeSheet(matter=online))
    assert (form.external_no, form.received_on, form.licence_no) == ("X1", date(2026, 11, 20), "旧证")
