"""The case folded from its acts: immutable, explains where the matter stands; it decides nothing.

Commuting acts go into collections kept in one order whatever order they came in, so that every workstation folds the
same case. What the law does by silence is not here: see `standing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Act, ActId, CaseId, Envelope, GroupId, Origin, Record, StaffId
from clerk_app.domain.acts.case import (
    Agent,
    Applicant,
    Channel,
    CloseReason,
    DecisionResult,
    DeliveryChoice,
    DeliveryMethod,
    MaterialCheck,
    Opinion,
    OwnFieldValue,
    Step,
)
from clerk_app.domain.acts.wire import UnknownAct
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.procedure import State, rows_for


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """One stop of the clock, owned by its notice; both days included; `last_day` None while it runs."""

    procedure_id: str
    procedure: str
    basis: str
    first_day: date
    planned_days: int
    notice_no: str
    last_day: date | None = None
    result: str = ""
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One signed step: who, when, what opinion."""

    step: Step
    opinion: Opinion
    text: str
    actor: StaffId
    on: date


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, by whom and when."""

    result: DecisionResult
    on: date
    actor: StaffId
    content: str
    reasons: str
    document_no: str
    certificate_no: str
    valid_from: date | None
    valid_to: date | None
    late_reason: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter handed to China Post; `returned_on` when it came back."""

    waybill: str
    posted_on: date
    recipient: str
    address: str
    phone: str
    documents: tuple[str, ...]
    returned_on: date | None = None
    return_reason: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper of the case and its fate."""

    sheet_id: str
    document: str
    number: str
    sha256: str
    pages: int
    issued_on: date
    confirmed: bool = False
    spoiled: str = ""
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A commuting act as the case keeps it: sorted by date, then id."""

    on: date
    recorded_at: datetime
    act_id: ActId
    actor: StaffId
    act: Act


@dataclass(frozen=True, slots=True)
class Case:
    """A case as far as its acts tell."""

    case_id: CaseId
    state: State = State.NEW
    case_no: str = ""
    item: str = ""
    item_kind: Kind = Kind.NEW
    item_version: int | None = None
    applicant: Applicant | None = None
    agent: Agent | None = None
    channel: Channel = Channel.WINDOW
    delivery: DeliveryChoice | None = None
    fields: tuple[OwnFieldValue, ...] = ()
    project_name: str = ""
    external_no: str = ""
    licence_no: str = ""
    origin: Origin = Origin.LIVE
    training: bool = False
    doubtful: tuple[str, ...] = ()
    received_on: date | None = None
    received_by: StaffId | None = None
    notified_on: date | None = None
    notice_no: str = ""
    supplement_due_on: date | None = None
    supplemented_on: date | None = None
    accepted_on: date | None = None
    acceptance_no: str = ""
    told_due_on: date | None = None
    told_promised_on: date | None = None
    procedures: tuple[SpecialProcedure, ...] = ()
    extension_days: int = 0
    signatures: tuple[Signature, ...] = ()
    decision: Decision | None = None
    concluded_on: date | None = None
    end_reason: str = ""
    end_authority: str = ""
    delivered_on: date | None = None
    delivered_by: DeliveryMethod | None = None
    delivered_to: str = ""
    closed_on: date | None = None
    close_reason: CloseReason | None = None
    legal_materials: tuple[MaterialCheck, ...] = ()
    materials_from_notice: bool = False
    last_legal: ActId | None = None
    last_legal_group: GroupId | None = None
    last_legal_on: date | None = None
    last_legal_at: datetime | None = None
    last_legal_actor: StaffId | None = None
    asides: tuple[Dated, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def materials(self) -> tuple[MaterialCheck, ...]:
        """The checklist as it stands: after the notice what the legal acts say, before it the newest check."""
        if self.materials_from_notice:
            return self.legal_materials
        checks = [entry for entry in self.asides if isinstance(entry.act, acts.MaterialsChecked)]
        if not checks:
            return self.legal_materials
        newest = max(checks, key=lambda entry: (entry.recorded_at, entry.act_id))
        return newest.act.materials if isinstance(newest.act, acts.MaterialsChecked) else self.legal_materials

    @property
    def open_procedures(self) -> tuple[SpecialProcedure, ...]:
        """The special procedures that still run."""
        return tuple(entry for entry in self.procedures if entry.last_day is None)

    @property
    def letters(self) -> tuple[Letter, ...]:
        """Every letter, oldest first, with its return if it came back."""
        back = {a.act.waybill: a for a in self.asides if isinstance(a.act, acts.Returned)}
        found = []
        for entry in self.asides:
            if isinstance(entry.act, acts.Posted):
                act, came = entry.act, back.get(entry.act.waybill)
                letter = Letter(act.waybill, entry.on, act.recipient, act.address, act.phone, act.documents)
                if came is not None and isinstance(came.act, acts.Returned):
                    letter = replace(letter, returned_on=came.on, return_reason=came.act.reason)
                found.append(letter)
        return tuple(found)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every paper, in the order in which it was issued, with its fate."""
        found: dict[str, Sheet] = {}
        for entry in self.asides:
            if isinstance(entry.act, acts.DocumentIssued):
                act = entry.act
                found[act.sheet_id] = Sheet(
                    act.sheet_id, act.document, act.number, act.sha256, act.pages, issued_on=entry.on
                )
        for entry in self.asides:
            match entry.act:
                case acts.SheetConfirmed(sheet_id=key) if key in found:
                    found[key] = replace(found[key], confirmed=True)
                case acts.SheetSpoiled(sheet_id=key, reason=reason) if key in found:
                    found[key] = replace(found[key], spoiled=reason)
                case acts.SheetReprinted(sheet_id=key, nth=nth) if key in found:
                    found[key] = replace(found[key], reprints=max(nth, found[key].reprints))
                case _:
                    pass
        return tuple(found.values())

    @property
    def numbers(self) -> tuple[acts.NumberGiven, ...]:
        """Every printed number given to this case."""
        return tuple(entry.act for entry in self.asides if isinstance(entry.act, acts.NumberGiven))

    @property
    def certificate_no(self) -> str:
        """The printed number of the result: from the decision, or as another program gave it afterwards."""
        if self.decision is not None and self.decision.certificate_no:
            return self.decision.certificate_no
        given = [one.number for one in self.numbers if one.document == "certificate" and one.imported]
        return given[-1] if given else ""

    @property
    def sealed_documents(self) -> frozenset[str]:
        """The documents that carry the seal."""
        return frozenset(entry.act.document for entry in self.asides if isinstance(entry.act, acts.Sealed))

    @property
    def published_on(self) -> date | None:
        """The first day on which the result was published, or None."""
        days = [entry.on for entry in self.asides if isinstance(entry.act, acts.Published)]
        return min(days, default=None)

    def signature(self, step: Step) -> Signature | None:
        """Return the newest standing signature of `step`."""
        return next((one for one in reversed(self.signatures) if one.step is step), None)

    def sheet(self, document: str) -> Sheet | None:
        """Return the newest unspoiled paper of kind `document`."""
        return next((one for one in reversed(self.sheets) if one.document == document and not one.spoiled), None)

    def apply(self, record: Record) -> Case:
        """Return the case after `record`; retractions are applied by folding again without the retracted group."""
        act, envelope = record.act, record.envelope
        if isinstance(act, UnknownAct):
            return replace(self, unknown=(*self.unknown, act.kind))
        if not act.LEGAL:
            entry = Dated(envelope.legal_date, envelope.recorded_at, envelope.act_id, envelope.actor, act)
            ordered = sorted((*self.asides, entry), key=lambda one: (one.on, one.recorded_at, one.act_id))
            return replace(self, asides=tuple(ordered))
        moved = _MOVES[type(act)](self, act, envelope)
        return replace(
            moved,
            state=next_state(self.state, act),
            last_legal=envelope.act_id,
            last_legal_group=envelope.group,
            last_legal_on=envelope.legal_date,
            last_legal_at=envelope.recorded_at,
            last_legal_actor=envelope.actor,
        )


def fold_case(case_id: CaseId, records: Iterable[Record]) -> Case:
    """Fold standing records, in their order of history, to the case."""
    case = Case(case_id)
    for record in records:
        case = case.apply(record)
    return case


def payload_word(act: Act, field: str) -> str:
    """Return a payload field as the procedure's rows write it (``true``/``false`` for claims)."""
    value = getattr(act, field)
    return str(value).lower() if isinstance(value, bool) else str(value)


def next_state(state: State, act: Act) -> State:
    """Return the state after `act`, by the rows of the procedure; an act no row knows leaves the state."""
    for row in rows_for(act.KIND, state):
        if row.when is None or payload_word(act, row.when[0]) == row.when[1]:
            return row.target or state
    return state


def _received(case: Case, act: acts.MaterialsReceived, envelope: Envelope) -> Case:
    return replace(
        case,
        case_no=act.case_no,
        item=act.item,
        item_kind=act.item_kind,
        applicant=act.applicant,
        agent=act.agent,
        channel=act.channel,
        delivery=act.delivery,
        fields=act.fields,
        project_name=act.project_name,
        external_no=act.external_no,
        licence_no=act.licence_no,
        origin=envelope.origin,
        training=act.training,
        doubtful=act.doubtful,
        received_on=envelope.legal_date,
        received_by=envelope.actor,
        legal_materials=act.materials,
    )


def _notified(case: Case, act: acts.SupplementNotified, envelope: Envelope) -> Case:
    return replace(
        case,
        notified_on=envelope.legal_date,
        notice_no=act.notice_no,
        supplement_due_on=act.due_on,
        legal_materials=act.materials,
        materials_from_notice=True,
    )


def _supplemented(case: Case, act: acts.SupplementReceived, envelope: Envelope) -> Case:
    return replace(
        case,
        supplemented_on=envelope.legal_date if act.complete else None,
        legal_materials=act.materials,
        materials_from_notice=True,
    )


def _accepted(case: Case, act: acts.Accepted, envelope: Envelope) -> Case:
    return replace(
        case,
        accepted_on=envelope.legal_date,
        acceptance_no=act.notice_no,
        item_version=act.item_version,
        told_due_on=act.told_due_on,
        told_promised_on=act.told_promised_on,
        legal_materials=case.materials,
        materials_from_notice=True,
    )


def _ended(case: Case, act: acts.AcceptanceRefused | acts.NoLicenceNeeded, envelope: Envelope) -> Case:
    authority = act.authority if isinstance(act, acts.AcceptanceRefused) else ""
    return replace(
        case,
        concluded_on=envelope.legal_date,
        end_reason=act.reason,
        end_authority=authority,
        notice_no=act.notice_no or case.notice_no,
    )


def _started(case: Case, act: acts.ProcedureStarted, envelope: Envelope) -> Case:
    entry = SpecialProcedure(
        act.procedure_id,
        act.procedure,
        act.basis,
        act.first_day,
        act.planned_days,
        act.notice_no,
        imported=envelope.origin is Origin.LEDGER,
    )
    return replace(case, procedures=(*case.procedures, entry))


def _stopped(case: Case, act: acts.ProcedureEnded, _envelope: Envelope) -> Case:
    return replace(
        case,
        procedures=tuple(
            replace(one, last_day=act.last_day, result=act.result) if one.procedure_id == act.procedure_id else one
            for one in case.procedures
        ),
    )


def _extended(case: Case, act: acts.TermExtended, _envelope: Envelope) -> Case:
    return replace(case, extension_days=case.extension_days + act.working_days)


def _signed(case: Case, act: acts.StepSigned, envelope: Envelope) -> Case:
    entry = Signature(act.step, act.opinion, act.text, envelope.actor, envelope.legal_date)
    return replace(case, signatures=(*case.signatures, entry))


def _decided(case: Case, act: acts.Decided, envelope: Envelope) -> Case:
    decision = Decision(
        act.result,
        envelope.legal_date,
        envelope.actor,
        act.content,
        act.reasons,
        act.document_no,
        act.certificate_no,
        act.valid_from,
        act.valid_to,
        act.late_reason,
    )
    return replace(case, decision=decision, concluded_on=act.concluded_on or envelope.legal_date)


def _withdrawn(case: Case, act: acts.ApplicationWithdrawn, envelope: Envelope) -> Case:
    return replace(case, concluded_on=act.concluded_on or envelope.legal_date, end_reason=act.reason)


def _terminated(case: Case, act: acts.CaseTerminated, envelope: Envelope) -> Case:
    return replace(case, concluded_on=envelope.legal_date, end_reason=act.reason)


def _delivered(case: Case, act: acts.Delivered, envelope: Envelope) -> Case:
    return replace(case, delivered_on=envelope.legal_date, delivered_by=act.method, delivered_to=act.signer)


def _closed(case: Case, act: acts.CaseClosed, envelope: Envelope) -> Case:
    return replace(case, closed_on=envelope.legal_date, close_reason=act.reason)


def _retracted(case: Case, _act: acts.ActRetracted, _envelope: Envelope) -> Case:
    return case


_MOVES: dict[type[Act], Callable[..., Case]] = {
    acts.MaterialsReceived: _received,
    acts.SupplementNotified: _notified,
    acts.SupplementReceived: _supplemented,
    acts.Accepted: _accepted,
    acts.AcceptanceRefused: _ended,
    acts.NoLicenceNeeded: _ended,
    acts.ProcedureStarted: _started,
    acts.ProcedureEnded: _stopped,
    acts.TermExtended: _extended,
    acts.StepSigned: _signed,
    acts.Decided: _decided,
    acts.ApplicationWithdrawn: _withdrawn,
    acts.CaseTerminated: _terminated,
    acts.Delivered: _delivered,
    acts.CaseClosed: _closed,
    acts.ActRetracted: _retracted,
}
