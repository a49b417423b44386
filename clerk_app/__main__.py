"""Where the program starts: the window when no command is named, else a headless command.

Nothing heavy is loaded here: Qt comes with the window, the database with the command that needs it, and the words of the commands are not
even read when there are none.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from clerk_app.bootstrap import Bootstrap
    from clerk_app.cli.arguments import Wanted


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words of its command line and return its exit code (`cli.outcome.Exit`)."""
    words = sys.argv[1:] if argv is None else list(argv)
    match words:
        case []:
            return _open_window(None)
        case ["--data-dir", folder] if not folder.startswith("-"):
            return _open_window(Path(folder))
        case _:
            from clerk_app.cli.run import run

            return run(words, wiring=_wiring, window=_window)


def _wiring() -> Bootstrap:
    from clerk_app.bootstrap import Bootstrap

    return Bootstrap()


def _window(wanted: Wanted) -> int:
    return _open_window(wanted.given.data_dir, now=wanted.given.now)


def _open_window(folder: Path | None, *, now: datetime | None = None) -> int:
    from clerk_app.bootstrap_window import window_parts
    from clerk_app.settings import data_dir
    from clerk_app.ui.app import run_window

    return run_window(window_parts(data_dir(folder), now=now))


if __name__ == "__main__":
    sys.exit(main())
