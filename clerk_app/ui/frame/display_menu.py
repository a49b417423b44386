"""Choosing how the window looks and speaks: colours, the size of text, the language."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from clerk_app.ui.preferences import Display
from clerk_app.ui.theme import PALETTES, SCALES
from clerk_app.ui.translation import LANGUAGES, QT_TRANSLATE_NOOP

_WORDS = {
    "light": QT_TRANSLATE_NOOP("DisplayMenu", "浅色"),
    "dark": QT_TRANSLATE_NOOP("DisplayMenu", "深色"),
    "high_contrast": QT_TRANSLATE_NOOP("DisplayMenu", "高对比度"),
}
_LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}
"""Each in itself, never translated: whoever cannot read the window must find the way back."""


class DisplayMenu(QMenu):
    """The menu of colours, sizes and languages.

    Signals:
        chosen(Display): what the window shall look like.
    """

    chosen = Signal(object)

    def __init__(self, now: Display, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("display_menu")
        self.setAccessibleName(self.tr("显示"))
        colours, sizes, languages = QActionGroup(self), QActionGroup(self), QActionGroup(self)
        for palette in PALETTES:
            words, is_now = QCoreApplication.translate("DisplayMenu", _WORDS[palette]), palette == now.palette
            self._add(words, colours, replace(now, palette=palette), f"{palette}.{now.scale}", is_now=is_now)
        self.addSeparator()
        for scale in SCALES:
            words = self.tr("文字 {percent}%").format(percent=scale)
            self._add(words, sizes, replace(now, scale=scale), f"{now.palette}.{scale}", is_now=scale == now.scale)
        self.addSeparator()
        for language in LANGUAGES:
            words, is_now = _LANGUAGE_NAMES[language], language == now.language
            self._add(words, languages, replace(now, language=language), f"language.{language}", is_now=is_now)

    def _add(self, words: str, group: QActionGroup, display: Display, name: str, *, is_now: bool) -> None:
        action = self.addAction(words)
        action.setObjectName(f"display_menu.{name}")
        action.setCheckable(True)
        action.setChecked(is_now)
        group.addAction(action)
        action.triggered.connect(partial(_choose, self, display))


def _choose(menu: DisplayMenu, display: Display, *_checked: object) -> None:
    menu.chosen.emit(display)
