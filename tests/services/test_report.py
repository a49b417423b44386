"""The yearly figures, each opening to the rows that make it."""

import json
from collections import Counter

import pytest

from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.acts.case import CaseClosed
from clerk_app.domain.errors import UsageProblem
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import CaseFilter, InspectionRow, NewAct
from clerk_app.paths import database_definition
from clerk_app.services.report import Figure, cases_of, yearly_report
from tests.services.ledger_of_a_year import make_year
from tests.services.ledger_office import TODAY, bring_in, good_row, office, table_of, year_2020

EXPECTED = json.loads(database_definition("seed", "ledger-2020", "expected.json").read_text(encoding="utf-8"))
SUMS = {Figure.FINDINGS: "findings", Figure.DOCUMENTS: "documents", Figure.FINE: "fine_yuan"}
HOLDERS = {Figure.FINED, Figure.SUSPENDED}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with office(tmp_path_factory.mktemp("office")) as opened:
        year_2020(opened)
        yield opened


def report(store, year):
    reader = store.reading()
    return yearly_report(reader, year, office=reader.office())


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_each_figure_of_2020_is_the_published_one(store, key) -> None:
    assert report(store, 2020).as_json()[key] == EXPECTED[key]


def test_the_json_has_the_keys_of_the_contract_and_no_others(store) -> None:
    assert set(report(store, 2020).as_json()) == {*EXPECTED, "received"}


def test_received_and_accepted_are_two_figures(store) -> None:
    told = report(store, 2019).as_json()
    assert (told["received"], told["accepted"], told["closed"], told["open_after"]) == (30, 30, 0, 30)


def test_the_stock_is_reckoned_from_year_to_year(store) -> None:
    for year in (2019, 2020, 2021, 2022):
        before, accepted, closed, after = report(store, year).reconciliation
        assert before + accepted - closed == after
    assert report(store, 2020).open_after == report(store, 2021).open_before


@pytest.mark.parametrize("figure", list(Figure))
def test_each_figure_opens_to_the_rows_that_make_it(store, figure) -> None:
    rows = cases_of(store.reading(), 2020, figure)
    told = report(store, 2020)
    if figure is Figure.ENDED_BEFORE_ACCEPTANCE:
        assert len(rows) == told.ended_before_acceptance
        return
    wanted = told.as_json()[figure.value]
    if figure in SUMS:
        assert sum(getattr(one, SUMS[figure]) for one in rows) == wanted
    elif figure in HOLDERS:
        assert len({one.holder_id for one in rows}) == wanted
    elif figure is Figure.VISITS:
        assert Counter(one.trade for one in rows) == {k: v for k, v in wanted.items() if k != "total"}
        assert all(isinstance(one, InspectionRow) for one in rows)
    else:
        assert len(rows) == wanted
        assert len({one.case_id for one in rows}) == wanted


def test_the_lines_of_the_items_add_up(store) -> None:
    told = report(store, 2020)
    for name in ("received", "accepted", "closed", "granted", "refused", "withdrawn"):
        assert sum(getattr(one, name) for one in told.by_item) == getattr(told, name)
    assert [one.item for one in told.by_item][:3] == ["WHJY", "YHLS", "YHPF"]


def test_what_the_report_says_of_the_items_comes_from_their_versions(store) -> None:
    told = report(store, 2020)
    assert (told.licence_items, told.all_online, told.all_depth_three, told.least_compression) == (8, True, True, 90)


def test_a_withdrawn_case_stays_withdrawn_after_it_was_archived(tmp_path) -> None:
    empty = dict.fromkeys(("证书编号", "有效期起", "有效期止", "送达方式", "邮件号码", "交寄日期", "签收日期"), "")
    with office(tmp_path) as store:
        bring_in(store, table_of(good_row(决定结果="申请人撤回", **empty)))
        before = report(store, 2021)
        assert (before.closed, before.withdrawn) == (1, 1)
        withdrawn = cases_of(store.reading(), 2021, Figure.WITHDRAWN)[0]
        with store.unit_of_work() as uow:
            uow.append([NewAct(case_stream(withdrawn.case_id), CaseClosed(), TODAY)], actor=StaffId("issuer"))
            uow.commit()
        assert store.reading().overviews(CaseFilter(states=("closed",)))[0].case_id == withdrawn.case_id
        assert report(store, 2021) == before


@pytest.mark.parametrize(("year", "seed"), [(2019, 1), (2022, 2), (2024, 3)])
def test_the_ledgers_of_any_year_give_its_figures(tmp_path, year, seed) -> None:
    with office(tmp_path) as store:
        made = make_year(year, store.reading().office().calendar, seed=seed)
        cases = bring_in(store, table_of(*made.cases))
        visits = bring_in(store, table_of(*made.inspections))
        assert (cases.imported, cases.rejected) == (len(made.cases), ())
        assert (visits.imported, visits.rejected) == (len(made.inspections), ())
        assert cases.flagged == made.flagged
        told = report(store, year).as_json()
    trades = {key.removeprefix("visits."): count for key, count in made.figures.items() if key.startswith("visits.")}
    wanted = {key: count for key, count in made.figures.items() if "." not in key}
    assert told == {"year": year, **wanted, "visits": {**trades, "total": sum(trades.values())}}
    assert min(wanted.values()) > 0


def test_a_year_without_rows_is_a_report_of_zeros(store) -> None:
    told = report(store, 2025).as_json()
    assert told.pop("year") == 2025
    assert told.pop("visits") == {"非煤矿山": 0, "危险化学品": 0, "烟花爆竹": 0, "total": 0}
    assert set(told.values()) == {0}


@pytest.mark.parametrize("year", [0, 20, 12020])
def test_what_is_no_year_is_refused(store, year) -> None:
    with pytest.raises(UsageProblem) as refused:
        report(store, year)
    assert refused.value.code == "report.year"
