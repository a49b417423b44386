"""Fill in the parts of the docs that are never typed: the table of acts, and the figures that the benches measured.

``python tools/write_docs.py`` rewrites them; with ``--check`` it only says whether they are up to date (exit 1 if not).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from clerk_app.domain.acts.wire import type_of
from clerk_app.wording import word

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "figures.json"
_PARTS = 5
"""Before, the mark, what is written, the closing mark, after."""
PAGES = ("README.md", "README.zh.md", "docs/glossary.md")


def act_table() -> str:
    """Return the table of all kinds of acts: word, Chinese word, stream, legal or commuting, what it says."""
    lines = ["| act | Chinese | stream | | meaning |", "|---|---|---|---|---|"]
    for kind, act in type_of.items():
        first = re.sub(r"^[\u4e00-\u9fff、 ]+: ", "", (act.__doc__ or "").strip().splitlines()[0])
        lines.append(
            f"| `{act.__name__}` | {word(f'act.{kind}')} | {act.STREAM.value} | {'L' if act.LEGAL else 'C'} | {first} |"
        )
    return "\n".join(lines)


def figure_lines() -> str:
    """Return the figures as a table, each with the command that printed it."""
    figures: dict[str, dict[str, str]] = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    lines = ["| measured | figure | by |", "|---|---|---|"]
    lines += [f"| {one['what']} | {one['figure']} | `{one['by']}` |" for _, one in sorted(figures.items())]
    return "\n".join(lines)


def filled(text: str) -> str:
    """Return a page with its written parts renewed."""
    for name, body in (("acts", act_table()), ("figures", figure_lines())):
        parts = re.split(rf"(<!-- {name}:begin[^>]*-->\n|<!-- {name}:end -->)", text)
        if len(parts) == _PARTS:
            parts[2] = f"\n{body}\n\n"
            text = "".join(parts)
    return text


def main() -> int:
    """Renew the pages, or check them."""
    stale = []
    for page in PAGES:
        path = ROOT / page
        if not path.exists():
            continue
        old = path.read_text(encoding="utf-8")
        new = filled(old)
        if old == new:
            continue
        stale.append(page)
        if "--check" not in sys.argv:
            path.write_text(new, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print(f"run tools/write_docs.py: {', '.join(stale)} out of date")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
