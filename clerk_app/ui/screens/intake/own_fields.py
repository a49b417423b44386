"""The fields that only one item has, built from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.domain.catalogue import FieldType, ItemVersion, OwnField
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.date_field import DateField
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit

_NUMBER = re.compile(r"\d{1,12}(\.\d{1,4})?")
_LONGEST = 500
_LABEL_CHARS = 7


def _number_problem(text: str) -> str:
    if _NUMBER.fullmatch(text):
        return ""
    return QCoreApplication.translate("OwnFields", "请填数字，例如 12 或 12.5")


class OwnFields(QWidget):
    """A form that is made anew for each item.

    Signals:
        edited(): the person changed something.
        rebuilt(): other fields stand here now; the tab order must be made anew.
    """

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._fields: dict[str, QWidget] = {}
        self._made_for: tuple[OwnField, ...] = ()
        self.form = Form(label_chars=_LABEL_CHARS)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look().unit)
        self._layout.addWidget(self.form)
        self.hide()

    def show_item(self, item: ItemVersion | None) -> None:
        """Offer the fields of an item; what was entered under the same codes stays."""
        wanted = item.fields if item is not None else ()
        if wanted == self._made_for:
            return
        kept = self.values()
        self._made_for = wanted
        self._layout.removeWidget(self.form)
        self.form.hide()
        self.form.setParent(
            None
        )  # two fields of one name must never be found, not even until the event loop frees them
        self.form.deleteLater()
        self.form = Form(label_chars=_LABEL_CHARS)
        self._fields = {}
        for field in wanted:
            self._add(field)
        self._layout.addWidget(self.form)
        self.setVisible(bool(wanted))
        self.set_values(kept)
        self.rebuilt.emit()

    def values(self) -> dict[str, str]:
        """Return what was entered by code, dates in ISO form."""
        return {code: _text(widget) for code, widget in self._fields.items()}

    def set_values(self, values: dict[str, str]) -> None:
        """Show other values, without complaints."""
        for code, widget in self._fields.items():
            _put(widget, values.get(code, ""))
        self.form.clear_faults()

    def _add(self, field: OwnField) -> None:
        widget = self._widget(field)
        self._fields[field.code] = widget
        label = f"{field.label}（{field.unit}）" if field.unit else field.label
        hint = self.tr("印在许可证上") if field.printed else ""
        row = self.form.add_row(
            widget, name=f"intake.field.{field.code}", label=label, hint=hint, is_required=field.required
        )
        row.label.setWordWrap(True)
        row.label.setFixedWidth(look().chars(_LABEL_CHARS))
        row.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def _widget(self, field: OwnField) -> QWidget:
        match field.type:
            case FieldType.CHOICE:
                box = QComboBox()
                box.addItem("", "")
                for choice in field.choices:
                    box.addItem(choice, choice)
                box.currentIndexChanged.connect(self._on_index)
                return box
            case FieldType.DATE:
                day = DateField(today=self._today)
                day.textEdited.connect(self._on_text)
                return day
            case FieldType.NUMBER:
                number = ValidatedLineEdit(check=_number_problem, is_ascii=True)
                number.textEdited.connect(self._on_text)
                return number
            case FieldType.TEXT:
                line = ValidatedLineEdit(max_points=_LONGEST)
                line.textEdited.connect(self._on_text)
                return line

    def _on_index(self, _index: int) -> None:
        self.edited.emit()

    def _on_text(self, _text: str) -> None:
        self.edited.emit()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    if isinstance(widget, DateField):
        day = widget.day()
        return day.isoformat() if day else ""
    return widget.value() if isinstance(widget, ValidatedLineEdit) else ""


def _put(widget: QWidget, value: str) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif isinstance(widget, DateField):
        widget.set_date(date.fromisoformat(value) if value else None)
    elif isinstance(widget, ValidatedLineEdit):
        widget.setText(value)
