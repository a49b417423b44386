"""What an import brings with it: Qt and the heavy libraries come when they are needed, not before."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"PySide6", "sqlalchemy", "alembic", "psycopg", "reportlab", "pypdfium2", "openpyxl", "pydantic", "docx"}


def loaded_by(statement: str, *, cwd: Path) -> set[str]:
    program = f"import sys\n{statement}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=cwd, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["paths", "settings", "logs", "wording", "domain.case", "domain.acts"])
def test_light_modules_load_nothing_heavy(module: str, tmp_path: Path) -> None:
    assert loaded_by(f"import clerk_app.{module}", cwd=tmp_path) & HEAVY == set()


def test_asking_for_the_version_loads_nothing_heavy(tmp_path: Path) -> None:
    assert loaded_by("import clerk_app.__main__", cwd=tmp_path) & HEAVY == set()


def test_the_commands_load_no_qt(tmp_path: Path) -> None:
    assert "PySide6" not in loaded_by("import clerk_app.cli", cwd=tmp_path)


def test_settings_of_a_folder_without_the_file_cost_no_pydantic(tmp_path: Path) -> None:
    statement = "import pathlib, clerk_app.settings as s; s.load(pathlib.Path('nowhere'))"
    assert "pydantic" not in loaded_by(statement, cwd=tmp_path)
