"""The open cases that a window finds on a January morning: one at every stage, recorded through the services day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial

from clerk_app.bootstrap import Parts
from clerk_app.devices.clock import InjectedClock
from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.acts.case import (
    Applicant,
    ApplicantType,
    Channel,
    DecisionResult,
    DeliveryChoice,
    DeliveryMethod,
    IdType,
    MaterialCheck,
    Opinion,
    OwnFieldValue,
    Step,
    Verdict,
)
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import FieldType, ItemVersion, Kind
from clerk_app.services import delivery, intake, review, sheets
from clerk_app.services.desk import WorkingDesk
from clerk_app.services.intake import Application
from clerk_app.services.recording import Recorded

_MORNING = time(1, 30)
"""09:30 in the office, as UTC."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who applies, and by which address the result is sent."""

    name: str
    number: str
    type: ApplicantType
    representative: str
    town: str
    phone: str


_COMPANY, _TRADER, _PERSON = ApplicantType.ENTITY, ApplicantType.SOLE_TRADER, ApplicantType.PERSON
PEOPLE = (
    Person("台山市大江聚丰化工贸易有限公司", "91440781MA4TEXT28Q", _COMPANY, "冼惠珍", "大江镇", "13826480011"),
    Person("台山市水步顺风涂料有限公司", "91440781MA4T00377A", _COMPANY, "刘𬭎", "水步镇", "13826480012"),
    Person("台山市广海新明气体有限公司", "91440781MA4T00000C", _COMPANY, "甄堃", "广海镇", "13826480013"),
    Person("台山市台城阿珍烟花爆竹零售店", "92440781MA4TEXT36G", _TRADER, "李阿珍", "台城街道", "13826480014"),
    Person("台山市四九金源金属有限公司", "91440781MA4T00035Y", _COMPANY, "伍荣贵", "四九镇", "13826480015"),
    Person("台山市端芬宏图化工有限公司", "91440781MA4T0014X0", _COMPANY, "梅国强", "端芬镇", "13826480016"),
    Person("台山市斗山和兴化工有限公司", "91440781MA4T0006XC", _COMPANY, "陈䶮", "斗山镇", "13826480017"),
    Person("容惠珍", "440781199001010024", _PERSON, "", "白沙镇", "13826480018"),
)


class Cast:
    """Walks cases to their stages; every step is recorded by the person whose step it is, on its own day."""

    def __init__(self, parts: Parts, clock: InjectedClock) -> None:
        self._parts, self._clock = parts, clock

    def enter(self) -> None:
        """Bring all of them in; takes some seconds."""
        self._on(date(2021, 1, 19))
        to_post = self._accepted(PEOPLE[0], "WHJY")
        stopped = self._accepted(PEOPLE[4], "JSYL")
        self._on(date(2021, 1, 20))
        self._decided(to_post)
        self._certificate(to_post)
        self._do("handler", self._stop(stopped))
        transit = self._accepted(PEOPLE[6], "WHJY")
        self._on(date(2021, 1, 21))
        self._decided(transit)
        self._certificate(transit)
        self._on(date(2021, 1, 22))
        self._do("issuer", partial(delivery.post, case_id=transit, waybill="EA473124829CN"))
        self._received(PEOPLE[2], "WHJY", missing=2, notify=True)
        made = self._accepted(PEOPLE[7], "YHLS")
        self._on(date(2021, 1, 25))
        self._decided(made)
        checked = self._accepted(PEOPLE[5], "WHJY")
        self._sign(checked, Step.HANDLE)
        self._sign(checked, Step.CHECK)
        self._accepted(PEOPLE[3], "YHLS")
        self._received(PEOPLE[1], "WHJY", missing=1, notify=False)

    def _on(self, day: date) -> None:
        self._clock.set_to(datetime.combine(day, _MORNING, tzinfo=UTC))

    def _desk(self, user: str) -> WorkingDesk:
        return WorkingDesk(self._parts.store, self._parts.renderer, self._parts.printer, user)

    def _do(self, user: str, action: Callable[..., Recorded]) -> Case:
        done = self._desk(user).do(action)
        for paper in done.papers:
            self._desk(user).do(partial(sheets.confirm, case_id=done.case.case_id, sheet_id=paper.sheet_id))
        return done.case

    def _received(self, who: Person, item: str, *, missing: int = 0, notify: bool = False) -> CaseId:
        office = self._parts.store.reading().office()
        version = office.catalogue.at(item, self._clock.today())
        if version is None:
            raise LookupError(item)
        case = self._do("clerk", partial(intake.receive, application=application(who, version)))
        materials = judged(case.materials, missing=missing)
        step = intake.notify_once if notify else intake.check_materials
        self._do("clerk", partial(step, case_id=case.case_id, materials=materials))
        return case.case_id

    def _accepted(self, who: Person, item: str) -> CaseId:
        case_id = self._received(who, item)
        self._do("clerk", partial(intake.accept, case_id=case_id))
        return case_id

    def _stop(self, case_id: CaseId) -> Callable[..., Recorded]:
        return partial(
            review.start_procedure,
            case_id=case_id,
            procedure="专家评审",
            basis="《中华人民共和国行政许可法》第四十五条",
            first_day=self._clock.today(),
            planned_days=10,
        )

    def _sign(self, case_id: CaseId, step: Step) -> None:
        user = {Step.HANDLE: "handler", Step.CHECK: "checker"}[step]
        text = "经审查，申请材料齐全，符合规定条件，拟同意。" if step is Step.HANDLE else "同意承办意见。"
        self._do(user, partial(review.sign_step, case_id=case_id, step=step, opinion=Opinion.AGREE, text=text))

    def _decided(self, case_id: CaseId) -> None:
        self._sign(case_id, Step.HANDLE)
        self._sign(case_id, Step.CHECK)
        wish = review.DecisionWish(DecisionResult.GRANTED, "同意发证。")
        self._do("approver", partial(review.decide, case_id=case_id, wish=wish))

    def _certificate(self, case_id: CaseId) -> None:
        self._do("issuer", partial(delivery.make_certificate, case_id=case_id))
        self._do("issuer", partial(delivery.seal, case_id=case_id, document="certificate"))


def application(who: Person, item: ItemVersion) -> Application:
    """Return a filled-in application of a person for an item; own fields get plausible values."""
    address = f"广东省江门市台山市{who.town}环城路8号"
    person = who.type is ApplicantType.PERSON
    return Application(
        item=item.code,
        kind=Kind.NEW,
        applicant=Applicant(
            type=who.type,
            name=who.name,
            id_type=IdType.RESIDENT_ID if person else IdType.CREDIT_CODE,
            id_number=who.number,
            legal_representative=who.representative,
            address=address,
            contact=who.representative or who.name,
            phone=who.phone,
        ),
        channel=Channel.WINDOW,
        delivery=DeliveryChoice(
            DeliveryMethod.POST, who.representative or who.name, who.phone, "529200", address, confirmed=True
        ),
        fields=tuple(
            OwnFieldValue(field.code, _own(field.code, field.type, field.choices, who)) for field in item.fields
        ),
        project_name=f"{who.name}建设项目" if any(one.code == "project_name" for one in item.fields) else "",
    )


def _own(code: str, kind: FieldType, choices: tuple[str, ...], who: Person) -> str:
    if choices:
        return choices[0]
    if kind is FieldType.NUMBER:
        return "20"
    known = {
        "scope": "乙醇、丙酮、甲苯（不带储存设施经营）",
        "person_in_charge": who.representative or who.name,
        "categories": "C级、D级烟花爆竹",
        "project_name": f"{who.name}技术改造项目",
        "project_content": "新建年产2000吨铸件熔炼生产线",
    }
    if code.endswith(("place", "address")):
        return f"广东省江门市台山市{who.town}环城路8号"
    return known.get(code, "见申请书")


def judged(materials: tuple[MaterialCheck, ...], *, missing: int) -> tuple[MaterialCheck, ...]:
    """Return the checklist gone through: the first `missing` were not handed in, everything else is in order."""
    return tuple(
        replace(one, verdict=Verdict.MISSING, defect="未提交")
        if place < missing
        else replace(one, verdict=Verdict.CONFORMS, pages=3, compared_with_original=one.form == "copy")
        for place, one in enumerate(materials)
    )
