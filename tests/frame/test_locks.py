"""The locks: complete, hashed, free of addresses, and agreeing with each other and with what is declared."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-program.lock", ROOT / "tools" / "requirements-uv.lock"]
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,-]+\])?==([^ ;\\]+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text()))


def declared(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_holds_no_address_and_no_host_name(lock: Path) -> None:
    text = re.sub(r"\s*--hash=sha256:[0-9a-f]{64}", "", lock.read_text())
    assert "://" not in text
    assert not re.search(r"--(?:extra-)?index|--find-links|--trusted|@ ", text)
    bare = re.sub(r"==[^ ;\\]+", "", text)
    assert not re.search(r"\b[a-z0-9-]+\.(?:com|org|net|io|cn|dev)\b", bare)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_carries_a_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text().strip())
    assert entries
    assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.lock", ("dev", "demo", "freeze")), ("requirements-program.lock", ("freeze",))]
)
def test_lock_satisfies_everything_that_is_declared(lock: str, extras: tuple[str, ...]) -> None:
    locked = pins(ROOT / lock)
    wrong = [
        str(need)
        for need in declared(*extras)
        if canonicalize_name(need.name) not in locked or locked[canonicalize_name(need.name)] not in need.specifier
    ]
    assert wrong == []


def test_the_program_is_frozen_with_the_versions_that_were_tested() -> None:
    tested = pins(LOCKS[0])
    assert {name: version for name, version in pins(LOCKS[1]).items() if tested.get(name) != version} == {}


def test_qt_is_locked_to_the_version_that_keeps_its_references_on_python_3_11() -> None:
    assert pins(LOCKS[0])["pyside6-essentials"] == "6.9.3"
