"""What may be done with the selected case, and why not; the procedure still has the last word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.acts.case import MaterialCheck, Verdict
from clerk_app.domain.case import Case
from clerk_app.domain.errors import Fault
from clerk_app.domain.procedure import State
from clerk_app.wording import sentence

_DEFECTS = (Verdict.MISSING, Verdict.WRONG_FORM)


class Step(StrEnum):
    """What the page can do."""

    SAVE = "save"
    ISSUE = "issue"
    SUPPLEMENT = "supplement"
    ACCEPT = "accept"


def steps_for(case: Case, checks: Sequence[MaterialCheck], *, may_act: bool) -> Mapping[Step, str]:
    """Return the steps that belong to where the case stands, each with the reason why it cannot be done now, or empty.

    Source: 行政许可法第三十二条第一款第四项: 一次告知.
    """
    if case.state is State.AWAITING_SUPPLEMENT:
        found = {Step.ISSUE: _second_notice(case), Step.SUPPLEMENT: _supplement(case, checks)}
    elif case.state is State.RECEIVED and case.notified_on is not None:
        found = {Step.ISSUE: _second_notice(case), Step.ACCEPT: _accept(checks)}
    elif case.state is State.RECEIVED:
        found = {Step.SAVE: _save(case, checks), Step.ISSUE: _issue(checks), Step.ACCEPT: _accept(checks)}
    else:
        return {}
    if may_act:
        return found
    reason = sentence(Fault.of("role_missing", role="intake"))
    return dict.fromkeys(found, reason)


def is_editable(case: Case) -> bool:
    """Say whether the checklist may still be changed: until the notice is out, and for what comes in after it."""
    return case.state is State.AWAITING_SUPPLEMENT or (case.state is State.RECEIVED and case.notified_on is None)


def settled_codes(case: Case) -> frozenset[str]:
    """Return the materials that a supplement cannot touch: only what was open is ticked."""
    if case.state is not State.AWAITING_SUPPLEMENT:
        return frozenset()
    return frozenset(one.code for one in case.materials if one.verdict is Verdict.CONFORMS)


def _save(case: Case, checks: Sequence[MaterialCheck]) -> str:
    if tuple(checks) != case.materials:
        return ""
    return QCoreApplication.translate("Notice", "核对结果已保存")


def _issue(checks: Sequence[MaterialCheck]) -> str:
    left = sum(1 for one in checks if one.verdict is Verdict.OPEN)
    if left:
        return QCoreApplication.translate("Notice", "还有 {n} 份材料没有结论，不能出具告知书").format(n=left)
    if not any(one.verdict in _DEFECTS for one in checks):
        return sentence(Fault.of("no_defect_to_tell"))
    return ""


def _second_notice(case: Case) -> str:
    return sentence(Fault.of("second_notice", on=case.notified_on))


def _supplement(case: Case, checks: Sequence[MaterialCheck]) -> str:
    if tuple(checks) != case.materials:
        return ""
    return QCoreApplication.translate("Notice", "把收到的材料改为“符合”，再登记收到补正")


def _accept(checks: Sequence[MaterialCheck]) -> str:
    left = sum(1 for one in checks if one.verdict is not Verdict.CONFORMS)
    if not left:
        return ""
    return QCoreApplication.translate("Notice", "还有 {n} 份材料不符合要求，不能受理").format(n=left)
