"""What a clerk does at the counter, as steps of the tests of the intake and of the notice page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.acts.case import Applicant, ApplicantType, IdType, MaterialCheck, OwnFieldValue, Verdict
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import FieldType, Kind
from clerk_app.services import intake
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens.intake.view import IntakeScreen
from tests.training_office import TrainingOffice
from tests.ui.real_window import find, open_paper, settle

FIRM = ("台山市台城试验化工有限公司", "91440781MAEJG4D43M")
OTHER_FIRM = ("台山市北陡中科气体有限公司", "91440781MAR7NJPA0N")
PERSON = ("𬭊小明", "440781199001010016")


def intake_of(window: MainWindow) -> IntakeScreen:
    screen = window.workspace.screen_of("intake")
    assert isinstance(screen, IntakeScreen)
    return screen


def type_into(window: MainWindow, name: str, text: str) -> None:
    """Enter a text as an input method does: at once, with the signal of an edit."""
    field = find(window, name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    field.insert(text)
    field.textEdited.emit(text)


def choose(window: MainWindow, name: str, value: str) -> None:
    box = find(window, name)
    assert isinstance(box, QComboBox)
    place = box.findData(value)
    assert place >= 0, value
    box.setCurrentIndex(place)


def fill_in(
    window: MainWindow,
    *,
    firm: tuple[str, str] = FIRM,
    item: str = "WHJY",
    kind: str = "new",
    phone: str = "13812345678",
) -> None:
    """Enter a firm and its matter, every own field included."""
    type_into(window, "intake.applicant_name", firm[0])
    type_into(window, "intake.credit_code", firm[1])
    type_into(window, "intake.legal_representative", "甄堃")
    type_into(window, "intake.phone", phone)
    choose(window, "intake.item", item)
    choose(window, "intake.kind", kind)
    fill_own_fields(window)
    settle(window)


def fill_own_fields(window: MainWindow) -> None:
    item = intake_of(window).form.item
    assert item is not None
    for field in item.fields:
        widget = find(window, f"intake.field.{field.code}")
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(1)
        elif isinstance(widget, QLineEdit):
            type_into(window, widget.objectName(), "12" if field.type is FieldType.NUMBER else "台城镇环城路1号")


def judge(window: MainWindow, keys: str, *, page: str = "intake") -> None:
    """Press one key for each material, Enter after each."""
    table = find(window, f"{page}.checklist.table")
    table.setFocus()
    for key in keys:
        QTest.keyClick(table, key)
        QTest.keyClick(table, Qt.Key.Key_Return)


def issue(qtbot: QtBot, window: MainWindow, title: str) -> None:
    """Look at a paper without number, press the button that issues it, and say that its sheet came out."""
    press_issue(qtbot, window, title)
    confirm(qtbot, window, title)


def press_issue(qtbot: QtBot, window: MainWindow, title: str) -> None:
    qtbot.waitUntil(lambda: _shows(window, title, numbered=False), timeout=10_000)
    paper = open_paper(window)
    assert paper is not None
    qtbot.waitUntil(lambda: find(paper, "preview.issue").isEnabled(), timeout=10_000)
    qtbot.mouseClick(find(paper, "preview.issue"), Qt.MouseButton.LeftButton)


def confirm(qtbot: QtBot, window: MainWindow, title: str) -> None:
    qtbot.waitUntil(lambda: _shows(window, title, numbered=True), timeout=10_000)
    paper = open_paper(window)
    assert paper is not None
    qtbot.mouseClick(find(paper, "preview.confirm.yes"), Qt.MouseButton.LeftButton)
    settle(window)


def _shows(window: MainWindow, title: str, *, numbered: bool) -> bool:
    paper = open_paper(window)
    return paper is not None and paper.windowTitle().startswith(title) and (paper.confirm is not None) is numbered


def visible(window: QWidget, *names: str) -> list[str]:
    return [name for name in names if find(window, name).isVisible()]


def receive(
    office: TrainingOffice,
    *,
    firm: tuple[str, str] = FIRM,
    item: str = "WHJY",
    verdicts: Callable[[int], Sequence[Verdict]] | None = None,
) -> Case:
    """Take an application in behind the window."""
    desk = office.desk("clerk")
    version = desk.reader.office().catalogue.at(item, office.clock.today())
    assert version is not None
    rule = version.rule(Kind.NEW)
    assert rule is not None
    checks: tuple[MaterialCheck, ...] = intake.checklist(rule)
    if verdicts is not None:
        found = verdicts(len(checks))
        checks = tuple(replace(one, verdict=verdict) for one, verdict in zip(checks, found, strict=True))
    values = {field.code: field.choices[0] if field.choices else "12" for field in version.fields}
    form = intake.Application(
        item=item,
        kind=Kind.NEW,
        applicant=Applicant(
            ApplicantType.ENTITY, firm[0], IdType.CREDIT_CODE, firm[1], "甄堃", "台山市台城镇", "甄堃", "13812345678"
        ),
        materials=checks,
        fields=tuple(OwnFieldValue(code, value) for code, value in values.items()),
    )
    return desk.do(lambda at: intake.receive(at, form)).case


def first_missing(count: int) -> list[Verdict]:
    return [Verdict.MISSING, *[Verdict.CONFORMS] * (count - 1)]


def all_conform(count: int) -> list[Verdict]:
    return [Verdict.CONFORMS] * count
