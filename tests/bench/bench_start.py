"""Start-up against a bare PySide6 window in the same run: the shell, and the rows of 今日待办 of a 10,000-case file.

``python tests/bench/bench_start.py [--cases N] [--rounds N]`` prints ratios of medians. The time of the password's hash is apart: it is
spent on purpose. Both run offscreen in processes of their own, by turns, after one warm-up.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.bench.figures import publish  # noqa: E402
from tests.bench.large_office import make_large_office  # noqa: E402

SHELL_AIM, ROWS_AIM = 1.6, 3.0


def child(*words: str) -> dict[str, float]:
    """Run one start and return its milestones in milliseconds."""
    done = subprocess.run(
        [sys.executable, str(HERE / "start_window.py"), *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "QT_LOGGING_RULES": "*=false"},
    )
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser()
    words.add_argument("--cases", type=int, default=10_000)
    words.add_argument("--rounds", type=int, default=7)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "office"
        make_large_office(folder, given.cases, today=date.today())  # noqa: DTZ011 — today is when the list is read
        child("bare")
        child("clerk", str(folder))
        bare, ours = [], []
        for _ in range(given.rounds):
            bare.append(child("bare"))
            ours.append(child("clerk", str(folder)))
    floor = median(one["shell"] for one in bare)
    shell = median(one["shell"] for one in ours)
    # What a person waits for: until the shell, then from the accepted password to the rows and the letter.
    rows = median(one["shell"] + one["letter"] - one["signed_in"] for one in ours)
    hashing = median(one["signed_in"] - one["asked"] for one in ours)
    publish(
        "start_shell",
        what="start: sign-in screen painted / bare PySide6 window painted",
        figure=f"{shell / floor:.2f}× (aim ≤ {SHELL_AIM}×)",
        by="python tests/bench/bench_start.py",
    )
    publish(
        "start_rows",
        what=f"start: rows of 今日待办 ({given.cases:,} cases) painted and a letter typed / bare window, hash apart",
        figure=f"{rows / floor:.2f}× (aim ≤ {ROWS_AIM}×)",
        by="python tests/bench/bench_start.py",
    )
    print(
        f"bare {floor:.0f} ms, shell {shell:.0f} ms, rows and letter {rows:.0f} ms, sign-in with hash {hashing:.0f} ms"
    )


if __name__ == "__main__":
    main()
