"""How cells are painted: text, coloured text with its symbol, chips, and the one action of a row as a button."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look
from clerk_app.ui.widgets.chips import TONE_ICONS, ChipLook, paint_chip
from clerk_app.ui.widgets.table_model import Cell, LookRole, ToneRole

_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of `TableView`; `kinds` says how each column is drawn."""

    def __init__(self, kinds: tuple[Cell, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room it wants."""
        size = super().sizeHint(option, index)
        size.setHeight(look().row)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        theme = look()
        kind = self._kinds[index.column()] if index.column() < len(self._kinds) else Cell.TEXT
        self._ground(painter, option, index, theme)
        room = QRectF(option.rect).adjusted(theme.unit, 0, -theme.unit / 2, 0)  # type: ignore[attr-defined]
        if kind is Cell.CHIP:
            shown = index.data(LookRole)
            if isinstance(shown, ChipLook):
                paint_chip(painter, shown, room, theme)
            return
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        if kind is Cell.ACTION:
            _paint_action(painter, str(text), room, theme)
            return
        self._words(painter, option, index, room, str(text))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, theme: Theme) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect = option.rect  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
        elif index.row() % 2:
            painter.fillRect(rect, theme.colour("surface_alt"))

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, room: QRectF, text: str) -> None:
        theme = look()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        tone = Tone(index.data(ToneRole) or Tone.NEUTRAL)  # Qt hands a StrEnum back as a plain string
        colour = theme.colour("on_selection" if is_selected else "text")
        painter.save()
        if tone is not Tone.NEUTRAL:
            if not (is_selected and theme.palette == "high_contrast"):
                colour = theme.colour(tone.value)
            side = theme.line * 0.8
            symbol = QRectF(room.left(), room.center().y() - side / 2, side, side)
            paint_icon(painter, TONE_ICONS[tone], colour, symbol)
            room = room.adjusted(side + theme.unit / 2, 0, 0, 0)
        painter.setPen(colour)
        painter.setFont(theme.base)
        words = QFontMetrics(theme.base).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        flags = index.data(Qt.ItemDataRole.TextAlignmentRole) or int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, int(flags), words)
        painter.restore()


def _paint_action(painter: QPainter, text: str, room: QRectF, theme: Theme) -> None:
    metrics = QFontMetrics(theme.base)
    width = min(metrics.horizontalAdvance(text) + theme.unit * 2, room.width())
    height = theme.line + theme.unit * 3 / 4
    box = QRectF(room.left(), room.center().y() - height / 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("primary"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, theme.unit / 2, theme.unit / 2)
    painter.setPen(theme.colour("primary"))
    painter.setFont(theme.base)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width() - theme.unit))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()
