"""人员与权限: who works here with which steps; an administrator adds and changes people and their passwords."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from clerk_app.domain.acts.office import Role
from clerk_app.domain.errors import RuleViolation
from clerk_app.ports import UnitOfWork
from clerk_app.services.people import SHORTEST_PASSWORD, StaffForm, acting_member, change_staff
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.reading import StaffLine
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.tasks import Lane
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides
from clerk_app.wording import word

_ROLE_COLUMNS = 2
_SHARES = (58, 42)


def _state(line: StaffLine) -> ChipLook:
    if not line.member.active:
        return ChipLook(QCoreApplication.translate("StaffColumn", "停用"), Tone.NEUTRAL, "dismiss")
    if not line.has_password:
        return ChipLook(QCoreApplication.translate("StaffColumn", "无密码"), Tone.WARN, "key")
    return ChipLook(QCoreApplication.translate("StaffColumn", "在用"), Tone.OK, "check-circle")


class StaffColumn(Enum):
    """The columns of the people."""

    NAME = Column[StaffLine](QT_TRANSLATE_NOOP("StaffColumn", "姓名"), lambda one: one.member.name, width=5)
    USER = Column[StaffLine](QT_TRANSLATE_NOOP("StaffColumn", "用户名"), lambda one: one.member.user, width=6)
    ROLES = Column[StaffLine](
        QT_TRANSLATE_NOOP("StaffColumn", "岗位"),
        lambda one: reading.each_once(word(f"role.{role.value}") for role in Role if role in one.member.roles),
        width=8,
    )
    STATE = Column[StaffLine](
        QT_TRANSLATE_NOOP("StaffColumn", "状态"), lambda one: _state(one).text, width=7, cell=Cell.CHIP, look=_state
    )


class RolePicker(QWidget):
    """One check box for each step and role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look().unit)
        self._boxes: dict[Role, QCheckBox] = {}
        for place, role in enumerate(Role):
            box = QCheckBox(word(f"role.{role.value}"))
            box.setObjectName(f"administration.role_{role.value}")
            box.setAccessibleName(box.text())
            box.setToolTip(self.tr("可以办理“{role}”").format(role=box.text()))
            self._boxes[role] = box
            grid.addWidget(box, place // _ROLE_COLUMNS, place % _ROLE_COLUMNS)
        self.setFocusProxy(self._boxes[Role.INTAKE])

    def roles(self) -> tuple[Role, ...]:
        """Return what is ticked."""
        return tuple(role for role, box in self._boxes.items() if box.isChecked())

    def set_roles(self, roles: frozenset[Role]) -> None:
        """Tick these."""
        for role, box in self._boxes.items():
            box.setChecked(role in roles)


class PeopleSection(Section):
    """The people of the office."""

    code = "people"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._may_change = ctx.may(Role.ADMIN.value)
        self._is_new = False
        self._model = RowsModel[StaffLine](StaffColumn, key=lambda one: one.member.user, parent=self)
        self.table = FittingTable(
            name=self.name_of("staff"),
            label=self.tr("人员"),
            empty_text=self.tr("还没有人员"),
            roomy=StaffColumn.ROLES,
        )
        self._build_form()
        self._lay_out()
        self.table.current_changed.connect(self._on_current)

    def load(self) -> None:
        """Read everybody."""
        self.read(partial(reading.staff, self.ctx.services.desk.reader), self._show)

    def _build_form(self) -> None:
        self.form = Form(label_chars=4)
        self.user, self.name, self.phone = (ValidatedLineEdit(max_points=most) for most in (32, 40, 20))
        self.roles = RolePicker()
        self.active = QCheckBox(self.tr("在岗"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        add = self.form.add_row
        add(
            self.user,
            name=self.name_of("user"),
            label=self.tr("用户名"),
            hint=self.tr("登录用；定下后不能改"),
            is_required=True,
        )
        add(self.name, name=self.name_of("name"), label=self.tr("姓名"), is_required=True)
        add(self.phone, name=self.name_of("phone"), label=self.tr("电话"))
        duties = self.tr("系统管理、安全管理、安全审计须由三人分别担任（GB/T 22239-2019）")
        add(self.roles, name=self.name_of("roles"), label=self.tr("岗位"), hint=duties, is_required=True)
        add(
            self.active,
            name=self.name_of("active"),
            label=self.tr("状态"),
            hint=self.tr("停用后不能登录，原有记录不变"),
        )
        least = self.tr("至少 {n} 个字符；留空则不改").format(n=SHORTEST_PASSWORD)
        add(self.password, name=self.name_of("password"), label=self.tr("新密码"), hint=least)
        self.password.setPlaceholderText(least)

    def _lay_out(self) -> None:
        theme = look()
        self.table.set_model(self._model)
        self.table.setMinimumHeight(theme.row * 6)
        left = Card(self.tr("人员与权限"))
        left.body.addWidget(self.table)
        left.setMinimumWidth(theme.chars(24))
        self._editor = Card(self.tr("人员"))
        self._note = NoticeLine(name=self.name_of("staff_note"))
        self._editor.body.addWidget(self._note)
        self._editor.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.unit)
        self._new = Button(self.tr("新增人员"), name=self.name_of("new_person"), icon_name="add")
        self._save = Button(self.tr("保存"), name=self.name_of("save_person"), kind=ButtonKind.PRIMARY)
        buttons.addStretch(1)
        buttons.addWidget(self._new)
        buttons.addWidget(self._save)
        self._editor.body.addLayout(buttons)
        self._editor.body.addStretch(1)
        self._editor.setMinimumWidth(theme.chars(20))
        self._new.clicked.connect(self._begin_new)
        self._save.clicked.connect(self._submit)
        self.form.setEnabled(self._may_change)
        self._new.setVisible(self._may_change)
        self._save.setVisible(self._may_change)
        if not self._may_change:
            self._note.say(self.tr("只有系统管理岗位可以修改，这里只供查看。"), Tone.INFO)
        self.column.addWidget(TwoSides(left, self._editor, shares=_SHARES, name=self.name_of("staff_sides")))

    def _show(self, rows: tuple[StaffLine, ...]) -> None:
        self._model.set_rows(rows)
        if self.table.current_id() is None:
            self.table.select_first()

    def _on_current(self, user: object) -> None:
        line = next((one for one in self._model.rows if one.member.user == user), None)
        if line is None:
            return
        member = line.member
        self._is_new = False
        self._fill(user=member.user, name=member.name, phone=member.phone, roles=member.roles, is_active=member.active)
        self._editor.set_title(member.name)

    def _begin_new(self) -> None:
        self._is_new = True
        self.table.clearSelection()
        self._fill(user="", name="", phone="", roles=frozenset(), is_active=True)
        self._editor.set_title(self.tr("新增人员"))
        self.user.setFocus()

    def _fill(self, *, user: str, name: str, phone: str, roles: frozenset[Role], is_active: bool) -> None:
        self.form.clear_faults()
        self.user.setText(user)
        self.user.setReadOnly(not self._is_new)
        self.name.setText(name)
        self.phone.setText(phone)
        self.roles.set_roles(roles)
        self.active.setChecked(is_active)
        self.password.clear()

    def _submit(self) -> None:
        self.form.clear_faults()
        wish = StaffForm(
            user=self.user.value(),
            name=self.name.value(),
            roles=self.roles.roles(),
            phone=self.phone.value(),
            active=self.active.isChecked(),
            workstations=self._workstations(),
        )
        job = partial(
            save_person, wish=wish, actor=self.ctx.session.user, password=self.password.text(), is_new=self._is_new
        )
        self._save.setEnabled(False)
        desk = self.ctx.services.desk
        self.ctx.tasks.submit(
            self, partial(desk.write, job), done=self._on_saved, failed=self._on_refused, lane=Lane.WRITE
        )

    def _workstations(self) -> tuple[str, ...]:
        found = (one.member.workstations for one in self._model.rows if one.member.user == self.user.value())
        return next(found, ())

    def _on_saved(self, user: str) -> None:
        self._save.setEnabled(True)
        self._is_new = False
        self.password.clear()
        self.ctx.toast(self.tr("已保存“{user}”").format(user=user))
        self.ctx.hub.announce(Topic.OFFICE)
        self.ctx.frame.refresh_status()

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self.ctx.show_error(error, target=self.form)


def save_person(uow: UnitOfWork, *, wish: StaffForm, actor: str, password: str, is_new: bool) -> str:
    """Record a person and, unless empty, a password; return the user name (caller commits).

    Raises:
        RuleViolation: `user_taken` for a new person whose user name exists, or what `change_staff` refuses.
    """
    if is_new and uow.reader.office().member(wish.user) is not None:
        raise RuleViolation("user_taken", field="user", user=wish.user)
    change_staff(uow, wish, actor=acting_member(uow.reader, actor), password=password or None)
    return wish.user
