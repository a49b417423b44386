"""The card with the materials: the checklist, what is asked of this applicant, and as many columns as the room allows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from clerk_app.domain.acts.case import MaterialCheck
from clerk_app.domain.catalogue import Material
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card
from clerk_app.ui.widgets.checklist import ChecklistTable
from clerk_app.ui.widgets.checklist_model import CheckColumn
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.verdict import verdict_size

_GIVEN_UP_FIRST = (CheckColumn.FORM, CheckColumn.COPIES, CheckColumn.PAGES, CheckColumn.COMPARED)
"""Which columns go when the room is narrow: the first two are filled in by the verdict as the catalogue asks."""
_CHARS = {CheckColumn.FORM: 4, CheckColumn.COPIES: 2, CheckColumn.PAGES: 2, CheckColumn.COMPARED: 5}
_NAME_CHARS = 10


class MaterialsCard(Card):
    """The materials of one application.

    Signals:
        changed(): the person changed a verdict, or which materials are asked for.
        finished(): Enter on the last row.
    """

    changed = Signal()
    finished = Signal()

    def __init__(
        self, title: str, *, page: str, empty_text: str, empty_hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent=parent)
        self._materials: tuple[Material, ...] = ()
        self._left_out: frozenset[str] = frozenset()
        self._is_editable = False
        self._is_supplement = False
        self._locked: frozenset[str] = frozenset()
        self.table = ChecklistTable(name=f"{page}.checklist")
        self._empty = EmptyState(empty_text, hint=empty_hint, icon_name="folder")
        self.conditions = Button("", name=f"{page}.conditions", kind=ButtonKind.QUIET, icon_name="filter", compact=True)
        self._menu = QMenu(self.conditions)
        self.conditions.setMenu(self._menu)
        self.conditions.setToolTip(self.tr("有的材料只在一定情形下才需要：勾选需要的"))
        self.header.addWidget(self.conditions)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        self.body.addWidget(self._pages, 1)
        self.table.changed.connect(self.changed)
        self.table.finished.connect(self.finished)
        self.conditions.hide()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The conditional materials that are not asked for, in the order of the catalogue."""
        return tuple(one.code for one in self._materials if one.code in self._left_out)

    def show_materials(
        self,
        materials: Sequence[Material],
        checks: Sequence[MaterialCheck] = (),
        *,
        is_editable: bool = True,
        left_out: Sequence[str] | None = None,
        locked: frozenset[str] = frozenset(),
        is_supplement: bool = False,
    ) -> None:
        """Show the materials.

        `left_out` None leaves out those that are not required (选交). After a notice (`is_supplement`) what is asked for stands
        fast.
        """
        self._materials = tuple(materials)
        known = {one.code for one in materials}
        optional = [one.code for one in materials if not one.required]
        self._left_out = frozenset(optional if left_out is None else left_out) & known
        self._is_editable, self._locked, self._is_supplement = is_editable, locked, is_supplement
        self._pages.setCurrentWidget(self.table if materials else self._empty)
        self._refill(checks)
        self._fill_menu()

    def say_empty(self, text: str, *, hint: str = "") -> None:
        """Say why there is nothing to judge."""
        self._empty.set_text(text, hint=hint)

    def checks(self) -> tuple[MaterialCheck, ...]:
        """Return what was found of the materials that are asked for."""
        return self.table.checks()

    def focus_table(self) -> None:
        """Put the cursor into the checklist."""
        self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up a column that has no room."""
        super().resizeEvent(event)
        self._fit()

    def _refill(self, checks: Sequence[MaterialCheck]) -> None:
        asked = [one for one in self._materials if one.code not in self._left_out]
        names = {one.code: one.name for one in asked}
        # Items share codes (申请书): what was found of another item's paper says nothing of this one's.
        same = [check for check in checks if names.get(check.code) == check.name]
        self.table.set_checklist(asked, same, is_editable=self._is_editable, locked=self._locked)

    def _fill_menu(self) -> None:
        self._menu.clear()
        groups: dict[str, list[Material]] = {}
        for one in self._materials:
            if one.condition or not one.required:
                groups.setdefault(one.condition or self.tr("选交"), []).append(one)
        for condition, members in groups.items():
            names = "、".join(one.name for one in members)
            action = QAction(self.tr("需要：{what}（{n} 份）").format(what=condition, n=len(members)), self._menu)
            action.setToolTip(names)
            action.setCheckable(True)
            action.setChecked(not any(one.code in self._left_out for one in members))
            action.toggled.connect(partial(self._toggle, tuple(one.code for one in members)))
            self._menu.addAction(action)
        self.conditions.setVisible(bool(groups) and self._is_editable and not self._is_supplement)
        self._name_conditions()

    def _name_conditions(self) -> None:
        asked = len(self._materials) - len(self._left_out)
        self.conditions.setText(self.tr("适用情形 {asked}/{all}").format(asked=asked, all=len(self._materials)))
        self.conditions.setAccessibleName(self.conditions.text())

    def _toggle(self, codes: tuple[str, ...], *_checked: object) -> None:
        checks = self.checks()
        self._left_out ^= frozenset(codes)
        self._refill(checks)
        self._name_conditions()
        self.changed.emit()

    def _fit(self) -> None:
        theme = look()
        wide = {column: theme.chars(chars) + theme.unit * 2 for column, chars in _CHARS.items()}
        room = self.contentsRect().width() - theme.unit * 6 - theme.chars(_NAME_CHARS)
        room -= verdict_size(theme).width() + theme.unit * 2
        needed = sum(wide.values())
        for column in _GIVEN_UP_FIRST:
            self.table.view.setColumnHidden(column, needed > room)
            needed -= wide[column] if needed > room else 0
