"""The window: who may work, pages built when first shown, one box above all, a lock that hides, and nothing heavy before the first paint."""

# ruff: noqa: F811 — fixtures are used by name

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from shiboken6 import isValid

from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.ui.bug_report import BugDialog, report_of
from clerk_app.ui.context import Hit, Notice, OpenCase, SearchFor, Tone
from clerk_app.ui.frame.facts import status_facts
from clerk_app.ui.icons import drop_icons
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.preferences import Display, load_display
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.theme import apply_theme, load_fonts, look, make_theme
from clerk_app.ui.watch import Watch
from tests.ui.plain_pages import MODULE, PlainScreen, office, pages, screen_of, sign_in, window, working  # noqa: F401 — fixtures are used by name


def test_a_wrong_password_is_told_at_its_field_and_lets_nobody_in(window, qtbot):
    view = window.entry.sign_in
    view.choose("clerk")
    QTest.keyClicks(view.password, "wrong")
    QTest.keyClick(view.password, Qt.Key.Key_Return)
    row = view.form.row("password")
    qtbot.waitUntil(lambda: bool(row.fault))
    assert not window.workspace.isVisible()
    assert view.submit.isEnabled()
    assert view.password.hasSelectedText()


def test_an_empty_sign_in_asks_for_both_fields(window):
    view = window.entry.sign_in
    view.submit.click()
    assert view.form.row("user").fault
    assert view.form.row("password").fault


def test_everybody_who_may_work_here_is_offered(window):
    names = [button.text() for button in window.entry.sign_in._buttons]
    people = window._parts.entry.people()
    assert names == [person.name for person in people]
    window.entry.sign_in._buttons[0].click()
    assert window.entry.sign_in.user.value() == people[0].user


def test_tabs_have_the_contracts_names_in_order_and_pages_are_built_when_shown(working):
    tabs = working.findChild(QWidget, "main.tabs")
    names = [tabs.widget(index).objectName() for index in range(tabs.count())]
    assert names == ["today", "intake", "notification", "deadlines", "mailing", "search", "oversight", "administration"]
    words = "今日待办 收件受理 一次性告知 时限跟踪 证照寄送 办件查询 证后监管与年报 系统管理"
    assert [tabs.tabText(index) for index in range(tabs.count())] == words.split()
    assert PlainScreen.built == 1
    for number in range(8):
        QTest.keyClick(working, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.AltModifier)
        assert tabs.currentIndex() == number
    assert PlainScreen.built == 8
    QTest.keyClick(working, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert PlainScreen.built == 8
    assert screen_of(working, "today").told == ["activated", "left", "activated"]


def test_the_last_page_stands_at_the_foot_and_free_room_chooses_nothing(working):
    bar = working.workspace.tabs.navigation
    foot = bar.tabRect(7)
    assert foot.bottom() > bar.height() - foot.height()
    assert bar.tabRect(6).bottom() < foot.top()
    between = (bar.tabRect(6).bottom() + foot.top()) // 2
    QTest.mouseClick(
        bar, Qt.MouseButton.LeftButton, pos=foot.center() - foot.center().__class__(0, foot.center().y() - between)
    )
    assert working.workspace.front == "today"
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=foot.center())
    assert working.workspace.front == "administration"
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    QTest.keyClick(bar, Qt.Key.Key_Down)
    assert working.workspace.front == "notification"


def test_badges_count_what_waits(working):
    working.set_badge("today", 3)
    assert working.workspace.tabs.navigation.count_of(0) == 3
    assert "3" in working.workspace.tabs.navigation.accessibleTabName(0)
    working.set_badge("no such page", 3)
    working.set_badge("today", 0)
    assert working.workspace.tabs.navigation.count_of(0) == 0


def test_a_change_reaches_the_page_in_front_at_once_and_the_others_when_they_come(working):
    working.open_page("intake")
    working.open_page("today")
    working.hub.announce(Topic.CASES, case_ids=["c1"])
    working.hub.announce(Topic.CASES, case_ids=["c2"])
    front = [one for one in screen_of(working, "today").told if isinstance(one, Change)]
    assert [change.case_ids for change in front] == [frozenset({"c1"}), frozenset({"c2"})]
    behind = screen_of(working, "intake")
    assert not [one for one in behind.told if isinstance(one, Change)]
    working.open_page("intake")
    missed = [one for one in behind.told if isinstance(one, Change)]
    assert [change.case_ids for change in missed] == [frozenset({"c1", "c2"})]
    assert missed[0].touches("c2")
    assert not missed[0].touches("c3")


def test_the_box_takes_the_focus_from_anywhere_and_hits_lead_to_their_page(working, qtbot):
    QTest.keyClick(working, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = working.workspace.top.box
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "440781")
    qtbot.waitUntil(lambda: box.is_open)
    box.show_hits("440781", [Hit("case", "c1", "甲"), Hit("case", "c2", "乙")])
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert working.workspace.front == "search"
    assert screen_of(working, "search").told[-1] == OpenCase("c2")
    assert not box.is_open
    assert box.text() == ""


def test_enter_without_a_hit_shows_everything_and_escape_loses_no_page(working, qtbot):
    box = working.workspace.top.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "nobody")
    qtbot.waitUntil(lambda: box.is_open)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.is_open
    assert box.text() == "nobody"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert screen_of(working, "search").told[-1] == SearchFor("nobody")


def test_the_lock_hides_the_pages_and_keeps_the_form(working, qtbot):
    draft = screen_of(working, "today").draft
    draft.setText("半途")
    QTest.keyClick(working, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert working.is_locked
    assert not draft.isVisible()
    QTest.keyClick(working, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert working.workspace.front == "today"
    lock = working.lock_screen
    lock.password.setText("wrong")
    QTest.keyClick(lock.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(lock.form.row("password").fault))
    assert working.is_locked
    lock.password.setText("training")
    lock.unlock.click()
    qtbot.waitUntil(lambda: not working.is_locked)
    assert draft.isVisible()
    assert draft.text() == "半途"


def test_the_same_person_comes_back_to_the_same_forms(working, qtbot):
    first = screen_of(working, "today")
    first.draft.setText("半途")
    QTest.keyClick(working, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert working.entry.sign_in.isVisible()
    view = working.entry.sign_in
    view.choose("clerk")
    view.password.setText("training")
    view.submit.click()
    qtbot.waitUntil(working.workspace.isVisible)
    assert screen_of(working, "today") is first
    working.switch_person()
    view.cancel.click()
    assert working.workspace.isVisible()


def test_calling_off_a_change_of_person_at_the_lock_leaves_it_locked(working):
    working.lock()
    working.lock_screen.switch.click()
    working.entry.sign_in.cancel.click()
    assert working.is_locked
    assert not working.workspace.isVisible()


def test_another_person_gets_fresh_pages_and_the_old_ones_are_freed(working, qtbot):
    first = screen_of(working, "today")
    working.switch_person()
    sign_in(working, qtbot, "approver")
    assert screen_of(working, "today") is not first
    qtbot.waitUntil(lambda: not isValid(first))
    assert working.session.user == "approver"
    assert "批准" in working.workspace.status.lamp("person").text


def test_nobody_is_changed_while_a_page_cannot_be_left(working, qtbot):
    first = screen_of(working, "today")
    first.may = False
    working.switch_person()
    view = working.entry.sign_in
    view.choose("approver")
    view.password.setText("training")
    view.submit.click()
    qtbot.waitUntil(working.workspace.isVisible)
    assert working.session.user == "clerk"
    assert not working.close()
    first.may = True
    assert working.close()


def test_the_practice_office_is_framed_and_marked(parts, tasks, qtbot, pages, shot):
    made = MainWindow(replace(parts, training=True), tasks, pages=pages)
    qtbot.addWidget(made)
    made.show()
    made.complete()
    assert made.overlay is not None
    qtbot.waitUntil(made.overlay.isVisible)
    assert made.overlay.size() == made.centralWidget().size()
    made.resize(1200, 800)
    qtbot.waitUntil(lambda: made.overlay.size() == made.centralWidget().size())
    assert "样张" in made.windowTitle()
    picture = made.overlay.grab().toImage()
    assert picture.pixelColor(made.overlay.width() // 2, 2).red() > 150
    shot(made, "training")


def test_lamps_come_from_unsent_acts_dates_and_verification_only(working, qtbot, office):
    status = working.workspace.status
    qtbot.waitUntil(lambda: status.lamp("pending") is not None)
    facts = status_facts(office.store.reading(), today=office.clock.today(), has_server=True)
    assert office.store.reading().pending_counts() == (len(office.store.reading().pending()), 0)
    assert facts.pending is not None
    assert facts.pending.tone is Tone.INFO
    assert facts.exchange is not None
    assert facts.exchange.tone is Tone.WARN
    assert facts.backup is None
    assert facts.calendar is not None
    assert facts.calendar.tone is Tone.NEUTRAL
    later = status_facts(office.store.reading(), today=office.clock.today().replace(year=2031), has_server=False)
    assert later.exchange is None
    assert later.calendar is not None
    assert later.calendar.tone is Tone.WARN
    assert "暂定" in later.calendar.text
    assert status.lamp("backup") is None


def test_each_lamp_explains_itself_and_leads_on(working, qtbot, shot):
    status = working.workspace.status
    qtbot.waitUntil(lambda: status.lamp("pending") is not None)
    popup = status.explain("pending")
    assert popup.isVisible()
    shot(popup, "lamp")
    more = popup.findChild(QWidget, "main.status.pending.more")
    more.click()
    qtbot.waitUntil(lambda: not isValid(popup))
    assert working.workspace.front == "administration"


def test_errors_are_shown_where_they_belong(working, qtbot):
    form = working.lock_screen.form
    working.show_error(RuleViolation("password_wrong", field="password"), form)
    assert form.row("password").fault
    assert working.notices.keys == ()
    working.show_error(RuleViolation("folder_taken"))
    assert working.notices.keys == ("rule",)
    working.toast("好了")
    assert working.notices.keys == ()
    working.show_error(EnvironmentProblem("paper_unreadable"))
    assert working.notices.keys == ("paper_unreadable",)
    working.notice(Notice("other", "另一件", action_text="重试", action=lambda: working.clear_notice("other")))
    action = working.findChild(QWidget, "notices.other.action")
    action.click()
    working.findChild(QWidget, "notices.paper_unreadable.close").click()
    qtbot.waitUntil(lambda: not working.notices.isVisible())


def test_a_bug_is_reported_without_personal_data_and_its_window_is_freed(working, qtbot, caplog):
    error = ValueError("张晓岚 440781199001010016 13812345678")
    working.show_error(error)
    assert "a bug" in caplog.text
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, BugDialog))
    for secret in ("张晓岚", "440781199001010016", "13812345678"):
        assert secret not in dialog.text.toPlainText()
    assert json.loads(report_of(error))["error"][0]["type"] == "builtins.ValueError"
    dialog.findChild(QWidget, "bug.copy").click()
    assert QApplication.clipboard().text() == dialog.text.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_the_shortcut_card_lists_them_all_and_is_freed(working, qtbot, shot):
    QTest.keyClick(working, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    card = working.findChild(QWidget, "shortcut_card")
    assert card.findChild(QWidget, "shortcut_card.table").model().rowCount() > 40
    shot(card, "shortcuts")
    card.findChild(QWidget, "shortcut_card.close").click()
    qtbot.waitUntil(lambda: not isValid(card))


def test_no_shortcut_fires_while_the_input_method_composes(working, qtbot, qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    draft = screen_of(working, "today").draft
    draft.setFocus()
    qtbot.waitUntil(draft.hasFocus)
    QApplication.sendEvent(draft, QInputMethodEvent("zhang", []))
    assert watch.is_composing
    QTest.keyClick(draft, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert working.workspace.front == "today"
    done = QInputMethodEvent()
    done.setCommitString("张")
    QApplication.sendEvent(draft, done)
    QTest.keyClick(draft, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert working.workspace.front == "intake"
    qapp.removeEventFilter(watch)


def test_ten_minutes_without_a_touch_are_told(qtbot, monkeypatch):
    watch = Watch()
    monkeypatch.setattr("clerk_app.ui.watch._IDLE_AFTER_MS", 0)
    qtbot.waitUntil(lambda: watch._since.elapsed() > 1)
    with qtbot.waitSignal(watch.idle):
        watch._look()
    monkeypatch.setattr("clerk_app.ui.watch._IDLE_AFTER_MS", 60_000)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not watch.eventFilter(watch, key)
    with qtbot.assertNotEmitted(watch.idle):
        watch._look()


def test_where_and_how_large_the_window_was_is_kept(parts, tasks, qtbot, pages):
    first = MainWindow(parts, tasks, pages=pages)
    qtbot.addWidget(first)
    first.restore_geometry()
    first.show()
    first.resize(1180, 700)  # the offscreen screen is 800 wide: only the height can come back
    first.close()
    second = MainWindow(parts, tasks, pages=pages)
    qtbot.addWidget(second)
    second.restore_geometry()
    assert second.height() == 700


@pytest.fixture
def plain_look(qapp):
    yield
    drop_icons()
    apply_theme(qapp, make_theme(load_fonts()))


def test_colours_and_sizes_change_while_working_and_are_kept(working, qtbot, parts, plain_look, shot):
    row = look().row
    working.open_page("intake")
    old = working.workspace
    QTest.keyClick(working, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    menu = working.findChild(QWidget, "display_menu")
    qtbot.waitUntil(menu.isVisible)
    next(one for one in menu.actions() if one.objectName() == "display_menu.dark.100").trigger()
    menu.close()
    qtbot.waitUntil(lambda: look().palette == "dark")
    assert working.workspace is not old
    assert working.workspace.isVisible()
    assert working.session.user == "clerk"
    working.activateWindow()
    qtbot.waitUntil(working.isActiveWindow)
    QTest.keyClick(working, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert look().scale == 125
    assert look().row > row
    qtbot.waitUntil(lambda: not isValid(old))
    settled = working.workspace.tabs.navigation
    qtbot.waitUntil(lambda: settled.height() > 400)
    shot(working, "restyled")
    assert load_display(parts.data_dir, otherwise=Display()) == Display("dark", 125)
    QTest.keyClick(working, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(working, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert look().scale == 100
    QTest.keyClick(working, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert working.workspace.front == "intake"


def test_the_look_stays_while_a_page_cannot_be_left(working, plain_look):
    screen_of(working, "today").may = False
    working.restyle(Display("dark", 100))
    assert look().palette == "light"
    screen_of(working, "today").may = True


def test_a_spoiled_file_of_preferences_is_as_if_it_were_not_there(tmp_path):
    (tmp_path / "window.ini").write_text("[display]\npalette=pink\nscale=very large\n", encoding="utf-8")
    assert load_display(tmp_path, otherwise=Display("dark", 150)) == Display("dark", 150)
    assert load_display(tmp_path / "nowhere", otherwise=Display()) == Display("light", 100)
