"""The window's half of `bootstrap`: what can be done before anybody is signed in, and the services of who is.

Everything is called off the GUI thread; nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from clerk_app.ui.parts import FoundOffice, KnownPerson, SessionInfo, WindowParts

if TYPE_CHECKING:
    from clerk_app.bootstrap import Parts
    from clerk_app.domain.exchange import SyncReport
    from clerk_app.ports import Printer, Progress
    from clerk_app.ui.services import Services


@dataclass
class WindowEntry:
    """Opens the data folder once and signs people in (`ui.context.EntryServices`)."""

    data_dir: Path
    now: datetime | None = None
    ticking: bool = False
    printer: Printer | None = None
    _opened: Parts | None = None
    _turn: Lock = field(default_factory=Lock)

    def parts(self) -> Parts:
        """Return the opened parts; the first caller opens them."""
        from clerk_app.bootstrap import open_parts

        with self._turn:
            if self._opened is None:
                self._opened = open_parts(self.data_dir, now=self.now, ticking=self.ticking, printer=self.printer)
            return self._opened

    def is_ready(self) -> bool:
        """Say whether the data folder holds an office."""
        from clerk_app.bootstrap import has_office

        return has_office(self.data_dir)

    def people(self) -> tuple[KnownPerson, ...]:
        """Return who may sign in here, by name."""
        staff = self.parts().store.reading().office().staff
        return tuple(KnownPerson(one.user, one.name) for one in sorted(staff, key=lambda one: one.name) if one.active)

    def sign_in(self, user: str, password: str) -> SessionInfo:
        """Check the password and record the sign-in."""
        from clerk_app.services import people

        store = self.parts().store
        people.check_password(store.reading(), user, password)
        with store.unit_of_work() as uow:
            member = people.sign_in_checked(uow, user, password)
            uow.commit()
        identity = store.identity
        profile = store.reading().office().profile
        return SessionInfo(
            user=member.user,
            name=member.name,
            roles=frozenset(role.value for role in member.roles),
            workstation=identity.workstation,
            office=profile.name if profile else identity.office,
            training=identity.training,
        )

    def found_office(self, wish: FoundOffice) -> SessionInfo:
        """Create the data folder, the office and its administrator, and sign the administrator in."""
        from clerk_app.bootstrap import DataFolder, make_clock
        from clerk_app.services import founding

        found = founding.Founding(
            office=founding.office_named(code=wish.office_code, name=wish.office_name, area_code=wish.area_code),
            staff=(founding.administrator(wish.admin_user, wish.admin_name),),
            passwords={wish.admin_user.strip(): wish.password},
            workstation=wish.workstation.strip(),
            training=wish.training,
        )
        founding.found(DataFolder(self.data_dir, clock=make_clock(self.now)), found)
        return self.sign_in(wish.admin_user.strip(), wish.password)

    def join_office(self, file: Path) -> str:
        """Create the data folder from a credentials file, fetch the office, and return the workstation's code."""
        from clerk_app.bootstrap import join_office

        return join_office(self.data_dir, file, now=self.now).workstation

    def training_copy(self) -> str:
        """Create a practice office with its staff, and return the workstation's code."""
        from clerk_app.bootstrap import DataFolder, make_clock
        from clerk_app.services import founding

        folder = DataFolder(self.data_dir, clock=make_clock(self.now))
        return founding.found(folder, founding.training_founding()).workstation

    def open_services(self, session: SessionInfo) -> Services:
        """Return what the signed-in person works with."""
        from clerk_app.bootstrap import Bootstrap
        from clerk_app.services.desk import WorkingDesk
        from clerk_app.sync.access import FILE_NAME
        from clerk_app.ui.services import Services

        parts = self.parts()
        desk = WorkingDesk(parts.store, parts.renderer, parts.printer, session.user)
        has_server = (parts.data_dir / FILE_NAME).exists()
        return Services(
            desk=desk,
            exchange=self._exchange if has_server else None,
            book_writer=Bootstrap().book_writer,
            report_writer=Bootstrap().report_writer,
        )

    def close(self) -> None:
        """Close the database."""
        with self._turn:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def today(self) -> date:
        """Return the civil date of the office."""
        from clerk_app.bootstrap import make_clock

        opened = self._opened
        return opened.clock.today() if opened is not None else make_clock(self.now).today()

    def _exchange(self, trigger: str, progress: Progress | None) -> SyncReport:
        return self.parts().exchange().run(trigger=trigger, progress=progress)


def warm_up() -> None:
    """Import what is heavy while the person types the password."""
    import argon2  # noqa: F401 — for its side effect of being loaded
    import sqlalchemy.orm  # noqa: F401

    import clerk_app.services.desk
    import clerk_app.storage.store  # noqa: F401


def window_parts(
    data_dir: Path,
    *,
    now: datetime | None = None,
    ticking: bool = True,
    printer: Printer | None = None,
    on_close: Callable[[], None] | None = None,
) -> WindowParts:
    """Return what `run_window` needs for a data folder.

    Args:
        data_dir: the folder, empty for a first start.
        now: the instant of an injected clock, for training data only.
        ticking: whether the injected clock goes on.
        printer: instead of the system's printers.
        on_close: called after the database was closed.
    """
    entry = WindowEntry(data_dir, now, ticking, printer)

    def close() -> None:
        entry.close()
        if on_close is not None:
            on_close()

    return WindowParts(
        data_dir=data_dir,
        entry=entry,
        open_services=entry.open_services,
        today=entry.today,
        warm_up=warm_up,
        close=close,
        training=now is not None,
    )
