"""`case new`, `case act`, `case show` and `print`: what is taken, what is refused, and that a refusal leaves no trace."""

import hashlib
import io
import json

import pytest


@pytest.fixture
def received(training, application):
    return training.done("case", "new", training.file(application()))


def test_a_new_case_has_every_material_open_and_a_receipt(received) -> None:
    assert {"case_no", "case_id", "state", "acts", "clocks", "documents"} <= set(received)
    assert {one["verdict"] for one in received["materials"]} == {"open"}
    assert [one["kind"] for one in received["acts"]] == ["materials_received", "document_issued"]


def test_the_file_may_come_from_standard_input(training, application, monkeypatch) -> None:
    told = io.TextIOWrapper(io.BytesIO(json.dumps(application(), ensure_ascii=False).encode()))
    monkeypatch.setattr("sys.stdin", told)
    assert training.done("case", "new", "-")["state"] == "received"


def test_names_from_the_counter_and_the_words_of_the_payload_are_understood(training, application) -> None:
    told = application(item="危险化学品经营许可", item_kind="首次", received_on="2020-09-21", case_no="")
    del told["kind"]
    assert training.done("case", "new", training.file(told))["item"] == "WHJY"


def test_a_natural_person_may_apply(training, application) -> None:
    person = {
        "type": "person",
        "name": "伍小明",
        "id_type": "resident_id",
        "id_number": "440781199001010016",
        "phone": "13800000000",
    }
    own = {"person_in_charge": "伍小明", "business_place": "台城", "categories": "C级", "storage_limit": "50"}
    told = application(item="YHLS", applicant=person, fields={**own, "outlet_type": "长期零售点"})
    assert training.done("case", "new", training.file(told))["applicant"]["type"] == "person"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"colour": "red"}, "colour"),
        (
            {"applicant": {"type": "entity", "name": "x", "id_type": "other", "id_number": "1", "fone": "1"}},
            "applicant.fone",
        ),
        ({"materials": [{"code": "a", "verdikt": "open"}]}, "materials[0].verdikt"),
        ({"delivery": {"method": "pickup", "street": "x"}}, "delivery.street"),
    ],
)
def test_an_unknown_field_is_named_and_ends_with_two(training, application, change: dict, name: str) -> None:
    answer = training("case", "new", training.file(application(**change)))
    assert (answer.code, answer.json["error"]["code"]) == (2, "fields_unknown")
    assert name in answer.err
    assert training.done("search", "伍记")["hits"] == []


@pytest.mark.parametrize("content", ["{", "[]", '"x"', '{"item": 1}', "\xff"])
def test_what_is_no_such_json_ends_with_two(training, tmp_path, content: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(content, encoding="latin-1")
    answer = training("case", "new", file)
    assert (answer.code, answer.json["error"]["code"]) == (2, "json_malformed")
    assert training("case", "new", tmp_path / "nowhere.json").code == 2


def test_every_fault_of_the_form_is_told_at_once(training, application) -> None:
    told = application()
    told["applicant"] |= {"id_number": "91440781MA4UJK1E45", "phone": "12", "legal_representative": ""}
    del told["fields"]["scope"]
    answer = training("case", "new", training.file(told))
    assert answer.code == 4
    fields = {one["field"] for one in answer.json["error"]["faults"]}
    assert fields == {"credit_code", "phone", "legal_representative", "field.scope"}
    assert len(answer.err.strip().splitlines()) >= 4


def test_a_refused_act_leaves_no_trace(training, received) -> None:
    no = received["case_no"]
    answer = training("case", "act", no, "accepted", training.file({}))
    assert (answer.code, answer.json["error"]["code"]) == (4, "material_not_conforming")
    answer = training("case", "act", no, "decided", training.file({"result": "granted"}))
    assert (answer.code, answer.json["error"]["code"]) == (4, "act_not_allowed")
    assert training.done("case", "show", no) == received


def test_what_is_computed_may_be_told_and_must_come_out_so(training, received) -> None:
    no = received["case_no"]
    told = [{"code": one["code"], "verdict": "conforms"} for one in received["materials"]]
    training.act(no, "materials_checked", {"materials": told})
    wrong = training.file({"told_due_on": "2020-11-07"})
    answer = training("case", "act", no, "accepted", wrong)
    assert (answer.code, answer.json["error"]["code"]) == (4, "field_differs")
    assert training.done("case", "show", no)["state"] == "received"
    right = {"payload": {"told_due_on": "2020-11-06", "notice_no": ""}, "legal_date": "2020-09-21"}
    assert training.act(no, "accepted", right)["state"] == "accepted"


def test_another_day_is_refused_where_only_today_will_do(training, received) -> None:
    file = training.file({"text": "x", "legal_date": "2020-09-18"})
    answer = training("case", "act", received["case_no"], "note_added", file)
    assert (answer.code, answer.json["error"]["code"]) == (4, "date_not_today")


@pytest.mark.parametrize(
    ("kind", "content", "exit_code", "code"),
    [
        ("nonsense", {}, 2, "act_unknown"),
        ("signed_in", {}, 2, "act_not_by_command"),
        ("materials_received", {}, 2, "act_not_by_command"),
        ("step_signed", {"step": "handle"}, 2, "json_malformed"),
        ("step_signed", {"step": "boss", "opinion": "agree", "text": "x"}, 2, "json_malformed"),
        ("materials_checked", {"materials": [{"code": "nothing", "verdict": "open"}]}, 4, "material_unknown"),
        ("sealed", {"document": "nothing"}, 4, "document_unknown"),
        ("sheet_confirmed", {}, 2, "sheet_needed"),
        ("rated", {"level": 6}, 4, "rating_out_of_range"),
    ],
)
def test_wrong_acts_are_told_apart(training, received, kind: str, content: dict, exit_code: int, code: str) -> None:
    answer = training("case", "act", received["case_no"], kind, training.file(content))
    assert (answer.code, answer.json["error"]["code"]) == (exit_code, code)


def test_remarks_ratings_and_complaints_are_recorded_beside_the_procedure(training, received) -> None:
    no = received["case_no"]
    training.act(no, "note_added", {"text": "电话已通知"})
    training.act(no, "rated", {"level": 1})
    case = training.act(no, "complaint_received", {"text": "排队太久", "channel": "12345"})
    assert case["state"] == "received"
    assert [one["kind"] for one in case["acts"]][-3:] == ["note_added", "rated", "complaint_received"]


def test_a_slip_is_taken_back(training, received) -> None:
    no = received["case_no"]
    assert training.act(no, "no_licence_needed", {"reason": "不属于许可事项"})["state"] == "no_licence_needed"
    case = training.act(no, "act_retracted", {"reason": "录入错误"}, now="2020-09-21T08:35")
    assert case["state"] == "received"


def test_an_unknown_case_is_a_refusal(training) -> None:
    assert training("case", "show", "440781022020010000099").code == 4


def test_a_stored_paper_keeps_its_bytes(training, received, tmp_path) -> None:
    (sheet,) = received["documents"]
    for name in ("receipt", "申请材料接收凭证", sheet["sheet_id"]):
        out = tmp_path / "papers" / "paper.pdf"
        printed = training.done("print", received["case_no"], name, "--out", out)
        assert printed["sha256"] == sheet["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert printed["pages"] == sheet["pages"]


def test_a_paper_that_was_not_issued_is_refused(training, received, tmp_path) -> None:
    no, out = received["case_no"], tmp_path / "paper.pdf"
    for name, code in (
        ("grant_decision", "paper_not_issued"),
        ("certificate", "not_granted"),
        ("x", "document_unknown"),
    ):
        answer = training("print", no, name, "--out", out)
        assert (answer.code, answer.json["error"]["code"]) == (4, code)
    assert not out.exists()


def test_people_read_a_case_as_text(training, received) -> None:
    told = training.plainly("case", "show", received["case_no"]).out
    for text in (received["case_no"], "已收件", "伍记", "收件", "一次性告知", "申请材料接收凭证"):
        assert text in told
    assert "13800000000" not in told
