"""Fixtures for every test that needs the shared server: a real PostgreSQL with TLS, one database for each test.

Import them where they are used: `from tests.central_server import central, empty_database, postgres, prepared` in a conftest.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from clerk_app.sync.access import ServerAccess
from clerk_app.sync.administration import add_workstation, init_central
from clerk_app.sync.own_server import OwnServer, own_server
from clerk_app.sync.server_schema import role_names

OFFICE = "TSYJ"
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class CentralDatabase:
    """One prepared database of the test server."""

    server: OwnServer
    database: str
    folder: Path
    office: str = OFFICE

    @property
    def url(self) -> str:
        return self.server.url(self.database)

    def add(self, code: str, *, founder: bool = False, series: str = "", replace: bool = False) -> ServerAccess:
        """Add a workstation and return its credentials, as its file holds them."""
        return add_workstation(
            self.url,
            self.server.password,
            ca=self.server.ca,
            office=self.office,
            code=code,
            founder=founder,
            series=series,
            replace=replace,
            out=self.folder / f"{code}.json",
        )

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        """Open the administrator's connection, to look or to break things."""
        return psycopg.connect(
            self.url,
            password=self.server.password,
            sslmode="verify-full",
            sslrootcert=str(self.server.ca_file),
            autocommit=True,
        )

    def ask(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Run one statement as the administrator, with the tables' schema on the path."""
        with self.connect() as connection:
            connection.execute("set search_path = clerk")
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []


@pytest.fixture(scope="session")
def postgres() -> Iterator[OwnServer]:
    """The test run's own server; a machine that cannot run it fails the tests, it skips none."""
    with own_server() as server:
        yield server


def _on_server(server: OwnServer, *statements: str) -> None:
    with psycopg.connect(
        server.url(), password=server.password, sslmode="verify-full", sslrootcert=str(server.ca_file), autocommit=True
    ) as connection:
        for statement in statements:
            connection.execute(statement)


def _new_database(server: OwnServer, *, template: str = "template1") -> str:
    name = f"clerk_test_{next(_numbers)}"
    _on_server(server, f"create database {name} template {template}")
    return name


def _drop(database: CentralDatabase) -> None:
    """Drop a test's database at once: hundreds of files each would make the end of the run slow."""
    _on_server(database.server, f"drop database {database.database} with (force)")


def _prepare(server: OwnServer, database: str) -> None:
    init_central(
        server.url(database), server.password, ca=server.ca, office=OFFICE, name="台山市应急管理局", training=True
    )


@pytest.fixture(scope="session")
def prepared(postgres: OwnServer) -> str:
    """A database that was set up once, to be copied: half the time of setting each one up."""
    name = _new_database(postgres)
    _prepare(postgres, name)
    return name


@pytest.fixture
def empty_database(postgres: OwnServer, tmp_path: Path) -> Iterator[CentralDatabase]:
    """A database in which nothing was set up yet."""
    database = CentralDatabase(postgres, _new_database(postgres), tmp_path)
    yield database
    _drop(database)


@pytest.fixture
def another_database(postgres: OwnServer, tmp_path: Path) -> Iterator[CentralDatabase]:
    """A second database in which nothing was set up yet."""
    database = CentralDatabase(postgres, _new_database(postgres), tmp_path)
    yield database
    _drop(database)


@contextmanager
def copied(postgres: OwnServer, template: str, folder: Path) -> Iterator[CentralDatabase]:
    """Copy a prepared database for a while; copies share their roles, so only the newest can be logged in to."""
    name = _new_database(postgres, template=template)
    # The right to connect is not copied.
    _, workstation = role_names(
        str(CentralDatabase(postgres, template, folder).ask("select epoch from server_state")[0][0])
    )
    _on_server(
        postgres,
        f"revoke all on database {name} from public",
        f"grant connect on database {name} to {workstation}",
    )
    database = CentralDatabase(postgres, name, folder)
    yield database
    _drop(database)


@pytest.fixture
def central(postgres: OwnServer, prepared: str, tmp_path: Path) -> Iterator[CentralDatabase]:
    """A database set up for one office with training data."""
    with copied(postgres, prepared, tmp_path) as database:
        yield database
