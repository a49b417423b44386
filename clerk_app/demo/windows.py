"""Opens the real window over a data folder and lets the journey walk it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from clerk_app.bootstrap_window import WindowEntry, window_parts
from clerk_app.devices.clock import InjectedClock
from clerk_app.ports import Printer, Reader
from clerk_app.services.seed import TRAINING_PASSWORD
from clerk_app.ui.app import create_application, open_window
from clerk_app.ui.journey.driver import WindowDriver
from clerk_app.ui.journey.journey import COMPANY, Journey
from clerk_app.ui.journey.walk import FIRST_DAY, LAST_DAY, exchange, look_around, walk
from clerk_app.ui.tasks import TaskRunner

SIZE = (1366, 768)
YEAR = 2020
_MORNING = time(1, 0)


@contextmanager
def open_journey(
    folder: Path, *, day: date, printer: Printer | None = None, pictures: Path | None = None, scale: int = 100
) -> Iterator[Journey]:
    """Open the window on a day of training data; it is closed and freed afterwards."""
    parts = window_parts(folder, now=datetime.combine(day, _MORNING, tzinfo=UTC), printer=printer)
    entry = parts.entry
    if not isinstance(entry, WindowEntry):
        raise TypeError(entry)
    create_application(scale=scale)
    tasks = TaskRunner()
    window = open_window(parts, tasks)
    window.resize(*SIZE)

    def go_to(on: date) -> None:
        clock = entry.parts().clock
        if isinstance(clock, InjectedClock):
            clock.set_to(datetime.combine(on, _MORNING, tzinfo=UTC))

    def reader() -> Reader:
        return entry.parts().store.reading()

    driver = WindowDriver(window, pictures=pictures)
    journey = Journey(driver, reader, go_to=go_to, password=TRAINING_PASSWORD)
    try:
        yield journey
    finally:
        window.close()
        tasks.shutdown()
        parts.close()
        window.deleteLater()
        journey.driver.close_dialogs()


def walked(folder: Path, *, printer: Printer, pictures: Path) -> tuple[date, list[Path], dict[str, object]]:
    """Walk the journey, exchange, look at every tab; return the last day, the pictures and what the exchange did."""
    with open_journey(folder, day=FIRST_DAY, printer=printer, pictures=pictures) as journey:
        walk(journey)
        journey.change_to("admin")
        exchange(journey)
        look_around(journey, year=YEAR)
        report = journey.reader().exchange_runs(1)[0].report
        taken = journey.driver.taken
    done: dict[str, object] = (
        {"sent": report.sent, "conflicts": report.conflicts, "refused": report.refused, "verified": report.verified}
        if report is not None
        else {}
    )
    return LAST_DAY, taken, done


def looked_at(folder: Path, *, day: date, pictures: Path) -> list[Path]:
    """Let a second workstation show the case it fetched."""
    with open_journey(folder, day=day, pictures=pictures) as journey:
        journey.sign_in("clerk")
        journey.driver.page("search")
        journey.driver.select_row("search.table", journey.case_of(COMPANY).case_id)
        journey.driver.picture("second-workstation")
        return journey.driver.taken
