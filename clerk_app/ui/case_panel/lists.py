"""The lists of the case panel: acts in the order of history, and papers with their fate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from clerk_app.domain.acts.case import MaterialCheck, Verdict
from clerk_app.domain.case import Sheet
from clerk_app.domain.exchange import FateVerdict
from clerk_app.services.casefile import CaseFile
from clerk_app.ui.context import Tone
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.chips import ChipLook
from clerk_app.ui.widgets.table_model import Cell, Column
from clerk_app.ui.widgets.trace_view import TraceEntry
from clerk_app.wording import trace_text, word


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act as the timeline shows it."""

    act_id: str
    on: str
    what: str
    who: str
    fate: str
    tone: Tone


def act_lines(file: CaseFile) -> tuple[ActLine, ...]:
    """Return the timeline, newest first; asides that only number and print are left to the papers."""
    found = []
    for row in file.acts:
        envelope = row.record.envelope
        if envelope.kind in ("number_given", "document_issued"):
            continue
        step = getattr(row.record.act, "step", None)
        what = word(f"step.{step.value}") if step is not None else word(f"act.{envelope.kind}")
        fate = word("retracted") if row.retracted else word(f"fate.{row.verdict.value}")
        tone = Tone.NEUTRAL if row.retracted else _TONES[row.verdict]
        found.append(
            ActLine(envelope.act_id, envelope.legal_date.isoformat(), what, file.name_of(envelope.actor), fate, tone)
        )
    return tuple(reversed(found))


_TONES = {
    FateVerdict.PENDING: Tone.INFO,
    FateVerdict.TAKEN: Tone.OK,
    FateVerdict.ALREADY: Tone.NEUTRAL,
    FateVerdict.CONFLICT: Tone.ERROR,
    FateVerdict.REFUSED: Tone.ERROR,
    FateVerdict.WAITING: Tone.WARN,
}


class ActColumn(Enum):
    """The columns of the timeline."""

    ON = Column[ActLine](QT_TRANSLATE_NOOP("ActColumn", "日期"), lambda row: row.on, width=6)
    WHAT = Column[ActLine](QT_TRANSLATE_NOOP("ActColumn", "办理"), lambda row: row.what, width=0)
    WHO = Column[ActLine](QT_TRANSLATE_NOOP("ActColumn", "经办人"), lambda row: row.who, width=5)
    FATE = Column[ActLine](
        QT_TRANSLATE_NOOP("ActColumn", "上传"), lambda row: row.fate, width=6, tone=lambda row: row.tone
    )


def _sheet_look(sheet: Sheet) -> ChipLook:
    if sheet.spoiled:
        return ChipLook(word("sheet.spoiled"), Tone.NEUTRAL, "dismiss")
    if sheet.confirmed:
        return ChipLook(word("sheet.confirmed"), Tone.OK, "check")
    return ChipLook(word("sheet.unconfirmed"), Tone.WARN, "warning")


class SheetColumn(Enum):
    """The columns of the papers."""

    DOCUMENT = Column[Sheet](
        QT_TRANSLATE_NOOP("SheetColumn", "文书"),
        lambda row: row.document,
        lambda row: word(f"document.{row.document}"),
        0,
    )
    NUMBER = Column[Sheet](QT_TRANSLATE_NOOP("SheetColumn", "编号"), lambda row: row.number, width=11)
    FATE = Column[Sheet](
        QT_TRANSLATE_NOOP("SheetColumn", "纸张"),
        lambda row: row.confirmed,
        width=6,
        cell=Cell.CHIP,
        look=_sheet_look,
    )


def trace_entries(file: CaseFile, kind: str) -> tuple[TraceEntry, ...]:
    """Return the reckoning of one clock, one entry a line with the running total."""
    view = next((one for one in file.clocks if one.reading.kind.value == kind), None)
    if view is None:
        return ()
    found, total = [], 0
    for place, line in enumerate(view.trace):
        total += line.counts
        when = _span(line.on, line.upto)
        found.append(
            TraceEntry(
                place, when, trace_text(line), line.counts, total, _TRACE_TONES.get(line.code.value, Tone.NEUTRAL)
            )
        )
    return tuple(found)


def _span(first: date, last: date | None) -> str:
    """Return one day, or a span whose end leaves out the year it shares with the beginning."""
    if last is None:
        return first.isoformat()
    return f"{first.isoformat()} — {last.strftime('%m-%d') if last.year == first.year else last.isoformat()}"


_TRACE_TONES = {
    "stopped": Tone.STOPPED,
    "extension": Tone.INFO,
    "provisional": Tone.WARN,
    "due": Tone.INFO,
}


_VERDICT_TONES = {
    Verdict.CONFORMS: Tone.OK,
    Verdict.MISSING: Tone.ERROR,
    Verdict.WRONG_FORM: Tone.WARN,
    Verdict.OPEN: Tone.NEUTRAL,
}


class MaterialColumn(Enum):
    """The columns of the checklist as read."""

    NAME = Column[MaterialCheck](QT_TRANSLATE_NOOP("MaterialColumn", "材料"), lambda row: row.name, width=0)
    VERDICT = Column[MaterialCheck](
        QT_TRANSLATE_NOOP("MaterialColumn", "结论"),
        lambda row: row.verdict.value,
        lambda row: word(f"verdict.{row.verdict.value}"),
        width=6,
        tone=lambda row: _VERDICT_TONES[row.verdict],
    )
    DEFECT = Column[MaterialCheck](QT_TRANSLATE_NOOP("MaterialColumn", "问题"), lambda row: row.defect, width=9)
