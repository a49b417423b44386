"""What lists show of a case: dates computed once from its acts, never "overdue", never today.

`as_of` adds what the law does by silence on a given day; it is computed, never recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clerk_app.domain.acts.case import DecisionResult, DeliveryMethod
from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import Catalogue, ClockStart, ItemVersion, KindRule, ResultKind
from clerk_app.domain.clocks import ClockKind, ClockReading, Stop, due_date, read_clock
from clerk_app.domain.procedure import DECIDED, ENDED_EARLY, UNDER_REVIEW, State


class Stage(StrEnum):
    """Where a granted certificate is on its way to the holder (证照寄送 board)."""

    NONE = ""
    TO_MAKE = "to_make"
    TO_SEAL = "to_seal"
    TO_PICK_UP = "to_pick_up"
    TO_POST = "to_post"
    IN_TRANSIT = "in_transit"
    RETURNED = "returned"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """One row of every list; dates only, so that it stays true whatever day it is read."""

    case_id: str
    case_no: str
    state: State
    item: str
    item_kind: str
    applicant: str
    applicant_id: str
    phone: str
    channel: str
    origin: str
    doubtful: bool
    received_on: date | None
    notified_on: date | None
    supplement_due_on: date | None
    accepted_on: date | None
    notice_due_on: date | None
    due_on: date | None
    promised_on: date | None
    stopped_since: date | None
    decided_on: date | None
    result: str
    concluded_on: date | None
    on_time_statutory: bool | None
    on_time_promised: bool | None
    delivery_due_on: date | None
    publication_due_on: date | None
    delivery_method: str
    stage: Stage
    certificate_no: str
    document_no: str
    waybill: str
    posted_on: date | None
    delivered_on: date | None
    closed_on: date | None
    next_clock: str
    next_due_on: date | None
    open: bool
    provisional: bool


def item_of(case: Case, catalogue: Catalogue) -> ItemVersion | None:
    """Return the item version that binds the case: pinned by acceptance, else the one of the day of receipt."""
    if case.item_version is not None:
        return catalogue.version(case.item, case.item_version)
    return catalogue.at(case.item, case.received_on) if case.received_on else None


def rule_of(case: Case, catalogue: Catalogue) -> KindRule | None:
    """Return the rule of the case's kind in the item version that binds it."""
    item = item_of(case, catalogue)
    return item.rule(case.item_kind) if item is not None else None


def stops_of(case: Case) -> tuple[Stop, ...]:
    """Return the stops that count: those with a notice, or whose basis is a ledger line."""
    return tuple(
        Stop(one.first_day, one.last_day, one.procedure, one.basis, one.notice_no or None)
        for one in case.procedures
        if one.imported or one.notice_no
    )


def case_clocks(
    case: Case, catalogue: Catalogue, calendar: WorkingCalendar, *, today: date
) -> tuple[ClockReading, ...]:
    """Return every clock that runs or ran in the case, as read on `today`."""
    item, rule = item_of(case, catalogue), rule_of(case, catalogue)
    if case.received_on is None or item is None or rule is None:
        return ()
    told = case.notified_on or case.accepted_on or (case.concluded_on if case.state in ENDED_EARLY else None)
    notice = read_clock(
        calendar,
        kind=ClockKind.SUPPLEMENT_NOTICE,
        start=case.received_on,
        limit=item.stages.supplement_notice,
        ended_on=told,
        today=today,
    )
    decision = _decision_clocks(
        case, rule, calendar, begin=decision_start(case, item, rule, calendar, today=today), today=today
    )
    return (notice, *decision, *_after_decision(case, item, calendar, today=today))


def _decision_clocks(
    case: Case, rule: KindRule, calendar: WorkingCalendar, *, begin: date | None, today: date
) -> tuple[ClockReading, ...]:
    if begin is None:
        return ()
    stops = stops_of(case)
    return tuple(
        read_clock(
            calendar,
            kind=kind,
            start=begin,
            limit=limit,
            stops=stops,
            extension=extension,
            ended_on=case.concluded_on,
            told_due_on=told_on,
            today=today,
        )
        for kind, limit, told_on, extension in (
            (ClockKind.DECISION_PROMISED, rule.promised, case.told_promised_on, 0),
            (ClockKind.DECISION_STATUTORY, rule.statutory, case.told_due_on, case.extension_days),
        )
    )


def _after_decision(
    case: Case, item: ItemVersion, calendar: WorkingCalendar, *, today: date
) -> tuple[ClockReading, ...]:
    decision = case.decision
    if decision is None:
        return ()
    return tuple(
        read_clock(calendar, kind=kind, start=decision.on, limit=limit, ended_on=ended, today=today)
        for kind, limit, ended in (
            (ClockKind.DELIVERY, item.stages.delivery, case.delivered_on),
            (ClockKind.PUBLICATION, item.stages.publication, case.published_on),
        )
    )


def decision_start(
    case: Case, item: ItemVersion, rule: KindRule, calendar: WorkingCalendar, *, today: date
) -> date | None:
    """Return the day after which the decision clock counts.

    Acceptance, or receipt where the law counts from the complete materials, or receipt when silence made it so.
    """
    if case.accepted_on is not None:
        if rule.clock_start is ClockStart.MATERIALS_COMPLETE:
            return case.supplemented_on or case.received_on
        return case.accepted_on
    return deemed_accepted_on(case, item, calendar, today=today)


def deemed_accepted_on(case: Case, item: ItemVersion, calendar: WorkingCalendar, *, today: date) -> date | None:
    """Return the day of receipt if the time for a notice passed in silence, else None (art. 32(4))."""
    if case.state is not State.RECEIVED or case.notified_on is not None or case.received_on is None:
        return None
    notice_due = due_date(calendar, start=case.received_on, limit=item.stages.supplement_notice)
    return case.received_on if today > notice_due else None


def stage_of(case: Case, item: ItemVersion | None) -> Stage:
    """Return where the result of a decided case is on its way; `item` is the version that binds the case."""
    if case.delivered_on is not None:
        return Stage.DELIVERED
    if case.decision is None or ledger_done(case):
        return Stage.NONE
    letters = case.letters
    if letters:
        return Stage.IN_TRANSIT if letters[-1].returned_on is None else Stage.RETURNED
    if not result_made(case, item):
        return Stage.TO_MAKE
    if not case.sealed_documents:
        return Stage.TO_SEAL
    posts = case.delivery is not None and case.delivery.method is DeliveryMethod.POST
    return Stage.TO_POST if posts else Stage.TO_PICK_UP


def result_made(case: Case, item: ItemVersion | None) -> bool:
    """Say whether the paper to hand over exists: the certificate where there is one, else the decision itself."""
    decision = case.decision
    if decision is None:
        return False
    if decision.result is DecisionResult.REFUSED:
        return case.sheet("refusal_decision") is not None
    if item is None or item.result is not ResultKind.CERTIFICATE:
        return case.sheet("grant_decision") is not None
    by_other_program = bool(case.certificate_no) and not decision.certificate_no
    return by_other_program or case.sheet("certificate") is not None


def overview(case: Case, catalogue: Catalogue, calendar: WorkingCalendar) -> CaseOverview:
    """Return the list row of `case`; a pure function of acts, item version and calendar."""
    dates = _dates(case, catalogue, calendar)
    running = case.open_procedures
    next_clock, next_due = _next(case, dates)
    letters = case.letters
    applicant = case.applicant
    decision = case.decision
    return CaseOverview(
        case_id=case.case_id,
        case_no=case.case_no,
        state=case.state,
        item=case.item,
        item_kind=case.item_kind.value,
        applicant=applicant.name if applicant else "",
        applicant_id=applicant.id_number if applicant else "",
        phone=applicant.phone if applicant else "",
        channel=case.channel.value,
        origin=case.origin.value,
        doubtful=bool(case.doubtful),
        received_on=case.received_on,
        notified_on=case.notified_on,
        supplement_due_on=case.supplement_due_on,
        accepted_on=case.accepted_on,
        notice_due_on=dates.notice,
        due_on=dates.due,
        promised_on=dates.promised,
        stopped_since=min((one.first_day for one in running), default=None),
        decided_on=decision.on if decision else None,
        result=decision.result.value if decision else "",
        concluded_on=case.concluded_on,
        on_time_statutory=_on_time(case, dates.due),
        on_time_promised=_on_time(case, dates.promised),
        delivery_due_on=dates.delivery,
        publication_due_on=dates.publication,
        delivery_method=(case.delivered_by or (case.delivery.method if case.delivery else "")),
        stage=stage_of(case, item_of(case, catalogue)),
        certificate_no=case.certificate_no,
        document_no=decision.document_no if decision else "",
        waybill=letters[-1].waybill if letters else "",
        posted_on=letters[-1].posted_on if letters else None,
        delivered_on=case.delivered_on,
        closed_on=case.closed_on,
        next_clock=next_clock,
        next_due_on=next_due,
        open=case.state not in (State.DELIVERED, State.CLOSED, *ENDED_EARLY) and not ledger_done(case),
        provisional=any(calendar.is_provisional(day) for day in (dates.due, dates.delivery) if day),
    )


def ledger_done(case: Case) -> bool:
    """A refusal read from a ledger has no service there: the line is the end of the matter."""
    return case.origin.value == "ledger" and case.concluded_on is not None


@dataclass(frozen=True, slots=True)
class _Dates:
    notice: date | None = None
    due: date | None = None
    promised: date | None = None
    delivery: date | None = None
    publication: date | None = None


def _dates(case: Case, catalogue: Catalogue, calendar: WorkingCalendar) -> _Dates:
    item, rule = item_of(case, catalogue), rule_of(case, catalogue)
    if case.received_on is None or item is None or rule is None:
        return _Dates()
    notice = due_date(calendar, start=case.received_on, limit=item.stages.supplement_notice)
    due, promised = decision_dates(case, item, rule, calendar)
    if case.decision is None:
        return _Dates(notice, due, promised)
    decided = case.decision.on
    return _Dates(
        notice,
        due,
        promised,
        due_date(calendar, start=decided, limit=item.stages.delivery),
        due_date(calendar, start=decided, limit=item.stages.publication),
    )


def decision_dates(
    case: Case, item: ItemVersion, rule: KindRule, calendar: WorkingCalendar
) -> tuple[date | None, date | None]:
    """Return the statutory and the promised day of decision of an accepted case, (None, None) before acceptance."""
    if case.accepted_on is None:
        return None, None
    begin = decision_start(case, item, rule, calendar, today=case.accepted_on) or case.accepted_on
    stops = stops_of(case)
    due = due_date(calendar, start=begin, limit=rule.statutory, stops=stops, extension=case.extension_days)
    return due, due_date(calendar, start=begin, limit=rule.promised, stops=stops)


def _on_time(case: Case, due: date | None) -> bool | None:
    if case.concluded_on is None or due is None or case.accepted_on is None:
        return None
    return case.concluded_on <= due


def _next(case: Case, dates: _Dates) -> tuple[str, date | None]:
    """Return the clock that presses now and its date; a stopped decision clock has no date."""
    if ledger_done(case):
        return "", None
    if case.state is State.RECEIVED:
        return ClockKind.SUPPLEMENT_NOTICE.value, dates.notice if case.supplemented_on is None else case.supplemented_on
    if case.state is State.AWAITING_SUPPLEMENT:
        return ClockKind.SUPPLEMENT_PERIOD.value, case.supplement_due_on
    if case.state in UNDER_REVIEW:
        if case.open_procedures:
            return ClockKind.DECISION_PROMISED.value, None
        return ClockKind.DECISION_PROMISED.value, dates.promised
    if case.state in DECIDED:
        return ClockKind.DELIVERY.value, dates.delivery
    return "", None
