"""What the intake form holds, as plain data that can be kept as a draft; it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from clerk_app.domain.acts.case import (
    Agent,
    Applicant,
    ApplicantType,
    Channel,
    DeliveryChoice,
    DeliveryMethod,
    IdType,
    MaterialCheck,
    OwnFieldValue,
)
from clerk_app.domain.catalogue import Kind
from clerk_app.services.intake import Application

_PROJECT = "project_name"
"""The own field of construction projects that is also the case's project name (found by the search)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantPart:
    """Who applies and who acts for the applicant, as typed."""

    type: ApplicantType = ApplicantType.ENTITY
    name: str = ""
    id_type: IdType = IdType.CREDIT_CODE
    id_number: str = ""
    legal_representative: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    has_agent: bool = False
    agent_name: str = ""
    agent_id: str = ""
    agent_phone: str = ""
    authority_letter: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPart:
    """What is applied for and how it came in; dates in ISO form, empty where nothing stands."""

    channel: Channel = Channel.WINDOW
    received_on: str = ""
    external_no: str = ""
    item: str = ""
    kind: Kind = Kind.NEW
    licence_no: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPart:
    """How the applicant wants the result."""

    method: DeliveryMethod = DeliveryMethod.PICKUP
    recipient: str = ""
    phone: str = ""
    postcode: str = ""
    address: str = ""
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeSheet:
    """The whole form; `left_out` are the conditional materials that this applicant need not hand in."""

    applicant: ApplicantPart = field(default_factory=ApplicantPart)
    matter: MatterPart = field(default_factory=MatterPart)
    delivery: DeliveryPart = field(default_factory=DeliveryPart)
    materials: tuple[MaterialCheck, ...] = ()
    left_out: tuple[str, ...] = ()
    is_parked: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing worth keeping stands here."""
        told = self.applicant
        return not any(
            (
                told.name,
                told.id_number,
                told.phone,
                told.legal_representative,
                told.address,
                told.contact,
                told.agent_name,
                self.matter.item,
                self.delivery.recipient,
            )
        )

    def encode(self) -> str:
        """Return the sheet as JSON, for a draft."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def decode(cls, text: str) -> IntakeSheet:
        """Read a draft.

        Raises:
            msgspec.MsgspecError: the draft is of another form (an older or newer program).
        """
        return msgspec.json.decode(text, type=IntakeSheet)

    def parked(self, *, is_parked: bool) -> IntakeSheet:
        """Return the sheet as parked by the person, or as being worked on."""
        return replace(self, is_parked=is_parked)


def application_of(sheet: IntakeSheet) -> Application:
    """Return the form as the service takes it."""
    told, matter = sheet.applicant, sheet.matter
    return Application(
        item=matter.item,
        kind=matter.kind,
        applicant=Applicant(
            type=told.type,
            name=told.name,
            id_type=told.id_type,
            id_number=told.id_number,
            legal_representative=told.legal_representative if told.type is not ApplicantType.PERSON else "",
            address=told.address,
            contact=told.contact,
            phone=told.phone,
        ),
        channel=matter.channel,
        materials=sheet.materials,
        delivery=_delivery(sheet.delivery),
        agent=_agent(told),
        fields=tuple(OwnFieldValue(code, value) for code, value in matter.fields.items() if value),
        project_name=matter.fields.get(_PROJECT, ""),
        external_no=matter.external_no if matter.channel is not Channel.WINDOW else "",
        licence_no=matter.licence_no if matter.kind is not Kind.NEW else "",
        received_on=_received_on(matter),
    )


def _received_on(matter: MatterPart) -> date | None:
    if matter.channel is Channel.WINDOW or not matter.received_on:
        return None
    return date.fromisoformat(matter.received_on)


def _agent(told: ApplicantPart) -> Agent | None:
    if not told.has_agent:
        return None
    return Agent(told.agent_name, told.agent_id, told.agent_phone, authority_letter=told.authority_letter)


def _delivery(part: DeliveryPart) -> DeliveryChoice:
    if part.method is DeliveryMethod.PICKUP:
        return DeliveryChoice(DeliveryMethod.PICKUP)
    return DeliveryChoice(part.method, part.recipient, part.phone, part.postcode, part.address, part.is_confirmed)
