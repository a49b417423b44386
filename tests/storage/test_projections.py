"""Lists stay equal to the folds: after every act, and when the office's data changes."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.acts.base import Origin, StaffId, StreamType, stream_id
from clerk_app.domain.acts.case import (
    Accepted,
    ApplicantType,
    ApplicationWithdrawn,
    AttachmentAdded,
    ComplaintReceived,
    Decided,
    DecisionResult,
    Delivered,
    DeliveryMethod,
    DocumentIssued,
    IdType,
    NoteAdded,
    Posted,
    Rated,
    Returned,
    Sealed,
    SheetReprinted,
)
from clerk_app.domain.acts.licensee import InspectionRecorded, LicenseeRegistered
from clerk_app.domain.acts.office import CalendarPublished, ItemVersioned
from clerk_app.domain.errors import UsageProblem
from clerk_app.domain.keys import case_stream, licensee_stream
from clerk_app.domain.listing import CaseFilter, NewAct
from clerk_app.domain.overview import CaseOverview
from clerk_app.storage.base import Base
from clerk_app.storage.projections import SHOWN_NOWHERE
from clerk_app.storage.rebuild import DERIVED
from clerk_app.storage.rows import CASE_ROW

CLERK = StaffId("clerk")


def write(window, stream, act, on):
    window.clock.advance(timedelta(seconds=1))
    with window.store.unit_of_work() as uow:
        uow.append([NewAct(stream, act, on)], actor=CLERK)
        uow.commit()


def test_the_list_table_has_the_columns_of_the_overview_in_their_order():
    assert [column.name for column in CASE_ROW.columns] == [field.name for field in fields(CaseOverview)]


def test_every_table_is_either_kept_or_derived():
    kept = {
        "act", "payload", "act_fate", "answer_log", "workstation", "paper", "credential", "draft", "setting",
        "case_serial", "number_gap", "exchange_run", "touched_stream",
    }  # fmt: skip
    assert set(Base.metadata.tables) == kept | {table.name for table in DERIVED}


def test_a_new_version_of_an_item_moves_the_dates_of_its_cases_and_of_no_other(window):
    case, other = window.receive("甲公司"), window.receive("乙公司", item="YHLS")
    for one in (case, other):
        window.record(one, Accepted(1))
    reader = window.store.reading()
    before = {row.case_id: row for row in reader.overviews(CaseFilter())}
    item = reader.office().catalogue.version("WHJY", 1)
    rules = tuple(
        replace(rule, statutory=replace(rule.statutory, amount=rule.statutory.amount + 5)) for rule in item.kinds
    )
    # The same version again, corrected: cases that pinned it move.
    write(window, stream_id(StreamType.ITEM, "WHJY"), ItemVersioned(replace(item, kinds=rules)), date(2026, 3, 2))
    after = {row.case_id: row for row in reader.overviews(CaseFilter())}
    assert after[case].due_on > before[case].due_on
    assert after[other] == before[other]
    assert window.store.audit() == ()


@pytest.mark.parametrize("closed", [False, True])
def test_a_new_calendar_moves_the_dates_of_open_and_of_closed_cases(window, closed):
    case = window.receive()
    window.record(case, Accepted(1))
    if closed:
        window.record(case, Decided(DecisionResult.GRANTED, certificate_no="粤1"))
        window.record(case, Delivered(DeliveryMethod.PICKUP, "曾伟"))
    reader = window.store.reading()
    (before,) = reader.overviews(CaseFilter())
    known = [year for year in reader.office().years if year.year == 2026]
    assert known, "the seed holds the notice for 2026"
    days = tuple(sorted({*known[0].off, date(2026, 3, 4), date(2026, 3, 5)}))
    write(
        window,
        stream_id(StreamType.CALENDAR, "2026"),
        CalendarPublished(replace(known[0], version=known[0].version + 1, off=days)),
        date(2026, 3, 2),
    )
    (after,) = reader.overviews(CaseFilter())
    assert after.due_on > before.due_on
    assert after.open is not closed
    assert window.store.audit() == ()
    assert window.store.rebuild()[1]


def test_a_calendar_of_another_time_touches_no_case(window):
    window.receive()
    rows = window.store.reading().overviews(CaseFilter())
    year = max((one for one in window.store.reading().office().years if one.year == 2019), key=lambda one: one.version)
    write(
        window,
        stream_id(StreamType.CALENDAR, "2019"),
        CalendarPublished(replace(year, version=year.version + 1)),
        date(2026, 3, 2),
    )
    assert window.store.reading().overviews(CaseFilter()) == rows
    assert window.store.audit() == ()


def test_lists_filter_order_and_page(window):
    cases = [window.receive(f"第{n}公司") for n in range(5)]
    window.record(cases[0], Accepted(1))
    window.record(cases[0], Decided(DecisionResult.GRANTED, certificate_no="粤1"))
    window.record(cases[0], Sealed("certificate"))
    window.record(cases[0], Posted("EC465560481CN"))
    window.record(cases[1], Accepted(1))
    reader = window.store.reading()
    assert reader.count(CaseFilter()) == 5
    assert reader.count(CaseFilter(states=("received",))) == 3
    assert reader.count(CaseFilter(states=("received", "accepted"))) == 4
    assert [row.case_id for row in reader.overviews(CaseFilter(stages=("in_transit",)))] == [cases[0]]
    assert reader.count(CaseFilter(item="WHJY")) == 5
    assert reader.count(CaseFilter(item="YHLS")) == 0
    today = date(2026, 3, 2)
    for name in ("received", "accepted", "concluded", "posted"):
        assert reader.count(CaseFilter(**{name: (today, today)})) == {"received": 5, "accepted": 2}.get(name, 1)
        assert reader.count(CaseFilter(**{name: (date(2025, 1, 1), date(2025, 12, 31))})) == 0
    assert reader.count(CaseFilter(due_until=date(2026, 3, 9))) == 4
    ascending = [row.case_id for row in reader.overviews(CaseFilter(), order="accepted_on")]
    assert set(ascending[:2]) == {cases[0], cases[1]}
    assert set([row.case_id for row in reader.overviews(CaseFilter(), order="accepted_on", descending=True)][:2]) == {
        cases[0],
        cases[1],
    }
    by_number = [row.case_no for row in reader.overviews(CaseFilter(), order="case_no")]
    assert by_number == sorted(by_number)
    pages = [reader.overviews(CaseFilter(), order="case_no", limit=2, offset=at) for at in (0, 2, 4)]
    assert [row.case_no for page in pages for row in page] == by_number
    with pytest.raises(UsageProblem) as refused:
        reader.overviews(CaseFilter(), order="case_no; DROP TABLE act")
    assert refused.value.code == "order_unknown"


@pytest.mark.parametrize(
    "wanted",
    [
        {"open_only": True},
        {"states": ("granted",)},
        {"stages": ("delivered",)},
        {"item": "YHLS"},
        {"channel": "online"},
        {"text": "没有这家"},
        {"received": (date(2020, 1, 1), date(2020, 1, 2))},
        {"accepted": (date(2020, 1, 1), date(2020, 1, 2))},
        {"concluded": (date(2020, 1, 1), date(2020, 1, 2))},
        {"posted": (date(2020, 1, 1), date(2020, 1, 2))},
        {"delivered": (date(2020, 1, 1), date(2020, 1, 2))},
        {"due_from": date(2030, 1, 1)},
        {"due_until": date(2020, 1, 1)},
        {"stopped_only": True},
    ],
    ids=lambda wanted: next(iter(wanted)),
)
def test_every_field_of_the_filter_restricts(window, wanted):
    case = window.receive()
    window.record(case, ApplicationWithdrawn("不办了"))
    assert window.store.reading().count(CaseFilter()) == 1
    assert window.store.reading().count(CaseFilter(**wanted)) == 0


def test_every_field_of_the_filter_is_tested():
    tested = {next(iter(wanted)) for wanted in test_every_field_of_the_filter_restricts.pytestmark[0].args[1]}
    assert tested == {field.name for field in fields(CaseFilter)}


def test_a_returned_letter_shows_on_the_board(window):
    case = window.receive()
    window.record(case, Accepted(1))
    window.record(case, Decided(DecisionResult.GRANTED, certificate_no="粤1"))
    window.record(case, Posted("EC465560481CN"))
    window.record(case, Returned("EC465560481CN", "查无此人"))
    (row,) = window.store.reading().overviews(CaseFilter(stages=("returned",)))
    assert (row.case_id, row.waybill) == (case, "EC465560481CN")


def test_inspections_and_licensees_are_listed(window):
    stream = licensee_stream("440781YJ", "91440781MAPUTJNG73")
    write(
        window,
        stream,
        InspectionRecorded(
            "危险化学品", "台山市瑞丰石化", "91440781MAPUTJNG73", ("伍国雄", "谭志明"), findings=4, documents=1
        ),
        date(2020, 1, 3),
    )
    reader = window.store.reading()
    (visit,) = reader.inspections(date(2020, 1, 1), date(2020, 12, 31))
    assert (visit.on, visit.inspectors, visit.findings, visit.suspended) == (
        date(2020, 1, 3),
        "伍国雄、谭志明",
        4,
        False,
    )
    assert reader.inspections(date(2020, 1, 4), date(2020, 12, 31)) == ()
    assert reader.licensees("") == ()
    with window.store.unit_of_work() as uow:
        act = LicenseeRegistered(
            "台山市瑞丰石化", ApplicantType.ENTITY, IdType.CREDIT_CODE, "91440781MAPUTJNG73", key_supervision=True
        )
        uow.append([NewAct(stream, act, date(2020, 1, 1))], actor=CLERK, origin=Origin.LEDGER)
        uow.commit()
    (row,) = reader.licensees("")
    assert (row.name, row.key_supervision, row.id_type) == ("台山市瑞丰石化", True, "credit_code")
    assert len(reader.inspections(date(2020, 1, 1), date(2020, 12, 31))) == 1
    assert window.store.audit() == ()


def test_the_workstations_own_acts_are_listed_newest_first(window):
    from clerk_app.domain.acts.workstation import SignedIn

    for user in ("a", "b", "c"):
        write(window, stream_id(StreamType.WORKSTATION, "W01"), SignedIn(user), date(2026, 3, 2))
    users = [row.record.act.user for row in window.store.reading().workstation_acts(limit=2)]
    assert users == ["c", "b"]


def test_folding_step_by_step_equals_folding_at_once(window):
    from clerk_app.storage.history import FoldCache

    case = window.receive()
    window.record(case, Accepted(1))
    window.record(case, Posted("EC465560481CN"))
    reader = window.store.reading()
    step_by_step = reader.case(case)
    window.store.cache = FoldCache()
    assert window.store.reading().case(case) == step_by_step
    assert len(reader.acts_of(case_stream(case))) == 3


@pytest.mark.parametrize(
    "act",
    [
        NoteAdded("电话通知"),
        AttachmentAdded("0" * 64, "扫描.pdf", 9, "application/pdf"),
        Rated(1, "满意"),
        ComplaintReceived("等太久"),
        SheetReprinted("s1", "receipt", "台应急许受〔2026〕1号", 1, "卡纸"),
    ],
    ids=lambda act: act.KIND,
)
def test_acts_that_are_shown_nowhere_really_are(window, act):
    case = window.receive()
    window.number(case)
    window.record(case, DocumentIssued("s1", "receipt", "台应急许受〔2026〕1号", "0" * 64, 1))
    for step in (None, Accepted(1), Decided(DecisionResult.GRANTED, certificate_no="粤1")):
        if step is not None:
            window.record(case, step)
        window.record(case, act)
        assert window.store.audit() == ()
    assert type(act) in SHOWN_NOWHERE


def test_all_acts_that_are_shown_nowhere_are_tested():
    tested = {type(act) for act in test_acts_that_are_shown_nowhere_really_are.pytestmark[0].args[1]}
    assert tested == set(SHOWN_NOWHERE)
