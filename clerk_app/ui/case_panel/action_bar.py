"""The acts this person may record now, as buttons: the usual next step first, the side lines behind one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clerk_app.ui.case_panel.actions import CaseAction
from clerk_app.ui.icons import icon
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import soft_label
from clerk_app.ui.widgets.flow_layout import FlowLayout

_MOST_BUTTONS = 4


class ActionBar(QWidget):
    """Buttons for what may be done; nothing is drawn that does nothing.

    Signals:
        chosen(object): the `CaseAction` that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._buttons: list[Button] = []
        self._row = FlowLayout(spacing=look().unit)
        self._none = soft_label(self.tr("您现在没有可以办理的步骤。"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._row)
        layout.addWidget(self._none)

    def set_actions(self, actions: tuple[CaseAction, ...]) -> None:
        """Offer these, the first as the main one."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._buttons = []
        front = [one for one in actions if not one.is_danger][:_MOST_BUTTONS]
        behind = [one for one in actions if one not in front]
        for place, action in enumerate(front):
            kind = ButtonKind.PRIMARY if place == 0 and action.is_primary else ButtonKind.PLAIN
            self._add(action, kind)
        if behind:
            self._add_menu(behind)
        self._none.setVisible(not actions)

    def chain(self, before: QWidget, after: QWidget) -> None:
        """Let Tab go from `before` through the buttons to `after`: they are made anew and would come last."""
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, after)

    def set_busy(self, *, is_busy: bool) -> None:
        """While an act is being recorded no second one begins."""
        for button in self._buttons:
            button.setEnabled(not is_busy)

    def _add(self, action: CaseAction, kind: ButtonKind) -> None:
        words = QCoreApplication.translate("CaseAction", action.label)
        button = Button(words, name=f"{self._name}.{action.code}", kind=kind, icon_name=action.icon)
        button.clicked.connect(partial(self.chosen.emit, action))
        self._row.addWidget(button)
        self._buttons.append(button)

    def _add_menu(self, actions: list[CaseAction]) -> None:
        button = Button(self.tr("更多"), name=f"{self._name}.more", kind=ButtonKind.QUIET, icon_name="chevron-down")
        menu = QMenu(button)
        menu.setObjectName(f"{self._name}.more.menu")
        theme = look()
        for action in actions:
            words = QCoreApplication.translate("CaseAction", action.label)
            colour = theme.colour("error" if action.is_danger else "text_soft")
            entry = menu.addAction(icon(action.icon, colour), words)
            entry.setObjectName(f"{self._name}.{action.code}")
            entry.triggered.connect(partial(self.chosen.emit, action))
        button.setMenu(menu)
        self._row.addWidget(button)
        self._buttons.append(button)
