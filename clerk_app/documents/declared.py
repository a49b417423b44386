"""Forms declared as data (resources/forms/*.toml) and how a declaration with a paper's facts becomes pieces."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from typing import Annotated, Literal

import msgspec

from clerk_app import paths
from clerk_app.documents import blocks, styles, texts
from clerk_app.documents.flow import Piece, attach, space
from clerk_app.documents.page import TYPE_WIDTH, Layout
from clerk_app.domain.papers import (
    FactKind,
    FactSpec,
    FactValue,
    Mask,
    OfficeBlock,
    PaperData,
    PaperDocument,
    mask_identity,
    mask_phone,
    required_facts,
)

PLACE = re.compile(r"\{([a-z_.]+)\}")
_NUMBER_COLUMN = 30.0

StyleName = Literal["body", "flush", "heading", "subheading", "text", "note"]


class _Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Every block is drawn only if the fact that `when` names is given; `!` before the name turns that round."""

    when: str = ""


class Title(_Block, frozen=True, tag="title"):
    """The office (on plain sheets), the title, and the number (on plain sheets)."""


class Text(_Block, frozen=True, tag="text"):
    """A paragraph; `keep` holds it on one page with what follows."""

    text: str = ""
    style: StyleName = "body"
    keep: bool = False


class GridRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cells that are label and value in turn."""

    cells: tuple[str, ...]
    when: str = ""
    minimum: float = 22.0


class Grid(_Block, frozen=True, tag="grid"):
    """Ruled rows of labels and values; `labels` is the share of the width that each label takes."""

    rows: tuple[GridRow, ...] = ()
    labels: float = 0.17


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column of a table: its share of the width, and whether its figures are added up."""

    share: float
    centre: bool = False
    total: bool = False


class Table(_Block, frozen=True, tag="table"):
    """The rows of a fact, numbered, with their heading on every page."""

    fact: str = ""
    columns: tuple[Column, ...] = ()
    numbered: bool = True
    total_label: str = "合计"


class Lines(_Block, frozen=True, tag="lines"):
    """A fact of several lines, one paragraph each, numbered 1. 2. 3. when asked."""

    fact: str = ""
    style: StyleName = "body"
    numbered: bool = False


class Seal(_Block, frozen=True, tag="seal"):
    """The office's name over the date, where the seal goes."""

    hint: str = ""


class Signatures(_Block, frozen=True, tag="signatures"):
    """Pairs of a label and what stands on its line."""

    lines: tuple[tuple[str, str], ...] = ()
    columns: int = 2


class Cut(_Block, frozen=True, tag="cut"):
    """A dashed line to tear along."""


class Space(_Block, frozen=True, tag="space"):
    """Room in points; none at the top of a page."""

    height: float = 10.0


AnyBlock = Title | Text | Grid | Table | Lines | Seal | Signatures | Cut | Space


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One document: its sheet and its blocks from the top down."""

    document: PaperDocument
    layout: Layout
    block: tuple[AnyBlock, ...]
    title: str = ""
    numbered: bool = True
    number_label: str = ""
    code: Annotated[str, msgspec.Meta(min_length=1)] = "{case_no}"
    code_label: str = "办件编号"
    copies: tuple[str, ...] = ()


@cache
def form(document: PaperDocument) -> Form:
    """Read the declaration of a document."""
    content = paths.resource("forms", f"{document.value}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(content), Form)


class Filling:
    """The facts of one paper as they are printed: masked, dated, with the legal texts of its day."""

    def __init__(self, paper: PaperData) -> None:
        """Prepare the facts of `paper`, which must have passed `fact_faults`."""
        self.paper = paper
        self._specs = {spec.key: spec for spec in required_facts(paper.document)}

    def has(self, condition: str) -> bool:
        """Tell whether a block with this `when` is drawn."""
        wanted = not condition.startswith("!")
        return not condition or bool(self._value(condition.removeprefix("!"))) is wanted

    def fill(self, template: str) -> str:
        """Replace every {fact} of `template`, also in the texts that are filled in."""
        filled = PLACE.sub(lambda match: self._word(match.group(1)), template)
        return PLACE.sub(lambda match: self._word(match.group(1)), filled) if "{" in filled else filled

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return the rows of a fact, none when it is not given."""
        value = self.paper.facts.get(key)
        return tuple(row for row in value if isinstance(row, tuple)) if isinstance(value, tuple) else ()

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the lines of a fact, none when it is not given."""
        value = self.paper.facts.get(key)
        return tuple(line for line in value if isinstance(line, str)) if isinstance(value, tuple) else ()

    def columns(self, key: str) -> tuple[str, ...]:
        """Return the headings of a fact's rows."""
        return self._specs[key].columns

    def _value(self, key: str) -> FactValue:
        if key.startswith("office."):
            return str(getattr(self.paper.office, key.removeprefix("office.")))
        match key:
            case "case_no":
                return self.paper.case_no
            case "number":
                return self.paper.number or ""
            case "issued_on":
                return self.paper.issued_on or ""
        spec = self._specs[key]
        value = self.paper.facts.get(key, "")
        if not value and spec.text:
            return texts.wording(spec.text, on=self.paper.issued_on)
        return value

    def _word(self, key: str) -> str:
        value = self._value(key)
        if isinstance(value, date):
            return blocks.chinese_date(value)
        if isinstance(value, tuple):
            return "\n".join(line for line in value if isinstance(line, str))
        if not value and key in self._specs and self._specs[key].kind is FactKind.DATE:
            return ""
        return self._masked(self._specs[key], value) if key in self._specs else value

    def _masked(self, spec: FactSpec, value: str) -> str:
        match spec.mask:
            case Mask.IDENTITY:
                kind = self.paper.facts.get(f"{spec.key}_kind", "")
                return value if "信用代码" in str(kind) else mask_identity(value)
            case Mask.PHONE:
                return mask_phone(value)
            case Mask.NONE:
                return value


def pieces(declared: Form, filling: Filling, *, number: str) -> list[Piece]:
    """Turn a declaration and a paper's facts into pieces of A4 width.

    `number` is the number as it is printed on plain sheets; letters carry it in their head.
    """
    made: list[Piece] = []
    for block in declared.block:
        if filling.has(block.when):
            if isinstance(block, Seal | Signatures):
                made = attach(made)
            made += _block(block, declared=declared, filling=filling, number=number)
    return made


def _block(block: AnyBlock, *, declared: Form, filling: Filling, number: str) -> list[Piece]:
    match block:
        case Title():
            return _title(declared, filling, number=number)
        case Text():
            style = styles.NAMED[block.style]
            return blocks.paragraph(filling.fill(block.text), style=style, width=TYPE_WIDTH, keep=block.keep)
        case Grid():
            return _grid(block, filling)
        case Table():
            return _table(block, filling)
        case Lines():
            return _lines(block, filling)
        case Seal():
            office = filling.paper.office
            return blocks.seal_place(office.name, day=filling.paper.issued_on, hint=block.hint, width=TYPE_WIDTH)
        case Signatures():
            pairs = tuple((label, filling.fill(value)) for label, value in block.lines)
            return blocks.signatures(pairs, width=TYPE_WIDTH, columns=block.columns)
        case Cut():
            return blocks.cut_line(width=TYPE_WIDTH)
        case Space():
            return [space(block.height)]


def document_title(declared: Form, office: OfficeBlock, title: str) -> str:
    """Say the full title of a document for its metadata."""
    return f"{office.name}{declared.title or title}"


def _title(declared: Form, filling: Filling, *, number: str) -> list[Piece]:
    made: list[Piece] = []
    if declared.layout is Layout.PLAIN:
        made += blocks.paragraph(filling.paper.office.name, style=styles.OFFICE, width=TYPE_WIDTH, keep=True)
    made += blocks.title(filling.fill(declared.title), width=TYPE_WIDTH)
    if declared.layout is Layout.PLAIN and number:
        label = declared.number_label + number
        made += blocks.paragraph(label, style=styles.SERIAL, width=TYPE_WIDTH, keep=True)
    return made


def _grid(block: Grid, filling: Filling) -> list[Piece]:
    made = []
    for row in block.rows:
        if not filling.has(row.when):
            continue
        pairs = len(row.cells) // 2
        label_width = block.labels * TYPE_WIDTH
        value_width = TYPE_WIDTH / pairs - label_width
        cells = []
        for position, content in enumerate(row.cells):
            is_label = position % 2 == 0
            cells.append(
                blocks.Cell(
                    text=filling.fill(content),
                    width=label_width if is_label else value_width,
                    style=styles.LABEL if is_label else styles.VALUE,
                )
            )
        made.append(blocks.ruled_row(tuple(cells), minimum=row.minimum))
    return made


def _table(block: Table, filling: Filling) -> list[Piece]:
    names = filling.columns(block.fact)
    rest = TYPE_WIDTH - (_NUMBER_COLUMN if block.numbered else 0.0)
    widths = [column.share * rest for column in block.columns]
    lead = (blocks.Cell("序号", _NUMBER_COLUMN, styles.COLUMN_HEAD),) if block.numbered else ()
    header = (*lead, *(blocks.Cell(n, w, styles.COLUMN_HEAD) for n, w in zip(names, widths, strict=True)))
    rows = []
    for number, values in enumerate(filling.rows(block.fact), start=1):
        first = (blocks.Cell(str(number), _NUMBER_COLUMN, styles.CELL_CENTRE),) if block.numbered else ()
        rows.append((*first, *_cells(block, values, widths)))
    return blocks.table(header, tuple(rows), total=_total(block, filling, widths))


def _cells(block: Table, values: tuple[str, ...], widths: list[float]) -> tuple[blocks.Cell, ...]:
    return tuple(
        blocks.Cell(value, width, styles.CELL_CENTRE if column.centre else styles.CELL)
        for value, width, column in zip(values, widths, block.columns, strict=True)
    )


def _total(block: Table, filling: Filling, widths: list[float]) -> tuple[blocks.Cell, ...]:
    """Add up the columns that ask for it; a cell without a figure counts as nothing."""
    if not any(column.total for column in block.columns):
        return ()
    rows = filling.rows(block.fact)
    cells: list[blocks.Cell] = []
    label_width = _NUMBER_COLUMN if block.numbered else 0.0
    for position, column in enumerate(block.columns):
        if column.total:
            figure = sum(int(row[position]) for row in rows if row[position].isdigit())
            cells.append(blocks.Cell(str(figure), widths[position], styles.CELL_CENTRE))
        elif cells:
            cells.append(blocks.Cell("", widths[position], styles.CELL_CENTRE))
        else:
            label_width += widths[position]
    count = f"{block.total_label}（{len(rows)} 项）"
    return (blocks.Cell(count, label_width, styles.COLUMN_HEAD), *cells)


def _lines(block: Lines, filling: Filling) -> list[Piece]:
    made: list[Piece] = []
    for number, line in enumerate(filling.lines(block.fact), start=1):
        text = f"{number}. {line}" if block.numbered else line
        made += blocks.paragraph(text, style=styles.NAMED[block.style], width=TYPE_WIDTH)
    return made
