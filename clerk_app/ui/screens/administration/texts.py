"""法律用语: the texts that papers quote, with their source and how long ago somebody compared them, to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clerk_app.domain.catalogue import TextVersion
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides
from clerk_app.wording import known, word

_SHARES = (62, 38)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text and the day on which its age is reckoned."""

    text: TextVersion
    today: date

    @property
    def age(self) -> int:
        """Days since somebody compared it with the law; -1 when nobody did."""
        return (self.today - self.text.verified_on).days if self.text.verified_on else -1


def name_of(text: TextVersion) -> str:
    """Return the name of a text; one that has none shows its code."""
    code = f"text.{text.code}"
    return word(code) if known(code) else text.code


def _age(line: TextLine) -> ChipLook:
    translate = QCoreApplication.translate
    if line.age < 0:
        return ChipLook(translate("TextColumn", "凭记忆，待核对"), Tone.WARN, "warning")
    if line.age == 0:
        return ChipLook(translate("TextColumn", "今日核对"), Tone.OK, "check-circle")
    return ChipLook(translate("TextColumn", "{n} 天前核对").format(n=line.age), Tone.OK, "check-circle")


class TextColumn(Enum):
    """The columns of the texts."""

    NAME = Column[TextLine](
        QT_TRANSLATE_NOOP("TextColumn", "用语"), lambda one: one.text.code, lambda one: name_of(one.text), 9
    )
    AGE = Column[TextLine](
        QT_TRANSLATE_NOOP("TextColumn", "核对"), lambda one: one.age, width=10, cell=Cell.CHIP, look=_age
    )
    SOURCE = Column[TextLine](QT_TRANSLATE_NOOP("TextColumn", "出处"), lambda one: one.text.source, width=9)
    SINCE = Column[TextLine](QT_TRANSLATE_NOOP("TextColumn", "施行"), lambda one: one.text.effective_from, width=6)
    UNTIL = Column[TextLine](QT_TRANSLATE_NOOP("TextColumn", "至"), lambda one: one.text.effective_to, width=6)


class TextsSection(Section):
    """The legal texts."""

    code = "texts"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._model = RowsModel[TextLine](TextColumn, key=lambda one: (one.text.code, one.text.version), parent=self)
        self.table = FittingTable(
            name=self.name_of("texts"),
            label=self.tr("法律用语"),
            empty_text=self.tr("没有法律用语"),
            roomy=TextColumn.SOURCE,
            leaves_first=(TextColumn.UNTIL,),
        )
        self._lay_out()
        self.table.current_changed.connect(self._on_current)

    def load(self) -> None:
        """Read the texts."""
        self.read(partial(reading.texts, self.ctx.services.desk.reader), self._show)

    def _lay_out(self) -> None:
        theme = look()
        self.table.set_model(self._model)
        self.table.setMinimumHeight(theme.row * 6)
        left = Card(self.tr("法律用语"))
        self._count = soft_label(wraps=False)
        left.header.addWidget(self._count)
        left.body.addWidget(self.table)
        left.setMinimumWidth(theme.chars(24))
        right = Card()
        self._name = heading("", role="title")
        self._facts = soft_label()
        self._body = QPlainTextEdit()
        self._body.setObjectName(self.name_of("text_body"))
        self._body.setAccessibleName(self.tr("用语全文"))
        self._body.setToolTip(self.tr("文书上印出的原文"))
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        for widget in (self._name, self._facts):
            right.body.addWidget(widget)
        right.body.addWidget(self._body, 1)
        right.setMinimumWidth(theme.chars(18))
        self.column.addWidget(TwoSides(left, right, shares=_SHARES, name=self.name_of("text_sides")))

    def _show(self, rows: tuple[TextVersion, ...]) -> None:
        today = self.ctx.today()
        self._model.set_rows([TextLine(one, today) for one in rows])
        open_ones = sum(one.verified_on is None for one in rows)
        self._count.setText(self.tr("共 {n} 条，{m} 条待核对").format(n=len(rows), m=open_ones))
        if self.table.current_id() is None:
            self.table.select_first()

    def _on_current(self, key: object) -> None:
        line = next((one for one in self._model.rows if (one.text.code, one.text.version) == key), None)
        if line is None:
            return
        text = line.text
        self._name.setText(self.tr("{name}（第 {n} 版）").format(name=name_of(text), n=text.version))
        self._facts.setText(" · ".join(part for part in (text.source, text.note) if part))
        self._body.setPlainText(text.body)
