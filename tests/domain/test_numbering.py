"""Printed numbers: check digits, forms, templates, leases and the equation."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.numbering import (
    FATE_CHANGES,
    OPEN_FATES,
    CaseNumber,
    CaseNumberForm,
    Lease,
    NumberFate,
    ParsedNumber,
    check_case_no,
    check_digits,
    count_remaining,
    format_case_no,
    format_number,
    has_valid_check,
    ledger_equation,
    next_number,
    parse_case_no,
    parse_number,
    usable_leases,
)

FORM = CaseNumberForm()
SAMPLES = [
    format_case_no(FORM, year=year, series=series, serial=serial)
    for year, series, serial in [(2020, "01", 1), (2026, "03", 17), (2026, "99", 99_999), (2031, "12", 40_404)]
]


@pytest.mark.parametrize(
    ("body", "digits"),
    # Published: ISO 7064's own example, an IBAN of ISO 13616 and an LEI of ISO 17442.
    [("794", "44"), ("WEST12345698765432GB", "82"), ("7ZW8QJWVPR4P1J1KQY", "45")],
)
def test_check_digits_agree_with_published_examples(body: str, digits: str) -> None:
    assert check_digits(body) == digits
    assert has_valid_check(body + digits)


@pytest.mark.parametrize(
    ("year", "series", "serial", "number"),
    [
        (2020, "01", 1, "440781YJ2020010000134"),
        (2026, "03", 17, "440781YJ2026030001718"),
        (2026, "99", 99_999, "440781YJ2026999999972"),
    ],
)
def test_case_numbers_on_paper_stay_what_they_were(year: int, series: str, serial: int, number: str) -> None:
    assert format_case_no(FORM, year=year, series=series, serial=serial) == number
    assert parse_case_no(number, form=FORM) == CaseNumber(year=year, series=series, serial=serial)


def test_every_single_wrong_character_is_found() -> None:
    tried = 0
    for number in SAMPLES:
        for place, char in itertools.product(range(len(number)), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
            if char != number[place]:
                tried += 1
                assert not check_case_no(number[:place] + char + number[place + 1 :], FORM)
    assert tried == len(SAMPLES) * 21 * 35


def test_every_swap_of_different_neighbours_is_found() -> None:
    tried = 0
    for number in SAMPLES:
        for place in range(len(number) - 1):
            left, right = number[place : place + 2]
            if left != right:
                tried += 1
                assert not check_case_no(number[:place] + right + left + number[place + 2 :], FORM)
    assert tried > 40


@given(st.integers(2000, 2099), st.integers(0, 99), st.integers(1, 99_999), st.data())
def test_slips_and_swaps_are_found_in_any_case_number(year: int, series: int, serial: int, data: st.DataObject) -> None:
    number = format_case_no(FORM, year=year, series=f"{series:02d}", serial=serial)
    assert check_case_no(number, FORM)
    place = data.draw(st.integers(8, len(number) - 1))
    slipped = number[:place] + data.draw(st.sampled_from("0123456789")) + number[place + 1 :]
    assert check_case_no(slipped, FORM) is (slipped == number)
    left, right = number[place - 1 : place + 1]
    swapped = number[: place - 1] + right + left + number[place + 1 :]
    assert check_case_no(swapped, FORM) is (swapped == number)


@pytest.mark.parametrize(
    "text", ["", "440781YJ", "440781YJ2020010000100", "440782YJ2020010000134", "440781YJ2020010000134 "]
)
def test_what_is_no_case_number_of_this_office_is_not_one(text: str) -> None:
    assert not check_case_no(text, FORM)


def test_a_serial_of_zero_is_no_case_number() -> None:
    body = "440781YJ20200100000"
    assert not check_case_no(body + check_digits(body), FORM)


def test_people_may_type_blanks_hyphens_and_small_letters() -> None:
    assert parse_case_no("440781-yj-2020 01 00001-34", form=FORM) == CaseNumber(2020, "01", 1)


def test_widths_are_data_of_the_office() -> None:
    form = CaseNumberForm(area="440703", office="12", series_width=3, serial_width=4)
    number = format_case_no(form, year=2026, series="007", serial=42)
    assert number.startswith("4407031220260070042")
    assert parse_case_no(number, form=form) == CaseNumber(2026, "007", 42)
    assert not check_case_no(number, FORM)


@pytest.mark.parametrize(
    ("form", "year", "series", "serial", "code"),
    [
        (FORM, 2026, "01", 100_000, "number.serial_exhausted"),
        (FORM, 2026, "01", 0, "number.serial_exhausted"),
        (FORM, 2026, "1", 1, "number.form"),
        (FORM, 2026, "W1", 1, "number.form"),
        (FORM, 26, "01", 1, "number.form"),
        (CaseNumberForm(area="44078一"), 2026, "01", 1, "number.form"),
        (CaseNumberForm(office="y"), 2026, "01", 1, "number.form"),
        (CaseNumberForm(serial_width=0), 2026, "01", 1, "number.form"),
    ],
)
def test_a_case_number_that_does_not_fit_is_refused(
    form: CaseNumberForm, year: int, series: str, serial: int, code: str
) -> None:
    with pytest.raises(RuleViolation) as caught:
        format_case_no(form, year=year, series=series, serial=serial)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("template", "n", "printed"),
    [
        ("台应急许准〔{year}〕{n}号", 12, "台应急许准〔2020〕12号"),
        ("(粤)PF〔{year}〕{n:05d}", 3, "(粤)PF〔2020〕00003"),
        ("卫字[{year}]第{n:06d}号", 7, "卫字[2020]第000007号"),
        ("{year}{n:04d}", 15, "20200015"),
        ("{n}", 1, "1"),
        ("LS.{n}(+)", 9, "LS.9(+)"),
    ],
)
def test_numbers_are_printed_and_read_back_by_their_template(template: str, n: int, printed: str) -> None:
    assert format_number(template, year=2020, n=n) == printed
    year = 2020 if "{year}" in template else None
    assert parse_number(template, printed) == ParsedNumber(year=year, n=n)
    assert parse_number(template, printed) == (year, n)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("台应急许准〔{year}〕{n}号", "台应急许准〔2020〕012号"),
        ("台应急许准〔{year}〕{n}号", "台应急许准〔2020〕0号"),
        ("台应急许准〔{year}〕{n}号", "台应急许准[2020]12号"),
        ("台应急许准〔{year}〕{n}号", "台应急许准〔2020〕12号 "),
        ("台应急许准〔{year}〕{n}号", "台应急许准〔２０２０〕12号"),
        ("台应急许准〔{year}〕{n}号", "台应急许准〔2020〕" + "9" * 40 + "号"),
        ("(粤)PF〔{year}〕{n:05d}", "(粤)PF〔2020〕3"),
        ("(粤)PF〔{year}〕{n:05d}", "(粤)PF〔2020〕00000"),
        ("LS.{n}", "LSx9"),
    ],
)
def test_what_the_template_would_not_print_is_not_read(template: str, text: str) -> None:
    assert parse_number(template, text) is None


@pytest.mark.parametrize(
    "template",
    [
        "",
        "无序号",
        "{n}{n}",
        "{year}{year}{n}",
        "{n:06x}",
        "{n:6d}",
        "{n.__class__}",
        "{0}",
        "{",
        "}{n}",
        "{{n}}",
        "{x}{n}",
        "{n!r}",
    ],
)
def test_a_template_of_another_form_is_refused(template: str) -> None:
    with pytest.raises(RuleViolation) as caught:
        format_number(template, year=2020, n=1)
    assert caught.value.code == "number.template"


@pytest.mark.parametrize(("year", "n"), [(2020, 0), (2020, -1), (2020, 1_000_000), (20, 1)])
def test_a_number_beyond_its_template_is_refused(year: int, n: int) -> None:
    with pytest.raises(RuleViolation) as caught:
        format_number("{year}-{n:06d}", year=year, n=n)
    assert caught.value.code == "number.form"


@given(st.integers(1000, 9999), st.integers(1, 10**12))
def test_every_number_comes_back_from_its_print(year: int, n: int) -> None:
    template = "台应急许受〔{year}〕{n}号"
    assert parse_number(template, format_number(template, year=year, n=n)) == (year, n)


def lease(
    first: int, last: int, *, series: str = "acceptance", year: int = 2026, lapses_on: date | None = None
) -> Lease:
    return Lease(series=series, year=year, first=first, last=last, workstation="W01", lapses_on=lapses_on)


def test_numbers_come_in_order_out_of_all_blocks_and_never_twice() -> None:
    leases = [lease(21, 22), lease(5, 6)]
    given_numbers = []
    high_water = 0
    while (number := next_number(leases, high_water)) is not None:
        given_numbers.append(number)
        high_water = number
    assert given_numbers == [5, 6, 21, 22]


@pytest.mark.parametrize(
    ("high_water", "number", "left"), [(0, 5, 4), (5, 6, 3), (6, 21, 2), (10, 21, 2), (22, None, 0), (99, None, 0)]
)
def test_no_number_at_or_below_the_high_water_mark_is_given(high_water: int, number: int | None, left: int) -> None:
    leases = [lease(5, 6), lease(21, 22)]
    assert next_number(leases, high_water) == number
    assert count_remaining(leases, high_water) == left


def test_without_a_lease_there_is_no_number() -> None:
    assert next_number([], 0) is None


def test_only_leases_of_the_series_and_year_that_have_not_lapsed_are_usable() -> None:
    last_day = date(2026, 11, 23)
    good = [lease(1, 2, lapses_on=last_day), lease(9, 9)]
    others = [lease(3, 4, series="grant"), lease(5, 6, year=2025), lease(7, 8, lapses_on=date(2026, 11, 22))]
    assert usable_leases([*reversed(good), *others], series="acceptance", year=2026, on=last_day) == tuple(good)
    assert good[0].size == 2


F = NumberFate


def test_the_equation_holds_when_every_number_has_found_its_end() -> None:
    entries = [(1, F.USED), (2, F.VOID), (3, F.UNKNOWN), (4, F.RETURNED), (5, F.USED)]
    balance = ledger_equation(entries, first=1, last=5)
    assert balance.used + balance.void + balance.returned + balance.unknown == balance.span == 5
    assert balance.is_closed


def test_numbers_on_their_way_leave_the_ledger_sound_but_open() -> None:
    balance = ledger_equation([(1, F.USED), (2, F.GIVEN), (3, F.LEASED)], first=1, last=3)
    assert (balance.is_sound, balance.is_closed, balance.in_progress) == (True, False, 2)


@pytest.mark.parametrize(
    ("entries", "field", "numbers"),
    [
        ([(1, F.USED), (3, F.USED)], "missing", (2,)),
        ([(1, F.USED), (2, F.USED), (2, F.VOID), (3, F.USED)], "doubled", (2,)),
        ([(1, F.USED), (2, F.USED), (3, F.USED), (4, F.USED)], "outside", (4,)),
        ([(1, F.USED), (2, F.USED), (3, F.IMPORTED)], "doubled", (3,)),
    ],
)
def test_a_gap_a_double_and_a_stranger_are_named(
    entries: list[tuple[int, NumberFate]], field: str, numbers: tuple[int, ...]
) -> None:
    balance = ledger_equation(entries, first=1, last=3)
    assert getattr(balance, field) == numbers
    assert not balance.is_sound
    assert not balance.is_closed


def test_imported_numbers_below_the_first_lease_stand_outside_the_equation() -> None:
    balance = ledger_equation([(1, F.IMPORTED), (2, F.IMPORTED), (3, F.USED)], first=3, last=3)
    assert balance.is_closed
    assert balance.imported == 2


def test_an_imported_number_that_was_given_again_is_doubled() -> None:
    assert ledger_equation([(7, F.IMPORTED), (7, F.USED)], first=7, last=7).doubled == (7,)


def test_a_series_without_leases_is_closed() -> None:
    assert ledger_equation([], first=1, last=0).is_closed


def test_no_end_leads_back_to_a_number_on_its_way() -> None:
    assert set(FATE_CHANGES) == set(NumberFate)
    for fate in set(NumberFate) - OPEN_FATES:
        assert FATE_CHANGES[fate].isdisjoint(OPEN_FATES)
