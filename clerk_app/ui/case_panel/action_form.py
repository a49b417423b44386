"""The form of one action, made from its data: fields, the button that does it, and the way back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from clerk_app.services.casefile import CaseFile
from clerk_app.ui.case_panel.actions import ActionField, CaseAction, FieldKind
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import heading
from clerk_app.ui.widgets.date_field import DateField
from clerk_app.ui.widgets.form import Form

_MOST_DAYS = 999


class ActionForm(QWidget):
    """Asks what an action needs.

    Signals:
        submitted(): the person pressed the button that does it; `values` says what was entered.
        dismissed(): the person went back.
    """

    submitted = Signal()
    dismissed = Signal()

    def __init__(self, action: CaseAction, file: CaseFile, *, name: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.action = action
        self._today = today
        self._fields: dict[str, QWidget] = {}
        self.form = Form(parent=self)
        for field in action.fields:
            widget = self._field(field, file)
            self._fields[field.code] = widget
            self.form.add_row(
                widget,
                name=f"{name}.{field.code}",
                label=QCoreApplication.translate("CaseAction", field.label),
                hint=field.hint,
                is_required=field.is_required,
            )
        label = QCoreApplication.translate("CaseAction", action.label)
        kind = ButtonKind.DANGER if action.is_danger else ButtonKind.PRIMARY
        self.submit = Button(label, name=f"{name}.submit", kind=kind, icon_name=action.icon)
        self.submit.clicked.connect(self.submitted)
        back = Button(self.tr("返回"), name=f"{name}.back", kind=ButtonKind.QUIET)
        back.clicked.connect(self.dismissed)
        self._lay_out(label, back)

    def values(self) -> dict[str, str]:
        """Return what was entered, dates in ISO form, numbers as digits."""
        return {code: _text(widget) for code, widget in self._fields.items()}

    def is_complete(self) -> bool:
        """Let every empty required field complain; return whether none did."""
        self.form.clear_faults()
        values, complete = self.values(), self.form.is_valid()
        for field in self.action.fields:
            if field.is_required and not values[field.code]:
                row = self.form.row(field.code)
                if row is not None and not row.fault:
                    row.set_fault(self.tr("此项必填"))
                complete = False
        return complete

    def set_busy(self, *, is_busy: bool) -> None:
        """While it is being done the button waits."""
        self.submit.setEnabled(not is_busy)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        first = next(iter(self._fields.values()), self.submit)
        first.setFocus()

    def _lay_out(self, label: str, back: Button) -> None:
        theme = look()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.unit)
        layout.addWidget(heading(label))
        layout.addWidget(self.form)
        foot = QHBoxLayout()
        foot.setSpacing(theme.unit)
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self.submit)
        layout.addLayout(foot)

    def _field(self, field: ActionField, file: CaseFile) -> QWidget:
        start = field.start(file, self._today) if field.start else ""
        match field.kind:
            case FieldKind.PARAGRAPH:
                text = QPlainTextEdit(start)
                text.setFixedHeight(look().line * 3 + look().unit)
                return text
            case FieldKind.DATE:
                day = DateField(today=lambda: self._today)
                day.set_date(date.fromisoformat(start) if start else None)
                return day
            case FieldKind.NUMBER:
                number = QSpinBox()
                number.setRange(0, _MOST_DAYS)
                number.setValue(int(start or 0))
                return number
            case FieldKind.CHOICE | FieldKind.EDITABLE_CHOICE:
                return self._choice(field, file, start)
            case FieldKind.LINE:
                return QLineEdit(start)

    def _choice(self, field: ActionField, file: CaseFile, start: str) -> QComboBox:
        box = QComboBox()
        box.setEditable(field.kind is FieldKind.EDITABLE_CHOICE)
        for value, label in field.choices(file) if field.choices else ():
            box.addItem(QCoreApplication.translate("CaseAction", label), value)
        place = box.findData(start)
        if place >= 0:
            box.setCurrentIndex(place)
        return box


def _text(widget: QWidget) -> str:
    match widget:
        case QPlainTextEdit():
            return widget.toPlainText().strip()
        case QSpinBox():
            return str(widget.value()) if widget.value() else ""
        case QComboBox():
            chosen = widget.currentData()
            if widget.isEditable() and widget.currentText() != widget.itemText(widget.currentIndex()):
                return widget.currentText().strip()
            return str(chosen) if chosen is not None else widget.currentText().strip()
        case DateField():
            day = widget.day()
            return day.isoformat() if day else ""
        case QLineEdit():
            return widget.text().strip()
        case _:
            return ""
