"""The catalogue's versions, names and rules, and the texts in force on a day."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from clerk_app.domain.catalogue import (
    Catalogue,
    ClockStart,
    ItemType,
    Kind,
    KindRule,
    Material,
    ResultKind,
    TextLibrary,
    aliases_from,
    catalogue_from,
    items_from,
    plain_name,
    texts_from,
)
from clerk_app.domain.clocks import Limit, LimitUnit
from clerk_app.domain.numbering import format_number
from clerk_app.domain.papers import PaperDocument, required_facts
from clerk_app.domain.seed import office_from, series_from, training_staff_from

SEED = Path(__file__).parents[2] / "db" / "seed"
ITEMS = items_from((SEED / "catalogue.json").read_bytes())
CATALOGUE = catalogue_from(ITEMS, aliases=aliases_from((SEED / "aliases.json").read_bytes()))
TEXTS = TextLibrary(texts_from((SEED / "texts.json").read_bytes()))
EIGHT = ("WHJY", "YHLS", "YHPF", "WHTJ", "WHSS", "JSYL", "FMKS", "YHSS")
PAYLOAD_BYTES = 64 * 1024
BEFORE, AFTER = date(2026, 4, 30), date(2026, 5, 1)


def rule(code: str, kind: Kind, on: date = BEFORE) -> KindRule:
    item = CATALOGUE.at(code, on)
    assert item is not None
    found = item.rule(kind)
    assert found is not None
    return found


def material_names(code: str, kind: Kind) -> list[str]:
    return [material.name for material in rule(code, kind).materials]


def test_the_year_2020_has_eight_licence_items_and_one_filing() -> None:
    on = date(2020, 12, 31)
    effective = CATALOGUE.effective(on)
    assert [item.code for item in effective if item.item_type is ItemType.LICENCE and item.accepted_here] == list(EIGHT)
    assert [item.code for item in effective if item.item_type is ItemType.FILING] == ["YZDB"]
    assert all(item.in_standard_catalogue and item.online_hall and item.online_depth == 3 for item in effective[:8])


@pytest.mark.parametrize(
    ("code", "kind", "statutory", "promised"),
    [
        ("WHJY", Kind.NEW, 30, 3),
        ("WHJY", Kind.RENEW, 30, 3),
        ("WHJY", Kind.REAPPLY, 30, 3),
        ("WHJY", Kind.CHANGE, 10, 1),
        ("YHLS", Kind.NEW, 20, 2),
        ("YHPF", Kind.NEW, 30, 3),
        ("YHPF", Kind.RENEW, 30, 3),
        ("WHTJ", Kind.NEW, 45, 4),
        ("WHSS", Kind.NEW, 20, 2),
        ("JSYL", Kind.NEW, 20, 2),
        ("FMKS", Kind.NEW, 20, 2),
        ("YHSS", Kind.NEW, 20, 2),
    ],
)
def test_limits_before_the_new_act(code: str, kind: Kind, statutory: int, promised: int) -> None:
    assert (rule(code, kind).statutory, rule(code, kind).promised) == (Limit(statutory), Limit(promised))


def test_the_new_act_shortens_hazardous_chemicals_to_twenty_days_from_the_materials() -> None:
    after = rule("WHJY", Kind.NEW, AFTER)
    assert (after.statutory, after.clock_start) == (Limit(20), ClockStart.MATERIALS_COMPLETE)
    assert rule("WHJY", Kind.NEW).clock_start is ClockStart.ACCEPTANCE
    assert rule("WHJY", Kind.CHANGE, AFTER).statutory == Limit(10)
    assert rule("YHLS", Kind.NEW, AFTER).statutory == Limit(20)


@pytest.mark.parametrize("code", ["WHTJ", "WHSS"])
def test_the_new_act_moves_the_reviews_of_chemical_projects_to_the_city(code: str) -> None:
    before, after = CATALOGUE.at(code, BEFORE), CATALOGUE.at(code, AFTER)
    assert before is not None
    assert after is not None
    assert before.accepted_here
    assert not after.accepted_here
    assert after.competence == "江门市应急管理局"
    assert CATALOGUE.version(code, 1) == before


def test_the_filing_is_answered_on_the_same_day_with_a_certificate() -> None:
    filing = CATALOGUE.at("YZDB", date(2020, 6, 1))
    assert filing is not None
    assert filing.result is ResultKind.FILING_CERTIFICATE
    assert {kind.statutory for kind in filing.kinds} == {Limit(0, LimitUnit.SAME_DAY)}
    assert rule("YZDB", Kind.NEW).material("application") is not None
    assert rule("YZDB", Kind.NEW).material("nothing") is None
    assert rule("YZDB", Kind.NEW).materials[0].copies == 2


def test_every_promise_cuts_the_limit_by_ninety_percent() -> None:
    weak = [
        (item.code, item.version, kind.kind) for item in ITEMS for kind in item.kinds if not kind.meets_compression(90)
    ]
    assert weak == []


@pytest.mark.parametrize(
    ("statutory", "promised", "meets"),
    [(10, 1, True), (20, 2, True), (30, 3, True), (45, 4, True), (20, 3, False), (45, 5, False)],
)
def test_ninety_percent_includes_the_boundary(statutory: int, promised: int, meets: bool) -> None:  # noqa: FBT001
    changed = replace(rule("YHLS", Kind.NEW), statutory=Limit(statutory), promised=Limit(promised))
    assert changed.meets_compression(90) is meets


def test_three_days_of_twenty_are_flagged_at_eighty_five_percent() -> None:
    changed = replace(rule("WHJY", Kind.NEW, AFTER), promised=Limit(3))
    assert changed.meets_compression(85)
    assert not changed.meets_compression(90)


def test_retail_fireworks_offer_a_new_application_for_change_and_renewal() -> None:
    retail = CATALOGUE.at("YHLS", BEFORE)
    assert retail is not None
    assert retail.rule(Kind.CHANGE) is None
    assert retail.rule(Kind.RENEW) is None
    assert retail.fallback(Kind.CHANGE) is Kind.REAPPLY
    assert retail.fallback(Kind.RENEW) is Kind.REAPPLY
    assert retail.fallback(Kind.NEW) is Kind.NEW
    filing = CATALOGUE.at("YZDB", BEFORE)
    assert filing is not None
    assert filing.fallback(Kind.REAPPLY) is None


def test_materials_of_hazardous_chemicals_are_those_of_article_nine() -> None:
    names = material_names("WHJY", Kind.NEW)
    assert len(names) == 10
    assert [m.code for m in rule("WHJY", Kind.NEW).materials if not m.condition] == [
        "application",
        "rules_list",
        "qualifications",
        "premises",
        "business_licence",
        "emergency_plan",
    ]
    assert len(rule("WHJY", Kind.CHANGE).materials) == 6
    assert len(rule("WHJY", Kind.RENEW).materials) == 11


def test_every_kind_has_materials_and_each_has_a_clause_a_requirement_and_phrases() -> None:
    def whole(material: Material) -> bool:
        return bool(material.clause and material.requirement and material.defect_phrases and material.copies >= 1)

    for item in ITEMS:
        for kind in item.kinds:
            codes = [material.code for material in kind.materials]
            assert codes, (item.code, kind.kind)
            assert len(set(codes)) == len(codes), (item.code, kind.kind)
            assert [material.code for material in kind.materials if not whole(material)] == []


def test_what_is_not_confirmed_says_why() -> None:
    assert [kind.kind for item in ITEMS for kind in item.kinds if not kind.confirmed and not kind.note] == []
    assert [item.code for item in ITEMS if not item.confirmed and not item.note] == []
    assert not rule("YHLS", Kind.REPLACE).confirmed
    assert not rule("JSYL", Kind.NEW).materials[0].confirmed


def test_versions_of_an_item_follow_each_other_without_gap() -> None:
    for code in CATALOGUE.codes():
        versions = [item for item in CATALOGUE.items if item.code == code]
        assert [item.version for item in versions] == list(range(1, len(versions) + 1))
        for earlier, later in pairwise(versions):
            assert earlier.effective_to is not None
            assert (later.effective_from - earlier.effective_to).days == 1
        assert versions[-1].effective_to is None


def test_an_item_is_unknown_before_its_first_day_and_by_another_code() -> None:
    assert CATALOGUE.at("WHJY", date(2012, 8, 31)) is None
    assert CATALOGUE.at("NONE", BEFORE) is None
    assert CATALOGUE.version("WHJY", 9) is None


def test_ended_items_stay_for_old_cases() -> None:
    ended = replace(ITEMS[0], code="OLD", version=1, effective_to=date(2019, 1, 1))
    catalogue = Catalogue((ended,))
    assert catalogue.at("OLD", date(2018, 6, 1)) == ended
    assert catalogue.at("OLD", date(2020, 6, 1)) is None
    assert catalogue.effective(date(2020, 6, 1)) == ()
    assert catalogue.codes() == ("OLD",)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("危险化学品经营许可", "WHJY"),
        ("烟花爆竹经营(零售)许可", "YHLS"),
        ("烟花爆竹经营（零售）许可", "YHLS"),
        (" 烟花爆竹经营（零售) 许可　", "YHLS"),
        ("烟花爆竹经营许可（批发）", "YHPF"),
        ("生产、储存危险化学品建设项目安全条件审查", "WHTJ"),
        ("非煤矿矿山建设项目安全设施设计审查", "FMKS"),
        ("whjy", "WHJY"),
        ("ＹＺＤＢ", "YZDB"),
        ("安全生产许可证", None),
        ("", None),
    ],
)
def test_names_of_the_ledgers_find_their_item_whatever_the_brackets(name: str, code: str | None) -> None:
    assert CATALOGUE.resolve_name(name) == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("首次", Kind.NEW),
        ("延期（延续）", Kind.RENEW),
        ("延续", Kind.RENEW),
        ("变更", Kind.CHANGE),
        ("renew", Kind.RENEW),
        ("另办", None),
    ],
)
def test_names_of_kinds_find_their_kind(name: str, kind: Kind | None) -> None:
    assert CATALOGUE.resolve_kind(name) == kind


def test_no_alias_points_nowhere_or_at_two_items() -> None:
    codes = set(CATALOGUE.codes())
    assert {alias.target for alias in CATALOGUE.aliases.items} <= codes
    assert {alias.target for alias in CATALOGUE.aliases.kinds} == {kind.value for kind in Kind}
    pairs = {(plain_name(alias.name), alias.target) for alias in CATALOGUE.aliases.items}
    pairs |= {(plain_name(item.name), item.code) for item in CATALOGUE.items}
    assert len({name for name, _ in pairs}) == len(pairs)


def test_an_item_version_survives_the_wire_and_fits_into_one_act() -> None:
    for item in ITEMS:
        wire = msgspec.json.encode(item)
        assert len(wire) < PAYLOAD_BYTES
        assert msgspec.json.decode(wire, type=type(item)) == item


def test_own_fields_have_choices_where_they_ask_for_one_and_certificates_print_some() -> None:
    for item in ITEMS:
        assert all(bool(field.choices) == (field.type == "choice") for field in item.fields)
        assert any(field.printed for field in item.fields)
    retail = CATALOGUE.at("YHLS", BEFORE)
    assert retail is not None
    storage = retail.own_field("storage_limit")
    assert storage is not None
    assert (storage.label, storage.printed) == ("限制存放量", True)
    assert retail.own_field("none") is None


def test_remedies_are_those_in_force_on_the_day_of_the_decision() -> None:
    def body(on: date) -> str:
        text = TEXTS.at("remedies", on)
        assert text is not None
        return text.body

    assert "三个月" in body(date(2014, 6, 1))
    assert "六个月" in body(date(2015, 5, 1))
    assert "江门市应急管理局" in body(date(2020, 6, 1))
    assert "江门市" not in body(date(2022, 6, 1))
    newest = TEXTS.at("remedies", date(2024, 1, 1))
    assert newest is not None
    assert "{reconsideration_body}" in newest.body
    assert newest.verified_on is not None


def test_every_text_has_one_version_a_day_and_a_source() -> None:
    for code in TEXTS.codes():
        spans = sorted((t.effective_from, t.effective_to or date.max) for t in TEXTS.texts if t.code == code)
        assert all(earlier[1] < later[0] for earlier, later in pairwise(spans)), code
    assert all(text.body and text.source for text in TEXTS.texts)
    assert all(
        text.note
        for text in TEXTS.texts
        if text.verified_on is None and text.version == 1 and text.effective_to is None
    )
    assert TEXTS.at("remedies", date(1990, 1, 1)) is None


def test_every_text_that_a_paper_prints_is_in_force_whenever_a_case_of_the_ledger_may_be_printed() -> None:
    wanted = {fact.text for document in PaperDocument for fact in required_facts(document) if fact.text}
    assert "remedies" in wanted
    for on in (date(2019, 12, 2), date(2020, 12, 31), date(2026, 11, 1)):
        assert [code for code in sorted(wanted) if TEXTS.at(code, on) is None] == []


@pytest.mark.parametrize("code", ["privacy.notice", "delivery.postal_only", "renewal.basis", "acceptance.deemed"])
def test_other_texts_are_found_today(code: str) -> None:
    assert TEXTS.at(code, date(2026, 11, 1)) is not None


def test_numbers_of_the_series_look_like_those_of_the_ledger() -> None:
    series = {entry.series: entry for entry in series_from((SEED / "series.json").read_bytes())}
    assert format_number(series["cert_whjy"].template, year=2020, n=7) == "粤江危化经字〔2020〕000007"
    assert format_number(series["cert_yhpf"].template, year=2020, n=3) == "(粤)PF〔2020〕00003"
    assert series["cert_yhls"].external
    assert format_number(series["review_opinion"].template, year=2020, n=1) == "台应急审〔2020〕1号"
    assert format_number(series["grant_decision"].template, year=2020, n=12) == "台应急许准〔2020〕12号"
    assert all(format_number(entry.template, year=2026, n=1) for entry in series.values())
    assert {item.number_series for item in ITEMS} <= set(series)
    assert all(entry.confirmed or entry.note for entry in series.values())


def test_the_office_and_its_training_staff_are_whole() -> None:
    office = office_from((SEED / "office.json").read_bytes())
    assert (office.name, office.area_code, office.reconsideration_body) == (
        "台山市应急管理局",
        "440781",
        "台山市人民政府",
    )
    assert all(hasattr(office, name) for name in office.unsure)
    staff = training_staff_from((SEED / "staff-training.json").read_bytes())
    assert [member.user for member in staff] == [
        "clerk",
        "handler",
        "checker",
        "approver",
        "issuer",
        "admin",
        "security",
        "auditor",
    ]
    assert len({role for member in staff for role in member.roles}) == 8
