"""Forms declared as data (resources/forms/*.toml) and how a declaration with a paper's facts becomes pieces."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from clerk_app import paths
from clerk_app.documents import blocks, styles
from clerk_app.documents.flow import Piece, attach, space
from clerk_app.documents.page import TYPE_WIDTH, Layout
from clerk_app.documents.text import Style
from clerk_app.domain.papers import (
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
_NUMBER_COLUMN = 34.0
_NUMERALS = "一二三四五六七八九十"

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


class Heading(_Block, frozen=True, tag="heading"):
    """A numbered heading: 一、 on level 1, （一） on level 2; only headings that are drawn are counted."""

    text: str = ""
    level: Literal[1, 2] = 1


class GridRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cells that are label and value in turn."""

    cells: tuple[str, ...]
    when: str = ""
    minimum: float = 22.0


class Grid(_Block, frozen=True, tag="grid"):
    """Ruled rows of labels and values; `labels` is the share of the width that each label takes."""

    rows: tuple[GridRow, ...] = ()
    labels: float = 0.19


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
    count_unit: str = "项"


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


class SignedSeal(_Block, frozen=True, tag="signed_seal"):
    """Lines to sign on with the seal place beside them."""

    lines: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class Cut(_Block, frozen=True, tag="cut"):
    """A dashed line to tear along."""


class Space(_Block, frozen=True, tag="space"):
    """Room in points; none at the top of a page."""

    height: float = 10.0


AnyBlock = Title | Text | Heading | Grid | Table | Lines | Seal | Signatures | SignedSeal | Cut | Space


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One document: its sheet and its blocks from the top down."""

    document: PaperDocument
    layout: Layout
    block: tuple[AnyBlock, ...]
    title: str = ""
    numbered: bool = True
    number_label: str = ""
    code: str = "{case_no}"
    code_label: str = "办件编号"
    copies: tuple[str, ...] = ()


@cache
def form(document: PaperDocument) -> Form:
    """Read the declaration of a document."""
    content = paths.resource("forms", f"{document.value}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(content), Form)


class Filling:
    """The facts of one paper as they are printed: dates in words, personal numbers masked."""

    def __init__(self, paper: PaperData) -> None:
        """Prepare the facts of `paper`, which must have passed `fact_faults`."""
        self.paper = paper
        self._specs = {spec.key: spec for spec in required_facts(paper.document)}

    def has(self, condition: str) -> bool:
        """Tell whether a block with this `when` is drawn."""
        wanted = not condition.startswith("!")
        return not condition or bool(self._value(condition.removeprefix("!"))) is wanted

    def fill(self, template: str) -> str:
        """Replace every {fact} of `template`; a sentence that brought its own full stop does not get a second one."""
        filled = PLACE.sub(lambda match: self._word(match.group(1)), template)
        return filled.replace("。。", "。").replace("；。", "。")

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
        if key not in self._specs:
            raise KeyError(key)
        return self.paper.facts.get(key, "")

    def _word(self, key: str) -> str:
        value = self._value(key)
        if isinstance(value, date):
            return blocks.chinese_date(value)
        if isinstance(value, tuple):
            return "\n".join(line for line in value if isinstance(line, str))
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


def pieces(declared: Form, filling: Filling, *, number: str, tight: float = 1.0) -> list[Piece]:
    """Turn a declaration and a paper's facts into pieces of A4 width.

    `number` is the number as it is printed on plain sheets; letters carry it in their head. `tight` is a share of the leading.
    """
    setter = _Setter(declared, filling, number=number, tight=tight)
    made: list[Piece] = []
    for block in declared.block:
        if filling.has(block.when):
            if isinstance(block, Seal | SignedSeal | Signatures):
                made = attach(made)
            made += setter.block(block)
    return made


def document_title(declared: Form, office: OfficeBlock, title: str) -> str:
    """Say the full title of a document for its metadata."""
    return f"{office.name}{declared.title or title}"


class _Setter:
    """Sets the blocks of one form in one tightness."""

    def __init__(self, declared: Form, filling: Filling, *, number: str, tight: float) -> None:
        self._declared = declared
        self._filling = filling
        self._number = number
        self._tight = tight
        self._counts = [0, 0]

    def block(self, block: AnyBlock) -> list[Piece]:
        """Set one block."""
        match block:
            case Title():
                return self._title()
            case Text():
                text = self._filling.fill(block.text)
                return self._paragraph(text, style=styles.NAMED[block.style], keep=block.keep)
            case Heading():
                return self._heading(block)
            case Grid():
                return self._grid(block)
            case Table():
                return self._table(block)
            case Lines():
                return self._lines(block)
            case Space():
                return [space(block.height * self._tight)]
            case _:
                return self._foot(block)

    def _foot(self, block: Seal | Signatures | SignedSeal | Cut) -> list[Piece]:
        office = self._filling.paper.office.name
        day = self._filling.paper.issued_on
        if isinstance(block, Cut):
            return blocks.cut_line(width=TYPE_WIDTH)
        if isinstance(block, Seal):
            return blocks.seal_place(office, day=day, hint=block.hint, width=TYPE_WIDTH)
        pairs = tuple((label, self._filling.fill(value)) for label, value in block.lines)
        if isinstance(block, Signatures):
            return blocks.signatures(pairs, width=TYPE_WIDTH, columns=block.columns)
        return blocks.signed_beside_seal(pairs, office=office, day=day, hint=block.hint, width=TYPE_WIDTH)

    def _paragraph(self, text: str, *, style: Style, keep: bool = False) -> list[Piece]:
        return blocks.paragraph(text, style=styles.tightened(style, self._tight), width=TYPE_WIDTH, keep=keep)

    def _title(self) -> list[Piece]:
        plain = self._declared.layout is Layout.PLAIN
        made: list[Piece] = []
        if plain:
            office = self._filling.paper.office.name
            made += blocks.paragraph(office, style=styles.OFFICE, width=TYPE_WIDTH, keep=True)
        made += blocks.title(self._filling.fill(self._declared.title), width=TYPE_WIDTH)
        if plain and self._number:
            label = self._declared.number_label + self._number
            made += blocks.paragraph(label, style=styles.SERIAL, width=TYPE_WIDTH, keep=True)
        return made

    def _heading(self, block: Heading) -> list[Piece]:
        self._counts[block.level - 1] += 1
        if block.level == 1:
            self._counts[1] = 0
        numeral = _NUMERALS[self._counts[block.level - 1] - 1]
        lead, style = (f"{numeral}、", styles.HEADING) if block.level == 1 else (f"（{numeral}）", styles.SUBHEADING)
        return self._paragraph(lead + self._filling.fill(block.text), style=style, keep=True)

    def _grid(self, block: Grid) -> list[Piece]:
        letter = self._declared.layout is Layout.LETTER
        label_style = styles.tightened(styles.LETTER_LABEL if letter else styles.LABEL, self._tight)
        value_style = styles.tightened(styles.LETTER_VALUE if letter else styles.VALUE, self._tight)
        made = []
        for row in block.rows:
            if not self._filling.has(row.when):
                continue
            label_width = block.labels * TYPE_WIDTH
            value_width = TYPE_WIDTH / (len(row.cells) // 2) - label_width
            cells = tuple(
                blocks.Cell(self._filling.fill(content), value_width, value_style)
                if position % 2
                else blocks.Cell(self._filling.fill(content), label_width, label_style)
                for position, content in enumerate(row.cells)
            )
            minimum = (max(row.minimum, 27.0) if letter else row.minimum) * self._tight
            made.append(blocks.ruled_row(cells, minimum=minimum))
        return made

    def _table(self, block: Table) -> list[Piece]:
        names = self._filling.columns(block.fact)
        rest = TYPE_WIDTH - (_NUMBER_COLUMN if block.numbered else 0.0)
        widths = [column.share * rest for column in block.columns]
        head = [blocks.Cell(name, width, styles.COLUMN_HEAD) for name, width in zip(names, widths, strict=True)]
        if block.numbered:
            head.insert(0, blocks.Cell("序号", _NUMBER_COLUMN, styles.COLUMN_HEAD))
        rows = []
        for number, values in enumerate(self._filling.rows(block.fact), start=1):
            cells = [
                blocks.Cell(value, width, self._cell_style(centre=column.centre))
                for value, width, column in zip(values, widths, block.columns, strict=True)
            ]
            if block.numbered:
                cells.insert(0, blocks.Cell(str(number), _NUMBER_COLUMN, self._cell_style(centre=True)))
            rows.append(tuple(cells))
        total = self._total(block, widths)
        return blocks.table(tuple(head), tuple(rows), total=total, minimum=22 * self._tight)

    def _cell_style(self, *, centre: bool) -> Style:
        return styles.tightened(styles.CELL_CENTRE if centre else styles.CELL, self._tight)

    def _total(self, block: Table, widths: list[float]) -> tuple[blocks.Cell, ...]:
        """Add up the columns that ask for it; a column in which nobody wrote a figure has no sum, not a nought."""
        if not any(column.total for column in block.columns):
            return ()
        rows = self._filling.rows(block.fact)
        cells: list[blocks.Cell] = []
        label_width = _NUMBER_COLUMN if block.numbered else 0.0
        for position, column in enumerate(block.columns):
            if column.total:
                figures = [int(row[position]) for row in rows if row[position].isdigit()]
                total = str(sum(figures)) if figures else ""
                cells.append(blocks.Cell(total, widths[position], styles.CELL_CENTRE))
            elif cells:
                cells.append(blocks.Cell("", widths[position], styles.CELL_CENTRE))
            else:
                label_width += widths[position]
        return (blocks.Cell(f"合计（{len(rows)}{block.count_unit}）", label_width, styles.COLUMN_HEAD), *cells)

    def _lines(self, block: Lines) -> list[Piece]:
        made: list[Piece] = []
        for number, line in enumerate(self._filling.lines(block.fact), start=1):
            text = f"{number}. {line}" if block.numbered else line
            made += self._paragraph(text, style=styles.NAMED[block.style])
        return made
