"""A list with its case beside it; one above the other where large text leaves no room for two columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from clerk_app.ui.theme import look

_PANEL_CHARS = 31
_LIST_CHARS = 52
_TWO_COLUMNS_CHARS = 72
"""Narrower than this, in Chinese characters, two columns cannot be read."""


def case_split(left: QWidget, panel: QWidget, *, name: str) -> QSplitter:
    """Return both in a splitter; the list takes what room is left."""
    theme = look()
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName(name)
    split.setHandleWidth(theme.unit * 2)
    split.setChildrenCollapsible(False)
    split.addWidget(left)
    split.addWidget(panel)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, 0)
    split.setSizes([theme.chars(_LIST_CHARS), theme.chars(_PANEL_CHARS)])
    return split


def turn_split(split: QSplitter) -> None:
    """Put the panel below the list when the page is too narrow for both; call it when the page is resized."""
    page = split.parentWidget()
    narrow = page is not None and page.width() < look().chars(_TWO_COLUMNS_CHARS)
    way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
    if split.orientation() != way:
        split.setOrientation(way)
