"""Every example of docs/acts.md is run, and there is one for every act."""

import json
import re
from pathlib import Path

import pytest

from clerk_app.cli.forms import FORMS
from clerk_app.domain.acts.wire import decode, encode, payload_from_plain, type_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "acts.md"
EXAMPLE = re.compile(r"^```json (?P<info>[^\n]+)\n(?P<body>.*?)\n```$", re.DOTALL | re.MULTILINE)


def examples() -> list[tuple[list[str], dict]]:
    text = PAGE.read_text(encoding="utf-8")
    return [(found["info"].split(), json.loads(found["body"])) for found in EXAMPLE.finditer(text)]


def test_every_act_has_an_example() -> None:
    shown = {info[1] for info, _ in examples()}
    assert shown == set(type_of)
    by_file = {info[1] for info, _ in examples() if info[0] != "payload"}
    assert by_file == {"materials_received", *FORMS}


@pytest.mark.timeout(180)
def test_the_examples_of_files_are_taken_as_they_stand(training) -> None:
    numbers: dict[str, str] = {}
    first: dict = {}
    for info, content in examples():
        if info[0] == "payload":
            continue
        case, kind, now, *user = info
        if kind == "materials_received":
            first = first or content
            numbers[case] = training.done("case", "new", training.file(content), now=now)["case_no"]
            continue
        if case not in numbers:
            numbers[case] = training.done("case", "new", training.file(first), now=now)["case_no"]
        training.act(numbers[case], kind, content, now=now, user="".join(user))
    states = {
        case: training.done("case", "show", number, now="2020-10-14T12:00")["state"] for case, number in numbers.items()
    }
    assert states == {"A": "closed", "B": "withdrawn", "C": "not_accepted", "D": "terminated", "E": "granted"}


def test_the_examples_of_payloads_are_what_the_program_stores() -> None:
    for info, content in examples():
        if info[0] == "payload":
            act = payload_from_plain(info[1], content)
            assert decode(info[1], act.SCHEMA, encode(act)) == act
