"""The opened database of this machine: engines, the writer's turn, units of work and readers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, select

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import AuditProblem, Identity
from clerk_app.ports import Clock, HighWaterMark
from clerk_app.storage import local, migrate
from clerk_app.storage.base import table_of
from clerk_app.storage.engine import BUSY_TIMEOUT_MS, check_settings, checked_out, driver_of, make_engine, translated
from clerk_app.storage.folding import office_now
from clerk_app.storage.history import FoldCache
from clerk_app.storage.leases import learn_serials, notice_gap, own_case_numbers, own_leases
from clerk_app.storage.local import FILLING
from clerk_app.storage.reading import LocalReader
from clerk_app.storage.tables import Workstation
from clerk_app.storage.writing import LocalUnitOfWork

WORKSTATION = table_of(Workstation)


class LocalStore:
    """Implements `ports.Store`; `exchange_store` makes the exchange's side of it."""

    def __init__(self, path: Path, *, key: bytes, clock: Clock, marks: HighWaterMark, program_version: str) -> None:
        self.path = path
        self._clock = clock
        self._marks = marks
        self._version = program_version
        self._writer = make_engine(path, key=key, writer=True)
        self._readers = make_engine(path, key=key, writer=False)
        self._turn = Lock()
        self._held: Connection | None = None
        self.cache = FoldCache()
        self._identity = self._read_identity()

    @property
    def identity(self) -> Identity:
        """Which machine this is."""
        return self._identity

    @property
    def clock(self) -> Clock:
        """The time of this machine, or the injected one of training data."""
        return self._clock

    @property
    def marks(self) -> HighWaterMark:
        """The highest numbers ever given, outside this database."""
        return self._marks

    def unit_of_work(self) -> LocalUnitOfWork:
        """Return a new unit of work; enter it to begin."""
        return LocalUnitOfWork(
            checkout=self.take_turn,
            release=self.end_turn,
            reader=LocalReader(self._inside, identity=self._identity, cache=self.cache),
            identity=self._identity,
            clock=self._clock,
            marks=self._marks,
            cache=self.cache,
            program_version=self._version,
        )

    def reading(self) -> LocalReader:
        """Return a reader whose every call is a snapshot of its own."""
        return LocalReader(self.snapshot, identity=self._identity, cache=self.cache)

    def audit(self) -> tuple[AuditProblem, ...]:
        """Check chain, hashes, projections, numbers, calendars and pragmas; empty when all is well.

        Of a file with unreadable pages `file_damaged` is all that is said.
        """
        from clerk_app.storage.audit import audit

        try:
            with self.snapshot() as connection:
                return audit(driver_of(connection), self._identity)
        except EnvironmentProblem as problem:
            if problem.code != "database_damaged":
                raise
            return (AuditProblem("file_damaged", "pages", problem.params.get("detail", "")),)

    def rebuild(self) -> tuple[int, bool]:
        """Drop and rebuild all projections; return the number of acts and whether they equal what was there."""
        from clerk_app.storage.rebuild import rebuild

        with self.writing() as driver:
            return rebuild(driver, self._identity)

    def end_first_fill(self) -> None:
        """Build all projections after a first fill, and never give a number again that came with it."""
        from clerk_app.storage.rebuild import rebuild

        with self.writing() as driver:
            rebuild(driver, self._identity)
            learn_serials(driver, office_now(driver, self.cache), self._identity, own_case_numbers(driver))
            local.drop_setting(driver, FILLING)

    def close(self) -> None:
        """Close every connection; the log is folded into the file."""
        if self._held is not None:
            self._held.close()
            self._held = None
        self._writer.dispose()
        self._readers.dispose()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Open a read transaction for one question."""
        connection = checked_out(self._readers)
        try:
            with translated(), connection.begin():
                yield connection
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlcipher.Connection]:
        """Open a write transaction that is committed unless the block raises."""
        connection = self.take_turn()
        try:
            with translated(), connection.begin():
                yield driver_of(connection)
        finally:
            self.end_turn()

    def take_turn(self) -> Connection:
        """Wait for the one writer's connection.

        Raises:
            EnvironmentProblem: `database_locked` when another thread keeps it for the whole timeout.
        """
        if not self._turn.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
            raise EnvironmentProblem("database_locked", detail="this program")
        try:
            if self._held is None:
                self._held = checked_out(self._writer)
        except BaseException:
            self._turn.release()
            raise
        return self._held

    def end_turn(self) -> None:
        """Let the next writer have the connection."""
        self._turn.release()

    @contextmanager
    def _inside(self) -> Iterator[Connection]:
        """Answer from within the open write transaction."""
        if self._held is None:
            raise EnvironmentProblem("database_locked", detail="closed")
        yield self._held

    def _read_identity(self) -> Identity:
        check_settings(self._writer)
        check_settings(self._readers)
        with self.snapshot() as connection:
            row = connection.execute(select(WORKSTATION)).first()
        if row is None:
            raise EnvironmentProblem("database_damaged", detail="no identity")
        return Identity(row.workstation, row.office, row.series, bool(row.founder), bool(row.training))

    def notice_gaps(self) -> None:
        """Keep as gaps what the high-water mark knows beyond the acts (a restored file)."""
        with self.snapshot() as connection:
            office = office_now(driver_of(connection), self.cache)
        own = {
            (one.series, lease.year)
            for one in office.series
            for lease in one.leases
            if lease.lessee == self._identity.workstation
        }
        if not own:
            return
        with self.writing() as driver:
            for series, year in sorted(own):
                leases = own_leases(office, self._identity, series, year)
                notice_gap(driver, self._marks, self._identity, leases, series=series, year=year, now=self._clock.now())


def database_path(data_dir: Path) -> Path:
    """Return where the database of a data folder lies."""
    return data_dir / migrate.DATABASE


def create_store(
    data_dir: Path,
    *,
    key: bytes,
    identity: Identity,
    clock: Clock,
    marks: HighWaterMark,
    program_version: str,
) -> LocalStore:
    """Make the database of a new workstation and open it.

    Raises:
        EnvironmentProblem: `database_exists`, or disk.
    """
    path = database_path(data_dir)
    migrate.create(path, key, identity)
    return LocalStore(path, key=key, clock=clock, marks=marks, program_version=program_version)


def open_store(data_dir: Path, *, key: bytes, clock: Clock, marks: HighWaterMark, program_version: str) -> LocalStore:
    """Open the database of this workstation, migrating an older file first.

    Raises:
        EnvironmentProblem: `database_missing`, `database_key_wrong`, `database_newer`, `database_settings`,
            `database_damaged`, `database_locked`, `read_only`, or disk.
    """
    path = database_path(data_dir)
    migrate.migrate(path, key)
    store = LocalStore(path, key=key, clock=clock, marks=marks, program_version=program_version)
    try:
        if store.reading().setting(FILLING) is not None:
            store.end_first_fill()
        store.notice_gaps()
    except BaseException:
        store.close()
        raise
    return store
