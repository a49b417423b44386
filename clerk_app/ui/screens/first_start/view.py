"""The first start: three ways to begin, each with the few things it needs."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.ui.parts import FoundOffice
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.progress_strip import ProgressStrip

_LEAST_PASSWORD = 8
_AREA_DIGITS = 6


class Way(StrEnum):
    """How a machine begins."""

    FOUND = "found"
    JOIN = "join"
    TRAINING = "training"


class FirstStartView(QWidget):
    """Asks how this machine begins.

    Signals:
        found_wanted(FoundOffice), join_wanted(object: Path), training_wanted(): what was chosen, complete.
    """

    found_wanted = Signal(object)
    join_wanted = Signal(object)
    training_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_start")
        self._ways: dict[Way, Button] = {}
        self._stack = QStackedWidget()
        self.form = Form(columns=2, label_chars=6)
        self.join_form = Form(label_chars=6)
        self.password = QLineEdit()
        self.again = QLineEdit()
        self.file = ValidatedLineEdit(check=self._no_such_file, is_ascii=False)
        self.progress = ProgressStrip(name="first_start.progress")
        self.submit = Button("", name="first_start.submit", kind=ButtonKind.PRIMARY, icon_name="check-circle")
        self._way = Way.FOUND
        self._build_found()
        self._build_join()
        self._build_training()
        self._lay_out()
        self.submit.clicked.connect(self._on_submit)
        self.choose(Way.FOUND)

    @property
    def way(self) -> Way:
        """What is chosen."""
        return self._way

    def choose(self, way: Way) -> None:
        """Show the fields of a way."""
        self._way = way
        self._stack.setCurrentIndex(list(Way).index(way))
        words = {Way.FOUND: self.tr("建立"), Way.JOIN: self.tr("加入"), Way.TRAINING: self.tr("建立练习副本")}
        self.submit.setText(words[way])
        for one, button in self._ways.items():
            button.setProperty("chosen", "true" if one is way else "false")
            button.style().unpolish(button)
            button.style().polish(button)
            button.setAccessibleDescription(self.tr("已选") if one is way else "")

    def set_busy(self, *, is_busy: bool) -> None:
        """Show that it is being done."""
        self.submit.setEnabled(not is_busy)
        if is_busy:
            self.progress.start(self.tr("正在建立数据…"))
        else:
            self.progress.finish()

    def _build_found(self) -> None:
        page = QWidget()
        fields = (
            ("office_name", self.tr("单位名称"), self.tr("印在文书上的全称，例如某县应急管理局"), "", None, 60),
            ("office_code", self.tr("单位代码"), self.tr("本单位在许可编号中的代码"), "", _plain_code, 20),
            ("area_code", self.tr("行政区划代码"), self.tr("六位数字（GB/T 2260）"), "", self._wrong_area, 6),
            ("workstation", self.tr("本机编号"), self.tr("本单位内每台计算机一个编号"), "W01", _plain_code, 8),
            ("admin_name", self.tr("管理员姓名"), self.tr("第一位系统管理员"), "", None, 40),
            ("admin_user", self.tr("管理员用户名"), self.tr("登录时输入"), "admin", _plain_code, 20),
        )
        for name, label, hint, text, check, most in fields:
            edit = ValidatedLineEdit(check=check, max_points=most, is_ascii=check is not None)
            edit.setText(text)
            self.form.add_row(edit, name=f"first_start.{name}", label=label, hint=hint, is_required=True)
        for secret, name, label in (
            (self.password, "password", self.tr("密码")),
            (self.again, "again", self.tr("再输一次")),
        ):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
            hint = self.tr("至少 {least} 个字符").format(least=_LEAST_PASSWORD)
            self.form.add_row(secret, name=f"first_start.{name}", label=label, hint=hint, is_required=True)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self._stack.addWidget(page)

    def _build_join(self) -> None:
        page = QWidget()
        self.join_form.add_row(
            self.file,
            name="first_start.file",
            label=self.tr("凭据文件"),
            hint=self.tr("由本单位第一台计算机的管理员生成，只能用一次"),
            is_required=True,
        )
        browse = Button(self.tr("选择文件…"), name="first_start.browse", icon_name="folder")
        browse.clicked.connect(self._browse)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().unit)
        layout.addWidget(self.join_form)
        layout.addWidget(browse, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch(1)
        self._stack.addWidget(page)

    def _build_training(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            soft_label(
                self.tr("练习副本带有一套练习用的岗位和密码，窗口有红框，文书都印“样张”，不能与正式服务器交换。")
            )
        )
        layout.addStretch(1)
        self._stack.addWidget(page)

    def _lay_out(self) -> None:
        theme = look()
        card = Card()
        card.setFixedWidth(theme.chars(48))
        card.body.setSpacing(theme.unit * 2)
        card.body.addWidget(heading(self.tr("第一次使用本机"), role="title"))
        ways = QHBoxLayout()
        ways.setSpacing(theme.unit)
        for way, words, symbol in (
            (Way.FOUND, self.tr("新建本单位"), "office"),
            (Way.JOIN, self.tr("加入本单位"), "join"),
            (Way.TRAINING, self.tr("先练习"), "training"),
        ):
            button = Button(words, name=f"first_start.{way.value}", icon_name=symbol)
            button.clicked.connect(partial(_choose, self, way))
            self._ways[way] = button
            ways.addWidget(button, 1)
        card.body.addLayout(ways)
        card.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.unit)
        foot.addWidget(self.progress, 1)
        foot.addStretch(1)
        foot.addWidget(self.submit)
        card.body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def _on_submit(self) -> None:
        if self._way is Way.TRAINING:
            self.training_wanted.emit()
        elif self._way is Way.JOIN:
            if self._filled(self.join_form) and self.join_form.is_valid():
                self.join_wanted.emit(Path(self.file.value()))
        elif self._filled(self.form) and self.form.is_valid() and self._passwords_agree():
            self.found_wanted.emit(self._wish())

    def _wish(self) -> FoundOffice:
        text = {row.name.rpartition(".")[2]: _text_of(row.field) for row in self.form.rows}
        return FoundOffice(
            office_name=text["office_name"],
            office_code=text["office_code"],
            area_code=text["area_code"],
            workstation=text["workstation"],
            admin_user=text["admin_user"],
            admin_name=text["admin_name"],
            password=self.password.text(),
        )

    def _filled(self, form: Form) -> bool:
        empty = [row for row in form.rows if not _text_of(row.field)]
        for row in form.rows:
            row.set_fault(self.tr("请填写") if row in empty else "")
        if empty:
            empty[0].field.setFocus()
        return not empty

    def _passwords_agree(self) -> bool:
        first, second = self.form.row("password"), self.form.row("again")
        short = len(self.password.text()) < _LEAST_PASSWORD
        if first is not None:
            first.set_fault(self.tr("至少 {least} 个字符").format(least=_LEAST_PASSWORD) if short else "")
        differ = self.password.text() != self.again.text()
        if second is not None:
            second.set_fault(self.tr("两次输入不一致") if differ else "")
        return not short and not differ

    def _wrong_area(self, text: str) -> str:
        is_area = text.isascii() and text.isdigit() and len(text) == _AREA_DIGITS
        return "" if is_area else self.tr("应为六位数字")

    def _no_such_file(self, text: str) -> str:
        return "" if text.strip() else self.tr("请选择文件")

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("选择凭据文件"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()


def _plain_code(text: str) -> str:
    is_plain = text.isascii() and text.replace("-", "").replace("_", "").isalnum()
    return "" if is_plain else QCoreApplication.translate("FirstStartView", "只能用字母和数字")


def _text_of(field: QWidget) -> str:
    return field.text().strip() if isinstance(field, QLineEdit) else ""


def _choose(view: FirstStartView, way: Way, *_checked: object) -> None:
    view.choose(way)
