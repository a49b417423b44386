"""The busy office with all three ledgers of 2020, for the pages that show inspections and licensees too.

Use: ``from tests.ui.whole_year import busy, busy_folder, whole_folder`` in a test file, then ask for the fixture `busy`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.devices.tables.reader import read_table
from clerk_app.domain.acts.base import CaseId, StaffId
from clerk_app.paths import database_definition
from clerk_app.services.ledger import import_ledger
from tests.ui.busy_office import BusyOffice, busy_folder, reopened

__all__ = ["busy", "busy_folder", "whole_folder"]

OVERSIGHT = ("许可企业名录.csv", "监督检查台账.csv")
_built: list[Path] = []
"""Each file that imports the fixture has a session of its own; one office serves them all."""


def _copy(template: Path, folder: Path) -> Path:
    shutil.copytree(template, folder)
    shutil.copy(template.parent / f"{template.name}.mark", folder.parent / f"{folder.name}.mark")
    return folder


@pytest.fixture(scope="session")
def whole_folder(busy_folder: tuple[Path, dict[str, CaseId]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed busy office with cases, licensees and inspections of 2020; copy it, never open it."""
    if not _built:
        opened = reopened(_copy(busy_folder[0], tmp_path_factory.mktemp("whole") / "office"))
        try:
            for name in OVERSIGHT:
                ledger = read_table(database_definition("seed", "ledger-2020", name))
                import_ledger(opened.store, ledger, actor=StaffId("clerk"), today=opened.clock.today())
        finally:
            opened.store.close()
        _built.append(opened.folder)
    return _built[0]


@pytest.fixture
def busy(whole_folder: Path, busy_folder: tuple[Path, dict[str, CaseId]], tmp_path: Path) -> Iterator[BusyOffice]:
    """A busy office of its own for one test."""
    opened = reopened(_copy(whole_folder, tmp_path / "office"))
    cases = busy_folder[1]
    yield BusyOffice(opened, dict(cases), taken=len(cases))
    opened.store.close()
