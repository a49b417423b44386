"""Which form an act is told by in a file.

A form has the fields of the act's payload that a person decides. What the service works out itself (numbers, told dates, ids) may stand in
the file as well and must then be what comes out.
"""

from __future__ import annotations

from collections.abc import Mapping

from clerk_app.cli import delivery_forms, review_forms
from clerk_app.cli.form_parts import Form

FORMS: Mapping[str, type[Form]] = {
    "materials_checked": review_forms.MaterialsChecked,
    "supplement_notified": review_forms.SupplementNotified,
    "supplement_received": review_forms.SupplementReceived,
    "accepted": review_forms.Accepted,
    "acceptance_refused": review_forms.AcceptanceRefused,
    "no_licence_needed": review_forms.NoLicenceNeeded,
    "application_withdrawn": review_forms.ApplicationWithdrawn,
    "case_terminated": review_forms.CaseTerminated,
    "procedure_started": review_forms.ProcedureStarted,
    "procedure_ended": review_forms.ProcedureEnded,
    "term_extended": review_forms.TermExtended,
    "step_signed": review_forms.StepSigned,
    "decided": review_forms.Decided,
    "delivered": delivery_forms.Delivered,
    "case_closed": delivery_forms.CaseClosed,
    "act_retracted": review_forms.ActRetracted,
    "number_given": delivery_forms.NumberGiven,
    "document_issued": delivery_forms.DocumentIssued,
    "sheet_confirmed": delivery_forms.SheetConfirmed,
    "sheet_spoiled": delivery_forms.SheetSpoiled,
    "sheet_reprinted": delivery_forms.SheetReprinted,
    "sealed": delivery_forms.Sealed,
    "posted": delivery_forms.Posted,
    "returned": delivery_forms.Returned,
    "published": delivery_forms.Published,
    "rated": delivery_forms.Rated,
    "complaint_received": delivery_forms.ComplaintReceived,
    "note_added": delivery_forms.NoteAdded,
}
"""Act -> its form; `materials_received` is `case new`, and files are added in the window only."""

COMPUTED: Mapping[str, frozenset[str]] = {
    "materials_received": frozenset({"case_no", "training", "doubtful"}),
    "supplement_notified": frozenset({"notice_no", "due_on"}),
    "accepted": frozenset({"item_version", "notice_no", "told_due_on", "told_promised_on"}),
    "acceptance_refused": frozenset({"notice_no"}),
    "no_licence_needed": frozenset({"notice_no"}),
    "application_withdrawn": frozenset({"concluded_on"}),
    "procedure_started": frozenset({"procedure_id", "notice_no"}),
    "term_extended": frozenset({"notice_no"}),
    "decided": frozenset({"document_no", "certificate_no", "concluded_on"}),
    "case_closed": frozenset({"reason"}),
    "act_retracted": frozenset({"target_group"}),
    "number_given": frozenset({"series", "year", "serial", "document", "imported"}),
    "document_issued": frozenset({"sheet_id", "number", "sha256", "pages"}),
    "sheet_confirmed": frozenset({"number"}),
    "sheet_spoiled": frozenset({"number"}),
    "sheet_reprinted": frozenset({"number", "nth"}),
    "posted": frozenset({"recipient", "address", "phone", "carrier", "documents"}),
}
"""Act -> fields that the service works out; they may be left out, and a value that is told must come out as told."""

MAY_BE_LEFT_OUT: Mapping[str, frozenset[str]] = {
    "supplement_notified": frozenset({"materials"}),
    "supplement_received": frozenset({"materials", "complete"}),
    "procedure_ended": frozenset({"procedure_id", "last_day"}),
    "sheet_confirmed": frozenset({"sheet_id", "document"}),
    "sheet_spoiled": frozenset({"sheet_id", "document"}),
    "sheet_reprinted": frozenset({"sheet_id", "document"}),
}
"""Act -> fields that have a default in a command though the payload always holds them."""
