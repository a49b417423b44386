"""The connection is cut at every step of an exchange; nothing is lost, nothing is doubled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

import pytest

from clerk_app.domain.acts import case as acts
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.exchange import Head
from clerk_app.sync.central_gateway import CentralGateway
from clerk_app.sync.runner import FULL
from tests.central_server import CentralDatabase
from tests.sync.builders import NOW, Desk, case, checked_case, founding, note, send, verdicts
from tests.sync.windows import Window, groups_of, settle


class CutCentral:
    """The real gateway whose backend is killed at one call: before the server hears it, or before its answer arrives."""

    def __init__(self, central: CentralDatabase, gateway: CentralGateway, *, at: int, answered: bool) -> None:
        self._central = central
        self._gateway = gateway
        self._left = at
        self._answered = answered

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._gateway, name)
        return self._counted(found) if callable(found) and name != "close" else found

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            self._left -= 1
            if self._left:
                return call(*args, **kwargs)
            if self._answered:
                call(*args, **kwargs)
            pid = self._gateway._connection.info.backend_pid
            self._central.ask("select pg_terminate_backend(%s, 5000)", pid)
            return call(*args, **kwargs)

        return counted


@pytest.mark.parametrize("answered", [False, True], ids=["before the call", "before the answer"])
def test_a_cut_at_every_step_loses_and_doubles_nothing(
    joined: CentralDatabase, pair: tuple[Window, Window], *, answered: bool
) -> None:
    one, two = pair
    cuts = 0
    for at in range(1, 40):
        for each in pair:
            for received in [each.receive() for _ in range(3)]:
                each.record(received, acts.NoteAdded("备注"))
        runner = one.runner(
            lambda at=at: CutCentral(joined, one.connect(), at=at, answered=answered), attempts=1, send_acts=2
        )
        with suppress(EnvironmentProblem):
            runner.run(trigger="test")
            break
        cuts += 1
        two.exchange()
    assert cuts > 8
    settle(pair)
    for each in pair:
        assert each.exchange(trigger=FULL).verified
        assert each.store.reading().pending() == ()
        sent = [group.group for group in groups_of(each)]
        rows = joined.ask(
            "select group_id from sent_group where workstation = %s and verdict = 'taken' order by first_seq", each.code
        )
        assert [row[0] for row in rows] == sent
    everything = joined.ask("select count(*), count(distinct position), max(position) from act")
    assert everything[0][0] == everything[0][1] == everything[0][2]


def test_a_cut_in_the_middle_of_sending_leaves_the_batch_out_as_a_whole(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, _ = pair
    for _ in range(5):
        one.receive()
    before = joined.ask("select count(*) from act")
    failed: list[str] = []

    def run() -> None:
        try:
            one.runner(attempts=1).run(trigger="test")
        except EnvironmentProblem as problem:
            failed.append(problem.code)

    with joined.connect() as admin, admin.transaction():
        # The counter row is the last thing the server takes: everything else of the batch is done by then.
        admin.execute("select from clerk.counter for update")
        sender = threading.Thread(target=run)
        sender.start()
        blocked = (
            "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
            " and query like '%clerk_api.send%'"
        )
        while not (waiting := joined.ask(blocked)):
            assert sender.is_alive()
        joined.ask("select pg_terminate_backend(%s, 5000)", waiting[0][0])
        sender.join()
    assert failed == ["server_unreachable"]
    assert joined.ask("select count(*) from act") == before
    assert one.exchange().sent == 5


def test_a_transient_cut_is_healed_within_one_run(joined: CentralDatabase, pair: tuple[Window, Window]) -> None:
    one, _ = pair
    one.receive()
    cut = iter([2, 3])

    def connect() -> Any:
        at = next(cut, 0)
        return CutCentral(joined, one.connect(), at=at, answered=True) if at else one.connect()

    report = one.runner(connect).run(trigger="test")
    assert report.verified
    assert len(one.slept) == 2
    assert joined.ask("select count(*) from act where workstation = 'W01' and position is null") == [(0,)]


def test_a_reader_never_steps_over_an_act_that_commits_later(central: CentralDatabase) -> None:
    """Two writers and a reader that follows its mark: with a plain sequence the reader would miss rows for ever."""
    founder = Desk("W01")
    access = central.add("W01", founder=True)
    assert verdicts(send(access, founder.write(*founding(), actor="admin"))) == ["taken"]
    others = [central.add(f"W0{n}") for n in (2, 3, 4)]
    stop = threading.Event()
    seen: list[str] = []

    def write(place: int) -> None:
        desk = Desk(f"W0{place + 2}")
        with closing(CentralGateway(others[place])) as gateway:
            for _ in range(25):
                gateway.send([desk.write(note("case:shared")), desk.write(note(f"case:{place}"))])

    def read() -> None:
        mark = 0
        with closing(CentralGateway(access)) as gateway:
            gateway.hello(Head(founder.seq, founder.head), protocol=1, program="t", training=True, now=NOW)
            while True:
                last = stop.is_set()
                chunk = gateway.fetch(mark, max_acts=7)
                seen.extend(group.group.group for group in chunk.groups)
                mark = chunk.mark
                if last and not chunk.more and not chunk.groups:
                    return

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(place,)) for place in range(2)]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    reader.join()
    written = {row[0] for row in central.ask("select group_id from sent_group where workstation <> 'W01'")}
    assert len(written) == 100
    assert set(seen) == written
    assert len(seen) == len(written)


def test_sending_costs_as_much_late_as_early(central: CentralDatabase) -> None:
    """A plan made beside empty tables once read all acts to find one; the rows read for a batch must not grow."""
    access, desk = central.add("W01", founder=True), Desk("W01")
    read: list[int] = []
    with closing(CentralGateway(access)) as gateway:
        gateway.send([desk.write(*founding(), actor="admin")])
        for _ in range(20):
            groups = [group for _ in range(5) for group in checked_case(desk, case())]
            assert set(verdicts(list(gateway.send(groups)))) == {"taken"}
            gateway._connection.execute("select pg_stat_force_next_flush()")
            rows = central.ask(
                "select (select sum(idx_tup_read) from pg_stat_user_indexes)"
                " + (select sum(seq_tup_read) from pg_stat_user_tables where seq_tup_read > 0)"
            )
            read.append(int(str(rows[0][0])))
    early, late = read[4] - read[1], read[-1] - read[-4]
    assert late < 2 * early
