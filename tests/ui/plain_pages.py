"""The real window with pages that only remember what they were told; fixtures for the tests of the frame.

Use: ``from tests.ui.plain_pages import office, pages, window, working`` beside what else is needed.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
)

from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.refresh import Change
from clerk_app.ui.screens import PAGES
from clerk_app.ui.screens.base import Screen
from tests.training_office import found_training_office

MODULE = "clerk_plain_pages"


class PlainScreen(Screen):
    """A page that remembers what it was told."""

    name = "plain"
    built = 0

    def __init__(self, ctx, parent=None) -> None:
        super().__init__(ctx, parent)
        type(self).built += 1
        self.told: list[object] = []
        self.may = True
        self.draft = QLineEdit(self)
        self.draft.setObjectName("plain.draft")

    def activated(self) -> None:
        self.told.append("activated")

    def refresh(self, change: Change) -> None:
        self.told.append(change)

    def show_argument(self, argument: object) -> None:
        self.told.append(argument)

    def left(self) -> None:
        self.told.append("left")

    def may_close(self) -> bool:
        return self.may


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One office for all of these tests: none of them writes."""
    made = found_training_office(tmp_path_factory.mktemp("office") / "data")
    yield made
    made.store.close()


@pytest.fixture
def pages(monkeypatch):
    module = ModuleType(MODULE)
    module.PlainScreen = PlainScreen
    monkeypatch.setitem(sys.modules, MODULE, module)
    monkeypatch.setattr(PlainScreen, "built", 0)
    return tuple(replace(page, module=MODULE, class_name="PlainScreen") for page in PAGES)


@pytest.fixture
def window(parts, tasks, qtbot, pages):
    made = MainWindow(parts, tasks, pages=pages)
    qtbot.addWidget(made)
    made.restore_geometry()
    made.show()
    made.activateWindow()
    made.begin()
    qtbot.waitUntil(lambda: len(made.entry.sign_in._buttons) > 0)
    return made


@pytest.fixture
def working(window, qtbot):
    sign_in(window, qtbot, "clerk")
    return window


def sign_in(window: MainWindow, qtbot, user: str) -> None:
    with qtbot.waitSignal(window.signed_in):
        window.entry.sign_in.user.setText(user)
        window.entry.sign_in.password.setText("training")
        QTest.keyClick(window.entry.sign_in.password, Qt.Key.Key_Return)
    qtbot.waitUntil(window.workspace.isVisible)


def screen_of(window: MainWindow, name: str) -> PlainScreen:
    screen = window.workspace.screen_of(name)
    assert isinstance(screen, PlainScreen)
    return screen
