"""Lines that can be but were late or break a rule of validity: they go in, visibly flagged, and nothing else is flagged."""

import pytest

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.listing import CaseFilter, LedgerRow
from clerk_app.wording import known
from tests.services.ledger_office import OTHER, bring_in, good_row, office, table_of

NO_NOTICE = {"补正告知日期": "", "补正齐全日期": ""}
NO_STOP = {"特别程序种类": "", "特别程序开始": "", "特别程序结束": ""}
NOT_SENT = {"送达方式": "", "邮件号码": "", "交寄日期": "", "签收日期": ""}
LATE_DECISION = {
    "决定日期": "2021-06-01",
    "办结日期": "2021-06-01",
    "有效期起": "2021-06-01",
    "有效期止": "2024-05-31",
    **NOT_SENT,
}
OPINION = {"事项名称": "非煤矿山建设项目安全设施设计审查", "证书编号": "台应急审〔2021〕1号"}


def renewal(line: int, *, first: str, last: str, received: str = "2023-11-01", **cells: str) -> LedgerRow:
    """The holder of `good_row` (valid to 2024-03-17) asks for three more years."""
    days = {"收件日期": received, "受理日期": received, "决定日期": received, "办结日期": received}
    right = {**days, **NO_NOTICE, **NO_STOP, **NOT_SENT, "办理类型": "延期", "证书编号": "粤江危化经字〔2023〕000009"}
    return good_row(line, **{**right, "有效期起": first, "有效期止": last, **cells})


CASES = [
    pytest.param({}, (), id="right in everything"),
    pytest.param(
        {"补正告知日期": "2021-03-09"}, ("doubt.late_notice",), id="notice on the sixth working day"
    ),
    pytest.param({"补正告知日期": "2021-03-08"}, (), id="notice on the fifth working day"),
    pytest.param(NO_NOTICE, ("doubt.late_acceptance",), id="silent for six working days"),
    pytest.param({**NO_NOTICE, "受理日期": "2021-03-08"}, (), id="accepted on the fifth working day"),
    pytest.param({"补正齐全日期": "2021-03-03", "受理日期": "2021-03-11", **NO_STOP}, ("doubt.late_acceptance",), id="six days after the supplement"),
    pytest.param(LATE_DECISION, ("doubt.late_decision",), id="decided after the statutory limit"),
    pytest.param({**NO_STOP, "决定日期": "2021-03-18"}, (), id="later than promised only"),
    pytest.param({"签收日期": "2021-04-02"}, ("doubt.late_delivery",), id="delivered on the eleventh working day"),
    pytest.param({"签收日期": "2021-04-01"}, (), id="delivered on the tenth working day"),
    pytest.param({"有效期止": "2024-03-18"}, ("doubt.validity_length",), id="a day too long"),
    pytest.param({"有效期起": "", "有效期止": ""}, ("doubt.validity_missing",), id="no validity"),
    pytest.param({"有效期起": "2021-03-17", "有效期止": "2024-03-16"}, ("doubt.validity_before_decision",), id="valid before the decision"),
    pytest.param({"证书编号": ""}, ("doubt.certificate_missing",), id="granted without number"),
    pytest.param({"证书编号": "粤台危化经字[2021]1"}, (), id="number of a form that nobody confirmed"),
    pytest.param({**OPINION, "有效期起": "", "有效期止": ""}, (), id="an opinion without validity"),
    pytest.param(OPINION, ("doubt.validity_not_expected",), id="an opinion with validity"),
    pytest.param({"联系电话": "八八八"}, ("doubt.phone",), id="a telephone number that is none"),
    pytest.param({"联系电话": ""}, (), id="no telephone number"),
    pytest.param({"申请人类型": "自然人"}, ("doubt.id_type",), id="a person with a credit code"),
    pytest.param({"申请人类型": "个体工商户", "证件号码": "92440781MAQKUA4J42"}, (), id="a sole trader"),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with office(tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.mark.parametrize(("cells", "codes"), CASES)
def test_a_line_is_flagged_for_what_is_doubtful_and_nothing_else(store, cells, codes) -> None:
    told = bring_in(store, table_of(good_row(5, **cells)), dry_run=True)
    assert told.rejected == ()
    assert (told.imported, told.flagged) == (1, 1 if codes else 0)
    assert [(one.line, one.codes) for one in told.doubts] == ([(5, codes)] if codes else [])
    assert all(map(known, codes))


def test_the_flag_is_kept_with_the_case_and_shown_in_lists(tmp_path) -> None:
    with office(tmp_path) as store:
        bring_in(store, table_of(good_row(2, **LATE_DECISION), good_row(3, **OTHER)))
        shown = {one.applicant: one for one in store.reading().overviews(CaseFilter())}
        late, right = shown["台山市台城试验化工有限公司"], shown[OTHER["申请人名称"]]
        assert (late.doubtful, right.doubtful) == (True, False)
        assert late.on_time_statutory is False
        case = store.reading().case(CaseId(late.case_id))
        assert case is not None
        assert case.doubtful == ("doubt.late_decision",)
        again = bring_in(store, table_of(good_row(2, **LATE_DECISION)))
        assert (again.imported, again.already_present, again.flagged) == (0, 1, 0)


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        pytest.param(renewal(3, first="2024-03-18", last="2027-03-17"), (), id="the day after the old expiry"),
        pytest.param(
            renewal(3, first="2024-03-19", last="2027-03-18"), ("doubt.renewal_start",), id="a day after that"
        ),
        pytest.param(
            renewal(3, first="2024-03-18", last="2027-03-17", received="2024-03-04"),
            (),
            id="asked for two weeks before",
        ),
        pytest.param(renewal(3, first="2021-03-18", last="2024-03-17", 办理类型="变更"), (), id="a change keeps them"),
        pytest.param(
            renewal(3, first="2021-03-19", last="2024-03-18", 办理类型="变更"),
            ("doubt.validity_changed",),
            id="a change moves them",
        ),
    ],
)
@pytest.mark.parametrize("together", [True, False], ids=["in one file", "old one imported before"])
def test_validity_is_compared_with_the_licence_before(tmp_path, row, codes, together) -> None:
    with office(tmp_path) as store:
        if together:
            told = bring_in(store, table_of(good_row(2), row))
        else:
            bring_in(store, table_of(good_row(2)))
            told = bring_in(store, table_of(row))
        assert told.rejected == ()
        assert [(one.line, one.codes) for one in told.doubts] == ([(3, codes)] if codes else [])


def test_a_renewal_of_an_unknown_licence_is_not_doubted(store) -> None:
    told = bring_in(store, table_of(renewal(3, first="2024-05-01", last="2027-04-30")), dry_run=True)
    assert (told.imported, told.flagged) == (1, 0)


def test_nothing_is_called_late_in_a_year_whose_holidays_are_not_known(store) -> None:
    days = {"收件日期": "2016-03-01", "受理日期": "2016-04-01", "决定日期": "2016-12-01", "办结日期": "2016-12-01"}
    row = good_row(**days, **NO_NOTICE, **NO_STOP, **NOT_SENT, 有效期起="2016-12-01", 有效期止="2019-11-30")
    told = bring_in(store, table_of(row), dry_run=True)
    assert (told.imported, told.flagged, told.rejected) == (1, 0, ())


def test_an_application_that_another_authority_decides_since_2026_is_doubted(store) -> None:
    days = {"收件日期": "2026-06-01", "受理日期": "2026-06-01", "决定日期": "2026-06-02", "办结日期": "2026-06-02"}
    cells = {**days, **NO_NOTICE, **NO_STOP, **NOT_SENT, "有效期起": "", "有效期止": ""}
    row = good_row(2, **cells, 事项名称="生产、储存危险化学品建设项目安全条件审查", 证书编号="台应急审〔2026〕1号")
    told = bring_in(store, table_of(row), dry_run=True)
    assert [one.codes for one in told.doubts] == [("doubt.not_competent",)]
