"""The hands of the papers by name, after GB/T 9704-2012; forms refer to them by these names."""

from __future__ import annotations

from dataclasses import replace

from clerk_app.documents.fonts import Family
from clerk_app.documents.text import GREY, RED, Align, Style

PITCH = 15.79
"""28 characters in 156 mm (GB/T 9704-2012, 5.2.3)."""
LEADING = 28.99
"""22 lines in 225 mm (GB/T 9704-2012, 5.2.3)."""

BODY = Style(size=16, leading=LEADING, tracking=PITCH - 16, first_indent=2)
FLUSH = Style(size=16, leading=LEADING, tracking=PITCH - 16)
TITLE = Style(family=Family.TITLE, size=22, leading=36, align=Align.CENTRE)
OFFICE = Style(family=Family.TITLE, size=18, leading=28, align=Align.CENTRE)
HEADING = Style(family=Family.BOLD, size=16, leading=LEADING, tracking=PITCH - 16, first_indent=2)
SUBHEADING = Style(family=Family.KAI, size=16, leading=LEADING, tracking=PITCH - 16, first_indent=2)
NUMBER = Style(size=16, leading=LEADING, align=Align.RIGHT)
SERIAL = Style(size=12, leading=20, align=Align.RIGHT)
SIGNED = Style(size=16, leading=LEADING, align=Align.LEFT)
TEXT = Style(size=12, leading=19, first_indent=2)
NOTE = Style(size=10.5, leading=16, first_indent=2)
LABEL = Style(family=Family.SANS, size=11, leading=16.5, align=Align.CENTRE)
VALUE = Style(size=11, leading=16.5, align=Align.LEFT)
CELL = Style(size=10.5, leading=15.5, align=Align.LEFT)
CELL_CENTRE = Style(size=10.5, leading=15.5, align=Align.CENTRE)
COLUMN_HEAD = Style(family=Family.SANS, size=10.5, leading=15.5, align=Align.CENTRE)
FORM_BLANK = Style(size=12, leading=20, align=Align.LEFT)
PAGE_NUMBER = Style(size=14, leading=20)
COPY_MARK = Style(family=Family.SANS, size=10.5, leading=14, align=Align.RIGHT)
CODE_TEXT = Style(family=Family.SANS, size=7.5, leading=10, align=Align.LEFT)
SEAL_HINT = Style(family=Family.SANS, size=9, leading=13, colour=GREY, align=Align.CENTRE)
SPECIMEN = Style(family=Family.TITLE, size=16, leading=20, colour=RED, align=Align.CENTRE)
WATERMARK = Style(family=Family.TITLE, size=150, leading=150, tracking=60, colour=(0.985, 0.93, 0.92))

LETTER_LABEL = Style(family=Family.SANS, size=12, leading=18, align=Align.CENTRE)
LETTER_VALUE = Style(size=12, leading=18, align=Align.LEFT)

NAMED = {
    "body": BODY,
    "flush": FLUSH,
    "heading": HEADING,
    "subheading": SUBHEADING,
    "text": TEXT,
    "note": NOTE,
}


def tightened(style: Style, tight: float) -> Style:
    """Return `style` with its leading shortened to the share `tight`, never below what keeps lines apart."""
    return replace(style, leading=max(style.leading * tight, style.size * 1.25))
