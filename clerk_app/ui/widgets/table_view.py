"""The table of every list: fixed row height, sorting, keys, an empty state; it hands out ids, never places."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.paged_model import PagedTableModel
from clerk_app.ui.widgets.table_delegate import CellDelegate
from clerk_app.ui.widgets.table_model import Cell, RowRole, RowsModel, SortRole

_LEAST_FREE = 9
"""Chinese characters that a column of free width shows at least."""


class SortProxy(QSortFilterProxyModel):
    """Sorts by native values; what is missing stands last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SortRole)
        self.setDynamicSortFilter(True)

    def lessThan(self, left: Any, right: Any) -> bool:
        """Compare two cells by their native values."""
        one, other = left.data(SortRole), right.data(SortRole)
        if one is None or other is None:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (other is None and one is not None) if ascending else (one is None and other is not None)
        if type(one) is not type(other):
            return str(one) < str(other)
        return bool(one < other)


class TableView(QTableView):
    """A list of rows.

    Signals:
        current_changed(object): the id of the row in front (None: none), after keys, mouse or a reload.
        activated_row(object): the id of a row opened by Enter or a double click.
        action_requested(object): the id of a row whose action was pressed (mouse, or Ctrl+Enter by the page's own shortcut).
    """

    current_changed = Signal(object)
    activated_row = Signal(object)
    action_requested = Signal(object)

    def __init__(
        self, *, name: str, label: str, empty_text: str, empty_hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._rows_model: RowsModel[Any] | None = None
        self._kept: Hashable | None = None
        self._told: Hashable | None = None
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(look().row)
        header.setStretchLastSection(False)
        self._empty = EmptyState(empty_text, hint=empty_hint, parent=self.viewport())
        self._empty.hide()
        self.doubleClicked.connect(self._open_index)

    def set_model(self, model: RowsModel[Any], *, sorted_by: int = -1, descending: bool = False) -> None:
        """Show a model: one in memory is sorted here, a paged one sorts itself."""
        self._rows_model = model
        self.verticalHeader().setDefaultSectionSize(look().row)
        if isinstance(model, PagedTableModel):
            self.setModel(model)
            model.loaded.connect(self._on_rows)
        else:
            proxy = SortProxy(self)
            proxy.setSourceModel(model)
            self.setModel(proxy)
        self.setItemDelegate(CellDelegate(tuple(column.cell for column in model.columns), self))
        self._size_columns(model)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(sorted_by, order)
        self.setSortingEnabled(True)
        self.model().modelAboutToBeReset.connect(self._keep)
        self.model().modelReset.connect(self._restore)
        self.model().rowsInserted.connect(self._on_rows)
        self.model().rowsRemoved.connect(self._on_rows)
        self._on_rows()

    def current_id(self) -> Hashable | None:
        """Return the id of the row in front, or None."""
        found: Hashable | None = self.currentIndex().data(RowRole) if self.currentIndex().isValid() else None
        return found

    def select_id(self, row_id: Hashable) -> bool:
        """Bring a row to the front if it is here; say whether it is."""
        model = self._rows_model
        place = model.place_of(row_id) if model is not None else -1
        if model is None or place < 0:
            return False
        index = model.index(place, 0)
        shown = self.model()
        if isinstance(shown, QSortFilterProxyModel):
            index = shown.mapFromSource(index)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Bring the first row to the front, if there is one."""
        if self._rows_model is not None and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which row is in front."""
        super().selectionChanged(selected, deselected)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self._open_index(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press what lies under the pointer."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._is_action(index):
            self.action_requested.emit(index.data(RowRole))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show whether what lies under the pointer can be pressed."""
        super().mouseMoveEvent(event)
        over = self._is_action(self.indexAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies above in its place."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self._fit_columns()

    def focusInEvent(self, event: Any) -> None:
        """Give the focus something to stand on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select_first()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            theme = look()
            painter = QPainter(self.viewport())
            row = self.visualRect(self.currentIndex())
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(1, row.top() + 1, self.viewport().width() - 2, row.height() - 2)
            painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)

    def action_point(self, row_id: Hashable) -> QPoint | None:
        """Return where the action of a row can be pressed, in the viewport; None if the row is not here."""
        if not self.select_id(row_id) or self._rows_model is None:
            return None
        column = next((n for n, one in enumerate(self._rows_model.columns) if one.cell is Cell.ACTION), -1)
        return self.visualRect(self.currentIndex().siblingAtColumn(column)).center() if column >= 0 else None

    def _size_columns(self, model: RowsModel[Any]) -> None:
        theme, header = look(), self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(model.columns):
            if column.width:
                header.resizeSection(place, theme.chars(column.width) + theme.unit * 2)
        header.setMinimumSectionSize(theme.chars(3))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Let the free columns take what is left, or scroll sideways rather than squeeze them."""
        if self._rows_model is None:
            return
        theme, header = look(), self.horizontalHeader()
        free = [place for place, column in enumerate(self._rows_model.columns) if not column.width]
        taken = sum(header.sectionSize(place) for place in range(header.count()) if place not in free)
        share = (self.viewport().width() - taken) // max(1, len(free))
        for place in free:
            header.resizeSection(place, max(share, theme.chars(_LEAST_FREE)))

    def _is_action(self, index: QModelIndex) -> bool:
        if self._rows_model is None or not index.isValid():
            return False
        is_action = self._rows_model.columns[index.column()].cell is Cell.ACTION
        return is_action and bool(index.data(Qt.ItemDataRole.DisplayRole))

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activated_row.emit(index.data(RowRole))

    def _keep(self) -> None:
        self._kept = self.current_id()

    def _restore(self) -> None:
        if self._kept is not None:
            self.select_id(self._kept)
        self._on_rows()
        self._tell()

    def _tell(self) -> None:
        now = self.current_id() if self.selectionModel().hasSelection() else None
        if now != self._told:
            self._told = now
            self.current_changed.emit(now)

    def _on_rows(self, *_what: object) -> None:
        model = self.model()
        is_loading = isinstance(model, PagedTableModel) and model.is_loading
        self._empty.setVisible(model.rowCount() == 0 and not is_loading)
        self._empty.setGeometry(self.viewport().rect())
