"""What is known of a licensee and what oversight found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from clerk_app.domain.acts.base import Act, StreamType
from clerk_app.domain.acts.case import ApplicantType, IdType


@dataclass(frozen=True, slots=True)
class LicenseeRegistered(Act):
    """The particulars of a licensee as last told; commuting: the newest legal date counts."""

    KIND: ClassVar[str] = "licensee_registered"
    STREAM: ClassVar[StreamType] = StreamType.LICENSEE

    name: str
    type: ApplicantType
    id_type: IdType
    id_number: str
    legal_representative: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    trade: str = ""
    key_supervision: bool = False


@dataclass(frozen=True, slots=True)
class InspectionRecorded(Act):
    """监督检查: one visit to a licensee (art. 61); fines in yuan as in the ledger."""

    KIND: ClassVar[str] = "inspection_recorded"
    STREAM: ClassVar[StreamType] = StreamType.LICENSEE

    trade: str
    holder: str
    holder_id: str
    inspectors: tuple[str, ...]
    findings: int = 0
    documents: int = 0
    fine_yuan: int = 0
    suspended: bool = False
    note: str = ""
    occurrence: int = 1
