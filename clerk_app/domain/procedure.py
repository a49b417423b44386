"""What may follow in a case, by whom, under which guards: rows of data.

The server's check is generated from the same rows. Limits, materials and texts are editable data; the shape of the
procedure is here. Sources: Administrative Licensing Law arts. 29-50; contracts, Steps and roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clerk_app.domain.acts.office import Role


class State(StrEnum):
    """Where a case stands; a stop is a property of the clock, not a state."""

    NEW = "new"
    RECEIVED = "received"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    ACCEPTED = "accepted"
    HANDLED = "handled"
    CHECKED = "checked"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_ACCEPTED = "not_accepted"
    NO_LICENCE_NEEDED = "no_licence_needed"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    DELIVERED = "delivered"
    CLOSED = "closed"


S = State
UNDER_REVIEW = (S.ACCEPTED, S.HANDLED, S.CHECKED)
BEFORE_DECISION = (S.RECEIVED, S.AWAITING_SUPPLEMENT, *UNDER_REVIEW)
DECIDED = (S.GRANTED, S.REFUSED)
ENDED_EARLY = (S.NOT_ACCEPTED, S.NO_LICENCE_NEEDED, S.WITHDRAWN, S.TERMINATED)
ANY = tuple(state for state in State if state is not S.NEW)


@dataclass(frozen=True, slots=True)
class Row:
    """In `source`, an act of `kind` (whose payload field `when[0]` equals `when[1]`) may follow and leads to `target`.

    `target` None leaves the state as it is. `ledger` rows hold only for acts read from a ledger.
    """

    kind: str
    source: State
    target: State | None
    role: Role
    guards: tuple[str, ...] = ()
    when: tuple[str, str] | None = None
    ledger: bool = False


def _rows(
    kind: str,
    sources: tuple[State, ...],
    target: State | None,
    role: Role,
    *guards: str,
    when: tuple[str, str] | None = None,
    ledger: bool = False,
) -> tuple[Row, ...]:
    return tuple(Row(kind, source, target, role, guards, when, ledger) for source in sources)


ROWS: tuple[Row, ...] = (
    *_rows("materials_received", (S.NEW,), S.RECEIVED, Role.INTAKE, "dated_today"),
    *_rows("materials_checked", (S.RECEIVED,), None, Role.INTAKE, "notice_not_out"),
    *_rows(
        "supplement_notified",
        (S.RECEIVED,),
        S.AWAITING_SUPPLEMENT,
        Role.INTAKE,
        "dated_today",
        "first_notice",
        "every_material_judged",
        "some_defect",
    ),
    *_rows(
        "supplement_received",
        (S.AWAITING_SUPPLEMENT,),
        S.RECEIVED,
        Role.INTAKE,
        "supplement_complete",
        when=("complete", "true"),
    ),
    *_rows("supplement_received", (S.AWAITING_SUPPLEMENT,), None, Role.INTAKE, when=("complete", "false")),
    *_rows("accepted", (S.RECEIVED,), S.ACCEPTED, Role.INTAKE, "dated_acceptance", "materials_complete"),
    *_rows(
        "acceptance_refused", (S.RECEIVED, S.AWAITING_SUPPLEMENT), S.NOT_ACCEPTED, Role.INTAKE, "dated_today", "reason"
    ),
    *_rows("no_licence_needed", (S.RECEIVED,), S.NO_LICENCE_NEEDED, Role.INTAKE, "dated_today", "reason"),
    *_rows("procedure_started", UNDER_REVIEW, None, Role.HANDLE, "stop_after_acceptance", "procedure_new"),
    *_rows("procedure_ended", UNDER_REVIEW, None, Role.HANDLE, "procedure_open", "stop_ends_after_start"),
    *_rows("term_extended", UNDER_REVIEW, None, Role.APPROVE, "dated_today", "extended_once", "before_due", "reason"),
    *_rows(
        "step_signed",
        (S.ACCEPTED,),
        S.HANDLED,
        Role.HANDLE,
        "dated_today",
        "opinion_given",
        "other_person",
        when=("step", "handle"),
    ),
    *_rows(
        "step_signed",
        (S.HANDLED,),
        S.CHECKED,
        Role.CHECK,
        "dated_today",
        "opinion_given",
        "other_person",
        when=("step", "check"),
    ),
    *_rows(
        "step_signed",
        (S.CHECKED,),
        None,
        Role.APPROVE,
        "dated_today",
        "opinion_given",
        "other_person",
        "no_open_procedure",
        when=("step", "approve"),
    ),
    *_rows(
        "decided",
        (S.CHECKED,),
        S.GRANTED,
        Role.APPROVE,
        "dated_today",
        "approved",
        "other_person",
        "no_open_procedure",
        "late_reason",
        "validity_in_order",
        when=("result", "granted"),
    ),
    *_rows(
        "decided",
        (S.CHECKED,),
        S.REFUSED,
        Role.APPROVE,
        "dated_today",
        "approved",
        "other_person",
        "no_open_procedure",
        "late_reason",
        "refusal_reasons",
        when=("result", "refused"),
    ),
    *_rows("decided", (S.ACCEPTED,), S.GRANTED, Role.APPROVE, when=("result", "granted"), ledger=True),
    *_rows("decided", (S.ACCEPTED,), S.REFUSED, Role.APPROVE, when=("result", "refused"), ledger=True),
    *_rows("application_withdrawn", BEFORE_DECISION, S.WITHDRAWN, Role.INTAKE, "reason"),
    *_rows("case_terminated", BEFORE_DECISION, S.TERMINATED, Role.APPROVE, "reason"),
    *_rows("delivered", DECIDED, S.DELIVERED, Role.ISSUE, "delivered_after_decision", "signer_named"),
    *_rows("case_closed", (S.DELIVERED, *ENDED_EARLY), S.CLOSED, Role.ISSUE),
    *_rows("act_retracted", ANY, None, Role.INTAKE, "last_group", "second_person", "reason", "not_delivered"),
    *_rows("sealed", (*DECIDED,), None, Role.ISSUE),
    *_rows("posted", (*DECIDED, S.NOT_ACCEPTED), None, Role.ISSUE, "waybill_valid"),
    *_rows("returned", (*DECIDED,), None, Role.ISSUE, "waybill_known", "reason"),
    *_rows("published", (*DECIDED, S.DELIVERED, S.CLOSED), None, Role.ISSUE),
    *_rows("number_given", ANY, None, Role.INTAKE),
    *_rows("document_issued", ANY, None, Role.INTAKE),
    *_rows("sheet_confirmed", ANY, None, Role.INTAKE, "sheet_known"),
    *_rows("sheet_spoiled", ANY, None, Role.INTAKE, "sheet_known", "reason"),
    *_rows("sheet_reprinted", ANY, None, Role.INTAKE, "sheet_known", "reason"),
    *_rows("rated", ANY, None, Role.INTAKE, "rating_level"),
    *_rows("complaint_received", ANY, None, Role.INTAKE),
    *_rows("note_added", ANY, None, Role.INTAKE),
    *_rows("attachment_added", ANY, None, Role.INTAKE),
)
"""The whole procedure. A commuting act of an open kind may be recorded by anyone with a window role (see `ANYONE`)."""

ANYONE = frozenset(
    {
        "act_retracted",
        "number_given",
        "document_issued",
        "sheet_confirmed",
        "sheet_spoiled",
        "sheet_reprinted",
        "note_added",
        "attachment_added",
        "rated",
        "complaint_received",
    }
)
"""Kinds for which any of the window roles is enough; their row names the first of them."""

WINDOW_ROLES = frozenset({Role.INTAKE, Role.HANDLE, Role.CHECK, Role.APPROVE, Role.ISSUE})


def rows_for(kind: str, source: State) -> tuple[Row, ...]:
    """Return the rows by which an act of `kind` may follow in `source`."""
    return _INDEX.get((kind, source), ())


def roles_for(row: Row) -> frozenset[Role]:
    """Return the roles any of which may record an act by `row`."""
    return WINDOW_ROLES if row.kind in ANYONE else frozenset({row.role})


def kinds_allowed(source: State, roles: frozenset[Role]) -> tuple[str, ...]:
    """Return the kinds that somebody with `roles` may record in `source`, guards aside, in the order of the rows."""
    found = (row.kind for row in ROWS if row.source is source and not row.ledger and roles_for(row) & roles)
    return tuple(dict.fromkeys(found))


def actions_allowed(source: State, roles: frozenset[Role]) -> tuple[tuple[str, str], ...]:
    """Return what somebody with `roles` may do in `source`, guards aside: (kind, payload word or empty)."""
    found = (
        (row.kind, row.when[1] if row.when else "")
        for row in ROWS
        if row.source is source and not row.ledger and roles_for(row) & roles
    )
    return tuple(dict.fromkeys(found))


def _index() -> dict[tuple[str, State], tuple[Row, ...]]:
    found: dict[tuple[str, State], tuple[Row, ...]] = {}
    for row in ROWS:
        found[row.kind, row.source] = (*found.get((row.kind, row.source), ()), row)
    return found


_INDEX = _index()
