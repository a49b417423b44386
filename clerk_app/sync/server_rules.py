"""The rules that the shared server repeats, as rows made from the program's own: a test fails when they differ.

Nothing here decides: the procedure, the kinds of acts and the refused characters are the domain's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clerk_app.domain.acts.base import Act, StreamType
from clerk_app.domain.acts.office import Role
from clerk_app.domain.acts.wire import type_of
from clerk_app.domain.procedure import ROWS, WINDOW_ROLES, roles_for
from clerk_app.domain.textrules import REFUSED_RANGES

PROTOCOL_MIN = 1
"""Oldest protocol from which sending is still taken; one version back once there is one."""

CENTRAL = "central"
"""The workstation code under which the server itself writes leases."""

_OFFICE_STREAMS = frozenset(
    {StreamType.OFFICE, StreamType.ITEM, StreamType.CALENDAR, StreamType.TEXT, StreamType.STAFF, StreamType.SERIES}
)
_OTHER_ROLES = {
    # With the decision; or by the issuer, when another program printed the certificate (应急厅〔2020〕31号).
    StreamType.LICENCE: frozenset({Role.APPROVE, Role.ISSUE}),
    StreamType.LICENSEE: WINDOW_ROLES,
    StreamType.WORKSTATION: frozenset[Role](),
    **dict.fromkeys(_OFFICE_STREAMS, frozenset({Role.ADMIN})),
}
_ROLES_OF_KIND = {
    # A workstation without a server leases to itself in the transaction of whoever needs the number.
    "numbers_leased": WINDOW_ROLES | {Role.ADMIN},
}


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One row of the table `procedure_row`."""

    place: int
    kind: str
    source: str
    target: str | None
    roles: tuple[str, ...]
    guards: tuple[str, ...]
    when_field: str | None
    when_value: str | None
    ledger: bool


@dataclass(frozen=True, slots=True)
class StreamRule:
    """One row of the table `stream_rule`; no roles means that nobody in particular is asked for."""

    kind: str
    stream_type: str
    legal: bool
    roles: tuple[str, ...]
    own_workstation: bool
    by_procedure: bool
    founding: bool


def procedure_rows() -> tuple[ProcedureRow, ...]:
    """Return the procedure as the server keeps it, in its order."""
    return tuple(
        ProcedureRow(
            place=place,
            kind=row.kind,
            source=row.source.value,
            target=row.target.value if row.target else None,
            roles=_words(roles_for(row)),
            guards=row.guards,
            when_field=row.when[0] if row.when else None,
            when_value=row.when[1] if row.when else None,
            ledger=row.ledger,
        )
        for place, row in enumerate(ROWS, start=1)
    )


def stream_rules() -> tuple[StreamRule, ...]:
    """Return the rule of every kind of act that this program knows, by name."""
    return tuple(_rule(kind, act) for kind, act in sorted(type_of.items()))


def refused_text() -> str:
    """Return the pattern (PostgreSQL's) of what no payload may hold, as it stands in canonical JSON.

    Line feed and tab are allowed, as in the domain; canonical JSON writes every other control character as an escape.
    """
    return "|".join((r"(^|[^\\])(\\\\)*\\[bfru]", f"[{''.join(_ranges())}]"))


def _ranges() -> Iterator[str]:
    for span in REFUSED_RANGES:
        if span.last < ord(" ") or 0xD800 <= span.first <= 0xDFFF:
            continue  # escapes in JSON; and surrogates, which UTF-8 cannot hold
        yield f"\\U{span.first:08X}-\\U{span.last:08X}"


def _rule(kind: str, act: type[Act]) -> StreamRule:
    is_case = act.STREAM is StreamType.CASE
    roles = _case_roles(kind) if is_case else _ROLES_OF_KIND.get(kind, _OTHER_ROLES.get(act.STREAM, frozenset()))
    return StreamRule(
        kind=kind,
        stream_type=act.STREAM.value,
        legal=act.LEGAL,
        roles=_words(roles),
        own_workstation=act.STREAM is StreamType.WORKSTATION,
        by_procedure=is_case,
        founding=act.STREAM in _OFFICE_STREAMS,
    )


def _case_roles(kind: str) -> frozenset[Role]:
    return frozenset(role for row in ROWS if row.kind == kind for role in roles_for(row))


def _words(roles: frozenset[Role]) -> tuple[str, ...]:
    return tuple(sorted(role.value for role in roles))
