"""The canonical form of acts: RFC 8785 JSON, hashes, up-casters of old payloads, JSON Schema.

Readers of older schemas stay for ever; folds see the newest form only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from typing import ClassVar

import msgspec

from clerk_app.domain.acts import case, licence, licensee, office, workstation
from clerk_app.domain.acts.base import PAYLOAD_LIMIT, Act, Envelope, StreamType
from clerk_app.domain.errors import Fault, RuleViolation
from clerk_app.domain.problems import Severity
from clerk_app.domain.textrules import check_text

GENESIS = "0" * 64
"""`prev_hash` of a workstation's first act."""

TEXT_LIMIT = 16_000
"""Code points of any one text in a payload: a legal text at most."""

type_of: dict[str, type[Act]] = {
    member.KIND: member
    for module in (case, licence, licensee, office, workstation)
    for member in vars(module).values()
    if isinstance(member, type) and issubclass(member, Act) and member is not Act
}
"""Every kind of act this program knows, by its name on the wire."""

_canonical = msgspec.json.Encoder(order="sorted").encode
"""RFC 8785 for what acts hold (texts, whole numbers below 2**53, claims; ASCII keys), eighty times faster than the
general library; a test compares the two over every character."""

Upcaster = Callable[[dict[str, object]], dict[str, object]]
UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""(kind, old schema) -> function to the next schema; none yet, since every schema is still 1."""


@dataclass(frozen=True, slots=True)
class UnknownAct(Act):
    """An act of a kind or schema this program does not know; kept untouched."""

    KIND: ClassVar[str] = "unknown"
    STREAM: ClassVar[StreamType] = StreamType.OFFICE

    kind: str
    schema: int
    body: str


def encode(act: Act) -> bytes:
    """Return the payload of `act` as canonical JSON (RFC 8785), UTF-8.

    Raises:
        RuleViolation: a text holds what cannot be stored or printed, or the payload is over 64 KiB.
    """
    if isinstance(act, UnknownAct):
        return act.body.encode()
    plain = msgspec.to_builtins(act)
    faults = tuple(_faults(plain, ""))
    if faults:
        raise RuleViolation.of(faults)
    body = _canonical(plain)
    if len(body) > PAYLOAD_LIMIT:
        raise RuleViolation("payload_too_large", size=len(body), limit=PAYLOAD_LIMIT)
    return body


def _faults(value: object, path: str) -> Iterator[Fault]:
    if isinstance(value, str):
        for problem in check_text(value, limit=TEXT_LIMIT, multiline=True):
            if problem.severity is Severity.ERROR:
                yield problem.as_fault(field=path)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _faults(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _faults(inner, f"{path}[{index}]")


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Act]:
    return msgspec.json.Decoder(type_of[kind])


def decode(kind: str, schema: int, body: bytes) -> Act:
    """Return the act of `body` in its newest form; an unknown kind or newer schema comes back as `UnknownAct`.

    Raises:
        RuleViolation: the payload is not what its kind asks for (`payload_malformed`, with the place).
    """
    known = type_of.get(kind)
    if known is None or schema > known.SCHEMA:
        return UnknownAct(kind=kind, schema=schema, body=body.decode())
    try:
        if schema == known.SCHEMA:
            return _decoder(kind).decode(body)
        plain: dict[str, object] = msgspec.json.decode(body)
        for old in range(schema, known.SCHEMA):
            plain = UPCASTERS[kind, old](plain)
        return msgspec.convert(plain, known)
    except msgspec.MsgspecError as exc:
        raise RuleViolation("payload_malformed", field=kind, detail=str(exc)) from exc


def payload_from_plain(kind: str, plain: object) -> Act:
    """Return the act of `kind` from plain JSON data, strictly: unknown fields are refused by name.

    Raises:
        RuleViolation: unknown kind (`act_unknown`), unknown field (`field_unknown`), or malformed (`payload_malformed`).
    """
    known = type_of.get(kind)
    if known is None:
        raise RuleViolation("act_unknown", kind=kind)
    if isinstance(plain, dict):
        extra = sorted(set(plain) - {f.name for f in fields(known)})  # type: ignore[arg-type]  # acts are dataclasses
        if extra:
            raise RuleViolation("field_unknown", field=extra[0], kind=kind, name=extra[0])
    try:
        return msgspec.convert(plain, known)
    except msgspec.MsgspecError as exc:
        raise RuleViolation("payload_malformed", field=kind, detail=str(exc)) from exc


def payload_hash(body: bytes) -> str:
    """Return the SHA-256 of the payload as stored, hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def instant_text(instant: datetime) -> str:
    """Write an aware instant as it stands in hashes and on the server: UTC, microseconds, ``Z``."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def envelope_plain(envelope: Envelope) -> dict[str, str | int | None]:
    """Return the hashed part of the envelope (all but `hash`) as plain JSON values."""
    return {
        "act_id": envelope.act_id,
        "office": envelope.office,
        "stream": envelope.stream,
        "group": envelope.group,
        "group_size": envelope.group_size,
        "group_pos": envelope.group_pos,
        "workstation": envelope.workstation,
        "seq": envelope.seq,
        "kind": envelope.kind,
        "schema": envelope.schema,
        "payload_sha256": envelope.payload_sha256,
        "legal_date": envelope.legal_date.isoformat(),
        "recorded_at": instant_text(envelope.recorded_at),
        "drift_ms": envelope.drift_ms,
        "actor": envelope.actor,
        "origin": envelope.origin.value,
        "program_version": envelope.program_version,
        "follows": envelope.follows,
        "prev_hash": envelope.prev_hash,
    }


def envelope_hash(envelope: Envelope) -> str:
    """Return the hash that chains this act to the one before it on its workstation."""
    return hashlib.sha256(_canonical(envelope_plain(envelope))).hexdigest()


def json_schema(kind: str) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the payload of `kind`.

    Raises:
        RuleViolation: the kind is unknown.
    """
    if kind not in type_of:
        raise RuleViolation("act_unknown", kind=kind)
    return msgspec.json.schema(type_of[kind])
