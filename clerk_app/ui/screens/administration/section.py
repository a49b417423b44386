"""What every part of 系统管理 has in common: it reads off the GUI thread when it is shown, and again when something changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.ui.context import UiContext
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.tasks import is_cancelled

T = TypeVar("T")


class Section(QWidget):
    """One part of the page. Subclasses build widgets into `column`, and implement `load`."""

    code = ""
    topics: tuple[Topic, ...] = (Topic.OFFICE,)
    """What must have changed for the part to look again."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._is_fresh = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def load(self) -> None:
        """Read what the part shows."""
        raise NotImplementedError

    def shown(self) -> None:
        """The part came to the front: read unless nothing changed since."""
        if not self._is_fresh:
            self._is_fresh = True
            self.load()

    def refresh(self, change: Change, *, is_in_front: bool) -> None:
        """Look again now, or when it comes to the front."""
        if change.concerns(*self.topics):
            self._is_fresh = False
            if is_in_front:
                self.shown()

    def name_of(self, field: str) -> str:
        """Return the object name of a widget of this part."""
        return f"administration.{field}"

    def read(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read something off the GUI thread and show it."""
        self.ctx.tasks.submit(self, job, done=done, failed=self.on_failed)

    def on_failed(self, error: Exception) -> None:
        """Show what went wrong in its place."""
        if not is_cancelled(error):
            self.ctx.show_error(error)
