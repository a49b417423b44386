"""Which schema this program needs, and how a file gets there; it decides nothing about files (see `migrate`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.paths import database_definition
from clerk_app.storage.engine import driver_of

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

HEAD = "0001"
"""The newest local revision; a test compares it with `db/migrations/local`, so that a start needs no Alembic."""


def current(connection: Connection) -> str | None:
    """Return the revision of the opened file, or None when it has no schema yet."""
    driver = driver_of(connection)
    found = driver.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if found is None:
        return None
    row = driver.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def scripts(folder: Path | None = None) -> ScriptDirectory:
    """Return the revisions of `folder`, by default those that the program ships with."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config(folder))


def head_of(folder: Path | None = None) -> str:
    """Return the newest revision of `folder`; without one, of the program."""
    if folder is None:
        return HEAD
    return scripts(folder).get_current_head() or ""


def refuse_newer(revision: str, folder: Path | None = None) -> None:
    """Refuse a file that a newer program wrote.

    Raises:
        EnvironmentProblem: `database_newer`, naming the file's revision.
    """
    known = {script.revision for script in scripts(folder).walk_revisions()}
    if revision not in known:
        raise EnvironmentProblem("database_newer", found=revision, known=head_of(folder))


def upgrade(connection: Connection, folder: Path | None = None) -> None:
    """Bring the file behind `connection` to the newest revision, all or nothing."""
    from alembic import command

    config = _config(folder)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config(folder: Path | None) -> Config:
    from alembic.config import Config

    config = Config()
    place = folder or database_definition("migrations", "local")
    config.set_main_option("script_location", str(place).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config
