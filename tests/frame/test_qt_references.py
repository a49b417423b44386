"""A canary: some versions of PySide6 lose a reference to True or None with each call, and kill the process after thousands."""

import gc
import sys

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

SLACK = 50


class Bell(QObject):
    rung = Signal(bool)


class Errand(QRunnable):
    def run(self) -> None:
        return None


def test_twenty_thousand_signals_cost_no_reference_to_true_or_none() -> None:
    bell, heard = Bell(), []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(20_000):
        bell.rung.emit(True)
    count = len(heard)
    heard.clear()
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert count == 20_000
    assert abs(after[0] - before[0]) < SLACK
    assert abs(after[1] - before[1]) < SLACK


def test_void_calls_cost_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < SLACK


def test_jobs_of_the_thread_pool_cost_no_reference_to_none() -> None:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    gc.collect()  # what other tests left in cycles holds references to None and would go while we count
    before = sys.getrefcount(None)
    for _ in range(2_000):
        pool.start(Errand())
    assert pool.waitForDone(30_000)
    gc.collect()
    # A reference lost by every job makes 2,000.
    assert abs(sys.getrefcount(None) - before) < 20 * SLACK
