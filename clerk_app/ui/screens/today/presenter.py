"""Behind 今日待办: asks for the page of rows that is visible, then counts, then says what the last exchange verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.listing import CaseFilter, ExchangeRun
from clerk_app.domain.office import Office
from clerk_app.domain.overview import Stage
from clerk_app.domain.procedure import UNDER_REVIEW, State
from clerk_app.ports import Reader
from clerk_app.ui.context import UiContext
from clerk_app.ui.screens.today.columns import WorkColumn, WorkRow
from clerk_app.ui.screens.today.urgency import NEAR_DAYS, NO_STATE, next_step, states_of, urgency
from clerk_app.ui.tasks import is_cancelled
from clerk_app.ui.widgets.paged_model import PagedTableModel, PageRequest, RowsPage

_ONE_DAY = timedelta(days=1)
_TO_DO = (Stage.TO_MAKE, Stage.TO_SEAL, Stage.TO_POST, Stage.RETURNED)


class Group(StrEnum):
    """The tiles; each opens the list of what it counts."""

    OVERDUE = "overdue"
    TODAY = "due_today"
    SOON = "due_soon"
    SUPPLEMENT = "supplement"
    MINE = "mine"
    TRANSIT = "transit"


EVERY = "all"
"""Beside the groups: every open case."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are in each group and in all, and what waits on the pages (for their badges)."""

    groups: dict[str, int]
    badges: dict[str, int]


@dataclass(frozen=True, slots=True)
class LastExchange:
    """The newest exchange of this PC and the newest that was verified; None where there is none."""

    run: ExchangeRun | None
    verified: ExchangeRun | None


class TodayPresenter(QObject):
    """Reads for the page; `scope` and `group` say which rows are wanted.

    Signals:
        counted(object): the `Counts`.
        told(object): the `LastExchange`.
        failed(object): an error of reading.
    """

    counted = Signal(object)
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self._mine = states_of(ctx.session.roles)
        self.is_mine = bool(ctx.session.roles & {"intake", "handle", "check", "approve", "issue"})
        self.group: Group | None = None
        self.model = PagedTableModel[WorkRow](
            WorkColumn,
            key=lambda work: work.case_id,
            fetch=self._fetch,
            tasks=ctx.tasks,
            order_by="next_due_on",
            parent=owner,
        )
        self.model.failed.connect(self.failed)

    def load(self) -> None:
        """Fetch the first page of rows; counting begins when they are painted."""
        self.model.reload()

    def count(self) -> None:
        """Count the groups and look at the last exchange, off the GUI thread."""
        ctx = self._ctx
        reader, today, is_mine, mine = ctx.services.desk.reader, ctx.today(), self.is_mine, self._mine
        ctx.tasks.submit(
            self._owner,
            lambda: _counts(reader, today=today, scope=mine if is_mine else (), mine=mine),
            done=self.counted.emit,
            failed=self._on_failed,
        )
        ctx.tasks.submit(self._owner, lambda: _last_exchange(reader), done=self.told.emit, failed=self._on_failed)

    def _fetch(self, request: PageRequest) -> RowsPage[WorkRow]:
        """Read one page; the key is how many rows came before."""
        ctx = self._ctx
        reader, today = ctx.services.desk.reader, ctx.today()
        office = reader.office()
        offset = request.key if isinstance(request.key, int) else 0
        rows = reader.overviews(
            self._wanted(office, today),
            order=request.order_by or "next_due_on",
            descending=request.descending,
            limit=request.limit,
            offset=offset,
        )
        names = {one.code: one.short_name for one in office.items}
        found = []
        for row in rows:
            step = next_step(row)
            may_act = step is not None and step.role.value in ctx.session.roles
            item = names.get(row.item, row.item)
            found.append(WorkRow(row, item, urgency(row, office.calendar, today=today), step, may_act))
        return RowsPage(tuple(found), offset + len(rows) if len(rows) == request.limit else None)

    def _wanted(self, office: Office, today: date) -> CaseFilter:
        scope = CaseFilter(open_only=True, states=self._mine if self.is_mine else ())
        return scope if self.group is None else group_filter(self.group, scope, office=office, today=today)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def group_filter(group: Group, scope: CaseFilter, *, office: Office, today: date) -> CaseFilter:
    """Return which cases of `scope` belong to a group on `today`."""
    match group:
        case Group.OVERDUE:
            return replace(scope, due_until=today - _ONE_DAY)
        case Group.TODAY:
            return replace(scope, due_from=today, due_until=today)
        case Group.SOON:
            return replace(scope, due_from=today + _ONE_DAY, due_until=office.calendar.add(today, NEAR_DAYS))
        case Group.SUPPLEMENT:
            waits = State.AWAITING_SUPPLEMENT.value
            return replace(scope, states=(waits if not scope.states or waits in scope.states else NO_STATE,))
        case Group.TRANSIT:
            return replace(scope, stages=(Stage.IN_TRANSIT.value,))
        case Group.MINE:
            return scope


def _counts(reader: Reader, *, today: date, scope: tuple[str, ...], mine: tuple[str, ...]) -> Counts:
    office = reader.office()
    base = CaseFilter(open_only=True, states=scope)
    groups = {
        one.value: reader.count(group_filter(one, base, office=office, today=today))
        for one in Group
        if one is not Group.MINE
    }
    groups[Group.MINE.value] = reader.count(CaseFilter(open_only=True, states=mine))
    groups[EVERY] = reader.count(CaseFilter(open_only=True))
    pressing = CaseFilter(open_only=True, states=tuple(one.value for one in UNDER_REVIEW), due_until=today)
    badges = {
        "today": groups[Group.MINE.value],
        "deadlines": reader.count(pressing),
        "mailing": reader.count(CaseFilter(open_only=True, stages=tuple(one.value for one in _TO_DO))),
    }
    return Counts(groups, badges)


def _last_exchange(reader: Reader) -> LastExchange:
    runs = reader.exchange_runs(50)
    verified = next((one for one in runs if one.report is not None and one.report.verified), None)
    return LastExchange(runs[0] if runs else None, verified)
