"""The look: every pair of colours legible, every icon there, every text translatable, sizes from the font."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

import clerk_app.ui
from clerk_app.paths import resource
from clerk_app.ui import shortcuts
from clerk_app.ui.app import prepare_environment
from clerk_app.ui.context import Tone
from clerk_app.ui.icons import picture
from clerk_app.ui.screens import PAGES
from clerk_app.ui.theme import PALETTES, load_colours, load_fonts, look, make_theme
from clerk_app.ui.widgets.chips import _STAGES, _STATES, TONE_ICONS
from clerk_app.wording import known

UI = Path(clerk_app.ui.__file__).parent
TEXT_ON_GROUND = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "surface_alt"),
    ("text", "surface_sunken"),
    ("text_soft", "window"),
    ("text_soft", "surface"),
    ("text_soft", "surface_alt"),
    ("placeholder", "surface"),
    ("disabled_text", "surface"),
    ("primary", "surface"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_primary", "primary_pressed"),
    ("primary_text", "primary_soft"),
    ("on_selection", "selection"),
    ("on_training", "training"),
    *((tone.value, ground) for tone in Tone for ground in ("surface", "surface_alt", f"{tone.value}_soft")),
    ("text", "warn_soft"),
    ("text", "error_soft"),
    ("text", "info_soft"),
    ("text", "ok_soft"),
]
SHAPE_ON_GROUND = [("border_strong", "surface"), ("focus", "surface"), ("error", "surface"), ("focus", "window")]


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str, other: str) -> float:
    first, second = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_text_stands_out_from_its_ground(palette):
    colours = load_colours(palette)
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT_ON_GROUND}
    assert {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_borders_and_focus_stand_out_from_their_ground(palette):
    colours = load_colours(palette)
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in SHAPE_ON_GROUND}
    assert {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 3.0} == {}


def test_all_palettes_name_the_same_colours():
    names = [frozenset(load_colours(palette)) for palette in PALETTES]
    assert names[0] == names[1] == names[2]


def test_no_colour_is_spelled_outside_the_palette():
    spelled = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|\brgba?\(")
    sources = [*UI.rglob("*.py"), resource("ui", "clerk.qss")]
    found = [path.name for path in sources if spelled.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("palette", PALETTES)
def test_style_sheet_has_every_name_filled_in(qapp, palette):
    sheet = make_theme(load_fonts(), palette=palette).style_sheet()
    assert "@" not in sheet
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(path).is_file()


def test_the_window_uses_its_own_faces(qapp):
    theme = look()
    assert theme.family == "ClerkSans"
    assert theme.bold_family == "ClerkSansBold"
    assert QFontInfo(theme.base).family() == "ClerkSans"
    assert QGuiApplication.font().families()[0] == "ClerkSans"


def test_double_text_doubles_the_grid(qapp):
    families = load_fonts()
    one, two = make_theme(families), make_theme(families, scale=200)
    assert two.row == pytest.approx(2 * one.row, rel=0.1)
    assert two.unit == pytest.approx(2 * one.unit, abs=1)
    assert make_theme(families, scale=999).scale == 999
    assert make_theme(families, scale=999).line == two.line


def test_every_named_icon_is_there_and_draws_something(qapp):
    names = {page.icon for page in PAGES} | set(TONE_ICONS.values())
    names |= {symbol for _, symbol in (*_STATES.values(), *_STAGES.values())}
    names |= {path.stem for path in resource("ui", "icons").glob("*.svg")}
    for name in names:
        drawn = picture(name, QColor("black"), 20).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name
    assert "MIT License" in resource("ui", "icons", "LICENSE.txt").read_text(encoding="utf-8")


def test_every_state_and_stage_has_its_word(qapp):
    assert all(known(f"state.{state}") for state in _STATES)
    assert all(known(f"stage.{stage}") for stage in _STAGES)


def test_no_two_shortcuts_fire_together():
    assert shortcuts.clashes(shortcuts.every()) == ()


def test_a_clash_between_a_page_and_the_window_is_found():
    wrong = shortcuts.Shortcut("wrong", "ctrl+k", "", "today")
    assert shortcuts.clashes((shortcuts.FIND, wrong)) == ((shortcuts.FIND, wrong),)


def test_every_shortcut_is_a_key_that_qt_knows(qapp):
    for one in shortcuts.every():
        assert QKeySequence(one.keys).toString(QKeySequence.SequenceFormat.PortableText), one
        assert one.words


def test_standard_buttons_speak_chinese(qapp, qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    assert "取消" in box.button(QMessageBox.StandardButton.Cancel).text()
    assert QCoreApplication.translate("QPlatformTheme", "Save") == "保存"
    assert QDialogButtonBox.StandardButton.Save.name == "Save"


@pytest.mark.parametrize(
    ("before", "platform", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "linux", {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        (
            {"XMODIFIERS": "@im=fcitx"},
            "linux",
            {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1", "XMODIFIERS": "@im=fcitx"},
        ),
        ({"QT_IM_MODULE": "ibus"}, "linux", {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx"}, "win32", {"QT_IM_MODULE": "fcitx"}),
    ],
)
def test_fcitx_is_reached_through_its_ibus_side(before, platform, after):
    environ = dict(before)
    prepare_environment(environ, platform=platform)
    assert environ == after


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_no_translated_text_is_an_f_string():
    """The extractor takes `tr(f"…")` silently and it can never match at run time."""
    wrong = []
    for path in UI.rglob("*.py"):
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in {"tr", "QT_TRANSLATE_NOOP"} and any(isinstance(one, ast.JoinedStr) for one in call.args):
                wrong.append(f"{path.name}:{call.lineno}")
    assert wrong == []


def test_qt_is_imported_by_name_only():
    imports = (
        (path.name, node)
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    )
    assert [name for name, node in imports if any(one.name == "*" for one in node.names)] == []
