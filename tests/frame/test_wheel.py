"""The wheel, built the way it is released (checkout, sdist, wheel): what is in it, and that it runs away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--skip-dependency-check",
        "--outdir",
        str(out),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(folder: str) -> set[str]:
    """Files that must reach the user: what git takes, and the compiled catalogues, which git does not."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", folder]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    known = {name for name in listing.split("\0") if name and (ROOT / name).is_file()}
    return known | {str(path.relative_to(ROOT)) for path in (ROOT / folder).glob("i18n/*.qm")}


@pytest.mark.parametrize("folder", ["db", "resources"])
def test_wheel_holds_every_file_of_the_folder(names: set[str], folder: str) -> None:
    wanted = shipped(folder)
    assert wanted
    assert {f"clerk_app/_bundled/{name}" for name in wanted} - names == set()


def test_every_catalogue_was_compiled_and_is_in_the_wheel(names: set[str]) -> None:
    sources = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    assert sources
    assert {f"clerk_app/_bundled/resources/i18n/{source.stem}.qm" for source in sources} - names == set()


def test_wheel_holds_nothing_at_the_top_but_the_package(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"clerk_app"}
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_wheel_runs_its_self_test_from_the_root_folder(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    home = tmp_path / "home"
    home.mkdir()
    env = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(tmp_path / "site"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    where = subprocess.run(
        [sys.executable, "-c", "from clerk_app import paths; print(paths.installation_root())"],
        cwd="/",
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.strip() == str(tmp_path / "site" / "clerk_app" / "_bundled")
    done = subprocess.run(
        [sys.executable, "-m", "clerk_app", "self-test"], cwd="/", env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
