"""Looks for every sign that the file is not what the acts say; it reads one snapshot and changes nothing.

Codes: `settings_wrong`, `file_damaged`, `foreign_key_broken`, `seq_missing`, `chain_broken`, `payload_changed`,
`payload_missing`, `verdict_edited`, `answer_log_broken`, `projection_differs`, `number_twice`, `ledger_open`,
`number_missing`, `calendar_twice`, `calendar_wrong`, `paper_changed`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import and_, func, select

from clerk_app.domain.acts.office import CalendarPublished
from clerk_app.domain.acts.wire import GENESIS, envelope_hash, payload_hash
from clerk_app.domain.calendar import CalendarYear, calendar_problems
from clerk_app.domain.exchange import FateVerdict
from clerk_app.domain.listing import AuditProblem, Identity
from clerk_app.storage import audit_numbers, audit_rows
from clerk_app.storage.codec import ENVELOPE_COLUMNS, envelope_of
from clerk_app.storage.engine import pragma_faults
from clerk_app.storage.fates import LOG, log_hash
from clerk_app.storage.history import ACT, ENVELOPE, FATE, PAYLOAD, standing_office
from clerk_app.storage.local import PAPER
from clerk_app.storage.statements import Statement
from clerk_app.storage.tables import TRIGGERS

_CHAINS = Statement(
    select(*ENVELOPE, PAYLOAD.c.body)
    .select_from(ACT.outerjoin(PAYLOAD, PAYLOAD.c.act_key == ACT.c.key))
    .order_by(ACT.c.workstation, ACT.c.seq)
)
_LOG = Statement(select(LOG).order_by(LOG.c.n))
# A ledger line has the same group name on every PC that read it.
_LAST = (
    select(LOG.c.workstation, LOG.c.group_id, func.max(LOG.c.n).label("n"))
    .group_by(LOG.c.workstation, LOG.c.group_id)
    .subquery("last")
)
_FATES = Statement(
    select(
        ACT.c.group_id,
        ACT.c.group_pos,
        ACT.c.seq,
        ACT.c.workstation,
        FATE.c.verdict,
        FATE.c.position,
        LOG.c.verdict,
        LOG.c.position,
    )
    .select_from(
        ACT.outerjoin(FATE, FATE.c.act_key == ACT.c.key)
        .outerjoin(_LAST, and_(_LAST.c.group_id == ACT.c.group_id, _LAST.c.workstation == ACT.c.workstation))
        .outerjoin(LOG, LOG.c.n == _LAST.c.n)
    )
    .order_by(ACT.c.key)
)
_PAPERS = Statement(select(PAPER.c.sheet_id, PAPER.c.sha256, PAPER.c.pdf))


def audit(driver: sqlcipher.Connection, identity: Identity) -> tuple[AuditProblem, ...]:
    """Return everything that is wrong, the file itself first."""
    return (
        *_file(driver),
        *_chains(driver, identity),
        *_answers(driver),
        *_verdicts(driver),
        *audit_rows.problems(driver, identity),
        *audit_numbers.problems(driver, identity),
        *_calendars(driver),
        *_papers(driver),
    )


def _file(driver: sqlcipher.Connection) -> Iterator[AuditProblem]:
    for name, value in pragma_faults(driver):
        yield AuditProblem("settings_wrong", name, value)
    for (line,) in driver.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield AuditProblem("file_damaged", "integrity_check", line)
    for (line,) in driver.execute("PRAGMA cipher_integrity_check").fetchall():
        yield AuditProblem("file_damaged", "cipher_integrity_check", line)
    for table, row, parent, _ in driver.execute("PRAGMA foreign_key_check").fetchall():
        yield AuditProblem("foreign_key_broken", f"{table} {row}", parent)
    there = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for name in sorted(TRIGGERS - there):
        yield AuditProblem("settings_wrong", name, "missing")


def _chains(driver: sqlcipher.Connection, identity: Identity) -> Iterator[AuditProblem]:
    """Check every act's hashes, and the links of every chain; of other machines' chains parts may be elsewhere."""
    workstation, seq, last_hash = "", 0, GENESIS
    for row in _CHAINS.run(driver):
        envelope, body = envelope_of(row), row[ENVELOPE_COLUMNS + 1]
        if envelope.workstation != workstation:
            workstation, seq, last_hash = envelope.workstation, 0, GENESIS
        where = f"{envelope.workstation} {envelope.seq}"
        if envelope.seq == seq + 1:
            if envelope.prev_hash != last_hash:
                yield AuditProblem("chain_broken", where, "prev_hash")
        elif envelope.workstation == identity.workstation:
            yield AuditProblem("seq_missing", f"{workstation} {seq + 1}", f"{seq + 1}-{envelope.seq - 1}")
        if envelope_hash(envelope) != envelope.hash:
            yield AuditProblem("chain_broken", where, "hash")
        if body is None:
            yield AuditProblem("payload_missing", where, envelope.kind)
        elif payload_hash(str(body).encode()) != envelope.payload_sha256:
            yield AuditProblem("payload_changed", where, envelope.kind)
        seq, last_hash = envelope.seq, envelope.hash


def _answers(driver: sqlcipher.Connection) -> Iterator[AuditProblem]:
    last_hash, expected = GENESIS, 1
    for n, *line, prev_hash, name in _LOG.run(driver):
        if n != expected or prev_hash != last_hash or log_hash(last_hash, line) != name:
            yield AuditProblem("answer_log_broken", str(n), str(line[1]))
        last_hash, expected = name, n + 1


def _verdicts(driver: sqlcipher.Connection) -> Iterator[AuditProblem]:
    """Compare every fate with the newest verdict that arrived for its group; before any it is pending."""
    for group, place, seq, workstation, verdict, position, told, first in _FATES.run(driver):
        wanted = told or FateVerdict.PENDING.value
        at = None if first is None else first + place - 1
        if (verdict, position) != (wanted, at):
            detail = f"{verdict} {position or ''} / {wanted} {at or ''}".replace("  ", " ").strip()
            yield AuditProblem("verdict_edited", f"{workstation} {seq}", f"{detail} ({group})")


def _calendars(driver: sqlcipher.Connection) -> Iterator[AuditProblem]:
    """Two standing versions of a year under one number would make dates depend on who looks."""
    seen: dict[tuple[int, int], CalendarYear] = {}
    for record, _ in standing_office(driver):
        if not isinstance(record.act, CalendarPublished):
            continue
        year = record.act.year
        known = seen.setdefault((year.year, year.version), year)
        if known != year:
            yield AuditProblem("calendar_twice", str(year.year), str(year.version))
        for code in calendar_problems(year):
            yield AuditProblem("calendar_wrong", str(year.year), code)


def _papers(driver: sqlcipher.Connection) -> Iterator[AuditProblem]:
    for sheet, name, pdf in _PAPERS.run(driver):
        if hashlib.sha256(pdf).hexdigest() != name:
            yield AuditProblem("paper_changed", sheet, "sha256")
