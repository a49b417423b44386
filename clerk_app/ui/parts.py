"""What the window needs before anybody is signed in; light, because it is loaded before the first paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from clerk_app.ui.services import Services


class Tone(StrEnum):
    """What a message or a badge means; colour, symbol and word follow from it together."""

    NEUTRAL = "neutral"
    INFO = "info"
    OK = "ok"
    WARN = "warn"
    ERROR = "error"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """Who is signed in, where; `roles` are values of `Role` (`intake`, `handle`, `check`, `approve`, `issue`, `admin`, `security`, `audit`)."""

    user: str
    name: str
    roles: frozenset[str]
    workstation: str
    office: str
    training: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who may sign in here, as the sign-in screen completes names."""

    user: str
    name: str


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """What the first start asks of the founder; the codes are checked by the service."""

    office_name: str
    office_code: str
    area_code: str
    workstation: str
    admin_user: str
    admin_name: str
    password: str = field(repr=False)
    training: bool = False


class EntryServices(Protocol):
    """What can be done before anybody is signed in; every method is called off the GUI thread.

    Errors: `RuleViolation` whose `field` is a field of the screen (`user`, `password`, `office_name`, `office_code`, `area_code`, `workstation`,
    `admin_user`, `admin_name`, `file`), or `EnvironmentProblem`.
    """

    def is_ready(self) -> bool:
        """Say whether the data folder holds an office (else the first start is shown)."""
        ...

    def people(self) -> tuple[KnownPerson, ...]:
        """Return who may sign in here, by name."""
        ...

    def sign_in(self, user: str, password: str) -> SessionInfo:
        """Check the password; raises `RuleViolation` with field `user` or `password`."""
        ...

    def found_office(self, wish: FoundOffice) -> SessionInfo:
        """Create the data folder, the office and its administrator, and sign the administrator in."""
        ...

    def join_office(self, file: Path) -> str:
        """Create the data folder from a credentials file, fetch the office, and return the workstation's code."""
        ...

    def training_copy(self) -> str:
        """Create a practice office with its staff, and return the workstation's code."""
        ...


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What `run_window` needs; `bootstrap` builds it.

    `open_services` is called off the GUI thread after sign-in, once for each person. `warm_up` is called off the GUI thread after the first paint and imports what is heavy.
    `close` is called once, after the window closed and every job ended.
    """

    data_dir: Path
    entry: EntryServices
    open_services: Callable[[SessionInfo], Services]
    today: Callable[[], date]
    warm_up: Callable[[], None]
    close: Callable[[], None]
    training: bool = False
    palette: str = "light"
    text_scale: int = 100
