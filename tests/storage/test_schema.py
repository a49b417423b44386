"""The revisions make exactly the tables that the program maps, and its hot questions run over the right index."""

from contextlib import closing

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from clerk_app.domain.acts import wire
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.keys import case_stream
from clerk_app.storage import history, schema, waiting
from clerk_app.storage.base import Base
from clerk_app.storage.engine import connect_raw, driver_of
from clerk_app.storage.exchange_side import UNSENT
from clerk_app.storage.tables import TRIGGERS

KEY = bytes(range(32))


def plain(sql):
    return " ".join(sql.replace("\t", " ").split()).replace("( ", "(").replace(" )", ")")


def test_the_revisions_make_the_mapped_tables(founded):
    with closing(connect_raw(founded, key=KEY)) as driver:
        there = {
            name: plain(sql)
            for name, sql in driver.execute(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
                " AND name NOT LIKE 'search_gram%' AND name <> 'alembic_version'"
            )
        }
    wanted = {}
    for table in Base.metadata.sorted_tables:
        wanted[table.name] = plain(str(CreateTable(table).compile(dialect=dialect())))
        for index in table.indexes:
            wanted[index.name] = plain(str(CreateIndex(index).compile(dialect=dialect())))
    assert there == wanted


def test_the_program_knows_its_newest_revision():
    assert schema.scripts().get_current_head() == schema.HEAD
    assert len(schema.scripts().get_heads()) == 1


def test_the_triggers_and_the_view_are_there(founded):
    with closing(connect_raw(founded, key=KEY)) as driver:
        names = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')")}
        assert names == {*TRIGGERS, "standing_act"}
        (acts,) = driver.execute("SELECT count(*) FROM standing_act").fetchone()
        assert acts == driver.execute("SELECT count(*) FROM act").fetchone()[0]


def test_the_view_leaves_out_what_does_not_stand(window):
    from clerk_app.domain.acts.case import Accepted, ActRetracted

    case = window.receive()
    (accepted,) = window.record(case, Accepted(1))
    window.record(case, ActRetracted(accepted.envelope.group, "误点"))
    with window.store.snapshot() as connection:
        rows = driver_of(connection).execute(
            "SELECT kind FROM standing_act WHERE stream = ? ORDER BY seq", (case_stream(case),)
        )
        assert [kind for (kind,) in rows] == ["materials_received", "act_retracted"]


@pytest.fixture
def large(window):
    """A file with many taken and few pending acts, as SQLite's planner sees it after ANALYZE."""
    case = window.receive()
    with window.store.writing() as driver:
        for table in ("act", "payload"):
            driver.execute(f"DROP TRIGGER tr_{table}_update")
        driver.execute(
            "WITH RECURSIVE n(i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 120000) INSERT INTO act"
            " SELECT NULL, 'a' || i, office, 'case:' || (i / 20), 'g' || i, 1, 1, 'W09', i, kind, schema, payload_sha256,"
            " legal_date, recorded_at, drift_ms, actor, origin, program_version, follows, prev_hash, hash, legal"
            " FROM n JOIN act ON act.key = 1"
        )
        driver.execute("INSERT INTO payload SELECT key, '{}' FROM act WHERE workstation = 'W09'")
        driver.execute(
            "INSERT INTO act_fate SELECT key, 'taken', seq, '', '', '', NULL, '' FROM act WHERE workstation = 'W09'"
        )
        driver.execute("ANALYZE")
    return window, case


def plan(window, statement, values):
    with window.store.snapshot() as connection:
        return " | ".join(
            row[3] for row in driver_of(connection).execute(f"EXPLAIN QUERY PLAN {statement.text}", values)
        )


def test_the_pending_range_runs_over_its_index(large):
    window, _ = large
    found = plan(window, UNSENT, ("W01", 40))
    assert "SEARCH act USING INDEX sqlite_autoindex_act_1 (workstation=? AND seq>?)" in found
    assert "SCAN" not in found
    assert "TEMP B-TREE" not in found


def test_what_is_not_taken_is_found_by_the_partial_index(large):
    window, _ = large
    assert "ix_act_fate_not_taken" in plan(window, waiting.NOT_TAKEN, ())


def test_a_stream_is_read_without_a_scan(large):
    window, case = large
    assert "ix_act_stream_key (stream=?)" in plan(window, history.STANDING_OF_STREAM, (case_stream(case),))
    assert "SCAN" not in plan(window, history.STANDING_OF_STREAM, (case_stream(case),))
    assert window.store.reading().case(CaseId(case)) is not None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.from_regex(r"[a-z_0-9]{1,12}", fullmatch=True), inner),
)


@given(JSON)
def test_the_canonical_form_is_that_of_rfc_8785(value):
    assert wire._canonical(value) == rfc8785.dumps(value)


def test_no_act_holds_what_the_fast_canonical_form_does_not_know():
    for kind in wire.type_of:
        assert '"type":"number"' not in msgspec.json.encode(wire.json_schema(kind)).decode(), kind
