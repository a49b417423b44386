"""Counts that filter a list: one tile for each group, with its symbol, its word and how many there are; one may be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look
from clerk_app.ui.widgets.flow_layout import FlowLayout

_MANY = 6
"""More tiles than this stand closer together."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One group: `words` are already translated; `tone` is shown only while somebody is in the group."""

    code: str
    words: str
    icon: str = ""
    tone: Tone = Tone.NEUTRAL
    tip: str = ""


class CountTile(QAbstractButton):
    """One tile, as tall as two lines, or a segment of one line (`is_compact`); Space and Enter choose it."""

    def __init__(self, tile: Tile, *, name: str, is_compact: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._tile, self._is_compact = tile, is_compact
        self._count: int | None = None
        self.setObjectName(name)
        self.setCheckable(True)
        self.setText(tile.words)
        self.setToolTip(tile.tip or tile.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        wide = QSizePolicy.Policy.Preferred if is_compact else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.set_count(None)

    @property
    def count(self) -> int | None:
        """How many there are; None before they were counted."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show how many there are."""
        self._count = count
        said = QCoreApplication.translate("CountTile", "{what}，{count} 件").format(what=self._tile.words, count=count)
        self.setAccessibleName(self._tile.words if count is None else said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        words = QFontMetrics(theme.base).horizontalAdvance(self._tile.words)
        if self._is_compact:
            number = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self._number())
            return QSize(words + number + theme.unit * 3, theme.control)
        number = QFontMetrics(self._large(theme)).horizontalAdvance("9999")
        return QSize(max(words, number) + self._disc(theme) + theme.unit * 5, self._tall(theme))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        theme = look()
        if self._is_compact:
            return self.sizeHint()
        return QSize(QFontMetrics(theme.base).horizontalAdvance(self._tile.words) + theme.unit * 2, self._tall(theme))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, box, theme)
        if self._is_compact:
            self._paint_segment(painter, box, theme)
        else:
            self._paint_tile(painter, box, theme)
        painter.end()

    def _paint_ground(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        radius = theme.unit / 2 if self._is_compact else theme.unit
        hovered = self.underMouse() and self.isEnabled()
        edge = "primary" if self.isChecked() or hovered else "border"
        width = 2 if self.isChecked() and not self._is_compact else 1
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("primary_soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_segment(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        ink = theme.colour("primary_text" if self.isChecked() else "text")
        words = QFontMetrics(theme.base).horizontalAdvance(self._tile.words)
        left = box.left() + theme.unit
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(theme.base)
        painter.setPen(ink)
        painter.drawText(QRectF(left, box.top(), words + 2, box.height()), flags, self._tile.words)
        painter.setFont(theme.font(bold=True))
        painter.setPen(ink if self._tone() is Tone.NEUTRAL else theme.colour(self._tone().value))
        at = left + words + theme.unit * 0.75
        painter.drawText(QRectF(at, box.top(), box.right() - at, box.height()), flags, self._number())

    def _paint_tile(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        tone = self._tone().value
        side = self._disc(theme)
        words = QFontMetrics(theme.base).horizontalAdvance(self._tile.words)
        left = box.left() + theme.unit * 1.5
        if box.width() > words + side + theme.unit * 4:
            disc = QRectF(left, box.center().y() - side / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface" if self.isChecked() else f"{tone}_soft"))
            painter.drawRoundedRect(disc, theme.unit / 2, theme.unit / 2)
            inner = disc.adjusted(side * 0.22, side * 0.22, -side * 0.22, -side * 0.22)
            paint_icon(painter, self._tile.icon, theme.colour(tone), inner)
            left = disc.right() + theme.unit * 1.25
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        large = QFontMetrics(self._large(theme)).height()
        top = box.center().y() - (large + theme.line) / 2
        painter.setFont(self._large(theme))
        painter.setPen(theme.colour("text" if tone == Tone.NEUTRAL.value else tone))
        painter.drawText(QRectF(left, top, box.right() - left, large), flags, self._number())
        painter.setFont(theme.base)
        painter.setPen(theme.colour("primary_text" if self.isChecked() else "text_soft"))
        painter.drawText(QRectF(left, top + large, box.right() - left, theme.line), flags, self._tile.words)

    def _tone(self) -> Tone:
        return self._tile.tone if self._count else Tone.NEUTRAL

    def _number(self) -> str:
        if self._count is None:
            return "" if self._is_compact else "–"
        return str(self._count)

    def _large(self, theme: Theme) -> QFont:
        return theme.font(bold=True, times=1.6)

    def _disc(self, theme: Theme) -> int:
        return theme.line + theme.unit * 2

    def _tall(self, theme: Theme) -> int:
        return QFontMetrics(self._large(theme)).height() + theme.line + theme.unit * 2


class CountBar(QWidget):
    """A row of tiles, named `name.code` each.

    Signals:
        chosen(str): the code of the tile that was pressed; pressing the chosen one again tells it again.
    """

    chosen = Signal(str)

    def __init__(
        self, tiles: Sequence[Tile], *, name: str, label: str, is_compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._tiles: dict[str, CountTile] = {}
        theme = look()
        layout: QLayout = FlowLayout(self, spacing=theme.unit) if is_compact else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if not is_compact:
            layout.setSpacing(theme.unit if len(tiles) > _MANY else theme.unit * 3 // 2)
        for tile in tiles:
            made = CountTile(tile, name=f"{name}.{tile.code}", is_compact=is_compact, parent=self)
            made.clicked.connect(partial(self._on_clicked, tile.code))
            self._tiles[tile.code] = made
            layout.addWidget(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the lines that segments need at this width."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are; a group that is not counted here keeps its number."""
        for code, count in counts.items():
            if code in self._tiles:
                self._tiles[code].set_count(count)

    def count_of(self, code: str) -> int | None:
        """Return the number on a tile."""
        return self._tiles[code].count

    def choose(self, code: str) -> None:
        """Mark one tile as chosen, without telling; an empty code marks none."""
        for one, tile in self._tiles.items():
            tile.setChecked(one == code)

    @property
    def current(self) -> str:
        """The code of the chosen tile, or empty."""
        return next((code for code, tile in self._tiles.items() if tile.isChecked()), "")

    def _on_clicked(self, code: str, *_checked: object) -> None:
        self.chosen.emit(code)
