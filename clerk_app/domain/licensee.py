"""The licensee folded from its acts: newest particulars and every inspection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.acts.base import ActId, Record
from clerk_app.domain.acts.case import ApplicantType
from clerk_app.domain.acts.licensee import InspectionRecorded, LicenseeRegistered


@dataclass(frozen=True, slots=True)
class Visit:
    """One inspection with its day."""

    on: date
    act_id: ActId
    inspection: InspectionRecorded


@dataclass(frozen=True, slots=True)
class Licensee:
    """A licensee as far as its acts tell."""

    name: str = ""
    type: ApplicantType = ApplicantType.ENTITY
    id_number: str = ""
    legal_representative: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    trade: str = ""
    key_supervision: bool = False
    told: tuple[tuple[date, ActId, LicenseeRegistered], ...] = ()
    visits: tuple[Visit, ...] = ()

    def apply(self, record: Record) -> Licensee:
        """Return the licensee after `record`; all acts here commute."""
        act, envelope = record.act, record.envelope
        if isinstance(act, InspectionRecorded):
            visits = (*self.visits, Visit(envelope.legal_date, envelope.act_id, act))
            return replace(self, visits=tuple(sorted(visits, key=lambda one: (one.on, one.act_id))))
        if isinstance(act, LicenseeRegistered):
            told = (*self.told, (envelope.legal_date, envelope.act_id, act))
            return _merged(self, tuple(sorted(told, key=lambda one: (one[0], one[1]))))
        return self


def _merged(licensee: Licensee, told: tuple[tuple[date, ActId, LicenseeRegistered], ...]) -> Licensee:
    newest = told[-1][2]

    def last(field: str) -> str:
        return next((value for _, _, act in reversed(told) if (value := str(getattr(act, field)))), "")

    return replace(
        licensee,
        told=told,
        name=newest.name,
        type=newest.type,
        id_number=newest.id_number,
        legal_representative=last("legal_representative"),
        address=last("address"),
        contact=last("contact"),
        phone=last("phone"),
        trade=last("trade"),
        key_supervision=any(act.key_supervision for _, _, act in told),
    )


def fold_licensee(records: Iterable[Record]) -> Licensee:
    """Fold standing records of one licensee stream."""
    licensee = Licensee()
    for record in records:
        licensee = licensee.apply(record)
    return licensee
