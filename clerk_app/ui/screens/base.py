"""What every page is to the frame: it is told when it is shown, what changed and when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from clerk_app.ui.refresh import Change

if TYPE_CHECKING:
    from clerk_app.ui.context import UiContext


class Presenter(Protocol):
    """The part behind a view: no widgets of its own, it turns intentions into jobs and results into what the view shows."""

    def load(self) -> None:
        """Fetch what the view shows, off the GUI thread."""
        ...


class Screen(QWidget):
    """A page. Its constructor builds widgets only; reading begins with `activated`.

    Subclasses set `name` (the page's object name, the prefix of all its widgets' names) and are built as `X(ctx, parent)`.
    """

    name = ""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setObjectName(f"{self.name}.screen")
        self.setProperty("role", "page")

    def activated(self) -> None:
        """The page came to the front, the first time or again; the first time is the time to load."""

    def refresh(self, change: Change) -> None:
        """Something changed while the page is in front (or, merged, when it comes back to the front)."""

    def show_argument(self, argument: object) -> None:
        """Another page asked to show something particular here (`ctx.open_page(name, argument)`)."""

    def left(self) -> None:
        """Another page came to the front; keep what was typed."""

    def may_close(self) -> bool:
        """Save what is half done; False keeps the window open."""
        return True
