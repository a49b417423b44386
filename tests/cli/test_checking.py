"""`check-id`, `check-name` and `schema`."""

import pytest

GOOD = {
    "91440781MA4UJK1E44": "credit_code",
    "440781199001010016": "resident_id",
    "EA473124829CN": "waybill",
    "1234567890123": "waybill",
    "13800000000": "phone",
}


def test_numbers_are_recognised_and_judged(bare) -> None:
    answer = bare.run("check-id", *GOOD, "91440781MA4UJK1E45", " 440781 19900101001６", "--json")
    assert answer.code == 0
    found = answer.json
    assert {one["value"]: one["kind"] for one in found[:5]} == GOOD
    assert all(one["valid"] for one in found[:5])
    wrong, spaced = found[5:]
    assert (wrong["valid"], [one["code"] for one in wrong["problems"] if one["severity"] == "error"]) == (
        False,
        ["id.check"],
    )
    assert (spaced["valid"], spaced["normalized"]) == (True, "440781199001010016")


def test_a_name_is_normalised_and_its_print_coverage_told(bare) -> None:
    answer = bare.run("check-name", " 买买提•艾力 ", "𠀀😀", "台山市(伍记)商行", "--json")
    first, second, third = answer.json
    assert (first["normalized"], first["printable"], first["missing"]) == ("买买提·艾力", True, [])
    assert second["missing"] == [{"char": "😀", "codepoint": "U+1F600"}]
    assert second["printable"] is False
    assert third["normalized"] == "台山市（伍记）商行"
    assert [one["code"] for one in third["changes"]] == ["name.brackets", "name.brackets"]


def test_a_name_that_cannot_be_stored_is_not_printable(bare) -> None:
    (found,) = bare.run("check-name", "甲\u202e乙", "--json").json
    assert found["printable"] is False
    assert [one["code"] for one in found["problems"]] == ["text.bidi"]


def test_the_list_of_acts_names_every_kind(bare) -> None:
    kinds = bare.run("schema", "--json").json
    assert {"materials_received", "accepted", "decided", "numbers_leased", "signed_in"} <= set(kinds)


@pytest.mark.parametrize("kind", ["materials_received", "supplement_notified", "decided", "delivered", "staff_changed"])
def test_a_schema_describes_the_payload_and_marks_what_is_computed(bare, kind: str) -> None:
    schema = bare.run("schema", kind, "--json").json
    assert schema["type"] == "object"
    assert set(schema["required"]) <= set(schema["properties"])
    computed = {name for name, one in schema["properties"].items() if one.get("readOnly")}
    assert not computed & set(schema["required"])
    assert ("notice_no" in computed) is (kind == "supplement_notified")


def test_every_act_has_a_schema_and_a_word(bare) -> None:
    for kind in bare.run("schema", "--json").json:
        assert bare.run("schema", kind, "--json").json["type"] == "object"
    assert "act." not in bare.run("schema").out


def test_an_unknown_act_is_a_wrong_word(bare) -> None:
    assert bare.run("schema", "nonsense", "--json").code == 2


def test_people_get_a_table(bare) -> None:
    told = bare.run("check-id", "91440781MA4UJK1E45").out
    assert "统一社会信用代码" in told
    assert "校验位" in told
