"""Numbers are given once, never below the high-water mark, and every one ends with a known fate."""

from datetime import date

import pytest

from clerk_app.domain.acts.base import Origin, StaffId, StreamType, stream_id
from clerk_app.domain.acts.case import (
    ActRetracted,
    DocumentIssued,
    NoteAdded,
    NumberGiven,
    SheetConfirmed,
    SheetSpoiled,
)
from clerk_app.domain.acts.office import NumbersLeased, SeriesTakenOver
from clerk_app.domain.errors import RuleViolation
from clerk_app.domain.exchange import Answer, FateVerdict
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import NewAct
from clerk_app.storage.exchange_side import LocalExchangeStore

SERIES = "acceptance_notice"
CLERK = StaffId("clerk")
SHA = "0" * 64


def fates(window, series=SERIES):
    return [(row.serial, row.fate, row.reason) for row in window.store.reading().numbers(series=series)]


def office_act(window, act, stream_type=StreamType.SERIES, key=SERIES):
    with window.store.unit_of_work() as uow:
        uow.append([NewAct(stream_id(stream_type, key), act, window.clock.today())], actor=CLERK)
        uow.commit()


def test_a_stand_alone_founder_leases_to_itself_in_blocks(window):
    case = window.receive()
    given = [window.number(case) for _ in range(51)]
    assert [one.serial for one in given] == list(range(1, 52))
    leases = next(one.leases for one in window.store.reading().office().series if one.series == SERIES)
    assert [(one.first, one.last, one.lessee) for one in leases] == [(1, 50, "W01"), (51, 100, "W01")]
    assert {fate for _, fate, _ in fates(window)} == {"used"}
    assert window.store.audit() == ()


def test_several_numbers_of_one_unit_of_work_follow_each_other(window):
    case = window.receive()
    with window.store.unit_of_work() as uow:
        taken = [uow.take_number(SERIES, 2026) for _ in range(52)]
        acts = [
            NewAct(case_stream(case), NumberGiven(t.series, t.year, t.serial, t.text, SERIES), date(2026, 3, 2))
            for t in taken
        ]
        uow.append(acts[:30], actor=CLERK)
        uow.append(acts[30:], actor=CLERK)
        uow.commit()
    assert [serial for serial, _, _ in fates(window)] == list(range(1, 53))
    assert window.store.audit() == ()


def test_a_number_taken_in_a_unit_of_work_that_failed_is_given_to_the_next(window):
    case = window.receive()
    with window.store.unit_of_work() as uow:
        assert uow.take_number(SERIES, 2026).serial == 1
    assert window.marks.values == {}
    assert window.number(case).serial == 1


def test_the_mark_is_raised_before_the_commit(window):
    case = window.receive()
    seen = []

    def watch(name, value):
        # Another connection still sees nothing of the act.
        seen.append((name, value, fates(window)))
        type(window.marks).raise_to(window.marks, name, value)

    window.marks.raise_to = watch
    window.number(case)
    assert seen == [("440781YJ/W01/number/acceptance_notice/2026", 1, [])]
    assert fates(window) == [(1, "used", "")]


def test_each_year_begins_anew(window):
    case = window.receive()
    window.number(case)
    with window.store.unit_of_work() as uow:
        assert uow.take_number(SERIES, 2027).serial == 1


def test_a_workstation_that_did_not_found_the_office_gives_no_number_without_a_lease(new_window):
    other = new_window("W02", founder=False)
    other.found()
    with other.store.unit_of_work() as uow, pytest.raises(RuleViolation) as refused:
        uow.take_number(SERIES, 2026)
    assert refused.value.code == "no_number_left"


def test_a_series_taken_over_needs_a_lease_of_the_server(window):
    office_act(window, SeriesTakenOver(SERIES, "central"))
    case = window.receive()
    with pytest.raises(RuleViolation) as refused:
        window.number(case)
    assert refused.value.code == "no_number_left"
    exchange = LocalExchangeStore(window.store)
    assert not exchange.has_lease_for(SERIES, 2026, 1)
    office_act(window, NumbersLeased(SERIES, 2026, "W01", 201, 203, "central"))
    assert exchange.has_lease_for(SERIES, 2026, 3)
    assert [window.number(case).serial for _ in range(3)] == [201, 202, 203]
    assert not exchange.has_lease_for(SERIES, 2026, 1)
    with pytest.raises(RuleViolation):
        window.number(case)
    assert window.store.audit() == ()


def test_an_unknown_series_is_refused(window):
    with window.store.unit_of_work() as uow, pytest.raises(RuleViolation) as refused:
        uow.take_number("nothing", 2026)
    assert refused.value.code == "series_unknown"


def test_a_lease_begins_above_imported_numbers_and_steps_over_those_inside(window):
    case = window.receive()
    imported = NumberGiven(SERIES, 2026, 17, "台应急许受〔2026〕17号", SERIES, imported=True)
    with window.store.unit_of_work() as uow:
        uow.append([NewAct(case_stream(case), imported, date(2026, 3, 2))], actor=CLERK, origin=Origin.LEDGER)
        uow.commit()
    assert window.number(case).serial == 18
    later = NumberGiven(SERIES, 2026, 19, "台应急许受〔2026〕19号", SERIES, imported=True)
    window.record(case, later)
    assert window.number(case).serial == 20
    assert [fate for _, fate, _ in fates(window)] == ["imported", "used", "imported", "used"]
    assert window.store.audit() == ()


def test_a_restored_file_goes_on_above_the_mark_and_lists_what_lies_between(window):
    case = window.receive()
    window.number(case)
    window.marks.raise_to("440781YJ/W01/number/acceptance_notice/2026", 4)
    window.reopen()
    assert fates(window) == [(1, "used", ""), *[(n, "unknown", "high_water_mark") for n in (2, 3, 4)]]
    assert window.number(case).serial == 5
    assert window.store.audit() == ()
    assert window.store.rebuild()[1]


def test_a_mark_above_the_whole_block_asks_for_a_new_block(window):
    case = window.receive()
    window.number(case)
    window.marks.raise_to("440781YJ/W01/number/acceptance_notice/2026", 60)
    assert window.number(case).serial == 61
    assert window.store.audit() == ()


def test_case_serials_never_go_back(window):
    def serial():
        with window.store.unit_of_work() as uow:
            found = uow.next_case_serial(2026)
            uow.commit()
        return found

    assert [serial(), serial()] == [1, 2]
    window.sql("UPDATE case_serial SET last = 1")
    assert serial() == 3
    with window.store.unit_of_work() as uow:
        assert uow.next_case_serial(2027) == 1


def issue(window, case):
    given = window.number(case)
    (issued,) = window.record(case, DocumentIssued(f"sheet{given.serial}", SERIES, given.number, SHA, 1))
    return given, issued


def test_a_spoiled_sheet_makes_its_number_void(window):
    case = window.receive()
    given, _ = issue(window, case)
    window.record(case, SheetSpoiled("sheet1", SERIES, given.number, "卡纸"))
    assert fates(window) == [(1, "void", "卡纸")]
    assert window.store.audit() == ()


@pytest.mark.parametrize(
    ("confirmed", "called_back", "fate"), [(False, False, "void"), (True, False, "unknown"), (True, True, "void")]
)
def test_the_number_of_a_retracted_act_is_void_unless_its_sheet_is_out(window, confirmed, called_back, fate):
    case = window.receive()
    given, _ = issue(window, case)
    group = next(
        row.record.envelope.group
        for row in window.store.reading().acts_of(case_stream(case))
        if isinstance(row.record.act, NumberGiven)
    )
    if confirmed:
        window.record(case, SheetConfirmed("sheet1", SERIES))
    window.record(case, ActRetracted(group, "填错", paper_called_back=called_back))
    assert fates(window) == [(given.serial, fate, "act_retracted")]
    assert window.number(case).serial == 2
    assert window.store.audit() == ()
    assert window.store.rebuild()[1]


def test_the_number_of_a_refused_act_is_void_and_of_a_waiting_one_still_used(window):
    case = window.receive()
    with window.store.unit_of_work() as uow:
        taken = uow.take_number(SERIES, 2026)
        act = NumberGiven(taken.series, taken.year, taken.serial, taken.text, SERIES)
        (written,) = uow.append([NewAct(case_stream(case), act, date(2026, 3, 2))], actor=CLERK)
        uow.commit()
    exchange = LocalExchangeStore(window.store)
    group = written.envelope.group
    for verdict, wanted in (
        (FateVerdict.WAITING, (1, "used", "")),
        (FateVerdict.REFUSED, (1, "void", "act_refused")),
        (FateVerdict.WAITING, (1, "used", "")),
        (FateVerdict.CONFLICT, (1, "void", "act_conflict")),
    ):
        exchange.take_answers([Answer(group, verdict, reason="r", against="a")])
        assert fates(window) == [wanted]
        assert window.store.audit() == ()


def test_numbers_are_listed_by_series_and_year(window):
    case = window.receive()
    window.number(case)
    window.number(case, series="grant_decision")
    window.record(case, NoteAdded("x"))
    reader = window.store.reading()
    assert [row.series for row in reader.numbers()] == [SERIES, "grant_decision"]
    assert [row.case_id for row in reader.numbers(series=SERIES, year=2026)] == [case]
    assert reader.numbers(year=2025) == ()
