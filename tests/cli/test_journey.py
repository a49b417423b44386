"""A whole case through the commands alone, from the counter to the signed-for letter."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerk_app.domain.numbering import format_number
from clerk_app.services.seed import load_seed


def conforming(case: dict) -> list[dict]:
    return [{"code": one["code"], "verdict": "conforms"} for one in case["materials"]]


def test_a_case_goes_from_the_counter_to_the_signed_for_letter(
    training, application: Callable[..., dict], tmp_path: Path
) -> None:
    address = {
        "method": "post",
        "recipient": "伍小明",
        "phone": "13800000000",
        "postcode": "529200",
        "address": "台山市台城街道石化路1号",
        "confirmed": True,
    }
    case = training.done("case", "new", training.file(application(delivery=address)))
    no = case["case_no"]
    assert case["state"] == "received"
    assert [one["document"] for one in case["documents"]] == ["receipt"]

    told = conforming(case)
    told[0] = {"code": told[0]["code"], "verdict": "missing", "defect": "未提交"}
    case = training.act(no, "supplement_notified", {"materials": told}, now="2020-09-21T10:00")
    assert case["state"] == "awaiting_supplement"
    case = training.act(no, "supplement_received", {"complete": True}, now="2020-09-23T09:00")
    assert case["state"] == "received"
    case = training.act(no, "accepted", now="2020-09-23T09:05")
    assert (case["state"], case["accepted_on"]) == ("accepted", "2020-09-23")

    stop = {"procedure": "专家评审", "basis": "行政许可法第四十五条", "first_day": "2020-09-24", "planned_days": 3}
    training.act(no, "procedure_started", stop, now="2020-09-23T09:30")
    training.act(no, "procedure_ended", {"last_day": "2020-09-28"}, now="2020-09-28T16:00")
    for user, step in (("handler", "handle"), ("checker", "check")):
        signed = {"step": step, "opinion": "agree", "text": "同意"}
        training.act(no, "step_signed", signed, now="2020-09-29T09:00", user=user)
    case = training.act(no, "decided", {"result": "granted"}, now="2020-09-29T10:00")
    assert (case["state"], bool(case["certificate_no"])) == ("granted", True)

    certificate = tmp_path / "certificate.pdf"
    printed = training.done("print", no, "certificate", "--out", certificate, now="2020-09-29T10:30")
    assert printed["number"] == case["certificate_no"]
    assert certificate.read_bytes().startswith(b"%PDF")
    for kind, content in (
        ("sheet_confirmed", {"document": "certificate"}),
        ("sealed", {"document": "grant_decision"}),
        ("sealed", {"document": "certificate"}),
        ("document_issued", {"document": "delivery_receipt"}),
        ("document_issued", {"document": "邮件详情单"}),
        ("posted", {"waybill": "1234567890123"}),
    ):
        case = training.act(no, kind, content, now="2020-09-29T11:00")
    case = training.act(no, "delivered", {"method": "post", "signer": "伍小明"}, now="2020-10-09T09:00")
    assert (case["state"], case["delivered_on"]) == ("delivered", "2020-10-09")
    case = training.act(no, "case_closed", now="2020-10-09T10:00")

    shown = training.done("case", "show", no, now="2020-10-09T10:00")
    assert shown == case
    assert shown["state"] == "closed"
    clocks = {one["kind"]: one for one in shown["clocks"]}
    assert clocks["decision_statutory"]["late"] is False
    assert clocks["decision_statutory"]["stopped_days"] == 4  # 24, 25, 27 (made up) and 28 September
    assert training.done("audit") == {"ok": True, "problems": []}
    rebuilt = training.done("rebuild")
    assert rebuilt["equal_to_before"] is True


@pytest.mark.parametrize("text", ["伍", "危化", "wjwhp", "wuji", "91440781MA4UJK1E44", "13800000000", "A-77"])
def test_search_finds_the_case_by_any_part(training, application: Callable[..., dict], text: str) -> None:
    case = training.done("case", "new", training.file(application(external_no="A-77")))
    hits = training.done("search", text)["hits"]
    assert case["case_id"] in [one["case_id"] for one in hits]
    assert all({"case_id", "case_no", "kind", "why"} <= set(one) for one in hits)


def decided(training, told: dict) -> dict:
    """Bring an application to its grant, everything in order."""
    case = training.done("case", "new", training.file(told))
    no = case["case_no"]
    training.act(no, "materials_checked", {"materials": conforming(case)})
    training.act(no, "accepted")
    for user, step in (("handler", "handle"), ("checker", "check")):
        training.act(no, "step_signed", {"step": step, "opinion": "agree", "text": "同意"}, user=user)
    return training.act(no, "decided", {"result": "granted"})


def test_a_certificate_of_another_program_is_recorded_by_its_number(training, application: Callable[..., dict]) -> None:
    own = {"person_in_charge": "伍小明", "business_place": "台城", "categories": "C级", "storage_limit": "50"}
    told = application(item="YHLS", fields={**own, "outlet_type": "长期零售点"})
    case = decided(training, told)
    assert case["certificate_no"] == ""
    series = next(one for one in load_seed().series if one.series == "cert_yhls")
    number = format_number(series.template, year=2020, n=17)
    wrong = training("case", "act", case["case_no"], "number_given", training.file({"number": "17"}))
    assert (wrong.code, wrong.json["error"]["code"]) == (4, "number_form")
    case = training.act(case["case_no"], "number_given", {"number": number})
    assert case["certificate_no"] == number
    assert training.done("search", number)["hits"]
    assert training.done("audit")["ok"] is True


def test_a_certificate_may_be_drawn_over_the_blank_security_paper(
    training, application: Callable[..., dict], tmp_path: Path
) -> None:
    no = decided(training, application())["case_no"]
    whole = training.done("print", no, "certificate", "--out", tmp_path / "whole.pdf")
    layer = training.done("print", no, "certificate", "--overlay", "--out", tmp_path / "layer.pdf")
    assert (layer["number"], layer["pages"]) == (whole["number"], whole["pages"])
    assert layer["sha256"] != whole["sha256"]
    issued = [one for one in training.done("case", "show", no)["documents"] if one["document"] == "certificate"]
    assert [one["sha256"] for one in issued] == [whole["sha256"]]


def test_a_spoiled_sheet_ends_its_number_and_is_issued_anew(training, application: Callable[..., dict]) -> None:
    no = decided(training, application())["case_no"]
    training.act(no, "document_issued", {"document": "certificate"})
    case = training.act(no, "sheet_spoiled", {"document": "certificate", "reason": "卡纸撕裂"})
    certificates = [one for one in case["documents"] if one["document"] == "certificate"]
    assert [one["spoiled"] for one in certificates] == ["卡纸撕裂"]
    anew = training.act(no, "document_issued", {"document": "certificate"})
    assert [one["spoiled"] for one in anew["documents"] if one["document"] == "certificate"] == ["卡纸撕裂", ""]
    assert training.done("audit")["ok"] is True
