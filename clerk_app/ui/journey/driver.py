"""Hands for the real window: finds widgets by name, types as a keyboard and the input method do, clicks as a mouse does, takes pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

from clerk_app.domain.errors import ClerkError
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.widgets.table_model import RowRole
from clerk_app.ui.widgets.table_view import TableView

W = TypeVar("W", bound=QWidget)

PATIENCE_S = 90.0
_STEP_MS = 15


class JourneyProblem(ClerkError):
    """The window did not do what a person would have expected; `what` says which step."""


class WindowDriver:
    """Drives one window; every wait has an end, and says what it waited for."""

    def __init__(self, window: MainWindow, *, pictures: Path | None = None) -> None:
        self.window = window
        self._pictures = pictures
        self.taken: list[Path] = []

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the window work until `condition` holds.

        Raises:
            JourneyProblem: it never did.
        """
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise JourneyProblem("journey.stuck", what=what, seen=self._seen())
            QTest.qWait(_STEP_MS)

    def settle(self) -> None:
        """Wait until no job is under way and everything is painted."""
        QTest.qWait(_STEP_MS)
        self.wait(lambda: not self.window.tasks.is_busy, "quiet")
        QTest.qWait(_STEP_MS)
        self.wait(lambda: not self.window.tasks.is_busy, "quiet")

    def find(self, name: str, kind: type[W]) -> W:
        """Return the visible widget of a name, waiting for it to appear."""
        self.wait(lambda: self._visible(name, kind) is not None, name)
        found = self._visible(name, kind)
        if found is None:
            raise JourneyProblem("journey.stuck", what=name, seen=self._seen())
        return found

    def is_visible(self, name: str) -> bool:
        """Say whether a widget of that name is on the screen."""
        return self._visible(name, QWidget) is not None

    def write(self, name: str, text: str) -> None:
        """Put the cursor into a field, clear it and write: ASCII by keys, everything else as the input method commits it."""
        field = self.find(name, QWidget)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        inner = field.lineEdit() if isinstance(field, QComboBox) else field
        target = inner if inner is not None else field
        if isinstance(target, QLineEdit | QPlainTextEdit):
            target.selectAll()
        QTest.keyClick(target, Qt.Key.Key_Delete)
        if text.isascii():
            QTest.keyClicks(target, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(target, event)
        completer = target.completer() if isinstance(target, QLineEdit) else None
        popup = completer.popup() if completer is not None else None  # an inline completer has none
        if popup is not None:
            popup.hide()
        QTest.qWait(_STEP_MS)

    def choose(self, name: str, value: str) -> None:
        """Choose an entry of a combo box by its data or its text, with the arrow keys."""
        box = self.find(name, QComboBox)
        wanted = next((n for n in range(box.count()) if value in (_plain(box.itemData(n)), box.itemText(n))), -1)
        if wanted < 0:
            raise JourneyProblem("journey.no_choice", what=name, value=value)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != wanted:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up)
            if box.currentIndex() == before:
                box.setCurrentIndex(wanted)
                box.activated.emit(wanted)
        QTest.qWait(_STEP_MS)

    def click(self, name: str) -> None:
        """Click a button once it can be pressed."""
        button = self.find(name, QAbstractButton)
        self.wait(button.isEnabled, f"{name} can be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.qWait(_STEP_MS)

    def choose_in_menu(self, button_name: str, action_name: str) -> None:
        """Open a button's menu and trigger one of its entries."""
        button = self.find(button_name, QAbstractButton)
        menu = button.findChild(QMenu)
        action = next((one for one in menu.actions() if one.objectName() == action_name), None) if menu else None
        if action is None:
            raise JourneyProblem("journey.no_choice", what=button_name, value=action_name)
        action.trigger()
        QTest.qWait(_STEP_MS)

    def press(self, name: str, key: Qt.Key) -> None:
        """Press a key in a field."""
        QTest.keyClick(self.find(name, QWidget), key)
        QTest.qWait(_STEP_MS)

    def shortcut(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a shortcut of the window, once it is in front again."""
        self.wait(lambda: QApplication.activePopupWidget() is None and self._dialog() is None, "no dialog")
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the window in front")
        QTest.keyClick(self.window, key, modifiers)
        QTest.qWait(_STEP_MS)

    def page(self, name: str) -> None:
        """Go to a page with Alt and its number."""
        tabs = self.find("main.tabs", QTabWidget)
        names = [tabs.widget(n).objectName() for n in range(tabs.count())]
        place = next(n for n, one in enumerate(names) if one == name)
        self.shortcut(Qt.Key(Qt.Key.Key_1.value + place), Qt.KeyboardModifier.AltModifier)
        self.wait(lambda: tabs.currentIndex() == place, f"page {name}")
        self.settle()

    def select_row(self, table_name: str, row_id: str) -> None:
        """Bring a row of a list to the front by clicking it; a list that moved meanwhile is clicked again, as a person would."""
        table = self.find(table_name, TableView)
        self.settle()

        def is_in_front() -> bool:
            if str(table.current_id()) == row_id:
                return True
            place = _place(table, row_id)
            if place >= 0:
                column = next(n for n in range(table.model().columnCount()) if not table.isColumnHidden(n))
                index = table.model().index(place, column)
                table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
                QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
                self.settle()
            return str(table.current_id()) == row_id

        self.wait(is_in_front, f"{table_name} shows {row_id}")
        self.settle()

    def entries(self, list_name: str) -> tuple[str, ...]:
        """Return the codes of a list's entries (their user data), from top to bottom."""
        model = self.find(list_name, QListView).model()
        return tuple(str(model.index(n, 0).data(Qt.ItemDataRole.UserRole)) for n in range(model.rowCount()))

    def choose_in_list(self, list_name: str, code: str) -> None:
        """Click an entry of a list."""
        view = self.find(list_name, QListView)
        index = view.model().index(self.entries(list_name).index(code), 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        self.settle()

    def rows(self, table_name: str) -> int:
        """Return how many rows a list shows."""
        return self.find(table_name, TableView).model().rowCount()

    def lists(self) -> dict[str, int]:
        """Return how many rows every visible list has, by its name."""
        found = (one for one in self.window.findChildren(QTableView) if one.isVisible() and one.model() is not None)
        return {one.objectName(): one.model().rowCount() for one in found}

    def picture(self, name: str) -> None:
        """Keep a picture of the window, with an open paper above it."""
        if self._pictures is None:
            return
        self.settle()
        top = QApplication.activeModalWidget() or self._dialog() or self.window
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{len(self.taken) + 1:02d}-{name}.png"
        top.grab().save(str(path))
        self.taken.append(path)

    def close_dialogs(self) -> None:
        """Let closed dialogs be freed."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _visible(self, name: str, kind: type[W]) -> W | None:
        for root in (*QApplication.topLevelWidgets(),):
            if not root.isVisible():
                continue
            if isinstance(root, kind) and root.objectName() == name:
                return root
            for one in root.findChildren(kind, name):
                if one.isVisible():
                    return one
        return None

    def _dialog(self) -> QWidget | None:
        return self._visible("preview.dialog", QWidget)

    def _seen(self) -> str:
        notices = [one.text() for one in self.window.findChildren(QAbstractButton) if one.isVisible() and one.text()]
        faults = [
            one.text()  # type: ignore[attr-defined]  # labels of faults
            for one in self.window.findChildren(QWidget)
            if one.objectName().endswith(".fault") and one.isVisible()
        ]
        return " | ".join((*faults, *notices[:40]))


def _plain(value: object) -> str:
    return str(getattr(value, "value", value))


def _place(table: TableView, row_id: str) -> int:
    model = table.model()
    return next((n for n in range(model.rowCount()) if str(model.index(n, 0).data(RowRole)) == row_id), -1)
