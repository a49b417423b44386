"""Turns folds into rows of the projections, and rows back into the plain results of the ports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from operator import attrgetter

from clerk_app.domain.acts.base import StreamId
from clerk_app.domain.case import Case
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import InspectionRow, LicenceRow, LicenseeRow
from clerk_app.domain.office import Office
from clerk_app.domain.overview import CaseOverview, Stage, overview
from clerk_app.domain.procedure import State
from clerk_app.storage.base import table_of
from clerk_app.storage.codec import day_of, day_text
from clerk_app.storage.projected import CaseRow, InspectionTable, LicenceTable, LicenseeTable
from clerk_app.storage.statements import Cell, Row

CASE_ROW = table_of(CaseRow)
LICENCE_ROW = table_of(LicenceTable)
LICENSEE_ROW = table_of(LicenseeTable)
INSPECTION_ROW = table_of(InspectionTable)

OVERVIEW_FIELDS = tuple(field.name for field in fields(CaseOverview))
"""The columns of `case_row` in their order; a test compares them."""
INSPECTORS_BETWEEN = "、"


_FIELDS = attrgetter(*OVERVIEW_FIELDS)


def _cell(value: object) -> Cell:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, StrEnum):
        return value.value
    message = f"no column holds {type(value).__name__}"
    raise TypeError(message)


def case_cells(case: Case, office: Office) -> Row | None:
    """Return the row of a case, or None when nothing of it stands that a list could show."""
    if case.received_on is None:
        return None
    line = overview(case, office.catalogue, office.calendar)
    return tuple(one if one is None or one.__class__ is str else _cell(one) for one in _FIELDS(line))


def _reader_of(name: str, annotation: str) -> Callable[[Cell], object]:
    if name == "state":
        return lambda cell: State(str(cell))
    if name == "stage":
        return lambda cell: Stage(str(cell))
    if annotation.startswith("date"):
        return lambda cell: None if cell is None else date.fromisoformat(str(cell))
    if annotation.startswith("bool"):
        return lambda cell: None if cell is None else bool(cell)
    return lambda cell: cell


_READERS = tuple(_reader_of(field.name, str(field.type)) for field in fields(CaseOverview))


def overview_of(row: Row) -> CaseOverview:
    """Return the list row that `case_row` holds."""
    return CaseOverview(*(read(cell) for read, cell in zip(_READERS, row, strict=True)))  # type: ignore[arg-type]  # one reader for each field, by its annotation


def licence_cells(stream: StreamId, licence: Licence) -> Row | None:
    """Return the row of a licence, or None when it was never granted."""
    if not licence.licence_no:
        return None
    return (
        stream,
        licence.licence_no,
        licence.item,
        licence.holder,
        licence.holder_id,
        day_text(licence.valid_from),
        day_text(licence.valid_to),
        day_text(licence.granted_on),
        day_text(licence.cancelled_on),
        licence.cases[-1] if licence.cases else "",
    )


def licence_row_of(row: Row) -> LicenceRow:
    """Return the licence that a row of `licence_row` (without its stream) holds."""
    number, item, holder, holder_id, *days, case_id = row
    first, last, granted, cancelled = (day_of(None if day is None else str(day)) for day in days)
    return LicenceRow(
        str(number), str(item), str(holder), str(holder_id), first, last, granted, cancelled, str(case_id)
    )


def licensee_cells(stream: StreamId, licensee: Licensee) -> Row | None:
    """Return the row of a licensee, or None when only inspections are known."""
    if not licensee.told:
        return None
    return (
        stream,
        licensee.id_number,
        licensee.name,
        licensee.type.value,
        licensee.told[-1][2].id_type.value,
        licensee.legal_representative,
        licensee.address,
        licensee.contact,
        licensee.phone,
        licensee.trade,
        int(licensee.key_supervision),
    )


def licensee_row_of(row: Row) -> LicenseeRow:
    """Return the licensee that a row of `licensee_row` (without its stream) holds."""
    id_number, name, kind, id_type, person, address, contact, phone, trade, key_supervision = row
    return LicenseeRow(
        str(id_number),
        str(name),
        str(kind),
        str(id_type),
        str(person),
        str(address),
        str(contact),
        str(phone),
        str(trade),
        bool(key_supervision),
    )


def inspection_cells(stream: StreamId, licensee: Licensee) -> list[Row]:
    """Return one row for each inspection visit."""
    return [
        (
            visit.act_id,
            stream,
            visit.on.isoformat(),
            visit.inspection.trade,
            visit.inspection.holder,
            visit.inspection.holder_id,
            INSPECTORS_BETWEEN.join(visit.inspection.inspectors),
            visit.inspection.findings,
            visit.inspection.documents,
            visit.inspection.fine_yuan,
            int(visit.inspection.suspended),
        )
        for visit in licensee.visits
    ]


def inspection_row_of(row: Row) -> InspectionRow:
    """Return the visit that a row of `inspection_row` (without id and stream) holds."""
    day, trade, holder, holder_id, inspectors, findings, documents, fine, suspended = row
    return InspectionRow(
        date.fromisoformat(str(day)),
        str(trade),
        str(holder),
        str(holder_id),
        str(inspectors),
        int(findings or 0),
        int(documents or 0),
        int(fine or 0),
        suspended=bool(suspended),
    )
