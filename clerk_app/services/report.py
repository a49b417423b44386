"""The figures of a year, each opening to its rows: what the yearly report on licensing says.

Source:
    广东省行政许可监督管理条例; the bureau's published report of 2020 for the figures, contracts for their days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clerk_app.domain.catalogue import ItemType, ItemVersion, Trade
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.listing import InspectionRow
from clerk_app.domain.office import Office
from clerk_app.domain.overview import CaseOverview
from clerk_app.ports import Reader
from clerk_app.services.report_rows import Cases, Figure, Visits, YearRows

REPORTED_TRADES = (Trade.MINES, Trade.HAZARDOUS_CHEMICALS, Trade.FIREWORKS)
"""Trades whose visits are always told, even when there were none. Source: report of 2020, 一(四)."""
TOTAL = "total"
_THIRD_LEVEL = 3
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The line of one item in the table 分事项办理情况."""

    item: str
    name: str
    received: int
    accepted: int
    closed: int
    granted: int
    refused: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The figures of a year; `closed` counts accepted cases only, so that the stock can be reckoned from it.

    `visits` holds the visits by trade, `total` last. `ended_before_acceptance` (不予受理, 不受理, 受理前撤回) stands
    outside the reconciliation.
    """

    year: int
    received: int
    accepted: int
    closed: int
    open_before: int
    open_after: int
    closed_on_time_statutory: int
    closed_on_time_promised: int
    granted: int
    refused: int
    withdrawn: int
    ended_before_acceptance: int
    visits: tuple[tuple[str, int], ...]
    findings: int
    enforcement_documents: int
    fined_enterprises: int
    fine_yuan: int
    suspended_enterprises: int
    mailed: int
    online_accepted: int
    by_item: tuple[ItemFigures, ...]
    licence_items: int
    """Items of type 行政许可 in force on 31 December."""
    all_online: bool
    """Every one of them stands in the online hall and in the standard catalogue."""
    all_depth_three: bool
    """Every one of them is handled online to the third level."""
    least_compression: int | None
    """Smallest cut of the statutory limit over items and kinds, in whole percent rounded down; None without items."""

    @property
    def reconciliation(self) -> tuple[int, int, int, int]:
        """The stock reckoned: open before + accepted - closed = open after."""
        return self.open_before, self.accepted, self.closed, self.open_after

    def as_json(self) -> dict[str, int | dict[str, int]]:
        """Return exactly the keys of the contract: those of `expected.json` and `received`."""
        return {
            "year": self.year,
            "received": self.received,
            "accepted": self.accepted,
            "closed": self.closed,
            "open_before": self.open_before,
            "open_after": self.open_after,
            "closed_on_time_statutory": self.closed_on_time_statutory,
            "closed_on_time_promised": self.closed_on_time_promised,
            "granted": self.granted,
            "refused": self.refused,
            "withdrawn": self.withdrawn,
            "visits": dict(self.visits),
            "findings": self.findings,
            "enforcement_documents": self.enforcement_documents,
            "fined_enterprises": self.fined_enterprises,
            "fine_yuan": self.fine_yuan,
            "suspended_enterprises": self.suspended_enterprises,
            "mailed": self.mailed,
            "online_accepted": self.online_accepted,
        }


def yearly_report(reader: Reader, year: int, *, office: Office) -> YearlyReport:
    """Return the figures of a year.

    Raises:
        RuleViolation: the stock cannot be reckoned (`report.not_reconciled`): a case was closed before its acceptance.
        UsageProblem: no year (`report.year`).
    """
    rows = YearRows(reader, year)
    cases = {figure: rows.cases(figure) for figure in Figure}
    visits = rows.visits(Figure.VISITS)
    counts = {figure: len(found) for figure, found in cases.items()}
    _require_stock(counts)
    items = [one for one in office.catalogue.effective(date(year, 12, 31)) if one.item_type is ItemType.LICENCE]
    return YearlyReport(
        year=year,
        received=counts[Figure.RECEIVED],
        accepted=counts[Figure.ACCEPTED],
        closed=counts[Figure.CLOSED],
        open_before=counts[Figure.OPEN_BEFORE],
        open_after=counts[Figure.OPEN_AFTER],
        closed_on_time_statutory=counts[Figure.ON_TIME_STATUTORY],
        closed_on_time_promised=counts[Figure.ON_TIME_PROMISED],
        granted=counts[Figure.GRANTED],
        refused=counts[Figure.REFUSED],
        withdrawn=counts[Figure.WITHDRAWN],
        ended_before_acceptance=counts[Figure.ENDED_BEFORE_ACCEPTANCE],
        visits=_by_trade(visits),
        findings=sum(one.findings for one in visits),
        enforcement_documents=sum(one.documents for one in visits),
        fined_enterprises=_holders(rows.visits(Figure.FINED)),
        fine_yuan=sum(one.fine_yuan for one in visits),
        suspended_enterprises=_holders(rows.visits(Figure.SUSPENDED)),
        mailed=counts[Figure.MAILED],
        online_accepted=counts[Figure.ONLINE_ACCEPTED],
        by_item=_by_item(cases, office),
        licence_items=len(items),
        all_online=all(one.online_hall and one.in_standard_catalogue for one in items),
        all_depth_three=all(one.online_depth >= _THIRD_LEVEL for one in items),
        least_compression=_least_compression(items),
    )


def _require_stock(counts: Mapping[Figure, int]) -> None:
    before, accepted = counts[Figure.OPEN_BEFORE], counts[Figure.ACCEPTED]
    closed, after = counts[Figure.CLOSED], counts[Figure.OPEN_AFTER]
    if before + accepted - closed != after:
        raise RuleViolation("report.not_reconciled", before=before, accepted=accepted, closed=closed, after=after)


def cases_of(reader: Reader, year: int, figure: Figure) -> tuple[CaseOverview | InspectionRow, ...]:
    """Return the rows that a figure counts or sums, so that it opens to them: cases, or visits for oversight.

    Raises:
        UsageProblem: no year (`report.year`).
    """
    rows = YearRows(reader, year)
    return rows.cases(figure) or rows.visits(figure)


def _by_trade(visits: Visits) -> tuple[tuple[str, int], ...]:
    """Count visits by trade: those of every report first, then others that had any, the total last."""
    counts = Counter(one.trade for one in visits)
    always = tuple(trade.value for trade in REPORTED_TRADES)
    others = tuple(trade for trade in sorted(counts) if trade not in always)
    return (*((trade, counts[trade]) for trade in (*always, *others)), (TOTAL, len(visits)))


def _holders(visits: Iterable[InspectionRow]) -> int:
    return len({one.holder_id for one in visits})


def _by_item(cases: Mapping[Figure, Cases], office: Office) -> tuple[ItemFigures, ...]:
    """Return one line for each item with any row in the year, in the order of the catalogue."""
    counts = {figure: Counter(one.item for one in rows) for figure, rows in cases.items()}
    shown = (Figure.RECEIVED, Figure.ACCEPTED, Figure.CLOSED)
    names = {one.code: one.name for one in office.items}
    codes = [code for code in office.catalogue.codes() if any(counts[figure][code] for figure in shown)]
    return tuple(
        ItemFigures(
            item=code,
            name=names[code],
            received=counts[Figure.RECEIVED][code],
            accepted=counts[Figure.ACCEPTED][code],
            closed=counts[Figure.CLOSED][code],
            granted=counts[Figure.GRANTED][code],
            refused=counts[Figure.REFUSED][code],
            withdrawn=counts[Figure.WITHDRAWN][code],
        )
        for code in codes
    )


def _least_compression(items: Iterable[ItemVersion]) -> int | None:
    """Return the smallest cut of the statutory limit by the promise over all kinds, in whole percent rounded down."""
    cuts = [
        (rule.statutory.whole_days - rule.promised.whole_days) * _PERCENT // rule.statutory.whole_days
        for item in items
        for rule in item.kinds
        if rule.statutory.is_in_working_days and rule.statutory.whole_days
    ]
    return min(cuts, default=None)
