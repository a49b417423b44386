"""Named colours and sizes: colours come from `palette.toml`, sizes from the font's metrics; no pixel and no colour is spelled in Python."""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from clerk_app.paths import resource

log = logging.getLogger(__name__)

PALETTES = ("light", "dark", "high_contrast")
SCALES = (100, 125, 150, 175, 200)
_POINTS = 10.5
_SYSTEM_FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
_NAME = re.compile(r"@([a-z_0-9]+)")


@dataclass(frozen=True, slots=True)
class Theme:
    """How the window looks: colours by name, fonts, and the grid in device-independent pixels.

    `unit` is the grid (8 at 100 %); `row` the height of a table row, `control` of an input, `nav` of a page's tab.
    """

    palette: str
    scale: int
    colours: Mapping[str, str]
    family: str
    bold_family: str
    base: QFont
    unit: int
    line: int

    @property
    def row(self) -> int:
        """Height of a table row."""
        return self.line + 2 * self.unit

    @property
    def control(self) -> int:
        """Height of an input or a button."""
        return self.line + self.unit + self.unit // 2 + 2

    @property
    def icon(self) -> QSize:
        """Size of an icon beside text."""
        return QSize(self.line, self.line)

    def colour(self, name: str) -> QColor:
        """Return a named colour; an unknown name is a bug."""
        return QColor(self.colours[name])

    def font(self, *, bold: bool = False, times: float = 1.0) -> QFont:
        """Return the window's font, `times` as large; bold is a face of its own, never a smeared regular."""
        font = QFont(self.base)
        font.setPointSizeF(self.base.pointSizeF() * times)
        if bold:
            if self.bold_family == self.family:
                font.setWeight(QFont.Weight.DemiBold)
            else:
                font.setFamilies([self.bold_family, *self.base.families()])
        return font

    def chars(self, count: int) -> int:
        """Return the width of `count` Chinese characters."""
        return QFontMetrics(self.base).horizontalAdvance("国") * count

    def palette_of_qt(self) -> QPalette:
        """Return the colours in the roles of Qt."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in (
            (roles.Window, "window"),
            (roles.WindowText, "text"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "surface_alt"),
            (roles.Text, "text"),
            (roles.PlaceholderText, "placeholder"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "text"),
            (roles.Highlight, "selection"),
            (roles.HighlightedText, "on_selection"),
            (roles.Link, "primary"),
            (roles.LinkVisited, "primary"),
            (roles.Accent, "primary"),
            (roles.Light, "surface"),
            (roles.Midlight, "surface_alt"),
            (roles.Mid, "border"),
            (roles.Dark, "border_strong"),
            (roles.Shadow, "shadow"),
            (roles.BrightText, "on_primary"),
        ):
            palette.setColor(role, self.colour(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled_text"))
        return palette

    def style_sheet(self) -> str:
        """Return the QSS with every `@name` replaced by a colour, a size or a path."""
        words = dict(self.colours)
        icons = resource("ui", "qss", "dark" if self.palette != "light" else "light").as_posix()
        words |= {
            "u": f"{self.unit}px",
            "half": f"{self.unit // 2}px",
            "u2": f"{self.unit * 2}px",
            "u3": f"{self.unit * 3}px",
            "radius": f"{self.unit // 2}px",
            "radius_card": f"{self.unit}px",
            "line": f"{self.line}px",
            "control": f"{self.control - 2}px",
            "bold": f'"{self.bold_family}"',
            "thick": "2px" if self.palette != "high_contrast" else "3px",
            "slack": "1px" if self.palette != "high_contrast" else "2px",
            "icons": icons,
        }
        text = resource("ui", "clerk.qss").read_text(encoding="utf-8")
        return _NAME.sub(lambda match: words[match.group(1)], text)


def load_colours(palette: str) -> Mapping[str, str]:
    """Return the named colours of one palette."""
    tables = tomllib.loads(resource("ui", "palette.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = tables[palette]
    return found


def load_fonts() -> tuple[str, str]:
    """Register the program's own faces and return the families of regular and bold; the system's where a file cannot be read."""
    regular = _family("ClerkSans.ttf") or next(
        (one for one in _SYSTEM_FAMILIES if QFontDatabase.hasFamily(one)), QApplication.font().family()
    )
    return regular, _family("ClerkSansBold.ttf") or regular


def load_rare_font() -> None:
    """Register the face of the rarest characters; 30 MB that the first paint does not need."""
    _family("ClerkRare.ttf")


def make_theme(families: tuple[str, str], *, palette: str = "light", scale: int = 100) -> Theme:
    """Build a theme; `scale` is in percent, 100 to 200."""
    regular, bold = families
    font = QFont()
    font.setFamilies([regular, "ClerkRare", *_SYSTEM_FAMILIES])
    font.setPointSizeF(_POINTS * max(100, min(200, scale)) / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    line = QFontMetrics(font).height()
    return Theme(
        palette=palette,
        scale=scale,
        colours=load_colours(palette),
        family=regular,
        bold_family=bold,
        base=font,
        unit=max(4, round(line * 0.4)),
        line=line,
    )


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program this look."""
    app.setFont(theme.base)
    app.setPalette(theme.palette_of_qt())
    app.setStyleSheet(theme.style_sheet())
    _applied[:] = [theme]


def _family(file: str) -> str:
    number = QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        log.warning("the font %s cannot be read", file)
        return ""
    return families[0]


_applied: list[Theme] = []


def look() -> Theme:
    """Return the theme that was applied last; widgets take their sizes and colours from it.

    Raises:
        RuntimeError: no theme was applied yet.
    """
    if not _applied:
        raise RuntimeError("no theme was applied")
    return _applied[-1]
