"""`sync --once`: one whole exchange with the shared server."""

from __future__ import annotations

from argparse import Namespace

from clerk_app.cli.context import Context
from clerk_app.cli.outcome import Exit, Outcome, pairs
from clerk_app.domain.exchange import SyncReport
from clerk_app.wording import known, word


def sync(context: Context, _words: Namespace) -> Outcome:
    """Send, fetch and verify once; nobody in particular acts, so nobody needs to be named."""
    with context.opened() as parts:
        report = parts.exchange().run(trigger="command")
    whole = report.verified and not report.conflicts and not report.refused
    return Outcome(report_plain(report), _text(report), code=Exit.DONE if whole else Exit.IN_PART)


def report_plain(report: SyncReport) -> dict[str, object]:
    """Return the report with the keys of the contract."""
    return {
        "sent": report.sent,
        "fetched": report.fetched,
        "conflicts": report.conflicts,
        "refused": report.refused,
        "verified": report.verified,
        "duration_ms": report.duration_ms,
        "bytes_up": report.bytes_up,
        "bytes_down": report.bytes_down,
        "round_trips": report.round_trips,
        "differing": list(report.differing),
        "message": report.message,
    }


def _text(report: SyncReport) -> str:
    message = f"sync.{report.message}"
    return pairs(
        [
            (word("command.sent"), report.sent),
            (word("command.fetched"), report.fetched),
            (word("command.conflicts"), report.conflicts),
            (word("command.refused"), report.refused),
            (word("command.verified"), word("command.yes") if report.verified else word("command.no")),
            (word("command.duration"), f"{report.duration_ms / 1000:.1f} s"),
            (word("command.traffic"), f"{report.bytes_up} / {report.bytes_down}"),
            (word("command.differing"), "、".join(report.differing)),
            (word("command.note"), word(message) if known(message) else report.message),
        ]
    )
