"""Where the three parts of the intake stand: side by side where there is room, below each other where there is not."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.ui.screens.intake.known_panel import KnownPanel
from clerk_app.ui.screens.intake.materials import MaterialsCard
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, heading, rule

_FORM_CHARS = 25
_KNOWN_CHARS = 15
_WIDE_CHARS = 79
_MEDIUM_CHARS = 58
_STACKED_LINES = 18
_GROWTH = 12
"""A very wide window gives this many characters more to each side."""
_VERY_WIDE_CHARS = 105


class Arrangement(StrEnum):
    """How many columns there are."""

    WIDE = "wide"
    MEDIUM = "medium"
    STACKED = "stacked"


class FormColumn(Card):
    """The left side: all forms below each other, scrolled where the window is low."""

    def __init__(self, parts: tuple[tuple[str, QWidget], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = look()
        self._page = QWidget()
        self._page.setProperty("role", "page")
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, theme.unit, 0)
        layout.setSpacing(theme.unit + theme.unit // 2)
        for place, (title, part) in enumerate(parts):
            if place:
                layout.addWidget(rule())
            layout.addWidget(heading(title))
            layout.addWidget(part)
        layout.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("intake.forms")
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)

    def show_whole(self, *, is_whole: bool) -> None:
        """Take all the height that the forms need (the page scrolls), or scroll inside."""
        self._area.setMinimumHeight(self._page.sizeHint().height() if is_whole else look().line * 8)

    def reveal(self, field: QWidget) -> None:
        """Scroll a field into view."""
        self._area.ensureWidgetVisible(field)


class IntakeBody(QWidget):
    """Holds the parts."""

    def __init__(
        self, forms: FormColumn, materials: MaterialsCard, known: KnownPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._forms, self._materials, self._known = forms, materials, known
        self.arrangement: Arrangement | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look().unit * 2)
        for part in (forms, materials, known):
            part.setParent(self)
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._arrange(Arrangement.WIDE)

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: the parts go below each other instead."""
        return QSize(look().chars(30), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange the parts."""
        super().resizeEvent(event)
        chars = self.width() / look().chars(1)
        wanted = Arrangement.STACKED
        if chars >= _WIDE_CHARS:
            wanted = Arrangement.WIDE
        elif chars >= _MEDIUM_CHARS:
            wanted = Arrangement.MEDIUM
        if wanted is not self.arrangement:
            self._arrange(wanted)
        self._set_widths(wanted, is_very_wide=chars >= _VERY_WIDE_CHARS)

    def refresh_height(self) -> None:
        """The forms have more or fewer rows now."""
        self._forms.show_whole(is_whole=self.arrangement is Arrangement.STACKED)

    def _arrange(self, wanted: Arrangement) -> None:
        self.arrangement = wanted
        for part in (self._forms, self._materials, self._known):
            self._grid.removeWidget(part)
        for row in range(3):
            self._grid.setRowStretch(row, 0)
            self._grid.setColumnStretch(row, 0)
        match wanted:
            case Arrangement.WIDE:
                self._place((0, 0, 1), (0, 1, 1), (0, 2, 1))
                self._grid.setColumnStretch(1, 1)
            case Arrangement.MEDIUM:
                self._place((0, 0, 1), (0, 1, 2), (1, 0, 1))
                self._grid.setColumnStretch(1, 1)
                self._grid.setRowStretch(0, 3)
                self._grid.setRowStretch(1, 2)
            case Arrangement.STACKED:
                self._place((0, 0, 1), (1, 0, 1), (2, 0, 1))
                self._grid.setColumnStretch(0, 1)
        least = look().line * _STACKED_LINES if wanted is Arrangement.STACKED else 0
        self._materials.setMinimumHeight(least)
        self._known.setMinimumHeight(least // 2)
        self.refresh_height()

    def _place(self, *places: tuple[int, int, int]) -> None:
        for part, (row, column, rows) in zip((self._forms, self._materials, self._known), places, strict=True):
            self._grid.addWidget(part, row, column, rows, 1)

    def _set_widths(self, wanted: Arrangement, *, is_very_wide: bool) -> None:
        theme = look()
        more = _GROWTH if is_very_wide else 0
        for part, chars, is_fixed in (
            (self._forms, _FORM_CHARS, wanted is not Arrangement.STACKED),
            (
                self._known,
                _KNOWN_CHARS if wanted is Arrangement.WIDE else _FORM_CHARS,
                wanted is not Arrangement.STACKED,
            ),
        ):
            width = theme.chars(chars + more)
            part.setMinimumWidth(width if is_fixed else 0)
            part.setMaximumWidth(width if is_fixed else 16_777_215)
