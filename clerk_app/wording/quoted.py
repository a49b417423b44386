"""Names of the legal texts that papers quote, as the list of 法律用语 shows them."""

from __future__ import annotations

from clerk_app.wording.marking import QT_TRANSLATE_NOOP as N

TEXTS: dict[str, str] = {
    "text.receipt.notice": N("quoted", "接收凭证的说明"),
    "text.supplement.basis": N("quoted", "补正告知的依据"),
    "text.supplement.closing": N("quoted", "补正告知的结语"),
    "text.supplement.period": N("quoted", "补正期限"),
    "text.acceptance.basis": N("quoted", "受理的依据"),
    "text.acceptance.after_supplement": N("quoted", "补正后受理"),
    "text.acceptance.deemed": N("quoted", "逾期视为受理"),
    "text.non_acceptance.basis": N("quoted", "不予受理的依据"),
    "text.no_licence.basis": N("quoted", "不受理的依据"),
    "text.special.basis": N("quoted", "特别程序的依据"),
    "text.special.closing": N("quoted", "特别程序的结语"),
    "text.grant.basis": N("quoted", "准予许可的依据"),
    "text.grant.closing": N("quoted", "准予许可的结语"),
    "text.refusal.basis": N("quoted", "不予许可的依据"),
    "text.delivery.notes": N("quoted", "送达回证的说明"),
    "text.delivery.basis": N("quoted", "送达的依据"),
    "text.delivery.postal_only": N("quoted", "只由邮政寄递"),
    "text.delivery.address_confirmation": N("quoted", "送达地址确认"),
    "text.delivery.date": N("quoted", "送达日期"),
    "text.remedies": N("quoted", "复议与诉讼"),
    "text.correction.basis": N("quoted", "当场更正的依据"),
    "text.reapplication_ban.basis": N("quoted", "禁止再次申请"),
    "text.site_check.basis": N("quoted", "现场核查的依据"),
    "text.site_check.exclusion": N("quoted", "核查时间不计入"),
    "text.extension.basis": N("quoted", "延长期限的依据"),
    "text.decision_term.basis": N("quoted", "办理期限的依据"),
    "text.publication.basis": N("quoted", "公示的依据"),
    "text.publication.period": N("quoted", "公示期限"),
    "text.renewal.basis": N("quoted", "延续的依据"),
    "text.working_day.basis": N("quoted", "期限按工作日计"),
    "text.hearing.right": N("quoted", "听证权利"),
    "text.statement.right": N("quoted", "陈述申辩权利"),
    "text.privacy.notice": N("quoted", "个人信息告知"),
    "text.application.truthfulness": N("quoted", "材料真实性"),
    "text.application.no_fee": N("quoted", "不收费"),
    "text.cancellation.basis": N("quoted", "注销的依据"),
    "text.late.reason": N("quoted", "逾期的说明"),
}
"""Code of a text, behind "text.", -> its name."""
