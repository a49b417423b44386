"""Behind 时限跟踪: pages of cases by filter, their counts, and the load of a month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.calendar import DayKind, WorkingCalendar
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.procedure import BEFORE_DECISION, State
from clerk_app.ports import Reader
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.screens.deadlines.columns import ClockColumn, ClockRow
from clerk_app.ui.screens.deadlines.years import counts_by_year, whole, year_to_show
from clerk_app.ui.screens.today.urgency import NEAR_DAYS, urgency
from clerk_app.ui.tasks import is_cancelled
from clerk_app.ui.widgets.month_calendar import DayLook, DayMark
from clerk_app.ui.widgets.paged_model import PagedTableModel, PageRequest, RowsPage

_ONE_DAY = timedelta(days=1)
_MOST_OF_A_MONTH = 5000
_RUNNING = tuple(state.value for state in BEFORE_DECISION)
translate = QCoreApplication.translate


class Group(StrEnum):
    """The filters."""

    RUNNING = "running"
    NEAR = "near"
    OVERDUE = "overdue"
    STOPPED = "stopped"
    SUPPLEMENT = "supplement"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases each filter shows; `years` are those in which something was concluded, newest first.

    `year` is the one that was counted: the wanted one, or the fullest if nothing was concluded in it.
    """

    groups: dict[str, int]
    years: tuple[int, ...]
    year: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month as the calendar shows it; `provisional` while its year has no notice, `total` of what is due in it."""

    first: date
    days: dict[date, DayLook]
    provisional: bool
    total: int


class DeadlinesPresenter(QObject):
    """Reads for the page; `group`, `day` and `year` say which rows are wanted.

    Signals:
        counted(object): the `Counts`.
        month_read(object): the `Month`.
        failed(object): an error of reading.
    """

    counted = Signal(object)
    month_read = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self.group = Group.RUNNING
        self.day: date | None = None
        self.year = ctx.today().year
        self.model = PagedTableModel[ClockRow](
            ClockColumn,
            key=lambda clock: clock.case_id,
            fetch=self._fetch,
            tasks=ctx.tasks,
            order_by="next_due_on",
            parent=owner,
        )
        self.model.failed.connect(self.failed)

    def load(self) -> None:
        """Fetch the first page of rows."""
        self.model.reload()

    def count(self) -> None:
        """Count the filters, off the GUI thread."""
        ctx = self._ctx
        reader, today, year = ctx.services.desk.reader, ctx.today(), self.year
        ctx.tasks.submit(
            self._owner,
            lambda: _counts(reader, today=today, year=year),
            done=self.counted.emit,
            failed=self._on_failed,
        )

    def read_month(self, first: date, weeks: tuple[tuple[date, ...], ...]) -> None:
        """Find out what the days of these weeks are and how much is due on each."""
        ctx = self._ctx
        reader, today = ctx.services.desk.reader, ctx.today()
        ctx.tasks.submit(
            self._owner,
            lambda: _month(reader, first=first, days=tuple(day for week in weeks for day in week), today=today),
            done=self.month_read.emit,
            failed=self._on_failed,
        )

    def _fetch(self, request: PageRequest) -> RowsPage[ClockRow]:
        ctx = self._ctx
        reader, today, group = ctx.services.desk.reader, ctx.today(), self.group
        office = reader.office()
        offset = request.key if isinstance(request.key, int) else 0
        order, descending = request.order_by or "next_due_on", request.descending
        if group is Group.OVER and order == "next_due_on":
            order, descending = "concluded_on", not descending
        rows = reader.overviews(
            self._wanted(office.calendar, today),
            order=order,
            descending=descending,
            limit=request.limit,
            offset=offset,
        )
        names = {one.code: one.short_name for one in office.items}
        found = tuple(
            ClockRow(row, names.get(row.item, row.item), urgency(row, office.calendar, today=today)) for row in rows
        )
        return RowsPage(found, offset + len(rows) if len(rows) == request.limit else None)

    def _wanted(self, calendar: WorkingCalendar, today: date) -> CaseFilter:
        if self.day is not None:
            return CaseFilter(open_only=True, states=_RUNNING, due_from=self.day, due_until=self.day)
        return group_filter(self.group, calendar=calendar, today=today, year=self.year)

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def group_filter(group: Group, *, calendar: WorkingCalendar, today: date, year: int) -> CaseFilter:
    """Return which cases a filter shows on `today`."""
    match group:
        case Group.RUNNING:
            return CaseFilter(open_only=True, states=_RUNNING)
        case Group.NEAR:
            until = calendar.add(today, NEAR_DAYS)
            return CaseFilter(open_only=True, states=_RUNNING, due_from=today, due_until=until)
        case Group.OVERDUE:
            return CaseFilter(open_only=True, states=_RUNNING, due_until=today - _ONE_DAY)
        case Group.STOPPED:
            return CaseFilter(open_only=True, states=_RUNNING, stopped_only=True)
        case Group.SUPPLEMENT:
            return CaseFilter(open_only=True, states=(State.AWAITING_SUPPLEMENT.value,))
        case Group.OVER:
            return CaseFilter(concluded=whole(year))


def _counts(reader: Reader, *, today: date, year: int) -> Counts:
    calendar = reader.office().calendar
    by_year = counts_by_year(reader, column="concluded_on", wanted=lambda span: CaseFilter(concluded=span))
    at = year_to_show(by_year, year)
    groups = {one.value: reader.count(group_filter(one, calendar=calendar, today=today, year=at)) for one in Group}
    return Counts(groups, tuple(by_year), at)


def _month(reader: Reader, *, first: date, days: tuple[date, ...], today: date) -> Month:
    calendar = reader.office().calendar
    span = CaseFilter(open_only=True, states=_RUNNING, due_from=days[0], due_until=days[-1])
    due = Counter(row.next_due_on for row in reader.overviews(span, limit=_MOST_OF_A_MONTH))
    looks = {day: day_look(calendar, day, count=due[day], today=today) for day in days}
    total = sum(one.count for day, one in looks.items() if (day.year, day.month) == (first.year, first.month))
    return Month(first, looks, calendar.is_provisional(first), total)


def day_look(calendar: WorkingCalendar, day: date, *, count: int, today: date) -> DayLook:
    """Return how a day is drawn: what it is, by which notice, and how much is due."""
    reason = calendar.reason(day)
    tone = Tone.ERROR if day < today else Tone.WARN if calendar.count(today, day) <= NEAR_DAYS else Tone.INFO
    words = {
        DayKind.WORKDAY: translate("DayLook", "工作日"),
        DayKind.WEEKEND: translate("DayLook", "周末休息"),
        DayKind.HOLIDAY: translate("DayLook", "法定节假日或调休放假（{notice}）"),
        DayKind.MAKE_UP: translate("DayLook", "调休上班（{notice}）"),
    }[reason.kind].format(notice=reason.notice)
    if reason.provisional:
        words = translate("DayLook", "{words}，暂定：{year} 年放假安排尚未公布").format(words=words, year=day.year)
    mark = {
        DayKind.WORKDAY: DayMark.WORKING,
        DayKind.WEEKEND: DayMark.OFF,
        DayKind.HOLIDAY: DayMark.HOLIDAY,
        DayKind.MAKE_UP: DayMark.MAKE_UP,
    }[reason.kind]
    return DayLook(mark, words, count, tone)
