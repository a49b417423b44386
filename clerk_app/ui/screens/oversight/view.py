"""证后监管与年报: a year chooser above four leaves: the figures, the items with charts, the registers, the inspections."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.ui.context import Hit, UiContext
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.oversight.export import ReportButtons
from clerk_app.ui.screens.oversight.figures import Shown
from clerk_app.ui.screens.oversight.items_tab import ItemsTab
from clerk_app.ui.screens.oversight.presenter import OversightPresenter, YearView
from clerk_app.ui.screens.oversight.register_tab import RegisterTab
from clerk_app.ui.screens.oversight.visits_tab import VisitsTab
from clerk_app.ui.screens.oversight.year_tab import YearTab
from clerk_app.ui.shortcuts import OVERSIGHT
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, make_action
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.two_sides import TurningRow

_FIGURES, _REGISTER = 0, 2


class OversightScreen(Screen):
    """The page of what follows a licence, and of the yearly report."""

    name = "oversight"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._year = 0
        self._wanted_year = 0
        self._is_loaded = False
        self._presenter = OversightPresenter(ctx, self)
        self.figures, self.items = YearTab(), ItemsTab()
        self.register, self.visits = RegisterTab(), VisitsTab()
        self._lay_out()
        self._connect()

    @property
    def year(self) -> int:
        """The year that is shown; 0 before the first one is here."""
        return self._year

    def activated(self) -> None:
        """Read when the page is shown first."""
        if not self._is_loaded:
            self._is_loaded = True
            self._presenter.load()
            self.register.ask()

    def refresh(self, change: Change) -> None:
        """Look again at what changed."""
        if change.concerns(Topic.CASES, Topic.LICENCES, Topic.INSPECTIONS, Topic.OFFICE, Topic.DAY):
            self._presenter.load()
            self.register.ask()

    def show_argument(self, argument: object) -> None:
        """Show a year, or a licensee that was found."""
        match argument:
            case int():
                self._wanted_year = argument
                self._presenter.load()
            case Hit(kind="licensee", target=target):
                self.leaves.choose(_REGISTER)
                self.register.look_for(target)
            case _:
                pass

    def _lay_out(self) -> None:
        theme = look()
        leaves = (
            ("figures", self.tr("年度数字"), self.figures),
            ("items", self.tr("分事项与图表"), self.items),
            ("register", self.tr("许可与企业"), self.register),
            ("visits", self.tr("监督检查"), self.visits),
        )
        self.leaves = Segments(
            [(code, words) for code, words, _ in leaves], name="oversight.leaf", label=self.tr("证后监管与年报的各部分")
        )
        self._stack = QStackedWidget()
        for _, _, leaf in leaves:
            self._stack.addWidget(leaf)
        self._chooser = self._build_chooser()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit // 2)
        layout.addWidget(TurningRow(self.leaves, self._chooser))
        layout.addWidget(self._stack, 1)

    def _build_chooser(self) -> QWidget:
        chooser = QWidget()
        row = QHBoxLayout(chooser)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().unit)
        self._before = make_action(self, OVERSIGHT["year_before"], self.tr("上一年度"), self._year_before)
        self._after = make_action(self, OVERSIGHT["year_after"], self.tr("下一年度"), self._year_after)
        self._years = QComboBox()
        self._years.setObjectName("oversight.year")
        self._years.setAccessibleName(self.tr("年度"))
        self._years.setToolTip(self.tr("年度数字、图表和监督检查所属的年度"))
        self.export = ReportButtons(self.ctx, self)
        row.addWidget(self.export)
        row.addWidget(ActionButton(self._before, name="oversight.year_before", icon_name="chevron-left"))
        row.addWidget(self._years)
        row.addWidget(ActionButton(self._after, name="oversight.year_after", icon_name="chevron-right"))
        return chooser

    def _connect(self) -> None:
        presenter = self._presenter
        make_action(self, OVERSIGHT["to_figures"], self.tr("到数字"), self._to_figures)
        make_action(self, OVERSIGHT["to_rows"], self.tr("到明细"), self._to_rows)
        make_action(self, OVERSIGHT["next_leaf"], self.tr("下一部分"), self._next_leaf)
        make_action(self, OVERSIGHT["previous_leaf"], self.tr("上一部分"), self._previous_leaf)
        self.leaves.chosen.connect(self._on_leaf)
        self._years.currentIndexChanged.connect(self._on_year)
        presenter.years_read.connect(self._show_years)
        presenter.year_read.connect(self._show_year)
        presenter.rows_read.connect(self.figures.show_rows)
        presenter.licences_read.connect(self.register.show_licences)
        presenter.licensees_read.connect(self.register.show_licensees)
        presenter.history_read.connect(self.register.show_history)
        presenter.failed.connect(self._on_failed)
        self.figures.figure_wanted.connect(self._on_figure)
        self.figures.case_wanted.connect(self._open_case)
        presenter.item_read.connect(self.items.show_cases)
        self.items.item_wanted.connect(self._on_item)
        self.items.case_wanted.connect(self._open_case)
        self.register.case_wanted.connect(self._open_case)
        self.register.asked.connect(presenter.load_licences)
        self.register.asked.connect(presenter.load_licensees)
        self.register.history_wanted.connect(presenter.load_history)

    def _show_years(self, years: tuple[int, int, int]) -> None:
        first, newest, last = years
        wanted = self._wanted_year or self._year or newest
        self._wanted_year = 0
        self._years.blockSignals(True)
        self._years.clear()
        for year in range(last, first - 1, -1):
            self._years.addItem(self.tr("{year} 年").format(year=year), year)
        self._years.setCurrentIndex(max(self._years.findData(wanted), 0))
        self._years.blockSignals(False)
        self._on_year()

    def _on_year(self) -> None:
        year = self._years.currentData()
        if isinstance(year, int):
            self._presenter.load_year(year)
        at = self._years.currentIndex()
        self._before.setEnabled(0 <= at < self._years.count() - 1)
        self._after.setEnabled(at > 0)

    def _show_year(self, view: YearView) -> None:
        self._year = view.year
        self.export.set_year(view.year if view.report is not None else 0)
        self.figures.show_year(view)
        self.items.show_year(view)
        self.visits.show_year(view)

    def _on_figure(self, shown: Shown) -> None:
        if self._year:
            self._presenter.load_rows(self._year, shown)

    def _on_item(self, item: str) -> None:
        if self._year:
            self._presenter.load_item(self._year, item)

    def _on_leaf(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._chooser.setVisible(place != _REGISTER)

    def _year_before(self) -> None:
        self._years.setCurrentIndex(min(self._years.currentIndex() + 1, self._years.count() - 1))

    def _year_after(self) -> None:
        self._years.setCurrentIndex(max(self._years.currentIndex() - 1, 0))

    def _to_figures(self) -> None:
        self.leaves.choose(_FIGURES)
        self.figures.focus_figures()

    def _to_rows(self) -> None:
        self.leaves.choose(_FIGURES)
        self.figures.focus_rows()

    def _next_leaf(self) -> None:
        self.leaves.choose((self.leaves.current + 1) % self.leaves.count)

    def _previous_leaf(self) -> None:
        self.leaves.choose((self.leaves.current - 1) % self.leaves.count)

    def _open_case(self, case_id: str) -> None:
        self.ctx.open_case(case_id)

    def _on_failed(self, error: Exception) -> None:
        self.ctx.show_error(error)
