"""一次性告知 in the real window: checklist, notice, supplement, acceptance."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clerk_app.domain.acts.case import Verdict
from clerk_app.domain.case import Case
from clerk_app.domain.procedure import State
from clerk_app.services import intake
from clerk_app.ui.context import OpenCase
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.notification.view import NotificationScreen
from tests.training_office import TrainingOffice
from tests.ui.counter import OTHER_FIRM, all_conform, first_missing, issue, judge, receive, type_into, visible
from tests.ui.real_window import find, office_in, open_paper, settle, window_of

NOTICE, ACCEPTANCE = "补正材料一次性告知书", "行政许可申请受理通知书"
STEPS = ("notification.save", "notification.supplement", "notification.accept", "notification.issue")
MONDAY = date(2026, 3, 2)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TrainingOffice]:
    with office_in(tmp_path / "office", today=MONDAY) as founded:
        yield founded


@contextmanager
def page(office: TrainingOffice, qtbot: QtBot, *, user: str = "clerk") -> Iterator[MainWindow]:
    with window_of(office, user, "notification") as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: not window.tasks.is_busy)
        settle(window)
        yield window


def screen_of(window: MainWindow) -> NotificationScreen:
    screen = window.workspace.screen_of("notification")
    assert isinstance(screen, NotificationScreen)
    return screen


def case_of(office: TrainingOffice, case: Case) -> Case:
    now = office.store.reading().case(case.case_id)
    assert now is not None
    return now


def hint(window: MainWindow) -> str:
    label = find(window, "notification.hint")
    assert isinstance(label, QLabel)
    return label.text()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(find(window, "notification.table"), key, modifier)


def count_of(window: MainWindow) -> int:
    return screen_of(window).materials.table.model.rowCount()


def test_the_first_case_is_in_front_with_its_checklist_and_its_five_days(office: TrainingOffice, qtbot: QtBot) -> None:
    case = receive(office)
    office.go_to(date(2026, 3, 4))
    with page(office, qtbot) as window:
        assert find(window, "notification.table").current_id() == case.case_id
        assert count_of(window) == len(case.materials)
        (bar,) = find(window, "notification.bars").bars
        assert (bar.used, bar.left) == (2, 3)
        assert visible(window, *STEPS) == ["notification.save", "notification.accept", "notification.issue"]
        assert not find(window, "notification.issue").isEnabled()
        assert "没有结论" in hint(window)


def test_the_notice_goes_out_by_keys_alone(office: TrainingOffice, qtbot: QtBot) -> None:
    case = receive(office)
    with page(office, qtbot) as window:
        judge(window, "2" + "1" * (count_of(window) - 1), page="notification")
        assert hint(window) == ""
        press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        issue(qtbot, window, NOTICE)
        told = case_of(office, case)
        assert (told.state, told.materials[0].verdict) == (State.AWAITING_SUPPLEMENT, Verdict.MISSING)
        qtbot.waitUntil(lambda: visible(window, "notification.supplement") != [], timeout=5000)
        assert not find(window, "notification.issue").isEnabled()
        assert "不能再次要求补正" in find(window, "notification.issue").toolTip()


def test_what_was_found_is_saved_and_stays_editable_until_the_notice(office: TrainingOffice, qtbot: QtBot) -> None:
    case = receive(office)
    with page(office, qtbot) as window:
        judge(window, "13", page="notification")
        press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        settle(window)
        found = [one.verdict for one in case_of(office, case).materials[:3]]
        assert found == [Verdict.CONFORMS, Verdict.WRONG_FORM, Verdict.OPEN]
        assert not find(window, "notification.save").isEnabled()
        judge(window, "11", page="notification")
        assert find(window, "notification.save").isEnabled()


def test_unsaved_verdicts_survive_a_look_at_another_case_and_the_closing_of_the_window(
    office: TrainingOffice, qtbot: QtBot
) -> None:
    first = receive(office)
    office.go_to(date(2026, 3, 3))
    second = receive(office, firm=OTHER_FIRM)
    with page(office, qtbot) as window:
        judge(window, "12", page="notification")
        table = find(window, "notification.table")
        table.select_id(second.case_id)
        settle(window)
        judge(window, "3", page="notification")
        table.select_id(first.case_id)
        settle(window)
        shown = [one.verdict for one in screen_of(window).materials.checks()[:2]]
        assert shown == [Verdict.CONFORMS, Verdict.MISSING]
    assert case_of(office, first).materials[1].verdict is Verdict.MISSING
    assert case_of(office, second).materials[0].verdict is Verdict.WRONG_FORM


def test_a_supplement_ticks_only_what_was_open_and_leads_to_acceptance(office: TrainingOffice, qtbot: QtBot) -> None:
    case = receive(office, verdicts=first_missing)
    office.desk("clerk").do(lambda desk: intake.notify_once(desk, case.case_id, case.materials))
    office.go_to(date(2026, 3, 6))
    with page(office, qtbot) as window:
        judge(window, "11", page="notification")
        model = screen_of(window).materials.table.model
        assert not model.can_edit(1)
        type_into(window, "notification.legal_date", "2026-03-05")
        press(window, Qt.Key.Key_F6)
        settle(window)
        assert case_of(office, case).supplemented_on == date(2026, 3, 5)
        qtbot.waitUntil(lambda: find(window, "notification.accept").isVisible(), timeout=5000)
        press(window, Qt.Key.Key_F7)
        issue(qtbot, window, ACCEPTANCE)
        accepted = case_of(office, case)
        assert (accepted.state, accepted.accepted_on) == (State.ACCEPTED, date(2026, 3, 5))


def test_part_of_a_supplement_leaves_the_rest_waiting(office: TrainingOffice, qtbot: QtBot) -> None:
    case = receive(office, verdicts=lambda n: [Verdict.MISSING, Verdict.WRONG_FORM, *[Verdict.CONFORMS] * (n - 2)])
    office.desk("clerk").do(lambda desk: intake.notify_once(desk, case.case_id, case.materials))
    with page(office, qtbot) as window:
        assert not find(window, "notification.supplement").isEnabled()
        judge(window, "1", page="notification")
        press(window, Qt.Key.Key_F6)
        settle(window)
        now = case_of(office, case)
        assert now.state is State.AWAITING_SUPPLEMENT
        assert [one.verdict for one in now.materials[:2]] == [Verdict.CONFORMS, Verdict.WRONG_FORM]
        judge(window, "11", page="notification")
        press(window, Qt.Key.Key_F6)
        settle(window)
        assert case_of(office, case).state is State.RECEIVED


def test_acceptance_records_what_was_found_first(office: TrainingOffice, qtbot: QtBot) -> None:
    case = receive(office)
    with page(office, qtbot) as window:
        judge(window, "1" * len(case.materials), page="notification")
        press(window, Qt.Key.Key_F7)
        issue(qtbot, window, ACCEPTANCE)
        assert case_of(office, case).state is State.ACCEPTED
        qtbot.waitUntil(lambda: find(window, "notification.table").model().rowCount() == 0, timeout=5000)


def test_silence_shows_as_deemed_acceptance(office: TrainingOffice, qtbot: QtBot) -> None:
    receive(office)
    office.go_to(date(2026, 3, 10))
    with page(office, qtbot) as window:
        assert "视为受理" in find(window, "notification.notice").accessibleName()
        assert "视为受理" in find(window, "notification.table").model().index(0, 2).data()


def test_an_empty_list_says_so_and_the_notices_of_the_past_are_one_press_away(
    office: TrainingOffice, qtbot: QtBot
) -> None:
    case = receive(office, verdicts=first_missing)
    office.desk("clerk").do(lambda desk: intake.notify_once(desk, case.case_id, case.materials))
    office.desk("clerk").do(lambda desk: intake.withdraw(desk, case.case_id, reason="申请人撤回"))
    with page(office, qtbot) as window:
        assert find(window, "notification.told").text().endswith("1")
        assert find(window, "notification.table").current_id() == case.case_id
        assert visible(window, *STEPS) == []
        find(window, "notification.waiting").click()
        assert find(window, "notification.table").model().rowCount() == 0


def test_another_page_can_bring_a_case_to_the_front(office: TrainingOffice, qtbot: QtBot) -> None:
    receive(office)
    second = receive(office, firm=OTHER_FIRM)
    with page(office, qtbot) as window:
        for argument in (second.case_id, OpenCase(second.case_id)):
            find(window, "notification.table").select_first()
            window.open_page("notification", argument)
            settle(window)
            assert find(window, "notification.table").current_id() == second.case_id
            assert screen_of(window)._file.case.case_id == second.case_id


def test_somebody_without_the_right_reads_and_is_told_why(office: TrainingOffice, qtbot: QtBot) -> None:
    receive(office, verdicts=all_conform)
    with page(office, qtbot, user="handler") as window:
        assert not screen_of(window).materials.table.model.can_edit(0)
        assert not any(find(window, name).isEnabled() for name in visible(window, *STEPS))
        assert "岗位" in hint(window)


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 100), ((1366, 768), 200), ((1920, 1080), 100)])
def test_the_page_fits_its_window(office: TrainingOffice, qtbot: QtBot, size: tuple[int, int], scale: int) -> None:
    receive(office, verdicts=first_missing)
    office.go_to(date(2026, 3, 10))
    with window_of(office, "clerk", "notification", size=size, scale=scale) as window:
        assert screen_of(window).width() <= window.workspace.tabs.currentWidget().width()
        assert find(window, "notification.checklist.table").horizontalScrollBar().maximum() == 0
        if scale == 100:
            assert screen_of(window).height() <= window.workspace.tabs.currentWidget().height()
        assert open_paper(window) is None
