"""Which outcomes of an intake apply now; the services and the procedure still have the last word."""

from __future__ import annotations

from enum import StrEnum

from clerk_app.domain.acts.case import Verdict
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.ui.screens.intake.sheet import IntakeSheet


class Outcome(StrEnum):
    """What may become of the application at the counter."""

    RECEIVE = "receive"
    ACCEPT = "accept"
    NOTIFY = "notify"
    REFUSE = "refuse"
    NO_LICENCE = "no_licence"


def offered(sheet: IntakeSheet, item: ItemVersion | None, *, may_receive: bool) -> tuple[Outcome, ...]:
    """Return the outcomes for the form as it stands, the main one first; none while it cannot be received.

    An item that another authority decides leads to 不予受理 alone; 受理 needs every material to conform, 一次性告知 a verdict on
    every material and some defect.

    Source: 行政许可法第三十二条第一款.
    """
    if not may_receive or item is None or sheet.is_blank:
        return ()
    if not item.accepted_here:
        return (Outcome.REFUSE,)
    if item.rule(sheet.matter.kind) is None:
        return ()
    verdicts = {check.verdict for check in sheet.materials}
    found = [Outcome.RECEIVE, Outcome.REFUSE, Outcome.NO_LICENCE]
    if verdicts and Verdict.OPEN not in verdicts:
        found.insert(0, Outcome.ACCEPT if verdicts == {Verdict.CONFORMS} else Outcome.NOTIFY)
    return tuple(found)
