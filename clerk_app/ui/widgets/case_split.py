"""A list with its case beside it; one above the other where large text leaves no room for two columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from clerk_app.ui.theme import look

_PANEL_CHARS = 30
_LIST_CHARS = 52
_LEAST_CHARS = 27
_LEAST_LINES = 20
_TWO_COLUMNS_CHARS = 72
"""Narrower than this, in Chinese characters, two columns cannot be read."""


def case_split(left: QWidget, panel: QWidget, *, name: str) -> QSplitter:
    """Return both in a splitter; the list takes what room is left, a panel taller than the page scrolls by itself."""
    theme = look()
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName(name)
    split.setHandleWidth(theme.unit * 2)
    split.setChildrenCollapsible(False)
    area = QScrollArea()
    area.setObjectName(f"{name}.area")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumSize(theme.chars(_LEAST_CHARS), theme.line * _LEAST_LINES)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    split.addWidget(left)
    split.addWidget(area)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, 0)
    split.setSizes([theme.chars(_LIST_CHARS), theme.chars(_PANEL_CHARS)])
    return split


def turn_split(split: QSplitter) -> bool:
    """Put the panel below the list when the page is too narrow for both, and say whether it is.

    Call it when the page is resized.
    """
    page = split.parentWidget()
    narrow = page is not None and page.width() < look().chars(_TWO_COLUMNS_CHARS)
    way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
    if split.orientation() != way:
        split.setOrientation(way)
    return narrow
