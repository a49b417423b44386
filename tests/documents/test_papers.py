"""Every paper: what stands on it, and when it is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from clerk_app.documents.declared import Filling, form, pieces
from clerk_app.documents.specimen import specimen
from clerk_app.domain.errors import EnvironmentProblem, RuleViolation
from clerk_app.domain.papers import TITLES, FactKind, Mask, PaperDocument, mask_identity, required_facts

IN_A_CODE_ONLY = {"verification_code"}
LETTERS = (
    PaperDocument.SUPPLEMENT_NOTICE,
    PaperDocument.ACCEPTANCE_NOTICE,
    PaperDocument.NON_ACCEPTANCE_DECISION,
    PaperDocument.NO_LICENCE_NEEDED_NOTICE,
    PaperDocument.SPECIAL_PROCEDURE_NOTICE,
    PaperDocument.GRANT_DECISION,
    PaperDocument.REFUSAL_DECISION,
)
DRAWN_BY_CODE = {PaperDocument.CERTIFICATE, PaperDocument.MAILING_LABEL}
PERSON = {"applicant": "黎𠮷𬭎", "applicant_number_kind": "居民身份证", "applicant_number": "440781199001010016"}


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def text_of(pdf):
    return squeezed("".join(pages_of(pdf)))


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("document", list(PaperDocument))
def test_a_paper_carries_every_fact_that_it_declares(document, renderer):
    paper = specimen(document)
    text = text_of(renderer.render(paper))
    for spec in required_facts(document):
        value = paper.facts[spec.key]
        if spec.key in IN_A_CODE_ONLY:
            assert str(value) not in text
        elif spec.mask is Mask.IDENTITY:
            assert mask_identity(str(value)) in text
        elif spec.kind is FactKind.DATE:
            assert "2020年9月21日" in text
        elif isinstance(value, str):
            assert squeezed(value) in text, spec.key
        else:
            parts = [part for row in value for part in ((row,) if isinstance(row, str) else row)]
            assert [part for part in parts if squeezed(part) not in text] == [], spec.key


@pytest.mark.parametrize("document", list(PaperDocument))
def test_each_required_fact_is_asked_for_before_anything_is_drawn(document, sample, renderer):
    for spec in required_facts(document):
        if spec.required:
            with pytest.raises(RuleViolation) as refusal:
                renderer.render(sample(document, without=(spec.key,)))
            assert (refusal.value.code, refusal.value.field) == ("paper_fact_missing", spec.key)


@pytest.mark.parametrize("document", list(PaperDocument))
def test_a_paper_can_do_without_every_optional_fact(document, sample, renderer):
    optional = tuple(spec.key for spec in required_facts(document) if not spec.required)
    assert renderer.pages(renderer.render(sample(document, without=optional))) >= 1


@pytest.mark.parametrize("document", [one for one in PaperDocument if one not in DRAWN_BY_CODE])
def test_a_declared_form_names_only_facts_that_exist(document):
    assert form(document).document is document
    assert pieces(form(document), Filling(specimen(document)), number="1")


def test_all_faults_of_the_facts_are_named_at_once(sample, renderer):
    paper = sample(PaperDocument.RECEIPT, without=("item",), colour="red", materials=(("名称", "原件"),))
    with pytest.raises(RuleViolation) as refusal:
        renderer.render(paper)
    assert {(fault.code, fault.field) for fault in refusal.value.faults} == {
        ("paper_fact_missing", "item"),
        ("paper_fact_unknown", "colour"),
        ("paper_fact_wrong_kind", "materials"),
    }


@pytest.mark.parametrize("document", list(PaperDocument))
def test_a_character_without_a_glyph_stops_the_paper_and_is_named(document, sample, renderer):
    key = next(spec.key for spec in required_facts(document) if spec.kind is FactKind.TEXT and spec.required)
    with pytest.raises(RuleViolation) as refusal:
        renderer.render(sample(document, **{key: "台山\ue81e厂"}))
    assert refusal.value.code == "glyph_missing"
    assert refusal.value.params == {"chars": "\ue81e", "codepoints": "U+E81E"}


def test_characters_without_a_glyph_are_found_in_rows_and_in_the_office(sample, renderer):
    paper = sample(PaperDocument.RECEIPT, materials=(("证\ue001明", "原件", "1", "1"),))
    paper = replace(paper, office=replace(paper.office, address="路\ue002"))
    with pytest.raises(RuleViolation) as refusal:
        renderer.render(paper)
    assert refusal.value.params["codepoints"] == "U+E002、U+E001"


@pytest.mark.parametrize("document", LETTERS)
def test_a_letter_has_office_title_number_addressee_and_date(document, sample, renderer):
    paper = sample(document)
    first = squeezed(pages_of(renderer.render(paper))[0])
    assert first.index("台山市应急管理局") < first.index(squeezed(paper.number)) < first.index(paper.facts["applicant"])
    assert squeezed(TITLES[document]).replace("(", "（").replace(")", "）") in first
    assert "2020年10月15日" in text_of(renderer.render(paper))


def test_before_the_act_the_number_is_pending_and_the_date_is_left_blank(sample, renderer):
    preview = replace(sample(PaperDocument.GRANT_DECISION), number=None, issued_on=None)
    text = text_of(renderer.render(preview))
    assert "编号待定" in text
    assert "12号" not in text
    assert "2020年10月15日自" not in text
    certificate = replace(sample(PaperDocument.CERTIFICATE), number=None)
    assert "编号待定" in text_of(renderer.render(certificate))


def test_a_given_number_is_not_called_pending(sample, renderer):
    assert "编号待定" not in text_of(renderer.render(sample(PaperDocument.GRANT_DECISION)))


@pytest.mark.parametrize("document", LETTERS)
def test_a_set_has_a_sheet_for_the_file_and_one_for_the_applicant(document, sample, renderer):
    pages = pages_of(renderer.render(sample(document)))
    half = len(pages) // 2
    assert all("第一联" in page and "存档" in page for page in pages[:half])
    assert all("第二联" in page and "交申请人" in page for page in pages[half:])
    assert [squeezed(page).replace("第一联存档", "") for page in pages[:half]] == [
        squeezed(page).replace("第二联交申请人", "") for page in pages[half:]
    ]


@pytest.mark.parametrize("document", list(PaperDocument))
def test_training_is_marked_on_every_page_and_nowhere_else(document, sample, renderer):
    paper = sample(document)
    assert "样张" not in text_of(renderer.render(paper))
    marked = pages_of(renderer.render(replace(paper, training=True)))
    assert all(squeezed(page).count("样张") == 2 for page in marked)


@pytest.mark.parametrize("document", [one for one in PaperDocument if one is not PaperDocument.MAILING_LABEL])
def test_personal_numbers_never_leave_the_file_whole(document, renderer):
    paper = specimen(document)
    facts = dict(paper.facts)
    for spec in required_facts(document):
        if spec.mask is Mask.IDENTITY:
            facts[spec.key] = "440781199001010016"
        elif spec.mask is Mask.PHONE:
            facts[spec.key] = "13812345678"
    text = text_of(renderer.render(replace(paper, facts=facts)))
    assert "440781199001010016" not in text
    assert "13812345678" not in text


def test_a_person_is_masked_and_a_credit_code_is_not(sample, renderer):
    assert "91440781MA4TEXT011" in text_of(renderer.render(sample(PaperDocument.GRANT_DECISION)))
    text = text_of(renderer.render(sample(PaperDocument.GRANT_DECISION, **PERSON)))
    assert "440781********0016" in text


def test_receipt_adds_up_pieces_and_pages(sample, renderer):
    text = text_of(renderer.render(sample(PaperDocument.RECEIPT)))
    assert "合计（12项）14168" in text


def test_a_receipt_of_six_materials_is_one_sheet_each(sample, renderer):
    materials = tuple((f"材料之{n}", "原件", "1", "2") for n in range(6))
    assert renderer.pages(renderer.render(sample(PaperDocument.RECEIPT, materials=materials))) == 2


def test_a_long_table_goes_on_under_its_heading(sample, renderer):
    defects = tuple((f"材料{n}", "缺少签名和日期", "补正后重新提交", "办法第九条") for n in range(1, 41))
    pages = pages_of(renderer.render(sample(PaperDocument.SUPPLEMENT_NOTICE, defects=defects)))
    one_copy = [squeezed(page) for page in pages[: len(pages) // 2]]
    assert len(one_copy) == 3
    assert all("序号材料名称存在问题补正要求依据" in page for page in one_copy[:2])
    assert re.findall(r"材料(\d+)缺少", "".join(one_copy)) == [str(n) for n in range(1, 41)]


def test_the_seal_never_stands_alone_on_a_page(sample, renderer):
    for length in range(120, 1000, 40):
        paper = sample(PaperDocument.NO_LICENCE_NEEDED_NOTICE, reason="事" * length)
        pages = pages_of(renderer.render(paper))
        last = squeezed(pages[len(pages) // 2 - 1])
        assert "联系人" in last


def test_a_remark_that_ends_with_a_full_stop_does_not_get_two(sample, renderer):
    for reason in ("不需要许可", "不需要许可。"):
        text = text_of(renderer.render(sample(PaperDocument.NO_LICENCE_NEEDED_NOTICE, reason=reason)))
        assert "经审查，不需要许可。依据" in text


def test_the_certificate_has_its_nine_fields(sample, renderer):
    text = text_of(renderer.render(sample(PaperDocument.CERTIFICATE)))
    for label in (
        "企业名称",
        "企业住所",
        "法定代表人",
        "经营方式",
        "许可范围",
        "有效期限",
        "证书编号",
        "发证机关",
        "延续情况",
    ):
        assert label in text
    assert "自2020年10月15日至2023年10月14日" in text


def test_a_certificate_is_an_original_and_a_duplicate_of_equal_content(sample, renderer):
    original, duplicate = pages_of(renderer.render(sample(PaperDocument.CERTIFICATE, without=("copy_name",))))
    assert "正本" in squeezed(original)
    assert "副本" in squeezed(duplicate)
    assert squeezed(original).replace("正本", "") == squeezed(duplicate).replace("副本", "")


def test_the_overlay_is_the_text_without_labels_border_and_title(sample, renderer):
    whole = renderer.render(sample(PaperDocument.CERTIFICATE))
    overlay = renderer.render(replace(sample(PaperDocument.CERTIFICATE), overlay=True))
    text = text_of(overlay)
    assert "台山市广海新宁化工贸易有限公司" in text
    assert "企业名称" not in text
    assert "发证机关" not in text
    assert len(overlay) < len(whole) / 2


def test_a_scope_too_long_for_the_certificate_is_refused_not_clipped(sample, renderer):
    with pytest.raises(RuleViolation) as refusal:
        renderer.render(sample(PaperDocument.CERTIFICATE, scope="甲醇、" * 800))
    assert (refusal.value.code, refusal.value.field) == ("paper_overflow", "scope")
    with pytest.raises(RuleViolation) as refusal:
        renderer.render(sample(PaperDocument.MAILING_LABEL, recipient_address="台山市" * 100))
    assert (refusal.value.code, refusal.value.field) == ("paper_overflow", "recipient_address")


def test_a_label_takes_both_kinds_of_waybills_and_none(sample, renderer):
    for waybill in ("EA473124829CN", "1745849105589"):
        assert waybill in text_of(renderer.render(sample(PaperDocument.MAILING_LABEL, waybill=waybill)))
    bare = text_of(renderer.render(sample(PaperDocument.MAILING_LABEL, without=("waybill",))))
    assert "邮件号码粘贴处" in bare


def test_a_label_is_100_by_180_millimetres(sample, renderer):
    picture = renderer.raster(renderer.render(sample(PaperDocument.MAILING_LABEL)), page=0, dpi=254)
    # The picture's last row and column are rounded up.
    assert picture.width - 1000 in {0, 1}
    assert picture.height - 1800 in {0, 1}


def test_a_handover_sheet_without_a_list_number_has_no_code(sample, renderer):
    paper = replace(sample(PaperDocument.HANDOVER_SHEET), case_no="")
    assert "清单编号" not in text_of(renderer.render(paper))


def test_headings_of_the_report_are_counted_as_they_are_drawn(sample, renderer):
    text = text_of(renderer.render(sample(PaperDocument.YEARLY_REPORT)))
    assert "（二）监督管理情况" in text
    text = text_of(renderer.render(sample(PaperDocument.YEARLY_REPORT, lawful="全年没有违法审批。")))
    assert "（二）依法实施情况" in text
    assert "（三）监督管理情况" in text


@pytest.mark.parametrize("document", [one for one in PaperDocument if one is not PaperDocument.CERTIFICATE])
def test_nothing_is_drawn_outside_the_margins(document, sample, renderer):
    names = {"applicant", "recipient", "holder"} & {spec.key for spec in required_facts(document)}
    long_name = dict.fromkeys(names, "台山市川岛镇海洋综合开发管理有限责任公司上川分公司" * 2)
    pdf = renderer.render(sample(document, **long_name))
    margin = 4 if document is PaperDocument.MAILING_LABEL else 19
    for number in range(renderer.pages(pdf)):
        picture = renderer.raster(pdf, page=number, dpi=51)
        inked = [
            column
            for row in range(picture.height)
            for column in range(picture.width)
            if picture.pixels[row * picture.stride + column * 3] < 128
        ]
        assert min(inked) >= margin * 2 - 1
        assert max(inked) <= picture.width - margin * 2 + 1


def test_a_reprint_says_so_in_the_margin_of_every_page_and_leaves_the_rest(sample, renderer):
    pdf = renderer.render(sample(PaperDocument.ACCEPTANCE_NOTICE))
    again = renderer.reprint(pdf, nth=2)
    assert again == renderer.reprint(pdf, nth=2)
    assert all("补打2" in squeezed(page) for page in pages_of(again))
    for number in range(renderer.pages(pdf)):
        before = renderer.raster(pdf, page=number, dpi=72)
        after = renderer.raster(again, page=number, dpi=72)
        margin = 25 * before.stride
        assert before.pixels[margin:] == after.pixels[margin:]
        assert before.pixels[:margin] != after.pixels[:margin]


def test_what_is_no_pdf_is_named_as_unreadable(renderer, sample):
    for work in (
        lambda: renderer.pages(b"no pdf"),
        lambda: renderer.raster(b"no pdf", page=0, dpi=72),
        lambda: renderer.reprint(b"no pdf", nth=1),
        lambda: renderer.raster(renderer.render(sample(PaperDocument.CERTIFICATE)), page=7, dpi=72),
    ):
        with pytest.raises(EnvironmentProblem) as problem:
            work()
        assert problem.value.code == "paper_unreadable"


def test_a_page_as_a_picture_is_mostly_white_with_black_ink(sample, renderer):
    picture = renderer.raster(renderer.render(sample(PaperDocument.RECEIPT)), page=0, dpi=96)
    assert (picture.width, picture.height, picture.channels) == (794, 1123, 3)
    assert len(picture.pixels) == picture.stride * picture.height
    white = sum(byte > 250 for byte in picture.pixels) / len(picture.pixels)
    assert 0.85 < white < 0.99


def test_missing_characters_of_a_name_are_listed(renderer):
    assert renderer.missing("黎𠮷𬭎") == ()
    assert renderer.missing("黎\ue000") == ("\ue000",)


def test_dates_have_no_leading_zeros(sample, renderer):
    paper = replace(sample(PaperDocument.GRANT_DECISION), issued_on=date(2021, 1, 5))
    assert "2021年1月5日" in text_of(renderer.render(paper))


def test_a_paper_is_a_file_that_begins_as_pdf(sample, renderer):
    assert BytesIO(renderer.render(sample(PaperDocument.RECEIPT))).read(8) == b"%PDF-1.7"
