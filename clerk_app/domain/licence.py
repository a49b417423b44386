"""The licence folded from its acts: what is valid, for whom, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.acts import licence as acts
from clerk_app.domain.acts.base import ActId, Record


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence as far as its acts tell; validity inclusive on both ends, None where it has none."""

    licence_no: str = ""
    item: str = ""
    holder: str = ""
    holder_id: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    granted_on: date | None = None
    cancelled_on: date | None = None
    cases: tuple[str, ...] = ()
    last_legal: ActId | None = None

    def apply(self, record: Record) -> Licence:
        """Return the licence after `record`."""
        act, envelope = record.act, record.envelope
        moved = self
        if isinstance(act, acts.LicenceGranted | acts.LicenceRenewed | acts.LicenceChanged):
            moved = replace(
                self,
                licence_no=act.licence_no,
                item=act.item,
                holder=act.holder,
                holder_id=act.holder_id,
                valid_from=act.valid_from,
                valid_to=act.valid_to,
                granted_on=self.granted_on or envelope.legal_date,
                cases=(*self.cases, act.case_id),
            )
        elif isinstance(act, acts.LicenceCancelled):
            moved = replace(self, cancelled_on=envelope.legal_date, cases=(*self.cases, act.case_id))
        return replace(moved, last_legal=envelope.act_id) if act.LEGAL else moved


def fold_licence(records: Iterable[Record]) -> Licence:
    """Fold standing records of one licence stream."""
    licence = Licence()
    for record in records:
        licence = licence.apply(record)
    return licence
