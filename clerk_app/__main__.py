"""Where the program starts: the window when no command is named, else a headless command.

Nothing heavy is loaded here: Qt comes with the window, the database with the command that needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk_app.bootstrap import Bootstrap
    from clerk_app.cli.arguments import Wanted


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words of its command line and return its exit code (docs/contracts: exit codes)."""
    from clerk_app.cli.run import run

    return run(sys.argv[1:] if argv is None else argv, wiring=_wiring, window=_window)


def _wiring() -> Bootstrap:
    from clerk_app.bootstrap import Bootstrap

    return Bootstrap()


def _window(wanted: Wanted) -> int:
    from clerk_app.bootstrap_window import window_parts
    from clerk_app.settings import data_dir
    from clerk_app.ui.app import run_window

    return run_window(window_parts(data_dir(wanted.given.data_dir), now=wanted.given.now))


if __name__ == "__main__":
    sys.exit(main())
