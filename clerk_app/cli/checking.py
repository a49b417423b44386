"""`check-id` and `check-name`: numbers and names judged as the window does while they are typed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from clerk_app.cli.context import Context
from clerk_app.cli.outcome import Outcome, table
from clerk_app.domain.identifiers import identify
from clerk_app.domain.names import normalise_name
from clerk_app.domain.problems import Problem
from clerk_app.wording import sentence, word


def check_id(context: Context, words: Namespace) -> Outcome:
    """Judge credit codes, ID numbers, waybills and the like; what kind each is, is found out from its shape."""
    today = context.today()
    checks = [(value, identify(value, today=today)) for value in words.values]
    plain = [
        {
            "value": value,
            "kind": check.kind.value,
            "valid": check.valid,
            "normalized": check.normalized,
            "problems": _plain(check.problems),
        }
        for value, check in checks
    ]
    rows = [
        (value, word(f"id_kind.{check.kind.value}"), word(f"valid.{check.valid}".lower()), _said(check.problems))
        for value, check in checks
    ]
    headers = ("command.value", "command.kind", "command.verdict", "command.problems")
    return Outcome(plain, table([word(code) for code in headers], rows))


def check_name(context: Context, words: Namespace) -> Outcome:
    """Give the stored form of names and say which characters no embedded font can print."""
    renderer = context.wiring.renderer()
    plain, rows = [], []
    for value in words.values:
        check = normalise_name(value)
        missing = renderer.missing(check.normalized)
        printable = not missing and not any(one.severity.value == "error" for one in check.problems)
        plain.append(
            {
                "value": value,
                "normalized": check.normalized,
                "printable": printable,
                "missing": [{"char": char, "codepoint": f"U+{ord(char):04X}"} for char in missing],
                "changes": [{"code": one.code, "before": one.before, "after": one.after} for one in check.changes],
                "problems": _plain(check.problems),
            }
        )
        said = "；".join(
            [
                *(word("command.changed", before=one.before, after=one.after) for one in check.changes),
                *(word("command.no_glyph", char=char, codepoint=f"U+{ord(char):04X}") for char in missing),
                *filter(None, [_said(check.problems)]),
            ]
        )
        rows.append((value, check.normalized, word(f"printable.{printable}".lower()), said))
    headers = ("command.value", "command.normalized", "command.print", "command.problems")
    return Outcome(plain, table([word(code) for code in headers], rows))


def _plain(problems: Sequence[Problem]) -> list[dict[str, object]]:
    return [
        {
            "code": one.code,
            "severity": one.severity.value,
            "message": sentence(one.as_fault()),
            "params": dict(one.params),
        }
        for one in problems
    ]


def _said(problems: Sequence[Problem]) -> str:
    return "；".join(sentence(one.as_fault()) for one in problems)
