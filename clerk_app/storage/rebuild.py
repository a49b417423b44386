"""Builds every derived table anew from the acts, and says whether they equal what was there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Executable, Table, bindparam, column, delete, func, literal_column, select, table

from clerk_app.domain.acts.base import StreamId
from clerk_app.domain.acts.case import ActRetracted
from clerk_app.domain.acts.workstation import ClockCorrected
from clerk_app.domain.listing import Identity
from clerk_app.storage import retractions
from clerk_app.storage.codec import ENVELOPE_COLUMNS, record_of
from clerk_app.storage.history import ACT, ENVELOPE, FATE, HEAD, PAYLOAD, FoldCache
from clerk_app.storage.numbers import LEDGER
from clerk_app.storage.projections import Projector
from clerk_app.storage.retractions import RETRACTION
from clerk_app.storage.rows import CASE_ROW, INSPECTION_ROW, LICENCE_ROW, LICENSEE_ROW
from clerk_app.storage.search_index import ENTRY
from clerk_app.storage.statements import Cell, Statement
from clerk_app.storage.writing import CHAIN, PUT_CHAIN

DERIVED: tuple[Table, ...] = (
    HEAD,
    CHAIN,
    RETRACTION,
    CASE_ROW,
    LICENCE_ROW,
    LICENSEE_ROW,
    INSPECTION_ROW,
    LEDGER,
    ENTRY,
)
"""Every table that holds nothing but what acts tell; the grams of the search index hang on the last."""

_LOCAL_KEYS = {(LEDGER.name, "n"), (ENTRY.name, "entry")}
"""Columns that only number the rows of this file."""

_COUNT = Statement(select(func.count()).select_from(ACT))
_STREAMS = Statement(select(ACT.c.stream).distinct().order_by(ACT.c.stream))
_RETRACTIONS = Statement(
    select(ACT.c.key, *ENVELOPE, PAYLOAD.c.body)
    .join(PAYLOAD, PAYLOAD.c.act_key == ACT.c.key)
    .where(ACT.c.kind == literal_column(f"'{ActRetracted.KIND}'"))
    .order_by(ACT.c.key)
)
_OWN = Statement(
    select(ACT.c.seq, ACT.c.hash, ACT.c.recorded_at, ACT.c.kind)
    .where(ACT.c.workstation == bindparam("workstation"))
    .order_by(ACT.c.seq)
)
_GRAM_TABLE = "SELECT sql FROM sqlite_master WHERE name = 'search_gram'"
_VOCABULARY = table("gram_vocabulary", column("term"), column("doc"))
_GRAMS = Statement(select(_VOCABULARY).order_by(_VOCABULARY.c.term))
_FATES = Statement(select(FATE.c.act_key, FATE.c.retracted_by).order_by(FATE.c.act_key))


def rebuild(driver: sqlcipher.Connection, identity: Identity) -> tuple[int, bool]:
    """Drop and build anew all derived tables inside the open transaction.

    Returns:
        The number of acts, and whether every table came out as it was.
    """
    before = fingerprint(driver)
    for derived in reversed(DERIVED):
        Statement(delete(derived)).run(driver)
    # WORKAROUND (SQLite 3.53): the table's own "delete-all" leaves an index that `integrity_check` calls corrupt.
    (definition,) = driver.execute(_GRAM_TABLE).fetchone()
    driver.execute("DROP TABLE search_gram")
    driver.execute(definition)
    _settle_retractions(driver)
    head = own_head(driver, identity.workstation)
    if head is not None:
        PUT_CHAIN.run(driver, (identity.workstation, *head))
    projector = Projector(driver, FoldCache())
    projector.build(StreamId(row[0]) for row in _STREAMS.run(driver).fetchall())
    (acts,) = _COUNT.run(driver).fetchone()
    return int(acts), fingerprint(driver) == before


def own_head(driver: sqlcipher.Connection, workstation: str) -> tuple[int, str, str] | None:
    """Return `seq`, hash and newest instant of a workstation's chain as its acts tell them."""
    head: tuple[int, str, str] | None = None
    for seq, name, recorded_at, kind in _OWN.run(driver, (workstation,)):
        newest = recorded_at if head is None or kind == ClockCorrected.KIND else max(head[2], recorded_at)
        head = (seq, name, newest)
    return head


def fingerprint(driver: sqlcipher.Connection) -> dict[str, str]:
    """Return a hash of the content of every derived table, the marks of retraction and the search grams."""
    found = {derived.name: _hashed(Statement(_content(derived)).run(driver)) for derived in DERIVED}
    found[FATE.name] = _hashed(_FATES.run(driver))
    driver.execute("CREATE VIRTUAL TABLE temp.gram_vocabulary USING fts5vocab(main, search_gram, row)")
    try:
        found["search_gram"] = _hashed(_GRAMS.run(driver))
    finally:
        driver.execute("DROP TABLE temp.gram_vocabulary")
    return found


def _content(derived: Table) -> Executable:
    columns = [one for one in derived.columns if (derived.name, one.name) not in _LOCAL_KEYS]
    return select(*columns).order_by(*columns)


def _hashed(rows: Iterable[tuple[Cell, ...]]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _settle_retractions(driver: sqlcipher.Connection) -> None:
    groups = retractions.marked(driver)
    for key, *row in _RETRACTIONS.run(driver).fetchall():
        record = record_of(tuple(row), str(row[ENVELOPE_COLUMNS + 1]))
        retractions.note(driver, key, record)
        if isinstance(record.act, ActRetracted):
            groups.add(record.act.target_group)
    retractions.settle(driver, groups)
