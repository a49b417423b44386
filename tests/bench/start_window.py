"""Child of `bench_start`: opens a window, and prints the milliseconds since the process began of each milestone.

``start_window.py bare`` opens a window of Qt alone; ``start_window.py clerk FOLDER`` opens the program, signs in and waits for the
rows of 今日待办 and for a typed letter to show.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path


def since_start() -> float:
    """Return milliseconds since this process began (Linux: start time of the process in clock ticks since boot)."""
    fields = Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()
    begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - begun) * 1000


def bare() -> dict[str, float]:
    """Open the least window one could call an office program: a list, a form, a tool bar."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import (
        QApplication,
        QFormLayout,
        QHBoxLayout,
        QLineEdit,
        QListWidget,
        QMainWindow,
        QTableWidget,
        QTableWidgetItem,
        QWidget,
    )

    found: dict[str, float] = {}

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 — the name of Qt
            super().paintEvent(event)
            if "shell" not in found:
                found["shell"] = since_start()
                QTimer.singleShot(0, app.quit)

    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    window = Window()
    middle = QWidget()
    row = QHBoxLayout(middle)
    nav = QListWidget()
    nav.addItems([f"page {n}" for n in range(8)])
    table = QTableWidget(200, 8)
    for line in range(200):
        for column in range(8):
            table.setItem(line, column, QTableWidgetItem(f"{line}-{column}"))
    form = QWidget()
    fields = QFormLayout(form)
    for n in range(8):
        fields.addRow(f"field {n}", QLineEdit())
    for part in (nav, table, form):
        row.addWidget(part)
    window.setCentralWidget(middle)
    window.addToolBar("tools").addAction("do")
    window.resize(1366, 768)
    window.show()
    app.exec()
    return found


def clerk(folder: Path) -> dict[str, float]:
    """Open the program, sign in, and wait for rows and a letter."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    from clerk_app.bootstrap_window import window_parts
    from clerk_app.ui.app import create_application, open_window
    from clerk_app.ui.tasks import TaskRunner

    found: dict[str, float] = {}
    parts = window_parts(folder)
    app = create_application()
    tasks = TaskRunner()
    window = open_window(parts, tasks)
    window.resize(1366, 768)
    window.painted.connect(lambda: found.setdefault("shell", since_start()))

    def until(condition: object, limit_s: float = 60) -> None:
        end = time.monotonic() + limit_s
        while not condition():  # type: ignore[operator]
            app.processEvents()
            time.sleep(0.001)
            if time.monotonic() > end:
                raise SystemExit("the window did not get there")

    from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

    def field(name: str) -> QLineEdit | None:
        one = window.findChild(QLineEdit, name)
        return one if one is not None and one.isVisible() else None

    until(lambda: "shell" in found and field("sign_in.password") is not None)
    QTest.keyClicks(field("sign_in.user"), "clerk")
    QTest.keyClicks(field("sign_in.password"), "training")
    window.signed_in.connect(lambda _who: found.setdefault("signed_in", since_start()))
    found["asked"] = since_start()
    QTest.keyClick(field("sign_in.password"), Qt.Key.Key_Return)
    until(lambda: "signed_in" in found)

    def table() -> QTableView | None:
        one = window.findChild(QTableView, "today.table")
        return one if one is not None and one.isVisible() and one.model() and one.model().rowCount() else None

    until(lambda: table() is not None)
    view = table()
    assert view is not None
    view.viewport().repaint()
    found["rows"] = since_start()
    box = window.findChild(QWidget, "main.find")
    edit = box if isinstance(box, QLineEdit) else (box.findChild(QLineEdit) if box else None)
    assert edit is not None, "the box for everything"
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A)
    until(lambda: edit.text() == "a")
    edit.repaint()
    found["letter"] = since_start()
    QTimer.singleShot(0, app.quit)
    app.exec()
    window.close()
    tasks.shutdown()
    parts.close()
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(bare() if sys.argv[1] == "bare" else clerk(Path(sys.argv[2]))))
