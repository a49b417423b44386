"""What the administrator of the shared server does: set it up, add workstations, look, revoke.

Every function opens one connection as the server's administrator, works in one transaction and closes it. The password is an argument of its
own: an address never carries one.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from clerk_app.domain.errors import EnvironmentProblem, RuleViolation, UsageProblem
from clerk_app.sync.access import ServerAccess
from clerk_app.sync.connecting import connect, problem_of
from clerk_app.sync.server_rules import CENTRAL
from clerk_app.sync.server_schema import Connection, in_one_transaction, known_epoch, prepare, role_names, role_tag

_ROLE_LIMIT = 63
_DEFAULT_PORT = 5432


@dataclass(frozen=True, slots=True)
class WorkstationInfo:
    """One workstation as the server knows it."""

    office: str
    code: str
    series: str
    label: str
    founder: bool
    acts: int
    seen_at: datetime | None
    verified_at: datetime | None
    program: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class CentralStatus:
    """The shared server at a glance; `incidents` are clashes of identity that somebody must look at."""

    version: str
    epoch: str
    training: bool
    acts: int
    groups_set_aside: int
    incidents: int
    workstations: tuple[WorkstationInfo, ...]


@dataclass(frozen=True, slots=True)
class _Address:
    host: str
    port: int
    database: str
    user: str


def init_central(url: str, password: str, *, ca: str, office: str, name: str = "", training: bool) -> CentralStatus:
    """Set the server up for an office, or bring it up to date; doing it again changes nothing.

    Args:
        url: ``postgresql://USER@HOST[:PORT]/DATABASE``, the database existing and the user its owner with CREATEROLE.
        password: the user's.
        ca: PEM of the authority that signs the server's certificate.
        office: the code under which acts name their office.
        name: the bureau, for people.
        training: whether the server is for training data only.

    Raises:
        UsageProblem: `address_wrong`, `password_in_address`.
        EnvironmentProblem: not reachable, not trusted, no right (`server_login`), too old, another encoding.
        RuleViolation: `training_mismatch`.
    """
    address = _address(url)
    try:
        with in_one_transaction(lambda: _open(address, password, ca)) as (connection, migrate):
            prepare(connection, migrate, office=office, name=name or office, training=training)
            return _status(connection)
    except psycopg.Error as exc:
        raise problem_of(exc) from exc


def add_workstation(
    url: str,
    password: str,
    *,
    ca: str,
    office: str,
    code: str,
    out: Path,
    series: str = "",
    founder: bool = False,
    replace: bool = False,
) -> ServerAccess:
    """Give a workstation a login of its own and write its credentials file `out`.

    Without `series` the next free number series of two digits is taken; `replace` gives a known one a new password.

    Raises:
        RuleViolation: `workstation_exists`, `series_in_use`, `office_unknown`.
        UsageProblem, EnvironmentProblem: as `init_central`; `server_not_prepared`.
    """
    secret = secrets.token_urlsafe(24)
    with _administering(url, password, ca) as connection:
        epoch, training = _prepared(connection)
        role = f"clerk_{role_tag(epoch)}_{office}_{code}"
        if len(role.encode()) > _ROLE_LIMIT or code == CENTRAL or not code.isascii():
            raise UsageProblem("workstation_code_wrong", workstation=code)
        known = connection.execute(
            "select series, founder from clerk.workstation where office = %s and code = %s", [office, code]
        ).fetchone()
        if known is not None and not replace:
            raise RuleViolation("workstation_exists", workstation=code)
        if known is None:
            series = _register(connection, office=office, code=code, role=role, series=series, founder=founder)
        else:
            series, founder = str(known[0]), bool(known[1])
        _give_login(connection, epoch=epoch, role=role, secret=secret)
        address = _address(url)
        access = ServerAccess(
            host=address.host,
            port=address.port,
            database=address.database,
            user=role,
            password=secret,
            ca=ca,
            office=office,
            workstation=code,
            series=series,
            epoch=epoch,
            training=training,
            founder=founder,
        )
        access.save(out)  # before the commit: a login that nobody has the password of helps nobody
        return access


def central_status(url: str, password: str, *, ca: str) -> CentralStatus:
    """Return what the server holds; also the answer of `central list`."""
    with _administering(url, password, ca) as connection:
        return _status(connection)


def revoke_workstation(url: str, password: str, *, ca: str, office: str, code: str) -> CentralStatus:
    """End a workstation's login at once; what it sent stays. Raises `workstation_unknown`."""
    with _administering(url, password, ca) as connection:
        _prepared(connection)
        row = connection.execute(
            "update clerk.workstation set revoked_at = clock_timestamp()"
            " where office = %s and code = %s and login_role is not null returning login_role",
            [office, code],
        ).fetchone()
        if row is None:
            raise RuleViolation("workstation_unknown", workstation=code)
        connection.execute(sql.SQL("alter role {} nologin").format(sql.Identifier(str(row[0]))))
        return _status(connection)


def rename_workstation(url: str, password: str, *, ca: str, office: str, code: str, label: str) -> CentralStatus:
    """Give a workstation a label for people; its code stands in acts and stays. Raises `workstation_unknown`."""
    with _administering(url, password, ca) as connection:
        _prepared(connection)
        changed = connection.execute(
            "update clerk.workstation set label = %s where office = %s and code = %s and login_role is not null",
            [label, office, code],
        )
        if changed.rowcount != 1:
            raise RuleViolation("workstation_unknown", workstation=code)
        return _status(connection)


@contextmanager
def _administering(url: str, password: str, ca: str) -> Iterator[Connection]:
    connection = _open(_address(url), password, ca)
    try:
        with connection:
            yield connection
    except psycopg.Error as exc:
        raise problem_of(exc) from exc


def _open(address: _Address, password: str, ca: str) -> Connection:
    return connect(
        host=address.host,
        port=address.port,
        database=address.database,
        user=address.user,
        password=password,
        ca=ca,
        autocommit=False,
    )


def _address(url: str) -> _Address:
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORT
    except ValueError as exc:
        raise UsageProblem("address_wrong") from exc
    if parts.password is not None or "password" in parts.query:
        raise UsageProblem("password_in_address")
    database = parts.path.lstrip("/")
    if parts.scheme not in {"postgresql", "postgres"} or not parts.hostname or not parts.username or not database:
        raise UsageProblem("address_wrong")
    return _Address(parts.hostname, port, database, parts.username)


def _prepared(connection: Connection) -> tuple[str, bool]:
    """Act as the owner of the tables; return epoch and whether it is a training server."""
    epoch = known_epoch(connection)
    if epoch is None:
        raise EnvironmentProblem("server_not_prepared")
    row = connection.execute("select training from clerk.server_state").fetchone()
    return epoch, row == (True,)


def _register(connection: Connection, *, office: str, code: str, role: str, series: str, founder: bool) -> str:
    found = connection.execute("select from clerk.office where office = %s for update", [office]).fetchone()
    if found is None:
        raise RuleViolation("office_unknown", office=office)
    taken = {
        str(row[0])
        for row in connection.execute("select series from clerk.workstation where office = %s", [office]).fetchall()
    }
    series = series or next(free for number in range(1, 100) if (free := f"{number:02d}") not in taken)
    if series in taken:
        raise RuleViolation("series_in_use", series=series)
    connection.execute(
        "insert into clerk.workstation (office, code, login_role, series, founder) values (%s, %s, %s, %s, %s)",
        [office, code, role, series, founder],
    )
    return series


def _give_login(connection: Connection, *, epoch: str, role: str, secret: str) -> None:
    """Create or renew the login; the server is given the SCRAM verifier, never the password."""
    verifier = connection.pgconn.encrypt_password(secret.encode(), role.encode(), b"scram-sha-256").decode()
    exists = connection.execute("select from pg_roles where rolname = %s", [role]).fetchone()
    name = sql.Identifier(role)
    if exists is None:
        connection.execute(sql.SQL("create role {} nologin").format(name))
    connection.execute(
        sql.SQL(
            "alter role {} login nosuperuser nocreatedb nocreaterole noreplication connection limit 2 password {}"
        ).format(name, sql.Literal(verifier))
    )
    _, workstation = role_names(epoch)
    connection.execute(sql.SQL("grant {} to {}").format(sql.Identifier(workstation), name))
    for setting, value in (
        ("statement_timeout", "60s"),
        ("lock_timeout", "15s"),
        ("idle_in_transaction_session_timeout", "30s"),
        ("idle_session_timeout", "10min"),
    ):
        connection.execute(
            sql.SQL("alter role {} set {} = {}").format(name, sql.Identifier(setting), sql.Literal(value))
        )


def _status(connection: Connection) -> CentralStatus:
    epoch, training = _prepared(connection)
    version = connection.execute("select version_num from clerk.alembic_version").fetchone()
    counts = connection.execute(
        "select (select count(*) from clerk.act where position is not null),"
        " (select count(*) from clerk.sent_group where verdict in ('conflict', 'refused', 'waiting')),"
        " (select count(*) from clerk.incident)"
    ).fetchone()
    rows = connection.execute(
        "select w.office, w.code, w.series, w.label, w.founder, w.head_seq, w.seen_at,"
        " (select max(v.at) from clerk.verified_log v where v.office = w.office and v.workstation = w.code),"
        " w.program, w.revoked_at is not null"
        " from clerk.workstation w where w.login_role is not null order by w.office, w.code"
    ).fetchall()
    if version is None or counts is None:
        raise EnvironmentProblem("server_not_prepared")
    return CentralStatus(
        version=str(version[0]),
        epoch=epoch,
        training=training,
        acts=int(str(counts[0])),
        groups_set_aside=int(str(counts[1])),
        incidents=int(str(counts[2])),
        workstations=tuple(WorkstationInfo(*row) for row in rows),  # type: ignore[arg-type]  # columns in its order
    )
