"""Ledger files in and out: every fault has its line and column, all the other rows go in, nothing crashes."""

import csv
import io
import random
import stat
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk_app.devices.tables import writer
from clerk_app.devices.tables.reader import read_table
from clerk_app.devices.tables.writer import LedgerFiles, write_rejects, write_sheet
from clerk_app.domain.errors import ClerkError, EnvironmentProblem, UsageProblem
from clerk_app.domain.listing import LedgerProblem, LedgerTable

HEADERS = ("申请人名称", "证件号码", "备注")
SEED = Path(__file__).resolve().parents[2] / "db" / "seed" / "ledger-2020"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "台账.csv"


def read_text(path: Path, text: str, *, encoding: str = "utf-8") -> LedgerTable:
    path.write_bytes(text.encode(encoding))
    return read_table(path)


def read_lines(path: Path, *lines: str | bytes, encoding: str = "utf-8") -> LedgerTable:
    raw = [line if isinstance(line, bytes) else line.encode(encoding) for line in (",".join(HEADERS), *lines)]
    path.write_bytes(b"\r\n".join(raw) + b"\r\n")
    return read_table(path)


def names(table: LedgerTable) -> list[str]:
    faulty = {problem.line for problem in table.problems}
    return [row.cells["申请人名称"] for row in table.rows if row.line not in faulty]


def found(table: LedgerTable) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.column, problem.code) for problem in table.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("name", ["办件台账.csv", "监督检查台账.csv", "许可企业名录.csv"])
def test_a_real_ledger_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    text = (SEED / name).read_text(encoding="utf-8-sig")
    expected = list(csv.DictReader(io.StringIO(text)))
    copy = tmp_path / name
    copy.write_bytes(text.encode(encoding))
    table = read_table(copy)
    assert table.problems == ()
    assert [row.cells for row in table.rows] == expected
    assert [row.line for row in table.rows] == list(range(2, len(expected) + 2))


def test_the_header_is_line_1_and_a_quoted_line_end_keeps_the_lines_of_the_file(ledger: Path) -> None:
    table = read_lines(ledger, "甲,1,", '乙,2,"一\r\n二\r\n三"', "", "丙,3,", ",,", "丁,4,")
    assert table.headers == HEADERS
    assert [(row.line, row.cells["申请人名称"]) for row in table.rows] == [(2, "甲"), (3, "乙"), (7, "丙"), (9, "丁")]
    assert table.rows[1].cells["备注"] == "一\n二\n三"
    assert table.problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_line_ends_and_delimiters_of_other_programs_are_understood(ledger: Path, end: str, delimiter: str) -> None:
    table = read_text(ledger, end.join(delimiter.join(row) for row in (HEADERS, ("甲", "1", ""), ("乙", "2", "x"))))
    assert [(row.line, row.cells["申请人名称"]) for row in table.rows] == [(2, "甲"), (3, "乙")]


@pytest.mark.parametrize(("own", "foreign"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_a_line_in_another_encoding_is_told_and_the_others_go_in(ledger: Path, own: str, foreign: str) -> None:
    bad = "台山市白沙中科化工有限公司,2,无".encode(foreign)
    table = read_lines(ledger, "甲公司,1,", bad, "乙公司,3,", encoding=own)
    assert found(table) == [(3, "申请人名称", "encoding")]
    assert table.problems[0].value == "台山市白沙中科化工有限公司"
    assert names(table) == ["甲公司", "乙公司"]


@pytest.mark.parametrize("bad", [b"\xff\xfe\xfd,2,", b"\xed\xa0\x80,2,", b"\xf5\x80\x80\x80,2,", b"\xc0\xaf,2,"])
def test_bytes_of_no_encoding_are_told_and_the_others_go_in(ledger: Path, bad: bytes) -> None:
    table = read_lines(ledger, "甲,1,", bad, "乙,3,")
    assert found(table) == [(3, "申请人名称", "encoding")]
    assert names(table) == ["甲", "乙"]


def test_a_header_of_plain_ascii_leaves_the_encoding_to_the_majority(ledger: Path) -> None:
    rows = [f"第{number}公司,{number}" for number in range(5)]
    for encoding in ("utf-8", "gb18030"):
        table = read_text(ledger, "\n".join(["name,no", *rows]), encoding=encoding)
        assert [row.cells["name"] for row in table.rows] == [f"第{number}公司" for number in range(5)]


POISON_CELLS = [
    ("张\0三", "text.nul"),
    ("张\u202e三", "text.bidi"),
    ("张\u200b三", "text.zero_width"),
    ("张\ue000三", "text.private_use"),
    ("张\x1b三", "text.control"),
    ("张\ufffd三", "text.replacement"),
    ("张" * 10_000, "text.too_long"),
    ("=1+1", "cell.formula"),
    ("+cmd|' /C calc'!A0", "cell.formula"),
    ("-1+A1", "cell.formula"),
    ("@SUM(A1)", "cell.formula"),
    ("\t=1", "cell.formula"),
    ("＝HYPERLINK(A1)", "cell.formula"),
]


@pytest.mark.parametrize(("cell", "code"), POISON_CELLS)
def test_a_hostile_cell_is_told_with_line_and_column(ledger: Path, cell: str, code: str) -> None:
    table = read_lines(ledger, "甲,1,", f"{cell},2,", "乙,3,")
    assert found(table) == [(3, "申请人名称", code)]
    assert names(table) == ["甲", "乙"]
    assert len(table.problems[0].value) <= 101 + 8


def test_several_faults_of_a_line_are_each_told(ledger: Path) -> None:
    assert found(read_lines(ledger, "=1\0,\u202e,好")) == [
        (2, "申请人名称", "cell.formula"),
        (2, "申请人名称", "text.nul"),
        (2, "证件号码", "text.bidi"),
    ]


def test_invisible_characters_are_spelt_out_in_the_message(ledger: Path) -> None:
    assert read_lines(ledger, "张\u202e\0三,1,").problems[0].value == "张‹U+202E›‹U+0000›三"


def test_figures_dashes_and_telephone_numbers_are_no_formulas(ledger: Path) -> None:
    assert read_lines(ledger, "甲,+8613812345678,-", "乙,-5,--").problems == ()


def test_a_row_with_too_few_or_too_many_cells_is_told(ledger: Path) -> None:
    table = read_lines(ledger, "甲,1", "乙,2,,", "丙,3,,多", "丁,4,")
    assert found(table) == [(2, "备注", "row.too_few"), (4, "", "row.too_many")]
    assert dict(table.problems[0].params) == {"actual": "2", "expected": "3"}
    assert table.problems[1].value == "多"
    assert names(table) == ["乙", "丁"]


@pytest.mark.parametrize(
    "bad",
    ['"甲,2,', '"甲"乙,2,', '甲,"2,', "甲\r乙,2,", '"甲,2,"x'],
    ids=["open at start", "text after quote", "open inside", "lone return", "closed wrongly"],
)
def test_a_stray_quote_or_return_costs_its_own_line_only(ledger: Path, bad: str) -> None:
    good = [f"第{number}公司,{number}," for number in range(200)]
    table = read_lines(ledger, *good[:100], bad, *good[100:])
    assert [(problem.line, problem.code) for problem in table.problems] == [(102, "row.malformed")]
    assert names(table) == [f"第{number}公司" for number in range(200)]


def test_two_stray_quotes_do_not_swallow_the_rows_between_them(ledger: Path) -> None:
    table = read_lines(ledger, '"甲,1,', "乙,2,", "丙,3,", '丁",4,', "戊,5,")
    assert names(table) == ["乙", "丙", '丁"', "戊"]
    assert found(table) == [(2, "申请人名称", "row.malformed")]


def test_a_cell_beyond_all_measure_is_told(ledger: Path) -> None:
    table = read_lines(ledger, "甲,1,", "长" * 200_000 + ",2,", "乙,3,")
    assert [problem.line for problem in table.problems] == [3]
    assert names(table) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table.empty"),
        (b"\xef\xbb\xbf", "table.empty"),
        (b"\r\n \r\n,,\r\n", "table.empty"),
        ("a,b\n".encode("utf-16"), "table.encoding"),
        ("a,b\n".encode("utf-16-le"), "table.encoding"),
        (b"\xff\xff,\xff\n1,2\n", "table.encoding"),
        ("名称,号码,名称\n".encode(), "table.duplicate_header"),
        ("名称,号\u202e码\n".encode(), "table.header"),
        ('"名称,号码\n1,2\n'.encode(), "table.header"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "table.old_format"),
        (b"PK\x03\x04", "table.damaged"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name(ledger: Path, data: bytes, code: str) -> None:
    ledger.write_bytes(data)
    with pytest.raises(UsageProblem) as caught:
        read_table(ledger)
    assert caught.value.code == code
    assert caught.value.params["file"] == "台账.csv"


def test_a_header_alone_is_a_table_without_rows(ledger: Path) -> None:
    table = read_lines(ledger)
    assert (table.headers, table.rows, table.problems) == (HEADERS, (), ())


def test_what_cannot_be_opened_is_a_problem_of_the_environment(tmp_path: Path) -> None:
    for path, code in [(tmp_path / "无.csv", "table.missing"), (tmp_path, "table.unreadable")]:
        with pytest.raises(EnvironmentProblem) as caught:
            read_table(path)
        assert caught.value.code == code


def test_a_file_of_five_gigabytes_is_refused_before_it_is_read(ledger: Path) -> None:
    with ledger.open("wb") as file:
        file.truncate(5 * 1024**3)
    with pytest.raises(UsageProblem) as caught:
        read_table(ledger)
    assert caught.value.code == "table.too_large"


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_cells_of_a_workbook_become_text(tmp_path: Path) -> None:
    moment = datetime(2020, 1, 2, 3, 4)  # noqa: DTZ001 — a spreadsheet knows no zone
    path = workbook(
        tmp_path / "台账.xlsx",
        ("日期", "时刻", "整数", "小数", "文字", "真假", "钟点", "运单"),
        (date(2020, 1, 2), moment, 5, 1.25, "甲\n乙", True, time(9, 30), 1745849105589),
        (None,) * 8,
        (datetime(2020, 1, 3), None, 5.0, -0.5, "00123", False, None, None),  # noqa: DTZ001
    )
    table = read_table(path)
    assert table.problems == ()
    assert [(row.line, tuple(row.cells.values())) for row in table.rows] == [
        (2, ("2020-01-02", "2020-01-02 03:04:00", "5", "1.25", "甲\n乙", "TRUE", "09:30:00", "1745849105589")),
        (4, ("2020-01-03", "", "5", "-0.5", "00123", "FALSE", "", "")),
    ]


def test_formulas_long_numbers_and_hostile_text_of_a_workbook_are_told(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "台账.xlsx",
        HEADERS,
        ("=1+1", "1", None),
        ("甲", 440781199001010016, None),
        ("张\u202e三", "3", None),
        ("乙", "4", None, "多"),
        ("丙", "5", None),
    )
    table = read_table(path)
    assert found(table) == [
        (2, "申请人名称", "cell.formula"),
        (3, "证件号码", "cell.precision"),
        (4, "申请人名称", "text.bidi"),
        (5, "", "row.too_many"),
    ]
    assert table.problems[0].value == "=1+1"
    assert names(table) == ["丙"]


def test_the_first_visible_sheet_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.append(("隐藏",))
    hidden.sheet_state = "hidden"
    book.create_sheet("台账").append(HEADERS)
    book["台账"].append(("甲", "=A1", ""))
    book.create_sheet("说明").append(("说明",))
    book.save(tmp_path / "台账.xlsx")
    table = read_table(tmp_path / "台账.xlsx")
    assert table.headers == HEADERS
    assert found(table) == [(2, "证件号码", "cell.formula")]


def test_what_is_written_is_text_and_reads_back_equal(tmp_path: Path) -> None:
    cells = ["=1+1", "+1", "-x", "@a", "0012", "440781199001010016", "2020-01-02", "http://a", "𠮷\n野", "", "x" * 3000]
    path = tmp_path / "表.xlsx"
    assert write_sheet(path, ["值"], [[cell] for cell in cells if cell]) == len(cells) - 1
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    kinds = {(cell.data_type, cell.value) for row in sheet.iter_rows(min_row=2) for cell in row}
    assert kinds == {("s", cell) for cell in cells if cell}
    assert [row.cells["值"] for row in read_table(path).rows] == [cell for cell in cells if cell]
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_the_same_rows_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("一.xlsx", "二.xlsx"):
        write_sheet(tmp_path / name, HEADERS, [["甲", "1", ""]])
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_a_text_too_long_for_a_cell_is_cut_and_not_lost(tmp_path: Path) -> None:
    write_sheet(tmp_path / "表.xlsx", ["值"], [["长" * 40_000]])
    (row,) = read_table(tmp_path / "表.xlsx").rows
    assert len(row.cells["值"]) == writer.MAX_CELL_CHARS
    assert row.cells["值"].endswith("长…")


def test_a_sheet_that_cannot_be_written_leaves_the_old_one_and_no_remains(tmp_path: Path) -> None:
    folder = tmp_path / "满"
    folder.mkdir()
    path = folder / "表.xlsx"
    write_sheet(path, ["值"], [["旧"]])
    before = path.read_bytes()

    def rows() -> list[list[str]]:
        raise OSError(28, "No space left on device")

    class Full:
        def __iter__(self):
            yield ["新"]
            rows()

    with pytest.raises(EnvironmentProblem) as caught:
        write_sheet(path, ["值"], Full())
    assert caught.value.code == "table.cannot_write"
    assert path.read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == ["表.xlsx"]


def test_a_folder_that_is_not_there_is_a_problem_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        write_sheet(tmp_path / "无" / "表.xlsx", ["值"], [["x"]])
    assert caught.value.code == "table.cannot_write"


def test_rejected_rows_are_mended_and_read_again(ledger: Path, tmp_path: Path) -> None:
    table = read_lines(ledger, "甲,1,", "=乙\0,2,留", "丙,3,", "丁,4", "戊,5,")
    judged = LedgerProblem(line=4, column="证件号码", value="3", code="id.length")
    files = LedgerFiles(reason=lambda problem: f"原因{problem.code}。")
    path = tmp_path / "退回.xlsx"
    files.write_rejects(path, table, [judged, *table.problems])

    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    written = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert written[0] == (*HEADERS, "行号", "列", "原因")
    assert [row[3:] for row in written[1:]] == [
        ("3", "申请人名称", "原因cell.formula；原因text.nul"),
        ("4", "证件号码", "原因id.length"),
        ("5", "备注", "原因row.too_few"),
    ]
    again = files.read(path)
    assert again.headers == HEADERS
    assert found(again) == [(2, "申请人名称", "cell.formula"), (2, "申请人名称", "text.nul")]
    assert names(again) == ["丙", "丁"]

    sheet["A2"] = "乙"
    book.save(path)
    mended = files.read(path)
    assert mended.problems == ()
    assert [row.cells for row in mended.rows] == [
        {"申请人名称": "乙", "证件号码": "2", "备注": "留"},
        {"申请人名称": "丙", "证件号码": "3", "备注": ""},
        {"申请人名称": "丁", "证件号码": "4", "备注": ""},
    ]


@pytest.mark.parametrize(("cell", "code"), POISON_CELLS)
def test_a_rejected_row_that_nobody_mended_is_rejected_again(
    ledger: Path, tmp_path: Path, cell: str, code: str
) -> None:
    table = read_lines(ledger, f"{cell},2,")
    write_rejects(tmp_path / "退回.xlsx", table, table.problems, reason=lambda problem: problem.code)
    assert [problem.code for problem in read_table(tmp_path / "退回.xlsx").problems] == [code]


def test_a_file_without_reading_rights_is_a_problem_of_the_environment(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_lines(ledger, "甲,1,")
    ledger.chmod(0)
    assert stat.S_IMODE(ledger.stat().st_mode) == 0

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    # The superuser reads anything, so the refusal itself is made here.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(EnvironmentProblem) as caught:
        read_table(ledger)
    assert caught.value.code == "table.unreadable"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(st.lists(st.text(max_size=8), min_size=3, max_size=3), min_size=1, max_size=6))
def test_whatever_a_spreadsheet_writes_is_read_row_by_row(ledger: Path, rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([HEADERS, *rows])
    ledger.write_bytes(text.getvalue().encode("utf-8", errors="replace"))
    table = read_table(ledger)
    assert len(table.rows) == sum(any(cell.strip() for cell in row) for row in rows)
    assert {problem.line for problem in table.problems} <= {row.line for row in table.rows}


@pytest.mark.parametrize("seed", range(4))
def test_damaged_ledgers_lose_no_row_without_a_reason(ledger: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = (SEED / "办件台账.csv").read_bytes()[:8000]
    for _ in range(100):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(damaged))
            damaged[place : place + chance.randint(0, 3)] = chance.choice(
                [b'"', b",", b"\n", b"\0", b"\xff", b"=", b"\r"]
            )
        ledger.write_bytes(damaged)
        try:
            table = read_table(ledger)
        except ClerkError:
            continue
        lines = [row.line for row in table.rows]
        assert len(set(lines)) == len(lines)
        filled = sum(1 for line in bytes(damaged).split(b"\n")[1:] if line.strip(b"\r, \0\t"))
        assert len(lines) >= filled - bytes(damaged).count(b'"')
