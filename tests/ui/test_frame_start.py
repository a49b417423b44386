"""How the window begins: signing in by keys, the first start, nothing heavy before the first paint, an end without rests."""

# ruff: noqa: F811 — fixtures are used by name

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.first_start.view import Way
from tests.ui.plain_pages import MODULE, PlainScreen, office, pages, screen_of, sign_in, window, working  # noqa: F401 — fixtures are used by name


def interactive(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QAbstractItemView, QTabBar)
    found = [one for one in root.findChildren(QWidget) if isinstance(one, kinds)]
    return [one for one in found if not isinstance(one.parentWidget(), QLineEdit)]  # Qt's own buttons inside a line


def test_everything_that_can_be_touched_has_a_name_for_tests_and_for_people(working):
    own = [one for one in interactive(working) if not one.objectName().startswith(("qt_", "plain.", "_q_"))]
    assert len(own) > 15
    assert [one for one in own if not one.objectName()] == []
    nameless = [one.objectName() for one in own if not (one.accessibleName() or getattr(one, "text", str)())]
    assert [name for name in nameless if not name.startswith("main.status.")] == []


def test_tab_moves_in_reading_order_through_signing_in(window, qtbot):
    view = window.entry.sign_in
    view.user.setFocus()
    qtbot.waitUntil(view.user.hasFocus)
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    assert seen[:2] == ["sign_in.password", "sign_in.submit"]


@pytest.fixture
def first_start(parts, entry, tasks, qtbot, pages):
    entry.ready = False
    made = MainWindow(parts, tasks, pages=pages)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    qtbot.waitUntil(lambda: made.entry.first_start is not None and made.entry.first_start.isVisible())
    return made


def fill(view, **texts: str) -> None:
    for name, text in texts.items():
        view.form.row(name).field.setText(text)


WISH = {
    "office_name": "台山市应急管理局",
    "office_code": "TSYJ",
    "area_code": "440781",
    "admin_name": "张晓岚",
    "password": "long enough",
    "again": "long enough",
}


def test_an_office_is_founded_from_the_first_start(first_start, entry, qtbot):
    view = first_start.entry.first_start
    fill(view, **WISH)
    with qtbot.waitSignal(first_start.signed_in):
        view.submit.click()
    assert entry.founded[0].office_name == "台山市应急管理局"
    assert entry.founded[0].workstation == "W01"
    assert "long enough" not in repr(entry.founded[0])
    assert first_start.session.user == "admin"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("office_name", ""),
        ("area_code", "44078"),
        ("office_code", "台山"),
        ("password", "short"),
        ("again", "other text"),
    ],
)
def test_what_is_missing_or_wrong_is_told_at_its_field(first_start, entry, name, text):
    view = first_start.entry.first_start
    fill(view, **{**WISH, name: text})
    view.submit.click()
    assert view.form.row(name).fault
    assert entry.founded == []


def test_what_the_service_refuses_is_told_at_its_field(first_start, qtbot):
    view = first_start.entry.first_start
    fill(view, **{**WISH, "area_code": "000000"})
    view.submit.click()
    qtbot.waitUntil(lambda: bool(view.form.row("area_code").fault))
    assert view.submit.isEnabled()
    view.choose(Way.JOIN)
    view.submit.click()
    assert view.join_form.row("file").fault
    view.file.setText("w02.json")
    view.submit.click()
    qtbot.waitUntil(lambda: view.submit.isEnabled() and bool(view.join_form.row("file").fault))


def test_a_practice_copy_leads_to_signing_in(first_start, qtbot):
    view = first_start.entry.first_start
    view.choose(Way.TRAINING)
    view.submit.click()
    qtbot.waitUntil(first_start.entry.sign_in.isVisible)
    assert first_start.notices.keys == ("entry",)


PROBE = """
import json, sys
from datetime import date
from pathlib import Path
from clerk_app.ui.app import create_application, open_window
from clerk_app.ui.context import WindowParts
from clerk_app.ui.tasks import TaskRunner

class Entry:
    def is_ready(self): return True
    def people(self): return ()

app, tasks = create_application(), TaskRunner()
parts = WindowParts(Path("nowhere"), Entry(), lambda session: None, date.today, lambda: None, lambda: None)
window = open_window(parts, tasks)
loaded = []
window.painted.connect(lambda: (loaded.extend(sys.modules), app.quit()))
app.exec()
tasks.shutdown()
print(json.dumps(loaded))
"""


def test_nothing_heavy_is_imported_before_the_first_paint():
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, timeout=50)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    heavy = {
        "sqlalchemy",
        "msgspec",
        "reportlab",
        "pypdfium2",
        "psycopg",
        "clerk_app.ports",
        "clerk_app.domain.case",
        "clerk_app.wording",
    }
    assert loaded & heavy == set()
    assert "clerk_app.ui.main_window" in loaded
    assert Path("nowhere").exists() is False


RUN = """
import logging, sys, threading
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication
from clerk_app.ui.app import run_window
from clerk_app.ui.icons import drop_icons
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.preferences import Display, load_display
from clerk_app.ui.parts import WindowParts

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
warmed = threading.Event()

class Entry:
    def is_ready(self): return True
    def people(self): return ()

def close_all():
    warmed.wait(10)
    qWarning("said by Qt")
    QTimer.singleShot(0, broken)
    QTimer.singleShot(200, QApplication.closeAllWindows)

def broken():
    raise KeyError("13812345678")

MainWindow.begin_before = MainWindow.begin
def begin(self):
    self.begin_before()
    QTimer.singleShot(50, close_all)
MainWindow.begin = begin

parts = WindowParts(Path("nowhere"), Entry(), None, date.today, warmed.set, lambda: print("closed"))
code = run_window(parts)
print("code", code, "threads", threading.active_count(), "hook", sys.excepthook is sys.__excepthook__)
"""


def test_the_window_runs_logs_what_qt_says_survives_a_bug_and_ends_clean():
    done = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, timeout=50, check=False)
    lines = done.stdout.splitlines()
    assert "WARNING Qt: said by Qt" in lines
    assert "ERROR a bug" in lines
    assert lines[-2:] == ["closed", "code 0 threads 1 hook True"], done.stdout + done.stderr
    assert done.returncode == 0
