"""How this machine's window looks and where it stood: kept beside the data, never an act, never of a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from clerk_app.ui.theme import PALETTES, SCALES
from clerk_app.ui.translation import LANGUAGES

FILE_NAME = "window.ini"


@dataclass(frozen=True, slots=True)
class Display:
    """The palette (a name of `PALETTES`), the size of text in percent (one of `SCALES`) and the language (one of `LANGUAGES`)."""

    palette: str = PALETTES[0]
    scale: int = SCALES[0]
    language: str = LANGUAGES[0]

    def stepped(self, step: int) -> Display:
        """Return the display one size larger (1) or smaller (-1), staying at the ends."""
        place = SCALES.index(self.scale) if self.scale in SCALES else 0
        return replace(self, scale=SCALES[max(0, min(len(SCALES) - 1, place + step))])


def load_display(data_dir: Path, *, otherwise: Display) -> Display:
    """Return what was chosen on this machine; what cannot be used is as if it were not there."""
    if not data_dir.is_dir():
        return otherwise
    stored = _settings(data_dir)
    palette, scale = str(stored.value("display/palette", "")), str(stored.value("display/scale", ""))
    language = str(stored.value("display/language", ""))
    return Display(
        palette if palette in PALETTES else otherwise.palette,
        int(scale) if scale.isdecimal() and int(scale) in SCALES else otherwise.scale,
        language if language in LANGUAGES else otherwise.language,
    )


def save_display(data_dir: Path, display: Display) -> None:
    """Keep a choice; without a data folder there is nowhere to keep it."""
    if data_dir.is_dir():
        stored = _settings(data_dir)
        stored.setValue("display/palette", display.palette)
        stored.setValue("display/scale", display.scale)
        stored.setValue("display/language", display.language)


def load_geometry(data_dir: Path) -> QByteArray | None:
    """Return where the window stood last time."""
    stored = _settings(data_dir).value("window/geometry") if data_dir.is_dir() else None
    return stored if isinstance(stored, QByteArray) else None


def save_geometry(data_dir: Path, geometry: QByteArray) -> None:
    """Keep where the window stands."""
    if data_dir.is_dir():
        _settings(data_dir).setValue("window/geometry", geometry)


def _settings(data_dir: Path) -> QSettings:
    return QSettings(str(data_dir / FILE_NAME), QSettings.Format.IniFormat)
