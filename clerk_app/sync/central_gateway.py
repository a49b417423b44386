"""The shared server's functions as the port `Central`: one connection, one call per function, plain messages.

Each call is a transaction of its own on the server. Bytes are those of the messages, TLS and protocol aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString, TypeVar

import msgspec
import psycopg

from clerk_app.domain.acts.wire import instant_text
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.exchange import Answer, Credential, FetchedChunk, Head, ServerHello, StreamDigest, WireGroup
from clerk_app.sync.access import ServerAccess
from clerk_app.sync.connecting import connect, problem_of

NOT_KEPT = frozenset({"fork", "seq_gap", "group_malformed", "not_your_workstation"})
"""Reasons with which the server turned a group away without keeping it: our chain does not go on from there."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Hello:
    epoch: str
    now: datetime
    protocol_min: int
    protocol_max: int
    head_seq: int
    head_hash: str
    position: int
    training: bool
    office: str
    workstation: str
    message: str
    clash: bool


@dataclass(frozen=True, slots=True)
class _Own:
    groups: tuple[WireGroup, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Lease:
    first: int
    last: int


class CentralGateway:
    """One conversation of one workstation with the shared server, from `hello` to `close`; one thread at a time."""

    def __init__(self, access: ServerAccess) -> None:
        """Connect.

        Raises:
            EnvironmentProblem: `server_unreachable`, `server_certificate`, `server_login`, `server_busy`.
        """
        self._access = access
        self._sent = self._received = self._trips = 0
        self._own_after = 0
        self._mark = 0
        self._acked = 0
        self._connection = connect(
            host=access.host,
            port=access.port,
            database=access.database,
            user=access.user,
            password=access.password,
            ca=access.ca,
        )

    def hello(self, head: Head, *, protocol: int, program: str, training: bool, now: datetime) -> ServerHello:
        """Greet and compare who both sides are.

        Raises:
            EnvironmentProblem: `server_identity_clash` (another machine writes under this name), `server_other`
                (not the server these credentials were made for), `training_mismatch`, `server_protocol_old`,
                `server_protocol_new`; or the connection failed.
        """
        said = self._ask(
            "select clerk_api.hello(%s, %s, %s, %s, %s, %s)::text",
            (head.seq, head.hash, protocol, program, training, instant_text(now)),
            kind=_Hello,
        )
        if (said.office, said.workstation, said.epoch) != (
            self._access.office,
            self._access.workstation,
            self._access.epoch,
        ):
            raise EnvironmentProblem("server_other", workstation=said.workstation)
        if said.training is not training:
            raise EnvironmentProblem("training_mismatch")
        if protocol > said.protocol_max:
            raise EnvironmentProblem("server_protocol_old", server=said.protocol_max, program=protocol)
        if protocol < said.protocol_min:
            raise EnvironmentProblem("server_protocol_new", server=said.protocol_min, program=protocol)
        if said.clash:
            raise EnvironmentProblem("server_identity_clash", workstation=said.workstation, seq=head.seq)
        self._own_after = max(head.seq, said.head_seq)
        return ServerHello(
            epoch=said.epoch,
            now=said.now,
            protocol_min=said.protocol_min,
            protocol_max=said.protocol_max,
            head=Head(said.head_seq, said.head_hash),
            position=said.position,
            training=said.training,
            office=said.office,
            workstation=said.workstation,
            message=said.message,
        )

    def send(self, groups: Sequence[WireGroup]) -> tuple[Answer, ...]:
        """Send one batch in one transaction; the answers to earlier batches count as stored from now on."""
        answers = self._ask(
            "select clerk_api.send(%s::json, %s)::text",
            (msgspec.json.encode(tuple(groups)).decode(), self._acked),
            kind=tuple[Answer, ...],
        )
        kept = [
            group.acts[-1].seq for group, answer in zip(groups, answers, strict=True) if answer.reason not in NOT_KEPT
        ]
        self._acked = max(kept, default=self._acked)
        return answers

    def fetch(self, after: int, *, max_acts: int, own: bool = False) -> FetchedChunk:
        """Fetch taken groups after a position."""
        chunk = self._ask(
            "select clerk_api.fetch(%s, %s, %s, %s)::text",
            (after, max_acts, 0 if own else self._own_after, self._acked),
            kind=FetchedChunk,
        )
        self._mark = chunk.mark
        return chunk

    def fetch_own(self, after_seq: int, *, max_acts: int) -> tuple[tuple[WireGroup, Answer], ...]:
        """Fetch the own groups after a place of the chain with what became of them."""
        own = self._ask("select clerk_api.fetch_own(%s, %s)::text", (after_seq, max_acts), kind=_Own)
        return tuple(zip(own.groups, own.answers, strict=True))

    def verify(self, streams: Sequence[str]) -> tuple[StreamDigest, ...]:
        """Return the server's digests as far as what was fetched last: what came in since is not compared."""
        wanted = list(streams) or None
        return self._ask("select clerk_api.verify(%s, %s)::text", (wanted, self._mark), kind=tuple[StreamDigest, ...])

    def lease(self, series: str, year: int, count: int) -> tuple[int, int]:
        """Lease the next block; it comes as an act with the next fetch.

        Raises:
            EnvironmentProblem: `series_unknown`, `series_not_central` (a workstation still leases it to itself).
        """
        block = self._ask("select clerk_api.lease(%s, %s, %s)::text", (series, year, count), kind=_Lease)
        return block.first, block.last

    def put_credentials(self, credentials: Sequence[Credential]) -> None:
        """Give newer password hashes to the office."""
        body = [{"user": c.user, "hash": c.hash, "changed_at": instant_text(c.changed_at)} for c in credentials]
        self._call("select clerk_api.put_credentials(%s::json)::text", (msgspec.json.encode(body).decode(),))

    def get_credentials(self) -> tuple[Credential, ...]:
        """Return the password hashes of the own office."""
        return self._ask("select clerk_api.get_credentials()::text", (), kind=tuple[Credential, ...])

    def record_verified(self, *, streams: int, differing: int) -> None:
        """Keep the result of the comparison on the server."""
        self._call("select clerk_api.record_verified(%s, %s, %s)::text", (self._mark, streams, differing))

    @property
    def traffic(self) -> tuple[int, int, int]:
        """Bytes sent, bytes received and round trips so far."""
        return self._sent, self._received, self._trips

    def close(self) -> None:
        """Close the connection; harmless when it is closed already."""
        self._connection.close()

    def _ask(self, statement: LiteralString, values: tuple[object, ...], *, kind: type[_T]) -> _T:
        said = self._call(statement, values)
        try:
            return msgspec.json.decode(said, type=kind)
        except msgspec.MsgspecError as exc:
            raise EnvironmentProblem("server_refused", said=str(exc), state="message") from exc

    def _call(self, statement: LiteralString, values: tuple[object, ...]) -> str:
        self._trips += 1
        self._sent += len(statement) + sum(len(str(value).encode()) for value in values)
        try:
            row = self._connection.execute(statement, values).fetchone()
        except psycopg.Error as exc:
            raise problem_of(exc) from exc
        said = str(row[0]) if row else ""
        self._received += len(said.encode())
        return said
