"""The sentences of the intake that say what can be done now and what was done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.acts.case import Verdict
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.ui.screens.intake.outcomes import Outcome
from clerk_app.ui.screens.intake.sheet import IntakeSheet
from clerk_app.ui.shortcuts import INTAKE
from clerk_app.ui.translation import QT_TRANSLATE_NOOP
from clerk_app.wording import word

_OUTCOMES = {
    Outcome.RECEIVE: QT_TRANSLATE_NOOP("Intake", "收件"),
    Outcome.ACCEPT: QT_TRANSLATE_NOOP("Intake", "收件并受理"),
    Outcome.NOTIFY: QT_TRANSLATE_NOOP("Intake", "收件并一次性告知"),
    Outcome.REFUSE: QT_TRANSLATE_NOOP("Intake", "不予受理"),
    Outcome.NO_LICENCE: QT_TRANSLATE_NOOP("Intake", "不受理"),
}


def outcome_words(outcome: Outcome) -> str:
    """Return what stands on the button of an outcome, with its key."""
    return f"{QCoreApplication.translate('Intake', _OUTCOMES[outcome])} {INTAKE[outcome.value].keys}"


def hint_words(sheet: IntakeSheet, item: ItemVersion | None, *, may_receive: bool) -> str:
    """Return what is still needed before an outcome applies; empty when everything is said by the buttons."""
    if not may_receive:
        return QCoreApplication.translate("Intake", "收件由“受理”岗位办理，您可以查看")
    if sheet.is_blank:
        return QCoreApplication.translate("Intake", "录入申请人和事项后，这里列出可以办理的结论")
    if item is None:
        return QCoreApplication.translate("Intake", "请选择事项")
    if not item.accepted_here:
        return ""
    if item.rule(sheet.matter.kind) is None:
        return QCoreApplication.translate("Intake", "请改选办理类型")
    left = sum(1 for one in sheet.materials if one.verdict is Verdict.OPEN)
    if left:
        text = QCoreApplication.translate("Intake", "还有 {n} 份材料没有结论")
        return text.format(n=left)
    return ""


def received_words(case: Case, *, next_document: str) -> str:
    """Return what the foot says of a case that was just received."""
    who = case.applicant.name if case.applicant else ""
    text = QCoreApplication.translate("Intake", "{no}　{who}　已收件。").format(no=case.case_no, who=who)
    if next_document:
        more = QCoreApplication.translate("Intake", "接着出具：{document}。")
        text += more.format(document=word(f"document.{next_document}"))
    return text


def finished_words(case: Case) -> str:
    """Return what the foot says of a case after its outcome."""
    who = case.applicant.name if case.applicant else ""
    return QCoreApplication.translate("Intake", "{no}　{who}　{state}。").format(
        no=case.case_no, who=who, state=word(f"state.{case.state.value}")
    )


def draft_title(sheet: IntakeSheet, item: ItemVersion | None) -> str:
    """Return under which name a draft is listed."""
    who = sheet.applicant.name or QCoreApplication.translate("Intake", "未填名称")
    return f"{who}　{item.short_name}" if item is not None else who
