"""Who may import whom: the rules hold, and each of them notices when it is broken."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANTED = {
    "domain/planted.py": "import clerk_app.ports",
    "services/planted.py": "import sqlalchemy",
    "storage/planted.py": "import clerk_app.services.planted",
    "sync/planted.py": "import clerk_app.storage.planted",
    "documents/planted.py": "import PySide6.QtGui",
    "devices/planted.py": "import clerk_app.ui",
    "ui/planted.py": "import clerk_app.storage.planted",
    "cli/planted.py": "import PySide6.QtCore\nimport psycopg",
}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("rules")
    shutil.copytree(ROOT / "clerk_app", copy / "clerk_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def linted(checkout: Path) -> tuple[int, str]:
    program = str(Path(sys.executable).parent / "lint-imports")
    env = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [program, "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=checkout, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_each_import_rule_notices_when_it_is_broken(checkout: Path) -> None:
    for name, line in PLANTED.items():
        (checkout / "clerk_app" / name).write_text(f'"""Planted."""\n\n{line}\n')
    try:
        status, said = linted(checkout)
    finally:
        for name in PLANTED:
            (checkout / "clerk_app" / name).unlink()
    assert status == 1
    unnoticed = [
        (source, line)
        for name, lines in PLANTED.items()
        for line in lines.splitlines()
        for source in ["clerk_app." + name.removesuffix(".py").replace("/", ".")]
        if f"{source} -> {target(line)}" not in " ".join(said.split())
    ]
    assert unnoticed == [], said


def target(line: str) -> str:
    """What the linter names: our module in full, of a library only its first name."""
    module = line.removeprefix("import ")
    return module if module.startswith("clerk_app") else module.partition(".")[0]


def test_the_import_rules_hold(checkout: Path) -> None:
    status, said = linted(checkout)
    assert status == 0, said
