"""One whole exchange with the shared server: hello, send, fetch, leases, passwords, verify, record.

It never blocks the window (a caller's thread runs it), can be stopped between two messages, and may break off anywhere: every step can be done
again without doubling or losing anything, because the server answers a repeated group with its first answer.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from clerk_app.domain.errors import ClerkError, EnvironmentProblem
from clerk_app.domain.exchange import (
    PROTOCOL,
    Answer,
    FateVerdict,
    FetchedChunk,
    FetchedGroup,
    ServerHello,
    SyncReport,
)
from clerk_app.domain.listing import ExchangeRun
from clerk_app.ports import Cancelled, Central, Clock, ExchangeStore, Progress
from clerk_app.sync.central_gateway import NOT_KEPT
from clerk_app.sync.connecting import TRANSIENT

SEND_ACTS = 200
SEND_BYTES = 256 * 1024
FETCH_ACTS = 500
ATTEMPTS = 4
LONGEST_WAIT_S = 8
CLOCK_TOLERANCE = timedelta(minutes=5)
LOCK_NAME = "exchange.lock"

FULL = "full"
"""The trigger of the weekly comparison of every stream."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LeaseWish:
    """Numbers of a series that should lie here: when fewer than `at_least` are left, `block` more are leased."""

    series: str
    year: int
    at_least: int
    block: int


@dataclass(slots=True)
class _Tally:
    """What one run did so far, over all its attempts."""

    sent: int = 0
    fetched: int = 0
    conflicts: int = 0
    refused: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    round_trips: int = 0
    verified: bool = False
    differing: tuple[str, ...] = ()
    message: str = ""

    def add_traffic(self, traffic: tuple[int, int, int]) -> None:
        self.bytes_up += traffic[0]
        self.bytes_down += traffic[1]
        self.round_trips += traffic[2]


@dataclass(slots=True)
class _Progress:
    """Turns counts of acts into the caller's progress; asking it is also where a run can be stopped."""

    tell: Progress | None
    done: int = 0
    total: int = 0

    def advance(self, acts: int) -> None:
        self.done += acts
        self.total = max(self.total, self.done)
        if self.tell is not None:
            self.tell(self.done, self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRunner:
    """The port `Exchange` over a local store and a way to reach the server.

    `connect` opens one conversation; `leases` says which numbers this workstation wants to have in stock.
    """

    store: ExchangeStore
    connect: Callable[[], Central]
    clock: Clock
    data_dir: Path
    program: str
    leases: Callable[[], Sequence[LeaseWish]] = tuple
    sleep: Callable[[float], None] = time.sleep
    attempts: int = ATTEMPTS
    send_acts: int = SEND_ACTS
    fetch_acts: int = FETCH_ACTS

    def run(self, *, trigger: str, progress: Progress | None = None) -> SyncReport:
        """Do one whole exchange and keep its record, also when it fails or is stopped.

        Raises:
            EnvironmentProblem: it cannot be done now; `exchange_running` when the window or the job is at it already.
            Cancelled: the person stopped it; what was done stays done.
        """
        started, clock_start = self.clock.now(), time.monotonic()
        with self._alone():
            tally = _Tally()
            steps = _Progress(progress)
            try:
                for attempt in self._retrying():
                    with attempt:
                        self._once(tally, steps, full=trigger == FULL)
            except Cancelled:
                self._record(started, trigger, "cancelled", "", None)
                raise
            except ClerkError as error:
                self._record(started, trigger, "failed", error.code, None)
                raise
            report = _report(tally, round((time.monotonic() - clock_start) * 1000))
            outcome = "done" if report.verified and not (report.conflicts or report.refused) else "partial"
            self._record(started, trigger, outcome, "" if report.verified else "not_verified", report)
            return report

    def skip(self, *, trigger: str, reason: str) -> None:
        """Keep that an exchange was due and did not take place, with the reason."""
        self._record(self.clock.now(), trigger, "skipped", reason, None)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = FileLock(self.data_dir / LOCK_NAME)
        try:
            lock.acquire(timeout=0)
        except Timeout as exc:
            raise EnvironmentProblem("exchange_running") from exc
        try:
            yield
        finally:
            lock.release()

    def _retrying(self) -> Retrying:
        return Retrying(
            retry=retry_if_exception(lambda e: isinstance(e, EnvironmentProblem) and e.code in TRANSIENT),
            wait=wait_random_exponential(multiplier=0.5, max=LONGEST_WAIT_S),
            stop=stop_after_attempt(self.attempts),
            before_sleep=_log_before_sleep,
            sleep=self.sleep,
            reraise=True,
        )

    def _record(self, started: datetime, trigger: str, outcome: str, reason: str, report: SyncReport | None) -> None:
        run = ExchangeRun(started, self.clock.now(), trigger, outcome, reason, report)
        self.store.record_run(run, verified=report is not None and report.verified)

    def _once(self, tally: _Tally, steps: _Progress, *, full: bool) -> None:
        central = self.connect()
        try:
            hello = central.hello(
                self.store.head(),
                protocol=PROTOCOL,
                program=self.program,
                training=self.store.identity.training,
                now=self.clock.now(),
            )
            tally.message = hello.message or self._clock_message(hello)
            self._recover_own(central, hello, steps)
            steps.total = max(self.store.head().seq - hello.head.seq, 0) + max(hello.position - self.store.mark(), 0)
            steps.advance(0)
            self._send(central, hello, tally, steps)
            self._fetch_news(central, hello, tally, steps)
            self._exchange_credentials(central)
            self._verify(central, tally, steps, full=full)
        finally:
            tally.add_traffic(central.traffic)
            central.close()

    def _clock_message(self, hello: ServerHello) -> str:
        return "clock_differs" if abs(hello.now - self.clock.now()) > CLOCK_TOLERANCE else ""

    def _recover_own(self, central: Central, hello: ServerHello, steps: _Progress) -> None:
        """Fetch back what the server has of us and this disk has not: it was restored from a backup."""
        after = self.store.head().seq
        while after < hello.head.seq:
            own = central.fetch_own(after, max_acts=self.fetch_acts)
            if not own:
                raise EnvironmentProblem("server_refused", said="own groups missing", state="message")
            groups = tuple(FetchedGroup(group, answer.position or 0) for group, answer in own)
            self.store.take_chunk(FetchedChunk(groups, mark=self.store.mark(), more=True))
            self.store.take_answers([answer for _, answer in own])
            after = own[-1][0].acts[-1].seq
            steps.advance(sum(len(group.acts) for group, _ in own))

    def _send(self, central: Central, hello: ServerHello, tally: _Tally, steps: _Progress) -> None:
        after = hello.head.seq
        while groups := self.store.unsent(after, max_acts=self.send_acts, max_bytes=SEND_BYTES):
            answers = central.send(groups)
            kept = [answer for answer in answers if answer.reason not in NOT_KEPT]
            self.store.take_answers(kept)
            _count(tally, kept)
            acts = sum(len(group.acts) for group in groups[: len(kept)])
            tally.sent += acts
            if len(kept) < len(answers):
                raise _turned_away(next(answer for answer in answers if answer.reason in NOT_KEPT))
            after = groups[-1].acts[-1].seq
            steps.advance(acts)

    def _fetch_news(self, central: Central, hello: ServerHello, tally: _Tally, steps: _Progress) -> None:
        # A server behind our mark was restored: positions were given anew, so everything is looked at again.
        restored = hello.position < self.store.mark()
        first_fill = self.store.mark() == 0 and hello.position > 0
        if first_fill:
            self.store.begin_first_fill()
        try:
            self._fetch(central, tally, steps, again=restored)
        finally:
            if first_fill:
                self.store.end_first_fill()
        if self._lease(central):
            self._fetch(central, tally, steps)

    def _fetch(self, central: Central, tally: _Tally, steps: _Progress, *, again: bool = False) -> None:
        mark, more = (0 if again else self.store.mark()), True
        while more:
            chunk = central.fetch(mark, max_acts=self.fetch_acts, own=again)
            tally.fetched += self.store.take_chunk(chunk)
            steps.advance(chunk.mark - mark)
            mark, more = chunk.mark, chunk.more

    def _lease(self, central: Central) -> bool:
        """Top up the stock of numbers; whether anything was leased (it comes with the next fetch)."""
        leased = False
        for wish in self.leases():
            if self.store.has_lease_for(wish.series, wish.year, wish.at_least):
                continue
            try:
                central.lease(wish.series, wish.year, wish.block)
            except EnvironmentProblem as problem:
                if problem.code not in {"series_not_central", "series_unknown"}:
                    raise
            else:
                leased = True
        return leased

    def _exchange_credentials(self, central: Central) -> None:
        theirs = {one.user: one for one in central.get_credentials()}
        ours = {one.user: one for one in self.store.credentials()}
        newer = [one for user, one in ours.items() if user not in theirs or theirs[user].changed_at < one.changed_at]
        if newer:
            central.put_credentials(newer)
        wanted = [one for user, one in theirs.items() if user not in ours or ours[user].changed_at < one.changed_at]
        if wanted:
            self.store.take_credentials(wanted)

    def _verify(self, central: Central, tally: _Tally, steps: _Progress, *, full: bool) -> None:
        """Compare both sides; what differs is fetched once more in full before it is called a difference."""
        streams = None if full else self.store.touched_since_verified()
        compared, differing = self._compare(central, streams)
        if differing:
            _log.warning("streams differ, fetching again: %d", len(differing))
            self._fetch(central, tally, steps, again=True)
            compared, differing = self._compare(central, streams)
        central.record_verified(streams=compared, differing=len(differing))
        tally.differing = differing
        tally.verified = not differing
        steps.advance(0)

    def _compare(self, central: Central, streams: Sequence[str] | None) -> tuple[int, tuple[str, ...]]:
        if streams is not None and not streams:
            return 0, ()
        theirs = {one.stream: (one.count, one.hash) for one in central.verify(streams or ())}
        ours = {one.stream: (one.count, one.hash) for one in self.store.digests(streams)}
        empty = (0, "")
        names = sorted(theirs.keys() | ours.keys())
        differing = tuple(
            name
            for name in names
            if theirs.get(name, empty) != ours.get(name, empty)
            and (theirs.get(name, empty)[0] or ours.get(name, empty)[0])
        )
        return len(names), differing


def _count(tally: _Tally, answers: Sequence[Answer]) -> None:
    tally.conflicts += sum(answer.verdict is FateVerdict.CONFLICT for answer in answers)
    tally.refused += sum(answer.verdict is FateVerdict.REFUSED for answer in answers)


def _turned_away(answer: Answer) -> EnvironmentProblem:
    if answer.reason == "fork":
        return EnvironmentProblem("server_identity_clash", group=answer.group)
    return EnvironmentProblem("server_refused", said=answer.reason, state="group")


def _report(tally: _Tally, duration_ms: int) -> SyncReport:
    return SyncReport(
        sent=tally.sent,
        fetched=tally.fetched,
        conflicts=tally.conflicts,
        refused=tally.refused,
        verified=tally.verified,
        duration_ms=duration_ms,
        bytes_up=tally.bytes_up,
        bytes_down=tally.bytes_down,
        round_trips=tally.round_trips,
        differing=tally.differing,
        message=tally.message,
    )


def _log_before_sleep(state: RetryCallState) -> None:
    problem = state.outcome.exception() if state.outcome else None
    _log.warning("exchange attempt %d failed: %s", state.attempt_number, getattr(problem, "code", ""))
