"""Puts small files on the disk so that a power cut leaves the old or the new one, never half of either."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path


def write_durably(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Replace `path` by `data`; both the bytes and the name are on the disk when this returns.

    Args:
        path: in an existing folder.
        data: the whole new content.
        mode: permissions of the new file before the process's mask; Windows knows the folder's rights only.

    Raises:
        OSError: the old file, if any, is then untouched.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_data(descriptor: int) -> None:
    """Put the bytes of an open file, and the size that finds them, on the disk."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a name in `folder` last; Windows keeps its folders itself and cannot open one."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
