"""What can be done with a case, as data: label, fields to fill in, and the service that does it.

Which of them are offered is the procedure's answer (`CaseFile.actions`) and the case's own state; nothing here decides the law.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import DecisionResult, DeliveryMethod, Opinion, Step, Verdict
from clerk_app.domain.catalogue import ResultKind
from clerk_app.domain.overview import Stage
from clerk_app.domain.papers import PaperDocument
from clerk_app.services import delivery, intake, review
from clerk_app.services.casefile import CaseFile
from clerk_app.services.recording import Desk, Recorded
from clerk_app.ui.translation import QT_TRANSLATE_NOOP as N

Values = Mapping[str, str]
Choices = tuple[tuple[str, str], ...]


class FieldKind(StrEnum):
    """How a field of an action is entered."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    CHOICE = "choice"
    EDITABLE_CHOICE = "editable_choice"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class ActionField:
    """One field: `code` is the name the service's faults use; `start` gives what stands there first."""

    code: str
    label: str
    kind: FieldKind = FieldKind.LINE
    is_required: bool = False
    choices: Callable[[CaseFile], Choices] | None = None
    start: Callable[[CaseFile, date], str] | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CaseAction:
    """One thing that can be done; labels are marked in the context `CaseAction`.

    `allowed_by` is the procedure's (kind, payload word). `is_open` narrows it to where it makes sense.
    `issues_paper` shows the paper with 编号待定 before it is done. `page` opens that page instead of acting here.
    """

    code: str
    label: str
    icon: str
    allowed_by: tuple[str, str]
    run: Callable[[Desk, CaseFile, Values], Recorded] | None = None
    fields: tuple[ActionField, ...] = ()
    is_open: Callable[[CaseFile], bool] = lambda file: True  # noqa: ARG005 — the default asks nothing
    issues_paper: bool = False
    is_primary: bool = False
    is_danger: bool = False
    page: str = ""


def offered(file: CaseFile) -> tuple[CaseAction, ...]:
    """Return what this person may do now, the usual next step first."""
    allowed = frozenset(file.actions)
    return tuple(one for one in ACTIONS if one.allowed_by in allowed and one.is_open(file))


def _id(file: CaseFile) -> CaseId:
    return file.case.case_id


def _day(values: Values, code: str) -> date | None:
    text = values.get(code, "")
    return date.fromisoformat(text) if text else None


def _opinions(_file: CaseFile) -> Choices:
    return ((Opinion.AGREE.value, N("CaseAction", "同意")), (Opinion.DISAGREE.value, N("CaseAction", "不同意")))


def _results(_file: CaseFile) -> Choices:
    return (
        (DecisionResult.GRANTED.value, N("CaseAction", "准予许可")),
        (DecisionResult.REFUSED.value, N("CaseAction", "不予许可")),
    )


def _procedures(_file: CaseFile) -> Choices:
    words = ("专家评审", "检验检测", "现场核查", "听证", "鉴定", "招标", "拍卖", "检疫")
    return tuple((word, word) for word in words)


def _running(file: CaseFile) -> Choices:
    return tuple(
        (one.procedure_id, f"{one.procedure}（{one.first_day.isoformat()} 起）") for one in file.case.open_procedures
    )


def _methods(_file: CaseFile) -> Choices:
    return (
        (DeliveryMethod.POST.value, N("CaseAction", "邮寄签收")),
        (DeliveryMethod.PICKUP.value, N("CaseAction", "窗口领取")),
    )


def _method_now(file: CaseFile, _today: date) -> str:
    choice = file.case.delivery
    return (choice.method if choice else DeliveryMethod.PICKUP).value


def _signer_now(file: CaseFile, _today: date) -> str:
    choice, applicant = file.case.delivery, file.case.applicant
    return (choice.recipient if choice and choice.recipient else "") or (applicant.name if applicant else "")


def _today(_file: CaseFile, today: date) -> str:
    return today.isoformat()


def _scope(file: CaseFile, _today: date) -> str:
    return review.granted_content(file.case, file.item) if file.item else ""


def _unsealed(file: CaseFile) -> Choices:
    return tuple(
        (one.document, one.number or one.document)
        for one in file.case.sheets
        if not one.spoiled
        and one.document in ("certificate", "grant_decision", "refusal_decision")
        and one.document not in file.case.sealed_documents
    )


def _letters(file: CaseFile) -> Choices:
    return tuple((one.waybill, one.waybill) for one in file.case.letters if one.returned_on is None)


def _all_conform(file: CaseFile) -> bool:
    return all(one.verdict is Verdict.CONFORMS for one in file.case.materials)


def _sign(step: Step) -> Callable[[Desk, CaseFile, Values], Recorded]:
    def run(desk: Desk, file: CaseFile, values: Values) -> Recorded:
        return review.sign_step(
            desk, _id(file), step=step, opinion=Opinion(values["opinion"]), text=values.get("text", "")
        )

    return run


def _decide(desk: Desk, file: CaseFile, values: Values) -> Recorded:
    wish = review.DecisionWish(
        result=DecisionResult(values["result"]),
        opinion_text=values.get("text", ""),
        content=values.get("content", ""),
        reasons=values.get("reasons", ""),
        late_reason=values.get("late_reason", ""),
    )
    return review.decide(desk, _id(file), wish)


def _start(desk: Desk, file: CaseFile, values: Values) -> Recorded:
    return review.start_procedure(
        desk,
        _id(file),
        procedure=values["procedure"],
        basis=values.get("basis", ""),
        first_day=_day(values, "first_day") or desk.today,
        planned_days=int(values.get("planned_days") or 0),
        reason=values.get("reason", ""),
    )


def _end(desk: Desk, file: CaseFile, values: Values) -> Recorded:
    return review.end_procedure(
        desk,
        _id(file),
        procedure_id=values["procedure_id"],
        last_day=_day(values, "last_day"),
        result=values.get("result", ""),
    )


def _deliver(desk: Desk, file: CaseFile, values: Values) -> Recorded:
    return delivery.deliver(
        desk,
        _id(file),
        method=DeliveryMethod(values["method"]),
        signer=values.get("signer", ""),
        relation=values.get("relation", ""),
        on=_day(values, "legal_date"),
    )


def _makes_certificate(file: CaseFile) -> bool:
    is_certificate = file.item is not None and file.item.result is ResultKind.CERTIFICATE
    return is_certificate and file.row.stage is Stage.TO_MAKE and bool(file.case.certificate_no)


def _printed_elsewhere(file: CaseFile) -> bool:
    is_certificate = file.item is not None and file.item.result is ResultKind.CERTIFICATE
    granted = file.case.decision is not None and file.case.decision.result is DecisionResult.GRANTED
    return is_certificate and granted and not file.case.certificate_no


def _posts(file: CaseFile) -> bool:
    return file.row.stage in (Stage.TO_POST, Stage.RETURNED)


_REASON = ActionField("reason", N("CaseAction", "理由"), FieldKind.PARAGRAPH, is_required=True)
_LEGAL_DATE = ActionField("legal_date", N("CaseAction", "日期"), FieldKind.DATE, is_required=True, start=_today)

ACTIONS: tuple[CaseAction, ...] = (
    CaseAction(
        "accept",
        N("CaseAction", "受理"),
        "check-circle",
        ("accepted", ""),
        run=lambda desk, file, _values: intake.accept(desk, _id(file)),
        is_open=_all_conform,
        issues_paper=True,
        is_primary=True,
    ),
    CaseAction(
        "notify",
        N("CaseAction", "一次性告知"),
        "notification",
        ("supplement_notified", ""),
        is_open=lambda file: file.case.notified_on is None and not _all_conform(file),
        is_primary=True,
        page="notification",
    ),
    CaseAction(
        "supplement",
        N("CaseAction", "收到补正材料"),
        "folder",
        ("supplement_received", "true"),
        is_primary=True,
        page="notification",
    ),
    CaseAction(
        "handle",
        N("CaseAction", "承办"),
        "edit",
        ("step_signed", "handle"),
        run=_sign(Step.HANDLE),
        fields=(
            ActionField("opinion", N("CaseAction", "意见"), FieldKind.CHOICE, is_required=True, choices=_opinions),
            ActionField("text", N("CaseAction", "承办意见"), FieldKind.PARAGRAPH, is_required=True),
        ),
        is_primary=True,
    ),
    CaseAction(
        "check",
        N("CaseAction", "审核"),
        "check",
        ("step_signed", "check"),
        run=_sign(Step.CHECK),
        fields=(
            ActionField("opinion", N("CaseAction", "意见"), FieldKind.CHOICE, is_required=True, choices=_opinions),
            ActionField("text", N("CaseAction", "审核意见"), FieldKind.PARAGRAPH, is_required=True),
        ),
        is_primary=True,
    ),
    CaseAction(
        "approve",
        N("CaseAction", "批准并作出决定"),
        "certificate",
        ("step_signed", "approve"),
        run=_decide,
        fields=(
            ActionField("result", N("CaseAction", "决定"), FieldKind.CHOICE, is_required=True, choices=_results),
            ActionField("text", N("CaseAction", "批准意见"), FieldKind.PARAGRAPH, is_required=True),
            ActionField("content", N("CaseAction", "许可内容"), FieldKind.PARAGRAPH, start=_scope),
            ActionField("reasons", N("CaseAction", "不予理由"), FieldKind.PARAGRAPH),
            ActionField("late_reason", N("CaseAction", "超承诺原因"), FieldKind.LINE),
        ),
        issues_paper=True,
        is_primary=True,
    ),
    CaseAction(
        "start_procedure",
        N("CaseAction", "启动特别程序"),
        "pause",
        ("procedure_started", ""),
        run=_start,
        fields=(
            ActionField("procedure", N("CaseAction", "种类"), FieldKind.EDITABLE_CHOICE, True, choices=_procedures),
            ActionField(
                "basis",
                N("CaseAction", "依据"),
                FieldKind.LINE,
                is_required=True,
                start=lambda _file, _today: "《中华人民共和国行政许可法》第四十五条",
            ),
            ActionField("first_day", N("CaseAction", "起始日期"), FieldKind.DATE, is_required=True, start=_today),
            ActionField("planned_days", N("CaseAction", "所需工作日"), FieldKind.NUMBER, is_required=True),
            ActionField("reason", N("CaseAction", "事由"), FieldKind.LINE),
        ),
        issues_paper=True,
    ),
    CaseAction(
        "end_procedure",
        N("CaseAction", "结束特别程序"),
        "play",
        ("procedure_ended", ""),
        run=_end,
        fields=(
            ActionField("procedure_id", N("CaseAction", "特别程序"), FieldKind.CHOICE, True, choices=_running),
            ActionField("last_day", N("CaseAction", "结束日期"), FieldKind.DATE, is_required=True, start=_today),
            ActionField("result", N("CaseAction", "结果"), FieldKind.LINE),
        ),
        is_open=lambda file: bool(file.case.open_procedures),
        is_primary=True,
    ),
    CaseAction(
        "make_certificate",
        N("CaseAction", "制证"),
        "certificate",
        ("sealed", ""),
        run=lambda desk, file, _values: delivery.make_certificate(desk, _id(file)),
        is_open=_makes_certificate,
        issues_paper=True,
        is_primary=True,
    ),
    CaseAction(
        "external_certificate",
        N("CaseAction", "登记证件编号"),
        "certificate",
        ("sealed", ""),
        run=lambda desk, file, values: delivery.record_external_certificate(
            desk, _id(file), number=values["certificate_no"]
        ),
        fields=(ActionField("certificate_no", N("CaseAction", "证件编号"), is_required=True),),
        is_open=_printed_elsewhere,
        is_primary=True,
    ),
    CaseAction(
        "delivery_receipt",
        N("CaseAction", "打印送达回证"),
        "print",
        ("sealed", ""),
        run=lambda desk, file, _values: delivery.issue_document(desk, _id(file), PaperDocument.DELIVERY_RECEIPT),
        is_open=lambda file: file.case.sheet("delivery_receipt") is None,
        issues_paper=True,
    ),
    CaseAction(
        "post",
        N("CaseAction", "交寄"),
        "mailing",
        ("posted", ""),
        run=lambda desk, file, values: delivery.post(
            desk, _id(file), waybill=values["waybill"], on=_day(values, "legal_date")
        ),
        fields=(ActionField("waybill", N("CaseAction", "邮件号码"), is_required=True), _LEGAL_DATE),
        is_open=_posts,
        is_primary=True,
    ),
    CaseAction(
        "mailing_label",
        N("CaseAction", "打印邮件详情单"),
        "print",
        ("posted", ""),
        run=lambda desk, file, _values: delivery.issue_document(desk, _id(file), PaperDocument.MAILING_LABEL),
        is_open=lambda file: _posts(file) or file.row.stage is Stage.IN_TRANSIT,
        issues_paper=True,
    ),
    CaseAction(
        "deliver",
        N("CaseAction", "登记送达"),
        "check-circle",
        ("delivered", ""),
        run=_deliver,
        fields=(
            ActionField("method", N("CaseAction", "方式"), FieldKind.CHOICE, True, choices=_methods, start=_method_now),
            ActionField("signer", N("CaseAction", "签收人"), is_required=True, start=_signer_now),
            ActionField("relation", N("CaseAction", "与受送达人关系")),
            ActionField("legal_date", N("CaseAction", "签收日期"), FieldKind.DATE, is_required=True, start=_today),
        ),
        is_open=lambda file: file.row.stage in (Stage.IN_TRANSIT, Stage.TO_PICK_UP),
        is_primary=True,
    ),
    CaseAction(
        "seal",
        N("CaseAction", "用印"),
        "stamp",
        ("sealed", ""),
        run=lambda desk, file, values: delivery.seal(desk, _id(file), document=values["document"]),
        fields=(ActionField("document", N("CaseAction", "文书"), FieldKind.CHOICE, True, choices=_unsealed),),
        is_open=lambda file: bool(_unsealed(file)) and file.row.stage is not Stage.TO_MAKE,
        is_primary=True,
    ),
    CaseAction(
        "letter_returned",
        N("CaseAction", "登记退回"),
        "history",
        ("returned", ""),
        run=lambda desk, file, values: delivery.letter_returned(
            desk, _id(file), waybill=values["waybill"], reason=values.get("reason", ""), on=_day(values, "legal_date")
        ),
        fields=(
            ActionField("waybill", N("CaseAction", "邮件号码"), FieldKind.CHOICE, True, choices=_letters),
            _REASON,
            _LEGAL_DATE,
        ),
        is_open=lambda file: bool(_letters(file)),
    ),
    CaseAction(
        "publish",
        N("CaseAction", "登记公示"),
        "send",
        ("published", ""),
        run=lambda desk, file, values: delivery.publish(
            desk, _id(file), site=values["site"], on=_day(values, "legal_date")
        ),
        fields=(ActionField("site", N("CaseAction", "公示网站"), is_required=True), _LEGAL_DATE),
        is_open=lambda file: file.case.published_on is None,
    ),
    CaseAction(
        "close",
        N("CaseAction", "归档"),
        "folder",
        ("case_closed", ""),
        run=lambda desk, file, values: delivery.close(desk, _id(file), note=values.get("note", "")),
        fields=(ActionField("note", N("CaseAction", "备注")),),
        is_primary=True,
    ),
    CaseAction(
        "refuse_acceptance",
        N("CaseAction", "不予受理"),
        "dismiss-circle",
        ("acceptance_refused", ""),
        run=lambda desk, file, values: intake.refuse_acceptance(
            desk, _id(file), reason=values.get("reason", ""), authority=values.get("authority", "")
        ),
        fields=(_REASON, ActionField("authority", N("CaseAction", "应当申请的机关"))),
        issues_paper=True,
        is_danger=True,
    ),
    CaseAction(
        "no_licence",
        N("CaseAction", "不受理（无需许可）"),
        "info",
        ("no_licence_needed", ""),
        run=lambda desk, file, values: intake.declare_no_licence_needed(
            desk, _id(file), reason=values.get("reason", "")
        ),
        fields=(_REASON,),
        issues_paper=True,
        is_danger=True,
    ),
    CaseAction(
        "withdraw",
        N("CaseAction", "撤回申请"),
        "history",
        ("application_withdrawn", ""),
        run=lambda desk, file, values: intake.withdraw(desk, _id(file), reason=values.get("reason", "")),
        fields=(_REASON,),
        is_danger=True,
    ),
    CaseAction(
        "note",
        N("CaseAction", "备注"),
        "edit",
        ("note_added", ""),
        run=lambda desk, file, values: delivery.add_note(desk, _id(file), text=values.get("text", "")),
        fields=(ActionField("text", N("CaseAction", "备注"), FieldKind.PARAGRAPH, is_required=True),),
    ),
    CaseAction(
        "retract",
        N("CaseAction", "撤销上一步"),
        "history",
        ("act_retracted", ""),
        run=lambda desk, file, values: review.retract(desk, _id(file), reason=values.get("reason", "")),
        fields=(_REASON,),
        is_open=lambda file: file.case.last_legal_group is not None and file.case.origin.value != "ledger",
        is_danger=True,
    ),
)
"""Every action, the usual next steps first."""
