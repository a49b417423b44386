"""The quick row of 证照寄送: the address to compare with the envelope, the waybill as it is scanned, and 交寄."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import DeliveryMethod
from clerk_app.domain.case import Case
from clerk_app.domain.contact_numbers import check_waybill
from clerk_app.domain.errors import Fault
from clerk_app.domain.problems import Severity
from clerk_app.ui.context import Tone
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import soft_label
from clerk_app.ui.widgets.chips import Chip, ChipLook
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.wording import sentence

_MOST_SCANNED = 24
"""Characters a scanner may send: thirteen and the blanks some labels print between them."""


def waybill_problem(text: str) -> str:
    """Return what is wrong with a waybill, as a sentence; empty when it can be posted under."""
    for problem in check_waybill(text).problems:
        if problem.severity is Severity.ERROR:
            return sentence(problem.as_fault())
    return ""


class PostRow(QFrame):
    """One letter about to be handed over.

    Signals:
        submitted(str): the normal form of a waybill whose form is right.
    """

    submitted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName("mailing.post_row")
        self._case: Case | None = None
        self._to, self._address = QLabel(), soft_label()
        self._to.setProperty("role", "strong")
        self._to.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._confirmed = Chip()
        self.waybill = ValidatedLineEdit(check=waybill_problem, max_points=_MOST_SCANNED, is_ascii=True)
        self.waybill.setPlaceholderText(self.tr("扫描或录入 13 位邮件号码"))
        self.form = Form(parent=self)
        row = self.form.add_row(
            self.waybill,
            name="mailing.waybill",
            label=self.tr("邮件号码"),
            hint=self.tr("国际格式为两位字母、九位数字、两位字母，第九位数字是校验位；国内为 13 位数字。回车即交寄。"),
        )
        row.let_enter_submit()
        self.waybill.returnPressed.connect(self.submit)
        self.send = Button(self.tr("交寄"), name="mailing.post", kind=ButtonKind.PRIMARY, icon_name="mailing")
        self.send.setToolTip(self.tr("登记交给中国邮政（扫描后按回车即可）"))
        self.send.clicked.connect(self.submit)
        self._build()

    def show_case(self, case: Case | None) -> None:
        """Show whom the letter goes to; what was typed for another case is gone."""
        before, self._case = self._case, case
        if case is None or before is None or case.case_id != before.case_id:
            self.clear()
        choice = case.delivery if case is not None else None
        posts = choice is not None and choice.method is DeliveryMethod.POST
        self.waybill.setEnabled(posts)
        self.send.setEnabled(posts)
        self._confirmed.setVisible(posts)
        if choice is None or not posts:
            self._to.setText(self.tr("先选一件待寄的证照") if case is None else self.tr("申请人没有选择邮寄"))
            self._address.setText("")
            return
        self._to.setText(self.tr("寄往 {who}  {phone}").format(who=choice.recipient, phone=choice.phone))
        self._address.setText(" ".join(part for part in (choice.postcode, choice.address) if part))
        right = ChipLook(self.tr("地址已确认"), Tone.OK, "check")
        open_ = ChipLook(self.tr("地址未确认"), Tone.WARN, "warning")
        self._confirmed.set_look(right if choice.confirmed else open_)

    @property
    def case(self) -> Case | None:
        """The case whose letter it is."""
        return self._case

    def clear(self) -> None:
        """Be ready for the next letter."""
        self.waybill.clear()
        self.form.clear_faults()
        self.set_busy(is_busy=False)

    def set_busy(self, *, is_busy: bool) -> None:
        """While a letter is being recorded no second one begins."""
        self.send.setEnabled(not is_busy and self.waybill.isEnabled())

    def submit(self) -> None:
        """Hand the letter over if the number can be one."""
        if not self.send.isEnabled():
            return
        if not self.waybill.value():
            self.form.show_faults((Fault.of("id.empty", field="waybill"),))
            return
        if self.form.is_valid():
            self.submitted.emit(check_waybill(self.waybill.value()).normalized)

    def _build(self) -> None:
        theme = look()
        head = QHBoxLayout()
        head.setSpacing(theme.unit)
        head.addWidget(self._to)
        head.addWidget(self._confirmed)
        head.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(theme.unit)
        line.addWidget(self.form, 1)
        line.addWidget(self.send, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 3 // 2, theme.unit * 2, theme.unit * 3 // 2)
        layout.setSpacing(theme.unit // 2)
        layout.addLayout(head)
        layout.addWidget(self._address)
        layout.addLayout(line)
