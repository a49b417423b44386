"""How the checklist is painted and edited: names over two lines, verdicts as three places to press, phrases to pick or to type."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clerk_app.domain.acts.case import Verdict
from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look
from clerk_app.ui.widgets.checklist_model import CheckColumn, ChecklistModel, PhrasesRole, VerdictRole, form_word
from clerk_app.ui.widgets.verdict import CHOICES, paint_verdict, segments

_Index = QModelIndex | QPersistentModelIndex
_MOST_PIECES = 9999
_NO_LINE_BEGIN = "，。、；：！？）》」』”’"


class ChecklistDelegate(QStyledItemDelegate):
    """Paints and edits the cells of `ChecklistTable`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room it wants."""
        theme = look()
        return QSize(theme.chars(6), theme.line * 2 + theme.unit)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        theme = look()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # PySide's stubs lack the fields
        rect = option.rect  # type: ignore[attr-defined]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("selection" if is_selected else "surface"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = QRectF(rect).adjusted(theme.unit, 0, -theme.unit / 2, -1)
        column = CheckColumn(index.column())
        model = cast("ChecklistModel", index.model())
        if column is CheckColumn.VERDICT:
            paint_verdict(
                painter, Verdict(index.data(VerdictRole)), room, theme, is_enabled=model.can_edit(index.row())
            )
            return
        painter.save()
        painter.setFont(theme.base)
        painter.setPen(_ink(theme, index, column, is_selected=is_selected))
        if column is CheckColumn.COMPARED:
            _paint_tick(painter, theme, room, is_ticked=bool(index.data(Qt.ItemDataRole.DisplayRole)))
        else:
            words = two_lines(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), int(room.width()), theme)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Press what lies under the pointer."""
        theme = look()
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and isinstance(model, ChecklistModel)
        ):
            if index.column() == CheckColumn.COMPARED:
                return model.toggle_compared(index.row())
            if index.column() == CheckColumn.VERDICT:
                room = QRectF(option.rect).adjusted(theme.unit, 0, -theme.unit / 2, -1)  # type: ignore[attr-defined]
                for verdict, box in zip(CHOICES, segments(room, theme), strict=True):
                    if box.contains(event.position()):
                        return model.set_verdict(index.row(), verdict)
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Make the editor of a cell."""
        column = CheckColumn(index.column())
        if column in (CheckColumn.COPIES, CheckColumn.PAGES):
            spin = QSpinBox(parent)
            spin.setRange(0, _MOST_PIECES)
            spin.setObjectName(f"checklist.editor.{column.name.lower()}")
            return spin
        combo = QComboBox(parent)
        combo.setObjectName(f"checklist.editor.{column.name.lower()}")
        if column is CheckColumn.FORM:
            for form in ("original", "copy"):
                combo.addItem(form_word(form), form)
            return combo
        combo.setEditable(True)
        combo.addItems(list(index.data(PhrasesRole)))
        return combo

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Fill the editor."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QSpinBox):
            editor.setValue(int(value))
            editor.selectAll()
        elif isinstance(editor, QComboBox) and editor.isEditable():
            editor.setEditText(str(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take what was entered."""
        if isinstance(editor, QSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentText() if editor.isEditable() else editor.currentData())


def two_lines(text: str, width: int, theme: Theme) -> str:
    """Return the text broken into at most two lines of `width`, the second one elided."""
    metrics = QFontMetrics(theme.base)
    if metrics.horizontalAdvance(text) <= width:
        return text
    first = next((n for n in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:n]) <= width), 1)
    if text[first] in _NO_LINE_BEGIN and first > 1:
        first -= 1
    rest = metrics.elidedText(text[first:], Qt.TextElideMode.ElideRight, width)
    return f"{text[:first]}\n{rest}"


def _ink(theme: Theme, index: _Index, column: CheckColumn, *, is_selected: bool) -> QColor:
    if is_selected:
        return theme.colour("on_selection")
    if column is CheckColumn.DEFECT:
        verdict = Verdict(index.data(VerdictRole))  # Qt hands a StrEnum back as a plain string
        return theme.colour(
            "error" if verdict is Verdict.MISSING else "warn" if verdict is Verdict.WRONG_FORM else "text"
        )
    return theme.colour("text_soft" if column is CheckColumn.ASKED else "text")


def _paint_tick(painter: QPainter, theme: Theme, room: QRectF, *, is_ticked: bool) -> None:
    side = theme.unit * 2
    box = QRectF(room.left() + theme.unit, room.center().y() - side / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("primary" if is_ticked else "border_strong"), 1))
    painter.setBrush(theme.colour("primary" if is_ticked else "surface"))
    painter.drawRoundedRect(box, 3, 3)
    if is_ticked:
        paint_icon(painter, "check", theme.colour("on_primary"), box)
