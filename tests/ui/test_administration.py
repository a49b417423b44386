"""系统管理 in the real window over a busy office with the year 2020; the exchange with a real server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.acts.office import Role
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.clocks import Limit
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.exchange import FateVerdict, SyncReport
from clerk_app.domain.listing import ExchangeRun, PendingGroup
from clerk_app.domain.numbering import NumberFate, ledger_equation
from clerk_app.ports import Progress
from clerk_app.services import sheets
from clerk_app.services.people import check_password
from clerk_app.storage.exchange_side import LocalExchangeStore
from clerk_app.sync.central_gateway import CentralGateway
from clerk_app.sync.runner import ExchangeRunner
from clerk_app.ui.context import Tone, UiContext
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.administration import exchange, reading
from clerk_app.ui.screens.administration.audit import AuditSection
from clerk_app.ui.screens.administration.calendar_section import CalendarSection
from clerk_app.ui.screens.administration.exchange import ExchangeSection
from clerk_app.ui.screens.administration.items import ItemsSection
from clerk_app.ui.screens.administration.numbers import NumbersSection, balance_look
from clerk_app.ui.screens.administration.people import PeopleSection
from clerk_app.ui.screens.administration.section import Section
from clerk_app.ui.screens.administration.texts import TextsSection
from clerk_app.ui.screens.administration.view import SECTIONS, AdministrationScreen
from clerk_app.ui.tasks import TaskRunner
from tests.central_server import CentralDatabase, central, postgres, prepared
from tests.training_office import TrainingOffice
from tests.ui.busy_office import BusyOffice
from tests.ui.conftest import RecordingFrame
from tests.ui.real_window import find, settle, window_of
from tests.ui.whole_year import busy, busy_folder, whole_folder

__all__ = ["busy", "busy_folder", "central", "postgres", "prepared", "whole_folder"]

ContextOf = Callable[[str], UiContext]


def screen_of(window: MainWindow) -> AdministrationScreen:
    found = find(window, "administration.screen")
    assert isinstance(found, AdministrationScreen)
    return found


def section(window: MainWindow, kind: type[Section]) -> Section:
    window.open_page("administration", kind.code)
    settle(window)
    found = screen_of(window).current
    assert isinstance(found, kind)
    return found


def write(window: MainWindow, name: str, text: str) -> None:
    field = find(window, f"administration.{name}")
    assert isinstance(field, QLineEdit)
    field.setText(text)


def tick(window: MainWindow, role: Role, *, on: bool) -> None:
    box = find(window, f"administration.role_{role.value}")
    assert isinstance(box, QCheckBox)
    box.setChecked(on)


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(find(window, f"administration.{name}"), Qt.MouseButton.LeftButton)
    settle(window)


def test_every_part_shows_rows_and_names_its_controls(busy: BusyOffice) -> None:
    with window_of(busy.office, "admin", "administration") as window:
        for made, title, _ in SECTIONS:
            shown = section(window, made)
            tables = [one for one in shown.findChildren(QTableView) if one.isVisible()]
            assert tables, title
            for table in tables:
                assert table.model().rowCount() > 0, (title, table.objectName())
            for kind in (QLineEdit, QComboBox, QPushButton, QTableView, QCheckBox):
                for one in shown.findChildren(kind):
                    assert one.accessibleName(), (title, one.objectName())


def test_keys_go_from_part_to_part(qtbot: QtBot, busy: BusyOffice) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with window_of(busy.office, "clerk", "administration") as window:
        screen = screen_of(window)
        window.activateWindow()
        screen.list.setFocus()
        seen = []
        for _ in SECTIONS:
            qtbot.keyClick(screen, Qt.Key.Key_PageDown, control)
            settle(window)
            assert screen.current is not None
            seen.append(screen.current.code)
        assert seen == [made.code for made, _, _ in (*SECTIONS[1:], SECTIONS[0])]
        qtbot.keyClick(screen, Qt.Key.Key_PageUp, control)
        assert screen.current is not None
        assert screen.current.code == "audit"


def test_an_administrator_enters_a_person_who_may_then_sign_in(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "admin", "administration") as window:
        people = section(window, PeopleSection)
        assert isinstance(people, PeopleSection)
        press(qtbot, window, "new_person")
        write(window, "user", "laiwh")
        write(window, "name", "黎婉华")
        write(window, "password", "a long password")
        tick(window, Role.HANDLE, on=True)
        tick(window, Role.CHECK, on=True)
        press(qtbot, window, "save_person")
        assert people.table.model().rowCount() == 9
        assert people.password.text() == ""
    reader = busy.office.store.reading()
    member = check_password(reader, "laiwh", "a long password")
    assert (member.name, member.roles, member.active) == ("黎婉华", {Role.HANDLE, Role.CHECK}, True)


def test_a_changed_person_keeps_the_user_name_and_the_password(qtbot: QtBot, busy: BusyOffice) -> None:
    before = busy.office.store.reading().credential("handler")
    with window_of(busy.office, "admin", "administration") as window:
        people = section(window, PeopleSection)
        assert isinstance(people, PeopleSection)
        assert people.table.select_id("handler")
        assert people.user.isReadOnly()
        write(window, "phone", "0750-5500000")
        find(window, "administration.active").setChecked(False)  # type: ignore[attr-defined]
        press(qtbot, window, "save_person")
    member = busy.office.store.reading().office().member("handler")
    assert member is not None
    assert (member.phone, member.active, member.roles) == ("0750-5500000", False, {Role.HANDLE})
    assert busy.office.store.reading().credential("handler") == before


REFUSED = (
    ("neu", (Role.ADMIN, Role.AUDIT), "a long password", "roles"),
    ("neu", (), "a long password", "roles"),
    ("neu", (Role.INTAKE,), "short", "password"),
    ("clerk", (Role.INTAKE,), "a long password", "user"),
    ("", (Role.INTAKE,), "a long password", "user"),
)


def test_what_the_rules_refuse_is_said_at_its_field(qtbot: QtBot, busy: BusyOffice) -> None:
    before = busy.office.store.reading().office().staff
    with window_of(busy.office, "admin", "administration") as window:
        people = section(window, PeopleSection)
        assert isinstance(people, PeopleSection)
        for user, roles, password, field in REFUSED:
            press(qtbot, window, "new_person")
            write(window, "user", user)
            write(window, "name", "某人")
            write(window, "password", password)
            for role in roles:
                tick(window, role, on=True)
            press(qtbot, window, "save_person")
            assert {row.name.rpartition(".")[2] for row in people.form.rows if row.fault} == {field}, field
    assert busy.office.store.reading().office().staff == before


def test_others_only_read_about_people(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "administration") as window:
        section(window, PeopleSection)
        assert not find(window, "administration.save_person").isVisible()
        assert not find(window, "administration.name").isEnabled()
        assert not find(window, "administration.staff_note").isHidden()


def test_an_item_shows_its_kinds_and_a_kind_its_materials(busy: BusyOffice) -> None:
    catalogue = busy.office.store.reading().office().catalogue
    with window_of(busy.office, "clerk", "administration") as window:
        items = section(window, ItemsSection)
        assert isinstance(items, ItemsSection)
        assert len(items._items.rows) == len(catalogue.items)
        for item in catalogue.items:
            assert items.table.select_id((item.code, item.version))
            assert items._kinds.rows == item.kinds
            for rule in item.kinds:
                assert items.kinds.select_id(rule.kind.value)
                assert items._materials.rows == rule.materials


def test_a_promise_that_cuts_too_little_is_flagged(busy: BusyOffice) -> None:
    item: ItemVersion = busy.office.store.reading().office().catalogue.items[0]
    rule = replace(item.kinds[0], statutory=Limit(30), promised=Limit(3))
    assert (reading.cut_of(rule), reading.keeps_promise(rule)) == (90, True)
    assert not reading.keeps_promise(replace(rule, promised=Limit(4)))
    assert reading.cut_of(replace(rule, promised=Limit(4))) == 86


def test_the_calendar_marks_a_year_that_nobody_announced(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "administration") as window:
        calendar = section(window, CalendarSection)
        assert isinstance(calendar, CalendarSection)
        assert calendar.year.year == 2026
        assert calendar.year.accessibleDescription().startswith("2026 年，工作日 248 天。放假：01-01 至 01-03、")
        assert calendar._model.rows[0].year == 2027
        assert calendar.table.select_id((2027, 0))
        assert calendar.year.year == 2027
        assert "暂定" in find(window, "administration.year_note").accessibleName()


def test_the_year_knows_which_day_lies_under_the_pointer(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "administration") as window:
        calendar = section(window, CalendarSection)
        assert isinstance(calendar, CalendarSection)
        sheet = calendar.year
        for month, day in ((1, 1), (6, 30), (12, 31)):
            wanted = date(2026, month, day)
            cell = dict(sheet._cells(month))[wanted]
            assert sheet.day_at(cell.center().toPoint()) == wanted
        assert sheet.day_at(QPoint(-5, -5)) is None
        assert sheet._words_of(date(2026, 1, 4)) == "2026-01-04 调休上班 国办发明电〔2025〕7号"


def test_every_legal_text_has_a_chinese_name_and_its_age(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "administration") as window:
        texts = section(window, TextsSection)
        assert isinstance(texts, TextsSection)
        model = texts._model
        names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        assert len(names) == len(busy.office.store.reading().office().texts)
        assert not [name for name in names if name.isascii()]
        unchecked = sum(one.text.verified_on is None for one in model.rows)
        assert texts._count.text() == f"共 {len(names)} 条，{unchecked} 条待核对"
        assert texts._body.toPlainText() == model.rows[0].text.body


def test_the_number_ledger_holds_its_equation(busy: BusyOffice) -> None:
    case = busy.case("fresh")
    sheet = next(one for one in case.sheets if one.document == "acceptance_notice")
    busy.do("clerk", lambda desk: sheets.spoil(desk, case.case_id, sheet.sheet_id, reason="卡纸"))
    accounts = {(one.series.series, one.year): one for one in reading.accounts(busy.office.store.reading())}
    for account in accounts.values():
        if account.has_leases:
            balance = account.balance
            counted = balance.used + balance.void + balance.returned + balance.unknown + balance.in_progress
            assert counted == account.last - account.first + 1, account.series.series
            assert balance_look(account).text in ("相等", "相等，在用")
    notices = accounts["acceptance_notice", 2026]
    assert notices.balance.void == 1
    assert notices.balance.used == len(notices.rows) - 1 > 5
    assert accounts["cert_whjy", 2020].balance.imported == 46
    assert balance_look(accounts["cert_whjy", 2020]).text == "仅台账导入"


def test_a_number_without_a_fate_breaks_the_equation(busy: BusyOffice) -> None:
    account = next(one for one in reading.accounts(busy.office.store.reading()) if one.has_leases)
    broken = ledger_equation([(1, NumberFate.USED), (3, NumberFate.USED)], first=1, last=3)
    assert balance_look(replace(account, balance=broken)).tone is Tone.ERROR


def test_a_number_opens_its_case(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "administration", "search") as window:
        numbers = section(window, NumbersSection)
        assert isinstance(numbers, NumbersSection)
        assert numbers.table.select_id(("cert_whjy", 2020))
        assert len(numbers._numbers.rows) == 46
        numbers.rows.setFocus()
        numbers.rows.select_first()
        qtbot.keyClick(numbers.rows, Qt.Key.Key_Return)
        settle(window)
        assert window.workspace.front == "search"


def test_without_a_server_the_exchange_says_so_and_offers_no_button(busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "administration") as window:
        shown = section(window, ExchangeSection)
        assert isinstance(shown, ExchangeSection)
        assert not find(window, "administration.exchange_now").isVisible()
        assert "还没有接入" in find(window, "administration.exchange_note").accessibleName()
        assert len(shown._groups.rows) == len(busy.office.store.reading().pending()) > 500


@pytest.fixture
def exchanging(
    office: TrainingOffice, context_of: ContextOf, central: CentralDatabase, qtbot: QtBot
) -> ExchangeSection:
    """The part over an office whose server runs."""
    access = central.add("W01", founder=True)
    runner = ExchangeRunner(
        store=LocalExchangeStore(office.store),
        connect=lambda: CentralGateway(access),
        clock=office.clock,
        data_dir=office.folder,
        program="0.1.0",
    )

    def run(trigger: str, progress: Progress | None) -> SyncReport:
        return runner.run(trigger=trigger, progress=progress)

    return with_exchange(context_of("admin"), run, qtbot)


def with_exchange(ctx: UiContext, run: Callable[[str, Progress | None], SyncReport], qtbot: QtBot) -> ExchangeSection:
    made = ExchangeSection(replace(ctx, services=replace(ctx.services, exchange=run)))
    qtbot.addWidget(made)
    made.show()
    made.shown()
    return made


def idle(qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=30_000)


def test_an_exchange_empties_what_waits_and_is_kept(
    qtbot: QtBot, exchanging: ExchangeSection, tasks: TaskRunner, office: TrainingOffice, frame: RecordingFrame
) -> None:
    idle(qtbot, tasks)
    assert len(exchanging._groups.rows) == len(office.store.reading().pending()) > 0
    exchanging.ctx.hub.changed.connect(lambda change: exchanging.refresh(change, is_in_front=True))
    button = find(exchanging, "administration.exchange_now")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    idle(qtbot, tasks)
    assert frame.errors == []
    assert button.isEnabled()
    assert exchanging._groups.rows == ()
    run = exchanging._runs.rows[0]
    assert (run.trigger, run.outcome) == ("button", "done")
    assert frame.toasts[-1][0].startswith("交换完成：上传")


def test_an_exchange_can_be_stopped(
    qtbot: QtBot, context_of: ContextOf, tasks: TaskRunner, frame: RecordingFrame
) -> None:
    def run(_trigger: str, progress: Progress | None) -> SyncReport:
        assert progress is not None
        for _ in range(100_000):
            progress(1, 100)
        raise AssertionError("nobody stopped it")

    made = with_exchange(context_of("admin"), run, qtbot)
    idle(qtbot, tasks)
    made.start()
    made._stop()
    idle(qtbot, tasks)
    assert frame.errors == []
    assert frame.toasts[-1][0] == "已停止，没有上传的记录下次再传"
    assert made._begin.isEnabled()


def test_an_exchange_that_fails_is_told_as_trouble_of_the_environment(
    qtbot: QtBot, context_of: ContextOf, tasks: TaskRunner, frame: RecordingFrame
) -> None:
    def run(_trigger: str, _progress: Progress | None) -> SyncReport:
        raise EnvironmentProblem("server_unreachable", said="")

    made = with_exchange(context_of("admin"), run, qtbot)
    idle(qtbot, tasks)
    made.start()
    idle(qtbot, tasks)
    assert [getattr(error, "code", "") for error in frame.errors] == ["server_unreachable"]
    assert made._begin.isEnabled()


def test_what_the_server_set_aside_stands_first_with_reason_and_paper(
    qtbot: QtBot, context_of: ContextOf, tasks: TaskRunner
) -> None:
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    conflict = PendingGroup(
        "g",
        ("decided", "number_given"),
        "case:x",
        "4407…",
        at,
        StaffId("clerk"),
        FateVerdict.CONFLICT,
        "moved_on",
        "",
        ("台应急许准〔2026〕1号",),
    )
    failed = ExchangeRun(at, at, "closing", "failed", "server_unreachable", None)
    made = with_exchange(context_of("admin"), lambda _trigger, _progress: pytest.fail("not asked"), qtbot)
    idle(qtbot, tasks)
    made._show(reading.ExchangeState((conflict,), 1, 1, (failed,), {}))
    cells = [str(made._groups.index(0, column).data()) for column in range(made._groups.columnCount())]
    assert cells[0] == "冲突待处理"
    assert cells[3:] == ["决定、编号", "另一台工作站已先办理了下一步", "台应急许准〔2026〕1号"]
    assert "搁置" in find(made, "administration.exchange_note").accessibleName()
    run = [str(made._runs.index(0, column).data()) for column in range(made._runs.columnCount())]
    assert run[0] == "未完成"
    assert run[2] == "收尾"
    assert "{" not in run[-1]
    assert run[-1].startswith("现在连不上服务器")


def test_every_reason_of_the_server_has_words() -> None:
    codes = (
        "moved_on",
        "behind",
        "role_missing",
        "same_person",
        "number_taken",
        "act_not_allowed",
        "payload_malformed",
    )
    for code in codes:
        assert exchange.word(f"server.{code}") != f"server.{code}"


def test_a_sound_office_passes_its_audit(qtbot: QtBot, busy: BusyOffice) -> None:
    with window_of(busy.office, "auditor", "administration") as window:
        window.activateWindow()
        screen_of(window).list.setFocus()
        qtbot.keyClick(screen_of(window).list, Qt.Key.Key_F6)
        settle(window)
        shown = screen_of(window).current
        assert isinstance(shown, AuditSection)
        assert shown.verdict.accessibleName() == "一切正常（2026-12-14 10:00）"
        assert not shown.problems.isVisible()
        deeds = [one.kind for one in shown._deeds.rows]
        assert deeds.count("import_recorded") == 3


def test_a_planted_fault_is_named(qtbot: QtBot, busy: BusyOffice) -> None:
    with busy.office.store.writing() as driver:
        driver.execute("UPDATE case_row SET applicant = '某某' WHERE case_id = ?", (busy.cases["fresh"],))
    with window_of(busy.office, "auditor", "administration") as window:
        shown = section(window, AuditSection)
        assert isinstance(shown, AuditSection)
        press(qtbot, window, "audit_now")
        assert shown.problems.isVisible()
        found = [str(shown._problems.index(row, 0).data()) for row in range(shown._problems.rowCount())]
        assert "列表与记录不一致，可重建" in found
        assert any(busy.cases["fresh"] in one.problem.subject for one in shown._problems.rows)
        assert "问题" in shown.verdict.accessibleName()
