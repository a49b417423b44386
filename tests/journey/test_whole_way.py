"""The demo is the end-to-end test: the real window by keyboard and mouse, a real PostgreSQL, two workstations, every paper.

It walks application → defects → one-time notice → supplement → acceptance → special procedure → three steps by three people → decision →
certificate → letter → signed for, for a company by post (13-digit waybill) and a natural person at the window; closes, opens again and finds it all;
exchanges; and a second workstation joins with an empty folder and shows the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from clerk_app.bootstrap import Parts, open_parts
from clerk_app.demo.run import Demo, run_demo
from clerk_app.domain.acts.case import DeliveryMethod, Step
from clerk_app.domain.case import Case
from clerk_app.domain.listing import CaseFilter
from clerk_app.domain.papers import TITLES, PaperDocument
from clerk_app.domain.procedure import State
from clerk_app.ui.journey.journey import COMPANY, PERSON, WAYBILL, Applying

pytestmark = pytest.mark.timeout(900)

MADE_BY_JOURNEY = {
    "receipt", "supplement_notice", "acceptance_notice", "special_procedure_notice", "grant_decision", "certificate",
    "delivery_receipt", "mailing_label",
}  # fmt: skip


@dataclass
class Way:
    """What the journey left, and the two workstations opened again."""

    demo: Demo
    told: list[str]
    first: Parts
    second: Parts

    def case(self, parts: Parts, who: Applying) -> Case:
        reader = parts.store.reading()
        rows = reader.overviews(CaseFilter(text=who.name), order="received_on", descending=True, limit=1)
        case_id = reader.case_id_of(rows[0].case_no)
        assert case_id is not None
        case = reader.case(case_id)
        assert case is not None
        return case


@pytest.fixture(scope="module")
def way(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Way]:
    out = tmp_path_factory.mktemp("journey") / "out"
    told: list[str] = []
    demo = run_demo(out, tell=told.append)
    now = datetime(2021, 2, 5, 9, tzinfo=UTC)
    parts = [open_parts(out / "data" / code, now=now) for code in ("W01", "W02")]
    yield Way(demo, told, parts[0], parts[1])
    for one in parts:
        one.close()


def test_company_walks_from_the_counter_to_the_signed_for_letter(way: Way, qtbot: QtBot) -> None:
    case = way.case(way.first, COMPANY)
    assert case.state is State.DELIVERED
    assert (case.notified_on, case.supplemented_on, case.accepted_on) == (
        date(2021, 1, 26),
        date(2021, 1, 27),
        date(2021, 1, 27),
    )
    assert [(one.procedure, one.first_day, one.last_day) for one in case.procedures] == [
        ("专家评审", date(2021, 1, 28), date(2021, 2, 2))
    ]
    assert {one.step: one.actor for one in case.signatures} == {
        Step.HANDLE: "handler",
        Step.CHECK: "checker",
        Step.APPROVE: "approver",
    }
    assert [one.waybill for one in case.letters] == [WAYBILL]
    assert (case.delivered_by, case.delivered_to) == (DeliveryMethod.POST, "甄堃")
    assert {one.document for one in case.sheets} >= MADE_BY_JOURNEY
    assert all(one.confirmed for one in case.sheets)


def test_natural_person_gets_the_ministrys_number_and_picks_it_up(way: Way) -> None:
    case = way.case(way.first, PERSON)
    assert case.state is State.DELIVERED
    assert case.certificate_no == "(粤)LS〔2021〕00321"
    assert case.delivered_by is DeliveryMethod.PICKUP


def test_exchange_took_everything_and_verified_it(way: Way) -> None:
    assert way.demo.synced["refused"] == 0
    assert way.demo.synced["conflicts"] == 0
    assert way.demo.synced["verified"] is True
    assert int(str(way.demo.synced["sent"])) > 1000


def test_second_workstation_shows_the_same_case_in_every_act_and_clock(way: Way) -> None:
    assert way.demo.synced["second_workstation"] is True
    for who in (COMPANY, PERSON):
        assert way.case(way.first, who) == way.case(way.second, who)


def test_audit_and_rebuild_agree_on_both_workstations(way: Way) -> None:
    for parts in (way.first, way.second):
        assert parts.store.audit() == ()
        assert parts.store.rebuild()[1]


def test_report_equals_what_the_ledger_must_give(way: Way) -> None:
    assert way.demo.report["equal_to_expected"] is True
    files = way.demo.report["files"]
    assert isinstance(files, list)
    assert all((way.demo.out / str(one)).stat().st_size > 5_000 for one in files)


@pytest.mark.parametrize(
    ("tab", "table"),
    [
        ("today", "today.table"),
        ("intake", "intake.checklist.table"),
        ("notification", "notification.table"),
        ("deadlines", "deadlines.table"),
        ("mailing", "mailing.table"),
        ("search", "search.table"),
        ("oversight", "oversight.cases"),
        ("administration.people", ""),
        ("administration.items", ""),
        ("administration.calendar", ""),
        ("administration.texts", ""),
        ("administration.numbers", ""),
        ("administration.printers", ""),
        ("administration.exchange", ""),
        ("administration.audit", ""),
    ],
)
def test_no_tab_shows_an_empty_table(way: Way, tab: str, table: str) -> None:
    rows = way.demo.rows[tab]
    assert rows.get(table, 0) > 0 if table else any(rows.values()), rows


def test_every_picture_shows_something(way: Way) -> None:
    pictures = [way.demo.out / name for name in way.demo.screens]
    assert len(pictures) >= 40
    for path in pictures:
        image = QImage(str(path))
        assert image.width() >= 600, path.name
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 20, (
            path.name
        )


def test_every_paper_of_the_journey_is_there_with_its_name_on_it(way: Way) -> None:
    found: dict[str, Path] = {}
    for name in way.demo.documents:
        path = way.demo.out / name
        found[path.name.partition("-")[0]] = path
    assert set(found) >= MADE_BY_JOURNEY
    for document in MADE_BY_JOURNEY - {"certificate", "mailing_label"}:
        text = pypdfium2.PdfDocument(found[document])[0].get_textpage().get_text_range()
        assert TITLES[PaperDocument(document)].partition("(")[0] in text.replace(" ", "").replace("\r\n", ""), document


def test_printed_sheets_are_the_stored_bytes(way: Way) -> None:
    printed = [way.demo.out / name for name in way.demo.documents if name.startswith("printed/")]
    stored = {(way.demo.out / name).read_bytes() for name in way.demo.documents if name.startswith("papers/")}
    assert len(printed) >= len(MADE_BY_JOURNEY)
    assert sum(path.read_bytes() in stored for path in printed) >= len(MADE_BY_JOURNEY)


def test_each_step_was_told(way: Way) -> None:
    assert way.told == [
        "demo.founding", "demo.central", "demo.window", "demo.second", "demo.papers", "demo.report",
    ]  # fmt: skip
