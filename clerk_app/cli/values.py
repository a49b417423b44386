"""Reads the words of a command as dates, instants and spans; what cannot be read is told in Chinese."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date, datetime, timedelta, timezone

from clerk_app.wording import word

_OFFICE_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
"""As `ports.OFFICE_ZONE`, which would load the domain before the words are even read."""


def day(text: str) -> date:
    """Read a date as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(word("command.not_a_date", value=text)) from None


def instant(text: str) -> datetime:
    """Read an instant in ISO 8601; without an offset it is the office's time."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(word("command.not_an_instant", value=text)) from None
    return found if found.tzinfo else found.replace(tzinfo=_OFFICE_TIME)


def span(text: str) -> tuple[date, date | None]:
    """Read a stop as FIRST:LAST, both included; an empty LAST means that it goes on."""
    first, separator, last = text.partition(":")
    if not separator:
        raise ArgumentTypeError(word("command.not_a_span", value=text))
    found = day(first), day(last) if last else None
    if found[1] is not None and found[1] < found[0]:
        raise ArgumentTypeError(word("command.span_reversed", value=text))
    return found


def natural(text: str) -> int:
    """Read a whole number from 0 to 100,000 in ASCII digits."""
    if not (text.isascii() and text.isdigit() and int(text) <= _MOST):
        raise ArgumentTypeError(word("command.not_a_number", value=text, most=_MOST))
    return int(text)


def year(text: str) -> int:
    """Read a year from 1949 to 2999."""
    if not (text.isascii() and text.isdigit() and 1949 <= int(text) <= 2999):
        raise ArgumentTypeError(word("command.not_a_year", value=text))
    return int(text)


_MOST = 100_000
