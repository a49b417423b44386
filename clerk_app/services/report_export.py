"""The yearly report as people hand it on: a workbook with figures and rows, the paper, the facts for a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import ComplaintReceived
from clerk_app.domain.catalogue import Trade
from clerk_app.domain.identifiers import IdKind, identify
from clerk_app.domain.listing import CaseFilter, InspectionRow, SheetTable
from clerk_app.domain.overview import CaseOverview
from clerk_app.domain.papers import FactValue, PaperData, PaperDocument, mask_identity
from clerk_app.ports import PaperRenderer, Reader
from clerk_app.services.paper_filling import office_block
from clerk_app.services.report import TOTAL, YearlyReport
from clerk_app.services.report_rows import Figure, YearRows
from clerk_app.wording import source_word

_ALL = 10_000_000
_WAN = 10_000


class BookWriter(Protocol):
    """Writes a workbook of several sheets."""

    def write_book(self, path: Path, sheets: Sequence[SheetTable]) -> None:
        """Write the workbook, whole or not at all; raises `EnvironmentProblem` when it cannot."""
        ...


class ReportWriter(Protocol):
    """Fills the Word template of the yearly report."""

    def write(self, path: Path, facts: Mapping[str, FactValue]) -> None:
        """Write the document, whole or not at all; raises `EnvironmentProblem` when it cannot."""
        ...


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the known licensees of a kind were visited in the year."""

    visited: int
    known: int

    @property
    def is_whole(self) -> bool:
        """Say whether there are such licensees and all were visited."""
        return 0 < self.known == self.visited


@dataclass(frozen=True, slots=True)
class ReportBeside:
    """What the report says beside the contract's figures; it takes every case of the year and the register to know.

    `mines` is about 非煤矿山, `key` about the enterprises marked 两重点一重大.
    """

    complaints: int
    mines: Coverage
    key: Coverage


def beside(reader: Reader, year: int) -> ReportBeside:
    """Count complaints of the year and how much of the register was visited; seconds for ten thousand cases."""
    visited = {one.holder_id for one in YearRows(reader, year).visits(Figure.VISITS)}
    register = reader.licensees("", limit=_ALL)
    mines = {one.id_number for one in register if one.trade == Trade.MINES.value}
    key = {one.id_number for one in register if one.key_supervision}
    return ReportBeside(
        complaints=_complaints(reader, year),
        mines=Coverage(len(mines & visited), len(mines)),
        key=Coverage(len(key & visited), len(key)),
    )


def _complaints(reader: Reader, year: int) -> int:
    """Count complaints received in a year, whichever case they are about."""
    cases = reader.overviews(CaseFilter(received=(date.min, date(year, 12, 31))), order="received_on", limit=_ALL)
    folded = (reader.case(CaseId(one.case_id)) for one in cases)
    return sum(
        isinstance(entry.act, ComplaintReceived) and entry.on.year == year
        for case in folded
        if case is not None
        for entry in case.asides
    )


def report_sheets(reader: Reader, report: YearlyReport) -> tuple[SheetTable, ...]:
    """Return the workbook: the figures with their reconciliation, then the rows behind them, sheet by sheet."""
    rows = YearRows(reader, report.year)
    names = {one.code: one.name for one in reader.office().items}
    of_cases = (Figure.ACCEPTED, Figure.CLOSED, Figure.OPEN_BEFORE, Figure.OPEN_AFTER, Figure.MAILED)
    return (
        _figures(report),
        _items(report),
        *(
            SheetTable(
                source_word(f"report.sheet.{figure.value}"),
                _headers(_CASE_COLUMNS),
                tuple(_case_cells(one, names, report.year) for one in rows.cases(figure)),
            )
            for figure in of_cases
        ),
        SheetTable(
            source_word("report.sheet.visits"),
            _headers(_VISIT_COLUMNS),
            tuple(_visit_cells(one) for one in rows.visits(Figure.VISITS)),
        ),
    )


def _headers(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source_word(f"report.column.{name}") for name in columns)


def _figures(report: YearlyReport) -> SheetTable:
    told = report.as_json()
    before, accepted, closed, after = report.reconciliation
    rows: list[tuple[str | int, ...]] = [(source_word("figure.licence_items"), report.licence_items)]
    for key, value in told.items():
        if isinstance(value, dict):
            rows += [
                (source_word("report.visits_of", trade=name), count) for name, count in value.items() if name != TOTAL
            ]
            rows.append((source_word("figure.visits"), value[TOTAL]))
        elif key != "year":
            rows.append((source_word(f"figure.{key}"), value))
    rows.append((source_word("figure.ended_before_acceptance"), report.ended_before_acceptance))
    told_reckoning = source_word("report.reconciliation", before=before, accepted=accepted, closed=closed, after=after)
    rows.append((told_reckoning, ""))
    return SheetTable(source_word("report.sheet.figures"), _headers(("figure", "value")), tuple(rows))


_ITEM_COLUMNS = ("item", "received", "accepted", "closed", "granted", "refused", "withdrawn")


def _items(report: YearlyReport) -> SheetTable:
    rows = tuple(
        (one.name, one.received, one.accepted, one.closed, one.granted, one.refused, one.withdrawn)
        for one in report.by_item
    )
    return SheetTable(source_word("report.sheet.items"), _headers(_ITEM_COLUMNS), rows)


_CASE_COLUMNS = (
    "case_no",
    "item",
    "kind",
    "applicant",
    "id_number",
    "channel",
    "received_on",
    "accepted_on",
    "result",
    "concluded_on",
    "due_on",
    "promised_on",
    "certificate_no",
    "posted_on",
    "delivered_on",
    "doubtful",
)


def _case_cells(one: CaseOverview, names: Mapping[str, str], year: int) -> tuple[str, ...]:
    return (
        one.case_no,
        names.get(one.item, one.item),
        source_word(f"kind.{one.item_kind}"),
        one.applicant,
        _shown_number(one.applicant_id, year),
        source_word(f"channel.{one.channel}"),
        _day(one.received_on),
        _day(one.accepted_on),
        source_word(f"result.{one.result}") if one.result else source_word(f"state.{one.state.value}"),
        _day(one.concluded_on),
        _day(one.due_on),
        _day(one.promised_on),
        one.certificate_no,
        _day(one.posted_on),
        _day(one.delivered_on),
        source_word("report.yes") if one.doubtful else "",
    )


_VISIT_COLUMNS = (
    "on",
    "trade",
    "holder",
    "id_number",
    "inspectors",
    "findings",
    "documents",
    "fine_yuan",
    "suspended",
)


def _visit_cells(one: InspectionRow) -> tuple[str | int, ...]:
    return (
        one.on.isoformat(),
        one.trade,
        one.holder,
        _shown_number(one.holder_id, one.on.year),
        one.inspectors,
        one.findings,
        one.documents,
        one.fine_yuan,
        source_word("report.yes") if one.suspended else "",
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _shown_number(number: str, year: int) -> str:
    """Return the number of a firm in full and that of a person masked; one that could be either is a person's."""
    kind = identify(number, today=date(year, 12, 31)).kind
    return number if kind is IdKind.CREDIT_CODE else mask_identity(number)


def report_facts(report: YearlyReport, extra: ReportBeside) -> dict[str, FactValue]:
    """Return every fact of the paper 年度报告 that is reckoned; its narrative chapters are the bureau's own."""
    visits = dict(report.visits)
    items = tuple(
        (one.name, *(str(count) for count in (one.accepted, one.closed, one.granted, one.refused, one.withdrawn)))
        for one in report.by_item
    )
    return {
        **_told_of_coverage(report, extra),
        "year": str(report.year),
        "items_count": str(report.licence_items),
        "received": str(report.received),
        "accepted": str(report.accepted),
        "closed": str(report.closed),
        "open_before": str(report.open_before),
        "open_after": str(report.open_after),
        "on_time_statutory": str(report.closed_on_time_statutory),
        "on_time_promised": str(report.closed_on_time_promised),
        "granted": str(report.granted),
        "refused": str(report.refused),
        "withdrawn": str(report.withdrawn),
        "complaints": str(extra.complaints),
        "online_accepted": str(report.online_accepted),
        "mailed": str(report.mailed),
        "by_item": items or ((source_word("report.no_items"), *("0",) * 5),),
        "visits": tuple((trade, str(count)) for trade, count in report.visits if trade != TOTAL),
        "visits_total": str(visits[TOTAL]),
        "findings": str(report.findings),
        "enforcement_documents": str(report.enforcement_documents),
        "fined_enterprises": str(report.fined_enterprises),
        "suspended_enterprises": str(report.suspended_enterprises),
        "fine_yuan": str(report.fine_yuan),
    }


def _told_of_coverage(report: YearlyReport, extra: ReportBeside) -> dict[str, FactValue]:
    """Return the sentences that only stand where they can be said."""
    facts: dict[str, FactValue] = {}
    if report.least_compression is not None:
        facts["compression"] = source_word("report.at_least", percent=report.least_compression)
    if report.licence_items and report.all_depth_three:
        facts["effects"] = source_word("report.all_depth_three")
    covered = [
        source_word(code, known=one.known, visited=one.visited)
        for code, one in (("report.mines_covered", extra.mines), ("report.key_covered", extra.key))
        if one.known
    ]
    if covered:
        facts["supervision"] = "".join(covered)
    return facts


def word_facts(report: YearlyReport, extra: ReportBeside, *, office_name: str, on: date) -> dict[str, FactValue]:
    """Return what the Word template may use: the paper's facts, the bureau, the day, and claims as 是 or empty."""
    yes = source_word("report.yes")
    claims = {
        "all_on_time": report.closed == report.closed_on_time_statutory,
        "all_promised": report.closed == report.closed_on_time_promised,
        "all_online": report.all_online,
        "all_depth_three": report.all_depth_three,
        "no_complaints": extra.complaints == 0,
        "mines_covered": extra.mines.is_whole,
        "key_covered": extra.key.is_whole,
    }
    amount, rest = divmod(report.fine_yuan, _WAN)
    fine = (
        source_word("report.yuan", amount=report.fine_yuan) if rest else source_word("report.wan_yuan", amount=amount)
    )
    return {
        **report_facts(report, extra),
        **{name: yes if holds else "" for name, holds in claims.items()},
        "office": office_name,
        "issued_on": on,
        "last_year": str(report.year - 1),
        "fine": fine if report.fine_yuan else source_word("report.yuan", amount=0),
    }


def report_paper(reader: Reader, report: YearlyReport, *, on: date, training: bool) -> PaperData:
    """Return the content of the paper 年度报告."""
    return PaperData(
        document=PaperDocument.YEARLY_REPORT,
        case_no=str(report.year),
        office=office_block(reader.office()),
        facts=report_facts(report, beside(reader, report.year)),
        issued_on=on,
        training=training,
    )


def export_sheets(writer: BookWriter, path: Path, reader: Reader, report: YearlyReport) -> None:
    """Write figures and rows to a workbook."""
    writer.write_book(path, report_sheets(reader, report))


def export_word(writer: ReportWriter, path: Path, reader: Reader, report: YearlyReport, *, on: date) -> None:
    """Write the report as a Word file that the bureau goes on editing."""
    block = office_block(reader.office())
    writer.write(path, word_facts(report, beside(reader, report.year), office_name=block.name, on=on))


def render_report(renderer: PaperRenderer, reader: Reader, report: YearlyReport, *, on: date, training: bool) -> bytes:
    """Return the report as PDF."""
    return renderer.render(report_paper(reader, report, on=on, training=training))
