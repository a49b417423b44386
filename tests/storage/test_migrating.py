"""An older file is migrated on a copy and swapped in: killed anywhere, there is the old whole or the new whole."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.paths import database_definition
from clerk_app.storage.engine import connect_raw
from clerk_app.storage.migrate import BACKUPS, KEPT, Migrated, migrate, revision_of

KEY = bytes(range(32))
CHILDREN = Path(__file__).with_name("migrating_children.py")
ROOT = Path(__file__).parents[2]
POINTS = 20

NEXT = '''
"""Give a draft its queue number, and let a gap say who looked it up."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("number_gap", recreate="always") as batch:
        batch.add_column(sa.Column("settled_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("draft", sa.Column("queue", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE draft SET queue = title")
    op.create_table("seen", sa.Column("n", sa.Integer(), primary_key=True), sa.Column("act_key", sa.Integer()))
    op.execute("INSERT INTO seen (act_key) SELECT key FROM act")
    op.create_index("ix_seen_act_key", "seen", ["act_key"])
'''


class Children:
    """Processes that migrate a file and kill themselves at the n-th step."""

    def __init__(self, scripts: Path) -> None:
        self.parent = subprocess.Popen(
            [sys.executable, str(CHILDREN), KEY.hex(), str(scripts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # The first child would write the byte code of the revisions, and count steps that the others do not have.
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def migrate(self, file: Path, *, kill_at: int) -> tuple[int, int]:
        """Return the signal that ended the child, 0 if none, and then how many steps it made."""
        self.parent.stdin.write(f"{kill_at} {file}\n")
        self.parent.stdin.flush()
        signal_no, steps = self.parent.stdout.readline().split()
        return int(signal_no), int(steps)

    def close(self) -> None:
        self.parent.stdin.close()
        self.parent.wait(20)
        self.parent.stdout.close()


class Office(NamedTuple):
    """A file of revision 0001, the revisions with one more, and how many steps the way there has."""

    file: Path
    scripts: Path
    steps: int
    children: Children


@pytest.fixture(scope="module")
def office(tmp_path_factory, founded):
    folder = tmp_path_factory.mktemp("migrating")
    scripts = folder / "scripts"
    shutil.copytree(database_definition("migrations", "local"), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0002_queue.py").write_text(NEXT, encoding="utf-8")
    file = shutil.copyfile(founded, folder / "old.db")
    children = Children(scripts)
    ended_by, steps = children.migrate(shutil.copyfile(file, folder / "counted.db"), kill_at=0)
    assert (ended_by, steps > 0) == (0, True)
    yield Office(file, scripts, steps, children)
    children.close()


@pytest.fixture
def old(office, tmp_path):
    return shutil.copyfile(office.file, tmp_path / "clerk.db")


def content(file):
    with closing(connect_raw(file, key=KEY)) as driver:
        assert driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert driver.execute("PRAGMA foreign_key_check").fetchall() == []
        acts = driver.execute("SELECT hash, body FROM act JOIN payload ON act_key = key ORDER BY key").fetchall()
        tables = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        columns = {row[1] for row in driver.execute("PRAGMA table_info(draft)")}
    return acts, "seen" in tables, "queue" in columns


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_anywhere_the_file_is_the_old_whole_or_the_new_whole_and_a_retry_works(office, old, point):
    acts, *_ = content(old)
    kill_at = 1 + point * (office.steps - 1) // (POINTS - 1)
    ended_by, _ = office.children.migrate(old, kill_at=kill_at)
    assert ended_by == signal.SIGKILL
    revision = revision_of(old, KEY)
    is_new = revision == "0002"
    assert revision in ("0001", "0002")
    assert content(old) == (acts, is_new, is_new)
    migrate(old, KEY, scripts=office.scripts)
    assert revision_of(old, KEY) == "0002"
    assert content(old) == (acts, True, True)
    left = {file.name for file in old.parent.rglob("*") if file.is_file()} - {"clerk.db", "clerk.lock"}
    assert all(name.startswith("clerk-0001-") and name.endswith(".db") for name in left)
    assert left, "the old file is kept"
    (kept, *_) = (old.parent / BACKUPS).iterdir()
    assert content(kept) == (acts, False, False)


def test_the_killing_reaches_every_phase(office):
    assert office.steps > 5 * POINTS


def test_a_file_of_the_newest_revision_is_left_alone(old):
    before = old.read_bytes()
    assert migrate(old, KEY) == Migrated("0001", "0001", None)
    assert old.read_bytes() == before


def test_what_was_done_is_told(office, old):
    done = migrate(old, KEY, scripts=office.scripts)
    assert (done.before, done.after) == ("0001", "0002")
    assert done.backup is not None
    assert revision_of(done.backup, KEY) == "0001"


def test_five_old_files_are_kept(office, old):
    kept = []
    for _ in range(KEPT + 2):
        shutil.copyfile(office.file, old)
        kept.append(migrate(old, KEY, scripts=office.scripts).backup)
    assert sorted((old.parent / BACKUPS).iterdir()) == sorted(kept[-KEPT:])


def test_a_file_that_is_open_elsewhere_is_not_migrated(office, old, monkeypatch):
    from clerk_app.storage import engine

    monkeypatch.setattr(engine, "WANTED_PRAGMAS", (*engine.WANTED_PRAGMAS[:-1], ("busy_timeout", 50)))
    with closing(connect_raw(old, key=KEY)) as other:
        other.execute("SELECT count(*) FROM act").fetchone()
        with pytest.raises(EnvironmentProblem) as problem:
            migrate(old, KEY, scripts=office.scripts)
    assert problem.value.code == "database_locked"
    assert revision_of(old, KEY) == "0001"


def test_a_migration_that_fails_leaves_the_old_file(office, old, tmp_path):
    scripts = shutil.copytree(office.scripts, tmp_path / "failing")
    (scripts / "versions" / "0002_queue.py").write_text(NEXT + "    op.execute('SELECT nothing')\n", encoding="utf-8")
    before = content(old)
    with pytest.raises(Exception, match="nothing"):
        migrate(old, KEY, scripts=scripts)
    assert content(old) == before
    assert migrate(old, KEY, scripts=office.scripts).after == "0002"


def test_a_migration_that_loses_acts_is_not_swapped_in(office, old, tmp_path):
    scripts = shutil.copytree(office.scripts, tmp_path / "losing")
    lose = "    op.execute('DROP TRIGGER tr_payload_delete')\n    op.execute('DELETE FROM payload WHERE act_key = 2')\n"
    (scripts / "versions" / "0002_queue.py").write_text(NEXT + lose, encoding="utf-8")
    before = content(old)
    with pytest.raises(EnvironmentProblem) as problem:
        migrate(old, KEY, scripts=scripts)
    assert problem.value.code == "database_damaged"
    assert content(old) == before


def test_too_little_room_on_the_disk_is_told_before_anything_is_done(office, old, monkeypatch):
    full = shutil.disk_usage(old.parent)._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(EnvironmentProblem) as problem:
        migrate(old, KEY, scripts=office.scripts)
    assert problem.value.code == "disk_full"
    assert revision_of(old, KEY) == "0001"
