"""Tables as data: columns are the members of an enum, rows are plain results; the model knows neither where they come from nor the law."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from clerk_app.ui.context import Tone
from clerk_app.ui.widgets.chips import ChipLook

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

SortRole = Qt.ItemDataRole.UserRole + 1
"""The native value of a cell (date, number, text), for sorting."""
RowRole = Qt.ItemDataRole.UserRole + 2
"""The id of the row."""
LookRole = Qt.ItemDataRole.UserRole + 3
"""The `ChipLook` of a cell drawn as a chip."""
ToneRole = Qt.ItemDataRole.UserRole + 4
"""The `Tone` of a cell drawn in colour, with its symbol."""


class Cell(StrEnum):
    """How a column is drawn."""

    TEXT = "text"
    NUMBER = "number"
    CHIP = "chip"
    ACTION = "action"


def shown_date(value: date | None) -> str:
    """Return a date as lists show it, 2026-11-22, or nothing."""
    return value.isoformat() if value else ""


@dataclass(
    frozen=True
)  # not slotted: `Column[Row](…)` makes typing set an attribute, and a frozen slotted class answers with a TypeError
class Column(Generic[R]):
    """One column of a table.

    `title` is translated in the context named by the enum's class. `value` gives the native value for sorting; `text` what is shown (of a chip: read
    aloud), by default the value, dates in ISO form. `look` gives the chip of a CHIP column, `tone` the colour of a TEXT one. `width` is in
    Chinese characters, 0 takes what is left. `order_by` is the name by which the store sorts (paged tables), empty if it cannot.
    """

    title: str
    value: Callable[[R], object]
    text: Callable[[R], str] | None = None
    width: int = 8
    cell: Cell = Cell.TEXT
    look: Callable[[R], ChipLook] | None = None
    tone: Callable[[R], Tone] | None = None
    tip: Callable[[R], str] | None = None
    order_by: str = ""

    def shown(self, row: R) -> str:
        """Return the words of the cell."""
        if self.text is not None:
            return self.text(row)
        if self.look is not None:
            return self.look(row).text
        value = self.value(row)
        if isinstance(value, date):
            return shown_date(value)
        return "" if value is None else str(value)


class RowsModel(QAbstractTableModel, Generic[R]):
    """A table of rows held in memory (up to some 5,000); sort it through `SortProxy`.

    `columns` is an enum whose values are `Column`s; `key` names the row.
    """

    def __init__(
        self,
        columns: type[Enum],
        *,
        key: Callable[[R], Hashable],
        rows: Sequence[R] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = columns.__name__
        self._members = tuple(columns)
        self._columns: tuple[Column[R], ...] = tuple(cast("Column[R]", member.value) for member in columns)
        self._key = key
        self._rows: list[R] = list(rows)

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns from left to right."""
        return self._columns

    @property
    def rows(self) -> tuple[R, ...]:
        """All rows that are here."""
        return tuple(self._rows)

    def member(self, column: int) -> Enum:
        """Return the enum's member of a column."""
        return self._members[column]

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace all rows; if the ids stay the same, only what changed is painted."""
        if [self._key(row) for row in rows] == [self._key(row) for row in self._rows]:
            old, self._rows = self._rows, list(rows)
            for place, (before, after) in enumerate(zip(old, self._rows, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, place: int) -> R:
        """Return the row at a place of this model."""
        return self._rows[place]

    def id_at(self, place: int) -> Hashable:
        """Return the id of the row at a place of this model."""
        return self._key(self._rows[place])

    def place_of(self, row_id: Hashable) -> int:
        """Return where a row stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == row_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are here."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says in a role."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.shown(row)
        return self._other(row, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a heading says in a role."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return QCoreApplication.translate(self._context, self._columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(self._columns[section]))
        return None

    def _other(self, row: R, column: Column[R], role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(column))
        if role == RowRole:
            return self._key(row)
        if role == SortRole:
            return column.value(row)
        if role == LookRole:
            return column.look(row) if column.look else None
        if role == ToneRole:
            return column.tone(row) if column.tone else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else column.shown(row)
        return None


def _alignment(column: Column[R]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.cell is Cell.NUMBER else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
