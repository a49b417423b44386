"""The real window over a real training office, signed in without the cost of a password.

Use: ``from tests.ui.real_window import office_in, window_of`` in a test with `qtbot` and `tmp_path`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from clerk_app.devices.tables.reader import read_table
from clerk_app.domain.acts.base import StaffId
from clerk_app.paths import database_definition
from clerk_app.services.ledger import import_ledger
from clerk_app.services.people import check_password
from clerk_app.ui.app import create_application
from clerk_app.ui.context import FoundOffice, KnownPerson, SessionInfo, WindowParts
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens import PAGES
from clerk_app.ui.services import Services
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.widgets.paper_dialog import PaperDialog
from tests.training_office import TrainingOffice, found_training_office

LEDGERS = ("许可企业名录.csv", "办件台账.csv", "监督检查台账.csv")


@dataclass
class Entry:
    """What can be done before sign-in, in an office that is already there."""

    office: TrainingOffice

    def is_ready(self) -> bool:
        return True

    def people(self) -> tuple[KnownPerson, ...]:
        return tuple(KnownPerson(one.user, one.name) for one in self.office.store.reading().office().staff)

    def sign_in(self, user: str, password: str) -> SessionInfo:
        check_password(self.office.store.reading(), user, password)
        return session_of(self.office, user)

    def found_office(self, wish: FoundOffice) -> SessionInfo:
        raise AssertionError(wish)

    def join_office(self, file: Path) -> str:
        raise AssertionError(file)

    def training_copy(self) -> str:
        raise AssertionError


def session_of(office: TrainingOffice, user: str) -> SessionInfo:
    known = office.store.reading().office()
    member = known.member(user)
    assert member is not None
    roles = frozenset(role.value for role in member.roles)
    name = known.profile.name if known.profile else ""
    return SessionInfo(user, member.name, roles, office.store.identity.workstation, name, training=True)


def bring_in_2020(office: TrainingOffice) -> None:
    """Import the three ledgers of 2020 (several seconds)."""
    for name in LEDGERS:
        table = read_table(database_definition("seed", "ledger-2020", name))
        import_ledger(office.store, table, actor=StaffId("clerk"), today=office.clock.today())


@contextmanager
def office_in(folder: Path, *, today: date = date(2026, 3, 2), with_2020: bool = False) -> Iterator[TrainingOffice]:
    office = found_training_office(folder, today=today)
    try:
        if with_2020:
            bring_in_2020(office)
        yield office
    finally:
        office.store.close()


@contextmanager
def window_of(
    office: TrainingOffice,
    user: str,
    *pages: str,
    size: tuple[int, int] = (1366, 768),
    palette: str = "light",
    scale: int = 100,
    language: str = "zh_CN",
) -> Iterator[MainWindow]:
    """Open the window for a person with these pages, the first one in front; close it and wait for its jobs."""
    create_application(palette=palette, scale=scale, language=language)
    tasks = TaskRunner()
    parts = WindowParts(
        data_dir=office.folder,
        entry=Entry(office),
        open_services=lambda session: Services(desk=office.desk(session.user)),
        today=office.clock.today,
        warm_up=lambda: None,
        close=lambda: None,
        training=True,
    )
    wanted = tuple(page for page in PAGES if page.name in pages)
    window = MainWindow(parts, tasks, pages=tuple(sorted(wanted, key=lambda page: pages.index(page.name))))
    window.resize(*size)
    window.show()
    window.complete()
    window._on_entered(session_of(office, user))
    settle(window)
    try:
        yield window
    finally:
        window.close()
        tasks.shutdown()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way any more."""
    QApplication.processEvents()
    while window.tasks.is_busy:
        QApplication.processEvents()
    QApplication.processEvents()


def find(window: QWidget, name: str) -> QWidget:
    """Return the one widget of a name."""
    found = list(window.findChildren(QWidget, name))
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def open_paper(window: QWidget) -> PaperDialog | None:
    """Return the paper that is being looked at."""
    shown = [one for one in window.findChildren(PaperDialog) if one.isVisible()]
    return shown[-1] if shown else None
