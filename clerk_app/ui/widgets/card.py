"""Cards: the white sheets on which everything of a page stands, with a title and room for buttons beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.ui.theme import look


class Card(QFrame):
    """A framed sheet: put content into `body`, buttons or chips into `header` (right of the title)."""

    def __init__(self, title: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setProperty("card", "true")
        self._title = heading(title)
        self.header = QHBoxLayout()
        self.header.setSpacing(theme.unit)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.unit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        outer.setSpacing(theme.unit + theme.unit // 2)
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Replace the title; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))


def heading(text: str, *, role: str = "heading", parent: QWidget | None = None) -> QLabel:
    """Return a bold line above a group; role `title` is larger, for the head of a page or a dialog."""
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setFont(look().font(bold=True, times=1.3 if role == "title" else 1.08))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def soft_label(text: str = "", *, wraps: bool = True, parent: QWidget | None = None) -> QLabel:
    """Return a quiet line of explanation."""
    label = QLabel(text, parent)
    label.setProperty("role", "soft")
    label.setWordWrap(wraps)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if wraps:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between groups."""
    line = QFrame(parent)
    line.setProperty("rule", "true")
    line.setFrameShape(QFrame.Shape.NoFrame)
    return line
