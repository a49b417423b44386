"""Why a clock shows its date, line by line: the day, what happened, and how many days it used up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.column_fit import ColumnFit
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One line: `when` as shown (one day or from-to), the sentence, days used by it, days used so far."""

    place: int
    when: str
    text: str
    counts: int
    total: int
    tone: Tone = Tone.NEUTRAL


def _counted(row: TraceEntry) -> str:
    return f"+{row.counts}" if row.counts else "—"


class TraceColumn(Enum):
    """The columns of a trace."""

    WHEN = Column[TraceEntry](
        QT_TRANSLATE_NOOP("TraceColumn", "日期"), lambda row: row.place, lambda row: row.when, width=9
    )
    TEXT = Column[TraceEntry](
        QT_TRANSLATE_NOOP("TraceColumn", "说明"), lambda row: row.text, width=0, tone=lambda row: row.tone
    )
    COUNTS = Column[TraceEntry](
        QT_TRANSLATE_NOOP("TraceColumn", "计入"), lambda row: row.counts, _counted, width=3, cell=Cell.NUMBER
    )
    TOTAL = Column[TraceEntry](
        QT_TRANSLATE_NOOP("TraceColumn", "累计"), lambda row: row.total, width=3, cell=Cell.NUMBER
    )


class TraceView(TableView):
    """The lines of one clock's trace, in order."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, label="", empty_text="", parent=parent)
        self.setAccessibleName(self.tr("时限逐日说明"))
        self._lines: RowsModel[TraceEntry] = RowsModel(TraceColumn, key=lambda row: row.place, parent=self)
        self.set_model(self._lines, sorted_by=0)
        self.setSortingEnabled(False)
        ColumnFit(self, self._lines, leaves_first=(TraceColumn.TOTAL,))

    def set_entries(self, entries: Sequence[TraceEntry]) -> None:
        """Show a trace."""
        self._lines.set_rows(entries)
        self.scrollToBottom()
