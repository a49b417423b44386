"""The rows and columns of 证照寄送, and which of them each stage shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.overview import CaseOverview, Stage
from clerk_app.ui.context import Tone
from clerk_app.ui.screens.today.urgency import Urgency
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.table_model import Column
from clerk_app.wording import word

translate = QCoreApplication.translate

SLOW_DAYS = 15
"""Days after which a return receipt that did not come back is asked for; a habit of the office, no term of the law."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One decided case on its way to the holder, as it reads on `today`."""

    row: CaseOverview
    item: str
    urgency: Urgency
    today: date

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.row.case_id

    @property
    def age(self) -> int | None:
        """Days since the letter was handed over; None if none was."""
        return (self.today - self.row.posted_on).days if self.row.posted_on is not None else None


def _number(letter: LetterRow) -> str:
    return letter.row.certificate_no or letter.row.document_no


def _result(letter: LetterRow) -> str:
    return word(f"result.{letter.row.result}") if letter.row.result else ""


def _method(letter: LetterRow) -> str:
    return word(f"method.{letter.row.delivery_method}") if letter.row.delivery_method else ""


def _age(letter: LetterRow) -> str:
    if letter.age is None:
        return ""
    if letter.row.stage is Stage.RETURNED:
        return translate("LetterColumn", "交寄 {n} 天，已退回").format(n=letter.age)
    return translate("LetterColumn", "{n} 天未回").format(n=letter.age)


def _age_tone(letter: LetterRow) -> Tone:
    return Tone.WARN if (letter.age or 0) > SLOW_DAYS or letter.row.stage is Stage.RETURNED else Tone.NEUTRAL


class LetterColumn(Enum):
    """All columns; `WANTED` says which of them a stage shows."""

    APPLICANT = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "申请人"), lambda letter: letter.row.applicant, width=0, order_by="applicant"
    )
    ITEM = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "事项"),
        lambda letter: letter.row.item,
        lambda letter: letter.item,
        width=7,
        order_by="item",
    )
    RESULT = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "决定"), lambda letter: letter.row.result, _result, width=5, order_by="result"
    )
    NUMBER = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "证书或文书编号"), _number, width=14, order_by="certificate_no"
    )
    DECIDED = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "决定日期"),
        lambda letter: letter.row.decided_on,
        width=6,
        order_by="decided_on",
    )
    METHOD = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "送达方式"),
        lambda letter: letter.row.delivery_method,
        _method,
        width=5,
        order_by="delivery_method",
    )
    WAYBILL = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "邮件号码"), lambda letter: letter.row.waybill, width=8, order_by="waybill"
    )
    POSTED = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "交寄日期"),
        lambda letter: letter.row.posted_on,
        width=6,
        order_by="posted_on",
    )
    AGE = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "送达回证"),
        lambda letter: letter.age,
        _age,
        width=9,
        tone=_age_tone,
        order_by="posted_on",
    )
    DELIVERED = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "送达日期"),
        lambda letter: letter.row.delivered_on,
        width=6,
        order_by="delivered_on",
    )
    LEFT = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "送达期限"),
        lambda letter: letter.row.next_due_on,
        lambda letter: letter.urgency.words,
        width=8,
        tone=lambda letter: letter.urgency.tone,
        tip=lambda letter: letter.urgency.tip,
        order_by="next_due_on",
    )
    CASE_NO = Column[LetterRow](
        QT_TRANSLATE_NOOP("LetterColumn", "办件编号"), lambda letter: letter.row.case_no, width=12, order_by="case_no"
    )


_C = LetterColumn
_BEFORE = (_C.APPLICANT, _C.ITEM, _C.RESULT, _C.NUMBER, _C.DECIDED, _C.LEFT, _C.CASE_NO)
WANTED: dict[Stage, tuple[LetterColumn, ...]] = {
    Stage.TO_MAKE: _BEFORE,
    Stage.TO_SEAL: _BEFORE,
    Stage.TO_PICK_UP: _BEFORE,
    Stage.TO_POST: _BEFORE,
    Stage.IN_TRANSIT: (_C.APPLICANT, _C.ITEM, _C.WAYBILL, _C.POSTED, _C.AGE, _C.LEFT, _C.CASE_NO),
    Stage.RETURNED: (_C.APPLICANT, _C.ITEM, _C.WAYBILL, _C.POSTED, _C.AGE, _C.LEFT, _C.CASE_NO),
    Stage.DELIVERED: (
        _C.APPLICANT,
        _C.ITEM,
        _C.NUMBER,
        _C.METHOD,
        _C.WAYBILL,
        _C.POSTED,
        _C.DELIVERED,
        _C.CASE_NO,
    ),
}
LEAVES_FIRST = (
    _C.CASE_NO,
    _C.METHOD,
    _C.RESULT,
    _C.DECIDED,
    _C.ITEM,
    _C.POSTED,
    _C.NUMBER,
    _C.WAYBILL,
)
"""What a narrow table does without, first to last; the panel beside it shows all of it."""
