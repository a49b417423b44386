"""Setting the shared server up: all or nothing, again without harm, with the program's own rules."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from clerk_app.domain.acts.wire import type_of
from clerk_app.domain.errors import EnvironmentProblem, RuleViolation, UsageProblem
from clerk_app.domain.procedure import ROWS
from clerk_app.domain.textrules import REFUSED_RANGES, refusal_of
from clerk_app.sync.access import ServerAccess, load_access
from clerk_app.sync.administration import (
    add_workstation,
    central_status,
    init_central,
    rename_workstation,
    revoke_workstation,
)
from clerk_app.sync.server_rules import procedure_rows, refused_text, stream_rules
from tests.central_server import OFFICE, CentralDatabase
from tests.sync.killing import set_up_killed_at

KILLED = -signal.SIGKILL


def test_setting_up_again_changes_nothing(central: CentralDatabase) -> None:
    secret, ca = central.server.password, central.server.ca
    central.add("W01", founder=True)
    before = central_status(central.url, secret, ca=ca)
    tables = central.ask(
        "select (select count(*) from procedure_row), (select count(*) from stream_rule), epoch from server_state"
    )
    assert init_central(central.url, secret, ca=ca, office=OFFICE, training=True) == before
    assert (
        central.ask(
            "select (select count(*) from procedure_row), (select count(*) from stream_rule), epoch from server_state"
        )
        == tables
    )
    assert [one.code for one in before.workstations] == ["W01"]


def test_a_training_server_does_not_become_a_live_one(central: CentralDatabase) -> None:
    with pytest.raises(RuleViolation, match="training_mismatch"):
        init_central(central.url, central.server.password, ca=central.server.ca, office=OFFICE, training=False)


def test_the_servers_procedure_is_the_programs(central: CentralDatabase) -> None:
    kept = central.ask(
        "select kind, source, target, roles, guards, when_field, when_value, ledger from procedure_row order by place"
    )
    assert len(kept) == len(ROWS) > 100
    for (kind, source, target, roles, guards, field, value, ledger), row in zip(kept, ROWS, strict=True):
        assert (kind, source, target, ledger) == (
            row.kind,
            row.source.value,
            row.target.value if row.target else None,
            row.ledger,
        )
        assert tuple(guards) == row.guards  # type: ignore[call-overload]
        assert row.role.value in roles  # type: ignore[operator]
        assert (field, value) == (row.when or (None, None))
    assert [row.kind for row in procedure_rows()] == [row[0] for row in kept]


def test_the_server_knows_every_kind_of_act(central: CentralDatabase) -> None:
    kept = central.ask("select kind, stream_type, legal, by_procedure from stream_rule order by kind")
    assert kept == [
        (kind, act.STREAM.value, act.LEGAL, act.STREAM.value == "case") for kind, act in sorted(type_of.items())
    ]
    asked_for_nobody = {rule.kind for rule in stream_rules() if not rule.roles}
    assert {type_of[kind].STREAM.value for kind in asked_for_nobody} == {"workstation"}


def test_the_server_refuses_the_characters_that_the_program_refuses(central: CentralDatabase) -> None:
    assert central.ask("select refused_text from server_state") == [(refused_text(),)]
    edges = {point for span in REFUSED_RANGES for point in (span.first - 1, span.first, span.last, span.last + 1)}
    points = sorted(point for point in edges if 0x20 <= point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF)
    told = central.ask(
        "select chr(p) ~ (select refused_text from server_state) from unnest(%s::integer[]) with ordinality as t(p, n)"
        " order by n",
        points,
    )
    wrong = [
        hex(point) for point, (refused,) in zip(points, told, strict=True) if refused != bool(refusal_of(chr(point)))
    ]
    assert wrong == []


def _set_up_killed_at(point: int, database: CentralDatabase) -> tuple[int | None, int]:
    return set_up_killed_at(point, url=database.url, password=database.server.password, ca=database.server.ca)


def test_a_set_up_killed_at_twenty_points_leaves_nothing(
    empty_database: CentralDatabase, another_database: CentralDatabase
) -> None:
    code, statements = _set_up_killed_at(0, another_database)
    assert code == 0
    points = [1 + n * (statements - 1) // 19 for n in range(20)]
    assert len(set(points)) == 20
    for point in points:
        assert _set_up_killed_at(point, empty_database) == (KILLED, point)
        left = empty_database.ask(
            "select (select count(*) from pg_namespace where nspname ~ 'clerk'),"
            " (select count(*) from pg_shdepend where dbid = (select oid from pg_database where datname = current_database()))"
        )
        assert left == [(0, 0)]
    assert _set_up_killed_at(0, empty_database) == (0, statements)
    assert empty_database.ask("select version_num from alembic_version") == [("0001",)]


def test_a_workstation_gets_the_next_free_series_and_a_file_of_its_own(central: CentralDatabase) -> None:
    first, second = central.add("W01", founder=True), central.add("W02")
    third = central.add("W03", series="07")
    assert [one.series for one in (first, second, third)] == ["01", "02", "07"]
    path = central.folder / "W02.json"
    assert load_access(path) == second
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert second.password not in repr(second)


def test_a_new_password_for_a_known_workstation_ends_the_old_one(central: CentralDatabase) -> None:
    from clerk_app.sync.central_gateway import CentralGateway

    old = central.add("W01", founder=True)
    new = central.add("W01", replace=True)
    assert (new.series, new.founder, new.user) == (old.series, old.founder, old.user)
    CentralGateway(new).close()
    with pytest.raises(EnvironmentProblem, match="server_login"):
        CentralGateway(old)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"code": "W01"}, "workstation_exists"),
        ({"code": "W02", "series": "01"}, "series_in_use"),
        ({"code": "W02", "office": "NO"}, "office_unknown"),
    ],
)
def test_what_is_taken_is_not_given_again(central: CentralDatabase, words: dict[str, str], code: str) -> None:
    central.add("W01")
    with pytest.raises(RuleViolation, match=code):
        add_workstation(
            central.url,
            central.server.password,
            **{"ca": central.server.ca, "office": OFFICE, "out": central.folder / "new.json", **words},  # type: ignore[arg-type]
        )
    assert not (central.folder / "new.json").exists()


@pytest.mark.parametrize("code", ["central", "工位", "W" * 60])
def test_a_code_that_cannot_name_a_login_is_refused(central: CentralDatabase, code: str) -> None:
    with pytest.raises(UsageProblem, match="workstation_code_wrong"):
        central.add(code)


def test_labels_and_revocations_show_in_the_status(central: CentralDatabase) -> None:
    central.add("W01")
    words = {"ca": central.server.ca, "office": OFFICE}
    rename_workstation(central.url, central.server.password, code="W01", label="一号窗口", **words)
    told = revoke_workstation(central.url, central.server.password, code="W01", **words)
    assert [(one.label, one.revoked) for one in told.workstations] == [("一号窗口", True)]
    for change in (
        lambda: revoke_workstation(central.url, central.server.password, code="W09", **words),
        lambda: rename_workstation(central.url, central.server.password, code="central", label="x", **words),
    ):
        with pytest.raises(RuleViolation, match="workstation_unknown"):
            change()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://admin:secret@host/db", "password_in_address"),
        ("postgresql://admin@host/db?password=secret", "password_in_address"),
        ("mysql://admin@host/db", "address_wrong"),
        ("postgresql://host/db", "address_wrong"),
        ("postgresql://admin@host", "address_wrong"),
        ("postgresql://admin@host:port/db", "address_wrong"),
    ],
)
def test_an_address_is_checked_before_anybody_is_called(url: str, code: str) -> None:
    with pytest.raises(UsageProblem, match=code):
        central_status(url, "x", ca="")


def test_a_database_that_was_not_set_up_is_told(empty_database: CentralDatabase) -> None:
    database = empty_database
    with pytest.raises(EnvironmentProblem, match="server_not_prepared"):
        central_status(database.url, database.server.password, ca=database.server.ca)


def test_a_database_in_another_encoding_is_refused(empty_database: CentralDatabase) -> None:
    elsewhere = CentralDatabase(empty_database.server, "postgres", empty_database.folder)
    elsewhere.ask("drop database if exists latin")
    elsewhere.ask("create database latin template template0 encoding 'LATIN1'")
    with pytest.raises(EnvironmentProblem, match="server_encoding"):
        init_central(
            elsewhere.server.url("latin"),
            elsewhere.server.password,
            ca=elsewhere.server.ca,
            office=OFFICE,
            training=True,
        )


def test_credentials_that_are_no_file_of_ours_are_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="server_access_missing"):
        load_access(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text('{"host": 1}')
    with pytest.raises(EnvironmentProblem, match="server_access_unreadable"):
        load_access(tmp_path / "bad.json")


def test_credentials_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    access = ServerAccess(
        host="h",
        port=1,
        database="d",
        user="u",
        password="p",
        ca="",
        office="o",
        workstation="w",
        series="01",
        epoch="e",
        training=True,
    )
    with pytest.raises(EnvironmentProblem, match="server_access_unwritable"):
        access.save(tmp_path / "file" / "server.json")
