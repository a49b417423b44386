"""After printing: the question whether the sheet came out, so that every number ends with a known fate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.context import SheetFate
from clerk_app.ui.shortcuts import PREVIEW
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind, make_action
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit


class ConfirmSheet(QFrame):
    """A bar with three answers; spoiled and reprint ask for a reason in the bar itself.

    Signals:
        answered(SheetFate, str): what became of the sheet, and the reason unless it came out.
    """

    answered = Signal(object, str)

    def __init__(self, *, name: str = "confirm", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName(name)
        self.setProperty("tone", "info")
        self._wanted: SheetFate | None = None
        self.question = QLabel(self.tr("纸张是否已打印出来？"))
        self.question.setProperty("role", "strong")
        came_out = make_action(self, PREVIEW["came_out"], self.tr("已打印出来"), self._came_out)
        self.yes = ActionButton(came_out, name=f"{name}.yes", kind=ButtonKind.PRIMARY, icon_name="check")
        self.reprint = Button(self.tr("没有，补打"), name=f"{name}.reprint", icon_name="print")
        self.spoiled = Button(self.tr("纸张作废"), name=f"{name}.spoiled", kind=ButtonKind.DANGER)
        self.reason = ValidatedLineEdit(max_points=200)
        self.reason.setObjectName(f"{name}.reason")
        self.reason.setAccessibleName(self.tr("原因"))
        self.reason.setPlaceholderText(self.tr("请写明原因，例如：卡纸、缺墨、错放纸张"))
        self.send = Button(self.tr("确定"), name=f"{name}.send", kind=ButtonKind.PRIMARY)
        self._reasons = QWidget()
        self._lay_out()
        self._reasons.hide()
        self.reprint.clicked.connect(self._ask_reprint)
        self.spoiled.clicked.connect(self._ask_spoiled)
        self.send.clicked.connect(self._send)
        self.reason.returnPressed.connect(self._send)
        self.reason.textChanged.connect(self._on_reason)
        self._on_reason("")
        self.setMinimumHeight(theme.control + theme.unit * 2)

    def reset(self) -> None:
        """Ask anew."""
        self._wanted = None
        self.reason.clear()
        self._reasons.hide()

    def _lay_out(self) -> None:
        theme = look()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.unit)
        buttons.addWidget(self.question)
        buttons.addStretch(1)
        for button in (self.spoiled, self.reprint, self.yes):
            buttons.addWidget(button)
        reasons = QHBoxLayout(self._reasons)
        reasons.setContentsMargins(0, 0, 0, 0)
        reasons.setSpacing(theme.unit)
        reasons.addWidget(self.reason, 1)
        reasons.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit, theme.unit * 2, theme.unit)
        layout.setSpacing(theme.unit)
        layout.addLayout(buttons)
        layout.addWidget(self._reasons)

    def _came_out(self) -> None:
        self.answered.emit(SheetFate.CAME_OUT, "")

    def _ask_reprint(self) -> None:
        self._ask(SheetFate.REPRINT)

    def _ask_spoiled(self) -> None:
        self._ask(SheetFate.SPOILED)

    def _ask(self, fate: SheetFate) -> None:
        self._wanted = fate
        self._reasons.show()
        self.reason.setFocus()

    def _on_reason(self, _text: str) -> None:
        self.send.setEnabled(bool(self.reason.value()))

    def _send(self) -> None:
        if self._wanted is not None and self.reason.value():
            self.answered.emit(self._wanted, self.reason.value())
