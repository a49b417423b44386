"""Printed numbers: their forms, check digits, leases, and the ledger in which every number ends with a known fate.

A printed number is an attribute, never a key. Pure functions: who takes a number, and in which transaction, is decided
by services and storage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from clerk_app.domain.errors import RuleViolation


@dataclass(frozen=True, slots=True)
class CaseNumberForm:
    """How the office's case numbers (办件编号) are built: fixed area and office, then year, series, serial, check.

    Widths are in characters. The area is digits, the office letters or digits; year, series and serial are digits
    only, so that the check digits find every single slip and every swap of neighbours.
    """

    area: str = "440781"
    office: str = "YJ"
    year_width: int = 4
    series_width: int = 2
    serial_width: int = 5

    @property
    def last_serial(self) -> int:
        """The greatest serial that a series of one year has room for."""
        return int("9" * self.serial_width)


class CaseNumber(NamedTuple):
    """The parts of a case number that differ within an office; `series` belongs to one workstation."""

    year: int
    series: str
    serial: int


class ParsedNumber(NamedTuple):
    """What a document number says; `year` is None where the template has no year."""

    year: int | None
    n: int


class NumberFate(StrEnum):
    """What became of a number; `leased` and `given` are on their way, the others are the end."""

    LEASED = "leased"
    GIVEN = "given"
    USED = "used"
    VOID = "void"
    RETURNED = "returned"
    UNKNOWN = "unknown"
    IMPORTED = "imported"


OPEN_FATES = frozenset({NumberFate.LEASED, NumberFate.GIVEN})
"""Fates with which a year cannot be closed."""

FATE_CHANGES: dict[NumberFate, frozenset[NumberFate]] = {
    NumberFate.LEASED: frozenset({NumberFate.GIVEN, NumberFate.VOID, NumberFate.RETURNED, NumberFate.UNKNOWN}),
    NumberFate.GIVEN: frozenset({NumberFate.USED, NumberFate.VOID, NumberFate.UNKNOWN}),
    NumberFate.USED: frozenset({NumberFate.VOID}),
    # A person found the sheet, or found that there never was one.
    NumberFate.UNKNOWN: frozenset({NumberFate.USED, NumberFate.VOID}),
    NumberFate.VOID: frozenset(),
    NumberFate.RETURNED: frozenset(),
    NumberFate.IMPORTED: frozenset(),
}
"""What a fate may still become. A returned number is leased again as a new lease, not as a change of the old one."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A block of numbers `first` to `last`, both included, of one series and year, for one workstation."""

    series: str
    year: int
    first: int
    last: int
    workstation: str
    lapses_on: date | None = None

    @property
    def size(self) -> int:
        """How many numbers the block holds."""
        return self.last - self.first + 1

    def is_lapsed(self, *, on: date) -> bool:
        """Say whether the block may no longer be used; the day of lapse itself is the last good one."""
        return self.lapses_on is not None and on > self.lapses_on


@dataclass(frozen=True, slots=True)
class LedgerBalance:
    """The number ledger of one series and year, counted."""

    first: int
    last: int
    used: int
    void: int
    returned: int
    unknown: int
    in_progress: int
    imported: int
    missing: tuple[int, ...]
    doubled: tuple[int, ...]
    outside: tuple[int, ...]

    @property
    def span(self) -> int:
        """How many numbers the ledger must account for."""
        return self.last - self.first + 1

    @property
    def is_sound(self) -> bool:
        """Say whether every number has exactly one entry, those still on their way included."""
        settled = self.used + self.void + self.returned + self.unknown
        return settled + self.in_progress == self.span and not (self.missing or self.doubled or self.outside)

    @property
    def is_closed(self) -> bool:
        """Say whether the equation holds: used + void + returned + unknown = last − first + 1."""
        return self.is_sound and self.in_progress == 0


def check_digits(body: str) -> str:
    """Give the two check digits that belong behind `body`, a text of ASCII digits and upper-case letters.

    Source: ISO 7064 MOD 97-10; letters count as 10 to 35, as in ISO 13616 and ISO 17442.
    """
    return f"{98 - _remainder(f'{body}00'):02d}"


def has_valid_check(text: str) -> bool:
    """Say whether the last two digits of `text` are its check digits."""
    return re.fullmatch(r"[0-9A-Z]+[0-9]{2}", text) is not None and _remainder(text) == 1 and 2 <= int(text[-2:]) <= 98


def format_case_no(form: CaseNumberForm, *, year: int, series: str, serial: int) -> str:
    """Print a case number with its check digits.

    Raises:
        RuleViolation: `number.form` if the form, the year or the series does not fit; `number.serial_exhausted` if the
            series has no room for `serial` in that year.
    """
    _require_form(form)
    if not re.fullmatch(rf"[0-9]{{{form.series_width}}}", series) or len(str(year)) != form.year_width or year < 0:
        raise RuleViolation("number.form", year=year, series=series)
    if not 1 <= serial <= form.last_serial:
        raise RuleViolation("number.serial_exhausted", series=series, year=year, last=form.last_serial)
    body = f"{form.area}{form.office}{year:0{form.year_width}d}{series}{serial:0{form.serial_width}d}"
    return body + check_digits(body)


def parse_case_no(text: str, *, form: CaseNumberForm) -> CaseNumber | None:
    """Take a case number of this office apart, or give None if it is not one or its check digits are wrong.

    Blanks, hyphens and small letters, as people type them, are forgiven.
    """
    number = re.sub(r"[ \u3000-]", "", text).upper()
    pattern = (
        rf"{re.escape(form.area)}{re.escape(form.office)}([0-9]{{{form.year_width}}})([0-9]{{{form.series_width}}})"
        rf"([0-9]{{{form.serial_width}}})[0-9]{{2}}"
    )
    found = re.fullmatch(pattern, number)
    if found is None or not has_valid_check(number) or int(found[3]) == 0:
        return None
    return CaseNumber(year=int(found[1]), series=found[2], serial=int(found[3]))


def check_case_no(text: str, form: CaseNumberForm) -> bool:
    """Say whether `text` is exactly a case number of this office, check digits included."""
    return re.fullmatch(r"[0-9A-Z]+", text) is not None and parse_case_no(text, form=form) is not None


def format_number(template: str, *, year: int, n: int) -> str:
    """Print a document or certificate number.

    Args:
        template: literal text with `{n}` or `{n:06d}` once and `{year}` at most once, such as
            `台应急许准〔{year}〕{n}号` (no leading zeros) or `(粤)LS〔{year}〕{n:05d}`.
        year: calendar year of the number.
        n: the number within the series, from 1.

    Raises:
        RuleViolation: `number.template` if the template is not of that form; `number.form` if `n` is below 1 or has
            more digits than the template has room for, or the year has not four.

    Source: GB/T 9704-2012 for the six-cornered brackets and the missing zeros.
    """
    pieces = _template_pieces(template)
    width = next(piece.width for piece in pieces if piece.slot == "n")
    if n < 1 or (width and len(str(n)) > width) or len(str(year)) != 4:
        raise RuleViolation("number.form", year=year, n=n)
    values = {"year": str(year), "n": f"{n:0{width}d}"}
    return "".join(values.get(piece.slot, piece.literal) for piece in pieces)


def parse_number(template: str, text: str) -> ParsedNumber | None:
    """Read a number back that `format_number` would print exactly so, or give None.

    Raises:
        RuleViolation: `number.template` as for `format_number`.
    """
    pattern = ""
    for piece in _template_pieces(template):
        if piece.slot == "year":
            pattern += "(?P<year>[0-9]{4})"
        elif piece.slot == "n":
            pattern += f"(?P<n>[0-9]{{{piece.width}}})" if piece.width else "(?P<n>[1-9][0-9]{0,17})"
        else:
            pattern += re.escape(piece.literal)
    found = re.fullmatch(pattern, text)
    if found is None or int(found["n"]) == 0:
        return None
    parts = found.groupdict()
    return ParsedNumber(year=int(parts["year"]) if "year" in parts else None, n=int(parts["n"]))


def next_number(leases: Sequence[Lease], high_water: int) -> int | None:
    """Give the lowest number of `leases` above the high-water mark, or None if the leases are used up.

    Args:
        leases: the blocks of one series and year that this workstation holds and that have not lapsed.
        high_water: the greatest number ever given here, 0 if none; numbers below it are never given again.
    """
    return min((max(lease.first, high_water + 1) for lease in leases if lease.last > high_water), default=None)


def count_remaining(leases: Sequence[Lease], high_water: int) -> int:
    """Count the numbers that `next_number` can still give."""
    return sum(lease.last - max(lease.first, high_water + 1) + 1 for lease in leases if lease.last > high_water)


def usable_leases(leases: Iterable[Lease], *, series: str, year: int, on: date) -> tuple[Lease, ...]:
    """Pick the blocks of one series and year that have not lapsed on a day, lowest first."""
    fitting = (
        lease for lease in leases if lease.series == series and lease.year == year and not lease.is_lapsed(on=on)
    )
    return tuple(sorted(fitting, key=lambda lease: lease.first))


def ledger_equation(entries: Iterable[tuple[int, NumberFate]], *, first: int, last: int) -> LedgerBalance:
    """Count the fates of all numbers of one series and year.

    Args:
        entries: one pair per entry of the number ledger, in any order; a number that stands twice is reported.
        first: lowest number that was ever leased.
        last: highest number that was ever leased; `first - 1` if none was.

    Imported numbers are counted apart and stand outside the equation, but one that stands inside the leased range
    or beside another entry is reported as doubled.
    """
    every = list(entries)
    fates = Counter(fate for _, fate in every)
    times = Counter(number for number, _ in every)
    own = {number for number, fate in every if fate is not NumberFate.IMPORTED}
    imported = {number for number, fate in every if fate is NumberFate.IMPORTED}
    doubled = {number for number, count in times.items() if count > 1} | {n for n in imported if first <= n <= last}
    return LedgerBalance(
        first=first,
        last=last,
        used=fates[NumberFate.USED],
        void=fates[NumberFate.VOID],
        returned=fates[NumberFate.RETURNED],
        unknown=fates[NumberFate.UNKNOWN],
        in_progress=fates[NumberFate.LEASED] + fates[NumberFate.GIVEN],
        imported=fates[NumberFate.IMPORTED],
        missing=tuple(number for number in range(first, last + 1) if number not in own),
        doubled=tuple(sorted(doubled)),
        outside=tuple(sorted(number for number in own if not first <= number <= last)),
    )


class _Piece(NamedTuple):
    """A part of a template: literal text, or a slot with its width (0: as many digits as it takes)."""

    literal: str
    slot: str = ""
    width: int = 0


_SLOT = re.compile(r"\{(?:(?P<year>year)|n(?::0(?P<width>[1-9]|1[0-8])d)?)\}")


def _template_pieces(template: str) -> tuple[_Piece, ...]:
    pieces: list[_Piece] = []
    at = 0
    for found in _SLOT.finditer(template):
        pieces.append(_Piece(template[at : found.start()]))
        pieces.append(_Piece("", "year" if found["year"] else "n", int(found["width"] or 0)))
        at = found.end()
    pieces.append(_Piece(template[at:]))
    slots = [piece.slot for piece in pieces]
    has_stray_brace = any("{" in piece.literal or "}" in piece.literal for piece in pieces)
    if slots.count("n") != 1 or slots.count("year") > 1 or has_stray_brace:
        raise RuleViolation("number.template", template=template)
    return tuple(pieces)


def _require_form(form: CaseNumberForm) -> None:
    widths_fit = min(form.year_width, form.series_width, form.serial_width) >= 1
    if not (widths_fit and re.fullmatch(r"[0-9]*", form.area) and re.fullmatch(r"[0-9A-Z]*", form.office)):
        raise RuleViolation("number.form", area=form.area, office=form.office)


def _remainder(text: str) -> int:
    return int("".join(str(int(char, 36)) for char in text)) % 97
