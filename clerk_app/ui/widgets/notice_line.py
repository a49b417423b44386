"""A coloured line inside a card: what is special about what stands below; empty takes no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.icons import icon
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.chips import TONE_ICONS


class NoticeLine(QFrame):
    """Says one thing, with symbol, colour and words."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        theme = look()
        self._symbol, self._words = QLabel(), QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit, theme.unit // 2, theme.unit, theme.unit // 2)
        layout.setSpacing(theme.unit)
        layout.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.setAutoFillBackground(True)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.WARN) -> None:
        """Show a sentence; an empty one hides the line."""
        self.setVisible(bool(text))
        if not text:
            return
        theme = look()
        front, back = theme.colour(tone.value), theme.colour(f"{tone.value}_soft")
        self._words.setText(text)
        self.setAccessibleName(text)
        self._symbol.setPixmap(icon(TONE_ICONS[tone], front).pixmap(theme.icon))
        self._colour(front, back)

    def _colour(self, front: QColor, back: QColor) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, back)
        palette.setColor(QPalette.ColorRole.WindowText, front)
        self.setPalette(palette)
        self._words.setPalette(palette)
