"""Two parts of a page: side by side where both have room, else one under the other (large text on a small screen)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from clerk_app.ui.theme import look


class TwoSides(QSplitter):
    """A splitter that turns itself; `shares` says how the room is divided at first, side by side."""

    def __init__(
        self, first: QWidget, second: QWidget, *, shares: tuple[int, int], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self._shares = shares
        self._is_divided = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look().unit * 2)
        self.addWidget(first)
        self.addWidget(second)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs: as wide as the wider part, because it can turn."""
        one, other = (self._least_of(self.widget(place)) for place in (0, 1))
        width = max(one.width(), other.width())
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(width, max(one.height(), other.height()))
        return QSize(width, one.height() + other.height() + self.handleWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        needed = sum(self._least_of(self.widget(place)).width() for place in (0, 1)) + self.handleWidth()
        wanted = Qt.Orientation.Horizontal if event.size().width() >= needed else Qt.Orientation.Vertical
        if wanted is not self.orientation() or not self._is_divided:
            self._is_divided = True
            self.setOrientation(wanted)
            self.updateGeometry()
            room = event.size().width() if wanted is Qt.Orientation.Horizontal else event.size().height()
            whole = sum(self._shares)
            self.setSizes([room * share // whole for share in self._shares])
        super().resizeEvent(event)

    @staticmethod
    def _least_of(part: QWidget) -> QSize:
        return part.minimumSizeHint().expandedTo(part.minimumSize())
