"""The foot of the notice page: the day a supplement came in, and the steps with the reason where one is not open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from clerk_app.ui.screens.intake.flow import FlowLayout
from clerk_app.ui.screens.notification.steps import Step
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.date_field import DateField
from clerk_app.ui.widgets.form import Form

_LOOKS = {
    Step.SAVE: (ButtonKind.PLAIN, "save"),
    Step.ISSUE: (ButtonKind.PRIMARY, "notification"),
    Step.SUPPLEMENT: (ButtonKind.PRIMARY, "folder"),
    Step.ACCEPT: (ButtonKind.PRIMARY, "check-circle"),
}
_WORDS_CHARS = 18
_SAID = (Step.SUPPLEMENT, Step.ISSUE)
"""Whose reason stands beside the buttons; the others say it as they are pointed at."""
_MAIN = (Step.SUPPLEMENT, Step.ISSUE, Step.ACCEPT, Step.SAVE)


class StepBar(Card):
    """The steps of the selected case; `form` asks for the day of a supplement and is placed by the page.

    Signals:
        open_wanted(): show the whole file.
    """

    open_wanted = Signal()

    def __init__(
        self, steps: Mapping[Step, QAction], *, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        theme = look()
        self.setObjectName("notification.steps")
        self._steps = steps
        self._day = DateField(today=today, latest=today())
        self.form = Form(label_chars=4)
        self.form.add_row(
            self._day,
            name="notification.legal_date",
            label=self.tr("收到日期"),
            hint=self.tr("补正材料收到之日；不填为今天。最后一份收到之日是受理之日"),
        )
        self.form.setFixedWidth(theme.chars(16))
        self.form.hide()
        self.hint = soft_label()
        self.hint.setObjectName("notification.hint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        open_case = Button(self.tr("打开办件"), name="notification.open", kind=ButtonKind.QUIET, icon_name="open")
        open_case.setToolTip(self.tr("打开这一件的全部情况"))
        open_case.clicked.connect(self.open_wanted)
        self.buttons = {
            step: ActionButton(action, name=f"notification.{step.value}", kind=kind, icon_name=symbol)
            for step, action in steps.items()
            for kind, symbol in (_LOOKS[step],)
        }
        self._flow = FlowLayout(spacing=theme.unit)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.unit)
        self._row.addWidget(open_case, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.hint, 1)
        self._row.addLayout(self._flow)
        self.body.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps in a line of their own where there is no room beside the words."""
        super().resizeEvent(event)
        self._fit()

    def day(self) -> date | None:
        """Return the day the supplement came in, None for today."""
        return self._day.day()

    def set_day(self, day: date | None) -> None:
        """Show another day."""
        self._day.set_date(day)
        self.form.clear_faults()

    def show_steps(self, found: Mapping[Step, str], *, asks_day: bool) -> None:
        """Show these steps; one with a reason is disabled and says it."""
        self.form.setVisible(asks_day)
        for step, action in self._steps.items():
            reason = found.get(step)
            action.setVisible(reason is not None)
            action.setEnabled(reason == "")
            action.setToolTip(reason or action.text())
        self._fit()
        self.hint.setText(next((found[step] for step in _SAID if found.get(step)), ""))

    def _fit(self) -> None:
        is_narrow = self.contentsRect().width() < self._flow.sizeHint().width() + look().chars(_WORDS_CHARS)
        direction = QBoxLayout.Direction.BottomToTop if is_narrow else QBoxLayout.Direction.LeftToRight
        if direction is not self._row.direction():
            self._row.setDirection(direction)

    def focus_main(self) -> None:
        """Put the cursor on the step that comes next."""
        for step in _MAIN:
            if self._steps[step].isVisible() and self._steps[step].isEnabled():
                self.buttons[step].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
