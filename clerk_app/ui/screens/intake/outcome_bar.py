"""The foot of the intake: what became of the last application, the drafts, and the outcomes that apply now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from clerk_app.ui.context import Tone
from clerk_app.ui.screens.intake.flow import FlowLayout
from clerk_app.ui.screens.intake.outcomes import Outcome
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.notice_line import NoticeLine

_LOOKS = {
    Outcome.RECEIVE: (ButtonKind.PLAIN, "folder"),
    Outcome.ACCEPT: (ButtonKind.PRIMARY, "check-circle"),
    Outcome.NOTIFY: (ButtonKind.PRIMARY, "notification"),
    Outcome.REFUSE: (ButtonKind.DANGER, "dismiss-circle"),
    Outcome.NO_LICENCE: (ButtonKind.PLAIN, "info"),
}
_LONGEST_REASON = 500
_HINT_CHARS = 9


class ReasonForm(QWidget):
    """Asks why, and for 不予受理 which authority to apply to.

    Signals:
        confirmed(): the reason is written; go on.
        dismissed(): the person went back.
    """

    confirmed = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = Outcome.REFUSE
        self.reason = ValidatedLineEdit(max_points=_LONGEST_REASON)
        self.authority = ValidatedLineEdit(max_points=_LONGEST_REASON)
        self.form = Form(label_chars=5)
        self.go_on = Button(self.tr("下一步"), name="intake.reason_confirm", kind=ButtonKind.PRIMARY)
        back = Button(self.tr("返回"), name="intake.reason_back", kind=ButtonKind.QUIET)
        self.go_on.setToolTip(self.tr("预览收件凭证，再出具决定 (Ctrl+Return)"))
        back.setToolTip(self.tr("先不办，写好的理由保留 (Esc)"))
        self.form.add_row(
            self.reason,
            name="intake.reason",
            label=self.tr("理由"),
            hint=self.tr("印在决定书上，申请人凭它申请复议或者起诉"),
            is_required=True,
        )
        self._authority = self.form.add_row(
            self.authority,
            name="intake.authority",
            label=self.tr("应向其申请"),
            hint=self.tr("不属于本机关职权的，写明有权机关（行政许可法第三十二条第一款第二项）"),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().unit)
        layout.addWidget(self.form, 1)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignBottom)
        self.go_on.clicked.connect(self._confirm)
        back.clicked.connect(self.dismissed)
        self.hide()

    def ask(self, outcome: Outcome, *, reason: str = "", authority: str = "") -> None:
        """Show the form for 不予受理 or 不受理 with what is known."""
        if outcome is not self.outcome or not self.reason.value():
            self.reason.setText(reason)
            self.authority.setText(authority)
        self.outcome = outcome
        self._authority.set_visible(visible=outcome is Outcome.REFUSE)
        self.form.clear_faults()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Close the form and forget what was written."""
        self.reason.clear()
        self.authority.clear()
        self.hide()

    def _confirm(self) -> None:
        row = self.form.row("reason")
        if row is not None and not self.reason.value():
            row.set_fault(self.tr("请写明理由"))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.confirmed.emit()


class OutcomeBar(Card):
    """Buttons of the page's actions; which of the outcomes are shown is decided elsewhere.

    Signals:
        go_on(): the person wants to go on with the last application.
    """

    go_on = Signal()

    def __init__(
        self, outcomes: dict[Outcome, QAction], sides: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("intake.outcomes")
        self.last = NoticeLine(name="intake.last")
        self.continue_ = Button(self.tr("继续办理"), name="intake.continue", icon_name="arrow-right", compact=True)
        self.reason = ReasonForm()
        self.hint = soft_label(wraps=True)
        self.hint.setObjectName("intake.hint")
        self.buttons = {
            outcome: ActionButton(action, name=f"intake.{outcome.value}", kind=kind, icon_name=symbol)
            for outcome, action in outcomes.items()
            for kind, symbol in (_LOOKS[outcome],)
        }
        self._sides = FlowLayout(spacing=look().unit)
        self._row_of_outcomes = FlowLayout(spacing=look().unit)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(sides)
        self.continue_.setToolTip(self.tr("出具刚收件的那一件接下来的文书"))
        self.continue_.clicked.connect(self.go_on)
        self.continue_.hide()

    def tell_last(self, text: str, *, tone: Tone = Tone.OK, is_open: bool = False) -> None:
        """Say what became of the last application; `is_open` offers to go on with it."""
        self.last.say(text, tone)
        self.continue_.setVisible(is_open)

    def _lay_out(self, sides: Sequence[tuple[QAction, str, str]]) -> None:
        theme = look()
        last = QHBoxLayout()
        last.setSpacing(theme.unit)
        last.addWidget(self.last, 1)
        last.addWidget(self.continue_)
        for action, name, symbol in sides:
            button = ActionButton(action, name=name, kind=ButtonKind.QUIET, icon_name=symbol, parent=self)
            self._sides.addWidget(button)
        for outcome in self.buttons.values():
            self._row_of_outcomes.addWidget(outcome)
        self._row.setSpacing(theme.unit)
        self._row.addLayout(self._sides)
        self._row.addWidget(self.hint, 1)
        self._row.addLayout(self._row_of_outcomes)
        self.body.addLayout(last)
        self.body.addWidget(self.reason)
        self.body.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the outcomes below the drafts where one line is too narrow for both."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Look again after other outcomes came up."""
        wanted = self._sides.sizeHint().width() + self._row_of_outcomes.sizeHint().width() + look().chars(_HINT_CHARS)
        is_narrow = self.contentsRect().width() < wanted
        direction = QBoxLayout.Direction.BottomToTop if is_narrow else QBoxLayout.Direction.LeftToRight
        if direction is not self._row.direction():
            self._row.setDirection(direction)
