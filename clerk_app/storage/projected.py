"""Tables derived from acts for fast reading; a command rebuilds them all from nothing.

Dates are ISO texts. `case_row` has one column for each field of `CaseOverview`, in its order.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from clerk_app.domain.numbering import NumberFate
from clerk_app.domain.overview import Stage
from clerk_app.domain.procedure import State
from clerk_app.storage.base import Base, is_hash, one_of

OFFICE_HEAD = "@office"
"""The line of `stream_head` that stands for all office streams together."""


class StreamHead(Base):
    """The end of a stream's standing history; `fold_hash` names its content and so keys every cache of folds."""

    __tablename__ = "stream_head"
    __table_args__ = (CheckConstraint(is_hash("fold_hash"), name="fold_hash"), {"sqlite_with_rowid": False})

    stream: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_legal: Mapped[str | None]
    fold_hash: Mapped[str]
    foreign_legal: Mapped[int]
    """Standing legal acts of kinds that this program does not know: the stream is closed for writing."""


class ChainHead(Base):
    """The end of this workstation's own chain, and the newest instant in it (`ClockCorrected` sets it back)."""

    __tablename__ = "chain_head"
    __table_args__ = (CheckConstraint(is_hash("hash"), name="hash"),)

    workstation: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int]
    hash: Mapped[str]
    newest_at: Mapped[str]


class Retraction(Base):
    """Which group an `ActRetracted` takes back."""

    __tablename__ = "retraction"
    __table_args__ = (Index(None, "target_group"),)

    act_key: Mapped[int] = mapped_column(ForeignKey("act.key"), primary_key=True)
    target_group: Mapped[str]


class CaseRow(Base):
    """One row of every list of cases."""

    __tablename__ = "case_row"
    __table_args__ = (
        CheckConstraint(one_of("state", State), name="state"),
        CheckConstraint(one_of("stage", Stage), name="stage"),
        Index(None, "case_no"),
        Index(
            "ix_case_row_open_due", text("next_due_on IS NULL"), "next_due_on", "case_no", sqlite_where=text("open = 1")
        ),
        Index("ix_case_row_stage", "stage", "delivery_due_on", sqlite_where=text("stage <> ''")),
        Index("ix_case_row_received", text("received_on DESC"), "case_no"),
        Index(
            "ix_case_row_accepted", text("accepted_on DESC"), "case_no", sqlite_where=text("accepted_on IS NOT NULL")
        ),
        Index(
            "ix_case_row_concluded", text("concluded_on DESC"), "case_no", sqlite_where=text("concluded_on IS NOT NULL")
        ),
        Index("ix_case_row_posted", text("posted_on DESC"), "case_no", sqlite_where=text("posted_on IS NOT NULL")),
        Index("ix_case_row_state", "state", text("received_on DESC")),
    )

    case_id: Mapped[str] = mapped_column(primary_key=True)
    case_no: Mapped[str]
    state: Mapped[str]
    item: Mapped[str]
    item_kind: Mapped[str]
    applicant: Mapped[str]
    applicant_id: Mapped[str]
    phone: Mapped[str]
    channel: Mapped[str]
    origin: Mapped[str]
    doubtful: Mapped[int]
    received_on: Mapped[str | None]
    notified_on: Mapped[str | None]
    supplement_due_on: Mapped[str | None]
    accepted_on: Mapped[str | None]
    notice_due_on: Mapped[str | None]
    due_on: Mapped[str | None]
    promised_on: Mapped[str | None]
    stopped_since: Mapped[str | None]
    decided_on: Mapped[str | None]
    result: Mapped[str]
    concluded_on: Mapped[str | None]
    on_time_statutory: Mapped[int | None]
    on_time_promised: Mapped[int | None]
    delivery_due_on: Mapped[str | None]
    publication_due_on: Mapped[str | None]
    delivery_method: Mapped[str]
    stage: Mapped[str]
    certificate_no: Mapped[str]
    document_no: Mapped[str]
    waybill: Mapped[str]
    posted_on: Mapped[str | None]
    delivered_on: Mapped[str | None]
    closed_on: Mapped[str | None]
    next_clock: Mapped[str]
    next_due_on: Mapped[str | None]
    open: Mapped[int]
    provisional: Mapped[int]


class LicenceTable(Base):
    """A licence as the register lists it."""

    __tablename__ = "licence_row"
    __table_args__ = (
        Index(None, "licence_no"),
        Index(None, "holder_id", "valid_to"),
        Index("ix_licence_row_expiry", text("valid_to DESC"), "licence_no"),
    )

    stream: Mapped[str] = mapped_column(primary_key=True)
    licence_no: Mapped[str]
    item: Mapped[str]
    holder: Mapped[str]
    holder_id: Mapped[str]
    valid_from: Mapped[str | None]
    valid_to: Mapped[str | None]
    granted_on: Mapped[str | None]
    cancelled_on: Mapped[str | None]
    case_id: Mapped[str]


class LicenseeTable(Base):
    """A licensee as the register lists it."""

    __tablename__ = "licensee_row"
    __table_args__ = (Index(None, "id_number"),)

    stream: Mapped[str] = mapped_column(primary_key=True)
    id_number: Mapped[str]
    name: Mapped[str]
    type: Mapped[str]
    id_type: Mapped[str]
    legal_representative: Mapped[str]
    address: Mapped[str]
    contact: Mapped[str]
    phone: Mapped[str]
    trade: Mapped[str]
    key_supervision: Mapped[int]


class InspectionTable(Base):
    """One inspection visit."""

    __tablename__ = "inspection_row"
    __table_args__ = (Index(None, "day"), Index(None, "stream"))

    act_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    day: Mapped[str]
    trade: Mapped[str]
    holder: Mapped[str]
    holder_id: Mapped[str]
    inspectors: Mapped[str]
    findings: Mapped[int]
    documents: Mapped[int]
    fine_yuan: Mapped[int]
    suspended: Mapped[int]


class NumberLedger(Base):
    """One number and its fate; two cases with one number are both kept and both marked `clash`."""

    __tablename__ = "number_ledger"
    __table_args__ = (
        CheckConstraint(one_of("fate", NumberFate), name="fate"),
        Index("uq_number_ledger_serial", "series", "year", "serial", unique=True, sqlite_where=text("clash = 0")),
        Index("uq_number_ledger_text", "number", unique=True, sqlite_where=text("clash = 0")),
        UniqueConstraint("stream", "series", "year", "serial"),
        Index(None, "series", "year", "serial"),
        Index(None, "number"),
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    stream: Mapped[str]
    series: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    number: Mapped[str]
    fate: Mapped[str]
    document: Mapped[str]
    reason: Mapped[str]
    workstation: Mapped[str]
    clash: Mapped[int]


class SearchEntry(Base):
    """What the search box compares with: one line of `code<TAB>normalised text` for each field; grams beside it."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "ref"),)

    entry: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    ref: Mapped[str]
    body: Mapped[str]
