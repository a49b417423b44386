"""The rows and columns of 今日待办."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.overview import CaseOverview
from clerk_app.ui.screens.today.urgency import NextStep, Urgency
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.table_model import Cell, Column
from clerk_app.wording import word


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One open case as this person sees it today; `may_act` says whether the next step is this person's."""

    row: CaseOverview
    item: str
    urgency: Urgency
    step: NextStep | None
    may_act: bool

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.row.case_id


def _waits(work: WorkRow) -> str:
    if work.step is None:
        return word(f"state.{work.row.state.value}")
    return QCoreApplication.translate("NextStep", work.step.waits)


def _button(work: WorkRow) -> str:
    if work.step is None or not work.may_act:
        return QCoreApplication.translate("NextStep", "查看")
    return QCoreApplication.translate("NextStep", work.step.words)


def _button_tip(work: WorkRow) -> str:
    if work.step is not None and not work.may_act:
        told = QCoreApplication.translate("NextStep", "由{role}岗位办理，可以查看")
        return told.format(role=word(f"role.{work.step.role.value}"))
    return _button(work)


class WorkColumn(Enum):
    """The columns, from the most pressing to what is done about it."""

    LEFT = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "时限"),
        lambda work: work.row.next_due_on,
        width=9,
        cell=Cell.CHIP,
        look=lambda work: ChipLook(work.urgency.words, work.urgency.tone, work.urgency.icon),
        tip=lambda work: work.urgency.tip,
        order_by="next_due_on",
    )
    DUE = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "届满日期"), lambda work: work.row.next_due_on, width=6, order_by="next_due_on"
    )
    WAITS = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "等待"), lambda work: work.row.state.value, _waits, width=5, order_by="state"
    )
    APPLICANT = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "申请人"), lambda work: work.row.applicant, width=0, order_by="applicant"
    )
    ITEM = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "事项"),
        lambda work: work.row.item,
        lambda work: work.item,
        width=13,
        order_by="item",
    )
    KIND = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "类型"),
        lambda work: work.row.item_kind,
        lambda work: word(f"kind.{work.row.item_kind}"),
        width=6,
        order_by="item_kind",
    )
    CASE_NO = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "办件编号"), lambda work: work.row.case_no, width=12, order_by="case_no"
    )
    RECEIVED = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "收件日期"), lambda work: work.row.received_on, width=6, order_by="received_on"
    )
    ACT = Column[WorkRow](
        QT_TRANSLATE_NOOP("WorkColumn", "下一步"), _button, _button, width=7, cell=Cell.ACTION, tip=_button_tip
    )


LEAVES_FIRST = (
    WorkColumn.RECEIVED,
    WorkColumn.KIND,
    WorkColumn.DUE,
    WorkColumn.CASE_NO,
    WorkColumn.ITEM,
    WorkColumn.WAITS,
)
"""What a narrow table does without, first to last."""
