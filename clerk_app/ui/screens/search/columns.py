"""The list of cases: one line each, with the words of its item and the tone of its promised day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from clerk_app.domain.overview import CaseOverview
from clerk_app.ui.context import Tone
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.ui.widgets.chips import state_look
from clerk_app.ui.widgets.table_model import Cell, Column
from clerk_app.wording import word


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A row of the list: the overview, and what depends on the catalogue and on today."""

    row: CaseOverview
    item_name: str
    promised_tone: Tone


def line_of(row: CaseOverview, item_name: str, *, today: date) -> CaseLine:
    """Return the line of a case as it looks on `today`."""
    return CaseLine(row, item_name, _promised_tone(row, today))


def _promised_tone(row: CaseOverview, today: date) -> Tone:
    if row.promised_on is None or row.concluded_on is not None:
        return Tone.ERROR if row.on_time_promised is False else Tone.NEUTRAL
    if row.stopped_since is not None:
        return Tone.STOPPED
    return Tone.ERROR if row.promised_on < today else Tone.INFO


def _doubt(line: CaseLine) -> str:
    mark = word("doubtful") if line.row.doubtful else ""
    return f"{line.row.case_no} {mark}".strip()


class CaseColumn(Enum):
    """The columns of the list of cases."""

    CASE_NO = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "办件编号"),
        lambda line: line.row.case_no,
        width=12,
        tip=_doubt,
        order_by="case_no",
    )
    APPLICANT = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "申请人"), lambda line: line.row.applicant, width=12, order_by="applicant"
    )
    ITEM = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "事项"),
        lambda line: line.row.item,
        lambda line: f"{line.item_name} · {word(f'kind.{line.row.item_kind}')}",
        width=11,
        order_by="item",
    )
    STATE = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "状态"),
        lambda line: line.row.state.value,
        width=7,
        cell=Cell.CHIP,
        look=lambda line: state_look(line.row.state.value),
        order_by="state",
    )
    RECEIVED = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "收件"), lambda line: line.row.received_on, width=6, order_by="received_on"
    )
    ACCEPTED = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "受理"), lambda line: line.row.accepted_on, width=6, order_by="accepted_on"
    )
    PROMISED = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "承诺到期"),
        lambda line: line.row.promised_on,
        width=7,
        tone=lambda line: line.promised_tone,
        order_by="promised_on",
    )
    CONCLUDED = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "办结"), lambda line: line.row.concluded_on, width=6, order_by="concluded_on"
    )
    CERTIFICATE = Column[CaseLine](
        QT_TRANSLATE_NOOP("CaseColumn", "证书编号"),
        lambda line: line.row.certificate_no,
        width=11,
        order_by="certificate_no",
    )


LEAVES_FIRST = (
    CaseColumn.CERTIFICATE,
    CaseColumn.CONCLUDED,
    CaseColumn.PROMISED,
    CaseColumn.ACCEPTED,
    CaseColumn.RECEIVED,
)
"""What a narrow list does without, first to last; the panel beside it shows all of it."""
