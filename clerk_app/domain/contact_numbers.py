"""Checks of the numbers of letters, telephones and post offices; pure form, no directory is asked."""

from __future__ import annotations

import re
import unicodedata

from clerk_app.domain.idcheck import EMPTY, IdCheck, IdKind, by_pattern, masked, squeeze, verdict
from clerk_app.domain.problems import Problem

# Source: Universal Postal Union, S10.
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_FIXED_LINE = re.compile(
    r"\(?(010|02[0-57-9]|0[3-9][0-9]{2})\)?[\s-]*"
    r"([2-8][0-9]{2,3}[\s-]?[0-9]{4})"
    r"(?:\s*(?:转|ext\.?|-)\s*([0-9]{1,6}))?",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"(?:\+|00)86[\s-]*")


def check_waybill(value: str) -> IdCheck:
    """Judge the number of a letter: international form S10 with its check digit, or 13 digits without one.

    Source: UPU S10; domestic numbers have no public check digit, so only their form is judged.
    """
    number = squeeze(value)
    if not number:
        return verdict(IdKind.WAYBILL, number=number, problems=[Problem.error(EMPTY)])
    if re.fullmatch(r"[0-9]{13}", number):
        return verdict(IdKind.WAYBILL, number=number)
    if not re.fullmatch(r"[A-Z]{2}[0-9]{9}[A-Z]{2}", number):
        return verdict(IdKind.WAYBILL, number=number, problems=[Problem.error("waybill.form")])
    problems: list[Problem] = []
    expected = _s10_check(number[2:10])
    if number[10] != expected:
        problems.append(Problem.error("waybill.check", expected=expected, actual=number[10]))
    if not number.endswith("CN"):
        problems.append(Problem.warning("waybill.country", country=number[11:]))
    return verdict(IdKind.WAYBILL, number=number, problems=problems)


def check_phone(value: str) -> IdCheck:
    """Judge a telephone number of mainland China: mobile, fixed line with or without area code, 400/800 or service.

    `normalized` has no blanks and no country code, a hyphen after the area code and before an extension.
    A fixed line without its area code is a warning: it cannot be called from elsewhere.
    """
    typed = unicodedata.normalize("NFKC", value).strip()
    abroad = _COUNTRY.match(typed)
    typed = typed[abroad.end() :] if abroad else typed
    number = squeeze(typed)
    if not number:
        return verdict(IdKind.PHONE, number=number, problems=[Problem.error(EMPTY)])
    if re.fullmatch(r"1[3-9][0-9]{9}|9[56][0-9]{3,4}", number):
        return verdict(IdKind.PHONE, number=number)
    if found := re.fullmatch(r"([48]00)([0-9]{7})", number):
        return verdict(IdKind.PHONE, number=f"{found[1]}-{found[2]}")
    if re.fullmatch(r"[2-8][0-9]{6,7}", number):
        return verdict(IdKind.PHONE, number=number, problems=[Problem.warning("phone.no_area")])
    # Abroad the 0 of the area code is left out.
    if fixed := _FIXED_LINE.fullmatch(f"0{typed}" if abroad and not typed.startswith(("0", "(")) else typed):
        local = squeeze(fixed[2])
        return verdict(IdKind.PHONE, number="-".join(part for part in (fixed[1], local, fixed[3]) if part))
    return verdict(IdKind.PHONE, number=number, problems=[Problem.error("phone.form")])


def check_postcode(value: str) -> IdCheck:
    """Judge a postcode of mainland China: six digits, the first two not both 0."""
    return by_pattern(value, kind=IdKind.POSTCODE, pattern=r"(?!00)[0-9]{6}", code="postcode.form")


def mask_phone(value: str) -> str:
    """Hide the middle of a telephone number: `138****5678`, `0750*****211`; of a very short one everything."""
    if len(value) < 7:
        return "*" * len(value)
    if len(value) == 11 and value.startswith("1"):
        return masked(value, head=3, tail=4)
    return masked(value, head=4 if value.startswith("0") else 0, tail=3)


def _s10_check(digits: str) -> str:
    rest = 11 - sum(weight * int(digit) for weight, digit in zip(_S10_WEIGHTS, digits, strict=True)) % 11
    return {10: "0", 11: "5"}.get(rest, str(rest))
