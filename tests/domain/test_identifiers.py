"""Vectors of the standards and of made-up Taishan numbers; none belongs to a person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.identifiers import (
    IdCheck,
    IdKind,
    Severity,
    check_as,
    check_credit_code,
    check_foreigner_id,
    check_hk_macao_pass,
    check_passport,
    check_phone,
    check_postcode,
    check_resident_id,
    check_taiwan_pass,
    check_waybill,
    identify,
    mask_id,
    mask_phone,
)

TODAY = date(2026, 11, 23)

VALID_CREDIT_CODES = [
    "914403001922038216",
    "9144030071526726XG",
    "91330100799655058B",
    "91110000802100433B",
    "91110108551385082Q",
    "91350100M000100Y43",
    "11100000000013127D",
    "91440781MA4TEXT011",
    "91440781MA4TEXT1XQ",
    "91440781MA4TEXT28Q",
    "92440781MA4TEXT36G",
    "92440781MA4TEXT95K",
    "11440781MB2TEXT01Y",
    "93440781MA4TEXT523",
    "52440781MJL123454X",
    "91440781MA4T0014X0",
    "91440781MA4T00377A",
    "91440781MA4T00000C",
    "91440781MA4T00035Y",
    "91440781MA4T0006XC",
]
VALID_RESIDENT_IDS = [
    "11010519491231002X",
    "440781199001010016",
    "440781199001010024",
    "440781200002291230",
    "44078119850307009X",
]
PERMITS = ["810000199001010019", "820000199001010010", "830000199001010012"]
VALID_WAYBILLS = [
    "EA473124829CN",
    "EA123456785CN",
    "EA102938478CN",
    "EA000000005CN",
    "EA100000140CN",
    "EA100000025CN",
    "EA987654326CN",
]


def codes(check: IdCheck, severity: Severity = Severity.ERROR) -> list[str]:
    return [problem.code for problem in check.problems if problem.severity is severity]


def params(check: IdCheck, code: str) -> dict[str, str]:
    return dict(next(problem.params for problem in check.problems if problem.code == code))


@pytest.mark.parametrize("code", VALID_CREDIT_CODES)
def test_published_and_made_up_credit_codes_are_valid_without_a_warning(code: str) -> None:
    assert check_credit_code(code) == IdCheck(IdKind.CREDIT_CODE, valid=True, normalized=code, problems=())


@pytest.mark.parametrize(
    ("code", "expected"), [("91610131MA6U0HRQ1H", "L"), ("91440781MA4W0A1B2C", "1"), ("91440781MA4TEXT010", "1")]
)
def test_a_wrong_check_character_names_the_expected_one(code: str, expected: str) -> None:
    check = check_credit_code(code)
    assert codes(check) == ["id.check"]
    assert params(check, "id.check") == {"expected": expected, "actual": code[-1]}


def test_a_letter_outside_the_charset_is_named_with_its_place() -> None:
    check = check_credit_code("91440781MA4TEST08X")
    assert codes(check) == ["id.charset"]
    assert params(check, "id.charset") == {"position": "14", "char": "S"}


@pytest.mark.parametrize("typed", ["9144O781MA4TEXT011", "9I440781MA4TEXT011", "9144078IMA4TEXTO11"])
def test_letters_typed_for_digits_are_answered_with_the_code_that_was_meant(typed: str) -> None:
    check = check_credit_code(typed)
    assert not check.valid
    assert params(check, "id.did_you_mean") == {"expected": "91440781MA4TEXT011"}


def test_no_code_is_suggested_that_would_be_wrong_itself() -> None:
    assert codes(check_credit_code("9144O781MA4TEXT01X"), Severity.WARNING) == []


@pytest.mark.parametrize(
    "typed", [" 91440781ma4text011 ", "９１４４０７８１ＭＡ４ＴＥＸＴ０１１", "91440781-MA4TEXT01-1"]
)
def test_full_width_small_letters_and_blanks_are_forgiven(typed: str) -> None:
    assert check_credit_code(typed).normalized == "91440781MA4TEXT011"
    assert check_credit_code(typed).valid


@pytest.mark.parametrize("code", ["91990781MA4TEXT01", "91440799MA4TEXT01"])
def test_an_unknown_region_of_a_firm_is_only_a_warning(code: str) -> None:
    expected = params(check_credit_code(code + "0"), "id.check")["expected"]
    check = check_credit_code(code + expected)
    assert check.valid
    assert params(check, "id.region") == {"region": code[2:8]}


def test_a_deviating_inner_organisation_code_is_only_a_warning() -> None:
    body = "92440781MA4TEXT00"
    check = check_credit_code(body + params(check_credit_code(body + "Y"), "id.check")["expected"])
    assert check.valid
    assert params(check, "id.unit_code") == {"expected": "1", "actual": "0"}


@given(st.sampled_from(VALID_CREDIT_CODES), st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_every_single_slip_in_a_credit_code_is_found(code: str, place: int, char: str) -> None:
    slipped = code[:place] + char + code[place + 1 :]
    assert check_credit_code(slipped).valid is (slipped == code)


@pytest.mark.parametrize("number", VALID_RESIDENT_IDS)
def test_resident_numbers_are_valid_without_a_warning(number: str) -> None:
    assert check_resident_id(number, today=TODAY) == IdCheck(IdKind.RESIDENT_ID, True, number, ())


@pytest.mark.parametrize("number", PERMITS)
def test_permits_of_residents_from_hong_kong_macao_and_taiwan_are_their_own_kind(number: str) -> None:
    assert check_resident_id(number, today=TODAY) == IdCheck(IdKind.RESIDENCE_PERMIT, True, number, ())
    assert codes(check_as(IdKind.RESIDENT_ID, value=number, today=TODAY)) == ["id.other_kind"]
    assert check_as(IdKind.RESIDENCE_PERMIT, value=number, today=TODAY).valid


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("440781190002291234", ["id.birth_date"]),
        ("440781199013010011", ["id.birth_date", "id.check"]),
        ("440781199001010017", ["id.check"]),
        ("440524188001010014", ["id.birth_age"]),
        ("44078119900101001", ["id.length"]),
        ("4407811990010100160", ["id.length"]),
        ("44078119900101O016", ["id.charset"]),
        ("44078X199001010016", ["id.charset"]),
        ("", ["id.empty"]),
        ("　", ["id.empty"]),
    ],
)
def test_a_wrong_resident_number_is_refused_with_each_reason(number: str, expected: list[str]) -> None:
    assert codes(check_resident_id(number, today=TODAY)) == expected


def test_a_very_old_person_is_accepted_when_the_clerk_holds_the_card() -> None:
    assert check_resident_id("440524188001010014", today=TODAY, oldest_age=None).valid


def test_a_person_may_be_born_today_but_not_tomorrow() -> None:
    born_on = date(1990, 1, 1)
    assert check_resident_id("440781199001010016", today=born_on).valid
    assert codes(check_resident_id("440781199001010016", today=date(1989, 12, 31))) == ["id.birth_future"]


def test_the_greatest_age_counts_whole_years() -> None:
    assert check_resident_id("440781199001010016", today=date(2110, 12, 31)).valid
    too_old = check_resident_id("440781199001010016", today=date(2111, 1, 1))
    assert params(too_old, "id.birth_age") == {"age": "121", "date": "1990-01-01"}


def test_a_small_x_and_a_letter_o_are_understood() -> None:
    assert check_resident_id("11010519491231002x", today=TODAY).normalized == "11010519491231002X"
    slip = check_resident_id("44O781l99001010016", today=TODAY)
    assert params(slip, "id.did_you_mean") == {"expected": "440781199001010016"}


def test_an_old_number_of_15_digits_is_refused_with_its_successor() -> None:
    check = check_resident_id("440781900101001", today=TODAY)
    assert codes(check) == ["id.obsolete_15"]
    assert params(check, "id.did_you_mean") == {"expected": "440781199001010016"}


def test_an_unknown_region_of_a_person_is_only_a_warning() -> None:
    expected = params(check_resident_id("990101199001010010", today=TODAY), "id.check")["expected"]
    check = check_resident_id(f"99010119900101001{expected}", today=TODAY)
    assert check.valid
    assert codes(check, Severity.WARNING) == ["id.region"]


@pytest.mark.parametrize("region", ["440781", "440722", "442727", "440703", "440785"])
def test_former_and_present_regions_of_the_neighbourhood_are_known(region: str) -> None:
    body = f"{region}19800101001"
    expected = params(check_resident_id(f"{body}A", today=TODAY), "id.charset")
    assert expected == {"position": "18", "char": "A"}
    numbers = [check_resident_id(f"{body}{last}", today=TODAY) for last in "0123456789X"]
    assert [check.problems for check in numbers if check.valid] == [()]


@given(st.sampled_from(VALID_RESIDENT_IDS), st.integers(0, 16), st.sampled_from("0123456789"))
def test_every_single_slip_in_a_resident_number_is_found(number: str, place: int, digit: str) -> None:
    slipped = number[:place] + digit + number[place + 1 :]
    assert check_resident_id(slipped, today=TODAY).valid is (slipped == number)


def test_foreigners_have_two_forms_of_card() -> None:
    valid = [last for last in "0123456789X" if check_foreigner_id(f"91101219810803002{last}", today=TODAY).valid]
    assert len(valid) == 1
    assert check_foreigner_id("ABC110181080302", today=TODAY).valid
    assert codes(check_foreigner_id("440781199001010016", today=TODAY)) == ["id.form"]
    assert identify(f"91101219810803002{valid[0]}", today=TODAY).kind is IdKind.FOREIGNER_ID


@pytest.mark.parametrize("number", ["H12345678", "M1234567800", "h12345678"])
def test_passes_of_hong_kong_and_macao(number: str) -> None:
    assert check_hk_macao_pass(number).valid


@pytest.mark.parametrize("number", ["12345678", "1234567890A", "1234567890(A)"])
def test_passes_of_taiwan(number: str) -> None:
    assert check_taiwan_pass(number).valid


@pytest.mark.parametrize(
    ("number", "valid"), [("E12345678", True), ("EA1234567", True), ("HELLO", False), ("E1", False)]
)
def test_passports_hold_five_to_seventeen_letters_and_digits(number: str, valid: bool) -> None:  # noqa: FBT001
    assert check_passport(number).valid is valid


@pytest.mark.parametrize("number", VALID_WAYBILLS)
def test_international_waybills_have_a_check_digit(number: str) -> None:
    assert check_waybill(number) == IdCheck(IdKind.WAYBILL, True, number, ())


def test_a_wrong_check_digit_of_a_waybill_names_the_expected_one() -> None:
    check = check_waybill("EA473124820CN")
    assert codes(check) == ["waybill.check"]
    assert params(check, "waybill.check") == {"expected": "9", "actual": "0"}


def test_domestic_waybills_have_thirteen_digits() -> None:
    assert check_waybill("1745849105589").valid
    assert check_waybill(" 1745 8491 05589 ").normalized == "1745849105589"
    assert codes(check_waybill("174584910558")) == ["waybill.form"]
    assert codes(check_waybill("")) == ["id.empty"]


def test_a_waybill_of_another_country_is_only_a_warning() -> None:
    check = check_waybill("EA473124829US")
    assert check.valid
    assert codes(check, Severity.WARNING) == ["waybill.country"]


@given(st.sampled_from(VALID_WAYBILLS), st.integers(2, 10), st.sampled_from("0123456789"))
def test_every_single_slip_in_a_waybill_is_found_but_for_the_standards_own_doubles(
    number: str, place: int, digit: str
) -> None:
    slipped = number[:place] + digit + number[place + 1 :]
    if check_waybill(slipped).valid and slipped != number:
        # S10 prints both 5 and 11 as 5.
        assert number[10] == "5"
        assert place != 10


@pytest.mark.parametrize(
    ("typed", "normalized"),
    [
        ("13812345678", "13812345678"),
        ("+86 138 1234 5678", "13812345678"),
        ("０７５０－５５０８２１１", "0750-5508211"),
        ("(0750)5508211", "0750-5508211"),
        ("07505508211", "0750-5508211"),
        ("+86 750 5508211", "0750-5508211"),
        ("010-12345", None),
        ("020-83135078转801", "020-83135078-801"),
        ("400-123-4567", "400-1234567"),
        ("12345", None),
        ("12812345678", None),
        ("1381234567", None),
    ],
)
def test_telephone_numbers(typed: str, normalized: str | None) -> None:
    check = check_phone(typed)
    assert (check.normalized if check.valid else None) == normalized


def test_a_fixed_line_without_area_code_is_only_a_warning() -> None:
    check = check_phone("5508211")
    assert check.valid
    assert codes(check, Severity.WARNING) == ["phone.no_area"]


@pytest.mark.parametrize(
    ("code", "valid"), [("529200", True), ("５２９２００", True), ("52920", False), ("000000", False)]
)
def test_postcodes(code: str, valid: bool) -> None:  # noqa: FBT001
    assert check_postcode(code).valid is valid


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        *((code, IdKind.CREDIT_CODE) for code in VALID_CREDIT_CODES),
        *((number, IdKind.RESIDENT_ID) for number in VALID_RESIDENT_IDS),
        *((number, IdKind.RESIDENCE_PERMIT) for number in PERMITS),
        *((number, IdKind.WAYBILL) for number in VALID_WAYBILLS),
        ("1745849105589", IdKind.WAYBILL),
        ("13812345678", IdKind.PHONE),
        ("0750-5508211", IdKind.PHONE),
        ("+8613812345678", IdKind.PHONE),
        ("529200", IdKind.POSTCODE),
        ("H12345678", IdKind.HK_MACAO_PASS),
        ("12345678", IdKind.TAIWAN_PASS),
        ("E12345678", IdKind.PASSPORT),
    ],
)
def test_the_kind_of_a_number_is_found(value: str, kind: IdKind) -> None:
    check = identify(value, today=TODAY)
    assert (check.kind, check.valid) == (kind, True)


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [
        ("440781199001010017", IdKind.RESIDENT_ID, "id.check"),
        ("440781190002291234", IdKind.RESIDENT_ID, "id.birth_date"),
        ("440524188001010014", IdKind.RESIDENT_ID, "id.birth_age"),
        ("440781900101001", IdKind.RESIDENT_ID, "id.obsolete_15"),
        ("91440781MA4TEST08X", IdKind.CREDIT_CODE, "id.charset"),
        ("91610131MA6U0HRQ1H", IdKind.CREDIT_CODE, "id.check"),
        ("91440781MA4TEXT01", IdKind.CREDIT_CODE, "id.length"),
        ("EA473124820CN", IdKind.WAYBILL, "waybill.check"),
        ("你好", IdKind.UNKNOWN, "id.unknown_kind"),
        ("", IdKind.UNKNOWN, "id.empty"),
        ("\0", IdKind.UNKNOWN, "id.unknown_kind"),
    ],
)
def test_a_wrong_number_is_judged_as_the_kind_whose_shape_it_has(value: str, kind: IdKind, code: str) -> None:
    check = identify(value, today=TODAY)
    assert check.kind is kind
    assert not check.valid
    assert check.problems[0].code == code


@given(st.text(max_size=40))
def test_no_text_whatever_breaks_a_check(value: str) -> None:
    for kind in IdKind:
        check = check_as(kind, value=value, today=TODAY)
        assert check.kind is kind
        assert check.valid is (codes(check) == [])
    assert identify(value, today=TODAY).kind in IdKind


def test_ten_thousand_wrong_characters_are_named_by_three() -> None:
    assert codes(check_credit_code("!" * 10_000)) == ["id.length", "id.charset", "id.charset", "id.charset"]


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("440781199001010016", "440781********0016"),
        ("440781900101001", "440781*****1001"),
        ("E12345678", "E1*****78"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_personal_numbers_are_masked_in_the_middle(value: str, masked: str) -> None:
    assert mask_id(value) == masked


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("13812345678", "138****5678"),
        ("0750-5508211", "0750*****211"),
        ("5508211", "****211"),
        ("12345", "*****"),
    ],
)
def test_telephone_numbers_are_masked_in_the_middle(value: str, masked: str) -> None:
    assert mask_phone(value) == masked
