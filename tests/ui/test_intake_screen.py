"""收件受理 in the real window: completing, checking at the keystroke, and every outcome with its papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from clerk_app.domain.case import Case
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.procedure import State
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens import PAGES
from clerk_app.ui.screens.intake.body import Arrangement
from tests.training_office import TrainingOffice
from tests.ui.counter import (
    FIRM,
    OTHER_FIRM,
    PERSON,
    choose,
    fill_in,
    fill_own_fields,
    intake_of,
    issue,
    judge,
    press_issue,
    receive,
    type_into,
    visible,
)
from tests.ui.real_window import find, office_in, open_paper, settle, window_of

RECEIPT, ACCEPTANCE, NOTICE = "申请材料接收凭证", "行政许可申请受理通知书", "补正材料一次性告知书"
OUTCOMES = ("intake.receive", "intake.accept", "intake.notify", "intake.refuse", "intake.no_licence")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TrainingOffice]:
    with office_in(tmp_path / "office", today=date(2026, 11, 23)) as founded:
        yield founded


@pytest.fixture
def window(office: TrainingOffice, qtbot: QtBot) -> Iterator[MainWindow]:
    with window_of(office, "clerk", "intake") as opened:
        opened.activateWindow()
        qtbot.waitUntil(opened.isActiveWindow)
        yield opened


def only_case(office: TrainingOffice) -> Case:
    reader = office.store.reading()
    (row,) = reader.overviews(CaseFilter())
    case = reader.case(row.case_id)
    assert case is not None
    return case


def text_of(window: MainWindow, name: str) -> str:
    widget = find(window, name)
    assert isinstance(widget, QLineEdit | QLabel)
    return widget.text()


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(intake_of(window).form.applicant.phone, key)


def test_initials_complete_the_applicant_from_the_register(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    receive(office)
    name = find(window, "intake.applicant_name")
    name.setFocus()
    QTest.keyClicks(name, "tsstc")

    def register() -> list[object]:
        return [one for one in QApplication.topLevelWidgets() if one.objectName() == "intake.applicant_name.register"]

    qtbot.waitUntil(lambda: bool(register()) and register()[0].isVisible(), timeout=5000)
    popup = register()[0]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert text_of(window, "intake.applicant_name") == FIRM[0]
    assert text_of(window, "intake.credit_code") == FIRM[1]
    assert text_of(window, "intake.phone") == "13812345678"
    qtbot.waitUntil(lambda: bool(intake_of(window).form.known.knowledge.open_cases), timeout=5000)


@pytest.mark.parametrize(
    ("kind", "number", "is_right"),
    [
        ("entity", FIRM[1], True),
        ("entity", FIRM[1][:-1] + "0", False),
        ("person", PERSON[1], True),
        ("person", "440781197611286265", False),
    ],
)
def test_a_wrong_number_says_why_at_its_field(
    window: MainWindow, qtbot: QtBot, kind: str, number: str, *, is_right: bool
) -> None:
    choose(window, "intake.applicant_type", kind)
    type_into(window, "intake.credit_code", number)
    fault = find(window, "intake.credit_code.fault")
    if is_right:
        assert find(window, "intake.credit_code").validate()
        assert not fault.isVisible()
    else:
        qtbot.waitUntil(lambda: fault.isVisible() and bool(fault.text()), timeout=3000)


def test_a_person_has_no_legal_representative(window: MainWindow) -> None:
    choose(window, "intake.applicant_type", "person")
    assert visible(window, "intake.legal_representative") == []
    assert find(window, "intake.id_type").currentData() == "resident_id"
    choose(window, "intake.applicant_type", "entity")
    assert visible(window, "intake.legal_representative") == ["intake.legal_representative"]


def test_the_items_own_fields_are_built_from_the_catalogue(window: MainWindow) -> None:
    choose(window, "intake.item", "YHLS")
    assert isinstance(find(window, "intake.field.outlet_type"), QComboBox)
    type_into(window, "intake.field.storage_limit", "三十箱")
    assert not find(window, "intake.field.storage_limit").validate()
    type_into(window, "intake.field.storage_limit", "30")
    assert find(window, "intake.field.storage_limit").validate()
    choose(window, "intake.item", "YZDB")
    assert text_of(window, "intake.field.business_place") == ""
    find(window, "intake.field.precursors")


def test_a_kind_that_is_missing_offers_to_apply_anew(window: MainWindow) -> None:
    fill_in(window, item="YHLS", kind="renew")
    assert visible(window, *OUTCOMES) == []
    assert "重新申请" in find(window, "intake.item_notice").accessibleName()
    find(window, "intake.use_fallback").click()
    settle(window)
    assert find(window, "intake.kind").currentData() == "reapply"
    assert visible(window, "intake.licence_no") == ["intake.licence_no"]
    assert visible(window, *OUTCOMES) == ["intake.receive", "intake.refuse", "intake.no_licence"]


def test_verdicts_by_keys_bring_up_the_outcome_that_applies(window: MainWindow) -> None:
    fill_in(window, item="YZDB", kind="change")
    count = intake_of(window).form.materials.table.model.rowCount()
    judge(window, "1" * (count - 1))
    assert visible(window, *OUTCOMES) == ["intake.receive", "intake.refuse", "intake.no_licence"]
    judge(window, "1" * count)
    assert "intake.accept" in visible(window, *OUTCOMES)
    judge(window, "3")
    assert visible(window, "intake.accept", "intake.notify") == ["intake.notify"]


def test_conditional_materials_are_asked_for_only_where_they_are_needed(window: MainWindow) -> None:
    fill_in(window)
    card = intake_of(window).form.materials
    before = len(card.checks())
    action = next(one for one in card._menu.actions() if "带有储存设施" in one.text())
    action.trigger()
    assert len(card.checks()) == before - len(card.left_out)
    assert card.left_out
    action.trigger()
    assert (len(card.checks()), card.left_out) == (before, ())


def test_acceptance_gives_both_papers_and_leaves_the_form_for_the_next(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    fill_in(window)
    choose(window, "intake.delivery_method", "post")
    find(window, "intake.delivery_address").setText("广东省江门市台山市台城镇环城路1号")
    judge(window, "1" * len(intake_of(window).form.materials.checks()))
    press(window, Qt.Key.Key_F7)
    issue(qtbot, window, RECEIPT)
    assert text_of(window, "intake.applicant_name") == ""
    issue(qtbot, window, ACCEPTANCE)
    case = only_case(office)
    assert case.state is State.ACCEPTED
    assert {sheet.document: sheet.confirmed for sheet in case.sheets} == {"receipt": True, "acceptance_notice": True}
    assert case.delivery is not None
    assert case.delivery.recipient == FIRM[0]
    assert case.case_no in find(window, "intake.last").accessibleName()
    assert office.store.reading().drafts("clerk") == ()


def test_a_defect_is_told_at_once_with_the_receipt(office: TrainingOffice, window: MainWindow, qtbot: QtBot) -> None:
    fill_in(window, item="YZDB", kind="change")
    count = intake_of(window).form.materials.table.model.rowCount()
    judge(window, "2" + "1" * (count - 1))
    press(window, Qt.Key.Key_F8)
    issue(qtbot, window, RECEIPT)
    issue(qtbot, window, NOTICE)
    case = only_case(office)
    assert case.state is State.AWAITING_SUPPLEMENT
    assert case.notice_no


def test_what_another_authority_decides_is_refused_naming_it(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    fill_in(window, item="WHTJ")
    assert visible(window, *OUTCOMES) == ["intake.refuse"]
    press(window, Qt.Key.Key_F9)
    assert text_of(window, "intake.authority") == "江门市应急管理局"
    find(window, "intake.reason_confirm").click()
    issue(qtbot, window, RECEIPT)
    issue(qtbot, window, "不予受理决定书")
    case = only_case(office)
    assert (case.state, case.end_authority) == (State.NOT_ACCEPTED, "江门市应急管理局")


def test_no_licence_needed_asks_for_the_reason_first(office: TrainingOffice, window: MainWindow, qtbot: QtBot) -> None:
    fill_in(window)
    press(window, Qt.Key.Key_F10)
    find(window, "intake.reason_confirm").click()
    assert find(window, "intake.reason.fault").isVisible()
    type_into(window, "intake.reason", "该事项依法不需要取得行政许可")
    find(window, "intake.reason_confirm").click()
    issue(qtbot, window, RECEIPT)
    issue(qtbot, window, "不受理告知书")
    assert only_case(office).state is State.NO_LICENCE_NEEDED


def test_closing_the_preview_writes_nothing_and_keeps_the_form(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    fill_in(window)
    press(window, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: open_paper(window) is not None, timeout=10_000)
    paper = open_paper(window)
    assert paper is not None
    qtbot.mouseClick(find(paper, "preview.close"), Qt.MouseButton.LeftButton)
    settle(window)
    assert office.store.reading().count(CaseFilter()) == 0
    assert text_of(window, "intake.applicant_name") == FIRM[0]
    assert find(window, "intake.receive").isEnabled()


def test_an_outcome_that_was_put_off_can_be_gone_on_with(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    fill_in(window)
    judge(window, "1" * len(intake_of(window).form.materials.checks()))
    press(window, Qt.Key.Key_F7)
    press_issue(qtbot, window, RECEIPT)
    qtbot.waitUntil(lambda: (paper := open_paper(window)) is not None and paper.confirm is not None, timeout=10_000)
    paper = open_paper(window)
    assert paper is not None
    paper.reject()
    settle(window)
    assert only_case(office).state is State.RECEIVED
    find(window, "intake.continue").click()
    issue(qtbot, window, ACCEPTANCE)
    assert only_case(office).state is State.ACCEPTED
    assert not find(window, "intake.continue").isVisible()


def test_missing_fields_are_told_at_the_field_and_nothing_is_written(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    fill_in(window, firm=OTHER_FIRM)
    type_into(window, "intake.field.scope", "")
    press(window, Qt.Key.Key_F6)
    fault = find(window, "intake.field.scope.fault")
    qtbot.waitUntil(lambda: fault.isVisible() and bool(fault.text()), timeout=5000)
    assert open_paper(window) is None
    assert office.store.reading().count(CaseFilter()) == 0
    field = find(window, "intake.field.scope")
    assert QApplication.focusWidget() is field
    assert not field.visibleRegion().isEmpty()


def test_a_channel_from_outside_asks_for_the_day_and_the_number(
    office: TrainingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    assert visible(window, "intake.received_on", "intake.external_no") == []
    fill_in(window)
    choose(window, "intake.channel", "online")
    type_into(window, "intake.received_on", "2026-11-20")
    type_into(window, "intake.external_no", "GD20261120001")
    press(window, Qt.Key.Key_F6)
    issue(qtbot, window, RECEIPT)
    case = only_case(office)
    assert (case.received_on, case.external_no) == (date(2026, 11, 20), "GD20261120001")


def test_somebody_without_the_right_sees_the_page_and_can_do_nothing(office: TrainingOffice) -> None:
    with window_of(office, "handler", "intake") as window:
        assert not find(window, "intake.applicant_name").isEnabled()
        assert visible(window, *OUTCOMES) == []
        assert "受理" in text_of(window, "intake.hint")


def test_enter_moves_from_field_to_field_and_esc_keeps_what_was_written(window: MainWindow) -> None:
    name = find(window, "intake.applicant_name")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is find(window, "intake.id_type")
    fill_in(window)
    press(window, Qt.Key.Key_F9)
    type_into(window, "intake.reason", "申请人不适格")
    QTest.keyClick(find(window, "intake.reason"), Qt.Key.Key_Escape)
    assert not find(window, "intake.reason").isVisible()
    press(window, Qt.Key.Key_F9)
    assert text_of(window, "intake.reason") == "申请人不适格"


@pytest.mark.parametrize(
    ("size", "scale", "wanted"),
    [
        ((1366, 768), 100, Arrangement.WIDE),
        ((1920, 1080), 100, Arrangement.WIDE),
        ((1366, 768), 125, Arrangement.MEDIUM),
        ((1366, 768), 200, Arrangement.STACKED),
    ],
)
def test_the_parts_stand_where_there_is_room_and_nothing_is_pushed_out_sideways(
    office: TrainingOffice, size: tuple[int, int], scale: int, wanted: Arrangement
) -> None:
    others = [one.name for one in PAGES if one.name != "intake"]
    with window_of(office, "clerk", "intake", *others, size=size, scale=scale) as window:
        choose(window, "intake.item", "WHJY")
        settle(window)
        assert intake_of(window).form.body.arrangement is wanted
        assert intake_of(window).width() <= window.workspace.tabs.currentWidget().width()
        table = find(window, "intake.checklist.table")
        assert table.horizontalScrollBar().maximum() == 0


def test_the_own_fields_can_be_entered_without_a_mouse(window: MainWindow) -> None:
    choose(window, "intake.item", "WHJY")
    fill_own_fields(window)
    names = [find(window, f"intake.field.{one.code}") for one in intake_of(window).form.item.fields]
    names[0].setFocus()
    for later in names[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QApplication.focusWidget() is later
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is find(window, "intake.delivery_method")
