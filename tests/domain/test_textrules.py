"""The one verdict on text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.problems import Severity, has_error
from clerk_app.domain.textrules import REFUSED_RANGES, check_text, clean_text, looks_like_formula, refusal_of

POISON = [
    ("张\0三", "text.nul"),
    ("张\x01三", "text.control"),
    ("张\x1b[31m三", "text.control"),
    ("张\x7f三", "text.control"),
    ("张\x85三", "text.control"),
    ("张\u2028三", "text.control"),
    ("张\ud800三", "text.surrogate"),
    ("张\udfff三", "text.surrogate"),
    ("张\u202e三", "text.bidi"),
    ("张\u2067三", "text.bidi"),
    ("张\u200f三", "text.bidi"),
    ("张\u200b三", "text.zero_width"),
    ("张\u200d三", "text.zero_width"),
    ("张\ufeff三", "text.zero_width"),
    ("张\u00ad三", "text.zero_width"),
    ("张\ufe0f三", "text.zero_width"),
    ("张\U000e0100三", "text.zero_width"),
    ("张\U000e0041三", "text.zero_width"),
    ("张\ue000三", "text.private_use"),
    ("张\U000f0000三", "text.private_use"),
    ("张\U0010ffff三", "text.private_use"),
    ("张\ufffe三", "text.noncharacter"),
    ("张\ufdd0三", "text.noncharacter"),
    ("张\U0001ffff三", "text.noncharacter"),
    ("张\ufffd三", "text.replacement"),
]


@pytest.mark.parametrize(("text", "code"), POISON)
def test_poison_is_refused_with_its_place_and_code_point(text: str, code: str) -> None:
    (problem,) = check_text(text)
    assert problem.code == code
    assert problem.severity is Severity.ERROR
    assert dict(problem.params) == {"position": "2", "codepoint": f"U+{ord(text[1]):04X}"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "张三",
        "𠮷野家",
        "䶮㛃𬭎",
        "阿卜杜拉·买买提",
        "（一）〔2020〕12号",
        "A-1/2 #3 ‘引’“号”—…",
        "é",
        "龴",
        "👍",
        "　空格　",
    ],
)
def test_ordinary_text_has_no_problem(text: str) -> None:
    assert check_text(text) == ()


def test_several_kinds_of_poison_are_all_told_each_once() -> None:
    problems = check_text("\0\u202e\0\u200b\u202e")
    assert [problem.code for problem in problems] == ["text.nul", "text.bidi", "text.zero_width"]


def test_line_ends_and_tabs_are_allowed_only_where_lines_are() -> None:
    assert [problem.code for problem in check_text("一\n二\t三")] == ["text.control"]
    assert check_text("一\n二\t三", multiline=True) == ()
    assert [problem.code for problem in check_text("一\r二", multiline=True)] == ["text.control"]


def test_the_length_counts_code_points_not_utf_16_units() -> None:
    assert check_text("𠮷" * 50, limit=50) == ()
    (problem,) = check_text("𠮷" * 51, limit=50)
    assert (problem.code, dict(problem.params)) == ("text.too_long", {"length": "51", "limit": "50"})


def test_a_decomposed_text_is_warned_about_and_cleaned_into_its_twin() -> None:
    twins = "Jose\u0301", "Jos\u00e9"
    assert [problem.severity for problem in check_text(twins[0])] == [Severity.WARNING]
    assert clean_text(twins[0]) == clean_text(twins[1]) == twins[1]


def test_cleaning_cuts_every_kind_of_blank_at_the_ends_only() -> None:
    assert clean_text(" \u3000\u00a0张 三\r\n") == "张 三"
    assert clean_text("一\r\n二") == "一\n二"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.characters())
def test_the_verdict_on_a_character_and_on_a_text_agree(char: str) -> None:
    assert (refusal_of(char) is not None) is has_error(check_text(char))


def test_the_refused_ranges_do_not_overlap_and_are_in_order() -> None:
    ends = [-1, *(span.last for span in REFUSED_RANGES)]
    assert all(span.first > end for span, end in zip(REFUSED_RANGES, ends, strict=False))


def test_a_text_of_a_million_characters_is_judged_at_once() -> None:
    started = time.perf_counter()
    clean_text("张" + " " * 1_000_000 + "三")
    check_text("\u200b" * 1_000_000)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+cmd",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝HYPERLINK()",
        "＋A1",
        "－A1",
        "＠x",
        "=",
        "@",
        "+SUM(1)",
        "- 备注",
    ],
)
def test_what_a_spreadsheet_might_run_looks_like_a_formula(text: str) -> None:
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", ["", "张三", "1+1", "-5", "+8613812345678", "-", "--", "－", "-3.5", "a=b", "（=1）"])
def test_names_figures_telephone_numbers_and_dashes_are_no_formulas(text: str) -> None:
    assert not looks_like_formula(text)
