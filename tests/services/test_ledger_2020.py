"""The three files of 2020, read into a real database, and read again."""

from collections import Counter
from datetime import date

import pytest

from clerk_app.domain.acts.base import CaseId, Origin, StreamType, stream_id
from clerk_app.domain.acts.workstation import ImportRecorded
from clerk_app.domain.case import Case
from clerk_app.domain.guards import Situation, may_follow
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.overview import Stage
from clerk_app.domain.procedure import State
from clerk_app.ports import Cancelled
from tests.services.ledger_office import CLERK, FILES, TODAY, acts_in, bring_in, ledger_2020, office, year_2020


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with office(tmp_path_factory.mktemp("office")) as opened:
        opened.results = year_2020(opened)
        yield opened


def test_every_line_goes_in_without_rejection_or_doubt(store) -> None:
    told = [
        (one.kind.value, one.rows, one.imported, one.already_present, one.flagged, one.rejected)
        for one in store.results
    ]
    assert told == [
        ("cases", 135, 135, 0, 0, ()),
        ("inspections", 139, 139, 0, 0, ()),
        ("licensees", 274, 274, 0, 0, ()),
    ]


def test_states_follow_from_the_lines(store) -> None:
    states = Counter(one.state for one in store.reading().overviews(CaseFilter(), limit=1000))
    assert states == {State.DELIVERED: 123, State.REFUSED: 5, State.WITHDRAWN: 7}
    open_ones = store.reading().overviews(CaseFilter(open_only=True), limit=1000)
    assert open_ones == ()


def test_a_line_becomes_a_case_with_every_date_and_number(store) -> None:
    first = store.reading().overviews(CaseFilter(text="台山市三合金海烟花爆竹有限公司"), limit=5)[0]
    assert (first.received_on, first.notified_on, first.accepted_on) == (
        date(2019, 12, 2),
        date(2019, 12, 3),
        date(2019, 12, 16),
    )
    assert (first.decided_on, first.posted_on, first.delivered_on) == (
        date(2020, 1, 7),
        date(2020, 1, 13),
        date(2020, 1, 17),
    )
    assert (first.certificate_no, first.waybill, first.stage) == (
        "(粤)PF〔2020〕00003",
        "EC465560481CN",
        Stage.DELIVERED,
    )
    assert first.case_no.startswith("台账20191202-")
    case = store.reading().case(CaseId(first.case_id))
    assert case is not None
    assert case.origin is Origin.LEDGER
    assert [(one.procedure, one.first_day, one.last_day) for one in case.procedures] == [
        ("专家评审", date(2019, 12, 17), date(2020, 1, 7))
    ]
    assert (case.told_due_on, case.told_promised_on, case.materials) == (None, None, ())


def test_each_act_may_follow_the_one_before_so_that_the_server_takes_it(store) -> None:
    reader = store.reading()
    seen = Counter()
    for one in reader.overviews(CaseFilter(), limit=1000):
        case = Case(CaseId(one.case_id))
        for entry in reader.acts_of(case_stream(one.case_id)):
            envelope, act = entry.record.envelope, entry.record.act
            situation = Situation(
                case=case,
                act=act,
                actor=envelope.actor,
                roles=frozenset(),
                legal_date=envelope.legal_date,
                today=TODAY,
                now=envelope.recorded_at,
                origin=envelope.origin,
            )
            assert may_follow(situation) == ()
            case = case.apply(entry.record)
            seen[act.KIND] += 1
    assert (seen["decided"], seen["application_withdrawn"], seen["posted"], seen["delivered"]) == (128, 7, 83, 123)


def test_case_numbers_are_unique_and_lead_to_their_case(store) -> None:
    reader = store.reading()
    every = reader.overviews(CaseFilter(), limit=1000)
    assert len({one.case_no for one in every}) == 135
    assert all(reader.case_id_of(one.case_no) == one.case_id for one in every[:5])


def test_certificates_become_licences_and_imported_numbers(store) -> None:
    reader = store.reading()
    licence = reader.licence("(粤)PF〔2020〕00003")
    assert licence is not None
    assert (licence.valid_from, licence.valid_to) == (date(2020, 1, 19), date(2023, 1, 18))
    fates = {one.fate for one in reader.numbers(series="cert_yhpf", year=2020)}
    assert fates == {"imported"}
    assert len(reader.licences(limit=1000)) == 123


def test_licensees_know_their_key_supervision_and_their_visits(store) -> None:
    firm = store.reading().licensee("91440781MAPUTJNG73")
    assert firm is not None
    assert firm.visits
    assert firm.name
    marked = [one for one in store.reading().licensees("", limit=1000) if one.key_supervision]
    assert marked


def test_a_second_import_changes_nothing(store) -> None:
    before = acts_in(store)
    told = [bring_in(store, ledger_2020(kind)) for kind in FILES]
    assert [(one.imported, one.already_present, one.rejected) for one in told] == [
        (0, 135, ()),
        (0, 139, ()),
        (0, 274, ()),
    ]
    assert acts_in(store) == before


def test_each_import_leaves_one_line_in_the_workstations_stream(store) -> None:
    acts = store.reading().acts_of(stream_id(StreamType.WORKSTATION, "W01"))
    told = [one.record.act for one in acts if isinstance(one.record.act, ImportRecorded)]
    assert [(one.kind, one.rows, one.imported, one.rejected) for one in told] == [
        ("cases", 135, 135, 0),
        ("inspections", 139, 139, 0),
        ("licensees", 274, 274, 0),
    ]


def test_two_machines_write_the_same_acts(store, tmp_path) -> None:
    with office(tmp_path / "b", workstation="W02", series="02") as other:
        year_2020(other)
        sql = (
            "SELECT act_id, stream, group_id, group_size, group_pos, kind, payload_sha256 FROM act"
            " WHERE origin = 'ledger' ORDER BY act_id"
        )
        with store.snapshot() as one, other.snapshot() as two:
            ours, theirs = one.exec_driver_sql(sql).fetchall(), two.exec_driver_sql(sql).fetchall()
    assert len(ours) > 1000
    assert ours == theirs


def test_a_dry_run_tells_the_same_and_writes_nothing(tmp_path) -> None:
    with office(tmp_path) as store:
        before = acts_in(store)
        told = [bring_in(store, ledger_2020(kind), dry_run=True) for kind in FILES]
        assert [one.imported for one in told] == [135, 139, 274]
        assert acts_in(store) == before
        assert bring_in(store, ledger_2020("inspections")).imported == 139


def test_a_cancelled_import_keeps_what_it_has_and_goes_on_later(tmp_path) -> None:
    seen = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done >= 100:
            raise Cancelled

    with office(tmp_path) as store:
        with pytest.raises(Cancelled):
            bring_in(store, ledger_2020("cases"), progress=progress)
        assert seen == [(50, 135), (100, 135)]
        rest = bring_in(store, ledger_2020("cases"))
        assert (rest.imported, rest.already_present, rest.rejected) == (35, 100, ())


def test_the_acts_bear_the_person_who_imported(store) -> None:
    with store.snapshot() as connection:
        actors = connection.exec_driver_sql("SELECT DISTINCT actor FROM act WHERE origin = 'ledger'").fetchall()
    assert actors == [(CLERK,)]
