"""The certificate of a licence: the nine printed fields on a landscape sheet with an engraved border, or the text alone for blank paper.

Fields after 危险化学品经营许可证管理办法 (55号令) and the certificate form of the ministry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from clerk_app.documents import codes, styles
from clerk_app.documents.blocks import chinese_date
from clerk_app.documents.declared import Filling
from clerk_app.documents.fonts import Family
from clerk_app.documents.forms.ornament import engraved_border
from clerk_app.documents.page import A4, PENDING, specimen_mark, specimen_stamp
from clerk_app.documents.pen import MM, Imprint, Pen
from clerk_app.documents.text import Align, Style, break_lines, width_of
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.papers import PaperData

WIDTH, HEIGHT = A4[1], A4[0]
LEFT = 34 * MM
MEASURE = WIDTH - 2 * LEFT
FIELDS_TOP = 67 * MM
FIELDS_BOTTOM = 143 * MM
QR_SIDE = 25 * MM
COPIES = ("正本", "副本")
LABEL_EMS = 6.0
SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)

_TITLE = Style(family=Family.TITLE, size=40, leading=52, tracking=5, align=Align.CENTRE)
_CAPTION = Style(family=Family.SANS, size=7.5, leading=10, align=Align.LEFT)


@dataclass(frozen=True, slots=True)
class _Field:
    """One printed field; `half` shares its line with the next one."""

    label: str
    value: str
    half: bool = False


def draw_certificate(paper: PaperData) -> bytes:
    """Draw one sheet for each copy (正本, 副本).

    Raises:
        RuleViolation: `paper_overflow` when the fields do not fit the sheet even in the smallest size.
    """
    filling = Filling(paper)
    title = filling.fill("{certificate_title}")
    number = paper.number or f"（{PENDING}）"
    authority = paper.office.certificate_authority or paper.office.name
    pen = Pen(
        width=WIDTH,
        height=HEIGHT,
        imprint=Imprint(title=title, author=authority, subject=number, issued_on=paper.issued_on),
    )
    named = filling.fill("{copy_name}")
    for copy in paper.copies or ((named,) if named else COPIES):
        if not paper.overlay:
            _background(pen, paper, title=title, copy=copy)
        _number(pen, number, overlay=paper.overlay)
        _fields(pen, _printed_fields(filling, overlay=paper.overlay), overlay=paper.overlay)
        _foot(pen, paper, filling, authority=authority)
        pen.next_page()
    return pen.finish()


def _background(pen: Pen, paper: PaperData, *, title: str, copy: str) -> None:
    if paper.training:
        specimen_mark(pen)
    engraved_border(pen)
    if paper.training:
        specimen_stamp(pen, x=26 * MM, top=27 * MM, size=18)
    tracking = min(_TITLE.tracking, max(0.0, (MEASURE - _TITLE.size * len(title)) / max(len(title), 1)))
    size = min(_TITLE.size, MEASURE / max(len(title), 1))
    pen.text(title, x=LEFT, top=28 * MM, style=replace(_TITLE, size=size, tracking=tracking), measure=MEASURE)
    copy_style = Style(family=Family.KAI, size=18, leading=26, tracking=3, align=Align.CENTRE)
    pen.text(f"（{copy}）", x=LEFT, top=46 * MM, style=copy_style, measure=MEASURE)


def _number(pen: Pen, number: str, *, overlay: bool) -> None:
    style = Style(size=14, leading=20, align=Align.RIGHT)
    pen.text(number if overlay else f"证书编号：{number}", x=LEFT, top=56.5 * MM, style=style, measure=MEASURE)


def _printed_fields(filling: Filling, *, overlay: bool) -> tuple[_Field, ...]:
    places = [f"注册地址：{filling.fill('{registered_address}')}"]
    if filling.has("business_place"):
        places.append(f"经营场所：{filling.fill('{business_place}')}")
    if filling.has("storage_place"):
        places.append(f"储存场所：{filling.fill('{storage_place}')}")
    term = filling.fill("自{valid_from}至{valid_to}")
    if filling.has("changed_on"):
        term += filling.fill("（变更日期：{changed_on}）")
    return (
        _Field("企业名称", filling.fill("{holder}")),
        _Field("企业住所", "\n".join(places)),
        _Field("法定代表人", filling.fill("{legal_representative}"), half=True),
        _Field("经营方式", filling.fill("{business_mode}")),
        _Field("许可范围", filling.fill("{scope}")),
        _Field("有效期限", term),
        _Field("延续情况", filling.fill("{renewals}") or ("" if overlay else "——")),
    )


def _fields(pen: Pen, fields: tuple[_Field, ...], *, overlay: bool) -> None:
    for size in SIZES:
        free = FIELDS_BOTTOM - _lay_fields(None, fields, size=size, gap=0.35 * size, overlay=overlay)
        if free >= 0:
            gap = 0.35 * size + min(free / len(fields), 0.65 * size)
            _lay_fields(pen, fields, size=size, gap=gap, overlay=overlay)
            return
    raise RuleViolation("paper_overflow", field="scope", label="许可范围")


def _lay_fields(pen: Pen | None, fields: tuple[_Field, ...], *, size: float, gap: float, overlay: bool) -> float:
    """Set the fields in one size, drawing when there is a pen; return where they end."""
    label_style = Style(family=Family.BOLD, size=size, leading=size * 1.5, align=Align.DISTRIBUTE)
    value_style = Style(family=Family.SONG, size=size, leading=size * 1.5, align=Align.LEFT)
    label_width = LABEL_EMS * size
    top = FIELDS_TOP
    shared = 0.0
    for field in fields:
        start = LEFT + (MEASURE / 2 if shared else 0.0)
        room = MEASURE / 2 if field.half or shared else MEASURE
        value_x = start + label_width + size * 1.2
        measure = room - (value_x - start) - (size if field.half else 0.0)
        lines = break_lines(field.value, style=value_style, measure=measure)
        if pen is not None:
            if not overlay:
                pen.text(field.label, x=start, top=top, style=label_style, measure=label_width)
                pen.text("：", x=start + label_width, top=top, style=value_style, measure=size * 1.2)
            for number, line in enumerate(lines):
                pen.line_of_text(
                    line, x=value_x, top=top + number * value_style.leading, style=value_style, measure=measure
                )
        height = max(len(lines) * value_style.leading, shared)
        if field.half:
            shared = height
        else:
            top += height + gap
            shared = 0.0
    return top


def _foot(pen: Pen, paper: PaperData, filling: Filling, *, authority: str) -> None:
    """Draw the code at the left and the authority with its date, where the seal goes, at the right."""
    code = filling.fill("{verification_code}") or paper.number or paper.case_no
    top = 150 * MM
    pen.symbol(codes.qr_code(code), x=LEFT, top=top, width=QR_SIDE, height=QR_SIDE)
    if not paper.overlay:
        pen.text(
            "扫码可核对本证的发证信息。\n本码证明发证时的记载，\n不表示证件当日有效。",
            x=LEFT + QR_SIDE + 4 * MM,
            top=top + QR_SIDE - 31,
            style=_CAPTION,
            measure=60 * MM,
        )
    style = Style(size=16, leading=26, align=Align.CENTRE)
    width = max(width_of(authority, style), 90 * MM)
    x = LEFT + MEASURE - width
    if not paper.overlay:
        labels = Style(family=Family.BOLD, size=14, leading=22, align=Align.CENTRE)
        pen.text("发证机关（盖章）", x=x, top=top - 1 * MM, style=labels, measure=width)
    pen.text(authority, x=x, top=top + 9 * MM, style=style, measure=width + 0.1)
    pen.text(chinese_date(paper.issued_on), x=x, top=top + 18.5 * MM, style=style, measure=width)
    if paper.training and paper.overlay:
        specimen_stamp(pen, x=x, top=styles.LEADING, size=18)
