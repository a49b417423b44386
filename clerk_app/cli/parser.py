"""An argument parser that speaks Chinese and raises instead of leaving the process."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from clerk_app.domain.errors import UsageProblem
from clerk_app.wording import word

_REPLIES = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "command.required"),
    (re.compile(r"one of the arguments (?P<names>.+) is required"), "command.one_required"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "command.unrecognized"),
    (re.compile(r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from .+\)"), "command.choice"),
    (re.compile(r"argument (?P<name>.+?): expected one argument"), "command.value_missing"),
    (re.compile(r"argument (?P<name>.+?): expected at least one argument"), "command.value_missing"),
    (re.compile(r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)"), "command.not_with"),
    (re.compile(r"ambiguous option: (?P<name>.+?) could match .+"), "command.ambiguous"),
    (re.compile(r"argument (?P<name>.+?): ignored explicit argument .+"), "command.no_value"),
    (re.compile(r"argument (?P<name>.+?): (?P<detail>.+)"), "command.argument"),
)
"""What the library says -> our sentence."""


class Parser(argparse.ArgumentParser):
    """See the module; options are never abbreviated, so that a later option cannot change what a script means."""

    def __init__(self, *, prog: str, summary: str = "") -> None:
        """Make a parser for `prog`; `summary` is what `--help` says first."""
        super().__init__(prog=prog, description=summary, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title = word("command.positionals")
        self._optionals.title = word("command.options")
        self.add_argument("-h", "--help", action="help", help=word("command.help"))

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the words.

        Raises:
            UsageProblem: `command_words`.
        """
        for pattern, code in _REPLIES:
            found = pattern.fullmatch(message)
            if found:
                raise UsageProblem("command_words", detail=word(code, **found.groupdict()), command=self.prog)
        raise UsageProblem("command_words", detail=message, command=self.prog)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, word("command.usage") if prefix is None else prefix)  # type: ignore[arg-type]  # handed on as given
