import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clerk_app import paths
from clerk_app.domain.errors import EnvironmentProblem

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_finds_its_own_folders() -> None:
    assert paths.installation_root() == ROOT
    assert paths.database_definition("seed").is_dir()
    assert paths.resource() == ROOT / "resources"


def test_a_missing_file_is_an_environment_problem_that_names_it() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        paths.resource("fonts", "none.ttf")
    assert caught.value.code == "installation.file_missing"
    assert caught.value.params == {"file": "resources/fonts/none.ttf"}


@pytest.mark.parametrize(("bundled", "expected"), [(True, "clerk_app/_bundled"), (False, ".")])
def test_an_installation_elsewhere_finds_what_lies_in_or_beside_the_package(
    tmp_path: Path, *, bundled: bool, expected: str
) -> None:
    shutil.copytree(ROOT / "clerk_app", tmp_path / "clerk_app", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("db", "resources"):
        (tmp_path / expected / folder).mkdir(parents=True)
    program = "from clerk_app import paths; print(paths.installation_root())"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == (tmp_path / expected).resolve()
    assert bundled == ("_bundled" in done.stdout)


def test_an_installation_without_its_folders_says_so(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "clerk_app", tmp_path / "clerk_app", ignore=shutil.ignore_patterns("__pycache__"))
    program = "from clerk_app import paths; paths.resource()"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "EnvironmentProblem: installation.incomplete" in done.stderr
