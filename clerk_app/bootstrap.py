"""The only place that builds concrete parts and wires them; nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerk_app import __version__, settings
from clerk_app.domain.errors import EnvironmentProblem, UsageProblem

if TYPE_CHECKING:
    from clerk_app.demo.run import Demo
    from clerk_app.domain.listing import Identity
    from clerk_app.ports import Clock, HighWaterMark, LedgerReader, PaperRenderer, Printer, Store
    from clerk_app.services.founding import Founded
    from clerk_app.services.report_export import BookWriter, ReportWriter
    from clerk_app.storage.migrate import Migrated
    from clerk_app.storage.store import LocalStore
    from clerk_app.sync.access import ServerAccess
    from clerk_app.sync.administration import CentralStatus
    from clerk_app.sync.runner import ExchangeRunner, LeaseWish

MARKS = "clerk.mark"
"""Beside the database and never in its backups."""

DATABASE = "clerk.db"
"""As `storage.migrate` names it, which would load SQLAlchemy only to look whether a file is there; a test compares the two."""

KEY = "database"
_KEY_BYTES = 32
_ASIDE = ".founding"
_PRINTED = "printed"
_LOGIN_SERVICE = "clerk-app-login"
"""Under which a person may keep the own password in the system's keyring, for commands."""

LEASE_AT_LEAST = 20
LEASE_BLOCK = 50
"""Numbers of a series that the exchange keeps in stock here, and how many it leases at once (a bad day's outage)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an opened data folder; `warnings` are codes of `wording`."""

    store: LocalStore
    renderer: PaperRenderer
    printer: Printer
    marks: HighWaterMark
    clock: Clock
    data_dir: Path
    settings: settings.Settings
    warnings: tuple[str, ...] = ()

    def exchange(self) -> ExchangeRunner:
        """Return the exchange of this database with the server whose credentials lie here.

        Raises:
            EnvironmentProblem: `server_access_missing`, `server_access_unreadable`.
        """
        from clerk_app.sync.access import FILE_NAME, load_access

        access = load_access(self.data_dir / FILE_NAME)
        return _exchange(self.store, access, clock=self.clock, data_dir=self.data_dir)

    def close(self) -> None:
        """Close every connection."""
        self.store.close()


def has_office(data_dir: Path) -> bool:
    """Say whether a database lies in the data folder."""
    return (data_dir / DATABASE).exists()


def open_parts(
    data_dir: Path, *, now: datetime | None = None, ticking: bool = False, printer: Printer | None = None
) -> Parts:
    """Open a data folder.

    Args:
        data_dir: the folder.
        now: the instant of an injected clock, for training data only; `ticking` lets it go on from there.
        ticking: see `now`.
        printer: instead of the system's printers (a demo prints into a folder).

    Raises:
        UsageProblem: `now` is given and the data is not training data (`training_only`).
        EnvironmentProblem: no database, no key, or the disk is in the way.
    """
    from clerk_app.devices.high_water_mark import FileHighWaterMark
    from clerk_app.documents.renderer import ReportlabRenderer
    from clerk_app.storage.store import open_store

    key, warnings = _key(data_dir)
    marks = FileHighWaterMark(data_dir / MARKS)
    clock = make_clock(now, ticking=ticking)
    store = open_store(data_dir, key=key, clock=clock, marks=marks, program_version=__version__)
    if now is not None and not store.identity.training:
        store.close()
        raise UsageProblem("training_only")
    return Parts(
        store=store,
        renderer=ReportlabRenderer(),
        printer=printer or make_printer(data_dir),
        marks=marks,
        clock=clock,
        data_dir=data_dir,
        settings=settings.load(data_dir),
        warnings=warnings,
    )


def make_clock(now: datetime | None = None, *, ticking: bool = False) -> Clock:
    """Return the time of this machine, or an injected one."""
    from clerk_app.devices.clock import InjectedClock, SystemClock

    return SystemClock() if now is None else InjectedClock(now, ticking=ticking)


def make_printer(data_dir: Path) -> Printer:
    """Return the system's spooler, or a folder of files where there is none."""
    from clerk_app.devices.file_printer import FilePrinter
    from clerk_app.devices.spooler import CupsPrinter

    return CupsPrinter() if shutil.which("lp") else FilePrinter(data_dir / _PRINTED)


def _key(data_dir: Path) -> tuple[bytes, tuple[str, ...]]:
    """Return the key of an existing database.

    Raises:
        EnvironmentProblem: `key_missing`: without it nobody can read the data.
    """
    from clerk_app.devices.keys import best_key_store

    keys = best_key_store(data_dir)
    key = keys.load(KEY)
    if key is None:
        raise EnvironmentProblem("key_missing", folder=data_dir)
    return key, (keys.warning,) if keys.warning else ()


class DataFolder:
    """The place of a data folder to be (`founding.Premises`): built in a folder inside, the database moved up at the end."""

    def __init__(self, data_dir: Path, *, clock: Clock, access: ServerAccess | None = None) -> None:
        self._data_dir = data_dir
        self._aside = data_dir / _ASIDE
        self._clock = clock
        self._access = access
        self._store: LocalStore | None = None

    @property
    def aside(self) -> Path:
        """Where the unfinished database lies."""
        return self._aside

    def is_taken(self) -> bool:
        """Say whether an office is here already."""
        return has_office(self._data_dir)

    def build(self, identity: Identity) -> LocalStore:
        """Return a new, empty, opened database; what an earlier try left is gone.

        Raises:
            EnvironmentProblem: the folder cannot be written (`folder_unwritable`), or the key cannot be kept.
        """
        from clerk_app.devices.high_water_mark import FileHighWaterMark
        from clerk_app.devices.keys import best_key_store
        from clerk_app.storage.store import create_store

        try:
            self._data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.rmtree(self._aside, ignore_errors=True)
            self._aside.mkdir(mode=0o700)
        except OSError as exc:
            raise EnvironmentProblem(
                "folder_unwritable", folder=self._data_dir, reason=exc.strerror or type(exc).__name__
            ) from exc
        keys = best_key_store(self._data_dir)
        key = keys.load(KEY)
        if key is None:
            key = secrets.token_bytes(_KEY_BYTES)
            keys.save(KEY, key)
        self._store = create_store(
            self._aside,
            key=key,
            identity=identity,
            clock=self._clock,
            marks=FileHighWaterMark(self._data_dir / MARKS),
            program_version=__version__,
        )
        return self._store

    def settle(self) -> str:
        """Close what was built, move it into its place, durably, and return the revision of its schema."""
        from clerk_app.storage.schema import HEAD
        from clerk_app.sync.access import FILE_NAME

        self._close()
        if self._access is not None:
            self._access.save(self._data_dir / FILE_NAME)
        # The last connection has folded its log into the file: one name is all there is to move.
        (self._aside / DATABASE).replace(self._data_dir / DATABASE)
        _sync_folder(self._data_dir)
        shutil.rmtree(self._aside, ignore_errors=True)
        return HEAD

    def abandon(self) -> None:
        """Close and remove what was built."""
        self._close()
        shutil.rmtree(self._aside, ignore_errors=True)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def join_office(data_dir: Path, file: Path, *, now: datetime | None = None) -> Founded:
    """Make the data folder of a further workstation from its credentials file, and fetch the office.

    Raises:
        UsageProblem: `now` is given and the server is not for training (`training_only`).
        RuleViolation: an office is here already, or the founder has not sent it yet.
        EnvironmentProblem: the file or the server cannot be read; nothing is left behind.
    """
    from clerk_app.domain.listing import Identity
    from clerk_app.services.founding import join
    from clerk_app.sync.access import load_access

    access = load_access(file)
    if now is not None and not access.training:
        raise UsageProblem("training_only")
    clock = make_clock(now)
    folder = DataFolder(data_dir, clock=clock, access=access)
    identity = Identity(access.workstation, access.office, access.series, founder=False, training=access.training)
    return join(
        folder,
        identity,
        fetch=lambda store: _exchange(_local(store), access, clock=clock, data_dir=folder.aside).run(trigger="join"),
    )


def _local(store: Store) -> LocalStore:
    from clerk_app.storage.store import LocalStore

    if not isinstance(store, LocalStore):
        message = "an exchange needs the store that this module built"
        raise TypeError(message)
    return store


def _exchange(store: LocalStore, access: ServerAccess, *, clock: Clock, data_dir: Path) -> ExchangeRunner:
    from clerk_app.storage.exchange_side import LocalExchangeStore
    from clerk_app.sync.central_gateway import CentralGateway
    from clerk_app.sync.runner import ExchangeRunner

    return ExchangeRunner(
        store=LocalExchangeStore(store),
        connect=lambda: CentralGateway(access),
        clock=clock,
        data_dir=data_dir,
        program=__version__,
        leases=lambda: lease_wishes(store),
    )


def lease_wishes(store: Store) -> Sequence[LeaseWish]:
    """Return which numbers should lie here: of every series that is given by us and leased by the server.

    They are those of this year, in December those of the next one too: nobody must be online on the first working day.
    """
    from clerk_app.sync.runner import LeaseWish

    office = store.reading().office()
    today = store.clock.today()
    years = (today.year, today.year + 1) if today.month == 12 else (today.year,)
    return tuple(
        LeaseWish(one.series, year, LEASE_AT_LEAST, LEASE_BLOCK)
        for one in office.series
        if one.issuer and not one.external
        for year in years
    )


@dataclass(frozen=True, slots=True)
class ServerAdministration:
    """What the administrator of the shared server does, at one address with one password (`cli.wiring.Administration`)."""

    url: str
    password: str
    ca: str

    def init(self, *, office: str, name: str, training: bool) -> CentralStatus:
        """Set the server up for an office, or bring it up to date."""
        from clerk_app.sync.administration import init_central

        return init_central(self.url, self.password, ca=self.ca, office=office, name=name, training=training)

    def add_workstation(
        self, *, office: str, code: str, out: Path, series: str = "", founder: bool = False, replace: bool = False
    ) -> str:
        """Give a workstation a login, write its credentials file, and return its series."""
        from clerk_app.sync.administration import add_workstation

        return add_workstation(
            self.url,
            self.password,
            ca=self.ca,
            office=office,
            code=code,
            out=out,
            series=series,
            founder=founder,
            replace=replace,
        ).series

    def status(self) -> CentralStatus:
        """Look."""
        from clerk_app.sync.administration import central_status

        return central_status(self.url, self.password, ca=self.ca)

    def revoke(self, *, office: str, code: str) -> CentralStatus:
        """End a workstation's login."""
        from clerk_app.sync.administration import revoke_workstation

        return revoke_workstation(self.url, self.password, ca=self.ca, office=office, code=code)

    def rename(self, *, office: str, code: str, label: str) -> CentralStatus:
        """Give a workstation another label."""
        from clerk_app.sync.administration import rename_workstation

        return rename_workstation(self.url, self.password, ca=self.ca, office=office, code=code, label=label)


class Bootstrap:
    """The way to concrete parts for the commands (`cli.wiring.Wiring`)."""

    def has_office(self, data_dir: Path) -> bool:
        """See `has_office`."""
        return has_office(data_dir)

    def open(self, data_dir: Path, *, now: datetime | None) -> Parts:
        """See `open_parts`; a command's injected clock stands still."""
        return open_parts(data_dir, now=now)

    def premises(self, data_dir: Path, *, now: datetime | None) -> DataFolder:
        """Return the place of a data folder to be."""
        return DataFolder(data_dir, clock=make_clock(now))

    def join(self, data_dir: Path, file: Path, *, now: datetime | None) -> Founded:
        """See `join_office`."""
        return join_office(data_dir, file, now=now)

    def migrate(self, data_dir: Path) -> Migrated:
        """Bring the database to this program's revision."""
        from clerk_app.storage.migrate import migrate

        return migrate(data_dir / DATABASE, _key(data_dir)[0])

    def renderer(self) -> PaperRenderer:
        """Return what draws papers, without a data folder."""
        from clerk_app.documents.renderer import ReportlabRenderer

        return ReportlabRenderer()

    def clock(self) -> Clock:
        """Return the time of this machine."""
        return make_clock()

    def ledger_reader(self) -> LedgerReader:
        """Return what reads ledger files."""
        from clerk_app.devices.tables.writer import LedgerFiles
        from clerk_app.domain.errors import Fault
        from clerk_app.wording import sentence

        return LedgerFiles(reason=lambda one: sentence(Fault(one.code, one.column, one.params)))

    def book_writer(self) -> BookWriter:
        """Return what writes workbooks."""
        from clerk_app.devices.tables.report_sheet import BookFiles

        return BookFiles()

    def report_writer(self) -> ReportWriter:
        """Return what fills the Word template of the yearly report."""
        from clerk_app.documents.word.yearly_report import WordReport

        return WordReport()

    def administration(self, url: str, password: str, *, ca: str) -> ServerAdministration:
        """Return what administers the shared server at `url`."""
        return ServerAdministration(url, password, ca)

    def issuer(self) -> str:
        """Return the code under which the shared server leases numbers."""
        from clerk_app.sync.server_rules import CENTRAL

        return CENTRAL

    def own_epoch(self, data_dir: Path) -> str:
        """Return the epoch of the server whose credentials lie in the data folder, empty without one."""
        from clerk_app.sync.access import load_access

        file = self.login_file(data_dir)
        return load_access(file).epoch if file.exists() else ""

    def login_file(self, data_dir: Path) -> Path:
        """Return where the credentials of this workstation lie."""
        from clerk_app.sync.access import FILE_NAME

        return data_dir / FILE_NAME

    def stored_password(self, user: str) -> str | None:
        """Return the password that a person keeps in the system's keyring (service clerk-app-login), or None."""
        if sys.platform == "linux" and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return None  # without a session there is no keyring, and looking for one may hang
        import keyring
        from keyring.errors import KeyringError

        try:
            found: str | None = keyring.get_password(_LOGIN_SERVICE, user)
        except KeyringError:
            return None
        return found

    def demo(self, out: Path, *, tell: Callable[[str], None]) -> Demo:
        """Walk the journey of the demo."""
        from clerk_app.demo.run import run_demo
        from clerk_app.ui.app import messages_to_log

        messages_to_log()  # the offscreen platform says something harmless of every window
        return run_demo(out, tell=tell)

    def self_test(self) -> tuple[tuple[str, str, str], ...]:
        """Let the program prove itself."""
        from clerk_app.selftest import run_checks

        return run_checks()


def _sync_folder(path: Path) -> None:
    if os.name != "posix":
        return  # Windows has no handle of a folder to flush; NTFS journals the rename
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
