"""Commands run in this process over a training office that is made once and copied for each test."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from clerk_app.__main__ import main
from tests.central_server import CentralDatabase, empty_database, postgres

__all__ = ["empty_database", "postgres"]

FOUNDED = "2020-09-21T08:30"
"""When the training office of the tests was founded: a Monday."""


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)


class Commands:
    """Runs commands on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *words: object) -> Answer:
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)

    def __call__(self, *words: object, now: str = FOUNDED) -> Answer:
        """Run on the data folder at an instant of the training office."""
        return self.run("--data-dir", self.folder, "--now", now, "--json", *words)

    def plainly(self, *words: object) -> Answer:
        return self.run(*words, "--data-dir", self.folder)

    def done(self, *words: object, now: str = FOUNDED) -> dict:
        """Run what must succeed and return its JSON object."""
        answer = self(*words, now=now)
        assert answer.code == 0, answer.err
        assert isinstance(answer.json, dict)
        return answer.json

    def file(self, content: object) -> Path:
        """Write a JSON file for a command."""
        path = self.folder.parent / "told.json"
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    def act(self, case: str, kind: str, content: dict | None = None, *, now: str = FOUNDED, user: str = "") -> dict:
        """Record an act that must be taken."""
        return self.done(
            "case", "act", case, kind, self.file(content or {}), *(("--as", user) if user else ()), now=now
        )


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "data"
    assert main(["init", "--training", "--data-dir", str(folder), "--now", FOUNDED, "--json"]) == 0
    return folder


@pytest.fixture
def training(founded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    folder = tmp_path / "data"
    shutil.copytree(founded, folder)
    return Commands(folder, capsys)


@pytest.fixture
def bare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Commands without a data folder."""
    return Commands(tmp_path / "nothing here", capsys)


@pytest.fixture
def application() -> Callable[..., dict]:
    """Make the application of a dealer in chemicals; every material is in order."""

    def make(**changes: object) -> dict:
        return {
            "item": "WHJY",
            "kind": "new",
            "applicant": {
                "type": "entity",
                "name": "台山市伍记危化品贸易有限公司",
                "id_type": "credit_code",
                "id_number": "91440781MA4UJK1E44",
                "legal_representative": "伍小明",
                "address": "台山市台城街道石化路1号",
                "phone": "13800000000",
            },
            "fields": {
                "business_mode": "零售",
                "storage_mode": "不带有储存设施",
                "scope": "汽油、柴油",
                "registered_address": "台山市台城街道石化路1号",
                "business_place": "台山市台城街道石化路1号",
            },
            **changes,
        }

    return make


@dataclass(frozen=True)
class SharedOffice:
    """The founder's data folder with a prepared server, and the words that reach it."""

    founder: Commands
    database: CentralDatabase

    @property
    def words(self) -> tuple[object, ...]:
        return (self.database.url, "--ca", self.database.server.ca_file)

    def add(self, code: str) -> Path:
        """Add a workstation; its credentials file."""
        file = self.founder.folder.parent / f"{code}.json"
        self.founder.done("central", "add-workstation", code, *self.words, "--out", file)
        return file

    def join(self, code: str, capsys: pytest.CaptureFixture[str]) -> Commands:
        """Add a workstation and let it join with an empty folder."""
        file = self.add(code)
        second = Commands(self.founder.folder.parent / code, capsys)
        second.done("init", "--join", file)
        return second


@pytest.fixture
def shared(training: Commands, empty_database: CentralDatabase, monkeypatch: pytest.MonkeyPatch) -> SharedOffice:
    monkeypatch.setenv("CLERK_CENTRAL_PASSWORD", empty_database.server.password)
    office = SharedOffice(training, empty_database)
    training.done("central", "init", *office.words)
    return office
