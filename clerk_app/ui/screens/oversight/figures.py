"""The figures of a year as the page shows them: which, in which group, with which unit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from clerk_app.services.report import REPORTED_TRADES, TOTAL, YearlyReport
from clerk_app.services.report_rows import Figure
from clerk_app.ui.translation import QT_TRANSLATE_NOOP

CASES = QT_TRANSLATE_NOOP("Figures", "件")
_VISITS = QT_TRANSLATE_NOOP("Figures", "家次")
_HOLDERS = QT_TRANSLATE_NOOP("Figures", "家")
_FINDINGS = QT_TRANSLATE_NOOP("Figures", "处")
_PAPERS = QT_TRANSLATE_NOOP("Figures", "份")
_YUAN = QT_TRANSLATE_NOOP("Figures", "元")


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure on the page; `trade` narrows the visits to one trade, empty for all."""

    figure: Figure
    label: str
    unit: str = CASES
    trade: str = ""

    @property
    def words(self) -> str:
        """The label in the window's language; a trade is data and stays as it is."""
        return self.label if self.trade else QCoreApplication.translate("Figures", self.label)

    @property
    def unit_words(self) -> str:
        """The unit in the window's language."""
        return QCoreApplication.translate("Figures", self.unit)

    @property
    def code(self) -> str:
        """The part of the widget's name after the page's."""
        return f"{self.figure.value}.{self.trade}" if self.trade else self.figure.value

    def value(self, report: YearlyReport) -> int:
        """Return the figure of a year."""
        if self.figure is Figure.VISITS:
            return dict(report.visits).get(self.trade or TOTAL, 0)
        value: int = getattr(report, self.figure.value)
        return value


OPEN_BEFORE = Shown(Figure.OPEN_BEFORE, QT_TRANSLATE_NOOP("Figures", "期初在办"))
ACCEPTED = Shown(Figure.ACCEPTED, QT_TRANSLATE_NOOP("Figures", "受理"))
CLOSED = Shown(Figure.CLOSED, QT_TRANSLATE_NOOP("Figures", "办结"))
OPEN_AFTER = Shown(Figure.OPEN_AFTER, QT_TRANSLATE_NOOP("Figures", "期末在办"))

INTAKE_AND_POST = (
    Shown(Figure.RECEIVED, QT_TRANSLATE_NOOP("Figures", "收件")),
    Shown(Figure.ONLINE_ACCEPTED, QT_TRANSLATE_NOOP("Figures", "网上受理")),
    Shown(Figure.ENDED_BEFORE_ACCEPTANCE, QT_TRANSLATE_NOOP("Figures", "受理前终结")),
    Shown(Figure.MAILED, QT_TRANSLATE_NOOP("Figures", "寄送")),
)
RESULTS = (
    Shown(Figure.GRANTED, QT_TRANSLATE_NOOP("Figures", "准予许可")),
    Shown(Figure.REFUSED, QT_TRANSLATE_NOOP("Figures", "不予许可")),
    Shown(Figure.WITHDRAWN, QT_TRANSLATE_NOOP("Figures", "撤回申请")),
    Shown(Figure.ON_TIME_PROMISED, QT_TRANSLATE_NOOP("Figures", "承诺期内")),
    Shown(Figure.ON_TIME_STATUTORY, QT_TRANSLATE_NOOP("Figures", "法定期内")),
)
OVERSIGHT = (
    Shown(Figure.FINDINGS, QT_TRANSLATE_NOOP("Figures", "隐患"), _FINDINGS),
    Shown(Figure.DOCUMENTS, QT_TRANSLATE_NOOP("Figures", "执法文书"), _PAPERS),
    Shown(Figure.FINED, QT_TRANSLATE_NOOP("Figures", "处罚企业"), _HOLDERS),
    Shown(Figure.FINE, QT_TRANSLATE_NOOP("Figures", "罚款"), _YUAN),
    Shown(Figure.SUSPENDED, QT_TRANSLATE_NOOP("Figures", "责令停产"), _HOLDERS),
)
VISITS = Shown(Figure.VISITS, QT_TRANSLATE_NOOP("Figures", "检查"), _VISITS)


def visits_by_trade(report: YearlyReport | None) -> tuple[Shown, ...]:
    """Return the visits of all trades, then of each: those of every report, and others that had any."""
    trades = (
        [trade for trade, _ in report.visits if trade != TOTAL] if report else [one.value for one in REPORTED_TRADES]
    )
    return (VISITS, *(Shown(Figure.VISITS, trade, _VISITS, trade) for trade in trades))
