"""监督检查: every visit of a year."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.ui.screens.oversight.columns import VisitColumn, VisitLine
from clerk_app.ui.screens.oversight.presenter import YearView
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.table_model import RowsModel


class VisitsTab(QWidget):
    """Lists the inspections of a year, with their sums above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel[VisitLine](VisitColumn, key=lambda one: one.place, parent=self)
        self.table = FittingTable(
            name="oversight.inspections",
            label=self.tr("监督检查"),
            empty_text=self.tr("这一年没有监督检查记录"),
            empty_hint=self.tr("用上面的年度按钮换一年，或导入监督检查台账。"),
            roomy=VisitColumn.HOLDER,
        )
        self.table.set_model(self._model)
        self._card = Card(self.tr("监督检查"))
        self._sums = soft_label(wraps=False)
        self._card.header.addWidget(self._sums)
        self._card.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look().unit, 0, 0)
        layout.addWidget(self._card)

    def show_year(self, view: YearView) -> None:
        """Show the visits of a year."""
        self._model.set_rows(view.visits)
        rows = [one.row for one in view.visits]
        self._card.set_title(self.tr("{year} 年监督检查").format(year=view.year))
        words = self.tr("{n} 家次 · 隐患 {findings} 处 · 文书 {documents} 份 · 罚款 {fine} 元")
        fine = f"{sum(one.fine_yuan for one in rows):,}"
        findings, documents = sum(one.findings for one in rows), sum(one.documents for one in rows)
        self._sums.setText(words.format(n=len(rows), findings=findings, documents=documents, fine=fine))
