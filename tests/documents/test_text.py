"""Lines: where they may break and how wide they are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk_app.documents import styles
from clerk_app.documents.fonts import Family
from clerk_app.documents.pen import MM
from clerk_app.documents.text import NO_END, NO_START, Align, Style, break_lines, stretch, width_of

MEASURE = 156 * MM


def broken(text, *, style=styles.FLUSH, measure=MEASURE):
    return [line.text for line in break_lines(text, style=style, measure=measure)]


def test_a_full_line_holds_28_characters():
    assert [len(line) for line in broken("字" * 60)] == [28, 28, 4]


def test_the_first_line_of_a_paragraph_is_indented_by_two():
    assert [len(line) for line in broken("字" * 60, style=styles.BODY)] == [26, 28, 6]


def test_no_line_begins_with_a_closing_mark():
    assert broken("字" * 28 + "，" + "字" * 3) == ["字" * 27, "字，字字字"]


def test_no_line_ends_with_an_opening_mark():
    assert broken("字" * 27 + "《法》") == ["字" * 27, "《法》"]


def test_a_number_stays_with_its_unit():
    lines = broken("字" * 25 + "2020年9月")
    assert lines == ["字" * 25, "2020年9月"]


def test_a_western_word_is_not_torn_unless_it_is_wider_than_the_line():
    assert broken("字" * 20 + "91440781MA4TEXT011")[1] == "91440781MA4TEXT011"
    torn = broken("A" * 200)
    assert len(torn) > 1
    assert "".join(torn) == "A" * 200


def test_a_line_break_begins_a_new_paragraph():
    assert broken("甲\n乙") == ["甲", "乙"]
    assert broken("") == [""]


@settings(deadline=None)  # the first example loads the faces
@given(st.text(alphabet="字台山，。《》（）〔〕“”A9-.年、𠮷", max_size=200), st.floats(60, 500))
def test_breaking_loses_nothing_and_obeys_the_rules(text, measure):
    lines = break_lines(text, style=styles.FLUSH, measure=measure)
    assert "".join(line.text for line in lines) == text
    for line in lines[:-1]:
        assert line.width <= measure + styles.FLUSH.size * 0.02 or line.count == 1
    for before, after in pairwise(lines):
        ends, begins = before.text[-1:], after.text[:1]
        allowed = ends not in NO_END and begins not in NO_START
        # Only a run that is wider than the line on its own may be cut anywhere.
        assert allowed or before.count >= measure // styles.FLUSH.size - 1


def test_justified_lines_fill_their_measure_but_the_last_does_not():
    style = Style(size=16, align=Align.JUSTIFY)
    first, last = break_lines("字" * 27 + "《法》", style=style, measure=MEASURE)
    assert stretch(first, style=style, measure=MEASURE) * 26 + first.width == MEASURE
    assert stretch(last, style=style, measure=MEASURE) == 0


def test_labels_are_spread_over_their_width():
    style = Style(family=Family.BOLD, size=10, align=Align.DISTRIBUTE)
    (line,) = break_lines("姓名", style=style, measure=60)
    assert stretch(line, style=style, measure=60) == 40


def test_the_width_of_chinese_text_is_its_size_times_its_length():
    assert width_of("台山市", Style(size=12)) == 36
