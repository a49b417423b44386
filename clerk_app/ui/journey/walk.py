"""The whole journey: two applications, five people, ten days; every tab and every paper of the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.domain.case import Case
from clerk_app.ui.journey.journey import COMPANY, PERSON, WAYBILL, Journey

FIRST_DAY = date(2021, 1, 26)
LAST_DAY = date(2021, 2, 5)
KNOWN_NAME, KNOWN_CODE = "台山市大江聚丰化工贸易有限公司", "91440781MA4TEXT28Q"
"""An applicant whom the office knows: the intake then shows what it knows."""
_ALL_PAGES = ("today", "intake", "notification", "deadlines", "mailing", "search", "oversight", "administration")


@dataclass(frozen=True, slots=True)
class Walked:
    """The two cases at the end of the way."""

    company: Case
    person: Case


def walk(journey: Journey) -> Walked:
    """Walk the whole way from the first sign-in to the letters that were signed for."""
    driver = journey.driver
    journey.day(FIRST_DAY)
    journey.sign_in("clerk")
    driver.picture("today")
    _at_the_counter(journey)
    journey.day(date(2021, 1, 27))
    _supplement(journey)
    journey.day(date(2021, 1, 28))
    _review(journey)
    _deliver(journey)
    return Walked(journey.case_of(COMPANY), journey.case_of(PERSON))


def _at_the_counter(journey: Journey) -> None:
    driver = journey.driver
    journey.fill_in(COMPANY)
    journey.judge("intake.checklist.table", wrong=frozenset({2, 3}))
    driver.picture("intake")
    driver.click("intake.notify")
    journey.paper("receipt")
    journey.paper("supplement-notice")
    journey.fill_in(PERSON)
    journey.judge("intake.checklist.table")
    driver.picture("intake-person")
    driver.click("intake.accept")
    journey.paper()
    journey.paper("acceptance-notice")


def _supplement(journey: Journey) -> None:
    driver = journey.driver
    driver.page("notification")
    driver.select_row("notification.table", journey.case_of(COMPANY).case_id)
    driver.picture("notification")
    journey.judge("notification.checklist.table")
    driver.click("notification.supplement")
    driver.settle()
    driver.click("notification.accept")
    journey.paper()


def _review(journey: Journey) -> None:
    """Stop and start the clock, then the three signatures of three people, for both cases."""
    driver = journey.driver
    company, person = journey.case_of(COMPANY).case_id, journey.case_of(PERSON).case_id
    journey.change_to("handler")
    driver.page("deadlines")
    driver.select_row("deadlines.table", company)
    driver.picture("deadlines")
    stop = {"procedure": "专家评审", "first_day": "2021-01-28", "planned_days": "5"}
    journey.act("deadlines", "start_procedure", stop, paper="special-procedure-notice")
    driver.picture("deadlines-stopped")
    _three_signatures(journey, person)
    journey.day(date(2021, 2, 2))
    journey.change_to("handler")
    driver.page("deadlines")
    driver.select_row("deadlines.table", company)
    journey.act("deadlines", "end_procedure", {"last_day": "2021-02-02", "result": "评审通过"})
    _three_signatures(journey, company)


def _three_signatures(journey: Journey, case_id: str) -> None:
    """承办, 审核 and 批准 by three people, the last one with the decision."""
    for user, code, words in (
        ("handler", "handle", "经审查，材料齐全，符合规定条件，拟同意。"),
        ("checker", "check", "同意承办意见。"),
        ("approver", "approve", "同意发证。"),
    ):
        journey.change_to(user)
        journey.driver.page("deadlines")
        _sign(journey, case_id, code, words)


def _sign(journey: Journey, case_id: str, code: str, words: str) -> None:
    journey.driver.select_row("deadlines.table", case_id)
    if code == "approve":
        journey.act("deadlines", code, {"result": "granted", "text": words}, paper=f"grant-decision-{case_id[-4:]}")
    else:
        journey.act("deadlines", code, {"opinion": "agree", "text": words})


def _deliver(journey: Journey) -> None:
    driver = journey.driver
    company, person = journey.case_of(COMPANY).case_id, journey.case_of(PERSON).case_id
    journey.change_to("issuer")
    driver.page("mailing")
    _stage(journey, "to_make", company)
    driver.picture("mailing")
    journey.act("mailing", "make_certificate", paper="certificate")
    _stage(journey, "to_make", person)
    journey.act("mailing", "external_certificate", {"certificate_no": "(粤)LS〔2021〕00321"})
    for case_id in (company, person):
        _stage(journey, "to_seal", case_id)
        journey.act("mailing", "seal", {})
    _stage(journey, "to_post", company)
    journey.act("mailing", "delivery_receipt", paper="delivery-receipt")
    driver.write("mailing.waybill", WAYBILL)
    driver.picture("mailing-waybill")
    driver.click("mailing.post")
    driver.settle()
    _stage(journey, "in_transit", company)
    journey.act("mailing", "mailing_label", paper="mailing-label")
    driver.click("mailing.handover")
    driver.settle()
    driver.picture("handover-sheet")
    driver.click("preview.print")
    driver.settle()
    driver.click("preview.close")
    journey.day(LAST_DAY)
    _stage(journey, "in_transit", company)
    journey.act(
        "mailing", "deliver", {"method": "post", "signer": "甄堃", "relation": "单位收发", "legal_date": "2021-02-05"}
    )
    _stage(journey, "to_pick_up", person)
    journey.act(
        "mailing", "deliver", {"method": "pickup", "signer": "李志明", "relation": "本人", "legal_date": "2021-02-05"}
    )
    _stage(journey, "delivered", company)
    driver.picture("mailing-delivered")


def _stage(journey: Journey, stage: str, case_id: str) -> None:
    journey.driver.click(f"mailing.stages.{stage}")
    journey.driver.settle()
    journey.driver.select_row("mailing.table", case_id)


def exchange(journey: Journey) -> None:
    """Exchange with the shared server from the administration page and wait until it is done."""
    driver = journey.driver
    driver.page("administration")
    driver.choose_in_list("administration.sections", "exchange")
    before = len(journey.reader().exchange_runs(1000))
    driver.click("administration.exchange_now")
    driver.wait(lambda: len(journey.reader().exchange_runs(1000)) > before, "the exchange")
    driver.settle()
    driver.picture("exchange")


def look_around(journey: Journey, *, year: int) -> dict[str, dict[str, int]]:
    """Take a picture of every tab, the figures of a year among them; return the rows of every list that is shown."""
    driver, rows = journey.driver, dict[str, dict[str, int]]()
    for name in _ALL_PAGES:
        journey.change_to("admin" if name == "administration" else "clerk")
        driver.page(name)
        _show_something(journey, name, year=year)
        driver.picture(f"tab-{name}")
        rows[name] = driver.lists()
    for code in driver.entries("administration.sections"):
        driver.choose_in_list("administration.sections", code)
        if code == "exchange":
            driver.click("administration.exchange_show.runs")
            driver.settle()
        driver.picture(f"administration-{code}")
        rows[f"administration.{code}"] = driver.lists()
    return rows


def _show_something(journey: Journey, page: str, *, year: int) -> None:
    """Choose what a page shows of the year: a known applicant, a case, the year itself."""
    driver = journey.driver
    match page:
        case "today":
            driver.click("today.scope.all")
        case "intake":
            driver.write("intake.applicant_name", KNOWN_NAME)
            driver.write("intake.credit_code", KNOWN_CODE)
            driver.choose("intake.item", COMPANY.item)
        case "notification":
            driver.click("notification.told")
        case "deadlines":
            driver.click("deadlines.filter.over")
        case "mailing":
            driver.click("mailing.stages.delivered")
        case "search":
            driver.select_row("search.table", journey.case_of(COMPANY).case_id)
        case "oversight":
            driver.choose("oversight.year", str(year))
        case _:
            pass
    driver.settle()
