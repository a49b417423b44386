"""What stands where rows would be: the plain word that there is nothing, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerk_app.ui.icons import picture
from clerk_app.ui.theme import look


class EmptyState(QWidget):
    """A symbol, a sentence, a hint, in the middle of the room; it takes no clicks."""

    def __init__(
        self, text: str, *, hint: str = "", icon_name: str = "check-circle", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = look()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._symbol = QLabel()
        self._symbol.setPixmap(
            picture(icon_name, theme.colour("border_strong"), theme.line * 2, ratio=self.devicePixelRatioF())
        )
        self._text = QLabel(text)
        self._text.setFont(theme.font(times=1.1))
        self._hint = QLabel(hint)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.unit)
        layout.addStretch(1)
        for label in (self._symbol, self._text, self._hint):
            label.setProperty("role", "soft")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._symbol)
            layout.addWidget(label)
        layout.addStretch(2)
        self._hint.setVisible(bool(hint))

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def set_text(self, text: str, *, hint: str = "") -> None:
        """Say something else."""
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
