"""A list in which one column takes the room that is left; where there is too little, the columns that matter least leave."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.table_view import TableView


class FittingTable(TableView):
    """A `TableView` whose column `roomy` (a member of the columns' enum) grows with the view; its own width is the least.

    The columns in `leaves_first` are hidden in that order where they have no room: what they say stands in the details beside the list.
    """

    def __init__(
        self,
        *,
        name: str,
        label: str,
        empty_text: str,
        roomy: Enum,
        empty_hint: str = "",
        leaves_first: Sequence[Enum] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, label=label, empty_text=empty_text, empty_hint=empty_hint, parent=parent)
        self._roomy = list(type(roomy)).index(roomy)
        self._leaving = tuple(list(type(roomy)).index(one) for one in leaves_first)
        self._least = 0

    def set_model(self, model: RowsModel[Any], *, sorted_by: int = -1, descending: bool = False) -> None:
        """Show a model; see `TableView.set_model`."""
        super().set_model(model, sorted_by=sorted_by, descending=descending)
        theme = look()
        self._least = theme.chars(model.columns[self._roomy].width) + theme.unit * 2
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the roomy column what is left, or let others leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.model() is None:
            return
        header = self.horizontalHeader()
        for place in self._leaving:
            header.setSectionHidden(place, False)
        for place in self._leaving:
            if self._others() + self._least <= self.viewport().width():
                break
            header.setSectionHidden(place, True)
        others = self._others()
        header.resizeSection(self._roomy, max(self._least, self.viewport().width() - others))

    def _others(self) -> int:
        """Return the width of all columns but the roomy one; hidden ones have none."""
        header = self.horizontalHeader()
        return sum(header.sectionSize(place) for place in range(header.count()) if place != self._roomy)
