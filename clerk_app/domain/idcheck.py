"""What every check of an identifying number shares: the kinds, the verdict and the normal form; no rule of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clerk_app.domain.problems import Problem, has_error

EMPTY = "id.empty"
FORM = "id.form"


class IdKind(StrEnum):
    """What a number turned out to be, or was said to be."""

    CREDIT_CODE = "credit_code"
    RESIDENT_ID = "resident_id"
    RESIDENCE_PERMIT = "residence_permit"
    FOREIGNER_ID = "foreigner_id"
    HK_MACAO_PASS = "hk_macao_pass"  # noqa: S105 — a travel permit, no password
    TAIWAN_PASS = "taiwan_pass"  # noqa: S105 — a travel permit, no password
    PASSPORT = "passport"
    WAYBILL = "waybill"
    PHONE = "phone"
    POSTCODE = "postcode"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class IdCheck:
    """The verdict on one number; `normalized` is what is stored when `valid`."""

    kind: IdKind
    valid: bool
    normalized: str
    problems: tuple[Problem, ...]


def verdict(kind: IdKind, *, number: str, problems: Sequence[Problem] = ()) -> IdCheck:
    """Sum `problems` up: warnings alone leave the number valid."""
    return IdCheck(kind=kind, valid=not has_error(problems), normalized=number, problems=tuple(problems))


def squeeze(value: str) -> str:
    """Give the normal form of a number: half-width, upper case, without blanks and hyphens."""
    folded = unicodedata.normalize("NFKC", value).upper()
    return re.sub(r"[\s\u2010-\u2015-]", "", folded)


def by_pattern(value: str, *, kind: IdKind, pattern: str, code: str = FORM) -> IdCheck:
    """Judge a number that has a form but no check digit."""
    number = squeeze(value)
    if not number:
        return verdict(kind, number=number, problems=[Problem.error(EMPTY)])
    problems = [] if re.fullmatch(pattern, number) else [Problem.error(code)]
    return verdict(kind, number=number, problems=problems)


def masked(value: str, *, head: int, tail: int) -> str:
    """Hide everything of `value` but its first `head` and last `tail` characters."""
    return value[:head] + "*" * (len(value) - head - tail) + value[len(value) - tail :]
