"""The mailing label, 100 x 180 mm: the recipient large, the carrier's number as bars, no personal identity number."""

from __future__ import annotations

from dataclasses import replace

from clerk_app.documents import codes
from clerk_app.documents.declared import Filling
from clerk_app.documents.fonts import Family
from clerk_app.documents.page import specimen_mark, specimen_stamp
from clerk_app.documents.pen import MM, Imprint, Pen
from clerk_app.documents.text import Align, Line, Style, break_lines
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.papers import TITLES, PaperData

WIDTH, HEIGHT = 100 * MM, 180 * MM
LEFT = 5 * MM
MEASURE = WIDTH - 2 * LEFT
TAG = 9 * MM
BAR_MODULE = 0.33 * MM

_SMALL = Style(family=Family.SANS, size=8.5, leading=12.5, align=Align.LEFT)
_TAG = Style(family=Family.BOLD, size=12, leading=15, align=Align.CENTRE)
_NAME = Style(family=Family.BOLD, size=15, leading=21, align=Align.LEFT)
_SHRINKS = (1.0, 0.92, 0.85, 0.78, 0.7)


def draw_mailing_label(paper: PaperData) -> bytes:
    """Draw one label for each copy.

    Raises:
        RuleViolation: `paper_overflow` when the address does not fit even in the smallest size.
    """
    filling = Filling(paper)
    title = TITLES[paper.document]
    imprint = Imprint(title=title, author=paper.office.name, subject=paper.case_no, issued_on=paper.issued_on)
    pen = Pen(width=WIDTH, height=HEIGHT, imprint=imprint)
    for copy in paper.copies or ("",):
        if paper.training:
            specimen_mark(pen)
        _head(pen, filling, copy=copy)
        _sender(pen, paper, top=46 * MM)
        _recipient(pen, filling, top=68 * MM)
        _contents(pen, filling, top=114 * MM)
        _foot(pen, paper, top=158 * MM)
        if paper.training:
            specimen_stamp(pen, x=WIDTH - LEFT - 18 * MM, top=142 * MM, size=11)
        pen.box(x=LEFT, top=LEFT, width=MEASURE, height=HEIGHT - 2 * LEFT, weight=1.0)
        pen.next_page()
    return pen.finish()


def _head(pen: Pen, filling: Filling, *, copy: str) -> None:
    title = Style(family=Family.TITLE, size=15, leading=20, align=Align.LEFT)
    pen.text(filling.fill("{carrier}"), x=LEFT + 3 * MM, top=7 * MM, style=title, measure=MEASURE)
    pen.text(
        f"邮件详情单{copy}", x=LEFT, top=7.6 * MM, style=replace(_SMALL, align=Align.RIGHT), measure=MEASURE - 3 * MM
    )
    _rule(pen, 16 * MM)
    waybill = filling.fill("{waybill}")
    if not waybill:
        pen.text("邮件号码粘贴处", x=LEFT, top=29 * MM, style=replace(_SMALL, align=Align.CENTRE), measure=MEASURE)
        return
    bars = codes.code128(waybill)
    width = min(bars.modules * BAR_MODULE, MEASURE - 14 * MM)
    pen.symbol(bars, x=(WIDTH - width) / 2, top=19 * MM, width=width, height=17 * MM)
    digits = Style(family=Family.BOLD, size=15, leading=20, tracking=1.5, align=Align.CENTRE)
    pen.text(waybill, x=LEFT, top=37 * MM, style=digits, measure=MEASURE)


def _sender(pen: Pen, paper: PaperData, *, top: float) -> None:
    office = paper.office
    _tag(pen, "寄件", top=top, height=22 * MM)
    lines = [office.name, f"电话：{office.phone}", office.address]
    if office.postcode:
        lines[1] += f"　邮编：{office.postcode}"
    pen.text("\n".join(lines), x=_inside(), top=top + 1.5 * MM, style=_SMALL, measure=_inner_measure())


def _recipient(pen: Pen, filling: Filling, *, top: float) -> None:
    height = 46 * MM
    _tag(pen, "收件", top=top, height=height)
    phone = filling.fill("{recipient_phone}")
    if filling.has("recipient_postcode"):
        phone += filling.fill("　邮编：{recipient_postcode}")
    address = filling.fill("{recipient_address}")
    if filling.has("organisation"):
        address += "\n" + filling.fill("{organisation}")
    for shrink in _SHRINKS:
        address_style = Style(family=Family.SANS, size=13 * shrink, leading=18.5 * shrink, align=Align.LEFT)
        parts = (
            (filling.fill("{recipient}"), replace(_NAME, size=15 * shrink, leading=21 * shrink)),
            (phone, replace(_NAME, size=13 * shrink, leading=20 * shrink)),
            (address, address_style),
        )
        rows = [(break_lines(text, style=style, measure=_inner_measure()), style) for text, style in parts]
        if sum(len(lines) * style.leading for lines, style in rows) <= height - 3 * MM:
            _draw_rows(pen, rows, top=top + 1.5 * MM)
            return
    raise RuleViolation("paper_overflow", field="recipient_address", label="收件地址")


def _draw_rows(pen: Pen, rows: list[tuple[tuple[Line, ...], Style]], *, top: float) -> None:
    for lines, style in rows:
        for line in lines:
            pen.line_of_text(line, x=_inside(), top=top, style=style, measure=_inner_measure())
            top += style.leading


def _contents(pen: Pen, filling: Filling, *, top: float) -> None:
    _rule(pen, top)
    rows = (
        (("内件品名", "{contents}"), ("件　　数", "{pieces}")),
        (("付费方式", "{payment}"), ("重　　量", "{weight}")),
        (("交寄日期", "{posted_on}"), ("", "")),
        (("备　　注", "{remark}"), ("", "")),
    )
    for number, row in enumerate(rows):
        for column, (label, template) in enumerate(row):
            if label:
                x = LEFT + 3 * MM + column * 52 * MM
                measure = (50 * MM if column == 0 else 34 * MM) if row[1][0] else MEASURE - 6 * MM
                text = f"{label}：{filling.fill(template)}"
                pen.text(text, x=x, top=top + 2 * MM + number * 5.6 * MM, style=_SMALL, measure=measure)
    _rule(pen, top + 27 * MM)
    pen.text("收件人签收：", x=LEFT + 3 * MM, top=top + 29 * MM, style=_SMALL, measure=MEASURE)
    pen.text("与收件人关系：", x=LEFT + 3 * MM, top=top + 36 * MM, style=_SMALL, measure=MEASURE)
    pen.text("签收日期：　　　年　　月　　日", x=LEFT + 44 * MM, top=top + 36 * MM, style=_SMALL, measure=MEASURE)


def _foot(pen: Pen, paper: PaperData, *, top: float) -> None:
    _rule(pen, top)
    side = 14 * MM
    pen.symbol(codes.qr_code(paper.case_no), x=LEFT + 2.5 * MM, top=top + 1.5 * MM, width=side, height=side)
    bars = codes.code128(paper.case_no)
    x = LEFT + 20 * MM
    width = min(bars.modules * 0.3 * MM, LEFT + MEASURE - 3 * MM - x)
    pen.symbol(bars, x=x, top=top + 2 * MM, width=width, height=8 * MM)
    pen.text(f"办件编号 {paper.case_no}", x=x, top=top + 11.4 * MM, style=_SMALL, measure=MEASURE)


def _tag(pen: Pen, words: str, *, top: float, height: float) -> None:
    _rule(pen, top)
    pen.rule(x=LEFT + TAG, top=top, to_x=LEFT + TAG, to_top=top + height)
    start = top + (height - len(words) * _TAG.leading) / 2
    for number, char in enumerate(words):
        pen.text(char, x=LEFT, top=start + number * _TAG.leading, style=_TAG, measure=TAG)


def _rule(pen: Pen, top: float) -> None:
    pen.rule(x=LEFT, top=top, to_x=LEFT + MEASURE, to_top=top, weight=0.6)


def _inside() -> float:
    return LEFT + TAG + 2.5 * MM


def _inner_measure() -> float:
    return MEASURE - TAG - 5 * MM
