"""事项目录: the items with their versions, limits, promises and materials, to read."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.domain.catalogue import ItemVersion, KindRule, Material
from clerk_app.domain.clocks import Limit
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides
from clerk_app.wording import word

_SHARES = (40, 60)
_KINDS_SHOWN = 6


def _confirmed(is_confirmed: bool) -> ChipLook:  # noqa: FBT001 — a table's look takes one value
    if is_confirmed:
        return ChipLook(QCoreApplication.translate("ItemVersionColumn", "已核实"), Tone.OK, "check-circle")
    return ChipLook(QCoreApplication.translate("ItemVersionColumn", "待核实"), Tone.WARN, "warning")


def _in_force(item: ItemVersion) -> str:
    if item.effective_to is None:
        return QCoreApplication.translate("ItemVersionColumn", "{day} 起").format(day=item.effective_from.isoformat())
    return QCoreApplication.translate("ItemVersionColumn", "至 {day}").format(day=item.effective_to.isoformat())


def _whole_term(item: ItemVersion) -> str:
    until = item.effective_to.isoformat() if item.effective_to else ""
    return f"{item.effective_from.isoformat()} — {until}"


class ItemVersionColumn(Enum):
    """The columns of the items."""

    NAME = Column[ItemVersion](
        QT_TRANSLATE_NOOP("ItemVersionColumn", "事项"), lambda one: one.short_name, width=12, tip=lambda one: one.name
    )
    VERSION = Column[ItemVersion](
        QT_TRANSLATE_NOOP("ItemVersionColumn", "版本"), lambda one: one.version, width=2, cell=Cell.NUMBER
    )
    IN_FORCE = Column[ItemVersion](
        QT_TRANSLATE_NOOP("ItemVersionColumn", "施行"),
        lambda one: one.effective_from,
        _in_force,
        width=7,
        tip=_whole_term,
    )
    CONFIRMED = Column[ItemVersion](
        QT_TRANSLATE_NOOP("ItemVersionColumn", "核实"),
        lambda one: one.confirmed,
        width=6,
        cell=Cell.CHIP,
        look=lambda one: _confirmed(one.confirmed),
    )


def _limit(limit: Limit | None) -> str:
    return word("none") if limit is None else word(f"limit.{limit.unit.value}", n=limit.amount)


def _cut(rule: KindRule) -> ChipLook:
    cut = reading.cut_of(rule)
    if cut is None:
        return ChipLook("—")
    words = QCoreApplication.translate("KindColumn", "压缩 {n}%").format(n=cut)
    return ChipLook(words, *((Tone.OK, "check") if reading.keeps_promise(rule) else (Tone.WARN, "warning")))


class KindColumn(Enum):
    """The columns of the kinds of an item."""

    KIND = Column[KindRule](
        QT_TRANSLATE_NOOP("KindColumn", "办理类型"),
        lambda one: one.kind.value,
        lambda one: word(f"kind.{one.kind.value}"),
        width=6,
    )
    STATUTORY = Column[KindRule](
        QT_TRANSLATE_NOOP("KindColumn", "法定时限"),
        lambda one: one.statutory.amount,
        lambda one: _limit(one.statutory),
        width=5,
    )
    PROMISED = Column[KindRule](
        QT_TRANSLATE_NOOP("KindColumn", "承诺时限"),
        lambda one: one.promised.amount,
        lambda one: _limit(one.promised),
        width=5,
    )
    CUT = Column[KindRule](QT_TRANSLATE_NOOP("KindColumn", "压缩"), reading.cut_of, width=7, cell=Cell.CHIP, look=_cut)
    EXTENSION = Column[KindRule](
        QT_TRANSLATE_NOOP("KindColumn", "可延长"),
        lambda one: one.extension.amount if one.extension else 0,
        lambda one: _limit(one.extension),
        width=5,
    )
    MATERIALS = Column[KindRule](
        QT_TRANSLATE_NOOP("KindColumn", "材料"), lambda one: len(one.materials), width=3, cell=Cell.NUMBER
    )


def _needed(material: Material) -> str:
    if material.condition:
        return material.condition
    translate = QCoreApplication.translate
    if material.required:
        return translate("CatalogueMaterialColumn", "必需")
    return translate("CatalogueMaterialColumn", "非必需")


def _asked(material: Material) -> str:
    return "\n".join(part for part in (material.name, material.clause) if part)


class CatalogueMaterialColumn(Enum):
    """The columns of the materials of a kind."""

    NAME = Column[Material](
        QT_TRANSLATE_NOOP("CatalogueMaterialColumn", "材料"), lambda one: one.name, width=13, tip=_asked
    )
    FORM = Column[Material](
        QT_TRANSLATE_NOOP("CatalogueMaterialColumn", "形式"),
        lambda one: one.form.value,
        lambda one: word(f"form.{one.form.value}"),
        width=6,
    )
    COPIES = Column[Material](
        QT_TRANSLATE_NOOP("CatalogueMaterialColumn", "份数"), lambda one: one.copies, width=3, cell=Cell.NUMBER
    )
    NEEDED = Column[Material](QT_TRANSLATE_NOOP("CatalogueMaterialColumn", "何时需要"), _needed, width=6)
    CLAUSE = Column[Material](QT_TRANSLATE_NOOP("CatalogueMaterialColumn", "依据"), lambda one: one.clause, width=14)


class ItemsSection(Section):
    """The catalogue."""

    code = "items"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._items = RowsModel[ItemVersion](ItemVersionColumn, key=lambda one: (one.code, one.version), parent=self)
        self._kinds = RowsModel[KindRule](KindColumn, key=lambda one: one.kind.value, parent=self)
        self._materials = RowsModel[Material](CatalogueMaterialColumn, key=lambda one: one.code, parent=self)
        none = self.tr("没有选中")
        self.table = FittingTable(
            name=self.name_of("items"),
            label=self.tr("事项"),
            empty_text=self.tr("目录里没有事项"),
            roomy=ItemVersionColumn.NAME,
            leaves_first=(ItemVersionColumn.CONFIRMED,),
        )
        self.kinds = FittingTable(
            name=self.name_of("kinds"), label=self.tr("办理类型"), empty_text=none, roomy=KindColumn.KIND
        )
        self.materials = FittingTable(
            name=self.name_of("materials"),
            label=self.tr("材料"),
            empty_text=none,
            roomy=CatalogueMaterialColumn.NAME,
            leaves_first=(CatalogueMaterialColumn.CLAUSE,),
        )
        self._lay_out()
        self.table.current_changed.connect(self._on_item)
        self.kinds.current_changed.connect(self._on_kind)

    def load(self) -> None:
        """Read the catalogue."""
        self.read(partial(reading.items, self.ctx.services.desk.reader), self._show)

    def _lay_out(self) -> None:
        theme = look()
        self.table.set_model(self._items)
        self.kinds.set_model(self._kinds)
        self.materials.set_model(self._materials)
        self.table.setMinimumHeight(theme.row * 5)
        self.kinds.setFixedHeight(theme.row * (_KINDS_SHOWN + 1) + theme.unit * 2)
        self.materials.setMinimumHeight(theme.row * 4)
        left = Card(self.tr("事项目录"))
        left.body.addWidget(self.table)
        left.setMinimumWidth(theme.chars(18))
        right = Card()
        self._name = heading("", role="title")
        self._name.setWordWrap(True)
        self._facts = soft_label()
        self._note = NoticeLine(name=self.name_of("item_note"))
        self._of_kind = heading(self.tr("材料"))
        for widget in (self._name, self._facts, self._note, self.kinds, self._of_kind):
            right.body.addWidget(widget)
        right.body.addWidget(self.materials, 1)
        right.setMinimumWidth(theme.chars(26))
        self.column.addWidget(TwoSides(left, right, shares=_SHARES, name=self.name_of("item_sides")))

    def _show(self, rows: tuple[ItemVersion, ...]) -> None:
        self._items.set_rows(rows)
        if self.table.current_id() is None:
            self.table.select_first()

    def _on_item(self, key: object) -> None:
        item = next((one for one in self._items.rows if (one.code, one.version) == key), None)
        if item is None:
            return
        self._name.setText(item.name)
        years = (
            self.tr("有效期 {n} 年").format(n=item.validity_years) if item.validity_years else self.tr("无固定有效期")
        )
        parts = [item.code, str(item.trade), item.result_name, years, "；".join(item.basis)]
        self._facts.setText(" · ".join(part for part in parts if part))
        self._note.say(item.note, Tone.INFO if item.confirmed else Tone.WARN)
        self._kinds.set_rows(item.kinds)
        self.kinds.select_first()
        self._on_kind(self.kinds.current_id())

    def _on_kind(self, kind: object) -> None:
        rule = next((one for one in self._kinds.rows if one.kind.value == kind), None)
        if rule is None:
            return
        self._materials.set_rows(rule.materials)
        words = self.tr("{kind}应交的材料（{n} 项）")
        self._of_kind.setText(words.format(kind=word(f"kind.{rule.kind.value}"), n=len(rule.materials)))
