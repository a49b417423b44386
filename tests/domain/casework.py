"""Builds acts and cases for tests of the domain: explicit dates, explicit people, no clock."""

from __future__ import annotations

import itertools
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Act, ActId, CaseId, Envelope, GroupId, Origin, Record, StaffId
from clerk_app.domain.acts.case import (
    Applicant,
    ApplicantType,
    DeliveryChoice,
    DeliveryMethod,
    IdType,
    MaterialCheck,
    Verdict,
)
from clerk_app.domain.acts.office import Role
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.guards import Situation, may_follow
from clerk_app.domain.keys import case_stream

APPLICANT = Applicant(
    ApplicantType.ENTITY,
    "台山市台城试验化工有限公司",
    IdType.CREDIT_CODE,
    "91440781MA4TEXT011",
    "甄堃",
    "台山市台城镇环城路1号",
    "甄堃",
    "13812345678",
)
CONFORMS = MaterialCheck("application", "申请书", Verdict.CONFORMS)
MISSING = MaterialCheck("premises", "经营场所证明", Verdict.MISSING, defect="未提交")

ROLE_OF = {
    "clerk": Role.INTAKE,
    "handler": Role.HANDLE,
    "checker": Role.CHECK,
    "approver": Role.APPROVE,
    "issuer": Role.ISSUE,
}


@dataclass
class Casework:
    """A case under test: records acts one after another, as the unit of work would."""

    case: Case = field(default_factory=lambda: Case(CaseId("c1")))
    on: date = date(2026, 3, 2)
    records: list[Record] = field(default_factory=list)
    seq: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def envelope(self, act: Act, *, who: str, on: date, origin: Origin = Origin.LIVE) -> Envelope:
        seq = next(self.seq)
        return Envelope(
            act_id=ActId(f"{seq:04d}-{uuid.uuid5(uuid.NAMESPACE_OID, str(seq))}"),
            office="TSYJ",
            stream=case_stream(self.case.case_id),
            group=GroupId(f"g{seq}"),
            group_size=1,
            group_pos=0,
            workstation="W01",
            seq=seq,
            kind=act.KIND,
            schema=act.SCHEMA,
            payload_sha256="0" * 64,
            legal_date=on,
            recorded_at=datetime.combine(on, time(9, seq % 60), tzinfo=UTC),
            drift_ms=0,
            actor=StaffId(who),
            origin=origin,
            program_version="0",
            follows=self.case.last_legal if act.LEGAL else None,
            prev_hash="0" * 64,
            hash="0" * 64,
        )

    def faults(self, act: Act, *, who: str = "clerk", on: date | None = None, **more: object) -> list[str]:
        day = on or self.on
        situation = Situation(
            case=self.case,
            act=act,
            actor=StaffId(who),
            roles=frozenset({ROLE_OF[who]}) if who in ROLE_OF else frozenset(),
            legal_date=day,
            today=self.on,
            now=datetime.combine(self.on, time(12), tzinfo=UTC),
            **more,  # type: ignore[arg-type]
        )
        return [fault.code for fault in may_follow(situation)]

    def do(self, act: Act, *, who: str = "clerk", on: date | None = None) -> Casework:
        assert self.faults(act, who=who, on=on) == []
        record = Record(self.envelope(act, who=who, on=on or self.on), act)
        self.records.append(record)
        self.case = self.case.apply(record)
        return self

    def at(self, on: date) -> Casework:
        self.on = on
        return self


def received(*materials: MaterialCheck, item: str = "WHJY", kind: Kind = Kind.NEW) -> acts.MaterialsReceived:
    return acts.MaterialsReceived(
        case_no="44078102202601000014",
        item=item,
        item_kind=kind,
        applicant=APPLICANT,
        channel=acts.Channel.WINDOW,
        materials=materials or (CONFORMS,),
        delivery=DeliveryChoice(
            DeliveryMethod.POST, "甄堃", "13812345678", "529200", "台山市台城镇环城路1号", confirmed=True
        ),
    )


def accepted_case() -> Casework:
    return Casework().do(received()).do(acts.Accepted(item_version=1))


def signed(step: acts.Step) -> acts.StepSigned:
    return acts.StepSigned(step, acts.Opinion.AGREE, "材料齐全，同意")


def checked_case() -> Casework:
    return accepted_case().do(signed(acts.Step.HANDLE), who="handler").do(signed(acts.Step.CHECK), who="checker")


def granted_case() -> Casework:
    decided = acts.Decided(acts.DecisionResult.GRANTED, valid_from=date(2026, 3, 2), valid_to=date(2029, 3, 1))
    return checked_case().do(signed(acts.Step.APPROVE), who="approver").do(decided, who="approver")
