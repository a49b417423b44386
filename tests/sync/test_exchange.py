"""Whole exchanges between real workstations and a real server: what arrives, what is set aside, what is made good again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from filelock import FileLock

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.domain.exchange import Credential, FateVerdict, WireGroup
from clerk_app.ports import Cancelled
from clerk_app.sync.administration import init_central
from clerk_app.sync.runner import FULL, LOCK_NAME, LeaseWish
from tests.central_server import OFFICE, CentralDatabase
from tests.sync.windows import Window, clone, settle, window


def last_run(one: Window) -> tuple[str, str]:
    run = one.store.reading().exchange_runs(1)[0]
    return run.outcome, run.reason


def test_a_second_workstation_joins_with_an_empty_folder_and_has_everything(central: CentralDatabase) -> None:
    founder = window(central, "W01", founder=True)
    case = founder.receive()
    founder.check(case)
    founder.decide(case)
    told = founder.exchange()
    joined = window(central, "W02")
    report = joined.exchange()
    assert (told.verified, report.verified) == (True, True)
    assert report.fetched == told.sent > 50
    assert joined.history(case) == founder.history(case)
    assert joined.store.reading().case(case) == founder.store.reading().case(case)
    ours, theirs = founder.store.reading().office(), joined.store.reading().office()
    assert (ours.items, ours.years, ours.staff, ours.series) == (
        theirs.items,
        theirs.years,
        theirs.staff,
        theirs.series,
    )
    assert joined.store.audit() == founder.store.audit() == ()
    founder.store.close()
    joined.store.close()


def test_an_exchange_without_news_is_small(pair: tuple[Window, Window]) -> None:
    one, _ = pair
    one.exchange()
    report = one.exchange()
    assert (report.sent, report.fetched, report.verified) == (0, 0, True)
    assert report.round_trips <= 5
    assert report.bytes_up + report.bytes_down < 2000


def test_a_case_handed_from_window_to_window_goes_on(pair: tuple[Window, Window]) -> None:
    one, two = pair
    case = one.receive()
    one.exchange()
    two.exchange()
    two.check(case)
    two.exchange()
    one.exchange()
    number = one.decide(case)
    settle(pair)
    assert one.history(case) == two.history(case)
    assert number in {row.text for row in two.store.reading().numbers(series="grant_decision")}


def test_two_windows_decide_one_case_offline_the_first_stands_the_second_is_listed_with_its_paper(
    pair: tuple[Window, Window],
) -> None:
    one, two = pair
    one.hand_over_series("grant_decision")
    for each in (one, two):
        each.wishes.append(LeaseWish("grant_decision", 2020, at_least=5, block=20))
        each.exchange()
    case, other = one.receive(), one.receive()
    one.check(case)
    settle(pair)
    first, second = one.decide(case), two.decide(case)
    two.record(other, acts.NoteAdded("另案照常"))
    assert first != second
    one.exchange()
    report = two.exchange()
    assert (report.conflicts, report.refused, report.verified) == (1, 0, True)
    listed = [group for group in two.store.reading().pending() if group.verdict is FateVerdict.CONFLICT]
    assert [group.paper_numbers for group in listed] == [(second,)]
    assert listed[0].against == next(
        row.record.envelope.act_id for row in one.store.reading().acts_of(f"case:{case}")[::-1] if row.record.act.LEGAL
    )
    decision = two.store.reading().case(case)
    assert decision is not None
    assert decision.decision is not None
    assert decision.decision.document_no == first
    one.exchange()
    assert one.store.reading().acts_of(f"case:{other}")[-1].verdict is FateVerdict.TAKEN
    assert one.store.audit() == two.store.audit() == ()


def test_a_person_may_record_anew_what_was_set_aside(pair: tuple[Window, Window]) -> None:
    one, two = pair
    case = one.receive()
    settle(pair)
    one.record(case, acts.Accepted(item_version=1))
    two.record(case, acts.ApplicationWithdrawn("申请人撤回"))
    one.exchange()
    assert two.exchange().conflicts == 1
    two.record(case, acts.ApplicationWithdrawn("申请人撤回"))
    assert two.exchange().conflicts == 0
    one.exchange()
    assert str(one.store.reading().case(case).state) == "withdrawn"  # type: ignore[union-attr]


def test_no_reader_ever_sees_part_of_a_group(pair: tuple[Window, Window]) -> None:
    one, two = pair
    case = one.receive()
    one.check(case)
    one.decide(case)
    one.exchange(send_acts=1)
    seen: list[int] = []

    def look(done: int, total: int) -> None:
        assert done <= total
        seen.append(len(two.history(case)))

    two.exchange(fetch_acts=1, progress=look)
    assert set(seen) == {0, 1, 2, 3, 4, 7}
    assert two.history(case) == one.history(case)


def test_a_hand_made_breach_of_the_separation_of_duties_is_refused_and_kept(pair: tuple[Window, Window]) -> None:
    one, two = pair
    case = one.receive()
    one.record(case, acts.Accepted(item_version=1))
    one.record(case, acts.StepSigned(acts.Step.HANDLE, acts.Opinion.AGREE, "同意"), actor="handler")
    # No service stands between this program and its database.
    one.record(case, acts.StepSigned(acts.Step.CHECK, acts.Opinion.AGREE, "同意"), actor="handler")
    assert one.exchange().refused == 1
    assert [(g.verdict, g.reason) for g in one.store.reading().pending()] == [(FateVerdict.REFUSED, "role_missing")]
    two.exchange()
    assert [verdict for _, _, verdict in two.history(case)] == ["taken"] * 3
    assert last_run(one) == ("partial", "")


def test_a_retraction_reaches_the_other_window_whole(pair: tuple[Window, Window]) -> None:
    one, two = pair
    case = one.receive()
    one.check(case)
    one.decide(case)
    settle(pair)
    decided = one.store.reading().case(case)
    assert decided is not None
    assert decided.last_legal_group is not None
    one.record(case, acts.ActRetracted(decided.last_legal_group, "录入错误"), actor="approver")
    report = one.exchange()
    assert two.exchange().verified
    assert report.verified
    assert one.store.reading().case(case) == two.store.reading().case(case)
    assert two.store.reading().case(case).decision is None  # type: ignore[union-attr]
    one.decide(case)
    settle(pair)
    assert two.history(case) == one.history(case)
    assert all(verdict == "taken" for _, _, verdict in two.history(case))


def test_leases_are_acts_of_the_server_and_no_two_windows_give_one_number(pair: tuple[Window, Window]) -> None:
    one, two = pair
    case = one.receive()
    one.check(case)
    own = one.decide(case)
    one.hand_over_series("grant_decision")
    for each in (one, two):
        each.wishes.append(LeaseWish("grant_decision", 2020, at_least=1, block=3))
    settle(pair)
    settle(pair)
    given = {own}
    for each in (one, two):
        for _ in range(3):
            case = each.receive()
            each.check(case)
            given.add(each.decide(case))
    assert len(given) == 7
    for each in pair:
        report = each.exchange()
        assert (report.conflicts, report.refused) == (0, 0)
    settle(pair)
    series = next(s for s in two.store.reading().office().series if s.series == "grant_decision")
    spans = sorted((lease.first, lease.last) for lease in series.leases)
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    assert one.store.audit() == ()


def test_a_window_that_was_never_handed_numbers_gives_none(pair: tuple[Window, Window]) -> None:
    _, two = pair
    two.wishes.append(LeaseWish("grant_decision", 2020, at_least=1, block=3))
    two.exchange()  # the founder still leases to itself: the server leases nothing, and says so quietly
    case = two.receive()
    two.check(case)
    with pytest.raises(RuleViolation, match="no_number_left"):
        two.decide(case)


def test_passwords_reach_the_other_window_and_the_newer_one_counts(pair: tuple[Window, Window]) -> None:
    one, two = pair
    old, new = (
        Credential("clerk", f"$argon2id$v=19$m=65536,t=3,p=4${name}", one.clock.now() + timedelta(hours=hours))
        for name, hours in (("b2xk", 1), ("bmV3", 2))
    )
    for each, credential in ((one, new), (two, old)):
        with each.store.unit_of_work() as uow:
            uow.set_credential(credential)
            uow.commit()
    settle(pair)
    assert {each.store.reading().credential("clerk").hash for each in pair} == {new.hash}  # type: ignore[union-attr]


def test_a_stopped_exchange_keeps_what_was_done_and_is_recorded(pair: tuple[Window, Window]) -> None:
    one, _ = pair
    for _ in range(4):
        one.receive()

    def stop(done: int, total: int) -> None:
        if done >= 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        one.exchange(send_acts=1, progress=stop)
    assert last_run(one) == ("cancelled", "")
    assert len(one.store.reading().pending()) == 2
    assert one.exchange().verified
    assert one.store.reading().pending() == ()


def test_only_one_exchange_runs_in_a_folder(pair: tuple[Window, Window]) -> None:
    one, _ = pair
    with FileLock(one.folder / LOCK_NAME), pytest.raises(EnvironmentProblem, match="exchange_running"):
        one.exchange()
    assert one.exchange().verified


def test_a_server_that_cannot_be_reached_is_tried_again_and_recorded(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, _ = pair
    one.receive()
    joined.server.stop()
    try:
        with pytest.raises(EnvironmentProblem, match="server_unreachable"):
            one.exchange(attempts=3)
    finally:
        joined.server.start()
    assert len(one.slept) == 2
    assert last_run(one) == ("failed", "server_unreachable")
    assert one.exchange().sent == 1


def test_the_weekly_comparison_looks_at_every_stream_and_names_what_differs(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, _ = pair
    case = one.receive()
    one.exchange()
    assert one.exchange(trigger=FULL).verified
    joined.ask("update act set position = null where stream = %s", f"case:{case}")
    report = one.exchange(trigger=FULL)
    assert (report.verified, report.differing) == (False, (f"case:{case}",))
    assert last_run(one) == ("partial", "not_verified")
    assert joined.ask("select streams > 40, differing from verified_log order by at desc limit 1") == [(True, 1)]


def _same_everywhere(windows: list[Window], cases: list[CaseId]) -> None:
    for case in cases:
        histories = [one.history(case) for one in windows]
        assert all(history == histories[0] for history in histories)
        assert all(position is not None for _, position, _ in histories[0])


def test_a_server_restored_from_yesterday_gets_everything_again(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, two = pair
    cases = [one.receive(), two.receive()]
    settle(pair)
    _copy(joined, joined.database, "yesterday")
    cases += [one.receive(), two.receive()]
    one.check(cases[0])
    one.exchange()
    two.exchange()
    two.record(cases[0], acts.NoteAdded("第二窗口"))
    settle(pair)
    expected = joined.ask("select count(*) from act where position is not null")
    joined.ask("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'yesterday'")
    _copy(joined, "yesterday", joined.database)
    settle([two, one])
    settle([two, one])
    assert joined.ask("select count(*) from act where position is not null") == expected
    _same_everywhere([one, two], cases)
    assert one.exchange(trigger=FULL).verified
    assert two.exchange(trigger=FULL).verified
    assert one.store.audit() == two.store.audit() == ()


def _copy(central: CentralDatabase, source: str, target: str) -> None:
    elsewhere = CentralDatabase(central.server, "postgres", central.folder)
    elsewhere.ask(f"drop database if exists {target} with (force)")
    elsewhere.ask(f"create database {target} template {source}")
    role = central_role(elsewhere, source)
    elsewhere.ask(f"revoke all on database {target} from public")
    elsewhere.ask(f"grant connect on database {target} to {role}")


def central_role(elsewhere: CentralDatabase, database: str) -> str:
    there = CentralDatabase(elsewhere.server, database, elsewhere.folder)
    tag = str(there.ask("select replace(left(epoch, 8), '-', '') from server_state")[0][0])
    return f"clerk_{tag}_workstation"


def test_a_disk_restored_from_yesterday_gets_its_own_acts_back_and_goes_on_after_them(
    pair: tuple[Window, Window], tmp_path: Path
) -> None:
    one, two = pair
    case = one.receive()
    settle(pair)
    one.backup(tmp_path / "yesterday")
    later = one.receive()
    one.record(case, acts.Accepted(item_version=1))
    two.record(case, acts.ApplicationWithdrawn("申请人撤回"))
    one.exchange()
    assert two.exchange().conflicts == 1
    lost = one.side().head()
    one.restore(tmp_path / "yesterday")
    assert one.side().head() != lost
    report = one.exchange()
    assert report.verified
    assert one.side().head() == lost
    new = one.receive()
    settle(pair)
    _same_everywhere([one, two], [later, new])
    assert one.history(case) == [row for row in two.history(case) if row[2] == "taken"]
    assert one.store.audit() == ()


def test_what_was_set_aside_comes_back_to_a_restored_disk_set_aside(
    pair: tuple[Window, Window], tmp_path: Path
) -> None:
    one, two = pair
    case = one.receive()
    settle(pair)
    two.backup(tmp_path / "yesterday")
    one.record(case, acts.Accepted(item_version=1))
    one.exchange()
    two.record(case, acts.ApplicationWithdrawn("申请人撤回"))
    two.record(case, acts.NoteAdded("说明"))
    two.exchange()
    before = two.history(case)
    two.restore(tmp_path / "yesterday")
    assert two.exchange().verified
    assert two.history(case) == before
    assert "conflict" in {verdict for _, _, verdict in before}


def test_a_cloned_disk_is_noticed_at_its_first_exchange(pair: tuple[Window, Window], tmp_path: Path) -> None:
    one, two = pair
    twin = clone(two, tmp_path / "clone")
    two.receive()
    two.exchange()
    twin.receive()
    with pytest.raises(EnvironmentProblem, match="server_identity_clash"):
        twin.exchange()
    twin.receive()
    with pytest.raises(EnvironmentProblem, match="server_identity_clash"):
        twin.exchange()
    assert last_run(twin) == ("failed", "server_identity_clash")
    assert two.exchange().verified
    assert one.exchange().verified
    twin.store.close()


def test_a_live_server_tells_of_a_wrong_clock_and_goes_on(empty_database: CentralDatabase) -> None:
    database = empty_database
    init_central(database.url, database.server.password, ca=database.server.ca, office=OFFICE, training=False)
    late = window(database, "W01", founder=True, training=False)
    report = late.exchange()
    assert (report.message, report.verified) == ("clock_differs", True)
    late.store.close()


def test_a_server_that_lost_its_own_memory_is_refused_and_the_failure_kept(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, _ = pair
    one.receive()
    joined.ask("update workstation set head_seq = 0, acked_seq = 0, head_hash = repeat('0', 64) where code = 'W01'")
    with pytest.raises(EnvironmentProblem, match="server_refused"):
        one.exchange()
    assert last_run(one) == ("failed", "server_refused")


def test_a_chain_that_does_not_go_on_is_an_identity_clash(joined: CentralDatabase, pair: tuple[Window, Window]) -> None:
    one, _ = pair
    one.receive()
    joined.ask("update workstation set head_hash = repeat('f', 64) where code = 'W01'")
    with pytest.raises(EnvironmentProblem, match="server_identity_clash"):
        one.exchange()
    assert joined.ask("select what, workstation from incident") == [("fork", "W01")]


def test_a_hole_in_what_is_sent_is_told_and_what_came_before_it_is_kept(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, _ = pair
    for _ in range(3):
        one.receive()

    class Forgetful:
        """A store that leaves a group out of what it hands over."""

        def __init__(self) -> None:
            self._side = one.side()

        def __getattr__(self, name: str) -> object:
            return getattr(self._side, name)

        def unsent(self, after_seq: int, **limits: int) -> tuple[WireGroup, ...]:
            found = self._side.unsent(after_seq, **limits)
            return found[:1] + found[2:]

    with pytest.raises(EnvironmentProblem, match="server_refused"):
        replace(one.runner(), store=Forgetful()).run(trigger="test")
    assert len(one.store.reading().pending()) == 2
    assert one.exchange().verified
    assert one.store.reading().pending() == ()


def test_a_skipped_exchange_is_recorded_with_its_reason(pair: tuple[Window, Window]) -> None:
    one, _ = pair
    one.runner().skip(trigger="closing", reason="exchange_running")
    assert last_run(one) == ("skipped", "exchange_running")
