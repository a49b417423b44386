"""How a row of a list reads today: how many days are left, in words, and which one step comes next, where it is done.

Pure functions of the row, the office's calendar and the day; no clock, no widget.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.acts.office import Role
from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.domain.clocks import ClockKind
from clerk_app.domain.overview import CaseOverview, Stage
from clerk_app.domain.procedure import DECIDED, UNDER_REVIEW, State
from clerk_app.ui.context import OpenCase, Tone
from clerk_app.ui.translation import QT_TRANSLATE_NOOP as N
from clerk_app.wording import word

translate = QCoreApplication.translate

NEAR_DAYS = 3
"""Working days within which a date is called near."""
NO_STATE = "-"
"""A state that no case has: the filter of somebody who may do nothing."""


@dataclass(frozen=True, slots=True)
class ActOn:
    """Argument of 时限跟踪 and 证照寄送: bring this case up and begin an action (a code of the case panel), if any."""

    case_id: str
    action: str = ""


def wish_of(argument: object) -> ActOn | None:
    """Return what a page was asked to bring up: `ActOn`, `OpenCase`, or the bare id of a case."""
    match argument:
        case ActOn():
            return argument
        case OpenCase(case_id=case_id):
            return ActOn(case_id)
        case str():
            return ActOn(argument)
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Urgency:
    """What is left of the clock that presses: `days` of its reckoning (negative: overdue, None: it does not run).

    `halves` counts half-days of office time from the present half on, 0 for a clock in days of the calendar.
    """

    days: int | None
    halves: int
    words: str
    tip: str
    tone: Tone
    icon: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one next step of a case: what it waits for, the word of its button, who may do it and where."""

    waits: str
    words: str
    role: Role
    page: str
    action: str = ""


_INTAKE = NextStep(N("NextStep", "待受理"), N("NextStep", "核对受理"), Role.INTAKE, "notification")
_ACCEPT = NextStep(N("NextStep", "补正已齐"), N("NextStep", "受理"), Role.INTAKE, "notification")
_SUPPLEMENT = NextStep(N("NextStep", "待补正"), N("NextStep", "催补正"), Role.INTAKE, "notification")
_END_STOP = NextStep(
    N("NextStep", "停止计时"), N("NextStep", "结束特别程序"), Role.HANDLE, "deadlines", "end_procedure"
)
_STEPS = {
    State.ACCEPTED: NextStep(N("NextStep", "待承办"), N("NextStep", "承办"), Role.HANDLE, "deadlines", "handle"),
    State.HANDLED: NextStep(N("NextStep", "待审核"), N("NextStep", "审核"), Role.CHECK, "deadlines", "check"),
    State.CHECKED: NextStep(N("NextStep", "待批准"), N("NextStep", "批准"), Role.APPROVE, "deadlines", "approve"),
}
_STAGES = {
    Stage.TO_MAKE: (N("NextStep", "制证"), "make_certificate"),
    Stage.TO_SEAL: (N("NextStep", "用印"), "seal"),
    Stage.TO_PICK_UP: (N("NextStep", "登记领取"), "deliver"),
    Stage.TO_POST: (N("NextStep", "交寄"), "post"),
    Stage.IN_TRANSIT: (N("NextStep", "登记送达"), "deliver"),
    Stage.RETURNED: (N("NextStep", "重新交寄"), "post"),
}
_ROLES: tuple[tuple[Role, tuple[State, ...]], ...] = (
    (Role.INTAKE, (State.RECEIVED, State.AWAITING_SUPPLEMENT)),
    (Role.HANDLE, (State.ACCEPTED,)),
    (Role.CHECK, (State.HANDLED,)),
    (Role.APPROVE, (State.CHECKED,)),
    (Role.ISSUE, DECIDED),
)
"""Who takes the next step in which state."""


def next_step(row: CaseOverview) -> NextStep | None:
    """Return the next step of an open case; None when nothing is left to do."""
    if row.state is State.RECEIVED:
        return _ACCEPT if row.notified_on is not None else _INTAKE
    if row.state is State.AWAITING_SUPPLEMENT:
        return _SUPPLEMENT
    if row.state in UNDER_REVIEW:
        waits = row.stopped_since is not None and row.state is not State.HANDLED
        return _END_STOP if waits else _STEPS[row.state]
    if row.state in DECIDED and row.stage in _STAGES:
        words, action = _STAGES[row.stage]
        return NextStep(word(f"stage.{row.stage.value}"), words, Role.ISSUE, "mailing", action)
    return None


def states_of(roles: Collection[str]) -> tuple[str, ...]:
    """Return the states in which somebody with `roles` takes the next step; a state that does not exist if in none."""
    mine = tuple(state.value for role, states in _ROLES if role.value in roles for state in states)
    return mine or (NO_STATE,)


def urgency(row: CaseOverview, calendar: WorkingCalendar, *, today: date) -> Urgency:
    """Return how urgent an open case is."""
    if row.stopped_since is not None and row.state in UNDER_REVIEW:
        tip = translate("Urgency", "特别程序进行中，自 {day} 起停止计时").format(day=row.stopped_since.isoformat())
        return Urgency(None, 0, translate("Urgency", "停止计时"), tip, Tone.STOPPED, "pause")
    due = row.next_due_on
    if due is None:
        return Urgency(None, 0, "", "", Tone.NEUTRAL)
    natural = row.next_clock == ClockKind.SUPPLEMENT_PERIOD.value
    clock = translate("Urgency", "{clock} {day} 届满").format(
        clock=word(f"clock.{row.next_clock}"), day=due.isoformat()
    )
    if due < today:
        return _overdue(row, (today - due).days if natural else calendar.count(due, today), clock)
    days = (due - today).days if natural else calendar.count(today, due)
    halves = 0 if natural else 2 * days + (2 if calendar.is_working(today) else 0)
    if due == today:
        return Urgency(0, halves, translate("Urgency", "今日到期"), clock, Tone.WARN, "warning")
    left = translate("Urgency", "剩 {n} 天") if natural else translate("Urgency", "剩 {n} 日")
    tip = translate("Urgency", "{clock}，剩 {n} 个工作日（{halves} 个半日）")
    words = left.format(n=days)
    if calendar.is_provisional(due):
        words = translate("Urgency", "{words}·暂定").format(words=words)
    tone = Tone.WARN if days <= NEAR_DAYS else Tone.NEUTRAL
    said = clock if natural else tip.format(clock=clock, n=days, halves=halves)
    return Urgency(days, halves, words, said, tone, "warning" if tone is Tone.WARN else "clock")


def _overdue(row: CaseOverview, over: int, clock: str) -> Urgency:
    words = translate("Urgency", "逾期 {n} 日").format(n=over) if over else translate("Urgency", "已逾期")
    if row.next_clock == ClockKind.SUPPLEMENT_NOTICE.value and row.notified_on is None:
        tip = translate("Urgency", "{clock}，没有一次性告知：自收件之日起视为受理（待核对）").format(clock=clock)
    else:
        tip = clock
    return Urgency(-over, 0, words, tip, Tone.ERROR, "error")
