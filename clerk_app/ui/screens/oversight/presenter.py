"""Behind oversight: the years there are, a year's figures and rows, the registers, and one licensee's history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import CaseFilter, InspectionRow
from clerk_app.ports import Reader
from clerk_app.services.report import YearlyReport, cases_of, yearly_report
from clerk_app.services.report_rows import Figure, YearRows
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.screens.oversight.columns import (
    FigureCase,
    HistoryLine,
    ItemLine,
    LicenceLine,
    VisitLine,
    licence_line,
)
from clerk_app.ui.screens.oversight.figures import Shown
from clerk_app.ui.tasks import is_cancelled
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.wording import word

_MOST = 5_000
"""Rows of a register that are shown at once; a person looks for one by its name or number."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as the page shows it; `report` is None when it does not reconcile, `fault` then says how."""

    year: int
    report: YearlyReport | None
    months: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
    """Received, accepted and concluded in each month."""
    visits: tuple[VisitLine, ...]
    items: tuple[ItemLine, ...] = ()
    fault: RuleViolation | None = None


@dataclass(frozen=True, slots=True)
class FigureRows:
    """The rows of a figure: cases or visits."""

    shown: Shown
    cases: tuple[FigureCase, ...] = ()
    visits: tuple[VisitLine, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What is known of a licensee, newest first."""

    id_number: str
    licensee: Licensee | None
    lines: tuple[HistoryLine, ...]


class OversightPresenter(QObject):
    """Reads for the page of oversight.

    Signals:
        years_read(object): the first year with a case, the newest one with a case, and this year, as a tuple.
        year_read(object): the `YearView` that was asked for last.
        rows_read(object): the `FigureRows` that were asked for last.
        item_read(object): the `FigureCase`s of the item that was asked for last.
        licences_read(object), licensees_read(object): the rows of a register.
        history_read(object): the `History` that was asked for last.
        failed(object): an error of reading.
    """

    years_read = Signal(object)
    year_read = Signal(object)
    rows_read = Signal(object)
    item_read = Signal(object)
    licences_read = Signal(object)
    licensees_read = Signal(object)
    history_read = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self._asked: dict[str, int] = {}

    def load(self) -> None:
        """Find out which years there are."""
        self._submit("years", partial(_years, self._reader, self._ctx.today()), self.years_read.emit)

    def load_year(self, year: int) -> None:
        """Read a year's figures."""
        self._submit("year", partial(_year_view, self._reader, year), self.year_read.emit)

    def load_rows(self, year: int, shown: Shown) -> None:
        """Read the rows behind a figure."""
        self._submit("rows", partial(_figure_rows, self._reader, year, shown), self.rows_read.emit)

    def load_item(self, year: int, item: str) -> None:
        """Read the cases of an item in a year."""
        self._submit("item", partial(_item_cases, self._reader, year, item), self.item_read.emit)

    def load_licences(self, text: str) -> None:
        """Read the register of licences, newest expiry first."""
        self._submit("licences", partial(_licences, self._reader, text, self._ctx.today()), self.licences_read.emit)

    def load_licensees(self, text: str) -> None:
        """Read the register of licensees."""
        self._submit("licensees", partial(self._reader.licensees, text, limit=_MOST), self.licensees_read.emit)

    def load_history(self, id_number: str) -> None:
        """Read what is known of a licensee."""
        self._submit("history", partial(_history, self._reader, id_number), self.history_read.emit)

    @property
    def _reader(self) -> Reader:
        return self._ctx.services.desk.reader

    def _submit(self, question: str, job: Callable[[], object], done: Callable[[object], None]) -> None:
        number = self._asked.get(question, 0) + 1
        self._asked[question] = number

        def answered(result: object) -> None:
            if self._asked[question] == number:
                done(result)

        self._ctx.tasks.submit(self._owner, job, done=answered, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def _years(reader: Reader, today: date) -> tuple[int, int, int]:
    every = CaseFilter()
    oldest = reader.overviews(every, order="received_on", limit=1)
    newest = reader.overviews(every, order="received_on", descending=True, limit=1)
    first, last = (
        found[0].received_on.year if found and found[0].received_on else today.year for found in (oldest, newest)
    )
    return first, last, max(today.year, last)


def _year_view(reader: Reader, year: int) -> YearView:
    report: YearlyReport | None = None
    fault: RuleViolation | None = None
    try:
        report = yearly_report(reader, year, office=reader.office())
    except RuleViolation as violation:
        fault = violation
    rows = YearRows(reader, year)
    months = (
        _by_month(one.received_on for one in rows.cases(Figure.RECEIVED)),
        _by_month(one.accepted_on for one in rows.cases(Figure.ACCEPTED)),
        _by_month(one.concluded_on for one in rows.cases(Figure.CLOSED)),
    )
    names = _short_names(reader)
    items = tuple(ItemLine(one, names.get(one.item, one.name)) for one in report.by_item) if report else ()
    return YearView(year, report, months, _visit_lines(rows.visits(Figure.VISITS)), items, fault)


def _short_names(reader: Reader) -> dict[str, str]:
    return {one.code: one.short_name for one in reader.office().items}


def _item_cases(reader: Reader, year: int, item: str) -> tuple[FigureCase, ...]:
    """Return the cases of an item that were received, accepted or closed in a year, by day of receipt."""
    span = (date(year, 1, 1), date(year, 12, 31))
    asked = (
        CaseFilter(item=item, received=span),
        CaseFilter(item=item, accepted=span),
        CaseFilter(item=item, concluded=span),
    )
    found = {one.case_id: one for wanted in asked for one in reader.overviews(wanted, limit=_MOST)}
    name = _short_names(reader).get(item, item)
    ordered = sorted(found.values(), key=lambda one: (one.received_on or date.max, one.case_no))
    return tuple(FigureCase(one, name) for one in ordered)


def _by_month(days: Iterable[date | None]) -> tuple[int, ...]:
    counts = Counter(day.month for day in days if day is not None)
    return tuple(counts[month] for month in range(1, MONTHS + 1))


def _visit_lines(visits: Iterable[InspectionRow]) -> tuple[VisitLine, ...]:
    return tuple(VisitLine(place, one) for place, one in enumerate(visits))


def _figure_rows(reader: Reader, year: int, shown: Shown) -> FigureRows:
    found = cases_of(reader, year, shown.figure)
    names = _short_names(reader)
    visits = [one for one in found if isinstance(one, InspectionRow) and shown.trade in ("", one.trade)]
    cases = tuple(FigureCase(one, names.get(one.item, one.item)) for one in found if not isinstance(one, InspectionRow))
    return FigureRows(shown, cases, _visit_lines(visits))


def _licences(reader: Reader, text: str, today: date) -> tuple[LicenceLine, ...]:
    catalogue = reader.office().catalogue
    return tuple(licence_line(one, catalogue, today=today) for one in reader.licences(text=text, limit=_MOST))


def _history(reader: Reader, id_number: str) -> History:
    lines = [*_of_cases(reader, id_number), *_of_licences(reader, id_number)]
    licensee = reader.licensee(id_number)
    if licensee is not None:
        lines += _of_visits(licensee)
    lines.sort(key=lambda one: one.on or date.min, reverse=True)
    numbered = tuple(HistoryLine(at, one.on, one.what, one.text, one.case_id) for at, one in enumerate(lines))
    return History(id_number, licensee, numbered)


def _of_cases(reader: Reader, id_number: str) -> list[HistoryLine]:
    names = _short_names(reader)
    what = ChipLook(word("hit.case"), Tone.INFO, "folder")
    return [
        HistoryLine(
            0,
            one.received_on,
            what,
            f"{names.get(one.item, one.item)} {word(f'kind.{one.item_kind}')} · {word(f'state.{one.state.value}')}",
            one.case_id,
        )
        for one in reader.overviews(CaseFilter(text=id_number), order="received_on", limit=_MOST)
        if one.applicant_id == id_number
    ]


def _of_licences(reader: Reader, id_number: str) -> list[HistoryLine]:
    what = ChipLook(QCoreApplication.translate("Oversight", "许可"), Tone.OK, "certificate")
    return [
        HistoryLine(0, one.granted_on, what, one.licence_no, one.case_id)
        for one in reader.licences(holder_id=id_number, limit=_MOST)
    ]


def _of_visits(licensee: Licensee) -> list[HistoryLine]:
    what = ChipLook(QCoreApplication.translate("Oversight", "检查"), Tone.NEUTRAL, "oversight")
    form = QCoreApplication.translate("Oversight", "隐患 {findings} 处，文书 {documents} 份")
    fined = QCoreApplication.translate("Oversight", "，罚款 {fine} 元")
    found = []
    for visit in licensee.visits:
        act = visit.inspection
        text = form.format(findings=act.findings, documents=act.documents)
        text += fined.format(fine=f"{act.fine_yuan:,}") if act.fine_yuan else ""
        found.append(HistoryLine(0, visit.on, what, text))
    return found
