"""Pieces of a paper that follow one another down the page, and where pages end; it draws nothing and knows no form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from clerk_app.documents.pen import Pen

Draw = Callable[[Pen, float, float], None]
"""Draws a piece with its left edge and its top at the given points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a fixed height that is drawn in one go.

    `glue` keeps it on one page with the piece after it; a `gap` vanishes at the top of a page; `heading` is repeated above it
    when it begins a page; `split` cuts it in two, the first part at most as high as the room it is given, or returns None.
    """

    height: float
    draw: Draw
    glue: bool = False
    gap: bool = False
    heading: Piece | None = None
    split: Callable[[float], tuple[Piece, Piece] | None] | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for pieces: left edge and width, then where the first page and where later pages begin and end."""

    x: float
    width: float
    first_top: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its top on its page."""

    piece: Piece
    top: float


def space(height: float) -> Piece:
    """Make an empty gap."""
    return Piece(height=height, draw=_draw_nothing, gap=True)


def attach(pieces: list[Piece], *, count: int = 2) -> list[Piece]:
    """Glue the last `count` visible pieces and all after them to whatever follows, so that it never stands alone on a page."""
    result = list(pieces)
    seen = 0
    for index in reversed(range(len(result))):
        result[index] = replace(result[index], glue=True)
        seen += not result[index].gap
        if seen >= count:
            break
    return result


def paginate(pieces: Iterable[Piece], frame: Frame) -> tuple[tuple[Placed, ...], ...]:
    """Put pieces onto pages, top down, so that glued pieces stay together where a page can hold them.

    The order is kept, nothing is lost and nothing is drawn below the frame, unless one piece alone is higher than a page and cannot
    be split.
    """
    book = _Book(frame)
    for group in _groups(pieces):
        book.take(group)
    return tuple(tuple(page) for page in book.pages)


class _Book:
    """The pages so far and the height that is used on the last one."""

    def __init__(self, frame: Frame) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._frame = frame
        self._top = frame.first_top

    def take(self, group: list[Piece]) -> None:
        """Place a group of glued pieces, on a new page when this one has no room for it."""
        height = sum(piece.height for piece in group)
        page_height = self._frame.bottom - self._frame.top
        if height > self._room() and self.pages[-1] and (height <= page_height or len(group) > 1):
            cut = group[0].split(self._room()) if len(group) == 1 and group[0].split else None
            if cut is None:
                self._turn()
                self._place_all(group)
                return
        self._place_all(group)

    def _place_all(self, group: list[Piece]) -> None:
        queue = list(group)
        while queue:
            piece = queue.pop(0)
            if not self.pages[-1]:
                if piece.gap:
                    continue
                if len(self.pages) > 1 and piece.heading is not None:
                    self._place(piece.heading)
            if piece.height > self._room() + 0.01:
                cut = piece.split(self._room()) if piece.split else None
                if cut is not None:
                    self._place(cut[0])
                    self._turn()
                    queue.insert(0, cut[1])
                    continue
                if any(placed.piece is not piece.heading for placed in self.pages[-1]):
                    self._turn()
                    queue.insert(0, piece)
                    continue
            self._place(piece)

    def _place(self, piece: Piece) -> None:
        self.pages[-1].append(Placed(piece=piece, top=self._top))
        self._top += piece.height

    def _turn(self) -> None:
        self.pages.append([])
        self._top = self._frame.top

    def _room(self) -> float:
        return self._frame.bottom - self._top


def _groups(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.glue:
            yield group
            group = []
    if group:
        yield group


def _draw_nothing(_pen: Pen, _x: float, _top: float) -> None:
    """A gap shows nothing."""
