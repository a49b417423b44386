"""A line of text that says what is wrong with it while it is typed; lengths are counted in characters, not in UTF-16 units."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

Check = Callable[[str], str]
"""Takes the text, returns the sentence of what is wrong, or empty. Fast and pure: it runs at each keystroke."""

_SETTLE_MS = 350


class ValidatedLineEdit(QLineEdit):
    """A line edit with a check.

    What is typed is checked at once and, if wrong, complained about when the typing pauses or the field is left: a half-typed number is no fault.

    Signals:
        fault_changed(str): the sentence of what is wrong now, empty when it is right.
    """

    fault_changed = Signal(str)

    def __init__(
        self, *, check: Check | None = None, max_points: int = 0, is_ascii: bool = False, parent: QWidget | None = None
    ) -> None:
        """Take a check, the greatest number of characters (0: any), and whether the input method stays off."""
        super().__init__(parent)
        self._check = check
        self._max_points = max_points
        self._fault = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.validate)
        self._is_composing = False
        if is_ascii:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.textChanged.connect(self._on_text)

    @property
    def fault(self) -> str:
        """What is wrong with the text, as last complained about."""
        return self._fault

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds letters that are not text yet."""
        return self._is_composing

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.text().strip()

    def setText(self, text: str | None, /) -> None:
        """Replace the text; nobody is typing, so a long one shows its beginning."""
        super().setText(text or "")
        if not self.hasFocus():
            self.setCursorPosition(0)

    def set_check(self, check: Check | None) -> None:
        """Replace the check and look again."""
        self._check = check
        if self.text():
            self.validate()

    def problem(self) -> str:
        """Return what is wrong with the text now, without showing it."""
        text = self.value()
        if self._max_points and len(text) > self._max_points:
            return self.tr("最多 {most} 个字，现为 {now} 个").format(most=self._max_points, now=len(text))
        return self._check(text) if self._check and text else ""

    def validate(self) -> bool:
        """Complain about what is wrong, or take the complaint back; return whether all is right."""
        self._settle.stop()
        self._set_fault(self.problem())
        return not self._fault

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notice whether the input method is composing."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Check what was typed when the field is left."""
        super().focusOutEvent(event)
        self._is_composing = False
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.setCursorPosition(0)
        self.validate()

    def _on_text(self, _text: str) -> None:
        if self._fault:
            self._set_fault(self.problem())
        self._settle.start()

    def _set_fault(self, fault: str) -> None:
        if fault != self._fault:
            self._fault = fault
            self.fault_changed.emit(fault)
