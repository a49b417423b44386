"""Reads the ledgers of inspections and of licensees: one line, one act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from clerk_app.domain.acts.case import ApplicantType, IdType
from clerk_app.domain.acts.licensee import InspectionRecorded, LicenseeRegistered
from clerk_app.domain.catalogue import Trade
from clerk_app.domain.identifiers import check_credit_code, check_resident_id
from clerk_app.domain.keys import derived, ledger_act_id, licensee_stream
from clerk_app.domain.listing import LedgerProblem, LedgerRow, NewAct
from clerk_app.services.ledger import columns as c
from clerk_app.services.ledger.columns import LedgerKind
from clerk_app.services.ledger.reading import Cells
from clerk_app.services.ledger.rows import PlannedRow

TRADES: Mapping[str, Trade] = {
    **{trade.value: trade for trade in Trade},
    "非煤矿矿山": Trade.MINES,
    "危化品": Trade.HAZARDOUS_CHEMICALS,
}
_RESIDENT_SHAPE = re.compile(r"[0-9]{17}[0-9Xx]")
_BETWEEN_NAMES = re.compile(r"[、，,；;/ ]+")

Occurrences = Counter[tuple[date, str, str]]
"""How many visits of one day, holder and trade the file has had so far."""


def read_inspection(
    row: LedgerRow,
    *,
    office_code: str,
    today: date,
    occurrences: Occurrences,
    passed_over: frozenset[str] = frozenset(),
) -> tuple[PlannedRow | None, tuple[LedgerProblem, ...]]:
    """Read one visit; the n-th of a day, holder and trade keeps its place among them even if another is refused."""
    cells = Cells(row, passed_over=passed_over)
    cells.require(c.OBLIGATORY[LedgerKind.INSPECTIONS])
    on = cells.past_day(c.INSPECTED, today=today)
    trade = cells.word(c.TRADE, TRADES)
    number, _ = _number(cells, today=today)
    occurrence = 1
    if on is not None and trade is not None and number:
        occurrences[on, number, trade.value] += 1
        occurrence = occurrences[on, number, trade.value]
    act = InspectionRecorded(
        trade=trade.value if trade else "",
        holder=cells.name(c.HOLDER),
        holder_id=number,
        inspectors=tuple(one for one in _BETWEEN_NAMES.split(cells.text(c.INSPECTORS)) if one),
        findings=cells.whole(c.FINDINGS),
        documents=cells.whole(c.DOCUMENTS),
        fine_yuan=cells.whole(c.FINE),
        suspended=cells.word(c.SUSPENDED, c.CLAIMS) or False,
        note=cells.text(c.REMARK),
        occurrence=occurrence,
    )
    if cells.problems or passed_over or on is None:
        return None, tuple(cells.problems)
    key = derived("inspection", office_code, on.isoformat(), number, act.trade, occurrence)
    new = NewAct(licensee_stream(office_code, number), act, on, ledger_act_id(key, act.KIND))
    return PlannedRow(row.line, key, c.INSPECTED, on.isoformat(), (new,)), ()


def read_licensee(
    row: LedgerRow, *, office_code: str, today: date, passed_over: frozenset[str] = frozenset()
) -> tuple[PlannedRow | None, tuple[LedgerProblem, ...]]:
    """Read one licensee; the register bears no date, so that it tells how things stand on the day of the import."""
    cells = Cells(row, passed_over=passed_over)
    cells.require(c.OBLIGATORY[LedgerKind.LICENSEES])
    number, id_type = _number(cells, today=today)
    trade = cells.word(c.TRADE, TRADES)
    act = LicenseeRegistered(
        name=cells.name(c.FIRM),
        type=_holder_type(number, id_type),
        id_type=id_type,
        id_number=number,
        legal_representative=cells.name(c.REPRESENTATIVE),
        address=cells.text(c.ADDRESS),
        contact=cells.name(c.CONTACT),
        phone=cells.text(c.PHONE, limit=100),
        trade=trade.value if trade else "",
        key_supervision=cells.word(c.KEY_SUPERVISION, c.CLAIMS) or False,
    )
    if cells.problems or passed_over:
        return None, tuple(cells.problems)
    key = derived("licensee-line", office_code, number)
    new = NewAct(licensee_stream(office_code, number), act, today, ledger_act_id(key, act.KIND))
    return PlannedRow(row.line, key, c.CREDIT_CODE, number, (new,)), ()


def _number(cells: Cells, *, today: date) -> tuple[str, IdType]:
    """Return the holder's credit code, or ID number where a natural person stands in its place."""
    value = cells.raw(c.CREDIT_CODE)
    if not value:
        return "", IdType.CREDIT_CODE
    code = check_credit_code(value)
    if not code.valid and _RESIDENT_SHAPE.fullmatch(value):
        person = check_resident_id(value, today=today)
        if person.valid:
            return person.normalized, IdType.RESIDENT_ID
    cells.refuse_all(c.CREDIT_CODE, code.problems)
    return code.normalized, IdType.CREDIT_CODE


def _holder_type(number: str, id_type: IdType) -> ApplicantType:
    """Return who holds a number where the ledger does not say it: a credit code with 92 is a sole trader's.

    Source:
        GB 32100-2015, table 1: registering department 9, kind 2 (个体工商户).
    """
    if id_type is IdType.RESIDENT_ID:
        return ApplicantType.PERSON
    return ApplicantType.SOLE_TRADER if number.startswith("92") else ApplicantType.ENTITY
