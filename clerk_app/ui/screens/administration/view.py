"""系统管理: a list of parts on the left, the chosen one beside it; each is built when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QWidget

from clerk_app.ui.context import UiContext
from clerk_app.ui.icons import icon
from clerk_app.ui.refresh import Change
from clerk_app.ui.screens.administration.audit import AuditSection
from clerk_app.ui.screens.administration.calendar_section import CalendarSection
from clerk_app.ui.screens.administration.exchange import ExchangeSection
from clerk_app.ui.screens.administration.items import ItemsSection
from clerk_app.ui.screens.administration.numbers import NumbersSection
from clerk_app.ui.screens.administration.people import PeopleSection
from clerk_app.ui.screens.administration.printers import PrintersSection
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.screens.administration.texts import TextsSection
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.shortcuts import ADMINISTRATION
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.buttons import make_action
from clerk_app.ui.widgets.card import Card

SECTIONS: tuple[tuple[type[Section], str, str], ...] = (
    (PeopleSection, QT_TRANSLATE_NOOP("Administration", "人员与权限"), "people"),
    (ItemsSection, QT_TRANSLATE_NOOP("Administration", "事项目录"), "catalogue"),
    (CalendarSection, QT_TRANSLATE_NOOP("Administration", "工作日历"), "calendar"),
    (TextsSection, QT_TRANSLATE_NOOP("Administration", "法律用语"), "info"),
    (NumbersSection, QT_TRANSLATE_NOOP("Administration", "编号与号段"), "certificate"),
    (PrintersSection, QT_TRANSLATE_NOOP("Administration", "打印机"), "print"),
    (ExchangeSection, QT_TRANSLATE_NOOP("Administration", "数据交换"), "exchange"),
    (AuditSection, QT_TRANSLATE_NOOP("Administration", "审计"), "oversight"),
)
"""The parts in their order: what builds it, its name, its icon."""
_LIST_CHARS = 10


class AdministrationScreen(Screen):
    """The page of what is not a case."""

    name = "administration"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._built: dict[int, Section] = {}
        self._is_active = False
        self.list = QListView()
        self._stack = QStackedWidget()
        self._lay_out()
        make_action(self, ADMINISTRATION["next_section"], self.tr("下一栏"), self._next)
        make_action(self, ADMINISTRATION["previous_section"], self.tr("上一栏"), self._previous)
        make_action(self, ADMINISTRATION["to_sections"], self.tr("到栏目"), self._to_sections)

        make_action(self, ADMINISTRATION["audit"], self.tr("自检"), self._audit)
        if ctx.services.exchange is not None:
            make_action(self, ADMINISTRATION["exchange"], self.tr("立即交换"), self._exchange)

    @property
    def current(self) -> Section | None:
        """The part that is shown; None before the page was shown."""
        return self._built.get(self.list.currentIndex().row())

    def activated(self) -> None:
        """Build and read the part in front."""
        self._is_active = True
        self._show(self.list.currentIndex().row())

    def left(self) -> None:
        """Nothing is read behind."""
        self._is_active = False

    def refresh(self, change: Change) -> None:
        """Let every part know."""
        for section in self._built.values():
            section.refresh(change, is_in_front=section is self.current)

    def show_argument(self, argument: object) -> None:
        """Show a part by its code."""
        for place, (made, _, _) in enumerate(SECTIONS):
            if made.code == argument:
                self._choose(place)

    def _lay_out(self) -> None:
        theme = look()
        model = QStandardItemModel(self)
        for made, title, symbol in SECTIONS:
            words = QCoreApplication.translate("Administration", title)
            item = QStandardItem(icon(symbol, theme.colour("text_soft")), words)
            item.setAccessibleText(words)
            item.setData(made.code, Qt.ItemDataRole.UserRole)
            item.setSizeHint(QSize(0, theme.row))
            model.appendRow(item)
        self.list.setModel(model)
        self.list.setObjectName("administration.sections")
        self.list.setAccessibleName(self.tr("系统管理的栏目"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setIconSize(theme.icon)
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setCurrentIndex(model.index(0, 0))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        card = Card()
        card.body.addWidget(self.list)
        card.setFixedWidth(theme.chars(_LIST_CHARS) + theme.unit * 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit * 2)
        layout.addWidget(card)
        layout.addWidget(self._stack, 1)

    def _show(self, place: int) -> None:
        if place < 0:
            return
        section = self._built.get(place)
        if section is None:
            section = SECTIONS[place][0](self.ctx)
            self._built[place] = section
            self._stack.addWidget(section)
        self._stack.setCurrentWidget(section)
        section.shown()

    def _on_current(self, *_indexes: object) -> None:
        if self._is_active:
            self._show(self.list.currentIndex().row())

    def _choose(self, place: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(place, 0))

    def _next(self) -> None:
        self._choose((self.list.currentIndex().row() + 1) % len(SECTIONS))

    def _previous(self) -> None:
        self._choose((self.list.currentIndex().row() - 1) % len(SECTIONS))

    def _audit(self) -> None:
        self.show_argument(AuditSection.code)
        if isinstance(self.current, AuditSection):
            self.current.start()

    def _exchange(self) -> None:
        self.show_argument(ExchangeSection.code)
        if isinstance(self.current, ExchangeSection):
            self.current.start()

    def _to_sections(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
