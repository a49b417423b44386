"""The named guards of the procedure and the one question `may_follow`.

A guard sees the case before the act, the act, who acts and when; it answers with what is wrong, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Act, Origin, StaffId
from clerk_app.domain.acts.case import Channel, DeliveryMethod, Verdict
from clerk_app.domain.acts.office import Role
from clerk_app.domain.case import Case, payload_word
from clerk_app.domain.errors import Fault
from clerk_app.domain.identifiers import check_waybill
from clerk_app.domain.procedure import Row, State, roles_for, rows_for

RETRACT_WINDOW = timedelta(minutes=10)
"""How long the same person may take a slip back alone (architecture, Rules)."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a guard may look at."""

    case: Case
    act: Act
    actor: StaffId
    roles: frozenset[Role]
    legal_date: date
    today: date
    now: datetime
    origin: Origin = Origin.LIVE
    due_on: date | None = None
    """Statutory date of decision while the case is under review."""
    promised_on: date | None = None


Guard = Callable[[Situation], Fault | None]


def may_follow(situation: Situation) -> tuple[Fault, ...]:
    """Return everything that forbids the act in this situation; empty when it may follow.

    Acts read from a ledger are free of the rules about persons and of the guards; order and dates are the importer's.
    """
    case, act = situation.case, situation.act
    rows = [row for row in rows_for(act.KIND, case.state) if row.ledger in (False, situation.origin is Origin.LEDGER)]
    if not rows:
        return (Fault.of("act_not_allowed", kind=act.KIND, state=case.state.value),)
    matching = [row for row in rows if row.when is None or payload_word(act, row.when[0]) == row.when[1]]
    if not matching:
        return (
            Fault.of(
                "act_not_allowed", field=rows[0].when[0] if rows[0].when else "", kind=act.KIND, state=case.state.value
            ),
        )
    if situation.origin is Origin.LEDGER:
        return ()
    row = matching[0]
    return (*_person_faults(situation, row), *_date_faults(situation), *_guard_faults(situation, row))


def _person_faults(situation: Situation, row: Row) -> tuple[Fault, ...]:
    needed = roles_for(row)
    if situation.roles & needed:
        return ()
    return (Fault.of("role_missing", role=row.role.value, kind=row.kind),)


def _date_faults(situation: Situation) -> tuple[Fault, ...]:
    found = []
    if situation.legal_date > situation.today:
        found.append(Fault.of("date_in_future", field="legal_date", date=situation.legal_date))
    last = situation.case.last_legal_on
    if situation.act.LEGAL and last is not None and situation.legal_date < last:
        found.append(Fault.of("date_before_last_act", field="legal_date", date=situation.legal_date, last=last))
    return tuple(found)


def _guard_faults(situation: Situation, row: Row) -> tuple[Fault, ...]:
    answers = (GUARDS[name](situation) for name in row.guards)
    return tuple(fault for fault in answers if fault is not None)


def _dated_today(s: Situation) -> Fault | None:
    if s.origin is not Origin.LIVE or s.legal_date == s.today:
        return None
    if isinstance(s.act, acts.MaterialsReceived) and s.act.channel is not Channel.WINDOW:
        return None
    return Fault.of("date_not_today", field="legal_date", date=s.legal_date, today=s.today)


def _dated_acceptance(s: Situation) -> Fault | None:
    """The day of acceptance is the day of receipt or of the last supplement; the notice is written later at most."""
    begin = s.case.supplemented_on or s.case.received_on
    if begin is not None and begin <= s.legal_date <= s.today:
        return None
    return Fault.of("acceptance_date_wrong", field="legal_date", date=s.legal_date, begin=begin)


def _notice_not_out(s: Situation) -> Fault | None:
    return Fault.of("notice_already_out") if s.case.notified_on else None


def _first_notice(s: Situation) -> Fault | None:
    if s.case.notified_on is None:
        return None
    return Fault.of("second_notice", on=s.case.notified_on)


def _checklist(s: Situation) -> tuple[acts.MaterialCheck, ...]:
    return s.act.materials if isinstance(s.act, acts.SupplementNotified | acts.SupplementReceived) else s.case.materials


def _every_material_judged(s: Situation) -> Fault | None:
    for one in _checklist(s):
        if one.verdict is Verdict.OPEN:
            return Fault.of("material_not_judged", field="materials", name=one.name)
    return None


def _some_defect(s: Situation) -> Fault | None:
    if any(one.verdict in (Verdict.MISSING, Verdict.WRONG_FORM) for one in _checklist(s)):
        return None
    return Fault.of("no_defect_to_tell", field="materials")


def _materials_complete(s: Situation) -> Fault | None:
    for one in s.case.materials:
        if one.verdict is not Verdict.CONFORMS:
            return Fault.of("material_not_conforming", field="materials", name=one.name)
    return None


def _supplement_complete(s: Situation) -> Fault | None:
    for one in _checklist(s):
        if one.verdict is not Verdict.CONFORMS:
            return Fault.of("supplement_not_complete", field="materials", name=one.name)
    return None


def _reason(s: Situation) -> Fault | None:
    return None if str(getattr(s.act, "reason", "")).strip() else Fault.of("reason_missing", field="reason")


def _stop_after_acceptance(s: Situation) -> Fault | None:
    act, accepted = s.act, s.case.accepted_on
    if not isinstance(act, acts.ProcedureStarted) or accepted is None:
        return None
    if act.first_day <= accepted:
        return Fault.of("stop_not_after_acceptance", field="first_day", date=act.first_day, accepted=accepted)
    if s.case.last_legal_on is not None and act.first_day < s.legal_date and s.origin is Origin.LIVE:
        return Fault.of("stop_before_notice", field="first_day", date=act.first_day)
    return None


def _procedure_new(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.ProcedureStarted):
        known = {one.procedure_id for one in s.case.procedures}
        if s.act.procedure_id in known:
            return Fault.of("procedure_known", field="procedure_id")
        if any(one.procedure == s.act.procedure for one in s.case.open_procedures):
            return Fault.of("procedure_already_open", field="procedure", procedure=s.act.procedure)
    return None


def _procedure_open(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.ProcedureEnded):
        if any(one.procedure_id == s.act.procedure_id for one in s.case.open_procedures):
            return None
        return Fault.of("procedure_not_open", field="procedure_id")
    return None


def _stop_ends_after_start(s: Situation) -> Fault | None:
    act = s.act
    if not isinstance(act, acts.ProcedureEnded):
        return None
    for one in s.case.open_procedures:
        if one.procedure_id == act.procedure_id and act.last_day < one.first_day:
            return Fault.of("stop_ends_before_start", field="last_day", date=act.last_day, first=one.first_day)
    if act.last_day > s.today:
        return Fault.of("date_in_future", field="last_day", date=act.last_day)
    return None


def _extended_once(s: Situation) -> Fault | None:
    return Fault.of("already_extended") if s.case.extension_days else None


def _before_due(s: Situation) -> Fault | None:
    if s.due_on is None or s.legal_date <= s.due_on:
        return None
    return Fault.of("extension_too_late", field="legal_date", due=s.due_on)


def _opinion_given(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.StepSigned) and not s.act.text.strip():
        return Fault.of("opinion_missing", field="text")
    return None


def _other_person(s: Situation) -> Fault | None:
    """承办, 审核 and 批准 are signed by different people (GB/T 22239 duty separation; case-file review §4.8)."""
    own = s.act.step if isinstance(s.act, acts.StepSigned) else acts.Step.APPROVE
    for one in s.case.signatures:
        if one.step is not own and one.actor == s.actor:
            return Fault.of("same_person", field="actor", step=one.step.value)
    return None


def _approved(s: Situation) -> Fault | None:
    signed = s.case.signature(acts.Step.APPROVE)
    if signed is None:
        return Fault.of("not_approved")
    return None if signed.actor == s.actor else Fault.of("approver_decides", field="actor")


def _no_open_procedure(s: Situation) -> Fault | None:
    still = s.case.open_procedures
    return Fault.of("procedure_still_open", procedure=still[0].procedure) if still else None


def _late_reason(s: Situation) -> Fault | None:
    """Closing after the promise asks for the reason (优化营商环境条例 art. 36)."""
    late = s.promised_on is not None and s.legal_date > s.promised_on
    if late and isinstance(s.act, acts.Decided) and not s.act.late_reason.strip():
        return Fault.of("late_reason_missing", field="late_reason", promised=s.promised_on)
    return None


def _validity_in_order(s: Situation) -> Fault | None:
    act = s.act
    if isinstance(act, acts.Decided) and act.valid_from and act.valid_to and act.valid_to < act.valid_from:
        return Fault.of("validity_reversed", field="valid_to")
    return None


def _refusal_reasons(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.Decided) and not s.act.reasons.strip():
        return Fault.of("refusal_reasons_missing", field="reasons")
    return None


def _delivered_after_decision(s: Situation) -> Fault | None:
    decision = s.case.decision
    if decision is not None and s.legal_date < decision.on:
        return Fault.of("delivered_before_decision", field="legal_date", decided=decision.on)
    if isinstance(s.act, acts.Delivered) and s.act.method is DeliveryMethod.POST:
        posted = [one.posted_on for one in s.case.letters if one.returned_on is None]
        if not posted:
            return Fault.of("not_posted_yet", field="method")
        if s.legal_date < max(posted):
            return Fault.of("delivered_before_posting", field="legal_date", posted=max(posted))
    return None


def _signer_named(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.Delivered) and not s.act.signer.strip():
        return Fault.of("signer_missing", field="signer")
    return None


def _last_group(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.ActRetracted) and s.act.target_group == s.case.last_legal_group:
        return None
    return Fault.of("not_last_group", field="target_group")


def _second_person(s: Situation) -> Fault | None:
    """The same person within ten minutes if no paper went out, else a second person."""
    if s.case.last_legal_actor != s.actor:
        return None
    at = s.case.last_legal_at
    soon = at is not None and timedelta(0) <= s.now - at <= RETRACT_WINDOW
    paper_out = any(one.confirmed for one in s.case.sheets if at is not None and one.issued_on >= at.date())
    if soon and not paper_out:
        return None
    return Fault.of("second_person_needed", field="actor")


def _not_delivered(s: Situation) -> Fault | None:
    if s.case.state in (State.DELIVERED, State.CLOSED):
        return Fault.of("delivered_not_retractable")
    return None


def _waybill_valid(s: Situation) -> Fault | None:
    if not isinstance(s.act, acts.Posted):
        return None
    check = check_waybill(s.act.waybill)
    if check.valid:
        known = [one.waybill for one in s.case.letters]
        return Fault.of("waybill_used", field="waybill") if s.act.waybill in known else None
    return Fault.of("waybill_invalid", field="waybill", value=s.act.waybill)


def _waybill_known(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.Returned) and s.act.waybill in {one.waybill for one in s.case.letters}:
        return None
    return Fault.of("waybill_unknown", field="waybill")


def _sheet_known(s: Situation) -> Fault | None:
    key = getattr(s.act, "sheet_id", "")
    for one in s.case.sheets:
        if one.sheet_id == key:
            return Fault.of("sheet_already_spoiled", field="sheet_id") if one.spoiled else None
    return Fault.of("sheet_unknown", field="sheet_id")


def _rating_level(s: Situation) -> Fault | None:
    if isinstance(s.act, acts.Rated) and not 1 <= s.act.level <= 5:
        return Fault.of("rating_out_of_range", field="level")
    return None


GUARDS: Mapping[str, Guard] = {
    "dated_today": _dated_today,
    "dated_acceptance": _dated_acceptance,
    "notice_not_out": _notice_not_out,
    "first_notice": _first_notice,
    "every_material_judged": _every_material_judged,
    "some_defect": _some_defect,
    "materials_complete": _materials_complete,
    "supplement_complete": _supplement_complete,
    "reason": _reason,
    "stop_after_acceptance": _stop_after_acceptance,
    "procedure_new": _procedure_new,
    "procedure_open": _procedure_open,
    "stop_ends_after_start": _stop_ends_after_start,
    "extended_once": _extended_once,
    "before_due": _before_due,
    "opinion_given": _opinion_given,
    "other_person": _other_person,
    "approved": _approved,
    "no_open_procedure": _no_open_procedure,
    "late_reason": _late_reason,
    "validity_in_order": _validity_in_order,
    "refusal_reasons": _refusal_reasons,
    "delivered_after_decision": _delivered_after_decision,
    "signer_named": _signer_named,
    "last_group": _last_group,
    "second_person": _second_person,
    "not_delivered": _not_delivered,
    "waybill_valid": _waybill_valid,
    "waybill_known": _waybill_known,
    "sheet_known": _sheet_known,
    "rating_level": _rating_level,
}
"""Every guard that a row may name."""

SERVER_GUARDS = frozenset({"other_person", "approved", "first_notice"})
"""Guards the server repeats from its own streams; the others are the client's (docs/architecture.md lists which)."""
