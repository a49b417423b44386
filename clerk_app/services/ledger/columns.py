"""The columns of the three ledgers and the words that stand in them; the ledger of 2020 is the pattern.

Names of items and of kinds are data of the office (`db/seed/aliases.json`), not of this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from clerk_app.domain.acts.case import ApplicantType, Channel, DeliveryMethod
from clerk_app.domain.idcheck import IdKind

RECEIVED = "收件日期"
ACCEPTED = "受理日期"
ITEM = "事项名称"
KIND = "办理类型"
APPLICANT_TYPE = "申请人类型"
APPLICANT = "申请人名称"
ID_TYPE = "证件类型"
ID_NUMBER = "证件号码"
REPRESENTATIVE = "法定代表人"
ADDRESS = "地址"
CONTACT = "联系人"
PHONE = "联系电话"
CHANNEL = "申请渠道"
NOTIFIED = "补正告知日期"
SUPPLEMENTED = "补正齐全日期"
PROCEDURE = "特别程序种类"
STOP_FIRST = "特别程序开始"
STOP_LAST = "特别程序结束"
RESULT = "决定结果"
DECIDED = "决定日期"
CONCLUDED = "办结日期"
CERTIFICATE = "证书编号"
VALID_FROM = "有效期起"
VALID_TO = "有效期止"
METHOD = "送达方式"
WAYBILL = "邮件号码"
POSTED = "交寄日期"
SIGNED = "签收日期"
REMARK = "备注"

INSPECTED = "检查日期"
TRADE = "行业类别"
HOLDER = "被检查单位"
CREDIT_CODE = "统一社会信用代码"
INSPECTORS = "检查人员"
FINDINGS = "发现隐患数"
DOCUMENTS = "执法文书份数"
FINE = "罚款金额元"
SUSPENDED = "责令停产整顿"

FIRM = "企业名称"
KEY_SUPERVISION = "两重点一重大"


class LedgerKind(StrEnum):
    """Which ledger a file is; the words of the command's `--kind`."""

    CASES = "cases"
    INSPECTIONS = "inspections"
    LICENSEES = "licensees"


OBLIGATORY: Mapping[LedgerKind, tuple[str, ...]] = {
    LedgerKind.CASES: (RECEIVED, ACCEPTED, ITEM, KIND, APPLICANT_TYPE, APPLICANT, ID_TYPE, ID_NUMBER),
    LedgerKind.INSPECTIONS: (INSPECTED, TRADE, HOLDER, CREDIT_CODE),
    LedgerKind.LICENSEES: (FIRM, CREDIT_CODE, TRADE),
}
"""Columns without which a line means nothing. Source: contracts, `import-ledger`, for the cases."""

TELLING: Mapping[LedgerKind, frozenset[str]] = {
    LedgerKind.CASES: frozenset({RECEIVED, ACCEPTED, ITEM, KIND, APPLICANT, RESULT}),
    LedgerKind.INSPECTIONS: frozenset({INSPECTED, HOLDER, INSPECTORS, FINDINGS}),
    LedgerKind.LICENSEES: frozenset({FIRM, KEY_SUPERVISION}),
}
"""Columns that only this ledger has: they decide what a file is."""


class LedgerResult(StrEnum):
    """How a line of the ledger ended."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


APPLICANT_TYPES: Mapping[str, ApplicantType] = {
    "法人及非法人组织": ApplicantType.ENTITY,
    "法人": ApplicantType.ENTITY,
    "非法人组织": ApplicantType.ENTITY,
    "企业": ApplicantType.ENTITY,
    "个体工商户": ApplicantType.SOLE_TRADER,
    "个体户": ApplicantType.SOLE_TRADER,
    "自然人": ApplicantType.PERSON,
    "个人": ApplicantType.PERSON,
}
ID_KINDS: Mapping[str, IdKind] = {
    "统一社会信用代码": IdKind.CREDIT_CODE,
    "居民身份证": IdKind.RESIDENT_ID,
    "身份证": IdKind.RESIDENT_ID,
    "港澳台居民居住证": IdKind.RESIDENCE_PERMIT,
    "外国人永久居留身份证": IdKind.FOREIGNER_ID,
    "港澳居民来往内地通行证": IdKind.HK_MACAO_PASS,
    "台湾居民来往大陆通行证": IdKind.TAIWAN_PASS,
    "护照": IdKind.PASSPORT,
    "其他证件": IdKind.UNKNOWN,
    "其他": IdKind.UNKNOWN,
}
CHANNELS: Mapping[str, Channel] = {
    "窗口": Channel.WINDOW,
    "现场": Channel.WINDOW,
    "网上": Channel.ONLINE,
    "网办": Channel.ONLINE,
    "邮寄": Channel.POST,
}
RESULTS: Mapping[str, LedgerResult] = {
    "准予许可": LedgerResult.GRANTED,
    "准予": LedgerResult.GRANTED,
    "准予备案": LedgerResult.GRANTED,
    "不予许可": LedgerResult.REFUSED,
    "不予": LedgerResult.REFUSED,
    "申请人撤回": LedgerResult.WITHDRAWN,
    "撤回": LedgerResult.WITHDRAWN,
    "撤回申请": LedgerResult.WITHDRAWN,
}
METHODS: Mapping[str, DeliveryMethod] = {
    "邮寄": DeliveryMethod.POST,
    "窗口自取": DeliveryMethod.PICKUP,
    "窗口领取": DeliveryMethod.PICKUP,
    "自取": DeliveryMethod.PICKUP,
    "直接送达": DeliveryMethod.PICKUP,
}
CLAIMS: Mapping[str, bool] = {"是": True, "否": False}
