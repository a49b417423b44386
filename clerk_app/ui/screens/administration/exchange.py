"""数据交换: what waits for the server, what it set aside and why, the exchanges so far, and one to begin now."""

from __future__ import annotations

import re
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from clerk_app.domain.acts.base import StreamId, StreamType, stream_key, stream_type
from clerk_app.domain.exchange import SyncReport
from clerk_app.domain.listing import ExchangeRun, PendingGroup
from clerk_app.ports import Progress
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.administration import reading
from clerk_app.ui.screens.administration.reading import ExchangeState
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.shortcuts import ADMINISTRATION
from clerk_app.ui.tasks import Task, is_cancelled
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.progress_strip import ProgressStrip
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.wording import known, word

_VERDICTS = {
    "pending": (Tone.INFO, "send"),
    "taken": (Tone.OK, "check-circle"),
    "already": (Tone.NEUTRAL, "check"),
    "conflict": (Tone.ERROR, "error"),
    "refused": (Tone.ERROR, "dismiss-circle"),
    "waiting": (Tone.WARN, "pause"),
}
_WAITING, _RUNS = 0, 1
_UNTOLD = re.compile(r"（\{\w+\}）| ?\(\{\w+\}\)|\{\w+\}")
"""A run keeps the code of its trouble without the parameters: their places stay empty."""


def _verdict(group: PendingGroup) -> ChipLook:
    return ChipLook(word(f"fate.{group.verdict.value}"), *_VERDICTS[group.verdict.value])


def _what(group: PendingGroup) -> str:
    return reading.each_once(word(f"act.{kind}") for kind in group.kinds)


_SUBJECTS = {
    StreamType.LICENCE: QT_TRANSLATE_NOOP("PendingColumn", "许可证"),
    StreamType.LICENSEE: QT_TRANSLATE_NOOP("PendingColumn", "许可企业"),
    StreamType.WORKSTATION: QT_TRANSLATE_NOOP("PendingColumn", "本工作站"),
}


def _subject(group: PendingGroup) -> str:
    if group.case_no:
        return group.case_no
    kind = stream_type(StreamId(group.stream))
    return QCoreApplication.translate(
        "PendingColumn", _SUBJECTS.get(kind, QT_TRANSLATE_NOOP("PendingColumn", "本机关数据"))
    )


class PendingColumn(Enum):
    """The columns of what waits."""

    VERDICT = Column[PendingGroup](
        QT_TRANSLATE_NOOP("PendingColumn", "状态"),
        lambda one: one.verdict.value,
        width=8,
        cell=Cell.CHIP,
        look=_verdict,
    )
    AT = Column[PendingGroup](
        QT_TRANSLATE_NOOP("PendingColumn", "记录时间"),
        lambda one: one.recorded_at,
        lambda one: reading.local_time(one.recorded_at),
        width=9,
    )
    SUBJECT = Column[PendingGroup](QT_TRANSLATE_NOOP("PendingColumn", "办件"), _subject, width=11)
    WHAT = Column[PendingGroup](QT_TRANSLATE_NOOP("PendingColumn", "内容"), _what, width=9)
    REASON = Column[PendingGroup](
        QT_TRANSLATE_NOOP("PendingColumn", "原因"),
        lambda one: word(f"server.{one.reason}") if one.reason else "",
        width=10,
    )
    PAPERS = Column[PendingGroup](
        QT_TRANSLATE_NOOP("PendingColumn", "文书编号"), lambda one: "、".join(one.paper_numbers), width=12
    )


def _outcome(run: ExchangeRun) -> ChipLook:
    tones = {
        "done": (Tone.OK, "check-circle"),
        "partial": (Tone.WARN, "warning"),
        "failed": (Tone.ERROR, "error"),
    }
    return ChipLook(word(f"exchange.{run.outcome}"), *tones.get(run.outcome, (Tone.NEUTRAL, "dismiss")))


def _why(run: ExchangeRun) -> str:
    code = f"exchange.{run.reason}"
    text = word(code if known(code) else run.reason) if run.reason else ""
    return _UNTOLD.sub("", text)


def _result(run: ExchangeRun) -> str:
    report = run.report
    if report is None:
        return ""
    words = QCoreApplication.translate("RunColumn", "上传 {sent}，取回 {fetched}，冲突 {conflicts}，被拒 {refused}")
    return words.format(sent=report.sent, fetched=report.fetched, conflicts=report.conflicts, refused=report.refused)


class RunColumn(Enum):
    """The columns of the exchanges."""

    OUTCOME = Column[ExchangeRun](
        QT_TRANSLATE_NOOP("RunColumn", "结果"), lambda one: one.outcome, width=7, cell=Cell.CHIP, look=_outcome
    )
    AT = Column[ExchangeRun](
        QT_TRANSLATE_NOOP("RunColumn", "开始"),
        lambda one: one.started_at,
        lambda one: reading.local_time(one.started_at),
        width=9,
    )
    TRIGGER = Column[ExchangeRun](
        QT_TRANSLATE_NOOP("RunColumn", "起因"),
        lambda one: one.trigger,
        lambda one: word(f"trigger.{one.trigger}"),
        width=5,
    )
    RESULT = Column[ExchangeRun](QT_TRANSLATE_NOOP("RunColumn", "内容"), _result, width=16)
    VERIFIED = Column[ExchangeRun](
        QT_TRANSLATE_NOOP("RunColumn", "核对"),
        lambda one: one.report is not None and one.report.verified,
        lambda one: QCoreApplication.translate("RunColumn", "一致") if one.report and one.report.verified else "",
        width=4,
    )
    REASON = Column[ExchangeRun](QT_TRANSLATE_NOOP("RunColumn", "说明"), _why, width=12)


class ExchangeSection(Section):
    """The exchange with the shared server."""

    code = "exchange"
    topics = (Topic.EXCHANGE, Topic.CASES, Topic.OFFICE)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._task: Task | None = None
        self._groups = RowsModel[PendingGroup](PendingColumn, key=lambda one: one.group, parent=self)
        self._runs = RowsModel[ExchangeRun](RunColumn, key=lambda one: one.started_at, parent=self)
        self.pending = FittingTable(
            name=self.name_of("pending"),
            label=self.tr("待上传与被搁置的记录"),
            empty_text=self.tr("没有等待上传的记录"),
            empty_hint=self.tr("服务器已收下本机的全部记录。"),
            roomy=PendingColumn.WHAT,
        )
        self.runs = FittingTable(
            name=self.name_of("runs"),
            label=self.tr("交换记录"),
            empty_text=self.tr("还没有进行过交换"),
            roomy=RunColumn.RESULT,
        )
        self._lay_out()
        self.pending.activated_row.connect(self._on_group)

    def load(self) -> None:
        """Read what waits and what was done."""
        self.read(partial(reading.exchange, self.ctx.services.desk.reader), self._show)

    def _lay_out(self) -> None:
        card = Card(self.tr("数据交换"))
        self._state = soft_label(wraps=False)
        card.header.addWidget(self._state)
        words, keys = self.tr("立即交换"), ADMINISTRATION["exchange"].keys
        self._begin = Button(words, name=self.name_of("exchange_now"), kind=ButtonKind.PRIMARY, icon_name="exchange")
        self._begin.setToolTip(f"{words} ({keys})")
        self._begin.clicked.connect(self.start)
        card.header.addWidget(self._begin)
        self._begin.setVisible(self.ctx.services.exchange is not None)
        self._note = NoticeLine(name=self.name_of("exchange_note"))
        self.strip = ProgressStrip(name=self.name_of("exchange_progress"))
        self.kinds = Segments(
            (("waiting", self.tr("待上传与搁置")), ("runs", self.tr("交换记录"))),
            name=self.name_of("exchange_show"),
            label=self.tr("待上传的记录或交换记录"),
        )
        stack = QStackedWidget()
        for table, model in ((self.pending, self._groups), (self.runs, self._runs)):
            table.set_model(model)
            stack.addWidget(table)
        self.kinds.chosen.connect(stack.setCurrentIndex)
        for widget in (self._note, self.strip, self.kinds):
            card.body.addWidget(widget)
        card.body.addWidget(stack, 1)
        self.column.addWidget(card)

    def _show(self, state: ExchangeState) -> None:
        self._groups.set_rows(state.groups)
        self._runs.set_rows(state.runs)
        self._state.setText(self.tr("待上传 {n} 组").format(n=state.count - state.aside))
        self.kinds.set_words(_WAITING, self.tr("待上传与搁置 {n}").format(n=state.count))
        self.kinds.set_words(_RUNS, self.tr("交换记录 {n}").format(n=len(state.runs)))
        if state.aside:
            words = self.tr("有 {n} 组记录被服务器搁置，排在最前；相应的文书可能需要收回。")
            self._note.say(words.format(n=state.aside), Tone.ERROR)
        elif self.ctx.services.exchange is None:
            self._note.say(word("server_not_set_up"), Tone.INFO)
        elif state.count > len(state.groups):
            words = self.tr("共 {n} 组待上传，下面是最近的 {m} 组。")
            self._note.say(words.format(n=state.count, m=len(state.groups)), Tone.INFO)
        else:
            self._note.say("")

    def start(self) -> None:
        """Begin an exchange, unless one is under way or there is no server."""
        exchange = self.ctx.services.exchange
        if exchange is None or self._task is not None:
            return

        def job(progress: Progress) -> SyncReport:
            return exchange("button", progress)

        self._begin.setEnabled(False)
        self.strip.start(self.tr("正在与服务器交换…"), cancel=self._stop)
        self._task = self.ctx.tasks.submit_long(
            self, job, done=self._on_done, failed=self._on_exchange_failed, progress=self.strip.advance
        )

    def _stop(self) -> None:
        if self._task is not None:
            self.ctx.tasks.cancel(self._task)

    def _on_done(self, report: SyncReport) -> None:
        self._finish()
        tone = Tone.WARN if report.conflicts or report.refused or not report.verified else Tone.OK
        words = self.tr("交换完成：上传 {sent}，取回 {fetched}，冲突 {conflicts}，被拒 {refused}")
        self.ctx.toast(
            words.format(sent=report.sent, fetched=report.fetched, conflicts=report.conflicts, refused=report.refused),
            tone,
        )

    def _on_exchange_failed(self, error: Exception) -> None:
        self._finish()
        if is_cancelled(error):
            self.ctx.toast(self.tr("已停止，没有上传的记录下次再传"), Tone.INFO)
        else:
            self.ctx.show_error(error)

    def _finish(self) -> None:
        self._task = None
        self.strip.finish()
        self._begin.setEnabled(True)
        self.ctx.hub.announce(Topic.EXCHANGE, Topic.CASES, Topic.LICENCES, Topic.NUMBERS, Topic.OFFICE)
        self.ctx.frame.refresh_status()

    def _on_group(self, group: object) -> None:
        found = next((one for one in self._groups.rows if one.group == group), None)
        if found is not None and stream_type(StreamId(found.stream)) is StreamType.CASE:
            self.ctx.open_case(stream_key(StreamId(found.stream)))
