"""The set-up reads the machine's package settings as pip does, and the commands are what they say."""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"clerk_tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE_VENV = tool("make_venv")
LISTING = r"""
:env:.cert='/etc/certs.pem'
:env:.index-url='https://mirror.example/simple'
global.cert='/etc/older.pem'
global.index-url='https://slower.example/simple'
global.extra-index-url='https://one.example/simple https://two.example/simple'
global.trusted-host='one.example\ntwo.example'
install.find-links='https://wheels.example/a https://wheels.example/b'
global.find-links='https://wheels.example/unused'
global.timeout='90'
freeze.timeout='1'
"""


def test_pip_settings_reach_uv_and_the_environment_wins_over_files(tmp_path: Path) -> None:
    certificates = tmp_path / "certs.pem"
    certificates.touch()
    listing = LISTING.replace("/etc/certs.pem", str(certificates))
    env = MAKE_VENV.uv_environment(MAKE_VENV.parse_pip_config(listing), {})
    assert env["UV_DEFAULT_INDEX"] == "https://mirror.example/simple"
    assert env["UV_INDEX"] == "https://one.example/simple https://two.example/simple"
    assert env["UV_INSECURE_HOST"] == "one.example two.example"
    assert env["UV_FIND_LINKS"] == "https://wheels.example/a,https://wheels.example/b"
    assert env["SSL_CERT_FILE"] == str(certificates)
    assert env["UV_HTTP_TIMEOUT"] == "90"


def test_what_is_already_set_for_uv_stays() -> None:
    env = MAKE_VENV.uv_environment(
        MAKE_VENV.parse_pip_config(LISTING), {"UV_DEFAULT_INDEX": "https://mine.example/simple"}
    )
    assert env["UV_DEFAULT_INDEX"] == "https://mine.example/simple"


def test_a_folder_of_packages_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    listing = f"global.extra-index-url='file://{tmp_path}/here file://{tmp_path}/gone'"
    env = MAKE_VENV.uv_environment(MAKE_VENV.parse_pip_config(listing), {})
    assert env["UV_INDEX"] == f"file://{tmp_path}/here"


def test_without_settings_uv_keeps_its_own_defaults() -> None:
    assert set(MAKE_VENV.uv_environment({}, {})) == {"UV_INDEX_STRATEGY"}


def test_the_environment_in_use_is_the_one_of_the_lock() -> None:
    stamp = Path(sys.prefix) / MAKE_VENV.STAMP.name
    assert stamp.read_text() == MAKE_VENV.fingerprint()


def test_make_alone_explains_every_command() -> None:
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for command in ("run", "test", "setup", "lint", "bench", "soak", "demo", "build", "help"):
        assert f"\n  {command} " in said


def test_the_build_machine_runs_make_test_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    lines = [line for line in script.read_text().splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert lines == ["exec make test"]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_part_without_tests_fails(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = tool("run_tests")
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(runner, "TESTS", tmp_path)
    assert runner.main([name]) == 1


def test_a_folder_that_nobody_listed_is_run_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = tool("run_tests")
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / "test_it.py").write_text("def test_it():\n    pass\n")
    monkeypatch.setattr(runner, "TESTS", tmp_path)
    assert runner.others() == [tmp_path / "fresh"]


def test_the_pinned_uv_is_the_one_in_use() -> None:
    marker = ROOT / "build" / "bootstrap" / ".lock-sha256"
    assert marker.read_text() == hashlib.sha256(MAKE_VENV.UV_LOCK.read_bytes()).hexdigest()
