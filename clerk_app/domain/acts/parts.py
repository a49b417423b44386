"""The values that acts of a case are made of: who applies, what was handed in, how it is delivered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ApplicantType(StrEnum):
    """Who applies (双公示 category, NDRC 424 of 2018)."""

    ENTITY = "entity"
    SOLE_TRADER = "sole_trader"
    PERSON = "person"


class IdType(StrEnum):
    """Kind of the applicant's number."""

    CREDIT_CODE = "credit_code"
    RESIDENT_ID = "resident_id"
    OTHER = "other"


class Channel(StrEnum):
    """Where the application came in."""

    WINDOW = "window"
    ONLINE = "online"
    POST = "post"


class Verdict(StrEnum):
    """What the clerk found of one material."""

    OPEN = "open"
    CONFORMS = "conforms"
    MISSING = "missing"
    WRONG_FORM = "wrong_form"


class Step(StrEnum):
    """The three signatures of the review; they belong to three people."""

    HANDLE = "handle"
    CHECK = "check"
    APPROVE = "approve"


class Opinion(StrEnum):
    """What a step proposes."""

    AGREE = "agree"
    DISAGREE = "disagree"


class DecisionResult(StrEnum):
    """What was decided."""

    GRANTED = "granted"
    REFUSED = "refused"


class DeliveryMethod(StrEnum):
    """How the result reaches the applicant."""

    PICKUP = "pickup"
    POST = "post"


class CloseReason(StrEnum):
    """Why a file was closed without a grant or refusal (GD data objects, 办结结果)."""

    DONE = "done"
    RETURNED = "returned"
    FORWARDED = "forwarded"
    ENTRY_ERROR = "entry_error"


@dataclass(frozen=True, slots=True)
class Applicant:
    """The applicant as written on the application; numbers normalised, names in NFC."""

    type: ApplicantType
    name: str
    id_type: IdType
    id_number: str
    legal_representative: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """Who acts for the applicant, with a letter of authority (Administrative Licensing Law art. 29)."""

    name: str
    id_number: str = ""
    phone: str = ""
    authority_letter: bool = True


@dataclass(frozen=True, slots=True)
class DeliveryChoice:
    """How the applicant wants the result, and the confirmed address if by post."""

    method: DeliveryMethod
    recipient: str = ""
    phone: str = ""
    postcode: str = ""
    address: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class MaterialCheck:
    """One material of the checklist: what was handed in and the clerk's verdict."""

    code: str
    name: str
    verdict: Verdict
    form: str = ""
    copies: int = 0
    pages: int = 0
    compared_with_original: bool = False
    defect: str = ""
    requirement: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class OwnFieldValue:
    """A field that only this item has, as typed."""

    code: str
    value: str
