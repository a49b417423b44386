"""A file is opened only when it is ours, whole, of our schema, and its settings took."""

import multiprocessing
import sqlite3
from datetime import date

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.acts.case import NoteAdded
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import NewAct
from clerk_app.storage import engine
from clerk_app.storage.engine import connect_raw, pragma_faults, problem_of
from clerk_app.storage.store import LocalStore, create_store, open_store

KEY = bytes(range(32))


def opened(window, key=KEY):
    return open_store(window.folder, key=key, clock=window.clock, marks=window.marks, program_version="1.0")


def test_every_connection_has_the_settings_that_keep_work(window):
    with window.store.unit_of_work() as uow:
        assert pragma_faults(uow._driver) == ()
    with window.store.snapshot() as connection:
        driver = engine.driver_of(connection)
        assert pragma_faults(driver) == ()
        assert driver.execute("PRAGMA query_only").fetchone() == (1,)


@pytest.mark.parametrize(("name", "value"), [("synchronous", 1), ("foreign_keys", 0), ("secure_delete", 0)])
def test_a_setting_that_did_not_take_is_a_reason_not_to_run(window, monkeypatch, name, value):
    changed = tuple((one, value if one == name else wanted) for one, wanted in engine.WANTED_PRAGMAS)
    connect = engine.connect_raw

    def other(path, **options):
        driver = connect(path, **options)
        driver.execute(f"PRAGMA {name}={value}")
        return driver

    window.store.close()
    monkeypatch.setattr(engine, "connect_raw", other)
    with pytest.raises(EnvironmentProblem) as problem:
        opened(window)
    assert (problem.value.code, problem.value.params) == ("database_settings", {"setting": name, "value": str(value)})
    assert changed != engine.WANTED_PRAGMAS


def test_a_reader_cannot_write(window):
    with pytest.raises(EnvironmentProblem) as problem, window.store.snapshot() as connection:
        connection.exec_driver_sql("DELETE FROM setting")
    assert problem.value.code == "read_only"


def test_another_key_is_told_apart_from_damage(window):
    window.store.close()
    for key in (bytes(32), b"short"):
        with pytest.raises(EnvironmentProblem) as problem:
            opened(window, key)
        assert problem.value.code == "database_key_wrong"


def test_nothing_of_the_file_can_be_read_without_the_key(window):
    window.receive("台山市三合气体有限公司")
    window.store.close()
    content = window.store.path.read_bytes()
    assert "三合".encode() not in content
    assert b"SQLite format" not in content
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(window.store.path).execute("SELECT * FROM act")


def test_a_missing_file_and_an_existing_one_are_named(window, tmp_path):
    with pytest.raises(EnvironmentProblem) as problem:
        open_store(tmp_path, key=KEY, clock=window.clock, marks=window.marks, program_version="1.0")
    assert problem.value.code == "database_missing"
    with pytest.raises(EnvironmentProblem) as problem:
        create_store(
            window.folder,
            key=KEY,
            identity=window.identity,
            clock=window.clock,
            marks=window.marks,
            program_version="1.0",
        )
    assert problem.value.code == "database_exists"


def test_a_file_of_a_newer_program_is_refused_untouched(window):
    window.sql("UPDATE alembic_version SET version_num = '9999'")
    window.store.close()
    before = window.store.path.read_bytes()
    with pytest.raises(EnvironmentProblem) as problem:
        opened(window)
    assert (problem.value.code, problem.value.params["found"]) == ("database_newer", "9999")
    assert window.store.path.read_bytes() == before


def told_damage(window):
    """Return what opening and auditing the file says of it."""
    try:
        store = opened(window)
    except EnvironmentProblem as problem:
        return {problem.code}
    try:
        return {"database_damaged" for one in store.audit() if one.code == "file_damaged"}
    finally:
        store.close()


def test_a_flipped_bit_anywhere_is_noticed(window):
    for number in range(20):
        window.receive(f"第{number}公司")
    window.store.close()
    path = window.store.path
    sound = path.read_bytes()
    noticed = 0
    spots = range(4096 + 100, len(sound), len(sound) // 12)
    for spot in spots:
        damaged = bytearray(sound)
        damaged[spot] ^= 1
        path.write_bytes(damaged)
        noticed += told_damage(window) == {"database_damaged"}
    assert noticed == len(spots)
    path.write_bytes(sound)
    store = opened(window)
    assert store.audit() == ()
    store.close()


def test_a_truncated_file_is_named_damaged(window):
    window.store.close()
    path = window.store.path
    path.write_bytes(path.read_bytes()[: 4096 * 5])
    with pytest.raises(EnvironmentProblem) as problem:
        opened(window).audit()
    assert problem.value.code == "database_damaged"


def hold(path, key, ready, done):
    driver = connect_raw(path, key=key)
    driver.execute("BEGIN IMMEDIATE")
    ready.set()
    done.wait(30)
    driver.execute("ROLLBACK")
    driver.close()


def test_another_process_that_writes_is_waited_for_and_named(window, monkeypatch):
    monkeypatch.setattr(engine, "WANTED_PRAGMAS", (*engine.WANTED_PRAGMAS[:-1], ("busy_timeout", 50)))
    case = window.receive()
    window.reopen()
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(window.store.path, KEY, ready, done))
    other.start()
    try:
        assert ready.wait(30)
        with pytest.raises(EnvironmentProblem) as problem:
            window.store.unit_of_work().__enter__()
        assert problem.value.code == "database_locked"
        assert window.store.reading().case(case) is not None
    finally:
        done.set()
        other.join(30)
    window.record(case, NoteAdded("jetzt"))
    assert other.exitcode == 0


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (sqlcipher.SQLITE_BUSY | 2 << 8, "database_locked"),
        (sqlcipher.SQLITE_FULL, "disk_full"),
        (sqlcipher.SQLITE_IOERR | 4 << 8, "disk_error"),
        (sqlcipher.SQLITE_READONLY, "read_only"),
        (sqlcipher.SQLITE_CORRUPT, "database_damaged"),
        (sqlcipher.SQLITE_NOTADB, "database_damaged"),
        (sqlcipher.SQLITE_CONSTRAINT, None),
    ],
)
def test_codes_of_the_library_are_translated(code, wanted):
    error = sqlcipher.OperationalError("x")
    error.sqlite_errorcode = code
    problem = problem_of(error)
    assert (problem.code if problem else None) == wanted


def test_a_full_disk_is_named_and_nothing_is_lost(window):
    case = window.receive()
    with pytest.raises(EnvironmentProblem) as problem, window.store.unit_of_work() as uow:  # noqa: PT012 — one transaction
        (pages,) = uow._driver.execute("PRAGMA page_count").fetchone()
        uow._driver.execute(f"PRAGMA max_page_count={pages}")
        for _ in range(200):
            uow.append([NewAct(case_stream(case), NoteAdded("满" * 4000), date(2026, 3, 2))], actor=StaffId("clerk"))
    assert problem.value.code == "disk_full"
    window.reopen()
    assert len(window.store.reading().acts_of(case_stream(case))) == 1
    assert window.store.audit() == ()


def test_the_store_has_no_writer_left_after_closing(window):
    window.store.close()
    assert not window.store.path.with_name("clerk.db-wal").exists()
    assert isinstance(window.reopen(), LocalStore)
