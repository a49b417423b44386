"""A list in which one column takes the room that is left, but never less than it needs; then the list scrolls sideways."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.table_view import TableView


class FittingTable(TableView):
    """A `TableView` whose column `roomy` (a member of the columns' enum) grows with the view; its own width is the least."""

    def __init__(
        self,
        *,
        name: str,
        label: str,
        empty_text: str,
        roomy: Enum,
        empty_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, label=label, empty_text=empty_text, empty_hint=empty_hint, parent=parent)
        self._roomy = list(type(roomy)).index(roomy)
        self._least = 0

    def set_model(self, model: RowsModel[Any], *, sorted_by: int = -1, descending: bool = False) -> None:
        """Show a model; see `TableView.set_model`."""
        super().set_model(model, sorted_by=sorted_by, descending=descending)
        theme = look()
        self._least = theme.chars(model.columns[self._roomy].width) + theme.unit * 2
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the roomy column what is left."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.model() is None:
            return
        header = self.horizontalHeader()
        others = sum(header.sectionSize(place) for place in range(header.count()) if place != self._roomy)
        header.resizeSection(self._roomy, max(self._least, self.viewport().width() - others))
