"""What `case act` may be told up to the decision: one form for each act, handed to the service that the window uses too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.cli.form_parts import Material, merged, plainly, today_only
from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import DecisionResult, Opinion, Step, Verdict
from clerk_app.domain.errors import RuleViolation
from clerk_app.services import intake, review
from clerk_app.services.recording import Desk, Recorded, load_case
from clerk_app.wording import word


@dataclass(frozen=True, slots=True)
class MaterialsChecked:
    """核对材料."""

    materials: tuple[Material, ...]

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        rows = merged(load_case(desk, case_id).materials, self.materials)
        return intake.check_materials(desk, case_id, rows)


@dataclass(frozen=True, slots=True)
class SupplementNotified:
    """一次性告知; without materials the checklist as it stands."""

    materials: tuple[Material, ...] = ()
    note: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        rows = merged(load_case(desk, case_id).materials, self.materials)
        return intake.notify_once(desk, case_id, rows, note=self.note)


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """收到补正; `complete` without materials says that everything asked for came in and is in order."""

    materials: tuple[Material, ...] = ()
    complete: bool | None = None

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        rows = load_case(desk, case_id).materials
        told = self.materials
        if not told and self.complete:
            told = tuple(Material(one.code, Verdict.CONFORMS) for one in rows if one.verdict is not Verdict.CONFORMS)
        after = merged(rows, told)
        whole = all(one.verdict is Verdict.CONFORMS for one in after)
        if self.complete is not None and self.complete is not whole:
            raise RuleViolation("field_differs", field="complete", name="complete", given=self.complete, found=whole)
        return intake.receive_supplement(desk, case_id, after, on=on)


@dataclass(frozen=True, slots=True)
class Accepted:
    """受理."""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return intake.accept(desk, case_id, on=on)


@dataclass(frozen=True, slots=True)
class AcceptanceRefused:
    """不予受理."""

    reason: str
    authority: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return intake.refuse_acceptance(desk, case_id, reason=self.reason, authority=self.authority)


@dataclass(frozen=True, slots=True)
class NoLicenceNeeded:
    """不受理."""

    reason: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return intake.declare_no_licence_needed(desk, case_id, reason=self.reason)


@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn:
    """撤回申请."""

    reason: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return intake.withdraw(desk, case_id, reason=self.reason)


@dataclass(frozen=True, slots=True)
class CaseTerminated:
    """终止."""

    reason: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return plainly(desk, case_id, acts.CaseTerminated(self.reason), on)


@dataclass(frozen=True, slots=True)
class ProcedureStarted:
    """特别程序启动."""

    procedure: str
    basis: str
    first_day: date
    planned_days: int
    reason: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return review.start_procedure(
            desk,
            case_id,
            procedure=self.procedure,
            basis=self.basis,
            first_day=self.first_day,
            planned_days=self.planned_days,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True)
class ProcedureEnded:
    """特别程序结束; without an id the one that is open."""

    procedure_id: str = ""
    last_day: date | None = None
    result: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        still = load_case(desk, case_id).open_procedures
        key = self.procedure_id or (still[0].procedure_id if len(still) == 1 else "")
        return review.end_procedure(desk, case_id, procedure_id=key, last_day=self.last_day, result=self.result)


@dataclass(frozen=True, slots=True)
class TermExtended:
    """延长办理期限."""

    working_days: int
    reason: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        return plainly(desk, case_id, acts.TermExtended(self.working_days, self.reason), on)


@dataclass(frozen=True, slots=True)
class StepSigned:
    """承办, 审核 or 批准."""

    step: Step
    opinion: Opinion
    text: str

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return review.sign_step(desk, case_id, step=self.step, opinion=self.opinion, text=self.text)


@dataclass(frozen=True, slots=True)
class Decided:
    """决定, with the approver's signature unless it was given before; `opinion_text` is its wording."""

    result: DecisionResult
    opinion_text: str = ""
    content: str = ""
    reasons: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    late_reason: str = ""

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        opinion = Opinion.AGREE if self.result is DecisionResult.GRANTED else Opinion.DISAGREE
        wish = review.DecisionWish(
            result=self.result,
            opinion_text=self.opinion_text or word(f"opinion.{opinion.value}"),
            content=self.content,
            reasons=self.reasons,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            late_reason=self.late_reason,
        )
        return review.decide(desk, case_id, wish)


@dataclass(frozen=True, slots=True)
class ActRetracted:
    """撤销误操作: the last step of the case."""

    reason: str
    paper_called_back: bool = False

    def record(self, desk: Desk, case_id: CaseId, on: date | None) -> Recorded:
        """See `Form`."""
        today_only(desk, on)
        return review.retract(desk, case_id, reason=self.reason, paper_called_back=self.paper_called_back)
