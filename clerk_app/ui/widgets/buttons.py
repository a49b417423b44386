"""Buttons bound to actions: one action, one shortcut, one button; nothing is drawn that does nothing."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from clerk_app.ui.icons import icon
from clerk_app.ui.theme import look

if TYPE_CHECKING:
    from clerk_app.ui.shortcuts import Shortcut


class ButtonKind(StrEnum):
    """How much a button asks for: one primary per form, danger for what cannot be undone, quiet for the side lines."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    QUIET = "quiet"


_ICON_COLOUR = {
    ButtonKind.PLAIN: "text_soft",
    ButtonKind.PRIMARY: "on_primary",
    ButtonKind.DANGER: "error",
    ButtonKind.QUIET: "text_soft",
}


class Button(QPushButton):
    """A push button with its kind, icon, name and accessible name; Enter presses it as Space does."""

    def __init__(
        self,
        text: str,
        *,
        name: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon_name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setProperty("kind", kind.value)
        self.setProperty("compact", "true" if compact else "false")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme = look()
        self.setIconSize(theme.icon)
        if icon_name:
            self.setIcon(icon(icon_name, theme.colour(_ICON_COLOUR[kind]), disabled=theme.colour("disabled_text")))


class ActionButton(Button):
    """A button that follows an action: text, state, tooltip with the shortcut, and pressing it triggers the action."""

    def __init__(
        self,
        action: QAction,
        *,
        name: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon_name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(action.text(), name=name, kind=kind, icon_name=icon_name, compact=compact, parent=parent)
        self._action = action
        self.clicked.connect(self._press)
        action.changed.connect(self._follow)
        self._follow()

    def action(self) -> QAction:
        """Return the action behind the button."""
        return self._action

    def _press(self) -> None:
        self._action.trigger()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible()) if self.parentWidget() is not None else None
        keys = action.shortcut().toString()
        words = action.toolTip() or action.text()
        self.setToolTip(f"{words} ({keys})" if keys else words)
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(keys)


def make_action(owner: QWidget, shortcut: Shortcut, text: str, slot: Callable[[], None]) -> QAction:
    """Return an action of `owner` that fires while the focus is inside it; `slot` takes no argument.

    Shortcuts of the whole window (`scope` empty) fire wherever the focus is.
    """
    action = QAction(text, owner)
    action.setObjectName(f"{owner.objectName()}.action.{shortcut.name}")
    action.setShortcut(shortcut.keys)
    within = Qt.ShortcutContext.WindowShortcut if not shortcut.scope else Qt.ShortcutContext.WidgetWithChildrenShortcut
    action.setShortcutContext(within)
    action.triggered.connect(slot)
    owner.addAction(action)
    return action
