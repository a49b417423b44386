"""What `case act` may be told after the decision and beside it: papers, sheets, letters, service, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.cli.form_parts import document_of, plainly, sheet_of, today_only
from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import DeliveryMethod
from clerk_app.services import delivery, sheets
from clerk_app.services.recording import Desk, Recorded, load_case


@dataclass(frozen=True, slots=True)
class Delivered:
    """送达."""

    method: DeliveryMethod
    signer: str
    relation: str = ""
    id_number: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return delivery.deliver(
            desk,
            case_id,
            method=self.method,
            signer=self.signer,
            relation=self.relation,
            id_number=self.id_number,
            on=on,
        )


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """归档."""

    note: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return delivery.close(desk, case_id, note=self.note)


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """The number of a certificate that another program printed."""

    number: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return delivery.record_external_certificate(desk, case_id, number=self.number)


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """制作文书: certificate, return receipt or mailing label."""

    document: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return delivery.issue_document(desk, case_id, document_of(self.document))


@dataclass(frozen=True, slots=True)
class SheetConfirmed:
    """确认出纸."""

    sheet_id: str = ""
    document: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        key = sheet_of(load_case(desk, case_id), sheet_id=self.sheet_id, document=self.document)
        return sheets.confirm(desk, case_id, key)


@dataclass(frozen=True, slots=True)
class SheetSpoiled:
    """作废纸张."""

    reason: str
    sheet_id: str = ""
    document: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        key = sheet_of(load_case(desk, case_id), sheet_id=self.sheet_id, document=self.document)
        return sheets.spoil(desk, case_id, key, reason=self.reason)


@dataclass(frozen=True, slots=True)
class SheetReprinted:
    """补打."""

    reason: str
    sheet_id: str = ""
    document: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        key = sheet_of(load_case(desk, case_id), sheet_id=self.sheet_id, document=self.document)
        done, _ = sheets.reprint(desk, case_id, key, reason=self.reason)
        return done


@dataclass(frozen=True, slots=True)
class Sealed:
    """用印."""

    document: str
    number: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return delivery.seal(desk, case_id, document=document_of(self.document).value, number=self.number)


@dataclass(frozen=True, slots=True)
class Posted:
    """交寄."""

    waybill: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return delivery.post(desk, case_id, waybill=self.waybill, on=on)


@dataclass(frozen=True, slots=True)
class Returned:
    """退回."""

    waybill: str
    reason: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return delivery.letter_returned(desk, case_id, waybill=self.waybill, reason=self.reason, on=on)


@dataclass(frozen=True, slots=True)
class Published:
    """公示."""

    site: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return delivery.publish(desk, case_id, site=self.site, on=on)


@dataclass(frozen=True, slots=True)
class Rated:
    """好差评."""

    level: int
    text: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return plainly(desk, case_id, acts.Rated(self.level, self.text), on)


@dataclass(frozen=True, slots=True)
class ComplaintReceived:
    """投诉."""

    text: str
    channel: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return plainly(desk, case_id, acts.ComplaintReceived(self.text, self.channel), on)


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """备注."""

    text: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return delivery.add_note(desk, case_id, text=self.text)
