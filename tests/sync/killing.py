"""A set-up of the server in a process of its own that kills itself before its n-th statement."""

from __future__ import annotations

import multiprocessing
import os
import signal
from multiprocessing.sharedctypes import Synchronized
from typing import Any

import psycopg
from sqlalchemy import event
from sqlalchemy.engine import Engine

from clerk_app.sync.administration import init_central

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__, "alembic.command"])


def _set_up(point: int, url: str, password: str, ca: str, counted: Synchronized[int]) -> None:
    run = psycopg.Connection.execute

    def count() -> None:
        counted.value += 1
        if counted.value == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def execute(self: psycopg.Connection[Any], *args: Any, **kwargs: Any) -> Any:
        count()
        return run(self, *args, **kwargs)

    psycopg.Connection.execute = execute  # type: ignore[method-assign]
    event.listen(Engine, "before_cursor_execute", lambda *_: count())
    init_central(url, password, ca=ca, office="TSYJ", training=True)


def set_up_killed_at(point: int, *, url: str, password: str, ca: str) -> tuple[int | None, int]:
    """Return the exit code of the process and how many statements it came to; point 0 lets it live."""
    counted = _CONTEXT.Value("i", 0)
    process = _CONTEXT.Process(target=_set_up, args=(point, url, password, ca, counted))
    process.start()
    process.join()
    return process.exitcode, counted.value
