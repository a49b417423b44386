"""The search index: which texts of a case, licence or licensee are found, cut into grams for FTS5 and kept beside them.

Chinese text is cut into pairs of characters, letters and digits into runs of four, each with its shorter ends; so any
part of a name or number, one character included, is found, and the kept text decides (grams need not be neighbours).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, column, delete, insert, table

from clerk_app.domain.acts.case import NumberGiven, Posted
from clerk_app.domain.case import Case
from clerk_app.domain.licence import Licence
from clerk_app.domain.licensee import Licensee
from clerk_app.domain.names import pinyin_keys
from clerk_app.domain.office import Office
from clerk_app.domain.overview import item_of
from clerk_app.storage.base import table_of
from clerk_app.storage.projected import SearchEntry
from clerk_app.storage.statements import Statement, delete_by, insert_into, select_by, update_by

ENTRY = table_of(SearchEntry)
GRAM = table("search_gram", column("rowid"), column("grams"))

ASCII_GRAM = 4
HAN_GRAM = 2
WEAK_MARK = "~"
"""Begins the grams of texts that many entries share, asked for only when the others give too few hits."""


class HitKind(StrEnum):
    """What a hit is."""

    CASE = "case"
    LICENCE = "licence"
    LICENSEE = "licensee"


class Why(StrEnum):
    """Which text matched, the most telling first: hits are listed in this order."""

    CASE_NO = "case_no"
    CERTIFICATE_NO = "certificate_no"
    DOCUMENT_NO = "document_no"
    WAYBILL = "waybill"
    CREDIT_CODE = "credit_code"
    NAME = "name"
    PHONE = "phone"
    PINYIN = "pinyin"
    PROJECT = "project"
    ITEM = "item"
    ADDRESS = "address"


WEAK = frozenset({Why.ITEM, Why.ADDRESS})


class Field(NamedTuple):
    """A text that is found, and what it is."""

    why: Why
    text: str


class Line(NamedTuple):
    """A kept text: what it is, as it is compared, and as it is shown."""

    why: Why
    plain: str
    text: str


_RUNS = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
_ASCII_GRAMS = re.compile(rf"(?=([a-z0-9]{{1,{ASCII_GRAM}}}))")
_HAN_GRAMS = re.compile(rf"(?=([^a-z0-9 ]{{1,{HAN_GRAM}}}))")
# Where letters or digits meet other characters: 7号 of 997号.
_SEAMS = re.compile(r"(?=([a-z0-9][^a-z0-9 ]|[^a-z0-9 ][a-z0-9]))")
_ENTRY = select_by(ENTRY, "kind", "ref")
_ADD = insert_into(ENTRY, skip=("entry",))
_CHANGE = update_by(ENTRY, ("body",), where=("entry",))
_DROP = delete_by(ENTRY, "entry")
_ADD_GRAMS = Statement(insert(GRAM), columns=("rowid", "grams"))
_DROP_GRAMS = Statement(delete(GRAM).where(GRAM.c.rowid == bindparam("entry")))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a text as it is compared: width and case folded, only letters, digits and characters."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def grams_of(text: str) -> list[str]:
    """Cut plain texts, with blanks between them, into the grams under which every part of them is found."""
    return [*_ASCII_GRAMS.findall(text), *_HAN_GRAMS.findall(text), *_SEAMS.findall(text)]


def asked_grams(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a plain search word into grams that every hit has; True for one that is only the beginning of a gram."""
    runs = _RUNS.findall(text)
    for run in runs:
        size = _size(run)
        if len(run) < size:
            yield run, True
        else:
            yield from ((run[at : at + size], False) for at in range(len(run) - size + 1))
    yield from ((seam, False) for seam in _SEAMS.findall(text))


def _size(run: str) -> int:
    return ASCII_GRAM if run[0].isascii() else HAN_GRAM


def case_fields(case: Case, office: Office) -> tuple[Field, ...]:
    """Return everything under which a case is found."""
    found = [
        Field(Why.CASE_NO, case.case_no),
        Field(Why.CASE_NO, case.external_no),
        Field(Why.PROJECT, case.project_name),
        Field(Why.CERTIFICATE_NO, case.licence_no),
        Field(Why.DOCUMENT_NO, case.notice_no),
        Field(Why.DOCUMENT_NO, case.acceptance_no),
        *(Field(Why.WAYBILL, letter.waybill) for letter in case.letters),
        *(Field(Why.DOCUMENT_NO, given.number) for given in case.numbers),
    ]
    applicant, agent, choice, decision = case.applicant, case.agent, case.delivery, case.decision
    if applicant is not None:
        found += [Field(Why.NAME, name) for name in (applicant.name, applicant.legal_representative, applicant.contact)]
        found += [
            Field(Why.CREDIT_CODE, applicant.id_number),
            Field(Why.PHONE, applicant.phone),
            Field(Why.ADDRESS, applicant.address),
        ]
    if agent is not None:
        found += [
            Field(Why.NAME, agent.name),
            Field(Why.CREDIT_CODE, agent.id_number),
            Field(Why.PHONE, agent.phone),
        ]
    if choice is not None:
        found += [Field(Why.NAME, choice.recipient), Field(Why.PHONE, choice.phone)]
    if decision is not None:
        found += [
            Field(Why.CERTIFICATE_NO, case.certificate_no),
            Field(Why.DOCUMENT_NO, decision.document_no),
        ]
    item = item_of(case, office.catalogue)
    names = (case.item,) if item is None else (case.item, item.name, item.short_name)
    found += [Field(Why.ITEM, name) for name in names]
    return tuple(dict.fromkeys(field for field in found if field.text))


_LEGAL_TEXTS = attrgetter(
    "case_no",
    "external_no",
    "project_name",
    "licence_no",
    "notice_no",
    "acceptance_no",
    "applicant",
    "agent",
    "delivery",
    "decision",
)


def is_found_otherwise(old: Case, new: Case, office: Office) -> bool:
    """Say whether a step can have changed what the case is found under."""
    if _LEGAL_TEXTS(old) != _LEGAL_TEXTS(new) or item_of(old, office.catalogue) != item_of(new, office.catalogue):
        return True
    known = set(map(id, old.asides))
    return any(isinstance(one.act, Posted | NumberGiven) for one in new.asides if id(one) not in known)


def licence_fields(licence: Licence) -> tuple[Field, ...]:
    """Return everything under which a licence is found."""
    found = (
        Field(Why.CERTIFICATE_NO, licence.licence_no),
        Field(Why.NAME, licence.holder),
        Field(Why.CREDIT_CODE, licence.holder_id),
    )
    return tuple(field for field in found if field.text)


def licensee_fields(licensee: Licensee) -> tuple[Field, ...]:
    """Return everything under which a licensee is found."""
    found = (
        Field(Why.NAME, licensee.name),
        Field(Why.CREDIT_CODE, licensee.id_number),
        Field(Why.NAME, licensee.legal_representative),
        Field(Why.NAME, licensee.contact),
        Field(Why.PHONE, licensee.phone),
        Field(Why.ADDRESS, licensee.address),
    )
    return tuple(dict.fromkeys(field for field in found if field.text))


@lru_cache(maxsize=4096)
def _readings(name: str) -> str:
    """Return all readings of a name; the blanks between them are in no search word, so none is found across two."""
    keys = pinyin_keys(name)
    return " ".join((*keys.full, *keys.initials))


def _lines(fields: Iterable[Field]) -> list[Line]:
    lines = []
    for why, text in fields:
        lines.append(Line(why, plain(text), text))
        if why is Why.NAME:
            lines.append(Line(Why.PINYIN, _readings(text), text))
    return [line for line in lines if line.plain]


def body_of(fields: Iterable[Field]) -> str:
    """Return the kept text of an entry."""
    return _body(_lines(fields))


def _body(lines: Iterable[Line]) -> str:
    return "\n".join(map("\t".join, lines))


def lines_of(body: str) -> Iterator[Line]:
    """Read the kept text back."""
    for line in body.split("\n"):
        why, compared, text = line.split("\t", 2)
        yield Line(Why(why), compared, text)


def gram_text(lines: Sequence[Line]) -> str:
    """Return every gram of an entry once."""
    strong = " ".join(line.plain for line in lines if line.why not in WEAK)
    weak = " ".join(line.plain for line in lines if line.why in WEAK)
    return " ".join({*grams_of(strong), *(WEAK_MARK + gram for gram in grams_of(weak))})


def put_entry(driver: sqlcipher.Connection, kind: HitKind, ref: str, fields: Sequence[Field]) -> None:
    """Make the entry of `ref` say exactly this; nothing is written when it does already."""
    lines = _lines(fields)
    body = _body(lines)
    row = _ENTRY.run(driver, (kind.value, ref)).fetchone()
    if row is None:
        entry = _ADD.run(driver, (kind.value, ref, body)).lastrowid
    elif row[3] == body:
        return
    else:
        entry = row[0]
        _CHANGE.run_named(driver, {"new_body": body, "entry": entry})
        _DROP_GRAMS.run(driver, (entry,))
    _ADD_GRAMS.run(driver, (entry, gram_text(lines)))


def drop_entry(driver: sqlcipher.Connection, kind: HitKind, ref: str) -> None:
    """Forget the entry of `ref`."""
    row = _ENTRY.run(driver, (kind.value, ref)).fetchone()
    if row is not None:
        _DROP_GRAMS.run(driver, (row[0],))
        _DROP.run(driver, (row[0],))
