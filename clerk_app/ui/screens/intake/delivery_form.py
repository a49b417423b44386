"""How the applicant wants the result: fetched at the window, or sent to a confirmed address."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import DeliveryMethod
from clerk_app.domain.identifiers import check_postcode
from clerk_app.ui.screens.intake.applicant_form import first_error, name_problem, phone_problem
from clerk_app.ui.screens.intake.sheet import ApplicantPart, DeliveryPart
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.wording import word

_LONGEST = 200


def _postcode_problem(text: str) -> str:
    return first_error(check_postcode(text).problems)


class DeliveryForm(QWidget):
    """The rows about delivery; choosing 邮寄 fills in the applicant's own address where nothing stands.

    Signals:
        edited(): the person changed something.
        address_wanted(): 邮寄 was chosen; whoever knows the applicant may call `fill_from`.
    """

    edited = Signal()
    address_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method = QComboBox()
        self.recipient = ValidatedLineEdit(check=name_problem, max_points=_LONGEST)
        self.phone = ValidatedLineEdit(check=phone_problem, is_ascii=True)
        self.postcode = ValidatedLineEdit(check=_postcode_problem, is_ascii=True)
        self.address = ValidatedLineEdit(max_points=_LONGEST)
        self.is_confirmed = QCheckBox(self.tr("申请人已确认送达地址"))
        self.form = Form(label_chars=7)
        self._is_filling = False
        self._build()
        self.set_part(DeliveryPart())

    def part(self) -> DeliveryPart:
        """Return what was entered."""
        return DeliveryPart(
            method=DeliveryMethod(self.method.currentData()),
            recipient=self.recipient.value(),
            phone=self.phone.value(),
            postcode=self.postcode.value(),
            address=self.address.value(),
            is_confirmed=self.is_confirmed.isChecked(),
        )

    def set_part(self, part: DeliveryPart) -> None:
        """Show another choice, without complaints."""
        self._is_filling = True
        self.method.setCurrentIndex(self.method.findData(part.method.value))
        self.recipient.setText(part.recipient)
        self.phone.setText(part.phone)
        self.postcode.setText(part.postcode)
        self.address.setText(part.address)
        self.address.setCursorPosition(0)
        self.is_confirmed.setChecked(part.is_confirmed)
        self._is_filling = False
        self.form.clear_faults()
        self._show_rows()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Allow or refuse typing."""
        for row in self.form.rows:
            row.field.setEnabled(not is_read_only)

    def fill_from(self, told: ApplicantPart) -> None:
        """Propose the applicant's own particulars where nothing stands; the applicant still confirms them."""
        for field, text in (
            (self.recipient, told.contact or told.name),
            (self.phone, told.phone),
            (self.address, told.address),
        ):
            if not field.value():
                field.setText(text)
                field.setCursorPosition(0)

    def _build(self) -> None:
        for method in DeliveryMethod:
            self.method.addItem(word(f"method.{method.value}"), method.value)
        add = self.form.add_row
        add(
            self.method,
            name="intake.delivery_method",
            label=self.tr("领取方式"),
            hint=self.tr("决定之日起十日内送达（行政许可法第四十四条）；邮寄只用中国邮政"),
        )
        self._rows = (
            add(self.recipient, name="intake.delivery_recipient", label=self.tr("收件人"), is_required=True),
            add(self.phone, name="intake.delivery_phone", label=self.tr("收件电话"), is_required=True),
            add(self.address, name="intake.delivery_address", label=self.tr("收件地址"), is_required=True),
            add(self.postcode, name="intake.delivery_postcode", label=self.tr("邮政编码")),
            add(self.is_confirmed, name="intake.delivery_confirmed", label=self.tr("地址确认")),
        )
        for line in (self.recipient, self.phone, self.address, self.postcode):
            line.textEdited.connect(self._on_edited)
        self.method.currentIndexChanged.connect(self._on_method)
        self.is_confirmed.toggled.connect(self._on_toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().unit)
        layout.addWidget(self.form)

    def _show_rows(self) -> None:
        posts = DeliveryMethod(self.method.currentData()) is DeliveryMethod.POST
        for row in self._rows:
            row.set_visible(visible=posts)

    def _on_method(self, _index: int) -> None:
        if self._is_filling:
            return
        self._show_rows()
        if DeliveryMethod(self.method.currentData()) is DeliveryMethod.POST:
            self.address_wanted.emit()
        self.edited.emit()

    def _on_toggled(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
