"""`search`: the same answer as the search box."""

from __future__ import annotations

from argparse import Namespace

from clerk_app.cli.context import Context
from clerk_app.cli.outcome import Outcome, table
from clerk_app.domain.listing import SearchHit
from clerk_app.wording import known, word


def search(context: Context, words: Namespace) -> Outcome:
    """Find cases, licences and licensees by any part of name, number, telephone or pinyin."""
    with context.opened() as parts:
        hits = parts.store.reading().search(words.text, limit=words.limit)
    plain = {
        "hits": [
            {
                "case_id": one.case_id,
                "case_no": one.case_no,
                "kind": one.kind,
                "why": one.why,
                "title": one.title,
                "matched": one.matched,
                "state": one.state,
                "item": one.item,
                "on": one.on,
            }
            for one in hits
        ]
    }
    rows = [(word(f"hit.{one.kind}"), one.case_no, one.title, word(f"why.{one.why}"), _state(one)) for one in hits]
    codes = ("command.kind", "command.case_no", "command.name", "command.why", "command.state")
    return Outcome(plain, table([word(code) for code in codes], rows) if rows else word("command.nothing_found"))


def _state(hit: SearchHit) -> str:
    """Return where a case stands, or whether a licence is valid; a licensee has no state."""
    code = f"state.{hit.state}" if known(f"state.{hit.state}") else f"licence.{hit.state}"
    return word(code) if hit.state else ""
