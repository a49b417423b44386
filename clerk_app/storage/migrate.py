"""Brings a database file to the program's schema: a verified copy is migrated and swapped in, whole or not at all.

The old file stays as a backup, five are kept. At no moment is there no whole database under its name; a run that was
killed leaves at most files of its own, which the next run removes.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import Identity
from clerk_app.storage import schema
from clerk_app.storage.base import table_of
from clerk_app.storage.engine import connect_raw, translated
from clerk_app.storage.statements import insert_into
from clerk_app.storage.tables import Workstation

DATABASE = "clerk.db"
BACKUPS = "backups"
KEPT = 5
LOCK_TIMEOUT_S = 5
NEEDED_ROOM = 2.2
"""Free room on the disk that a migration asks for, in sizes of the file."""

_IDENTIFY = insert_into(table_of(Workstation))
_SIDE_FILES = ("-wal", "-shm", "-journal")


class Migrated(NamedTuple):
    """Which revision the file had and has, and where the old file is; no backup when nothing was done."""

    before: str
    after: str
    backup: Path | None


def migrate(path: Path, key: bytes, *, scripts: Path | None = None) -> Migrated:
    """Bring the database file to the newest revision.

    Args:
        path: the database file.
        key: its raw key.
        scripts: other revisions than those the program ships with.

    Raises:
        EnvironmentProblem: `database_newer`, `database_locked` (it is open elsewhere), `disk_full`,
            `database_damaged`, or the file or its key is wrong.
    """
    try:
        with FileLock(str(path.with_suffix(".lock")), timeout=LOCK_TIMEOUT_S):
            _remove_leftovers(path)
            before = revision_of(path, key)
            head = schema.head_of(scripts)
            if before == head:
                return Migrated(before, head, None)
            schema.refuse_newer(before, scripts)
            return _migrate(path, key, before=before, head=head, scripts=scripts)
    except Timeout as error:
        raise EnvironmentProblem("database_locked", detail="migration") from error


def create(path: Path, key: bytes, identity: Identity) -> None:
    """Make a new database file of the newest revision for a workstation; it appears under its name when it is whole.

    Raises:
        EnvironmentProblem: `database_exists`, or disk.
    """
    if path.exists():
        raise EnvironmentProblem("database_exists", file=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(path)
    fresh = _temporary(path)
    connect_raw(fresh, key=key, create=True, wal=False).close()
    _upgrade(fresh, key, None)
    with closing(connect_raw(fresh, key=key, wal=False)) as driver:
        own = (1, identity.workstation, identity.office, identity.series, int(identity.founder), int(identity.training))
        _IDENTIFY.run(driver, own)
    _swap_in(fresh, path)


def revision_of(path: Path, key: bytes) -> str:
    """Return the revision of a file.

    Raises:
        EnvironmentProblem: `database_damaged` when it has no schema, or it cannot be opened.
    """
    with closing(connect_raw(path, key=key)) as driver, translated():
        found = driver.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = driver.execute("SELECT version_num FROM alembic_version").fetchone() if found else None
    if row is None:
        raise EnvironmentProblem("database_damaged", detail="no schema")
    return str(row[0])


def _migrate(path: Path, key: bytes, *, before: str, head: str, scripts: Path | None) -> Migrated:
    if shutil.disk_usage(path.parent).free < NEEDED_ROOM * path.stat().st_size:
        raise EnvironmentProblem("disk_full", detail="migration")
    fresh = _temporary(path)
    _copy(path, fresh, key)
    counts = _facts(fresh, key)
    _upgrade(fresh, key, scripts)
    if _facts(fresh, key) != counts:
        raise EnvironmentProblem("database_damaged", detail="migration lost rows")
    backup = _keep_old(path, before)
    _swap_in(fresh, path)
    _prune(backup.parent)
    return Migrated(before, head, backup)


def _copy(path: Path, target: Path, key: bytes) -> None:
    """Copy through the library while nobody else has the file open, and leave the original without a log beside it."""
    with closing(connect_raw(path, key=key)) as source, translated():
        source.execute("PRAGMA locking_mode=EXCLUSIVE")
        source.execute("BEGIN EXCLUSIVE")
        source.execute("COMMIT")
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with closing(connect_raw(target, key=key, create=True, wal=False)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    # The last connection removes the log when it closes; one that stays would be applied to the new file.
    for suffix in _SIDE_FILES:
        side = Path(f"{path}{suffix}")
        if side.exists() and side.stat().st_size:
            raise EnvironmentProblem("database_locked", detail=suffix)
        side.unlink(missing_ok=True)


def _facts(path: Path, key: bytes) -> tuple[tuple[str, object], ...]:
    """Return what no migration may change: that the file is whole, and how many acts of which chains it holds."""
    with closing(connect_raw(path, key=key, wal=False)) as driver, translated():
        answer = driver.execute("PRAGMA integrity_check").fetchone()
        if answer[0] != "ok":
            raise EnvironmentProblem("database_damaged", detail=str(answer[0]))
        chains = driver.execute(
            "SELECT workstation, count(*), max(seq), max(hash) FROM act GROUP BY workstation ORDER BY workstation"
        ).fetchall()
        bodies = driver.execute("SELECT count(*), sum(octet_length(body)) FROM payload").fetchone()
        fates = driver.execute("SELECT verdict, count(*) FROM act_fate GROUP BY verdict ORDER BY verdict").fetchall()
    return (("chains", chains), ("bodies", bodies), ("fates", fates))


def _upgrade(path: Path, key: bytes, scripts: Path | None) -> None:
    driver = connect_raw(path, key=key, wal=False)
    driver.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine("sqlite://", creator=lambda: driver, module=sqlcipher, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with translated():
            with engine.connect() as connection:
                schema.upgrade(connection, scripts)
                # What Alembic began and did not end, its own bookkeeping included, is one transaction.
                connection.commit()
            faults = driver.execute("PRAGMA foreign_key_check").fetchall()
        if faults:
            raise EnvironmentProblem("database_damaged", detail=f"{len(faults)} orphans")
    finally:
        engine.dispose()
        driver.close()
    _sync_file(path)


def _keep_old(path: Path, revision: str) -> Path:
    folder = path.parent / BACKUPS
    folder.mkdir(exist_ok=True)
    # When the old file was last written; its own time, since the store is told the clock and must not read one.
    stamp = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%dT%H%M%S%f")
    kept = folder / f"{path.stem}-{revision}-{stamp}.db"
    part = kept.with_suffix(".part")
    shutil.copyfile(path, part)
    _sync_file(part)
    part.replace(kept)
    _sync_folder(folder)
    return kept


def _swap_in(fresh: Path, path: Path) -> None:
    _sync_file(fresh)
    fresh.replace(path)
    _sync_folder(path.parent)


def _prune(folder: Path) -> None:
    kept = sorted(folder.glob("*.db"), key=lambda file: file.stat().st_mtime_ns)
    for old in kept[:-KEPT]:
        old.unlink()


def _temporary(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _remove_leftovers(path: Path) -> None:
    for left in (*path.parent.glob(f"{_temporary(path).name}*"), *(path.parent / BACKUPS).glob("*.part")):
        left.unlink()


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name != "posix":
        return  # Windows has no handle of a folder to flush; NTFS journals the rename
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
