"""The locked window: data is hidden, forms stay as they were; the same person unlocks, or another one signs in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerk_app.ui.context import SessionInfo
from clerk_app.ui.icons import picture
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.form import Form


class LockScreen(QWidget):
    """Asks for the password of whoever locked.

    Signals:
        unlock_wanted(str): the password that was typed.
        switch_wanted(): somebody else wants to sign in.
    """

    unlock_wanted = Signal(str)
    switch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName("lock")
        self.card = Card()
        symbol = QLabel()
        symbol.setPixmap(picture("lock", theme.colour("primary"), theme.line * 2, ratio=self.devicePixelRatioF()))
        self._who = heading("", role="title")
        self._note = soft_label(self.tr("窗口已锁定。没有填完的内容都还在。"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = Form(label_chars=3)
        self.form.add_row(
            self.password, name="lock.password", label=self.tr("密码"), is_required=True
        ).let_enter_submit()
        self.unlock = Button(self.tr("解锁"), name="lock.unlock", kind=ButtonKind.PRIMARY, icon_name="lock")
        self.switch = Button(self.tr("换人"), name="lock.switch", icon_name="switch")
        self._lay_out(symbol)
        self.unlock.clicked.connect(self._on_unlock)
        self.password.returnPressed.connect(self._on_unlock)
        self.switch.clicked.connect(self.switch_wanted)

    def show_for(self, session: SessionInfo) -> None:
        """Lock for a person."""
        self._who.setText(session.name)
        self.password.clear()
        self.form.clear_faults()
        self.unlock.setEnabled(True)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say at the field that the password was wrong."""
        row = self.form.row("password")
        if row is not None:
            row.set_fault(sentence)
        self.unlock.setEnabled(True)
        self.password.selectAll()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, symbol: QLabel) -> None:
        theme = look()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.unit)
        buttons.addStretch(1)
        buttons.addWidget(self.switch)
        buttons.addWidget(self.unlock)
        self.card.setFixedWidth(theme.chars(28))
        self.card.body.addWidget(symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        self.card.body.addWidget(self._who, 0, Qt.AlignmentFlag.AlignHCenter)
        self.card.body.addWidget(self._note)
        self.card.body.addWidget(self.form)
        self.card.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def _on_unlock(self) -> None:
        if self.password.text() and self.unlock.isEnabled():
            self.unlock.setEnabled(False)
            self.unlock_wanted.emit(self.password.text())
