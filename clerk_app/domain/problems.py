"""What a check found, as data: a stable code, its parameters and how grave it is; it makes no sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from clerk_app.domain.errors import Fault


class Severity(StrEnum):
    """An error makes the value unusable; a warning is shown and may be passed over."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one value; `params` are sorted by name so that equal findings are equal."""

    code: str
    params: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    @classmethod
    def error(cls, code: str, **params: object) -> Self:
        """Build a finding that makes the value unusable."""
        return cls(code, _frozen(params), Severity.ERROR)

    @classmethod
    def warning(cls, code: str, **params: object) -> Self:
        """Build a finding that a clerk may pass over."""
        return cls(code, _frozen(params), Severity.WARNING)

    def as_fault(self, *, field: str = "") -> Fault:
        """Turn the finding into a fault of `field`, for a `RuleViolation`."""
        return Fault(code=self.code, field=field, params=self.params)


def has_error(problems: Iterable[Problem]) -> bool:
    """Say whether one of `problems` makes the value unusable."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _frozen(params: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in params.items()))
