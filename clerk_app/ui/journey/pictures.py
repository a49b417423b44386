"""Pages of papers as pictures, for the demo's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from clerk_app.domain.papers import RasterPage

_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888}


def save_page(page: RasterPage, path: Path) -> None:
    """Write one page as PNG."""
    image = QImage(page.pixels, page.width, page.height, page.stride, _FORMATS[page.channels])
    image.save(str(path))
