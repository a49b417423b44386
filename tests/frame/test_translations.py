"""The catalogues: complete, in step with the source, and what the window says in English; papers stay Chinese."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QTabBar, QWidget

from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.papers import PaperData, PaperDocument
from clerk_app.services.paper_filling import paper
from clerk_app.services.recording import Desk
from clerk_app.services.report import yearly_report
from clerk_app.services.report_export import report_sheets
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.preferences import Display, load_display
from clerk_app.ui.screens import PAGES
from clerk_app.ui.translation import LANGUAGES, SOURCE_LANGUAGE, install_translators, language_now
from clerk_app.wording import word
from tests.ui.busy_office import BusyOffice, busy, busy_folder
from tests.ui.real_window import find, settle, window_of

__all__ = ["busy", "busy_folder"]

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
MARKS = {"translate", "QT_TRANSLATE_NOOP", "N"}
"""How the source may call the mark; tools/translations.py tells the extractor about the last."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
PARTS = {"administration": 8, "oversight": 4}


def messages(language: str) -> list[tuple[str, str, str, bool]]:
    """Context, source, translation, and whether it is finished, of each message."""
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            message.find("translation[@type]") is None,
        )
        for context in ET.parse(FOLDER / f"clerk_{language}.ts").iter("context")
        for message in context.iter("message")
    ]


others = pytest.mark.parametrize("language", LANGUAGES[1:])


def test_each_language_of_the_menu_has_its_catalogue() -> None:
    assert {path.stem for path in FOLDER.glob("*.ts")} == {f"clerk_{language}" for language in LANGUAGES[1:]}


def test_extraction_leaves_no_difference_and_nothing_unfinished() -> None:
    command = [sys.executable, str(ROOT / "tools" / "translations.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@others
def test_every_text_has_a_finished_translation(language: str) -> None:
    found = messages(language)
    assert len(found) > 1000
    assert [(name, text) for name, text, said, is_finished in found if not said.strip() or not is_finished] == []


@others
def test_translations_keep_the_placeholders(language: str) -> None:
    wrong = [
        (text, said)
        for _, text, said, _ in messages(language)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(said))
    ]
    assert wrong == []


def marked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield context and text of every marked literal of a file; of ``self.tr`` the context is the class."""
    for owner in ast.walk(tree):
        for node in ast.walk(owner) if isinstance(owner, ast.ClassDef) else ():
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr":
                yield owner.name, node.args[0].value  # type: ignore[attr-defined]
        if isinstance(owner, ast.Call) and getattr(owner.func, "attr", getattr(owner.func, "id", "")) in MARKS:
            literals = [one.value for one in owner.args if isinstance(one, ast.Constant)]
            if len(literals) == 2:
                yield literals[0], literals[1]


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    paths = [path for path in (ROOT / "clerk_app").rglob("*.py") if path.name != "selftest.py"]
    return tuple((path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def test_the_extractor_found_every_marked_text() -> None:
    known = {(name, text) for name, text, _, _ in messages(LANGUAGES[1])}
    found = {(file, *one) for file, tree in sources() for one in marked(tree)}
    assert len(found) > 1000
    assert {one for one in found if one[1:] not in known} == set()


def renamed(node: ast.AST) -> list[tuple[str, str]]:
    """Return what an import or an assignment calls something, by its own name."""
    if isinstance(node, ast.ImportFrom):
        return [(one.name, one.asname or one.name) for one in node.names]
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
        return [(node.value.attr, ast.unparse(one)) for one in node.targets]
    return []


def test_marks_have_no_other_names() -> None:
    allowed = {"QT_TRANSLATE_NOOP": {"QT_TRANSLATE_NOOP", "N"}, "translate": {"translate"}}
    wrong = [
        (file, new)
        for file, tree in sources()
        for node in ast.walk(tree)
        for old, new in renamed(node)
        if new not in allowed.get(old, {new})
    ]
    assert wrong == []


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The application; whatever a test makes it speak, the next one finds the source language."""
    yield qapp
    install_translators(qapp)


def test_the_window_changes_its_words_and_back(speaking: QApplication) -> None:
    installed = install_translators(speaking, language="en")
    assert len(installed) == 2
    assert (language_now(), word("state.accepted")) == ("en", "Accepted")
    assert QCoreApplication.translate("Page", "收件受理") == "Intake"
    install_translators(speaking)
    assert (language_now(), word("state.accepted")) == (SOURCE_LANGUAGE, "已受理")
    assert QCoreApplication.translate("Page", "收件受理") == "收件受理"
    assert QCoreApplication.translate("QPlatformTheme", "Save") == "保存"


def said_by(window: QWidget) -> Iterator[str]:
    """Yield every word that a window shows or reads aloud, tables' headings included."""
    for one in (window, *window.findChildren(QWidget)):
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QTabBar):
            yield from (one.tabText(place) for place in range(one.count()))
        if isinstance(one, QAbstractItemView) and isinstance(model := one.model(), QAbstractItemModel):
            across = Qt.Orientation.Horizontal
            yield from (str(model.headerData(place, across)) for place in range(model.columnCount()))
    yield from (one.text() for one in window.findChildren(QAction))


def visit(window: MainWindow, pages: tuple[str, ...]) -> Iterator[str]:
    """Open every part of these pages and yield what they say, and the frame at the end."""
    for page in pages:
        window.open_page(page)
        settle(window)
        screen = find(window, f"{page}.screen")
        following = [one for one in screen.actions() if re.search(r"next_(section|leaf)$", one.objectName())]
        for _ in range(PARTS.get(page, 1) - 1):
            for action in following:
                action.trigger()
            settle(window)
        yield from said_by(screen)
    yield from said_by(window)


@pytest.mark.parametrize("user", ["clerk", "admin"])
def test_every_page_speaks_english(speaking: QApplication, busy: BusyOffice, user: str) -> None:
    at_the_window = tuple(page.name for page in PAGES if page.name != "administration")
    pages = {"clerk": at_the_window, "admin": ("administration",)}[user]
    chinese = {text for _, text, said, _ in messages("en") if said != text}
    with window_of(busy.office, user, *pages, language="en") as window:
        said = set(visit(window, pages))
    assert len(said) > 100
    assert {one for one in said if one.strip() in chinese} == set()


def test_the_language_is_chosen_in_the_menu_and_kept(speaking: QApplication, busy: BusyOffice) -> None:
    with window_of(busy.office, "clerk", "today") as window:
        find(window, "main.top.display").click()  # type: ignore[attr-defined]
        menu = find(window, "display_menu")
        next(one for one in menu.actions() if one.objectName() == "display_menu.language.en").trigger()
        menu.close()
        settle(window)
        assert "Today" in set(said_by(window))
        assert window.windowTitle().startswith("Clerk")
        assert load_display(busy.office.folder, otherwise=Display()).language == "en"


def papers(busy: BusyOffice, desk: Desk) -> Iterator[tuple[PaperData, bytes]]:
    """Yield one of every paper that can be filled and drawn from the cases of the office."""
    for document in PaperDocument:
        for name in busy.cases:
            try:
                filled = paper(desk, busy.case(name), document, number=None)
                drawn = busy.office.renderer.render(filled)
            except (RuleViolation, KeyError, IndexError):  # the case has not got there
                continue
            yield filled, drawn
            break


def test_papers_and_reports_are_the_same_bytes_in_every_language(speaking: QApplication, busy: BusyOffice) -> None:
    reader = busy.office.store.reading()
    year = yearly_report(reader, busy.office.clock.today().year, office=reader.office())
    made, sheets = [], []
    for language in LANGUAGES:
        install_translators(speaking, language=language)
        made.append(busy.office.desk("clerk").do(lambda desk: list(papers(busy, desk))))
        sheets.append(report_sheets(reader, year))
    assert len(made[0]) >= 8
    assert made[0] == made[1]
    assert sheets[0] == sheets[1]
