"""The bytes: the same for the same acts, fit for the archive, and searchable."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from clerk_app.documents.specimen import specimen
from clerk_app.domain.papers import PaperDocument

RARE = "黎𠮷𬭎"
IN_ANOTHER_PROCESS = """
import hashlib
from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.documents.specimen import specimen
from clerk_app.domain.papers import PaperDocument
for document in reversed(PaperDocument):
    print(document.value, hashlib.sha256(ReportlabRenderer().render(specimen(document))).hexdigest())
"""


def objects_of(pdf):
    reader = PdfReader(BytesIO(pdf))
    return [reader.get_object(IndirectObject(number, 0, reader)) for number in range(1, reader.trailer["/Size"])]


@pytest.mark.parametrize("document", list(PaperDocument))
def test_the_same_paper_is_the_same_bytes(document, sample, renderer):
    assert renderer.render(sample(document)) == renderer.render(sample(document))


def test_another_process_makes_the_same_bytes_whatever_its_clock_and_hashes(renderer):
    surroundings = {**os.environ, "PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "1", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS], env=surroundings, capture_output=True, text=True, check=True
    )
    theirs = dict(line.split() for line in done.stdout.splitlines())
    ours = {one.value: hashlib.sha256(renderer.render(specimen(one))).hexdigest() for one in PaperDocument}
    assert theirs == ours


def test_another_day_makes_other_bytes(sample, renderer):
    paper = sample(PaperDocument.RECEIPT)
    assert renderer.render(paper) != renderer.render(replace(paper, issued_on=date(2020, 10, 16)))


@pytest.mark.parametrize("document", [PaperDocument.RECEIPT, PaperDocument.GRANT_DECISION])
def test_rare_characters_can_be_copied(document, sample, renderer):
    pdf = renderer.render(sample(document, applicant=RARE))
    assert RARE in PdfReader(BytesIO(pdf)).pages[0].extract_text()
    opened = pypdfium2.PdfDocument(pdf)
    assert RARE in opened[0].get_textpage().get_text_range()
    opened.close()


def test_a_name_can_be_found_by_search(sample, renderer):
    # pdfium itself looks for no character above U+FFFF on Linux, whatever the file: it keeps them as two units each.
    opened = pypdfium2.PdfDocument(renderer.render(sample(PaperDocument.RECEIPT, applicant="张䶮㛃堃")))
    assert opened[0].get_textpage().search("张䶮㛃堃").get_next() is not None
    opened.close()


@pytest.mark.parametrize("document", list(PaperDocument))
def test_all_fonts_are_embedded_truetype_and_none_is_a_cid_font(document, sample, renderer):
    fonts = [
        one
        for one in objects_of(renderer.render(sample(document)))
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/Font"
    ]
    assert fonts
    for font in fonts:
        assert font["/Subtype"] == "/TrueType"
        assert re.fullmatch(r"/[A-Z]{6}\+Clerk\w+", font["/BaseFont"])
        assert font["/FontDescriptor"]["/FontFile2"].get_data()
        assert "/ToUnicode" in font


def test_embedded_advances_agree_with_the_declared_ones(sample, renderer):
    fonts = [
        one
        for one in objects_of(renderer.render(sample(PaperDocument.RECEIPT, applicant=RARE)))
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/Font"
    ]
    assert any("ClerkRare" in font["/BaseFont"] for font in fonts)
    for font in fonts:
        assert font["/FontDescriptor"]["/Flags"] & 4
        assert "/Encoding" not in font
        face = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
        (table,) = face["cmap"].tables
        for code, name in table.cmap.items():
            advance = face["hmtx"][name][0] * 1000 / face["head"].unitsPerEm
            assert abs(advance - font["/Widths"][code]) <= 1


@pytest.mark.parametrize("document", list(PaperDocument))
def test_a_file_declares_pdfa_2b_with_an_output_intent(document, sample, renderer):
    reader = PdfReader(BytesIO(renderer.render(sample(document))))
    root = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode("utf-8")
    ET.fromstring(xmp.partition("?>")[2].rpartition("<?xpacket")[0])
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in xmp
    assert root["/Metadata"]["/Subtype"] == "/XML"
    assert not root["/Metadata"].get("/Filter")
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert intent["/DestOutputProfile"].get_data()[36:40] == b"acsp"
    assert "/ID" in reader.trailer
    assert "/Encrypt" not in reader.trailer


def test_the_metadata_says_the_same_in_both_places(sample, renderer):
    reader = PdfReader(BytesIO(renderer.render(sample(PaperDocument.GRANT_DECISION))))
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode("utf-8")
    info = reader.metadata
    assert info.title == "台山市应急管理局准予行政许可决定书"
    assert f'<rdf:li xml:lang="x-default">{info.title}</rdf:li>' in xmp
    assert f"<rdf:li>{info.author}</rdf:li>" in xmp
    assert f"<pdf:Producer>{info.producer}</pdf:Producer>" in xmp
    assert info["/CreationDate"].startswith("D:20201015")
    assert "<xmp:CreateDate>2020-10-15T00:00:00+00:00</xmp:CreateDate>" in xmp


@pytest.mark.parametrize("document", list(PaperDocument))
def test_nothing_is_transparent_and_nothing_is_active(document, training, renderer):
    for one in objects_of(renderer.render(training(document))):
        if isinstance(one, DictionaryObject):
            assert not {"/SMask", "/CA", "/ca", "/BM", "/JS", "/AA", "/OpenAction", "/EmbeddedFiles"} & set(one)
            assert one.get("/S") != "/Transparency"


@pytest.mark.parametrize("document", list(PaperDocument))
def test_every_stream_ends_on_a_line_of_its_own(document, sample, renderer):
    pdf = renderer.render(sample(document))
    ends = [match.start() for match in re.finditer(rb"endstream\n?endobj|endstream\r?\n", pdf)]
    assert ends
    assert all(pdf[end - 1 : end] == b"\n" for end in ends)
    streams = [one for one in objects_of(pdf) if isinstance(one, StreamObject)]
    assert len(ends) == len(streams)
    assert b"LZWDecode" not in pdf
    assert b"ASCII85Decode" not in pdf
