"""Asks a print server one question by the Internet Printing Protocol; it prints and changes nothing.

`lpstat` cannot tell a printed job from a cancelled or failed one (CUPS before 2.4.8 calls all of them `processing-to-stop-point`); the server
itself can. Source: RFC 8010 (encoding), RFC 8011 (operations, states).
"""

from __future__ import annotations

import http.client
import socket
import struct
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import IntEnum

_CHARSET, _LANGUAGE, _URI, _KEYWORD = 0x47, 0x48, 0x45, 0x44
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_OPERATION_GROUP, _END, _FIRST_VALUE_TAG = 0x01, 0x03, 0x10
_DEFAULT_PORT = 631


class Operation(IntEnum):
    """The questions that are asked."""

    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class NoAnswer(Exception):
    """There was no answer; the text says why, in the words of the system or the server."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about which job or printer: `subject` is the attribute that names it, `uri` its address on the server."""

    operation: Operation
    subject: str
    uri: str
    wanted: tuple[str, ...]


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over the local socket of a print server."""

    def __init__(self, path: str, *, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def ask(server: str, question: Question, *, timeout_seconds: float) -> Mapping[str, tuple[str | int, ...]]:
    """Return the wanted attributes that the server knows, each with its values: whole numbers for states, texts for the rest.

    Args:
        server: as libcups writes it: the path of a socket, a host, or host:port.
        question: what to ask.
        timeout_seconds: for each of connecting, sending and reading.

    Raises:
        NoAnswer: no connection, a refusal, or no such job or printer.
    """
    try:
        with closing(_connection(server, timeout=timeout_seconds)) as connection:
            connection.request("POST", "/", _encoded(question), {"Content-Type": "application/ipp"})
            response = connection.getresponse()
            body = response.read()
    except (OSError, http.client.HTTPException) as exc:
        raise NoAnswer(str(exc)) from exc
    if response.status != http.client.OK:
        raise NoAnswer(f"{response.status} {response.reason}")
    try:
        status, values = _decoded(body)
    except (struct.error, IndexError) as exc:
        raise NoAnswer("not an answer of the Internet Printing Protocol") from exc
    if status >= 0x0400:
        raise NoAnswer(str(*values.get("status-message", ("refused",))[:1]))
    return values


def _connection(server: str, *, timeout: float) -> http.client.HTTPConnection:
    if server.startswith("/"):
        return _SocketConnection(server, timeout=timeout)
    address = server.partition("/")[0]  # libcups allows "host:port/version=1.1"
    return http.client.HTTPConnection(address, None if _has_port(address) else _DEFAULT_PORT, timeout=timeout)


def _has_port(address: str) -> bool:
    return ":" in address.rpartition("]")[2]


def _encoded(question: Question) -> bytes:
    parts = [
        struct.pack(">BBHIB", 1, 1, question.operation, 1, _OPERATION_GROUP),
        _attribute(_CHARSET, "attributes-charset", "utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", "en"),
        _attribute(_URI, question.subject, question.uri),
    ]
    names = ["requested-attributes", *[""] * (len(question.wanted) - 1)]  # an empty name adds a value to the one before
    parts += [_attribute(_KEYWORD, name, wanted) for name, wanted in zip(names, question.wanted, strict=True)]
    return b"".join(parts) + bytes([_END])


def _attribute(tag: int, name: str, value: str) -> bytes:
    key, text = name.encode(), value.encode()
    return struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(text)) + text


def _decoded(body: bytes) -> tuple[int, dict[str, tuple[str | int, ...]]]:
    (status,) = struct.unpack_from(">H", body, 2)
    values: dict[str, tuple[str | int, ...]] = {}
    name = ""
    place = 8
    while (tag := body[place]) != _END:
        place += 1
        if tag < _FIRST_VALUE_TAG:
            continue
        key, place = _chunk(body, place)
        raw, place = _chunk(body, place)
        name = key.decode() or name
        values[name] = (*(values.get(name, ()) if not key else ()), _value(tag, raw))
    return status, values


def _chunk(body: bytes, place: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", body, place)
    end = place + 2 + length
    return body[place + 2 : end], end


def _value(tag: int, raw: bytes) -> str | int:
    if tag in {_INTEGER, _ENUM, _BOOLEAN}:
        return int.from_bytes(raw, "big", signed=tag != _BOOLEAN)
    return raw.decode(errors="replace")
