"""The program proves itself in a process of its own, with an empty home and no display."""

import json
import os
import subprocess
import sys

import pytest


@pytest.mark.timeout(180)
def test_the_program_proves_itself_with_an_empty_home(tmp_path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment = {**kept, "HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "clerk_app", "self-test", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert [one for one in answer["checks"] if not one["ok"]] == []
    assert (done.returncode, answer["ok"]) == (0, True)
    names = {one["name"] for one in answer["checks"]}
    assert {"versions", "translators", "icons", "fonts", "papers", "database", "keyring", "exit_codes"} <= names
    # Where the system's font cache cannot be written, fontconfig keeps one of its own in the home; nothing of ours is left.
    left = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*")}
    assert all(one == ".cache" or one.startswith(".cache/fontconfig") for one in left), left
