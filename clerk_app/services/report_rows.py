"""The rows behind the figures of a year: which cases and visits each figure counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from clerk_app.domain.acts.case import ApplicationWithdrawn, Channel, DecisionResult
from clerk_app.domain.errors import UsageProblem
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import CaseFilter, InspectionRow
from clerk_app.domain.overview import CaseOverview
from clerk_app.domain.procedure import UNDER_REVIEW, State
from clerk_app.ports import Reader

Cases = tuple[CaseOverview, ...]
Visits = tuple[InspectionRow, ...]

_ALL = 10_000_000
_YEARS = range(1950, 2200)
_ONE_DAY = timedelta(days=1)


class Figure(StrEnum):
    """A figure of the report that opens to its rows; the values are the keys of the JSON."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    ONLINE_ACCEPTED = "online_accepted"
    CLOSED = "closed"
    OPEN_BEFORE = "open_before"
    OPEN_AFTER = "open_after"
    ON_TIME_STATUTORY = "closed_on_time_statutory"
    ON_TIME_PROMISED = "closed_on_time_promised"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED_BEFORE_ACCEPTANCE = "ended_before_acceptance"
    MAILED = "mailed"
    VISITS = "visits"
    FINDINGS = "findings"
    DOCUMENTS = "enforcement_documents"
    FINED = "fined_enterprises"
    FINE = "fine_yuan"
    SUSPENDED = "suspended_enterprises"


class YearRows:
    """Asks for the rows of a year, each set once; an open case is one accepted and not concluded by then."""

    def __init__(self, reader: Reader, year: int) -> None:
        """Take the year.

        Raises:
            UsageProblem: no year (`report.year`).
        """
        if year not in _YEARS:
            raise UsageProblem("report.year", year=year)
        self._reader = reader
        self._span = (date(year, 1, 1), date(year, 12, 31))

    def cases(self, figure: Figure) -> Cases:
        """Return the cases that a figure counts, by day of receipt; empty for a figure of oversight."""
        match figure:
            case Figure.RECEIVED:
                return self._found(CaseFilter(received=self._span))
            case Figure.ACCEPTED:
                return self._accepted
            case Figure.ONLINE_ACCEPTED:
                return tuple(one for one in self._accepted if one.channel == Channel.ONLINE.value)
            case Figure.OPEN_BEFORE:
                return self._open_on(self._span[0])
            case Figure.OPEN_AFTER:
                return self._open_on(self._span[1] + _ONE_DAY)
            case Figure.ENDED_BEFORE_ACCEPTANCE:
                return tuple(one for one in self._concluded if one.accepted_on is None)
            case Figure.MAILED:
                return self._found(CaseFilter(posted=self._span))
            case _:
                return self._of_closed(figure)

    def visits(self, figure: Figure) -> Visits:
        """Return the visits that a figure counts or sums, oldest first; empty for a figure of cases."""
        match figure:
            case Figure.VISITS:
                return self._visited
            case Figure.FINDINGS:
                return tuple(one for one in self._visited if one.findings)
            case Figure.DOCUMENTS:
                return tuple(one for one in self._visited if one.documents)
            case Figure.FINED | Figure.FINE:
                return tuple(one for one in self._visited if one.fine_yuan)
            case Figure.SUSPENDED:
                return tuple(one for one in self._visited if one.suspended)
            case _:
                return ()

    def _of_closed(self, figure: Figure) -> Cases:
        closed = (one for one in self._concluded if one.accepted_on is not None)
        match figure:
            case Figure.CLOSED:
                return tuple(closed)
            case Figure.ON_TIME_STATUTORY:
                return tuple(one for one in closed if one.on_time_statutory)
            case Figure.ON_TIME_PROMISED:
                return tuple(one for one in closed if one.on_time_promised)
            case Figure.GRANTED:
                return tuple(one for one in closed if one.result == DecisionResult.GRANTED.value)
            case Figure.REFUSED:
                return tuple(one for one in closed if one.result == DecisionResult.REFUSED.value)
            case Figure.WITHDRAWN:
                return tuple(one for one in closed if not one.result and self._was_withdrawn(one))
            case _:
                return ()

    def _was_withdrawn(self, one: CaseOverview) -> bool:
        """Say whether a case without decision was taken back; an archived one no longer shows it in its state."""
        if one.state is not State.CLOSED:
            return one.state is State.WITHDRAWN
        acts = self._reader.acts_of(case_stream(one.case_id))
        return any(isinstance(entry.record.act, ApplicationWithdrawn) and not entry.retracted for entry in acts)

    def _open_on(self, day: date) -> Cases:
        """Return the cases accepted before a day and not concluded before it."""
        before = (date.min, day - _ONE_DAY)
        later = self._found(CaseFilter(accepted=before, concluded=(day, date.max)))
        still = self._found(CaseFilter(accepted=before, states=tuple(one.value for one in UNDER_REVIEW)))
        return _by_receipt((*later, *still))

    @cached_property
    def _accepted(self) -> Cases:
        return self._found(CaseFilter(accepted=self._span))

    @cached_property
    def _concluded(self) -> Cases:
        return self._found(CaseFilter(concluded=self._span))

    @cached_property
    def _visited(self) -> Visits:
        return self._reader.inspections(*self._span)

    def _found(self, wanted: CaseFilter) -> Cases:
        return self._reader.overviews(wanted, order="received_on", limit=_ALL)


def _by_receipt(cases: Iterable[CaseOverview]) -> Cases:
    return tuple(sorted(cases, key=lambda one: (one.received_on or date.max, one.case_no)))
