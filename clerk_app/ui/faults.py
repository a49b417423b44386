"""Where errors are shown: rules at their field, troubles of the environment in the bar, anything else as a bug report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from clerk_app.domain.errors import Fault


class FaultTarget(Protocol):
    """Something with fields (a `Form`, or a screen made of several) that can show faults."""

    def show_faults(self, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
        """Show what belongs to a field and return the rest."""
        ...


class FormGroup:
    """Several forms of one screen as one target."""

    def __init__(self, *targets: FaultTarget) -> None:
        self._targets = targets

    def show_faults(self, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
        """Offer the faults to each form in turn."""
        for target in self._targets:
            faults = target.show_faults(faults)
        return faults
