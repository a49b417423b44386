"""Which action of the case panel Ctrl+Enter begins on a page with a list and its case."""

from __future__ import annotations

from clerk_app.services.casefile import CaseFile
from clerk_app.ui.case_panel.actions import offered
from clerk_app.ui.screens.today.urgency import next_step


def next_action(file: CaseFile) -> str:
    """Return the code of the usual next step if this person may take it, else of another main act, else nothing."""
    codes = [one.code for one in offered(file)]
    step = next_step(file.row)
    if step is not None and step.action in codes:
        return step.action
    return next((one.code for one in offered(file) if one.is_primary), "")
