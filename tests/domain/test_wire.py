"""The canonical form of acts: the same bytes everywhere, nothing that cannot be stored, nothing unknown let through."""

from __future__ import annotations

import dataclasses
import hashlib
import json

import pytest

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.wire import (
    UnknownAct,
    decode,
    encode,
    envelope_hash,
    json_schema,
    payload_from_plain,
    payload_hash,
    type_of,
)
from clerk_app.domain.errors import RuleViolation
from tests.domain.casework import Casework, received


def test_payload_survives_the_wire() -> None:
    act = received()
    body = encode(act)
    assert decode(act.KIND, act.SCHEMA, body) == act
    assert encode(decode(act.KIND, act.SCHEMA, body)) == body


def test_payload_is_canonical_json() -> None:
    body = encode(acts.NoteAdded("䶮𠮷\n第二行"))
    assert body == '{"text":"䶮𠮷\\n第二行"}'.encode()
    assert payload_hash(body) == hashlib.sha256(body).hexdigest()


@pytest.mark.parametrize("hostile", ["a\x00b", "\u202eabc", "\u200b", "\ud800", "\ue000", "\x07"])
def test_text_that_cannot_be_stored_is_refused_with_its_place(hostile: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        encode(acts.NoteAdded(hostile))
    assert refused.value.faults[0].field == "text"


def test_payload_over_the_limit_is_refused() -> None:
    rows = tuple(acts.MaterialCheck(str(n), "材" * 400, acts.Verdict.OPEN) for n in range(60))
    with pytest.raises(RuleViolation, match="payload_too_large"):
        encode(acts.MaterialsChecked(rows))


def test_unknown_kind_and_newer_schema_are_kept_untouched() -> None:
    body = b'{"later":true}'
    unknown = decode("invented_later", 1, body)
    assert isinstance(unknown, UnknownAct)
    assert encode(unknown) == body
    assert isinstance(decode("note_added", 99, body), UnknownAct)


def test_unknown_field_of_a_command_is_named() -> None:
    with pytest.raises(RuleViolation) as refused:
        payload_from_plain("note_added", {"text": "x", "inhalt": "y"})
    assert refused.value.code == "field_unknown"
    assert refused.value.params["name"] == "inhalt"


def test_malformed_payload_names_the_place() -> None:
    with pytest.raises(RuleViolation) as refused:
        decode("rated", 1, b'{"level":"high"}')
    assert "$.level" in refused.value.params["detail"]


def test_every_envelope_field_is_in_the_hash() -> None:
    work = Casework().do(received())
    envelope = work.records[0].envelope
    plain = envelope_hash(envelope)
    for field in dataclasses.fields(envelope):
        if field.name == "hash":
            continue
        value = getattr(envelope, field.name)
        other = {int: 7, str: "other"}.get(type(value))
        if other is None:
            continue
        changed = dataclasses.replace(envelope, **{field.name: other})
        assert envelope_hash(changed) != plain, field.name


@pytest.mark.parametrize("kind", sorted(type_of))
def test_every_kind_has_a_schema_and_its_class_in_snake_case(kind: str) -> None:
    assert json.dumps(json_schema(kind))
    name = type_of[kind].__name__
    assert kind == "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")
