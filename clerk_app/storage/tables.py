"""Tables of the acts themselves and of what only this machine knows; nothing here is derived from acts.

`act`, `payload` and `answer_log` are append-only: triggers of the migration refuse UPDATE and DELETE.
Instants are texts as they stand in hashes (UTC, microseconds, `Z`), dates are ISO texts: both sort as they read.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from clerk_app.domain.acts.base import GROUP_LIMIT, PAYLOAD_LIMIT, Origin
from clerk_app.domain.exchange import FateVerdict
from clerk_app.storage.base import Base, is_hash, one_of

TRIGGERS = frozenset(
    {
        *(f"tr_{table}_{change}" for table in ("act", "payload", "answer_log") for change in ("update", "delete")),
        "tr_act_fate_delete",
    }
)
"""What keeps acts, payloads and the log of answers append-only; the audit misses one that is gone."""


class Act(Base):
    """The envelope of an act; `key` is local, the key between machines is (`workstation`, `seq`)."""

    __tablename__ = "act"
    __table_args__ = (
        UniqueConstraint("workstation", "seq"),
        CheckConstraint("seq > 0", name="seq"),
        CheckConstraint(f"group_size BETWEEN 1 AND {GROUP_LIMIT}", name="group_size"),
        CheckConstraint("group_pos BETWEEN 1 AND group_size", name="group_pos"),
        CheckConstraint(one_of("origin", Origin), name="origin"),
        CheckConstraint(is_hash("hash"), name="hash"),
        CheckConstraint(is_hash("prev_hash"), name="prev_hash"),
        CheckConstraint(is_hash("payload_sha256"), name="payload_sha256"),
        CheckConstraint("legal IN (0, 1)", name="legal"),
        CheckConstraint("length(legal_date) = 10", name="legal_date"),
        CheckConstraint("length(recorded_at) = 27", name="recorded_at"),
        # Only imports choose the id of an act and ask for it again.
        Index("ix_act_ledger_act_id", "act_id", sqlite_where=text(f"origin = '{Origin.LEDGER.value}'")),
        Index(None, "stream", "key"),
        Index(None, "group_id"),
    )

    key: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[str]
    office: Mapped[str]
    stream: Mapped[str]
    group_id: Mapped[str]
    group_size: Mapped[int]
    group_pos: Mapped[int]
    workstation: Mapped[str]
    seq: Mapped[int]
    kind: Mapped[str]
    schema: Mapped[int]
    payload_sha256: Mapped[str]
    legal_date: Mapped[str]
    recorded_at: Mapped[str]
    drift_ms: Mapped[int]
    actor: Mapped[str]
    origin: Mapped[str]
    program_version: Mapped[str]
    follows: Mapped[str | None]
    prev_hash: Mapped[str]
    hash: Mapped[str]
    legal: Mapped[int]


class Payload(Base):
    """The payload of an act as it was hashed: canonical JSON."""

    __tablename__ = "payload"
    __table_args__ = (
        CheckConstraint(f"octet_length(body) <= {PAYLOAD_LIMIT}", name="size"),
        # Strict JSON has no NUL and no raw control character. The other characters that `textrules` refuses are refused
        # when the act is encoded and again by the server: a GLOB over them here took 1.4 ms for an act of 750 characters.
        CheckConstraint("json_valid(body)", name="json"),
    )

    act_key: Mapped[int] = mapped_column(ForeignKey("act.key"), primary_key=True)
    body: Mapped[str]


class ActFate(Base):
    """What became of an act: the one mutable thing about it."""

    __tablename__ = "act_fate"
    __table_args__ = (
        CheckConstraint(one_of("verdict", FateVerdict), name="verdict"),
        CheckConstraint("(verdict = 'taken') = (position IS NOT NULL)", name="position"),
        Index("uq_act_fate_position", "position", unique=True, sqlite_where=text("position IS NOT NULL")),
        Index("ix_act_fate_not_taken", "act_key", sqlite_where=text("verdict <> 'taken'")),
    )

    act_key: Mapped[int] = mapped_column(ForeignKey("act.key"), primary_key=True)
    verdict: Mapped[str]
    position: Mapped[int | None]
    reason: Mapped[str]
    against: Mapped[str]
    same_as: Mapped[str]
    retracted_by: Mapped[int | None]
    """Key of the standing `ActRetracted` that takes the group of this act back."""
    settled_by: Mapped[str]


class AnswerLog(Base):
    """Every verdict that ever arrived, chained, so that an edited `act_fate` is found."""

    __tablename__ = "answer_log"
    __table_args__ = (
        CheckConstraint(one_of("verdict", FateVerdict), name="verdict"),
        CheckConstraint(is_hash("hash"), name="hash"),
        Index(None, "group_id"),
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    workstation: Mapped[str]
    group_id: Mapped[str]
    verdict: Mapped[str]
    position: Mapped[int | None]
    reason: Mapped[str]
    against: Mapped[str]
    received_at: Mapped[str]
    prev_hash: Mapped[str]
    hash: Mapped[str]


class Workstation(Base):
    """Which machine this is; one row."""

    __tablename__ = "workstation"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workstation: Mapped[str]
    office: Mapped[str]
    series: Mapped[str]
    founder: Mapped[int]
    training: Mapped[int]


class Paper(Base):
    """The bytes of an issued paper, by sheet."""

    __tablename__ = "paper"
    __table_args__ = (CheckConstraint(is_hash("sha256"), name="sha256"), Index(None, "case_id"))

    sheet_id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str]
    document: Mapped[str]
    number: Mapped[str]
    sha256: Mapped[str]
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class CredentialTable(Base):
    """A person's password hash; replaceable, never in acts."""

    __tablename__ = "credential"

    user: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[str]
    changed_at: Mapped[str]


class DraftTable(Base):
    """A parked intake; the newest state only."""

    __tablename__ = "draft"

    draft_id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    body: Mapped[str]
    user: Mapped[str]
    saved_at: Mapped[str]


class Setting(Base):
    """A local value that is no act."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Counter(Base):
    """The highest case serial given here, by year."""

    __tablename__ = "case_serial"

    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class NumberGap(Base):
    """Numbers that were given according to the high-water mark but of which no act is here: check the paper."""

    __tablename__ = "number_gap"
    __table_args__ = (CheckConstraint("first <= last", name="span"),)

    series: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]
    noticed_at: Mapped[str]


class ExchangeRunTable(Base):
    """A recorded exchange, with its report as JSON."""

    __tablename__ = "exchange_run"

    n: Mapped[int] = mapped_column(primary_key=True)
    started_at: Mapped[str]
    ended_at: Mapped[str | None]
    trigger: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str]
    report: Mapped[str | None]


class TouchedStream(Base):
    """A stream with acts taken or fetched since the last verified exchange."""

    __tablename__ = "touched_stream"

    stream: Mapped[str] = mapped_column(primary_key=True)
