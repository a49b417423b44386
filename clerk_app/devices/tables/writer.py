"""Writes sheets for people: every cell is text, so that no number loses digits and nothing is ever run."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from clerk_app.devices.tables.reader import read_table
from clerk_app.devices.tables.rows import REJECT_COLUMNS
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import LedgerProblem, LedgerTable
from clerk_app.domain.textrules import looks_like_formula

MAX_ROWS = 1_048_575
"""Rows that a sheet has room for beside its header."""
MAX_CELL_CHARS = 32_767
"""Characters that a cell has room for; a spreadsheet drops a longer text altogether."""

# The same rows make the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_NARROWEST, _WIDEST = 8, 60
_FEWEST_WIDTH_SAMPLES = 200


def write_sheet(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str = "数据") -> int:
    """Write a workbook with one sheet, whole or not at all, and give the number of rows.

    Raises:
        EnvironmentProblem: `table.cannot_write`, or `table.too_many_rows` beyond 1,048,575.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        count = _write(unfinished, headers=headers, rows=rows, sheet=sheet)
        unfinished.replace(path)
    except (OSError, XlsxWriterException) as exc:
        raise EnvironmentProblem("table.cannot_write", file=path.name) from exc
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return count


def write_rejects(
    path: Path,
    table: LedgerTable,
    problems: Sequence[LedgerProblem],
    *,
    reason: Callable[[LedgerProblem], str],
) -> int:
    """Write the rejected rows of `table` with their lines, columns and reasons, and give the number of rows.

    The sheet has the columns of the file and three more at its right end. Mended, it is read by `read_table` as it is.

    Args:
        path: where the workbook goes; an older one is replaced.
        table: the table as it was read.
        problems: those of the reader and of whoever judged the rows, in any order; several of a line share its row.
        reason: makes the sentence of a problem.

    Raises:
        EnvironmentProblem: as `write_sheet`.
    """
    cells_by_line = {row.line: row.cells for row in table.rows}
    rows = []
    for line, group in groupby(sorted(problems, key=lambda problem: problem.line), key=lambda problem: problem.line):
        of_line = list(group)
        cells = cells_by_line.get(line, {})
        columns = "、".join(dict.fromkeys(problem.column for problem in of_line if problem.column))
        reasons = "；".join(dict.fromkeys(reason(problem).rstrip("。；") for problem in of_line))
        rows.append([*(cells.get(header, "") for header in table.headers), str(line), columns, reasons])
    return write_sheet(path, [*table.headers, *REJECT_COLUMNS], rows, sheet="退回行")


class LedgerFiles:
    """Reads and writes ledger files for the import (`ports.LedgerReader`)."""

    def __init__(self, *, reason: Callable[[LedgerProblem], str]) -> None:
        """Take the function that makes the sentence of a problem; devices know no wording."""
        self._reason = reason

    def read(self, path: Path) -> LedgerTable:
        """Read a file as `read_table` does."""
        return read_table(path)

    def write_rejects(self, path: Path, table: LedgerTable, problems: Sequence[LedgerProblem]) -> None:
        """Write the rejected rows as `write_rejects` does."""
        write_rejects(path, table, problems, reason=self._reason)


def _write(path: Path, *, headers: Sequence[str], rows: Iterable[Sequence[str]], sheet: str) -> int:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": False}
    book = Workbook(str(path), options)
    book.set_properties({"created": _CREATED})
    page = book.add_worksheet(sheet)
    text = book.add_format({"num_format": "@"})
    # The mark keeps a text a text even after somebody has edited the cell.
    guarded = book.add_format({"num_format": "@", "quote_prefix": True})
    page.write_row(0, 0, headers, book.add_format({"bold": True, "num_format": "@", "bottom": 1}))
    widths = [_columns_of(header) for header in headers]
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > MAX_ROWS:
            raise EnvironmentProblem("table.too_many_rows", limit=MAX_ROWS)
        for column, value in enumerate(row):
            page.write_string(count, column, _fitting(value), guarded if looks_like_formula(value) else text)
        if count <= _FEWEST_WIDTH_SAMPLES:
            widths = [max(width, _columns_of(value)) for width, value in zip(widths, row, strict=True)]
    _lay_out(page, widths=widths, last_row=count)
    book.close()
    return count


def _lay_out(page: Worksheet, *, widths: Sequence[int], last_row: int) -> None:
    for column, width in enumerate(widths):
        page.set_column(column, column, min(max(width + 2, _NARROWEST), _WIDEST))
    page.freeze_panes(1, 0)
    if widths:
        page.autofilter(0, 0, last_row, len(widths) - 1)


def _columns_of(text: str) -> int:
    """Estimate a text's width in half-width characters."""
    return sum(2 if ord(char) > 0xFF else 1 for char in text[:_WIDEST])


def _fitting(value: str) -> str:
    """Cut what a cell cannot hold, and replace what no file can."""
    storable = value.encode("utf-8", errors="replace").decode("utf-8")
    return storable if len(storable) <= MAX_CELL_CHARS else storable[: MAX_CELL_CHARS - 1] + "…"
