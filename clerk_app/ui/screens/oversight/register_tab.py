"""许可与企业: the registers of licences and of licensees, and what happened with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.domain.identifiers import mask_id
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.listing import LicenseeRow
from clerk_app.ui.screens.oversight.columns import (
    HistoryColumn,
    HistoryLine,
    LicenceColumn,
    LicenceLine,
    LicenseeColumn,
)
from clerk_app.ui.screens.oversight.presenter import History
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides
from clerk_app.wording import word

_SETTLE_MS = 200
_LICENCES, _LICENSEES = 0, 1
_SHARES = (60, 40)


class RegisterTab(QWidget):
    """Two registers with one search, and the history of whoever is in front.

    Signals:
        asked(str): read both registers for a text.
        history_wanted(str): the number of a licensee whose history is wanted.
        case_wanted(str): the id of a case to open.
    """

    asked = Signal(str)
    history_wanted = Signal(str)
    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._licences = RowsModel[LicenceLine](LicenceColumn, key=lambda one: one.row.licence_no, parent=self)
        self._licensees = RowsModel[LicenseeRow](LicenseeColumn, key=lambda one: one.id_number, parent=self)
        self._history = RowsModel[HistoryLine](HistoryColumn, key=lambda one: one.place, parent=self)
        none = self.tr("没有符合的记录")
        self.licences = FittingTable(
            name="oversight.licences", label=self.tr("许可证"), empty_text=none, roomy=LicenceColumn.HOLDER
        )
        self.licensees = FittingTable(
            name="oversight.licensees", label=self.tr("许可企业"), empty_text=none, roomy=LicenseeColumn.NAME
        )
        self.history = FittingTable(
            name="oversight.history",
            label=self.tr("许可、检查与办件"),
            empty_text=self.tr("没有记录"),
            roomy=HistoryColumn.TEXT,
        )
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.ask)
        self._lay_out()
        self._connect()

    def ask(self) -> None:
        """Ask for the registers again."""
        self.asked.emit(self.text.value())

    def look_for(self, text: str) -> None:
        """Show the licensees that a text finds."""
        self.kinds.choose(_LICENSEES)
        self.text.setText(text)

    def show_licences(self, rows: tuple[LicenceLine, ...]) -> None:
        """Show the register of licences."""
        self._licences.set_rows(rows)
        self.kinds.set_words(_LICENCES, self.tr("许可证 {n}").format(n=len(rows)))
        self._settle_on(self.licences)

    def show_licensees(self, rows: tuple[LicenseeRow, ...]) -> None:
        """Show the register of licensees."""
        self._licensees.set_rows(rows)
        self.kinds.set_words(_LICENSEES, self.tr("许可企业 {n}").format(n=len(rows)))
        self._settle_on(self.licensees)

    def show_history(self, history: History) -> None:
        """Show what is known of a licensee."""
        self._pages.setCurrentWidget(self._file)
        known = history.licensee
        holder = next((one.row.holder for one in self._licences.rows if one.row.holder_id == history.id_number), "")
        self._name.setText(known.name if known and known.name else holder)
        self._facts.setText(_facts(history.id_number, known))
        self._history.set_rows(history.lines)

    def _lay_out(self) -> None:
        theme = look()
        card = Card()
        self.kinds = Segments(
            (("licences", self.tr("许可证")), ("licensees", self.tr("许可企业"))),
            name="oversight.register",
            label=self.tr("许可证或许可企业"),
        )
        self.text = ValidatedLineEdit(max_points=100)
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(self.tr("名称、拼音首字母、证号或证件号码"))
        form = Form(label_chars=2)
        form.add_row(self.text, name="oversight.register_text", label=self.tr("查找"))
        self._tables = QStackedWidget()
        for table, model in ((self.licences, self._licences), (self.licensees, self._licensees)):
            table.set_model(model)
            self._tables.addWidget(table)
        card.body.addWidget(self.kinds)
        card.body.addWidget(form)
        card.body.addWidget(self._tables, 1)
        card.setMinimumWidth(theme.chars(28))
        sides = TwoSides(card, self._build_file(), shares=_SHARES, name="oversight.register_sides")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.unit, 0, 0)
        layout.addWidget(sides)

    def _build_file(self) -> Card:
        theme = look()
        card = Card()
        self._file = QWidget()
        column = QVBoxLayout(self._file)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit)
        self._name: QLabel = heading("", role="title")
        self._name.setWordWrap(True)
        self._facts = soft_label()
        self.history.set_model(self._history)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(self.history, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyState(self.tr("没有选中企业"), hint=self.tr("在左边选一行，这里显示它的许可、检查和办件。"))
        )
        self._pages.addWidget(self._file)
        card.body.addWidget(self._pages)
        card.setMinimumWidth(theme.chars(24))
        return card

    def _connect(self) -> None:
        self.text.textChanged.connect(self._settle.start)
        self.kinds.chosen.connect(self._on_choice)
        self.licences.current_changed.connect(self._on_licence)
        self.licensees.current_changed.connect(self._on_licensee)
        self.history.activated_row.connect(self._on_history)
        self.licences.activated_row.connect(self._on_licence_opened)

    def _on_choice(self, place: int) -> None:
        self._tables.setCurrentIndex(place)
        self._settle_on(self.licences if place == _LICENCES else self.licensees)
        if place == _LICENCES:
            self._on_licence(self.licences.current_id())
        else:
            self._on_licensee(self.licensees.current_id())

    def _settle_on(self, table: FittingTable) -> None:
        if table is self._tables.currentWidget() and table.current_id() is None:
            table.select_first()

    def _on_licence(self, number: object) -> None:
        found = next((one.row for one in self._licences.rows if one.row.licence_no == number), None)
        if found is not None and self._tables.currentWidget() is self.licences:
            self.history_wanted.emit(found.holder_id)

    def _on_licensee(self, number: object) -> None:
        if isinstance(number, str) and self._tables.currentWidget() is self.licensees:
            self.history_wanted.emit(number)

    def _on_licence_opened(self, number: object) -> None:
        found = next((one.row for one in self._licences.rows if one.row.licence_no == number), None)
        if found is not None and found.case_id:
            self.case_wanted.emit(found.case_id)

    def _on_history(self, place: object) -> None:
        line = next((one for one in self._history.rows if one.place == place), None)
        if line is not None and line.case_id:
            self.case_wanted.emit(line.case_id)


def _facts(id_number: str, known: Licensee | None) -> str:
    parts = [mask_id(id_number)]
    if known is not None:
        parts += [word(f"applicant_type.{known.type.value}"), known.trade, known.legal_representative, known.address]
    return " · ".join(part for part in parts if part)
