"""Checks the number ledger: nothing given twice, nothing given without an act, and the equation of every series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import literal_column, select

from clerk_app.domain.acts.case import NumberGiven
from clerk_app.domain.exchange import FateVerdict
from clerk_app.domain.listing import AuditProblem, Identity
from clerk_app.domain.office import Office, fold_office
from clerk_app.storage.codec import record_of
from clerk_app.storage.history import ACT, ENVELOPE, FATE, PAYLOAD, standing_office
from clerk_app.storage.leases import GAP, highest_given, own_leases
from clerk_app.storage.numbers import LEDGER
from clerk_app.storage.statements import Statement

_GIVEN = Statement(
    select(*ENVELOPE, PAYLOAD.c.body, FATE.c.verdict, FATE.c.retracted_by)
    .select_from(ACT.join(FATE, FATE.c.act_key == ACT.c.key).join(PAYLOAD, PAYLOAD.c.act_key == ACT.c.key))
    .where(
        ACT.c.kind == literal_column(f"'{NumberGiven.KIND}'"),
        FATE.c.verdict != literal_column(f"'{FateVerdict.ALREADY.value}'"),
    )
    .order_by(ACT.c.key)
)
_SET_ASIDE = (FateVerdict.CONFLICT.value, FateVerdict.REFUSED.value)
_LEDGER = Statement(select(LEDGER.c.series, LEDGER.c.year, LEDGER.c.serial, LEDGER.c.number, LEDGER.c.stream))
_GAPS = Statement(select(GAP.c.series, GAP.c.year, GAP.c.first, GAP.c.last))

Place = tuple[str, int, int]


def problems(driver: sqlcipher.Connection, identity: Identity) -> Iterator[AuditProblem]:
    """Return everything that is wrong about numbers."""
    holders: dict[Place, set[str]] = defaultdict(set)
    texts: dict[str, set[Place]] = defaultdict(set)
    for *place, number, stream in _LEDGER.run(driver):
        where: Place = (place[0], place[1], place[2])
        holders[where].add(stream)
        texts[number].add(where)
    acts: dict[Place, list[str]] = defaultdict(list)
    for row in _GIVEN.run(driver):
        *head, body, verdict, retracted_by = row
        record = record_of((*head, body), str(body))
        # A number that another program gave is nobody's once its act was set aside: the ledger does not keep it.
        set_aside = verdict in _SET_ASIDE or retracted_by is not None
        if isinstance(record.act, NumberGiven) and not (record.act.imported and set_aside):
            acts[record.act.series, record.act.year, record.act.serial].append(record.envelope.stream)
    for where in sorted(holders.keys() | acts.keys()):
        if len(holders[where] | set(acts[where])) > 1:
            yield AuditProblem("number_twice", _named(where), ", ".join(sorted(holders[where] | set(acts[where]))))
        if not acts[where]:
            yield AuditProblem("number_missing", _named(where), "no act gave it")
        if not holders[where]:
            yield AuditProblem("number_missing", _named(where), "not in the ledger")
    for number, places in sorted(texts.items()):
        if len(places) > 1:
            yield AuditProblem("number_twice", number, ", ".join(_named(one) for one in sorted(places)))
    yield from _equation(driver, identity, set(holders))


def _equation(driver: sqlcipher.Connection, identity: Identity, there: set[Place]) -> Iterator[AuditProblem]:
    """Every number of an own block up to the highest given has one fate: used, void, returned or unknown."""
    office: Office = fold_office(record for record, _ in standing_office(driver))
    gaps = {
        (series, year, serial) for series, year, first, last in _GAPS.run(driver) for serial in range(first, last + 1)
    }
    years = sorted({(one.series, lease.year) for one in office.series for lease in one.leases})
    for series, year in years:
        leases = own_leases(office, identity, series, year)
        high = highest_given(driver, leases)
        span = [serial for lease in leases for serial in range(lease.first, min(lease.last, high) + 1)]
        lost = [serial for serial in span if (series, year, serial) not in there | gaps]
        if lost:
            yield AuditProblem("ledger_open", f"{series} {year}", ", ".join(map(str, lost)))


def _named(where: Place) -> str:
    return f"{where[0]} {where[1]} {where[2]}"
