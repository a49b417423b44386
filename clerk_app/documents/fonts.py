"""The faces that papers embed, and the one way to turn a string into glyphs: per character, never a wrong one.

Only bundled TrueType faces are used. A character that no face has stops the paper and is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from clerk_app import paths
from clerk_app.domain.errors import RuleViolation

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


class Family(StrEnum):
    """The hands a paper is written in; each names its fallback chain."""

    SONG = "song"
    SANS = "sans"
    BOLD = "bold"
    TITLE = "title"
    KAI = "kai"


CHAINS: dict[Family, tuple[str, ...]] = {
    Family.SONG: ("ClerkSong", "ClerkSans", "ClerkRare"),
    Family.SANS: ("ClerkSans", "ClerkRare"),
    Family.BOLD: ("ClerkSansBold", "ClerkSans", "ClerkRare"),
    Family.TITLE: ("ClerkTitle", "ClerkSans", "ClerkRare"),
    Family.KAI: ("ClerkKai", "ClerkSong", "ClerkSans", "ClerkRare"),
}
INITIAL = "ClerkSong"
_SPACE = {"\u00a0": " ", "\t": " "}
_BLOCK = 100
_loading = Lock()


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character in the face that draws it; `advance` is in thousandths of the size."""

    char: str
    face: str
    advance: float


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no bundled face has, with its code point as U+XXXX."""

    char: str
    codepoint: str


@cache
def glyph(family: Family, char: str) -> Glyph | None:
    """Find the first face of the family's chain that has `char`; None when no face has it."""
    wanted = _SPACE.get(char, char)
    for name in CHAINS[family]:
        face = _font(name).face
        if face.charToGlyph.get(ord(wanted), 0):
            return Glyph(char=wanted, face=name, advance=float(face.getCharWidth(ord(wanted))))
    return None


def glyphs(family: Family, text: str) -> tuple[Glyph, ...]:
    """Turn one line of text into glyphs.

    Raises:
        RuleViolation: `glyph_missing`, with `chars` and `codepoints` of all characters that no face has.
    """
    found = tuple(glyph(family, char) for char in text)
    if None in found:
        raise missing_glyph(text)
    return tuple(one for one in found if one is not None)


def coverage(text: str) -> tuple[MissingCharacter, ...]:
    """Name each character of `text` that could not be printed, once, in order of appearance; line breaks are no characters."""
    return tuple(
        MissingCharacter(char=char, codepoint=f"U+{ord(char):04X}")
        for char in dict.fromkeys(text)
        if char not in "\r\n" and glyph(Family.SANS, char) is None
    )


def missing_characters(text: str) -> list[str]:
    """List the characters of `text` that could not be printed."""
    return [missing.char for missing in coverage(text)]


def missing_glyph(text: str) -> RuleViolation:
    """Build the refusal that names the characters of `text` which no face has."""
    missing = coverage(text)
    return RuleViolation(
        "glyph_missing",
        chars="、".join(one.char for one in missing),
        codepoints="、".join(one.codepoint for one in missing),
    )


def require_printable(texts: Iterable[str]) -> None:
    """Refuse all unprintable characters of `texts` at once.

    Raises:
        RuleViolation: `glyph_missing`.
    """
    joined = "".join(texts)
    if coverage(joined):
        raise missing_glyph(joined)


def register_initial() -> None:
    """Register the face that a new file begins with, so that no unembedded standard face slips in."""
    _font(INITIAL)


def _font(name: str) -> TTFont:
    """Give one registered face; threads that ask for it at the same time wait for one loading."""
    with _loading:
        return _load(name)


@cache
def _load(name: str) -> TTFont:
    """Load and register one face, once per process; the rare face (30 MB) is read only when a character needs it."""
    from reportlab.pdfbase import pdfmetrics, ttfonts

    ttfonts.makeToUnicodeCMap = to_unicode_map
    font = ttfonts.TTFont(name, str(paths.resource("fonts", f"{name}.ttf")), asciiReadable=0, shapable=False)
    _mend_advances(font)
    pdfmetrics.registerFont(font)
    return font


def _mend_advances(font: TTFont) -> None:
    """WORKAROUND: reportlab 5.1.0 embeds, for glyphs that share one advance, the advance in thousandths instead of the face's own units.

    PDF/A asks that both agree. It shows in faces of other than 1000 units, as the rare one; the wrong entries are the fractions.
    Not needed any more when `test_embedded_advances_agree_with_the_declared_ones` passes without the call.
    """
    units = font.face.unitsPerEm
    font.face.hmetrics = [
        (round(advance * units / 1000) if isinstance(advance, float) else advance, bearing)
        for advance, bearing in font.face.hmetrics
    ]


def to_unicode_map(font_name: str, subset: list[int]) -> str:
    """Write the ToUnicode map of one subset, by which a reader copies and searches.

    WORKAROUND: reportlab 5.1.0 writes a code point above U+FFFF as five hexadecimal digits, so that 𬭎 is copied as another character,
    and more than the 100 entries per block that the format allows. Not needed any more when `test_rare_characters_can_be_copied`
    passes without the assignment in `_load`.
    """
    entries = [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset)]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
