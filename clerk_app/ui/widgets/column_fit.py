"""Tables that stay readable when they are narrow: the columns that matter least leave first, nothing is squeezed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QObject

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.table_view import TableView

_LEAST_FREE = 9
"""Characters that a stretched column keeps when nothing more can leave, as in the table itself."""


class ColumnFit(QObject):
    """Shows as many columns of a table as have room; what was left out stands in the case panel and the tooltip."""

    def __init__(
        self, table: TableView, model: RowsModel[Any], *, leaves_first: Sequence[Enum], stretch_chars: int = 9
    ) -> None:
        """Take the columns in the order in which they leave, and how wide the stretched column must stay."""
        super().__init__(table)
        self._table, self._model = table, model
        self._places = {model.member(place): place for place in range(model.columnCount())}
        self._leaving = tuple(leaves_first)
        self._stretch_chars = stretch_chars
        self._unwanted: frozenset[Enum] = frozenset()
        table.viewport().installEventFilter(self)

    def want(self, columns: Collection[Enum]) -> None:
        """Show only these columns, as far as they have room."""
        self._unwanted = frozenset(self._places) - frozenset(columns)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the table's room changes."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Hide what has no room, show what has."""
        shown = [one for one in self._places if one not in self._unwanted]
        room = self._table.viewport().width()
        for one in self._leaving:
            if sum(self._width(member) for member in shown) <= room:
                break
            if one in shown:
                shown.remove(one)
        for member, place in self._places.items():
            hidden = member not in shown
            if self._table.isColumnHidden(place) != hidden:
                self._table.setColumnHidden(place, hidden)
        self._share(room)

    def _share(self, room: int) -> None:
        """Give what is left to the columns without a width of their own, as the table does when it is resized."""
        header = self._table.horizontalHeader()
        free = [place for place in self._places.values() if not self._model.columns[place].width]
        taken = sum(header.sectionSize(place) for place in self._places.values() if place not in free)
        for place in free:
            header.resizeSection(place, max((room - taken) // len(free), look().chars(_LEAST_FREE)))

    def _width(self, member: Enum) -> int:
        theme, column = look(), self._model.columns[self._places[member]]
        return theme.chars(column.width or self._stretch_chars) + theme.unit * 2
