"""The lists of oversight: cases and visits behind a figure, the items of a year, licences, licensees and their timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.calendar import add_months
from clerk_app.domain.catalogue import Catalogue
from clerk_app.domain.clocks import LimitUnit
from clerk_app.domain.listing import InspectionRow, LicenceRow, LicenseeRow
from clerk_app.domain.overview import CaseOverview
from clerk_app.services.report import ItemFigures
from clerk_app.ui.context import Tone
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.chips import ChipLook, state_look
from clerk_app.ui.widgets.table_model import Cell, Column
from clerk_app.wording import word


@dataclass(frozen=True, slots=True)
class FigureCase:
    """A case behind a figure, with the short name of its item."""

    row: CaseOverview
    item_name: str


class FigureCaseColumn(Enum):
    """The columns of the cases behind a figure."""

    CASE_NO = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "办件编号"), lambda one: one.row.case_no, width=11
    )
    APPLICANT = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "申请人"), lambda one: one.row.applicant, width=10
    )
    ITEM = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "事项"),
        lambda one: one.row.item,
        lambda one: f"{one.item_name} · {word(f'kind.{one.row.item_kind}')}",
        width=11,
    )
    RECEIVED = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "收件"), lambda one: one.row.received_on, width=6
    )
    ACCEPTED = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "受理"), lambda one: one.row.accepted_on, width=6
    )
    CONCLUDED = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "办结"), lambda one: one.row.concluded_on, width=6
    )
    POSTED = Column[FigureCase](QT_TRANSLATE_NOOP("FigureCaseColumn", "交寄"), lambda one: one.row.posted_on, width=6)
    STATE = Column[FigureCase](
        QT_TRANSLATE_NOOP("FigureCaseColumn", "状态"),
        lambda one: one.row.state.value,
        width=7,
        cell=Cell.CHIP,
        look=lambda one: state_look(one.row.state.value),
    )


FIGURE_CASES_LEAVE_FIRST = (
    FigureCaseColumn.STATE,
    FigureCaseColumn.POSTED,
    FigureCaseColumn.RECEIVED,
    FigureCaseColumn.ACCEPTED,
    FigureCaseColumn.CONCLUDED,
)
"""What a narrow list does without, first to last; the case itself opens by Enter."""


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit with its place in the list, which is its id."""

    place: int
    row: InspectionRow


def _suspended(line: VisitLine) -> ChipLook:
    if not line.row.suspended:
        return ChipLook("")
    return ChipLook(QCoreApplication.translate("VisitColumn", "停产"), Tone.ERROR, "pause")


class VisitColumn(Enum):
    """The columns of inspections."""

    ON = Column[VisitLine](QT_TRANSLATE_NOOP("VisitColumn", "日期"), lambda one: one.row.on, width=6)
    HOLDER = Column[VisitLine](QT_TRANSLATE_NOOP("VisitColumn", "检查对象"), lambda one: one.row.holder, width=13)
    TRADE = Column[VisitLine](QT_TRANSLATE_NOOP("VisitColumn", "行业"), lambda one: one.row.trade, width=6)
    INSPECTORS = Column[VisitLine](QT_TRANSLATE_NOOP("VisitColumn", "检查人"), lambda one: one.row.inspectors, width=9)
    FINDINGS = Column[VisitLine](
        QT_TRANSLATE_NOOP("VisitColumn", "隐患"), lambda one: one.row.findings, width=4, cell=Cell.NUMBER
    )
    DOCUMENTS = Column[VisitLine](
        QT_TRANSLATE_NOOP("VisitColumn", "文书"), lambda one: one.row.documents, width=4, cell=Cell.NUMBER
    )
    FINE = Column[VisitLine](
        QT_TRANSLATE_NOOP("VisitColumn", "罚款(元)"),
        lambda one: one.row.fine_yuan,
        lambda one: f"{one.row.fine_yuan:,}",
        width=5,
        cell=Cell.NUMBER,
    )
    SUSPENDED = Column[VisitLine](
        QT_TRANSLATE_NOOP("VisitColumn", "停产"),
        lambda one: one.row.suspended,
        width=5,
        cell=Cell.CHIP,
        look=_suspended,
    )


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item's year, with the short name that fits a list."""

    figures: ItemFigures
    short_name: str


class ItemColumn(Enum):
    """The columns of the items of a year."""

    NAME = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "事项"), lambda one: one.short_name, width=13, tip=lambda one: one.figures.name
    )
    RECEIVED = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "收件"), lambda one: one.figures.received, width=3, cell=Cell.NUMBER
    )
    ACCEPTED = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "受理"), lambda one: one.figures.accepted, width=3, cell=Cell.NUMBER
    )
    CLOSED = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "办结"), lambda one: one.figures.closed, width=3, cell=Cell.NUMBER
    )
    GRANTED = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "准予"), lambda one: one.figures.granted, width=3, cell=Cell.NUMBER
    )
    REFUSED = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "不予"), lambda one: one.figures.refused, width=3, cell=Cell.NUMBER
    )
    WITHDRAWN = Column[ItemLine](
        QT_TRANSLATE_NOOP("ItemColumn", "撤回"), lambda one: one.figures.withdrawn, width=3, cell=Cell.NUMBER
    )


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """A licence with the words of its item and how it stands today."""

    row: LicenceRow
    item_name: str
    standing: ChipLook


def licence_line(row: LicenceRow, catalogue: Catalogue, *, today: date) -> LicenceLine:
    """Return a licence as it stands on `today`."""
    item = catalogue.at(row.item, row.granted_on or today)
    months = 0
    if item is not None and item.stages.renewal_before is not None:
        limit = item.stages.renewal_before
        months = limit.amount if limit.unit is LimitUnit.MONTH else 0
    return LicenceLine(row, item.short_name if item else row.item, _standing(row, today, renewal_months=months))


def _standing(row: LicenceRow, today: date, *, renewal_months: int) -> ChipLook:
    translate = QCoreApplication.translate
    if row.cancelled_on is not None:
        return ChipLook(translate("LicenceColumn", "已注销"), Tone.NEUTRAL, "dismiss")
    if row.valid_to is None:
        return ChipLook(translate("LicenceColumn", "无期限"), Tone.OK, "check-circle")
    if row.valid_to < today:
        return ChipLook(translate("LicenceColumn", "已过期"), Tone.ERROR, "error")
    if renewal_months and add_months(row.valid_to, -renewal_months) <= today:
        return ChipLook(translate("LicenceColumn", "临近到期"), Tone.WARN, "warning")
    return ChipLook(translate("LicenceColumn", "有效"), Tone.OK, "check-circle")


class LicenceColumn(Enum):
    """The columns of the register of licences."""

    NUMBER = Column[LicenceLine](
        QT_TRANSLATE_NOOP("LicenceColumn", "证书编号"), lambda one: one.row.licence_no, width=14
    )
    HOLDER = Column[LicenceLine](QT_TRANSLATE_NOOP("LicenceColumn", "持证人"), lambda one: one.row.holder, width=12)
    UNTIL = Column[LicenceLine](QT_TRANSLATE_NOOP("LicenceColumn", "有效期至"), lambda one: one.row.valid_to, width=6)
    STANDING = Column[LicenceLine](
        QT_TRANSLATE_NOOP("LicenceColumn", "状态"),
        lambda one: one.standing.text,
        width=7,
        cell=Cell.CHIP,
        look=lambda one: one.standing,
    )
    ITEM = Column[LicenceLine](QT_TRANSLATE_NOOP("LicenceColumn", "事项"), lambda one: one.item_name, width=8)


def _supervision(row: LicenseeRow) -> ChipLook:
    if not row.key_supervision:
        return ChipLook("")
    return ChipLook(QCoreApplication.translate("LicenseeColumn", "重点"), Tone.WARN, "warning")


class LicenseeColumn(Enum):
    """The columns of the register of licensees."""

    NAME = Column[LicenseeRow](QT_TRANSLATE_NOOP("LicenseeColumn", "名称"), lambda one: one.name, width=13)
    TYPE = Column[LicenseeRow](
        QT_TRANSLATE_NOOP("LicenseeColumn", "类型"),
        lambda one: one.type,
        lambda one: word(f"applicant_type.{one.type}"),
        8,
    )
    TRADE = Column[LicenseeRow](QT_TRANSLATE_NOOP("LicenseeColumn", "行业"), lambda one: one.trade, width=6)
    PERSON = Column[LicenseeRow](
        QT_TRANSLATE_NOOP("LicenseeColumn", "负责人"), lambda one: one.legal_representative, width=5
    )
    KEY = Column[LicenseeRow](
        QT_TRANSLATE_NOOP("LicenseeColumn", "监管"),
        lambda one: one.key_supervision,
        width=5,
        cell=Cell.CHIP,
        look=_supervision,
    )


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened with a licensee; `case_id` opens it, empty for what is no case."""

    place: int
    on: date | None
    what: ChipLook
    text: str
    case_id: str = ""


class HistoryColumn(Enum):
    """The columns of a licensee's timeline."""

    ON = Column[HistoryLine](QT_TRANSLATE_NOOP("HistoryColumn", "日期"), lambda one: one.on, width=6)
    WHAT = Column[HistoryLine](
        QT_TRANSLATE_NOOP("HistoryColumn", "事由"),
        lambda one: one.what.text,
        width=6,
        cell=Cell.CHIP,
        look=lambda one: one.what,
    )
    TEXT = Column[HistoryLine](QT_TRANSLATE_NOOP("HistoryColumn", "内容"), lambda one: one.text, width=12)
