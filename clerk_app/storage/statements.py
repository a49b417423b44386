"""Core statements compiled once to text and run on the driver: the hot path of recording an act.

A Core execution costs ten times what SQLite needs for a small row; the statements stay typed constructs over the
tables, only their compilation is done ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import BindParameter, ColumnElement, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql import Executable

from clerk_app.storage.engine import problem_of

Cell = str | int | bytes | None
"""What a column of this database holds."""
Row = tuple[Cell, ...]

_DIALECT = dialect(paramstyle="qmark")


class Statement:
    """A statement as text with the order of its parameters; errors of the environment are translated."""

    __slots__ = ("names", "text")

    def __init__(self, construct: Executable, *, columns: Sequence[str] | None = None) -> None:
        """Compile `construct`; an insert names its `columns`."""
        compiled = construct.compile(dialect=_DIALECT, column_keys=list(columns) if columns else None)  # type: ignore[attr-defined]  # every construct of ours compiles
        self.text: str = str(compiled)
        self.names: tuple[str, ...] = tuple(compiled.positiontup or ())
        lost = [name for name in self.names if not compiled.binds[name].required]
        if lost:
            message = f"a constant would be lost, write it as a literal column: {lost}"
            raise ValueError(message)

    def run(self, driver: sqlcipher.Connection, values: Sequence[Cell] = ()) -> sqlcipher.Cursor:
        """Execute with values in the order of `names`."""
        try:
            return driver.execute(self.text, values)
        except sqlcipher.Error as error:
            problem = problem_of(error)
            if problem is None:
                raise
            raise problem from error

    def run_named(self, driver: sqlcipher.Connection, values: Mapping[str, Cell]) -> sqlcipher.Cursor:
        """Execute with values by name."""
        return self.run(driver, [values[name] for name in self.names])

    def run_many(self, driver: sqlcipher.Connection, rows: Iterable[Sequence[Cell]]) -> None:
        """Execute once for each row."""
        try:
            driver.executemany(self.text, rows)
        except sqlcipher.Error as error:
            problem = problem_of(error)
            if problem is None:
                raise
            raise problem from error


def insert_into(table: Table, *, skip: Sequence[str] = ()) -> Statement:
    """Return the insert of a whole row, in the order of the columns."""
    names = [column.name for column in table.columns if column.name not in skip]
    return Statement(insert(table), columns=names)


def upsert_into(table: Table) -> Statement:
    """Return the insert that replaces the other columns when the primary key is there."""
    names = [column.name for column in table.columns]
    keys = [column.name for column in table.primary_key.columns]
    construct = sqlite_insert(table).values({name: bindparam(name) for name in names})
    changed = {name: construct.excluded[name] for name in names if name not in keys}
    return Statement(construct.on_conflict_do_update(index_elements=keys, set_=changed))


class RowKeeper:
    """Keeps one row of a table by its primary key, writing only what changed: an index over the rest stays untouched.

    SQLite rewrites the entry of every index whose column is named in an UPDATE, be the value the same or not.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._names = [column.name for column in table.columns]
        (self._key,) = [column.name for column in table.primary_key.columns]
        self._select = select_by(table, self._key)
        self._insert = insert_into(table)
        self._delete = delete_by(table, self._key)
        self._updates: dict[tuple[str, ...], Statement] = {}

    def put(self, driver: sqlcipher.Connection, ref: str, cells: Row | None) -> None:
        """Make the row of `ref` say `cells`; None removes it."""
        there = self._select.run(driver, (ref,)).fetchone()
        if cells is None:
            if there is not None:
                self._delete.run(driver, (ref,))
        elif there is None:
            self._insert.run(driver, cells)
        elif there != cells:
            changed = {name: new for name, new, old in zip(self._names, cells, there, strict=True) if new != old}
            self._update(tuple(changed)).run(driver, (*changed.values(), ref))

    def _update(self, changed: tuple[str, ...]) -> Statement:
        known = self._updates.get(changed)
        if known is None:
            known = self._updates[changed] = update_by(self._table, changed, where=(self._key,))
        return known


def select_by(table: Table, *where: str) -> Statement:
    """Return the select of whole rows by equality of the named columns, in their order."""
    return Statement(select(table).where(*_equals(table, where)))


def delete_by(table: Table, *where: str) -> Statement:
    """Return the delete by equality of the named columns."""
    return Statement(delete(table).where(*_equals(table, where)))


def update_by(table: Table, changed: Sequence[str], *, where: Sequence[str]) -> Statement:
    """Return the update of `changed` columns (parameters named `new_…`) by equality of `where`."""
    values: dict[str, BindParameter[Cell]] = {name: bindparam(f"new_{name}") for name in changed}
    return Statement(update(table).where(*_equals(table, where)).values(values))


def _equals(table: Table, names: Sequence[str]) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(name) for name in names]
