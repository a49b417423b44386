"""Rows of the first visible sheet of a workbook, as text: dates in ISO form, whole numbers without a fraction."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from clerk_app.devices.tables.rows import CellFault, RawRow, shown
from clerk_app.devices.tables.workbook_guard import inspect_workbook
from clerk_app.domain.errors import UsageProblem

_CellValue: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
# Beyond 15 digits a spreadsheet replaces digits by zeros, so an 18-digit number typed as a number is already lost.
_FIRST_INEXACT = 1e15


def xlsx_rows(data: bytes) -> Iterator[RawRow]:
    """Yield every row of the sheet with its line, from the first that holds anything.

    A cell with a formula, or a number too long to be exact, comes with a fault.

    Raises:
        UsageProblem: see `inspect_workbook`.
    """
    plan = inspect_workbook(data)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(plan.name)
        table = sheet.to_python(skip_empty_area=False)
    except PasswordError as exc:
        raise UsageProblem("table.encrypted") from exc
    except (CalamineError, ValueError, OSError) as exc:
        raise UsageProblem("table.damaged") from exc
    formulas_by_row: dict[int, list[int]] = {}
    for row, column in sorted(plan.formulas):
        formulas_by_row.setdefault(row, []).append(column)
    for row, values in enumerate(table):
        cells = tuple(_as_text(value) for value in values)
        faults = [
            CellFault(column, shown("=" + plan.formulas[row, column]), "cell.formula")
            for column in formulas_by_row.get(row, ())
        ]
        faults += [
            CellFault(column, cells[column], "cell.precision")
            for column, value in enumerate(values)
            if isinstance(value, int | float) and abs(value) >= _FIRST_INEXACT
        ]
        raw = RawRow(row + 1, cells, tuple(faults))
        if not raw.is_blank:
            yield raw


def _as_text(value: _CellValue) -> str:
    match value:
        case str():
            return value.replace("\r\n", "\n")
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.15g}"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
