"""Jobs off the GUI thread: one answer each, in the GUI thread, none for those who left, none lost at the end."""

from __future__ import annotations

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject

from clerk_app.ports import Cancelled
from clerk_app.ui.tasks import Lane, TaskRunner, is_cancelled


class Answers:
    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.threads: list[int] = []

    def take(self, result: object) -> None:
        self.done.append(result)
        self.threads.append(threading.get_ident())

    def refuse(self, error: Exception) -> None:
        self.failed.append(error)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


def test_result_comes_back_in_the_gui_thread(tasks, owner, answers, qtbot):
    tasks.submit(owner, threading.get_ident, done=answers.take, failed=answers.refuse)
    qtbot.waitUntil(lambda: bool(answers.done))
    assert answers.done[0] != threading.get_ident()
    assert answers.threads == [threading.get_ident()]
    assert not tasks.is_busy


def test_error_reaches_failed_and_only_failed(tasks, owner, answers, qtbot):
    def job() -> None:
        raise KeyError("x")

    tasks.submit(owner, job, done=answers.take, failed=answers.refuse)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert isinstance(answers.failed[0], KeyError)
    assert answers.done == []


def test_a_screen_that_left_hears_nothing(tasks, owner, answers, qtbot):
    gate = threading.Event()
    tasks.submit(owner, gate.wait, done=answers.take, failed=answers.refuse)
    tasks.forget(owner)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers.done == []
    assert answers.failed == []


def test_an_owner_that_was_destroyed_hears_nothing(tasks, answers, qtbot):
    owner = QObject()
    gate = threading.Event()
    tasks.submit(owner, gate.wait, done=answers.take, failed=answers.refuse)
    owner.deleteLater()
    del owner
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers.done == []


def test_a_job_cancelled_before_it_began_never_runs(tasks, owner, answers, qtbot):
    gate, ran = threading.Event(), []
    tasks.submit(owner, gate.wait, done=answers.take, failed=answers.refuse, lane=Lane.WRITE)
    second = tasks.submit(owner, lambda: ran.append(1), done=answers.take, failed=answers.refuse, lane=Lane.WRITE)
    tasks.cancel(second)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert ran == []
    assert [is_cancelled(error) for error in answers.failed] == [True]


def test_a_long_job_says_how_far_it_is_and_stops_at_its_next_report(tasks, owner, answers, qtbot):
    seen: list[tuple[int, int]] = []
    step = threading.Event()

    def job(progress) -> None:
        for done in range(1, 1000):
            progress(done, 1000)
            step.wait(0.01)

    task = tasks.submit_long(
        owner, job, done=answers.take, failed=answers.refuse, progress=lambda done, total: seen.append((done, total))
    )
    qtbot.waitUntil(lambda: len(seen) >= 2)
    tasks.cancel(task)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert isinstance(answers.failed[0], Cancelled)
    assert seen == sorted(seen)
    assert all(total == 1000 for _, total in seen)


def test_writes_happen_one_at_a_time_in_the_order_they_were_asked_for(tasks, owner, answers, qtbot):
    order: list[int] = []
    inside = threading.Lock()

    def job(number: int) -> None:
        assert inside.acquire(blocking=False)
        order.append(number)
        inside.release()

    for number in range(50):
        tasks.submit(
            owner, lambda number=number: job(number), done=answers.take, failed=answers.refuse, lane=Lane.WRITE
        )
    qtbot.waitUntil(lambda: len(answers.done) == 50)
    assert order == list(range(50))


def test_reading_goes_on_while_a_write_is_under_way(tasks, owner, answers, qtbot):
    gate = threading.Event()
    tasks.submit(owner, gate.wait, done=answers.take, failed=answers.refuse, lane=Lane.WRITE)
    tasks.submit(owner, lambda: "read", done=answers.take, failed=answers.refuse)
    qtbot.waitUntil(lambda: answers.done == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: len(answers.done) == 2)


def test_closing_waits_for_writes_and_drops_waiting_reads(qapp, owner):
    tasks, written, read = TaskRunner(), [], []
    gate = threading.Event()
    for _ in range(2):
        tasks.submit(owner, gate.wait, done=read.append, failed=read.append)
    tasks.submit(owner, lambda: read.append("late"), done=read.append, failed=read.append)
    for number in range(5):
        tasks.submit(
            owner, lambda number=number: written.append(number), done=read.append, failed=read.append, lane=Lane.WRITE
        )
    gate.set()
    tasks.shutdown()
    assert written == [0, 1, 2, 3, 4]
    with pytest.raises(RuntimeError):
        tasks.submit(owner, gate.wait, done=read.append, failed=read.append)
    assert not [one for one in threading.enumerate() if one.name.startswith("clerk-")]


def test_thousands_of_jobs_lose_no_reference(tasks, owner, answers, qtbot):
    """PySide6 6.12 on Python 3.11 loses one reference to True with every signal; the locked version does not."""
    gc.collect()
    before = sys.getrefcount(True)
    for _ in range(3000):
        tasks.submit(owner, lambda: True, done=answers.take, failed=answers.refuse)
    qtbot.waitUntil(lambda: len(answers.done) == 3000, timeout=20000)
    answers.done.clear()
    gc.collect()
    assert abs(sys.getrefcount(True) - before) < 200


def test_garbage_is_collected_in_the_window_s_thread_only(qtbot):
    """A widget freed in a job's thread can stop the window for ever."""
    runner = TaskRunner()
    found: list[int] = []

    class Knot:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            found.append(threading.get_ident())

    def tangle() -> int:
        for _ in range(20_000):
            Knot()
        return threading.get_ident()

    owner = QObject()
    answered: list[int] = []
    runner.submit(owner, tangle, done=answered.append, failed=found.append)
    qtbot.waitUntil(lambda: bool(answered))
    qtbot.waitUntil(lambda: len(found) > 0)
    assert set(found) == {threading.get_ident()}
    assert answered[0] not in found
    runner.shutdown()
    assert gc.isenabled()
