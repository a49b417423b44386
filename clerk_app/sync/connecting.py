"""Opens connections to the shared server and says in the program's words what went wrong on the way.

Every connection is TLS with the server's certificate and name checked, and a SCRAM password bound to that channel.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from clerk_app.domain.errors import EnvironmentProblem

CONNECT_TIMEOUT_S = 10

TRANSIENT = frozenset({"server_unreachable", "server_busy"})
"""Codes after which trying again a little later may help."""

_OF_STATE = {
    "CK001": "server_login",
    "CK002": "training_mismatch",
    "CK007": "series_unknown",
    "CK008": "series_not_central",
    "28000": "server_login",
    "28P01": "server_login",
    "42501": "server_login",
    "42883": "server_protocol_old",
    "3F000": "server_protocol_old",
}
_BUSY_STATES = ("40", "53", "55P03", "57014")
_GONE_STATES = ("08", "57P", "25P03")

# What the client's own library says before the server can: always English, unlike the server's own words.
_CERTIFICATE = (
    "certificate",
    "SSL error",
    "does not support SSL",
    "SSL connection",
    "channel binding",
    "authentication method requirement",
)
_UNREACHABLE = (
    "Connection refused",
    "could not connect",
    "timeout expired",
    "could not translate host name",
    "failed to resolve",
    "server closed the connection",
    "could not receive",
    "could not send",
    "connection to server was lost",
    "unreachable",
    "No route",
    "the database system is",
    "Connection reset",
)


@contextmanager
def _as_file(text: str) -> Iterator[str]:
    """Lend the text as a file: the library takes an authority's certificate by its path only."""
    descriptor, name = tempfile.mkstemp(prefix="clerk-ca-", suffix=".pem")
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
        yield name
    finally:
        Path(name).unlink(missing_ok=True)


def connect(
    *, host: str, port: int, database: str, user: str, password: str, ca: str, autocommit: bool = True
) -> psycopg.Connection[tuple[object, ...]]:
    """Return an open connection whose other end has proved to be `host`.

    `ca` is the PEM of the authority that signs the server's certificate; nobody else is trusted.

    Raises:
        EnvironmentProblem: `server_unreachable`, `server_certificate`, `server_login`, `server_busy`.
    """
    with _as_file(ca) as ca_file:
        try:
            return psycopg.connect(
                host=host,
                port=port,
                dbname=database,
                user=user,
                password=password,
                sslmode="verify-full",
                sslrootcert=ca_file,
                ssl_min_protocol_version="TLSv1.2",
                channel_binding="require",
                require_auth="scram-sha-256",
                gssencmode="disable",
                passfile=os.devnull,
                service=None,
                connect_timeout=CONNECT_TIMEOUT_S,
                tcp_user_timeout=30_000,
                keepalives_idle=10,
                client_encoding="UTF8",
                application_name="clerk-app",
                autocommit=autocommit,
            )
        except psycopg.Error as exc:
            raise problem_of(exc, connecting=True) from exc


def problem_of(error: psycopg.Error, *, connecting: bool = False) -> EnvironmentProblem:
    """Say in the program's words what a library error means; the server's own words are kept as `said`."""
    said = " ".join(str(error).split())[:300]
    state = error.sqlstate or ""
    if state in _OF_STATE:
        return EnvironmentProblem(_OF_STATE[state], said=said)
    if state.startswith(_BUSY_STATES):
        return EnvironmentProblem("server_busy", said=said)
    if state.startswith(_GONE_STATES):
        return EnvironmentProblem("server_unreachable", said=said)
    if state:
        return EnvironmentProblem("server_refused", said=said, state=state)
    if connecting and any(word in said for word in _CERTIFICATE):
        return EnvironmentProblem("server_certificate", said=said)
    if "too many" in said:
        return EnvironmentProblem("server_busy", said=said)
    if not connecting or any(word in said for word in _UNREACHABLE):
        return EnvironmentProblem("server_unreachable", said=said)
    # Reached, trusted, and turned away in words of the server's own language.
    return EnvironmentProblem("server_login", said=said)
