"""The yearly report as workbook, paper and Word file; all three say the figures of the ledger of 2020."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from clerk_app.devices.tables.report_sheet import BookFiles
from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.documents.word.yearly_report import WordReport
from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.acts.case import ComplaintReceived
from clerk_app.domain.errors import EnvironmentProblem, UsageProblem
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import NewAct, SheetTable
from clerk_app.services.report import Figure, cases_of, yearly_report
from clerk_app.services.report_export import (
    beside,
    export_sheets,
    export_word,
    render_report,
    report_facts,
    report_sheets,
)
from tests.services.ledger_office import bring_in, good_row, office, table_of, year_2020

ON = date(2021, 1, 15)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with office(tmp_path_factory.mktemp("office")) as opened:
        year_2020(opened)
        yield opened


def report(store, year=2020):
    reader = store.reading()
    return yearly_report(reader, year, office=reader.office())


def test_the_workbook_has_the_figures_and_the_rows_behind_them(store, tmp_path) -> None:
    path = tmp_path / "2020.xlsx"
    export_sheets(BookFiles(), path, store.reading(), report(store))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["数据", "分事项", "受理", "办结", "年初在办", "年末在办", "寄送", "监督检查"]
    figures = {row[0].value: row[1].value for row in book["数据"].iter_rows(min_row=2)}
    assert (figures["受理"], figures["办结"], figures["处罚金额（元）"]) == (105, 129, 10000)
    assert "年初在办30＋受理105－办结129＝年末在办6" in figures
    sizes = {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[2:]}
    assert sizes == {"受理": 105, "办结": 129, "年初在办": 30, "年末在办": 6, "寄送": 82, "监督检查": 139}
    findings = [row[5].value for row in book["监督检查"].iter_rows(min_row=2)]
    assert sum(findings) == 347


def test_the_workbook_masks_the_numbers_of_persons_only(store) -> None:
    accepted = next(one for one in report_sheets(store.reading(), report(store)) if one.name == "受理")
    numbers = {str(row[4]) for row in accepted.rows}
    masked = {number for number in numbers if "*" in number}
    assert 0 < len(masked) < len(numbers)
    assert all(number.startswith(("91", "92")) for number in numbers - masked)


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path) -> None:
    path = tmp_path / "f.xlsx"
    BookFiles().write_book(path, [SheetTable("表", ("甲", "乙"), (("=1+1", 7),))])
    cells = next(openpyxl.load_workbook(path)["表"].iter_rows(min_row=2))
    assert [(one.value, one.data_type) for one in cells] == [("=1+1", "s"), (7, "n")]


def test_a_workbook_that_cannot_be_written_leaves_nothing(tmp_path) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        BookFiles().write_book(tmp_path / "missing" / "f.xlsx", [SheetTable("表", ("甲",), ())])
    assert refused.value.code == "table.cannot_write"
    assert list(tmp_path.iterdir()) == []


def text_of(path: Path) -> str:
    made = Document(str(path))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in made.paragraphs), *cells])


def test_the_word_file_has_the_chapters_and_the_figures_of_2020(store, tmp_path) -> None:
    path = tmp_path / "2020.docx"
    export_word(WordReport(), path, store.reading(), report(store), on=ON)
    text = text_of(path)
    for expected in (
        "台山市应急管理局2020年度行政许可实施和监督管理情况报告",
        "行政许可事项8项，已全部纳入行政许可标准化目录",
        "受理量105件，办结量129件，全部按时完成审批",
        "年初在办30件，加受理105件，减办结129件，年末在办6件",
        "审批窗口服务“零投诉”；主动寄送审批文书、证照82件",
        "共监督检查许可企业139家次，其中非煤矿山企业15家次，危险化学品企业98家次，烟花爆竹企业26家次，监督检查非煤矿山",
        "企业全覆盖（100%检查），对涉及“两重点一重大”危险化学品企业监督检查全覆盖，发现隐患",
        "整改措施和意见347项，下达执法文书44份，行政处罚1家企业，责令暂时停产整顿0家，处罚金额1万元。",
        "缩减90%以上",
        "100%实现三级办理",
        "二、存在的问题和困难",
        "三、下一步工作措施及有关建议",
        "2021年1月15日",
        "危险化学品经营许可",
    ):
        assert expected in text
    assert "{" not in text


def test_the_table_of_items_in_the_word_file_adds_up(store, tmp_path) -> None:
    path = tmp_path / "2020.docx"
    export_word(WordReport(), path, store.reading(), report(store), on=ON)
    rows = [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]
    assert rows[0] == ["事项", "受理", "办结", "准予", "不予", "撤回"]
    assert [sum(int(row[place]) for row in rows[1:]) for place in range(1, 6)] == [105, 129, 117, 5, 7]


def test_an_empty_year_claims_nothing_it_cannot_know(store, tmp_path) -> None:
    path = tmp_path / "2025.docx"
    export_word(WordReport(), path, store.reading(), report(store, 2025), on=date(2026, 1, 15))
    assert "全覆盖" not in text_of(path)
    assert "本年没有办件" in text_of(path)


@pytest.mark.parametrize(
    "hostile",
    ["{{ year.__class__.__mro__ }}", "{{ nothing_of_the_kind }}", "{% for %}"],
    ids=["reaches out of the sandbox", "asks for an unknown fact", "is malformed"],
)
def test_a_template_of_the_bureau_reaches_nothing_but_the_facts(store, tmp_path, hostile) -> None:
    made = Document()
    made.add_paragraph(hostile)
    made.save(str(tmp_path / "own.docx"))
    with pytest.raises(UsageProblem) as refused:
        export_word(WordReport(tmp_path / "own.docx"), tmp_path / "out.docx", store.reading(), report(store), on=ON)
    assert refused.value.code == "report.template"
    assert not (tmp_path / "out.docx").exists()


def test_a_template_that_is_no_word_file_is_refused(store, tmp_path) -> None:
    (tmp_path / "own.docx").write_text("这不是文档", encoding="utf-8")
    with pytest.raises(UsageProblem) as refused:
        export_word(WordReport(tmp_path / "own.docx"), tmp_path / "out.docx", store.reading(), report(store), on=ON)
    assert refused.value.code == "report.template"


def test_the_paper_is_drawn_and_says_the_figures(store) -> None:
    renderer = ReportlabRenderer()
    for year in (2020, 2025):
        pdf = render_report(renderer, store.reading(), report(store, year), on=ON, training=True)
        assert pdf.startswith(b"%PDF")
        assert renderer.pages(pdf) >= 1


def test_the_paper_tells_how_much_of_the_register_was_visited(store) -> None:
    told = report_facts(report(store), beside(store.reading(), 2020))
    assert told["supervision"] == (
        "名录中的非煤矿山企业9家，本年检查9家。名录中涉及“两重点一重大”的企业12家，本年检查12家。"
    )
    assert (told["compression"], told["effects"]) == ("90%以上", "网上办理事项100%实现三级办理。")


def test_a_complaint_is_counted_in_the_year_in_which_it_came(tmp_path) -> None:
    with office(tmp_path) as store:
        bring_in(store, table_of(good_row()))
        one = cases_of(store.reading(), 2021, Figure.ACCEPTED)[0]
        assert beside(store.reading(), 2022).complaints == 0
        with store.unit_of_work() as uow:
            complaint = NewAct(case_stream(one.case_id), ComplaintReceived("办理太慢"), date(2022, 8, 3))
            uow.append([complaint], actor=StaffId("clerk"))
            uow.commit()
        assert [beside(store.reading(), year).complaints for year in (2021, 2022, 2023)] == [0, 1, 0]


def test_coverage_is_reckoned_from_the_register_and_the_visits(store) -> None:
    told = beside(store.reading(), 2020)
    assert (told.mines.visited, told.mines.known, told.mines.is_whole) == (9, 9, True)
    assert (told.key.visited, told.key.known) == (12, 12)
    assert beside(store.reading(), 2021).mines.is_whole is False
