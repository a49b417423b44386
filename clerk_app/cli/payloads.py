"""`schema`: what a file for `case new` or `case act` may hold, as JSON Schema; or the list of acts."""

from __future__ import annotations

from argparse import Namespace

from clerk_app.cli.context import Context
from clerk_app.cli.forms import COMPUTED, FORMS, MAY_BE_LEFT_OUT
from clerk_app.cli.outcome import Outcome, table
from clerk_app.domain.acts.wire import json_schema, type_of
from clerk_app.domain.errors import UsageProblem
from clerk_app.wording import word

NEW = "materials_received"
"""The act that `case new` records."""


def schema(_context: Context, words: Namespace) -> Outcome:
    """Answer the JSON Schema of an act's payload, or which acts there are."""
    if words.act is None:
        return Outcome(list(type_of), _list_text())
    if words.act not in type_of:
        raise UsageProblem("act_unknown", kind=words.act)
    found = payload_schema(words.act)
    return Outcome(found, _schema_text(words.act, found))


def _list_text() -> str:
    headers = [word(code) for code in ("command.act", "command.name", "command.stream", "command.by_command")]
    rows = [(kind, word(f"act.{kind}"), act.STREAM.value, _command(kind)) for kind, act in type_of.items()]
    return table(headers, rows)


def _schema_text(kind: str, found: dict[str, object]) -> str:
    required, properties = found.get("required"), found.get("properties")
    obligatory = required if isinstance(required, list) else []
    told = [
        (name, word("command.yes") if name in obligatory else "", _kind(inside))
        for name, inside in (properties.items() if isinstance(properties, dict) else ())
        if not inside.get("readOnly")
    ]
    headers = [word(code) for code in ("command.field", "command.obligatory", "command.kind")]
    return f"{word(f'act.{kind}')}\n\n{table(headers, told)}"


def payload_schema(kind: str) -> dict[str, object]:
    """Return the schema of a payload with what the service works out marked as read-only and never obligatory."""
    raw = json_schema(kind)
    given = raw.get("$defs")
    definitions = dict(given) if isinstance(given, dict) else {}
    own = definitions.pop(type_of[kind].__name__, None)
    found: dict[str, object] = dict(own) if isinstance(own, dict) else dict(raw)
    computed = COMPUTED.get(kind, frozenset())
    properties = found.get("properties")
    if isinstance(properties, dict):
        found["properties"] = {
            name: {**inside, "readOnly": True} if name in computed else inside for name, inside in properties.items()
        }
    required = found.get("required")
    if isinstance(required, list):
        free = computed | MAY_BE_LEFT_OUT.get(kind, frozenset())
        found["required"] = [name for name in required if name not in free]
    found["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "$defs": definitions}


def _command(kind: str) -> str:
    if kind == NEW:
        return "case new"
    return "case act" if kind in FORMS else ""


def _kind(inside: object) -> str:
    if not isinstance(inside, dict):
        return ""
    if "$ref" in inside:
        return str(inside["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in inside:
        return "|".join(filter(None, (_kind(one) for one in inside["anyOf"])))
    return str(inside.get("format") or inside.get("type") or "")
