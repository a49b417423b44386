"""Behind the list of cases: reads pages, counts, and finds the case that a hit means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.listing import CaseFilter
from clerk_app.ui.context import UiContext
from clerk_app.ui.screens.search.columns import CaseLine, line_of
from clerk_app.ui.tasks import is_cancelled
from clerk_app.ui.widgets.paged_model import PageRequest, RowsPage


class SearchPresenter(QObject):
    """Reads for the page of cases.

    Signals:
        items_read(object): pairs of code and short name of every item, in the order of the catalogue.
        counted(int): how many cases match the conditions.
        found(object): the id of the case that was asked for by a number, or None.
        failed(object): an error of reading.
    """

    items_read = Signal(object)
    counted = Signal(int)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self._wanted = CaseFilter()

    def load(self) -> None:
        """Read the items to choose from."""
        self._submit(self._items, self.items_read.emit)

    def set_wanted(self, wanted: CaseFilter) -> None:
        """Take other conditions for the next page."""
        self._wanted = wanted

    def fetch(self, request: PageRequest) -> RowsPage[CaseLine]:
        """Read one page (off the GUI thread); the key is the number of rows before it."""
        reader, today = self._ctx.services.desk.reader, self._ctx.today()
        at = request.key if isinstance(request.key, int) else 0
        rows = reader.overviews(
            self._wanted, order=request.order_by, descending=request.descending, limit=request.limit, offset=at
        )
        catalogue = reader.office().catalogue
        names = {one.code: one.short_name for one in catalogue.items}
        lines = tuple(line_of(row, names.get(row.item, row.item), today=today) for row in rows)
        return RowsPage(lines, at + len(rows) if len(rows) == request.limit else None)

    def count(self) -> None:
        """Count what matches the conditions."""
        self._submit(partial(self._ctx.services.desk.reader.count, self._wanted), self._tell_count)

    def find(self, number: str) -> None:
        """Find the case of an id or a printed number."""
        self._submit(partial(self._ctx.services.desk.reader.case_id_of, number), self.found.emit)

    def _items(self) -> tuple[tuple[str, str], ...]:
        catalogue = self._ctx.services.desk.reader.office().catalogue
        return tuple(
            (code, next(one.name for one in catalogue.items if one.code == code)) for code in catalogue.codes()
        )

    def _tell_count(self, count: int) -> None:
        self.counted.emit(count)

    def _submit(self, job: object, done: object) -> None:
        self._ctx.tasks.submit(self._owner, job, done=done, failed=self._on_failed)  # type: ignore[arg-type]

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)
