"""Shows each error in its place: a rule at its field, the environment in the bar, a bug as a report."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from clerk_app.ui.context import Notice, Tone
from clerk_app.ui.tasks import is_cancelled

if TYPE_CHECKING:
    from clerk_app.ui.faults import FaultTarget
    from clerk_app.ui.widgets.notice_bar import NoticeBar

log = logging.getLogger(__name__)

RULE_KEY = "rule"


class Troubles(QObject):
    """Takes every error of every job."""

    def __init__(self, bar: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar, self._window = bar, window

    def show(self, error: Exception, target: FaultTarget | None = None) -> None:
        """Show an error; one that was wished for (a cancelled job) is not shown."""
        from clerk_app.domain.errors import ClerkError, RuleViolation

        if is_cancelled(error):
            return
        if isinstance(error, RuleViolation):
            self._show_rule(error, target)
        elif isinstance(error, ClerkError):
            self._show_environment(error)
        else:
            log.error("a bug", exc_info=error)
            self.show_bug(error)

    def over(self) -> None:
        """The last refusal is answered: take it away."""
        self._bar.clear(RULE_KEY)

    def show_bug(self, error: BaseException) -> None:
        """Open the report of a bug."""
        from clerk_app.ui.bug_report import BugDialog

        BugDialog(error, self._window).open()

    def _show_rule(self, error: Exception, target: FaultTarget | None) -> None:
        from clerk_app.domain.errors import RuleViolation
        from clerk_app.wording import sentence

        if not isinstance(error, RuleViolation):
            return
        left = target.show_faults(error.faults) if target is not None else error.faults
        if left:
            text = "；".join(dict.fromkeys(sentence(fault) for fault in left))
            self._bar.show_notice(Notice(RULE_KEY, text, tone=Tone.WARN))
        else:
            self.over()

    def _show_environment(self, error: Exception) -> None:
        from clerk_app.domain.errors import ClerkError
        from clerk_app.wording import error_text

        if not isinstance(error, ClerkError):
            return
        safe = self.tr("已保存的记录都在本机，没有丢失。")
        self._bar.show_notice(Notice(error.code, error_text(error), safe=safe, tone=Tone.WARN))
