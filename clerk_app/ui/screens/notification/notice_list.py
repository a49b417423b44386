"""The left side: what waits, and the notices that went out."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.ui.screens.notification.rows import NoticeColumn, NoticeList, NoticeRow, Standing
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.table_view import TableView

_NO_LIMIT = 16_777_215


class NoticeListCard(Card):
    """Two lists in one place.

    Signals:
        case_chosen(object): the id of the case in front, None for none.
        case_opened(object): Enter or a double click on a case.
    """

    case_chosen = Signal(object)
    case_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("一次性告知"))
        self._lists = NoticeList((), ())
        self._shows_told = False
        self._is_first = True
        self.waiting = Button("", name="notification.waiting", kind=ButtonKind.QUIET, compact=True)
        self.told = Button("", name="notification.told", kind=ButtonKind.QUIET, compact=True)
        self.model: RowsModel[NoticeRow] = RowsModel(NoticeColumn, key=lambda row: row.case_id, parent=self)
        self.table = TableView(
            name="notification.table",
            label=self.tr("待告知和待补正的办件"),
            empty_text=self.tr("没有待告知、待补正的办件"),
            empty_hint=self.tr("收件后没有当场受理的办件在这里逐份核对材料。"),
        )
        self.table.set_model(self.model)
        self.waiting.setToolTip(self.tr("还没有告知、等待补正和补正齐全待受理的办件"))
        self.told.setToolTip(self.tr("以往发出的一次性告知"))
        for button in (self.waiting, self.told):
            self.header.addWidget(button)
        self.body.addWidget(self.table, 1)
        self.waiting.clicked.connect(partial(self._show, False))
        self.told.clicked.connect(partial(self._show, True))
        self.table.current_changed.connect(self.case_chosen)
        self.table.activated_row.connect(self.case_opened)
        self._name_buttons()

    @property
    def pressing(self) -> int:
        """How many cases wait for a notice or for acceptance by us."""
        return sum(1 for row in self._lists.open if row.standing is not Standing.AWAITING)

    def show_rows(self, found: NoticeList) -> None:
        """Show what was read; with nothing waiting the first look is at what went out."""
        self._lists = found
        if self._is_first:
            self._is_first = False
            self._shows_told = not found.open and bool(found.told)
        self._fill()

    def select(self, case_id: Hashable) -> bool:
        """Bring a case to the front, in whichever list it is."""
        for is_told, rows in ((False, self._lists.open), (True, self._lists.told)):
            if any(row.case_id == case_id for row in rows):
                if is_told is not self._shows_told:
                    self._show(is_told)
                return self.table.select_id(case_id)
        return False

    def focus_table(self) -> None:
        """Put the cursor into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_width(self, width: int) -> None:
        """Take a fixed width, 0 for any."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or _NO_LIMIT)

    def _show(self, is_told: bool, *_checked: object) -> None:  # noqa: FBT001 — bound by partial
        self._shows_told = is_told
        self._fill()

    def _fill(self) -> None:
        self.model.set_rows(self._lists.told if self._shows_told else self._lists.open)
        self._name_buttons()
        if self.table.current_id() is None:
            self.table.select_first()

    def _name_buttons(self) -> None:
        for button, text, count, is_chosen in (
            (self.waiting, self.tr("待办 {n}"), len(self._lists.open), not self._shows_told),
            (self.told, self.tr("已告知 {n}"), len(self._lists.told), self._shows_told),
        ):
            button.setText(text.format(n=count))
            button.setAccessibleName(button.text())
            button.setProperty("chosen", "true" if is_chosen else "false")
            button.style().unpolish(button)
            button.style().polish(button)
