"""The whole form of an intake: applicant, matter, delivery, materials, and beside them what is known."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.errors import Fault
from clerk_app.ui.context import UiContext
from clerk_app.ui.screens.intake.applicant_form import ApplicantForm
from clerk_app.ui.screens.intake.body import FormColumn, IntakeBody
from clerk_app.ui.screens.intake.delivery_form import DeliveryForm
from clerk_app.ui.screens.intake.known import Knowledge, Question
from clerk_app.ui.screens.intake.known_panel import KnownPanel
from clerk_app.ui.screens.intake.materials import MaterialsCard
from clerk_app.ui.screens.intake.matter_form import MatterForm
from clerk_app.ui.screens.intake.sheet import IntakeSheet
from clerk_app.ui.widgets.form import Form, FormRow
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit

_PAGE = "intake."


class IntakeForm(QWidget):
    """Shows and returns an `IntakeSheet`.

    Signals:
        edited(): the person changed something.
        case_wanted(str): the id of a case to open.
        finished(): Enter on the last material: the outcomes come next.
    """

    edited = Signal()
    case_wanted = Signal(str)
    finished = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = ctx.today
        self._is_filling = False
        self._may_edit = ctx.may("intake")
        self.applicant = ApplicantForm(ctx)
        self.matter = MatterForm(today=ctx.today)
        self.delivery = DeliveryForm()
        self.materials = MaterialsCard(
            self.tr("材料清单"),
            page="intake",
            empty_text=self.tr("还没有选择事项"),
        )
        self.known = KnownPanel()
        column = FormColumn(
            (
                (self.tr("申请人"), self.applicant),
                (self.tr("申请事项"), self.matter),
                (self.tr("送达"), self.delivery),
            )
        )
        self.body = IntakeBody(column, self.materials, self.known)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)
        self._connect()
        self._chain_focus()
        self._set_read_only()
        self.set_sheet(IntakeSheet())

    @property
    def item(self) -> ItemVersion | None:
        """The item that is chosen."""
        return self.matter.current_item()

    def question(self) -> Question:
        """Return whom and what the form names."""
        told = self.applicant.part()
        return Question(told.name, told.id_number, told.phone, str(self.matter.item.currentData() or ""))

    def sheet(self) -> IntakeSheet:
        """Return everything that was entered."""
        return IntakeSheet(
            applicant=self.applicant.part(),
            matter=self.matter.part(),
            delivery=self.delivery.part(),
            materials=self.materials.checks(),
            left_out=self.materials.left_out,
        )

    def set_sheet(self, sheet: IntakeSheet) -> None:
        """Show another intake, without complaints."""
        self._is_filling = True
        self.applicant.set_part(sheet.applicant)
        self.matter.set_part(sheet.matter)
        self.delivery.set_part(sheet.delivery)
        self._show_materials(sheet)
        self._is_filling = False

    def set_items(self, items: tuple[ItemVersion, ...]) -> None:
        """Offer the items in force; what was entered stays."""
        self._is_filling = True
        before = self.item
        self.matter.set_items(items)
        self.known.set_items(items)
        if self.item != before:
            self._show_materials(self.sheet())
        self._is_filling = False

    def show_known(self, known: Knowledge) -> None:
        """Show what the office knows, and offer the applicant's licences."""
        asked = bool(self.applicant.part().id_number or self.applicant.part().name)
        self.known.show_knowledge(known, today=self._today(), is_asked=asked)
        self.body.refresh_known()
        item = self.matter.current_item()
        valid = [row for row in known.licences if row.cancelled_on is None]
        mine = [row.licence_no for row in valid if item is not None and row.item == item.code]
        self.matter.set_licences(mine or [row.licence_no for row in valid])

    def show_faults(self, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
        """Put each fault at its field and the focus into the first; what concerns the materials is returned."""
        left = tuple(replace(one, field=f"{_PAGE}{one.field}") if one.field else one for one in faults)
        for form in reversed(self._forms()):
            left = form.show_faults(left)
        return tuple(replace(one, field=one.field.removeprefix(_PAGE)) for one in left)

    def is_valid(self) -> bool:
        """Let every visible field complain; return whether none did, and move to the first that did."""
        rows = [row for form in self._forms() for row in form.rows if not row.field.isHidden()]
        wrong = [row for row in rows if isinstance(row.field, ValidatedLineEdit) and not row.field.validate()]
        wrong += self._agent_missing()
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def focus_applicant(self) -> None:
        """Begin with the name."""
        self.applicant.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agent_missing(self) -> list[FormRow]:
        told = self.applicant.part()
        row = self.applicant.form.row("agent_name")
        if row is None or not told.has_agent or told.agent_name:
            return []
        row.set_fault(self.tr("请填写代理人姓名"))
        return [row]

    def _forms(self) -> tuple[Form, ...]:
        return (self.applicant.form, self.matter.form, self.matter.own.form, self.delivery.form)

    def _show_materials(self, sheet: IntakeSheet) -> None:
        item = self.item
        rule = item.rule(self.matter.current_kind()) if item is not None and item.accepted_here else None
        self._say_no_materials(item)
        is_fresh = not sheet.materials
        self.materials.show_materials(
            rule.materials if rule is not None else (),
            sheet.materials,
            is_editable=self._may_edit,
            left_out=None if is_fresh else sheet.left_out,
        )

    def _say_no_materials(self, item: ItemVersion | None) -> None:
        if item is None:
            hint = self.tr("选定事项和办理类型后，这里列出应当提交的材料。")
            self.materials.say_empty(self.tr("还没有选择事项"), hint=hint)
        elif not item.accepted_here:
            self.materials.say_empty(self.tr("不核对材料"), hint=self.tr("本事项不由本机关办理。"))
        else:
            self.materials.say_empty(self.tr("没有材料清单"), hint=self.tr("该事项没有这个办理类型。"))

    def _connect(self) -> None:
        for signal in (self.applicant.edited, self.matter.edited, self.delivery.edited, self.materials.changed):
            signal.connect(self._on_edited)
        self.matter.item_changed.connect(self._on_item)
        self.matter.rebuilt.connect(self._chain_focus)
        self.delivery.address_wanted.connect(self._propose_address)
        self.materials.finished.connect(self.finished)
        self.known.case_wanted.connect(self.case_wanted)

    def _chain_focus(self) -> None:
        fields = [row.field for form in self._forms()[:2] for row in form.rows]
        fields.append(self.matter.use_fallback)
        fields += [row.field for form in self._forms()[2:] for row in form.rows]
        fields += [self.materials.conditions, self.materials.table.view]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _set_read_only(self) -> None:
        for part in (self.applicant, self.matter, self.delivery):
            part.set_read_only(is_read_only=not self._may_edit)

    def _propose_address(self) -> None:
        self.delivery.fill_from(self.applicant.part())

    def _on_item(self) -> None:
        if not self._is_filling:
            self._show_materials(self.sheet())
            self._set_read_only()

    def _on_edited(self) -> None:
        if not self._is_filling:
            self.edited.emit()
