"""The checklist of materials: judged by keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from clerk_app.domain.acts.case import MaterialCheck, Verdict
from clerk_app.domain.catalogue import Kind, Material, MaterialForm
from clerk_app.services.seed import load_seed
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.checklist import ChecklistTable
from clerk_app.ui.widgets.checklist_delegate import two_lines
from clerk_app.ui.widgets.checklist_model import CheckColumn, ChecklistModel, CheckRow
from clerk_app.ui.widgets.verdict import VerdictGroup, segments

MATERIALS = (
    Material(
        code="a",
        name="申请书",
        form=MaterialForm.ORIGINAL,
        copies=2,
        clause="第九条第一项",
        requirement="加盖公章",
        defect_phrases=("未提交申请书", "申请书未盖章"),
    ),
    Material(code="b", name="安全评价报告", form=MaterialForm.ORIGINAL, copies=1, clause="第九条第二项"),
    Material(
        code="c", name="营业执照", form=MaterialForm.EITHER, copies=1, clause="第九条第三项", requirement="有效期内"
    ),
)


@pytest.fixture
def table(qtbot):
    made = ChecklistTable(name="test.checklist")
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.set_checklist(MATERIALS)
    made.show()
    made.activateWindow()
    made.view.setFocus()
    qtbot.waitUntil(made.view.hasFocus)
    return made


def verdicts(table: ChecklistTable) -> list[Verdict]:
    return [check.verdict for check in table.checks()]


def test_model_is_a_proper_model(qtmodeltester, qapp):
    model = ChecklistModel()
    model.set_rows([CheckRow(one, MaterialCheck(one.code, one.name, Verdict.OPEN)) for one in MATERIALS])
    qtmodeltester.check(model)


def test_a_whole_checklist_is_judged_without_the_mouse(table, qtbot):
    keys = (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_2)
    for key in keys:
        QTest.keyClick(table.view, key)
    assert verdicts(table) == [Verdict.CONFORMS, Verdict.WRONG_FORM, Verdict.MISSING]
    assert table.open_codes() == ()
    assert [one.code for one in table.defective()] == ["b", "c"]
    with qtbot.waitSignal(table.finished):
        QTest.keyClick(table.view, Qt.Key.Key_Return)


def test_a_verdict_fills_in_what_follows_from_it(table):
    QTest.keyClick(table.view, Qt.Key.Key_1)
    first = table.checks()[0]
    assert (first.form, first.copies, first.defect) == ("original", 2, "")
    QTest.keyClick(table.view, Qt.Key.Key_2)
    first = table.checks()[0]
    assert (first.form, first.copies, first.defect, first.requirement) == ("", 0, "未提交申请书", "加盖公章")
    QTest.keyClick(table.view, Qt.Key.Key_3)
    first = table.checks()[0]
    assert (first.defect, first.requirement, first.clause) == ("申请书未盖章", "加盖公章", "第九条第一项")
    QTest.keyClick(table.view, Qt.Key.Key_0)
    assert table.checks()[0].verdict is Verdict.OPEN


def test_the_words_below_belong_to_the_row_in_front(table):
    QTest.keyClick(table.view, Qt.Key.Key_3)
    assert table._defect.isVisible()
    table._defect.setText("")
    QTest.keyClicks(table._defect, "page 3 missing")
    table._requirement.selectAll()
    QTest.keyClicks(table._requirement, "bring page 3")
    assert (table.checks()[0].defect, table.checks()[0].requirement) == ("page 3 missing", "bring page 3")
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert not table._defect.isVisible()
    QTest.keyClick(table.view, Qt.Key.Key_Up)
    assert table._defect.text() == "page 3 missing"


def test_plus_space_and_f2_change_pieces_comparison_and_form(table, qtbot):
    table.view.setCurrentIndex(table.model.index(1, CheckColumn.PAGES))
    for _ in range(3):
        QTest.keyClick(table.view, Qt.Key.Key_Plus)
    QTest.keyClick(table.view, Qt.Key.Key_Minus)
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert (table.checks()[1].pages, table.checks()[1].compared_with_original) == (2, True)
    table.view.setCurrentIndex(table.model.index(1, CheckColumn.FORM))
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.findChild(QComboBox, "checklist.editor.form")
    assert editor is not None
    editor.setCurrentIndex(1)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.view.findChild(QComboBox, "checklist.editor.form") is None)
    assert table.checks()[1].form == "copy"


def test_a_click_on_a_verdict_gives_it(table):
    index = table.model.index(2, CheckColumn.VERDICT)
    table.view.scrollTo(index)
    theme = look()
    room = table.view.visualRect(index).toRectF().adjusted(theme.unit, 0, -theme.unit / 2, -1)
    where = segments(room, theme)[1].center().toPoint()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert table.checks()[2].verdict is Verdict.MISSING
    ticks = table.view.visualRect(table.model.index(2, CheckColumn.COMPARED)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(ticks))
    assert table.checks()[2].compared_with_original


def test_what_was_settled_before_cannot_be_changed(qtbot, table):
    settled = MaterialCheck("a", "申请书", Verdict.CONFORMS, form="original", copies=2)
    table.set_checklist(MATERIALS, (settled,), locked=frozenset({"a"}))
    with qtbot.assertNotEmitted(table.changed):
        QTest.keyClick(table.view, Qt.Key.Key_2)
    assert table.checks()[0] == settled
    table.set_checklist(MATERIALS, is_editable=False)
    QTest.keyClick(table.view, Qt.Key.Key_1)
    assert verdicts(table) == [Verdict.OPEN] * 3


def test_where_room_is_scarce_the_lesser_columns_give_way(table, qtbot):
    header = table.view.horizontalHeader()
    assert not header.isSectionHidden(CheckColumn.DEFECT)
    table.resize(look().chars(42), 500)
    qtbot.waitUntil(lambda: header.isSectionHidden(CheckColumn.DEFECT))
    assert header.isSectionHidden(CheckColumn.ASKED)
    assert header.sectionSize(CheckColumn.MATERIAL) >= look().chars(8)
    table.resize(1100, 500)
    qtbot.waitUntil(lambda: not header.isSectionHidden(CheckColumn.DEFECT))


def test_every_material_of_every_item_fits_two_lines_with_an_ellipsis(qapp):
    theme = look()
    for item in load_seed().items:
        for rule in item.kinds:
            for material in rule.materials:
                lines = two_lines(material.name, theme.chars(12), theme).splitlines()
                assert 1 <= len(lines) <= 2
                assert lines[-1][0] not in "，。、；"


def test_the_group_of_three_answers_to_keys_and_clicks(qtbot):
    group = VerdictGroup(name="test.verdict", label="申请书")
    qtbot.addWidget(group)
    group.show()
    with qtbot.waitSignal(group.verdict_changed) as told:
        QTest.keyClick(group, Qt.Key.Key_3)
    assert told.args == [Verdict.WRONG_FORM]
    QTest.keyClick(group, Qt.Key.Key_Left)
    assert group.verdict is Verdict.MISSING
    assert group.accessibleName() == "申请书 缺"
    where = segments(group.rect().toRectF(), look())[0].center().toPoint()
    QTest.mouseClick(group, Qt.MouseButton.LeftButton, pos=where)
    assert group.verdict is Verdict.CONFORMS


def test_a_seeded_item_keeps_its_clauses(qapp, qtbot):
    item = next(one for one in load_seed().items if one.code == "YHLS" and one.is_effective(date(2026, 3, 2)))
    rule = item.rule(Kind.NEW)
    assert rule is not None
    made = ChecklistTable(name="test.other")
    qtbot.addWidget(made)
    made.set_checklist(rule.materials)
    assert [one.clause for one in made.checks()] == [one.clause for one in rule.materials]
    assert QApplication.instance() is qapp
