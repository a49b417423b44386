"""Brings a database to what this program needs of a shared server: tables, functions, rules and rights, all or nothing.

It runs in the one transaction of the connection it is given; PostgreSQL makes tables and roles in transactions too.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import LiteralString

import psycopg
from psycopg import sql

from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.domain.exchange import PROTOCOL
from clerk_app.paths import database_definition
from clerk_app.sync.server_rules import CENTRAL, PROTOCOL_MIN, procedure_rows, refused_text, stream_rules

OLDEST_SERVER = 150_000
"""PostgreSQL 15."""

_FUNCTIONS = ("naming", "judging", "sending", "reading", "leasing", "credentials")

Connection = psycopg.Connection[tuple[object, ...]]
Migrate = Callable[[], None]


def role_names(epoch: str) -> tuple[str, str]:
    """Return the names of the owning role and of the workstations' common role of a server (roles belong to the cluster)."""
    tag = role_tag(epoch)
    return f"clerk_{tag}_owner", f"clerk_{tag}_workstation"


def role_tag(epoch: str) -> str:
    """Return what tells the roles of one server from those of another in the same cluster."""
    return uuid.UUID(epoch).hex[:8]


def known_epoch(connection: Connection) -> str | None:
    """Return the epoch of the server in this database, or None when nothing was set up yet."""
    if connection.execute("select to_regclass('clerk.server_state')").fetchone() == (None,):
        return None
    found = connection.execute("select epoch from clerk.server_state").fetchone()
    return str(found[0]) if found else None


def check_server(connection: Connection) -> None:
    """Refuse a server that is too old or keeps its texts in another encoding.

    Raises:
        EnvironmentProblem: `server_too_old`, `server_encoding`.
    """
    version = connection.info.server_version
    if version < OLDEST_SERVER:
        raise EnvironmentProblem("server_too_old", version=version // 10_000, needed=OLDEST_SERVER // 10_000)
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise EnvironmentProblem("server_encoding", encoding=encoding)


def prepare(connection: Connection, migrate: Migrate, *, office: str, name: str, training: bool) -> str:
    """Create or bring up to date everything, and register the office; return the server's epoch. Nothing is committed.

    Raises:
        RuleViolation: `training_mismatch` when the server holds the other kind of data.
    """
    check_server(connection)
    connection.execute("select pg_advisory_xact_lock(hashtext('clerk central init'))")
    epoch = known_epoch(connection) or str(uuid.uuid4())
    owner, workstation = role_names(epoch)
    _make_roles(connection, owner=owner, workstation=workstation)
    _run(connection, "set local role {owner}", owner=owner)
    connection.execute("set local search_path = clerk, pg_temp")
    connection.execute("set local client_min_messages = warning")
    migrate()
    for part in _FUNCTIONS:
        connection.execute(_definition(part))
    _write_rules(connection)
    _write_state(connection, epoch=epoch, training=training)
    _register_office(connection, office=office, name=name)
    connection.execute("reset role")
    connection.execute(_definition("rights").format(workstation=sql.Identifier(workstation)))
    return epoch


def _make_roles(connection: Connection, *, owner: str, workstation: str) -> None:
    for role in (owner, workstation):
        if connection.execute("select from pg_roles where rolname = %s", [role]).fetchone() is None:
            _run(connection, "create role {role} nologin", role=role)
    _run(connection, "grant {owner} to current_user", owner=owner)
    database = connection.info.dbname
    _run(connection, "revoke all on database {database} from public", database=database)
    _run(connection, "grant connect on database {database} to {role}", database=database, role=workstation)
    for schema in ("clerk", "clerk_api"):
        _run(connection, "create schema if not exists {schema} authorization {owner}", schema=schema, owner=owner)
    superuser = connection.execute("select rolsuper from pg_roles where rolname = current_user").fetchone()
    if superuser == (True,):
        # Everybody may make large objects, table rights or not; only a superuser can take that away.
        connection.execute(
            "revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) from public"
        )


@contextmanager
def in_one_transaction(connect: Callable[[], Connection]) -> Iterator[tuple[Connection, Migrate]]:
    """Open a connection whose one transaction both we and Alembic work in; commit at the end, or leave no trace."""
    # Loaded only here: the exchange itself does without SQLAlchemy.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import NullPool

    engine = create_engine("postgresql+psycopg://", creator=connect, poolclass=NullPool)
    with engine.begin() as bound:
        raw = bound.connection.driver_connection
        if not isinstance(raw, psycopg.Connection):
            raise TypeError(type(raw))

        def migrate() -> None:
            config = Config()
            config.set_main_option("script_location", str(database_definition("migrations", "central")))
            config.attributes["connection"] = bound
            try:
                command.upgrade(config, "head")
            except DBAPIError as exc:
                raise exc.orig if isinstance(exc.orig, psycopg.Error) else exc from exc

        yield raw, migrate


def _write_rules(connection: Connection) -> None:
    connection.execute("delete from procedure_row")
    connection.execute("delete from stream_rule")
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into procedure_row values (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                (
                    r.place,
                    r.kind,
                    r.source,
                    r.target,
                    list(r.roles),
                    list(r.guards),
                    r.when_field,
                    r.when_value,
                    r.ledger,
                )
                for r in procedure_rows()
            ],
        )
        cursor.executemany(
            "insert into stream_rule values (%s, %s, %s, %s, %s, %s, %s)",
            [
                (r.kind, r.stream_type, r.legal, list(r.roles), r.own_workstation, r.by_procedure, r.founding)
                for r in stream_rules()
            ],
        )


def _write_state(connection: Connection, *, epoch: str, training: bool) -> None:
    kept = connection.execute("select training from server_state").fetchone()
    if kept is not None and kept[0] is not training:
        raise RuleViolation("training_mismatch")
    connection.execute(
        "insert into server_state (epoch, training, protocol_min, protocol_max, refused_text) values (%s, %s, %s, %s, %s)"
        " on conflict (only_row) do update set protocol_min = excluded.protocol_min,"
        " protocol_max = excluded.protocol_max, refused_text = excluded.refused_text",
        [epoch, training, PROTOCOL_MIN, PROTOCOL, refused_text()],
    )


def _register_office(connection: Connection, *, office: str, name: str) -> None:
    connection.execute(
        "insert into office (office, name) values (%s, %s) on conflict (office) do update set name = excluded.name",
        [office, name],
    )
    connection.execute("insert into counter (office) values (%s) on conflict do nothing", [office])
    connection.execute(
        "insert into workstation (office, code, series) values (%s, %s, '') on conflict do nothing", [office, CENTRAL]
    )


def _definition(name: str) -> sql.SQL:
    text = database_definition("sql", f"{name}.sql").read_text(encoding="utf-8")
    return sql.SQL(text)  # our own file, not anybody's input


def _run(connection: Connection, statement: LiteralString, **names: str) -> None:
    connection.execute(sql.SQL(statement).format(**{key: sql.Identifier(name) for key, name in names.items()}))
