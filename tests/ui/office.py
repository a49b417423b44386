"""A real training office with the year 2020, and what a page needs to live in it, for the tests of the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from clerk_app.devices.clock import InjectedClock
from clerk_app.devices.file_printer import FilePrinter
from clerk_app.devices.high_water_mark import FileHighWaterMark
from clerk_app.devices.tables.reader import read_table
from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.listing import Identity
from clerk_app.paths import database_definition
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.ledger import import_ledger
from clerk_app.services.seed import TRAINING_PASSWORD, found_office, office_seed, training_staff
from clerk_app.storage.store import LocalStore, create_store, open_store
from clerk_app.ui.context import Notice, PreviewRequest, SessionInfo, Tone
from clerk_app.ui.faults import FaultTarget

KEY = bytes(range(32))
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
VERSION = "0.0.test"
LEDGERS = ("办件台账.csv", "监督检查台账.csv", "许可企业名录.csv")


def found_with_year_2020(folder: Path) -> None:
    """Found the training office in `folder` and bring the three ledgers of 2020 in."""
    folder.mkdir(parents=True)
    bureau, staff = office_seed(), training_staff()
    store = create_store(
        folder,
        key=KEY,
        identity=Identity("W01", bureau.code, "01", founder=True, training=True),
        clock=InjectedClock(NOW),
        marks=FileHighWaterMark(folder / "marks"),
        program_version=VERSION,
    )
    try:
        with store.unit_of_work() as uow:
            found_office(uow, bureau, staff, passwords={"admin": TRAINING_PASSWORD})
            uow.commit()
        for name in LEDGERS:
            table = read_table(database_definition("seed", "ledger-2020", name))
            result = import_ledger(store, table, actor=StaffId("clerk"), today=store.clock.today())
            assert result.imported == result.rows
    finally:
        store.close()


@contextmanager
def copy_of(template: Path, folder: Path) -> Iterator[LocalStore]:
    """Open a copy of a founded office, to be written to, and close it afterwards."""
    shutil.copytree(template, folder)
    store = open_store(
        folder,
        key=KEY,
        clock=InjectedClock(NOW),
        marks=FileHighWaterMark(folder / "marks"),
        program_version=VERSION,
    )
    try:
        yield store
    finally:
        store.close()


def desk_of(store: LocalStore, user: str, folder: Path) -> WorkingDesk:
    """Return the desk of one of the training staff, printing into a folder."""
    return WorkingDesk(store, ReportlabRenderer(), FilePrinter(folder / "printed"), user)


def session_of(store: LocalStore, user: str) -> SessionInfo:
    """Return who `user` is, as the frame would know after sign-in."""
    member = store.reading().office().member(user)
    assert member is not None
    roles = frozenset(role.value for role in member.roles)
    return SessionInfo(
        member.user, member.name, roles, store.identity.workstation, store.identity.office, training=True
    )


@dataclass(slots=True)
class NotedFrame:
    """A frame that only notes what a page asked of it."""

    toasts: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    pages: list[tuple[str, object]] = field(default_factory=list)
    previews: list[PreviewRequest] = field(default_factory=list)
    badges: dict[str, int] = field(default_factory=dict)

    def toast(self, text: str, tone: Tone = Tone.OK) -> None:
        self.toasts.append(text)

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice)

    def clear_notice(self, key: str) -> None:
        self.notices = [one for one in self.notices if one.key != key]

    def show_error(self, error: Exception, target: FaultTarget | None = None) -> None:
        faults = getattr(error, "faults", ())
        if target is None or not faults or target.show_faults(faults):
            self.errors.append(error)

    def open_case(self, case_id: str) -> None:
        self.pages.append(("search", case_id))

    def open_page(self, page: str, argument: object = None) -> None:
        self.pages.append((page, argument))

    def preview(self, request: PreviewRequest) -> None:
        self.previews.append(request)

    def set_badge(self, page: str, count: int) -> None:
        self.badges[page] = count

    def refresh_status(self) -> None:
        """Nothing is shown here."""
