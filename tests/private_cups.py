"""A print server of the tests' own: CUPS on a free loopback port, with its settings, spool and log in a temporary folder.

It runs as root and as an ordinary user and touches nothing of the machine's own CUPS. Its queues hand each job to a small backend that keeps
the bytes and the options it was given. Use: `from tests.private_cups import PrivateCups, private_cups` in a conftest or a test file, then
ask for the fixture `private_cups`. Needs the programs of Debian's `cups-daemon` and `cups-client`.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

GOOD = "good"
REJECTING = "rejecting"
REJECTED_BECAUSE = "out for repair"

_SETTINGS = """\
Listen 127.0.0.1:{port}
Listen {socket}
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
ErrorPolicy abort-job
LogLevel info
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

_PLACES = """\
ServerRoot {root}/etc
ServerBin {root}/bin
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
"""

# A queue's address says what its printer does: folder:/good prints, /failing fails, /jamming waits until somebody clears the jam.
_BACKEND = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
out={root}/out
printf '%s\\n' "$3" "$4" "$5" > "$out/$1.options"
case "$DEVICE_URI" in
  folder:/jamming)
    echo 'STATE: +media-jam-error' >&2
    echo 'ERROR: paper jam in tray 1' >&2
    read -r cleared < {root}/jam
    echo 'STATE: -media-jam-error' >&2 ;;
  folder:/failing)
    echo 'ERROR: the drum is broken' >&2
    exit 1 ;;
esac
exec cat ${{6:+"$6"}} > "$out/$1.pdf"
"""


@dataclass(frozen=True, slots=True)
class PrintedJob:
    """What the printer was given."""

    pdf: bytes
    title: str
    copies: int
    options: dict[str, str]


class PrivateCups:
    """The running server; `server` and `socket` are what `CUPS_SERVER` or `CupsPrinter(server=…)` takes."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._socket_folder = Path(tempfile.mkdtemp(prefix="cups"))  # a socket's path has at most 107 bytes
        self.socket = str(self._socket_folder / "sock")
        self._lay_out()
        self._process, self.server = self._start()

    def add_queue(self, name: str, *, printer: str = "good") -> str:
        """Make a queue whose printer is good, failing or jamming; return its name."""
        self.run("lpadmin", "-p", name, "-v", f"folder:/{printer}", "-E")
        return name

    def printed(self, job_id: str) -> PrintedJob:
        """Return what the printer of a finished job was given."""
        number = job_id.rpartition("-")[2]
        title, copies, options = (self._root / "out" / f"{number}.options").read_text(encoding="utf-8").splitlines()
        return PrintedJob(
            pdf=(self._root / "out" / f"{number}.pdf").read_bytes(),
            title=title,
            copies=int(copies),
            options=dict(option.partition("=")[::2] for option in options.split()),
        )

    def clear_jam(self) -> None:
        """Take the paper out of the jamming printer; waits until it notices."""
        (self._root / "jam").write_bytes(b"\n")

    def run(self, *words: str) -> str:
        """Run one of the commands of CUPS against this server; a failure is an error with its words."""
        environment = os.environ | {"CUPS_SERVER": self.server, "LC_ALL": "C"}
        environment["PATH"] += ":/usr/sbin:/sbin"
        result = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=20, check=False)
        assert result.returncode == 0, f"{' '.join(words)}: {result.stderr}"
        return result.stdout

    def stop(self) -> None:
        """End the server and the backends that it started."""
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(15)
        shutil.rmtree(self._socket_folder)

    def _lay_out(self) -> None:
        for folder in ("etc", "spool/tmp", "cache", "state", "log", "out", "bin/backend", "bin/daemon"):
            (self._root / folder).mkdir(parents=True)
        os.mkfifo(self._root / "jam")
        shutil.copy(_daemon(), self._root / "cupsd")  # where AppArmor binds the program, it binds it by its path
        (self._root / "bin/daemon/cups-exec").symlink_to(_helper_folder() / "daemon" / "cups-exec")
        backend = self._root / "bin/backend/folder"
        backend.write_text(_BACKEND.format(root=self._root), encoding="utf-8")
        backend.chmod(
            0o700
        )  # a backend that only root may run is run as root by a server of root's, and can reach its folder
        (self._root / "etc/cups-files.conf").write_text(_PLACES.format(root=self._root), encoding="utf-8")

    def _start(self) -> tuple[subprocess.Popen[bytes], str]:
        for _ in range(5):  # another process may take the free port first; the server then ends by itself
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            (self._root / "etc/cupsd.conf").write_text(
                _SETTINGS.format(port=port, socket=self.socket), encoding="utf-8"
            )
            files = ["-c", f"{self._root}/etc/cupsd.conf", "-s", f"{self._root}/etc/cups-files.conf"]
            with (self._root / "log/daemon").open("wb") as log:
                process = subprocess.Popen(
                    [self._root / "cupsd", "-f", *files], stdout=log, stderr=log, start_new_session=True
                )
            if _answers(process, port):
                return process, f"127.0.0.1:{port}"
        log_text = "".join(path.read_text(errors="replace") for path in sorted((self._root / "log").iterdir()))
        raise AssertionError(f"cupsd does not start:\n{log_text}")


def _daemon() -> str:
    found = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert found, "cupsd is missing: make setup installs cups-daemon and cups-client"
    return found


def _helper_folder() -> Path:
    return next(path for path in (Path("/usr/lib/cups"), Path("/usr/libexec/cups")) if (path / "daemon").is_dir())


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server takes connections; False when it ended instead."""
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            try:
                process.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
            return False
        return process.poll() is None
    process.kill()
    process.wait()
    return False


@pytest.fixture(scope="session")
def private_cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateCups]:
    """A print server with a good queue, its default, and one that rejects every job."""
    cups = PrivateCups(tmp_path_factory.mktemp("cups"))
    try:
        cups.add_queue(REJECTING)
        cups.run("cupsreject", "-r", REJECTED_BECAUSE, REJECTING)
        cups.add_queue(GOOD)
        cups.run("lpadmin", "-d", GOOD)
        yield cups
    finally:
        cups.stop()
