"""What the office knows of whoever stands at the counter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.listing import CaseFilter
from clerk_app.services import intake
from clerk_app.ui.screens.intake.known import Question, Why, look_up
from tests.training_office import TrainingOffice
from tests.ui.counter import FIRM, OTHER_FIRM, receive
from tests.ui.real_window import office_in


@pytest.fixture
def year(tmp_path: Path) -> Iterator[TrainingOffice]:
    with office_in(tmp_path / "office", today=date(2026, 11, 23), with_2020=True) as office:
        yield office


@pytest.fixture
def small(tmp_path: Path) -> Iterator[TrainingOffice]:
    with office_in(tmp_path / "office", today=date(2026, 11, 23)) as office:
        yield office


def test_the_licences_and_refusals_of_a_number_are_found(year: TrainingOffice) -> None:
    reader = year.store.reading()
    rows = reader.overviews(CaseFilter(states=("refused",)), limit=500)
    assert rows
    known = look_up(reader, Question(id_number=rows[0].applicant_id))
    assert rows[0].case_id in {row.case_id for row in known.refusals}
    held = reader.licences(limit=500)[0]
    known = look_up(reader, Question(id_number=held.holder_id.lower()))
    assert held.licence_no in {row.licence_no for row in known.licences}


def test_an_open_case_of_the_same_item_is_a_possible_duplicate(small: TrainingOffice) -> None:
    case = receive(small)
    reader = small.store.reading()
    known = look_up(reader, Question(name=FIRM[0], id_number=FIRM[1], item="WHJY"))
    assert [row.case_id for row in known.open_cases] == [case.case_id]
    assert [(twin.why, twin.case_no) for twin in known.twins] == [(Why.SAME_ITEM_OPEN, case.case_no)]
    assert not look_up(reader, Question(name=FIRM[0], id_number=FIRM[1], item="YHLS")).twins


def test_the_same_name_or_phone_under_another_number_is_pointed_out(small: TrainingOffice) -> None:
    receive(small)
    reader = small.store.reading()
    named = look_up(reader, Question(name=FIRM[0], id_number=OTHER_FIRM[1]))
    assert [twin.why for twin in named.twins] == [Why.SAME_NAME]
    called = look_up(reader, Question(name=OTHER_FIRM[0], id_number=OTHER_FIRM[1], phone="13812345678"))
    assert [(twin.why, twin.id_number) for twin in called.twins] == [(Why.SAME_PHONE, FIRM[1])]


def test_finished_cases_are_counted_and_nothing_is_known_of_a_stranger(small: TrainingOffice) -> None:
    case = receive(small)
    small.desk("clerk").do(lambda desk: intake.withdraw(desk, case.case_id, reason="申请人撤回"))
    known = look_up(small.store.reading(), Question(name=FIRM[0], id_number=FIRM[1]))
    assert (known.open_cases, known.earlier) == ((), 1)
    assert look_up(small.store.reading(), Question(name="查无此人", id_number=OTHER_FIRM[1])).is_empty
