"""Legal texts of papers as dated records: which wording stood on the day of a paper. They are data of resources/forms/texts.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

import msgspec

from clerk_app import paths
from clerk_app.domain.errors import RuleViolation


class DatedText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One wording with the days on which it stood, both included; `source` is the law it is taken from."""

    code: str
    since: date
    text: str
    source: str
    until: date | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: tuple[DatedText, ...]


@cache
def records() -> tuple[DatedText, ...]:
    """Read all records."""
    content = paths.resource("forms", "texts.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(content), _File).text


def wording(code: str, *, on: date | None) -> str:
    """Return the wording of `code` that stood on a day; None takes the newest.

    Raises:
        RuleViolation: `paper_text_missing` when no wording stood on that day.
    """
    found = [one for one in records() if one.code == code]
    if on is None and found:
        return max(found, key=lambda one: one.since).text
    for one in found:
        if on is not None and one.since <= on and (one.until is None or on <= one.until):
            return one.text
    raise RuleViolation("paper_text_missing", text=code, day=on or "")
