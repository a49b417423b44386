"""A training office with many open cases, made through the unit of work itself; for benches and long tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from clerk_app.bootstrap import DataFolder, open_parts
from clerk_app.devices.clock import InjectedClock
from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import CaseId, StaffId
from clerk_app.domain.acts.case import Applicant, ApplicantType, Channel, IdType, MaterialCheck, Verdict
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.identifiers import check_credit_code
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import NewAct
from clerk_app.services.founding import found, training_founding

_BATCH = 200
_TOWNS = (
    "台城",
    "大江",
    "水步",
    "四九",
    "白沙",
    "三合",
    "冲蒌",
    "斗山",
    "都斛",
    "赤溪",
    "端芬",
    "广海",
    "海宴",
    "汶村",
    "深井",
)
_NAMES = (
    "中科",
    "瑞丰",
    "华泰",
    "宝源",
    "昌盛",
    "明珠",
    "南海",
    "新宁",
    "伟业",
    "聚宝",
    "顺达",
    "骏业",
    "康泰",
    "金海",
    "恒昌",
)


def make_large_office(folder: Path, cases: int, *, today: date) -> None:
    """Found a training office in `folder` and receive `cases` applications over the sixty days before `today`."""
    noon = datetime(today.year, today.month, today.day, 4, tzinfo=UTC)
    found(DataFolder(folder, clock=InjectedClock(noon)), training_founding())
    parts = open_parts(folder, now=noon)
    try:
        for start in range(0, cases, _BATCH):
            with parts.store.unit_of_work() as uow:
                for number in range(start, min(start + _BATCH, cases)):
                    case_id = CaseId(uow.new_id())
                    on = today - timedelta(days=number % 60 + 1)
                    uow.append(
                        [
                            NewAct(case_stream(case_id), _received(number), on),
                            NewAct(case_stream(case_id), acts.Accepted(item_version=1), on),
                        ],
                        actor=StaffId("clerk"),
                    )
                uow.commit()
    finally:
        parts.close()


def _received(number: int) -> acts.MaterialsReceived:
    town, name = _TOWNS[number % len(_TOWNS)], _NAMES[number // len(_TOWNS) % len(_NAMES)]
    return acts.MaterialsReceived(
        case_no=f"440781022020{number:09d}",
        item=("WHJY", "JSYL", "FMKS")[number % 3],
        item_kind=Kind.NEW,
        applicant=Applicant(
            ApplicantType.ENTITY,
            f"台山市{town}{name}第{number}化工有限公司",
            IdType.CREDIT_CODE,
            credit_code(number),
            "甄堃",
            f"台山市{town}镇",
            "甄堃",
            f"138{number:08d}",
        ),
        channel=Channel.WINDOW,
        materials=(MaterialCheck("application", "申请书", Verdict.CONFORMS),),
        training=True,
    )


def credit_code(number: int) -> str:
    """Return a made-up credit code with the right check digit."""
    body = f"91440781MA4{number:06d}"
    for sign in "0123456789ABCDEFGHJKLMNPQRTUWXY":
        if check_credit_code(body + sign).valid:
            return body + sign
    raise AssertionError(body)
