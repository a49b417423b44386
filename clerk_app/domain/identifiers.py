"""Checks of the numbers that identify firms and persons; today's date always comes in from outside.

Each check normalises first (half-width, upper case, no blanks) and then reports everything at once.
"""

from __future__ import annotations

import re
from datetime import date

from clerk_app.domain.contact_numbers import check_phone, check_postcode, check_waybill, mask_phone
from clerk_app.domain.idcheck import EMPTY, FORM, IdCheck, IdKind, by_pattern, masked, squeeze, verdict
from clerk_app.domain.problems import Problem, Severity, has_error

__all__ = [
    "OLDEST_AGE_YEARS",
    "IdCheck",
    "IdKind",
    "Problem",
    "Severity",
    "check_as",
    "check_credit_code",
    "check_foreigner_id",
    "check_hk_macao_pass",
    "check_passport",
    "check_phone",
    "check_postcode",
    "check_resident_id",
    "check_taiwan_pass",
    "check_waybill",
    "identify",
    "mask_id",
    "mask_phone",
]

OLDEST_AGE_YEARS = 120
"""Age above which a resident number is taken for a slip of the pen."""

# Source: GB 32100-2015, table 2: no I, O, S, V, Z.
_CREDIT_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
# Source: GB 32100-2015, table 1 (registering departments).
_CREDIT_REGISTRARS = frozenset("123456789ANY")
# Source: GB 11714-1997.
_UNIT_CHARS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_UNIT_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_UNIT_CHECKS = "0123456789X0"
# Source: GB 11643-1999.
_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10X98765432"
# Source: GB/T 2260; 8x stand for the regions across the border.
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
# Source: GB/T 2260 and its former editions; only the office's own neighbourhood is looked at down to the county.
_JIANGMEN = re.compile(r"4407(?:0[0-5]|11|2[1-7]|8[1-5])")
_PERMIT_REGIONS = frozenset(("810000", "820000", "830000"))
# Characters that the code does not have, and what was most likely meant.
_CREDIT_LOOKALIKES = {"O": "0", "I": "1", "S": "5", "Z": "2", "V": "U"}
_DIGIT_LOOKALIKES = {"O": "0", "D": "0", "I": "1", "L": "1", "S": "5", "Z": "2", "B": "8"}
_MOST_CHARACTERS_NAMED = 3

_CHARSET = "id.charset"
_CHECK = "id.check"
_HINT = "id.did_you_mean"
_LENGTH = "id.length"
_REGION = "id.region"


def check_credit_code(value: str) -> IdCheck:
    """Judge a unified social credit code.

    The check character decides. An unknown region or registering department and a deviating inner organisation code
    are warnings only, because newer codes and those of individual businesses deviate.

    Source: GB 32100-2015; GB 11714-1997 for the inner code.
    """
    code = squeeze(value)
    problems = _shape(code, length=18, chars=_CREDIT_CHARS)
    if not problems:
        expected = _credit_check(code)
        if code[17] != expected:
            problems.append(Problem.error(_CHECK, expected=expected, actual=code[17]))
        problems += _credit_warnings(code)
    elif len(code) == 18:
        meant = "".join(_CREDIT_LOOKALIKES.get(char, char) for char in code)
        if set(meant) <= set(_CREDIT_CHARS) and _credit_check(meant) == meant[17]:
            problems.append(Problem.warning(_HINT, expected=meant))
    return verdict(IdKind.CREDIT_CODE, number=code, problems=problems)


def check_resident_id(value: str, *, today: date, oldest_age: int | None = OLDEST_AGE_YEARS) -> IdCheck:
    """Judge a citizen's number, or the permit number of a resident from Hong Kong, Macao or Taiwan.

    Args:
        value: the number as typed; a small x is accepted.
        today: the day after which nobody can have been born.
        oldest_age: greatest plausible age in years; None accepts any (the clerk holds the card in the hand).

    Source: GB 11643-1999; numbers of 15 digits are void since 2013-01-01, their successor is offered as a hint.
    """
    number = squeeze(value)
    if re.fullmatch(r"[0-9]{15}", number):
        longer = f"{number[:6]}19{number[6:]}"
        hint = Problem.warning(_HINT, expected=longer + _resident_check(longer))
        return verdict(IdKind.RESIDENT_ID, number=number, problems=[Problem.error("id.obsolete_15"), hint])
    kind = IdKind.RESIDENCE_PERMIT if number[:6] in _PERMIT_REGIONS else IdKind.RESIDENT_ID
    problems = _personal_number(number, today=today, oldest_age=oldest_age)
    if not has_error(problems) and not _is_known_region(number[:6]):
        problems.append(Problem.warning(_REGION, region=number[:6]))
    return verdict(kind, number=number, problems=problems)


def check_foreigner_id(value: str, *, today: date) -> IdCheck:
    """Judge a foreigner's permanent residence card: 18 characters from 9 on, or formerly 3 letters and 12 digits.

    Source: the card of 2023 uses the check digit of GB 11643-1999.
    """
    number = squeeze(value)
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", number):
        return verdict(IdKind.FOREIGNER_ID, number=number)
    problems = _personal_number(number, today=today, oldest_age=OLDEST_AGE_YEARS)
    if number and not number.startswith("9"):
        problems.append(Problem.error(FORM))
    return verdict(IdKind.FOREIGNER_ID, number=number, problems=problems)


def check_hk_macao_pass(value: str) -> IdCheck:
    """Judge a mainland travel permit of a resident of Hong Kong or Macao: H or M and 8 digits (formerly 10)."""
    return by_pattern(value, kind=IdKind.HK_MACAO_PASS, pattern=_HK_MACAO)


def check_taiwan_pass(value: str) -> IdCheck:
    """Judge a mainland travel permit of a resident of Taiwan: 8 digits (formerly 10 and a letter)."""
    return by_pattern(value, kind=IdKind.TAIWAN_PASS, pattern=_TAIWAN)


def check_passport(value: str) -> IdCheck:
    """Judge a passport number, Chinese or foreign: 5 to 17 letters and digits, at least one digit among them."""
    return by_pattern(value, kind=IdKind.PASSPORT, pattern=_PASSPORT)


def check_as(kind: IdKind, *, value: str, today: date) -> IdCheck:
    """Judge `value` as the kind of number that a paper says it is; `IdKind.UNKNOWN` takes any text but an empty one."""
    if kind in (IdKind.RESIDENT_ID, IdKind.RESIDENCE_PERMIT):
        return _as_said(check_resident_id(value, today=today), said=kind)
    if kind is IdKind.FOREIGNER_ID:
        return check_foreigner_id(value, today=today)
    if check := _TIMELESS_CHECKS.get(kind):
        return check(value)
    return by_pattern(value, kind=kind, pattern=r"(?s:.+)")


def identify(value: str, *, today: date) -> IdCheck:
    """Find out what kind of number `value` is, and judge it.

    The first kind under which the number is valid wins; a number that is valid as nothing is judged as the kind whose
    shape it has, so that the clerk is told what is wrong with it. `IdKind.UNKNOWN` is never valid here.
    """
    number = squeeze(value)
    checks = [check_as(kind, value=value, today=today) for kind in _kinds_by_shape(number)]
    for check in checks:
        if check.valid:
            return check
    if checks:
        return checks[0]
    problem = Problem.error("id.unknown_kind") if number else Problem.error(EMPTY)
    return verdict(IdKind.UNKNOWN, number=number, problems=[problem])


def mask_id(value: str) -> str:
    """Hide the middle of a personal number: `440781********0016`; of a short one all but its ends, or all."""
    if len(value) >= 15:
        return masked(value, head=6, tail=4)
    return masked(value, head=2, tail=2) if len(value) >= 7 else "*" * len(value)


_HK_MACAO = r"[HM][0-9]{8}(?:[0-9]{2})?"
_TAIWAN = r"[0-9]{8}|[0-9]{10}\(?[A-Z]\)?"
_PASSPORT = r"(?=[A-Z]*[0-9])[A-Z0-9]{5,17}"
_TIMELESS_CHECKS = {
    IdKind.CREDIT_CODE: check_credit_code,
    IdKind.HK_MACAO_PASS: check_hk_macao_pass,
    IdKind.TAIWAN_PASS: check_taiwan_pass,
    IdKind.PASSPORT: check_passport,
    IdKind.WAYBILL: check_waybill,
    IdKind.PHONE: check_phone,
    IdKind.POSTCODE: check_postcode,
}
# The first shape that fits says how a number is judged; numbers of 16 to 20 characters are looked at more closely.
_SHAPES = (
    (re.compile(r"(?:\+86|0086)?1[3-9][0-9]{9}|(?:\+86|0086)?0[1-9][0-9]{8,10}|[48]00[0-9]{7}"), IdKind.PHONE),
    (re.compile(r"[0-9]{15}"), IdKind.RESIDENT_ID),
    (re.compile(r"[A-Z]{3}[0-9]{12}"), IdKind.FOREIGNER_ID),
    (re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}|[0-9]{13}"), IdKind.WAYBILL),
    (re.compile(r"[0-9]{6}"), IdKind.POSTCODE),
    (re.compile(_HK_MACAO), IdKind.HK_MACAO_PASS),
    (re.compile(_TAIWAN), IdKind.TAIWAN_PASS),
    (re.compile(_PASSPORT), IdKind.PASSPORT),
)


def _kinds_by_shape(number: str) -> tuple[IdKind, ...]:
    """List what a number may be, the likeliest first."""
    if re.fullmatch(r"[A-Z0-9]{16,20}", number):
        if number[:6] in _PERMIT_REGIONS:
            return (IdKind.RESIDENCE_PERMIT,)
        if _PROVINCE.match(number) and re.match(r"[0-9OIL]{6}(?:18|19|20)[0-9OIL]{2}", number):
            return (IdKind.RESIDENT_ID, IdKind.CREDIT_CODE)
        if re.fullmatch(r"9[0-9]{5}(?:19|20)[0-9]{9}[0-9X]", number):
            return (IdKind.FOREIGNER_ID, IdKind.CREDIT_CODE)
        return (IdKind.CREDIT_CODE,)
    return tuple(kind for shape, kind in _SHAPES if shape.fullmatch(number))[:1]


def _shape(number: str, *, length: int, chars: str) -> list[Problem]:
    if not number:
        return [Problem.error(EMPTY)]
    problems = []
    if len(number) != length:
        problems.append(Problem.error(_LENGTH, expected=length, actual=len(number)))
    wrong = [(place, char) for place, char in enumerate(number[:length], start=1) if char not in chars]
    problems += [Problem.error(_CHARSET, position=place, char=char) for place, char in wrong[:_MOST_CHARACTERS_NAMED]]
    return problems


def _is_known_region(region: str) -> bool:
    if region.startswith("4407"):
        return _JIANGMEN.fullmatch(region) is not None
    # 100000 stands for the whole country in credit codes of central bodies.
    return _PROVINCE.match(region) is not None or region == "100000"


def _credit_check(code: str) -> str:
    total = sum(weight * _CREDIT_CHARS.index(char) for weight, char in zip(_CREDIT_WEIGHTS, code[:17], strict=True))
    return _CREDIT_CHARS[(31 - total % 31) % 31]


def _credit_warnings(code: str) -> list[Problem]:
    problems = []
    if code[0] not in _CREDIT_REGISTRARS:
        problems.append(Problem.warning("id.registrar", char=code[0]))
    if not _is_known_region(code[2:8]):
        problems.append(Problem.warning(_REGION, region=code[2:8]))
    total = sum(weight * _UNIT_CHARS.index(char) for weight, char in zip(_UNIT_WEIGHTS, code[8:16], strict=True))
    expected = _UNIT_CHECKS[11 - total % 11]
    if code[16] != expected:
        problems.append(Problem.warning("id.unit_code", expected=expected, actual=code[16]))
    return problems


def _personal_number(number: str, *, today: date, oldest_age: int | None) -> list[Problem]:
    """Check shape, date of birth and check digit of the 18-character form."""
    problems = _shape(number, length=18, chars=_RESIDENT_CHECKS)
    if len(number) != 18:
        return problems
    if "X" in number[:17]:
        problems.append(Problem.error(_CHARSET, position=number.index("X") + 1, char="X"))
    if problems:
        meant = "".join(_DIGIT_LOOKALIKES.get(char, char) for char in number)
        if re.fullmatch(r"[0-9]{17}[0-9X]", meant) and _resident_check(meant) == meant[17]:
            problems.append(Problem.warning(_HINT, expected=meant))
        return problems
    problems += _birth_problems(number[6:14], today=today, oldest_age=oldest_age)
    expected = _resident_check(number)
    if number[17] != expected:
        problems.append(Problem.error(_CHECK, expected=expected, actual=number[17]))
    return problems


def _resident_check(number: str) -> str:
    total = sum(weight * int(digit) for weight, digit in zip(_RESIDENT_WEIGHTS, number[:17], strict=True))
    return _RESIDENT_CHECKS[total % 11]


def _birth_problems(digits: str, *, today: date, oldest_age: int | None) -> list[Problem]:
    shown = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    try:
        born_on = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return [Problem.error("id.birth_date", date=shown)]
    if born_on > today:
        return [Problem.error("id.birth_future", date=shown)]
    age = today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
    if oldest_age is not None and age > oldest_age:
        return [Problem.error("id.birth_age", date=shown, age=age)]
    return []


def _as_said(check: IdCheck, *, said: IdKind) -> IdCheck:
    """Keep the kind that the paper says, and refuse a permit number as a citizen's or the other way round."""
    problems = list(check.problems)
    if check.valid and said is not check.kind:
        problems.append(Problem.error("id.other_kind", kind=check.kind))
    return verdict(said, number=check.normalized, problems=problems)
