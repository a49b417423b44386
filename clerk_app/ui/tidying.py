"""Cyclic garbage is collected in the GUI thread only.

A collection that begins in a job's thread may free widgets there: Qt then waits for the GUI thread while the GUI thread waits for the
interpreter, and both wait for ever (seen in a test run: the window inside a Qt call, a reader inside a collection).
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Tidying(QObject):
    """Turns the automatic collection off and collects by the same thresholds from a timer of the GUI thread."""

    _at_work: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        Tidying._at_work += 1
        gc.disable()

    def stop(self) -> None:
        """Give the collection back to the interpreter, once nobody else keeps it."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        Tidying._at_work -= 1
        if not Tidying._at_work:
            gc.enable()

    def _look(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
