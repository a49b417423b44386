"""The fate of papers: seen to come out, spoiled, printed again from the stored bytes."""

from __future__ import annotations

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.case import Case, Sheet
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.listing import StoredPaper
from clerk_app.ports import Reader
from clerk_app.services.recording import Desk, Recorded, load_case, record


def confirm(desk: Desk, case_id: CaseId, sheet_id: str) -> Recorded:
    """Record that a person saw the sheet come out."""
    case = load_case(desk, case_id)
    sheet = _sheet(case, sheet_id)
    return record(desk, case, [(acts.SheetConfirmed(sheet_id, sheet.document, sheet.number), None)])


def spoil(desk: Desk, case_id: CaseId, sheet_id: str, *, reason: str) -> Recorded:
    """Record that the sheet was spoiled; a numbered paper's number ends as void and the paper must be issued anew."""
    case = load_case(desk, case_id)
    sheet = _sheet(case, sheet_id)
    return record(desk, case, [(acts.SheetSpoiled(sheet_id, sheet.document, sheet.number, reason), None)])


def reprint(desk: Desk, case_id: CaseId, sheet_id: str, *, reason: str) -> tuple[Recorded, bytes]:
    """Record a reprint and return the stored pages with 补打 n outside the original area.

    Raises:
        RuleViolation: the bytes are not on this machine (`paper_missing_here`), or no reason was given.
    """
    case = load_case(desk, case_id)
    sheet = _sheet(case, sheet_id)
    stored = stored_paper(desk.uow.reader, sheet)
    nth = sheet.reprints + 1
    done = record(desk, case, [(acts.SheetReprinted(sheet_id, sheet.document, sheet.number, nth, reason), None)])
    return done, desk.renderer.reprint(stored.pdf, nth=nth)


def stored_paper(reader: Reader, sheet: Sheet) -> StoredPaper:
    """Return the stored bytes of a sheet; only the PC that issued it has them until attachments are exchanged."""
    stored = reader.paper(sheet.sheet_id)
    if stored is None:
        raise RuleViolation("paper_missing_here", document=sheet.document)
    return stored


def _sheet(case: Case, sheet_id: str) -> Sheet:
    for one in case.sheets:
        if one.sheet_id == sheet_id:
            return one
    raise RuleViolation("sheet_unknown", field="sheet_id")
