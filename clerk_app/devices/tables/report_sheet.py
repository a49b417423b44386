"""Writes a workbook of several sheets for people: texts stay texts, whole numbers can be summed, nothing is ever run."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import SheetTable
from clerk_app.domain.textrules import looks_like_formula

# The same rows make the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_NARROWEST, _WIDEST = 8, 48
_WIDE_CHAR = 0xFF


class BookFiles:
    """Writes workbooks (`services.report_export.BookWriter`)."""

    def write_book(self, path: Path, sheets: Sequence[SheetTable]) -> None:
        """Write a workbook, whole or not at all.

        Raises:
            EnvironmentProblem: `table.cannot_write`.
        """
        unfinished = path.with_name(f".{path.name}.part")
        try:
            _write(unfinished, sheets)
            unfinished.replace(path)
        except (OSError, XlsxWriterException) as exc:
            raise EnvironmentProblem("table.cannot_write", file=path.name) from exc
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _write(path: Path, sheets: Sequence[SheetTable]) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(str(path), options)
    book.set_properties({"created": _CREATED})
    head = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
    text = book.add_format({"num_format": "@"})
    # The mark keeps a text a text even after somebody has edited the cell.
    guarded = book.add_format({"num_format": "@", "quote_prefix": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.write_row(0, 0, sheet.headers, head)
        for line, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    page.write_number(line, column, value)
                else:
                    page.write_string(line, column, value, guarded if looks_like_formula(value) else text)
        for column, header in enumerate(sheet.headers):
            widest = max((_columns_of(str(row[column])) for row in sheet.rows), default=0)
            page.set_column(column, column, min(max(widest, _columns_of(header), _NARROWEST) + 2, _WIDEST))
        page.freeze_panes(1, 0)
    book.close()


def _columns_of(text: str) -> int:
    """Estimate a text's width in half-width characters."""
    return sum(2 if ord(char) > _WIDE_CHAR else 1 for char in text)
