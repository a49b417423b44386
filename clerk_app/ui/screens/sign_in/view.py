"""The sign-in screen: who is here, the password, and what is wrong at its field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clerk_app.ui.parts import KnownPerson
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit

_MOST_SHOWN = 9
_A_ROW = 3


class SignInView(QWidget):
    """Asks for the user and the password.

    Signals:
        sign_in_wanted(str, str): user and password.
        cancelled(): only while the person is changed: the one who was here goes on.
    """

    sign_in_wanted = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in")
        self._people: tuple[KnownPerson, ...] = ()
        self._buttons: list[Button] = []
        self.card = Card()
        self._title = heading(self.tr("窗口受理工作台"), role="title")
        self._note = soft_label(self.tr("请选择或输入用户名，再输入密码。"))
        self._who = QGridLayout()
        self.user = ValidatedLineEdit(max_points=40)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = Form(label_chars=4)
        self.form.add_row(self.user, name="sign_in.user", label=self.tr("用户名"), is_required=True)
        self.form.add_row(
            self.password, name="sign_in.password", label=self.tr("密码"), is_required=True
        ).let_enter_submit()
        self.submit = Button(self.tr("登录"), name="sign_in.submit", kind=ButtonKind.PRIMARY, icon_name="person")
        self.cancel = Button(self.tr("返回"), name="sign_in.cancel")
        self._lay_out()
        self.cancel.hide()
        self.submit.clicked.connect(self._on_submit)
        self.cancel.clicked.connect(self.cancelled)
        self.password.returnPressed.connect(self._on_submit)

    def show_people(self, people: Sequence[KnownPerson]) -> None:
        """Offer those who may sign in here."""
        self._people = tuple(people)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        for place, person in enumerate(self._people[:_MOST_SHOWN]):
            button = Button(person.name, name=f"sign_in.person.{person.user}", icon_name="person")
            button.clicked.connect(partial(_choose, self, person.user))
            self._who.addWidget(button, place // _A_ROW, place % _A_ROW)
            self._buttons.append(button)
        completer = QCompleter([one.user for one in self._people], self.user)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.user.setCompleter(completer)

    def ask(self, *, can_cancel: bool) -> None:
        """Start anew; `can_cancel` when somebody is signed in already."""
        self.password.clear()
        self.form.clear_faults()
        self.cancel.setVisible(can_cancel)
        self.set_busy(is_busy=False)
        (self.password if self.user.value() and not can_cancel else self.user).setFocus()

    def set_busy(self, *, is_busy: bool) -> None:
        """Show that the password is being checked."""
        self.submit.setEnabled(not is_busy)
        self.submit.setText(self.tr("正在核对…") if is_busy else self.tr("登录"))

    def choose(self, user: str) -> None:
        """Take a person; the password is asked next."""
        self.user.setText(user)
        self.form.clear_faults()
        self.password.setFocus()

    def refused(self) -> None:
        """The password was wrong: type it again."""
        self.set_busy(is_busy=False)
        self.password.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when it is shown."""
        super().showEvent(event)
        (self.password if self.user.value() else self.user).setFocus()

    def _lay_out(self) -> None:
        theme = look()
        self._who.setSpacing(theme.unit)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.unit)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.submit)
        self.card.setFixedWidth(theme.chars(30))
        self.card.body.setSpacing(theme.unit + theme.unit // 2)
        self.card.body.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        self.card.body.addWidget(self._note)
        self.card.body.addLayout(self._who)
        self.card.body.addWidget(self.form)
        self.card.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        QWidget.setTabOrder(self.password, self.submit)
        QWidget.setTabOrder(self.submit, self.cancel)

    def _on_submit(self) -> None:
        if not self.submit.isEnabled():
            return
        for field, name in ((self.user, "user"), (self.password, "password")):
            row = self.form.row(name)
            if row is not None:
                row.set_fault("" if field.text().strip() else self.tr("请填写"))
        if self.user.value() and self.password.text():
            self.set_busy(is_busy=True)
            self.sign_in_wanted.emit(self.user.value(), self.password.text())


def _choose(view: SignInView, user: str, *_checked: object) -> None:
    view.choose(user)
