"""Global options, the purity of standard output, who acts, and the exit codes of the contract."""

import json
import os
import subprocess
import sys

import pytest

from clerk_app.cli.run import run


@pytest.mark.parametrize("place", ["before", "after"])
def test_global_options_stand_before_or_after_the_subcommand(training, place: str) -> None:
    options = ("--data-dir", training.folder, "--now", "2020-09-22T10:00", "--json")
    words = ("deadline", "--item", "WHJY", "--kind", "new", "--start", "2020-09-21")
    answer = training.run(*options, *words) if place == "before" else training.run(*words, *options)
    assert answer.json["today"] == "2020-09-22"


def test_global_options_may_be_spread(training) -> None:
    answer = training.run("--json", "case", "--data-dir", training.folder, "show", "--now", "2020-09-22", "1")
    assert answer.json["error"]["code"] == "case_unknown"


def test_the_data_folder_comes_from_the_environment(training, monkeypatch) -> None:
    monkeypatch.setenv("CLERK_APP_DATA_DIR", str(training.folder))
    assert training.run("audit", "--json").json == {"ok": True, "problems": []}


def test_standard_output_holds_one_json_document_and_nothing_else(training) -> None:
    answer = training("audit")
    json.loads(answer.out)
    assert "密钥" in answer.err  # the key lies in a file: told, but not there


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("audit", "--nonsense"),
        ("case",),
        ("case", "new"),
        ("sync",),
        ("print", "1", "receipt"),
        ("report", "二〇二〇"),
        ("search", "x", "--limit", "many"),
        ("audit", "--now", "yesterday"),
        ("audit", "--data-di", "x"),
    ],
)
def test_wrong_words_end_with_two_and_say_so_in_chinese(bare, words: tuple[str, ...]) -> None:
    answer = bare.run(*words, "--json")
    assert answer.code == 2
    assert answer.json["error"]["code"] == "command_words"
    assert "查看说明" in answer.err


def test_help_is_chinese_and_names_every_command(bare) -> None:
    with pytest.raises(SystemExit) as left:
        bare.run("--help")
    assert left.value.code == 0


def test_an_empty_folder_is_the_environments_fault(bare) -> None:
    for words in (("audit",), ("rebuild",), ("migrate",), ("search", "x"), ("report", "2020"), ("case", "show", "1")):
        answer = bare.run(*words, "--data-dir", bare.folder, "--json")
        assert (answer.code, answer.json["error"]["code"]) == (5, "folder_empty"), words
    assert not bare.folder.exists()


def test_a_time_of_ones_own_is_for_training_data_only(bare) -> None:
    for words in (("check-id", "1"), ("workdays", "--from", "2020-01-01", "--add", "1"), ("init",)):
        answer = bare.run(*words, "--now", "2020-09-21", "--data-dir", bare.folder, "--json")
        assert (answer.code, answer.json["error"]["code"]) == (2, "training_only"), words


def test_a_named_person_acts_after_the_password(training, application, monkeypatch) -> None:
    file = training.file(application())
    assert training("--as", "clerk", "case", "new", file).code == 0  # the training password is no secret
    monkeypatch.setenv("CLERK_APP_PASSWORD", "wrong password")
    refused = training("--as", "clerk", "case", "new", file)
    assert (refused.code, refused.json["error"]["code"]) == (4, "password_wrong")
    monkeypatch.setenv("CLERK_APP_PASSWORD", "training")
    refused = training("--as", "handler", "case", "new", file)
    assert (refused.code, refused.json["error"]["code"]) == (4, "role_missing")


def test_a_bug_ends_with_seventy_and_a_report_without_personal_data(tmp_path) -> None:
    program = """
import sys
from clerk_app.cli.run import run

def broken():
    raise ValueError("伍小明 440781199001010016")

sys.exit(run(["audit", "--json"], wiring=broken, window=lambda wanted: 0))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 70
    assert json.loads(done.stdout)["error"]["code"] == "bug"
    assert b"ValueError" in done.stderr
    for text in ("伍小明", "440781199001010016"):
        assert text.encode() not in done.stdout + done.stderr


def test_without_a_subcommand_the_window_is_asked_for() -> None:
    asked = []
    assert run(["--data-dir", "x"], wiring=object, window=lambda wanted: asked.append(wanted) or 0) == 0
    assert str(asked[0].given.data_dir) == "x"


def test_json_is_utf_8_and_text_never_fails_on_a_terminal_of_another_encoding(tmp_path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "gbk:strict"}
    command = [sys.executable, "-m", "clerk_app", "check-name", "伍𠀀"]
    as_json = subprocess.run([*command, "--json"], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert json.loads(as_json.stdout.decode("utf-8"))[0]["value"] == "伍𠀀"
    as_text = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert "可以打印" in as_text.stdout.decode("gbk")


def test_the_program_runs_as_a_module_and_its_answer_may_be_cut_off(tmp_path) -> None:
    command = [sys.executable, "-m", "clerk_app", "schema", "--json"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    whole = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert "accepted" in json.loads(whole.stdout)
    cut = subprocess.Popen(
        [sys.executable, "-m", "clerk_app", "schema", "materials_received", "--json"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    cut.stdout.close()
    _, said = cut.communicate(timeout=30)
    assert b"Traceback" not in said
