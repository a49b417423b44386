"""The questions of the lists: Core selects over the projections, built from a filter."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from clerk_app.domain.errors import UsageProblem
from clerk_app.domain.listing import CaseFilter, InspectionRow, LicenceRow, LicenseeRow
from clerk_app.domain.overview import CaseOverview
from clerk_app.storage import finding, rows
from clerk_app.storage.codec import day_text
from clerk_app.storage.engine import driver_of
from clerk_app.storage.rows import CASE_ROW, INSPECTION_ROW, LICENCE_ROW, LICENSEE_ROW, OVERVIEW_FIELDS
from clerk_app.storage.search_index import HitKind

TEXT_HITS = 5_000
"""Most cases that a list filtered by text looks at; a longer answer is no list for a person."""


def _conditions(connection: Connection, wanted: CaseFilter) -> list[ColumnElement[bool]]:
    column = CASE_ROW.c
    spans = {
        "received_on": wanted.received,
        "accepted_on": wanted.accepted,
        "concluded_on": wanted.concluded,
        "posted_on": wanted.posted,
        "delivered_on": wanted.delivered,
    }
    found: list[ColumnElement[bool]] = [
        column[name].between(span[0].isoformat(), span[1].isoformat())
        for name, span in spans.items()
        if span is not None
    ]
    for asked, condition in (
        (wanted.open_only, column.open == literal_column("1")),
        (wanted.states, column.state.in_(wanted.states)),
        (wanted.stages, column.stage.in_(wanted.stages)),
        (wanted.item, column.item == wanted.item),
        (wanted.channel, column.channel == wanted.channel),
        (wanted.stopped_only, column.stopped_since.is_not(None)),
        (wanted.due_from, column.next_due_on >= (day_text(wanted.due_from) or "")),
        (wanted.due_until, column.next_due_on <= (day_text(wanted.due_until) or "")),
    ):
        if asked:
            found.append(condition)
    if wanted.text.strip():
        found.append(column.case_id.in_(_found_by_text(connection, wanted.text)))
    return found


def _found_by_text(connection: Connection, text: str) -> list[str]:
    return [entry.ref for entry in finding.entries(driver_of(connection), text, kind=HitKind.CASE, limit=TEXT_HITS)]


def overviews(
    connection: Connection, wanted: CaseFilter, *, order: str, descending: bool, limit: int, offset: int
) -> tuple[CaseOverview, ...]:
    """Return list rows, nulls last, then by case number.

    Raises:
        UsageProblem: `order_unknown` when `order` is no column of `CaseOverview`.
    """
    if order not in OVERVIEW_FIELDS:
        raise UsageProblem("order_unknown", order=order)
    column = CASE_ROW.c[order]
    # NULL is the smallest value: descending it comes last by itself, and the index over the column serves.
    ordering = [column.desc()] if descending else [column.is_(None), column]
    question = (
        select(CASE_ROW)
        .where(*_conditions(connection, wanted))
        .order_by(*ordering, CASE_ROW.c.case_no, CASE_ROW.c.case_id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(rows.overview_of(tuple(row)) for row in connection.execute(question))


def count(connection: Connection, wanted: CaseFilter) -> int:
    """Return how many cases match."""
    question = select(func.count()).select_from(CASE_ROW).where(*_conditions(connection, wanted))
    return int(connection.execute(question).scalar_one())


def licences(connection: Connection, *, holder_id: str, text: str, limit: int) -> tuple[LicenceRow, ...]:
    """Return licences, newest expiry first."""
    columns = [column for column in LICENCE_ROW.columns if column.name != "stream"]
    question = select(*columns).order_by(LICENCE_ROW.c.valid_to.desc(), LICENCE_ROW.c.licence_no).limit(limit)
    if holder_id:
        question = question.where(LICENCE_ROW.c.holder_id == holder_id)
    if text.strip():
        found = finding.entries(driver_of(connection), text, kind=HitKind.LICENCE, limit=limit)
        question = question.where(LICENCE_ROW.c.stream.in_([entry.ref for entry in found]))
    return tuple(rows.licence_row_of(tuple(row)) for row in connection.execute(question))


def licensees(connection: Connection, text: str, *, limit: int) -> tuple[LicenseeRow, ...]:
    """Return licensees that a text finds, the best match first; all by name when there is no text."""
    columns = [column for column in LICENSEE_ROW.columns if column.name != "stream"]
    if not text.strip():
        question = select(*columns).order_by(LICENSEE_ROW.c.name).limit(limit)
        return tuple(rows.licensee_row_of(tuple(row)) for row in connection.execute(question))
    found = finding.entries(driver_of(connection), text, kind=HitKind.LICENSEE, limit=limit)
    place = {entry.ref: at for at, entry in enumerate(found)}
    hits = connection.execute(select(LICENSEE_ROW.c.stream, *columns).where(LICENSEE_ROW.c.stream.in_(list(place))))
    ordered = sorted((tuple(row) for row in hits), key=lambda row: place[row[0]])
    return tuple(rows.licensee_row_of(row[1:]) for row in ordered)


def inspections(connection: Connection, first: date, last: date) -> tuple[InspectionRow, ...]:
    """Return inspections of a period, oldest first."""
    columns = [column for column in INSPECTION_ROW.columns if column.name not in ("act_id", "stream")]
    question = (
        select(*columns)
        .where(INSPECTION_ROW.c.day.between(first.isoformat(), last.isoformat()))
        .order_by(INSPECTION_ROW.c.day, INSPECTION_ROW.c.act_id)
    )
    return tuple(rows.inspection_row_of(tuple(row)) for row in connection.execute(question))
