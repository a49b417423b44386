"""Codes that scanners read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from clerk_app.documents.codes import code128, qr_code

# Widths of bars and spaces of the values 0 to 106 (ISO/IEC 15417, table 1), typed independently of reportlab.
PATTERNS = (  # noqa: SIM905 — a list of 107 quoted words is no table
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 "
    "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 "
    "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 "
    "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
    "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112"
).split()
START_B, START_C, TO_C, TO_B, STOP = 104, 105, 99, 100, 106


def widths_of(symbol):
    """Measure bars and spaces in modules, from left to right."""
    edges = []
    for left, _, wide, _ in symbol.bars:
        edges += [round(left * symbol.modules), round((left + wide) * symbol.modules)]
    return "".join(str(after - before) for before, after in pairwise(edges))


def read(symbol):
    """Decode a Code 128 of the sets B and C, check figure included."""
    widths = widths_of(symbol)
    values = [PATTERNS.index(widths[start : start + 6]) for start in range(0, len(widths) - 7, 6)]
    assert widths[-7:] == PATTERNS[STOP]
    *data, check = values
    assert check == (data[0] + sum(place * value for place, value in enumerate(data[1:], 1))) % 103
    text, numeric = "", data[0] == START_C
    for value in data[1:]:
        if value in {TO_B, TO_C}:
            numeric = value == TO_C
        else:
            text += f"{value:02d}" if numeric else chr(value + 32)
    return text


@pytest.mark.parametrize(
    "text", ["440781202009210100017", "EA473124829CN", "1745849105589", "44078101202001000017", "A1", "7K2M9Q"]
)
def test_a_scanner_reads_the_bars_as_they_were_written(text):
    assert read(code128(text)) == text


def test_text_that_code_128_does_not_know_is_refused():
    with pytest.raises(ValueError, match="粤"):
        code128("粤江危化经字")


def squares(symbol):
    """Draw a QR code as rows of dark and light."""
    side = symbol.modules
    grid = [[False] * side for _ in range(side)]
    for left, top, wide, _ in symbol.bars:
        for column in range(round(left * side), round((left + wide) * side)):
            grid[round(top * side)][column] = True
    return grid


@pytest.mark.parametrize("text", ["440781202009210100017", "粤江危化经字〔2020〕000123", "x" * 200])
def test_a_qr_code_has_its_three_finders_and_its_timing(text):
    symbol = qr_code(text)
    grid = squares(symbol)
    side = symbol.modules
    assert (side - 17) % 4 == 0
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        drawn = ["".join("01"[grid[top + row][left + column]] for column in range(7)) for row in range(7)]
        assert drawn == finder
    assert [grid[6][column] for column in range(8, side - 8)] == [column % 2 == 0 for column in range(8, side - 8)]


def test_the_same_text_is_always_the_same_code():
    assert qr_code("440781") == qr_code("440781")
    assert qr_code("440781") != qr_code("440782")
