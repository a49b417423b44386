"""Every code that the program raises, finds or shows as a heading has its Chinese sentence, once."""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import clerk_app
from clerk_app import wording

PACKAGE = Path(clerk_app.__file__).parent
HEADINGS = {
    "RuleViolation": "",
    "EnvironmentProblem": "",
    "UsageProblem": "",
    "Fault.of": "",
    "Problem.error": "",
    "Problem.warning": "",
    "AuditProblem": "audit.",
}
"""What makes a finding -> under which heading its sentence stands."""


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Every call of the program that matters here: where it stands, its name, and itself."""
    return tuple(
        (str(path.relative_to(PACKAGE)), name, node)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (name := called(node.func)) in {*HEADINGS, "word"}
    )


def called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return f"{function.value.id}.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""


def literal(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def test_every_code_that_is_raised_has_a_sentence() -> None:
    wrong = {
        f"{place}: {code}"
        for place, name, call in calls()
        if name in HEADINGS and (code := literal(call)) is not None and not wording.known(HEADINGS[name] + code)
    }
    assert wrong == set()


def test_every_heading_of_the_commands_has_a_word() -> None:
    wrong = {
        f"{place}: {code}"
        for place, name, call in calls()
        if name == "word" and (code := literal(call)) is not None and not wording.known(code)
    }
    assert wrong == set()


def test_no_code_has_two_sentences() -> None:
    counts = Counter(code for _, table in wording._TABLES for code in table)
    assert [code for code, count in counts.items() if count > 1] == []
