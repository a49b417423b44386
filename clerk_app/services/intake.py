"""What happens at the counter: receipt, checklist, one-time notice, supplement, acceptance and its refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import (
    Agent,
    Applicant,
    ApplicantType,
    Channel,
    DeliveryChoice,
    DeliveryMethod,
    IdType,
    MaterialCheck,
    OwnFieldValue,
    Verdict,
)
from clerk_app.domain.acts.licensee import LicenseeRegistered
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import ItemVersion, Kind, KindRule
from clerk_app.domain.clocks import due_date
from clerk_app.domain.errors import Fault, RuleViolation
from clerk_app.domain.identifiers import check_credit_code, check_phone, check_resident_id
from clerk_app.domain.keys import licensee_stream
from clerk_app.domain.listing import NewAct
from clerk_app.domain.names import normalise_name
from clerk_app.domain.numbering import CaseNumberForm, format_case_no
from clerk_app.domain.overview import decision_dates, item_of, rule_of
from clerk_app.domain.papers import PaperDocument
from clerk_app.domain.problems import Problem, Severity
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


@dataclass(frozen=True, slots=True)
class Application:
    """What the intake form holds when the clerk presses 收件."""

    item: str
    kind: Kind
    applicant: Applicant
    channel: Channel = Channel.WINDOW
    materials: tuple[MaterialCheck, ...] = ()
    delivery: DeliveryChoice | None = None
    agent: Agent | None = None
    fields: tuple[OwnFieldValue, ...] = ()
    project_name: str = ""
    external_no: str = ""
    licence_no: str = ""
    received_on: date | None = None


def checklist(rule: KindRule) -> tuple[MaterialCheck, ...]:
    """Return the blank checklist of an item's kind, one row per material, every verdict open."""
    return tuple(
        MaterialCheck(
            code=one.code,
            name=one.name,
            verdict=Verdict.OPEN,
            form=one.form.value,
            copies=one.copies,
            requirement=one.requirement,
            clause=one.clause,
        )
        for one in rule.materials
    )


def validate(application: Application, *, item: ItemVersion | None, today: date) -> tuple[Fault, ...]:
    """Return everything that is wrong with the form, by field; empty when it can be received.

    Fields are those of the intake screen (`applicant_name`, `credit_code`, `item`, `kind`, `materials` …).
    """
    faults: list[Fault] = []
    if item is None:
        return (Fault.of("item_unknown", field="item", item=application.item),)
    rule = item.rule(application.kind)
    if rule is None:
        faults.append(Fault.of("kind_not_offered", field="kind", item=item.name, kind=application.kind.value))
    faults.extend(_applicant_faults(application.applicant, today=today))
    if item.accepted_here:  # a refusal for lack of competence needs no particulars of the matter
        faults.extend(_field_faults(application.fields, item))
    if application.agent is not None and not application.agent.name.strip():
        faults.append(Fault.of("field_missing", field="agent_name"))
    if rule is not None:
        known = {one.code for one in rule.materials}
        faults.extend(
            Fault.of("material_unknown", field="materials", name=one.name)
            for one in application.materials
            if one.code not in known
        )
    delivery = application.delivery
    if delivery is not None and delivery.method is DeliveryMethod.POST:
        for name, value in (("delivery_recipient", delivery.recipient), ("delivery_address", delivery.address)):
            if not value.strip():
                faults.append(Fault.of("field_missing", field=name))
        faults.extend(_errors(check_phone(delivery.phone).problems, "delivery_phone"))
    return tuple(faults)


def _applicant_faults(applicant: Applicant, *, today: date) -> list[Fault]:
    faults = _errors(normalise_name(applicant.name).problems, "applicant_name")
    if not applicant.name.strip():
        faults.append(Fault.of("field_missing", field="applicant_name"))
    if applicant.id_type is IdType.CREDIT_CODE:
        faults.extend(_errors(check_credit_code(applicant.id_number).problems, "credit_code"))
    elif applicant.id_type is IdType.RESIDENT_ID:
        faults.extend(_errors(check_resident_id(applicant.id_number, today=today).problems, "credit_code"))
    elif not applicant.id_number.strip():
        faults.append(Fault.of("field_missing", field="credit_code"))
    if applicant.type is ApplicantType.ENTITY and not applicant.legal_representative.strip():
        faults.append(Fault.of("field_missing", field="legal_representative"))
    if applicant.phone.strip():
        faults.extend(_errors(check_phone(applicant.phone).problems, "phone"))
    else:
        faults.append(Fault.of("field_missing", field="phone"))
    return faults


def _field_faults(values: Sequence[OwnFieldValue], item: ItemVersion) -> list[Fault]:
    given = {one.code: one.value for one in values}
    faults = []
    for field in item.fields:
        value = given.get(field.code, "").strip()
        if not value and field.required:
            faults.append(Fault.of("field_missing", field=f"field.{field.code}", label=field.label))
        elif value and field.choices and value not in field.choices:
            faults.append(Fault.of("choice_unknown", field=f"field.{field.code}", label=field.label, value=value))
    return faults


def _errors(problems: Sequence[Problem], field: str) -> list[Fault]:
    return [one.as_fault(field=field) for one in problems if one.severity is Severity.ERROR]


def normalised(application: Application) -> Application:
    """Return the application with names and numbers in the form in which they are stored and printed."""
    applicant = application.applicant
    number = applicant.id_number.strip().upper()
    applicant = replace(
        applicant,
        name=normalise_name(applicant.name).normalized,
        id_number=number,
        legal_representative=normalise_name(applicant.legal_representative).normalized,
        contact=normalise_name(applicant.contact).normalized,
        phone=applicant.phone.strip(),
        address=applicant.address.strip(),
    )
    return replace(application, applicant=applicant)


def receive(desk: Desk, application: Application) -> Recorded:
    """Record 收件: a new case with its final number and its receipt.

    Raises:
        RuleViolation: all faults of the form, by field.
    """
    reader, identity = desk.uow.reader, desk.uow.identity
    office = reader.office()
    on = application.received_on or desk.today
    item = office.catalogue.at(application.item, on)
    faults = validate(application, item=item, today=desk.today)
    if faults or item is None:
        raise RuleViolation.of(faults)
    form = normalised(application)
    rule = item.rule(form.kind)
    materials = form.materials or (checklist(rule) if rule else ())
    case = Case(CaseId(desk.uow.new_id()))
    act = acts.MaterialsReceived(
        case_no=_case_no(desk, on),
        item=form.item,
        item_kind=form.kind,
        applicant=form.applicant,
        channel=form.channel,
        materials=materials,
        delivery=form.delivery,
        agent=form.agent,
        fields=form.fields,
        project_name=form.project_name,
        external_no=form.external_no,
        licence_no=form.licence_no,
        training=identity.training,
    )
    receipt = PaperRequest(PaperDocument.RECEIPT, act.case_no, filling.filler(desk, PaperDocument.RECEIPT))
    return record(desk, case, [(act, on)], papers=[receipt], others=_licensee_acts(desk, act, item, on))


def _case_no(desk: Desk, on: date) -> str:
    profile = desk.uow.reader.office().profile
    if profile is None:
        raise RuleViolation("office_missing")
    form = CaseNumberForm(
        area=profile.area_code,
        office=profile.office_digits,
        series_width=profile.series_width,
        serial_width=profile.serial_width,
    )
    if desk.preview:
        return ""
    serial = desk.uow.next_case_serial(on.year)
    return format_case_no(form, year=on.year, series=desk.uow.identity.series, serial=serial)


def _licensee_acts(desk: Desk, act: acts.MaterialsReceived, item: ItemVersion, on: date) -> tuple[NewAct, ...]:
    """Return the licensee's particulars when they are new or differ from what the register holds."""
    told = act.applicant
    known = desk.uow.reader.licensee(told.id_number)
    same = known is not None and all(
        getattr(known, name) == getattr(told, name)
        for name in ("name", "legal_representative", "address", "contact", "phone")
        if getattr(told, name)
    )
    if same:
        return ()
    registered = LicenseeRegistered(
        name=told.name,
        type=told.type,
        id_type=told.id_type,
        id_number=told.id_number,
        legal_representative=told.legal_representative,
        address=told.address,
        contact=told.contact,
        phone=told.phone,
        trade=item.trade.value,
    )
    return (NewAct(licensee_stream(desk.uow.identity.office, told.id_number), registered, on),)


def merge_verdicts(current: Sequence[MaterialCheck], given: Mapping[str, MaterialCheck]) -> tuple[MaterialCheck, ...]:
    """Return the checklist with the rows of `given` put in by code; the order and set of materials stay."""
    return tuple(given.get(one.code, one) for one in current)


def check_materials(desk: Desk, case_id: CaseId, materials: Sequence[MaterialCheck]) -> Recorded:
    """Record the checklist as gone through; editable until the notice is out."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.MaterialsChecked(tuple(materials)), None)])


def notify_once(desk: Desk, case_id: CaseId, materials: Sequence[MaterialCheck], *, note: str = "") -> Recorded:
    """Issue the one-time notice with every defect; the case then waits for the applicant.

    Raises:
        RuleViolation: a material without verdict, no defect at all, a notice that is already out …
    """
    case = load_case(desk, case_id)
    office = desk.uow.reader.office()
    item = item_of(case, office.catalogue)
    if item is None:
        raise RuleViolation("item_unknown", item=case.item)
    due = due_date(office.calendar, start=desk.today, limit=item.stages.supplement_period)
    rehearse(desk, case, acts.SupplementNotified(tuple(materials), due_on=due))
    number = take_number(desk, PaperDocument.SUPPLEMENT_NOTICE)
    act = acts.SupplementNotified(tuple(materials), notice_no=number.text, due_on=due, note=note)
    return _with_paper(
        desk, case, act, PaperDocument.SUPPLEMENT_NOTICE, number_act(number, PaperDocument.SUPPLEMENT_NOTICE)
    )


def receive_supplement(
    desk: Desk, case_id: CaseId, materials: Sequence[MaterialCheck], *, on: date | None = None
) -> Recorded:
    """Record what came in after the notice; only what was open may change its verdict.

    Raises:
        RuleViolation: a material that was already in order was touched (`material_not_open`).
    """
    case = load_case(desk, case_id)
    given = {one.code: one for one in materials}
    for one in case.materials:
        new = given.get(one.code)
        if new is not None and one.verdict is Verdict.CONFORMS and new.verdict is not Verdict.CONFORMS:
            raise RuleViolation("material_not_open", field="materials", name=one.name)
    merged = merge_verdicts(case.materials, given)
    complete = all(one.verdict is Verdict.CONFORMS for one in merged)
    return record(desk, case, [(acts.SupplementReceived(merged, complete), on)])


def accept(desk: Desk, case_id: CaseId, *, on: date | None = None) -> Recorded:
    """Record 受理 with its notice; after a supplement the day is the one on which the last material came in.

    Raises:
        RuleViolation: a material does not conform, or another authority decides (`not_competent`).
    """
    case = load_case(desk, case_id)
    office = desk.uow.reader.office()
    item = item_of(case, office.catalogue)
    rule = rule_of(case, office.catalogue)
    if item is None or rule is None:
        raise RuleViolation("item_unknown", item=case.item)
    if not item.accepted_here:
        raise RuleViolation("not_competent", item=item.name, authority=item.competence)
    day = on or case.supplemented_on or desk.today
    begin = replace(case, accepted_on=day, item_version=item.version)
    due, promised = decision_dates(begin, item, rule, office.calendar)
    act = acts.Accepted(item_version=item.version, told_due_on=due, told_promised_on=promised)
    rehearse(desk, case, act, on=day)
    number = take_number(desk, PaperDocument.ACCEPTANCE_NOTICE)
    told = replace(act, notice_no=number.text)
    given = number_act(number, PaperDocument.ACCEPTANCE_NOTICE)
    return _with_paper(desk, case, told, PaperDocument.ACCEPTANCE_NOTICE, given, on=day)


def refuse_acceptance(desk: Desk, case_id: CaseId, *, reason: str, authority: str = "") -> Recorded:
    """Record 不予受理 with its decision, naming the authority to apply to (art. 32(2))."""
    case = load_case(desk, case_id)
    document = PaperDocument.NON_ACCEPTANCE_DECISION
    rehearse(desk, case, acts.AcceptanceRefused(reason, authority))
    number = take_number(desk, document)
    act = acts.AcceptanceRefused(reason, authority, number.text)
    return _with_paper(desk, case, act, document, number_act(number, document))


def declare_no_licence_needed(desk: Desk, case_id: CaseId, *, reason: str) -> Recorded:
    """Record 不受理 with its notice: the matter needs no licence (art. 32(1))."""
    case = load_case(desk, case_id)
    document = PaperDocument.NO_LICENCE_NEEDED_NOTICE
    rehearse(desk, case, acts.NoLicenceNeeded(reason))
    number = take_number(desk, document)
    return _with_paper(desk, case, acts.NoLicenceNeeded(reason, number.text), document, number_act(number, document))


def withdraw(desk: Desk, case_id: CaseId, *, reason: str) -> Recorded:
    """Record 撤回申请."""
    case = load_case(desk, case_id)
    return record(desk, case, [(acts.ApplicationWithdrawn(reason), None)])


def _with_paper(
    desk: Desk,
    case: Case,
    act: acts.SupplementNotified | acts.Accepted | acts.AcceptanceRefused | acts.NoLicenceNeeded,
    document: PaperDocument,
    number: acts.NumberGiven,
    *,
    on: date | None = None,
) -> Recorded:
    paper = PaperRequest(document, number.number, filling.filler(desk, document))
    return record(desk, case, [(act, on), (number, None)], papers=[paper])
