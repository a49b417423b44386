"""Tells the time; the only file that reads the wall clock for the program's acts."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

# China has kept UTC+8 without daylight saving since 1991; a bare system may lack the time zone database that would say so.
OFFICE_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the present instant, aware, UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the civil date of the office, whatever the machine's own time zone is."""
        return datetime.now(OFFICE_TIME).date()


class InjectedClock:
    """A clock that starts at a given instant: it stands still until it is moved, or goes on from there when `ticking`.

    Raises:
        ValueError: `start` is not aware.
    """

    def __init__(self, start: datetime, *, ticking: bool = False) -> None:
        self._ticking = ticking
        self.set_to(start)

    def now(self) -> datetime:
        """Return the instant that this clock shows, aware, UTC."""
        passed = time.monotonic() - self._set_at if self._ticking else 0.0
        return self._start + timedelta(seconds=passed)

    def today(self) -> date:
        """Return the civil date of the office at that instant."""
        return self.now().astimezone(OFFICE_TIME).date()

    def advance(self, by: timedelta) -> None:
        """Move the clock by `by`; backwards too, as clocks of real machines do."""
        self.set_to(self.now() + by)

    def set_to(self, instant: datetime) -> None:
        """Make the clock show `instant` (aware) now."""
        if instant.tzinfo is None:
            message = "a clock shows aware instants only"
            raise ValueError(message)
        self._set_at = time.monotonic()
        self._start = instant.astimezone(UTC)
