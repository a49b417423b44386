"""Who must look again: one hub tells the open screens what changed; it carries names and ids, never data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Topic(StrEnum):
    """What a change may be about."""

    CASES = "cases"
    LICENCES = "licences"
    DRAFTS = "drafts"
    NUMBERS = "numbers"
    INSPECTIONS = "inspections"
    EXCHANGE = "exchange"
    OFFICE = "office"
    CALENDAR = "calendar"
    DAY = "day"
    """The civil day changed, or the window came back after a long sleep."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something changed: its topics and, if only some cases are concerned, their ids (empty: any case may be)."""

    topics: frozenset[Topic]
    case_ids: frozenset[str] = frozenset()

    def concerns(self, *topics: Topic) -> bool:
        """Say whether any of `topics` changed."""
        return bool(self.topics & frozenset(topics))

    def touches(self, case_id: str) -> bool:
        """Say whether this case may look different now."""
        return Topic.CASES in self.topics and (not self.case_ids or case_id in self.case_ids)

    def merged(self, other: Change) -> Change:
        """Return a change that says both; a change of all cases swallows single ones."""
        ids: frozenset[str] = frozenset()
        of_cases = [one for one in (self, other) if Topic.CASES in one.topics]
        if of_cases and all(one.case_ids for one in of_cases):
            ids = frozenset().union(*(one.case_ids for one in of_cases))
        return Change(self.topics | other.topics, ids)


class ChangeHub(QObject):
    """Spreads changes to the screens.

    Signals:
        changed(Change): emitted once for each announcement, in the GUI thread.
    """

    changed = Signal(object)

    def announce(self, *topics: Topic, case_ids: Iterable[str] = ()) -> None:
        """Tell every open screen; call it in the GUI thread, after the commit."""
        self.changed.emit(Change(frozenset(topics), frozenset(case_ids)))
