"""The place of a page in the tabs: the page itself is imported and built when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from clerk_app.ui.refresh import Change
from clerk_app.ui.screens import Page
from clerk_app.ui.screens.base import Screen

if TYPE_CHECKING:
    from clerk_app.ui.context import UiContext


class PageHolder(QWidget):
    """Named as the page (`today`); builds its screen once for each person who signs in, remembers changes while it is behind.

    Where the text is large or the screen small, the page scrolls rather than being squeezed.
    """

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.shown: Screen | None = None
        self._missed: Change | None = None
        self.setObjectName(page.name)
        self._area = QScrollArea()
        self._area.setObjectName(f"{page.name}.scroll")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_screen(self, ctx: UiContext) -> Screen:
        """Return the screen, built if need be, told that it is in front and what it missed."""
        first = self.shown is None
        if self.shown is None:
            made: type[Screen] = getattr(import_module(self.page.module), self.page.class_name)
            self.shown = made(ctx)
            self._area.setWidget(self.shown)
            self.shown.show()
        screen = self.shown
        screen.activated()
        missed, self._missed = self._missed, None
        if missed is not None and not first:
            screen.refresh(missed)
        return screen

    def take_change(self, change: Change, *, is_in_front: bool) -> None:
        """Pass a change on, or keep it until the page comes to the front."""
        if self.shown is None:
            return
        if is_in_front:
            self.shown.refresh(change)
        else:
            self._missed = change if self._missed is None else self._missed.merged(change)

    def drop_screen(self, ctx: UiContext | None) -> None:
        """Free the screen: the next person gets a new one; its jobs are forgotten."""
        if self.shown is None:
            return
        if ctx is not None:
            for child in (self.shown, *self.shown.findChildren(QWidget)):
                ctx.tasks.forget(child)
        screen = self._area.takeWidget()
        if screen is not None:
            screen.hide()
            screen.deleteLater()
        self.shown = None
        self._missed = None
