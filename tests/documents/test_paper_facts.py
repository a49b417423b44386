"""The content of a paper as data."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.papers import (
    TITLES,
    FactKind,
    PaperDocument,
    fact_faults,
    mask_identity,
    mask_phone,
    required_facts,
)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("440781199001010016", "440781********0016"),
        ("440781900101001", "440781*****1001"),
        ("E12345678", "E1*****78"),
        ("H1234", "H1*34"),
        ("1234", "1234"),
        ("", ""),
    ],
)
def test_an_identity_number_keeps_its_ends_only(number, shown):
    assert mask_identity(number) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [("13812345678", "138****5678"), ("0750-5508211", "0750-5508211"), ("5508211", "5508211"), ("", "")],
)
def test_a_mobile_number_is_masked_and_an_office_line_is_not(number, shown):
    assert mask_phone(number) == shown


@pytest.mark.parametrize("document", list(PaperDocument))
def test_every_document_has_a_title_and_facts_with_different_keys(document):
    assert TITLES[document]
    keys = [spec.key for spec in required_facts(document)]
    assert len(keys) == len(set(keys))
    for spec in required_facts(document):
        assert bool(spec.columns) is (spec.kind is FactKind.ROWS)


def test_a_paper_with_all_its_facts_has_no_fault(sample):
    assert fact_faults(sample(PaperDocument.RECEIPT)) == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("item", date(2020, 1, 1)),
        ("received_on", "2020-01-01"),
        ("materials", ("一行",)),
        ("materials", (("短", "行"),)),
        ("materials", "文字"),
    ],
)
def test_a_value_of_the_wrong_shape_is_a_fault(sample, key, value):
    (fault,) = fact_faults(sample(PaperDocument.RECEIPT, **{key: value}))
    assert (fault.code, fault.field) == ("paper_fact_wrong_kind", key)
