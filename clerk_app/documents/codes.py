"""Machine-readable codes as black bars and squares; what they say is given, never made here."""

from __future__ import annotations

from dataclasses import dataclass

Bar = tuple[float, float, float, float]
"""Left, top, width and height, in parts of the symbol's width and height."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code as rectangles in a unit square; `modules` is its width in modules, quiet zone excluded."""

    bars: tuple[Bar, ...]
    modules: int


def code128(text: str) -> Symbol:
    """Encode ASCII text as Code 128.

    Raises:
        ValueError: when `text` has a character that Code 128 does not know.
    """
    from reportlab.graphics.barcode.code128 import Code128

    code = Code128(text, barWidth=1, quiet=0)
    code.validate()
    if not code.valid:
        raise ValueError(text)
    code.encode()
    code.decompose()
    bars: list[tuple[int, int]] = []
    position = 0
    for element in code.decomposed:
        # reportlab writes bars of 1 to 4 modules as A to D and spaces as a to d.
        modules = "abcd".index(element.lower()) + 1
        if element.isupper():
            bars.append((position, modules))
        position += modules
    return Symbol(bars=tuple((left / position, 0.0, wide / position, 1.0) for left, wide in bars), modules=position)


def qr_code(text: str) -> Symbol:
    """Encode text as a QR code with medium error correction; neighbouring squares of a row are one rectangle."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    side = int(code.getModuleCount())
    bars: list[Bar] = []
    for row in range(side):
        start = None
        for column in range(side + 1):
            dark = column < side and code.isDark(row, column)
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                bars.append((start / side, row / side, (column - start) / side, 1 / side))
                start = None
    return Symbol(bars=tuple(bars), modules=side)
