"""What can be done in a case, from the counter to the archived file."""

# ruff: noqa: PLC0414 — the parts belong to the face of this module

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clerk_app.domain.acts.base import Act, StreamType
from clerk_app.domain.acts.parts import (
    Agent as Agent,
)
from clerk_app.domain.acts.parts import (
    Applicant as Applicant,
)
from clerk_app.domain.acts.parts import (
    ApplicantType as ApplicantType,
)
from clerk_app.domain.acts.parts import (
    Channel as Channel,
)
from clerk_app.domain.acts.parts import (
    CloseReason as CloseReason,
)
from clerk_app.domain.acts.parts import (
    DecisionResult as DecisionResult,
)
from clerk_app.domain.acts.parts import (
    DeliveryChoice as DeliveryChoice,
)
from clerk_app.domain.acts.parts import (
    DeliveryMethod as DeliveryMethod,
)
from clerk_app.domain.acts.parts import (
    IdType as IdType,
)
from clerk_app.domain.acts.parts import (
    MaterialCheck as MaterialCheck,
)
from clerk_app.domain.acts.parts import (
    Opinion as Opinion,
)
from clerk_app.domain.acts.parts import (
    OwnFieldValue as OwnFieldValue,
)
from clerk_app.domain.acts.parts import (
    Step as Step,
)
from clerk_app.domain.acts.parts import (
    Verdict as Verdict,
)
from clerk_app.domain.catalogue import Kind


@dataclass(frozen=True, slots=True)
class MaterialsReceived(Act):
    """收件: the application was handed in; the case begins."""

    KIND: ClassVar[str] = "materials_received"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    case_no: str
    item: str
    item_kind: Kind
    applicant: Applicant
    channel: Channel
    materials: tuple[MaterialCheck, ...] = ()
    delivery: DeliveryChoice | None = None
    agent: Agent | None = None
    fields: tuple[OwnFieldValue, ...] = ()
    project_name: str = ""
    external_no: str = ""
    licence_no: str = ""
    training: bool = False
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MaterialsChecked(Act):
    """The checklist was gone through again before the notice was out; commuting: the newest one counts."""

    KIND: ClassVar[str] = "materials_checked"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    materials: tuple[MaterialCheck, ...]


@dataclass(frozen=True, slots=True)
class SupplementNotified(Act):
    """一次性告知: every defect was told at once (art. 32(4))."""

    KIND: ClassVar[str] = "supplement_notified"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    materials: tuple[MaterialCheck, ...]
    notice_no: str = ""
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SupplementReceived(Act):
    """补正: what was asked for came in; `complete` when nothing is open any more."""

    KIND: ClassVar[str] = "supplement_received"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    materials: tuple[MaterialCheck, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Accepted(Act):
    """受理: pins the item version and states the dates that were told on paper."""

    KIND: ClassVar[str] = "accepted"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    item_version: int
    notice_no: str = ""
    told_due_on: date | None = None
    told_promised_on: date | None = None


@dataclass(frozen=True, slots=True)
class AcceptanceRefused(Act):
    """不予受理: not our competence, or the application cannot be taken (art. 32(2))."""

    KIND: ClassVar[str] = "acceptance_refused"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    reason: str
    authority: str = ""
    notice_no: str = ""


@dataclass(frozen=True, slots=True)
class NoLicenceNeeded(Act):
    """不受理: the matter needs no licence; told at once (art. 32(1))."""

    KIND: ClassVar[str] = "no_licence_needed"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    reason: str
    notice_no: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureStarted(Act):
    """特别程序启动: the clock stops from `first_day`, both ends counted (art. 45); owned by its notice."""

    KIND: ClassVar[str] = "procedure_started"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    procedure_id: str
    procedure: str
    basis: str
    first_day: date
    planned_days: int = 0
    notice_no: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureEnded(Act):
    """特别程序结束: `last_day` is the last day that is not counted."""

    KIND: ClassVar[str] = "procedure_ended"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    procedure_id: str
    last_day: date
    result: str = ""


@dataclass(frozen=True, slots=True)
class TermExtended(Act):
    """延长办理期限: +10 working days, once, approved by the head, told before the end (art. 42)."""

    KIND: ClassVar[str] = "term_extended"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    working_days: int
    reason: str
    notice_no: str = ""


@dataclass(frozen=True, slots=True)
class StepSigned(Act):
    """承办, 审核 or 批准: an explicit opinion with name and date."""

    KIND: ClassVar[str] = "step_signed"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    step: Step
    opinion: Opinion
    text: str


@dataclass(frozen=True, slots=True)
class Decided(Act):
    """决定: granted or refused, with content, reasons and remedies (art. 38)."""

    KIND: ClassVar[str] = "decided"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    result: DecisionResult
    content: str = ""
    reasons: str = ""
    document_no: str = ""
    certificate_no: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    concluded_on: date | None = None
    """办结日期 where it is not the day of the decision."""
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn(Act):
    """撤回申请: the applicant took the application back."""

    KIND: ClassVar[str] = "application_withdrawn"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    reason: str
    concluded_on: date | None = None
    """办结日期 where it is not the day of the withdrawal."""


@dataclass(frozen=True, slots=True)
class CaseTerminated(Act):
    """终止: the applicant ceased to be, or the matter fell away."""

    KIND: ClassVar[str] = "case_terminated"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    reason: str


@dataclass(frozen=True, slots=True)
class Delivered(Act):
    """送达: the result reached the recipient; the date on the return receipt counts."""

    KIND: ClassVar[str] = "delivered"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    method: DeliveryMethod
    signer: str = ""
    relation: str = ""
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class CaseClosed(Act):
    """归档: the file is complete; `closed_on` of the yearly figures is the legal date."""

    KIND: ClassVar[str] = "case_closed"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    reason: CloseReason = CloseReason.DONE
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActRetracted(Act):
    """A clerk's slip: the last standing legal group of the stream is taken back as a whole."""

    KIND: ClassVar[str] = "act_retracted"
    STREAM: ClassVar[StreamType] = StreamType.CASE
    LEGAL: ClassVar[bool] = True

    target_group: str
    reason: str
    paper_called_back: bool = False


@dataclass(frozen=True, slots=True)
class NumberGiven(Act):
    """A printed number of a registered series was given to this case, in the transaction of its act."""

    KIND: ClassVar[str] = "number_given"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    series: str
    year: int
    serial: int
    number: str
    document: str
    imported: bool = False


@dataclass(frozen=True, slots=True)
class DocumentIssued(Act):
    """A paper was made for this case: its bytes are known by their hash."""

    KIND: ClassVar[str] = "document_issued"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    sheet_id: str
    document: str
    number: str
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class SheetConfirmed(Act):
    """A person saw the sheet come out of the printer."""

    KIND: ClassVar[str] = "sheet_confirmed"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    sheet_id: str
    document: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class SheetSpoiled(Act):
    """A sheet was spoiled; its number ends as void, with the reason."""

    KIND: ClassVar[str] = "sheet_spoiled"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    sheet_id: str
    document: str
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class SheetReprinted(Act):
    """The stored bytes were printed again (补打 n), with the reason."""

    KIND: ClassVar[str] = "sheet_reprinted"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    sheet_id: str
    document: str
    number: str
    nth: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sealed(Act):
    """用印: the seal was put on the paper."""

    KIND: ClassVar[str] = "sealed"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    document: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Posted(Act):
    """交寄: handed to China Post with its waybill (Postal Law art. 55)."""

    KIND: ClassVar[str] = "posted"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    waybill: str
    recipient: str = ""
    address: str = ""
    phone: str = ""
    carrier: str = "中国邮政"
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned(Act):
    """退回: the letter came back."""

    KIND: ClassVar[str] = "returned"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    waybill: str
    reason: str


@dataclass(frozen=True, slots=True)
class Published(Act):
    """公示: the result was published (within 7 working days of the decision)."""

    KIND: ClassVar[str] = "published"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    site: str


@dataclass(frozen=True, slots=True)
class Rated(Act):
    """好差评: five-level rating (GB/T 39046 A.8), 1 very satisfied … 5 very dissatisfied."""

    KIND: ClassVar[str] = "rated"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    level: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintReceived(Act):
    """投诉: a complaint about this case came in."""

    KIND: ClassVar[str] = "complaint_received"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    text: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class NoteAdded(Act):
    """A remark for colleagues; never printed on paper that leaves the file."""

    KIND: ClassVar[str] = "note_added"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    text: str


@dataclass(frozen=True, slots=True)
class AttachmentAdded(Act):
    """A file belongs to this case, known by its hash."""

    KIND: ClassVar[str] = "attachment_added"
    STREAM: ClassVar[StreamType] = StreamType.CASE

    sha256: str
    name: str
    size: int
    media_type: str
    purpose: str = ""
