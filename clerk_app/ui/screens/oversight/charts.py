"""Two simple charts, painted here: the months of a year, and its items; each says its numbers to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.ui.theme import Theme, look

_STYLES = (
    ("primary", Qt.BrushStyle.SolidPattern),
    ("ok", Qt.BrushStyle.BDiagPattern),
    ("stopped", Qt.BrushStyle.Dense4Pattern),
)
"""Colour and pattern of each series, so that colour is never needed alone."""
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind, one for each place of the chart."""

    name: str
    values: tuple[int, ...]


def round_top(most: int) -> tuple[int, int]:
    """Return the top of an axis for numbers up to `most`, and the step between its lines (at most five)."""
    scale = 1
    while True:
        for step in _STEPS:
            if step * scale * 5 >= most:
                lines = max(1, -(-most // (step * scale)))
                return lines * step * scale, step * scale
        scale *= 10


class Chart(QWidget):
    """What both charts share: their data, and their words for who cannot see them."""

    def __init__(self, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.places: tuple[str, ...] = ()
        self.series: tuple[Series, ...] = ()

    def set_data(self, places: Sequence[str], series: Sequence[Series]) -> None:
        """Show numbers: one value of each series at each place."""
        self.places, self.series = tuple(places), tuple(series)
        parts = [
            f"{place}：" + "，".join(f"{one.name} {one.values[at]}" for one in self.series)
            for at, place in enumerate(self.places)
        ]
        self.setAccessibleDescription("；".join(parts))
        self.setToolTip("\n".join(parts))
        self.updateGeometry()
        self.update()

    @property
    def most(self) -> int:
        """The greatest number shown."""
        return max((value for one in self.series for value in one.values), default=0)

    def paint_legend(self, painter: QPainter, theme: Theme) -> None:
        """Name the series at the top."""
        metrics = QFontMetrics(theme.base)
        left = float(theme.unit)
        side = theme.line * 0.6
        for one, (colour, pattern) in zip(self.series, _STYLES, strict=False):
            box = QRectF(left, (theme.line - side) / 2, side, side)
            fill_bar(painter, box, theme, colour, pattern)
            painter.setPen(theme.colour("text_soft"))
            words = QRectF(left + side + theme.unit / 2, 0, metrics.horizontalAdvance(one.name) + 2, theme.line)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), one.name)
            left = words.right() + theme.unit * 2


def fill_bar(painter: QPainter, box: QRectF, theme: Theme, colour: str, pattern: Qt.BrushStyle) -> None:
    """Paint a bar with its pattern and a frame of the same colour."""
    painter.setPen(QPen(theme.colour(colour), 1))
    painter.setBrush(QBrush(theme.colour(colour), pattern))
    painter.drawRect(box)


class MonthChart(Chart):
    """Bars side by side for each month, with an axis of round numbers."""

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        return QSize(theme.chars(26), theme.line * 9)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return QSize(look().chars(20), look().line * 7)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.base)
        self.paint_legend(painter, theme)
        top, step = round_top(self.most)
        left = QFontMetrics(theme.base).horizontalAdvance(str(top)) + theme.unit
        area = QRectF(left, theme.line * 1.6, self.width() - left - 1, self.height() - theme.line * 2.8)
        self._axis(painter, area, theme, top=top, step=step)
        if self.places:
            self._bars(painter, area, theme, top)
        painter.end()

    def _axis(self, painter: QPainter, area: QRectF, theme: Theme, *, top: int, step: int) -> None:
        for value in range(0, top + 1, step):
            y = area.bottom() - area.height() * value / top
            painter.setPen(QPen(theme.colour("border_strong" if value == 0 else "border"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("text_soft"))
            words = QRectF(0, y - theme.line / 2, area.left() - theme.unit / 2, theme.line)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(value))

    def _bars(self, painter: QPainter, area: QRectF, theme: Theme, top: int) -> None:
        room = area.width() / len(self.places)
        width = room * 0.78 / max(len(self.series), 1)
        for at, place in enumerate(self.places):
            start = area.left() + room * at + room * 0.11
            for number, (one, (colour, pattern)) in enumerate(zip(self.series, _STYLES, strict=False)):
                height = area.height() * one.values[at] / top
                if height:
                    box = QRectF(start + width * number, area.bottom() - height, max(width - 2, 1), height)
                    fill_bar(painter, box, theme, colour, pattern)
            painter.setPen(theme.colour("text_soft"))
            words = QRectF(area.left() + room * at, area.bottom() + 2, room, theme.line)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), place)


class ItemChart(Chart):
    """A row of bars for each item, its numbers written behind them."""

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        return QSize(theme.chars(26), round(theme.line * (1.6 + 1.5 * max(len(self.places), 4))))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        theme = look()
        return QSize(theme.chars(20), round(theme.line * (1.6 + 1.2 * max(len(self.places), 4))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.base)
        self.paint_legend(painter, theme)
        if self.places:
            self._rows(painter, theme)
        painter.end()

    def _rows(self, painter: QPainter, theme: Theme) -> None:
        metrics = QFontMetrics(theme.base)
        names = min(max(metrics.horizontalAdvance(place) for place in self.places), int(self.width() * 0.5))
        numbers = metrics.horizontalAdvance("8" * len(str(self.most)) * len(self.series) + " / ")
        left = float(names + theme.unit)
        full = max(self.width() - left - numbers - theme.unit, 1.0)
        first = theme.line * 1.5
        room = (self.height() - first) / len(self.places)
        for at, place in enumerate(self.places):
            top = first + room * at
            words = metrics.elidedText(place, Qt.TextElideMode.ElideMiddle, names)
            painter.setPen(theme.colour("text"))
            line = QRectF(0, top, names, room)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
            height = room * 0.7 / len(self.series)
            longest = 0.0
            for number, (one, (colour, pattern)) in enumerate(zip(self.series, _STYLES, strict=False)):
                length = full * one.values[at] / max(self.most, 1)
                longest = max(longest, length)
                if length:
                    y = top + room * 0.15 + height * number
                    fill_bar(painter, QRectF(left, y, length, max(height - 1, 1)), theme, colour, pattern)
            painter.setPen(theme.colour("text_soft"))
            told = " / ".join(str(one.values[at]) for one in self.series)
            place_of = QRectF(left + longest + theme.unit / 2, top, self.width(), room)
            painter.drawText(place_of, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), told)
