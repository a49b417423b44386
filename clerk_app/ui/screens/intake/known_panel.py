"""The right side: what the office knows already, newest first, each line a way to the case."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.identifiers import mask_id
from clerk_app.domain.listing import LicenceRow
from clerk_app.domain.overview import CaseOverview
from clerk_app.ui.context import Tone
from clerk_app.ui.screens.intake.known import Knowledge, Twin, Why
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.chips import Chip, ChipLook, state_look
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.wording import word

_NEAR_EXPIRY_DAYS = 90
_GROUP = 4
_WHY = {
    Why.SAME_ITEM_OPEN: QT_TRANSLATE_NOOP("Known", "同一申请人的同一事项还在办理"),
    Why.SAME_NAME: QT_TRANSLATE_NOOP("Known", "名称相同，证件号码不同"),
    Why.SAME_PHONE: QT_TRANSLATE_NOOP("Known", "联系电话与另一申请人相同"),
}


class KnownPanel(Card):
    """What is known of the applicant.

    Signals:
        case_wanted(str): the id of a case to open.
    """

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("已知情况"))
        self.setObjectName("intake.known")
        self._empty = EmptyState(
            self.tr("还没有申请人"),
            hint=self.tr("录入名称和证件号码后，这里显示在办件、许可证和以往记录。"),
            icon_name="people",
        )
        self._area = QScrollArea()
        self._area.setObjectName("intake.known.area")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._area, 1)
        self._items: dict[str, ItemVersion] = {}
        self.knowledge = Knowledge()
        self.show_knowledge(Knowledge(), today=date.min)

    def set_items(self, items: tuple[ItemVersion, ...]) -> None:
        """Take the names of the items."""
        self._items = {one.code: one for one in items}

    def show_knowledge(self, known: Knowledge, *, today: date, is_asked: bool = False) -> None:
        """Show what is known; `is_asked` says that somebody was looked for."""
        self.knowledge = known
        self._empty.setVisible(known.is_empty)
        self._area.setVisible(not known.is_empty)
        if known.is_empty:
            text = self.tr("没有以往记录") if is_asked else self.tr("还没有申请人")
            hint = self.tr("录入名称和证件号码后，这里显示在办件、许可证和以往记录。")
            self._empty.set_text(text, hint="" if is_asked else hint)
            return
        page = QWidget()
        page.setProperty("role", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, look().unit // 2, 0)
        layout.setSpacing(look().unit)
        self._fill(layout, known, today)
        layout.addStretch(1)
        self._area.setWidget(page)

    def _fill(self, layout: QVBoxLayout, known: Knowledge, today: date) -> None:
        if known.twins:
            layout.addWidget(heading(self.tr("可能重复")))
            for twin in known.twins:
                layout.addWidget(self._twin(twin))
        if known.open_cases:
            layout.addWidget(heading(self.tr("在办件 {n}").format(n=len(known.open_cases))))
            for row in known.open_cases:
                layout.addWidget(self._case(row))
        if known.licences:
            layout.addWidget(heading(self.tr("许可证 {n}").format(n=len(known.licences))))
            for licence in known.licences:
                layout.addWidget(self._licence(licence, today))
        if known.refusals:
            layout.addWidget(heading(self.tr("以往不予 {n}").format(n=len(known.refusals))))
            for row in known.refusals:
                layout.addWidget(self._case(row))
        if known.earlier > 0:
            layout.addWidget(soft_label(self.tr("另有已办结 {n} 件").format(n=known.earlier)))

    def _case(self, row: CaseOverview) -> QFrame:
        state = row.state.value if row.open or row.result != "refused" else "refused"
        until = row.next_due_on if row.open else None
        when = self.tr("收件 {day}").format(day=row.received_on) if row.received_on else ""
        if until is not None:
            when = self.tr("{clock} {day}").format(clock=word(f"clock.{row.next_clock}"), day=until)
        kind = word(f"kind.{row.item_kind}")
        return self._block(state_look(state), self._item_name(row.item), f"{kind}\n{when}", row.case_id, row.case_no)

    def _licence(self, row: LicenceRow, today: date) -> QFrame:
        return self._block(
            _licence_look(row, today),
            row.licence_no,
            self.tr("{item}\n至 {day}").format(item=self._item_name(row.item), day=row.valid_to or self.tr("长期")),
            row.case_id,
            "",
        )

    def _twin(self, twin: Twin) -> QFrame:
        why = QCoreApplication.translate("Known", _WHY[twin.why])
        return self._block(
            ChipLook(self.tr("请核对"), Tone.WARN, "warning"),
            f"{twin.title}　{mask_id(twin.id_number)}",
            why,
            twin.case_id,
            twin.case_no,
        )

    def _block(self, chip: ChipLook, title: str, detail: str, case_id: str, case_no: str) -> QFrame:
        theme = look()
        block = QFrame()
        block.setProperty("tone", "plain")
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, theme.unit // 2)
        layout.setSpacing(theme.unit // 4)
        layout.addWidget(Chip(chip))
        name = QLabel(title)
        name.setWordWrap(True)
        name.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(name)
        layout.addWidget(soft_label(detail))
        if case_id:
            words = _breakable(case_no) or self.tr("打开办件")
            link = QLabel(f'<a href="{escape(case_id)}">{escape(words)}</a>')
            link.setWordWrap(True)
            link.setObjectName("intake.known.link")
            link.setAccessibleName(self.tr("打开办件 {no}").format(no=case_no))
            link.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            link.linkActivated.connect(self.case_wanted)
            layout.addWidget(link)
        return block

    def _item_name(self, code: str) -> str:
        item = self._items.get(code)
        return item.short_name if item is not None else code


def _breakable(number: str) -> str:
    """Return a long number that may go on in the next line after any four characters."""
    return "\u200b".join(number[at : at + _GROUP] for at in range(0, len(number), _GROUP))


def _licence_look(row: LicenceRow, today: date) -> ChipLook:
    if row.cancelled_on is not None:
        return ChipLook(QCoreApplication.translate("Known", "已注销"), Tone.NEUTRAL, "dismiss")
    if row.valid_to is None or (row.valid_to - today).days > _NEAR_EXPIRY_DAYS:
        return ChipLook(QCoreApplication.translate("Known", "有效"), Tone.OK, "check-circle")
    if row.valid_to >= today:
        left = QCoreApplication.translate("Known", "{n} 日后到期").format(n=(row.valid_to - today).days)
        return ChipLook(left, Tone.WARN, "clock")
    return ChipLook(QCoreApplication.translate("Known", "已过期"), Tone.ERROR, "error")
