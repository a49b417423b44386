"""Puts lines of text, rules and codes onto the pages of one PDF/A-2b file; the same strokes always give the same bytes.

All measures are points from the top left corner of the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from clerk_app import paths
from clerk_app.documents import fonts
from clerk_app.documents.codes import Symbol
from clerk_app.documents.text import BLACK, RGB, Align, Line, Style, break_lines, stretch

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
PRODUCER = "Clerk"
_UNDATED = date(2000, 1, 1)
_ASCENT = 0.86
"""Where the baseline lies below the top of a character's square, in ems; Chinese faces agree on about this."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>\
<pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>\
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>{day}T00:00:00+00:00</xmp:CreateDate>\
<xmp:ModifyDate>{day}T00:00:00+00:00</xmp:ModifyDate><xmp:CreatorTool>{producer}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{producer}</pdf:Producer>\
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says about itself; `issued_on` is the legal date, so that the bytes depend on the acts alone."""

    title: str
    author: str
    subject: str
    issued_on: date | None


class Pen:
    """Draws one file, page after page."""

    def __init__(self, *, width: float, height: float, imprint: Imprint) -> None:
        """Begin a file whose pages are `width` by `height` points."""
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0
        _end_streams_on_a_line_of_their_own()
        fonts.register_initial()
        self.width = width
        self.height = height
        self._imprint = imprint
        self._buffer = BytesIO()
        self._canvas: Canvas = Canvas(
            self._buffer,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.INITIAL,
            lang="zh-CN",
        )
        _stamp(self._canvas, imprint)

    def next_page(self) -> None:
        """Finish the page; what is drawn next goes onto a new one."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Close the file after its last `next_page` and return its bytes."""
        _declare_archival(self._canvas._doc, self._imprint)  # noqa: SLF001 — reportlab has no public way to the catalog
        self._canvas.save()
        return self._buffer.getvalue()

    def line_of_text(self, line: Line, *, x: float, top: float, style: Style, measure: float) -> None:
        """Draw one broken line into the measure that begins at `x`, its characters in the middle of the leading below `top`."""
        gap = stretch(line, style=style, measure=measure)
        free = measure - line.indent - line.width - gap * max(line.count - 1, 0)
        start = x + line.indent
        if style.align is Align.CENTRE:
            start += free / 2
        elif style.align is Align.RIGHT:
            start += free
        baseline = self.height - top - (style.leading - style.size) / 2 - _ASCENT * style.size
        text = self._canvas.beginText(start, baseline)
        text.setFillColorRGB(*style.colour)
        text.setCharSpace(style.tracking + gap)
        for run in line.runs:
            text.setFont(run.face, style.size)
            text.textOut(run.text)
        text.setCharSpace(0)
        self._canvas.drawText(text)

    def text(self, content: str, *, x: float, top: float, style: Style, measure: float) -> float:
        """Break and draw `content`; return its height in points."""
        lines = break_lines(content, style=style, measure=measure)
        for number, line in enumerate(lines):
            self.line_of_text(line, x=x, top=top + number * style.leading, style=style, measure=measure)
        return len(lines) * style.leading

    def rule(
        self,
        *,
        x: float,
        top: float,
        to_x: float,
        to_top: float,
        weight: float = 0.5,
        colour: RGB = BLACK,
        dash: bool = False,
    ) -> None:
        """Draw a straight line."""
        with self._state():
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(weight)
            if dash:
                self._canvas.setDash(3, 3)
            self._canvas.line(x, self.height - top, to_x, self.height - to_top)

    def box(
        self,
        *,
        x: float,
        top: float,
        width: float,
        height: float,
        weight: float = 0.5,
        colour: RGB = BLACK,
        fill: RGB | None = None,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle; `weight` 0 draws no border."""
        with self._state():
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(weight)
            if fill is not None:
                self._canvas.setFillColorRGB(*fill)
            corner = (x, self.height - top - height, width, height)
            strokes, fills = int(weight > 0), int(fill is not None)
            if radius:
                self._canvas.roundRect(*corner, radius, stroke=strokes, fill=fills)
            else:
                self._canvas.rect(*corner, stroke=strokes, fill=fills)

    def curve(
        self, points: tuple[tuple[float, float], ...], *, weight: float, colour: RGB, closed: bool = False
    ) -> None:
        """Draw a line through many points.

        The strokes are written straight into the page: reportlab's own paths take ten times as long for an engraved border.
        """
        corners = [f"{x:.2f} {self.height - top:.2f}" for x, top in points]
        strokes = " l ".join(corners[1:])
        with self._state():
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(weight)
            self._canvas.setLineJoin(1)
            self._canvas._code.append(f"{corners[0]} m {strokes} l {'s' if closed else 'S'}")  # noqa: SLF001 — see above

    def symbol(self, symbol: Symbol, *, x: float, top: float, width: float, height: float) -> None:
        """Draw the black parts of a code as one path, so that no renderer leaves hairlines between them."""
        path = self._canvas.beginPath()
        for left, above, wide, tall in symbol.bars:
            path.rect(x + left * width, self.height - top - (above + tall) * height, wide * width, tall * height)
        with self._state():
            self._canvas.setFillColorRGB(*BLACK)
            self._canvas.drawPath(path, stroke=0, fill=1)

    def turned_text(self, content: str, *, x: float, top: float, style: Style, degrees: float) -> None:
        """Draw one line centred on a point and turned to the left by `degrees`."""
        (line,) = break_lines(content, style=style, measure=float("inf"))
        with self._state():
            self._canvas.translate(x, self.height - top)
            self._canvas.rotate(degrees)
            text = self._canvas.beginText(-line.width / 2, -style.size * (_ASCENT - 0.5))
            text.setFillColorRGB(*style.colour)
            text.setCharSpace(style.tracking)
            for run in line.runs:
                text.setFont(run.face, style.size)
                text.textOut(run.text)
            self._canvas.drawText(text)

    @contextmanager
    def _state(self) -> Iterator[None]:
        self._canvas.saveState()
        try:
            yield
        finally:
            self._canvas.restoreState()


@cache
def _end_streams_on_a_line_of_their_own() -> None:
    """WORKAROUND: reportlab 5.1.0 writes `endstream` directly after the data, which PDF/A forbids.

    Not needed any more when `test_every_stream_ends_on_a_line_of_its_own` passes without this call.
    """
    from reportlab.pdfbase import pdfdoc

    original = pdfdoc.PDFStream.format

    def format_stream(stream: PDFStream, document: PDFDocument) -> bytes:
        written: bytes = original(stream, document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = format_stream


def _stamp(canvas: Canvas, imprint: Imprint) -> None:
    day = imprint.issued_on or _UNDATED
    canvas.setTitle(imprint.title)
    canvas.setAuthor(imprint.author)
    canvas.setSubject(imprint.subject)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    stamp = canvas._doc._timeStamp  # noqa: SLF001 — the environment could otherwise set the time through SOURCE_DATE_EPOCH
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    stamp.dhh = stamp.dmm = 0
    canvas._doc.signature = hashlib.md5(PRODUCER.encode(), usedforsecurity=False)  # noqa: SLF001 — it began with that time


def _declare_archival(document: PDFDocument, imprint: Imprint) -> None:
    """Add what PDF/A-2b asks for beside embedded fonts: XMP metadata equal to the information dictionary, and an output intent."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

    xmp = _XMP.format(
        title=escape(imprint.title),
        author=escape(imprint.author),
        subject=escape(imprint.subject),
        producer=PRODUCER,
        day=(imprint.issued_on or _UNDATED).isoformat(),
    )
    document.Catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), xmp.encode(), filters=[]
    )
    profile = PDFStream(PDFDictionary({"N": 3}), paths.resource("forms", "srgb.icc").read_bytes(), filters=[])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    document.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "OutputIntents"]
