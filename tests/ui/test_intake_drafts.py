"""What is half done is never lost: drafts save themselves, are parked, resumed and offered after a crash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from clerk_app.domain.listing import Draft
from clerk_app.ui.main_window import MainWindow
from tests.training_office import TrainingOffice
from tests.ui.counter import FIRM, OTHER_FIRM, fill_in, intake_of, judge, type_into
from tests.ui.real_window import find, office_in, settle, window_of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TrainingOffice]:
    with office_in(tmp_path / "office", today=date(2026, 11, 23)) as founded:
        yield founded


def drafts(office: TrainingOffice) -> tuple[Draft, ...]:
    return office.store.reading().drafts("clerk")


def active(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_form_saves_itself_when_the_typing_pauses(office: TrainingOffice, qtbot: QtBot) -> None:
    with window_of(office, "clerk", "intake") as window:
        fill_in(window)
        qtbot.waitUntil(lambda: len(drafts(office)) == 1, timeout=5000)
        assert FIRM[0] in drafts(office)[0].title
        type_into(window, "intake.address", "台山市台城镇")
        qtbot.waitUntil(lambda: "台山市台城镇" in drafts(office)[0].body, timeout=5000)
        assert len(drafts(office)) == 1


def test_what_was_typed_before_a_crash_is_offered_and_taken_back_whole(office: TrainingOffice, qtbot: QtBot) -> None:
    with window_of(office, "clerk", "intake") as window:
        fill_in(window, item="YZDB", kind="change")
        judge(window, "13")
        window.hide()  # the process ends here; only what was saved by itself is left
        qtbot.waitUntil(lambda: len(drafts(office)) == 1 and "wrong_form" in drafts(office)[0].body, timeout=5000)
        before = intake_of(window).form.sheet()
    with window_of(office, "clerk", "intake") as window:
        qtbot.waitUntil(lambda: find(window, "intake.offer_resume").isVisible(), timeout=5000)
        assert FIRM[0] in find(window, "intake.offer").accessibleName()
        find(window, "intake.offer_resume").click()
        settle(window)
        assert intake_of(window).form.sheet() == before
        assert not find(window, "intake.offer_resume").isVisible()


def test_several_are_parked_and_resumed_by_keys(office: TrainingOffice, qtbot: QtBot) -> None:
    with window_of(office, "clerk", "intake") as window:
        active(window, qtbot)
        name = find(window, "intake.applicant_name")
        for firm in (FIRM, OTHER_FIRM):
            fill_in(window, firm=firm)
            QTest.keyClick(name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            settle(window)
            assert intake_of(window).form.sheet().is_blank
        qtbot.waitUntil(lambda: intake_of(window).drafts.count == 2, timeout=5000)
        assert "2" in find(window, "intake.resume").text()
        first = next(one for one in intake_of(window).drafts.actions() if FIRM[0] in one.text())
        first.trigger()
        settle(window)
        assert name.text() == FIRM[0]
        qtbot.waitUntil(lambda: intake_of(window).drafts.count == 1, timeout=5000)


def test_taking_one_back_parks_what_stands_in_the_form(office: TrainingOffice, qtbot: QtBot) -> None:
    with window_of(office, "clerk", "intake") as window:
        fill_in(window)
        find(window, "intake.park").click()
        settle(window)
        qtbot.waitUntil(lambda: intake_of(window).drafts.count == 1, timeout=5000)
        fill_in(window, firm=OTHER_FIRM)
        intake_of(window).drafts.actions()[0].trigger()
        settle(window)
        assert find(window, "intake.applicant_name").text() == FIRM[0]
        qtbot.waitUntil(lambda: len(drafts(office)) == 2, timeout=5000)
        qtbot.waitUntil(lambda: intake_of(window).drafts.count == 1, timeout=5000)
        assert OTHER_FIRM[0] in intake_of(window).drafts.actions()[0].text()


def test_a_parked_one_is_not_offered_as_if_the_program_had_crashed(office: TrainingOffice, qtbot: QtBot) -> None:
    with window_of(office, "clerk", "intake") as window:
        fill_in(window)
        find(window, "intake.new").click()
        settle(window)
    with window_of(office, "clerk", "intake") as window:
        qtbot.waitUntil(lambda: intake_of(window).drafts.count == 1, timeout=5000)
        assert not find(window, "intake.offer_resume").isVisible()


def test_discarding_asks_first_and_forgets_the_draft(office: TrainingOffice, qtbot: QtBot) -> None:
    with window_of(office, "clerk", "intake") as window:
        fill_in(window)
        qtbot.waitUntil(lambda: len(drafts(office)) == 1, timeout=5000)
        find(window, "intake.discard").click()
        box = window.findChild(QMessageBox, "intake.discard_question")
        assert box is not None
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Discard).click()
        settle(window)
        assert intake_of(window).form.sheet().is_blank
        assert drafts(office) == ()


def test_a_draft_of_another_program_version_is_listed_and_cannot_be_opened(
    office: TrainingOffice, qtbot: QtBot
) -> None:
    now = office.clock.now()
    office.desk("clerk").write(lambda uow: uow.save_draft(Draft("d1", "旧暂存", '{"applicant": 7}', "clerk", now)))
    with window_of(office, "clerk", "intake") as window:
        qtbot.waitUntil(lambda: intake_of(window).drafts.count == 1, timeout=5000)
        (action,) = intake_of(window).drafts.actions()
        assert "旧暂存" in action.text()
        assert not action.isEnabled()
