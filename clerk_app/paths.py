"""Where the program finds what it ships with and where it may write; it reads and writes nothing itself.

The databases' definitions (`db/`) and the things to read (`resources/`) lie beside the package in a checkout or an editable install, and under
`clerk_app/_bundled/` in a wheel and in a frozen folder. One rule finds both: look inside the package first, then beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clerk_app.domain.errors import EnvironmentProblem

_PACKAGE = Path(__file__).resolve().parent


@cache
def installation_root() -> Path:
    """Return the folder that holds `db/` and `resources/`.

    Raises:
        EnvironmentProblem: `installation.incomplete` when neither place has them.
    """
    for root in (_PACKAGE / "_bundled", _PACKAGE.parent):
        if (root / "db").is_dir() and (root / "resources").is_dir():
            return root
    raise EnvironmentProblem("installation.incomplete", folder=_PACKAGE)


def resource(*parts: str) -> Path:
    """Return an existing file or folder of `resources/`.

    Raises:
        EnvironmentProblem: `installation.file_missing` when the installation lacks it.
    """
    return _existing("resources", *parts)


def database_definition(*parts: str) -> Path:
    """Return an existing file or folder of `db/` (migrations, SQL, seed).

    Raises:
        EnvironmentProblem: `installation.file_missing` when the installation lacks it.
    """
    return _existing("db", *parts)


def default_data_dir() -> Path:
    """Return this user's folder for the program's data on this platform; it need not exist yet."""
    import platformdirs  # only a start without --data-dir needs it

    return Path(platformdirs.user_data_dir("clerk-app", appauthor=False))


def _existing(*parts: str) -> Path:
    path = installation_root().joinpath(*parts)
    if not path.exists():
        raise EnvironmentProblem("installation.file_missing", file="/".join(parts))
    return path
