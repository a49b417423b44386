"""Long lists, page by page: a page is fetched off the GUI thread when the view nears the end; the next one begins where the last one ended."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from clerk_app.ui.tasks import Task, TaskRunner, is_cancelled
from clerk_app.ui.widgets.table_model import Index, RowsModel

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which rows are wanted: after `key` (None: from the start), at most `limit`, in the order of a column's `order_by`."""

    key: object
    limit: int
    order_by: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class RowsPage(Generic[R]):
    """Rows, and the key after which the next page begins; None when these were the last."""

    rows: tuple[R, ...]
    next_key: object = None


class PagedTableModel(RowsModel[R]):
    """A table that holds only the pages that were looked at; sorting asks the store again.

    Signals:
        loaded(int): how many rows are here now, after each page.
        loading_changed(bool): whether a page is on its way.
        failed(object): the error of a page.
    """

    loaded = Signal(int)
    loading_changed = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        columns: type[Enum],
        *,
        key: Callable[[R], Hashable],
        fetch: Callable[[PageRequest], RowsPage[R]],
        tasks: TaskRunner,
        limit: int = 200,
        order_by: str = "",
        descending: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Take the callable that reads one page (called off the GUI thread) and the order to begin with."""
        super().__init__(columns, key=key, parent=parent)
        self._fetch = fetch
        self._tasks = tasks
        self._limit = limit
        self._order_by, self._descending = order_by, descending
        self._next_key: object = None
        self._has_more = False
        self._under_way: Task | None = None
        self._round = 0

    @property
    def is_loading(self) -> bool:
        """Whether a page is on its way."""
        return self._under_way is not None

    @property
    def has_more(self) -> bool:
        """Whether the store has rows that are not here."""
        return self._has_more

    def reload(self, *, keep_rows: bool = True) -> None:
        """Ask again from the start; `keep_rows` shows the old ones until the new ones are here, as many as there were."""
        self._round += 1
        if self._under_way is not None:
            self._tasks.cancel(self._under_way)
            self._under_way = None
        limit = max(self._limit, len(self._rows)) if keep_rows else self._limit
        if not keep_rows:
            self._replace([])
        self._ask(PageRequest(None, limit, self._order_by, self._descending), is_first=True)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if not 0 <= column < len(self.columns) or not self.columns[column].order_by:
            return
        wanted = (self.columns[column].order_by, order == Qt.SortOrder.DescendingOrder)
        if wanted == (self._order_by, self._descending):
            return
        self._order_by, self._descending = wanted
        if self._round:
            self.reload(keep_rows=False)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether another page can be asked for."""
        return not parent.isValid() and self._has_more and self._under_way is None

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._ask(PageRequest(self._next_key, self._limit, self._order_by, self._descending), is_first=False)

    def _ask(self, request: PageRequest, *, is_first: bool) -> None:
        current = self._round
        fetch = self._fetch

        def job() -> RowsPage[R]:
            return fetch(request)

        def done(page: RowsPage[R]) -> None:
            self._take(page, current=current, is_first=is_first)

        def failed(error: Exception) -> None:
            self._fail(error, current=current)

        self._under_way = self._tasks.submit(self, job, done=done, failed=failed)
        self.loading_changed.emit(True)

    def _take(self, page: RowsPage[R], *, current: int, is_first: bool) -> None:
        if current != self._round:
            return
        self._under_way = None
        self._next_key, self._has_more = page.next_key, page.next_key is not None
        if is_first:
            self.set_rows(page.rows)
        elif page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()
        self.loading_changed.emit(False)
        self.loaded.emit(len(self._rows))

    def _fail(self, error: Exception, *, current: int) -> None:
        if current != self._round:
            return
        self._under_way = None
        self.loading_changed.emit(False)
        if not is_cancelled(error):
            self.failed.emit(error)

    def _replace(self, rows: list[R]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
