"""Where the database key lives: the keyring or a file, settled once, and never a program that hangs."""

import os
import stat
import threading
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from clerk_app.devices import keys
from clerk_app.devices.keys import SERVICE, FileKeyStore, KeyringStore, best_key_store
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.ports import KeyStore

SECRET = bytes(range(256))[:32]
NAME = "database"


class FolderKeyring(KeyringBackend):
    """A backend of the keyring library's own kind: what a Secret Service keeps, here in a dictionary that tests can see."""

    priority = -2  # never chosen by the library itself

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False
        self.answering = threading.Event()
        self.answering.set()

    def get_password(self, service: str, username: str) -> str | None:
        self.answering.wait()
        if self.locked:
            raise KeyringLocked("Failed to unlock the collection!")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.answering.wait()
        if self.locked:
            raise KeyringLocked("Failed to unlock the collection!")
        self.entries[service, username] = password


class ForgetfulKeyring(FolderKeyring):
    """Takes a password and does not keep it, as an empty chain of backends does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self.entries.clear()


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch):
    """The system has a keyring, and a session in which it can be reached."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    before = keyring.get_keyring()
    there = FolderKeyring()
    keyring.set_keyring(there)
    yield there
    there.answering.set()
    keyring.set_keyring(before)


def test_a_keyring_keeps_a_key_for_the_next_start(tmp_path: Path, backend: FolderKeyring) -> None:
    store: KeyStore = best_key_store(tmp_path)
    assert isinstance(store, KeyringStore)
    assert store.warning == ""
    assert store.load(NAME) is None
    assert list(tmp_path.iterdir()) == []

    store.save(NAME, SECRET)

    assert best_key_store(tmp_path).load(NAME) == SECRET
    assert best_key_store(tmp_path).load("other") is None
    assert [service for service, _ in backend.entries] == [SERVICE]


def test_two_data_folders_of_one_user_have_keys_of_their_own(tmp_path: Path, backend: FolderKeyring) -> None:
    office, training = best_key_store(tmp_path / "office"), best_key_store(tmp_path / "training")
    office.save(NAME, SECRET)
    training.save(NAME, b"training")

    assert best_key_store(tmp_path / "office").load(NAME) == SECRET
    assert best_key_store(tmp_path / "training").load(NAME) == b"training"


def test_a_moved_data_folder_keeps_finding_its_key(tmp_path: Path, backend: FolderKeyring) -> None:
    best_key_store(tmp_path / "before").save(NAME, SECRET)
    (tmp_path / "before").rename(tmp_path / "after")

    assert best_key_store(tmp_path / "after").load(NAME) == SECRET


def test_the_key_is_not_in_the_data_folder_when_a_keyring_holds_it(tmp_path: Path, backend: FolderKeyring) -> None:
    best_key_store(tmp_path).save(NAME, SECRET)

    held = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    (text,) = backend.entries.values()
    assert all(text.encode() not in data and SECRET not in data for data in held)


def test_a_keyring_that_is_locked_later_is_told_and_does_not_mean_that_there_is_no_key(
    tmp_path: Path, backend: FolderKeyring
) -> None:
    best_key_store(tmp_path).save(NAME, SECRET)
    backend.locked = True

    with pytest.raises(EnvironmentProblem) as caught:
        best_key_store(tmp_path).load(NAME)

    assert caught.value.code == "keyring_failed"
    assert "KeyringLocked" in caught.value.params["reason"]


def test_a_keyring_that_never_answers_is_told_within_its_time(tmp_path: Path, backend: FolderKeyring) -> None:
    KeyringStore(tmp_path, backend=backend).save(NAME, SECRET)
    backend.answering.clear()

    with pytest.raises(EnvironmentProblem) as caught:
        KeyringStore(tmp_path, backend=backend, patience_seconds=0.05).load(NAME)

    assert caught.value.code == "keyring_silent"
    assert caught.value.params["seconds"] == "0.05"


@pytest.mark.parametrize("trouble", ["locked", "silent"])
def test_a_new_folder_takes_a_file_when_the_keyring_does_not_answer_and_stays_with_it(
    tmp_path: Path, backend: FolderKeyring, trouble: str
) -> None:
    backend.locked = trouble == "locked"
    if trouble == "silent":
        backend.answering.clear()
    store = best_key_store(tmp_path, probe_seconds=0.05)
    assert store.warning == "key_in_file"
    store.save(NAME, SECRET)

    backend.locked = False
    backend.answering.set()
    again = best_key_store(tmp_path)

    assert again.warning == "key_in_file"
    assert again.load(NAME) == SECRET


def test_a_refused_first_key_leaves_the_folder_free_to_choose(tmp_path: Path, backend: FolderKeyring) -> None:
    store = best_key_store(tmp_path)
    backend.locked = True
    with pytest.raises(EnvironmentProblem, match="keyring_failed"):
        store.save(NAME, SECRET)

    assert best_key_store(tmp_path).warning == "key_in_file"


def test_a_keyring_that_forgets_is_found_out_when_the_key_is_saved(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="keyring_failed"):
        KeyringStore(tmp_path, backend=ForgetfulKeyring()).save(NAME, SECRET)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_entry_or_folder_name_is_told(tmp_path: Path, backend: FolderKeyring) -> None:
    store = best_key_store(tmp_path)
    store.save(NAME, SECRET)
    backend.entries = dict.fromkeys(backend.entries, "not base64!")
    with pytest.raises(EnvironmentProblem, match="key_damaged"):
        store.load(NAME)
    (tmp_path / "key-id").write_bytes(b"\0\xff")
    with pytest.raises(EnvironmentProblem, match="key_damaged"):
        store.load(NAME)


@pytest.mark.parametrize("stand_in", [fail.Keyring, null.Keyring])
def test_the_stand_ins_of_the_library_are_no_keyring(
    tmp_path: Path, backend: FolderKeyring, stand_in: type[KeyringBackend]
) -> None:
    keyring.set_keyring(stand_in())

    assert best_key_store(tmp_path).warning == "key_in_file"


@pytest.mark.parametrize(("links", "warning"), [([], "key_in_file"), ([FolderKeyring()], "")])
def test_a_chain_is_a_keyring_when_something_hangs_on_it(
    tmp_path: Path, backend: FolderKeyring, monkeypatch: pytest.MonkeyPatch, links: list[KeyringBackend], warning: str
) -> None:
    monkeypatch.setattr(chainer.ChainerBackend, "backends", links)
    keyring.set_keyring(chainer.ChainerBackend())

    assert best_key_store(tmp_path).warning == warning


def test_without_a_session_no_keyring_is_looked_for(
    tmp_path: Path, backend: FolderKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys.sys, "platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    backend.answering.clear()

    assert best_key_store(tmp_path, probe_seconds=50).warning == "key_in_file"


def test_a_file_keeps_a_key_for_its_owner_only(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        FileKeyStore(tmp_path / "keys").save(NAME, SECRET)
    finally:
        os.umask(mask)

    (path,) = (tmp_path / "keys").iterdir()
    assert FileKeyStore(tmp_path / "keys").load(NAME) == SECRET
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    assert FileKeyStore(tmp_path / "keys").load(NAME) == SECRET
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_in_a_file_can_be_replaced_and_an_unknown_one_is_none(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path)
    store.save(NAME, SECRET)
    store.save(NAME, b"\0new")

    assert store.load(NAME) == b"\0new"
    assert store.load("other") is None


def test_trouble_with_the_key_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "database.key").write_bytes(b"not base64!")
    with pytest.raises(EnvironmentProblem) as caught:
        FileKeyStore(tmp_path).load(NAME)
    assert caught.value.code == "key_damaged"
    assert caught.value.params["path"] == str(tmp_path / "database.key")

    with pytest.raises(EnvironmentProblem) as caught:
        FileKeyStore(tmp_path / "database.key").save(NAME, SECRET)
    assert caught.value.code == "key_file_failed"


@pytest.mark.parametrize("name", ["", "../database", "a/b", "A B", ".hidden"])
def test_a_name_that_could_leave_the_folder_is_a_bug(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="name of a key"):
        FileKeyStore(tmp_path).load(name)
