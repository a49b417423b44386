"""Rows as they stand in a file, before headers give them names; shared by the readers of CSV and of workbooks."""

from __future__ import annotations

from dataclasses import dataclass

from clerk_app.domain.textrules import refusal_of

REJECT_COLUMNS = ("行号", "列", "原因")
"""Columns that the sheet of rejected rows adds at its right end; they are passed over when it is read again."""

MAX_FILE_BYTES = 100 * 1024 * 1024
"""Greatest size of a file, and of all that a workbook unpacks to."""

_LONGEST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell (`index` from 0) of a row, whatever its column is called."""

    index: int
    value: str
    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: the line of the file on which it begins, its cells, and what was wrong with the row as such.

    A row with faults is not judged further: its cells may be cut in the wrong places.
    """

    line: int
    cells: tuple[str, ...]
    faults: tuple[CellFault, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Say whether the row holds nothing at all."""
        return not self.faults and not any(cell.strip() for cell in self.cells)


def shown(value: str) -> str:
    """Give a value for a message: at most 100 characters, invisible and harmful ones spelt out as `‹U+202E›`."""
    cut = value[:_LONGEST_SHOWN] + ("…" if len(value) > _LONGEST_SHOWN else "")
    return "".join(f"‹U+{ord(char):04X}›" if refusal_of(char) else char for char in cut)
