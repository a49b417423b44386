"""Sentences of ledgers and of the yearly report: why a line was refused or doubted, why a file cannot be read."""

from __future__ import annotations

from clerk_app.wording.marking import QT_TRANSLATE_NOOP as N

TEXTS: dict[str, str] = {
    "ledger.headers_unknown": N(
        "ledger", "认不出这是哪种台账（表头：{headers}）；应为办件台账、监督检查台账或许可企业名录"
    ),
    "ledger.column_missing": N("ledger", "表中没有“{column}”这一列"),
    "ledger.value_missing": N("ledger", "“{column}”没有填写"),
    "ledger.word_unknown": N("ledger", "“{column}”不认识这个写法，可用：{words}"),
    "ledger.item_unknown": N("ledger", "没有名为“{item}”的事项"),
    "ledger.item_not_in_force": N("ledger", "事项“{item}”在{date}尚未施行或已经取消"),
    "ledger.kind_unknown": N("ledger", "没有名为“{kind_name}”的办理类型"),
    "ledger.date_form": N("ledger", "“{column}”不是日期，应写成2020-01-31"),
    "ledger.date_impossible": N("ledger", "“{column}”这一天不存在"),
    "ledger.date_order": N("ledger", "“{column}”{date}早于“{other}”{other_date}"),
    "ledger.number_form": N("ledger", "“{column}”应为不小于0的整数"),
    "ledger.only_when_granted": N("ledger", "没有准予许可，“{column}”不应填写"),
    "ledger.only_when_decided": N("ledger", "没有作出决定，“{column}”不应填写"),
    "ledger.duplicate_key": N("ledger", "与第{other}行是同一办件（收件日期、事项、类型、证件号码相同），内容却不同"),
    "ledger.changed_since_imported": N("ledger", "这一行以前已导入，内容现在不同；请在程序中更正，不要重复导入"),
    "ledger.certificate_twice": N("ledger", "证书编号“{number}”与第{other}行重复"),
    "ledger.certificate_taken": N("ledger", "证书编号“{number}”已属于另一办件"),
    "doubt.late_notice": N("ledger", "补正告知晚于法定的期限"),
    "doubt.late_acceptance": N("ledger", "受理晚于法定的期限"),
    "doubt.late_decision": N("ledger", "办结晚于法定的期限"),
    "doubt.late_delivery": N("ledger", "送达晚于法定的期限"),
    "doubt.id_type": N("ledger", "证件类型与申请人类型不相称"),
    "doubt.phone": N("ledger", "联系电话不是中国大陆的号码"),
    "doubt.not_competent": N("ledger", "收件之日该事项不由本机关办理"),
    "doubt.certificate_missing": N("ledger", "准予许可而没有证书编号"),
    "doubt.certificate_form": N("ledger", "证书编号不符合登记的格式"),
    "doubt.validity_missing": N("ledger", "准予许可而没有有效期"),
    "doubt.validity_not_expected": N("ledger", "审查意见没有有效期，台账却填写了"),
    "doubt.validity_length": N("ledger", "有效期的长短与规定不符"),
    "doubt.validity_before_decision": N("ledger", "有效期起早于决定日期"),
    "doubt.renewal_start": N("ledger", "延续的有效期没有从原有效期届满的次日起算"),
    "doubt.validity_changed": N("ledger", "变更不应改变有效期"),
    "doubtful": N("ledger", "历史数据存疑"),
    "report.year": N("ledger", "没有{year}年的报告"),
    "report.not_reconciled": N(
        "ledger", "在办数量对不上：年初{before}＋受理{accepted}－办结{closed}≠年末{after}，请核对办结早于受理的办件"
    ),
}
"""Code -> sentence."""
