"""Every test of the exchange talks to a real PostgreSQL over TLS."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from clerk_app.sync.access import ServerAccess
from clerk_app.sync.own_server import OwnServer
from tests.central_server import CentralDatabase, another_database, central, copied, empty_database, postgres, prepared
from tests.sync.builders import Desk, founding, send, series, verdicts
from tests.sync.windows import START, Window, opened, window

__all__ = ["another_database", "central", "empty_database", "postgres", "prepared"]

CODES = ("W01", "W02")


@dataclass(frozen=True)
class JoinedOffice:
    """An office with two workstations that know the same, at rest: to be copied for every test."""

    database: str
    folder: Path


@pytest.fixture(scope="session")
def joined_office(
    postgres: OwnServer, prepared: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[JoinedOffice]:
    folder = tmp_path_factory.mktemp("joined")
    with copied(postgres, prepared, folder) as database:
        for code in CODES:
            one = window(database, code, founder=code == "W01")
            assert one.exchange().verified
            one.store.close()
        yield JoinedOffice(database.database, folder)


@pytest.fixture
def joined(postgres: OwnServer, joined_office: JoinedOffice, tmp_path: Path) -> Iterator[CentralDatabase]:
    """The database of the joined office."""
    with copied(postgres, joined_office.database, tmp_path) as database:
        yield database


@pytest.fixture
def pair(joined: CentralDatabase, joined_office: JoinedOffice) -> Iterator[tuple[Window, Window]]:
    """Two workstations of one office, both up to date."""
    made = []
    for code in CODES:
        folder = joined.folder / f"window-{code}"
        shutil.copytree(joined_office.folder / folder.name, folder)
        made.append(opened(folder, joined.add(code, replace=True), at=START + timedelta(minutes=5)))
    yield made[0], made[1]
    for one in made:
        one.store.close()


@pytest.fixture
def first(central: CentralDatabase) -> tuple[Desk, ServerAccess]:
    access, desk = central.add("W01", founder=True), Desk("W01")
    answers = send(access, desk.write(*founding(), actor="admin"), desk.write(series(), actor="admin"))
    assert verdicts(answers) == ["taken", "taken"]
    return desk, access


@pytest.fixture
def second(central: CentralDatabase, first: tuple[Desk, ServerAccess]) -> tuple[Desk, ServerAccess]:
    desk = Desk("W02")
    desk.saw(*first[0].sent)
    return desk, central.add("W02")
