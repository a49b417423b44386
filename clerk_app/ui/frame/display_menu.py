"""Choosing how the window looks: colours and the size of text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from clerk_app.ui.preferences import Display
from clerk_app.ui.theme import PALETTES, SCALES
from clerk_app.ui.translation import QT_TRANSLATE_NOOP

_WORDS = {
    "light": QT_TRANSLATE_NOOP("DisplayMenu", "浅色"),
    "dark": QT_TRANSLATE_NOOP("DisplayMenu", "深色"),
    "high_contrast": QT_TRANSLATE_NOOP("DisplayMenu", "高对比度"),
}


class DisplayMenu(QMenu):
    """The menu of colours and sizes.

    Signals:
        chosen(Display): what the window shall look like.
    """

    chosen = Signal(object)

    def __init__(self, now: Display, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("display_menu")
        self.setAccessibleName(self.tr("显示"))
        colours, sizes = QActionGroup(self), QActionGroup(self)
        for palette in PALETTES:
            words = QCoreApplication.translate("DisplayMenu", _WORDS[palette])
            self._add(words, colours, Display(palette, now.scale), is_now=palette == now.palette)
        self.addSeparator()
        for scale in SCALES:
            words = self.tr("文字 {percent}%").format(percent=scale)
            self._add(words, sizes, Display(now.palette, scale), is_now=scale == now.scale)

    def _add(self, words: str, group: QActionGroup, display: Display, *, is_now: bool) -> None:
        action = self.addAction(words)
        action.setObjectName(f"display_menu.{display.palette}.{display.scale}")
        action.setCheckable(True)
        action.setChecked(is_now)
        group.addAction(action)
        action.triggered.connect(partial(_choose, self, display))


def _choose(menu: DisplayMenu, display: Display, *_checked: object) -> None:
    menu.chosen.emit(display)
