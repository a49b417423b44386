"""Answers the search box: grams give candidates, the kept text decides, the most telling match stands first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, func, literal_column, or_, select

from clerk_app.domain.listing import SearchHit
from clerk_app.storage.codec import day_of
from clerk_app.storage.rows import CASE_ROW, LICENCE_ROW, LICENSEE_ROW
from clerk_app.storage.search_index import (
    ENTRY,
    GRAM,
    WEAK_MARK,
    HitKind,
    Line,
    Why,
    asked_grams,
    lines_of,
    plain,
)
from clerk_app.storage.statements import Cell, Row, Statement, select_by

_ORDER = {why: place for place, why in enumerate(Why)}
MOST_WORDS = 8
_CANDIDATES = 4
"""Candidates looked at for each hit wanted, newest first: the order by what matched needs some to choose from."""


@cache
def _question(words: int) -> Statement:
    """Return the question for entries with given grams whose text holds so many words, newest first."""
    holding = (func.instr(ENTRY.c.body, bindparam(f"word{number}")) > literal_column("0") for number in range(words))
    return Statement(
        select(ENTRY.c.entry, ENTRY.c.kind, ENTRY.c.ref, ENTRY.c.body)
        .select_from(GRAM.join(ENTRY, ENTRY.c.entry == GRAM.c.rowid))
        .where(
            literal_column("search_gram").op("MATCH")(bindparam("grams")),
            or_(bindparam("any_kind") == bindparam("no_kind"), ENTRY.c.kind == bindparam("kind")),
            *holding,
        )
        .order_by(GRAM.c.rowid.desc())
        .limit(bindparam("most"))
        .offset(bindparam("skip"))
    )


_CASE = select_by(CASE_ROW, "case_id")
_LICENCE = select_by(LICENCE_ROW, "stream")
_LICENSEE = select_by(LICENSEE_ROW, "stream")
_COLUMN = {name: place for place, name in enumerate(column.name for column in CASE_ROW.columns)}


class Found(NamedTuple):
    """An entry that matches, and its most telling line."""

    number: int
    kind: HitKind
    ref: str
    line: Line


def entries(driver: sqlcipher.Connection, text: str, *, limit: int, kind: HitKind | None = None) -> list[Found]:
    """Return entries that hold every word of the text, by what matched, the newest first."""
    words = [word for word in map(plain, text.split()) if word][:MOST_WORDS]
    if not words:
        return []
    found = {hit.number: hit for hit in _matching(driver, words, kind=kind, limit=limit, weak=False)}
    if len(found) < limit:
        for hit in _matching(driver, words, kind=kind, limit=limit, weak=True):
            found.setdefault(hit.number, hit)
    ordered = sorted(found.values(), key=lambda hit: (_ORDER[hit.line.why], -hit.number))
    return ordered[:limit]


def _matching(
    driver: sqlcipher.Connection, words: list[str], *, kind: HitKind | None, limit: int, weak: bool
) -> Iterator[Found]:
    asked = " AND ".join(
        _condition(gram, is_start=start, weak=weak) for word in words for gram, start in asked_grams(word)
    )
    wanted = "" if kind is None else kind.value
    size, skip, given = limit * _CANDIDATES, 0, 0
    values: dict[str, Cell] = {"grams": asked, "any_kind": wanted, "no_kind": "", "kind": wanted, "most": size}
    values |= {f"word{number}": word for number, word in enumerate(words)}
    while given < limit:
        rows = _question(len(words)).run_named(driver, {**values, "skip": skip}).fetchall()
        for row in rows:
            hit = _verified(row, words)
            if hit is not None:
                given += 1
                yield hit
        if len(rows) < size:
            return
        skip += size


def _condition(gram: str, *, is_start: bool, weak: bool) -> str:
    star = " *" if is_start else ""
    strong = f'"{gram}"{star}'
    return f'({strong} OR "{WEAK_MARK}{gram}"{star})' if weak else strong


def _verified(row: Row, words: list[str]) -> Found | None:
    """Return the hit if every word really stands in a line of the entry; the first word's best line tells why."""
    lines = list(lines_of(str(row[3])))
    best: list[Line] = []
    for word in words:
        holding = [line for line in lines if word in line.plain]
        if not holding:
            return None
        best.append(min(holding, key=lambda line: _ORDER[line.why]))
    told = min(best, key=lambda line: _ORDER[line.why])
    return Found(int(row[0] or 0), HitKind(str(row[1])), str(row[2]), told)


def search(driver: sqlcipher.Connection, text: str, *, limit: int) -> tuple[SearchHit, ...]:
    """Find cases, licences and licensees by any part of name, number, phone or pinyin."""
    hits = (_hit(driver, found) for found in entries(driver, text, limit=limit))
    return tuple(hit for hit in hits if hit is not None)


def _hit(driver: sqlcipher.Connection, found: Found) -> SearchHit | None:
    why, matched = found.line.why.value, found.line.text
    if found.kind is HitKind.CASE:
        row = _CASE.run(driver, (found.ref,)).fetchone()
        if row is None:
            return None
        cell = {name: row[place] for name, place in _COLUMN.items()}
        on = day_of(cell["received_on"])
        return SearchHit(
            "case", found.ref, cell["case_no"], cell["applicant"], why, matched, cell["state"], cell["item"], on
        )
    if found.kind is HitKind.LICENCE:
        row = _LICENCE.run(driver, (found.ref,)).fetchone()
        if row is None:
            return None
        _, number, item, holder, _, _, last, _, cancelled, case_id = row
        state = "cancelled" if cancelled else "valid"
        return SearchHit("licence", case_id, number, holder, why, matched, state, item, day_of(last))
    row = _LICENSEE.run(driver, (found.ref,)).fetchone()
    if row is None:
        return None
    return SearchHit("licensee", "", row[1], row[2], why, matched, "", row[9], None)
