"""What all tables share: the naming of constraints, and CHECKs generated from the rules of the domain."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar, cast

from sqlalchemy import MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Names of constraints and indexes, so that a migration can find them."""

HASH_LENGTH = 64
"""Characters of a SHA-256 in hexadecimal."""


class Base(DeclarativeBase):
    """Base of every table of the local database; all are STRICT, as PostgreSQL is about types."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[type, TypeEngine[str]]] = {str: Text()}

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Make the table of every subclass STRICT."""
        super().__init_subclass__(**kwargs)
        table_of(cls).dialect_options["sqlite"]["strict"] = True


def table_of(mapped: type[Base]) -> Table:
    """Return the table behind a mapped class, for Core statements."""
    return cast("Table", mapped.__table__)


def one_of(column: str, words: type[StrEnum] | Iterable[str]) -> str:
    """Return the CHECK that a column holds one of the words."""
    inside = ", ".join(f"'{word}'" for word in words)
    return f"{column} IN ({inside})"


def is_hash(column: str) -> str:
    """Return the CHECK that a column holds a SHA-256 in hexadecimal."""
    return f"length({column}) = {HASH_LENGTH}"
