"""Reads a ledger file into rows with line numbers; whatever is wrong is told by line and column, and nothing crashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from clerk_app.devices.tables.csv_rows import csv_rows
from clerk_app.devices.tables.rows import MAX_FILE_BYTES, REJECT_COLUMNS, CellFault, RawRow, shown
from clerk_app.devices.tables.xlsx_rows import xlsx_rows
from clerk_app.domain.errors import EnvironmentProblem, UsageProblem
from clerk_app.domain.listing import LedgerProblem, LedgerRow, LedgerTable
from clerk_app.domain.problems import has_error
from clerk_app.domain.textrules import NAME_LIMIT, PARAGRAPH_LIMIT, check_text, clean_text, looks_like_formula

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"


def read_table(path: Path) -> LedgerTable:
    """Read a CSV file (UTF-8 with or without BOM, GB 18030) or the first visible sheet of an XLSX workbook.

    Returns:
        Every row that is not blank, with the line of the file on which it begins (the header is line 1), and the
        problems of rows and cells. A row that has a problem is among the rows too, so that it can be shown and mended;
        its cells are not to be used. The columns of a sheet of rejected rows are left out.

    Raises:
        EnvironmentProblem: `table.missing` or `table.unreadable`.
        UsageProblem: `table.too_large`, `table.empty`, `table.encoding`, `table.header`, `table.duplicate_header`,
            `table.old_format`, or for a workbook see `inspect_workbook`.
    """
    data = _bytes_of(path)
    if data.startswith(_OLE):
        raise UsageProblem("table.old_format", file=path.name)
    try:
        return _table(xlsx_rows(data) if data.startswith(_ZIP) else csv_rows(data), data=data)
    except UsageProblem as exc:
        raise UsageProblem(exc.code, file=path.name, **exc.params) from exc


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UsageProblem("table.too_large", file=path.name)
        return path.read_bytes()
    except FileNotFoundError as exc:
        raise EnvironmentProblem("table.missing", file=path.name) from exc
    except OSError as exc:
        raise EnvironmentProblem("table.unreadable", file=path.name) from exc


def _table(raw_rows: Iterator[RawRow], *, data: bytes) -> LedgerTable:
    header = next(raw_rows, None)
    if header is None:
        raise UsageProblem("table.empty")
    headers = _headers(header)
    rows: list[LedgerRow] = []
    problems: list[LedgerProblem] = []
    for raw in raw_rows:
        rows.append(LedgerRow(line=raw.line, cells=_cells(raw, headers=headers)))
        problems += _problems(raw, headers=headers)
    return LedgerTable(
        headers=tuple(header for header in headers if header and header not in REJECT_COLUMNS),
        rows=tuple(rows),
        problems=tuple(problems),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _headers(row: RawRow) -> tuple[str, ...]:
    if row.faults:
        raise UsageProblem("table.header", column=shown(row.faults[0].value))
    headers = [clean_text(cell) for cell in row.cells]
    while headers and not headers[-1]:
        headers.pop()
    for place, header in enumerate(headers):
        if has_error(check_text(header, limit=NAME_LIMIT)):
            raise UsageProblem("table.header", column=shown(header))
        if header and header in headers[:place]:
            raise UsageProblem("table.duplicate_header", column=header)
    return tuple(headers)


def _cells(raw: RawRow, *, headers: tuple[str, ...]) -> dict[str, str]:
    """Name the cells; a missing one is empty, and half a surrogate pair, which nothing can store, is replaced."""
    padded = raw.cells + ("",) * (len(headers) - len(raw.cells))
    return {
        header: cell.encode("utf-8", errors="replace").decode("utf-8")
        for header, cell in zip(headers, padded, strict=False)
        if header and header not in REJECT_COLUMNS
    }


def _problems(raw: RawRow, *, headers: tuple[str, ...]) -> Iterator[LedgerProblem]:
    faults = raw.faults or tuple(_row_faults(raw, headers=headers))
    for fault in faults:
        column = headers[fault.index] if fault.index < len(headers) else ""
        yield LedgerProblem(line=raw.line, column=column, value=fault.value, code=fault.code, params=fault.params)


def _row_faults(raw: RawRow, *, headers: tuple[str, ...]) -> Iterator[CellFault]:
    counts = (("actual", str(len(raw.cells))), ("expected", str(len(headers))))
    if len(raw.cells) < len(headers):
        yield CellFault(len(raw.cells), "", "row.too_few", counts)
        return
    for index, cell in enumerate(raw.cells):
        if not cell or (index < len(headers) and headers[index] in REJECT_COLUMNS):
            continue
        if index >= len(headers) or not headers[index]:
            yield CellFault(index, shown(cell), "row.too_many", counts)
            return
        yield from _cell_faults(index, cell=cell)


def _cell_faults(index: int, *, cell: str) -> Iterator[CellFault]:
    if looks_like_formula(cell):
        yield CellFault(index, shown(cell), "cell.formula")
    for problem in check_text(cell, limit=PARAGRAPH_LIMIT, multiline=True):
        if has_error((problem,)):
            yield CellFault(index, shown(cell), problem.code, problem.params)
