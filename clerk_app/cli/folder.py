"""`init` and `migrate`: how a data folder begins, and how an older one is brought up to date."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import replace

from clerk_app.cli.context import PASSWORD_VARIABLE, Context, ask_password
from clerk_app.cli.documents import read_bytes
from clerk_app.cli.outcome import Outcome, pairs
from clerk_app.domain.errors import EnvironmentProblem, UsageProblem
from clerk_app.domain.seed import OfficeProfile
from clerk_app.services.founding import Founded, Founding, administrator, found, training_founding
from clerk_app.services.seed import office_seed
from clerk_app.wording import word

_WORKSTATION = "W01"


def init(context: Context, words: Namespace) -> Outcome:
    """Make a data folder: as founder of an office, or joining one.

    Raises:
        UsageProblem: words that do not go together, or no administrator told for a live office.
    """
    if words.join is not None:
        _refuse_with_join(words)
        return _told(context.wiring.join(context.data_dir, words.join, now=context.given.now))
    if context.given.now is not None and not words.training:
        raise UsageProblem("training_only")
    office = office_seed(read_bytes(words.office)) if words.office is not None else office_seed()
    workstation = words.workstation or _WORKSTATION
    wish = (
        training_founding(workstation=workstation, office=office)
        if words.training
        else _live(words, office, workstation)
    )
    made = found(context.wiring.premises(context.data_dir, now=context.given.now), wish)
    unsure = word("command.unsure", fields="、".join(office.unsure)) if office.unsure and not words.training else ""
    return replace(_told(made), notes=(unsure,) if unsure else ())


def _refuse_with_join(words: Namespace) -> None:
    for name in ("training", "workstation", "office", "admin", "admin_name"):
        if getattr(words, name):
            raise UsageProblem("not_with_join", name=f"--{name.replace('_', '-')}")


def _live(words: Namespace, office: OfficeProfile, workstation: str) -> Founding:
    """Ask for the first administrator; the password comes from the environment or the terminal."""
    if not words.admin or not words.admin_name:
        raise UsageProblem("admin_needed")
    member = administrator(words.admin, words.admin_name)
    password = os.environ.get(PASSWORD_VARIABLE) or ask_password(word("command.password_of", user=member.user))
    return Founding(office=office, staff=(member,), passwords={member.user: password}, workstation=workstation)


def _told(made: Founded) -> Outcome:
    plain: dict[str, object] = {
        "workstation": made.workstation,
        "schema": made.schema,
        "training": made.training,
        "office": made.office,
        "staff": list(made.people),
    }
    if made.report is not None:
        plain["fetched"] = made.report.fetched
        plain["verified"] = made.report.verified
    text = pairs(
        [
            (word("command.workstation"), made.workstation),
            (word("command.office"), made.office),
            (word("command.schema"), made.schema),
            (word("command.staff"), "、".join(made.people)),
            (word("command.fetched"), made.report.fetched if made.report else None),
            (word("command.note"), word("command.training_data") if made.training else ""),
        ]
    )
    return Outcome(plain, text)


def migrate(context: Context, _words: Namespace) -> Outcome:
    """Bring the database to this program's revision, on a verified copy that is swapped in."""
    if not context.has_office():
        raise EnvironmentProblem("folder_empty", folder=context.data_dir)
    done = context.wiring.migrate(context.data_dir)
    backup = str(done.backup) if done.backup else None
    plain = {"from": done.before, "to": done.after, "backup": backup}
    if backup is None:
        return Outcome(plain, word("command.up_to_date", revision=done.after))
    return Outcome(plain, word("command.migrated", before=done.before, after=done.after, backup=backup))
