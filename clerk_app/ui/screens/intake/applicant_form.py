"""Who applies: the applicant's particulars, completed from the register, and the agent with the letter of authority."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import ApplicantType, IdType
from clerk_app.domain.identifiers import check_credit_code, check_phone, check_resident_id
from clerk_app.domain.listing import LicenseeRow
from clerk_app.domain.names import normalise_name
from clerk_app.domain.problems import Problem, Severity
from clerk_app.ui.context import UiContext
from clerk_app.ui.screens.intake.completer import LicenseeCompleter
from clerk_app.ui.screens.intake.sheet import ApplicantPart
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.wording import sentence, word

_ID_TYPES = {
    ApplicantType.ENTITY: (IdType.CREDIT_CODE, IdType.OTHER),
    ApplicantType.SOLE_TRADER: (IdType.CREDIT_CODE, IdType.RESIDENT_ID, IdType.OTHER),
    ApplicantType.PERSON: (IdType.RESIDENT_ID, IdType.OTHER),
}
_LONGEST = 200


def first_error(problems: tuple[Problem, ...]) -> str:
    """Return the sentence of the first finding that makes a value unusable, or empty."""
    wrong = next((one for one in problems if one.severity is Severity.ERROR), None)
    return sentence(wrong.as_fault()) if wrong else ""


def phone_problem(text: str) -> str:
    """Return what is wrong with a telephone number, or empty."""
    return first_error(check_phone(text).problems)


def name_problem(text: str) -> str:
    """Return what is wrong with a name, or empty."""
    return first_error(normalise_name(text).problems)


class ApplicantForm(QWidget):
    """The rows about the applicant and the agent.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.type = QComboBox()
        self.name = ValidatedLineEdit(check=name_problem, max_points=_LONGEST)
        self.id_type = QComboBox()
        self.id_number = ValidatedLineEdit(check=self._number_problem, is_ascii=True)
        self.legal_representative = ValidatedLineEdit(check=name_problem, max_points=_LONGEST)
        self.address = ValidatedLineEdit(max_points=_LONGEST)
        self.contact = ValidatedLineEdit(check=name_problem, max_points=_LONGEST)
        self.phone = ValidatedLineEdit(check=phone_problem, is_ascii=True)
        self.has_agent = QCheckBox(self.tr("委托代理人办理"))
        self.agent_name = ValidatedLineEdit(check=name_problem, max_points=_LONGEST)
        self.agent_id = ValidatedLineEdit(check=self._agent_number_problem, is_ascii=True)
        self.agent_phone = ValidatedLineEdit(check=phone_problem, is_ascii=True)
        self.authority_letter = QCheckBox(self.tr("已交授权委托书"))
        self.form = Form(label_chars=7)
        self._is_filling = False
        self._build()
        self._connect()
        self.set_part(ApplicantPart())

    def part(self) -> ApplicantPart:
        """Return what was entered."""
        return ApplicantPart(
            type=ApplicantType(self.type.currentData()),
            name=self.name.value(),
            id_type=IdType(self.id_type.currentData()),
            id_number=self.id_number.value().upper(),
            legal_representative=self.legal_representative.value(),
            address=self.address.value(),
            contact=self.contact.value(),
            phone=self.phone.value(),
            has_agent=self.has_agent.isChecked(),
            agent_name=self.agent_name.value(),
            agent_id=self.agent_id.value().upper(),
            agent_phone=self.agent_phone.value(),
            authority_letter=self.authority_letter.isChecked(),
        )

    def set_part(self, part: ApplicantPart) -> None:
        """Show other particulars, without complaints."""
        self._is_filling = True
        self.type.setCurrentIndex(self.type.findData(part.type.value))
        self._offer_id_types(part.type, part.id_type)
        for field, text in (
            (self.name, part.name),
            (self.id_number, part.id_number),
            (self.legal_representative, part.legal_representative),
            (self.address, part.address),
            (self.contact, part.contact),
            (self.phone, part.phone),
            (self.agent_name, part.agent_name),
            (self.agent_id, part.agent_id),
            (self.agent_phone, part.agent_phone),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.has_agent.setChecked(part.has_agent)
        self.authority_letter.setChecked(part.authority_letter)
        self._is_filling = False
        self.form.clear_faults()
        self._show_rows()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Allow or refuse typing."""
        for row in self.form.rows:
            row.field.setEnabled(not is_read_only)

    def take_licensee(self, row: LicenseeRow) -> None:
        """Fill in what the register knows."""
        kind = ApplicantType(row.type)
        known = self.part()
        self.set_part(
            ApplicantPart(
                type=kind,
                name=row.name,
                id_type=IdType(row.id_type),
                id_number=row.id_number,
                legal_representative=row.legal_representative,
                address=row.address,
                contact=row.contact,
                phone=row.phone,
                has_agent=known.has_agent,
                agent_name=known.agent_name,
                agent_id=known.agent_id,
                agent_phone=known.agent_phone,
                authority_letter=known.authority_letter,
            )
        )
        self.edited.emit()
        lines = (self.legal_representative, self.address, self.contact, self.phone)
        first = next((line for line in lines if not line.isHidden() and not line.value()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        for kind in ApplicantType:
            self.type.addItem(word(f"applicant_type.{kind.value}"), kind.value)
        self.name.setPlaceholderText(self.tr("名称或拼音首字母"))
        add = self.form.add_row
        add(self.type, name="intake.applicant_type", label=self.tr("申请人类型"), is_required=True)
        add(
            self.name,
            name="intake.applicant_name",
            label=self.tr("名称"),
            hint=self.tr("与证照一致；输入两个字或拼音首字母即列出名录中的申请人"),
            is_required=True,
        )
        add(self.id_type, name="intake.id_type", label=self.tr("证件类型"))
        add(
            self.id_number,
            name="intake.credit_code",
            label=self.tr("证件号码"),
            hint=self.tr("统一社会信用代码按 GB 32100、身份证号按 GB 11643 校验"),
            is_required=True,
        )
        self._representative = add(
            self.legal_representative,
            name="intake.legal_representative",
            label=self.tr("法定代表人"),
            hint=self.tr("个体工商户填经营者"),
        )
        add(self.address, name="intake.address", label=self.tr("地址"))
        add(self.contact, name="intake.contact", label=self.tr("联系人"))
        add(self.phone, name="intake.phone", label=self.tr("联系电话"), is_required=True)
        self._build_agent()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().unit)
        layout.addWidget(self.form)

    def _build_agent(self) -> None:
        add = self.form.add_row
        add(
            self.has_agent,
            name="intake.has_agent",
            label=self.tr("代理"),
            hint=self.tr("申请人可以委托代理人提出申请（行政许可法第二十九条）"),
        )
        self._agent_rows = (
            add(self.agent_name, name="intake.agent_name", label=self.tr("代理人"), is_required=True),
            add(self.agent_id, name="intake.agent_id", label=self.tr("代理人证件")),
            add(self.agent_phone, name="intake.agent_phone", label=self.tr("代理人电话")),
            add(self.authority_letter, name="intake.authority_letter", label=self.tr("委托书")),
        )

    def _connect(self) -> None:
        for row in self.form.rows:
            field = row.field
            if isinstance(field, ValidatedLineEdit):
                field.textEdited.connect(self._on_edited)
            elif isinstance(field, QCheckBox):
                field.toggled.connect(self._on_toggled)
        self.type.currentIndexChanged.connect(self._on_type)
        self.id_type.currentIndexChanged.connect(self._on_id_type)
        for line in (self.name, self.id_number):
            LicenseeCompleter(line, self._ctx).chosen.connect(self.take_licensee)

    def _number_problem(self, text: str) -> str:
        match IdType(self.id_type.currentData()):
            case IdType.CREDIT_CODE:
                return first_error(check_credit_code(text).problems)
            case IdType.RESIDENT_ID:
                return first_error(check_resident_id(text, today=self._ctx.today()).problems)
            case _:
                return ""

    def _agent_number_problem(self, text: str) -> str:
        return first_error(check_resident_id(text, today=self._ctx.today()).problems)

    def _offer_id_types(self, kind: ApplicantType, chosen: IdType | None = None) -> None:
        offered = _ID_TYPES[kind]
        self.id_type.clear()
        for one in offered:
            self.id_type.addItem(word(f"id_type.{one.value}"), one.value)
        self.id_type.setCurrentIndex(max(0, self.id_type.findData(chosen.value if chosen else "")))

    def _show_rows(self) -> None:
        kind = ApplicantType(self.type.currentData())
        self._representative.set_visible(visible=kind is not ApplicantType.PERSON)
        self._representative.label.setText(
            self.tr("经营者") if kind is ApplicantType.SOLE_TRADER else self.tr("法定代表人 *")
        )
        for row in self._agent_rows:
            row.set_visible(visible=self.has_agent.isChecked())

    def _on_type(self, _index: int) -> None:
        if not self._is_filling:
            self._offer_id_types(ApplicantType(self.type.currentData()))

    def _on_id_type(self, index: int) -> None:
        if self._is_filling or index < 0:
            return
        if self.id_number.value():
            self.id_number.validate()
        self._show_rows()
        self.edited.emit()

    def _on_toggled(self) -> None:
        if self._is_filling:
            return
        self._show_rows()
        self.edited.emit()

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
