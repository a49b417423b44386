"""Keeps a measured figure for the docs: ``docs/figures.json``, written only by ``make bench``."""

from __future__ import annotations

import json
import os
from pathlib import Path

_FILE = Path(__file__).resolve().parents[2] / "docs" / "figures.json"


def publish(name: str, *, what: str, figure: str, by: str) -> None:
    """Print a figure, and keep it for the docs when `CLERK_BENCH_PUBLISH` is set (``make bench`` sets it)."""
    print(f"{what}: {figure}")
    if not os.environ.get("CLERK_BENCH_PUBLISH"):
        return
    figures = json.loads(_FILE.read_text(encoding="utf-8")) if _FILE.exists() else {}
    figures[name] = {"what": what, "figure": figure, "by": by}
    _FILE.write_text(json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
