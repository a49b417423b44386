"""Lines that cannot be: each is refused with line, column, value, code and sentence, and takes no other line with it."""

from datetime import date

import pytest

from clerk_app.devices.tables.reader import read_table
from clerk_app.domain.acts.case import NumberGiven
from clerk_app.domain.errors import UsageProblem
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import CaseFilter, LedgerRow, NewAct
from clerk_app.services.ledger import import_ledger
from clerk_app.wording import known
from tests.services.ledger_office import (
    CLERK,
    LEDGERS,
    OTHER,
    TODAY,
    acts_in,
    bring_in,
    good_row,
    office,
    reason,
    table_of,
    without,
    write_csv,
)

NAME = "申请人名称"
LONG = "甲" * 10_000
BAD_CELLS = [
    pytest.param({"证件号码": "91440781MAEJG4D43N"}, "证件号码", "id.check", id="wrong check character of a credit code"),
    pytest.param(
        {"申请人类型": "自然人", "证件类型": "居民身份证", "证件号码": "440781199001011234"},
        "证件号码",
        "id.check",
        id="wrong check digit of an ID number",
    ),
    pytest.param({"邮件号码": "EC465560482CN"}, "邮件号码", "waybill.check", id="wrong check digit of a waybill"),
    pytest.param({"邮件号码": "12345"}, "邮件号码", "waybill.form", id="no waybill at all"),
    pytest.param({"事项名称": "特种设备使用登记"}, "事项名称", "ledger.item_unknown", id="unknown item"),
    pytest.param({"办理类型": "年检"}, "办理类型", "ledger.kind_unknown", id="unknown kind"),
    pytest.param(
        {"事项名称": "烟花爆竹经营(零售)许可", "办理类型": "延期"}, "办理类型", "kind_not_offered", id="kind the item has not"
    ),
    pytest.param({"申请人类型": "机关"}, "申请人类型", "ledger.word_unknown", id="unknown type of applicant"),
    pytest.param({"证件类型": "会员卡"}, "证件类型", "ledger.word_unknown", id="unknown type of number"),
    pytest.param({"申请渠道": "信鸽"}, "申请渠道", "ledger.word_unknown", id="unknown channel"),
    pytest.param({"决定结果": "待定"}, "决定结果", "ledger.word_unknown", id="unknown result"),
    pytest.param({"收件日期": ""}, "收件日期", "ledger.value_missing", id="no date of receipt"),
    pytest.param({NAME: " 　"}, NAME, "ledger.value_missing", id="a blank name"),
    pytest.param({"证件号码": ""}, "证件号码", "ledger.value_missing", id="no number"),
    pytest.param({"决定日期": ""}, "决定日期", "ledger.value_missing", id="a result without its date"),
    pytest.param({"决定结果": ""}, "决定结果", "ledger.value_missing", id="a decision without its result"),
    pytest.param({"补正齐全日期": ""}, "补正齐全日期", "ledger.value_missing", id="a notice that was never answered"),
    pytest.param({"特别程序结束": ""}, "特别程序结束", "ledger.value_missing", id="a decision during a stop"),
    pytest.param({"邮件号码": ""}, "邮件号码", "ledger.value_missing", id="a letter without number"),
    pytest.param({"交寄日期": ""}, "交寄日期", "ledger.value_missing", id="a letter signed for but never posted"),
    pytest.param({"收件日期": "2021-02-30"}, "收件日期", "ledger.date_impossible", id="30 February"),
    pytest.param({"有效期止": "2024-13-01"}, "有效期止", "ledger.date_impossible", id="a thirteenth month"),
    pytest.param({"收件日期": "0021-03-01"}, "收件日期", "ledger.date_impossible", id="year 21"),
    pytest.param({"受理日期": "上周三"}, "受理日期", "ledger.date_form", id="words for a date"),
    pytest.param({"签收日期": "2026-11-24"}, "签收日期", "date_in_future", id="tomorrow"),
    pytest.param({"收件日期": "2021-03-05"}, "补正告知日期", "ledger.date_order", id="notice before receipt"),
    pytest.param({"补正齐全日期": "2021-03-02"}, "补正齐全日期", "ledger.date_order", id="supplement before notice"),
    pytest.param(
        {"决定日期": "2021-03-08", "特别程序种类": "", "特别程序开始": "", "特别程序结束": ""},
        "决定日期",
        "ledger.date_order",
        id="decision before acceptance",
    ),
    pytest.param({"办结日期": "2021-03-17"}, "办结日期", "ledger.date_order", id="closed before the decision"),
    pytest.param({"特别程序开始": "2021-03-09"}, "特别程序开始", "stop_not_after_acceptance", id="stop on acceptance"),
    pytest.param({"特别程序结束": "2021-03-09"}, "特别程序结束", "ledger.date_order", id="stop ends before it begins"),
    pytest.param({"特别程序结束": "2021-03-19"}, "决定日期", "ledger.date_order", id="stop beyond the decision"),
    pytest.param({"交寄日期": "2021-03-17"}, "交寄日期", "ledger.date_order", id="posted before the decision"),
    pytest.param({"签收日期": "2021-03-18"}, "签收日期", "ledger.date_order", id="signed for before posting"),
    pytest.param({"有效期起": "2025-01-01"}, "有效期止", "ledger.date_order", id="validity backwards"),
    pytest.param({"申请人名称": "台山" * 60}, NAME, "text.too_long", id="a name of 120 characters"),
    pytest.param({"办理类型": "首次", "事项名称": "危险化学品经营许可", "收件日期": "2011-01-04"}, "事项名称", "ledger.item_not_in_force", id="item not yet in force"),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with office(tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.mark.parametrize(("cells", "column", "code"), BAD_CELLS)
def test_a_bad_line_is_refused_with_its_place_and_reason(store, cells, column, code) -> None:
    told = bring_in(store, table_of(good_row(7, **cells)), dry_run=True)
    assert (told.rows, told.imported, told.already_present, told.rejected_rows) == (1, 0, 0, 1)
    found = {(one.line, one.column, one.code) for one in told.rejected}
    assert (7, column, code) in found
    value = next(one.value for one in told.rejected if one.column == column)
    assert value == good_row(7, **cells).cells[column].strip()[:100] + ("…" if len(cells.get(column, "")) > 100 else "")
    assert known(code)
    assert all("{" not in reason(one) for one in told.rejected)


def test_the_pattern_of_these_tests_is_itself_right(store) -> None:
    told = bring_in(store, table_of(good_row(), good_row(3, **OTHER)), dry_run=True)
    assert (told.imported, told.flagged, told.rejected) == (2, 0, ())


@pytest.mark.parametrize(
    "column", ["收件日期", "受理日期", "事项名称", "办理类型", "申请人类型", NAME, "证件类型", "证件号码"]
)
def test_a_missing_column_refuses_every_line_naming_it(store, column) -> None:
    table = table_of(without(good_row(2), column), without(good_row(3, **OTHER), column))
    told = bring_in(store, table, kind="cases", dry_run=True)
    assert told.rows == 2
    assert {(one.line, one.column, one.value, one.code) for one in told.rejected} >= {
        (2, column, "", "ledger.column_missing"),
        (3, column, "", "ledger.column_missing"),
    }
    assert told.imported == 0


def test_a_line_with_several_faults_is_listed_once_for_each_and_counted_once(store) -> None:
    row = good_row(4, 证件号码="91440781MAEJG4D43N", 事项名称="无此事项", 签收日期="2026-12-01")
    told = bring_in(store, table_of(row, good_row(5, **OTHER)), dry_run=True)
    assert [(one.column, one.code) for one in told.rejected] == [
        ("签收日期", "date_in_future"),
        ("事项名称", "ledger.item_unknown"),
        ("证件号码", "id.check"),
    ]
    assert (told.rows, told.imported, told.rejected_rows) == (2, 1, 1)


HOSTILE = [
    pytest.param({NAME: "=HYPERLINK(1)"}, NAME, "cell.formula", id="formula"),
    pytest.param({"备注": "甲\0乙"}, "备注", "text.nul", id="NUL"),
    pytest.param({NAME: "台山\u202e公司"}, NAME, "text.bidi", id="bidi control"),
    pytest.param({NAME: LONG}, NAME, "text.too_long", id="name of 10,000 characters"),
]


@pytest.mark.parametrize(("cells", "column", "code"), HOSTILE)
def test_hostile_cells_of_a_file_are_refused_and_the_other_lines_go_in(store, tmp_path, cells, column, code) -> None:
    path = write_csv(tmp_path / "台账.csv", [good_row(**cells), good_row(**OTHER)])
    told = bring_in(store, read_table(path), dry_run=True)
    assert [(one.line, one.column, one.code) for one in told.rejected] == [(2, column, code)]
    assert (told.rows, told.imported) == (2, 1)


def test_other_cells_of_a_hostile_line_are_judged_too(store, tmp_path) -> None:
    path = write_csv(tmp_path / "台账.csv", [good_row(**{NAME: "=1+1", "收件日期": "2021-02-30"})])
    told = bring_in(store, read_table(path), dry_run=True)
    assert {(one.column, one.code) for one in told.rejected} == {
        (NAME, "cell.formula"),
        ("收件日期", "ledger.date_impossible"),
    }
    assert told.rejected_rows == 1


def test_a_line_in_another_encoding_is_refused_alone(store, tmp_path) -> None:
    path = write_csv(tmp_path / "台账.csv", [good_row(), good_row(**OTHER)])
    head, first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + first.decode().encode("gb18030") + second)
    told = bring_in(store, read_table(path), dry_run=True)
    assert [(one.line, one.code) for one in told.rejected] == [(2, "encoding")]
    assert (told.rows, told.imported) == (2, 1)


def test_a_line_that_was_cut_off_is_refused_alone(store, tmp_path) -> None:
    path = write_csv(tmp_path / "台账.csv", [good_row(), good_row(**OTHER)])
    head, first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + b",".join(first.split(b",")[:9]) + b"\r\n" + second)
    told = bring_in(store, read_table(path), dry_run=True)
    assert [(one.line, one.code) for one in told.rejected] == [(2, "row.too_few")]
    assert (told.rows, told.imported) == (2, 1)


def test_a_whole_ledger_in_gb_18030_goes_in(store, tmp_path) -> None:
    path = write_csv(tmp_path / "台账.csv", [good_row(), good_row(**OTHER)], encoding="gb18030")
    assert bring_in(store, read_table(path), dry_run=True).imported == 2


def test_rejected_lines_are_mended_in_their_sheet_and_read_again(tmp_path) -> None:
    rows = [good_row(), good_row(**{**OTHER, "证件号码": "91440781MAR7NJPA0M"}), good_row(**{NAME: LONG})]
    table = read_table(write_csv(tmp_path / "台账.csv", rows))
    with office(tmp_path / "data") as store:
        told = bring_in(store, table)
        assert (told.rows, told.imported, told.rejected_rows) == (3, 1, 2)
        LEDGERS.write_rejects(tmp_path / "退回.xlsx", table, told.rejected)
        sheet = LEDGERS.read(tmp_path / "退回.xlsx")
        assert [row.line for row in sheet.rows] == [2, 3]
        assert not {"行号", "列", "原因"} & set(sheet.headers)
        mended = table_of(
            LedgerRow(2, {**sheet.rows[0].cells, "证件号码": OTHER["证件号码"]}),
            LedgerRow(3, {**sheet.rows[1].cells, NAME: "台山市台城试验化工有限公司"}),
        )
        again = bring_in(store, mended)
        assert (again.imported, again.already_present, again.rejected) == (1, 1, ())
        assert store.reading().count(CaseFilter()) == 2


def test_the_same_line_twice_counts_once_and_another_under_its_key_is_refused(tmp_path) -> None:
    other = good_row(4, 联系电话="13900000000")
    with office(tmp_path) as store:
        told = bring_in(store, table_of(good_row(2), good_row(3), other))
        assert (told.rows, told.imported, told.already_present) == (3, 1, 1)
        assert [(one.line, one.column, one.code, dict(one.params)["other"]) for one in told.rejected] == [
            (4, "证件号码", "ledger.duplicate_key", "2")
        ]
        changed = bring_in(store, table_of(other))
        assert [one.code for one in changed.rejected] == ["ledger.changed_since_imported"]
        assert changed.imported == 0


def test_a_certificate_number_stands_once(tmp_path) -> None:
    same = {**OTHER, "证书编号": good_row().cells["证书编号"]}
    with office(tmp_path) as store:
        told = bring_in(store, table_of(good_row(2), good_row(3, **same)))
        assert [(one.line, one.column, one.value, one.code) for one in told.rejected] == [
            (3, "证书编号", "粤江危化经字〔2021〕000001", "ledger.certificate_twice")
        ]
        later = bring_in(store, table_of(good_row(9, **same)))
        assert [one.code for one in later.rejected] == ["ledger.certificate_taken"]


def test_a_change_may_keep_the_number_of_its_holder(tmp_path) -> None:
    dates = {"收件日期": "2022-03-01", "受理日期": "2022-03-01", "决定日期": "2022-03-02", "办结日期": "2022-03-02"}
    none = dict.fromkeys(
        ("补正告知日期", "补正齐全日期", "特别程序种类", "特别程序开始", "特别程序结束", "交寄日期", "签收日期"), ""
    )
    with office(tmp_path) as store:
        told = bring_in(store, table_of(good_row(2), good_row(3, 办理类型="变更", **dates, **none)))
        assert (told.imported, told.flagged, told.rejected) == (2, 0, ())
        licence = store.reading().licence("粤江危化经字〔2021〕000001")
        assert licence is not None
        assert len(licence.cases) == 2
        numbers = store.reading().numbers(series="cert_whjy", year=2021)
        assert [one.text for one in numbers] == ["粤江危化经字〔2021〕000001"]


def test_a_line_that_storage_refuses_takes_no_other_with_it(tmp_path) -> None:
    """The number was given under another year: only the number ledger's own check sees that it is the same text."""
    rows = [good_row(2), good_row(3, **OTHER)]
    with office(tmp_path) as store:
        with store.unit_of_work() as uow:
            number = NumberGiven("cert_whjy", 2022, 1, rows[0].cells["证书编号"], "certificate")
            uow.append([NewAct(case_stream(uow.new_id()), number, TODAY)], actor=CLERK)
            uow.commit()
        told = bring_in(store, table_of(*rows))
        assert (told.imported, [(one.line, one.code) for one in told.rejected]) == (1, [(2, "number_taken")])
        assert [one.applicant for one in store.reading().overviews(CaseFilter())] == [OTHER["申请人名称"]]


INSPECTION = {
    "检查日期": "2021-05-06",
    "行业类别": "非煤矿山",
    "被检查单位": "台山市都斛采石场",
    "统一社会信用代码": "91440781MAEJG4D43M",
    "检查人员": "伍国雄、谭志明",
    "发现隐患数": "3",
    "执法文书份数": "1",
    "罚款金额元": "0",
    "责令停产整顿": "否",
    "备注": "",
}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("检查日期", "2021-02-29", "ledger.date_impossible"),
        ("检查日期", "2027-01-01", "date_in_future"),
        ("检查日期", "", "ledger.value_missing"),
        ("行业类别", "餐饮", "ledger.word_unknown"),
        ("统一社会信用代码", "91440781MAEJG4D43N", "id.check"),
        ("发现隐患数", "三", "ledger.number_form"),
        ("发现隐患数", "-1", "ledger.number_form"),
        ("罚款金额元", "1.5", "ledger.number_form"),
        ("责令停产整顿", "也许", "ledger.word_unknown"),
    ],
)
def test_a_bad_line_of_inspections_is_refused(store, column, value, code) -> None:
    told = bring_in(store, table_of(LedgerRow(2, {**INSPECTION, column: value})), dry_run=True)
    assert [(one.column, one.value, one.code) for one in told.rejected] == [(column, value, code)]


def test_two_visits_of_one_day_are_two_and_stay_two(tmp_path) -> None:
    table = table_of(
        LedgerRow(2, INSPECTION), LedgerRow(3, INSPECTION), LedgerRow(4, {**INSPECTION, "发现隐患数": "0"})
    )
    with office(tmp_path) as store:
        assert bring_in(store, table).imported == 3
        assert len(store.reading().inspections(date(2021, 1, 1), date(2021, 12, 31))) == 3
        again = bring_in(store, table)
        assert (again.imported, again.already_present) == (0, 3)


def test_a_licensee_that_changed_since_is_refused(tmp_path) -> None:
    cells = {
        "企业名称": "台山市都斛采石场",
        "统一社会信用代码": "91440781MAEJG4D43M",
        "行业类别": "非煤矿山",
        "法定代表人": "甄堃",
        "地址": "台山市都斛镇",
        "两重点一重大": "否",
    }
    with office(tmp_path) as store:
        assert bring_in(store, table_of(LedgerRow(2, cells))).imported == 1
        changed = bring_in(store, table_of(LedgerRow(2, {**cells, "法定代表人": "马文彬"})))
        assert [(one.column, one.code) for one in changed.rejected] == [
            ("统一社会信用代码", "ledger.changed_since_imported")
        ]


def test_an_unknown_table_is_no_ledger(store) -> None:
    before = acts_in(store)
    with pytest.raises(UsageProblem) as refused:
        bring_in(store, table_of(LedgerRow(2, {"姓名": "甲", "年龄": "3"})))
    assert refused.value.code == "ledger.headers_unknown"
    assert acts_in(store) == before


def test_the_day_of_today_is_the_last_that_can_be(store) -> None:
    row = good_row(收件日期="2026-11-23", 受理日期="2026-11-23", **dict.fromkeys(
        ("补正告知日期", "补正齐全日期", "特别程序种类", "特别程序开始", "特别程序结束", "决定结果", "决定日期", "办结日期",
         "证书编号", "有效期起", "有效期止", "送达方式", "邮件号码", "交寄日期", "签收日期"), ""))  # fmt: skip
    assert bring_in(store, table_of(row), dry_run=True).imported == 1
    yesterday = import_ledger(store, table_of(row), actor=CLERK, today=date(2026, 11, 22), dry_run=True)
    assert {one.code for one in yesterday.rejected} == {"date_in_future"}
