"""Migrates files in forked processes that kill themselves, without any clean-up, at the n-th thing they do.

Counted: every statement, every few thousand steps inside one, every file opened for writing, removed or renamed, every
flush to the disk. Started with KEY and SCRIPTS; for each line `N FILE` it answers with the signal that ended the child
(0: none) and how many things it did; N = 0 never kills.
"""

import os
import signal
import sys
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from clerk_app.storage.migrate import migrate

STEPS = 2000
WATCHED = {"os.rename", "os.remove", "os.mkdir"}
done, kill_at = 0, 0


def count() -> int:
    global done  # noqa: PLW0603 — one counter for hooks of three kinds
    done += 1
    if done == kill_at:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


class Cursor(sqlcipher.Cursor):
    def execute(self, *args):
        count()
        return super().execute(*args)


class Connection(sqlcipher.Connection):
    def cursor(self, *_):
        return super().cursor(Cursor)

    def execute(self, *args):
        count()
        return super().execute(*args)

    def backup(self, *args, **options):
        return super().backup(*args, pages=20, progress=lambda *_: count(), **options)


def watch(event, args):
    if event in WATCHED or (event == "open" and args[1] in {"wb", "r+b", "rb+", "w"}):
        count()


connect, flush = sqlcipher.connect, os.fsync


def connecting(*args, **options):
    count()
    made = connect(*args, factory=Connection, **options)
    made.set_progress_handler(count, STEPS)
    return made


def flushing(handle):
    count()
    flush(handle)
    count()


def run(file: Path) -> None:
    sqlcipher.connect, os.fsync = connecting, flushing
    sys.addaudithook(watch)
    migrate(file, bytes.fromhex(sys.argv[1]), scripts=Path(sys.argv[2]))


for line in sys.stdin:
    number, name = line.rstrip("\n").split(" ", 1)
    kill_at = int(number)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        run(Path(name))
        os.write(writing, str(done).encode())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    os.close(writing)
    print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, os.read(reading, 20).decode() or 0, flush=True)
    os.close(reading)
