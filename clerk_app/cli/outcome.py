"""What a command answers: plain data for `--json`, text for people, and an exit code."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import msgspec


class Exit(IntEnum):
    """Exit codes of the contract."""

    DONE = 0
    WORDS = 2
    IN_PART = 3
    RULE = 4
    ENVIRONMENT = 5
    BUG = 70


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a command: `plain` becomes the JSON document, `text` is for people, `notes` go to standard error."""

    plain: object
    text: str
    code: Exit = Exit.DONE
    notes: tuple[str, ...] = ()


def show(outcome: Outcome, *, as_json: bool) -> None:
    """Write the answer: with `as_json` one document on standard output and nothing else there."""
    for note in outcome.notes:
        print(note, file=sys.stderr)
    if as_json:
        show_json(outcome.plain)
    elif outcome.text:
        print(outcome.text)


def show_json(plain: object) -> None:
    """Write one JSON document, readable by people too."""
    body = msgspec.json.format(msgspec.json.encode(plain), indent=2)
    print(body.decode())


def table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return rows under headers in columns as wide as their widest cell; a Chinese character is two columns wide."""
    cells = [list(headers), *([("" if one is None else str(one)) for one in row] for row in rows)]
    widths = [max(_width(row[place]) for row in cells) for place in range(len(headers))]
    lines = [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in cells
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def pairs(rows: Sequence[tuple[str, object]]) -> str:
    """Return label and value line by line; values of None and empty texts are left out."""
    kept = [(label, str(value)) for label, value in rows if value is not None and value != ""]
    width = max((_width(label) for label, _ in kept), default=0)
    return "\n".join(f"{label}{' ' * (width - _width(label))}  {value}" for label, value in kept)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
