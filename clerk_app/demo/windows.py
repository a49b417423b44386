"""Opens the real window over a data folder and lets the journey walk it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from clerk_app.bootstrap_window import WindowEntry, window_parts
from clerk_app.devices.clock import InjectedClock
from clerk_app.ports import Printer, Reader
from clerk_app.services.seed import TRAINING_PASSWORD
from clerk_app.ui.app import create_application, open_window
from clerk_app.ui.journey.driver import JourneyProblem, WindowDriver
from clerk_app.ui.journey.journey import COMPANY, PERSON, Journey
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
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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


@dataclass(frozen=True, slots=True)
class Shown:
    """What the first window left: its last day, the pictures, what the exchange did, and the rows of every list by tab."""

    last_day: date
    pictures: list[Path]
    exchanged: dict[str, object]
    rows: dict[str, dict[str, int]]


def walked(folder: Path, *, printer: Printer, pictures: Path) -> Shown:
    """Walk the journey; close the window, open it again and find it all; exchange and look at every tab."""
    with open_journey(folder, day=FIRST_DAY, printer=printer, pictures=pictures) as journey:
        before = walk(journey)
        taken = journey.driver.taken
    with open_journey(folder, day=LAST_DAY, printer=printer, pictures=pictures) as journey:
        journey.driver.taken = taken
        journey.sign_in("admin")
        if (journey.case_of(COMPANY), journey.case_of(PERSON)) != (before.company, before.person):
            raise JourneyProblem("journey.stuck", what="the same cases after opening again", seen="")
        exchange(journey)
        rows = look_around(journey, year=YEAR)
        report = journey.reader().exchange_runs(1)[0].report
    done: dict[str, object] = (
        {"sent": report.sent, "conflicts": report.conflicts, "refused": report.refused, "verified": report.verified}
        if report is not None
        else {}
    )
    return Shown(LAST_DAY, taken, done, rows)


def looked_at(folder: Path, *, day: date, pictures: Path) -> list[Path]:
    """Let a second workstation show the case it fetched."""
    with open_journey(folder, day=day, pictures=pictures) as journey:
        journey.sign_in("clerk")
        journey.driver.page("search")
        journey.driver.select_row("search.table", journey.case_of(COMPANY).case_id)
        journey.driver.picture("second-workstation")
        return journey.driver.taken
