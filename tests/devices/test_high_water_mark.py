"""The high-water mark: never lower, never silently zero, durable before the number is used."""

import multiprocessing
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.devices.high_water_mark import FileHighWaterMark
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.ports import HighWaterMark

SERIES = "case/44078102/2020"


def raise_many(path: Path, name: str, values: list[int]) -> None:
    mark = FileHighWaterMark(path)
    for value in values:
        mark.raise_to(name, value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "marks"


def test_an_unknown_name_has_the_mark_zero_and_asking_writes_nothing(path: Path) -> None:
    mark: HighWaterMark = FileHighWaterMark(path)

    assert mark.get(SERIES) == 0
    assert not path.exists()


def test_a_mark_is_known_to_the_next_start(path: Path) -> None:
    FileHighWaterMark(path).raise_to(SERIES, 17)
    FileHighWaterMark(path).raise_to("受理通知书/2021", 3)

    again = FileHighWaterMark(path)
    assert (again.get(SERIES), again.get("受理通知书/2021")) == (17, 3)


def test_a_mark_is_never_lowered(path: Path) -> None:
    mark = FileHighWaterMark(path)
    mark.raise_to(SERIES, 17)
    size = path.stat().st_size

    mark.raise_to(SERIES, 5)
    mark.raise_to(SERIES, 17)

    assert mark.get(SERIES) == FileHighWaterMark(path).get(SERIES) == 17
    assert path.stat().st_size == size


@given(raises=st.lists(st.tuples(st.sampled_from("abc\n%张"), st.integers(0, 99)), max_size=30))
def test_the_mark_is_always_the_greatest_value_ever_given(
    raises: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("marks") / "marks"
    here, there = FileHighWaterMark(path), FileHighWaterMark(path)
    for turn, (name, value) in enumerate(raises):
        (here if turn % 2 else there).raise_to(name, value)

    expected = {name: max(value for other, value in raises if other == name) for name, _ in raises}
    assert {name: here.get(name) for name in expected} == {name: there.get(name) for name in expected} == expected


def test_threads_and_processes_raise_one_file_without_losing_a_mark(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=raise_many, args=(path, f"p{n}", list(range(1, 101)))) for n in range(2)]
    shared = FileHighWaterMark(path)
    threads = [
        threading.Thread(target=lambda n=n: [shared.raise_to(f"t{n}", value) for value in range(1, 101)])
        for n in range(2)
    ]
    for worker in (*processes, *threads):
        worker.start()
    for worker in (*processes, *threads):
        worker.join(50)

    assert [process.exitcode for process in processes] == [0, 0]
    assert [FileHighWaterMark(path).get(name) for name in ("p0", "p1", "t0", "t1")] == [100] * 4


def test_the_file_is_on_the_disk_before_the_raise_returns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = FileHighWaterMark(path)
    mark.raise_to(SERIES, 1)
    synced: list[bytes] = []
    fdatasync = os.fdatasync

    def watched(descriptor: int) -> None:
        fdatasync(descriptor)
        synced.append(path.read_bytes())

    monkeypatch.setattr(os, "fdatasync", watched)
    mark.raise_to(SERIES, 2)

    assert len(synced) == 1
    assert synced[0] == path.read_bytes()


def test_a_line_that_another_process_left_is_made_durable_before_it_is_relied_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FileHighWaterMark(path).raise_to(SERIES, 9)
    synced: list[int] = []
    monkeypatch.setattr(os, "fdatasync", synced.append)

    mark = FileHighWaterMark(path)
    mark.raise_to(SERIES, 9)
    mark.raise_to(SERIES, 8)

    assert len(synced) == 1


def test_after_a_failed_sync_the_mark_is_written_anew_before_it_is_believed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = FileHighWaterMark(path)
    mark.raise_to(SERIES, 1)
    first = path.stat().st_ino

    def broken(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", broken)
        with pytest.raises(EnvironmentProblem) as caught:
            mark.raise_to(SERIES, 2)
        assert caught.value.code == "mark_unwritable"
        assert caught.value.params["reason"] == "Input/output error"
    mark.raise_to(SERIES, 2)

    assert path.stat().st_ino != first
    assert FileHighWaterMark(path).get(SERIES) == 2


def test_a_line_that_the_power_cut_short_is_passed_over_wherever_it_was_cut(path: Path) -> None:
    mark = FileHighWaterMark(path)
    mark.raise_to(SERIES, 17)
    before = path.read_bytes()
    mark.raise_to(SERIES, 18)
    whole = path.read_bytes()
    for cut in range(len(before), len(whole)):
        path.write_bytes(whole[:cut])

        after = FileHighWaterMark(path)
        assert after.get(SERIES) == 17
        after.raise_to(SERIES, 19)
        assert FileHighWaterMark(path).get(SERIES) == 19


def test_any_flipped_byte_is_told_and_never_read_as_a_lower_mark(path: Path) -> None:
    mark = FileHighWaterMark(path)
    for value in (15, 16, 17):
        mark.raise_to(SERIES, value)
    whole = path.read_bytes()
    for place in range(len(whole) - 1):  # without its last line break the last line counts as cut short
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])

        with pytest.raises(EnvironmentProblem) as caught:
            FileHighWaterMark(path).get(SERIES)
        assert caught.value.code == "mark_damaged"
        assert caught.value.params["path"] == str(path)


@pytest.mark.parametrize("left", [b"", b"\0" * 200, b"clerk-app high-water mark 2 0123456789abcdef\n"])
def test_an_emptied_or_foreign_file_is_damage_and_is_left_as_it_is(path: Path, left: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(left)
    mark = FileHighWaterMark(path)
    for _ in range(2):
        with pytest.raises(EnvironmentProblem, match="mark_damaged"):
            mark.raise_to(SERIES, 1)
    assert path.read_bytes() == left


def test_a_file_that_shrinks_or_vanishes_while_the_program_runs_is_damage(path: Path) -> None:
    mark = FileHighWaterMark(path)
    mark.raise_to(SERIES, 1)
    old = path.read_bytes()
    mark.raise_to(SERIES, 2)
    path.write_bytes(old)
    with pytest.raises(EnvironmentProblem, match="mark_damaged"):
        mark.get(SERIES)
    path.unlink()
    with pytest.raises(EnvironmentProblem, match="mark_damaged"):
        mark.raise_to(SERIES, 3)


def test_a_long_file_is_written_anew_and_other_readers_follow(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fdatasync", lambda _: None)
    writer, reader = FileHighWaterMark(path), FileHighWaterMark(path)
    largest = 0
    for value in range(1, 3001):
        writer.raise_to(SERIES, value)
        if value % 500 == 0:
            assert reader.get(SERIES) == value
        largest = max(largest, path.stat().st_size)

    assert largest < 70 * 1024
    assert FileHighWaterMark(path).get(SERIES) == 3000
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["marks", "marks.lock"]


def test_a_folder_that_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")

    with pytest.raises(EnvironmentProblem) as caught:
        FileHighWaterMark(blocked / "marks").raise_to(SERIES, 1)

    assert caught.value.code == "mark_unwritable"
    assert caught.value.params["reason"]
