"""`init`, `migrate`, `audit` and `rebuild`: how a data folder begins and is looked after."""

import json
import stat

import pytest

from clerk_app import bootstrap
from clerk_app.storage.migrate import DATABASE


def test_training_data_has_eight_people_and_what_a_cut_off_beginning_left_is_gone(bare) -> None:
    half = bare.folder / ".founding"
    half.mkdir(mode=0o700, parents=True)
    bare.folder.chmod(0o700)
    (half / "clerk.db").write_bytes(b"half a database")
    assert bare.run("audit", "--data-dir", bare.folder).code == 5
    answer = bare.run("init", "--training", "--workstation", "W07", "--data-dir", bare.folder, "--json")
    made = answer.json
    assert (made["workstation"], made["schema"], made["training"]) == ("W07", "0001", True)
    assert made["staff"] == ["clerk", "handler", "checker", "approver", "issuer", "admin", "security", "auditor"]
    assert stat.S_IMODE(bare.folder.stat().st_mode) == 0o700
    assert sorted(path.name for path in bare.folder.iterdir() if not path.name.endswith(".lock")) == [
        "clerk.db",
        "keys",
    ]


def test_a_second_init_touches_nothing(training) -> None:
    before = (training.folder / "clerk.db").read_bytes()
    answer = training("init", "--training")
    assert (answer.code, answer.json["error"]["code"]) == (4, "folder_taken")
    assert (training.folder / "clerk.db").read_bytes() == before


def test_a_live_office_begins_with_its_administrator_and_wants_to_know_who_acts(
    bare, monkeypatch, tmp_path, application
) -> None:
    office = tmp_path / "office.json"
    told = {"code": "TSYJ", "name": "台山市应急管理局", "area_code": "440781", "office_digits": "02"}
    office.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    here = ("--data-dir", bare.folder, "--json")
    words = ("init", "--office", office, "--admin", "tan", "--admin-name", "谭志明", *here)
    assert bare.run(*words).json["error"]["code"] == "password_needed"
    monkeypatch.setenv("CLERK_APP_PASSWORD", "short")
    refused = bare.run(*words)
    assert (refused.code, refused.json["error"]["code"]) == (4, "password_too_short")
    assert not bare.folder.exists()
    monkeypatch.setenv("CLERK_APP_PASSWORD", "long enough by far")
    made = bare.run(*words).json
    assert (made["training"], made["staff"]) == (False, ["tan"])

    file = bare.file(application())
    refused = bare.run("case", "new", file, *here)
    assert (refused.code, refused.json["error"]["code"]) == (2, "staff_needed")
    refused = bare.run("case", "new", file, "--as", "tan", *here)
    assert (refused.code, refused.json["error"]["code"]) == (4, "role_missing")
    refused = bare.run("audit", "--now", "2020-09-21", *here)
    assert (refused.code, refused.json["error"]["code"]) == (2, "training_only")
    assert bare.run("audit", *here).json["ok"] is True
    assert bare.run("search", "x", *here).json == {"hits": []}


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("--training", "--workstation", "窗口一"), "workstation_code", 4),
        (("--training", "--workstation", "W123"), "workstation_code", 4),
        (("--training", "--workstation", "W00"), "workstation_code", 4),
        (("--training", "--office", "nowhere.json"), "file_missing", 2),
        (("--join", "nowhere.json"), "server_access_missing", 5),
        (("--join", "nowhere.json", "--training"), "not_with_join", 2),
        ((), "admin_needed", 2),
    ],
)
def test_a_wrong_beginning_leaves_no_folder(bare, words: tuple[str, ...], code: str, exit_code: int) -> None:
    answer = bare.run("init", *words, "--data-dir", bare.folder, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (exit_code, code)
    assert not (bare.folder / "clerk.db").exists()


def test_a_folder_that_cannot_be_written_is_the_environments_fault(bare) -> None:
    bare.folder.write_text("a file, not a folder", encoding="utf-8")
    answer = bare.run("init", "--training", "--data-dir", bare.folder, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (5, "folder_unwritable")


def test_a_database_without_its_key_is_not_made_anew(training) -> None:
    for key in (training.folder / "keys").iterdir():
        key.unlink()
    answer = training("audit")
    assert (answer.code, answer.json["error"]["code"]) == (5, "key_missing")


def test_migrating_a_new_database_changes_nothing(training) -> None:
    assert training.done("migrate") == {"from": "0001", "to": "0001", "backup": None}


def test_rebuilding_is_equal_to_before(training) -> None:
    done = training.done("rebuild")
    assert done["equal_to_before"] is True
    assert done["acts"] > 80


def test_people_read_that_all_is_well(training) -> None:
    assert "核对无误" in training.plainly("audit").out
    assert "一致" in training.plainly("rebuild").out


def test_a_folder_is_looked_at_under_the_name_that_the_storage_gives() -> None:
    assert bootstrap.DATABASE == DATABASE
