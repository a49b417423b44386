"""The technical log: JSON lines in the data folder, for whoever repairs the program; never the audit trail, which is the acts.

What is written holds no ID number and no telephone number (masked here), and no text of an exception (it may quote a name): of an exception
only its type, its stable code and its places are kept.
"""

from __future__ import annotations

import contextlib
import json
import logging
import re
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from clerk_app.domain.errors import ClerkError

FOLDER = "logs"
_MAX_BYTES = 2 * 1024 * 1024
_KEPT = 5
_LEVEL = logging.INFO

# Not inside a longer run of letters or digits: hashes, UUIDs, waybills and case numbers stay readable.
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(?:\d{17}[0-9Xx]|\d{15})(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z-])(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?![0-9A-Za-z])")
_LANDLINE = re.compile(r"(?<![0-9A-Za-z-])0\d{2,3}[- ]\d{7,8}(?![0-9A-Za-z])")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")


def masked(text: str) -> str:
    """Return the text with ID numbers and telephone numbers, in half or full width, replaced by words."""
    text = text.translate(_FULL_WIDTH)
    text = _IDENTITY.sub("[id-number]", text)
    text = _LANDLINE.sub("[telephone]", text)
    return _MOBILE.sub("[telephone]", text)


class PersonalDataFilter(logging.Filter):
    """Masks every record before any handler formats it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the message by its masked form; the record always passes."""
        record.msg = masked(record.getMessage())
        record.args = None
        return True


class JsonLines(logging.Formatter):
    """One record is one line: time (UTC), level, logger, event, and for a bug the exception without its text."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line of JSON."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = described(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def described(error: BaseException) -> list[dict[str, object]]:
    """Return an exception and what caused it, outermost first, without any text that may hold personal data."""
    chain: list[dict[str, object]] = []
    current: BaseException | None = error
    while current is not None:
        frames = traceback.extract_tb(current.__traceback__)
        one: dict[str, object] = {
            "type": f"{type(current).__module__}.{type(current).__qualname__}",
            "places": [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames],
        }
        if isinstance(current, ClerkError):
            one["code"] = current.code
        chain.append(one)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return chain


def configure(data_dir: Path, *, program: str = "window") -> Path:
    """Send the log of this process to `logs/<program>.log` in the data folder, and return that file.

    A second call replaces what the first one set. Give each kind of process (`window`, `command`) its own name.
    """
    folder = data_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{program}.log"
    handler = RotatingFileHandler(path, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.rotator = _rotate
    handler.setFormatter(JsonLines())
    handler.addFilter(PersonalDataFilter())
    handler.set_name("clerk-app")
    release()
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(_LEVEL)
    return path


def release() -> None:
    """Close the log file that `configure` opened, so that its folder can be removed."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if one.get_name() == "clerk-app"]:
        root.removeHandler(handler)
        handler.close()


def _rotate(source: str, target: str) -> None:
    # On Windows a file that another process holds open cannot be renamed: the log then grows a little longer.
    with contextlib.suppress(OSError):
        Path(source).replace(target)
