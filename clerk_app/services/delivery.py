"""What happens after the decision: certificate, seal, pick-up or letter, signed for, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import CloseReason, DecisionResult, DeliveryMethod
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import ResultKind
from clerk_app.domain.contact_numbers import check_waybill
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.keys import licence_stream
from clerk_app.domain.listing import NewAct
from clerk_app.domain.numbering import parse_number
from clerk_app.domain.overview import item_of
from clerk_app.domain.papers import PaperDocument
from clerk_app.services import paper_filling as filling
from clerk_app.services.recording import Desk, PaperRequest, Recorded, load_case, record
from clerk_app.services.review import licence_act


def make_certificate(desk: Desk, case_id: CaseId) -> Recorded:
    """Issue the certificate of a granted case under the number that the decision gave it (制证).

    Raises:
        RuleViolation: not granted, no certificate for this item, or one is out already (spoil it first).
    """
    case = load_case(desk, case_id)
    decision = case.decision
    if decision is None or decision.result is not DecisionResult.GRANTED:
        raise RuleViolation("not_granted", case_no=case.case_no)
    item = item_of(case, desk.uow.reader.office().catalogue)
    if item is None or item.result is not ResultKind.CERTIFICATE:
        raise RuleViolation("no_certificate_for_item", case_no=case.case_no)
    if not decision.certificate_no:
        raise RuleViolation("printed_by_other_program", case_no=case.case_no, certificate=item.result_name)
    if case.sheet(PaperDocument.CERTIFICATE.value) is not None:
        raise RuleViolation("paper_already_issued", document=PaperDocument.CERTIFICATE.value)
    return issue(desk, case, PaperDocument.CERTIFICATE, number=decision.certificate_no)


def record_external_certificate(desk: Desk, case_id: CaseId, *, number: str) -> Recorded:
    """Record the number of a certificate that another program printed, and the licence it stands for.

    Source:
        应急厅〔2020〕31号: fireworks certificates are printed by the ministry's program.

    Raises:
        RuleViolation: our own program prints it, or the number is not of the series' form (`number_form`).
    """
    case = load_case(desk, case_id)
    decision = case.decision
    office = desk.uow.reader.office()
    item = item_of(case, office.catalogue)
    series = {one.series: one for one in office.series}.get(item.number_series) if item else None
    if decision is None or decision.result is not DecisionResult.GRANTED:
        raise RuleViolation("not_granted", case_no=case.case_no)
    if series is None or not series.external or case.certificate_no:
        raise RuleViolation("not_printed_elsewhere", case_no=case.case_no)
    parsed = parse_number(series.template, number.strip())
    if parsed is None:
        raise RuleViolation("number_form", field="certificate_no", value=number, template=series.template)
    given = acts.NumberGiven(
        series.series,
        parsed.year or desk.today.year,
        parsed.n,
        number.strip(),
        PaperDocument.CERTIFICATE.value,
        imported=True,
    )
    stream = licence_stream(desk.uow.identity.office, given.number)
    licence = NewAct(stream, licence_act(case, decision, number=given.number), desk.today)
    return record(desk, case, [(given, None)], others=[licence])


def issue(desk: Desk, case: Case, document: PaperDocument, *, number: str = "") -> Recorded:
    """Issue a paper that belongs to no act of its own (certificate, return receipt, mailing label)."""
    paper = PaperRequest(document, number, filling.filler(desk, document))
    return record(desk, case, [], papers=[paper])


def issue_document(desk: Desk, case_id: CaseId, document: PaperDocument) -> Recorded:
    """Issue 送达回证, 邮件详情单 or the certificate from the case panel or a command."""
    if document is PaperDocument.CERTIFICATE:
        return make_certificate(desk, case_id)
    case = load_case(desk, case_id)
    if case.decision is None:
        raise RuleViolation("not_decided", case_no=case.case_no)
    return issue(desk, case, document)


def seal(desk: Desk, case_id: CaseId, *, document: str, number: str = "") -> Recorded:
    """Record 用印."""
    case = load_case(desk, case_id)
    if case.sheet(document) is None:
        raise RuleViolation("paper_not_issued", document=document)
    return record(desk, case, [(acts.Sealed(document, number), None)])


def post(desk: Desk, case_id: CaseId, *, waybill: str, on: date | None = None) -> Recorded:
    """Record 交寄 with China Post under a waybill; recipient and address are those the applicant confirmed.

    Raises:
        RuleViolation: the waybill's check digit is wrong or it was used, no address, certificate not made or sealed.
    """
    case = load_case(desk, case_id)
    choice = case.delivery
    if choice is None or choice.method is not DeliveryMethod.POST:
        raise RuleViolation("post_not_chosen", field="waybill", case_no=case.case_no)
    if not case.sealed_documents:
        raise RuleViolation("not_sealed", field="waybill", case_no=case.case_no)
    number = check_waybill(waybill).normalized
    known = desk.uow.reader.search(number, limit=5) if number else ()
    if any(hit.why == "waybill" and hit.matched == number for hit in known):
        raise RuleViolation("waybill_used", field="waybill")
    papers = tuple(sheet.document for sheet in case.sheets if not sheet.spoiled and sheet.document in _ENCLOSED)
    act = acts.Posted(number, choice.recipient, choice.address, choice.phone, documents=papers)
    return record(desk, case, [(act, on)])


_ENCLOSED = ("grant_decision", "refusal_decision", "certificate", "delivery_receipt")


def letter_returned(desk: Desk, case_id: CaseId, *, waybill: str, reason: str, on: date | None = None) -> Recorded:
    """Record 退回 of a letter."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.Returned(waybill, reason), on)])


def deliver(
    desk: Desk,
    case_id: CaseId,
    *,
    method: DeliveryMethod,
    signer: str,
    relation: str = "",
    id_number: str = "",
    on: date | None = None,
) -> Recorded:
    """Record 送达: the date on the return receipt is the date of service."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.Delivered(method, signer, relation, id_number), on)])


def publish(desk: Desk, case_id: CaseId, *, site: str, on: date | None = None) -> Recorded:
    """Record 公示 of the result."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.Published(site), on)])


def close(desk: Desk, case_id: CaseId, *, note: str = "") -> Recorded:
    """Record 归档."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.CaseClosed(CloseReason.DONE, note), None)])


def handover(desk: Desk, case_ids: Sequence[CaseId]) -> bytes:
    """Return the hand-over sheet to the carrier for letters posted today; it belongs to no single case."""
    cases = [load_case(desk, case_id) for case_id in case_ids]
    return desk.renderer.render(filling.handover_sheet(desk, cases))


def add_note(desk: Desk, case_id: CaseId, *, text: str) -> Recorded:
    """Record a remark."""
    if not text.strip():
        raise RuleViolation("field_missing", field="text")
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.NoteAdded(text), None)])
