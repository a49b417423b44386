"""Where the three parts of the intake stand: side by side where there is room, below each other where there is not."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.ui.screens.intake.known_panel import KnownPanel
from clerk_app.ui.screens.intake.materials import MaterialsCard
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, heading, rule

_FORM_CHARS = 25
_NARROW_FORM_CHARS = 23
_KNOWN_CHARS = 15
_WIDE_CHARS = 80
_MEDIUM_CHARS = 58
_STACKED_LINES = 18
_LOW_LINES = 7
_LEAST_LINES = 7
_NO_LIMIT = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide6 does not export."""
_GROWTH = 5
"""A very wide window gives this many characters more to each side."""
_VERY_WIDE_CHARS = 105


class SqueezablePage(QWidget):
    """A page whose parts scroll inside themselves: it may be as low as its least height.

    The frame's scroll area gives a page with wrapped text the height that it would like best, which pushes the foot out of sight.
    """

    def hasHeightForWidth(self) -> bool:
        """Say no, whatever the wrapped text inside would like."""
        return False


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
        self._is_whole = False
        self._page.installEventFilter(self)
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
        self._is_whole = is_whole
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(policy)
        self._take_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the forms have more or fewer rows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_height()
        return super().eventFilter(watched, event)

    def _take_height(self) -> None:
        least = self._page.sizeHint().height() if self._is_whole else look().line * _LEAST_LINES
        if self._area.minimumHeight() != least:
            self._area.setMinimumHeight(least)


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

    def refresh_known(self) -> None:
        """Where room is scarce, what is known takes it only when there is something."""
        is_needed = self.arrangement is not Arrangement.MEDIUM or not self._known.knowledge.is_empty
        self._known.setVisible(is_needed)

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
                self._grid.setRowStretch(0, 1)
            case Arrangement.STACKED:
                self._place((0, 0, 1), (1, 0, 1), (2, 0, 1))
                self._grid.setColumnStretch(0, 1)
        least = look().line * _STACKED_LINES if wanted is Arrangement.STACKED else 0
        self._materials.setMinimumHeight(least)
        self._known.setMinimumHeight(least // 2)
        is_low = wanted is Arrangement.MEDIUM
        self._known.setMaximumHeight(look().line * _LOW_LINES if is_low else _NO_LIMIT)
        self._forms.show_whole(is_whole=wanted is Arrangement.STACKED)
        self.refresh_known()

    def _place(self, *places: tuple[int, int, int]) -> None:
        for part, (row, column, rows) in zip((self._forms, self._materials, self._known), places, strict=True):
            self._grid.addWidget(part, row, column, rows, 1)

    def _set_widths(self, wanted: Arrangement, *, is_very_wide: bool) -> None:
        theme = look()
        more = _GROWTH if is_very_wide else 0
        is_wide, is_fixed = wanted is Arrangement.WIDE, wanted is not Arrangement.STACKED
        for part, chars in (
            (self._forms, _FORM_CHARS if is_wide else _NARROW_FORM_CHARS),
            (self._known, _KNOWN_CHARS if is_wide else _NARROW_FORM_CHARS),
        ):
            width = theme.chars(chars + more)
            part.setMinimumWidth(width if is_fixed else 0)
            part.setMaximumWidth(width if is_fixed else _NO_LIMIT)
