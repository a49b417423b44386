"""Names that two machines must find alike without asking each other: UUIDv5 over what the ledger line says.

Personal numbers never stand in a stream name; they go through the hash.
"""

from __future__ import annotations

import uuid
from datetime import date

from clerk_app.domain.acts.base import ActId, CaseId, StreamId, StreamType, stream_id

_SPACE = uuid.UUID("8b0c3c9e-6f5d-5b0e-9a55-0d1f6c1a5c1e")
"""Namespace of every derived name; never change it."""


def derived(*parts: object) -> str:
    """Return the UUIDv5 of the parts, in order."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(str(part) for part in parts)))


def ledger_case_id(office: str, *, received_on: date, item: str, kind: str, applicant_id: str) -> CaseId:
    """Return the id of a case read from a ledger (architecture, Rules)."""
    return CaseId(derived("case", office, received_on.isoformat(), item, kind, applicant_id))


def ledger_act_id(*parts: object) -> ActId:
    """Return the id of an act read from a ledger, from what makes it unique."""
    return ActId(derived("act", *parts))


def licence_stream(office: str, licence_no: str) -> StreamId:
    """Return the stream of the licence with a printed number."""
    return stream_id(StreamType.LICENCE, derived("licence", office, licence_no))


def licensee_stream(office: str, id_number: str) -> StreamId:
    """Return the stream of the licensee with a credit code or ID number."""
    return stream_id(StreamType.LICENSEE, derived("licensee", office, id_number))


def case_stream(case_id: str) -> StreamId:
    """Return the stream of a case."""
    return stream_id(StreamType.CASE, case_id)
