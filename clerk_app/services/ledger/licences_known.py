"""What certificates and licences are known while a file is read: those of the office and those of the lines before."""

from __future__ import annotations

from collections.abc import Iterator

from clerk_app.domain.acts.case import NumberGiven
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.listing import LedgerProblem
from clerk_app.domain.office import Office
from clerk_app.ports import Reader
from clerk_app.services.ledger import columns as c
from clerk_app.services.ledger.case_acts import imported_number
from clerk_app.services.ledger.case_lines import CaseLine
from clerk_app.services.ledger.doubts import KnownLicence
from clerk_app.services.ledger.rows import PlannedRow

_SHARING = (Kind.CHANGE, Kind.RENEW, Kind.REPLACE, Kind.CANCEL)
"""Kinds after which a certificate may keep its number."""


class KnownLicences:
    """The certificates of one file so far, asked together with those of the office."""

    def __init__(self, office: Office) -> None:
        """Begin with an empty file."""
        self._office = office
        self._by_number: dict[str, CaseLine] = {}
        self._by_holder: dict[tuple[str, str], list[KnownLicence]] = {}
        self._given: dict[tuple[str, int], dict[str, str]] = {}

    def add(self, line: CaseLine) -> None:
        """Know the certificate of a line that went in (or was here already)."""
        if not line.rest.certificate_no or line.kind is Kind.CANCEL:
            return
        self._by_number.setdefault(line.rest.certificate_no, line)
        if line.rest.valid_from and line.rest.valid_to and line.decided_on:
            known = KnownLicence(line.rest.certificate_no, line.rest.valid_from, line.rest.valid_to, line.decided_on)
            self._by_holder.setdefault((line.applicant.id_number, line.item.code), []).append(known)

    def problem(self, row: PlannedRow, reader: Reader) -> LedgerProblem | None:
        """Return what is wrong with a certificate number that another case has; None for one that may be shared."""
        line = row.case
        if line is None or not line.rest.certificate_no:
            return None
        other = self._by_number.get(line.rest.certificate_no)
        if (
            other is not None
            and other.line != line.line
            and not _shares(line, other.applicant.id_number, other.item.code)
        ):
            return _twice(line, f"{other.line}")
        licence = reader.licence(line.rest.certificate_no)
        if licence is not None and licence.licence_no and row.key not in licence.cases:
            return None if _shares(line, licence.holder_id, licence.item) else _twice(line)
        holder = self._holder_of(line, reader)
        return _twice(line) if licence is None and holder not in ("", row.key) else None

    def is_given(self, row: PlannedRow, reader: Reader) -> bool:
        """Say whether the number of a line stands in the number ledger already, by another case or line."""
        line = row.case
        if line is None:
            return False
        other = self._by_number.get(line.rest.certificate_no)
        if other is not None and other.line != line.line:
            return True
        return self._holder_of(line, reader) not in ("", row.key)

    def earlier(self, row: PlannedRow, reader: Reader) -> Iterator[KnownLicence]:
        """Yield the other licences of the line's holder for its item."""
        line = row.case
        if line is None or line.kind not in _SHARING:
            return
        holder, item = line.applicant.id_number, line.item.code
        yield from (one for one in self._by_holder.get((holder, item), ()) if one.number != line.rest.certificate_no)
        for one in reader.licences(holder_id=holder):
            if one.item == item and one.licence_no != line.rest.certificate_no and one.valid_from and one.valid_to:
                yield KnownLicence(one.licence_no, one.valid_from, one.valid_to, one.granted_on or one.valid_from)

    def _holder_of(self, line: CaseLine, reader: Reader) -> str:
        """Return the case that has the number by the number ledger, empty if none."""
        number: NumberGiven | None = imported_number(line, self._office)
        if number is None:
            return ""
        key = (number.series, number.year)
        if key not in self._given:
            rows = reader.numbers(series=number.series, year=number.year)
            self._given[key] = {one.text: one.case_id for one in rows if one.text}
        return self._given[key].get(line.rest.certificate_no, "")


def _shares(line: CaseLine, holder: str, item: str) -> bool:
    return line.kind in _SHARING and (line.applicant.id_number, line.item.code) == (holder, item)


def _twice(line: CaseLine, other_line: str = "") -> LedgerProblem:
    code = "ledger.certificate_twice" if other_line else "ledger.certificate_taken"
    params = {
        "column": c.CERTIFICATE,
        "number": line.rest.certificate_no,
        **({"other": other_line} if other_line else {}),
    }
    return LedgerProblem(line.line, c.CERTIFICATE, line.rest.certificate_no, code, tuple(sorted(params.items())))
