"""Characters: the right glyph, a fallback face, or a refusal that names them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk_app.documents import fonts
from clerk_app.documents.fonts import CHAINS, Family
from clerk_app.domain.errors import RuleViolation

RARE = "𠮷𬭎𫖯䶮㛃𫚥𬱖"


@pytest.mark.parametrize("family", list(Family))
def test_rare_names_have_a_glyph_in_every_hand(family):
    assert [one.char for one in fonts.glyphs(family, RARE)] == list(RARE)


def test_a_character_is_drawn_by_the_first_face_of_the_chain_that_has_it():
    assert fonts.glyph(Family.SONG, "台").face == "ClerkSong"
    assert fonts.glyph(Family.SONG, "䶮").face == "ClerkSong"
    assert fonts.glyph(Family.BOLD, "堃").face == "ClerkSansBold"
    assert fonts.glyph(Family.KAI, "𠮷").face == "ClerkRare"


def test_the_marks_of_official_papers_have_glyphs():
    assert fonts.missing_characters("〔2020〕·—…□✓●○№℃㎡×÷±≤≥①⑩“”‘’、。《》【】（）：；！？～％￥") == []


def test_every_character_of_the_standard_table_for_names_is_printable():
    # The ends of the blocks that 通用规范汉字表 draws on beside the basic one.
    assert fonts.missing_characters("\u3469\u4dae\U00020164\U0002b127\U0002b86f\U0002cea0") == []


def test_a_missing_character_is_named_with_its_code_point():
    private, unassigned = "\ue81e", "\U0003ffff"
    with pytest.raises(RuleViolation) as refusal:
        fonts.glyphs(Family.SONG, f"台{private}山{unassigned}")
    assert refusal.value.code == "glyph_missing"
    assert refusal.value.params == {"chars": f"{private}、{unassigned}", "codepoints": "U+E81E、U+3FFFF"}


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\ufeff", "\x00", "\ufe0f", "\u2f00"])
def test_what_would_be_drawn_as_nothing_or_as_another_is_refused(hidden):
    assert fonts.missing_characters(f"张{hidden}三") == [hidden]


def test_each_missing_character_is_named_once_in_its_order():
    assert fonts.missing_characters("\ue001甲\ue000\ue001") == ["\ue001", "\ue000"]


@settings(deadline=None)  # the first example loads the faces
@given(st.text())
def test_a_text_either_gets_all_its_glyphs_or_is_refused(text):
    line = text.replace("\r", "").replace("\n", "")
    if fonts.missing_characters(line):
        with pytest.raises(RuleViolation):
            fonts.glyphs(Family.SONG, line)
    else:
        assert len(fonts.glyphs(Family.SONG, line)) == len(line)


def test_every_chain_ends_with_the_rare_face():
    assert {chain[-1] for chain in CHAINS.values()} == {"ClerkRare"}


def test_the_map_for_copying_is_written_in_utf16_and_in_blocks_of_a_hundred():
    subset = [0x20BB7, *range(0x4E00, 0x4E00 + 150)]
    written = fonts.to_unicode_map("AAAAAA+Any", subset)
    assert "<00> <D842DFB7>" in written
    assert "<01> <4E00>" in written
    assert [line for line in written.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "51 beginbfchar",
    ]
