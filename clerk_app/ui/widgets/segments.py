"""A row of buttons of which one is chosen: the leaves of a page, or the kinds of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button


class Segments(QWidget):
    """Buttons side by side; arrow keys move between them as between radio buttons.

    Signals:
        chosen(int): the place of the button that was pressed, or set by `choose`.
    """

    chosen = Signal(int)

    def __init__(
        self, parts: Sequence[tuple[str, str]], *, name: str, label: str, parent: QWidget | None = None
    ) -> None:
        """Take pairs of code and words; each button is named `name.code`."""
        super().__init__(parent)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().unit)
        for place, (code, words) in enumerate(parts):
            button = Button(words, name=f"{name}.{code}")
            button.setToolTip(words)
            button.setCheckable(True)
            self._group.addButton(button, place)
            layout.addWidget(button)
        layout.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)
        self._mark()

    @property
    def current(self) -> int:
        """The place of the chosen button."""
        return self._group.checkedId()

    @property
    def count(self) -> int:
        """How many buttons there are."""
        return len(self._group.buttons())

    def choose(self, place: int) -> None:
        """Choose a button as a person would."""
        self._group.button(place).setChecked(True)

    def set_words(self, place: int, words: str) -> None:
        """Write something else on a button."""
        button: QAbstractButton = self._group.button(place)
        button.setText(words)
        button.setAccessibleName(words)

    def _on_toggled(self, place: int, is_chosen: bool) -> None:  # noqa: FBT001 — Qt's own signal
        self._mark()
        if is_chosen:
            self.chosen.emit(place)

    def _mark(self) -> None:
        for button in self._group.buttons():
            wanted = "true" if button.isChecked() else "false"
            if button.property("chosen") != wanted:
                button.setProperty("chosen", wanted)
                button.style().unpolish(button)
                button.style().polish(button)
