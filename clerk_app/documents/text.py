"""Chinese lines: measured per glyph, broken by the rules for the beginning and the end of a line, drawn by nobody here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from clerk_app.documents.fonts import Family, Glyph, glyphs

RGB = tuple[float, float, float]
BLACK: RGB = (0.0, 0.0, 0.0)
RED: RGB = (0.77, 0.0, 0.04)
GREY: RGB = (0.42, 0.42, 0.42)

NO_START = frozenset("、。，．；：？！）〕》」』】〉｝］”’…—～·％‰℃,.;:?!)]}%")
NO_END = frozenset("（〔《「『【〈｛［“‘([{￥¥№")
UNITS = frozenset("年月日号时分秒条款项件份页个份副张册元万家次℃％")
STRETCH_LIMIT = 0.25


class Align(StrEnum):
    """How a line stands in its measure; `DISTRIBUTE` spreads every line, as labels of forms are."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"
    DISTRIBUTE = "distribute"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; sizes, leading and tracking in points, the first line's indent in ems."""

    family: Family = Family.SONG
    size: float = 16.0
    leading: float = 28.99
    tracking: float = 0.0
    colour: RGB = BLACK
    align: Align = Align.JUSTIFY
    first_indent: float = 0.0

    @property
    def em(self) -> float:
        """The advance of one Chinese character, tracking included."""
        return self.size + self.tracking


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one face."""

    face: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One broken line; `width` is its natural width in points, `last` the end of a paragraph."""

    runs: tuple[Run, ...]
    width: float
    count: int
    indent: float
    last: bool

    @property
    def text(self) -> str:
        """The characters of the line, as they will be copied."""
        return "".join(run.text for run in self.runs)


def width_of(text: str, style: Style) -> float:
    """Measure one line of text in points."""
    return sum(_advance(one, style) for one in glyphs(style.family, text))


def break_lines(text: str, *, style: Style, measure: float) -> tuple[Line, ...]:
    """Break `text` into lines no wider than `measure` points; a line break in the text starts a new paragraph.

    No line begins with a closing mark or ends with an opening one; numbers, Latin words and a figure with its unit stay whole
    unless one alone is wider than the measure.

    Raises:
        RuleViolation: `glyph_missing`.
    """
    lines: list[Line] = []
    for paragraph in text.splitlines() or [""]:
        lines += _paragraph(glyphs(style.family, paragraph), style=style, measure=measure)
    return tuple(lines)


def stretch(line: Line, *, style: Style, measure: float) -> float:
    """Tell how many points go between two characters so that the line fills its measure; 0 where it should not."""
    wanted = style.align is Align.DISTRIBUTE or (style.align is Align.JUSTIFY and not line.last)
    if not wanted or line.count < 2:
        return 0.0
    gap = (measure - line.indent - line.width) / (line.count - 1)
    return gap if style.align is Align.DISTRIBUTE or 0 < gap <= STRETCH_LIMIT * style.size else 0.0


def _paragraph(chars: tuple[Glyph, ...], *, style: Style, measure: float) -> list[Line]:
    lines: list[Line] = []
    start = 0
    indent = style.first_indent * style.em
    while True:
        end = _line_end(chars, start, style=style, room=measure - indent)
        last = end >= len(chars)
        lines.append(_line(chars[start:end], style=style, indent=indent, last=last))
        if last:
            return lines
        start, indent = end, 0.0


def _line_end(chars: tuple[Glyph, ...], start: int, *, style: Style, room: float) -> int:
    """Find where the line that begins at `start` ends: the last allowed break before the room is used up."""
    # The tracking after the last character of a line takes no room, and rounding must not push a full line over.
    room += max(-style.tracking, 0.0) + 0.01
    used = 0.0
    allowed = start
    for index in range(start, len(chars)):
        used += _advance(chars[index], style)
        if used > room and chars[index].char != " ":
            return allowed if allowed > start else max(index, start + 1)
        if index + 1 < len(chars) and _may_break(chars[index].char, chars[index + 1].char):
            allowed = index + 1
    return len(chars)


def _line(chars: tuple[Glyph, ...], *, style: Style, indent: float, last: bool) -> Line:
    kept = list(chars)
    while kept and kept[-1].char == " " and not last:
        kept.pop()
    runs = tuple(
        Run(face=face, text="".join(one.char for one in same)) for face, same in groupby(kept, key=lambda one: one.face)
    )
    width = sum(_advance(one, style) for one in kept)
    return Line(runs=runs, width=width, count=len(kept), indent=indent, last=last)


def _advance(one: Glyph, style: Style) -> float:
    return one.advance * style.size / 1000 + style.tracking


def _may_break(before: str, after: str) -> bool:
    if after in NO_START or before in NO_END or after == " ":
        return False
    if before == " ":
        return True
    if before.isdigit() and after in UNITS:
        return False
    return not (_is_western(before) and _is_western(after))


def _is_western(char: str) -> bool:
    return char < "\u2000" and char not in " ·"
