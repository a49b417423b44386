"""What the commands need from outside, as Protocols; `bootstrap` fulfils them, so that no command knows a concrete part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from clerk_app.ports import Clock, Exchange, LedgerReader, PaperRenderer, Printer, Store
from clerk_app.services.founding import Founded, Premises
from clerk_app.services.report_export import BookWriter, ReportWriter


class Parts(Protocol):
    """The parts of an opened data folder."""

    @property
    def store(self) -> Store:
        """The opened database."""
        ...

    @property
    def renderer(self) -> PaperRenderer:
        """Draws papers."""
        ...

    @property
    def printer(self) -> Printer:
        """The system's printers."""
        ...

    @property
    def clock(self) -> Clock:
        """The time, injected or of this machine."""
        ...

    @property
    def data_dir(self) -> Path:
        """The data folder."""
        ...

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes of `wording` for what people should be told (the key lies in a file …)."""
        ...

    def exchange(self) -> Exchange:
        """Return the exchange of this database.

        Raises:
            EnvironmentProblem: no credentials of a server are here (`server_access_missing`).
        """
        ...

    def close(self) -> None:
        """Close everything."""
        ...


class Migrated(Protocol):
    """What a migration did; `backup` is None when nothing was to do."""

    @property
    def before(self) -> str:
        """Revision before."""
        ...

    @property
    def after(self) -> str:
        """Revision now."""
        ...

    @property
    def backup(self) -> Path | None:
        """The verified copy of what was there."""
        ...


class Workstation(Protocol):
    """One workstation as the shared server knows it."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def series(self) -> str:
        """Its series of case numbers."""
        ...

    @property
    def label(self) -> str:
        """Its name for people."""
        ...

    @property
    def founder(self) -> bool:
        """Whether it founded the office."""
        ...

    @property
    def acts(self) -> int:
        """How many acts it sent."""
        ...

    @property
    def seen_at(self) -> datetime | None:
        """When it last said hello."""
        ...

    @property
    def verified_at(self) -> datetime | None:
        """When its last verified exchange was."""
        ...

    @property
    def revoked(self) -> bool:
        """Whether its login was ended."""
        ...


class CentralStatus(Protocol):
    """The shared server at a glance."""

    @property
    def version(self) -> str:
        """Revision of its tables."""
        ...

    @property
    def epoch(self) -> str:
        """Which server it is; another after it was made anew."""
        ...

    @property
    def training(self) -> bool:
        """Whether it is for training data only."""
        ...

    @property
    def acts(self) -> int:
        """How many acts have a position."""
        ...

    @property
    def groups_set_aside(self) -> int:
        """How many groups somebody must look at."""
        ...

    @property
    def incidents(self) -> int:
        """Clashes of identity that somebody must look at."""
        ...

    @property
    def workstations(self) -> Sequence[Workstation]:
        """The workstations, by code."""
        ...


class Administration(Protocol):
    """What the administrator of the shared server does, at one address with one password."""

    def init(self, *, office: str, name: str, training: bool) -> CentralStatus:
        """Set the server up for an office, or bring it up to date."""
        ...

    def add_workstation(
        self, *, office: str, code: str, out: Path, series: str = "", founder: bool = False, replace: bool = False
    ) -> str:
        """Give a workstation a login, write its credentials file, and return its series of case numbers."""
        ...

    def status(self) -> CentralStatus:
        """Look."""
        ...

    def revoke(self, *, office: str, code: str) -> CentralStatus:
        """End a workstation's login."""
        ...

    def rename(self, *, office: str, code: str, label: str) -> CentralStatus:
        """Give a workstation another label."""
        ...


class Demo(Protocol):
    """What a demo left behind, with the keys of the contract."""

    @property
    def screens(self) -> Sequence[str]:
        """Pictures of the window, as paths within the folder."""
        ...

    @property
    def documents(self) -> Sequence[str]:
        """Papers, as paths within the folder."""
        ...

    @property
    def synced(self) -> Mapping[str, object]:
        """What the exchange did, and whether the second workstation shows the same."""
        ...

    @property
    def report(self) -> Mapping[str, object]:
        """The yearly figures."""
        ...


class Wiring(Protocol):
    """The way to concrete parts."""

    def has_office(self, data_dir: Path) -> bool:
        """Say whether a database lies in the data folder."""
        ...

    def open(self, data_dir: Path, *, now: datetime | None) -> Parts:
        """Open the data folder.

        Raises:
            UsageProblem: `now` is given and the data is not training data (`training_only`).
            EnvironmentProblem: no database, no key, or the disk is in the way.
        """
        ...

    def premises(self, data_dir: Path, *, now: datetime | None) -> Premises:
        """Return the place of a data folder to be; it writes nothing yet."""
        ...

    def join(self, data_dir: Path, file: Path, *, now: datetime | None) -> Founded:
        """Make the data folder of a further workstation from its credentials file, and fetch the office.

        Raises:
            UsageProblem: `now` is given and the server is not for training (`training_only`).
        """
        ...

    def migrate(self, data_dir: Path) -> Migrated:
        """Bring the database to this program's revision, on a verified copy that is swapped in."""
        ...

    def renderer(self) -> PaperRenderer:
        """Return what draws papers, without a data folder."""
        ...

    def clock(self) -> Clock:
        """Return the time of this machine."""
        ...

    def ledger_reader(self) -> LedgerReader:
        """Return what reads ledger files."""
        ...

    def book_writer(self) -> BookWriter:
        """Return what writes workbooks."""
        ...

    def report_writer(self) -> ReportWriter:
        """Return what fills the Word template of the yearly report."""
        ...

    def administration(self, url: str, password: str, *, ca: str) -> Administration:
        """Return what administers the shared server at `url`."""
        ...

    def issuer(self) -> str:
        """Return the code under which the shared server leases numbers."""
        ...

    def own_epoch(self, data_dir: Path) -> str:
        """Return the epoch of the server whose credentials lie in the data folder, empty without one."""
        ...

    def login_file(self, data_dir: Path) -> Path:
        """Return where the credentials of this workstation lie."""
        ...

    def stored_password(self, user: str) -> str | None:
        """Return a password that the person keeps in the system's keyring, or None."""
        ...

    def demo(self, out: Path, *, tell: Callable[[str], None]) -> Demo:
        """Walk the journey of the demo into `out`; `tell` hears a code of `wording` for each step.

        Raises:
            UsageProblem: `out` holds something that no demo made.
            EnvironmentProblem: the server cannot be started, or the disk is in the way.
        """
        ...

    def self_test(self) -> tuple[tuple[str, str, str], ...]:
        """Let the program prove itself; return (check, what is wrong or empty, what it found) in order."""
        ...
