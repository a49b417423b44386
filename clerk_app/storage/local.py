"""What only this machine keeps and no act tells: papers, password hashes, drafts, settings, exchange runs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import bindparam, literal_column, or_, select

from clerk_app.domain.acts.wire import instant_text
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.exchange import Credential, SyncReport
from clerk_app.domain.listing import Draft, ExchangeRun, StoredPaper
from clerk_app.storage.base import table_of
from clerk_app.storage.codec import instant_of
from clerk_app.storage.statements import Statement, delete_by, insert_into, select_by, upsert_into
from clerk_app.storage.tables import CredentialTable, DraftTable, ExchangeRunTable, Paper, Setting

FILLING = "first_fill"
"""Setting that is there while acts are fetched without projections."""

PAPER = table_of(Paper)
CREDENTIAL = table_of(CredentialTable)
DRAFT = table_of(DraftTable)
SETTING = table_of(Setting)
RUN = table_of(ExchangeRunTable)

_ADD_PAPER = insert_into(PAPER)
_PAPER = select_by(PAPER, "sheet_id")
_PUT_CREDENTIAL = upsert_into(CREDENTIAL)
_CREDENTIAL = select_by(CREDENTIAL, "user")
_CREDENTIALS = Statement(select(CREDENTIAL).order_by(CREDENTIAL.c.user))
_PUT_DRAFT = upsert_into(DRAFT)
_DROP_DRAFT = delete_by(DRAFT, "draft_id")
_DRAFTS = Statement(
    select(DRAFT)
    .where(or_(bindparam("anyone") == bindparam("empty"), DRAFT.c.user == bindparam("user")))
    .order_by(DRAFT.c.saved_at.desc(), DRAFT.c.draft_id)
)
_PUT_SETTING = upsert_into(SETTING)
_SETTING = select_by(SETTING, "key")
_DROP_SETTING = delete_by(SETTING, "key")
_ADD_RUN = insert_into(RUN, skip=("n",))
_RUNS = Statement(select(RUN).order_by(RUN.c.n.desc()).limit(bindparam("most")).offset(literal_column("0")))


def store_paper(driver: sqlcipher.Connection, paper: StoredPaper) -> None:
    """Keep the bytes of a sheet once; the same bytes again are no news.

    Raises:
        RuleViolation: `paper_changed` when other bytes come for a sheet that is here, or the hash is not theirs.
    """
    if hashlib.sha256(paper.pdf).hexdigest() != paper.sha256:
        raise RuleViolation("paper_changed", sheet=paper.sheet_id)
    known = get_paper(driver, paper.sheet_id)
    if known is None:
        cells = (paper.sheet_id, paper.case_id, paper.document, paper.number, paper.sha256, paper.pdf)
        _ADD_PAPER.run(driver, cells)
    elif known.sha256 != paper.sha256:
        raise RuleViolation("paper_changed", sheet=paper.sheet_id)


def get_paper(driver: sqlcipher.Connection, sheet_id: str) -> StoredPaper | None:
    """Return the stored bytes of a paper, if they are on this machine."""
    row = _PAPER.run(driver, (sheet_id,)).fetchone()
    return None if row is None else StoredPaper(*row)


def set_credential(driver: sqlcipher.Connection, credential: Credential) -> None:
    """Keep or replace a person's password hash."""
    _PUT_CREDENTIAL.run(driver, (credential.user, credential.hash, instant_text(credential.changed_at)))


def get_credential(driver: sqlcipher.Connection, user: str) -> Credential | None:
    """Return the password hash of a person."""
    row = _CREDENTIAL.run(driver, (user,)).fetchone()
    return None if row is None else Credential(row[0], row[1], instant_of(row[2]))


def credentials(driver: sqlcipher.Connection) -> tuple[Credential, ...]:
    """Return all password hashes."""
    return tuple(Credential(user, word, instant_of(at)) for user, word, at in _CREDENTIALS.run(driver))


def take_credentials(driver: sqlcipher.Connection, offered: Sequence[Credential]) -> None:
    """Keep those that are newer than what is here."""
    for credential in offered:
        known = get_credential(driver, credential.user)
        if known is None or known.changed_at < credential.changed_at:
            set_credential(driver, credential)


def save_draft(driver: sqlcipher.Connection, draft: Draft) -> None:
    """Keep or replace a parked intake."""
    _PUT_DRAFT.run(driver, (draft.draft_id, draft.title, draft.body, draft.user, instant_text(draft.saved_at)))


def drop_draft(driver: sqlcipher.Connection, draft_id: str) -> None:
    """Forget a parked intake."""
    _DROP_DRAFT.run(driver, (draft_id,))


def drafts(driver: sqlcipher.Connection, user: str) -> tuple[Draft, ...]:
    """Return parked intakes, newest first; of everybody when `user` is empty."""
    rows = _DRAFTS.run_named(driver, {"anyone": user, "empty": "", "user": user})
    return tuple(Draft(one, title, body, who, instant_of(at)) for one, title, body, who, at in rows)


def put_setting(driver: sqlcipher.Connection, key: str, value: str) -> None:
    """Keep a local value."""
    _PUT_SETTING.run(driver, (key, value))


def drop_setting(driver: sqlcipher.Connection, key: str) -> None:
    """Forget a local value."""
    _DROP_SETTING.run(driver, (key,))


def get_setting(driver: sqlcipher.Connection, key: str) -> str | None:
    """Return a local value."""
    row = _SETTING.run(driver, (key,)).fetchone()
    return None if row is None else str(row[1])


def add_run(driver: sqlcipher.Connection, run: ExchangeRun) -> None:
    """Keep a recorded exchange."""
    report = None if run.report is None else msgspec.json.encode(run.report).decode()
    ended = None if run.ended_at is None else instant_text(run.ended_at)
    _ADD_RUN.run(driver, (instant_text(run.started_at), ended, run.trigger, run.outcome, run.reason, report))


def runs(driver: sqlcipher.Connection, limit: int) -> tuple[ExchangeRun, ...]:
    """Return recorded exchanges, newest first."""
    return tuple(
        ExchangeRun(
            instant_of(started),
            None if ended is None else instant_of(ended),
            trigger,
            outcome,
            reason,
            None if report is None else msgspec.json.decode(report, type=SyncReport),
        )
        for _, started, ended, trigger, outcome, reason, report in _RUNS.run(driver, (limit,))
    )
