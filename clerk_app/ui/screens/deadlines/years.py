"""Which years a list of what is over can show, and how much is in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from clerk_app.domain.listing import CaseFilter
from clerk_app.ports import Reader

Span = tuple[date, date]


def counts_by_year(reader: Reader, *, column: str, wanted: Callable[[Span], CaseFilter]) -> dict[int, int]:
    """Return how many cases each year has, the newest year first; empty when there is none at all.

    `column` is the date by which a case belongs to a year, `wanted` the filter of a span of it.
    """
    ever = wanted((date.min, date.max))
    newest = reader.overviews(ever, order=column, descending=True, limit=1)
    oldest = reader.overviews(ever, order=column, limit=1)
    if not newest:
        return {}
    first, last = getattr(oldest[0], column).year, getattr(newest[0], column).year
    return {year: reader.count(wanted(whole(year))) for year in range(last, first - 1, -1)}


def whole(year: int) -> Span:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def year_to_show(counts: Mapping[int, int], wanted: int) -> int:
    """Return the wanted year, or the fullest one if nothing happened in it."""
    return wanted if counts.get(wanted) or not counts else max(counts, key=lambda year: counts[year])
