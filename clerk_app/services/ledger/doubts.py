"""What makes a line of the ledger doubtful although it can be: too late, or against a rule of validity (历史数据存疑).

A renewal that was asked for later than three months before expiry is neither refused nor doubted (README of 2020).
Where a year's holidays are not known, nothing is called late.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from clerk_app.domain.acts.case import ApplicantType, IdType
from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.domain.catalogue import Kind, ResultKind
from clerk_app.domain.clocks import Limit, Stop, due_date
from clerk_app.domain.office import Office
from clerk_app.domain.validity import valid_until
from clerk_app.services.ledger.case_acts import imported_number
from clerk_app.services.ledger.case_lines import CaseLine
from clerk_app.services.ledger.columns import LedgerResult

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KnownLicence:
    """A licence of the same holder and item that was there before: its number, validity and day of decision."""

    number: str
    valid_from: date
    valid_to: date
    granted_on: date


def doubts_of(line: CaseLine, office: Office, *, earlier: Iterable[KnownLicence] = ()) -> tuple[str, ...]:
    """Return the codes of everything doubtful about a line, in the order of its columns.

    Args:
        line: a line with nothing wrong in it.
        office: items, calendar and number series.
        earlier: the holder's other licences of this item as far as they are known; of several, one that fits is enough.
    """
    return (
        *_late(line, office.calendar),
        *_about_applicant(line),
        *_about_certificate(line, office),
        *_about_validity(line, tuple(one for one in earlier if line.decided_on and one.granted_on <= line.decided_on)),
    )


def _late(line: CaseLine, calendar: WorkingCalendar) -> Iterable[str]:
    stages, rule = line.item.stages, line.item.rule(line.kind)
    told_on = line.notified_on or line.accepted_on
    code = "doubt.late_notice" if line.notified_on else "doubt.late_acceptance"
    if _is_late(calendar, line.received_on, stages.supplement_notice, told_on):
        yield code
    if line.supplemented_on and _is_late(calendar, line.supplemented_on, stages.supplement_notice, line.accepted_on):
        yield "doubt.late_acceptance"
    stops = [Stop(line.stop_first, line.stop_last)] if line.stop_first else []
    if (
        rule is not None
        and line.ended_on
        and _is_late(calendar, line.accepted_on, rule.statutory, line.ended_on, stops)
    ):
        yield "doubt.late_decision"
    if line.decided_on and line.signed_on and _is_late(calendar, line.decided_on, stages.delivery, line.signed_on):
        yield "doubt.late_delivery"


def _is_late(calendar: WorkingCalendar, start: date, limit: Limit, done_on: date, stops: Iterable[Stop] = ()) -> bool:
    if calendar.is_provisional_between(start, done_on):
        return False
    return done_on > due_date(calendar, start=start, limit=limit, stops=tuple(stops))


def _about_applicant(line: CaseLine) -> Iterable[str]:
    applicant = line.applicant
    is_person = applicant.type is ApplicantType.PERSON
    by_card = applicant.id_type is IdType.RESIDENT_ID
    if (is_person and applicant.id_type is IdType.CREDIT_CODE) or (applicant.type is ApplicantType.ENTITY and by_card):
        yield "doubt.id_type"
    if line.phone_strange:
        yield "doubt.phone"
    if not line.item.accepted_here:
        yield "doubt.not_competent"


def _about_certificate(line: CaseLine, office: Office) -> Iterable[str]:
    if line.rest.result is not LedgerResult.GRANTED or line.kind is Kind.CANCEL:
        return
    if not line.rest.certificate_no:
        yield "doubt.certificate_missing"
        return
    series = next((one for one in office.series if one.series == line.item.number_series), None)
    if series is not None and series.confirmed and imported_number(line, office) is None:
        yield "doubt.certificate_form"


def _about_validity(line: CaseLine, earlier: tuple[KnownLicence, ...]) -> Iterable[str]:
    if line.rest.result is not LedgerResult.GRANTED or line.kind is Kind.CANCEL:
        return
    first, last, years = line.rest.valid_from, line.rest.valid_to, line.item.validity_years
    if line.item.result is ResultKind.REVIEW_OPINION or years is None:
        if first or last:
            yield "doubt.validity_not_expected"
        return
    if first is None or last is None:
        yield "doubt.validity_missing"
        return
    if valid_until(first, years=years) != last:
        yield "doubt.validity_length"
    begins_anew = line.kind in (Kind.NEW, Kind.REAPPLY)
    if begins_anew and line.decided_on and first < line.decided_on:
        yield "doubt.validity_before_decision"
    if line.kind is Kind.RENEW and earlier and not any(first == one.valid_to + _ONE_DAY for one in earlier):
        yield "doubt.renewal_start"
    keeps = line.kind in (Kind.CHANGE, Kind.REPLACE) and earlier
    if keeps and not any((first, last) == (one.valid_from, one.valid_to) for one in earlier):
        yield "doubt.validity_changed"
