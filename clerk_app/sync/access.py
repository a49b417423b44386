"""How one workstation reaches the shared server: what `central add-workstation` writes and the gateway reads.

The file holds a password and must be handed over like one; it is written for its owner's eyes only.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from clerk_app.domain.errors import EnvironmentProblem

FILE_NAME = "server.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAccess:
    """Address, login and trust of one workstation; `ca` is the PEM of the authority that signs the server's certificate."""

    host: str
    port: int
    database: str
    user: str
    password: str = field(repr=False)
    ca: str = field(repr=False)
    office: str
    workstation: str
    series: str
    epoch: str
    training: bool
    founder: bool = False
    version: int = 1

    def save(self, path: Path) -> None:
        """Write the file whole or not at all, readable by its owner only.

        Raises:
            EnvironmentProblem: `server_access_unwritable`.
        """
        part = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as exc:
            raise EnvironmentProblem("server_access_unwritable", file=path.name, reason=exc.strerror) from exc


def load_access(path: Path) -> ServerAccess:
    """Read a file of `ServerAccess.save`.

    Raises:
        EnvironmentProblem: `server_access_missing`, or `server_access_unreadable` (no such form).
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=ServerAccess)
    except FileNotFoundError as exc:
        raise EnvironmentProblem("server_access_missing", file=path.name) from exc
    except (OSError, msgspec.MsgspecError) as exc:
        raise EnvironmentProblem("server_access_unreadable", file=path.name) from exc
