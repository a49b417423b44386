"""The checklist of materials: up and down choose a row, 1 2 3 judge it, Enter moves on, F2 changes a cell, Space ticks 与原件核对."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import MaterialCheck, Verdict
from clerk_app.domain.catalogue import Material
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import soft_label
from clerk_app.ui.widgets.checklist_delegate import ChecklistDelegate
from clerk_app.ui.widgets.checklist_model import CheckColumn, ChecklistModel, CheckRow
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.verdict import KEYS, verdict_size

_FREE = (CheckColumn.MATERIAL, CheckColumn.DEFECT)
_LEAST_FREE = 20
"""Chinese characters that the two free columns need together."""
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class _ChecklistView(QTableView):
    """The table; keys do not type into cells, they judge."""

    moved_past_end = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, index = self.model(), self.currentIndex()
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_editing = (
            self.state() == QAbstractItemView.State.EditingState
        )  # Enter comes here too after the editor saw it
        if not isinstance(model, ChecklistModel) or not index.isValid() or not plain or is_editing:
            super().keyPressEvent(event)
            return
        if key in KEYS:
            model.set_verdict(index.row(), KEYS[key])
        elif key == Qt.Key.Key_0:
            model.set_verdict(index.row(), Verdict.OPEN)
        elif key == Qt.Key.Key_Space:
            model.toggle_compared(index.row())
        elif key in _STEPS and index.column() in (CheckColumn.COPIES, CheckColumn.PAGES):
            model.setData(index, int(index.data(Qt.ItemDataRole.EditRole)) + _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._move_on(index)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: where it is scarce, what is asked and the defect give way (both stand below the table too)."""
        super().resizeEvent(event)
        theme, header = look(), self.horizontalHeader()
        for hidden in ((), (CheckColumn.ASKED,), (CheckColumn.ASKED, CheckColumn.DEFECT)):
            for column in (CheckColumn.ASKED, CheckColumn.DEFECT):
                header.setSectionHidden(column, column in hidden)
            fixed = sum(header.sectionSize(one) for one in CheckColumn if one not in _FREE and one not in hidden)
            free = self.viewport().width() - fixed
            if free >= theme.chars(_LEAST_FREE):
                break
        shows_defect = not header.isSectionHidden(CheckColumn.DEFECT)
        name = free * 55 // 100 if shows_defect else max(free, theme.chars(_LEAST_FREE // 2))
        header.resizeSection(CheckColumn.MATERIAL, name)
        header.resizeSection(CheckColumn.DEFECT, free - name)

    def _move_on(self, index: QModelIndex) -> None:
        if index.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(index.siblingAtRow(index.row() + 1))
        else:
            self.moved_past_end.emit()


class ChecklistTable(QWidget):
    """All materials of one application with the clerk's findings, and below the clause and the words for the chosen one.

    Signals:
        changed(): the person changed something; ask `checks()`.
        finished(): Enter on the last row: move the focus to what comes next.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChecklistModel(self)
        self.view = _ChecklistView(self)
        self._summary = soft_label(wraps=False)
        self._clause = soft_label()
        self._clause.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._form = Form(label_chars=4)
        self._defect = ValidatedLineEdit(max_points=300)
        self._requirement = ValidatedLineEdit(max_points=300)
        self._place = -1
        self._build(name)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.moved_past_end.connect(self.finished)
        self.model.edited.connect(self._on_edited)
        self._defect.textEdited.connect(self._on_words)
        self._requirement.textEdited.connect(self._on_words)

    def set_checklist(
        self,
        materials: Sequence[Material],
        checks: Sequence[MaterialCheck] = (),
        *,
        is_editable: bool = True,
        locked: frozenset[str] = frozenset(),
    ) -> None:
        """Show the materials of an item's kind with what was found so far; codes in `locked` cannot be changed any more."""
        known = {check.code: check for check in checks}
        rows = [
            CheckRow(
                one,
                known.get(one.code) or MaterialCheck(one.code, one.name, Verdict.OPEN, clause=one.clause),
                one.code in locked,
            )
            for one in materials
        ]
        self.model.set_rows(rows, is_editable=is_editable)
        self._place = -1
        if rows:
            self.view.setCurrentIndex(self.model.index(0, CheckColumn.VERDICT))
        self._show_row()
        self._summarise()

    def checks(self) -> tuple[MaterialCheck, ...]:
        """Return what was found, one per material, in the order of the catalogue."""
        return tuple(row.check for row in self.model.rows)

    def open_codes(self) -> tuple[str, ...]:
        """Return the materials without a verdict."""
        return tuple(row.material.code for row in self.model.rows if row.check.verdict is Verdict.OPEN)

    def defective(self) -> tuple[MaterialCheck, ...]:
        """Return what is missing or of the wrong form."""
        return tuple(one for one in self.checks() if one.verdict in (Verdict.MISSING, Verdict.WRONG_FORM))

    def select(self, code: str) -> None:
        """Bring a material to the front and take the focus."""
        for place, row in enumerate(self.model.rows):
            if row.material.code == code:
                self.view.setCurrentIndex(self.model.index(place, CheckColumn.VERDICT))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, name: str) -> None:
        theme = look()
        self.setObjectName(name)
        view = self.view
        view.setObjectName(f"{name}.table")
        view.setAccessibleName(self.tr("材料清单"))
        view.setAccessibleDescription(
            self.tr("上下键选材料，1 符合，2 缺，3 不符合形式，回车下一份，空格与原件核对，F2 修改")
        )
        view.setModel(self.model)
        view.setItemDelegate(ChecklistDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(theme.line * 2 + theme.unit)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.row)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, chars in _WIDTHS.items():
            header.resizeSection(column, theme.chars(chars) + theme.unit * 2)
        header.resizeSection(CheckColumn.VERDICT, verdict_size(theme).width() + theme.unit * 2)
        self._form.add_row(self._defect, name=f"{name}.defect", label=self.tr("缺陷说明"))
        self._form.add_row(self._requirement, name=f"{name}.requirement", label=self.tr("补正要求"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.unit)
        layout.addWidget(view, 1)
        layout.addWidget(self._clause)
        layout.addWidget(self._form)
        layout.addWidget(self._summary)

    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._show_row()

    def _on_edited(self, _code: str) -> None:
        self._show_row()
        self._summarise()
        self.changed.emit()

    def _on_words(self, _text: str) -> None:
        if 0 <= self._place < self.model.rowCount():
            check = self.model.rows[self._place].check
            wanted = replace(check, defect=self._defect.text().strip(), requirement=self._requirement.text().strip())
            self.model.set_check(self._place, wanted)

    def _show_row(self) -> None:
        index = self.view.currentIndex()
        self._place = index.row() if index.isValid() else -1
        row = self.model.rows[self._place] if self._place >= 0 else None
        self._form.setVisible(row is not None and row.check.verdict in (Verdict.MISSING, Verdict.WRONG_FORM))
        self._clause.setVisible(row is not None)
        if row is None:
            return
        parts = (row.material.name, row.material.condition, row.material.requirement, row.material.clause)
        self._clause.setText(" · ".join(part for part in parts if part))
        for edit, text in ((self._defect, row.check.defect), (self._requirement, row.check.requirement)):
            if edit.text().strip() != text:
                edit.setText(text)
            edit.setReadOnly(not self.model.can_edit(self._place))

    def _summarise(self) -> None:
        found = [row.check.verdict for row in self.model.rows]
        self._summary.setText(
            self.tr("共 {all} 份：符合 {good}，缺 {missing}，不符合形式 {wrong}，未核对 {open}").format(
                all=len(found),
                good=found.count(Verdict.CONFORMS),
                missing=found.count(Verdict.MISSING),
                wrong=found.count(Verdict.WRONG_FORM),
                open=found.count(Verdict.OPEN),
            )
        )


_WIDTHS = {
    CheckColumn.ASKED: 5,
    CheckColumn.FORM: 4,
    CheckColumn.COPIES: 2,
    CheckColumn.PAGES: 2,
    CheckColumn.COMPARED: 5,
}
