"""Work off the GUI thread: jobs are plain callables, answers come back in the GUI thread, and a screen that left hears nothing.

One long-lived QObject owns the signal. Three lanes: one writer (acts are written one at a time, in the order they were asked for), two readers,
and one for papers (PDFium may be called by one thread at a time).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from clerk_app.ui.tidying import Tidying

if TYPE_CHECKING:
    from clerk_app.ports import Progress

T = TypeVar("T")
log = logging.getLogger(__name__)

_PROGRESS_EVERY_MS = 80


class Lane(StrEnum):
    """Which threads do a job."""

    WRITE = "write"
    READ = "read"
    PAPER = "paper"


_THREADS = {Lane.WRITE: 1, Lane.READ: 2, Lane.PAPER: 1}


@dataclass(eq=False, slots=True)
class Task:
    """One submitted job; kept by whoever wants to cancel it."""

    owner: QObject
    lane: Lane
    _done: Callable[[object], None]
    _failed: Callable[[Exception], None]
    _progress: Callable[[int, int], None] | None
    _stop: threading.Event = field(default_factory=threading.Event)
    _future: Future[object] | None = None
    _at: tuple[int, int] = (0, 0)
    _shown: tuple[int, int] = (0, 0)
    is_forgotten: bool = False
    is_finished: bool = False

    def report(self, done: int, total: int) -> None:
        """Say how far the job is (in the job's thread).

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._stop.is_set():
            raise _cancelled()
        self._at = (done, total)


class TaskRunner(QObject):
    """Runs jobs in lanes and delivers each answer to exactly one of `done` and `failed`, in the GUI thread.

    Signals:
        busy_changed(bool): whether anything is under way, for the status bar and for tests.
    """

    busy_changed = Signal(bool)
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            lane: ThreadPoolExecutor(count, thread_name_prefix=f"clerk-{lane}") for lane, count in _THREADS.items()
        }
        self._open: set[Task] = set()
        self._is_closed = False
        self._watch = QTimer(self)
        self._watch.setInterval(_PROGRESS_EVERY_MS)
        self._watch.timeout.connect(self._show_progress)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._tidying = Tidying(self)

    @property
    def is_busy(self) -> bool:
        """Whether a job is waiting, running, or about to be answered."""
        return bool(self._open)

    def submit(
        self,
        owner: QObject,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        lane: Lane = Lane.READ,
    ) -> Task:
        """Run `job` in a thread of `lane`; afterwards call `done` with its result or `failed` with its error.

        `owner` is the widget that asked: when it is destroyed or `forget` is called for it, neither is called. A job
        that was cancelled before it began ends in `failed(Cancelled())`.
        """
        task = Task(owner, lane, done, failed, None)  # type: ignore[arg-type]  # T is what the job returns
        return self._start(task, job)

    def submit_long(
        self,
        owner: QObject,
        job: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None],
        lane: Lane = Lane.READ,
    ) -> Task:
        """Run a job that says how far it is; `progress` is called in the GUI thread at most every 80 ms.

        The job calls the `Progress` it is given; that raises `Cancelled` after `cancel`, which ends in `failed`.
        """
        task = Task(owner, lane, done, failed, progress)  # type: ignore[arg-type]  # T is what the job returns
        return self._start(task, partial(job, task.report))

    def cancel(self, task: Task) -> None:
        """Ask a job to stop: one that has not begun never does, a long one stops at its next report."""
        task._stop.set()  # noqa: SLF001 — the runner owns its tasks
        if task._future is not None and task._future.cancel():  # noqa: SLF001
            self._answered.emit(task, None, _cancelled())

    def forget(self, owner: QObject) -> None:
        """Deliver no answer to `owner` any more; what has not begun never does, acts excepted: they were asked for."""
        for task in [one for one in self._open if one.owner is owner]:
            task.is_forgotten = True
            if task.lane is not Lane.WRITE:
                self.cancel(task)

    def shutdown(self) -> None:
        """Refuse new jobs, drop those that wait (writes excepted), and wait for those that run."""
        self._is_closed = True
        for task in list(self._open):
            if task.lane is not Lane.WRITE:
                task.is_forgotten = True
                self.cancel(task)
        for pool in self._pools.values():
            pool.shutdown(wait=True)
        self._watch.stop()
        self._tidying.stop()

    def _start(self, task: Task, job: Callable[[], object]) -> Task:
        if self._is_closed:
            raise RuntimeError("the window is closing")
        was_busy = self.is_busy
        self._open.add(task)
        task._future = self._pools[task.lane].submit(self._run, task, job)  # noqa: SLF001
        if task._progress is not None:  # noqa: SLF001
            self._watch.start()
        if not was_busy:
            self.busy_changed.emit(True)
        return task

    def _run(self, task: Task, job: Callable[[], object]) -> object:
        result: object = None
        error: Exception | None = None
        try:
            result = _cancelled() if task._stop.is_set() else job()  # noqa: SLF001
        except Exception as caught:  # noqa: BLE001 — the one broad except of the window: every error reaches `failed`
            error = caught
        if error is None and isinstance(result, Exception):
            result, error = None, result
        self._answered.emit(task, result, error)
        return None

    @Slot(object, object, object)
    def _deliver(self, task: Task, result: object, error: Exception | None) -> None:
        if task.is_finished:
            return
        task.is_finished = True
        self._open.discard(task)
        if not self.is_busy:
            self._watch.stop()
            self.busy_changed.emit(False)
        if task.is_forgotten or not isValid(task.owner):
            if error is not None and not is_cancelled(error):
                log.error("a forgotten job failed", exc_info=error)
            return
        if error is not None:
            task._failed(error)  # noqa: SLF001
        else:
            task._done(result)  # noqa: SLF001

    @Slot()
    def _show_progress(self) -> None:
        for task in list(self._open):
            if task._progress is None or task.is_forgotten or task._at == task._shown:  # noqa: SLF001
                continue
            task._shown = task._at  # noqa: SLF001
            task._progress(*task._at)  # noqa: SLF001


def is_cancelled(error: BaseException) -> bool:
    """Say whether a job ended because the person asked it to; no reason to complain."""
    return type(error).__name__ == "Cancelled"


def _cancelled() -> Exception:
    from clerk_app.ports import Cancelled  # the ports bring the domain along: not before the first paint

    return Cancelled()
