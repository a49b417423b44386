"""What the frame gives to each screen, and what the frame itself needs from outside; `bootstrap` fills the callables.

Nothing here imports the domain at run time, so that the window paints before the domain is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from clerk_app.ui.parts import EntryServices, FoundOffice, KnownPerson, SessionInfo, Tone, WindowParts

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from clerk_app.ui.faults import FaultTarget
    from clerk_app.ui.refresh import ChangeHub
    from clerk_app.ui.services import Services
    from clerk_app.ui.tasks import TaskRunner
    from clerk_app.ui.theme import Theme


__all__ = [
    "EntryServices",
    "FoundOffice",
    "Frame",
    "Hit",
    "KnownPerson",
    "Lamp",
    "Notice",
    "OpenCase",
    "PreviewRequest",
    "SearchFor",
    "SessionInfo",
    "SheetFate",
    "StatusFacts",
    "Tone",
    "UiContext",
    "WindowParts",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit of the box for everything: `kind` groups, `why` and `matched` say why it is here."""

    kind: str
    target: str
    title: str
    subtitle: str = ""
    why: str = ""
    matched: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Argument of the search page: show this case's file."""

    case_id: str


@dataclass(frozen=True, slots=True)
class SearchFor:
    """Argument of the search page: show everything that matches a text."""

    text: str


@dataclass(frozen=True, slots=True)
class Lamp:
    """One button of the status bar: what it says, and the sentences of its popup; `tone` never depends on the network."""

    text: str
    explanation: tuple[str, ...]
    tone: Tone = Tone.NEUTRAL
    page: str = ""
    """The page that shows more (`administration`), or empty."""


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """What the status bar shows; a lamp that is None does not exist yet and is not drawn."""

    pending: Lamp | None = None
    exchange: Lamp | None = None
    backup: Lamp | None = None
    calendar: Lamp | None = None
    catalogue: Lamp | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A trouble of the environment in the bar above the pages: what happened, what is safe, what to do.

    A notice with the same `key` replaces the earlier one.
    """

    key: str
    text: str
    safe: str = ""
    advice: str = ""
    tone: Tone = Tone.WARN
    action_text: str = ""
    action: Callable[[], None] | None = None


class SheetFate(StrEnum):
    """What the person answered when asked whether the sheet came out."""

    CAME_OUT = "came_out"
    SPOILED = "spoiled"
    REPRINT = "reprint"


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A paper to look at: `load` returns the PDF; it is called off the GUI thread, in the writers' lane.

    Before the act: `issue_text` names the button that does it, `on_issue` is called in the GUI thread.
    After the act: `on_fate` is called with the answer to 纸张是否已打印出来 and, unless it came out, a reason.
    """

    title: str
    load: Callable[[], bytes]
    file_name: str = ""
    issue_text: str = ""
    on_issue: Callable[[], None] | None = None
    on_fate: Callable[[SheetFate, str], None] | None = None
    parent: QWidget | None = None


class Frame(Protocol):
    """What the main window does for a screen."""

    def toast(self, text: str, tone: Tone = Tone.OK) -> None:
        """Tell good news for a few seconds, without taking the focus."""
        ...

    def notice(self, notice: Notice) -> None:
        """Show a trouble of the environment until it is solved or closed."""
        ...

    def clear_notice(self, key: str) -> None:
        """Take a notice away: the trouble is over."""
        ...

    def show_error(self, error: Exception, target: FaultTarget | None = None) -> None:
        """Show an error where it belongs: rules at the field, environment in the bar, anything else as a bug report."""
        ...

    def open_case(self, case_id: str) -> None:
        """Go to the case file."""
        ...

    def open_page(self, page: str, argument: object = None) -> None:
        """Go to a page by its object name; `argument` (`OpenCase`, `SearchFor`, a `Hit`, or the page's own) goes to its `show_argument`."""
        ...

    def preview(self, request: PreviewRequest) -> None:
        """Open the paper."""
        ...

    def set_badge(self, page: str, count: int) -> None:
        """Show how many things wait on a page (0 shows nothing)."""
        ...

    def refresh_status(self) -> None:
        """Ask for the status bar's facts again."""
        ...


@dataclass(frozen=True, slots=True)
class UiContext:
    """What each screen and presenter gets; it lives as long as one person is signed in."""

    session: SessionInfo
    services: Services
    tasks: TaskRunner
    hub: ChangeHub
    theme: Theme
    frame: Frame
    today: Callable[[], date]

    def may(self, *roles: str) -> bool:
        """Say whether the person has any of these roles."""
        return bool(self.session.roles & frozenset(roles))

    def toast(self, text: str, tone: Tone = Tone.OK) -> None:
        """See `Frame.toast`."""
        self.frame.toast(text, tone)

    def notice(self, notice: Notice) -> None:
        """See `Frame.notice`."""
        self.frame.notice(notice)

    def show_error(self, error: Exception, target: FaultTarget | None = None) -> None:
        """See `Frame.show_error`."""
        self.frame.show_error(error, target)

    def open_case(self, case_id: str) -> None:
        """See `Frame.open_case`."""
        self.frame.open_case(case_id)

    def open_page(self, page: str, argument: object = None) -> None:
        """See `Frame.open_page`."""
        self.frame.open_page(page, argument)

    def preview(self, request: PreviewRequest) -> None:
        """See `Frame.preview`."""
        self.frame.preview(request)

    def set_badge(self, page: str, count: int) -> None:
        """See `Frame.set_badge`."""
        self.frame.set_badge(page, count)
