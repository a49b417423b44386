"""审计: lets the store prove itself on demand, and shows what was done at this workstation beside the cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.domain.acts.base import Act
from clerk_app.domain.acts.workstation import ClockCorrected, ImportRecorded, NumberRevealed, SignedIn, SignedOut
from clerk_app.domain.listing import AuditProblem
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.reading import WorkstationActs
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.shortcuts import ADMINISTRATION
from clerk_app.ui.theme import look
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.progress_strip import ProgressStrip
from clerk_app.ui.widgets.table_model import Column, RowsModel
from clerk_app.wording import word


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One finding with its place in the list, which is its id."""

    place: int
    problem: AuditProblem


class ProblemColumn(Enum):
    """The columns of what the audit found."""

    WHAT = Column[ProblemLine](
        QT_TRANSLATE_NOOP("ProblemColumn", "问题"),
        lambda one: one.problem.code,
        lambda one: word(f"audit.{one.problem.code}"),
        width=14,
        tone=lambda _: Tone.ERROR,
    )
    WHERE = Column[ProblemLine](QT_TRANSLATE_NOOP("ProblemColumn", "位置"), lambda one: one.problem.subject, width=12)
    DETAIL = Column[ProblemLine](QT_TRANSLATE_NOOP("ProblemColumn", "详情"), lambda one: one.problem.detail, width=12)


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One act of this workstation."""

    act_id: str
    at: datetime
    kind: str
    who: str
    detail: str


class DeedColumn(Enum):
    """The columns of this workstation's acts."""

    AT = Column[DeedLine](
        QT_TRANSLATE_NOOP("DeedColumn", "时间"), lambda one: one.at, lambda one: reading.local_time(one.at), 9
    )
    WHAT = Column[DeedLine](
        QT_TRANSLATE_NOOP("DeedColumn", "事项"), lambda one: one.kind, lambda one: word(f"act.{one.kind}"), 8
    )
    WHO = Column[DeedLine](QT_TRANSLATE_NOOP("DeedColumn", "人员"), lambda one: one.who, width=6)
    DETAIL = Column[DeedLine](QT_TRANSLATE_NOOP("DeedColumn", "详情"), lambda one: one.detail, width=16)


def _detail(act: Act, names: dict[str, str]) -> str:
    match act:
        case ImportRecorded():
            words = QCoreApplication.translate(
                "DeedColumn", "{rows} 行，导入 {imported}，已有 {present}，退回 {rejected}"
            )
            return words.format(
                rows=act.rows, imported=act.imported, present=act.already_present, rejected=act.rejected
            )
        case SignedIn(user=user) | SignedOut(user=user):
            return names.get(user, user)
        case NumberRevealed(case_id=case_id):
            return case_id
        case ClockCorrected(reason=reason):
            return reason
        case _:
            return ""


class AuditSection(Section):
    """The self-check and this workstation's acts."""

    code = "audit"
    topics = (Topic.OFFICE, Topic.EXCHANGE, Topic.DAY)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._problems = RowsModel[ProblemLine](ProblemColumn, key=lambda one: one.place, parent=self)
        self._deeds = RowsModel[DeedLine](DeedColumn, key=lambda one: one.act_id, parent=self)
        self.problems = FittingTable(
            name=self.name_of("problems"),
            label=self.tr("自检发现的问题"),
            empty_text=self.tr("没有问题"),
            roomy=ProblemColumn.DETAIL,
        )
        self.deeds = FittingTable(
            name=self.name_of("deeds"),
            label=self.tr("本机记录"),
            empty_text=self.tr("本机还没有登录、导入等记录"),
            roomy=DeedColumn.DETAIL,
        )
        self._lay_out()

    def load(self) -> None:
        """Read this workstation's acts."""
        self.read(partial(reading.workstation, self.ctx.services.desk.reader), self._show)

    def _lay_out(self) -> None:
        theme = look()
        words, keys = self.tr("自检"), ADMINISTRATION["audit"].keys
        self._check = Button(words, name=self.name_of("audit_now"), kind=ButtonKind.PRIMARY, icon_name="check-circle")
        self._check.setToolTip(f"{words} ({keys})")
        self._check.clicked.connect(self.start)
        card = Card(words)
        card.header.addWidget(self._check)
        card.body.addWidget(
            soft_label(
                self.tr("核对记录链、记录内容、列表、编号、工作日历、存档文书和数据库设置；只读，不改动任何数据。")
            )
        )
        self.strip = ProgressStrip(name=self.name_of("audit_progress"))
        self.verdict = NoticeLine(name=self.name_of("audit_verdict"))
        self.problems.set_model(self._problems)
        self.problems.setMinimumHeight(theme.row * 4)
        self.problems.hide()
        for widget in (self.strip, self.verdict, self.problems):
            card.body.addWidget(widget)
        lower = Card(self.tr("本机记录"))
        lower.header.addWidget(soft_label(self.tr("登录、导入、查看证件号码等，最新在前"), wraps=False))
        self.deeds.set_model(self._deeds)
        self.deeds.setMinimumHeight(theme.row * 5)
        lower.body.addWidget(self.deeds)
        self.column.setSpacing(theme.unit * 2)
        self.column.addWidget(card)
        self.column.addWidget(lower, 1)

    def _show(self, found: WorkstationActs) -> None:
        lines = []
        for row in found.rows:
            envelope = row.record.envelope
            who = found.names.get(envelope.actor, envelope.actor)
            detail = _detail(row.record.act, found.names)
            lines.append(DeedLine(envelope.act_id, envelope.recorded_at, envelope.kind, who, detail))
        self._deeds.set_rows(lines)

    def start(self) -> None:
        """Let the store prove itself."""
        self._check.setEnabled(False)
        self.verdict.say("")
        self.strip.start(self.tr("正在核对全部记录…"))
        store = self.ctx.services.desk.store
        self.ctx.tasks.submit(self, store.audit, done=self._on_done, failed=self._on_audit_failed)

    def _on_done(self, problems: tuple[AuditProblem, ...]) -> None:
        self._finish()
        self._problems.set_rows([ProblemLine(place, one) for place, one in enumerate(problems)])
        self.problems.setVisible(bool(problems))
        at = reading.local_time(self.ctx.services.desk.store.clock.now())
        if problems:
            words = self.tr("{at} 发现 {n} 个问题。先不要继续给号或出证，请联系管理员。")
            self.verdict.say(words.format(at=at, n=len(problems)), Tone.ERROR)
        else:
            self.verdict.say(self.tr("一切正常（{at}）").format(at=at), Tone.OK)

    def _on_audit_failed(self, error: Exception) -> None:
        self._finish()
        self.on_failed(error)

    def _finish(self) -> None:
        self.strip.finish()
        self._check.setEnabled(True)
