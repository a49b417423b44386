"""证照寄送 in the real window over a busy office."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.overview import Stage
from clerk_app.domain.procedure import State
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.mailing.post_row import waybill_problem
from clerk_app.ui.screens.mailing.presenter import STAGES
from clerk_app.ui.screens.mailing.view import MailingScreen
from clerk_app.ui.screens.today.urgency import ActOn
from clerk_app.ui.widgets.count_bar import CountTile
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from tests.ui.busy_office import WAYBILLS, BusyOffice, busy, busy_folder
from tests.ui.real_window import find, open_paper, settle, window_of

__all__ = ["busy", "busy_folder"]

EXPECTED = {
    "to_make": {"to_make"},
    "to_seal": {"to_seal"},
    "to_pick_up": {"to_pick_up"},
    "to_post": {"to_post", "to_post_too"},
    "in_transit": {"in_transit"},
    "returned": {"returned"},
}


def screen_of(window: MainWindow) -> MailingScreen:
    found = find(window, "mailing.screen")
    assert isinstance(found, MailingScreen)
    return found


def press(qtbot: QtBot, window: MainWindow, name: str) -> CountTile:
    found = find(window, name)
    assert isinstance(found, CountTile)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    settle(window)
    return found


def names(office: BusyOffice, screen: MailingScreen) -> set[str]:
    of = {case_id: name for name, case_id in office.cases.items()}
    return {of.get(row.case_id, row.case_id) for row in screen.presenter.model.rows}


def waybill_of(window: MainWindow) -> ValidatedLineEdit:
    found = find(window, "mailing.waybill")
    assert isinstance(found, ValidatedLineEdit)
    return found


def fault_of(window: MainWindow) -> str:
    return str(find(window, "mailing.waybill.fault").property("text"))


def scan(qtbot: QtBot, window: MainWindow, number: str) -> None:
    """Type as a scanner does: letters, digits, Enter."""
    field = waybill_of(window)
    field.setFocus()
    qtbot.keyClicks(field, number)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(window)


def at_to_post(qtbot: QtBot, window: MainWindow, office: BusyOffice, name: str) -> MailingScreen:
    press(qtbot, window, "mailing.stages.to_post")
    screen = screen_of(window)
    screen.table.select_id(office.cases[name])
    settle(window)
    return screen


def test_each_stage_counts_what_it_lists(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        for stage, wanted in EXPECTED.items():
            pressed = press(qtbot, window, f"mailing.stages.{stage}")
            assert names(busy, screen_of(window)) == wanted, stage
            assert pressed.count == len(wanted), stage


def test_what_came_back_is_shown_first(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        assert names(busy, screen_of(window)) == {"returned"}


def test_the_delivered_of_a_year_are_listed_too(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        press(qtbot, window, "mailing.stages.delivered")
        year = find(window, "mailing.year")
        assert isinstance(year, QComboBox)
        assert year.currentText() == "2020 年"
        rows = screen_of(window).presenter.model.rows
        assert len(rows) == 117
        assert all(row.row.delivered_on is not None and row.row.delivered_on.year == 2020 for row in rows)
        year.setCurrentIndex(year.findData(2021))
        year.activated.emit(year.currentIndex())
        settle(window)
        assert screen_of(window).presenter.model.rowCount() == 6


def test_stages_are_turned_by_keyboard(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        screen = screen_of(window)
        seen = []
        for _ in STAGES:
            qtbot.keyClick(screen.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
            settle(window)
            seen.append(screen.presenter.stage)
        assert seen == [Stage.DELIVERED, *STAGES[:-1]]


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("XA881234566CN", True),
        ("XA881234567CN", False),
        ("9745849105589", True),
        ("974584910558", False),
        ("97458491O5589", False),
    ],
)
def test_a_waybill_is_judged_by_its_form_and_check_digit(number: str, is_right: bool) -> None:  # noqa: FBT001
    assert (waybill_problem(number) == "") is is_right


def test_a_wrong_waybill_is_told_at_the_field_and_nothing_is_posted(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        at_to_post(qtbot, window, busy, "to_post")
        scan(qtbot, window, "XA881234567CN")
        assert "校验位" in fault_of(window)
        assert waybill_of(window).text() == "XA881234567CN", "what was scanned stays to be compared"
    assert not busy.case("to_post").letters


def test_an_empty_waybill_is_asked_for(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        at_to_post(qtbot, window, busy, "to_post")
        qtbot.mouseClick(find(window, "mailing.post"), Qt.MouseButton.LeftButton)
        assert fault_of(window)
    assert not busy.case("to_post").letters


def test_the_address_to_compare_with_the_envelope_is_shown(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        screen = at_to_post(qtbot, window, busy, "to_post")
        choice = busy.case("to_post").delivery
        assert choice is not None
        assert choice.recipient in screen.row._to.text()
        assert choice.address in screen.row._address.text()


@pytest.mark.parametrize("number", ["XA881234570CN", "9745849105633"])
def test_scanned_letters_go_out_one_after_the_other(qtbot: QtBot, busy: BusyOffice, number: str) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        screen = at_to_post(qtbot, window, busy, "to_post")
        scan(qtbot, window, number)
        assert names(busy, screen) == {"to_post_too"}
        assert screen.table.current_id() == busy.cases["to_post_too"], "the next letter is in front"
        assert waybill_of(window).text() == ""
        assert busy.case("to_post").letters[-1].waybill == number
        scan(qtbot, window, number)
        assert "已经用过" in fault_of(window)
        assert not busy.case("to_post_too").letters


def test_the_hand_over_sheet_lists_what_was_posted_today(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        assert not find(window, "mailing.handover").isEnabled()
        screen = at_to_post(qtbot, window, busy, "to_post")
        scan(qtbot, window, "9745849105633")
        assert find(window, "mailing.handover").isEnabled()
        qtbot.keyClick(
            screen.table,
            Qt.Key.Key_H,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        settle(window)
        paper = open_paper(window)
        assert paper is not None
        assert paper.preview.pdf.startswith(b"%PDF")
        paper.reject()


def test_a_letter_is_signed_for_and_leaves_the_board(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        press(qtbot, window, "mailing.stages.in_transit")
        screen = screen_of(window)
        qtbot.keyClick(screen.table, Qt.Key.Key_F9)
        settle(window)
        submit = find(window, "mailing.case.deliver.submit")
        assert submit.isVisible()
        submit.setFocus()
        qtbot.keyClick(submit, Qt.Key.Key_Return)
        settle(window)
        assert busy.case("in_transit").state is State.DELIVERED
        assert names(busy, screen) == set()
        assert screen.panel.file is not None
        assert screen.panel.file.case.state is State.DELIVERED, "the case stays in front"


def test_the_age_of_a_return_receipt_is_told(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        press(qtbot, window, "mailing.stages.in_transit")
        screen = screen_of(window)
        shown = [
            str(screen.table.model().index(0, place).data())
            for place in range(screen.table.model().columnCount())
            if not screen.table.isColumnHidden(place)
        ]
        assert "13 天未回" in shown
        assert WAYBILLS[0] in shown


def test_another_page_brings_a_case_up_on_its_stage(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "issuer", "mailing") as window:
        screen = screen_of(window)
        window.workspace.show_page("mailing", ActOn(busy.cases["to_make"], "make_certificate"))
        settle(window)
        assert screen.presenter.stage is Stage.TO_MAKE
        assert screen.table.current_id() == busy.cases["to_make"]
        paper = open_paper(window)
        assert paper is not None, "the certificate is shown before it is issued"
        paper.reject()


def test_without_the_role_nothing_can_be_posted(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "mailing") as window:
        screen = at_to_post(qtbot, window, busy, "to_post")
        assert screen.row.isHidden()
        assert not window.findChildren(QWidget, "mailing.case.post")
