"""`demo`: the journey of the year 2020 through the real window, with a shared server of its own."""

from __future__ import annotations

import sys
from argparse import Namespace

from clerk_app.cli.context import Context
from clerk_app.cli.outcome import Outcome, pairs
from clerk_app.wording import word


def demo(context: Context, words: Namespace) -> Outcome:
    """Walk the whole journey into a folder and tell where its pictures and papers are; each step is told as it begins."""

    def tell(code: str) -> None:
        print(word(code), file=sys.stderr, flush=True)

    out = words.out.absolute()
    made = context.wiring.demo(out, tell=tell)
    plain = {
        "out": str(out),
        "screens": list(made.screens),
        "documents": list(made.documents),
        "synced": made.synced,
        "report": made.report,
    }
    text = pairs(
        [
            (word("command.folder"), out),
            (word("command.screens"), len(made.screens)),
            (word("command.papers"), len(made.documents)),
        ]
    )
    return Outcome(plain, text)
