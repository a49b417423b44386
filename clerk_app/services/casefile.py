"""The case as a file: where it stands, its clocks with their reckoning, its acts and papers, what may be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.clocks import ClockKind, ClockReading, Limit
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import ActRow
from clerk_app.domain.office import Office, StaffMember
from clerk_app.domain.overview import CaseOverview, case_clocks, deemed_accepted_on, item_of, overview, stops_of
from clerk_app.domain.procedure import actions_allowed
from clerk_app.domain.trace import TraceLine, trace_clock
from clerk_app.ports import Reader
from clerk_app.wording import trace_text


@dataclass(frozen=True, slots=True)
class ClockView:
    """One clock with the lines of its reckoning; `provisional` when a year without notice lies in it."""

    reading: ClockReading
    trace: tuple[TraceLine, ...]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything the case panel and `case show` tell."""

    case: Case
    row: CaseOverview
    item: ItemVersion | None
    clocks: tuple[ClockView, ...]
    acts: tuple[ActRow, ...]
    actions: tuple[tuple[str, str], ...]
    """(kind, payload word) of what this person may do now, guards aside."""
    deemed_accepted_on: date | None
    names: tuple[tuple[str, str], ...]
    """Staff id -> name, for the acts."""

    def name_of(self, staff_id: str) -> str:
        """Return the name of a staff member, or the id if unknown."""
        return dict(self.names).get(staff_id, staff_id)

    def clock(self, kind: ClockKind) -> ClockView | None:
        """Return the clock of a kind, if it runs or ran in this case."""
        return next((one for one in self.clocks if one.reading.kind is kind), None)


def case_file(reader: Reader, case_id: CaseId, *, member: StaffMember | None, today: date) -> CaseFile:
    """Return the whole file of a case.

    Raises:
        RuleViolation: unknown.
    """
    case = reader.case(case_id)
    if case is None:
        raise RuleViolation("case_unknown", case=case_id)
    office = reader.office()
    item = item_of(case, office.catalogue)
    return CaseFile(
        case=case,
        row=overview(case, office.catalogue, office.calendar),
        item=item,
        clocks=clock_views(case, office, today=today),
        acts=reader.acts_of(case_stream(case_id)),
        actions=actions_allowed(case.state, member.roles) if member else (),
        deemed_accepted_on=deemed_accepted_on(case, item, office.calendar, today=today) if item else None,
        names=tuple((one.staff_id, one.name) for one in office.staff),
    )


def clock_views(case: Case, office: Office, *, today: date) -> tuple[ClockView, ...]:
    """Return every clock of the case with its reckoning."""
    stops = stops_of(case)
    found = []
    for reading in case_clocks(case, office.catalogue, office.calendar, today=today):
        counted = stops if reading.kind in (ClockKind.DECISION_PROMISED, ClockKind.DECISION_STATUTORY) else ()
        lines = trace_clock(
            office.calendar,
            start=reading.start,
            limit=reading.limit,
            stops=counted,
            extension=reading.extension,
            until=today,
        )
        found.append(ClockView(reading, lines))
    return tuple(found)


def find_case(reader: Reader, text: str) -> CaseId:
    """Return the id of a case by its printed number or id.

    Raises:
        RuleViolation: unknown.
    """
    found = reader.case_id_of(text.strip())
    if found is None:
        raise RuleViolation("case_unknown", field="case", case=text)
    return found


def trace_json(lines: tuple[TraceLine, ...]) -> list[dict[str, object]]:
    """Return the reckoning as the contract's `trace`: date, text, counts."""
    return [{"date": one.on.isoformat(), "text": trace_text(one), "counts": one.counts} for one in lines]


def limit_json(limit: Limit) -> dict[str, object]:
    """Return a limit as plain data."""
    return {"amount": limit.amount, "unit": limit.unit.value}


def as_json(file: CaseFile) -> dict[str, object]:
    """Return the file with the keys of the contract: case_no, case_id, state, acts, clocks, documents."""
    case = file.case
    plain: dict[str, object] = {
        "case_no": case.case_no,
        "case_id": case.case_id,
        "state": case.state.value,
        "item": case.item,
        "item_version": case.item_version,
        "kind": case.item_kind.value,
        "applicant": msgspec.to_builtins(case.applicant),
        "received_on": _iso(case.received_on),
        "accepted_on": _iso(case.accepted_on),
        "deemed_accepted_on": _iso(file.deemed_accepted_on),
        "decided_on": _iso(case.decision.on if case.decision else None),
        "concluded_on": _iso(case.concluded_on),
        "delivered_on": _iso(case.delivered_on),
        "certificate_no": case.certificate_no,
        "doubtful": list(case.doubtful),
        "materials": msgspec.to_builtins(case.materials),
    }
    plain["acts"] = [_act_json(row) for row in file.acts]
    plain["clocks"] = [_clock_json(view) for view in file.clocks]
    plain["documents"] = [
        {
            "sheet_id": one.sheet_id,
            "document": one.document,
            "number": one.number,
            "sha256": one.sha256,
            "pages": one.pages,
            "confirmed": one.confirmed,
            "spoiled": one.spoiled,
            "reprints": one.reprints,
        }
        for one in case.sheets
    ]
    return plain


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _act_json(row: ActRow) -> dict[str, object]:
    envelope = row.record.envelope
    return {
        "act_id": envelope.act_id,
        "kind": envelope.kind,
        "legal_date": envelope.legal_date.isoformat(),
        "recorded_at": envelope.recorded_at.isoformat(),
        "actor": envelope.actor,
        "origin": envelope.origin.value,
        "workstation": envelope.workstation,
        "seq": envelope.seq,
        "verdict": row.verdict.value,
        "reason": row.reason,
        "retracted": row.retracted,
        "payload": msgspec.to_builtins(row.record.act),
    }


def _clock_json(view: ClockView) -> dict[str, object]:
    reading = view.reading
    return {
        "kind": reading.kind.value,
        "start": reading.start.isoformat(),
        "limit": limit_json(reading.limit),
        "due": reading.due.isoformat(),
        "told_due_on": _iso(reading.told_due_on),
        "elapsed": reading.elapsed,
        "remaining": reading.remaining,
        "stopped_days": reading.stopped_days,
        "running": reading.running,
        "stopped": reading.is_stopped,
        "ended_on": _iso(reading.ended_on),
        "late": reading.late,
        "provisional": reading.provisional,
        "trace": trace_json(view.trace),
    }
