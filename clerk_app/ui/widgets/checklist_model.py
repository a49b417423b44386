"""The materials of one application as a table: what is asked for, what was handed in, and the clerk's verdict on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from clerk_app.domain.acts.case import MaterialCheck, Verdict
from clerk_app.domain.catalogue import Material, MaterialForm
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.table_model import RowRole
from clerk_app.ui.widgets.verdict import verdict_word
from clerk_app.wording import source_word, word

_Index = QModelIndex | QPersistentModelIndex

VerdictRole = Qt.ItemDataRole.UserRole + 10
PhrasesRole = Qt.ItemDataRole.UserRole + 11


class CheckColumn(IntEnum):
    """The columns from left to right."""

    MATERIAL = 0
    ASKED = 1
    FORM = 2
    COPIES = 3
    PAGES = 4
    COMPARED = 5
    VERDICT = 6
    DEFECT = 7


_TITLES = {
    CheckColumn.MATERIAL: QT_TRANSLATE_NOOP("Checklist", "材料"),
    CheckColumn.ASKED: QT_TRANSLATE_NOOP("Checklist", "要求"),
    CheckColumn.FORM: QT_TRANSLATE_NOOP("Checklist", "形式"),
    CheckColumn.COPIES: QT_TRANSLATE_NOOP("Checklist", "份数"),
    CheckColumn.PAGES: QT_TRANSLATE_NOOP("Checklist", "页数"),
    CheckColumn.COMPARED: QT_TRANSLATE_NOOP("Checklist", "与原件核对"),
    CheckColumn.VERDICT: QT_TRANSLATE_NOOP("Checklist", "结论"),
    CheckColumn.DEFECT: QT_TRANSLATE_NOOP("Checklist", "缺陷说明/补正要求"),
}
_EDITABLE = frozenset({CheckColumn.FORM, CheckColumn.COPIES, CheckColumn.PAGES, CheckColumn.DEFECT})


def form_word(form: str) -> str:
    """Return the word of a material's form (original, copy, either)."""
    return word(f"form.{form}") if form else ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One material: what the catalogue asks for and what the clerk found; `is_locked` was settled by an earlier act."""

    material: Material
    check: MaterialCheck
    is_locked: bool = False


class ChecklistModel(QAbstractTableModel):
    """The checklist.

    Signals:
        edited(str): the code of the material that the person changed.
    """

    edited = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CheckRow] = []
        self._is_editable = True

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """All rows in the order of the catalogue."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[CheckRow], *, is_editable: bool = True) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._rows = list(rows)
        self._is_editable = is_editable
        self.endResetModel()

    def can_edit(self, place: int) -> bool:
        """Say whether a row may be changed."""
        return self._is_editable and 0 <= place < len(self._rows) and not self._rows[place].is_locked

    def set_verdict(self, place: int, verdict: Verdict) -> bool:
        """Take a verdict; what follows from it (pieces, form, phrase, right form) is filled in where it is empty."""
        if not self.can_edit(place):
            return False
        row = self._rows[place]
        check = _judged(row.check, row.material, verdict)
        self._put(place, replace(row, check=check))
        return True

    def set_check(self, place: int, check: MaterialCheck) -> bool:
        """Replace what was found of one material."""
        if not self.can_edit(place):
            return False
        self._put(place, replace(self._rows[place], check=check))
        return True

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows are here."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(CheckColumn)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = super().flags(index)
        if self.can_edit(index.row()) and index.column() in _EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a heading says in a role."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(CheckColumn):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return QCoreApplication.translate("Checklist", _TITLES[CheckColumn(section)])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says in a role."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], CheckColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _shown(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return _native(row.check, column)
        if role == RowRole:
            return row.material.code
        if role == VerdictRole:
            return row.check.verdict
        if role == PhrasesRole:
            return row.material.defect_phrases
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return None
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was entered."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.can_edit(index.row()):
            return False
        changed = _entered(self._rows[index.row()].check, CheckColumn(index.column()), value)
        return changed is not None and self.set_check(index.row(), changed)

    def toggle_compared(self, place: int) -> bool:
        """Tick or untick 与原件核对无误."""
        if not self.can_edit(place):
            return False
        check = self._rows[place].check
        return self.set_check(place, replace(check, compared_with_original=not check.compared_with_original))

    def _put(self, place: int, row: CheckRow) -> None:
        if row == self._rows[place]:
            return
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(CheckColumn) - 1))
        self.edited.emit(row.material.code)


def _judged(check: MaterialCheck, material: Material, verdict: Verdict) -> MaterialCheck:
    form = check.form or (material.form.value if material.form is not MaterialForm.EITHER else "copy")
    if verdict is Verdict.CONFORMS:
        copies = check.copies or material.copies
        return replace(check, verdict=verdict, form=form, copies=copies, defect="", requirement="")
    requirement = check.requirement or material.requirement
    stock = _stock_defect(material, verdict)
    defect = check.defect if check.defect and check.verdict is verdict else stock
    if verdict is Verdict.MISSING:
        return replace(
            check,
            verdict=verdict,
            form="",
            copies=0,
            pages=0,
            compared_with_original=False,
            defect=defect,
            requirement=requirement,
        )
    return replace(check, verdict=verdict, form=form, copies=check.copies or 1, defect=defect, requirement=requirement)


def _stock_defect(material: Material, verdict: Verdict) -> str:
    absent = tuple(one for one in material.defect_phrases if one.startswith(("未提交", "未提供", "缺")))
    wrong = tuple(one for one in material.defect_phrases if one not in absent)
    if verdict is Verdict.MISSING:
        return absent[0] if absent else source_word("defect.missing", name=material.name)
    return wrong[0] if wrong else source_word("defect.wrong_form")


def _native(check: MaterialCheck, column: CheckColumn) -> object:
    match column:
        case CheckColumn.FORM:
            return check.form
        case CheckColumn.COPIES:
            return check.copies
        case CheckColumn.PAGES:
            return check.pages
        case CheckColumn.DEFECT:
            return check.defect
        case _:
            return None


def _entered(check: MaterialCheck, column: CheckColumn, value: object) -> MaterialCheck | None:
    match column:
        case CheckColumn.FORM:
            return replace(check, form=str(value))
        case CheckColumn.COPIES if isinstance(value, int):
            return replace(check, copies=max(0, value))
        case CheckColumn.PAGES if isinstance(value, int):
            return replace(check, pages=max(0, value))
        case CheckColumn.DEFECT:
            return replace(check, defect=str(value).strip())
        case _:
            return None


def _shown(row: CheckRow, column: CheckColumn) -> str:
    check = row.check
    match column:
        case CheckColumn.MATERIAL:
            return row.material.name
        case CheckColumn.ASKED:
            return QCoreApplication.translate("Checklist", "{form} {copies} 份").format(
                form=form_word(row.material.form.value), copies=row.material.copies
            )
        case CheckColumn.FORM:
            return form_word(check.form)
        case CheckColumn.COPIES:
            return str(check.copies) if check.copies else ""
        case CheckColumn.PAGES:
            return str(check.pages) if check.pages else ""
        case CheckColumn.COMPARED:
            return QCoreApplication.translate("Checklist", "已核对") if check.compared_with_original else ""
        case CheckColumn.VERDICT:
            return verdict_word(check.verdict)
        case CheckColumn.DEFECT:
            parts = (check.defect, check.requirement if check.verdict is not Verdict.CONFORMS else "")
            return " → ".join(part for part in parts if part)


def _tip(row: CheckRow) -> str:
    material = row.material
    return "\n".join(
        part for part in (material.name, material.condition, material.requirement, material.clause) if part
    )
