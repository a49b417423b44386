"""The box for everything: asks when the typing pauses, lists what was found by kind, and says why each hit is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clerk_app.ui.context import Hit
from clerk_app.ui.icons import icon
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.chips import chip_size, paint_chip, state_look

_Index = QModelIndex | QPersistentModelIndex
_SETTLE_MS = 180
_MOST_SHOWN = 9


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading of a group, or a hit."""

    heading: str = ""
    hit: Hit | None = None


class HitsModel(QAbstractListModel):
    """Hits grouped by kind, each group under its heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Replace all; the groups stand in the order in which their first hit came."""
        from clerk_app.wording import word  # brings the domain along: not before the first paint

        self.beginResetModel()
        self._lines = []
        for kind in dict.fromkeys(hit.kind for hit in hits):
            words = word(f"hit.{kind}")
            self._lines.append(_Line(heading=words))
            self._lines.extend(_Line(hit=hit) for hit in hits if hit.kind == kind)
        self.endResetModel()

    def hit(self, place: int) -> Hit | None:
        """Return the hit of a line, None for a heading."""
        return self._lines[place].hit if 0 <= place < len(self._lines) else None

    def line(self, place: int) -> _Line:
        """Return a line."""
        return self._lines[place]

    def next_hit(self, place: int, step: int) -> int:
        """Return the line of the hit after (or before) a line, staying at the ends."""
        at = place + step
        while 0 <= at < len(self._lines):
            if self._lines[at].hit is not None:
                return at
            at += step
        return place

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows are here."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says in a role."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if line.hit is None:
                return line.heading
            return " ".join(
                part for part in (line.hit.title, line.hit.subtitle, line.hit.why, line.hit.matched) if part
            )
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if index.isValid() and self.hit(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = look()
        model = cast("HitsModel", index.model())
        if model.hit(index.row()) is None:
            return QSize(theme.chars(10), theme.line + theme.unit)
        return QSize(theme.chars(10), theme.line * 2 + theme.unit)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = look()
        line = cast("HitsModel", index.model()).line(index.row())
        room = QRectF(option.rect).adjusted(theme.unit, 0, -theme.unit, 0)  # type: ignore[attr-defined]
        painter.save()
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if line.hit is None:
            painter.setFont(theme.font(bold=True, times=0.92))
            painter.setPen(theme.colour("text_soft"))
            painter.drawText(room, flags, line.heading)
            painter.restore()
            return
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(option.rect, theme.colour("selection"))  # type: ignore[attr-defined]
        hit = line.hit
        if hit.state:
            chip = state_look(hit.state)
            width = chip_size(chip, theme).width()
            paint_chip(painter, chip, QRectF(room.right() - width, room.top(), width, room.height()), theme)
            room = room.adjusted(0, 0, -width - theme.unit, 0)
        metrics = QFontMetrics(theme.base)
        painter.setPen(theme.colour("on_selection" if is_selected else "text"))
        painter.setFont(theme.base)
        top = QRectF(room.left(), room.top() + theme.unit / 2, room.width(), theme.line)
        head = " · ".join(part for part in (hit.title, hit.subtitle) if part)
        painter.drawText(top, flags, metrics.elidedText(head, Qt.TextElideMode.ElideRight, int(top.width())))
        painter.setPen(theme.colour("on_selection" if is_selected else "text_soft"))
        low = top.translated(0, theme.line)
        why = "：".join(part for part in (hit.why, hit.matched) if part)
        painter.drawText(low, flags, metrics.elidedText(why, Qt.TextElideMode.ElideRight, int(low.width())))
        painter.restore()


class SearchBox(QLineEdit):
    """One line for every number and name.

    Signals:
        asked(str): the typing paused (or Enter came first): fetch hits and give them to `show_hits`.
        chosen(Hit): a hit was opened.
        all_wanted(str): Enter without a hit in front: show everything on the search page.
    """

    asked = Signal(str)
    chosen = Signal(object)
    all_wanted = Signal(str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName(name)
        self.setAccessibleName(self.tr("查找一切"))
        self.setPlaceholderText(self.tr("办件编号、姓名、拼音首字母、信用代码、电话、证号、邮件号（Ctrl+K）"))
        self.setToolTip(self.tr("输入任一部分即可；上下键选择，回车打开"))
        self.setClearButtonEnabled(True)
        find = QAction(icon("find", theme.colour("text_soft")), "", self)
        self.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        self._asked_for = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.model = HitsModel(self)
        self.popup: QFrame | None = None
        self._list = QListView()
        self._none = QLabel(self.tr("没有找到"))
        self.textEdited.connect(self._on_edited)

    @property
    def is_open(self) -> bool:
        """Whether the hits are shown."""
        return self.popup is not None and self.popup.isVisible()

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for `text`; late answers to an older text are dropped."""
        if text != self.text().strip() or not self.hasFocus():
            return
        self.model.set_hits(hits)
        popup = self._ready_popup()
        self._none.setVisible(not hits)
        self._list.setVisible(bool(hits))
        first = self.model.next_hit(-1, 1)
        if hits and first >= 0:
            self._list.setCurrentIndex(self.model.index(first, 0))
        self._place(popup, len(hits))
        popup.show()
        popup.raise_()

    def close_hits(self) -> None:
        """Put the hits away; the text stays."""
        self._settle.stop()
        if self.popup is not None:
            self.popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.is_open:
            step = 1 if key == Qt.Key.Key_Down else -1
            at = self.model.next_hit(self._list.currentIndex().row(), step)
            self._list.setCurrentIndex(self.model.index(at, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and self.is_open:
            self.close_hits()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Check what was typed when the field is left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_hits()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the events of what was installed."""
        if event.type() == QEvent.Type.Resize:
            self.close_hits()
        return super().eventFilter(watched, event)

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._settle.start()
        else:
            self.close_hits()

    def _ask(self) -> None:
        self._settle.stop()
        self._asked_for = self.text().strip()
        if self._asked_for:
            self.asked.emit(self._asked_for)

    def _enter(self) -> None:
        hit = self.model.hit(self._list.currentIndex().row()) if self.is_open else None
        text = self.text().strip()
        if hit is not None:
            self._choose(hit)
        elif text:
            self.close_hits()
            self.all_wanted.emit(text)

    def _choose(self, hit: Hit) -> None:
        self.close_hits()
        self.clear()
        self.chosen.emit(hit)

    def _on_clicked(self, index: QModelIndex) -> None:
        hit = self.model.hit(index.row())
        if hit is not None:
            self._choose(hit)

    def _ready_popup(self) -> QFrame:
        if self.popup is not None:
            return self.popup
        theme, window = look(), self.window()
        popup = QFrame(window)
        popup.setObjectName(f"{self.objectName()}.hits")
        popup.setProperty("popup", "true")
        self._list.setModel(self.model)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setObjectName(f"{self.objectName()}.hits.list")
        self._list.setAccessibleName(self.tr("查找结果"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_clicked)
        self._none.setProperty("role", "soft")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(theme.unit // 2, theme.unit // 2, theme.unit // 2, theme.unit // 2)
        layout.addWidget(self._list)
        layout.addWidget(self._none)
        window.installEventFilter(self)
        self.popup = popup
        return popup

    def _place(self, popup: QFrame, hits: int) -> None:
        theme, window = look(), self.window()
        below = self.mapTo(window, QPoint(0, self.height() + theme.unit // 2))
        rows = sum(self._list.sizeHintForRow(place) for place in range(min(self.model.rowCount(), _MOST_SHOWN)))
        height = (rows if hits else theme.row * 2) + theme.unit * 2
        popup.setGeometry(below.x(), below.y(), self.width(), min(height, window.height() - below.y() - theme.row))
