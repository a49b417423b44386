"""Two parts of a page: side by side where both have room, else one under the other (large text on a small screen)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

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
        one, other = (_least_of(self.widget(place)) for place in (0, 1))
        width = max(one.width(), other.width())
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(width, max(one.height(), other.height()))
        return QSize(width, one.height() + other.height() + self.handleWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        self._turn(event.size())
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Turn when a part needs more room than before."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._is_divided:
            self._turn(self.size())
        return handled

    def _turn(self, size: QSize) -> None:
        needed = sum(_least_of(self.widget(place)).width() for place in (0, 1)) + self.handleWidth()
        wanted = Qt.Orientation.Horizontal if size.width() >= needed else Qt.Orientation.Vertical
        if wanted is self.orientation() and self._is_divided:
            return
        self._is_divided = True
        self.setOrientation(wanted)
        self.updateGeometry()
        room = size.width() if wanted is Qt.Orientation.Horizontal else size.height()
        self.setSizes([room * share // sum(self._shares) for share in self._shares])


class TurningRow(QWidget):
    """Two small parts in one line, the second at its end, or in two lines where one is too narrow."""

    def __init__(self, first: QWidget, second: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look().unit)
        self._box.addWidget(first, 1)
        self._box.addWidget(second)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs: as wide as the wider part, because it can turn."""
        return QSize(max(_least_of(one).width() for one in self._parts), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        super().resizeEvent(event)
        needed = sum(one.sizeHint().width() for one in self._parts) + self._box.spacing()
        is_wide = event.size().width() >= needed
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if wanted != self._box.direction():
            self._box.setDirection(wanted)
            self.updateGeometry()


def _least_of(part: QWidget) -> QSize:
    return part.minimumSizeHint().expandedTo(part.minimumSize())
