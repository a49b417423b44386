"""Keeps the database key: in the system's keyring, or in a file of its own with a visible warning; never in settings or logs.

Which of the two holds a data folder's keys is settled once, when the first is saved, and kept: a keyring that is locked today must not
make the program believe that there is no key.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets
import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Protocol, TypeVar

from clerk_app.devices.durable import write_durably
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.ports import KeyStore

SERVICE = "clerk-app"
KEY_IN_FILE = "key_in_file"
_SCOPE_FILE = "key-id"
_KEY_FOLDER = "keys"
_PROBE_SECONDS = 5.0
_PATIENCE_SECONDS = 60.0
_SCOPE = re.compile(r"[0-9a-f]{16}")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")

Result = TypeVar("Result")


class KeyringBackend(Protocol):
    """What is used of the keyring library's backends."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        ...


class KeyringStore:
    """The keyring of the system, one entry for each data folder and name.

    The data folder holds a random, public name (`key-id`), so that a second folder of the same user has keys of its own
    and a folder that was moved keeps finding them.

    Raises (every method):
        EnvironmentProblem: `keyring_failed`, `keyring_silent` (it asked nobody or nobody answered in time) or `key_damaged`.
    """

    warning = ""

    def __init__(
        self, data_dir: Path, *, backend: KeyringBackend | None = None, patience_seconds: float = _PATIENCE_SECONDS
    ) -> None:
        self._scope_file = data_dir / _SCOPE_FILE
        self._backend = backend
        self._patience_seconds = patience_seconds

    def load(self, name: str) -> bytes | None:
        """Return the secret, or None; asking writes nothing."""
        scope = self._scope()
        if scope is None:
            return None
        text = _within(self._patience_seconds, lambda: self._keyring().get_password(SERVICE, f"{name}@{scope}"))
        return None if text is None else _decoded(text.encode(), where=name)

    def save(self, name: str, secret: bytes) -> None:
        """Keep the secret and read it back."""
        known = self._scope()
        scope = known or secrets.token_hex(8)
        entry = f"{name}@{scope}"
        text = base64.b64encode(secret).decode()

        def kept() -> str | None:
            keyring = self._keyring()
            keyring.set_password(SERVICE, entry, text)
            return keyring.get_password(SERVICE, entry)

        if _within(self._patience_seconds, kept) != text:
            raise EnvironmentProblem("keyring_failed", reason="the keyring did not keep the key")
        if known is None:  # only now: a folder whose first key was refused is still free to keep it in a file
            self._keep_scope(scope)

    def _keyring(self) -> KeyringBackend:
        if self._backend is None:
            self._backend = _library_backend()
        return self._backend

    def _scope(self) -> str | None:
        try:
            text = self._scope_file.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            text = ""
        if not _SCOPE.fullmatch(text):
            raise EnvironmentProblem("key_damaged", path=self._scope_file)
        return text

    def _keep_scope(self, scope: str) -> None:
        try:
            self._scope_file.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self._scope_file, f"{scope}\n".encode())
        except OSError as exc:
            raise EnvironmentProblem("key_file_failed", path=self._scope_file, reason=exc.strerror or exc) from exc


class FileKeyStore:
    """Keys in files that only their owner may read, where there is no keyring; weaker, and it says so.

    Raises (every method):
        EnvironmentProblem: `key_damaged`, or `key_file_failed` with the system's reason.
    """

    warning = KEY_IN_FILE

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> bytes | None:
        """Return the secret, or None; a file that others may read is closed to them first."""
        path = self._path(name)
        try:
            if sys.platform != "win32" and path.stat().st_mode & 0o077:
                path.chmod(0o600)
            return _decoded(path.read_bytes(), where=path)
        except FileNotFoundError:
            return None
        except OSError as exc:
            raise EnvironmentProblem("key_file_failed", path=path, reason=exc.strerror or exc) from exc

    def save(self, name: str, secret: bytes) -> None:
        """Keep the secret; it is on the disk when this returns."""
        path = self._path(name)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, base64.b64encode(secret) + b"\n", mode=0o600)
        except OSError as exc:
            raise EnvironmentProblem("key_file_failed", path=path, reason=exc.strerror or exc) from exc

    def is_used(self) -> bool:
        """Say whether a key was ever kept here."""
        return any(self._folder.glob("*.key"))

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            message = f"not a name of a key: {name!r}"
            raise ValueError(message)
        return self._folder / f"{name}.key"


def best_key_store(data_dir: Path, *, probe_seconds: float | None = None) -> KeyStore:
    """Return the store that holds this data folder's keys, or for a new folder the best one that answers in time.

    Its `warning` is `key_in_file` when there is no usable keyring. Nothing is written here.

    Args:
        data_dir: the data folder; it need not exist yet.
        probe_seconds: how long a new folder waits for the keyring. None means a minute where the system can ask a person to unlock
            it, and five seconds where there is no screen.
    """
    in_files = FileKeyStore(data_dir / _KEY_FOLDER)
    if (data_dir / _SCOPE_FILE).exists():
        return KeyringStore(data_dir)
    if in_files.is_used() or not _has_session():
        return in_files
    try:
        backend = _within(_probe_seconds() if probe_seconds is None else probe_seconds, _usable_backend)
    except EnvironmentProblem:
        return in_files  # the warning tells it; a first start must not end because of a broken keyring
    return in_files if backend is None else KeyringStore(data_dir, backend=backend)


def _has_session() -> bool:
    """Say whether a keyring can exist: on Linux it is reached by the session's bus, and looking for one without a bus may hang."""
    return sys.platform != "linux" or bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def _probe_seconds() -> float:
    has_screen = sys.platform != "linux" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return _PATIENCE_SECONDS if has_screen else _PROBE_SECONDS


def _library_backend() -> KeyringBackend:
    import keyring  # two tenths of a second, and its search for a backend speaks with the session

    found: KeyringBackend = keyring.get_keyring()
    return found


def _usable_backend() -> KeyringBackend | None:
    """Return the system's keyring if it is one and answers a question; the library's stand-ins and plain files are none."""
    backend = _library_backend()
    first = next(iter(backend.backends), None) if hasattr(backend, "backends") else backend
    module = type(first).__module__ if first is not None else "keyring.backends.null"
    if module in {"keyring.backends.null", "keyring.backends.fail"} or module.startswith("keyrings.alt"):
        return None
    backend.get_password(SERVICE, "probe")
    return backend


def _within(seconds: float, call: Callable[[], Result]) -> Result:
    """Return what `call` returns, in a thread that is left behind when it takes longer: a keyring may wait for ever for a person."""
    future: Future[Result] = Future()

    def work() -> None:
        try:
            future.set_result(call())
        except Exception as exc:  # noqa: BLE001 — handed over, and a keyring's backends raise what they like
            future.set_exception(exc)

    Thread(target=work, name="keyring", daemon=True).start()
    try:
        failure = future.exception(timeout=seconds)
    except TimeoutError:
        raise EnvironmentProblem("keyring_silent", seconds=f"{seconds:g}") from None
    if isinstance(failure, EnvironmentProblem):
        raise failure
    if failure is not None:
        raise EnvironmentProblem("keyring_failed", reason=f"{type(failure).__name__}: {failure}") from failure
    return future.result()


def _decoded(text: bytes, *, where: object) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except binascii.Error as exc:
        raise EnvironmentProblem("key_damaged", path=where) from exc
