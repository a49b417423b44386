"""A case in words, for people at a terminal."""

from __future__ import annotations

from clerk_app.cli.outcome import pairs, table
from clerk_app.ports import OFFICE_ZONE
from clerk_app.services.casefile import CaseFile
from clerk_app.wording import word


def case_text(file: CaseFile) -> str:
    """Return number, state, dates, acts, clocks and papers of a case as text; personal numbers are left out."""
    case = file.case
    head = pairs(
        [
            (word("command.case_no"), case.case_no),
            (word("command.state"), word(f"state.{case.state.value}")),
            (
                word("command.item"),
                f"{file.item.name if file.item else case.item} {word('kind.' + case.item_kind.value)}",
            ),
            (word("command.applicant"), case.applicant.name if case.applicant else ""),
            (word("act.materials_received"), case.received_on),
            (word("act.accepted"), case.accepted_on),
            (word("act.decided"), case.decision.on if case.decision else None),
            (word("document.certificate"), case.certificate_no),
            (word("act.delivered"), case.delivered_on),
        ]
    )
    return "\n\n".join(filter(None, [head, _acts(file), _clocks(file), _papers(file)]))


def _acts(file: CaseFile) -> str:
    rows = [
        (
            row.record.envelope.legal_date,
            word(f"act.{row.record.envelope.kind}"),
            file.name_of(row.record.envelope.actor),
            row.record.envelope.recorded_at.astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M"),
            word("command.retracted") if row.retracted else word(f"fate.{row.verdict.value}"),
        )
        for row in file.acts
    ]
    codes = ("command.date", "command.act", "command.person", "command.recorded", "command.fate")
    return table([word(code) for code in codes], rows)


def _clocks(file: CaseFile) -> str:
    rows = [
        (
            word(f"clock.{view.reading.kind.value}"),
            view.reading.due,
            view.reading.ended_on or "",
            "" if view.reading.ended_on else view.reading.remaining,
            word("command.provisional") if view.reading.provisional else "",
        )
        for view in file.clocks
    ]
    codes = ("command.limit", "command.due", "command.ended", "command.remaining", "command.note")
    return table([word(code) for code in codes], rows) if rows else ""


def _papers(file: CaseFile) -> str:
    rows = [
        (
            word(f"document.{one.document}"),
            one.number,
            one.pages,
            word("command.spoiled") if one.spoiled else word("command.yes") if one.confirmed else "",
        )
        for one in file.case.sheets
    ]
    codes = ("command.paper", "command.number", "command.pages", "act.sheet_confirmed")
    return table([word(code) for code in codes], rows) if rows else ""
