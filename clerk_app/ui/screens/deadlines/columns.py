"""The rows and columns of 时限跟踪."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.overview import CaseOverview
from clerk_app.ui.context import Tone
from clerk_app.ui.screens.today.urgency import Urgency
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.chips import state_look
from clerk_app.ui.widgets.table_model import Cell, Column

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One case with its clocks; `urgency` is of the clock that presses now."""

    row: CaseOverview
    item: str
    urgency: Urgency

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.row.case_id


def _left(clock: ClockRow) -> str:
    row = clock.row
    if row.concluded_on is not None:
        if row.on_time_statutory is False:
            return translate("ClockColumn", "超法定时限")
        if row.on_time_promised is False:
            return translate("ClockColumn", "超承诺时限")
        return translate("ClockColumn", "按期办结") if row.on_time_statutory else ""
    return clock.urgency.words


def _left_tone(clock: ClockRow) -> Tone:
    row = clock.row
    if row.concluded_on is not None:
        if row.on_time_statutory is False:
            return Tone.ERROR
        if row.on_time_promised is False:
            return Tone.WARN
        return Tone.OK if row.on_time_statutory else Tone.NEUTRAL
    return clock.urgency.tone


class ClockColumn(Enum):
    """The columns, who and where first, then the dates."""

    CASE_NO = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "办件编号"), lambda clock: clock.row.case_no, width=12, order_by="case_no"
    )
    APPLICANT = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "申请人"), lambda clock: clock.row.applicant, width=0, order_by="applicant"
    )
    ITEM = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "事项"),
        lambda clock: clock.row.item,
        lambda clock: clock.item,
        width=7,
        order_by="item",
    )
    STATE = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "状态"),
        lambda clock: clock.row.state.value,
        width=7,
        cell=Cell.CHIP,
        look=lambda clock: state_look(clock.row.state.value),
        order_by="state",
    )
    PROMISED = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "承诺日期"),
        lambda clock: clock.row.promised_on,
        width=6,
        order_by="promised_on",
    )
    STATUTORY = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "法定日期"), lambda clock: clock.row.due_on, width=6, order_by="due_on"
    )
    CONCLUDED = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "办结日期"),
        lambda clock: clock.row.concluded_on,
        width=6,
        order_by="concluded_on",
    )
    LEFT = Column[ClockRow](
        QT_TRANSLATE_NOOP("ClockColumn", "时限情况"),
        lambda clock: clock.row.next_due_on,
        _left,
        width=8,
        tone=_left_tone,
        tip=lambda clock: clock.urgency.tip or _left(clock),
        order_by="next_due_on",
    )


RUNNING = tuple(one for one in ClockColumn if one is not ClockColumn.CONCLUDED)
"""The columns of what is not decided yet."""
OVER = tuple(ClockColumn)
"""The columns of what was decided."""
LEAVES_FIRST = (
    ClockColumn.CASE_NO,
    ClockColumn.STATUTORY,
    ClockColumn.ITEM,
    ClockColumn.PROMISED,
    ClockColumn.CONCLUDED,
    ClockColumn.STATE,
)
"""What a narrow table does without, first to last; the panel beside it shows all of it."""
