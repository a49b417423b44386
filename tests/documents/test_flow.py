"""Pages: what stays together and what is repeated."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.documents import blocks, styles
from clerk_app.documents.flow import Frame, Piece, attach, paginate, space

FRAME = Frame(x=0, width=200, first_top=40, top=20, bottom=120)


def draw_nothing(_pen, _x, _top):
    """The tests look at places only."""


def piece(height, **more):
    return Piece(height=height, draw=draw_nothing, **more)


def heights(pages):
    return [[placed.piece.height for placed in page] for page in pages]


def test_pieces_follow_one_another_and_turn_the_page_when_there_is_no_room():
    pages = paginate([piece(50), piece(30), piece(10)], FRAME)
    assert heights(pages) == [[50, 30], [10]]
    assert [placed.top for placed in pages[0]] == [40, 90]
    assert pages[1][0].top == 20


def test_glued_pieces_stay_on_one_page():
    assert heights(paginate([piece(50), piece(20, glue=True), piece(30)], FRAME)) == [[50], [20, 30]]


def test_a_group_higher_than_a_page_is_cut_between_its_pieces():
    assert heights(paginate([piece(60, glue=True), piece(60, glue=True), piece(10)], FRAME)) == [[60], [60, 10]]


def test_a_gap_vanishes_at_the_top_of_a_page():
    assert heights(paginate([piece(80), space(10), piece(10)], FRAME)) == [[80], [10]]


def test_a_heading_is_repeated_on_each_new_page():
    head = piece(10, glue=True)
    rows = [piece(30, heading=head) for _ in range(5)]
    assert heights(paginate([head, *rows], FRAME)) == [[10, 30, 30], [10, 30, 30, 30]]


def test_what_is_attached_never_leaves_its_text_behind():
    body = [piece(30), piece(30), space(5), piece(10)]
    pages = paginate([*attach(body), piece(40)], FRAME)
    assert heights(pages) == [[30], [30, 5, 10, 40]]


@given(st.lists(st.tuples(st.floats(1, 99), st.booleans()), max_size=40))
def test_nothing_is_lost_and_nothing_is_drawn_below_the_frame(sizes):
    pieces = [piece(height, glue=glue) for height, glue in sizes]
    pages = paginate(pieces, FRAME)
    assert [placed.piece for page in pages for placed in page] == pieces
    for page in pages[1:]:
        for placed in page:
            assert placed.top + placed.piece.height <= FRAME.bottom + 0.01


def test_a_row_higher_than_a_page_is_cut_between_lines_and_keeps_all_its_text():
    row = blocks.ruled_row((blocks.Cell("字" * 2000, 200, styles.CELL),))
    frame = Frame(x=0, width=200, first_top=100, top=100, bottom=700)
    pages = paginate([piece(100), row], frame)
    assert len(pages) > 2
    lines = sum(
        round((placed.piece.height - 2 * blocks.PAD_Y) / styles.CELL.leading) for page in pages for placed in page
    )
    per_line = int((200 - 2 * blocks.PAD_X) // styles.CELL.size)
    assert lines - round((100 - 2 * blocks.PAD_Y) / styles.CELL.leading) == -(-2000 // per_line)
