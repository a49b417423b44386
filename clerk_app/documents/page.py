"""The sheet around the text: red letterhead, codes, marks of copies and specimens, page numbers (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from clerk_app.documents import codes, styles
from clerk_app.documents.flow import Frame, Piece, Placed, paginate
from clerk_app.documents.pen import MM, Imprint, Pen
from clerk_app.documents.text import RED, Align, width_of

A4 = (210 * MM, 297 * MM)
TOP, LEFT, RIGHT, BOTTOM = 37 * MM, 28 * MM, 26 * MM, 35 * MM
"""Margins of GB/T 9704-2012, 5.2.1; the right and bottom ones follow from the 156 x 225 mm of the type area."""
TYPE_WIDTH = A4[0] - LEFT - RIGHT
PENDING = "编号待定"
SPECIMEN = "样张"
TIGHTNESS = (1.0, 0.95, 0.9, 0.86)
"""Shares of the leading; the standard's 22 lines may be adjusted where needed (GB/T 9704-2012, 5.2.3)."""

_LETTER_NAME_TOP = 22 * MM
_LETTER_RULE_TOP = 40 * MM
_LETTER_RULE_LEFT = 20 * MM
_LETTER_RULE_WIDTH = 170 * MM
_LETTER_FOOT = 277 * MM
"""The red rules of a letter stand 20 mm above the lower edge and are 170 mm wide (GB/T 9704-2012, 10.1)."""
_QR_SIDE = 11 * MM
_BAR_HEIGHT = 6.5 * MM
_BAR_MODULE = 0.27 * MM


class Layout(StrEnum):
    """The two kinds of A4 sheets."""

    LETTER = "letter"
    """With the office's name in red, red rules, the number at the right below them."""
    PLAIN = "plain"
    """A form: the title at the top of the type area."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the text of one document.

    `number` is the printed number, None where this kind of document has none; `pending` prints 编号待定 instead.
    `code` is encoded at the foot of each first page unless it is empty; each of `copies` is one full run of pages.
    """

    layout: Layout
    title: str
    office: str
    number: str | None
    pending: bool
    code: str
    code_label: str
    copies: tuple[str, ...]
    training: bool
    issued_on: date | None


def draw_sheets(sheet: Sheet, build: Callable[[float], list[Piece]]) -> bytes:
    """Lay out on A4 what `build` makes for a tightness, and draw every copy with its marks.

    The text is set a little tighter only where that saves a page, so that no page holds a seal alone.
    """
    imprint = Imprint(
        title=sheet.title, author=sheet.office, subject=sheet.number or sheet.code, issued_on=sheet.issued_on
    )
    pen = Pen(width=A4[0], height=A4[1], imprint=imprint)
    frame = Frame(x=LEFT, width=TYPE_WIDTH, first_top=_first_top(sheet), top=TOP, bottom=A4[1] - BOTTOM)
    pages = paginate(build(TIGHTNESS[0]), frame)
    for tight in TIGHTNESS[1:]:
        if len(pages) > 1:
            tighter = paginate(build(tight), frame)
            pages = tighter if len(tighter) < len(pages) else pages
    for copy in sheet.copies or ("",):
        for number, placed in enumerate(pages, start=1):
            _draw_page(pen, sheet, placed, number=number, copy=copy, of=len(pages))
    return pen.finish()


def specimen_mark(pen: Pen) -> None:
    """Mark a page of training data: a red frame, 样张 across the page and in a box at its corner; drawn first, text stays legible."""
    watermark = replace(styles.WATERMARK, size=min(150.0, min(pen.width, pen.height) * 0.3))
    pen.turned_text(SPECIMEN, x=pen.width / 2, top=pen.height / 2, style=watermark, degrees=35)
    inset = min(7 * MM, pen.width * 0.03)
    pen.box(x=inset, top=inset, width=pen.width - 2 * inset, height=pen.height - 2 * inset, weight=1.2, colour=RED)


def specimen_stamp(pen: Pen, *, x: float, top: float, size: float = 16.0) -> None:
    """Draw 样张 in a red box whose top left corner is given."""
    style = replace(styles.SPECIMEN, size=size, leading=size * 1.4)
    width = size * 2 + 10
    pen.box(x=x, top=top, width=width, height=style.leading + 4, weight=1.2, colour=RED, radius=2)
    pen.text(SPECIMEN, x=x, top=top + 2, style=style, measure=width)


def code_band(pen: Pen, *, code: str, label: str, x: float, top: float) -> None:
    """Draw a QR code and a Code 128 of the same `code` side by side, the words below the bars."""
    pen.symbol(codes.qr_code(code), x=x, top=top, width=_QR_SIDE, height=_QR_SIDE)
    left = x + _QR_SIDE + 5 * MM
    bars = codes.code128(code)
    pen.symbol(bars, x=left, top=top, width=bars.modules * _BAR_MODULE, height=_BAR_HEIGHT)
    pen.text(f"{label} {code}", x=left, top=top + _BAR_HEIGHT + 0.8 * MM, style=styles.CODE_TEXT, measure=110 * MM)


def _first_top(sheet: Sheet) -> float:
    if sheet.layout is Layout.PLAIN:
        return 30 * MM
    return _LETTER_RULE_TOP + 3 * MM + styles.NUMBER.leading + 0.7 * styles.LEADING


def _draw_page(pen: Pen, sheet: Sheet, placed: tuple[Placed, ...], *, number: int, copy: str, of: int) -> None:
    if sheet.training:
        specimen_mark(pen)
        specimen_stamp(pen, x=LEFT - 12 * MM, top=12 * MM)
    if number == 1 and sheet.layout is Layout.LETTER:
        _letterhead(pen, sheet)
    for one in placed:
        one.piece.draw(pen, LEFT, one.top)
    if copy:
        pen.text(copy, x=LEFT, top=14 * MM, style=styles.COPY_MARK, measure=TYPE_WIDTH)
    if number == 1 and sheet.code:
        code_band(pen, code=sheet.code, label=sheet.code_label, x=LEFT, top=A4[1] - BOTTOM + 2 * MM)
    if of > 1 and not (number == 1 and sheet.layout is Layout.LETTER):
        _page_number(pen, number)
    pen.next_page()


def _letterhead(pen: Pen, sheet: Sheet) -> None:
    size = min(38.0, 155 * MM / max(len(sheet.office), 1) * 0.92)
    tracking = min(6.0, (150 * MM - size * len(sheet.office)) / max(len(sheet.office), 1))
    style = replace(styles.TITLE, size=size, leading=14 * MM, tracking=max(tracking, 0.0), colour=RED)
    pen.text(sheet.office, x=_LETTER_RULE_LEFT, top=_LETTER_NAME_TOP, style=style, measure=_LETTER_RULE_WIDTH)
    for top, weights in ((_LETTER_RULE_TOP, (2.0, 0.7)), (_LETTER_FOOT, (0.7, 2.0))):
        for offset, weight in zip((0.0, 2.8), weights, strict=True):
            pen.rule(
                x=_LETTER_RULE_LEFT,
                top=top + offset,
                to_x=_LETTER_RULE_LEFT + _LETTER_RULE_WIDTH,
                to_top=top + offset,
                weight=weight,
                colour=RED,
            )
    number = number_text(sheet)
    if number:
        pen.text(number, x=LEFT, top=_LETTER_RULE_TOP + 3 * MM, style=styles.NUMBER, measure=TYPE_WIDTH)


def number_text(sheet: Sheet) -> str:
    """Say the document's number, or that it is not given yet; empty where this kind of document has none."""
    return f"（{PENDING}）" if sheet.pending else sheet.number or ""


def _page_number(pen: Pen, number: int) -> None:
    """Odd pages right, even pages left, one character in, 7 mm below the type area (GB/T 9704-2012, 7.5)."""
    text = f"— {number} —"
    style = replace(styles.PAGE_NUMBER, align=Align.LEFT)
    width = width_of(text, style)
    x = LEFT + style.size if number % 2 == 0 else LEFT + TYPE_WIDTH - style.size - width
    pen.text(text, x=x, top=A4[1] - BOTTOM + 7 * MM - 4, style=style, measure=width + 1)
