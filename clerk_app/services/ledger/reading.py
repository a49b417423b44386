"""Reads the cells of one line: each value in its stored form, or a problem with column, value and code.

A cell that the file's reader already refused is passed over without a second complaint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from clerk_app.domain.catalogue import plain_name
from clerk_app.domain.listing import LedgerProblem, LedgerRow
from clerk_app.domain.names import normalise_name
from clerk_app.domain.problems import Problem, Severity, has_error
from clerk_app.domain.textrules import LINE_LIMIT, check_text, clean_text

T = TypeVar("T")

_DATE = re.compile(r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(?:[ T]0?0:00(?::00(?:\.0+)?)?)?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WHOLE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.0+)?")
_PLAUSIBLE_YEARS = range(1949, 2200)
"""Years that a ledger can mean; 0202 or 20200 is a slip of the pen."""
_LONGEST_SHOWN = 100


class Cells:
    """The cells of one line, and what was found wrong with them so far."""

    def __init__(self, row: LedgerRow, *, passed_over: frozenset[str] = frozenset()) -> None:
        """Take a line and the columns about which the file's reader has already complained."""
        self.line = row.line
        self.problems: list[LedgerProblem] = []
        self._cells = row.cells
        self._passed_over = passed_over

    def raw(self, column: str) -> str:
        """Return the text of a cell, trimmed and composed; empty when it is missing or was refused by the reader."""
        return "" if column in self._passed_over else clean_text(self._cells.get(column, ""))

    def was_refused(self, column: str) -> bool:
        """Say whether the file's reader has already complained about a column."""
        return column in self._passed_over

    def refuse(self, column: str, code: str, /, **params: object) -> None:
        """Note one problem of a cell; its parameters always name the column."""
        told = tuple(sorted((name, str(value)) for name, value in {"column": column, **params}.items()))
        value = clean_text(self._cells.get(column, ""))
        cut = value[:_LONGEST_SHOWN] + ("…" if len(value) > _LONGEST_SHOWN else "")
        self.problems.append(LedgerProblem(self.line, column, cut, code, told))

    def refuse_all(self, column: str, problems: tuple[Problem, ...]) -> None:
        """Note every error (no warning) that a check of the domain found in a cell."""
        for problem in problems:
            if problem.severity is Severity.ERROR:
                self.refuse(column, problem.code, **dict(problem.params))

    def require(self, columns: tuple[str, ...]) -> None:
        """Note every obligatory column that the file does not have and every value that the line does not have."""
        for column in columns:
            if column in self._passed_over:
                continue
            if column not in self._cells:
                self.refuse(column, "ledger.column_missing")
            elif not self.raw(column):
                self.refuse(column, "ledger.value_missing")

    def text(self, column: str, *, limit: int = LINE_LIMIT) -> str:
        """Return a text of at most `limit` code points."""
        value = self.raw(column)
        self.refuse_all(column, check_text(value, limit=limit))
        return value

    def name(self, column: str) -> str:
        """Return the name of a person or firm in its stored form; an empty cell is no problem here."""
        value = self.raw(column)
        if not value:
            return ""
        check = normalise_name(value)
        self.refuse_all(column, check.problems)
        return value if has_error(check.problems) else check.normalized

    def day(self, column: str) -> date | None:
        """Return a date written as 2020-01-31, 2020/1/31, 2020.1.31, 2020年1月31日 or 20200131."""
        value = unicodedata.normalize("NFKC", self.raw(column))
        if not value:
            return None
        found = _DATE.fullmatch(value)
        parts = (found[1], found[3], found[5]) if found else None
        if parts is None and (compact := _COMPACT_DATE.fullmatch(value)):
            parts = (compact[1], compact[2], compact[3])
        if parts is None:
            self.refuse(column, "ledger.date_form")
            return None
        try:
            day = date(*map(int, parts))
        except ValueError:
            day = None
        if day is None or day.year not in _PLAUSIBLE_YEARS:
            self.refuse(column, "ledger.date_impossible")
            return None
        return day

    def past_day(self, column: str, *, today: date) -> date | None:
        """Return a date that is not after today."""
        day = self.day(column)
        if day is not None and day > today:
            self.refuse(column, "date_in_future", date=day)
            return None
        return day

    def word(self, column: str, words: Mapping[str, T]) -> T | None:
        """Return what a word of a fixed list means; brackets, width and blanks do not matter."""
        value = self.raw(column)
        if not value:
            return None
        for spelling in (value, plain_name(value)):
            if spelling in words:
                return words[spelling]
        self.refuse(column, "ledger.word_unknown", words="、".join(words))
        return None

    def whole(self, column: str) -> int:
        """Return a whole number that is not negative; an empty cell is 0."""
        value = unicodedata.normalize("NFKC", self.raw(column))
        if not value:
            return 0
        found = _WHOLE.fullmatch(value)
        if found is None:
            self.refuse(column, "ledger.number_form")
            return 0
        return int(found[1].replace(",", ""))
