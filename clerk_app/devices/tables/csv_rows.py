"""Rows of a CSV file in UTF-8 or GB 18030; a bad line is told and the lines after it are still read."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from clerk_app.devices.tables.rows import CellFault, RawRow, shown
from clerk_app.domain.errors import UsageProblem

_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8 = "utf-8"
_GB = "gb18030"
# A quote that was never closed would swallow the rest of the file.
_MOST_LINES_PER_RECORD = 50
# Bytes of a line of GB 18030 that also form UTF-8 by chance: 9 make the chance less than one in a million.
_FEWEST_TELLING_BYTES = 9
_NON_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The text of every physical line, and the numbers (from 1) of those that are in another encoding."""

    texts: list[str]
    broken: frozenset[int]


def csv_rows(data: bytes) -> Iterator[RawRow]:
    """Yield every record of `data`, the header first, with the line on which it begins.

    Quoted cells may hold line ends. A line in another encoding, with unbalanced quotes or with a cell beyond 131,072
    characters comes with a fault.

    Raises:
        UsageProblem: `table.encoding` if the header is neither UTF-8 nor GB 18030, `table.empty` if there is nothing.
    """
    lines = _decoded(data)
    delimiter = _delimiter(lines.texts)
    width: int | None = None
    at = 0
    while at < len(lines.texts):
        row, used = _record(lines.texts, at=at, delimiter=delimiter, width=width)
        broken = lines.broken.intersection(range(at + 1, at + used + 1))
        at += used
        if broken:
            row = RawRow(row.line, row.cells, (_encoding_fault(row, line=min(broken)),))
        if row.is_blank:
            continue
        width = len(row.cells) if width is None else width
        yield row


def _decoded(data: bytes) -> _Lines:
    if data.startswith(_WIDE_BOMS):
        raise UsageProblem("table.encoding")
    body = data.removeprefix(_BOM)
    if b"\n" not in body:
        body = body.replace(b"\r", b"\n")
    raw = list(io.BytesIO(body))
    encoding = _UTF_8 if data.startswith(_BOM) else _encoding(raw)
    texts: list[str] = []
    broken: set[int] = set()
    for number, line in enumerate(raw, start=1):
        text = _in(encoding, line)
        if text is None or (encoding == _GB and _is_surely_utf_8(line)):
            broken.add(number)
            text = _in(_UTF_8, line) or _in(_GB, line) or line.decode(encoding, errors="replace")
        texts.append(text)
    return _Lines(texts=texts, broken=frozenset(broken))


def _encoding(raw: list[bytes]) -> str:
    """Let the header decide; if it is plain ASCII, the majority of the lines that are not."""
    header = next((line for line in raw if line.strip()), None)
    if header is None:
        raise UsageProblem("table.empty")
    if b"\0" in header:
        raise UsageProblem("table.encoding")
    if header.isascii():
        telling = [_in(_UTF_8, line) is not None for line in raw if not line.isascii()]
        return _UTF_8 if 2 * sum(telling) >= len(telling) else _GB
    for encoding in (_UTF_8, _GB):
        if _in(encoding, header) is not None:
            return encoding
    raise UsageProblem("table.encoding")


def _in(encoding: str, line: bytes) -> str | None:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_surely_utf_8(line: bytes) -> bool:
    return len(_NON_ASCII.findall(line)) >= _FEWEST_TELLING_BYTES and _in(_UTF_8, line) is not None


def _delimiter(texts: list[str]) -> str:
    """Take a tab or semicolon for the delimiter if the header has no comma."""
    header = next((text for text in texts if text.strip()), "")
    return next((sign for sign in (",", "\t", ";") if sign in header), ",")


def _record(texts: list[str], *, at: int, delimiter: str, width: int | None) -> tuple[RawRow, int]:
    """Read the record that begins at `texts[at]`; give it and the number of physical lines that it takes."""
    lines = itertools.islice(texts, at, at + _MOST_LINES_PER_RECORD)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        return _malformed(texts[at], line=at + 1, delimiter=delimiter), 1
    except StopIteration:
        return RawRow(at + 1, ()), 1
    if reader.line_num > 1 and width is not None and _has_swallowed_rows(cells, delimiter=delimiter, width=width):
        return _malformed(texts[at], line=at + 1, delimiter=delimiter), 1
    return RawRow(at + 1, tuple(cell.replace("\r\n", "\n") for cell in cells)), reader.line_num


def _has_swallowed_rows(cells: list[str], *, delimiter: str, width: int) -> bool:
    """Say whether a stray quote met another one further down: then only the line with the first is given up."""
    inner = (line for cell in cells if "\n" in cell for line in cell.split("\n"))
    return len(cells) != width or (width > 2 and any(line.count(delimiter) >= width - 1 for line in inner))


def _malformed(text: str, *, line: int, delimiter: str) -> RawRow:
    cells = tuple(text.rstrip("\r\n").split(delimiter))
    place = next((index for index, cell in enumerate(cells) if '"' in cell or "\r" in cell), 0)
    return RawRow(line, cells, (CellFault(place, shown(cells[place]), "row.malformed"),))


def _encoding_fault(row: RawRow, *, line: int) -> CellFault:
    place = next((index for index, cell in enumerate(row.cells) if not cell.isascii()), 0)
    value = row.cells[place] if row.cells else ""
    return CellFault(place, shown(value), "encoding", (("line", str(line)),))
