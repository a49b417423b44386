"""What the exchange does to the local file: verdicts, fetched groups, twins, restored servers, digests."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from clerk_app.domain.acts.base import Origin, StaffId, StreamType, stream_id
from clerk_app.domain.acts.case import Accepted, ActRetracted, ApplicationWithdrawn, NoteAdded
from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.domain.exchange import (
    Answer,
    Credential,
    FateVerdict,
    FetchedChunk,
    FetchedGroup,
    StreamDigest,
    WireGroup,
)
from clerk_app.domain.keys import case_stream, ledger_act_id, ledger_case_id
from clerk_app.domain.listing import CaseFilter, ExchangeRun, NewAct
from clerk_app.domain.procedure import State
from clerk_app.storage.exchange_side import LocalExchangeStore

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


class Server:
    """Takes every group in the order in which it comes and gives positions; judges nothing."""

    def __init__(self) -> None:
        self.groups: list[FetchedGroup] = []
        self.position = 0

    def take(self, group: WireGroup) -> Answer:
        found = FetchedGroup(group, self.position + 1)
        self.position += len(group.acts)
        self.groups.append(found)
        return Answer(group.group, FateVerdict.TAKEN, found.position)

    def send_all(self, window, *, set_aside=()):
        store = LocalExchangeStore(window.store)
        known = {one.group.group for one in self.groups}
        for group in store.unsent(0, max_acts=10_000, max_bytes=10**9):
            if group.group not in known and group.group not in set_aside:
                store.take_answers([self.take(group)])

    def give_all(self, window, *, chunk=3):
        store = LocalExchangeStore(window.store)
        new = 0
        wanted = [one for one in self.groups if one.position > store.mark()]
        for start in range(0, len(wanted), chunk):
            some = wanted[start : start + chunk]
            last = some[-1].position + len(some[-1].group.acts) - 1
            new += store.take_chunk(FetchedChunk(tuple(some), last, start + chunk < len(wanted)))
        return new


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def pair(window, new_window, server):
    """Two workstations of one office that know the same."""
    other = new_window("W02", founder=False)
    server.send_all(window)
    store = LocalExchangeStore(other.store)
    store.begin_first_fill()
    server.give_all(other)
    store.end_first_fill()
    other.clock.set_to(NOW)
    return window, other


def test_pending_acts_are_sent_in_order_and_no_group_is_split(window):
    case = window.receive()
    window.record(case, NoteAdded("一"), NoteAdded("二"))
    store = LocalExchangeStore(window.store)
    groups = store.unsent(0, max_acts=10_000, max_bytes=10**9)
    seqs = [act.seq for group in groups for act in group.acts]
    assert seqs == list(range(1, store.head().seq + 1))
    last = groups[-1]
    assert [act.group_pos for act in last.acts] == [1, 2]
    assert store.unsent(last.first_seq - 1, max_acts=1, max_bytes=1) == (last,)
    assert store.unsent(0, max_acts=len(groups[0].acts) + 1, max_bytes=10**9)[:1] == groups[:1]
    assert store.unsent(store.head().seq, max_acts=10, max_bytes=10) == ()
    assert hashlib.sha256(last.acts[0].payload.encode()).hexdigest() == last.acts[0].payload_sha256


def test_a_second_workstation_folds_the_same(pair, server):
    one, other = pair
    case = one.receive()
    one.record(case, Accepted(1))
    server.send_all(one)
    assert server.give_all(other) == 2
    assert server.give_all(other) == 0
    assert other.store.reading().case(case) == one.store.reading().case(case)
    assert other.store.reading().overviews(CaseFilter()) == one.store.reading().overviews(CaseFilter())
    offices = [replace(window.store.reading().office(), calendar=None) for window in pair]
    assert offices[0] == offices[1]
    assert other.store.reading().pending() == ()
    for window in pair:
        assert window.store.audit() == ()
        assert window.store.rebuild()[1]
    digests = [LocalExchangeStore(window.store).digests(None) for window in pair]
    assert digests[0] == digests[1]


def test_a_conflict_sets_the_group_aside_and_the_others_act_stands(pair, server):
    one, other = pair
    case = one.receive()
    server.send_all(one)
    server.give_all(other)
    one.record(case, Accepted(1))
    (mine,) = other.record(case, ApplicationWithdrawn("不办了"))
    (later,) = other.record(case, NoteAdded("电话通知"))
    server.send_all(one)
    taken = server.groups[-1]
    store = LocalExchangeStore(other.store)
    store.take_answers(
        [
            Answer(mine.envelope.group, FateVerdict.CONFLICT, reason="not_last", against=taken.group.acts[0].act_id),
            Answer(later.envelope.group, FateVerdict.TAKEN, 900),
        ]
    )
    assert other.store.reading().case(case).state is State.RECEIVED
    server.give_all(other)
    folded = other.store.reading().case(case)
    assert folded.state is State.ACCEPTED
    assert len(folded.asides) == 1
    (pending,) = other.store.reading().pending()
    assert other.store.reading().pending_counts() == (0, 1)
    assert (pending.verdict, pending.reason, pending.against) == (
        FateVerdict.CONFLICT,
        "not_last",
        taken.group.acts[0].act_id,
    )
    assert other.store.audit() == ()
    assert other.store.rebuild()[1]


def test_a_retraction_the_server_sets_aside_gives_the_group_back(window):
    case = window.receive()
    (accepted,) = window.record(case, Accepted(1))
    (back,) = window.record(case, ActRetracted(accepted.envelope.group, "误点"))
    store = LocalExchangeStore(window.store)
    assert window.store.reading().case(case).accepted_on is None
    store.take_answers([Answer(back.envelope.group, FateVerdict.REFUSED, reason="second_person_needed")])
    assert window.store.reading().case(case).accepted_on == date(2026, 3, 2)
    assert window.store.audit() == ()


def test_a_group_that_waited_stands_when_it_is_taken_late(window):
    case = window.receive()
    (accepted,) = window.record(case, Accepted(1))
    store = LocalExchangeStore(window.store)
    group = store.unsent(accepted.envelope.seq - 1, max_acts=1, max_bytes=10**6)[0]
    store.take_answers([Answer(group.group, FateVerdict.WAITING, reason="behind")])
    assert window.store.reading().case(case).accepted_on is None
    assert store.take_chunk(FetchedChunk((FetchedGroup(group, 77),), 77, more=False)) == 0
    assert window.store.reading().case(case).accepted_on is not None
    assert window.store.audit() == ()


def test_the_same_answers_and_chunks_again_change_nothing(pair, server):
    one, other = pair
    one.receive()
    server.send_all(one)
    server.give_all(other)
    before = LocalExchangeStore(other.store).digests(None)
    log = other.store.reading()
    store = LocalExchangeStore(other.store)
    assert store.take_chunk(FetchedChunk(tuple(server.groups), server.position, more=False)) == 0
    LocalExchangeStore(one.store).take_answers(
        [Answer(found.group.group, FateVerdict.TAKEN, found.position) for found in server.groups]
    )
    assert LocalExchangeStore(other.store).digests(None) == before
    assert log.count(CaseFilter()) == 1
    assert other.store.audit() == one.store.audit() == ()


def ledger_import(window, applicant_id="91440781MA7EJG4D43"):
    from clerk_app.domain.acts.case import Applicant, ApplicantType, Channel, IdType, MaterialsReceived
    from clerk_app.domain.catalogue import Kind

    on = date(2020, 3, 2)
    case = ledger_case_id("440781YJ", received_on=on, item="WHJY", kind="new", applicant_id=applicant_id)
    act = MaterialsReceived(
        "440781YJ202001000100",
        "WHJY",
        Kind.NEW,
        Applicant(ApplicantType.ENTITY, "甲公司", IdType.CREDIT_CODE, applicant_id),
        Channel.WINDOW,
    )
    with window.store.unit_of_work() as uow:
        new = NewAct(case_stream(case), act, on, ledger_act_id("received", case))
        (written,) = uow.append([new], actor=StaffId("clerk"), origin=Origin.LEDGER)
        uow.commit()
    return case, written


def test_a_ledger_read_on_two_machines_stands_once_by_the_servers_answer(pair, server):
    one, other = pair
    case, first = ledger_import(one)
    _, copy = ledger_import(other)
    server.send_all(one)
    answer = Answer(copy.envelope.group, FateVerdict.ALREADY, server.groups[-1].position, against=first.envelope.group)
    LocalExchangeStore(other.store).take_answers([answer])
    assert other.store.reading().case(case) is None
    server.give_all(other)
    assert other.store.reading().case(case) == one.store.reading().case(case)
    assert [row.verdict.value for row in other.store.reading().acts_of(case_stream(case))] == ["taken", "already"]
    assert other.store.audit() == ()


def test_a_ledger_copy_yields_when_the_other_one_is_fetched_first(pair, server):
    one, other = pair
    case, _ = ledger_import(one)
    ledger_import(other)
    server.send_all(one)
    server.give_all(other)
    assert other.store.reading().case(case) == one.store.reading().case(case)
    assert other.store.reading().count(CaseFilter()) == 1
    assert other.store.audit() == ()


def test_a_damaged_act_is_not_stored_and_neither_is_its_chunk(pair, server):
    one, other = pair
    case = one.receive()
    server.send_all(one)
    store = LocalExchangeStore(other.store)
    found = server.groups[-1]
    mark = store.mark()
    for change in ({"payload": found.group.acts[0].payload.replace("三合", "四合")}, {"actor": "other"}):
        bad = FetchedGroup(WireGroup(found.group.group, (replace(found.group.acts[0], **change),)), found.position)
        with pytest.raises(EnvironmentProblem) as problem:
            store.take_chunk(FetchedChunk((bad,), found.position, more=False))
        assert problem.value.code == "fetched_act_damaged"
    assert store.mark() == mark
    assert other.store.reading().case(case) is None


def test_another_act_under_a_known_number_is_an_alarm(pair, server):
    one, other = pair
    act = replace(server.groups[0].group.acts[0], hash="f" * 64)
    with pytest.raises(EnvironmentProblem) as problem:
        LocalExchangeStore(other.store).take_chunk(
            FetchedChunk((FetchedGroup(WireGroup(act.group, (act,)), 1),), 1, more=False)
        )
    assert problem.value.code == "identity_clash"
    assert one.store.audit() == ()


def test_a_restored_disk_gets_its_own_acts_back_and_goes_on_behind_them(window, new_window, server):
    case = window.receive()
    server.send_all(window)
    window.record(case, Accepted(1))
    (refused,) = window.record(case, NoteAdded("x"))
    own = LocalExchangeStore(window.store).unsent(0, max_acts=10_000, max_bytes=10**9)
    restored = new_window("W01b")
    restored.store.close()
    restored = type(restored)(restored.folder.parent / "W01c", code="W01")
    store = LocalExchangeStore(restored.store)
    chunk = tuple(FetchedGroup(group, 0) for group in own)
    assert store.take_chunk(FetchedChunk(chunk, store.mark(), more=True)) == refused.envelope.seq
    answers = [server.take(group) for group in own[:-1]]
    store.take_answers([*answers, Answer(own[-1].group, FateVerdict.REFUSED, reason="r")])
    assert store.head() == LocalExchangeStore(window.store).head()
    assert restored.store.reading().case(case).accepted_on is not None
    assert restored.store.reading().case(case).asides == ()
    restored.clock.set_to(NOW)
    (more,) = restored.record(case, NoteAdded("y"))
    assert (more.envelope.seq, more.envelope.prev_hash) == (refused.envelope.seq + 1, refused.envelope.hash)
    assert restored.store.audit() == ()
    restored.store.close()


def test_own_case_serials_that_come_back_are_not_given_again(window, new_window):
    from clerk_app.domain.numbering import CaseNumberForm, format_case_no

    profile = window.store.reading().office().profile
    form = CaseNumberForm(profile.area_code, profile.office_digits)
    window.receive(case_no=format_case_no(form, year=2026, series="01", serial=41))
    window.receive("别家", case_no=format_case_no(form, year=2026, series="02", serial=77))
    own = LocalExchangeStore(window.store).unsent(0, max_acts=10_000, max_bytes=10**9)
    restored = type(window)(window.folder.parent / "again", code="W01")
    chunk = tuple(FetchedGroup(group, 0) for group in own)
    LocalExchangeStore(restored.store).take_chunk(FetchedChunk(chunk, 0, more=False))
    restored.clock.set_to(NOW)
    with restored.store.unit_of_work() as uow:
        assert uow.next_case_serial(2026) == 42
    restored.store.close()


def test_positions_that_a_restored_server_gives_anew_are_taken_over(pair, server):
    one, other = pair
    one.receive("甲公司")
    server.send_all(one)
    server.give_all(other)
    # The server lost its last group and took another one in its place.
    lost = server.groups.pop()
    server.position = lost.position - 1
    (note,) = other.record(other.store.reading().overviews(CaseFilter())[0].case_id, NoteAdded("乙"))
    server.send_all(other)
    store = LocalExchangeStore(one.store)
    store.take_chunk(FetchedChunk(tuple(server.groups), server.position, more=False))
    (pending,) = one.store.reading().pending()
    assert one.store.reading().pending_counts() == (1, 0)
    assert pending.group == lost.group.group
    store.take_answers([server.take(lost.group)])
    server.give_all(other)
    assert LocalExchangeStore(other.store).digests(None) == store.digests(None)
    assert note.envelope.act_id in {
        row.record.envelope.act_id for row in one.store.reading().acts_of(note.envelope.stream)
    }
    assert one.store.audit() == other.store.audit() == ()


def test_an_answer_for_a_group_never_written_is_refused(window):
    with pytest.raises(EnvironmentProblem) as problem:
        LocalExchangeStore(window.store).take_answers([Answer("nobody", FateVerdict.TAKEN, 1)])
    assert problem.value.code == "exchange_answer_unknown"


def test_a_digest_hashes_the_standing_taken_acts_in_order_of_position(window, server):
    case = window.receive()
    server.send_all(window)
    (accepted,) = window.record(case, Accepted(1))
    server.send_all(window)
    stream = case_stream(case)
    store = LocalExchangeStore(window.store)
    hashes = [row.record.envelope.hash for row in window.store.reading().acts_of(stream)]
    assert store.digests([stream]) == (StreamDigest(stream, 2, hashlib.sha256("".join(hashes).encode()).hexdigest()),)
    (back,) = window.record(case, ActRetracted(accepted.envelope.group, "误点"))
    assert store.digests([stream])[0].count == 2
    server.send_all(window)
    kept = [hashes[0], back.envelope.hash]
    assert store.digests([stream]) == (StreamDigest(stream, 2, hashlib.sha256("".join(kept).encode()).hexdigest()),)
    assert store.digests(["case:nobody"]) == ()


def test_touched_streams_are_forgotten_after_a_verified_exchange_only(window, server):
    case = window.receive()
    server.send_all(window)
    store = LocalExchangeStore(window.store)
    assert case_stream(case) in store.touched_since_verified()
    run = ExchangeRun(NOW, NOW, "manual", "done", "", None)
    store.record_run(run, verified=False)
    assert case_stream(case) in store.touched_since_verified()
    store.record_run(run, verified=True)
    assert store.touched_since_verified() == ()
    assert [one.trigger for one in window.store.reading().exchange_runs()] == ["manual", "manual"]
    assert window.store.reading().setting("last_verified_at") == NOW.isoformat()


def test_only_newer_credentials_are_taken(window):
    store = LocalExchangeStore(window.store)
    old, new = Credential("a", "old", NOW.replace(hour=1)), Credential("a", "new", NOW)
    store.take_credentials([new])
    store.take_credentials([old])
    assert store.credentials() == (new,)
    assert window.store.reading().credential("a") == new
    assert window.store.reading().credential("b") is None


def test_a_first_fill_that_was_cut_off_is_finished_when_the_file_is_opened(window, new_window, server):
    case = window.receive()
    server.send_all(window)
    other = new_window("W02", founder=False)
    LocalExchangeStore(other.store).begin_first_fill()
    server.give_all(other)
    assert other.store.reading().case(case) is None
    other.reopen()
    assert other.store.reading().case(case) == window.store.reading().case(case)
    assert other.store.audit() == ()


def test_a_stream_with_a_legal_act_this_program_does_not_know_is_shown_and_closed(pair, server):
    one, other = pair
    case = one.receive()
    (note,) = one.record(case, NoteAdded("x"))
    server.send_all(one)
    from clerk_app.domain.acts.wire import envelope_hash
    from clerk_app.storage.codec import envelope_from_wire

    for kind, legal in (("soul_weighed", False), ("licence_revoked_by_decree", True)):
        last = server.groups[-1].group.acts[0]
        act = replace(last, kind=kind, legal=legal, seq=last.seq + 1, prev_hash=last.hash, group=kind, act_id=kind)
        act = replace(act, hash=envelope_hash(envelope_from_wire(act)))
        server.take(WireGroup(kind, (act,)))
        server.give_all(other)
        assert other.store.reading().case(case).unknown[-1] == kind
        assert other.store.audit() == ()
        if not legal:  # a commuting act of an unknown kind closes nothing
            other.record(case, NoteAdded("还可以写"))
    with pytest.raises(RuleViolation) as refused:
        other.record(case, NoteAdded("不可以写"))
    assert refused.value.code == "stream_closed"
    assert note.envelope.act_id in {
        row.record.envelope.act_id for row in other.store.reading().acts_of(case_stream(case))
    }


def test_the_office_is_folded_anew_when_one_of_its_acts_is_fetched(pair, server):
    from clerk_app.domain.acts.office import Role, StaffChanged

    one, other = pair
    before = other.store.reading().office()
    with one.store.unit_of_work() as uow:
        act = StaffChanged("new", "新来的", (Role.INTAKE,))
        uow.append([NewAct(stream_id(StreamType.STAFF, "new"), act, date(2026, 3, 2))], actor=StaffId("admin"))
        uow.commit()
    server.send_all(one)
    server.give_all(other)
    assert before.member("new") is None
    assert other.store.reading().office().member("new").name == "新来的"


def test_the_epoch_of_the_server_is_kept(window):
    store = LocalExchangeStore(window.store)
    assert store.epoch() == ""
    store.set_epoch("e1")
    assert store.epoch() == "e1"
