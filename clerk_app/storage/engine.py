"""Opens the encrypted file: one writer engine and one query-only reader engine, and a check that the settings took.

SQLCipher with a raw 32-byte key, `isolation_level=None` and our own BEGIN, WAL with `synchronous=FULL`: a commit that
was acknowledged survives a power cut. Library errors are translated here, at the edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from clerk_app.domain.errors import EnvironmentProblem

BUSY_TIMEOUT_MS = 5_000
KEY_BYTES = 32
READERS = 4

WANTED_PRAGMAS: tuple[tuple[str, str | int], ...] = (
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("busy_timeout", BUSY_TIMEOUT_MS),
)
"""What every connection must answer; 2 is FULL."""

_CODES = {
    sqlcipher.SQLITE_BUSY: "database_locked",
    sqlcipher.SQLITE_LOCKED: "database_locked",
    sqlcipher.SQLITE_FULL: "disk_full",
    sqlcipher.SQLITE_IOERR: "disk_error",
    sqlcipher.SQLITE_CANTOPEN: "disk_error",
    sqlcipher.SQLITE_READONLY: "read_only",
    sqlcipher.SQLITE_CORRUPT: "database_damaged",
    sqlcipher.SQLITE_NOTADB: "database_damaged",
}
_PRIMARY_CODE = 0xFF


def problem_of(error: BaseException | None) -> EnvironmentProblem | None:
    """Return the environment problem that a driver error means, or None when it is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, sqlcipher.Error) or not isinstance(code, int):
        return None
    known = _CODES.get(code & _PRIMARY_CODE)
    return EnvironmentProblem(known, detail=getattr(error, "sqlite_errorname", code)) if known else None


@contextmanager
def translated() -> Iterator[None]:
    """Turn driver errors of a block that speaks to the driver itself into environment problems."""
    try:
        yield
    except sqlcipher.Error as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise problem from error


def connect_raw(path: Path, *, key: bytes, create: bool = False, wal: bool = True) -> sqlcipher.Connection:
    """Open the file with its key and the settings every connection has.

    Raises:
        EnvironmentProblem: `database_missing`, `database_key_wrong`, or the disk is in the way.
    """
    if len(key) != KEY_BYTES:
        raise EnvironmentProblem("database_key_wrong", detail="length")
    if not create and not path.exists():
        raise EnvironmentProblem("database_missing", file=path.name)
    with translated():
        connection = sqlcipher.connect(
            str(path), timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
        )
    try:
        _unlock(connection, key)
        with translated():
            if wal:
                connection.execute("PRAGMA journal_mode=WAL")
            for name, value in WANTED_PRAGMAS[1:]:
                connection.execute(f"PRAGMA {name}={value}")
            connection.execute("PRAGMA cache_size=-16000")
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: sqlcipher.Connection, key: bytes) -> None:
    # The library writes a failed page check to stderr; the error that we raise says it better.
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlcipher.SQLITE_NOTADB:
            raise EnvironmentProblem("database_key_wrong", detail="page") from error
        problem = problem_of(error)
        if problem is None:
            raise
        raise problem from error


def pragma_faults(connection: sqlcipher.Connection) -> tuple[tuple[str, str], ...]:
    """Return each setting that reads back otherwise than wanted, with what it says."""
    found = []
    for name, wanted in WANTED_PRAGMAS:
        answer = connection.execute(f"PRAGMA {name}").fetchone()
        value = answer[0] if answer else None
        if value != wanted:
            found.append((name, str(value)))
    return tuple(found)


def make_engine(path: Path, *, key: bytes, writer: bool) -> Engine:
    """Return an engine over the file: the writer begins at once and holds one connection, readers only query.

    Raises:
        EnvironmentProblem: from every use, when lock, disk or file are in the way.
    """

    def connection() -> sqlcipher.Connection:
        opened = connect_raw(path, key=key)
        if not writer:
            opened.execute("PRAGMA query_only=ON")
        return opened

    engine = create_engine(
        "sqlite://",
        creator=connection,
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=1 if writer else READERS,
        max_overflow=0,
        pool_timeout=BUSY_TIMEOUT_MS / 1000,
    )
    begin = "BEGIN IMMEDIATE" if writer else "BEGIN"

    def on_begin(sqla: Connection) -> None:
        # A unit of work has begun on the driver already; Core questions inside it join in.
        driver = driver_of(sqla)
        if not driver.in_transaction:
            with translated():
                driver.execute(begin)

    event.listen(engine, "begin", on_begin)
    event.listen(engine, "handle_error", _on_error)
    return engine


def _on_error(context: ExceptionContext) -> None:
    problem = problem_of(context.original_exception)
    if problem is not None:
        raise problem from context.original_exception


def check_settings(engine: Engine) -> None:
    """Refuse to run on a connection whose settings did not take.

    Raises:
        EnvironmentProblem: `database_settings`, naming the first setting.
    """
    with engine.connect() as connection:
        faults = pragma_faults(driver_of(connection))
    if faults:
        raise EnvironmentProblem("database_settings", setting=faults[0][0], value=faults[0][1])


def driver_of(connection: Connection) -> sqlcipher.Connection:
    """Return the driver's connection beneath, for statements compiled once (see `statements`)."""
    raw: sqlcipher.Connection = connection.connection.dbapi_connection
    return raw


def checked_out(engine: Engine) -> Connection:
    """Take a connection from the pool.

    Raises:
        EnvironmentProblem: `database_locked` when all are busy for the whole timeout.
    """
    try:
        return engine.connect()
    except PoolTimeout as error:
        _locked(error)


def _locked(error: Exception) -> NoReturn:
    raise EnvironmentProblem("database_locked", detail="pool") from error
