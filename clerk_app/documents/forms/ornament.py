"""The engraved border of certificates: interlaced waves and rosettes, computed once, always the same."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from clerk_app.documents.pen import MM, Pen
from clerk_app.documents.text import RGB

Point = tuple[float, float]

GREEN: RGB = (0.29, 0.50, 0.42)
DARK_GREEN: RGB = (0.10, 0.33, 0.26)
GOLD: RGB = (0.70, 0.56, 0.26)
PALE: RGB = (0.90, 0.945, 0.925)

_INSET = 9 * MM
_BAND = 9 * MM
_PERIOD = 13 * MM
_STEP = 0.65 * MM
_STRANDS = 6
_ROSETTE_STEPS = 216


def engraved_border(pen: Pen) -> None:
    """Draw the border around a page and a pale rosette behind its text."""
    for curve in _rosette(pen.width / 2, pen.height * 0.53, 62 * MM, strands=8, petals=9):
        pen.curve(curve, weight=0.35, colour=PALE, closed=True)
    left, top = _INSET, _INSET
    width, height = pen.width - 2 * _INSET, pen.height - 2 * _INSET
    pen.box(x=left, top=top, width=width, height=height, weight=1.6, colour=DARK_GREEN)
    for curve, colour in _band(left, top, width, height):
        pen.curve(curve, weight=0.45, colour=colour)
    _corners(pen, left, top, width, height)
    inner = _BAND + 0.8 * MM
    for offset, weight, colour in (
        (inner, 0.5, DARK_GREEN),
        (inner + 1.1 * MM, 1.4, GOLD),
        (inner + 2.2 * MM, 0.5, GOLD),
    ):
        pen.box(
            x=left + offset,
            top=top + offset,
            width=width - 2 * offset,
            height=height - 2 * offset,
            weight=weight,
            colour=colour,
        )


def _corners(pen: Pen, left: float, top: float, width: float, height: float) -> None:
    side = _BAND + 0.8 * MM
    for x in (left, left + width - side):
        for y in (top, top + height - side):
            pen.box(x=x, top=y, width=side, height=side, weight=0.5, colour=DARK_GREEN, fill=(1.0, 1.0, 1.0))
            for curve in _rosette(x + side / 2, y + side / 2, side * 0.42, strands=3, petals=8):
                pen.curve(curve, weight=0.3, colour=DARK_GREEN, closed=True)


@cache
def _band(left: float, top: float, width: float, height: float) -> tuple[tuple[tuple[Point, ...], RGB], ...]:
    """Interlace waves along the four sides; each side holds whole periods, so that the corners meet."""
    middle = _BAND / 2 + 0.4 * MM
    curves: list[tuple[tuple[Point, ...], RGB]] = []
    for strand in range(_STRANDS):
        phase = 2 * pi * strand / _STRANDS
        colour = GREEN if strand % 2 == 0 else GOLD
        across = _wave(width, phase)
        down = _wave(height, phase)
        curves += [
            (tuple((left + along, top + middle + off) for along, off in across), colour),
            (tuple((left + along, top + height - middle + off) for along, off in across), colour),
            (tuple((left + middle + off, top + along) for along, off in down), colour),
            (tuple((left + width - middle + off, top + along) for along, off in down), colour),
        ]
    return tuple(curves)


def _wave(length: float, phase: float) -> tuple[Point, ...]:
    periods = round(length / _PERIOD)
    steps = int(length / _STEP)
    return tuple(
        (
            length * step / steps,
            _BAND
            * 0.44
            * sin(2 * pi * periods * step / steps + phase)
            * (0.72 + 0.28 * cos(4 * pi * periods * step / steps)),
        )
        for step in range(steps + 1)
    )


@cache
def _rosette(x: float, y: float, radius: float, *, strands: int, petals: int) -> tuple[tuple[Point, ...], ...]:
    """Turn a ring of petals against itself: the strands cross between an inner and an outer circle."""
    curves = []
    for strand in range(strands):
        phase = 2 * pi * strand / strands
        ring = []
        for step in range(_ROSETTE_STEPS):
            angle = 2 * pi * step / _ROSETTE_STEPS
            reach = radius * (0.66 + 0.34 * sin(petals * angle + phase))
            ring.append((x + reach * cos(angle), y + reach * sin(angle)))
        curves.append(tuple(ring))
    return tuple(curves)
