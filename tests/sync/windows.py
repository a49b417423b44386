"""Whole workstations: a real encrypted database, a clock of their own, and the real exchange."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clerk_app.devices.clock import InjectedClock
from clerk_app.devices.high_water_mark import FileHighWaterMark
from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Act, CaseId, Origin, StaffId, StreamType, stream_id
from clerk_app.domain.acts.office import SeriesTakenOver
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.exchange import SyncReport, WireGroup
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import Identity, NewAct
from clerk_app.domain.numbering import CaseNumberForm, format_case_no
from clerk_app.ports import Central, Progress
from clerk_app.services.seed import found_office, office_seed, training_staff
from clerk_app.storage.exchange_side import LocalExchangeStore
from clerk_app.storage.store import LocalStore, create_store, open_store
from clerk_app.sync.access import ServerAccess
from clerk_app.sync.central_gateway import CentralGateway
from clerk_app.sync.runner import ExchangeRunner, LeaseWish
from tests.central_server import CentralDatabase

NUMBERS = CaseNumberForm(area="440781", office="02")
KEY = bytes(range(32))
START = datetime(2020, 3, 2, 1, 0, tzinfo=UTC)


@dataclass
class Window:
    """One workstation with its folder; `connect` may be replaced by something worse."""

    folder: Path
    access: ServerAccess
    clock: InjectedClock
    store: LocalStore
    wishes: list[LeaseWish] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    @property
    def code(self) -> str:
        return self.access.workstation

    def side(self) -> LocalExchangeStore:
        return LocalExchangeStore(self.store)

    def runner(self, connect: Callable[[], Central] | None = None, **options: object) -> ExchangeRunner:
        return ExchangeRunner(
            store=self.side(),
            connect=connect or self.connect,
            clock=self.clock,
            data_dir=self.folder,
            program="test",
            leases=lambda: tuple(self.wishes),
            sleep=self.slept.append,
            **options,
        )

    def connect(self) -> CentralGateway:
        return CentralGateway(self.access)

    def exchange(self, *, trigger: str = "test", progress: Progress | None = None, **options: object) -> SyncReport:
        self.clock.advance(timedelta(seconds=1))
        return self.runner(**options).run(trigger=trigger, progress=progress)

    def record(self, case: CaseId, *recorded: Act, actor: str = "clerk", origin: Origin = Origin.LIVE) -> str:
        """Write acts of one case as one group; return the group."""
        self.clock.advance(timedelta(seconds=1))
        with self.store.unit_of_work() as uow:
            written = uow.append(
                [NewAct(case_stream(case), act, self.clock.today()) for act in recorded],
                actor=StaffId(actor),
                origin=origin,
            )
            uow.commit()
        return written[0].envelope.group

    def receive(self) -> CaseId:
        with self.store.unit_of_work() as uow:
            case = CaseId(uow.new_id())
            serial = uow.next_case_serial(self.clock.today().year)
            uow.commit()
        applicant = acts.Applicant(
            acts.ApplicantType.ENTITY, "台山市三合气体有限公司", acts.IdType.CREDIT_CODE, "91440781MA7EJG4D43"
        )
        number = format_case_no(NUMBERS, year=self.clock.today().year, series=self.access.series, serial=serial)
        receipt = acts.MaterialsReceived(number, "WHJY", Kind.NEW, applicant, acts.Channel.WINDOW, training=True)
        self.record(case, receipt)
        return case

    def check(self, case: CaseId) -> None:
        """Bring a received case up to the second signature."""
        self.record(case, acts.Accepted(item_version=1))
        self.record(case, acts.StepSigned(acts.Step.HANDLE, acts.Opinion.AGREE, "同意"), actor="handler")
        self.record(case, acts.StepSigned(acts.Step.CHECK, acts.Opinion.AGREE, "同意"), actor="checker")

    def decide(self, case: CaseId, *, actor: str = "approver") -> str:
        """Approve and decide with a number from the leased block; return the number."""
        self.clock.advance(timedelta(seconds=1))
        with self.store.unit_of_work() as uow:
            taken = uow.take_number("grant_decision", self.clock.today().year)
            stream, today = case_stream(case), self.clock.today()
            given = acts.NumberGiven(taken.series, taken.year, taken.serial, taken.text, "grant_decision")
            uow.append(
                [
                    NewAct(stream, acts.StepSigned(acts.Step.APPROVE, acts.Opinion.AGREE, "同意"), today),
                    NewAct(stream, acts.Decided(acts.DecisionResult.GRANTED, document_no=taken.text), today),
                    NewAct(stream, given, today),
                ],
                actor=StaffId(actor),
            )
            uow.commit()
        return taken.text

    def hand_over_series(self, *names: str) -> None:
        """What `central init` does in the founder's folder."""
        with self.store.unit_of_work() as uow:
            steps = [
                NewAct(stream_id(StreamType.SERIES, name), SeriesTakenOver(name, "central"), self.clock.today())
                for name in names
            ]
            uow.append(steps, actor=StaffId("admin"))
            uow.commit()

    def history(self, case: CaseId) -> list[tuple[str, int | None, str]]:
        """Every act of a case with its place and verdict."""
        rows = self.store.reading().acts_of(case_stream(case))
        return [(row.record.envelope.hash, row.position, row.verdict.value) for row in rows]

    def backup(self, to: Path) -> None:
        """Copy the closed folder, as a backup or a cloned disk would."""
        self.store.close()
        shutil.copytree(self.folder, to)
        self.reopen()

    def restore(self, backup: Path) -> None:
        """Put an older folder back; the high-water mark lies outside and stays."""
        self.store.close()
        marks = self.folder / "marks"
        kept = marks.read_bytes() if marks.exists() else b""
        shutil.rmtree(self.folder)
        shutil.copytree(backup, self.folder)
        if kept:
            marks.write_bytes(kept)
        self.reopen()

    def reopen(self) -> None:
        marks = FileHighWaterMark(self.folder / "marks")
        self.store = open_store(self.folder, key=KEY, clock=self.clock, marks=marks, program_version="0.1.0")


def window(
    database: CentralDatabase,
    code: str,
    *,
    founder: bool = False,
    at: datetime = START,
    training: bool = True,
) -> Window:
    """Make a workstation with a login on the server; the founder founds the office too."""
    folder = database.folder / f"window-{code}"
    folder.mkdir()
    access = database.add(code, founder=founder)
    clock = InjectedClock(at)
    store = create_store(
        folder,
        key=KEY,
        identity=Identity(code, access.office, access.series, founder, training),
        clock=clock,
        marks=FileHighWaterMark(folder / "marks"),
        program_version="0.1.0",
    )
    made = Window(folder, access, clock, store)
    if founder:
        with store.unit_of_work() as uow:
            found_office(uow, office_seed(), training_staff(), passwords={})
            uow.commit()
    return made


def opened(folder: Path, access: ServerAccess, *, at: datetime) -> Window:
    """Start the workstation of a folder."""
    clock = InjectedClock(at)
    marks = FileHighWaterMark(folder / "marks")
    store = open_store(folder, key=KEY, clock=clock, marks=marks, program_version="0.1.0")
    return Window(folder, access, clock, store)


def clone(original: Window, to: Path) -> Window:
    """A second machine with the first one's disk."""
    original.backup(to)
    return opened(to, original.access, at=original.clock.now())


def settle(windows: Sequence[Window]) -> None:
    """Exchange until nobody has anything new."""
    for _ in range(2):
        for one in windows:
            one.exchange()


def groups_of(one: Window) -> list[WireGroup]:
    """Every own group of a workstation, in the order of its chain."""
    return list(one.side().unsent(0, max_acts=10**6, max_bytes=10**9))
