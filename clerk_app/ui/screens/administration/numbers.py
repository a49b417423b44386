"""编号与号段: every series and year with its first and last number, what became of each, and whether the equation holds."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.domain.listing import NumberRow
from clerk_app.domain.numbering import format_number
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.reading import Account
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.wording import known, word


def balance_look(account: Account) -> ChipLook:
    """Return whether the equation of a ledger holds: used + void + returned + unknown = last − first + 1."""
    translate = QCoreApplication.translate
    balance = account.balance
    if not account.year:
        return ChipLook(translate("AccountColumn", "尚未给号"), Tone.NEUTRAL, "dot")
    if not account.has_leases:
        return ChipLook(translate("AccountColumn", "仅台账导入"), Tone.NEUTRAL, "database")
    if balance.is_closed:
        return ChipLook(translate("AccountColumn", "相等"), Tone.OK, "check-circle")
    if balance.is_sound:
        return ChipLook(translate("AccountColumn", "相等，在用"), Tone.INFO, "check")
    return ChipLook(translate("AccountColumn", "不相等"), Tone.ERROR, "error")


def _number(value: int) -> str:
    return str(value) if value else "—"


class AccountColumn(Enum):
    """The columns of the ledgers."""

    NAME = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "编号系列"), lambda one: one.series.name or one.series.series, width=12
    )
    YEAR = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "年度"), lambda one: one.year, lambda one: _number(one.year), width=3
    )
    FIRST = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "首号"),
        lambda one: one.first,
        lambda one: _number(one.first),
        3,
        Cell.NUMBER,
    )
    LAST = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "末号"), lambda one: one.last, lambda one: _number(one.last), 3, Cell.NUMBER
    )
    USED = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "已用"), lambda one: one.balance.used, width=3, cell=Cell.NUMBER
    )
    VOID = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "作废"), lambda one: one.balance.void, width=3, cell=Cell.NUMBER
    )
    RETURNED = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "退回"), lambda one: one.balance.returned, width=3, cell=Cell.NUMBER
    )
    UNKNOWN = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "待核"), lambda one: one.balance.unknown, width=3, cell=Cell.NUMBER
    )
    UNUSED = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "未用"), lambda one: one.balance.in_progress, width=3, cell=Cell.NUMBER
    )
    IMPORTED = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "导入"), lambda one: one.balance.imported, width=3, cell=Cell.NUMBER
    )
    HOLDS = Column[Account](
        QT_TRANSLATE_NOOP("AccountColumn", "对账"),
        lambda one: balance_look(one).text,
        width=8,
        cell=Cell.CHIP,
        look=balance_look,
    )


_TONES = {
    "used": (Tone.OK, "check-circle"),
    "void": (Tone.NEUTRAL, "dismiss"),
    "returned": (Tone.NEUTRAL, "history"),
    "unknown": (Tone.WARN, "warning"),
    "imported": (Tone.NEUTRAL, "database"),
}


def _fate(row: NumberRow) -> ChipLook:
    return ChipLook(word(f"number.{row.fate}"), *_TONES.get(row.fate, (Tone.INFO, "dot")))


def _reason(row: NumberRow) -> str:
    code = f"number_reason.{row.reason}"
    return word(code) if known(code) else row.reason


class NumberColumn(Enum):
    """The columns of the numbers of a ledger."""

    TEXT = Column[NumberRow](
        QT_TRANSLATE_NOOP("NumberColumn", "编号"), lambda one: one.serial, lambda one: one.text, 14
    )
    FATE = Column[NumberRow](
        QT_TRANSLATE_NOOP("NumberColumn", "去向"), lambda one: one.fate, width=8, cell=Cell.CHIP, look=_fate
    )
    DOCUMENT = Column[NumberRow](
        QT_TRANSLATE_NOOP("NumberColumn", "文书"),
        lambda one: one.document,
        lambda one: word(f"document.{one.document}") if one.document else "",
        width=11,
    )
    REASON = Column[NumberRow](QT_TRANSLATE_NOOP("NumberColumn", "原因"), _reason, width=8)
    WORKSTATION = Column[NumberRow](QT_TRANSLATE_NOOP("NumberColumn", "工作站"), lambda one: one.workstation, width=5)


class NumbersSection(Section):
    """The number ledger."""

    code = "numbers"
    topics = (Topic.NUMBERS, Topic.CASES, Topic.OFFICE)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._accounts = RowsModel[Account](AccountColumn, key=lambda one: (one.series.series, one.year), parent=self)
        self._numbers = RowsModel[NumberRow](
            NumberColumn, key=lambda one: (one.series, one.year, one.serial, one.case_id), parent=self
        )
        self.table = FittingTable(
            name=self.name_of("accounts"),
            label=self.tr("编号系列"),
            empty_text=self.tr("没有登记编号系列"),
            roomy=AccountColumn.NAME,
        )
        self.rows = FittingTable(
            name=self.name_of("numbers"),
            label=self.tr("所选系列的编号"),
            empty_text=self.tr("这个系列还没有编号"),
            empty_hint=self.tr("出具第一份文书时领取号段并给号。"),
            roomy=NumberColumn.TEXT,
        )
        self._lay_out()
        self.table.current_changed.connect(self._on_account)
        self.rows.activated_row.connect(self._on_number)

    def load(self) -> None:
        """Read the ledger."""
        self.read(partial(reading.accounts, self.ctx.services.desk.reader), self._show)

    def _lay_out(self) -> None:
        theme = look()
        self.table.set_model(self._accounts)
        self.rows.set_model(self._numbers)
        self.table.setMinimumHeight(theme.row * 5)
        self.rows.setMinimumHeight(theme.row * 4)
        upper, self._lower = Card(self.tr("编号与号段")), Card()
        upper.header.addWidget(soft_label(self.tr("已用 + 作废 + 退回 + 待核 + 未用 = 末号 − 首号 + 1"), wraps=False))
        upper.body.addWidget(self.table)
        self._form = soft_label()
        self._lower.body.addWidget(self._form)
        self._lower.body.addWidget(self.rows, 1)
        self.column.setSpacing(theme.unit * 2)
        self.column.addWidget(upper, 1)
        self.column.addWidget(self._lower, 1)

    def _show(self, rows: tuple[Account, ...]) -> None:
        self._accounts.set_rows(rows)
        if self.table.current_id() is None:
            self.table.select_first()
        self._on_account(self.table.current_id())

    def _on_account(self, key: object) -> None:
        account = next((one for one in self._accounts.rows if (one.series.series, one.year) == key), None)
        if account is None:
            return
        series = account.series
        year = self.tr(" {year} 年").format(year=account.year) if account.year else ""
        self._lower.set_title(f"{series.name or series.series}{year}")
        example = format_number(series.template, year=account.year or self.ctx.today().year, n=1)
        parts = [self.tr("例如 {number}").format(number=example)]
        if series.external:
            parts.append(self.tr("由其他系统给号，这里只登记"))
        if not series.confirmed:
            parts.append(self.tr("待核实：{note}").format(note=series.note))
        parts += [self._gap(words, numbers) for words, numbers in self._gaps(account) if numbers]
        self._form.setText(" · ".join(parts))
        self._numbers.set_rows(account.rows)

    def _gaps(self, account: Account) -> tuple[tuple[str, tuple[int, ...]], ...]:
        balance = account.balance
        return (
            (self.tr("缺号"), balance.missing),
            (self.tr("重号"), balance.doubled),
            (self.tr("超出号段"), balance.outside),
        )

    def _gap(self, words: str, numbers: tuple[int, ...]) -> str:
        return f"{words} {'、'.join(map(str, numbers))}"

    def _on_number(self, key: object) -> None:
        if isinstance(key, tuple) and key[-1]:
            self.ctx.open_case(str(key[-1]))
