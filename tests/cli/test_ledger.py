"""`import-ledger` and `report` on the ledger of 2020."""

import json
from pathlib import Path

import pytest

from clerk_app.paths import database_definition

LEDGERS = {"办件台账": (135, "cases"), "监督检查台账": (139, "inspections"), "许可企业名录": (274, "licensees")}


def ledger(name: str) -> Path:
    return database_definition("seed", "ledger-2020", f"{name}.csv")


def test_the_three_ledgers_go_in_once_and_the_figures_are_those_expected(training, tmp_path) -> None:
    for name, (rows, kind) in LEDGERS.items():
        done = training.done("import-ledger", ledger(name), now="2021-02-01T09:00")
        assert (done["kind"], done["rows"], done["imported"], done["rejected"]) == (kind, rows, rows, [])
    again = training.done("import-ledger", ledger("办件台账"), now="2021-02-02T09:00")
    assert (again["imported"], again["already_present"]) == (0, 135)
    figures = training.done("report", "2020", now="2021-02-01T09:00")
    expected = json.loads(database_definition("seed", "ledger-2020", "expected.json").read_text(encoding="utf-8"))
    assert {key: figures[key] for key in expected} == expected
    assert set(figures) == {*expected, "received"}
    assert training.done("audit")["ok"] is True
    files = [tmp_path / "report" / f"2020.{suffix}" for suffix in ("docx", "pdf", "xlsx")]
    words = [word for path in files for word in (f"--{path.suffix[1:]}", path)]
    told = training.plainly("report", "2020", *words).out
    assert "2020年度" in told
    assert [path.read_bytes()[:2] for path in files] == [b"PK", b"%P", b"PK"]


@pytest.fixture
def spoiled(tmp_path) -> Path:
    lines = ledger("监督检查台账").read_text(encoding="utf-8-sig").splitlines()[:4]
    lines[2] = "2020-13-45" + lines[2][lines[2].index(",") :]
    path = tmp_path / "spoiled.csv"
    path.write_text("\n".join(lines) + "\n", encoding="gb18030")
    return path


def test_a_bad_row_is_told_with_its_place_and_the_others_go_in(training, spoiled, tmp_path) -> None:
    rejects = tmp_path / "rejects.xlsx"
    answer = training("import-ledger", spoiled, "--rejects", rejects, now="2021-02-01T09:00")
    done = answer.json
    assert answer.code == 3
    assert (done["rows"], done["imported"]) == (3, 2)
    assert [(one["line"], one["column"], one["value"]) for one in done["rejected"]] == [(3, "检查日期", "2020-13-45")]
    assert all(one["code"] and one["reason"] and one["reason"] != one["code"] for one in done["rejected"])
    again = training("import-ledger", rejects, now="2021-02-01T09:00").json
    assert (again["rows"], len(again["rejected"])) == (1, 1)


def test_a_dry_run_writes_nothing(training, spoiled) -> None:
    assert training("import-ledger", spoiled, "--dry-run", now="2021-02-01T09:00").json["imported"] == 2
    assert training("import-ledger", spoiled, now="2021-02-01T09:00").json["already_present"] == 0


def test_a_file_that_is_no_ledger_is_refused(training, tmp_path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert training("import-ledger", wrong).code == 2
    assert training("import-ledger", tmp_path / "nowhere.csv").code == 2
