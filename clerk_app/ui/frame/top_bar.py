"""The bar above the pages: whose window it is, the box for everything, changing the person, the lock, the shortcut card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from clerk_app.ui.icons import picture
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, ButtonKind
from clerk_app.ui.widgets.search_box import SearchBox


class TopBar(QFrame):
    """The box stands in the middle, whatever stands beside it."""

    def __init__(self, actions: tuple[tuple[QAction, str], ...], parent: QWidget | None = None) -> None:
        """Take the actions of the right side with their icons."""
        super().__init__(parent)
        theme = look()
        self.setObjectName("main.top")
        mark = QLabel()
        mark.setPixmap(picture("stamp", theme.colour("primary"), theme.line, ratio=self.devicePixelRatioF()))
        self._office = QLabel()
        self._office.setFont(theme.font(bold=True, times=1.08))
        self._office.setTextFormat(Qt.TextFormat.PlainText)
        self.box = SearchBox(name="main.find")
        left = QHBoxLayout()
        left.setSpacing(theme.unit)
        left.addWidget(mark)
        left.addWidget(self._office)
        left.addStretch(1)
        right = QHBoxLayout()
        right.setSpacing(theme.unit // 2)
        right.addStretch(1)
        for action, symbol in actions:
            name = f"main.top.{action.objectName().rpartition('.')[2]}"
            right.addWidget(ActionButton(action, name=name, kind=ButtonKind.QUIET, icon_name=symbol))
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit, theme.unit * 2, theme.unit)
        layout.setHorizontalSpacing(theme.unit * 2)
        layout.addLayout(left, 0, 0)
        layout.addWidget(self.box, 0, 1)
        layout.addLayout(right, 0, 2)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 5)
        layout.setColumnStretch(2, 3)

    def set_office(self, name: str) -> None:
        """Say whose window it is."""
        self._office.setText(name)
