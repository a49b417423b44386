"""The office folded from its acts: particulars, items, calendar, texts, staff and number series as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from clerk_app.domain.acts import office as acts
from clerk_app.domain.acts.base import ActId, Record, StaffId, StreamId
from clerk_app.domain.calendar import CalendarYear, WorkingCalendar
from clerk_app.domain.catalogue import Catalogue, ItemVersion, TextVersion


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person of the office with roles; `active` False when the right ended."""

    staff_id: StaffId
    user: str
    name: str
    roles: frozenset[acts.Role]
    active: bool
    phone: str
    workstations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A registered series of printed numbers with its leases, oldest first."""

    series: str
    document: str
    template: str
    item: str
    first: int
    name: str = ""
    external: bool = False
    confirmed: bool = True
    note: str = ""
    leases: tuple[acts.NumbersLeased, ...] = ()
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Everything the rules and papers need to know of the bureau; grows act by act."""

    profile: acts.OfficeFounded | None = None
    items: tuple[ItemVersion, ...] = ()
    years: tuple[CalendarYear, ...] = ()
    texts: tuple[TextVersion, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    series: tuple[Series, ...] = ()
    seeds: tuple[str, ...] = ()
    last_legal: tuple[tuple[StreamId, ActId], ...] = ()
    catalogue: Catalogue = field(default_factory=lambda: Catalogue(()))
    calendar: WorkingCalendar = field(default_factory=lambda: WorkingCalendar(()))

    def member(self, who: str) -> StaffMember | None:
        """Return the person by staff id or user name."""
        return next((one for one in self.staff if who in (one.staff_id, one.user)), None)

    def text(self, code: str, on: date) -> TextVersion | None:
        """Return the version of legal text `code` in force on a day, the newest if several."""
        found = [
            one
            for one in self.texts
            if one.code == code and one.effective_from <= on and (one.effective_to is None or on <= one.effective_to)
        ]
        return max(found, key=lambda one: one.version, default=None)

    def series_for(self, document: str, item: str = "") -> Series | None:
        """Return the series that numbers `document`, the one of `item` before a general one."""
        found = [one for one in self.series if one.document == document and one.item in ("", item)]
        return max(found, key=lambda one: one.item == item, default=None)


def fold_office(records: Iterable[Record]) -> Office:
    """Fold the standing records of all office streams (office, item, calendar, text, staff, series)."""
    profile: acts.OfficeFounded | None = None
    items: dict[tuple[str, int], ItemVersion] = {}
    years: dict[tuple[int, int], CalendarYear] = {}
    texts: dict[tuple[str, int], TextVersion] = {}
    staff: dict[str, StaffMember] = {}
    series: dict[str, Series] = {}
    seeds: list[str] = []
    last: dict[StreamId, ActId] = {}
    for record in records:
        match record.act:
            case acts.OfficeFounded() as act:
                profile = act
            case acts.ItemVersioned(item=item):
                items[item.code, item.version] = item
            case acts.CalendarPublished(year=year):
                years[year.year, year.version] = year
            case acts.TextVersioned(text=text):
                texts[text.code, text.version] = text
            case acts.StaffChanged() as act:
                staff[act.user] = _member(act)
            case acts.SeriesRegistered() | acts.NumbersLeased() | acts.SeriesTakenOver() as act:
                series[act.series] = _series(series.get(act.series), act)
            case acts.SeedAdopted(seed_version=version):
                seeds.append(version)
            case _:
                pass
        if record.act.LEGAL:
            last[record.envelope.stream] = record.envelope.act_id
    return Office(
        profile=profile,
        items=tuple(items.values()),
        years=tuple(years.values()),
        texts=tuple(texts.values()),
        staff=tuple(staff.values()),
        series=tuple(series.values()),
        seeds=tuple(seeds),
        last_legal=tuple(last.items()),
        catalogue=Catalogue(tuple(items.values())),
        calendar=WorkingCalendar(tuple(years.values())),
    )


def _member(act: acts.StaffChanged) -> StaffMember:
    return StaffMember(
        StaffId(act.user), act.user, act.name, frozenset(act.roles), act.active, act.phone, act.workstations
    )


def _series(known: Series | None, act: acts.SeriesRegistered | acts.NumbersLeased | acts.SeriesTakenOver) -> Series:
    if isinstance(act, acts.SeriesRegistered):
        leases = known.leases if known else ()
        return Series(
            act.series,
            act.document,
            act.template,
            act.item,
            act.first,
            act.name,
            act.external,
            act.confirmed,
            act.note,
            leases,
            known.issuer if known else "",
        )
    known = known or Series(act.series, "", "", "", 1)
    if isinstance(act, acts.NumbersLeased):
        return replace(known, leases=(*known.leases, act))
    return replace(known, issuer=act.issuer)
