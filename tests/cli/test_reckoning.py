"""`deadline` and `workdays` against dates worked out by hand, with and without a data folder."""

import pytest


def test_workdays_count_make_up_days_and_skip_holidays(bare) -> None:
    assert bare.run("workdays", "--from", "2020-09-25", "--add", "1", "--json").json["date"] == "2020-09-27"
    assert bare.run("workdays", "--from", "2020-09-30", "--add", "1", "--json").json["date"] == "2020-10-09"
    between = bare.run("workdays", "--from", "2020-09-25", "--to", "2020-10-09", "--json").json
    assert between == {"days": 5, "provisional": False}


def test_a_year_without_a_notice_is_provisional(bare) -> None:
    assert bare.run("workdays", "--from", "2031-01-02", "--add", "3", "--json").json["provisional"] is True


@pytest.mark.parametrize("kind", ["new", "首次"])
@pytest.mark.parametrize("item", ["WHJY", "危险化学品经营许可", "危险化学品经营许可证核发"])
def test_item_and_kind_are_known_by_code_and_by_name(bare, item: str, kind: str) -> None:
    found = bare.run("deadline", "--item", item, "--kind", kind, "--start", "2020-09-21", "--json").json
    assert found["due"] == "2020-11-06"  # 30 working days: 8 before the holidays, 2 with the make-up day after, 20 more
    assert found["provisional"] is False
    assert found["promised_due"] < found["due"]


def test_a_stop_excludes_both_its_days_and_is_told_in_the_trace(bare) -> None:
    words = ("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-09-21", "--json")
    plain = bare.run(*words).json
    stopped = bare.run(*words, "--stop", "2020-09-23:2020-09-24").json
    assert (plain["due"], stopped["due"]) == ("2020-11-06", "2020-11-10")
    assert all(set(line) == {"date", "text", "counts"} for line in stopped["trace"])
    assert sum(line["counts"] for line in stopped["trace"]) == 30
    assert any("特别程序" in line["text"] for line in stopped["trace"])


def test_an_extension_adds_ten_working_days_where_the_law_gives_one(bare) -> None:
    words = ("--kind", "new", "--start", "2020-09-21", "--extend", "--json")
    assert bare.run("deadline", "--item", "WHJY", *words).json["due"] == "2020-11-20"
    refused = bare.run("deadline", "--item", "YZDB", *words)
    assert (refused.code, refused.json["error"]["code"]) == (4, "extension_not_offered")


def test_an_office_reckons_with_its_own_calendar_and_day(training) -> None:
    words = ("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-09-21")
    found = training.done(*words, now="2020-09-22T10:00")
    assert (found["today"], found["remaining"]) == ("2020-09-22", 29)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("deadline", "--item", "XXXX", "--kind", "new", "--start", "2020-09-21"), 4),
        (("deadline", "--item", "WHJY", "--kind", "什么", "--start", "2020-09-21"), 2),
        (("deadline", "--item", "YHLS", "--kind", "renew", "--start", "2020-09-21"), 4),
        (("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-02-30"), 2),
        (("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-09-21", "--stop", "2020-09-30"), 2),
        (
            ("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-09-21", "--stop", "2020-10-02:2020-10-01"),
            2,
        ),
        (
            ("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-09-21", "--stop", "2020-09-21:2020-09-30"),
            4,
        ),
        (("workdays", "--from", "2020-09-21"), 2),
        (("workdays", "--from", "2020-09-21", "--add", "-1"), 2),
        (("workdays", "--from", "9999-12-01", "--add", "90000"), 2),
        (("workdays", "--from", "2020-09-21", "--add", "1", "--to", "2020-09-22"), 2),
    ],
)
def test_wrong_words_and_refusals_have_their_own_codes(bare, words: tuple[str, ...], code: int) -> None:
    answer = bare.run(*words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.strip()
