"""Which cases wait for a notice, how long, and what may be done with each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.acts.case import Verdict
from clerk_app.services import intake
from clerk_app.ui.context import Tone
from clerk_app.ui.screens.notification.rows import NoticeRow, Standing, read_rows, standing_look
from clerk_app.ui.screens.notification.steps import Step, is_editable, settled_codes, steps_for
from tests.training_office import TrainingOffice
from tests.ui.counter import OTHER_FIRM, all_conform, first_missing, receive
from tests.ui.real_window import office_in

MONDAY = date(2026, 3, 2)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TrainingOffice]:
    with office_in(tmp_path / "office", today=MONDAY) as founded:
        yield founded


def open_rows(office: TrainingOffice) -> list[tuple[Standing, int | None]]:
    rows = read_rows(office.store.reading(), office.clock.today()).open
    return [(row.standing, row.left) for row in rows]


def test_a_received_case_has_five_working_days_and_then_counts_as_accepted(office: TrainingOffice) -> None:
    receive(office)
    assert open_rows(office) == [(Standing.TO_TELL, 5)]
    office.go_to(date(2026, 3, 6))
    assert open_rows(office) == [(Standing.TO_TELL, 1)]
    office.go_to(date(2026, 3, 9))
    assert open_rows(office) == [(Standing.TO_TELL, 0)]
    office.go_to(date(2026, 3, 10))
    assert open_rows(office) == [(Standing.DEEMED, -1)]


def test_what_presses_most_stands_first(office: TrainingOffice) -> None:
    told = receive(office, verdicts=first_missing)
    office.desk("clerk").do(lambda desk: intake.notify_once(desk, told.case_id, told.materials))
    receive(office, firm=OTHER_FIRM)
    assert [standing for standing, _ in open_rows(office)] == [Standing.TO_TELL, Standing.AWAITING]
    whole = tuple(replace(one, verdict=Verdict.CONFORMS) for one in told.materials)
    office.go_to(date(2026, 3, 4))
    office.desk("clerk").do(lambda desk: intake.receive_supplement(desk, told.case_id, whole))
    assert [standing for standing, _ in open_rows(office)] == [Standing.TO_TELL, Standing.COMPLETE]
    office.desk("clerk").do(lambda desk: intake.accept(desk, told.case_id))
    found = read_rows(office.store.reading(), office.clock.today())
    assert [row.case_id for row in found.told] == [told.case_id]


def test_the_year_2020_shows_the_notices_that_went_out(tmp_path: Path) -> None:
    with office_in(tmp_path / "year", today=date(2026, 11, 23), with_2020=True) as year:
        found = read_rows(year.store.reading(), year.clock.today())
    assert len(found.told) > 20
    days = [row.due_on for row in found.told if row.due_on is not None]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("standing", "left", "words", "tone"),
    [
        (Standing.DEEMED, -2, "视为受理", Tone.ERROR),
        (Standing.TO_TELL, 4, "待告知 余4日", Tone.INFO),
        (Standing.TO_TELL, 1, "待告知 余1日", Tone.WARN),
        (Standing.TO_TELL, 0, "待告知 今日", Tone.WARN),
        (Standing.AWAITING, -3, "待补正 逾3日", Tone.ERROR),
        (Standing.COMPLETE, None, "补正齐全", Tone.OK),
    ],
)
def test_a_row_says_its_standing_in_words_and_colour(
    standing: Standing, left: int | None, words: str, tone: Tone
) -> None:
    row = NoticeRow("c", "n", "甲", "乙", "new", standing, "received", MONDAY, MONDAY, left)
    assert (standing_look(row).text, standing_look(row).tone) == (words, tone)


def test_the_notice_waits_for_every_verdict_and_a_defect(office: TrainingOffice) -> None:
    case = receive(office)
    assert "没有结论" in steps_for(case, case.materials, may_act=True)[Step.ISSUE]
    whole = tuple(replace(one, verdict=Verdict.CONFORMS) for one in case.materials)
    found = steps_for(case, whole, may_act=True)
    assert found[Step.ISSUE] == "所有材料都符合要求，不需要补正告知"
    assert (found[Step.ACCEPT], found[Step.SAVE]) == ("", "")
    defect = (replace(whole[0], verdict=Verdict.MISSING), *whole[1:])
    found = steps_for(case, defect, may_act=True)
    assert found[Step.ISSUE] == ""
    assert "不能受理" in found[Step.ACCEPT]


def test_a_second_notice_is_refused_with_words_and_only_what_was_open_is_ticked(office: TrainingOffice) -> None:
    case = receive(office, verdicts=first_missing)
    told = office.desk("clerk").do(lambda desk: intake.notify_once(desk, case.case_id, case.materials)).case
    found = steps_for(told, told.materials, may_act=True)
    assert found[Step.ISSUE] == "已于2026-03-02一次性告知，不能再次要求补正"
    assert found[Step.SUPPLEMENT]
    assert settled_codes(told) == {one.code for one in told.materials[1:]}
    assert is_editable(told)
    whole = tuple(replace(one, verdict=Verdict.CONFORMS) for one in told.materials)
    assert steps_for(told, whole, may_act=True)[Step.SUPPLEMENT] == ""
    done = office.desk("clerk").do(lambda desk: intake.receive_supplement(desk, case.case_id, whole)).case
    found = steps_for(done, done.materials, may_act=True)
    assert found[Step.ACCEPT] == ""
    assert found[Step.ISSUE].startswith("已于2026-03-02一次性告知")
    assert not is_editable(done)


def test_nobody_without_the_right_may_do_anything(office: TrainingOffice) -> None:
    case = receive(office, verdicts=all_conform)
    assert all(steps_for(case, case.materials, may_act=False).values())
    accepted = office.desk("clerk").do(lambda desk: intake.accept(desk, case.case_id)).case
    assert steps_for(accepted, accepted.materials, may_act=True) == {}
