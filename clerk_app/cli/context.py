"""What every command is given: its global options and the way to the parts; here it is settled who acts."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clerk_app import logs, settings
from clerk_app.cli.arguments import Globals
from clerk_app.cli.wiring import Parts, Wiring
from clerk_app.domain.acts.office import Role
from clerk_app.domain.errors import EnvironmentProblem, UsageProblem
from clerk_app.domain.office import StaffMember
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.people import check_password, member_with_role
from clerk_app.services.seed import TRAINING_PASSWORD
from clerk_app.wording import word

PASSWORD_VARIABLE = "CLERK_APP_PASSWORD"  # noqa: S105 — the name of the variable


@dataclass(frozen=True, slots=True)
class Context:
    """One command's surroundings."""

    wiring: Wiring
    given: Globals

    @property
    def data_dir(self) -> Path:
        """The data folder that was named, or the default one."""
        return settings.data_dir(self.given.data_dir)

    def has_office(self) -> bool:
        """Say whether the data folder holds an office."""
        return self.wiring.has_office(self.data_dir)

    @contextmanager
    def opened(self) -> Iterator[Parts]:
        """Open the data folder while the block lasts, and say what should be known about it.

        Raises:
            EnvironmentProblem: there is none yet (`folder_empty`), or it cannot be opened.
            UsageProblem: `--now` with live data.
        """
        if not self.has_office():
            raise EnvironmentProblem("folder_empty", folder=self.data_dir)
        parts = self.wiring.open(self.data_dir, now=self.given.now)
        with contextlib.suppress(OSError):  # no log is no reason to refuse a question
            logs.configure(self.data_dir, program="command")
        try:
            for code in parts.warnings:
                print(word(code), file=sys.stderr)
            yield parts
        finally:
            parts.close()

    @contextmanager
    def at_work(self, role_for: Callable[[Parts], Role]) -> Iterator[WorkingDesk]:
        """Open the data folder and let somebody work: the person of `--as`, or in training whose role it needs.

        Raises:
            UsageProblem: live data without `--as`, or no password to be had.
            RuleViolation: a wrong password.
        """
        with self.opened() as parts:
            user = self.member(parts, role_for(parts) if not self.given.user else Role.INTAKE).user
            yield WorkingDesk(parts.store, parts.renderer, parts.printer, user)

    def member(self, parts: Parts, role: Role) -> StaffMember:
        """Return who acts: the person of `--as` after the password, or in training the first one with `role`."""
        reader = parts.store.reading()
        training = parts.store.identity.training
        if not self.given.user:
            if not training:
                raise UsageProblem("staff_needed")
            return member_with_role(reader.office(), role)
        return check_password(reader, self.given.user, self._password(training=training))

    def _password(self, *, training: bool) -> str:
        user = self.given.user
        told = os.environ.get(PASSWORD_VARIABLE) or self.wiring.stored_password(user)
        if told:
            return told
        if training:
            return TRAINING_PASSWORD
        return ask_password(word("command.password_of", user=user))

    def today(self) -> date:
        """Return the office's date; a data folder is opened only to see whether its time may be another.

        Raises:
            UsageProblem: `--now` without training data (`training_only`).
        """
        if self.given.now is None:
            return self.wiring.clock().today()
        with self.perhaps_opened() as parts:
            if parts is None:
                raise UsageProblem("training_only")
            return parts.clock.today()

    @contextmanager
    def perhaps_opened(self) -> Iterator[Parts | None]:
        """Open the data folder if it holds an office; commands that only reckon work without one."""
        if not self.has_office():
            yield None
            return
        with self.opened() as parts:
            yield parts


def ask_password(prompt: str, *, variable: str = PASSWORD_VARIABLE) -> str:
    """Ask the person at the terminal; `variable` is what a script would set instead.

    Raises:
        UsageProblem: nobody is there to ask (`password_needed`).
    """
    if not sys.stdin.isatty():
        raise UsageProblem("password_needed", variable=variable)
    return getpass.getpass(f"{prompt}: ", stream=sys.stderr)
