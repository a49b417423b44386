"""A date typed in any of the usual ways, shown the Chinese way, with what kind of day it is beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerk_app.ui.icons import icon
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit

DayHint = Callable[[date], str]
"""Says what kind of day it is in a few words (周六 休息日, 国庆节, 调休上班), or empty for a plain working day."""

_WHOLE = re.compile(r"^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_SHORT = re.compile(r"^(\d{1,2})[-/.月](\d{1,2})日?$")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")


def read_date(text: str, *, today: date) -> date | None:
    """Return the date that was typed (2026-11-22, 20261122, 2026年11月22日, 11-22 of this year), or None."""
    plain = text.translate(_FULL_WIDTH).replace(" ", "")
    found = _COMPACT.match(plain) or (_WHOLE.match(plain) if re.search(r"\D", plain) else None)
    short = _SHORT.match(plain)
    if found is not None:
        year, month, day = (int(part) for part in found.groups())
    elif short is not None:
        year, month, day = today.year, int(short.group(1)), int(short.group(2))
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def chinese_date(value: date) -> str:
    """Return 2026年11月22日."""
    return f"{value.year}年{value.month}月{value.day}日"


class DateField(ValidatedLineEdit):
    """A date, or nothing; up and down change the day, Alt+Down opens the calendar.

    Signals:
        date_changed(object): the new date or None, when it is whole.
    """

    date_changed = Signal(object)

    def __init__(
        self,
        *,
        today: Callable[[], date],
        day_hint: DayHint | None = None,
        earliest: date | None = None,
        latest: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(check=self._wrong, is_ascii=True, parent=parent)
        self._today, self._day_hint = today, day_hint
        self._earliest, self._latest = earliest, latest
        self._told: date | None = None
        self._hint = QLabel(self)
        self._hint.setProperty("role", "soft")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._popup: _CalendarPopup | None = None
        theme = look()
        self._open = QAction(icon("calendar", theme.colour("text_soft")), self.tr("打开日历"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.setPlaceholderText(self.tr("年-月-日"))
        self.textChanged.connect(self._on_date_text)

    def day(self) -> date | None:
        """Return the date, or None when nothing or nothing sensible stands here."""
        return read_date(self.text(), today=self._today())

    def set_date(self, value: date | None) -> None:
        """Show a date."""
        self.setText(chinese_date(value) if value else "")

    def set_range(self, earliest: date | None, latest: date | None) -> None:
        """Complain about dates before `earliest` or after `latest`."""
        self._earliest, self._latest = earliest, latest
        self.validate()

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        popup = _CalendarPopup(self.day() or self._today(), self._day_hint, self)
        popup.chosen.connect(self.set_date)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        popup.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            now = self.day() or self._today()
            step = 1 if event.key() == Qt.Key.Key_Up else -1
            self.set_date(date.fromordinal(max(1, now.toordinal() + step)))
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Check what was typed when the field is left."""
        value = self.day()
        if value is not None:
            self.set_date(value)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies above in its place."""
        super().resizeEvent(event)
        self._place_hint()

    def _wrong(self, text: str) -> str:
        value = read_date(text, today=self._today())
        if value is None:
            return self.tr("不是日期：请写成 2026-11-22 或 20261122")
        if self._earliest is not None and value < self._earliest:
            return self.tr("不能早于 {day}").format(day=chinese_date(self._earliest))
        if self._latest is not None and value > self._latest:
            return self.tr("不能晚于 {day}").format(day=chinese_date(self._latest))
        return ""

    def _on_date_text(self, _text: str) -> None:
        value = self.day()
        self._hint.setText(self._day_hint(value) if value is not None and self._day_hint is not None else "")
        self._place_hint()
        if value != self._told:
            self._told = value
            self.date_changed.emit(value)

    def _place_hint(self) -> None:
        theme = look()
        self._hint.adjustSize()
        right = self.width() - theme.line - theme.unit * 3
        self._hint.move(right - self._hint.width(), (self.height() - self._hint.height()) // 2)


class _CalendarPopup(QFrame):
    """The calendar; days off are told apart by the hint's words as tooltip and by weight."""

    chosen = Signal(object)

    def __init__(self, shown: date, day_hint: DayHint | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        self._day_hint = day_hint
        self.calendar = QCalendarWidget(self)
        self.calendar.setObjectName(f"{parent.objectName()}.calendar")
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        layout = QVBoxLayout(self)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.calendar.currentPageChanged.connect(self._mark)
        self._mark(shown.year, shown.month)

    def _choose(self, chosen: QDate) -> None:
        self.chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))
        self.close()

    def _mark(self, year: int, month: int) -> None:
        if self._day_hint is None:
            return
        theme = look()
        first = date(year, month, 1).toordinal()
        for ordinal in range(first - 7, first + 42):
            day = date.fromordinal(ordinal)
            words = self._day_hint(day)
            form = QTextCharFormat()
            form.setForeground(theme.colour("error" if words else "text"))
            form.setToolTip(words)
            self.calendar.setDateTextFormat(QDate(day.year, day.month, day.day), form)
