"""工作日历: the State Council's notices by year, and the year as it counts; a year not announced yet is 暂定."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.reading import YearLine
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.screens.administration.year_view import YearView
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.card import Card
from clerk_app.ui.widgets.chips import Chip, ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides

_SHARES = (45, 55)


def _standing(line: YearLine) -> ChipLook:
    translate = QCoreApplication.translate
    if line.version is None:
        return ChipLook(translate("YearColumn", "暂定"), Tone.WARN, "clock")
    if not line.is_current:
        return ChipLook(translate("YearColumn", "已被替代"), Tone.NEUTRAL, "history")
    if not line.version.notice_confirmed:
        return ChipLook(translate("YearColumn", "文号待核"), Tone.WARN, "warning")
    return ChipLook(translate("YearColumn", "现行"), Tone.OK, "check-circle")


def _notice(line: YearLine) -> str:
    if line.version is None:
        return QCoreApplication.translate("YearColumn", "尚未公布")
    return line.version.notice


class YearColumn(Enum):
    """The columns of the notices."""

    YEAR = Column[YearLine](QT_TRANSLATE_NOOP("YearColumn", "年度"), lambda one: one.year, width=3)
    NOTICE = Column[YearLine](QT_TRANSLATE_NOOP("YearColumn", "通知文号"), _notice, width=13)
    STANDING = Column[YearLine](
        QT_TRANSLATE_NOOP("YearColumn", "状态"),
        lambda one: _standing(one).text,
        width=8,
        cell=Cell.CHIP,
        look=_standing,
    )
    PUBLISHED = Column[YearLine](
        QT_TRANSLATE_NOOP("YearColumn", "公布"),
        lambda one: one.version.published_on if one.version else None,
        width=6,
    )


class CalendarSection(Section):
    """The working calendar."""

    code = "calendar"
    topics = (Topic.CALENDAR, Topic.OFFICE, Topic.DAY)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._calendar = WorkingCalendar(())
        self._model = RowsModel[YearLine](YearColumn, key=_key, parent=self)
        self.table = FittingTable(
            name=self.name_of("years"),
            label=self.tr("放假通知"),
            empty_text=self.tr("没有工作日历"),
            roomy=YearColumn.NOTICE,
            leaves_first=(YearColumn.PUBLISHED,),
        )
        self.year = YearView(name=self.name_of("year"))
        self._lay_out()
        self.table.current_changed.connect(self._on_current)

    def load(self) -> None:
        """Read the calendar."""
        self.read(partial(reading.calendar, self.ctx.services.desk.reader, self.ctx.today()), self._show)

    def _lay_out(self) -> None:
        theme = look()
        self.table.set_model(self._model)
        self.table.setMinimumHeight(theme.row * 5)
        left = Card(self.tr("放假安排通知"))
        left.body.addWidget(self.table)
        left.setMinimumWidth(theme.chars(20))
        self._sheet = Card(self.tr("全年"))
        for words, tone, symbol in (
            (self.tr("放假"), Tone.ERROR, "calendar"),
            (self.tr("调休上班"), Tone.INFO, "edit"),
        ):
            self._sheet.header.addWidget(Chip(ChipLook(words, tone, symbol)))
        self._note = NoticeLine(name=self.name_of("year_note"))
        self._sheet.body.addWidget(self._note)
        self._sheet.body.addWidget(self.year, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sheet)
        self.column.addWidget(TwoSides(left, whole, shares=_SHARES, name=self.name_of("calendar_sides")))

    def _show(self, found: tuple[WorkingCalendar, tuple[YearLine, ...]]) -> None:
        self._calendar, rows = found
        self._model.set_rows(rows)
        if self.table.current_id() is None:
            this_year = next((one for one in rows if one.year == self.ctx.today().year and one.is_current), None)
            if this_year is not None:
                self.table.select_id(_key(this_year))
        self._on_current(self.table.current_id())

    def _on_current(self, key: object) -> None:
        line = next((one for one in self._model.rows if _key(one) == key), None)
        if line is None:
            return
        self.year.show_year(line.year, self._calendar, today=self.ctx.today())
        self._sheet.set_title(self.tr("{year} 年").format(year=line.year))
        if line.version is None:
            words = self.tr("暂定：{year} 年的放假安排尚未公布，只按周末推算，公布后由管理员录入。")
            self._note.say(words.format(year=line.year), Tone.WARN)
        elif not line.is_current:
            self._note.say(
                self.tr("这份通知已被替代，下面是该年现行的安排。{note}").format(note=line.version.note), Tone.INFO
            )
        else:
            self._note.say(line.version.note, Tone.INFO if line.version.notice_confirmed else Tone.WARN)


def _key(line: YearLine) -> tuple[int, int]:
    return line.year, line.version.version if line.version else 0
