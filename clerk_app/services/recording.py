"""The one way in which an act of a case is written: asked of the procedure, numbered, put on paper, appended.

What is refused leaves no trace: numbers, paper and acts stand or fall in one transaction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Act, ActId, CaseId, Envelope, GroupId, Origin, Record
from clerk_app.domain.case import Case
from clerk_app.domain.errors import Fault, RuleViolation
from clerk_app.domain.guards import Situation, may_follow
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import NewAct, StoredPaper, TakenNumber
from clerk_app.domain.office import StaffMember
from clerk_app.domain.overview import decision_dates, item_of, rule_of
from clerk_app.domain.papers import PaperData, PaperDocument
from clerk_app.ports import PaperRenderer, UnitOfWork


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper that came into being with an act; its sheet is confirmed by a person afterwards."""

    sheet_id: str
    document: str
    number: str
    pages: int
    sha256: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act changed."""

    case: Case
    group: str
    papers: tuple[IssuedPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """A paper to issue in the same transaction: which document, under which number, and how to fill it."""

    document: PaperDocument
    number: str
    fill: Callable[[Case, str], PaperData]


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works where: what every service of a case is given."""

    uow: UnitOfWork
    actor: StaffMember
    renderer: PaperRenderer
    seen: ActId | None = None
    """The last legal act that the person saw; None when nothing was shown (commands)."""
    origin: Origin = Origin.LIVE
    preview: bool = False
    """Only look: no number is taken and nothing is written; papers say 编号待定."""

    @property
    def today(self) -> date:
        """The civil date of the office."""
        return self.uow.clock.today()


def load_case(desk: Desk, case_id: CaseId) -> Case:
    """Return the case as it stands in this transaction.

    Raises:
        RuleViolation: unknown (`case_unknown`), or somebody recorded a step since the person looked (`case_moved_on`).
    """
    case = desk.uow.reader.case(case_id)
    if case is None:
        raise RuleViolation("case_unknown", case=case_id)
    if desk.seen is not None and case.last_legal != desk.seen:
        raise RuleViolation("case_moved_on", case_no=case.case_no)
    if case.unknown:
        raise RuleViolation("case_needs_newer_program", case_no=case.case_no, kind=case.unknown[0])
    return case


def take_number(desk: Desk, document: PaperDocument, *, item: str = "", on: date | None = None) -> TakenNumber:
    """Take the next number for a document from its series.

    Raises:
        RuleViolation: no series is registered (`series_missing`), or no leased number is left.
    """
    series = desk.uow.reader.office().series_for(document.value, item)
    if series is None:
        raise RuleViolation("series_missing", document=document.value)
    if desk.preview:
        return TakenNumber(series.series, (on or desk.today).year, 0, "")
    return desk.uow.take_number(series.series, (on or desk.today).year)


def number_act(taken: TakenNumber, document: PaperDocument) -> acts.NumberGiven:
    """Return the act by which the case holds the number."""
    return acts.NumberGiven(taken.series, taken.year, taken.serial, taken.text, document.value)


def record(
    desk: Desk,
    case: Case,
    steps: Sequence[tuple[Act, date | None]],
    *,
    papers: Sequence[PaperRequest] = (),
    others: Sequence[NewAct] = (),
) -> Recorded:
    """Write `steps` of one case as one group, with the papers they bring and acts of other streams.

    A step without a date is of today. The papers are filled from the case as it will be and must be printable.

    Raises:
        RuleViolation: the procedure refuses a step, or a paper cannot be printed right; nothing is written.
    """
    if not desk.actor.active:
        raise RuleViolation("staff_inactive", user=desk.actor.user)
    after = case
    for act, on in steps:
        after = rehearse(desk, after, act, on=on)
    issued = tuple(_issue(desk, after, wanted) for wanted in papers)
    if desk.preview:
        return Recorded(after, "", issued)
    every = [
        *(NewAct(case_stream(case.case_id), act, on or desk.today) for act, on in steps),
        *(NewAct(case_stream(case.case_id), _issued_act(paper), desk.today) for paper in issued),
        *others,
    ]
    written = desk.uow.append(every, actor=desk.actor.staff_id, origin=desk.origin)
    for paper in issued:
        desk.uow.store_paper(
            StoredPaper(paper.sheet_id, case.case_id, paper.document, paper.number, paper.sha256, paper.pdf)
        )
    stored = desk.uow.reader.case(case.case_id)
    return Recorded(stored or after, written[0].envelope.group, issued)


def rehearse(desk: Desk, case: Case, act: Act, *, on: date | None = None) -> Case:
    """Return the case as it would be after `act`, writing nothing.

    Raises:
        RuleViolation: everything that forbids the act, at once.
    """
    faults = faults_of(desk, case, act, on=on)
    if faults:
        raise RuleViolation.of(faults)
    return case.apply(Record(_provisional(desk, case, act, on or desk.today), act))


def faults_of(desk: Desk, case: Case, act: Act, *, on: date | None = None) -> tuple[Fault, ...]:
    """Return what forbids `act` now for this person; empty when it may follow."""
    due = promised = None
    office = desk.uow.reader.office()
    item, rule = item_of(case, office.catalogue), rule_of(case, office.catalogue)
    if item is not None and rule is not None:
        due, promised = decision_dates(case, item, rule, office.calendar)
    return may_follow(
        Situation(
            case=case,
            act=act,
            actor=desk.actor.staff_id,
            roles=desk.actor.roles,
            legal_date=on or desk.today,
            today=desk.today,
            now=desk.uow.clock.now(),
            origin=desk.origin,
            due_on=due,
            promised_on=promised,
        )
    )


def _issue(desk: Desk, case: Case, wanted: PaperRequest) -> IssuedPaper:
    paper = wanted.fill(case, wanted.number)
    pdf = desk.renderer.render(replace(paper, training=desk.uow.identity.training))
    return IssuedPaper(
        sheet_id=desk.uow.new_id(),
        document=wanted.document.value,
        number=wanted.number,
        pages=desk.renderer.pages(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
        pdf=pdf,
    )


def _issued_act(paper: IssuedPaper) -> acts.DocumentIssued:
    return acts.DocumentIssued(paper.sheet_id, paper.document, paper.number, paper.sha256, paper.pages)


def _provisional(desk: Desk, case: Case, act: Act, on: date) -> Envelope:
    """Stand in for the envelope that the unit of work will write; nothing of it is kept."""
    return Envelope(
        act_id=ActId(f"rehearsal-{act.KIND}"),
        office=desk.uow.identity.office,
        stream=case_stream(case.case_id),
        group=GroupId("rehearsal"),
        group_size=1,
        group_pos=0,
        workstation=desk.uow.identity.workstation,
        seq=0,
        kind=act.KIND,
        schema=act.SCHEMA,
        payload_sha256="",
        legal_date=on,
        recorded_at=desk.uow.clock.now(),
        drift_ms=0,
        actor=desk.actor.staff_id,
        origin=desk.origin,
        program_version="",
        follows=case.last_legal,
        prev_hash="",
        hash="",
    )
