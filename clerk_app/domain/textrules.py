"""The one validator of text: the same verdict in the window, the import, the commands and the databases.

It refuses what no clerk means to type and what PostgreSQL, XML or a printer cannot hold; it never repairs.
Lengths count code points, as Python and PostgreSQL do (Qt's `maxLength` counts UTF-16 units and must not be used).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from clerk_app.domain.problems import Problem

NAME_LIMIT = 100
"""Code points of a name. Source: 民委发〔2016〕33号 asks for at least 50; company names run longer."""
LINE_LIMIT = 500
"""Code points of any other one-line field: address, subject, remark of a ledger."""
PARAGRAPH_LIMIT = 4000
"""Code points of an opinion or note, far below the 64 KiB of one act's payload even at four bytes each."""

_ZERO_WIDTH = "text.zero_width"
_BIDI = "text.bidi"
_CONTROL = "text.control"
_PRIVATE = "text.private_use"
_NONCHARACTER = "text.noncharacter"


@dataclass(frozen=True, slots=True)
class RefusedRange:
    """Code points `first` to `last`, both included, and the code of the refusal."""

    first: int
    last: int
    code: str


REFUSED_RANGES: tuple[RefusedRange, ...] = (
    RefusedRange(0x0000, 0x0000, "text.nul"),
    RefusedRange(0x0001, 0x001F, _CONTROL),
    RefusedRange(0x007F, 0x009F, _CONTROL),
    RefusedRange(0x00AD, 0x00AD, _ZERO_WIDTH),
    RefusedRange(0x034F, 0x034F, _ZERO_WIDTH),
    RefusedRange(0x061C, 0x061C, _BIDI),
    RefusedRange(0x115F, 0x1160, _ZERO_WIDTH),
    RefusedRange(0x17B4, 0x17B5, _ZERO_WIDTH),
    RefusedRange(0x180B, 0x180F, _ZERO_WIDTH),
    RefusedRange(0x200B, 0x200D, _ZERO_WIDTH),
    RefusedRange(0x200E, 0x200F, _BIDI),
    RefusedRange(0x2028, 0x2029, _CONTROL),
    RefusedRange(0x202A, 0x202E, _BIDI),
    RefusedRange(0x2060, 0x2065, _ZERO_WIDTH),
    RefusedRange(0x2066, 0x2069, _BIDI),
    RefusedRange(0x206A, 0x206F, _ZERO_WIDTH),
    RefusedRange(0x3164, 0x3164, _ZERO_WIDTH),
    RefusedRange(0xD800, 0xDFFF, "text.surrogate"),
    RefusedRange(0xE000, 0xF8FF, _PRIVATE),
    RefusedRange(0xFDD0, 0xFDEF, _NONCHARACTER),
    RefusedRange(0xFE00, 0xFE0F, _ZERO_WIDTH),
    RefusedRange(0xFEFF, 0xFEFF, _ZERO_WIDTH),
    RefusedRange(0xFFA0, 0xFFA0, _ZERO_WIDTH),
    RefusedRange(0xFFF9, 0xFFFB, _CONTROL),
    RefusedRange(0xFFFD, 0xFFFD, "text.replacement"),
    *(RefusedRange(plane << 16 | 0xFFFE, plane << 16 | 0xFFFF, _NONCHARACTER) for plane in range(0x0E)),
    RefusedRange(0xE0000, 0xE0FFF, _ZERO_WIDTH),
    RefusedRange(0xEFFFE, 0xEFFFF, _NONCHARACTER),
    RefusedRange(0xF0000, 0x10FFFF, _PRIVATE),
)
"""The whole list, public so that the CHECKs of SQLite and PostgreSQL are generated from it and cannot differ."""

_LINE_BREAKS = frozenset("\t\n")
_REFUSED = re.compile("[" + "".join(f"\\U{r.first:08x}-\\U{r.last:08x}" for r in REFUSED_RANGES) + "]")
_BLANKS = " \t\r\n\f\v\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_FORMULA_SIGNS = frozenset("=+-@\t\r＝＋－＠")
# A signed figure or telephone number cannot call a function, and a lone dash is how clerks write "none".
_HARMLESS_SIGNED = re.compile(r"[+-](?:[0-9][0-9 ()-]*(?:\.[0-9]+)?)?|-{2,}|－+")


def refusal_of(char: str) -> str | None:
    """Name the code with which a single character is refused, or None if it may be stored."""
    point = ord(char)
    for span in REFUSED_RANGES:
        if span.first <= point <= span.last:
            return span.code
    return None


def check_text(text: str, *, limit: int = LINE_LIMIT, multiline: bool = False) -> tuple[Problem, ...]:
    """Report every reason why `text` may not be stored, each code once, at its first place.

    Args:
        text: the text as it was typed or read; it need not be normalised.
        limit: the greatest length in code points.
        multiline: whether line feeds and tabs are allowed.

    Returns:
        Errors with `position` (1-based) and `codepoint` (`U+202E`), or `length` and `limit`; a text in another
        form than NFC is only warned about, because `clean_text` puts it right without changing what is seen.
    """
    problems: list[Problem] = []
    seen: set[str] = set()
    for found in _REFUSED.finditer(text):
        char = found.group()
        code = refusal_of(char)
        if code is None or code in seen or (multiline and char in _LINE_BREAKS):
            continue
        seen.add(code)
        problems.append(Problem.error(code, position=found.start() + 1, codepoint=f"U+{ord(char):04X}"))
    if len(text) > limit:
        problems.append(Problem.error("text.too_long", length=len(text), limit=limit))
    if not unicodedata.is_normalized("NFC", text):
        problems.append(Problem.warning("text.not_nfc"))
    return tuple(problems)


def clean_text(text: str) -> str:
    """Give the stored form of any text: NFC, blanks of every kind cut off at both ends, line ends as LF.

    What `check_text` refuses stays in place to be refused, except where it is a blank at an end.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip(_BLANKS)


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet might run `text` if somebody opened it there.

    Signs count in half and full width. A signed number, a telephone number with its country code and a lone dash
    are not formulas.
    """
    return text[:1] in _FORMULA_SIGNS and bool(text) and not _HARMLESS_SIGNED.fullmatch(text)
