"""The rows of the list: which cases wait for a notice or a supplement, and how much time is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.domain.catalogue import Catalogue
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.overview import CaseOverview
from clerk_app.domain.procedure import State
from clerk_app.ports import Reader
from clerk_app.ui.context import Tone
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.table_model import Cell, Column
from clerk_app.wording import word

_MOST_OPEN = 1000
_MOST_TOLD = 300
_NEAR_DAYS = 1


class Standing(IntEnum):
    """Where a case stands with its notice; the lowest presses most."""

    DEEMED = 0
    TO_TELL = 1
    COMPLETE = 2
    AWAITING = 3
    TOLD = 4


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One case of the list; `left` counts the days of the limit's own reckoning, negative when over, None without a date."""

    case_id: str
    case_no: str
    applicant: str
    item_name: str
    kind: str
    standing: Standing
    state: str
    received_on: date | None
    due_on: date | None
    left: int | None


@dataclass(frozen=True, slots=True)
class NoticeList:
    """What waits, the most pressing first, and the newest notices that went out."""

    open: tuple[NoticeRow, ...]
    told: tuple[NoticeRow, ...]


def read_rows(reader: Reader, today: date) -> NoticeList:
    """Read both lists."""
    office = reader.office()
    waiting = reader.overviews(
        CaseFilter(states=(State.RECEIVED.value, State.AWAITING_SUPPLEMENT.value)), limit=_MOST_OPEN
    )
    told = reader.overviews(CaseFilter(), order="notified_on", descending=True, limit=_MOST_TOLD)
    made = [_row(one, office.catalogue, office.calendar, today) for one in waiting if one.open]
    made.sort(key=lambda row: (row.standing, row.due_on or date.max, row.case_no))
    still_open = {one.case_id for one in made}
    past = [one for one in told if one.notified_on is not None and one.case_id not in still_open]
    return NoticeList(tuple(made), tuple(_told(one, office.catalogue) for one in past))


def standing_of(row: CaseOverview, today: date) -> Standing:
    """Return where an open case stands."""
    if row.state is State.AWAITING_SUPPLEMENT:
        return Standing.AWAITING
    if row.notified_on is not None:
        return Standing.COMPLETE
    return Standing.DEEMED if row.notice_due_on is not None and today > row.notice_due_on else Standing.TO_TELL


def _row(row: CaseOverview, catalogue: Catalogue, calendar: WorkingCalendar, today: date) -> NoticeRow:
    standing = standing_of(row, today)
    due = row.supplement_due_on if standing is Standing.AWAITING else row.notice_due_on
    if standing is Standing.COMPLETE:
        due = None
    item = catalogue.at(row.item, row.received_on) if row.received_on else None
    limit = item.stages.supplement_period if standing is Standing.AWAITING and item is not None else None
    is_working = limit is None or limit.is_in_working_days
    return NoticeRow(
        case_id=row.case_id,
        case_no=row.case_no,
        applicant=row.applicant,
        item_name=item.short_name if item else row.item,
        kind=row.item_kind,
        standing=standing,
        state=row.state.value,
        received_on=row.received_on,
        due_on=due,
        left=_days_left(calendar, today, due, in_working_days=is_working) if due else None,
    )


def _told(row: CaseOverview, catalogue: Catalogue) -> NoticeRow:
    item = catalogue.at(row.item, row.received_on) if row.received_on else None
    return NoticeRow(
        case_id=row.case_id,
        case_no=row.case_no,
        applicant=row.applicant,
        item_name=item.short_name if item else row.item,
        kind=row.item_kind,
        standing=Standing.TOLD,
        state=row.state.value,
        received_on=row.received_on,
        due_on=row.notified_on,
        left=None,
    )


def _days_left(calendar: WorkingCalendar, today: date, due: date, *, in_working_days: bool) -> int:
    if not in_working_days:
        return (due - today).days
    return calendar.count(today, due) if due >= today else -calendar.count(due, today)


_STANDINGS = {
    Standing.DEEMED: QT_TRANSLATE_NOOP("Notice", "视为受理"),
    Standing.TO_TELL: QT_TRANSLATE_NOOP("Notice", "待告知"),
    Standing.COMPLETE: QT_TRANSLATE_NOOP("Notice", "补正齐全"),
    Standing.AWAITING: QT_TRANSLATE_NOOP("Notice", "待补正"),
    Standing.TOLD: QT_TRANSLATE_NOOP("Notice", "已告知"),
}


def standing_look(row: NoticeRow) -> ChipLook:
    """Return the chip of a row: its standing and the days left."""
    if row.standing is Standing.TOLD:
        return ChipLook(word(f"state.{row.state}"), Tone.NEUTRAL, "history")
    words = QCoreApplication.translate("Notice", _STANDINGS[row.standing])
    if row.standing is Standing.DEEMED:
        return ChipLook(words, Tone.ERROR, "error")
    if row.standing is Standing.COMPLETE:
        return ChipLook(words, Tone.OK, "check-circle")
    left = row.left if row.left is not None else 0
    tone = Tone.ERROR if left < 0 else Tone.WARN if left <= _NEAR_DAYS else Tone.INFO
    return ChipLook(f"{words} {_left_words(left)}", tone, "clock")


def _left_words(left: int) -> str:
    if left < 0:
        return QCoreApplication.translate("Notice", "逾{n}日").format(n=-left)
    if left == 0:
        return QCoreApplication.translate("Notice", "今日")
    return QCoreApplication.translate("Notice", "余{n}日").format(n=left)


def _due_words(row: NoticeRow) -> str:
    if row.due_on is None:
        return standing_look(row).text
    if row.standing is Standing.TOLD:
        return QCoreApplication.translate("Notice", "{day} 告知").format(day=row.due_on)
    return QCoreApplication.translate("Notice", "{what}，期限 {day}").format(
        what=standing_look(row).text, day=row.due_on
    )


def _pressing(row: NoticeRow) -> tuple[int, date]:
    return (int(row.standing), row.due_on or date.max)


class NoticeColumn(Enum):
    """The columns of the list."""

    APPLICANT = Column[NoticeRow](
        QT_TRANSLATE_NOOP("NoticeColumn", "申请人"),
        lambda row: row.applicant,
        width=0,
        tip=lambda row: f"{row.applicant}\n{row.case_no}",
    )
    ITEM = Column[NoticeRow](
        QT_TRANSLATE_NOOP("NoticeColumn", "事项"),
        lambda row: row.item_name,
        width=6,
        tip=lambda row: f"{row.item_name} {word(f'kind.{row.kind}')}",
    )
    STANDING = Column[NoticeRow](
        QT_TRANSLATE_NOOP("NoticeColumn", "情形"),
        _pressing,
        width=9,
        cell=Cell.CHIP,
        look=standing_look,
        tip=_due_words,
    )
