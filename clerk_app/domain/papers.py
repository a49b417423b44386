"""What a printed paper says, as plain data; it knows nothing of layout, fonts or files.

A service folds a case, fills a `PaperData` and hands it to the `PaperRenderer` port. Which facts a document needs stands in
`required_facts`, so that a test can ask whether a service fills them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from clerk_app.domain.errors import Fault

Rows: TypeAlias = tuple[tuple[str, ...], ...]
FactValue: TypeAlias = str | date | tuple[str, ...] | Rows


class PaperDocument(StrEnum):
    """The codes of the documents that can be printed; the words on the paper are in `TITLES`."""

    RECEIPT = "receipt"
    SUPPLEMENT_NOTICE = "supplement_notice"
    ACCEPTANCE_NOTICE = "acceptance_notice"
    NON_ACCEPTANCE_DECISION = "non_acceptance_decision"
    NO_LICENCE_NEEDED_NOTICE = "no_licence_needed_notice"
    SPECIAL_PROCEDURE_NOTICE = "special_procedure_notice"
    GRANT_DECISION = "grant_decision"
    REFUSAL_DECISION = "refusal_decision"
    CERTIFICATE = "certificate"
    DELIVERY_RECEIPT = "delivery_receipt"
    MAILING_LABEL = "mailing_label"
    HANDOVER_SHEET = "handover_sheet"
    YEARLY_REPORT = "yearly_report"


TITLES: Mapping[PaperDocument, str] = {
    PaperDocument.RECEIPT: "申请材料接收凭证",
    PaperDocument.SUPPLEMENT_NOTICE: "补正材料一次性告知书",
    PaperDocument.ACCEPTANCE_NOTICE: "行政许可申请受理通知书",
    PaperDocument.NON_ACCEPTANCE_DECISION: "不予受理决定书",
    PaperDocument.NO_LICENCE_NEEDED_NOTICE: "不受理告知书",
    PaperDocument.SPECIAL_PROCEDURE_NOTICE: "特别程序(所需时间)告知书",
    PaperDocument.GRANT_DECISION: "准予行政许可决定书",
    PaperDocument.REFUSAL_DECISION: "不予行政许可决定书",
    PaperDocument.CERTIFICATE: "许可证",
    PaperDocument.DELIVERY_RECEIPT: "送达回证",
    PaperDocument.MAILING_LABEL: "邮件详情单",
    PaperDocument.HANDOVER_SHEET: "邮件交接清单",
    PaperDocument.YEARLY_REPORT: "行政许可实施和监督管理情况报告",
}


class FactKind(StrEnum):
    """The shape of a fact's value."""

    TEXT = "text"
    """One string; a line break starts a new paragraph."""
    DATE = "date"
    """A `datetime.date`, printed without leading zeros."""
    LINES = "lines"
    """A tuple of strings, printed one below the other."""
    ROWS = "rows"
    """A tuple of rows; each row is a tuple of strings in the order of `FactSpec.columns`."""


class Mask(StrEnum):
    """How a personal fact is shown on a paper that leaves the file."""

    NONE = "none"
    IDENTITY = "identity"
    """Personal identity numbers are masked, credit codes of bodies are not."""
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class FactSpec:
    """One fact that a document prints.

    `text` names the dated legal text (an act of the office's own stream) that fills the fact.
    """

    key: str
    label: str
    kind: FactKind = FactKind.TEXT
    required: bool = True
    columns: tuple[str, ...] = ()
    mask: Mask = Mask.NONE
    text: str = ""


@dataclass(frozen=True, slots=True)
class OfficeBlock:
    """The issuing office as it stands on its papers.

    `government` and `court` are those that the remedy texts name. `certificate_authority` is the issuing authority printed on
    certificates (发证机关), `name` when empty.
    """

    name: str
    window: str
    address: str
    phone: str
    postcode: str = ""
    supervision_phone: str = ""
    government: str = ""
    court: str = ""
    certificate_authority: str = ""


@dataclass(frozen=True, slots=True)
class PaperData:
    """The whole content of one paper.

    `number` is None before the act: the sheet then says 编号待定. `issued_on` is the legal date printed beside the seal place; None
    leaves it blank.
    `copies` names the sheets of a set (第一联 存档 …), one full run of pages each; empty takes the form's own set.
    `overlay` prints the text layer alone, for blank security paper.
    A paper of no single case (a handover sheet, the yearly report) carries a list number of its own, or none, in `case_no`.
    """

    document: PaperDocument
    case_no: str
    office: OfficeBlock
    facts: Mapping[str, FactValue]
    number: str | None = None
    issued_on: date | None = None
    training: bool = False
    copies: tuple[str, ...] = ()
    overlay: bool = False


@dataclass(frozen=True, slots=True)
class RasterPage:
    """One page as a picture: rows from the top, `stride` bytes each; `channels` 1 is grey, 3 is RGB."""

    width: int
    height: int
    stride: int
    channels: int
    pixels: bytes = field(repr=False)


def required_facts(document: PaperDocument) -> tuple[FactSpec, ...]:
    """Name every fact that `document` prints, in the order of the paper, optional ones included."""
    return _FACTS[document]


def fact_faults(paper: PaperData) -> tuple[Fault, ...]:
    """Find all facts that keep `paper` from being drawn; an empty tuple means that it can be.

    The codes are `paper_fact_missing`, `paper_fact_unknown` and `paper_fact_wrong_kind` (columns included),
    each with the parameter `label`; the field is the fact's key.
    """
    specs = {spec.key: spec for spec in required_facts(paper.document)}
    found = [Fault.of("paper_fact_unknown", field=key, label=key) for key in paper.facts if key not in specs]
    for spec in specs.values():
        value = paper.facts.get(spec.key)
        if value in {None, "", ()}:
            if spec.required:
                found.append(Fault.of("paper_fact_missing", field=spec.key, label=spec.label))
        elif not _has_shape(spec, value):
            found.append(Fault.of("paper_fact_wrong_kind", field=spec.key, label=spec.label))
    return tuple(found)


def _has_shape(spec: FactSpec, value: FactValue) -> bool:
    match spec.kind:
        case FactKind.TEXT:
            return isinstance(value, str)
        case FactKind.DATE:
            return isinstance(value, date)
        case FactKind.LINES:
            return isinstance(value, tuple) and all(isinstance(line, str) for line in value)
        case FactKind.ROWS:
            return isinstance(value, tuple) and all(
                isinstance(row, tuple) and len(row) == len(spec.columns) for row in value
            )


def mask_identity(number: str) -> str:
    """Hide the middle of a personal identity number, keeping what tells two people of one street apart.

    18 and 15 characters keep the first six and the last four (440781********0016); shorter ones the first two and last two.
    """
    head, tail = (6, 4) if len(number) >= 15 else (2, 2)
    return (
        number if len(number) <= head + tail else f"{number[:head]}{'*' * (len(number) - head - tail)}{number[-tail:]}"
    )


def mask_phone(number: str) -> str:
    """Hide the middle of a mobile number (138****5678); landline numbers of offices and shops stay."""
    digits = number.strip()
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) == 11 and digits.isdigit() and digits[0] == "1" else digits


def _text(key: str, label: str, *, mask: Mask = Mask.NONE) -> FactSpec:
    return FactSpec(key, label, mask=mask)


def _maybe(key: str, label: str, kind: FactKind = FactKind.TEXT, *, mask: Mask = Mask.NONE) -> FactSpec:
    return FactSpec(key, label, kind, required=False, mask=mask)


def _date(key: str, label: str) -> FactSpec:
    return FactSpec(key, label, FactKind.DATE)


def _law(key: str, label: str, text: str) -> FactSpec:
    return FactSpec(key, label, text=text)


def _rows(key: str, label: str, *columns: str, required: bool = True) -> FactSpec:
    return FactSpec(key, label, FactKind.ROWS, required=required, columns=columns)


_APPLICANT = (
    _text("applicant", "申请人"),
    _text("applicant_number_kind", "证件类型"),
    _text("applicant_number", "证件号码", mask=Mask.IDENTITY),
    _text("item", "申请事项"),
    _text("kind", "办理类型"),
)
_CONTACT = (_text("officer", "联系人"), _text("officer_phone", "联系电话"))

_FACTS: Mapping[PaperDocument, tuple[FactSpec, ...]] = {
    PaperDocument.RECEIPT: (
        *_APPLICANT,
        _maybe("legal_representative", "法定代表人(负责人)"),
        _maybe("agent", "代理人"),
        _maybe("agent_number", "代理人证件号码", mask=Mask.IDENTITY),
        _maybe("applicant_phone", "申请人联系电话", mask=Mask.PHONE),
        _text("channel", "申请方式"),
        _date("received_on", "收件日期"),
        _maybe("received_time", "收件时间"),
        _rows("materials", "接收材料", "材料名称", "形式", "份数", "页数"),
        _text("receiver", "收件人"),
        _text("first_contact", "首问责任人"),
        _text("first_contact_phone", "首问责任人电话"),
        _maybe("query_code", "查询码"),
        _law("notice", "告知事项", "receipt.notice"),
    ),
    PaperDocument.SUPPLEMENT_NOTICE: (
        *_APPLICANT,
        _date("received_on", "收件日期"),
        _rows("defects", "需要补正的内容", "材料名称", "存在问题", "补正要求", "依据"),
        _text("period", "补正期限"),
        _maybe("query_code", "查询码"),
        *_CONTACT,
        _law("basis", "告知依据", "supplement.basis"),
        _law("closing", "告知事项", "supplement.closing"),
    ),
    PaperDocument.ACCEPTANCE_NOTICE: (
        *_APPLICANT,
        _date("received_on", "收件日期"),
        _date("accepted_on", "受理日期"),
        _maybe("supplemented_on", "补正齐全日期", FactKind.DATE),
        _text("statutory_term", "法定办结时限"),
        _date("statutory_due", "法定办结日期"),
        _text("promised_term", "承诺办结时限"),
        _date("promised_due", "承诺办结日期"),
        _maybe("provisional", "暂定说明"),
        _maybe("special_procedures", "可能的特别程序"),
        _maybe("trace", "期限计算过程", FactKind.LINES),
        _text("query_code", "查询码"),
        *_CONTACT,
        _law("basis", "受理依据", "acceptance.basis"),
    ),
    PaperDocument.NON_ACCEPTANCE_DECISION: (
        *_APPLICANT,
        _date("received_on", "收件日期"),
        _text("reason", "不予受理的理由"),
        _maybe("competent_authority", "应当申请的机关"),
        *_CONTACT,
        _law("basis", "不予受理的依据", "non_acceptance.basis"),
        _law("remedies", "救济途径", "remedies"),
    ),
    PaperDocument.NO_LICENCE_NEEDED_NOTICE: (
        *_APPLICANT,
        _date("received_on", "收件日期"),
        _text("reason", "不受理的理由"),
        *_CONTACT,
        _law("basis", "不受理的依据", "no_licence.basis"),
    ),
    PaperDocument.SPECIAL_PROCEDURE_NOTICE: (
        *_APPLICANT,
        _date("accepted_on", "受理日期"),
        _text("procedure_kind", "特别程序种类"),
        _maybe("reason", "事由"),
        _text("days", "所需时间"),
        _date("starts_on", "起始日期"),
        _maybe("planned_end", "预计结束日期", FactKind.DATE),
        *_CONTACT,
        _law("basis", "依据", "special.basis"),
        _law("closing", "告知事项", "special.closing"),
    ),
    PaperDocument.GRANT_DECISION: (
        *_APPLICANT,
        _maybe("applicant_address", "住所(地址)"),
        _maybe("legal_representative", "法定代表人(负责人)"),
        _date("accepted_on", "受理日期"),
        _text("findings", "审查情况"),
        _text("item_basis", "许可依据"),
        _text("scope", "许可内容"),
        _maybe("certificate_title", "许可证件"),
        _maybe("certificate_number", "许可证编号"),
        _maybe("valid_from", "有效期自", FactKind.DATE),
        _maybe("valid_to", "有效期至", FactKind.DATE),
        _text("delivery", "送达方式"),
        _maybe("conditions", "被许可人应当遵守的事项", FactKind.LINES),
        _law("basis", "决定依据", "grant.basis"),
        _law("closing", "告知事项", "grant.closing"),
    ),
    PaperDocument.REFUSAL_DECISION: (
        *_APPLICANT,
        _maybe("applicant_address", "住所(地址)"),
        _maybe("legal_representative", "法定代表人(负责人)"),
        _date("accepted_on", "受理日期"),
        _text("findings", "查明的事实"),
        _text("reason", "不予许可的理由"),
        _text("item_basis", "适用的依据"),
        _law("basis", "决定依据", "refusal.basis"),
        _law("remedies", "救济途径", "remedies"),
    ),
    PaperDocument.CERTIFICATE: (
        _text("certificate_title", "证件名称"),
        _maybe("copy_name", "正本或副本"),
        _text("holder", "企业名称"),
        _text("registered_address", "注册地址"),
        _maybe("business_place", "经营场所"),
        _maybe("storage_place", "储存场所"),
        _text("legal_representative", "法定代表人"),
        _text("business_mode", "经营方式"),
        _text("scope", "许可范围"),
        _date("valid_from", "有效期自"),
        _date("valid_to", "有效期至"),
        _maybe("changed_on", "变更日期", FactKind.DATE),
        _maybe("renewals", "有效期延续情况"),
        _maybe("verification_code", "核验码"),
    ),
    PaperDocument.DELIVERY_RECEIPT: (
        _text("item", "事项"),
        _text("recipient", "受送达人"),
        _text("place", "送达地点"),
        _text("method", "送达方式"),
        _rows("documents", "送达文书", "文书名称", "文号", "份数"),
        _maybe("waybill", "邮件号码"),
        _maybe("sent_on", "交寄日期", FactKind.DATE),
        _maybe("delivered_on", "收到日期", FactKind.DATE),
        _maybe("signer", "签收人"),
        _maybe("relation", "与受送达人关系"),
        _maybe("server", "送达人"),
        _maybe("remark", "备注"),
        _law("notes", "说明", "delivery.notes"),
    ),
    PaperDocument.MAILING_LABEL: (
        _text("recipient", "收件人"),
        _text("recipient_phone", "收件人电话"),
        _text("recipient_address", "收件地址"),
        _maybe("recipient_postcode", "收件邮编"),
        _maybe("organisation", "收件单位"),
        _text("carrier", "承运"),
        _maybe("waybill", "邮件号码"),
        _text("contents", "内件品名"),
        _text("pieces", "件数"),
        _maybe("weight", "重量"),
        _text("payment", "付费方式"),
        _maybe("posted_on", "交寄日期", FactKind.DATE),
        _maybe("remark", "备注"),
    ),
    PaperDocument.HANDOVER_SHEET: (
        _text("carrier", "承运单位"),
        _date("handed_on", "交接日期"),
        _rows("letters", "邮件", "邮件号码", "收件人", "寄达地", "内件", "件数", "办件编号"),
        _text("officer", "交件人"),
        _maybe("remark", "备注"),
    ),
    PaperDocument.YEARLY_REPORT: (
        _text("year", "年度"),
        _text("items_count", "行政许可事项数"),
        _text("received", "申请量"),
        _text("accepted", "受理量"),
        _text("closed", "办结量"),
        _text("open_before", "年初在办"),
        _text("open_after", "年末在办"),
        _text("on_time_statutory", "法定时限内办结"),
        _text("on_time_promised", "承诺时限内办结"),
        _text("granted", "准予许可"),
        _text("refused", "不予许可"),
        _text("withdrawn", "撤回申请"),
        _text("complaints", "投诉件数"),
        _text("online_accepted", "网上受理"),
        _text("mailed", "寄送证照文书"),
        _rows("by_item", "分事项办理情况", "事项", "受理", "办结", "准予", "不予", "撤回"),
        _rows("visits", "监督检查", "行业", "家次"),
        _text("visits_total", "监督检查家次合计"),
        _text("findings", "隐患问题、整改措施和意见"),
        _text("enforcement_documents", "执法文书份数"),
        _text("fined_enterprises", "行政处罚企业数"),
        _text("suspended_enterprises", "责令暂时停产整顿企业数"),
        _text("fine_yuan", "处罚金额(元)"),
        _maybe("compression", "时限压缩比例"),
        _maybe("lawful", "依法实施情况"),
        _maybe("publicity", "公开公示情况"),
        _maybe("supervision", "监督管理情况"),
        _maybe("effects", "实施效果情况"),
        _maybe("measures", "具体工作措施", FactKind.LINES),
        _maybe("problems", "存在的问题和困难", FactKind.LINES),
        _maybe("next_steps", "下一步工作措施及有关建议", FactKind.LINES),
    ),
}
