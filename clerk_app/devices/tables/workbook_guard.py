"""Looks into a workbook before it is opened: nothing that would fill the memory or run gets to the reader behind.

The reader (calamine) believes what a file says of itself; a file of 200 KB can make it ask for gigabytes.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

from clerk_app.devices.tables.rows import MAX_FILE_BYTES
from clerk_app.domain.errors import UsageProblem

MAX_RATIO = 200
MAX_ENTRIES = 2000
MAX_CELLS = 4_000_000
"""Greatest area from A1 to the last used cell; the reader keeps every cell of it, empty or not."""
MAX_TEXT = 300 * 1024 * 1024
"""Greatest number of characters when every shared text is counted as often as it is used."""

# What zipfile, zlib and expat raise over files that were cut, altered or made up.
_BROKEN = (zipfile.BadZipFile, zlib.error, expat.ExpatError, ValueError, LookupError, NotImplementedError, EOFError)
_CHUNK = 1 << 16
_LONGEST_KEPT = 1000
_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER = 30


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The sheet to read, and its formula cells: (row, column), both from 0, to the formula's text."""

    name: str
    formulas: dict[tuple[int, int], str]


def inspect_workbook(data: bytes) -> SheetPlan:
    """Give the first visible sheet of a workbook if it is safe to open.

    Raises:
        UsageProblem: `table.bomb` for a file that unpacks to too much, `table.encrypted`, `table.damaged`,
            `table.not_workbook` for another kind of zip file, `table.too_large` for a sheet beyond `MAX_CELLS`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspect(archive, data=data)
    except _BROKEN as exc:
        raise UsageProblem("table.damaged") from exc


def _inspect(archive: zipfile.ZipFile, *, data: bytes) -> SheetPlan:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise UsageProblem("table.bomb")
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise UsageProblem("table.encrypted")
    by_name = {_part_name(entry.filename): entry for entry in entries}
    if len(by_name) != len(entries):
        raise UsageProblem("table.damaged")
    if "xl/workbook.xml" not in by_name:
        raise UsageProblem("table.not_workbook")
    budget = min(MAX_FILE_BYTES, MAX_RATIO * max(len(data), 1))
    left = budget
    for entry in entries:
        left -= sum(map(len, _unpacked(data, entry=entry, budget=left)))
    name, path = _first_sheet(data, by_name=by_name)
    scan = _SheetScan()
    _parse(_unpacked(data, entry=by_name[path], budget=budget), handler=scan)
    if shared := by_name.get("xl/sharedstrings.xml"):
        lengths = _SharedLengths()
        _parse(_unpacked(data, entry=shared, budget=budget), handler=lengths)
        if sum(lengths.found.get(index, 0) * count for index, count in scan.shared_uses.items()) > MAX_TEXT:
            raise UsageProblem("table.bomb")
    return SheetPlan(name=name, formulas=scan.formulas)


def _unpacked(data: bytes, *, entry: zipfile.ZipInfo, budget: int) -> Iterator[bytes]:
    """Unpack what is really there: the sizes that a zip file states are no promise."""
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    start = entry.header_offset + _LOCAL_HEADER
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        if len(packed) > budget:
            raise UsageProblem("table.bomb")
        yield bytes(packed)
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise UsageProblem("table.damaged")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked = 0
    rest: bytes | memoryview = packed
    while rest and not inflater.eof:
        piece = inflater.decompress(rest, _CHUNK)
        unpacked += len(piece)
        if unpacked > budget:
            raise UsageProblem("table.bomb")
        yield piece
        rest = inflater.unconsumed_tail
    if not inflater.eof:
        raise UsageProblem("table.damaged")


class _Handler:
    """What a pass over one XML part looks at; names come as written, perhaps with a prefix.

    The reader behind does not look at namespaces either, so nothing can hide in another one.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text."""

    def end(self, name: str) -> None:
        """Take the end of an element."""


class _SheetScan(_Handler):
    """Finds the formula cells, the used area and how often each shared text is used."""

    def __init__(self) -> None:
        self.formulas: dict[tuple[int, int], str] = {}
        self.shared_uses: Counter[int] = Counter()
        self._row = self._column = -1
        self._bottom = self._right = 0
        self._is_shared = False
        self._is_wanted = False
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._text = ""
        element = _local(name)
        self._is_wanted = element in ("v", "f")
        if element == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif element == "c":
            self._row, self._column = _place(attributes.get("r", ""), row=self._row, column=self._column + 1)
            self._is_shared = attributes.get("t") == "s"
            self._bottom, self._right = max(self._bottom, self._row + 1), max(self._right, self._column + 1)
            if self._bottom * self._right > MAX_CELLS:
                raise UsageProblem("table.too_large")

    def text(self, text: str) -> None:
        if self._is_wanted and len(self._text) < _LONGEST_KEPT:
            self._text += text

    def end(self, name: str) -> None:
        if not self._is_wanted:
            return
        if _local(name) == "f":
            self.formulas[self._row, self._column] = self._text
        elif self._is_shared and self._text:
            self.shared_uses[int(self._text)] += 1
        self._is_wanted = False


class _SharedLengths(_Handler):
    """Measures each shared text."""

    def __init__(self) -> None:
        self.found: dict[int, int] = {}
        self._index = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        if _local(name) == "si":
            self._index += 1

    def text(self, text: str) -> None:
        self.found[self._index] = self.found.get(self._index, 0) + len(text)


class _Elements(_Handler):
    """Collects all elements of a small part with their attributes."""

    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.found.append((_local(name), {_local(key): value for key, value in attributes.items()}))


def _first_sheet(data: bytes, *, by_name: dict[str, zipfile.ZipInfo]) -> tuple[str, str]:
    """Give the name and the part of the first visible worksheet."""
    book, links = _Elements(), _Elements()
    _parse(_unpacked(data, entry=by_name["xl/workbook.xml"], budget=MAX_FILE_BYTES), handler=book)
    _parse(_unpacked(data, entry=by_name["xl/_rels/workbook.xml.rels"], budget=MAX_FILE_BYTES), handler=links)
    targets = {link["Id"]: link for name, link in links.found if name == "Relationship"}
    for name, sheet in book.found:
        if name != "sheet" or sheet.get("state", "visible") != "visible":
            continue
        link = targets[sheet["id"]]
        path = _part_name(posixpath.normpath(posixpath.join("/xl", link["Target"])).lstrip("/"))
        if link["Type"].endswith("/worksheet") and path in by_name:
            return sheet["name"], path
    raise UsageProblem("table.empty")


def _parse(pieces: Iterator[bytes], *, handler: _Handler) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = handler.start
    parser.CharacterDataHandler = handler.text
    parser.EndElementHandler = handler.end
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def _part_name(name: str) -> str:
    """Give the name of a part as the reader behind compares it: without regard to case and the kind of slash."""
    return name.replace("\\", "/").lower()


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_doctype(*_: object) -> None:
    raise UsageProblem("table.damaged")


def _place(reference: str, *, row: int, column: int) -> tuple[int, int]:
    """Read a reference such as `AB12` as (row, column) from 0; without one the place is the next in the row."""
    if not reference:
        return row, column
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, _column(letters)


@lru_cache(maxsize=16_384)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + int(letter, 36) - 9
    return number - 1
