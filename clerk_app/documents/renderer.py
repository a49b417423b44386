"""The `PaperRenderer` of the program: PDF by reportlab, pictures by pdfium; both are loaded with the first paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from threading import Lock

from clerk_app.documents import fonts, styles
from clerk_app.documents.declared import Filling, document_title, form, pieces
from clerk_app.documents.forms.certificate import draw_certificate
from clerk_app.documents.forms.mailing_label import draw_mailing_label
from clerk_app.documents.page import PENDING, Layout, Sheet, draw_sheets
from clerk_app.documents.pen import MM, PRODUCER, Imprint, Pen
from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.domain.papers import (
    TITLES,
    PaperData,
    PaperDocument,
    RasterPage,
    fact_faults,
    required_facts,
)

_drawing = Lock()
"""reportlab keeps the subset of a face per face and file, and pdfium is not made for threads: one paper at a time."""


class ReportlabRenderer:
    """Draws papers, counts and shows their pages. One may be shared by all threads."""

    def render(self, paper: PaperData) -> bytes:
        """Draw a paper; the same content always gives the same bytes.

        Raises:
            RuleViolation: `paper_fact_missing`, `paper_fact_unknown`, `paper_fact_wrong_kind` (all of them in `faults`);
                `glyph_missing` with every character that no face has;
                `paper_overflow` when a field of a fixed sheet is too long for it.
        """
        faults = fact_faults(paper)
        if faults:
            raise RuleViolation.of(faults)
        with _drawing:
            fonts.require_printable(_texts(paper))
            match paper.document:
                case PaperDocument.CERTIFICATE:
                    return draw_certificate(paper)
                case PaperDocument.MAILING_LABEL:
                    return draw_mailing_label(paper)
                case _:
                    return _draw_declared(paper)

    def pages(self, pdf: bytes) -> int:
        """Count the pages of a file.

        Raises:
            EnvironmentProblem: `paper_unreadable` when the bytes are no PDF.
        """
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError

        try:
            return len(PdfReader(BytesIO(pdf)).pages)
        except PyPdfError as error:
            raise EnvironmentProblem("paper_unreadable") from error

    def raster(self, pdf: bytes, *, page: int, dpi: int) -> RasterPage:
        """Draw one page (from 0) as an RGB picture of `dpi` dots per inch.

        Raises:
            EnvironmentProblem: `paper_unreadable` when the bytes are no PDF or have no such page.
        """
        import pypdfium2

        with _drawing:
            try:
                document = pypdfium2.PdfDocument(pdf)
            except pypdfium2.PdfiumError as error:
                raise EnvironmentProblem("paper_unreadable") from error
            try:
                if not 0 <= page < len(document):
                    raise EnvironmentProblem("paper_unreadable", page=page)
                opened = document[page]
                bitmap = opened.render(scale=dpi / 72, rev_byteorder=True)
                picture = RasterPage(
                    width=bitmap.width,
                    height=bitmap.height,
                    stride=bitmap.stride,
                    channels=bitmap.n_channels,
                    pixels=bytes(bitmap.buffer),
                )
                bitmap.close()
                opened.close()
            finally:
                document.close()
        return picture

    def missing(self, text: str) -> tuple[str, ...]:
        """Name the characters of `text` that no embedded face has."""
        return tuple(fonts.missing_characters(text))

    def reprint(self, pdf: bytes, *, nth: int) -> bytes:
        """Add "补打 n" in the margin of every page; the original text stays as it is.

        Raises:
            EnvironmentProblem: `paper_unreadable` when the bytes are no PDF.
        """
        from pypdf import PdfReader, PdfWriter
        from pypdf.errors import PyPdfError

        try:
            writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
        except PyPdfError as error:
            raise EnvironmentProblem("paper_unreadable") from error
        for page in writer.pages:
            with _drawing:
                mark = _reprint_mark(float(page.mediabox.width), float(page.mediabox.height), nth=nth)
            page.merge_page(PdfReader(BytesIO(mark)).pages[0])
            page.compress_content_streams()
        writer.add_metadata({"/Producer": PRODUCER})
        written = BytesIO()
        writer.write(written)
        return written.getvalue()


def _draw_declared(paper: PaperData) -> bytes:
    declared = form(paper.document)
    filling = Filling(paper)
    pending = declared.numbered and paper.number is None
    title = filling.fill(document_title(declared, paper.office, TITLES[paper.document]))
    sheet = Sheet(
        layout=declared.layout,
        title=title,
        office=paper.office.name,
        number=paper.number if declared.numbered else None,
        pending=pending,
        code=filling.fill(declared.code),
        code_label=declared.code_label,
        copies=paper.copies or declared.copies,
        training=paper.training,
        issued_on=paper.issued_on,
    )
    on_form = (f"（{PENDING}）" if pending else sheet.number or "") if declared.layout is Layout.PLAIN else ""
    return draw_sheets(sheet, lambda tight: pieces(declared, filling, number=on_form, tight=tight))


def _texts(paper: PaperData) -> Iterator[str]:
    """Walk all strings that come from outside, so that every unprintable character is named at once."""
    yield paper.case_no
    yield paper.number or ""
    yield from paper.copies
    office = paper.office
    yield from (office.name, office.window, office.address, office.phone, office.postcode, office.supervision_phone)
    yield office.certificate_authority
    for spec in required_facts(paper.document):
        value = paper.facts.get(spec.key, "")
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for row in value:
                yield from (row,) if isinstance(row, str) else row


def _reprint_mark(width: float, height: float, *, nth: int) -> bytes:
    """Draw a page that holds nothing but the mark, 3 mm from the upper right corner, outside every form's own marks."""
    imprint = Imprint(title="补打", author="", subject="", issued_on=None)
    pen = Pen(width=width, height=height, imprint=imprint)
    style = styles.COPY_MARK
    pen.text(f"补打 {nth}", x=0, top=2 * MM, style=style, measure=width - 6 * MM)
    pen.next_page()
    return pen.finish()
