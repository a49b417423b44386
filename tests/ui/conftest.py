"""Fixtures of the window: the theme, a real training office with the year 2020, and a page's context in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.office import NotedFrame, copy_of, desk_of, found_with_year_2020, session_of

from clerk_app.storage.store import LocalStore
from clerk_app.ui.context import UiContext
from clerk_app.ui.refresh import ChangeHub
from clerk_app.ui.services import Services
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import Theme, apply_theme, load_fonts, make_theme

MakeContext = Callable[..., UiContext]


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> tuple[str, str]:
    return load_fonts()


@pytest.fixture
def theme(qapp: QApplication, families: tuple[str, str]) -> Theme:
    """Give the window its look, at 100 %."""
    made = make_theme(families)
    apply_theme(qapp, made)
    return made


@pytest.fixture(scope="session")
def year_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office with the year 2020; copy it, never open it."""
    folder = tmp_path_factory.mktemp("year") / "office"
    found_with_year_2020(folder)
    return folder


@pytest.fixture
def store(year_folder: Path, tmp_path: Path) -> Iterator[LocalStore]:
    with copy_of(year_folder, tmp_path / "office") as opened:
        yield opened


@pytest.fixture
def frame() -> NotedFrame:
    return NotedFrame()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def make_ctx(theme: Theme, store: LocalStore, frame: NotedFrame, tasks: TaskRunner, tmp_path: Path) -> MakeContext:
    """Return the way to the context of somebody of the training staff; keywords go to `Services`."""
    hubs: list[ChangeHub] = []

    def make(user: str = "clerk", **services: object) -> UiContext:
        hub = ChangeHub()
        hubs.append(hub)
        return UiContext(
            session=session_of(store, user),
            services=Services(desk=desk_of(store, user, tmp_path), **services),  # type: ignore[arg-type]
            tasks=tasks,
            hub=hub,
            theme=theme,
            frame=frame,
            today=store.clock.today,
        )

    return make


@pytest.fixture
def ctx(make_ctx: MakeContext) -> UiContext:
    return make_ctx()
