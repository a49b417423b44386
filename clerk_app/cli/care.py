"""`audit`, `rebuild` and `self-test`: what proves that the data and the program are whole."""

from __future__ import annotations

from argparse import Namespace

from clerk_app.cli.context import Context
from clerk_app.cli.outcome import Exit, Outcome, table
from clerk_app.wording import word


def audit(context: Context, _words: Namespace) -> Outcome:
    """Check the chain, the projections, the numbers, the calendars and the settings of the database."""
    with context.opened() as parts:
        problems = parts.store.audit()
    plain = {
        "ok": not problems,
        "problems": [{"code": one.code, "subject": one.subject, "detail": one.detail} for one in problems],
    }
    if not problems:
        return Outcome(plain, word("command.audit_ok"))
    headers = [word(code) for code in ("command.problems", "command.subject", "command.detail")]
    rows = [(word(f"audit.{one.code}"), one.subject, one.detail) for one in problems]
    return Outcome(plain, table(headers, rows), code=Exit.IN_PART)


def rebuild(context: Context, _words: Namespace) -> Outcome:
    """Drop every projection and build it again from the acts; say whether it is what was there."""
    with context.opened() as parts:
        acts, equal = parts.store.rebuild()
    said = word("command.rebuilt_equal" if equal else "command.rebuilt_different", acts=acts)
    return Outcome({"acts": acts, "equal_to_before": equal}, said)


def self_test(context: Context, _words: Namespace) -> Outcome:
    """Let the program prove itself, wherever it was put."""
    checks = context.wiring.self_test()
    ok = not any(wrong for _, wrong, _ in checks)
    plain = {
        "ok": ok,
        "checks": [{"name": name, "ok": not wrong, "detail": wrong or told} for name, wrong, told in checks],
    }
    rows = [(name, word("command.failed") if wrong else "ok", wrong or told) for name, wrong, told in checks]
    headers = [word(code) for code in ("command.check", "command.verdict", "command.detail")]
    return Outcome(plain, table(headers, rows), code=Exit.DONE if ok else Exit.ENVIRONMENT)
