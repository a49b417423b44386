"""Hand-made workstations: groups with real envelopes, hashes and chains, honest ones and others."""

from __future__ import annotations

import itertools
import uuid
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Act, ActId, Envelope, GroupId, Origin, StaffId, StreamId
from clerk_app.domain.acts.licence import LicenceGranted
from clerk_app.domain.acts.office import OfficeFounded, Role, SeriesRegistered, SeriesTakenOver, StaffChanged
from clerk_app.domain.acts.wire import GENESIS, encode, envelope_hash, payload_hash
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.exchange import PROTOCOL, Answer, FateVerdict, Head, WireAct, WireGroup
from clerk_app.sync.access import ServerAccess
from clerk_app.sync.central_gateway import CentralGateway
from tests.central_server import OFFICE

DAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, 0, tzinfo=UTC)
_case_numbers = itertools.count(1)
_SPACE = uuid.UUID(int=7)


def steady_id(*parts: object) -> str:
    """An id that two machines find alike."""
    return str(uuid.uuid5(_SPACE, "/".join(map(str, parts))))


@dataclass(frozen=True)
class Step:
    """An act about to be written."""

    stream: str
    act: Act
    act_id: str = ""


@dataclass
class Desk:
    """One workstation as far as the server can see: its chain, and what it believes comes last in every stream."""

    code: str
    office: str = OFFICE
    seq: int = 0
    head: str = GENESIS
    seen: dict[str, str] = field(default_factory=dict)
    sent: list[WireGroup] = field(default_factory=list)

    def write(
        self,
        *steps: Step,
        actor: str = "clerk",
        on: date = DAY,
        origin: Origin = Origin.LIVE,
        follows: dict[str, str | None] | None = None,
        **forged: object,
    ) -> WireGroup:
        """Write one group after the last; `forged` replaces fields of every envelope before it is hashed."""
        group = GroupId(str(uuid.uuid4()))
        made = []
        for place, step in enumerate(steps, start=1):
            body = encode(step.act)
            told = {**self.seen, **(follows or {})}
            envelope = Envelope(
                act_id=ActId(step.act_id or str(uuid.uuid4())),
                office=self.office,
                stream=StreamId(step.stream),
                group=group,
                group_size=len(steps),
                group_pos=place,
                workstation=self.code,
                seq=self.seq + 1,
                kind=step.act.KIND,
                schema=step.act.SCHEMA,
                payload_sha256=payload_hash(body),
                legal_date=on,
                recorded_at=NOW + timedelta(seconds=self.seq, microseconds=self.seq),
                drift_ms=0,
                actor=StaffId(actor),
                origin=origin,
                program_version="0.1.0",
                follows=ActId(told[step.stream]) if step.act.LEGAL and told.get(step.stream) else None,
                prev_hash=self.head,
                hash="",
            )
            envelope = replace(envelope, **forged)
            envelope = replace(envelope, hash=envelope_hash(envelope))
            made.append(wire(envelope, body.decode(), legal=step.act.LEGAL))
            self.seq, self.head = self.seq + 1, envelope.hash
            if step.act.LEGAL:
                self.seen[step.stream] = envelope.act_id
        self.sent.append(WireGroup(group, tuple(made)))
        return self.sent[-1]

    def saw(self, *groups: WireGroup) -> None:
        """Note what others wrote, as after a fetch."""
        for group in groups:
            for act in group.acts:
                if act.legal:
                    self.seen[act.stream] = act.act_id


def wire(envelope: Envelope, payload: str, *, legal: bool) -> WireAct:
    """The act as it travels."""
    names = [name for name in WireAct.__slots__ if name not in {"payload", "legal"}]
    return WireAct(**{name: getattr(envelope, name) for name in names}, payload=payload, legal=legal)


def send(access: ServerAccess, *groups: WireGroup) -> list[Answer]:
    """Send groups in one batch over a connection of their own."""
    with closing(CentralGateway(access)) as gateway:
        return list(gateway.send(groups))


def verdicts(answers: list[Answer]) -> list[str]:
    """What was answered, refusals with their reasons."""
    return [one.reason if one.verdict is FateVerdict.REFUSED else one.verdict.value for one in answers]


def greet(gateway: CentralGateway, desk: Desk) -> Head:
    """Say hello as this desk; return the server's idea of its chain."""
    said = gateway.hello(Head(desk.seq, desk.head), protocol=PROTOCOL, program="test", training=True, now=NOW)
    return said.head


def founding(*, workstations: tuple[str, ...] = ()) -> list[Step]:
    """The bureau and its people: one for each role, and a second approver."""
    people = {
        "clerk": (Role.INTAKE,),
        "handler": (Role.HANDLE,),
        "checker": (Role.CHECK,),
        "approver": (Role.APPROVE,),
        "deputy": (Role.APPROVE, Role.CHECK, Role.HANDLE),
        "issuer": (Role.ISSUE,),
        "admin": (Role.ADMIN,),
    }
    bureau = OfficeFounded(code=OFFICE, name="台山市应急管理局", area_code="440781", office_digits="01", training=True)
    return [
        Step(f"office:{OFFICE}", bureau),
        *(
            Step(f"staff:{user}", StaffChanged(user=user, name=user, roles=roles, workstations=workstations))
            for user, roles in people.items()
        ),
    ]


def series(name: str = "grant_decision") -> Step:
    """A registered series."""
    return Step(f"series:{name}", SeriesRegistered(series=name, document=name, template="台应急许准〔{year}〕{n}号"))


def taken_over(name: str = "grant_decision") -> Step:
    """The server leases this series from now on."""
    return Step(f"series:{name}", SeriesTakenOver(series=name, issuer="central"))


def case(name: str = "") -> str:
    """A fresh case stream."""
    return f"case:{name or uuid.uuid4()}"


def received(stream: str, *, case_no: str = "", training: bool = True) -> Step:
    """The application was handed in."""
    applicant = acts.Applicant(
        acts.ApplicantType.ENTITY, "台山市某某加油站", acts.IdType.CREDIT_CODE, "91440781MA4UQ0QX9P"
    )
    number = case_no or f"44078101202001{next(_case_numbers):05d}"
    return Step(
        stream,
        acts.MaterialsReceived(number, "WHJY", Kind.NEW, applicant, acts.Channel.WINDOW, training=training),
    )


def accepted(stream: str) -> Step:
    return Step(stream, acts.Accepted(item_version=1))


def signed(stream: str, step: acts.Step) -> Step:
    return Step(stream, acts.StepSigned(step, acts.Opinion.AGREE, "同意"))


def decided(stream: str, result: acts.DecisionResult = acts.DecisionResult.GRANTED) -> Step:
    return Step(stream, acts.Decided(result, content="准予", reasons="不符合条件"))


def numbered(stream: str, serial: int, *, name: str = "grant_decision", imported: bool = False) -> Step:
    return Step(
        stream,
        acts.NumberGiven(name, 2020, serial, f"台应急许准〔2020〕{serial}号", name, imported=imported),
    )


def licensed(key: str) -> Step:
    return Step(f"licence:{key}", LicenceGranted(key, "WHJY", "某某加油站", "91440781MA4UQ0QX9P", "case"))


def note(stream: str, text: str = "已电话告知") -> Step:
    return Step(stream, acts.NoteAdded(text))


def retracted(stream: str, group: WireGroup) -> Step:
    return Step(stream, acts.ActRetracted(group.group, "录入错误"))


def checked_case(desk: Desk, stream: str, **options: object) -> list[WireGroup]:
    """A case up to the second signature, each step by its own person."""
    return [
        desk.write(received(stream), actor="clerk", **options),
        desk.write(accepted(stream), actor="clerk", **options),
        desk.write(signed(stream, acts.Step.HANDLE), actor="handler", **options),
        desk.write(signed(stream, acts.Step.CHECK), actor="checker", **options),
    ]
