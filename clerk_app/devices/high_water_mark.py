"""Keeps the highest numbers ever given in a file of its own, outside the database and its backups; it gives no numbers.

A restored database would give yesterday's numbers again; this file still knows today's. It only grows: a header, then one line for each raise,
each with a check sum, each on the disk before `raise_to` returns (one `fdatasync`, a tenth of the cost of writing and renaming a file).
When the lines have become many the file is written anew, one line for each name, and renamed into place.

A last line without its line break was never acknowledged (the power went while it was written) and is passed over. Anything else that
does not check is `mark_damaged`: to go on from zero would print a number twice.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from clerk_app.devices.durable import sync_data, write_durably
from clerk_app.domain.errors import EnvironmentProblem

_TITLE = b"clerk-app high-water mark 1 "
_HEADER_BYTES = len(_TITLE) + 16 + 1
_REWRITE_BYTES = 64 * 1024
_REWRITE_BYTES_PER_NAME = 400
_LOCK_SECONDS = 10.0


class FileHighWaterMark:
    """The marks in one file, safe for several threads and processes.

    Raises (every method):
        EnvironmentProblem: `mark_damaged`, `mark_unwritable`, or `mark_busy` when another program holds it for ten seconds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file_lock = FileLock(
            path.with_name(path.name + ".lock"), timeout=_LOCK_SECONDS, thread_local=False, preserve_lock_file=True
        )
        self._thread_lock = threading.Lock()
        self._suspect = False  # after a failed sync the page cache may lie: only a new file is believed
        self._seen: tuple[int, int, int] | None = None
        self._forget()

    def get(self, name: str) -> int:
        """Return the mark, 0 if there is none."""
        with self._thread_lock:
            if self._is_new():  # the lock costs more than the question, and most questions find nothing new
                with self._held():
                    self._read()
            return self._marks.get(name, 0)

    def raise_to(self, name: str, value: int) -> None:
        """Make the mark at least `value`; it is on the disk when this returns, and is never lowered."""
        with self._thread_lock, self._held():
            self._read()
            if value <= self._marks.get(name, 0):
                self._settle()
                return
            grown = self._end > _REWRITE_BYTES + _REWRITE_BYTES_PER_NAME * len(self._marks)
            if self._suspect or grown or not self._header:
                self._rewrite(self._marks | {name: value})
            else:
                self._append(name, value)

    @contextmanager
    def _held(self) -> Iterator[None]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._file_lock:
                yield
                self._seen = _signature(self._path)
        except Timeout as exc:
            raise EnvironmentProblem("mark_busy", path=self._path) from exc
        except OSError as exc:
            raise EnvironmentProblem("mark_unwritable", path=self._path, reason=exc.strerror or exc) from exc

    def _is_new(self) -> bool:
        return _signature(self._path) != self._seen or self._suspect

    def _forget(self) -> None:
        self._seen = None
        self._header = b""
        self._end = 0
        self._marks: dict[str, int] = {}
        self._settled = False

    def _read(self) -> None:
        """Take in what was written since the last look, by whomever; the header's random part tells a file written anew."""
        try:
            file = self._path.open("rb")
        except FileNotFoundError:
            if self._header:
                raise self._damage() from None
            return
        with file:
            header = file.read(_HEADER_BYTES)
            if header != self._header or not header:
                self._forget()
                if not (header.startswith(_TITLE) and header.endswith(b"\n") and len(header) == _HEADER_BYTES):
                    raise self._damage()
                self._header = header
                self._end = _HEADER_BYTES
            if os.fstat(file.fileno()).st_size < self._end:
                raise self._damage()
            file.seek(self._end)
            self._take(file.read())

    def _take(self, data: bytes) -> None:
        whole, line_break, _torn = data.rpartition(b"\n")
        if not line_break:
            return
        found: dict[str, int] = {}
        for line in whole.split(b"\n"):
            record = self._parsed(line)
            if record is None:
                self._forget()
                raise self._damage()
            name, value = record
            found[name] = max(value, found.get(name, 0))
        for name, value in found.items():
            self._marks[name] = max(value, self._marks.get(name, 0))
        self._end += len(whole) + 1
        self._settled = False

    def _parsed(self, line: bytes) -> tuple[str, int] | None:
        try:
            name, value = json.loads(line[9:])
        except (ValueError, TypeError):
            return None
        if not isinstance(name, str) or not isinstance(value, int) or _line(self._header, name, value) != line + b"\n":
            return None
        return name, value

    def _append(self, name: str, value: int) -> None:
        line = _line(self._header, name, value)
        self._suspect = True
        with self._path.open("r+b") as file:
            file.seek(self._end)
            file.truncate()
            file.write(line)
            file.flush()
            sync_data(file.fileno())
        self._suspect = False
        self._end += len(line)
        self._marks[name] = value
        self._settled = True

    def _settle(self) -> None:
        """Make sure that a line which another process wrote, and perhaps died over, is on the disk."""
        if self._suspect:
            self._rewrite(self._marks)
        elif not self._settled and self._header:
            with self._path.open("r+b") as file:
                sync_data(file.fileno())
            self._settled = True

    def _rewrite(self, marks: dict[str, int]) -> None:
        self._suspect = True
        header = _TITLE + secrets.token_hex(8).encode() + b"\n"
        data = header + b"".join(_line(header, name, value) for name, value in sorted(marks.items()))
        write_durably(self._path, data)
        self._header = header
        self._end = len(data)
        self._marks = dict(marks)
        self._settled = True
        self._suspect = False

    def _damage(self) -> EnvironmentProblem:
        return EnvironmentProblem("mark_damaged", path=self._path)


def _signature(path: Path) -> tuple[int, int, int] | None:
    """Return what changes with every writing, or None when there is no file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _line(header: bytes, name: str, value: int) -> bytes:
    text = json.dumps([name, value]).encode()
    return f"{zlib.crc32(header + text):08x} ".encode() + text + b"\n"
