"""Brings a ledger file in: reads every line, refuses what cannot be, writes the others in batches, counts it all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from clerk_app.domain.acts.base import Origin, StaffId, StreamType, stream_id
from clerk_app.domain.acts.case import MaterialsReceived, NumberGiven
from clerk_app.domain.acts.wire import encode
from clerk_app.domain.acts.workstation import ImportRecorded
from clerk_app.domain.catalogue import catalogue_from
from clerk_app.domain.errors import RuleViolation, UsageProblem
from clerk_app.domain.listing import LedgerProblem, LedgerTable, NewAct
from clerk_app.domain.office import Office
from clerk_app.ports import Progress, Reader, Store, UnitOfWork
from clerk_app.services.ledger import columns as c
from clerk_app.services.ledger.case_acts import plan_case
from clerk_app.services.ledger.case_lines import read_case
from clerk_app.services.ledger.columns import LedgerKind
from clerk_app.services.ledger.doubts import doubts_of
from clerk_app.services.ledger.licences_known import KnownLicences
from clerk_app.services.ledger.oversight import Occurrences, read_inspection, read_licensee
from clerk_app.services.ledger.rows import Doubt, PlannedRow, is_unchanged, same_content
from clerk_app.services.seed import load_seed

BATCH = 50
"""Lines of one transaction: few enough to let others write and the person cancel, many enough for one fsync."""
_WHOLE_LINE = ("row.", "encoding")
"""Codes of the file's reader after which no cell of the line means anything."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of the lines of a file: rows = imported + already_present + different lines in `rejected`.

    `flagged` lines (历史数据存疑) are part of `imported`; `doubts` says which and why.
    """

    kind: LedgerKind
    rows: int
    imported: int
    already_present: int
    flagged: int
    rejected: tuple[LedgerProblem, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def rejected_rows(self) -> int:
        """How many different lines were rejected."""
        return len({one.line for one in self.rejected})


@dataclass(slots=True)
class _Tally:
    """What became of the lines so far."""

    imported: int = 0
    already_present: int = 0
    problems: list[LedgerProblem] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, other: _Tally) -> None:
        self.imported += other.imported
        self.already_present += other.already_present
        self.problems += other.problems
        self.doubts += other.doubts


@dataclass(frozen=True, slots=True)
class _Run:
    """What one import works with."""

    store: Store
    office: Office
    kind: LedgerKind
    actor: StaffId
    today: date
    dry_run: bool
    licences: KnownLicences


def import_ledger(
    store: Store,
    table: LedgerTable,
    *,
    actor: StaffId,
    today: date,
    kind: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportResult:
    """Bring in every line that can be, once; a second import, on any machine of the office, adds nothing.

    Args:
        store: the database of this machine.
        table: the file as the reader gave it, with its problems.
        actor: who imports; rules about persons are off for ledgers.
        today: the day after which nothing can have happened.
        kind: `cases`, `inspections` or `licensees`; None lets the headers decide.
        dry_run: tell what would become of each line and write nothing.
        progress: called after each batch with lines done and in all; may raise `Cancelled`, what is done stays.

    Raises:
        UsageProblem: the headers are those of no ledger (`ledger.headers_unknown`).
        RuleViolation: the office has not been founded (`office_missing`).
    """
    office = store.reading().office()
    if office.profile is None:
        raise RuleViolation("office_missing")
    ledger = LedgerKind(kind) if kind else kind_of(table)
    run = _Run(store, office, ledger, actor, today, dry_run, KnownLicences(office))
    tally = _Tally(problems=list(table.problems))
    rows = _distinct(_read(run, table, tally), tally)
    try:
        _write_all(run, rows, tally, progress)
    finally:
        _record(run, table, tally)
    return _result(run, table, tally)


def _write_all(run: _Run, rows: list[PlannedRow], tally: _Tally, progress: Progress | None) -> None:
    for done in range(0, len(rows), BATCH):
        tally.add(_write(run, rows[done : done + BATCH]))
        if progress is not None:
            progress(min(done + BATCH, len(rows)), len(rows))


def _result(run: _Run, table: LedgerTable, tally: _Tally) -> ImportResult:
    return ImportResult(
        kind=run.kind,
        rows=len({row.line for row in table.rows} | {one.line for one in table.problems}),
        imported=tally.imported,
        already_present=tally.already_present,
        flagged=len(tally.doubts),
        rejected=tuple(sorted(tally.problems, key=lambda one: one.line)),
        doubts=tuple(tally.doubts),
    )


def kind_of(table: LedgerTable) -> LedgerKind:
    """Return which ledger a file is, by the headers that only this one has.

    Raises:
        UsageProblem: `ledger.headers_unknown`.
    """
    headers = frozenset(table.headers)
    best = max(LedgerKind, key=lambda kind: len(c.TELLING[kind] & headers) / len(c.TELLING[kind]))
    if not c.TELLING[best] & headers:
        raise UsageProblem("ledger.headers_unknown", headers="、".join(table.headers[:8]))
    return best


def _read(run: _Run, table: LedgerTable, tally: _Tally) -> Iterator[PlannedRow]:
    """Yield the lines that can go in by themselves, and tally what is wrong with the others."""
    refused: dict[int, list[LedgerProblem]] = {}
    for problem in table.problems:
        refused.setdefault(problem.line, []).append(problem)
    catalogue = catalogue_from(run.office.items, aliases=load_seed().aliases)
    identity, occurrences = run.store.identity, Occurrences()
    for row in table.rows:
        told = refused.get(row.line, [])
        if any(one.code.startswith(_WHOLE_LINE) for one in told):
            continue
        planned: PlannedRow | None = None
        passed_over = frozenset(one.column for one in told)
        if run.kind is LedgerKind.CASES:
            line, problems = read_case(row, catalogue=catalogue, today=run.today, passed_over=passed_over)
            if line is not None:
                planned = plan_case(line, office_code=identity.office, office=run.office, training=identity.training)
        elif run.kind is LedgerKind.INSPECTIONS:
            planned, problems = read_inspection(
                row, office_code=identity.office, today=run.today, occurrences=occurrences, passed_over=passed_over
            )
        else:
            planned, problems = read_licensee(
                row, office_code=identity.office, today=run.today, passed_over=passed_over
            )
        tally.problems += problems
        if planned is not None:
            yield from _storable(planned, tally)


def _storable(row: PlannedRow, tally: _Tally) -> Iterator[PlannedRow]:
    """Yield the line if each of its acts can be written down, else tally why not."""
    try:
        for one in row.acts:
            encode(one.act)
    except RuleViolation as exc:
        tally.problems.append(row.problem(exc.code, **exc.params))
        return
    yield row


def _distinct(rows: Iterator[PlannedRow], tally: _Tally) -> list[PlannedRow]:
    """Return each key once: the same line again is already present, another content under its key is refused."""
    by_key: dict[str, PlannedRow] = {}
    for row in rows:
        first = by_key.setdefault(row.key, row)
        if first is row:
            continue
        if same_content(first, row):
            tally.already_present += 1
        else:
            tally.problems.append(row.problem("ledger.duplicate_key", other=first.line))
    return list(by_key.values())


def _write(run: _Run, rows: list[PlannedRow]) -> _Tally:
    """Write lines in one transaction; if one of them is refused there, each in its own, so that it takes no other."""
    try:
        return _write_together(run, rows)
    except RuleViolation as exc:
        if len(rows) == 1:
            return _Tally(problems=[rows[0].problem(exc.code, **exc.params)])
    tally = _Tally()
    for row in rows:
        tally.add(_write(run, [row]))
    return tally


def _write_together(run: _Run, rows: list[PlannedRow]) -> _Tally:
    tally = _Tally()
    with run.store.unit_of_work() as uow:
        for row in rows:
            _write_row(run, uow, row, tally)
        if tally.imported and not run.dry_run:
            uow.commit()
    return tally


def _write_row(run: _Run, uow: UnitOfWork, row: PlannedRow, tally: _Tally) -> None:
    if uow.has_act(row.first_id):
        if is_unchanged(row, uow.reader):
            tally.already_present += 1
        else:
            tally.problems.append(row.problem("ledger.changed_since_imported"))
    elif (problem := run.licences.problem(row, uow.reader)) is not None:
        tally.problems.append(problem)
        return
    else:
        finished = _finished(run, row, uow.reader)
        if not run.dry_run:
            uow.append(finished.acts, actor=run.actor, origin=Origin.LEDGER, group=finished.group)
        tally.imported += 1
        if finished.doubts:
            tally.doubts.append(Doubt(row.line, finished.doubts))
    if row.case is not None:
        run.licences.add(row.case)


def _finished(run: _Run, row: PlannedRow, reader: Reader) -> PlannedRow:
    """Return a line of the cases with its flags, and without a number that is in the number ledger already."""
    if row.case is None:
        return row
    codes = doubts_of(row.case, run.office, earlier=run.licences.earlier(row, reader))
    given = run.licences.is_given(row, reader)
    acts = tuple(_flagged(one, codes) for one in row.acts if not (given and isinstance(one.act, NumberGiven)))
    return replace(row, acts=acts, doubts=codes)


def _flagged(one: NewAct, codes: tuple[str, ...]) -> NewAct:
    if isinstance(one.act, MaterialsReceived):
        return replace(one, act=replace(one.act, doubtful=codes))
    return one


def _record(run: _Run, table: LedgerTable, tally: _Tally) -> None:
    """Keep in the workstation's own stream that a file was read; an import that added nothing leaves nothing."""
    if run.dry_run or not tally.imported:
        return
    act = ImportRecorded(
        file_sha256=table.sha256,
        kind=run.kind.value,
        rows=len(table.rows),
        imported=tally.imported,
        already_present=tally.already_present,
        rejected=len({one.line for one in tally.problems}),
    )
    with run.store.unit_of_work() as uow:
        stream = stream_id(StreamType.WORKSTATION, run.store.identity.workstation)
        uow.append([NewAct(stream, act, run.today)], actor=run.actor)
        uow.commit()
