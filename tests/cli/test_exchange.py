"""The commands of the shared server and of the exchange, with a real PostgreSQL."""

import json
import stat

import pytest

from clerk_app.paths import database_definition


def test_central_init_stores_the_founders_own_credentials_and_may_be_repeated(shared) -> None:
    file = shared.founder.folder / "server.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    again = shared.founder.done("central", "init", *shared.words)
    assert file.read_bytes() == before
    assert [one["code"] for one in again["workstations"]] == ["W01"]
    assert {"version", "workstations", "acts", "file"} <= set(again)


def test_the_address_is_remembered_and_the_password_is_not(shared, monkeypatch: pytest.MonkeyPatch) -> None:
    told = (shared.founder.folder / "central.json").read_text(encoding="utf-8")
    assert json.loads(told)["url"] == shared.database.url
    assert shared.database.server.password not in told
    assert shared.founder.done("central", "status")["version"]
    monkeypatch.delenv("CLERK_CENTRAL_PASSWORD")
    refused = shared.founder("central", "status")
    assert (refused.code, refused.json["error"]["code"]) == (2, "password_needed")


def test_an_address_with_a_password_is_refused(shared) -> None:
    url = shared.database.url.replace("@", ":secret@")
    assert shared.founder("central", "status", url).code == 2


def test_a_server_that_is_not_there_is_the_environments_fault(training, empty_database, monkeypatch) -> None:
    monkeypatch.setenv("CLERK_CENTRAL_PASSWORD", "x")
    url = "postgresql://clerk_admin@localhost:1/nowhere"
    assert training("central", "init", url, "--ca", empty_database.server.ca_file).code == 5


def test_a_second_workstation_joins_and_sees_the_same_case(shared, application, capsys) -> None:
    founder = shared.founder
    case = founder.done("case", "new", founder.file(application()))
    told = [{"code": one["code"], "verdict": "conforms"} for one in case["materials"]]
    founder.act(case["case_no"], "materials_checked", {"materials": told})
    report = founder.done("sync", "--once")  # the server leases now: before this there was no number for a notice
    founder.act(case["case_no"], "accepted")
    assert founder.done("sync", "--once")["sent"] == 3
    assert report["sent"] > 90
    assert report["verified"] is True
    second = shared.join("W02", capsys)
    assert "verdict" in founder.done("case", "show", case["case_no"])["acts"][0]
    here, there = (one.done("case", "show", case["case_no"]) for one in (founder, second))
    assert here == there
    assert second.done("audit")["ok"] is True

    other = second.done("case", "new", second.file(application()))
    assert other["case_no"] != case["case_no"]
    assert second.done("sync", "--once")["sent"] > 0
    assert founder.done("sync", "--once")["fetched"] > 0
    assert founder.done("case", "show", other["case_no"]) == second.done("case", "show", other["case_no"])
    listed = founder.done("central", "list")["workstations"]
    assert [(one["code"], one["series"]) for one in listed] == [("W01", "01"), ("W02", "02")]


def test_two_workstations_that_take_the_same_step_are_told_of_the_conflict(shared, application, capsys) -> None:
    founder = shared.founder
    case = founder.done("case", "new", founder.file(application()))
    told = [{"code": one["code"], "verdict": "conforms"} for one in case["materials"]]
    founder.act(case["case_no"], "materials_checked", {"materials": told})
    founder.done("sync", "--once")
    second = shared.join("W02", capsys)
    founder.act(case["case_no"], "accepted")
    second.act(case["case_no"], "application_withdrawn", {"reason": "申请人撤回"})
    assert founder.done("sync", "--once")["conflicts"] == 0
    answer = second("sync", "--once")
    assert (answer.code, answer.json["conflicts"]) == (3, 1)
    assert second.done("case", "show", case["case_no"])["state"] == "accepted"


def test_a_revoked_workstation_cannot_exchange(shared, capsys) -> None:
    shared.founder.done("sync", "--once")
    second = shared.join("W02", capsys)
    shared.founder.done("central", "rename", "W02", "二号窗口")
    listed = shared.founder.done("central", "revoke", "W02")["workstations"]
    assert [(one["label"], one["revoked"]) for one in listed if one["code"] == "W02"] == [("二号窗口", True)]
    assert second("sync", "--once").code == 5


def test_joining_before_the_founder_sent_the_office_leaves_nothing_behind(shared, capsys) -> None:
    file = shared.add("W02")
    folder = shared.founder.folder.parent / "W02"
    shared.founder.run("init", "--join", file, "--data-dir", folder, "--json")
    refused = shared.founder.run("init", "--join", file, "--data-dir", folder, "--json")
    assert (refused.code, refused.json["error"]["code"]) == (4, "office_not_sent")
    assert not (folder / "clerk.db").exists()
    assert not (folder / "server.json").exists()


def test_exchanging_without_credentials_is_the_environments_fault(training) -> None:
    answer = training("sync", "--once")
    assert (answer.code, answer.json["error"]["code"]) == (5, "server_access_missing")


def test_a_ledger_reaches_the_other_workstation_and_a_second_import_there_changes_nothing(shared, capsys) -> None:
    founder, late = shared.founder, "2021-02-01T09:00"
    ledger = database_definition("seed", "ledger-2020", "办件台账.csv")
    founder.done("import-ledger", ledger, now=late)
    report = founder.done("sync", "--once", now=late)
    assert (report["conflicts"], report["refused"], report["verified"]) == (0, 0, True)
    second = shared.join("W02", capsys)
    assert second.done("report", "2020", now=late) == founder.done("report", "2020", now=late)
    again = second.done("import-ledger", ledger, now=late)
    assert (again["imported"], again["already_present"]) == (0, 135)
    assert second.done("sync", "--once", now=late)["refused"] == 0
    assert second.done("audit", now=late)["ok"] is True
