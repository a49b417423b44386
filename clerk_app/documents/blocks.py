"""The parts papers are made of, as pieces: paragraphs, ruled tables, the seal place, lines to sign on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from clerk_app.documents import styles
from clerk_app.documents.flow import Piece, space
from clerk_app.documents.pen import MM, Pen
from clerk_app.documents.text import Align, Line, Style, break_lines, width_of

PAD_X = 5.0
PAD_Y = 3.5
SPLIT_SHARE = 0.3
"""A row that is higher than this share of a page is cut rather than moved, so that no page is left half empty."""
PAGE = 225 * MM
BLANK_HEIGHT = 27.0
SEAL_GAP = 15 * MM
"""From the text to the office's name; with it a seal of 42 mm begins within one line of the text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled row; `width` in points, text in the middle of its height."""

    text: str
    width: float
    style: Style = styles.VALUE


def chinese_date(day: date | None) -> str:
    """Write a date in Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5); None leaves room to write one by hand."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"


def paragraph(text: str, *, style: Style, width: float, keep: bool = False, left: float = 0.0) -> list[Piece]:
    """Set a paragraph; no page begins or ends with a single line of it. `keep` holds it on one page with what follows."""
    lines = break_lines(text, style=style, measure=width - left)
    pieces = []
    for index, line in enumerate(lines):
        draw = partial(_draw_line, line=line, style=style, left=left, measure=width - left)
        glue = (keep and index == len(lines) - 1) or (len(lines) > 1 and index in {0, len(lines) - 2})
        pieces.append(Piece(height=style.leading, draw=draw, glue=glue))
    return pieces


def title(text: str, *, width: float) -> list[Piece]:
    """Set the title, held on one page with what follows."""
    return [*paragraph(text, style=styles.TITLE, width=width, keep=True), replace(space(10), glue=True)]


def ruled_row(
    cells: tuple[Cell, ...], *, heading: Piece | None = None, minimum: float = 0.0, glue: bool = False
) -> Piece:
    """Rule one row whose cells wrap; a very high row can be cut between lines."""
    columns = tuple((cell, break_lines(cell.text, style=cell.style, measure=cell.width - 2 * PAD_X)) for cell in cells)
    return _row(columns, heading=heading, minimum=minimum, glue=glue)


_Columns = tuple[tuple[Cell, tuple[Line, ...]], ...]


def _row(columns: _Columns, *, heading: Piece | None, minimum: float, glue: bool) -> Piece:
    height = max(max(len(lines) * cell.style.leading for cell, lines in columns) + 2 * PAD_Y, minimum)
    tall = height > SPLIT_SHARE * PAGE
    return Piece(
        height=height,
        draw=partial(_draw_row, columns=columns, height=height),
        glue=glue,
        heading=heading,
        split=partial(_cut_row, columns=columns, heading=heading) if tall else None,
    )


def _cut_row(room: float, *, columns: _Columns, heading: Piece | None) -> tuple[Piece, Piece] | None:
    fits = [int((room - 2 * PAD_Y) // cell.style.leading) for cell, _ in columns]
    if min(fits) < 3:
        return None
    first = tuple((cell, lines[:count]) for (cell, lines), count in zip(columns, fits, strict=True))
    rest = tuple((cell, lines[count:]) for (cell, lines), count in zip(columns, fits, strict=True))
    return (
        _row(first, heading=heading, minimum=0.0, glue=False),
        _row(rest, heading=heading, minimum=0.0, glue=False),
    )


def table(
    header: tuple[Cell, ...],
    rows: tuple[tuple[Cell, ...], ...],
    *,
    total: tuple[Cell, ...] = (),
    minimum: float = 22.0,
) -> list[Piece]:
    """Rule a table whose heading is repeated on every page.

    The heading never stands without two rows, and the last row never alone on a page.
    """
    head = ruled_row(header, glue=True)
    pieces = [head, *(ruled_row(row, heading=replace(head, glue=False), minimum=minimum) for row in rows)]
    if len(rows) > 1:
        pieces[1] = replace(pieces[1], glue=True)
        pieces[-2] = replace(pieces[-2], glue=True)
    if total:
        pieces[-1] = replace(pieces[-1], glue=True)
        pieces.append(ruled_row(total, minimum=minimum))
    return pieces


def seal_place(office: str, *, day: date | None, hint: str, width: float) -> list[Piece]:
    """Set the signing office above its date where the seal goes: both stand below the middle of a seal of 42 mm (GB/T 9704, 7.3.5).

    The date ends four characters before the right edge and the office's name is centred over it.
    """
    height = SEAL_GAP + 26 * MM
    return [Piece(height=height, draw=partial(_draw_seal_place, office=office, day=day, hint=hint, width=width))]


def signatures(pairs: tuple[tuple[str, str], ...], *, width: float, columns: int = 2) -> list[Piece]:
    """Set labelled lines to sign on, side by side; a given value stands on its line."""
    share = width / columns
    pieces = []
    for start in range(0, len(pairs), columns):
        row = pairs[start : start + columns]
        pieces.append(
            Piece(
                height=BLANK_HEIGHT, draw=partial(_draw_blanks, row=row, share=share), glue=start + columns < len(pairs)
            )
        )
    return pieces


def signed_beside_seal(
    pairs: tuple[tuple[str, str], ...], *, office: str, day: date | None, hint: str, width: float
) -> list[Piece]:
    """Set lines to sign on at the left and the seal place beside them, which takes half the height of both."""
    height = max(len(pairs) * BLANK_HEIGHT, SEAL_GAP + 24 * MM)
    draw = partial(_draw_signed_seal, pairs=pairs, office=office, day=day, hint=hint, width=width)
    return [Piece(height=height, draw=draw)]


def cut_line(*, width: float) -> list[Piece]:
    """Set the dashed line along which an acknowledgement is torn off."""
    return [Piece(height=14, draw=partial(_draw_cut_line, width=width), glue=True, gap=False)]


def _draw_line(pen: Pen, x: float, top: float, *, line: Line, style: Style, left: float, measure: float) -> None:
    pen.line_of_text(line, x=x + left, top=top, style=style, measure=measure)


def _draw_row(pen: Pen, x: float, top: float, *, columns: _Columns, height: float) -> None:
    for cell, lines in columns:
        pen.box(x=x, top=top, width=cell.width, height=height)
        start = top + (height - len(lines) * cell.style.leading) / 2
        for number, line in enumerate(lines):
            pen.line_of_text(
                line,
                x=x + PAD_X,
                top=start + number * cell.style.leading,
                style=cell.style,
                measure=cell.width - 2 * PAD_X,
            )
        x += cell.width


def _draw_seal_place(pen: Pen, x: float, top: float, *, office: str, day: date | None, hint: str, width: float) -> None:
    style = styles.SIGNED
    written = chinese_date(day)
    date_width = width_of(written, style)
    name_width = width_of(office, style)
    block = max(date_width, name_width)
    right = width - 4 * style.size if name_width <= date_width + 4 * style.size else width
    left = x + right - (date_width + name_width) / 2 if name_width > date_width else x + right - block
    left = min(left, x + width - block)
    centred = replace(style, align=Align.CENTRE)
    name_top = top + SEAL_GAP
    pen.text(office, x=left, top=name_top, style=centred, measure=block + 0.1)
    pen.text(written, x=left, top=name_top + style.leading, style=centred, measure=block + 0.1)
    pen.text(hint, x=left, top=name_top + 2 * style.leading, style=styles.SEAL_HINT, measure=block)


def _draw_blanks(pen: Pen, x: float, top: float, *, row: tuple[tuple[str, str], ...], share: float) -> None:
    style = styles.FORM_BLANK
    for number, (label, value) in enumerate(row):
        left = x + number * share
        label_width = width_of(label, style)
        pen.text(label, x=left, top=top + 4, style=style, measure=label_width + 0.1)
        line_from, line_to = left + label_width + 2, left + share - 10
        pen.rule(x=line_from, top=top + 23, to_x=line_to, to_top=top + 23)
        if value:
            pen.text(value, x=line_from + 4, top=top + 4, style=style, measure=line_to - line_from - 4)


def _draw_signed_seal(
    pen: Pen,
    x: float,
    top: float,
    *,
    pairs: tuple[tuple[str, str], ...],
    office: str,
    day: date | None,
    hint: str,
    width: float,
) -> None:
    for number, pair in enumerate(pairs):
        _draw_blanks(pen, x, top + number * BLANK_HEIGHT, row=(pair,), share=width * 0.56)
    _draw_seal_place(pen, x, top, office=office, day=day, hint=hint, width=width + 3 * styles.SIGNED.size)


def _draw_cut_line(pen: Pen, x: float, top: float, *, width: float) -> None:
    pen.rule(x=x, top=top + 7, to_x=x + width, to_top=top + 7, dash=True)
