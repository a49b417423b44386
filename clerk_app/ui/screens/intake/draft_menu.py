"""The list of parked intakes, opened by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clerk_app.ports import OFFICE_ZONE
from clerk_app.ui.screens.intake.drafts import Parked


class DraftMenu(QMenu):
    """One line for each draft, newest first.

    Signals:
        chosen(object): the `Parked` draft to go on with.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("intake.drafts")
        self.setToolTipsVisible(True)
        self._drafts: tuple[Parked, ...] = ()

    @property
    def count(self) -> int:
        """How many drafts wait."""
        return len(self._drafts)

    def show_drafts(self, drafts: Sequence[Parked]) -> None:
        """List these drafts."""
        self._drafts = tuple(drafts)
        self.clear()
        for one in self._drafts:
            action = QAction(words_of(one), self)
            action.setEnabled(one.sheet is not None)
            action.triggered.connect(partial(self._choose, one))
            self.addAction(action)
        if not self._drafts:
            nothing = QAction(self.tr("没有暂存的收件"), self)
            nothing.setEnabled(False)
            self.addAction(nothing)

    def _choose(self, parked: Parked, *_checked: object) -> None:
        self.chosen.emit(parked)


def words_of(parked: Parked) -> str:
    """Return how a draft is listed: its title and when it was saved."""
    at = parked.draft.saved_at.astimezone(OFFICE_ZONE)
    return f"{parked.draft.title}　{at:%m-%d %H:%M}"
