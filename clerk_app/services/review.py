"""What happens between acceptance and decision: stops of the clock, the three signatures, the decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts import licence as licence_acts
from clerk_app.domain.acts.base import Act, CaseId
from clerk_app.domain.acts.case import DecisionResult, Opinion, Step
from clerk_app.domain.case import Case, Decision
from clerk_app.domain.catalogue import ItemVersion, Kind
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.keys import licence_stream
from clerk_app.domain.listing import NewAct, TakenNumber
from clerk_app.domain.overview import item_of
from clerk_app.domain.papers import PaperDocument
from clerk_app.domain.validity import valid_until
from clerk_app.services import paper_filling as filling
from clerk_app.services.recording import (
    Desk,
    PaperRequest,
    Recorded,
    load_case,
    number_act,
    record,
    rehearse,
    take_number,
)


def start_procedure(
    desk: Desk, case_id: CaseId, *, procedure: str, basis: str, first_day: date, planned_days: int, reason: str = ""
) -> Recorded:
    """Record 特别程序启动 with the notice that owns the stop (art. 45).

    `procedure` is the word on paper (专家评审 …); `first_day` the first day that does not count, not before the day of
    the notice; `planned_days` the working days it is expected to take, told in writing.

    Raises:
        RuleViolation: before acceptance, already open, no days told …
    """
    case = load_case(desk, case_id)
    if planned_days < 1:
        raise RuleViolation("planned_days_missing", field="planned_days")
    if not basis.strip():
        raise RuleViolation("basis_missing", field="basis")
    act = acts.ProcedureStarted(desk.uow.new_id(), procedure, basis, first_day, planned_days, "", reason)
    rehearse(desk, case, act)
    document = PaperDocument.SPECIAL_PROCEDURE_NOTICE
    number = take_number(desk, document)
    told = replace(act, notice_no=number.text)
    paper = PaperRequest(document, number.text, filling.filler(desk, document, procedure_id=act.procedure_id))
    return record(desk, case, [(told, None), (number_act(number, document), None)], papers=[paper])


def end_procedure(
    desk: Desk, case_id: CaseId, *, procedure_id: str, last_day: date | None = None, result: str = ""
) -> Recorded:
    """Record 特别程序结束; `last_day` (default today) is the last day that does not count."""
    case = load_case(desk, case_id)
    act = acts.ProcedureEnded(procedure_id, last_day or desk.today, result)
    return record(desk, case, [(act, None)])


def sign_step(desk: Desk, case_id: CaseId, *, step: Step, opinion: Opinion, text: str) -> Recorded:
    """Record 承办 or 审核 (and 批准 alone, when the decision is written separately)."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.StepSigned(step, opinion, text), None)])


@dataclass(frozen=True, slots=True)
class DecisionWish:
    """What the approver decides; dates None are worked out from the item version."""

    result: DecisionResult
    opinion_text: str
    content: str = ""
    reasons: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    late_reason: str = ""


def decide(desk: Desk, case_id: CaseId, wish: DecisionWish) -> Recorded:
    """Record 批准 and the decision with its paper, numbers and licence, in one group.

    Raises:
        RuleViolation: same person as 承办 or 审核, a special procedure still open, reasons missing …
    """
    case = load_case(desk, case_id)
    office = desk.uow.reader.office()
    item = item_of(case, office.catalogue)
    if item is None:
        raise RuleViolation("item_unknown", item=case.item)
    granted = wish.result is DecisionResult.GRANTED
    approved = case.signature(Step.APPROVE)
    signed = acts.StepSigned(Step.APPROVE, Opinion.AGREE if granted else Opinion.DISAGREE, wish.opinion_text)
    first = rehearse(desk, case, signed) if approved is None else case
    draft = decision_of(case, item, wish, on=desk.today)
    rehearse(desk, first, draft)
    document = PaperDocument.GRANT_DECISION if granted else PaperDocument.REFUSAL_DECISION
    number = take_number(desk, document)
    certificate = _certificate_number(desk, item) if granted else None
    told = replace(draft, document_no=number.text, certificate_no=certificate.text if certificate else "")
    steps: list[tuple[Act, date | None]] = [] if approved else [(signed, None)]
    steps += [(told, None), (number_act(number, document), None)]
    if certificate is not None:
        steps.append((number_act(certificate, PaperDocument.CERTIFICATE), None))
    others = []
    if certificate is not None:
        stream = licence_stream(desk.uow.identity.office, certificate.text)
        others.append(NewAct(stream, licence_act(case, told, number=certificate.text), desk.today))
    paper = PaperRequest(document, number.text, filling.filler(desk, document))
    return record(desk, case, steps, papers=[paper], others=others)


def decision_of(case: Case, item: ItemVersion, wish: DecisionWish, *, on: date) -> acts.Decided:
    """Return the decision act without its numbers; validity by the item version unless given."""
    valid_from, valid_to = wish.valid_from, wish.valid_to
    if wish.result is DecisionResult.GRANTED and valid_from is None and item.validity_years is not None:
        valid_from, valid_to = on, valid_until(on, years=item.validity_years)
    return acts.Decided(
        result=wish.result,
        content=wish.content or granted_content(case, item),
        reasons=wish.reasons,
        valid_from=valid_from,
        valid_to=valid_to,
        late_reason=wish.late_reason,
    )


def granted_content(case: Case, item: ItemVersion) -> str:
    """Return what is granted in words: the printed own fields of the application, else the item's name."""
    values = {one.code: one.value for one in case.fields}
    printed = [
        f"{field.label}：{values[field.code]}" for field in item.fields if field.printed and values.get(field.code)
    ]
    return "；".join(printed) or (case.project_name or item.name)


def _certificate_number(desk: Desk, item: ItemVersion) -> TakenNumber | None:
    """Take the number of the result, unless another program gives it (fireworks)."""
    series = {one.series: one for one in desk.uow.reader.office().series}.get(item.number_series)
    if series is None or series.external:
        return None
    if desk.preview:
        return TakenNumber(series.series, desk.today.year, 0, "")
    return desk.uow.take_number(series.series, desk.today.year)


def licence_act(case: Case, decided: acts.Decided | Decision, *, number: str) -> Act:
    """Return what the decision does to the licence of this number: granted, renewed or changed."""
    applicant = case.applicant
    holder, holder_id = (applicant.name, applicant.id_number) if applicant else ("", "")
    common = (number, case.item, holder, holder_id, case.case_id, decided.valid_from, decided.valid_to)
    match case.item_kind:
        case Kind.RENEW:
            return licence_acts.LicenceRenewed(*common)
        case Kind.CHANGE:
            return licence_acts.LicenceChanged(*common, decided.content)
        case _:
            return licence_acts.LicenceGranted(*common, decided.content, case.fields)


def retract(desk: Desk, case_id: CaseId, *, reason: str, paper_called_back: bool = False) -> Recorded:
    """Take back the last step of the case as a whole (a clerk's slip).

    Raises:
        RuleViolation: not the last group, a second person is needed, or the result was delivered.
    """
    case = load_case(desk, case_id)
    if case.last_legal_group is None:
        raise RuleViolation("not_last_group", field="target_group")
    act = acts.ActRetracted(case.last_legal_group, reason, paper_called_back)
    return record(desk, case, [(act, None)])
