"""A real application object with the program's look, a real training office behind the desk, and a frame that remembers what it was asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from clerk_app.domain.errors import RuleViolation
from clerk_app.ui.app import create_application
from clerk_app.ui.context import (
    EntryServices,
    FoundOffice,
    KnownPerson,
    Notice,
    PreviewRequest,
    SessionInfo,
    Tone,
    UiContext,
    WindowParts,
)
from clerk_app.ui.refresh import ChangeHub
from clerk_app.ui.services import Services
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import look
from tests.training_office import TrainingOffice, found_training_office

SHOTS = os.environ.get("UI_SHOTS", "")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return create_application()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Every window that a test opened is closed and freed at its end."""
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [one for one in qapp.topLevelWidgets() if id(one) not in before and one.isVisible()]
    assert not left, [one.objectName() for one in left]


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()
    QCoreApplication.sendPostedEvents(runner, QEvent.Type.MetaCall)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TrainingOffice]:
    made = found_training_office(tmp_path / "data")
    yield made
    made.store.close()


@dataclass
class RecordingFrame:
    """The frame as a screen sees it; everything asked of it is remembered."""

    toasts: list[tuple[str, Tone]] = field(default_factory=list)
    notices: dict[str, Notice] = field(default_factory=dict)
    errors: list[Exception] = field(default_factory=list)
    opened: list[tuple[str, object]] = field(default_factory=list)
    previews: list[PreviewRequest] = field(default_factory=list)
    badges: dict[str, int] = field(default_factory=dict)

    def toast(self, text: str, tone: Tone = Tone.OK) -> None:
        self.toasts.append((text, tone))

    def notice(self, notice: Notice) -> None:
        self.notices[notice.key] = notice

    def clear_notice(self, key: str) -> None:
        self.notices.pop(key, None)

    def show_error(self, error: Exception, target=None) -> None:
        self.errors.append(error)
        if target is not None and isinstance(error, RuleViolation):
            target.show_faults(error.faults)

    def open_case(self, case_id: str) -> None:
        self.opened.append(("case", case_id))

    def open_page(self, page: str, argument: object = None) -> None:
        self.opened.append((page, argument))

    def preview(self, request: PreviewRequest) -> None:
        self.previews.append(request)

    def set_badge(self, page: str, count: int) -> None:
        self.badges[page] = count

    def refresh_status(self) -> None:
        return None


@pytest.fixture
def frame() -> RecordingFrame:
    return RecordingFrame()


@pytest.fixture
def session_of(office: TrainingOffice) -> Callable[[str], SessionInfo]:
    def session(user: str) -> SessionInfo:
        state = office.store.reading().office()
        member, profile = state.member(user), state.profile
        assert member is not None
        assert profile is not None
        roles = frozenset(role.value for role in member.roles)
        return SessionInfo(user, member.name, roles, office.store.identity.workstation, profile.name, training=False)

    return session


@pytest.fixture
def context_of(
    office: TrainingOffice, frame: RecordingFrame, tasks: TaskRunner, session_of: Callable[[str], SessionInfo]
) -> Callable[[str], UiContext]:
    """Return what a screen gets when somebody of the training office is signed in: ``context_of("clerk")``."""

    def context(user: str) -> UiContext:
        return UiContext(
            session=session_of(user),
            services=Services(desk=office.desk(user)),
            tasks=tasks,
            hub=ChangeHub(),
            theme=look(),
            frame=frame,
            today=office.clock.today,
        )

    return context


class TrainingEntry(EntryServices):
    """Signing in at the training office; the password is `training` and costs no hash."""

    def __init__(self, office: TrainingOffice, session_of: Callable[[str], SessionInfo]) -> None:
        self.office, self.session_of = office, session_of
        self.ready = True
        self.founded: list[FoundOffice] = []

    def is_ready(self) -> bool:
        return self.ready

    def people(self) -> tuple[KnownPerson, ...]:
        return tuple(KnownPerson(one.user, one.name) for one in self.office.store.reading().office().staff)

    def sign_in(self, user: str, password: str) -> SessionInfo:
        if password != "training":
            raise RuleViolation("password_wrong", field="password")
        return self.session_of(user)

    def found_office(self, wish: FoundOffice) -> SessionInfo:
        self.founded.append(wish)
        if wish.area_code == "000000":
            raise RuleViolation("area_code", field="area_code", value=wish.area_code)
        self.ready = True
        return self.session_of("admin")

    def join_office(self, file: Path) -> str:
        raise RuleViolation("folder_taken", field="file", file=file.name)

    def training_copy(self) -> str:
        self.ready = True
        return "W01"


@pytest.fixture
def entry(office: TrainingOffice, session_of: Callable[[str], SessionInfo]) -> TrainingEntry:
    return TrainingEntry(office, session_of)


@pytest.fixture
def parts(office: TrainingOffice, entry: TrainingEntry) -> WindowParts:
    return WindowParts(
        data_dir=office.folder,
        entry=entry,
        open_services=lambda session: Services(desk=office.desk(session.user)),
        today=office.clock.today,
        warm_up=lambda: None,
        close=lambda: None,
    )


@pytest.fixture
def shot(tmp_path: Path) -> Callable[[object, str], Path]:
    """Save a picture of a widget; set UI_SHOTS to a folder to look at them afterwards."""

    def take(widget, name: str) -> Path:
        folder = Path(SHOTS) if SHOTS else tmp_path
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        assert widget.grab().save(str(path))
        return path

    return take
