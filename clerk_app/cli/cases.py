"""`case new`, `case act` and `case show`: acts recorded as the window does, and the case as a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from clerk_app.cli.context import Context
from clerk_app.cli.documents import converted, read_object
from clerk_app.cli.form_parts import Form, Material, merged
from clerk_app.cli.forms import COMPUTED, FORMS
from clerk_app.cli.outcome import Outcome
from clerk_app.cli.payloads import NEW
from clerk_app.cli.telling import case_text
from clerk_app.cli.wiring import Parts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import Agent, Applicant, Channel, DeliveryChoice, OwnFieldValue
from clerk_app.domain.acts.office import Role
from clerk_app.domain.acts.wire import type_of
from clerk_app.domain.catalogue import Kind, catalogue_from
from clerk_app.domain.errors import RuleViolation, UsageProblem
from clerk_app.domain.keys import case_stream
from clerk_app.domain.procedure import ROWS, State, rows_for
from clerk_app.services import intake
from clerk_app.services.casefile import as_json, case_file, find_case
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.recording import Desk, Recorded
from clerk_app.services.seed import load_seed

_DAYS = ("legal_date", "on")
"""Beside the payload: the day on which it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFile:
    """What a file for `case new` holds; `kind` and `item_kind` are the same, materials left out are open."""

    item: str
    applicant: Applicant
    kind: str = ""
    item_kind: str = ""
    channel: Channel = Channel.WINDOW
    materials: tuple[Material, ...] = ()
    delivery: DeliveryChoice | None = None
    agent: Agent | None = None
    fields: tuple[OwnFieldValue, ...] = ()
    project_name: str = ""
    external_no: str = ""
    licence_no: str = ""
    received_on: date | None = None


def new(context: Context, words: Namespace) -> Outcome:
    """Record 收件 of an application."""
    plain, on, told = _split(NEW, read_object(words.file))
    if isinstance(plain.get("fields"), dict):
        plain["fields"] = [{"code": code, "value": value} for code, value in plain["fields"].items()]  # type: ignore[attr-defined]  # checked to be a dict
    file = converted(plain, ApplicationFile)
    with context.at_work(lambda _parts: Role.INTAKE) as working:

        def receive(desk: Desk) -> Recorded:
            return _as_told(desk, NEW, told, intake.receive(desk, _application(desk, file, on=on or file.received_on)))

        return _answer(working, working.do(receive).case.case_id)


def _application(desk: Desk, file: ApplicationFile, *, on: date | None) -> intake.Application:
    """Return the form as the service takes it: names of item and kind resolved, the checklist filled in."""
    office = desk.uow.reader.office()
    catalogue = catalogue_from(office.items, aliases=load_seed().aliases)
    code = catalogue.resolve_name(file.item) or file.item
    kind = _kind(catalogue.resolve_kind(file.kind or file.item_kind), file)
    item = catalogue.at(code, on or desk.today)
    rule = item.rule(kind) if item else None
    return intake.Application(
        item=code,
        kind=kind,
        applicant=file.applicant,
        channel=file.channel,
        materials=merged(intake.checklist(rule), file.materials) if rule else (),
        delivery=file.delivery,
        agent=file.agent,
        fields=file.fields,
        project_name=file.project_name,
        external_no=file.external_no,
        licence_no=file.licence_no,
        received_on=on,
    )


def _kind(found: Kind | None, file: ApplicationFile) -> Kind:
    if found is None or (file.kind and file.item_kind and file.kind != file.item_kind):
        raise UsageProblem("kind_unknown", value=file.kind or file.item_kind)
    return found


def act(context: Context, words: Namespace) -> Outcome:
    """Record one act of a case by the service that the window uses."""
    kind: str = words.act
    if kind not in type_of:
        raise UsageProblem("act_unknown", kind=kind)
    if kind not in FORMS:
        raise UsageProblem("act_not_by_command", kind=kind)
    plain, on, told = _split(kind, read_object(words.file))
    form = converted(plain, FORMS[kind])
    with context.at_work(lambda parts: _role(parts, words.case, kind, plain)) as working:
        case_id = find_case(working.reader, words.case)
        working.do(lambda desk: _as_told(desk, kind, told, _recorded(desk, form, case_id, on)))
        return _answer(working, case_id)


def _recorded(desk: Desk, form: Form, case_id: CaseId, on: date | None) -> Recorded:
    return form.record(desk, case_id, on)


def _split(kind: str, plain: dict[str, object]) -> tuple[dict[str, object], date | None, dict[str, object]]:
    """Part what is told of one act: what a person decides, the legal date, and what the service works out."""
    outside = {name: plain.pop(name) for name in _DAYS if name in plain}
    inside = plain.pop("payload", None)
    if isinstance(inside, dict):
        plain = {**plain, **inside}
    computed = COMPUTED.get(kind, frozenset())
    told = {name: plain.pop(name) for name in tuple(plain) if name in computed and name not in _own_fields(kind)}
    given = next((value for value in outside.values() if value not in {None, ""}), None)
    try:
        return plain, msgspec.convert(given, date | None), {key: one for key, one in told.items() if one}
    except msgspec.MsgspecError as exc:
        raise UsageProblem("json_malformed", file=_DAYS[0], detail=exc) from exc


def _own_fields(kind: str) -> frozenset[str]:
    """Return fields that the form itself has under the name of one that the service works out (a number to look for)."""
    form = FORMS.get(kind)
    return frozenset(getattr(form, "__dataclass_fields__", ())) if form is not None else frozenset()


def _as_told(desk: Desk, kind: str, told: Mapping[str, object], recorded: Recorded) -> Recorded:
    """Refuse, before anything is durable, an act that came out otherwise than the file says.

    Raises:
        RuleViolation: `field_differs`.
    """
    if not told:
        return recorded
    rows = desk.uow.reader.acts_of(case_stream(recorded.case.case_id))
    mine = [row.record for row in rows if row.record.envelope.group == recorded.group]
    payload: dict[str, object] = next((msgspec.to_builtins(one.act) for one in mine if one.envelope.kind == kind), {})
    for name, value in told.items():
        if payload.get(name) != value:
            raise RuleViolation("field_differs", field=name, name=name, given=value, found=payload.get(name))
    return recorded


_ISSUER_ACTS = frozenset({"document_issued", "sheet_confirmed", "sheet_spoiled", "sheet_reprinted"})


def _role(parts: Parts, case: str, kind: str, plain: Mapping[str, object]) -> Role:
    """Return whose role an act needs where nobody is named (training data only)."""
    reader = parts.store.reading()
    found = reader.case(find_case(reader, case))
    state = found.state if found else State.NEW
    if kind in _ISSUER_ACTS and found is not None and found.decision is not None:
        return Role.ISSUE
    if kind == "number_given":
        return Role.APPROVE  # it brings the licence with it, which is the approver's to write
    rows = rows_for(kind, state) or tuple(row for row in ROWS if row.kind == kind)
    fitting = [row for row in rows if row.when is None or plain.get(row.when[0]) == row.when[1]]
    return (fitting or list(rows))[0].role


def show(context: Context, words: Namespace) -> Outcome:
    """Answer the whole file of a case."""
    with context.opened() as parts:
        reader = parts.store.reading()
        file = case_file(reader, find_case(reader, words.case), member=None, today=parts.clock.today())
        return Outcome(as_json(file), case_text(file))


def _answer(working: WorkingDesk, case_id: CaseId) -> Outcome:
    file = case_file(working.reader, case_id, member=None, today=working.today)
    return Outcome(as_json(file), case_text(file))
