"""Line icons tinted with a named colour, sharp at the pixel ratios of the screens; each is drawn once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from clerk_app.paths import resource

_PATH = "<path "


def icon(name: str, colour: QColor, *, disabled: QColor | None = None) -> QIcon:
    """Return the icon `name` of resources/ui/icons in a colour of the theme, greyed in `disabled` where given."""
    return _icon(name, colour.name(), disabled.name() if disabled else "")


def picture(name: str, colour: QColor, side: int, *, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a square picture of `side` device-independent pixels for a label."""
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    _renderer(name, colour.name()).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Draw an icon into a square of a widget that paints itself."""
    _renderer(name, colour.name()).render(painter, rect)


def drop_icons() -> None:
    """Forget what was drawn, before the application object goes or the palette changes."""
    _icon.cache_clear()
    _renderer.cache_clear()


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    side = QFontMetrics(QGuiApplication.font()).height()
    ratios = {2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    for ratio in sorted(ratios):
        made.addPixmap(picture(name, QColor(colour), side, ratio=ratio))
        if disabled:
            made.addPixmap(picture(name, QColor(disabled), side, ratio=ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = resource("ui", "icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace(_PATH, f'{_PATH}fill="{colour}" ').encode()))
