"""A fortnight at the window, through the services: cases in every state and on every stage, for the pages that list them.

Use: ``from tests.ui.busy_office import busy, busy_folder`` in a test file, then ask for the fixture `busy`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from clerk_app.devices.clock import InjectedClock
from clerk_app.devices.file_printer import FilePrinter
from clerk_app.devices.high_water_mark import FileHighWaterMark
from clerk_app.devices.tables.reader import read_table
from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.domain.acts.base import CaseId, StaffId
from clerk_app.domain.acts.case import (
    Applicant,
    ApplicantType,
    DecisionResult,
    DeliveryChoice,
    DeliveryMethod,
    IdType,
    Opinion,
    OwnFieldValue,
    Step,
    Verdict,
)
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import Kind
from clerk_app.paths import database_definition
from clerk_app.services import delivery, intake, review
from clerk_app.services.intake import Application
from clerk_app.services.ledger import import_ledger
from clerk_app.services.recording import Desk
from clerk_app.storage.store import open_store
from tests.training_office import KEY, TrainingOffice
from tests.ui.real_window import office_in

T = TypeVar("T")
TODAY = date(2026, 12, 14)
"""The Monday on which `fill` leaves the clock."""
NOW = datetime(2026, 12, 14, 2, 0, tzinfo=UTC)
WAYBILLS = ("9745849105589", "9745849105602", "XA881234566CN")


@dataclass
class BusyOffice:
    """Cases by name: `received`, `silent`, `awaiting`, `accepted`, `stopped`, `handled`, `checked`, `to_make`, …"""

    office: TrainingOffice
    cases: dict[str, CaseId] = field(default_factory=dict)
    taken: int = 0

    def go_to(self, day: date) -> None:
        self.office.go_to(day)

    def do(self, user: str, act: Callable[[Desk], T]) -> T:
        self.office.pass_minutes(1)
        return self.office.desk(user).do(act)

    def case(self, name: str) -> Case:
        found = self.office.store.reading().case(self.cases[name])
        assert found is not None
        return found

    def receive(self, name: str, *, item: str = "WHJY", by_post: bool = True) -> CaseId:
        done = self.do("clerk", partial(intake.receive, application=self._application(item, by_post=by_post)))
        self.cases[name] = done.case.case_id
        return done.case.case_id

    def accept(self, name: str, **more: object) -> CaseId:
        case_id = self.receive(name, **more)  # type: ignore[arg-type]
        materials = tuple(replace(one, verdict=Verdict.CONFORMS, pages=2) for one in self.case(name).materials)
        self.do("clerk", lambda desk: intake.check_materials(desk, case_id, materials))
        self.do("clerk", lambda desk: intake.accept(desk, case_id))
        return case_id

    def notify(self, name: str) -> CaseId:
        case_id = self.receive(name)
        first, *others = self.case(name).materials
        judged = (
            replace(first, verdict=Verdict.MISSING, defect="未提交"),
            *(replace(one, verdict=Verdict.CONFORMS, pages=1) for one in others),
        )
        self.do("clerk", lambda desk: intake.notify_once(desk, case_id, judged))
        return case_id

    def sign(self, name: str, *steps: Step) -> None:
        people = {Step.HANDLE: "handler", Step.CHECK: "checker"}
        for step in steps:
            self.do(
                people[step],
                partial(review.sign_step, case_id=self.cases[name], step=step, opinion=Opinion.AGREE, text="同意"),
            )

    def grant(self, name: str, **more: object) -> CaseId:
        case_id = self.accept(name, **more)
        self.sign(name, Step.HANDLE, Step.CHECK)
        wish = review.DecisionWish(DecisionResult.GRANTED, "同意发证")
        self.do("approver", lambda desk: review.decide(desk, case_id, wish))
        return case_id

    def seal(self, name: str, **more: object) -> CaseId:
        case_id = self.grant(name, **more)
        self.do("issuer", lambda desk: delivery.make_certificate(desk, case_id))
        self.do("issuer", lambda desk: delivery.seal(desk, case_id, document="certificate"))
        return case_id

    def post(self, name: str, waybill: str) -> CaseId:
        case_id = self.seal(name)
        self.do("issuer", lambda desk: delivery.post(desk, case_id, waybill=waybill))
        return case_id

    def _application(self, item: str, *, by_post: bool) -> Application:
        table = read_table(database_definition("seed", "ledger-2020", "许可企业名录.csv"))
        cells = table.rows[self.taken * 7].cells
        self.taken += 1
        applicant = Applicant(
            ApplicantType.ENTITY,
            cells["企业名称"],
            IdType.CREDIT_CODE,
            cells["统一社会信用代码"],
            cells["法定代表人"],
            cells["地址"],
            cells["法定代表人"],
            "13812345678",
        )
        found = self.office.store.reading().office().catalogue.at(item, self.office.clock.today())
        assert found is not None
        own = tuple(OwnFieldValue(one.code, one.choices[0] if one.choices else "乙醇、丙酮") for one in found.fields)
        address = DeliveryChoice(
            DeliveryMethod.POST, cells["法定代表人"], "13812345678", "529200", cells["地址"], confirmed=True
        )
        chosen = address if by_post else DeliveryChoice(DeliveryMethod.PICKUP)
        return Application(item, Kind.NEW, applicant, delivery=chosen, fields=own)


def fill(opened: TrainingOffice) -> BusyOffice:
    """Work from the 24th of November to the 14th of December 2026."""
    office = BusyOffice(opened)
    office.go_to(date(2026, 11, 24))
    office.receive("silent")
    office.post("returned", WAYBILLS[2])
    office.accept("overdue")
    office.go_to(date(2026, 11, 27))
    returned = office.cases["returned"]
    back = partial(delivery.letter_returned, case_id=returned, waybill=WAYBILLS[2], reason="收件人不在")
    office.do("issuer", back)
    office.go_to(date(2026, 12, 1))
    office.post("in_transit", WAYBILLS[0])
    office.notify("awaiting")
    office.go_to(date(2026, 12, 9))
    office.grant("to_make")
    office.seal("to_post")
    office.seal("to_post_too")
    office.seal("to_pick_up", by_post=False)
    office.accept("stopped")
    office.do(
        "handler",
        lambda desk: review.start_procedure(
            desk,
            office.cases["stopped"],
            procedure="专家评审",
            basis="《中华人民共和国行政许可法》第四十五条",
            first_day=date(2026, 12, 10),
            planned_days=10,
        ),
    )
    office.go_to(date(2026, 12, 10))
    office.accept("checked")
    office.sign("checked", Step.HANDLE, Step.CHECK)
    to_seal = office.grant("to_seal")
    office.do("issuer", lambda desk: delivery.make_certificate(desk, to_seal))
    office.go_to(date(2026, 12, 11))
    office.accept("handled")
    office.sign("handled", Step.HANDLE)
    office.accept("accepted", item="FMKS")
    office.go_to(TODAY)
    office.receive("received")
    office.accept("fresh", item="YHLS")
    return office


def reopened(folder: Path) -> TrainingOffice:
    """Open a copy of an office that `fill` left, on its last day."""
    clock = InjectedClock(NOW)
    marks = FileHighWaterMark(folder.parent / f"{folder.name}.mark")
    store = open_store(folder, key=KEY, clock=clock, marks=marks, program_version="0.1.0")
    return TrainingOffice(folder, store, clock, ReportlabRenderer(), FilePrinter(folder / "printed"))


def bring_in_cases(opened: TrainingOffice) -> None:
    """Import the ledger of cases of 2020."""
    ledger = read_table(database_definition("seed", "ledger-2020", "办件台账.csv"))
    import_ledger(opened.store, ledger, actor=StaffId("clerk"), today=opened.clock.today())


_built: list[tuple[Path, dict[str, CaseId]]] = []
"""Each file that imports the fixture has a session of its own; one office serves them all."""


@pytest.fixture(scope="session")
def busy_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, CaseId]]:
    """A closed busy office with the cases of 2020, and its own cases by name; copy it, never open it."""
    if not _built:
        folder = tmp_path_factory.mktemp("busy") / "office"
        with office_in(folder, today=date(2026, 11, 23)) as opened:
            bring_in_cases(opened)
            _built.append((folder, fill(opened).cases))
    return _built[0]


@pytest.fixture
def busy(busy_folder: tuple[Path, dict[str, CaseId]], tmp_path: Path) -> Iterator[BusyOffice]:
    """A busy office of its own for one test."""
    template, cases = busy_folder
    shutil.copytree(template, tmp_path / "office")
    shutil.copy(template.parent / "office.mark", tmp_path / "office.mark")
    opened = reopened(tmp_path / "office")
    yield BusyOffice(opened, dict(cases), taken=len(cases))
    opened.store.close()
