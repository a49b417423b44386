"""Turns one line of the ledger of cases into the acts it tells of: one group, ids derived from the line alone."""

from __future__ import annotations

import uuid
from datetime import date

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts import licence as licence_acts
from clerk_app.domain.acts.base import Act, CaseId, StreamId
from clerk_app.domain.acts.case import DecisionResult, DeliveryChoice, DeliveryMethod
from clerk_app.domain.acts.licensee import LicenseeRegistered
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.keys import case_stream, ledger_act_id, ledger_case_id, licence_stream, licensee_stream
from clerk_app.domain.listing import NewAct
from clerk_app.domain.numbering import parse_number
from clerk_app.domain.office import Office
from clerk_app.services.ledger import columns as c
from clerk_app.services.ledger.case_lines import CaseLine
from clerk_app.services.ledger.columns import LedgerResult
from clerk_app.services.ledger.rows import PlannedRow

LEDGER_NUMBER_PREFIX = "台账"
"""How a case number says that the case comes from a ledger, which gives none of its own."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that could be taken for another
_LETTER_BITS = 5
_LETTER_COUNT = 6


def ledger_case_no(case_id: CaseId, received_on: date) -> str:
    """Return the number of a ledger's case, e.g. 台账20200103-7F3K2M: day of receipt and thirty bits of its id.

    It is the same on every machine; within one day of receipt two of forty cases meet once in a million days.
    """
    bits = uuid.UUID(case_id).int
    letters = "".join(_LETTERS[bits >> _LETTER_BITS * place & 31] for place in reversed(range(_LETTER_COUNT)))
    return f"{LEDGER_NUMBER_PREFIX}{received_on:%Y%m%d}-{letters}"


class _Group:
    """Collects the acts of one line; the ordinal of a kind makes the second act of it another one."""

    def __init__(self, case_id: CaseId) -> None:
        self.acts: list[NewAct] = []
        self._case_id = case_id
        self._here = case_stream(case_id)

    def add(self, act: Act, on: date, *, stream: StreamId | None = None) -> None:
        ordinal = 1 + sum(one.act.KIND == act.KIND for one in self.acts)
        act_id = ledger_act_id(self._case_id, act.KIND, ordinal)
        self.acts.append(NewAct(stream or self._here, act, on, act_id))


def plan_case(line: CaseLine, *, office_code: str, office: Office, training: bool) -> PlannedRow:
    """Return the group of a line: receipt, supplement, acceptance, stop, end of the matter, letter and delivery.

    The checklist stays empty (a ledger has none), told dates too; the flags come later (`doubts`).
    """
    case_id = ledger_case_id(
        office_code,
        received_on=line.received_on,
        item=line.item.code,
        kind=line.kind.value,
        applicant_id=line.applicant.id_number,
    )
    group = _Group(case_id)
    _counter(group, line, case_no=ledger_case_no(case_id, line.received_on), training=training)
    _stop(group, line, case_id)
    _end(group, line, case_id, office=office, office_code=office_code)
    _delivery(group, line)
    if line.rest.remark:
        group.add(acts.NoteAdded(line.rest.remark), line.received_on)
    registered = _licensee(line)
    group.add(registered, line.received_on, stream=licensee_stream(office_code, registered.id_number))
    return PlannedRow(
        line=line.line,
        key=case_id,
        key_column=c.ID_NUMBER,
        key_value=line.applicant.id_number,
        acts=tuple(group.acts),
        case=line,
    )


def _counter(group: _Group, line: CaseLine, *, case_no: str, training: bool) -> None:
    applicant = line.applicant
    choice = None
    if line.rest.method is DeliveryMethod.POST:
        recipient = applicant.contact or applicant.name
        choice = DeliveryChoice(line.rest.method, recipient, applicant.phone, address=applicant.address)
    elif line.rest.method is not None:
        choice = DeliveryChoice(line.rest.method)
    received = acts.MaterialsReceived(
        case_no=case_no,
        item=line.item.code,
        item_kind=line.kind,
        applicant=applicant,
        channel=line.rest.channel,
        delivery=choice,
        training=training,
    )
    group.add(received, line.received_on)
    if line.notified_on is not None and line.supplemented_on is not None:
        group.add(acts.SupplementNotified(materials=()), line.notified_on)
        group.add(acts.SupplementReceived(materials=(), complete=True), line.supplemented_on)
    group.add(acts.Accepted(item_version=line.item.version), line.accepted_on)


def _stop(group: _Group, line: CaseLine, case_id: CaseId) -> None:
    """Add the special procedure; its basis is the line of the ledger, there is no notice number (README of 2020)."""
    if line.stop_first is None:
        return
    procedure_id = ledger_act_id(case_id, "procedure", 1)
    group.add(acts.ProcedureStarted(procedure_id, line.rest.procedure, _BASIS, line.stop_first), line.stop_first)
    if line.stop_last is not None:
        group.add(acts.ProcedureEnded(procedure_id, line.stop_last), line.stop_last)


_BASIS = "台账记载"


def _end(group: _Group, line: CaseLine, case_id: CaseId, *, office: Office, office_code: str) -> None:
    if line.rest.result is None or line.decided_on is None:
        return
    concluded_on = line.concluded_on if line.concluded_on != line.decided_on else None
    if line.rest.result is LedgerResult.WITHDRAWN:
        group.add(acts.ApplicationWithdrawn(_WITHDRAWN, concluded_on), line.decided_on)
        return
    decided = acts.Decided(
        result=DecisionResult(line.rest.result.value),
        certificate_no=line.rest.certificate_no,
        valid_from=line.rest.valid_from,
        valid_to=line.rest.valid_to,
        concluded_on=concluded_on,
    )
    group.add(decided, line.decided_on)
    if line.rest.result is LedgerResult.GRANTED and line.rest.certificate_no:
        number = imported_number(line, office)
        if number is not None:
            group.add(number, line.decided_on)
        stream = licence_stream(office_code, line.rest.certificate_no)
        group.add(_licence_act(line, case_id), line.decided_on, stream=stream)


_WITHDRAWN = "申请人撤回申请"


def imported_number(line: CaseLine, office: Office) -> acts.NumberGiven | None:
    """Return the certificate's number as one of the item's series, None if it is not of the series' form.

    A number without a year counts for the year of the decision.
    """
    series = next((one for one in office.series if one.series == line.item.number_series), None)
    parsed = parse_number(series.template, line.rest.certificate_no) if series is not None and series.template else None
    if series is None or parsed is None or line.decided_on is None:
        return None
    year = parsed.year or line.decided_on.year
    return acts.NumberGiven(series.series, year, parsed.n, line.rest.certificate_no, series.document, imported=True)


def _licence_act(line: CaseLine, case_id: CaseId) -> Act:
    """Return what the grant does to the licence of this number."""
    holder = line.applicant
    number, item = line.rest.certificate_no, line.item.code
    span = (line.rest.valid_from, line.rest.valid_to)
    match line.kind:
        case Kind.RENEW:
            return licence_acts.LicenceRenewed(number, item, holder.name, holder.id_number, case_id, *span)
        case Kind.CHANGE | Kind.REPLACE:
            return licence_acts.LicenceChanged(number, item, holder.name, holder.id_number, case_id, *span)
        case Kind.CANCEL:
            return licence_acts.LicenceCancelled(_CANCELLED, case_id)
        case _:
            return licence_acts.LicenceGranted(number, item, holder.name, holder.id_number, case_id, *span)


_CANCELLED = "申请注销"


def _delivery(group: _Group, line: CaseLine) -> None:
    applicant = line.applicant
    if line.posted_on is not None and line.rest.waybill:
        recipient = applicant.contact or applicant.name
        posted = acts.Posted(line.rest.waybill, recipient, applicant.address, applicant.phone)
        group.add(posted, line.posted_on)
    if line.signed_on is not None and line.rest.method is not None:
        group.add(acts.Delivered(line.rest.method), line.signed_on)


def _licensee(line: CaseLine) -> LicenseeRegistered:
    told = line.applicant
    return LicenseeRegistered(
        name=told.name,
        type=told.type,
        id_type=told.id_type,
        id_number=told.id_number,
        legal_representative=told.legal_representative,
        address=told.address,
        contact=told.contact,
        phone=told.phone,
        trade=line.item.trade.value,
    )
