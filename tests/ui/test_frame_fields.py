"""Fields: named for people and tests, checked while typed, moved through by Enter."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit
from shiboken6 import isValid

from clerk_app.domain.errors import Fault
from clerk_app.ui.context import SheetFate
from clerk_app.ui.faults import FormGroup
from clerk_app.ui.widgets.confirm_sheet import ConfirmSheet
from clerk_app.ui.widgets.date_field import DateField, chinese_date, read_date
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.progress_strip import ProgressStrip

TODAY = date(2026, 3, 2)


def commit(widget, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget, text: str) -> None:
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


@pytest.fixture
def form(qtbot):
    made = Form(columns=2)
    qtbot.addWidget(made)
    made.add_row(ValidatedLineEdit(max_points=5), name="test.name", label="姓名", is_required=True, hint="第二十九条")
    made.add_row(
        ValidatedLineEdit(check=lambda text: "" if text.isdigit() else "只能是数字"), name="test.number", label="号码"
    )
    item = QComboBox()
    item.addItems(["甲", "乙"])
    made.add_row(item, name="test.item", label="事项")
    made.add_row(QPlainTextEdit(), name="test.remark", label="备注", spans=True)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_row_names_its_field_for_tests_people_and_screen_readers(form):
    row = form.row("name")
    assert row is form.row("test.name")
    assert row.field.objectName() == "test.name"
    assert row.label.buddy() is row.field
    assert row.field.accessibleName() == "姓名（必填）"
    assert row.field.accessibleDescription() == "第二十九条"
    assert row.field.whatsThis() == "第二十九条"


def test_enter_moves_on_in_reading_order_and_types_a_line_in_the_remark(form):
    form.row("name").field.setFocus()
    for expected in ("test.number", "test.item", "test.remark"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QApplication.focusWidget().objectName() == expected
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.row("remark").field.toPlainText() == "\n"


def test_faults_stand_at_their_fields_and_the_rest_is_given_back(form):
    faults = (
        Fault.of("field_missing", field="number"),
        Fault.of("field_missing", field="elsewhere"),
        Fault.of("field_missing", field="name"),
    )
    left = FormGroup(form).show_faults(faults)
    assert left == (faults[1],)
    assert form.row("number").fault
    assert form.row("number").fault_label.isVisible()
    assert form.row("number").field.property("error") == "true"
    assert form.row("number").fault in form.row("number").field.accessibleDescription()
    assert QApplication.focusWidget() is form.row("number").field
    form.clear_faults()
    assert not form.row("number").fault_label.isVisible()
    assert form.row("number").field.property("error") == "false"


def test_lengths_are_counted_in_characters_not_in_utf16_units(form):
    field = form.row("name").field
    commit(field, "𬭎𬭎𬭎𬭎𬭎")
    assert field.validate()
    commit(field, "多")
    assert not field.validate()
    assert "最多 5 个字" in form.row("name").fault


def test_a_half_typed_value_is_no_fault_until_the_typing_pauses(form, qtbot):
    row = form.row("number")
    commit(row.field, "12a")
    assert row.fault == ""
    qtbot.waitUntil(lambda: row.fault == "只能是数字")
    row.field.setText("123")
    assert row.fault == ""


def test_what_the_input_method_still_composes_is_not_text(form):
    field = form.row("name").field
    compose(field, "zhang")
    assert field.is_composing
    assert field.value() == ""
    commit(field, "张")
    assert not field.is_composing
    assert field.value() == "张"


def test_checking_the_form_moves_to_the_first_wrong_field(form):
    commit(form.row("number").field, "x")
    assert not form.is_valid()
    assert QApplication.focusWidget() is form.row("number").field


def test_a_hidden_row_takes_its_fault_along(form):
    row = form.row("number")
    row.set_fault("错")
    row.set_visible(visible=False)
    assert not row.fault_label.isVisible()
    row.set_visible(visible=True)
    assert row.fault_label.isVisible()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("20261122", date(2026, 11, 22)),
        ("2026年11月22日", date(2026, 11, 22)),
        ("2026/1/2", date(2026, 1, 2)),
        ("２０２６－１１－２２", date(2026, 11, 22)),
        ("11-22", date(2026, 11, 22)),
        ("3月5日", date(2026, 3, 5)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-02-29", None),
        ("2026-13-01", None),
        ("2026112", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_dates_are_read_in_all_the_usual_ways(text, expected):
    assert read_date(text, today=TODAY) == expected


@pytest.fixture
def day(qtbot):
    field = DateField(today=lambda: TODAY, day_hint=lambda one: "周六 休息日" if one.weekday() == 5 else "")
    field.setObjectName("test.day")
    qtbot.addWidget(field)
    field.resize(320, 40)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_a_typed_date_is_shown_the_chinese_way_with_its_kind_of_day(day, qtbot):
    with qtbot.waitSignal(day.date_changed, check_params_cb=lambda value: value == date(2026, 3, 7)):
        QTest.keyClicks(day, "2026-3-7")
    day.clearFocus()
    assert day.text() == "2026年3月7日"
    assert day._hint.text() == "周六 休息日"
    assert day.day() == date(2026, 3, 7)


def test_arrows_change_the_day_over_the_end_of_a_month(day):
    day.set_date(date(2026, 2, 28))
    QTest.keyClick(day, Qt.Key.Key_Up)
    assert day.day() == date(2026, 3, 1)
    assert chinese_date(date(2026, 3, 1)) == day.text()


def test_a_date_out_of_range_is_refused_with_the_limit(day):
    day.set_range(date(2026, 3, 1), date(2026, 3, 31))
    day.set_date(date(2026, 4, 1))
    assert not day.validate()
    assert "2026年3月31日" in day.fault


def test_the_calendar_opens_by_key_chooses_and_is_freed(day, qtbot):
    day.set_date(date(2026, 3, 10))
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.calendar
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    qtbot.waitUntil(lambda: not isValid(popup))
    assert day.day() == date(2026, 3, 11)


def test_whether_the_sheet_came_out_is_asked_with_a_reason_unless_it_did(qtbot):
    bar = ConfirmSheet()
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.answered) as told:
        bar.yes.click()
    assert told.args == [SheetFate.CAME_OUT, ""]
    bar.reprint.click()
    assert bar.reason.isVisible()
    assert not bar.send.isEnabled()
    bar.reason.setText("卡纸")
    with qtbot.waitSignal(bar.answered) as told:
        bar.send.click()
    assert told.args == [SheetFate.REPRINT, "卡纸"]
    bar.reset()
    assert not bar.reason.isVisible()


def test_short_work_shows_nothing_long_work_shows_how_far_and_can_be_stopped(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    stopped: list[bool] = []
    strip.start("导入台账", cancel=lambda: stopped.append(True))
    strip.finish()
    assert not strip.isVisible()
    strip.start("导入台账", cancel=lambda: stopped.append(True))
    qtbot.waitUntil(strip.isVisible)
    strip.advance(30, 100)
    assert strip._bar.value() == 30
    strip._stop.click()
    assert stopped == [True]
    assert not strip._stop.isEnabled()
    strip.finish()
    assert not strip.isVisible()


def test_pasting_rare_characters_keeps_them_whole(form):
    field = form.row("name").field
    QGuiApplication.clipboard().setText("𬭎㛃䶮")
    field.setFocus()
    field.paste()
    assert field.value() == "𬭎㛃䶮"
    assert field.mapTo(form, QPoint(0, 0)).x() > 0
