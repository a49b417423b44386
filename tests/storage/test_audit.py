"""The audit says nothing of a sound file and names every planted fault; a rebuild tells a spoiled row."""

import hashlib

import pytest

from clerk_app.domain.acts.case import Accepted, ActRetracted, NoteAdded, Posted
from clerk_app.domain.exchange import Answer, FateVerdict
from clerk_app.domain.listing import CaseFilter
from clerk_app.storage.exchange_side import LocalExchangeStore
from clerk_app.storage.rebuild import DERIVED
from clerk_app.storage.rows import CASE_ROW
from clerk_app.storage.tables import TRIGGERS

_COLUMNS = ", ".join(column.name for column in CASE_ROW.columns if column.name != "case_id")
EXTRA_CASE = f"INSERT INTO case_row (case_id, {_COLUMNS}) SELECT 'x' || case_id, {_COLUMNS} FROM case_row"


@pytest.fixture
def case(window):
    """A case with every kind of derived row, some acts taken and one group taken back."""
    from datetime import date

    from clerk_app.domain.acts.base import StaffId
    from clerk_app.domain.acts.case import ApplicantType, IdType
    from clerk_app.domain.acts.licence import LicenceGranted
    from clerk_app.domain.acts.licensee import InspectionRecorded, LicenseeRegistered
    from clerk_app.domain.keys import licence_stream, licensee_stream
    from clerk_app.domain.listing import NewAct

    case = window.receive()
    (accepted,) = window.record(case, Accepted(1))
    window.record(case, ActRetracted(accepted.envelope.group, "误点"))
    window.number(case)
    window.record(case, Posted("EC465560481CN"))
    holder, on = "91440781MA7EJG4D43", date(2026, 3, 2)
    with window.store.unit_of_work() as uow:
        registered = LicenseeRegistered("甲", ApplicantType.ENTITY, IdType.CREDIT_CODE, holder)
        visit = InspectionRecorded("危险化学品", "甲", holder, ("乙",))
        uow.append(
            [
                NewAct(licence_stream("o", "粤1"), LicenceGranted("粤1", "WHJY", "甲", holder, case), on),
                NewAct(licensee_stream("o", holder), registered, on),
                NewAct(licensee_stream("o", holder), visit, on),
            ],
            actor=StaffId("clerk"),
        )
        uow.commit()
    store = LocalExchangeStore(window.store)
    position = 0
    for group in store.unsent(0, max_acts=10_000, max_bytes=10**9):
        store.take_answers([Answer(group.group, FateVerdict.TAKEN, position + 1)])
        position += len(group.acts)
    window.record(case, NoteAdded("还没有发送"))
    return case


def without_triggers(window):
    window.sql(*(f"DROP TRIGGER {name}" for name in TRIGGERS))


def faults(window):
    """Return code and subject of what was found, the missing triggers aside."""
    return [(one.code, one.subject) for one in window.store.audit() if one.subject not in TRIGGERS]


def test_a_sound_file_has_no_problem_and_rebuilds_to_itself(window, case):
    assert window.store.audit() == ()
    acts, equal = window.store.rebuild()
    assert equal
    assert acts == LocalExchangeStore(window.store).head().seq
    assert window.store.audit() == ()
    window.reopen()
    assert window.store.audit() == ()


def test_a_changed_payload_byte_is_named(window, case):
    without_triggers(window)
    window.sql("UPDATE payload SET body = replace(body, '还没有发送', '早已经发送')")
    head = LocalExchangeStore(window.store).head().seq
    assert ("payload_changed", f"W01 {head}") in faults(window)


def test_a_missing_seq_is_named(window, case):
    without_triggers(window)
    head = LocalExchangeStore(window.store).head().seq
    window.sql(
        "PRAGMA defer_foreign_keys=ON",
        f"DELETE FROM payload WHERE act_key = (SELECT key FROM act WHERE seq = {head - 1})",
        f"DELETE FROM act_fate WHERE act_key = (SELECT key FROM act WHERE seq = {head - 1})",
        f"DELETE FROM act WHERE seq = {head - 1}",
    )
    assert ("seq_missing", f"W01 {head - 1}") in faults(window)


def test_acts_cut_off_at_the_end_are_named(window, case):
    without_triggers(window)
    head = LocalExchangeStore(window.store).head().seq
    window.sql(
        f"DELETE FROM payload WHERE act_key = (SELECT key FROM act WHERE seq = {head})",
        f"DELETE FROM act_fate WHERE act_key = (SELECT key FROM act WHERE seq = {head})",
        f"DELETE FROM act WHERE seq = {head}",
    )
    assert ("seq_missing", "chain_head W01") in faults(window)


def test_a_changed_envelope_is_named(window, case):
    without_triggers(window)
    window.sql("UPDATE act SET actor = 'nobody' WHERE seq = 3")
    assert ("chain_broken", "W01 3") in faults(window)


def test_a_changed_envelope_whose_hash_was_made_to_fit_breaks_the_chain(window, case):
    from dataclasses import replace

    from clerk_app.domain.acts.wire import envelope_hash
    from clerk_app.storage.codec import envelope_from_wire

    without_triggers(window)
    act = LocalExchangeStore(window.store).unsent(2, max_acts=1, max_bytes=1)[0].acts[0]
    forged = envelope_hash(envelope_from_wire(replace(act, actor="nobody")))
    window.sql(f"UPDATE act SET actor = 'nobody', hash = '{forged}' WHERE seq = {act.seq}")
    assert ("chain_broken", f"W01 {act.seq + 1}") in faults(window)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE case_row SET state = 'granted'", "case_row"),
        ("UPDATE case_row SET applicant = '乙公司'", "case_row"),
        ("DELETE FROM case_row", "case_row"),
        (EXTRA_CASE, "case_row"),
        ("UPDATE licence_row SET valid_to = '2099-01-01'", "licence_row"),
        ("UPDATE licensee_row SET name = '丙'", "licensee_row"),
        ("UPDATE inspection_row SET fine_yuan = 9", "inspection_row"),
        ("UPDATE number_ledger SET fate = 'void'", "number_ledger"),
        ("DELETE FROM number_ledger", "number_ledger"),
        ("UPDATE stream_head SET count = 99 WHERE stream LIKE 'case:%'", "stream_head"),
        ("UPDATE stream_head SET last_legal = NULL WHERE stream LIKE 'case:%'", "stream_head"),
        ("UPDATE search_entry SET body = 'name\tx\tx' WHERE kind = 'case'", "search_entry"),
        ("UPDATE chain_head SET newest_at = '2030-01-01T00:00:00.000000Z'", "chain_head"),
        ("UPDATE act_fate SET retracted_by = NULL", "act_fate"),
        ("UPDATE retraction SET target_group = 'other'", "act_fate"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_an_edited_derived_row_is_named_and_a_rebuild_says_no_and_mends_it(window, case, statement, table):
    window.sql(statement)
    named = [subject for code, subject in faults(window) if code == "projection_differs"]
    assert any(subject.split(" ")[0] == table for subject in named)
    assert window.store.rebuild()[1] is False
    assert window.store.audit() == ()
    assert window.store.rebuild()[1] is True


def test_a_spoiled_search_index_is_mended_by_a_rebuild(window, case):
    window.sql("INSERT INTO search_gram (rowid, grams) VALUES (4711, 'zzzz')")
    assert window.store.rebuild()[1] is False
    assert window.store.rebuild()[1] is True


def test_every_derived_table_is_compared(window, case):
    for table in DERIVED:
        window.sql(f"DELETE FROM {table.name}")
        assert faults(window) != [], table.name
        window.store.rebuild()
    assert window.store.audit() == ()


def test_an_edited_verdict_is_named(window, case):
    head = LocalExchangeStore(window.store).head().seq
    for statement, seq in (
        ("UPDATE act_fate SET verdict = 'refused', position = NULL WHERE position = 3", 3),
        (f"UPDATE act_fate SET verdict = 'taken', position = 9999 WHERE act_key = (SELECT key FROM act WHERE seq = {head})", head),
        ("UPDATE act_fate SET position = 8888 WHERE position = 5", 5),
    ):  # fmt: skip
        window.sql(statement)
        assert ("verdict_edited", f"W01 {seq}") in faults(window)


def test_an_edited_log_of_answers_is_named(window, case):
    without_triggers(window)
    window.sql("UPDATE answer_log SET verdict = 'refused', position = NULL WHERE n = 2")
    found = faults(window)
    assert ("answer_log_broken", "2") in found
    assert any(code == "verdict_edited" for code, _ in found)


def plant(window, case, kind, body):
    """Write an act as somebody with the key and the program's own ways would, past every check."""
    from dataclasses import replace

    from clerk_app.domain.acts.wire import envelope_hash
    from clerk_app.domain.keys import case_stream
    from clerk_app.storage.codec import cells_of, envelope_from_wire
    from clerk_app.storage.writing import ADD_ACT, ADD_FATE, ADD_PAYLOAD

    store = LocalExchangeStore(window.store)
    last = store.unsent(store.head().seq - 1, max_acts=1, max_bytes=1)[0].acts[0]
    act = replace(
        last, act_id=f"planted-{last.seq}", group=f"planted-{last.seq}", stream=case_stream(case), seq=last.seq + 1,
        kind=kind, prev_hash=last.hash, payload_sha256=hashlib.sha256(body.encode()).hexdigest(), group_size=1, group_pos=1,
    )  # fmt: skip
    envelope = envelope_from_wire(act)
    envelope = replace(envelope, hash=envelope_hash(envelope))
    with window.store.writing() as driver:
        key = ADD_ACT.run(driver, cells_of(envelope, legal=False)).lastrowid
        ADD_PAYLOAD.run(driver, (key, body))
        ADD_FATE.run(driver, (key, "pending", None, "", "", "", None, ""))
    window.store.rebuild()


def test_a_number_given_twice_is_named_and_both_are_kept(window, case):
    other = window.receive("另一家")
    body = (
        '{"document":"acceptance_notice","imported":false,"number":"台应急许受〔2026〕1号","serial":1,'
        '"series":"acceptance_notice","year":2026}'
    )
    plant(window, other, "number_given", body)
    assert [one for one in faults(window) if one[0] == "number_twice"] == [("number_twice", "acceptance_notice 2026 1")]
    assert {row.case_id for row in window.store.reading().numbers()} == {case, other}
    assert window.store.rebuild()[1]


def test_one_text_under_two_serials_is_named(window, case):
    other = window.receive("另一家")
    body = (
        '{"document":"acceptance_notice","imported":true,"number":"台应急许受〔2026〕1号","serial":900,'
        '"series":"acceptance_notice","year":2026}'
    )
    plant(window, other, "number_given", body)
    assert ("number_twice", "台应急许受〔2026〕1号") in faults(window)


def test_a_number_that_skips_others_leaves_the_ledger_open(window, case):
    body = (
        '{"document":"acceptance_notice","imported":false,"number":"台应急许受〔2026〕4号","serial":4,'
        '"series":"acceptance_notice","year":2026}'
    )
    plant(window, case, "number_given", body)
    assert [(one.code, one.subject, one.detail) for one in window.store.audit()] == [
        ("ledger_open", "acceptance_notice 2026", "2, 3")
    ]


def test_two_different_notices_under_one_version_are_named(window, case):
    from dataclasses import replace
    from datetime import date

    from clerk_app.domain.acts.base import StaffId, StreamType, stream_id
    from clerk_app.domain.acts.office import CalendarPublished
    from clerk_app.domain.listing import NewAct

    year = next(one for one in window.store.reading().office().years if one.year == 2026)
    with window.store.unit_of_work() as uow:
        act = CalendarPublished(replace(year, notice="另一个通知"))
        uow.append([NewAct(stream_id(StreamType.CALENDAR, "2026"), act, date(2026, 3, 2))], actor=StaffId("admin"))
        uow.commit()
    assert ("calendar_twice", "2026") in faults(window)


def test_missing_triggers_and_orphans_are_named(window, case):
    without_triggers(window)
    found = window.store.audit()
    assert {one.subject for one in found if one.code == "settings_wrong"} == TRIGGERS
    window.store.close()
    from clerk_app.storage.engine import connect_raw

    driver = connect_raw(window.store.path, key=bytes(range(32)))
    driver.execute("PRAGMA foreign_keys=OFF")
    driver.execute("DELETE FROM act WHERE seq = 1")
    driver.close()
    window.reopen()
    assert {"foreign_key_broken", "seq_missing"} <= {code for code, _ in faults(window)}


def test_a_changed_paper_is_named(window, case):
    from clerk_app.domain.listing import StoredPaper

    with window.store.unit_of_work() as uow:
        uow.store_paper(StoredPaper("s1", case, "receipt", "", hashlib.sha256(b"pdf").hexdigest(), b"pdf"))
        uow.commit()
    window.sql("UPDATE paper SET pdf = x'00'")
    assert faults(window) == [("paper_changed", "s1")]


def test_a_missing_payload_is_named(window, case):
    without_triggers(window)
    window.sql("DELETE FROM payload WHERE act_key = (SELECT key FROM act WHERE seq = 4)")
    assert ("payload_missing", "W01 4") in faults(window)


def test_an_audit_reads_only(window, case):
    rows = window.store.reading().overviews(CaseFilter())
    size = window.store.path.stat().st_size
    window.store.audit()
    assert window.store.path.stat().st_size == size
    assert window.store.reading().overviews(CaseFilter()) == rows
