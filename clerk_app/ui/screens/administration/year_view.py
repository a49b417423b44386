"""A whole year on one sheet: twelve months, with days off and make-up days told apart by shape, colour and words."""

from __future__ import annotations

from calendar import Calendar, monthrange
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from clerk_app.domain.calendar import DayKind, WorkingCalendar
from clerk_app.ui.theme import Theme, look

_WEEK = 7
_WEEKS_SHOWN = 6
_MONTHS = 12
_WIDE_COLUMNS, _NARROW_COLUMNS = 4, 3
_CELL_CHARS = 1.45
_TALLEST_DAY = 1.4
_MONDAY_FIRST = Calendar(firstweekday=0)


class YearView(QWidget):
    """Paints a year of the working calendar; the words of a day stand in its tooltip."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("全年工作日历"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._year = 0
        self._today = date.min
        self._calendar = WorkingCalendar(())

    @property
    def year(self) -> int:
        """The year that is shown, 0 before there is one."""
        return self._year

    def show_year(self, year: int, calendar: WorkingCalendar, *, today: date) -> None:
        """Show a year of a calendar."""
        self._year, self._calendar, self._today = year, calendar, today
        days = [date(year, month, day) for month in range(1, 13) for day in range(1, monthrange(year, month)[1] + 1)]
        off = [day for day in days if calendar.reason(day).kind is DayKind.HOLIDAY]
        made_up = [day for day in days if calendar.reason(day).kind is DayKind.MAKE_UP]
        words = self.tr("{year} 年，工作日 {n} 天。放假：{off}。调休上班：{work}。")
        self.setAccessibleDescription(
            words.format(
                year=year, n=sum(calendar.is_working(day) for day in days), off=_listed(off), work=_listed(made_up)
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        return self._size(_WIDE_COLUMNS)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return QSize(self._size(_NARROW_COLUMNS).width(), self._size(_WIDE_COLUMNS).height())

    def event(self, event: QEvent) -> bool:
        """Say what kind of day lies under the pointer."""
        if isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self._words_of(day) if day else "", self)
            return True
        return super().event(event)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day under a point."""
        if not self._year:
            return None
        for month in range(1, _MONTHS + 1):
            for day, room in self._cells(month):
                if room.contains(point):
                    return day
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if not self._year:
            return
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, _MONTHS + 1):
            self._paint_month(painter, month, theme)
        painter.end()

    def _columns(self) -> int:
        return _WIDE_COLUMNS if self.width() >= self._size(_WIDE_COLUMNS).width() else _NARROW_COLUMNS

    def _size(self, columns: int) -> QSize:
        theme = look()
        month = theme.chars(1) * _CELL_CHARS * _WEEK
        rows = _MONTHS // columns
        height = theme.line * (_WEEKS_SHOWN + 1.3)
        return QSize(
            round(month * columns + theme.unit * 2 * (columns - 1)), round(height * rows + theme.unit * (rows - 1))
        )

    def _month_room(self, month: int) -> QRectF:
        theme, columns = look(), self._columns()
        rows = _MONTHS // columns
        width = (self.width() - theme.unit * 2 * (columns - 1)) / columns
        height = (self.height() - theme.unit * (rows - 1)) / rows
        row, column = divmod(month - 1, columns)
        return QRectF(column * (width + theme.unit * 2), row * (height + theme.unit), width, height)

    def _cells(self, month: int) -> list[tuple[date, QRectF]]:
        theme, room = look(), self._month_room(month)
        top = room.top() + theme.line * 1.2
        width = room.width() / _WEEK
        height = min((room.bottom() - top) / _WEEKS_SHOWN, theme.line * _TALLEST_DAY)
        found = []
        for week, days in enumerate(_MONDAY_FIRST.monthdatescalendar(self._year, month)):
            for column, day in enumerate(days):
                if day.month == month:
                    cell = QRectF(room.left() + width * column, top + height * week, width, height)
                    found.append((day, cell))
        return found

    def _paint_month(self, painter: QPainter, month: int, theme: Theme) -> None:
        room = self._month_room(month)
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("text"))
        head = QRectF(room.left(), room.top(), room.width(), theme.line)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft), self.tr("{n} 月").format(n=month))
        painter.setFont(theme.font(times=0.9))
        for day, cell in self._cells(month):
            self._paint_day(painter, day, cell, theme)

    def _paint_day(self, painter: QPainter, day: date, cell: QRectF, theme: Theme) -> None:
        kind = self._calendar.reason(day).kind
        box = cell.adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if kind is DayKind.HOLIDAY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("error_soft"))
            painter.drawRoundedRect(box, theme.unit / 2, theme.unit / 2)
        elif kind is DayKind.MAKE_UP:
            painter.setPen(QPen(theme.colour("info"), 2))
            painter.drawRect(box)
        if day == self._today:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawEllipse(box)
        colour = {DayKind.HOLIDAY: "error", DayKind.MAKE_UP: "info", DayKind.WEEKEND: "disabled_text"}.get(kind, "text")
        painter.setPen(theme.colour(colour))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(day.day))

    def _words_of(self, day: date) -> str:
        reason = self._calendar.reason(day)
        words = {
            DayKind.HOLIDAY: self.tr("放假"),
            DayKind.MAKE_UP: self.tr("调休上班"),
            DayKind.WEEKEND: self.tr("周末"),
            DayKind.WORKDAY: self.tr("工作日"),
        }[reason.kind]
        return " ".join(part for part in (day.isoformat(), words, reason.notice) if part)


def _listed(days: list[date]) -> str:
    """Return days as ranges, 01-01 至 01-03."""
    ranges: list[list[date]] = []
    for day in days:
        if ranges and day.toordinal() == ranges[-1][-1].toordinal() + 1:
            ranges[-1].append(day)
        else:
            ranges.append([day])
    period = QCoreApplication.translate("YearView", "{first} 至 {last}")
    shown = (
        f"{part[0]:%m-%d}" if len(part) == 1 else period.format(first=f"{part[0]:%m-%d}", last=f"{part[-1]:%m-%d}")
        for part in ranges
    )
    return "、".join(shown) or QCoreApplication.translate("YearView", "无")
