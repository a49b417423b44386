"""What a readable line becomes: the acts of one group under names that two machines find alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from clerk_app.domain.acts.base import Act, ActId, GroupId, Origin, StreamId
from clerk_app.domain.acts.case import Accepted, MaterialsReceived, NumberGiven
from clerk_app.domain.acts.licensee import LicenseeRegistered
from clerk_app.domain.keys import derived
from clerk_app.domain.listing import LedgerProblem, NewAct
from clerk_app.ports import Reader
from clerk_app.services.ledger.case_lines import CaseLine


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that went in although it was late or breaks a rule of validity (历史数据存疑), and why."""

    line: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One line that can go in: its key among all lines, where its problems would be shown, and its acts.

    `case` is what the line says of a case; the other ledgers have none.
    """

    line: int
    key: str
    key_column: str
    key_value: str
    acts: tuple[NewAct, ...]
    case: CaseLine | None = None
    doubts: tuple[str, ...] = ()

    @property
    def first_id(self) -> ActId:
        """The id by which a line that is here already is known."""
        act_id = self.acts[0].act_id
        if act_id is None:
            message = "acts of a ledger choose their id"
            raise ValueError(message)
        return act_id

    @property
    def stream(self) -> StreamId:
        """The stream of the line's first act."""
        return self.acts[0].stream

    @property
    def group(self) -> GroupId:
        """The name of the line's group."""
        return GroupId(derived("group", self.first_id))

    def problem(self, code: str, **params: object) -> LedgerProblem:
        """Return a problem of the line as a whole, shown at its key."""
        told = tuple(sorted((name, str(value)) for name, value in {"column": self.key_column, **params}.items()))
        return LedgerProblem(self.line, self.key_column, self.key_value, code, told)


@dataclass(slots=True)
class Plan:
    """All lines of a file: those that can go in, in their order, and everything that cannot."""

    rows: list[PlannedRow] = field(default_factory=list)
    problems: list[LedgerProblem] = field(default_factory=list)


def _by_line(act: Act) -> Act:
    """Return the act without what the program adds to the line by its data of the day (flags, item version)."""
    if isinstance(act, MaterialsReceived):
        return replace(act, doubtful=())
    if isinstance(act, Accepted):
        return replace(act, item_version=0)
    return act


def same_content(one: PlannedRow, other: PlannedRow) -> bool:
    """Say whether two lines of one key say the same."""
    return _content(one) == _content(other)


def is_unchanged(row: PlannedRow, reader: Reader) -> bool:
    """Say whether the acts that an earlier import wrote for this line say the same."""
    stored = {
        entry.record.envelope.act_id: _told(entry.record.act, entry.record.envelope.legal_date)
        for entry in reader.acts_of(row.stream)
        if entry.record.envelope.origin is Origin.LEDGER
        and entry.record.envelope.group == row.group
        and not isinstance(entry.record.act, NumberGiven)
    }
    return stored == _content(row)


def _told(act: Act, on: date) -> tuple[date | None, Act]:
    """Return act and date; a register of licensees bears no date, its acts have that of the import."""
    return (None if isinstance(act, LicenseeRegistered) else on, _by_line(act))


def _content(row: PlannedRow) -> dict[ActId | None, tuple[date | None, Act]]:
    """Return the acts of the line's own stream by id; whether a shared number is given again depends on the others."""
    return {
        one.act_id: _told(one.act, one.legal_date)
        for one in row.acts
        if one.stream == row.stream and not isinstance(one.act, NumberGiven)
    }
