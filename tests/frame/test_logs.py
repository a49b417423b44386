import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app import logs
from clerk_app.domain.errors import EnvironmentProblem

LOGGER = logging.getLogger("clerk_app.test")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger().level
    yield logs.configure(tmp_path, program="test")
    logs.release()
    logging.getLogger().setLevel(level)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "number",
    [
        "11010519491231002X",
        "110105491231002",
        "13912345678",
        "+86 139-1234-5678",
        "0750-5123456",
        "１３９１２３４５６７８",
    ],
)
def test_id_and_telephone_numbers_never_reach_the_file(log: Path, number: str) -> None:
    LOGGER.warning("申请人%s的号码", number)
    text = log.read_text(encoding="utf-8")
    assert number not in text
    assert "[id-number]" in text or "[telephone]" in text


@pytest.mark.parametrize(
    "kept",
    [
        "440781012020W100123",
        "01890a5d-ac96-774b-bcce-b302099a8057",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1280000000015",
        "2020-01-02T03:04:05.678901",
        "440781012020110012345",
    ],
)
def test_numbers_that_belong_to_nobody_stay_readable(kept: str) -> None:
    assert logs.masked(f"case {kept} sent") == f"case {kept} sent"


def test_each_record_is_one_line_of_json(log: Path) -> None:
    LOGGER.info("exchange ended\nsent %d", 3)
    (line,) = lines(log)
    assert line["event"] == "exchange ended\nsent 3"
    assert (line["level"], line["logger"]) == ("INFO", "clerk_app.test")
    assert str(line["at"]).endswith("+00:00")


def test_an_exception_is_kept_without_its_text(log: Path) -> None:
    try:
        try:
            raise ValueError("张三 11010519491231002X")
        except ValueError as exc:
            raise EnvironmentProblem("disk.full", name="张三") from exc
    except EnvironmentProblem:
        LOGGER.exception("could not save")
    (line,) = lines(log)
    exception = line["exception"]
    assert isinstance(exception, list)
    assert [one["type"] for one in exception] == ["clerk_app.domain.errors.EnvironmentProblem", "builtins.ValueError"]
    assert exception[0]["code"] == "disk.full"
    assert exception[1]["places"][0].startswith("test_logs.py:")
    assert "张三" not in log.read_text(encoding="utf-8")


def test_a_long_log_is_turned_over_and_keeps_what_came_last(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (handler,) = [one for one in logging.getLogger().handlers if one.get_name() == "clerk-app"]
    monkeypatch.setattr(handler, "maxBytes", 2_000)
    for number in range(100):
        LOGGER.info("event %d", number)
    kept = sorted(log.parent.glob("test.log*"))
    assert 2 <= len(kept) <= 6
    assert lines(log)[-1]["event"] == "event 99"
