"""Make resources/word/yearly_report.docx, the template of the yearly report; run once, the output is committed.

The chapters are those of the bureau's report of 2020. What the program reckons stands in fields; what only the bureau
can vouch for is marked yellow, to be confirmed, changed or struck out in Word. A bureau may edit the template itself.

python tools/make_report_template.py
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

TARGET = Path(__file__).resolve().parent.parent / "resources" / "word" / "yearly_report.docx"
# GB/T 9704-2012: page margins, 3号仿宋 with two characters of indent, lines of 28 points, headings in 黑体 and 楷体.
BODY, TITLE, CHAPTER, SECTION = "仿宋", "方正小标宋简体", "黑体", "楷体"
SIZE, TITLE_SIZE, LINE = Pt(16), Pt(22), Pt(28)

LAWFUL = """{{ year }}年，我局严格按照有关法律法规规定的权限、范围、程序和条件开展行政审批，行政审批行为规范，未发现越权审批、违法审批等情况。
一是进一步修订完善行政审批办事指南和业务手册，制作审批办事流程图，并在我局机关网站、办事窗口公开，方便群众办事。
二是推行网上“一站式”审批，办理过程及结果可查询。三是推进行政审批标准化建设，明确各个审批环节的审批标准。四是提供证照寄送服务。"""
PUBLICITY = """我局严格执行行政审批事项依法公开制度，将行政审批事项的实施主体、依据、程序、条件、期限、裁量标准、申请材料、收费标准、申请书格式文本、
咨询投诉方式等信息通过网上办事大厅公开；同时将行政审批结果，包括企业名称、地址、许可范围、证件有效期等主要信息向社会公开。"""
INTERNAL = """一是加强内部监督管理，明确行政许可审批部门和行政许可审批领导小组的职责范围；经行政许可案卷评查，未发现本年度行政审批过程中存在违法违规行为。
二是制定事中事后监管方案，加强对危险化学品、非煤矿山、烟花爆竹以及金属冶炼许可企业的证后监督检查。三是按照年度安全生产监督检查计划开展检查。"""
PROBLEMS = "（请填写本年度存在的问题和困难。）"
NEXT_STEPS = "（请填写下一步工作措施及有关建议。）"
MEASURES = "（请填写本年度具体工作措施。）"


def main() -> None:
    """Write the template."""
    made = Document()
    _set_up(made)
    _title(made, "{{ office }}{{ year }}年度行政许可实施和监督管理情况报告")
    _body(made, "根据《广东省行政许可监督管理条例》要求，现将我局{{ year }}年度行政许可实施和监督管理情况报告如下：")
    _first_chapter(made)
    _heading(made, "二、存在的问题和困难", CHAPTER)
    _own(made, PROBLEMS)
    _heading(made, "三、下一步工作措施及有关建议", CHAPTER)
    _own(made, NEXT_STEPS)
    for text in ("{{ office }}", "{{ issued_on }}"):
        _body(made, text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(TARGET))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


def _first_chapter(made: DocumentType) -> None:
    _heading(made, "一、基本情况", CHAPTER)
    _heading(made, "（一）现有事项及办理情况", SECTION)
    _body(
        made,
        "我局{{ year }}年有行政许可事项{{ items_count }}项{% if all_online %}，已全部纳入行政许可标准化目录，并进驻广东省网上办事大厅{% endif %}。"
        "据统计，全年行政许可申请量{{ received }}件，受理量{{ accepted }}件，办结量{{ closed }}件"
        "{% if all_on_time %}，全部按时完成审批{% else %}，其中法定时限内办结{{ on_time_statutory }}件、承诺时限内办结"
        "{{ on_time_promised }}件{% endif %}。办结的申请中，准予许可{{ granted }}件，不予许可{{ refused }}件，申请人撤回{{ withdrawn }}件。"
        "年初在办{{ open_before }}件，加受理{{ accepted }}件，减办结{{ closed }}件，年末在办{{ open_after }}件。分事项办理情况如下：",
    )
    _table(made, ("事项", "受理", "办结", "准予", "不予", "撤回"), "by_item")
    _heading(made, "（二）依法实施情况", SECTION)
    _own(made, LAWFUL)
    _body(
        made,
        "全年收到投诉{{ complaints }}件{% if no_complaints %}，审批窗口服务“零投诉”{% endif %}；主动寄送审批文书、证照{{ mailed }}件。",
    )
    _heading(made, "（三）公开公示情况", SECTION)
    _own(made, PUBLICITY)
    _supervision(made)
    _heading(made, "（五）实施效果情况", SECTION)
    _body(
        made,
        "{% if compression %}所有行政许可事项的承诺办结时限在法定办理时限基础上缩减{{ compression }}。{% endif %}"
        "{% if all_depth_three %}网上办理事项100%实现三级办理。{% endif %}"
        "全年受理的申请中，网上申请{{ online_accepted }}件。{% if no_complaints %}全年没有接到行政相对人的投诉。{% endif %}",
    )


def _supervision(made: DocumentType) -> None:
    _heading(made, "（四）监督管理情况", SECTION)
    _own(made, INTERNAL)
    _body(
        made,
        "{{ year }}年，我局共监督检查许可企业{{ visits_total }}家次，其中{% for one in visits %}{{ one[0] }}企业{{ one[1] }}家次"
        "{% if not loop.last %}，{% endif %}{% endfor %}"
        "{% if mines_covered %}，监督检查非煤矿山企业全覆盖（100%检查）{% endif %}"
        "{% if key_covered %}，对涉及“两重点一重大”危险化学品企业监督检查全覆盖{% endif %}，"
        "发现隐患问题、提出整改措施和意见{{ findings }}项，下达执法文书{{ enforcement_documents }}份，行政处罚{{ fined_enterprises }}家企业，"
        "责令暂时停产整顿{{ suspended_enterprises }}家，处罚金额{{ fine }}。",
    )
    _body(made, "具体工作措施：")
    _own(made, MEASURES)


def _set_up(made: DocumentType) -> None:
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    style = made.styles["Normal"]
    style.font.name, style.font.size = BODY, SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), BODY)
    known = made.core_properties
    known.author, known.title, known.comments = "", "行政许可实施和监督管理情况报告", ""
    known.created = known.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _line(made: DocumentType, text: str, face: str, *, size: Pt = SIZE, own: bool = False) -> Paragraph:
    line = made.add_paragraph()
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = LINE
    line.paragraph_format.space_after = Pt(0)
    run = line.add_run(text)
    run.font.size = size
    _face(run, face)
    if own:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return line


def _face(run: Run, face: str) -> None:
    """Set the face for Latin and for Chinese characters; python-docx has no word for the second."""
    run.font.name = face
    fonts = run.font.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)


def _title(made: DocumentType, text: str) -> None:
    _line(made, text, TITLE, size=TITLE_SIZE).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _heading(made: DocumentType, text: str, face: str) -> None:
    line = _line(made, text, face)
    line.paragraph_format.first_line_indent = SIZE * 2
    line.paragraph_format.keep_with_next = True


def _body(made: DocumentType, text: str) -> Paragraph:
    line = _line(made, text, BODY)
    line.paragraph_format.first_line_indent = SIZE * 2
    return line


def _own(made: DocumentType, text: str) -> None:
    """Add what only the bureau can vouch for."""
    _line(made, text.replace("\n", ""), BODY, own=True).paragraph_format.first_line_indent = SIZE * 2


def _table(made: DocumentType, headers: tuple[str, ...], fact: str) -> None:
    """Add a table with one row for each entry of a fact; the rows of the loop themselves disappear."""
    table = made.add_table(rows=4, cols=len(headers))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    for place, header in enumerate(headers):
        _cell(table.cell(0, place), header, centre=True)
        _cell(table.cell(2, place), "{{ row[" + str(place) + "] }}", centre=place > 0)
        for line in table.rows:
            line.cells[place].width = Mm(66 if place == 0 else 18)
    _cell(table.cell(1, 0), "{%tr for row in " + fact + " %}")
    _cell(table.cell(3, 0), "{%tr endfor %}")


def _cell(cell: _Cell, text: str, *, centre: bool = False) -> None:
    line = cell.paragraphs[0]
    run = line.add_run(text)
    run.font.size = Pt(12)
    _face(run, BODY)
    if centre:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


if __name__ == "__main__":
    main()
