"""How a data folder begins: as founder of an office, or joining one that the shared server knows.

Everything is built aside and moved into its place at once, so that a first start that was cut off leaves nothing half-made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from clerk_app.domain.acts.base import GROUP_LIMIT, StaffId, StreamType, stream_id
from clerk_app.domain.acts.office import Role, SeriesTakenOver
from clerk_app.domain.acts.workstation import WorkstationFounded
from clerk_app.domain.errors import Fault, RuleViolation
from clerk_app.domain.exchange import SyncReport
from clerk_app.domain.listing import Identity, NewAct
from clerk_app.domain.office import Office, StaffMember
from clerk_app.domain.seed import FoundingMember, OfficeProfile
from clerk_app.ports import Store, UnitOfWork
from clerk_app.services.people import SHORTEST_PASSWORD
from clerk_app.services.seed import TRAINING_PASSWORD, found_office, office_seed, training_staff

_WORKSTATION = re.compile(r"[A-Z][A-Z0-9]{0,7}?(?P<serial>[0-9]{1,6})")
_OFFICE_CODE = re.compile(r"[A-Z][A-Z0-9]{1,15}")
_AREA_CODE = re.compile(r"[0-9]{6}")

_Filled = TypeVar("_Filled")


class Premises(Protocol):
    """The place of a data folder to be; `bootstrap` knows what it is made of."""

    def is_taken(self) -> bool:
        """Say whether an office is here already."""
        ...

    def build(self, identity: Identity) -> Store:
        """Return a new, empty, opened database that lies aside; what an earlier try left there is gone."""
        ...

    def settle(self) -> str:
        """Close what was built, move it into its place, durably, and return the revision of its schema."""
        ...

    def abandon(self) -> None:
        """Close and remove what was built."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What the founder of an office tells; the number series follows from the workstation's code (W01: 01)."""

    office: OfficeProfile
    staff: tuple[FoundingMember, ...]
    passwords: dict[str, str]
    workstation: str = "W01"
    training: bool = False


@dataclass(frozen=True, slots=True)
class Founded:
    """A data folder that is ready."""

    workstation: str
    schema: str
    training: bool
    office: str
    people: tuple[str, ...]
    report: SyncReport | None = None


def training_founding(*, workstation: str = "W01", office: OfficeProfile | None = None) -> Founding:
    """Return what founds a practice office: made-up staff, one for each role, with the training password."""
    staff = training_staff()
    return Founding(
        office=office or office_seed(),
        staff=staff,
        passwords={one.user: TRAINING_PASSWORD for one in staff},
        workstation=workstation,
        training=True,
    )


def found(premises: Premises, wish: Founding) -> Founded:
    """Make the data folder of an office's first workstation.

    Raises:
        RuleViolation: an office is here already (`folder_taken`), or the wish is at fault, all of it by field.
    """
    _refuse_taken(premises)
    faults = founding_faults(wish)
    if faults:
        raise RuleViolation.of(faults)
    identity = Identity(
        workstation=wish.workstation,
        office=wish.office.code,
        series=series_of(wish.workstation, width=wish.office.series_width),
        founder=True,
        training=wish.training,
    )

    def fill(store: Store) -> None:
        with store.unit_of_work() as uow:
            found_office(uow, wish.office, wish.staff, passwords=wish.passwords)
            founder = next((one.user for one in wish.staff if Role.ADMIN in one.roles), wish.staff[0].user)
            stream = stream_id(StreamType.WORKSTATION, identity.workstation)
            act = WorkstationFounded(identity.workstation, identity.series, identity.founder, identity.training)
            uow.append([NewAct(stream, act, uow.clock.today())], actor=StaffId(founder))
            uow.commit()

    schema, _ = _made(premises, identity, fill)
    people = tuple(one.user for one in wish.staff)
    return Founded(wish.workstation, schema, wish.training, wish.office.code, people)


def join(premises: Premises, identity: Identity, *, fetch: Callable[[Store], SyncReport]) -> Founded:
    """Make the data folder of a further workstation: empty, then filled by its first exchange.

    Args:
        premises: where.
        identity: what the credentials file says of this workstation.
        fetch: does one whole exchange of the given database.

    Raises:
        RuleViolation: an office is here already (`folder_taken`), or the server holds none yet (`office_not_sent`).
        EnvironmentProblem: the server cannot be reached; nothing is left behind.
    """
    _refuse_taken(premises)

    def fill(store: Store) -> tuple[SyncReport, Office]:
        report = fetch(store)
        office = store.reading().office()
        if office.profile is None:
            raise RuleViolation("office_not_sent")
        return report, office

    schema, (report, office) = _made(premises, identity, fill)
    people = tuple(one.user for one in office.staff)
    return Founded(identity.workstation, schema, identity.training, identity.office, people, report)


def series_of(workstation: str, *, width: int) -> str:
    """Return the series of case numbers of a workstation: the digits at the end of its code, W01 giving 01.

    Raises:
        RuleViolation: the code is not letters then digits, or its digits do not fit (`workstation_code`).
    """
    found = _WORKSTATION.fullmatch(workstation)
    serial = str(int(found["serial"])).zfill(width) if found else ""
    if not serial or len(serial) > width or not int(serial):
        raise RuleViolation("workstation_code", field="workstation", value=workstation, width=width)
    return serial


def founding_faults(wish: Founding) -> tuple[Fault, ...]:
    """Return what is wrong with the wish, by field of the first start; empty when it can be done."""
    faults: list[Fault] = []
    office = wish.office
    try:
        series_of(wish.workstation, width=office.series_width)
    except RuleViolation as refused:
        faults += refused.faults
    if not _OFFICE_CODE.fullmatch(office.code):
        faults.append(Fault.of("office_code", field="office_code", value=office.code))
    if not office.name.strip():
        faults.append(Fault.of("field_missing", field="office_name"))
    if not _AREA_CODE.fullmatch(office.area_code):
        faults.append(Fault.of("area_code", field="area_code", value=office.area_code))
    if not any(Role.ADMIN in one.roles for one in wish.staff):
        faults.append(Fault.of("field_missing", field="admin_user"))
    for one in wish.staff:
        if not one.user.strip():
            faults.append(Fault.of("field_missing", field="admin_user"))
        if not one.name.strip():
            faults.append(Fault.of("field_missing", field="admin_name"))
        if len(wish.passwords.get(one.user, "")) < SHORTEST_PASSWORD:
            faults.append(Fault.of("password_too_short", field="password", length=SHORTEST_PASSWORD))
    return tuple(faults)


def administrator(user: str, name: str) -> FoundingMember:
    """Return the first administrator of a live office, who enters everybody else."""
    return FoundingMember(user=user.strip(), name=name.strip(), roles=(Role.ADMIN,))


def office_named(*, code: str, name: str, area_code: str) -> OfficeProfile:
    """Return the seed's particulars under another bureau's name and codes; the rest is filled in later."""
    return replace(office_seed(), code=code.strip(), name=name.strip(), area_code=area_code.strip())


def _refuse_taken(premises: Premises) -> None:
    if premises.is_taken():
        raise RuleViolation("folder_taken")


def _made(premises: Premises, identity: Identity, fill: Callable[[Store], _Filled]) -> tuple[str, _Filled]:
    """Build aside, fill, and settle; whatever goes wrong leaves nothing."""
    try:
        filled = fill(premises.build(identity))
        return premises.settle(), filled
    except BaseException:
        premises.abandon()
        raise


def take_over_series(uow: UnitOfWork, *, actor: StaffMember, issuer: str) -> int:
    """Record that `issuer` leases every series from now on, and return how many that were (caller commits).

    Series that another program numbers, and those taken over before, are left alone.

    Raises:
        RuleViolation: only an administrator may.
    """
    if Role.ADMIN not in actor.roles:
        raise RuleViolation("role_missing", role=Role.ADMIN.value, kind=SeriesTakenOver.KIND)
    wanted = [one for one in uow.reader.office().series if not one.issuer and not one.external]
    acts = [
        NewAct(stream_id(StreamType.SERIES, one.series), SeriesTakenOver(one.series, issuer), uow.clock.today())
        for one in wanted
    ]
    for start in range(0, len(acts), GROUP_LIMIT):
        uow.append(acts[start : start + GROUP_LIMIT], actor=actor.staff_id)
    return len(acts)
