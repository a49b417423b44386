"""What the forms of the commands share: rows of the checklist, papers and sheets by their names, and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Protocol

from clerk_app.domain.acts.base import Act, CaseId
from clerk_app.domain.acts.case import MaterialCheck, Verdict
from clerk_app.domain.case import Case
from clerk_app.domain.errors import RuleViolation, UsageProblem
from clerk_app.domain.papers import PaperDocument
from clerk_app.services.recording import Desk, Recorded, load_case, record
from clerk_app.wording import word


class Form(Protocol):
    """What was told for one act."""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """Let the service record it; `on` is the legal date, None today."""
        ...


@dataclass(frozen=True, slots=True)
class Material:
    """What is told of one material; what is left out stays as it was."""

    code: str
    verdict: Verdict | None = None
    name: str | None = None
    form: str | None = None
    copies: int | None = None
    pages: int | None = None
    compared_with_original: bool | None = None
    defect: str | None = None
    requirement: str | None = None
    clause: str | None = None

    def over(self, known: MaterialCheck) -> MaterialCheck:
        """Return the row of the checklist with what is told put in; a material in order has no defect."""
        told = {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}
        if self.verdict is Verdict.CONFORMS:
            told.setdefault("defect", "")
        return replace(known, **told)


def merged(checklist: Sequence[MaterialCheck], told: Sequence[Material]) -> tuple[MaterialCheck, ...]:
    """Return the checklist with what is told.

    Raises:
        RuleViolation: a material that the checklist does not have (`material_unknown`).
    """
    given = {one.code: one for one in told}
    for one in told:
        if one.code not in {row.code for row in checklist}:
            raise RuleViolation("material_unknown", field="materials", name=one.name or one.code)
    return tuple(given[row.code].over(row) if row.code in given else row for row in checklist)


def plainly(desk: Desk, case_id: CaseId, act: Act, on: date | None) -> Recorded:
    """Record an act that needs no service of its own."""
    return record(desk, load_case(desk, case_id), [(act, on)])


def today_only(desk: Desk, on: date | None) -> None:
    """Refuse another day for what is done when it is recorded."""
    if on is not None and on != desk.today:
        raise RuleViolation("date_not_today", field="legal_date", date=on, today=desk.today)


def document_of(text: str) -> PaperDocument:
    """Return the document of a code or of the words on the paper.

    Raises:
        RuleViolation: unknown (`document_unknown`).
    """
    for one in PaperDocument:
        if text.strip() in (one.value, word(f"document.{one.value}")):
            return one
    raise RuleViolation("document_unknown", field="document", document=text)


def sheet_of(case: Case, *, sheet_id: str, document: str) -> str:
    """Return the sheet that is meant: by its id, or the standing one of a document.

    Raises:
        UsageProblem: neither is told (`sheet_needed`).
        RuleViolation: no such paper was issued.
    """
    if sheet_id:
        return sheet_id
    if not document:
        raise UsageProblem("sheet_needed")
    found = case.sheet(document_of(document).value)
    if found is None:
        raise RuleViolation("paper_not_issued", field="document", document=document)
    return found.sheet_id
