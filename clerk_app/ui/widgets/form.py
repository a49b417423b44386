"""Form rows: the one place where a field gets its label, names, explanation and the line that says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit

if TYPE_CHECKING:
    from clerk_app.domain.errors import Fault


class FormRow(QObject):
    """One field with its label and its fault line; made by `Form.add_row` only."""

    def __init__(self, field: QWidget, *, name: str, label: str, hint: str, is_required: bool, parent: Form) -> None:
        super().__init__(parent)
        self.field = field
        self.name = name
        self.label = QLabel(parent)
        self.label.setText(f"{label} *" if is_required else label)
        self.label.setProperty("role", "label")
        self.label.setBuddy(field)
        self.fault_label = QLabel(parent)
        self.fault_label.setProperty("role", "fault")
        self.fault_label.setWordWrap(True)
        self.fault_label.setObjectName(f"{name}.fault")
        self.fault_label.setTextFormat(Qt.TextFormat.PlainText)
        self.fault_label.hide()
        self._label_text, self._hint, self._is_required = label, hint, is_required
        self._enter_submits = False
        field.setObjectName(name)
        field.setToolTip(hint or label)
        field.setWhatsThis(hint)
        self._describe("")
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
        field.installEventFilter(self)
        if isinstance(field, ValidatedLineEdit):
            field.fault_changed.connect(self.set_fault)

    @property
    def fault(self) -> str:
        """The sentence that stands at the field, or empty."""
        return self.fault_label.text()

    def set_fault(self, sentence: str) -> None:
        """Say at the field what is wrong; empty takes it back."""
        self.fault_label.setText(sentence)
        self.fault_label.setVisible(bool(sentence) and not self.field.isHidden())
        wanted = "true" if sentence else "false"
        if self.field.property("error") != wanted:
            self.field.setProperty("error", wanted)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
        self._describe(sentence)

    def let_enter_submit(self) -> None:
        """Leave Enter to the field (`returnPressed`): it is the last one and Enter does the main thing."""
        self._enter_submits = True

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the row as a whole."""
        self.label.setVisible(visible)
        self.field.setVisible(visible)
        self.fault_label.setVisible(visible and bool(self.fault))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the events of what was installed."""
        # The class first: asking for the type builds Qt's enum of 200 members, 20 ms that the first paint need not wait for.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._moves_on(event):
            self.field.focusNextPrevChild(True)
            return True
        return super().eventFilter(watched, event)

    def _moves_on(self, event: QKeyEvent) -> bool:
        if (
            event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        return not self._enter_submits and not isinstance(self.field, QPlainTextEdit | QAbstractButton)

    def _describe(self, fault: str) -> None:
        words = self.tr("{label}（必填）").format(label=self._label_text) if self._is_required else self._label_text
        self.field.setAccessibleName(words)
        self.field.setAccessibleDescription("。".join(part for part in (fault, self._hint) if part))


class Form(QWidget):
    """A grid of rows, labels right-aligned in a column of their own; `columns` rows stand side by side.

    The tab order is the order in which the rows were added.
    """

    def __init__(self, *, columns: int = 1, label_chars: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self._columns = columns
        self._rows: list[FormRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.unit + theme.unit // 2)
        self._grid.setVerticalSpacing(theme.unit)
        for column in range(columns):
            self._grid.setColumnMinimumWidth(column * 2, theme.chars(label_chars))
            self._grid.setColumnStretch(column * 2 + 1, 1)
        self._cell = 0

    @property
    def rows(self) -> tuple[FormRow, ...]:
        """The rows in order."""
        return tuple(self._rows)

    def add_row(
        self, field: QWidget, *, name: str, label: str, hint: str = "", is_required: bool = False, spans: bool = False
    ) -> FormRow:
        """Append a field named `screen.field`; `hint` explains it with its clause (tooltip and F1); `spans` gives it the whole width."""
        if spans and self._cell % self._columns:
            self._cell += self._columns - self._cell % self._columns
        row = FormRow(field, name=name, label=label, hint=hint, is_required=is_required, parent=self)
        line, column = divmod(self._cell, self._columns)
        width = self._columns * 2 - 1 if spans else 1
        tall = isinstance(field, QPlainTextEdit)
        top = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(row.label, line * 2, column * 2, Qt.AlignmentFlag.AlignRight | top)
        self._grid.addWidget(field, line * 2, column * 2 + 1, 1, width)
        self._grid.addWidget(row.fault_label, line * 2 + 1, column * 2 + 1, 1, width)
        if isinstance(field, QLineEdit | QComboBox | QPlainTextEdit):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
        self._cell += self._columns if spans else 1
        if self._rows:
            QWidget.setTabOrder(self._rows[-1].field, field)
        self._rows.append(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Append something that is no field (a heading, a hint) over the whole width."""
        if self._cell % self._columns:
            self._cell += self._columns - self._cell % self._columns
        line = self._cell // self._columns
        self._grid.addWidget(widget, line * 2, 0, 1, self._columns * 2)
        self._cell += self._columns

    def row(self, name: str) -> FormRow | None:
        """Return the row of a field by its object name or the part after the screen's."""
        for row in self._rows:
            if name in (row.name, row.name.rpartition(".")[2]):
                return row
        return None

    def clear_faults(self) -> None:
        """Take back every complaint."""
        for row in self._rows:
            row.set_fault("")

    def is_valid(self) -> bool:
        """Let every checked field complain; return whether none did, and move to the first that did."""
        wrong = [row for row in self._rows if isinstance(row.field, ValidatedLineEdit) and not row.field.validate()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def show_faults(self, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
        """Put each fault at its field and the focus into the first; return those that have no field here."""
        from clerk_app.wording import sentence  # brings the domain along: not before the first paint

        left: list[Fault] = []
        first: FormRow | None = None
        for fault in faults:
            row = self.row(fault.field) if fault.field else None
            if row is None:
                left.append(fault)
                continue
            row.set_fault(sentence(fault))
            first = first or row
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return tuple(left)
