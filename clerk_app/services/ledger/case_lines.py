"""Reads one line of the ledger of cases into typed values, and finds everything that cannot be in it.

Whether the line was late or breaks a rule of validity is not asked here (see `doubts`): such a line goes in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clerk_app.domain.acts.case import Applicant, Channel, DeliveryMethod, IdType
from clerk_app.domain.catalogue import Catalogue, ItemVersion, Kind
from clerk_app.domain.contact_numbers import check_phone, check_waybill
from clerk_app.domain.idcheck import IdKind
from clerk_app.domain.identifiers import check_as
from clerk_app.domain.listing import LedgerProblem, LedgerRow
from clerk_app.services.ledger import columns as c
from clerk_app.services.ledger.columns import LedgerKind, LedgerResult
from clerk_app.services.ledger.reading import Cells

_ID_TYPES = {IdKind.CREDIT_CODE: IdType.CREDIT_CODE, IdKind.RESIDENT_ID: IdType.RESIDENT_ID}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The cells of a line that are neither dates of the procedure nor about who applies for what."""

    channel: Channel
    procedure: str
    result: LedgerResult | None
    certificate_no: str
    valid_from: date | None
    valid_to: date | None
    method: DeliveryMethod | None
    waybill: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One line of the ledger of cases, every value in its stored form.

    `days` holds the dates of the procedure by column, None where the cell is empty. `phone_strange`: the telephone
    number is none of mainland China's and is kept as it stands.
    """

    line: int
    received_on: date
    accepted_on: date
    item: ItemVersion
    kind: Kind
    applicant: Applicant
    phone_strange: bool
    days: Mapping[str, date | None]
    rest: Rest

    @property
    def ended_on(self) -> date | None:
        """The day on which the matter ended: 办结日期, else the day of the decision."""
        return self.concluded_on or self.decided_on

    @property
    def notified_on(self) -> date | None:
        """补正告知日期."""
        return self.days[c.NOTIFIED]

    @property
    def supplemented_on(self) -> date | None:
        """补正齐全日期."""
        return self.days[c.SUPPLEMENTED]

    @property
    def stop_first(self) -> date | None:
        """First day of the special procedure."""
        return self.days[c.STOP_FIRST]

    @property
    def stop_last(self) -> date | None:
        """Last day of the special procedure."""
        return self.days[c.STOP_LAST]

    @property
    def decided_on(self) -> date | None:
        """决定日期."""
        return self.days[c.DECIDED]

    @property
    def concluded_on(self) -> date | None:
        """办结日期."""
        return self.days[c.CONCLUDED]

    @property
    def posted_on(self) -> date | None:
        """交寄日期."""
        return self.days[c.POSTED]

    @property
    def signed_on(self) -> date | None:
        """签收日期."""
        return self.days[c.SIGNED]


def read_case(
    row: LedgerRow, *, catalogue: Catalogue, today: date, passed_over: frozenset[str] = frozenset()
) -> tuple[CaseLine | None, tuple[LedgerProblem, ...]]:
    """Read one line; with any problem there is no `CaseLine`.

    Args:
        row: the cells of the line by header.
        catalogue: the office's items with the other names that ledgers use.
        today: the day after which nothing can have happened.
        passed_over: columns that the file's reader has refused already.
    """
    cells = Cells(row, passed_over=passed_over)
    cells.require(c.OBLIGATORY[LedgerKind.CASES])
    days = {column: cells.past_day(column, today=today) for column in _PAST_DAYS}
    _judge_order(cells, days)
    item, kind = _item_and_kind(cells, catalogue, days[c.RECEIVED])
    applicant, phone_strange = _applicant(cells, today=today)
    rest = _rest(cells)
    _judge_completeness(cells, rest.result)
    received_on, accepted_on = days[c.RECEIVED], days[c.ACCEPTED]
    if cells.problems or passed_over:
        return None, tuple(cells.problems)
    if received_on is None or accepted_on is None or item is None or kind is None or applicant is None:
        return None, ()
    line = CaseLine(
        line=row.line,
        received_on=received_on,
        accepted_on=accepted_on,
        item=item,
        kind=kind,
        applicant=applicant,
        phone_strange=phone_strange,
        days=days,
        rest=rest,
    )
    return line, ()


_PAST_DAYS = (
    c.RECEIVED,
    c.NOTIFIED,
    c.SUPPLEMENTED,
    c.ACCEPTED,
    c.STOP_FIRST,
    c.STOP_LAST,
    c.DECIDED,
    c.CONCLUDED,
    c.POSTED,
    c.SIGNED,
)
_CHAINS: tuple[tuple[str, ...], ...] = (
    (c.RECEIVED, c.NOTIFIED, c.SUPPLEMENTED, c.ACCEPTED, c.DECIDED, c.CONCLUDED),
    (c.STOP_FIRST, c.STOP_LAST, c.DECIDED),
    (c.DECIDED, c.POSTED, c.SIGNED),
)
"""Columns whose dates never run backwards; empty ones are passed over. Source: arts. 32, 42, 44, 45."""


def _judge_order(cells: Cells, days: dict[str, date | None]) -> None:
    for chain in _CHAINS:
        known = [(column, day) for column in chain if (day := days[column]) is not None]
        for (before, first), (after, second) in itertools.pairwise(known):
            if second < first:
                _order_problem(cells, after, second, before, first)
    accepted, stopped = days[c.ACCEPTED], days[c.STOP_FIRST]
    if accepted and stopped and stopped <= accepted:
        cells.refuse(c.STOP_FIRST, "stop_not_after_acceptance", date=stopped, accepted=accepted)


def _order_problem(cells: Cells, column: str, day: date, other: str, other_day: date) -> None:
    cells.refuse(column, "ledger.date_order", date=day, other=other, other_date=other_day)


def _item_and_kind(
    cells: Cells, catalogue: Catalogue, received_on: date | None
) -> tuple[ItemVersion | None, Kind | None]:
    """Return the version of the item on the day of receipt and the kind, if the item has it."""
    name, word = cells.raw(c.ITEM), cells.raw(c.KIND)
    code = catalogue.resolve_name(name) if name else None
    kind = catalogue.resolve_kind(word) if word else None
    if name and code is None:
        cells.refuse(c.ITEM, "ledger.item_unknown", item=name[:40])
    if word and kind is None:
        cells.refuse(c.KIND, "ledger.kind_unknown", kind_name=word[:40])
    if code is None or received_on is None:
        return None, kind
    item = catalogue.at(code, received_on)
    if item is None:
        cells.refuse(c.ITEM, "ledger.item_not_in_force", item=name[:40], date=received_on)
    elif kind is not None and item.rule(kind) is None:
        cells.refuse(c.KIND, "kind_not_offered", item=item.name, kind=kind.value)
    return item, kind


def _applicant(cells: Cells, *, today: date) -> tuple[Applicant | None, bool]:
    """Return the applicant with a number whose check digit is right, and whether the telephone number is strange."""
    applicant_type = cells.word(c.APPLICANT_TYPE, c.APPLICANT_TYPES)
    id_kind = cells.word(c.ID_TYPE, c.ID_KINDS)
    number = cells.text(c.ID_NUMBER, limit=40)
    if number and id_kind is not None:
        check = check_as(id_kind, value=number, today=today)
        cells.refuse_all(c.ID_NUMBER, check.problems)
        number = check.normalized
    name, representative = cells.name(c.APPLICANT), cells.name(c.REPRESENTATIVE)
    contact, address, phone = cells.name(c.CONTACT), cells.text(c.ADDRESS), cells.text(c.PHONE, limit=100)
    phone_check = check_phone(phone) if phone else None
    if applicant_type is None or id_kind is None:
        return None, False
    applicant = Applicant(
        type=applicant_type,
        name=name,
        id_type=_ID_TYPES.get(id_kind, IdType.OTHER),
        id_number=number,
        legal_representative=representative,
        address=address,
        contact=contact,
        phone=phone_check.normalized if phone_check and phone_check.valid else phone,
    )
    return applicant, phone_check is not None and not phone_check.valid


def _rest(cells: Cells) -> Rest:
    valid_from, valid_to = cells.day(c.VALID_FROM), cells.day(c.VALID_TO)
    if valid_from and valid_to and valid_to < valid_from:
        _order_problem(cells, c.VALID_TO, valid_to, c.VALID_FROM, valid_from)
    return Rest(
        channel=cells.word(c.CHANNEL, c.CHANNELS) or Channel.WINDOW,
        procedure=cells.text(c.PROCEDURE),
        result=cells.word(c.RESULT, c.RESULTS),
        certificate_no=cells.text(c.CERTIFICATE),
        valid_from=valid_from,
        valid_to=valid_to,
        method=cells.word(c.METHOD, c.METHODS),
        waybill=_waybill(cells),
        remark=cells.text(c.REMARK),
    )


def _waybill(cells: Cells) -> str:
    value = cells.raw(c.WAYBILL)
    if not value:
        return ""
    check = check_waybill(value)
    cells.refuse_all(c.WAYBILL, check.problems)
    return check.normalized


def _judge_completeness(cells: Cells, result: LedgerResult | None) -> None:
    """Note what one cell asks of another: a notice its answer, a stop its end, a letter its number."""
    if cells.raw(c.NOTIFIED) or cells.raw(c.SUPPLEMENTED):
        cells.require((c.NOTIFIED, c.SUPPLEMENTED))
    if cells.raw(c.PROCEDURE) or cells.raw(c.STOP_FIRST) or cells.raw(c.STOP_LAST):
        cells.require((c.PROCEDURE, c.STOP_FIRST, *((c.STOP_LAST,) if cells.raw(c.RESULT) else ())))
    if cells.raw(c.RESULT) or cells.raw(c.DECIDED) or cells.raw(c.CONCLUDED):
        cells.require((c.RESULT, c.DECIDED))
    if cells.raw(c.POSTED):
        cells.require((c.WAYBILL,))
    if cells.raw(c.SIGNED):
        by_post = c.METHODS.get(cells.raw(c.METHOD)) is DeliveryMethod.POST
        cells.require((c.METHOD, *((c.POSTED,) if by_post else ())))
    still_open = not (cells.raw(c.RESULT) or cells.raw(c.DECIDED) or cells.was_refused(c.RESULT))
    if result in (LedgerResult.REFUSED, LedgerResult.WITHDRAWN) or still_open:
        _refuse_filled(cells, (c.CERTIFICATE, c.VALID_FROM, c.VALID_TO), "ledger.only_when_granted")
    if result is LedgerResult.WITHDRAWN or still_open:
        _refuse_filled(cells, (c.POSTED, c.SIGNED), "ledger.only_when_decided")


def _refuse_filled(cells: Cells, wanted: Iterable[str], code: str) -> None:
    for column in wanted:
        if cells.raw(column):
            cells.refuse(column, code)
