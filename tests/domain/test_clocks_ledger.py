"""Every row of the ledger of 2020 was decided in time, by statute and by promise, as the ledger's page says."""

import csv
from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.calendar import WorkingCalendar, calendar_years_from
from clerk_app.domain.catalogue import aliases_from, catalogue_from, items_from
from clerk_app.domain.clocks import ClockKind, Limit, Stop, read_clock
from clerk_app.domain.validity import valid_until

SEED = Path(__file__).parents[2] / "db" / "seed"
CALENDAR = WorkingCalendar(calendar_years_from((SEED / "calendar.json").read_bytes()))
CATALOGUE = catalogue_from(
    items_from((SEED / "catalogue.json").read_bytes()), aliases=aliases_from((SEED / "aliases.json").read_bytes())
)
with (SEED / "ledger-2020" / "办件台账.csv").open(encoding="utf-8-sig", newline="") as _file:
    ROWS = list(csv.DictReader(_file))


def limits(row: dict[str, str]) -> tuple[Limit, Limit]:
    code, kind = CATALOGUE.resolve_name(row["事项名称"]), CATALOGUE.resolve_kind(row["办理类型"])
    assert code is not None
    assert kind is not None
    item = CATALOGUE.at(code, date.fromisoformat(row["受理日期"]))
    assert item is not None
    rule = item.rule(kind)
    assert rule is not None
    return rule.statutory, rule.promised


def stops(row: dict[str, str]) -> list[Stop]:
    if not row["特别程序开始"]:
        return []
    first, last = date.fromisoformat(row["特别程序开始"]), date.fromisoformat(row["特别程序结束"])
    return [Stop(first, last, row["特别程序种类"], "台账")]


def test_the_ledger_has_its_rows() -> None:
    assert len(ROWS) == 135


@pytest.mark.parametrize("row", ROWS, ids=[row["序号"] for row in ROWS])
def test_a_row_is_in_time_by_statute_and_by_promise(row: dict[str, str]) -> None:
    for kind, limit in zip((ClockKind.DECISION_STATUTORY, ClockKind.DECISION_PROMISED), limits(row), strict=True):
        reading = read_clock(
            CALENDAR,
            kind=kind,
            start=date.fromisoformat(row["受理日期"]),
            limit=limit,
            stops=stops(row),
            ended_on=date.fromisoformat(row["办结日期"]),
            today=date(2021, 3, 1),
        )
        assert not reading.late, reading
        assert reading.ended_on is not None
        assert reading.ended_on <= reading.due


def test_only_special_procedures_keep_the_promise() -> None:
    late = [
        row
        for row in ROWS
        if read_clock(
            CALENDAR,
            kind=ClockKind.DECISION_PROMISED,
            start=date.fromisoformat(row["受理日期"]),
            limit=limits(row)[1],
            ended_on=date.fromisoformat(row["办结日期"]),
            today=date(2021, 3, 1),
        ).late
    ]
    assert len(late) == 88
    assert all(row["特别程序开始"] for row in late)


def test_no_row_was_notified_of_defects_after_five_days() -> None:
    for row in ROWS:
        received, notified = row["收件日期"], row["补正告知日期"] or row["受理日期"]
        assert CALENDAR.count(date.fromisoformat(received), date.fromisoformat(notified)) <= 5


def test_validities_of_the_ledger_are_those_of_the_catalogue() -> None:
    for row in ROWS:
        if not row["有效期起"]:
            continue
        item = CATALOGUE.at(CATALOGUE.resolve_name(row["事项名称"]) or "", date.fromisoformat(row["受理日期"]))
        assert item is not None
        assert item.validity_years is not None
        start = date.fromisoformat(row["有效期起"])
        assert valid_until(start, years=item.validity_years) == date.fromisoformat(row["有效期止"])
