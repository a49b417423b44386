"""Completes the applicant from the register while the name or the number is typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from clerk_app.domain.identifiers import mask_id
from clerk_app.domain.listing import LicenseeRow
from clerk_app.ui.context import UiContext
from clerk_app.ui.tasks import Task, is_cancelled
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit

_SETTLE_MS = 150
_MOST = 8
_SHORTEST = 2
_RowRole = Qt.ItemDataRole.UserRole + 1


class LicenseeCompleter(QObject):
    """Watches one field: name, pinyin initials or number; up and down choose, Enter takes.

    Signals:
        chosen(object): the `LicenseeRow` that the person took.
    """

    chosen = Signal(object)

    def __init__(self, field: ValidatedLineEdit, ctx: UiContext) -> None:
        super().__init__(field)
        self._field, self._ctx = field, ctx
        self._asked: Task | None = None
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.DisplayRole)
        self._completer.setMaxVisibleItems(_MOST)
        self._completer.setWidget(field)
        popup = self._completer.popup()
        popup.setObjectName(f"{field.objectName()}.register")
        popup.setAccessibleName(self.tr("名录中的申请人"))
        popup.setProperty("framed", "true")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SETTLE_MS)
        self._wait.timeout.connect(self._ask)
        field.textEdited.connect(self._on_edited)
        by_index = self._completer.activated[QModelIndex]  # type: ignore[index]  # the stubs know no overloads
        by_index.connect(self._take)

    def _on_edited(self, _text: str) -> None:
        self._wait.start()

    def _ask(self) -> None:
        text = self._field.value()
        if len(text) < _SHORTEST or self._field.is_composing:
            self._hide()
            return
        if self._asked is not None:
            self._ctx.tasks.cancel(self._asked)
        reader = self._ctx.services.desk.reader
        self._asked = self._ctx.tasks.submit(
            self._field,
            partial(reader.licensees, text, limit=_MOST),
            done=partial(self._show, text),
            failed=self._on_failed,
        )

    def _show(self, text: str, rows: tuple[LicenseeRow, ...]) -> None:
        self._asked = None
        if text != self._field.value() or not self._field.hasFocus():
            return
        others = [row for row in rows if row.name != text or row.id_number != text]
        self._model.clear()
        for row in others:
            item = QStandardItem("　".join(part for part in (row.name, mask_id(row.id_number), row.trade) if part))
            item.setData(row, _RowRole)
            item.setEditable(False)
            self._model.appendRow(item)
        if not others:
            self._hide()
            return
        popup = self._completer.popup()
        popup.setMinimumWidth(max(self._field.width(), look().chars(36)))
        self._completer.complete()

    def _take(self, index: QModelIndex) -> None:
        row = index.data(_RowRole)
        if isinstance(row, LicenseeRow):
            self.chosen.emit(row)

    def _hide(self) -> None:
        self._completer.popup().hide()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        if not is_cancelled(error):
            self._ctx.show_error(error)
