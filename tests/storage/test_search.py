"""The search box finds any part of names and numbers, and says why."""

from datetime import date, timedelta

import pytest

from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.acts.case import Accepted, ApplicantType, Decided, DecisionResult, IdType, Posted
from clerk_app.domain.acts.licence import LicenceGranted
from clerk_app.domain.acts.licensee import LicenseeRegistered
from clerk_app.domain.keys import case_stream, licence_stream, licensee_stream
from clerk_app.domain.listing import CaseFilter, NewAct

WHJY = "台应急许受〔2026〕18号"


@pytest.fixture
def case(window):
    case = window.receive(project_name="三合气体充装站改建项目")
    window.record(case, Accepted(1, WHJY))
    window.record(
        case,
        Decided(
            DecisionResult.GRANTED, document_no="台应急许准〔2026〕9号", certificate_no="粤江台WH安经证字〔2026〕00021"
        ),
    )
    window.record(case, Posted("EC465560481CN"))
    return case


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("三合", "name"),
        ("气体有限", "name"),
        ("气", "name"),
        ("曾伟", "name"),
        ("𬭊", "name"),
        ("zengwei", "pinyin"),
        ("ZW", "pinyin"),
        ("tssshqt", "pinyin"),
        ("91440781MA7EJG4D43", "credit_code"),
        ("ejg4", "credit_code"),
        ("626278", "phone"),
        ("EC4655", "waybill"),
        ("0481cn", "waybill"),
        ("〔2026〕00021", "certificate_no"),
        ("安经证字", "certificate_no"),
        ("许受〔2026〕18", "document_no"),
        ("许准〔2026〕9号", "document_no"),
        ("改建项目", "project"),
        ("环城路", "address"),
        ("危险化学品经营", "item"),
        ("三合 6278", "name"),
        ("路11号", "address"),
        ("字〔2026〕00021", "certificate_no"),
    ],
)
def test_any_part_is_found_with_the_reason(window, case, typed, why):
    hits = window.store.reading().search(typed)
    assert [(hit.case_id, hit.why) for hit in hits if hit.kind == "case"] == [(case, why)]


@pytest.mark.parametrize(
    "typed", ["", "   ", "〔〕", "体气", "合三", "三合化工", "三合 9999999", "路1号", '"', "zq*", "三合 OR 气体x"]
)
def test_what_is_not_there_is_not_found(window, case, typed):
    assert window.store.reading().search(typed) == ()


def test_characters_of_the_newest_planes_are_found(window):
    # U+30EDD stands in Extension G of Unicode 13, which the tokenizer unicode61 takes for a separator.
    case = window.receive("𰻝𰻝面馆")
    assert [hit.case_id for hit in window.store.reading().search("𰻝面")] == [case]


def test_the_more_telling_match_stands_first(window):
    window.receive("江门市甲公司", address="台山市乙路1号")
    named = window.receive("台山市丙公司")
    window.receive("江门市丁公司", address="台山市戊路1号")
    hits = window.store.reading().search("台山市")
    assert hits[0].case_id == named
    assert [hit.why for hit in hits] == ["name", "address", "address"]


def test_a_change_is_found_and_what_was_replaced_is_not(window, case):
    window.clock.advance(timedelta(seconds=1))
    stream = licensee_stream("440781YJ", "91440781MA7EJG4D43")

    def register(phone, on):
        with window.store.unit_of_work() as uow:
            act = LicenseeRegistered(
                "台山市三合气体有限公司", ApplicantType.ENTITY, IdType.CREDIT_CODE, "91440781MA7EJG4D43", phone=phone
            )
            uow.append([NewAct(stream, act, on)], actor=StaffId("clerk"))
            uow.commit()

    register("0750-5551234", date(2026, 3, 1))
    register("0750-5559876", date(2026, 3, 2))
    reader = window.store.reading()
    assert [hit.kind for hit in reader.search("5559876")] == ["licensee"]
    assert reader.search("5551234") == ()
    assert [row.phone for row in reader.licensees("sanhe")] == ["0750-5559876"]
    assert [row.name for row in reader.licensees("MA7EJG")] == ["台山市三合气体有限公司"]
    assert reader.licensees("不存在") == ()
    assert reader.licensee("91440781MA7EJG4D43").phone == "0750-5559876"


def test_licences_are_found_by_number_and_holder(window, case):
    with window.store.unit_of_work() as uow:
        for number, until in (("粤WH0001", date(2027, 1, 1)), ("粤WH0002", date(2029, 1, 1))):
            act = LicenceGranted(number, "WHJY", "台山市三合气体有限公司", "91440781MA7EJG4D43", case, valid_to=until)
            uow.append([NewAct(licence_stream("440781YJ", number), act, date(2026, 3, 2))], actor=StaffId("clerk"))
        uow.commit()
    reader = window.store.reading()
    assert [(hit.kind, hit.case_id, hit.why) for hit in reader.search("WH0001")] == [
        ("licence", case, "certificate_no")
    ]
    assert [row.licence_no for row in reader.licences(holder_id="91440781MA7EJG4D43")] == ["粤WH0002", "粤WH0001"]
    assert [row.licence_no for row in reader.licences(text="wh0002")] == ["粤WH0002"]
    assert reader.licences(holder_id="1") == ()


def test_no_more_hits_come_than_were_asked_for_and_the_list_filter_agrees(window):
    for number in range(30):
        window.receive(f"台山市第{number}化工厂")
    reader = window.store.reading()
    assert len(reader.search("化工", limit=7)) == 7
    assert reader.count(CaseFilter(text="化工")) == 30
    assert len(reader.overviews(CaseFilter(text="第12化工", open_only=True))) == 1
    assert reader.count(CaseFilter(text="没有")) == 0


def test_a_case_whose_receipt_is_retracted_is_found_no_more(window):
    from clerk_app.domain.acts.case import ActRetracted

    case = window.receive("丁字路口加油站")
    group = window.store.reading().acts_of(case_stream(case))[0].record.envelope.group
    window.record(case, ActRetracted(group, "重复录入"))
    assert window.store.reading().search("丁字路口") == ()
    assert window.store.reading().count(CaseFilter()) == 0
    assert window.store.audit() == ()
