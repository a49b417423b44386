"""All shortcuts on one card, the window's first, then page by page."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from clerk_app.ui.screens import PAGES
from clerk_app.ui.shortcuts import Shortcut, every
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.card import heading
from clerk_app.ui.widgets.table_model import Column, RowsModel
from clerk_app.ui.widgets.table_view import TableView


def _where(shortcut: Shortcut) -> str:
    if not shortcut.scope:
        return QCoreApplication.translate("ShortcutColumn", "全窗口")
    title = next((page.title for page in PAGES if page.name == shortcut.scope), "")
    return (
        QCoreApplication.translate("Page", title) if title else QCoreApplication.translate("ShortcutColumn", "文书预览")
    )


def _words(shortcut: Shortcut) -> str:
    context = "Page" if shortcut.name.startswith("page_") and not shortcut.scope else "Shortcut"
    return QCoreApplication.translate(context, shortcut.words)


class ShortcutColumn(Enum):
    """The columns of the card."""

    WHERE = Column[Shortcut](QT_TRANSLATE_NOOP("ShortcutColumn", "位置"), _where, width=8)
    KEYS = Column[Shortcut](QT_TRANSLATE_NOOP("ShortcutColumn", "按键"), lambda row: row.keys, width=8)
    WORDS = Column[Shortcut](QT_TRANSLATE_NOOP("ShortcutColumn", "作用"), _words, width=0)


class ShortcutCard(QDialog):
    """The card as a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName("shortcut_card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("快捷键一览"))
        table = TableView(name="shortcut_card.table", label=self.tr("快捷键一览"), empty_text="")
        table.set_model(RowsModel(ShortcutColumn, key=lambda row: (row.scope, row.name), rows=every(), parent=table))
        close = Button(self.tr("关闭"), name="shortcut_card.close")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit)
        layout.addWidget(heading(self.tr("快捷键一览"), role="title"))
        layout.addWidget(table, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.chars(40), theme.row * 18)
