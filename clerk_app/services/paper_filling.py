"""Fills the content of every paper from the case, the office and the dated texts; it knows no layout.

Which facts a document needs stands in `domain.papers.required_facts`; a test asks whether all are filled here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clerk_app.domain.acts.case import DeliveryMethod, Verdict
from clerk_app.domain.case import Case, SpecialProcedure
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.clocks import Limit
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.office import Office
from clerk_app.domain.overview import decision_dates, item_of, rule_of
from clerk_app.domain.papers import TITLES, FactValue, OfficeBlock, PaperData, PaperDocument, required_facts
from clerk_app.ports import OFFICE_ZONE
from clerk_app.services.recording import Desk
from clerk_app.wording import source_word

Facts = dict[str, FactValue]


@dataclass(frozen=True, slots=True)
class _Job:
    """What a paper is filled from; `procedure_id` names the special procedure where the paper is about one."""

    desk: Desk
    office: Office
    case: Case
    procedure_id: str


def filler(desk: Desk, document: PaperDocument, *, procedure_id: str = "") -> Callable[[Case, str], PaperData]:
    """Return the function that fills `document` from a case and its number."""

    def fill(case: Case, number: str) -> PaperData:
        return paper(desk, case, document, number=number or None, procedure_id=procedure_id)

    return fill


def paper(desk: Desk, case: Case, document: PaperDocument, *, number: str | None, procedure_id: str = "") -> PaperData:
    """Return the content of `document` for `case`; `number` None is a preview (编号待定)."""
    office = desk.uow.reader.office()
    facts = _FILLERS[document](_Job(desk, office, case, procedure_id))
    on = desk.today
    return PaperData(
        document=document,
        case_no=case.case_no,
        office=office_block(office),
        facts={**_law(office, document, facts, on), **facts},
        number=number,
        issued_on=on,
        training=desk.uow.identity.training,
    )


def office_block(office: Office) -> OfficeBlock:
    """Return the bureau as it prints itself."""
    profile = office.profile
    if profile is None:
        raise RuleViolation("office_missing")
    return OfficeBlock(
        name=profile.name,
        window=profile.address,
        address=profile.address,
        phone=profile.phone,
        postcode=profile.postcode,
        supervision_phone=profile.complaint_phone,
        government=profile.reconsideration_body,
        court=profile.court,
    )


def _law(office: Office, document: PaperDocument, facts: Mapping[str, FactValue], on: date) -> Facts:
    """Return the dated legal texts that the document prints and the facts do not give themselves."""
    profile = office.profile
    found: Facts = {}
    for spec in required_facts(document):
        if not spec.text or spec.key in facts:
            continue
        text = office.text(spec.text, on)
        if text is None:
            raise RuleViolation("text_missing", text=spec.text, on=on)
        body = text.body
        if profile is not None:
            for token, value in (
                ("{authority}", profile.name),
                ("{court}", profile.court),
                ("{reconsideration_body}", profile.reconsideration_body),
            ):
                body = body.replace(token, value)
        found[spec.key] = body
    return found


def limit_words(limit: Limit) -> str:
    """Return a limit in words, e.g. 20个工作日 or 当日."""
    return source_word(f"limit.{limit.unit.value}", n=limit.amount)


def _item(office: Office, case: Case) -> ItemVersion:
    item = item_of(case, office.catalogue)
    if item is None:
        raise RuleViolation("item_unknown", item=case.item)
    return item


def _common(office: Office, case: Case) -> Facts:
    applicant = case.applicant
    if applicant is None:
        raise RuleViolation("case_unknown", case=case.case_id)
    return {
        "applicant": applicant.name,
        "applicant_number_kind": source_word(f"id_type.{applicant.id_type.value}"),
        "applicant_number": applicant.id_number,
        "item": _item(office, case).name,
        "kind": source_word(f"kind.{case.item_kind.value}"),
    }


def _contact(desk: Desk, office: Office) -> Facts:
    profile = office.profile
    return {"officer": desk.actor.name, "officer_phone": desk.actor.phone or (profile.phone if profile else "")}


def query_code(case: Case) -> str:
    """Return the code by which the applicant asks for progress: the case number's last seven digits."""
    return case.case_no[-7:]


def _receipt(job: _Job) -> Facts:
    desk, office, case = job.desk, job.office, job.case
    applicant, agent, profile = case.applicant, case.agent, office.profile
    handed = [one for one in case.materials if one.verdict is not Verdict.MISSING]
    local = desk.uow.clock.now().astimezone(OFFICE_ZONE)
    facts = {
        **_common(office, case),
        "channel": source_word(f"channel.{case.channel.value}"),
        "received_on": case.received_on or desk.today,
        "received_time": f"{local.hour}时{local.minute:02d}分" if case.received_on == desk.today else "",
        "materials": tuple(
            (one.name, source_word(f"form.{one.form}") if one.form else "", str(one.copies), str(one.pages or ""))
            for one in handed
        ),
        "receiver": desk.actor.name,
        "first_contact": desk.actor.name,
        "first_contact_phone": desk.actor.phone or (profile.phone if profile else ""),
        "query_code": query_code(case),
    }
    if applicant is not None:
        facts |= {"legal_representative": applicant.legal_representative, "applicant_phone": applicant.phone}
    if agent is not None:
        facts |= {"agent": agent.name, "agent_number": agent.id_number}
    return _filled(facts)


def _filled(facts: Mapping[str, FactValue]) -> Facts:
    return {key: value for key, value in facts.items() if value not in ("", ())}


def _supplement(job: _Job) -> Facts:
    desk, office, case = job.desk, job.office, job.case
    defects = [one for one in case.materials if one.verdict in (Verdict.MISSING, Verdict.WRONG_FORM)]
    item = _item(office, case)
    period = limit_words(item.stages.supplement_period)
    due = case.supplement_due_on
    return {
        **_common(office, case),
        **_contact(desk, office),
        "received_on": case.received_on or desk.today,
        "defects": tuple(
            (one.name, one.defect or source_word(f"verdict.{one.verdict.value}"), one.requirement, one.clause)
            for one in defects
        ),
        "period": source_word("supplement_period", period=period, due=chinese_date(due)) if due else period,
        "query_code": query_code(case),
    }


def chinese_date(day: date) -> str:
    """Write a date as papers do, without leading zeros (GB/T 9704-2012)."""
    return f"{day.year}年{day.month}月{day.day}日"


def _acceptance(job: _Job) -> Facts:
    desk, office, case = job.desk, job.office, job.case
    item, rule = _item(office, case), rule_of(case, office.catalogue)
    if rule is None or case.accepted_on is None:
        raise RuleViolation("not_accepted_yet", case_no=case.case_no)
    due, promised = case.told_due_on, case.told_promised_on
    if due is None or promised is None:
        due, promised = decision_dates(case, item, rule, office.calendar)
    if due is None or promised is None:
        raise RuleViolation("not_accepted_yet", case_no=case.case_no)
    facts: Facts = {
        **_common(office, case),
        **_contact(desk, office),
        "received_on": case.received_on or case.accepted_on,
        "accepted_on": case.accepted_on,
        "statutory_term": limit_words(rule.statutory),
        "statutory_due": due,
        "promised_term": limit_words(rule.promised),
        "promised_due": promised,
        "query_code": query_code(case),
        "special_procedures": source_word("special_procedures_possible"),
    }
    if case.supplemented_on is not None:
        facts["supplemented_on"] = case.supplemented_on
    if office.calendar.is_provisional_between(case.accepted_on, due):
        facts["provisional"] = source_word("provisional_note", year=due.year)
    return facts


def _special(job: _Job) -> Facts:
    desk, office, case = job.desk, job.office, job.case
    one = _procedure_of(case, job.procedure_id)
    if case.accepted_on is None:
        raise RuleViolation("not_accepted_yet", case_no=case.case_no)
    facts: Facts = {
        **_common(office, case),
        **_contact(desk, office),
        "accepted_on": case.accepted_on,
        "procedure_kind": one.procedure,
        "days": source_word("limit.working_day", n=one.planned_days),
        "starts_on": one.first_day,
        "planned_end": office.calendar.add(one.first_day, max(one.planned_days - 1, 0)),
        "basis": one.basis,
    }
    return facts


def _procedure_of(case: Case, procedure_id: str) -> SpecialProcedure:
    for one in case.procedures:
        if one.procedure_id == procedure_id or (not procedure_id and one is case.procedures[-1]):
            return one
    raise RuleViolation("procedure_not_open", field="procedure_id")


def _decision_common(office: Office, case: Case, on: date) -> Facts:
    item, applicant = _item(office, case), case.applicant
    return _filled(
        {
            **_common(office, case),
            "applicant_address": applicant.address if applicant else "",
            "legal_representative": applicant.legal_representative if applicant else "",
            "accepted_on": case.accepted_on or on,
            "item_basis": "、".join(item.basis),
        }
    )


def _grant(job: _Job) -> Facts:
    office, case = job.office, job.case
    decision, item = case.decision, _item(office, case)
    if decision is None:
        raise RuleViolation("not_decided", case_no=case.case_no)
    posts = case.delivery is not None and case.delivery.method is DeliveryMethod.POST
    facts = {
        **_decision_common(office, case, job.desk.today),
        "findings": source_word("findings_grant"),
        "scope": decision.content or item.name,
        "certificate_title": item.result_name,
        "certificate_number": decision.certificate_no,
        "delivery": source_word("delivery_by_post" if posts else "delivery_by_pickup"),
    }
    if decision.valid_from is not None and decision.valid_to is not None:
        facts |= {"valid_from": decision.valid_from, "valid_to": decision.valid_to}
    return _filled(facts)


def _refusal(job: _Job) -> Facts:
    office, case = job.office, job.case
    decision = case.decision
    if decision is None:
        raise RuleViolation("not_decided", case_no=case.case_no)
    return {
        **_decision_common(office, case, job.desk.today),
        "findings": decision.content or source_word("findings_refusal"),
        "reason": decision.reasons,
    }


def _not_accepted(job: _Job) -> Facts:
    desk, office, case = job.desk, job.office, job.case
    return _filled(
        {
            **_common(office, case),
            **_contact(desk, office),
            "received_on": case.received_on or desk.today,
            "reason": case.end_reason,
            "competent_authority": case.end_authority,
        }
    )


def _no_licence(job: _Job) -> Facts:
    facts = _not_accepted(job)
    facts.pop("competent_authority", None)
    return facts


def _certificate(job: _Job) -> Facts:
    office, case = job.office, job.case
    decision, item, applicant = case.decision, _item(office, case), case.applicant
    if decision is None or applicant is None or decision.valid_from is None or decision.valid_to is None:
        raise RuleViolation("not_decided", case_no=case.case_no)
    own = {one.code: one.value for one in case.fields}
    return _filled(
        {
            "certificate_title": item.result_name,
            "holder": applicant.name,
            "registered_address": own.get("registered_address") or applicant.address,
            "business_place": own.get("business_place", ""),
            "storage_place": own.get("storage_place", ""),
            "legal_representative": applicant.legal_representative or own.get("person_in_charge", "") or applicant.name,
            "business_mode": own.get("business_mode") or own.get("outlet_type") or source_word("none"),
            "scope": own.get("scope") or own.get("categories") or decision.content,
            "valid_from": decision.valid_from,
            "valid_to": decision.valid_to,
        }
    )


def _delivery_receipt(job: _Job) -> Facts:
    desk, office, case = job.desk, job.office, job.case
    applicant, choice = case.applicant, case.delivery
    letters = case.letters
    posts = choice is not None and choice.method is DeliveryMethod.POST
    profile = office.profile
    rows = tuple(
        (TITLES[PaperDocument(sheet.document)], sheet.number, "1")
        for sheet in case.sheets
        if not sheet.spoiled and sheet.document in ("grant_decision", "refusal_decision", "certificate")
    )
    place = choice.address if posts and choice is not None else (profile.address if profile else "")
    facts: Facts = {
        "item": _item(office, case).name,
        "recipient": applicant.name if applicant else "",
        "place": place,
        "method": source_word("delivery_by_post" if posts else "delivery_by_pickup"),
        "documents": rows,
        "server": desk.actor.name,
    }
    if letters:
        facts |= {"waybill": letters[-1].waybill, "sent_on": letters[-1].posted_on}
    return _filled(facts)


def _label(job: _Job) -> Facts:
    case = job.case
    choice, applicant = case.delivery, case.applicant
    if choice is None or choice.method is not DeliveryMethod.POST:
        raise RuleViolation("post_not_chosen", case_no=case.case_no)
    letters = case.letters
    return _filled(
        {
            "recipient": choice.recipient,
            "recipient_phone": choice.phone,
            "recipient_address": choice.address,
            "recipient_postcode": choice.postcode,
            "organisation": applicant.name if applicant and applicant.name != choice.recipient else "",
            "carrier": source_word("carrier"),
            "waybill": letters[-1].waybill if letters else "",
            "contents": source_word("label_contents"),
            "pieces": "1",
            "payment": source_word("label_payment"),
            "posted_on": letters[-1].posted_on if letters else "",
            "remark": case.case_no,
        }
    )


def handover_sheet(desk: Desk, cases: Sequence[Case]) -> PaperData:
    """Return the hand-over list of the newest letter of each case to the carrier.

    Raises:
        RuleViolation: nothing was posted (`nothing_to_hand_over`).
    """
    office = desk.uow.reader.office()
    rows = tuple(
        (letter.waybill, letter.recipient, letter.address, source_word("label_contents"), "1", case.case_no)
        for case in cases
        for letter in case.letters[-1:]
    )
    if not rows:
        raise RuleViolation("nothing_to_hand_over")
    facts: Facts = {
        "carrier": source_word("carrier"),
        "handed_on": desk.today,
        "letters": rows,
        "officer": desk.actor.name,
    }
    return PaperData(
        document=PaperDocument.HANDOVER_SHEET,
        case_no="",
        office=office_block(office),
        facts={**_law(office, PaperDocument.HANDOVER_SHEET, facts, desk.today), **facts},
        issued_on=desk.today,
        training=desk.uow.identity.training,
    )


_Filler = Callable[[_Job], Facts]
_FILLERS: Mapping[PaperDocument, _Filler] = {
    PaperDocument.RECEIPT: _receipt,
    PaperDocument.SUPPLEMENT_NOTICE: _supplement,
    PaperDocument.ACCEPTANCE_NOTICE: _acceptance,
    PaperDocument.SPECIAL_PROCEDURE_NOTICE: _special,
    PaperDocument.GRANT_DECISION: _grant,
    PaperDocument.REFUSAL_DECISION: _refusal,
    PaperDocument.NON_ACCEPTANCE_DECISION: _not_accepted,
    PaperDocument.NO_LICENCE_NEEDED_NOTICE: _no_licence,
    PaperDocument.CERTIFICATE: _certificate,
    PaperDocument.DELIVERY_RECEIPT: _delivery_receipt,
    PaperDocument.MAILING_LABEL: _label,
}
