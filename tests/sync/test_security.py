"""Who gets in, and what somebody can do who got in as a workstation."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import psycopg
import pytest

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.exchange import Head
from clerk_app.sync.access import ServerAccess
from clerk_app.sync.administration import revoke_workstation
from clerk_app.sync.central_gateway import CentralGateway
from clerk_app.sync.certificates import make_server_certificate
from tests.central_server import CentralDatabase
from tests.sync.builders import NOW, Desk, case, founding, note, send, verdicts

FORBIDDEN = [
    "select * from clerk.act",
    "select body from clerk.payload",
    "select hash from clerk.credential",
    "insert into clerk.act select * from clerk.act",
    "update clerk.act set position = 1",
    "update clerk.counter set last = 0",
    "delete from clerk.sent_group",
    "truncate clerk.act",
    "drop table clerk.act",
    "alter table clerk.act disable trigger all",
    "create table clerk.mine (x integer)",
    "create table public.mine (x integer)",
    "create temporary table mine (x integer)",
    "create schema mine",
    "create function clerk_api.mine() returns integer language sql as 'select 1'",
    "create extension dblink schema clerk_api",
    "copy clerk.act to stdout",
    "copy (select 1) to program 'id'",
    "select pg_read_file('/etc/hostname')",
    "select lo_from_bytea(0, 'x')",
    "set role {owner}",
    "set session authorization {owner}",
    "alter role {owner} login",
    "grant {owner} to current_user",
    "alter function clerk_api.hello owner to current_user",
    "select clerk.give_positions('TSYJ', '{{}}')",
    "select clerk.central_act('TSYJ', 'series:x', 'numbers_leased', '{{}}', '2020-01-01')",
    "comment on table clerk.act is 'mine'",
    "set session_replication_role = replica",
    "alter system set fsync = off",
]


def _as_workstation(access: ServerAccess, central: CentralDatabase, **other: object) -> psycopg.Connection[object]:
    words = {
        "host": access.host,
        "port": access.port,
        "dbname": access.database,
        "user": access.user,
        "password": access.password,
        "sslmode": "verify-full",
        "sslrootcert": str(central.server.ca_file),
        "autocommit": True,
        **other,
    }
    return psycopg.connect(**words)


def test_forbidden_statements_are_refused_one_and_all(central: CentralDatabase) -> None:
    access = central.add("W01", founder=True)
    owner = str(central.ask("select tableowner from pg_tables where tablename = 'act'")[0][0])
    passed = []
    with _as_workstation(access, central) as connection:
        for statement in FORBIDDEN:
            try:
                connection.execute(statement.format(owner=owner))
            except psycopg.errors.InsufficientPrivilege:
                continue
            passed.append(statement)
    assert len(FORBIDDEN) == 30
    assert passed == []


def test_a_workstation_runs_the_functions_it_needs_and_no_other(central: CentralDatabase) -> None:
    access = central.add("W01")
    with _as_workstation(access, central) as connection:
        rows = connection.execute(
            "select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
            " where n.nspname in ('clerk', 'clerk_api') and has_schema_privilege(n.oid, 'usage')"
            " and has_function_privilege(p.oid, 'execute') order by 1"
        ).fetchall()
    allowed = "fetch fetch_own get_credentials hello lease put_credentials record_verified send verify"
    assert [row[0] for row in rows] == [f"clerk_api.{name}" for name in allowed.split()]


def test_every_function_that_lends_rights_fixes_its_search_path(central: CentralDatabase) -> None:
    rows = central.ask(
        "select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where nspname = 'clerk_api'"
        " and not (prosecdef and 'search_path=clerk, pg_temp' = any (proconfig))"
    )
    assert rows == []


def test_a_workstation_cannot_speak_for_another(central: CentralDatabase) -> None:
    first, second = central.add("W01", founder=True), central.add("W02")
    desk = Desk("W01")
    assert verdicts(send(first, desk.write(*founding(), actor="admin"))) == ["taken"]
    forged = [desk.write(note(case())), Desk("W02", office="OTHER").write(note(case()))]
    assert verdicts(send(second, *forged)) == ["not_your_workstation", "not_your_workstation"]
    assert central.ask("select count(*) from act where workstation = 'W02'") == [(0,)]


def test_offices_do_not_see_each_other(central: CentralDatabase, postgres: object) -> None:
    from clerk_app.sync.administration import add_workstation, init_central

    secret, ca = central.server.password, central.server.ca
    init_central(central.url, secret, ca=ca, office="OTHER", training=True)
    stranger = add_workstation(
        central.url, secret, ca=ca, office="OTHER", code="W01", founder=True, out=central.folder / "other.json"
    )
    desk = Desk("W01")
    send(central.add("W01", founder=True), desk.write(*founding(), actor="admin"))
    with closing(CentralGateway(stranger)) as gateway:
        said = gateway.hello(Head(0, "0" * 64), protocol=1, program="t", training=True, now=NOW)
        assert (said.office, said.position, said.head.seq) == ("OTHER", 0, 0)
        assert gateway.fetch(0, max_acts=100, own=True).groups == ()
        assert gateway.verify(()) == ()
    assert verdicts(send(stranger, Desk("W01").write(note(case())))) == ["not_your_workstation"]


def _problem(access: ServerAccess) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        CentralGateway(access)
    return caught.value.code


def test_an_authority_that_is_not_ours_is_not_trusted(central: CentralDatabase) -> None:
    stranger = make_server_certificate(("localhost",)).ca.decode()
    assert _problem(replace(central.add("W01"), ca=stranger)) == "server_certificate"


def test_a_server_under_another_name_is_not_trusted(central: CentralDatabase) -> None:
    # The certificate names localhost and its addresses, not this other name of the same machine.
    assert _problem(replace(central.add("W01"), host="localhost.localdomain.")) in {
        "server_certificate",
        "server_unreachable",
    }
    access = central.add("W02")
    with pytest.raises(psycopg.OperationalError, match="does not match host name"):
        _as_workstation(access, central, host="elsewhere.example", hostaddr="127.0.0.1")


def test_nothing_goes_in_plain_text(central: CentralDatabase) -> None:
    access = central.add("W01")
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        _as_workstation(access, central, sslmode="disable")
    with _as_workstation(access, central) as connection:
        assert connection.pgconn.ssl_in_use


def test_a_wrong_password_and_an_unknown_name_are_told_alike(central: CentralDatabase) -> None:
    access = central.add("W01")
    assert _problem(replace(access, password="guess")) == "server_login"
    assert _problem(replace(access, user="clerk_nobody")) == "server_login"


def test_a_server_that_is_not_there_is_no_question_of_trust(central: CentralDatabase) -> None:
    assert _problem(replace(central.add("W01"), port=1)) == "server_unreachable"


def test_a_revoked_workstation_is_out_at_once(central: CentralDatabase) -> None:
    access = central.add("W01", founder=True)
    with closing(CentralGateway(access)) as gateway:
        revoke_workstation(central.url, central.server.password, ca=central.server.ca, office=access.office, code="W01")
        with pytest.raises(EnvironmentProblem, match="server_login"):
            gateway.get_credentials()
    assert _problem(access) == "server_login"


def test_a_workstation_has_two_connections_at_most(central: CentralDatabase) -> None:
    access = central.add("W01")
    with closing(CentralGateway(access)), closing(CentralGateway(access)):
        assert _problem(access) == "server_busy"


def test_a_password_never_reaches_the_server_in_the_clear(central: CentralDatabase) -> None:
    access = central.add("W01")
    kept = central.ask("select rolpassword from pg_authid where rolname = %s", access.user)
    assert str(kept[0][0]).startswith("SCRAM-SHA-256$")
    assert access.password not in (central.server.folder / "server.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"protocol": 99}, "server_protocol_old"),
        ({"protocol": 0}, "server_protocol_new"),
        ({"training": False}, "training_mismatch"),
    ],
)
def test_hello_says_in_words_why_the_two_do_not_fit(
    central: CentralDatabase, words: dict[str, object], code: str
) -> None:
    with closing(CentralGateway(central.add("W01"))) as gateway, pytest.raises(EnvironmentProblem, match=code):
        gateway.hello(
            **{"head": Head(0, "0" * 64), "protocol": 1, "program": "t", "training": True, "now": NOW, **words}
        )


def test_credentials_of_another_server_are_noticed(central: CentralDatabase) -> None:
    access = replace(central.add("W01"), epoch="00000000-0000-0000-0000-000000000000")
    with closing(CentralGateway(access)) as gateway, pytest.raises(EnvironmentProblem, match="server_other"):
        gateway.hello(Head(0, "0" * 64), protocol=1, program="t", training=True, now=NOW)
