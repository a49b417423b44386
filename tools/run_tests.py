"""Run the checks and the tests part by part and say how long each took; with names of parts, only those.

A part that is listed here and has no tests fails: a folder that vanished must not look like a success.
A folder of tests that nobody listed is run as well, under the name "other".
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
BIN = Path(sys.executable).parent
BUDGET_S = 360
WORKERS = ["-n", str(min(os.cpu_count() or 1, 4))]

# Cheap first. Parts whose tests are quicker than starting a second process, or share one long walk, run in one.
PARTS: dict[str, list[str]] = {
    "domain": WORKERS,
    "frame": WORKERS,
    "services": WORKERS,
    "storage": WORKERS,
    "documents": WORKERS,
    "devices": [],
    "sync": WORKERS,
    "cli": WORKERS,
    "ui": WORKERS,
    "journey": [],
}
# Measured by `make bench` and `make soak`; what tests share lies in `support`.
APART = {"bench", "soak", "support"}

LINT = (
    ["ruff", "format", "--check", "."],
    ["ruff", "check", "."],
    ["lint-imports", "--no-logo"],
    ["deptry", "."],
    ["codespell"],
    ["mypy"],
)


def run(command: list[str]) -> bool:
    """Run one program of .venv in the checkout; say so only if it fails."""
    result = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if result.returncode:
        print(f"--- {' '.join(command)}\n{result.stdout}{result.stderr}")
    return result.returncode == 0


def lint() -> bool:
    """Run every static check, not only up to the first that fails."""
    failed = [command for command in LINT if not run(command)]
    return not failed


def pytest(folders: list[Path], options: list[str]) -> bool:
    """Run the tests of some folders; no test at all is a failure (pytest's exit code 5)."""
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", *options, *map(str, folders)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def others() -> list[Path]:
    """Return the folders and files of tests that no part names."""
    found = [path for path in TESTS.iterdir() if path.name not in PARTS and path.name not in APART]
    folders = [path for path in found if path.is_dir() and next(path.rglob("test_*.py"), None)]
    return sorted(folders + list(TESTS.glob("test_*.py")))


def run_part(name: str) -> bool:
    """Run one part by its name."""
    if name == "lint":
        return lint()
    if name == "other":
        return pytest(others(), WORKERS)
    folder = TESTS / name
    if not folder.is_dir():
        print(f"no such part: {name} (tests/{name} is missing)")
        return False
    return pytest([folder], PARTS.get(name, []))


def main(names: list[str]) -> int:
    """Run the parts named, or all; return the exit code."""
    names = names or ["lint", *PARTS, *(["other"] if others() else [])]
    rows: list[tuple[str, float, bool]] = []
    for name in names:
        print(f"== {name}", flush=True)
        started = time.monotonic()
        passed = run_part(name)
        rows.append((name, time.monotonic() - started, passed))
    total = sum(seconds for _, seconds, _ in rows)
    print("\npart        seconds")
    for name, seconds, passed in rows:
        print(f"{name:<10} {seconds:8.1f}  {'ok' if passed else 'FAILED'}")
    over = " — OVER THE BUDGET" if total > BUDGET_S else ""
    print(f"{'total':<10} {total:8.1f}  of {BUDGET_S}{over}")
    return 0 if all(passed for _, _, passed in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
