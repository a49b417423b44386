"""A paper of every kind with made-up content, marked 样张, by which the program proves that it can draw them all."""

from __future__ import annotations

from datetime import date

from clerk_app.domain.papers import (
    TITLES,
    FactKind,
    FactSpec,
    FactValue,
    OfficeBlock,
    PaperData,
    PaperDocument,
    required_facts,
)

_DAY = date(2020, 9, 21)
_CODES = {"waybill": "EA473124829CN", "applicant_number": "440781199001010016", "applicant_number_kind": "居民身份证"}


def specimen(document: PaperDocument) -> PaperData:
    """Make the specimen of a document: each fact says its own name."""
    place = "样例"
    office = OfficeBlock(
        name="样例单位",
        window=f"{place}窗口",
        address=f"{place}地址",
        phone="0750-5500000",
        supervision_phone="0750-5500001",
    )
    return PaperData(
        document=document,
        case_no="440781202009210100017",
        office=office,
        facts={spec.key: _value(spec) for spec in required_facts(document)},
        number=f"{TITLES[document]}〔2020〕1号",
        issued_on=_DAY,
        training=True,
    )


def _value(spec: FactSpec) -> FactValue:
    match spec.kind:
        case FactKind.TEXT:
            return _CODES.get(spec.key, f"{spec.label}样例")
        case FactKind.DATE:
            return _DAY
        case FactKind.LINES:
            return (f"{spec.label}样例一", f"{spec.label}样例二")
        case FactKind.ROWS:
            return tuple(tuple(f"{column}{row}" for column in spec.columns) for row in (1, 2))
