"""The conditions of the list of cases: what was typed and chosen, as a `CaseFilter`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import Channel
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.procedure import State
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.date_field import DateField
from clerk_app.ui.widgets.form import Form, FormRow
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.wording import word

_SETTLE_MS = 200
_OPEN = "open"
_LEAST_CHARS = 5


class FilterForm(QWidget):
    """Text and state always, the rest on demand.

    Signals:
        changed(): the conditions are others now and have settled.
    """

    changed = Signal()

    def __init__(self, *, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self.text = ValidatedLineEdit(max_points=100)
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(self.tr("编号、名称、拼音、证件号、电话、邮件号"))
        self.state = self._choice([("", self.tr("全部状态")), (_OPEN, self.tr("在办")), *_states()])
        self.item = self._choice([("", self.tr("全部事项"))])
        channels = [(one.value, word(f"channel.{one.value}")) for one in Channel]
        self.channel = self._choice([("", self.tr("全部渠道")), *channels])
        self.received = (DateField(today=today), DateField(today=today))
        self.accepted = (DateField(today=today), DateField(today=today))
        self.form = Form(columns=2, label_chars=4)
        self._more = self._build(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.show_more(is_shown=False)
        self.text.textChanged.connect(self._settle.start)
        for choice in (self.state, self.item, self.channel):
            choice.currentIndexChanged.connect(self._settle.start)
        for first, last in (self.received, self.accepted):
            first.date_changed.connect(last_day_after(last))
            first.date_changed.connect(self._settle.start)
            last.date_changed.connect(self._settle.start)

    @property
    def is_more_shown(self) -> bool:
        """Whether all conditions are shown."""
        return not self.item.isHidden()

    @property
    def count_of_more(self) -> int:
        """How many of the conditions that may be hidden are set."""
        chosen = sum(bool(one.currentData()) for one in (self.item, self.channel))
        return chosen + sum(span is not None for span in (_span(self.received), _span(self.accepted)))

    def show_more(self, *, is_shown: bool) -> None:
        """Show or hide what is seldom needed; it stays in force."""
        for row in self._more:
            row.set_visible(visible=is_shown)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer the items (code, name), keeping the choice."""
        chosen = self.item.currentData()
        self.item.blockSignals(True)
        while self.item.count() > 1:
            self.item.removeItem(1)
        for code, name in items:
            self.item.addItem(name, code)
        self.item.setCurrentIndex(max(self.item.findData(chosen), 0))
        self.item.blockSignals(False)

    def set_text(self, text: str) -> None:
        """Ask for everything that matches a text, without other conditions."""
        self.clear()
        self.text.setText(text)

    def clear(self) -> None:
        """Take every condition back."""
        self.text.clear()
        for choice in (self.state, self.item, self.channel):
            choice.setCurrentIndex(0)
        for field in (*self.received, *self.accepted):
            field.clear()

    def wanted(self) -> CaseFilter:
        """Return the conditions; an impossible date restricts nothing."""
        state = str(self.state.currentData() or "")
        return CaseFilter(
            open_only=state == _OPEN,
            states=(state,) if state and state != _OPEN else (),
            item=str(self.item.currentData() or ""),
            channel=str(self.channel.currentData() or ""),
            text=self.text.value(),
            received=_span(self.received),
            accepted=_span(self.accepted),
        )

    def _choice(self, options: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_CHARS)
        box.setMaxVisibleItems(16)
        for code, words in options:
            box.addItem(words, code)
        return box

    def _build(self, name: str) -> tuple[FormRow, ...]:
        add = self.form.add_row
        add(
            self.text,
            name=f"{name}.text",
            label=self.tr("查找"),
            hint=self.tr("编号、名称、拼音首字母、证件号码、电话、证书编号或邮件号码的任一部分"),
        )
        add(self.state, name=f"{name}.state", label=self.tr("状态"))
        more = (
            add(self.item, name=f"{name}.item", label=self.tr("事项")),
            add(self.channel, name=f"{name}.channel", label=self.tr("渠道")),
            add(self.received[0], name=f"{name}.received_from", label=self.tr("收件自")),
            add(self.received[1], name=f"{name}.received_to", label=self.tr("收件至")),
            add(self.accepted[0], name=f"{name}.accepted_from", label=self.tr("受理自")),
            add(self.accepted[1], name=f"{name}.accepted_to", label=self.tr("受理至")),
        )
        for field in (*self.received, *self.accepted):
            field.setMinimumWidth(look().chars(8))
        return more


def last_day_after(last: DateField) -> Callable[[object], None]:
    """Return a slot that keeps `last` from lying before the day it is given."""

    def keep(first: object) -> None:
        last.set_range(first if isinstance(first, date) else None, None)

    return keep


def _states() -> list[tuple[str, str]]:
    return [(one.value, word(f"state.{one.value}")) for one in State if one is not State.NEW]


def _span(fields: tuple[DateField, DateField]) -> tuple[date, date] | None:
    first, last = fields[0].day(), fields[1].day()
    if first is None and last is None:
        return None
    return first or date.min, last or date.max
