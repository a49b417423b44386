"""A real training office in a folder of the test: SQLCipher, seed, staff, renderer, an injected clock.

Use: ``from tests.training_office import TrainingOffice, found_training_office``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from clerk_app.devices.clock import InjectedClock
from clerk_app.devices.file_printer import FilePrinter
from clerk_app.devices.high_water_mark import FileHighWaterMark
from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.domain.listing import Identity
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.seed import found_office, office_seed, training_staff
from clerk_app.storage.store import LocalStore, create_store

KEY = bytes(range(32))
NINE_O_CLOCK = time(1, 0)
"""09:00 in Asia/Shanghai, as UTC."""


@dataclass
class TrainingOffice:
    """An opened office and its people."""

    folder: Path
    store: LocalStore
    clock: InjectedClock
    renderer: ReportlabRenderer
    printer: FilePrinter

    def desk(self, user: str) -> WorkingDesk:
        return WorkingDesk(self.store, self.renderer, self.printer, user)

    def go_to(self, day: date) -> None:
        self.clock.set_to(datetime.combine(day, NINE_O_CLOCK, tzinfo=UTC))

    def pass_minutes(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))


def found_training_office(
    folder: Path, *, today: date = date(2026, 3, 2), workstation: str = "W01", passwords: bool = False
) -> TrainingOffice:
    """Create the office; passwords cost a quarter of a second each and are set only if asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = InjectedClock(datetime.combine(today, NINE_O_CLOCK, tzinfo=UTC))
    office = office_seed()
    store = create_store(
        folder,
        key=KEY,
        identity=Identity(workstation, office.code, workstation[-2:], founder=True, training=True),
        clock=clock,
        marks=FileHighWaterMark(folder.parent / f"{folder.name}.mark"),
        program_version="0.1.0",
    )
    staff = training_staff()
    with store.unit_of_work() as uow:
        found_office(uow, office, staff, passwords={one.user: "training" for one in staff} if passwords else {})
        uow.commit()
    return TrainingOffice(folder, store, clock, ReportlabRenderer(), FilePrinter(folder / "printed"))
