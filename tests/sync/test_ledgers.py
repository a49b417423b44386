"""The ledger of 2020, read on two machines of one office."""

from __future__ import annotations

from datetime import timedelta

from clerk_app.domain.exchange import FateVerdict
from clerk_app.sync.runner import FULL
from tests.central_server import CentralDatabase
from tests.services.ledger_office import bring_in, ledger_2020
from tests.sync.windows import Window, settle


def test_a_ledger_read_on_two_machines_before_they_meet_stands_once(
    joined: CentralDatabase, pair: tuple[Window, Window]
) -> None:
    one, two = pair
    for each in pair:
        each.clock.advance(timedelta(days=365 * 2))
        assert bring_in(each.store, ledger_2020("cases")).imported == 135
    first, second = one.exchange(), two.exchange()
    assert (first.conflicts, first.refused) == (0, 0)
    assert (second.conflicts, second.refused) == (0, 0)
    assert second.verified
    fates = joined.ask(
        "select distinct verdict from sent_group join act using (office, workstation, group_id)"
        " where workstation = 'W02' and origin = 'ledger'"
    )
    assert fates == [(FateVerdict.ALREADY.value,)]
    settle(pair)
    assert one.exchange(trigger=FULL).verified
    assert two.exchange(trigger=FULL).verified
    assert one.store.reading().pending() == two.store.reading().pending() == ()
    assert one.store.audit() == two.store.audit() == ()
    # A third reading changes nothing either.
    assert bring_in(two.store, ledger_2020("cases")).already_present == 135
