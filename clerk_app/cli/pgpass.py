"""Looks a password up where PostgreSQL's own programs keep it (`PGPASSFILE`, `~/.pgpass`); it never writes there."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_PARTS = re.compile(r"((?:\\.|[^:\\])*)(?::|$)")


def remembered_password(*, host: str, port: int, database: str, user: str) -> str | None:
    """Return the password of the first line that fits, or None.

    A file that others may read is passed over, as PostgreSQL does.

    Source: PostgreSQL documentation, The Password File.
    """
    file = _file()
    try:
        if sys.platform != "win32" and file.stat().st_mode & 0o077:
            return None
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    wanted = (host, str(port), database, user)
    for line in lines:
        cells = [re.sub(r"\\(.)", r"\1", cell) for cell in _PARTS.findall(line)[:5]]
        if line.startswith("#") or len(cells) < 5:
            continue
        if all(cell in ("*", value) for cell, value in zip(cells, wanted, strict=False)):
            return cells[4]
    return None


def _file() -> Path:
    if named := os.environ.get("PGPASSFILE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", "")) / "postgresql" / "pgpass.conf"
    return Path.home() / ".pgpass"
