"""A month as it works: how much is due each day, days off and make-up days with their reason; a day can be chosen.

It draws what it is given and knows no calendar of its own.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.theme import Theme, look
from clerk_app.ui.widgets.date_field import chinese_date

_WEEK = 7
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


class DayMark(StrEnum):
    """What kind of day it is, as it is drawn."""

    WORKING = "working"
    OFF = "off"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True)
class DayLook:
    """One day: its mark, the words that say why, how many things are due and how urgent that is."""

    mark: DayMark
    words: str
    count: int = 0
    tone: Tone = Tone.INFO


class MonthCalendar(QWidget):
    """One month from Monday to Sunday; arrows move, Space and Enter choose, Page Up and Page Down turn the month.

    Signals:
        day_chosen(object): the day that was pressed; None when the chosen one was pressed again.
        month_changed(object): the first day of the month that is shown now.
    """

    day_chosen = Signal(object)
    month_changed = Signal(object)

    def __init__(self, *, name: str, label: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._today, self._cursor = today, today
        self._chosen: date | None = None
        self._days: Mapping[date, DayLook] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def first(self) -> date:
        """The first day of the month that is shown."""
        return self._cursor.replace(day=1)

    @property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The days that are drawn, week by week; they reach into the months beside."""
        found = Calendar(firstweekday=0).monthdatescalendar(self._cursor.year, self._cursor.month)
        return tuple(tuple(week) for week in found)

    @property
    def chosen(self) -> date | None:
        """The day that was chosen."""
        return self._chosen

    def set_today(self, today: date) -> None:
        """Mark another day as the present one."""
        self._today = today
        self.update()

    def set_days(self, days: Mapping[date, DayLook]) -> None:
        """Show what the days are and what is due."""
        self._days = days
        self._tell_cursor()
        self.update()

    def look_of(self, day: date) -> DayLook | None:
        """Return what is shown of a day."""
        return self._days.get(day)

    def choose(self, day: date | None) -> None:
        """Mark a day as chosen, without telling."""
        self._chosen = day
        if day is not None:
            self._go(day)
        self.update()

    def turn(self, months: int) -> None:
        """Show the month so many months later."""
        year, month = divmod(self._cursor.year * 12 + self._cursor.month - 1 + months, 12)
        self._go(date(year, month + 1, 1))

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        return QSize(theme.chars(3) * _WEEK, self._head(theme) + (theme.line + theme.unit) * 6)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        theme = look()
        return QSize(theme.chars(3) * _WEEK, self._head(theme) + (theme.line + theme.unit // 2) * 6)

    def day_rect(self, day: date) -> QRectF:
        """Return where a day of the shown weeks is drawn; an empty rectangle if it is not."""
        theme = look()
        for row, week in enumerate(self.weeks):
            if day in week:
                wide = self.width() / _WEEK
                tall = min((self.height() - self._head(theme)) / len(self.weeks), theme.line * 3)
                return QRectF(week.index(day) * wide, self._head(theme) + row * tall, wide, tall)
        return QRectF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self._day_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._go(day)
            self._choose_now(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, turn or choose."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._cursor + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose_now(self._cursor)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what the day under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._said(day) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, theme)
        for week in self.weeks:
            for day in week:
                self._paint_day(painter, day, self.day_rect(day), theme)
        painter.end()

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        wide = self.width() / _WEEK
        painter.setFont(theme.base)
        painter.setPen(theme.colour("text_soft"))
        for place, words in enumerate(self.tr("一二三四五六日")):
            room = QRectF(place * wide, 0, wide, self._head(theme))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_day(self, painter: QPainter, day: date, room: QRectF, theme: Theme) -> None:
        shown = self._days.get(day)
        box = room.adjusted(1.5, 1.5, -1.5, -1.5)
        radius = theme.unit / 2
        is_off = shown is not None and shown.mark in (DayMark.OFF, DayMark.HOLIDAY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface_sunken" if is_off else "surface_alt"))
        if day == self._chosen:
            painter.setBrush(theme.colour("primary_soft"))
            painter.setPen(QPen(theme.colour("primary"), 2))
        elif day == self._today:
            painter.setPen(QPen(theme.colour("primary"), 1))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() and day == self._cursor:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        self._paint_number(painter, day, box, theme, is_off=is_off)
        if shown is not None:
            self._paint_mark(painter, shown, box, theme)
            self._paint_count(painter, shown, box, theme)

    def _paint_number(self, painter: QPainter, day: date, box: QRectF, theme: Theme, *, is_off: bool) -> None:
        other_month = day.month != self._cursor.month
        painter.setFont(theme.font(bold=day == self._today))
        ink = "placeholder" if other_month else "text_soft" if is_off else "text"
        painter.setPen(theme.colour("primary_text" if day == self._today else ink))
        room = _upper(box, theme).adjusted(theme.unit * 0.75, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(day.day))

    def _paint_mark(self, painter: QPainter, shown: DayLook, box: QRectF, theme: Theme) -> None:
        words = {DayMark.HOLIDAY: self.tr("休"), DayMark.MAKE_UP: self.tr("班")}.get(shown.mark)
        if words is None:
            return
        painter.setFont(theme.font(times=0.8))
        painter.setPen(theme.colour("error" if shown.mark is DayMark.HOLIDAY else "info"))
        left = box.left() + theme.unit * 0.75 + theme.chars(2) * 0.65
        upper = _upper(box, theme)
        room = QRectF(left, upper.top(), theme.chars(1), upper.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _paint_count(self, painter: QPainter, shown: DayLook, box: QRectF, theme: Theme) -> None:
        if not shown.count:
            return
        painter.setFont(theme.font(bold=True, times=0.86))
        text = str(shown.count)
        lower = box if _upper(box, theme) == box else box.adjusted(0, theme.line + theme.unit / 2, 0, -theme.unit / 2)
        side = min(lower.height() - 4, theme.line + 1.0)
        wide = max(side, painter.fontMetrics().horizontalAdvance(text) + theme.unit)
        pill = QRectF(box.right() - wide - theme.unit / 2, lower.center().y() - side / 2, wide, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{shown.tone.value}_soft"))
        painter.drawRoundedRect(pill, side / 2, side / 2)
        painter.setPen(theme.colour(shown.tone.value))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)

    def _day_at(self, x: float, y: float) -> date | None:
        days = (day for week in self.weeks for day in week)
        return next((day for day in days if self.day_rect(day).contains(x, y)), None)

    def _choose_now(self, day: date) -> None:
        self._chosen = None if day == self._chosen else day
        self.update()
        self.day_chosen.emit(self._chosen)

    def _go(self, day: date) -> None:
        before = self.first
        self._cursor = day
        self._tell_cursor()
        self.update()
        if self.first != before:
            self.month_changed.emit(self.first)

    def _tell_cursor(self) -> None:
        self.setAccessibleDescription(self._said(self._cursor))

    def _said(self, day: date) -> str:
        shown = self._days.get(day)
        parts = [chinese_date(day)]
        if shown is not None:
            parts.append(shown.words)
            if shown.count:
                parts.append(self.tr("到期 {n} 件").format(n=shown.count))
        return "，".join(part for part in parts if part)

    def _head(self, theme: Theme) -> int:
        return theme.line + theme.unit // 2


def _upper(box: QRectF, theme: Theme) -> QRectF:
    """Return where the number of a day stands: the whole of a flat cell, the first line of a tall one."""
    if box.height() < theme.line * 2 + theme.unit:
        return box
    return QRectF(box.left(), box.top() + theme.unit / 4, box.width(), theme.line)
