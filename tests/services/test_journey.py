"""The main job through the services, on the real database and the real papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from clerk_app.domain.acts.case import (
    Applicant,
    ApplicantType,
    DecisionResult,
    DeliveryChoice,
    DeliveryMethod,
    IdType,
    MaterialCheck,
    Opinion,
    OwnFieldValue,
    Step,
    Verdict,
)
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.overview import Stage
from clerk_app.domain.papers import PaperDocument
from clerk_app.domain.procedure import State
from clerk_app.services import delivery, intake, review, sheets
from clerk_app.services.casefile import as_json, case_file
from clerk_app.services.intake import Application
from tests.training_office import TrainingOffice, found_training_office

COMPANY = Applicant(
    ApplicantType.ENTITY,
    "台山市台城试验化工有限公司",
    IdType.CREDIT_CODE,
    "91440781MA4TEXT011",
    "甄堃",
    "广东省江门市台山市台城镇环城路1号",
    "刘𬭎",
    "13812345678",
)
FIELDS = (
    OwnFieldValue("business_mode", "批发"),
    OwnFieldValue("storage_mode", "不带储存设施"),
    OwnFieldValue("scope", "乙醇、丙酮"),
    OwnFieldValue("registered_address", "广东省江门市台山市台城镇环城路1号"),
    OwnFieldValue("business_place", "广东省江门市台山市台城镇环城路1号"),
    OwnFieldValue("person_in_charge", "甄堃"),
)
BY_POST = DeliveryChoice(
    DeliveryMethod.POST, "刘𬭎", "13812345678", "529200", "广东省江门市台山市台城镇环城路1号", confirmed=True
)


@pytest.fixture
def office(tmp_path: Path) -> TrainingOffice:
    return found_training_office(tmp_path / "w01")


def application(office: TrainingOffice, **changes: object) -> Application:
    found = office.store.reading().office().catalogue.at("WHJY", office.clock.today())
    assert found is not None
    own = tuple(
        next((one for one in FIELDS if one.code == field.code and (not field.choices or one.value in field.choices)),
             OwnFieldValue(field.code, field.choices[0] if field.choices else "无"))
        for field in found.fields
    )  # fmt: skip
    form = Application("WHJY", Kind.NEW, COMPANY, delivery=BY_POST, fields=own)
    return replace(form, **changes)  # type: ignore[arg-type]


def judged(case: Case, *, missing: int = 0) -> tuple[MaterialCheck, ...]:
    return tuple(
        replace(
            one,
            verdict=Verdict.MISSING if place < missing else Verdict.CONFORMS,
            pages=2,
            defect="未提交" if place < missing else "",
        )
        for place, one in enumerate(case.materials)
    )


def test_one_case_from_the_counter_to_the_signed_for_letter(office: TrainingOffice) -> None:
    clerk, handler, checker = office.desk("clerk"), office.desk("handler"), office.desk("checker")
    approver, issuer = office.desk("approver"), office.desk("issuer")
    received = clerk.do(partial(intake.receive, application=application(office)))
    case_id = received.case.case_id
    assert received.papers[0].document == "receipt"
    assert len(received.case.case_no) == 21

    office.go_to(date(2026, 3, 3))
    notified = clerk.do(lambda desk: intake.notify_once(desk, case_id, judged(received.case, missing=2)))
    assert notified.case.state is State.AWAITING_SUPPLEMENT
    assert notified.papers[0].number == "台应急许补〔2026〕1号"

    office.go_to(date(2026, 3, 6))
    supplemented = clerk.do(lambda desk: intake.receive_supplement(desk, case_id, judged(notified.case)))
    assert supplemented.case.supplemented_on == date(2026, 3, 6)
    accepted = clerk.do(lambda desk: intake.accept(desk, case_id))
    assert (accepted.case.state, accepted.case.accepted_on) == (State.ACCEPTED, date(2026, 3, 6))

    office.go_to(date(2026, 3, 9))
    started = handler.do(
        lambda desk: review.start_procedure(
            desk, case_id, procedure="专家评审", basis="《中华人民共和国行政许可法》第四十五条",
            first_day=date(2026, 3, 9), planned_days=5,
        )
    )  # fmt: skip
    procedure_id = started.case.open_procedures[0].procedure_id
    office.go_to(date(2026, 3, 13))
    handler.do(lambda desk: review.end_procedure(desk, case_id, procedure_id=procedure_id, result="通过"))
    office.go_to(date(2026, 3, 16))
    handler.do(lambda desk: review.sign_step(desk, case_id, step=Step.HANDLE, opinion=Opinion.AGREE, text="同意"))
    checker.do(lambda desk: review.sign_step(desk, case_id, step=Step.CHECK, opinion=Opinion.AGREE, text="同意"))
    decided = approver.do(
        lambda desk: review.decide(desk, case_id, review.DecisionWish(DecisionResult.GRANTED, "同意发证"))
    )
    assert decided.case.state is State.GRANTED
    assert decided.case.certificate_no == "粤江危化经字〔2026〕000001"
    made = issuer.do(lambda desk: delivery.make_certificate(desk, case_id))
    issuer.do(lambda desk: sheets.confirm(desk, case_id, made.papers[0].sheet_id))
    issuer.do(lambda desk: delivery.seal(desk, case_id, document="certificate"))
    issuer.do(lambda desk: delivery.issue_document(desk, case_id, PaperDocument.DELIVERY_RECEIPT))
    posted = issuer.do(lambda desk: delivery.post(desk, case_id, waybill="1745849105589"))
    label = issuer.do(lambda desk: delivery.issue_document(desk, case_id, PaperDocument.MAILING_LABEL))
    assert label.papers[0].pdf.startswith(b"%PDF")
    assert office.store.reading().overviews(CaseFilter(stages=("in_transit",)))[0].case_id == case_id
    assert posted.case.letters[0].waybill == "1745849105589"
    assert issuer.do(lambda desk: delivery.handover(desk, [case_id])).startswith(b"%PDF")

    office.go_to(date(2026, 3, 19))
    delivered = issuer.do(
        lambda desk: delivery.deliver(desk, case_id, method=DeliveryMethod.POST, signer="刘𬭎", relation="本人")
    )
    assert delivered.case.state is State.DELIVERED
    file = case_file(office.store.reading(), case_id, member=None, today=office.clock.today())
    assert file.row.stage is Stage.DELIVERED
    assert (file.row.on_time_statutory, file.row.on_time_promised) == (True, True)
    assert {one["document"] for one in as_json(file)["documents"]} >= {  # type: ignore[union-attr,attr-defined]
        "receipt", "supplement_notice", "acceptance_notice", "special_procedure_notice", "grant_decision", "certificate",
        "delivery_receipt", "mailing_label",
    }  # fmt: skip
    assert office.store.audit() == ()


def test_preview_takes_no_number_and_leaves_no_trace(office: TrainingOffice) -> None:
    clerk = office.desk("clerk")
    before = office.store.reading().numbers()
    pdf = clerk.preview(partial(intake.receive, application=application(office)))
    assert pdf.startswith(b"%PDF")
    assert office.store.reading().count(CaseFilter()) == 0
    assert office.store.reading().numbers() == before
    first = clerk.do(partial(intake.receive, application=application(office)))
    assert first.case.case_no[12:19] == "0100001"


def test_what_is_refused_leaves_no_number(office: TrainingOffice) -> None:
    clerk = office.desk("clerk")
    received = clerk.do(partial(intake.receive, application=application(office)))
    with pytest.raises(RuleViolation, match="material_not_conforming"):
        clerk.do(lambda desk: intake.accept(desk, received.case.case_id))
    clerk.do(lambda desk: intake.check_materials(desk, received.case.case_id, judged(received.case)))
    accepted = clerk.do(lambda desk: intake.accept(desk, received.case.case_id))
    assert accepted.papers[0].number == "台应急许受〔2026〕1号"


def test_name_without_a_glyph_stops_the_act(office: TrainingOffice) -> None:
    clerk = office.desk("clerk")
    strange = replace(COMPANY, name="台山市\U0003134a化工有限公司")
    with pytest.raises(RuleViolation, match="glyph_missing"):
        clerk.do(partial(intake.receive, application=application(office, applicant=strange)))
    assert office.store.reading().count(CaseFilter()) == 0


def test_somebody_elses_step_in_between_is_told(office: TrainingOffice) -> None:
    clerk = office.desk("clerk")
    received = clerk.do(partial(intake.receive, application=application(office)))
    case_id, seen = received.case.case_id, received.case.last_legal
    clerk.do(lambda desk: intake.check_materials(desk, case_id, judged(received.case)))
    clerk.do(lambda desk: intake.accept(desk, case_id), seen=seen)
    with pytest.raises(RuleViolation, match="case_moved_on"):
        clerk.do(lambda desk: intake.withdraw(desk, case_id, reason="不办了"), seen=seen)


def test_all_faults_of_a_form_come_at_once_by_field(office: TrainingOffice) -> None:
    wrong = replace(COMPANY, name="", id_number="91440781MA4TEXT012", phone="12", legal_representative="")
    with pytest.raises(RuleViolation) as refused:
        office.desk("clerk").do(partial(intake.receive, application=application(office, applicant=wrong, fields=())))
    fields = {fault.field for fault in refused.value.faults}
    assert fields >= {"applicant_name", "credit_code", "phone", "legal_representative", "field.scope"}


def test_natural_person_for_retail_fireworks_and_the_ministrys_number(office: TrainingOffice) -> None:
    person = Applicant(
        ApplicantType.PERSON,
        "张三",
        IdType.RESIDENT_ID,
        "440781199001010016",
        "",
        "台山市台城镇",
        "张三",
        "13812345678",
    )
    item = office.store.reading().office().catalogue.at("YHLS", office.clock.today())
    assert item is not None
    own = tuple(
        OwnFieldValue(
            field.code, field.choices[0] if field.choices else "10" if field.type.value == "number" else "台城"
        )
        for field in item.fields
    )
    form = Application("YHLS", Kind.NEW, person, fields=own, delivery=DeliveryChoice(DeliveryMethod.PICKUP))
    received = office.desk("clerk").do(partial(intake.receive, application=form))
    case_id = received.case.case_id
    office.desk("clerk").do(lambda desk: intake.check_materials(desk, case_id, judged(received.case)))
    office.desk("clerk").do(lambda desk: intake.accept(desk, case_id))
    for user, step in (("handler", Step.HANDLE), ("checker", Step.CHECK)):
        office.desk(user).do(
            lambda desk, step=step: review.sign_step(desk, case_id, step=step, opinion=Opinion.AGREE, text="同意")
        )
    decided = office.desk("approver").do(
        lambda desk: review.decide(desk, case_id, review.DecisionWish(DecisionResult.GRANTED, "同意"))
    )
    assert decided.case.certificate_no == ""
    issuer = office.desk("issuer")
    with pytest.raises(RuleViolation, match="number_form"):
        issuer.do(lambda desk: delivery.record_external_certificate(desk, case_id, number="粤LS2026-1"))
    done = issuer.do(lambda desk: delivery.record_external_certificate(desk, case_id, number="(粤)LS〔2026〕00017"))
    assert done.case.certificate_no == "(粤)LS〔2026〕00017"
    licence = office.store.reading().licence("(粤)LS〔2026〕00017")
    assert licence is not None
    assert licence.holder == "张三"
    assert office.store.audit() == ()
