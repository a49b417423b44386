"""打印机: the queues that take papers, the default first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.domain.errors import ClerkError
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.tasks import is_cancelled
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.wording import error_text


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A queue; the first one is used unless somebody chooses another."""

    name: str
    is_default: bool


def _use(line: QueueLine) -> ChipLook:
    if line.is_default:
        return ChipLook(QCoreApplication.translate("QueueColumn", "默认"), Tone.OK, "check-circle")
    return ChipLook(QCoreApplication.translate("QueueColumn", "可用"), Tone.NEUTRAL, "print")


class QueueColumn(Enum):
    """The columns of the queues."""

    NAME = Column[QueueLine](QT_TRANSLATE_NOOP("QueueColumn", "打印机"), lambda one: one.name, width=16)
    USE = Column[QueueLine](
        QT_TRANSLATE_NOOP("QueueColumn", "用途"), lambda one: one.is_default, width=7, cell=Cell.CHIP, look=_use
    )


class PrintersSection(Section):
    """The printers of this workstation."""

    code = "printers"
    topics = ()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._model = RowsModel[QueueLine](QueueColumn, key=lambda one: one.name, parent=self)
        self.table = FittingTable(
            name=self.name_of("printers"),
            label=self.tr("打印机"),
            empty_text=self.tr("没有找到打印机"),
            empty_hint=self.tr("在操作系统里添加打印机，然后按“重新查找”。"),
            roomy=QueueColumn.NAME,
        )
        self.table.set_model(self._model)
        card = Card(self.tr("打印机"))
        again = Button(
            self.tr("重新查找"), name=self.name_of("find_printers"), kind=ButtonKind.QUIET, icon_name="refresh"
        )
        again.setToolTip(self.tr("重新向操作系统询问打印机"))
        again.clicked.connect(self.load)
        card.header.addWidget(again)
        self._fault = NoticeLine(name=self.name_of("printers_fault"))
        card.body.addWidget(soft_label(self.tr("文书由操作系统的打印服务打印；第一台是默认打印机。")))
        card.body.addWidget(self._fault)
        card.body.addWidget(self.table, 1)
        self.column.addWidget(card)

    def load(self) -> None:
        """Ask the spooler."""
        self._fault.say("")
        self.read(self.ctx.services.desk.printer.queues, self._show)

    def on_failed(self, error: Exception) -> None:
        """Say in place why there are none: it hinders nothing but printing."""
        if isinstance(error, ClerkError):
            self._fault.say(error_text(error), Tone.WARN)
        elif not is_cancelled(error):
            self.ctx.show_error(error)

    def _show(self, queues: tuple[str, ...]) -> None:
        self._model.set_rows([QueueLine(name, place == 0) for place, name in enumerate(queues)])
