"""`print`: one document of a case as a PDF file; what was issued keeps its bytes, what may be issued here is issued."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from contextlib import ExitStack
from dataclasses import dataclass, replace

from clerk_app.cli.context import Context
from clerk_app.cli.documents import write_bytes
from clerk_app.cli.form_parts import document_of
from clerk_app.cli.outcome import Outcome, pairs
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.office import Role
from clerk_app.domain.case import Case, Sheet
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.papers import PaperDocument
from clerk_app.services import delivery
from clerk_app.services.casefile import find_case
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.paper_filling import paper
from clerk_app.services.recording import Desk, load_case
from clerk_app.services.sheets import stored_paper
from clerk_app.wording import word

ISSUED_HERE = (PaperDocument.CERTIFICATE, PaperDocument.DELIVERY_RECEIPT, PaperDocument.MAILING_LABEL)
"""Papers that belong to no act of their own: the first print issues them."""


@dataclass(frozen=True, slots=True)
class _Printed:
    number: str
    pages: int
    pdf: bytes


def print_document(context: Context, words: Namespace) -> Outcome:
    """Write one document of a case into a file."""
    with ExitStack() as stack:
        parts = stack.enter_context(context.opened())
        reader = parts.store.reading()
        case_id = find_case(reader, words.case)
        case = reader.case(case_id)
        if case is None:
            raise RuleViolation("case_unknown", field="case", case=words.case)
        document, sheet = _wanted(case, words.document)
        if sheet is not None and not words.overlay:
            stored = stored_paper(reader, sheet)
            printed = _Printed(sheet.number, sheet.pages, stored.pdf)
        else:
            member = context.member(parts, Role.ISSUE)
            working = WorkingDesk(parts.store, parts.renderer, parts.printer, member.user)
            printed = _made(working, case_id, document, overlay=words.overlay)
    write_bytes(words.out, printed.pdf)
    digest = hashlib.sha256(printed.pdf).hexdigest()
    plain = {
        "document": document.value,
        "number": printed.number,
        "pages": printed.pages,
        "sha256": digest,
        "file": str(words.out),
    }
    text = pairs(
        [
            (word("command.paper"), word(f"document.{document.value}")),
            (word("command.number"), printed.number),
            (word("command.pages"), printed.pages),
            (word("command.file"), words.out),
        ]
    )
    return Outcome(plain, text)


def _wanted(case: Case, text: str) -> tuple[PaperDocument, Sheet | None]:
    """Return the document of a code, of the words on the paper or of a sheet's id, with the sheet that stands for it."""
    by_id = next((one for one in case.sheets if one.sheet_id == text), None)
    if by_id is not None:
        return PaperDocument(by_id.document), by_id
    document = document_of(text)
    return document, case.sheet(document.value)


def _made(working: WorkingDesk, case_id: CaseId, document: PaperDocument, *, overlay: bool) -> _Printed:
    """Issue the paper if it was not, or draw its text layer alone for the blank security paper."""
    case = working.reader.case(case_id)
    issued = case is not None and case.sheet(document.value) is not None
    if not issued:
        if document not in ISSUED_HERE:
            raise RuleViolation("paper_not_issued", field="document", document=document.value)
        made = working.do(lambda desk: delivery.issue_document(desk, case_id, document)).papers[0]
        if not overlay:
            return _Printed(made.number, made.pages, made.pdf)
    pdf, number = working.do(lambda desk: _overlay(desk, case_id, document))
    return _Printed(number, working.pages(pdf), pdf)


def _overlay(desk: Desk, case_id: CaseId, document: PaperDocument) -> tuple[bytes, str]:
    case = load_case(desk, case_id)
    sheet = case.sheet(document.value)
    number = sheet.number if sheet is not None else ""
    filled = paper(desk, case, document, number=number or None)
    return desk.renderer.render(replace(filled, overlay=True)), number
