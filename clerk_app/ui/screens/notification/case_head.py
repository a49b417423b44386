"""The head of the selected case: who, what, and how much of the time for a notice is left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from clerk_app.domain.clocks import ClockKind
from clerk_app.domain.identifiers import mask_id, mask_phone
from clerk_app.domain.procedure import State
from clerk_app.services.casefile import CaseFile
from clerk_app.ui.context import Tone
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.chips import Chip, state_look
from clerk_app.ui.widgets.date_field import chinese_date
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.two_bars import TwoBars, bar_of
from clerk_app.wording import word


class CaseHead(Card):
    """Shows a case in a few lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = look()
        self.setObjectName("notification.head")
        self._name = heading("", role="title")
        self._name.setWordWrap(True)
        self._chip = Chip()
        self._item = QLabel()
        self._item.setWordWrap(True)
        self._item.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = soft_label()
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A wrapped label asks for the height of its narrowest width; the page would scroll although there is room.
        self._facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._notice = NoticeLine(name="notification.notice")
        self._bars = TwoBars(name="notification.bars")
        top = QHBoxLayout()
        top.setSpacing(theme.unit)
        top.addWidget(self._name, 1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(theme.unit // 2)
        self.body.addLayout(top)
        for part in (self._item, self._facts, self._notice, self._bars):
            self.body.addWidget(part)

    def show_file(self, file: CaseFile, *, today: date, is_shared: bool) -> None:
        """Show a case; `is_shared` says that other workstations may hold acts that are not here yet."""
        case, applicant = file.case, file.case.applicant
        self._name.setText(applicant.name if applicant else "")
        self._chip.set_look(state_look(case.state.value))
        item = file.item.name if file.item else case.item
        self._item.setText(f"{item}　{word(f'kind.{case.item_kind.value}')}")
        facts = [case.case_no]
        if case.received_on:
            facts.append(self.tr("收件 {day}").format(day=chinese_date(case.received_on)))
        if applicant:
            facts += [mask_id(applicant.id_number), mask_phone(applicant.phone)]
        self._facts.setText("　".join(part for part in facts if part))
        self._say(file, today=today, is_shared=is_shared)
        clock = file.clock(ClockKind.SUPPLEMENT_NOTICE)
        runs = clock is not None and case.state is State.RECEIVED and case.notified_on is None
        self._bars.setVisible(runs)
        self._bars.set_bars((bar_of(clock.reading),) if clock is not None and runs else ())

    def _say(self, file: CaseFile, *, today: date, is_shared: bool) -> None:
        case = file.case
        if file.deemed_accepted_on is not None:
            text = self.tr("五日内没有告知，自收件之日 {day} 起视为受理。").format(
                day=chinese_date(file.deemed_accepted_on)
            )
            if is_shared:
                text += self.tr("待核对：其他电脑可能有尚未交换的告知。")
            self._notice.say(text, Tone.ERROR)
        elif case.state is State.AWAITING_SUPPLEMENT and case.notified_on is not None:
            text = self.tr("已于 {on} 告知（{no}）").format(on=chinese_date(case.notified_on), no=case.notice_no)
            due = case.supplement_due_on
            if due is not None:
                text += self.tr("，应于 {due} 前补正").format(due=chinese_date(due))
            is_over = due is not None and today > due
            self._notice.say(text, Tone.WARN if is_over else Tone.INFO)
        elif case.state is State.RECEIVED and case.supplemented_on is not None:
            text = self.tr("材料已于 {day} 补正齐全，受理日期为该日。")
            self._notice.say(text.format(day=chinese_date(case.supplemented_on)), Tone.OK)
        else:
            self._notice.say("")
