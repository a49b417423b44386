"""The three kinds of trouble the program knows; sentences are made in `wording`, never here.

Every error carries a stable code and text parameters so that the window, the commands and the papers say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


class ClerkError(Exception):
    """Root of every error that the program raises on purpose."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the stable `code` and the parameters of its sentence."""
        super().__init__(code)
        self.code = code
        self.params: dict[str, str] = {key: str(value) for key, value in params.items()}

    def __str__(self) -> str:
        """Name the code and its parameters, for logs and tests."""
        inside = ", ".join(f"{key}={value}" for key, value in sorted(self.params.items()))
        return f"{self.code}({inside})"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: with which field, and why (a code of `wording`)."""

    code: str
    field: str = ""
    params: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, *, field: str = "", **params: object) -> Self:
        """Build a fault with its parameters in a stable order."""
        return cls(code=code, field=field, params=tuple(sorted((k, str(v)) for k, v in params.items())))


class RuleViolation(ClerkError):
    """The user may not do this; shown at the field, with the reason. Command exit code 4.

    `faults` holds all problems at once; `field` and `code` are those of the first.
    """

    def __init__(self, code: str, *, field: str = "", **params: object) -> None:
        """Refuse for one reason; see `of` for several at once."""
        super().__init__(code, **params)
        self.field = field
        self.faults: tuple[Fault, ...] = (Fault.of(code, field=field, **params),)

    @classmethod
    def of(cls, faults: tuple[Fault, ...]) -> Self:
        """Refuse for all of `faults` (at least one), the first being the headline."""
        first = faults[0]
        error = cls(first.code, field=first.field, **dict(first.params))
        error.faults = faults
        return error


class EnvironmentProblem(ClerkError):
    """Disk, lock, network or printer is in the way; a notice says what to do. Command exit code 5."""


class UsageProblem(ClerkError):
    """The words of a command or the form of a file were wrong. Command exit code 2."""
