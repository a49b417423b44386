"""A unit of work writes whole groups, chained and projected, or leaves no trace."""

from datetime import date, timedelta

import pytest

from clerk_app.domain.acts.base import ActId, CaseId, Origin, StaffId, StreamId, StreamType, stream_id
from clerk_app.domain.acts.case import (
    Accepted,
    ActRetracted,
    Decided,
    DecisionResult,
    NoteAdded,
    NumberGiven,
    Opinion,
    Step,
    StepSigned,
)
from clerk_app.domain.acts.licence import LicenceGranted
from clerk_app.domain.acts.wire import GENESIS, envelope_hash
from clerk_app.domain.acts.workstation import ClockCorrected
from clerk_app.domain.case import fold_case
from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.domain.keys import case_stream, licence_stream
from clerk_app.domain.listing import CaseFilter, Draft, NewAct, StoredPaper
from clerk_app.domain.overview import overview
from clerk_app.domain.procedure import State

CLERK = StaffId("clerk")


def test_a_group_is_chained_numbered_and_follows_what_stood_before(window):
    case = window.receive()
    first, second = window.record(case, Accepted(1), StepSigned(Step.HANDLE, Opinion.AGREE, "同意"))
    receipt = window.store.reading().acts_of(case_stream(case))[0].record.envelope
    assert (first.envelope.group_size, first.envelope.group_pos, second.envelope.group_pos) == (2, 1, 2)
    assert first.envelope.seq == receipt.seq + 1
    assert first.envelope.prev_hash == receipt.hash
    assert second.envelope.prev_hash == first.envelope.hash
    assert first.envelope.hash == envelope_hash(first.envelope)
    assert first.envelope.follows == receipt.act_id
    assert second.envelope.follows == first.envelope.act_id


def test_a_commuting_act_follows_nothing(window):
    case = window.receive()
    (note,) = window.record(case, NoteAdded("材料已扫描"))
    assert note.envelope.follows is None


def test_the_first_act_of_all_follows_the_genesis(new_window):
    window = new_window()
    window.found()
    reader = window.store.reading()
    founded = next(stream for stream, _ in reader.office().last_legal if stream.startswith("office:"))
    assert reader.acts_of(founded)[0].record.envelope.prev_hash == GENESIS


def test_leaving_without_commit_leaves_nothing(window):
    with window.store.unit_of_work() as uow:
        case = uow.new_id()
        uow.append([NewAct(case_stream(case), NoteAdded("x"), date(2026, 3, 2))], actor=CLERK)
        uow.save_draft(Draft("d", "A12", "{}", "clerk", window.clock.now()))
        assert uow.reader.case(CaseId(case)) is not None
    assert window.store.reading().case(CaseId(case)) is None
    assert window.store.reading().drafts() == ()


def test_an_error_inside_undoes_groups_already_written(window):
    case = window.receive()
    with pytest.raises(RuleViolation), window.store.unit_of_work() as uow:  # noqa: PT012 — two units of one transaction
        uow.append([NewAct(case_stream(case), NoteAdded("x"), date(2026, 3, 2))], actor=CLERK)
        uow.append([NewAct(case_stream(case), NoteAdded("a\x00b"), date(2026, 3, 2))], actor=CLERK)
    assert len(window.store.reading().acts_of(case_stream(case))) == 1
    assert window.store.audit() == ()


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (NoteAdded("a\u202eb"), "text.bidi"),
        (NoteAdded("a\x00b"), "text.nul"),
        (LicenceGranted("粤1", "WHJY", "甲", "9", "c"), "act_wrong_stream"),
    ],
)
def test_what_cannot_be_stored_is_refused_and_nothing_is_written(window, act, code):
    case = window.receive()
    with pytest.raises(RuleViolation) as refused:
        window.record(case, NoteAdded("好"), act)
    assert refused.value.code == code
    assert len(window.store.reading().acts_of(case_stream(case))) == 1


def test_a_group_has_one_to_thirty_two_acts(window):
    case = window.receive()
    assert len(window.record(case, *[NoteAdded(str(n)) for n in range(32)])) == 32
    for size in (0, 33):
        with pytest.raises(RuleViolation) as refused:
            window.record(case, *[NoteAdded(str(n)) for n in range(size)])
        assert refused.value.code == "group_size"


def test_an_id_is_given_once(window):
    case = window.receive()
    twice = NewAct(case_stream(case), NoteAdded("x"), date(2026, 3, 2), ActId("6f1e0c6a-0000-5000-8000-000000000001"))
    with window.store.unit_of_work() as uow:
        assert not uow.has_act(twice.act_id)
        uow.append([twice], actor=CLERK, origin=Origin.LEDGER)
        assert uow.has_act(twice.act_id)
        with pytest.raises(RuleViolation) as refused:
            uow.append([twice], actor=CLERK, origin=Origin.LEDGER)
        with pytest.raises(ValueError, match="only an import"):
            uow.append([twice], actor=CLERK)
    assert refused.value.code == "act_exists"


def test_the_list_row_is_the_overview_of_the_fold(window):
    case = window.receive()
    window.record(case, Accepted(1, "台应急许受〔2026〕1号"))
    reader = window.store.reading()
    rows = reader.overviews(CaseFilter())
    records = [row.record for row in reader.acts_of(case_stream(case))]
    office = reader.office()
    assert rows == (overview(fold_case(case, records), office.catalogue, office.calendar),)
    assert rows[0].due_on is not None


def test_a_retracted_group_stands_nowhere_in_any_stream(window):
    case = window.receive()
    window.record(case, Accepted(1))
    stream = licence_stream("440781YJ", "粤WH0001")
    with window.store.unit_of_work() as uow:
        written = uow.append(
            [
                NewAct(case_stream(case), Decided(DecisionResult.GRANTED, certificate_no="粤WH0001"), date(2026, 3, 2)),
                NewAct(stream, LicenceGranted("粤WH0001", "WHJY", "甲", "9", case), date(2026, 3, 2)),
            ],
            actor=CLERK,
        )
        uow.commit()
    reader = window.store.reading()
    assert reader.licence("粤WH0001") is not None
    (back,) = window.record(case, ActRetracted(written[0].envelope.group, "选错结果"))
    folded = reader.case(case)
    assert folded.decision is None
    assert folded.last_legal == back.envelope.act_id
    assert back.envelope.follows == written[0].envelope.act_id
    assert reader.licence("粤WH0001") is None
    assert reader.licences() == ()
    assert [row.retracted for row in reader.acts_of(stream)] == [True]
    assert window.store.audit() == ()


def test_taking_a_retraction_back_lets_the_group_stand_again(window):
    case = window.receive()
    (accepted,) = window.record(case, Accepted(1))
    (back,) = window.record(case, ActRetracted(accepted.envelope.group, "误点"))
    assert window.store.reading().case(case).accepted_on is None
    window.record(case, ActRetracted(back.envelope.group, "不该撤回"))
    assert window.store.reading().case(case).accepted_on == date(2026, 3, 2)
    assert window.store.reading().case(case).state is State.ACCEPTED
    assert window.store.audit() == ()


def test_a_clock_behind_the_newest_act_gives_no_number_until_it_is_corrected(window):
    case = window.receive()
    window.clock.advance(timedelta(days=-3))
    with pytest.raises(RuleViolation) as refused:
        window.number(case)
    assert refused.value.code == "clock_behind"
    with window.store.unit_of_work() as uow, pytest.raises(RuleViolation):
        uow.next_case_serial(2026)
    with window.store.unit_of_work() as uow:
        stream = stream_id(StreamType.WORKSTATION, "W01")
        uow.append([NewAct(stream, ClockCorrected("换主板电池"), window.clock.today())], actor=CLERK)
        uow.commit()
    assert window.number(case).serial == 1
    assert window.store.audit() == ()


def test_everything_is_found_again_after_closing(window):
    case = window.receive()
    window.record(case, Accepted(1))
    before = window.store.reading().acts_of(case_stream(case))
    window.reopen()
    assert window.store.reading().acts_of(case_stream(case)) == before
    assert window.store.reading().case(case).state is State.ACCEPTED


def test_a_second_writer_waits_and_is_told_why(window, monkeypatch):
    monkeypatch.setattr("clerk_app.storage.store.BUSY_TIMEOUT_MS", 50)
    with window.store.unit_of_work(), pytest.raises(EnvironmentProblem) as problem:
        window.store.unit_of_work().__enter__()
    assert problem.value.code == "database_locked"
    window.receive()


def test_a_reader_answers_while_a_writer_is_open_and_sees_only_what_is_committed(window):
    case = window.receive()
    with window.store.unit_of_work() as uow:
        uow.append([NewAct(case_stream(case), NoteAdded("x"), date(2026, 3, 2))], actor=CLERK)
        assert len(uow.reader.case(case).asides) == 1
        assert len(window.store.reading().case(case).asides) == 0
        uow.commit()
    assert len(window.store.reading().case(case).asides) == 1


def test_a_paper_is_kept_once_and_never_changed(window):
    import hashlib

    pdf = b"%PDF-1.7 x"
    paper = StoredPaper("s1", "c1", "receipt", "", hashlib.sha256(pdf).hexdigest(), pdf)
    other = StoredPaper("s1", "c1", "receipt", "", hashlib.sha256(b"y").hexdigest(), b"y")
    with window.store.unit_of_work() as uow:
        uow.store_paper(paper)
        uow.store_paper(paper)
        with pytest.raises(RuleViolation) as refused:
            uow.store_paper(other)
        uow.commit()
    assert refused.value.code == "paper_changed"
    assert window.store.reading().paper("s1") == paper
    assert window.store.reading().paper("s2") is None


def test_drafts_settings_and_case_ids_are_found(window):
    case = window.receive()
    reader = window.store.reading()
    number = reader.case(case).case_no
    with window.store.unit_of_work() as uow:
        uow.save_draft(Draft("d1", "A12", "{}", "clerk", window.clock.now()))
        uow.save_draft(Draft("d2", "A13", "{}", "other", window.clock.now() + timedelta(seconds=1)))
        uow.save_draft(Draft("d1", "A12", '{"a":1}', "clerk", window.clock.now()))
        uow.put_setting("greeting", "早")
        uow.commit()
    assert [draft.draft_id for draft in reader.drafts()] == ["d2", "d1"]
    assert [draft.body for draft in reader.drafts("clerk")] == ['{"a":1}']
    assert reader.setting("greeting") == "早"
    assert reader.setting("none") is None
    assert reader.case_id_of(number) == case
    assert reader.case_id_of(case) == case
    assert reader.case_id_of("440781YJ20269999999") is None
    with window.store.unit_of_work() as uow:
        uow.drop_draft("d2")
        uow.commit()
    assert [draft.draft_id for draft in reader.drafts()] == ["d1"]


def test_acts_cannot_be_changed_even_by_sql(window):
    window.receive()
    for statement in (
        "UPDATE act SET actor = 'x'",
        "DELETE FROM act",
        "UPDATE payload SET body = '{}'",
        "DELETE FROM payload",
        "DELETE FROM act_fate",
    ):
        with pytest.raises(Exception, match=r"append-only|never forgotten"):
            window.sql(statement)


def test_a_payload_that_is_no_json_or_too_large_is_refused_by_the_file_too(window):
    for body in ("'a'", "'\"a' || char(0) || 'b\"'", "'\"a' || char(7) || '\"'", "'\"" + "x" * 65_537 + "\"'"):
        with pytest.raises(Exception, match="CHECK constraint failed: ck_payload"):
            window.sql("PRAGMA defer_foreign_keys=ON", f"INSERT INTO payload (act_key, body) VALUES (999999, {body})")


def test_a_number_of_another_case_is_refused(window):
    one, other = window.receive("甲公司"), window.receive("乙公司")
    given = window.number(one)
    with pytest.raises(RuleViolation) as refused:
        window.record(other, NumberGiven(given.series, given.year, given.serial, given.number, given.document))
    assert refused.value.code == "number_taken"


def test_an_act_of_an_unknown_stream_type_cannot_be_written(window):
    with window.store.unit_of_work() as uow, pytest.raises(ValueError, match="elsewhere"):
        uow.append([NewAct(StreamId("elsewhere:1"), NoteAdded("x"), date(2026, 3, 2))], actor=CLERK)
