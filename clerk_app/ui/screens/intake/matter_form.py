"""What is applied for: channel, item, kind, the licence it is about, and the item's own fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import Channel
from clerk_app.domain.catalogue import ItemVersion, Kind
from clerk_app.ui.context import Tone
from clerk_app.ui.screens.intake.own_fields import OwnFields
from clerk_app.ui.screens.intake.sheet import MatterPart
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.date_field import DateField
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.wording import word

_LONGEST = 100


class MatterForm(QWidget):
    """The rows about the matter.

    Signals:
        edited(): the person changed something.
        item_changed(): another item or kind was chosen; the materials are others.
        rebuilt(): the item's own fields are others; the tab order must be made anew.
    """

    edited = Signal()
    item_changed = Signal()
    rebuilt = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, ItemVersion] = {}
        self._is_filling = False
        self.channel = QComboBox()
        self.received_on = DateField(today=today)
        self.external_no = ValidatedLineEdit(max_points=_LONGEST)
        self.item = QComboBox()
        self.kind = QComboBox()
        self.licence_no = QComboBox()
        self.notice = NoticeLine(name="intake.item_notice")
        self.use_fallback = Button(
            self.tr("改为重新申请"), name="intake.use_fallback", icon_name="switch", compact=True
        )
        self.use_fallback.setToolTip(self.tr("按重新申请办理，原许可证号保留"))
        self.own = OwnFields(today=today)
        self.form = Form(label_chars=7)
        self._build()
        self._connect()
        self.set_part(MatterPart())

    def set_items(self, items: Sequence[ItemVersion]) -> None:
        """Offer the items in force; the chosen one stays chosen if it still is."""
        chosen = self.item.currentData()
        self._items = {one.code: one for one in items}
        self._is_filling = True
        self.item.clear()
        for one in items:
            self.item.addItem(self._item_words(one), one.code)
        self.item.setCurrentIndex(self.item.findData(chosen) if chosen else -1)
        self._is_filling = False
        self._show_item()

    def set_licences(self, numbers: Sequence[str]) -> None:
        """Propose the licences of the applicant; another number may be typed."""
        typed = self.licence_no.currentText()
        self._is_filling = True
        self.licence_no.clear()
        self.licence_no.addItems(list(numbers))
        self.licence_no.setCurrentText(typed)
        self._is_filling = False
        self._propose_licence()

    def current_item(self) -> ItemVersion | None:
        """Return the item that is chosen."""
        return self._items.get(str(self.item.currentData() or ""))

    def current_kind(self) -> Kind:
        """Return the kind that is chosen."""
        return Kind(self.kind.currentData())

    def part(self) -> MatterPart:
        """Return what was entered."""
        day = self.received_on.day()
        return MatterPart(
            channel=Channel(self.channel.currentData()),
            received_on=day.isoformat() if day else "",
            external_no=self.external_no.value(),
            item=str(self.item.currentData() or ""),
            kind=self.current_kind(),
            licence_no=self.licence_no.currentText().strip(),
            fields=self.own.values(),
        )

    def set_part(self, part: MatterPart) -> None:
        """Show another matter, without complaints."""
        self._is_filling = True
        self.channel.setCurrentIndex(self.channel.findData(part.channel.value))
        self.received_on.set_date(date.fromisoformat(part.received_on) if part.received_on else None)
        self.external_no.setText(part.external_no)
        self.item.setCurrentIndex(self.item.findData(part.item) if part.item else -1)
        self.kind.setCurrentIndex(self.kind.findData(part.kind.value))
        self.licence_no.setCurrentText(part.licence_no)
        self._is_filling = False
        self._show_item()
        self.own.set_values(part.fields)
        self.form.clear_faults()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Allow or refuse typing."""
        for row in (*self.form.rows, *self.own.form.rows):
            row.field.setEnabled(not is_read_only)

    def _build(self) -> None:
        for channel in Channel:
            self.channel.addItem(word(f"channel.{channel.value}"), channel.value)
        for kind in Kind:
            self.kind.addItem(word(f"kind.{kind.value}"), kind.value)
        self.item.setPlaceholderText(self.tr("请选择事项"))
        self.item.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.setMinimumContentsLength(8)
        self.licence_no.setEditable(True)
        self.licence_no.setMinimumContentsLength(8)
        self.licence_no.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        add = self.form.add_row
        add(self.channel, name="intake.channel", label=self.tr("申请渠道"))
        self._received = add(
            self.received_on,
            name="intake.received_on",
            label=self.tr("收到日期"),
            hint=self.tr("网上提交或者邮件到达之日；不填为今天"),
        )
        self._external = add(self.external_no, name="intake.external_no", label=self.tr("外部编号"))
        add(self.item, name="intake.item", label=self.tr("事项"), is_required=True)
        add(self.kind, name="intake.kind", label=self.tr("办理类型"), is_required=True)
        self._licence = add(
            self.licence_no,
            name="intake.licence_no",
            label=self.tr("原许可证号"),
            hint=self.tr("变更、延期、重新申请、补证和注销所针对的许可证"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().unit)
        layout.addWidget(self.form)
        layout.addWidget(self.notice)
        layout.addWidget(self.use_fallback)
        layout.addWidget(self.own)

    def _connect(self) -> None:
        self.channel.currentIndexChanged.connect(self._on_channel)
        self.item.currentIndexChanged.connect(self._on_item)
        self.kind.currentIndexChanged.connect(self._on_item)
        self.licence_no.editTextChanged.connect(self._on_text)
        self.received_on.textEdited.connect(self._on_text)
        self.external_no.textEdited.connect(self._on_text)
        self.own.edited.connect(self.edited)
        self.own.rebuilt.connect(self.rebuilt)
        self.use_fallback.clicked.connect(self._use_fallback)

    def _item_words(self, item: ItemVersion) -> str:
        if item.accepted_here:
            return item.name
        return self.tr("{item}（由{authority}办理）").format(item=item.name, authority=item.competence)

    def _show_item(self) -> None:
        item, kind = self.current_item(), self.current_kind()
        outside = Channel(self.channel.currentData()) is not Channel.WINDOW
        self._received.set_visible(visible=outside)
        self._external.set_visible(visible=outside)
        self._licence.set_visible(visible=kind is not Kind.NEW)
        self.item.setToolTip(item.name if item else self.tr("事项"))
        self.own.show_item(item)
        self.use_fallback.hide()
        if item is None:
            self.notice.say("")
        elif not item.accepted_here:
            text = self.tr("本事项由{authority}办理，本机关应当即时作出不予受理决定，并告知向其申请。")
            self.notice.say(text.format(authority=item.competence), Tone.WARN)
        elif item.rule(kind) is None:
            self._say_not_offered(item, kind)
        else:
            self.notice.say("")

    def _say_not_offered(self, item: ItemVersion, kind: Kind) -> None:
        fallback = item.fallback(kind)
        text = self.tr("“{item}”没有“{kind}”。").format(item=item.short_name, kind=word(f"kind.{kind.value}"))
        if fallback is not None:
            text += self.tr("请改为“{other}”。").format(other=word(f"kind.{fallback.value}"))
        self.notice.say(text, Tone.WARN)
        self.use_fallback.setVisible(fallback is not None)

    def _propose_licence(self) -> None:
        """Fill in the old licence where there is only one it can be."""
        is_about_one = self.current_kind() is not Kind.NEW and self.licence_no.count() == 1
        if is_about_one and not self.licence_no.currentText():
            self.licence_no.setCurrentIndex(0)

    def _use_fallback(self) -> None:
        item = self.current_item()
        fallback = item.fallback(self.current_kind()) if item else None
        if fallback is not None:
            self.kind.setCurrentIndex(self.kind.findData(fallback.value))
            self.kind.setFocus()

    def _on_channel(self, _index: int) -> None:
        if not self._is_filling:
            self._show_item()
            self.edited.emit()

    def _on_item(self, _index: int) -> None:
        if not self._is_filling:
            self._show_item()
            self._propose_licence()
            self.item_changed.emit()
            self.edited.emit()

    def _on_text(self, _text: str) -> None:
        if not self._is_filling:
            self.edited.emit()
