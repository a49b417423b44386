"""The two clocks of a case, statutory and promised, as bars: what is used, what stood still, what is left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.domain.clocks import ClockReading
from clerk_app.ui.context import Tone
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look
from clerk_app.ui.widgets.chips import TONE_ICONS
from clerk_app.ui.widgets.date_field import chinese_date
from clerk_app.wording import word

_NEAR_DAYS = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One clock as drawn: days `used`, `stopped` and `left` (0 when overdue), the words beside it, and what is left in half-days."""

    title: str
    words: str
    used: int
    stopped: int
    left: int
    tone: Tone
    tip: str = ""


def clock_word(kind: str) -> str:
    """Return the name of a clock (a value of `ClockKind`)."""
    return word(f"clock.{kind}")


def clock_tone(reading: ClockReading) -> Tone:
    """Return how urgent a clock is: late, near, stopped, over or running well."""
    if reading.late:
        return Tone.ERROR
    if reading.ended_on is not None:
        return Tone.OK
    if reading.is_stopped:
        return Tone.STOPPED
    return Tone.WARN if reading.remaining <= _NEAR_DAYS else Tone.INFO


def bar_of(reading: ClockReading) -> Bar:
    """Return how a clock is drawn."""
    limit = word(f"limit.{reading.limit.unit.value}", n=reading.limit.amount)
    title = f"{clock_word(reading.kind.value)} {limit}"
    if reading.ended_on is not None:
        state = QCoreApplication.translate("Clock", "已于 {day} 办结，用 {used} 日").format(
            day=chinese_date(reading.ended_on), used=reading.elapsed
        )
    elif reading.is_stopped:
        state = QCoreApplication.translate("Clock", "停止计时中，已用 {used} 日，停 {stopped} 日，剩 {left} 日").format(
            used=reading.elapsed, stopped=reading.stopped_days, left=max(0, reading.remaining)
        )
    elif reading.remaining < 0:
        state = QCoreApplication.translate("Clock", "逾期 {over} 日，应于 {day} 办结").format(
            over=-reading.remaining, day=chinese_date(reading.due)
        )
    else:
        state = QCoreApplication.translate("Clock", "已用 {used} 日，剩 {left} 日，{day} 届满").format(
            used=reading.elapsed,
            left=reading.remaining,
            day=chinese_date(reading.due),
        )
    if reading.provisional:
        state = QCoreApplication.translate("Clock", "{state}（暂定）").format(state=state)
    tip = ""
    if reading.ended_on is None and reading.remaining > 0:
        tip = QCoreApplication.translate("Clock", "{title}，剩 {halves} 个半日").format(
            title=title, halves=reading.remaining_half_days
        )
    left = max(0, reading.remaining)
    return Bar(title, state, reading.elapsed, reading.stopped_days, left, clock_tone(reading), tip)


class TwoBars(QWidget):
    """Bars one below the other, on one scale, so that the promise can be compared with the law."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is drawn."""
        return self._bars

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these clocks, in this order."""
        self._bars = bars
        self.setAccessibleName("；".join(f"{bar.title} {bar.words}" for bar in bars))
        self.setToolTip("\n".join(bar.tip for bar in bars if bar.tip))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        return QSize(theme.chars(24), max(1, len(self._bars)) * self._pitch(theme))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = max((bar.used + bar.stopped + bar.left for bar in self._bars), default=0) or 1
        for place, bar in enumerate(self._bars):
            top = place * self._pitch(theme)
            _paint_bar(painter, bar, QRectF(0, top, self.width(), self._pitch(theme)), theme, scale=scale)
        painter.end()

    def _pitch(self, theme: Theme) -> int:
        return theme.line * 2 + theme.unit * 3


def _paint_bar(painter: QPainter, bar: Bar, room: QRectF, theme: Theme, *, scale: int) -> None:
    tone = theme.colour(bar.tone.value)
    painter.setFont(theme.font(bold=True))
    painter.setPen(theme.colour("text"))
    line = QRectF(room.left(), room.top(), room.width(), theme.line)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), bar.title)
    track = QRectF(room.left(), room.top() + theme.line + theme.unit / 2, room.width(), theme.unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface_sunken"))
    painter.drawRoundedRect(track, theme.unit / 2, theme.unit / 2)
    used = QRectF(track.left(), track.top(), track.width() * bar.used / scale, track.height())
    painter.setBrush(tone)
    painter.drawRoundedRect(used, theme.unit / 2, theme.unit / 2)
    stopped = QRectF(used.right(), track.top(), track.width() * bar.stopped / scale, track.height())
    painter.setBrush(QBrush(theme.colour("stopped"), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(stopped)
    end = track.left() + track.width() * (bar.used + bar.stopped + bar.left) / scale
    painter.setPen(QPen(theme.colour("border_strong"), 2))
    painter.drawLine(int(end) - 1, int(track.top()) - 2, int(end) - 1, int(track.bottom()) + 2)
    side = theme.line * 0.85
    low = track.bottom() + theme.unit / 2
    paint_icon(painter, TONE_ICONS[bar.tone], tone, QRectF(room.left(), low + (theme.line - side) / 2, side, side))
    painter.setFont(theme.base)
    painter.setPen(tone)
    words = QRectF(room.left() + side + theme.unit / 2, low, room.width() - side - theme.unit / 2, theme.line)
    shown = QFontMetrics(theme.base).elidedText(bar.words, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
