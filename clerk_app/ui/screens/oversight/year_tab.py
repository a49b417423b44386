"""The figures of a year as cards, the stock that must reconcile, and the rows of the chosen figure beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clerk_app.ui.context import Tone
from clerk_app.ui.screens.oversight import figures
from clerk_app.ui.screens.oversight.columns import (
    FIGURE_CASES_LEAVE_FIRST,
    FigureCase,
    FigureCaseColumn,
    VisitColumn,
    VisitLine,
)
from clerk_app.ui.screens.oversight.figure_button import FigureButton
from clerk_app.ui.screens.oversight.figures import Shown
from clerk_app.ui.screens.oversight.presenter import FigureRows, YearView
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.card import Card, heading, soft_label
from clerk_app.ui.widgets.chips import Chip, ChipLook
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.notice_line import NoticeLine
from clerk_app.ui.widgets.table_model import RowsModel
from clerk_app.ui.widgets.two_sides import TwoSides
from clerk_app.wording import sentence

_COLUMNS = 5
_SHARES = (38, 62)


class YearTab(QWidget):
    """Figures on the left, rows on the right.

    Signals:
        figure_wanted(object): the `Shown` whose rows are to be read.
        case_wanted(str): the id of a case to open.
    """

    figure_wanted = Signal(object)
    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[FigureButton] = []
        self._grids: list[QGridLayout] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_button)
        self._cases = RowsModel[FigureCase](FigureCaseColumn, key=lambda one: one.row.case_id, parent=self)
        self._visits = RowsModel[VisitLine](VisitColumn, key=lambda one: one.place, parent=self)
        self._cases_table = FittingTable(
            name="oversight.cases",
            label=self.tr("数字所含的办件"),
            empty_text=self.tr("这个数字为零"),
            roomy=FigureCaseColumn.APPLICANT,
            leaves_first=FIGURE_CASES_LEAVE_FIRST,
        )
        self._visits_table = FittingTable(
            name="oversight.visits",
            label=self.tr("数字所含的检查"),
            empty_text=self.tr("这个数字为零"),
            roomy=VisitColumn.HOLDER,
        )
        self._lay_out()
        self._cases_table.activated_row.connect(self._on_case)

    @property
    def chosen(self) -> Shown:
        """The figure whose rows are shown."""
        button = self._group.checkedButton()
        return button.shown if isinstance(button, FigureButton) else figures.ACCEPTED

    def button(self, code: str) -> FigureButton | None:
        """Return the card of a figure by its code."""
        return next((one for one in self._buttons if one.shown.code == code), None)

    def show_year(self, view: YearView) -> None:
        """Show a year's figures; the chosen one stays chosen."""
        kept = self.chosen.code
        self._build_visits(figures.visits_by_trade(view.report))
        for button in self._buttons:
            button.set_value(button.shown.value(view.report) if view.report else None)
        chosen = self.button(kept) or self.button(figures.ACCEPTED.code)
        if chosen is not None:
            chosen.setChecked(True)
        self._even_out()
        self._tell_balance(view)
        self._tell_catalogue(view)
        self.figure_wanted.emit(self.chosen)

    def show_rows(self, rows: FigureRows) -> None:
        """Show the rows of the chosen figure."""
        button = self.button(rows.shown.code)
        self._rows_card.set_title(button.accessibleName() if button is not None else rows.shown.words)
        self._count.setText(self.tr("明细 {n} 行").format(n=len(rows.visits) or len(rows.cases)))
        self._visits.set_rows(rows.visits)
        self._cases.set_rows(rows.cases)
        of_visits = rows.shown in (figures.VISITS, *figures.OVERSIGHT) or bool(rows.shown.trade)
        self._tables.setCurrentWidget(self._visits_table if of_visits else self._cases_table)

    def focus_rows(self) -> None:
        """Go to the rows."""
        self._tables.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_figures(self) -> None:
        """Go to the chosen figure."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        theme = look()
        figure_card = Card()
        inner = QWidget()
        inner.setProperty("role", "page")
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.unit, 0)
        column.setSpacing(theme.unit)
        self._build_balance(column)
        self._add_group(column, self.tr("收件与寄送"), figures.INTAKE_AND_POST)
        self._add_group(column, self.tr("办结（件）"), figures.RESULTS)
        column.addWidget(heading(self.tr("监督检查")))
        self._visit_grid = self._grid(column)
        oversight = self._grid(column)
        self._build_visits(figures.visits_by_trade(None))
        self._fill(oversight, figures.OVERSIGHT)
        column.addWidget(heading(self.tr("年末事项目录")))
        self._catalogue = soft_label()
        column.addWidget(self._catalogue)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        figure_card.body.addWidget(area)
        self._rows_card = Card(figures.ACCEPTED.words)
        self._count = soft_label(wraps=False)
        self._rows_card.header.addWidget(self._count)
        self._cases_table.set_model(self._cases)
        self._visits_table.set_model(self._visits)
        self._tables = QStackedWidget()
        self._tables.addWidget(self._cases_table)
        self._tables.addWidget(self._visits_table)
        self._tables.setMinimumWidth(theme.chars(22))
        self._rows_card.body.addWidget(self._tables)
        sides = TwoSides(figure_card, self._rows_card, shares=_SHARES, name="oversight.year_sides")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.unit, 0, 0)
        layout.addWidget(sides)

    def _build_balance(self, column: QVBoxLayout) -> None:
        theme = look()
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("在办对账")))
        head.addStretch(1)
        self._balance = Chip()
        self._balance.setObjectName("oversight.balance")
        head.addWidget(self._balance)
        column.addLayout(head)
        line = QHBoxLayout()
        line.setSpacing(theme.unit // 2)
        terms = (figures.OPEN_BEFORE, figures.ACCEPTED, figures.CLOSED, figures.OPEN_AFTER)
        for shown, sign in zip(terms, ("+", "−", "=", ""), strict=True):
            line.addWidget(self._make(shown), 1)
            if sign:
                label = QLabel(sign)
                label.setFont(theme.font(bold=True, times=1.3))
                line.addWidget(label)
        column.addLayout(line)
        self._fault = NoticeLine(name="oversight.fault")
        column.addWidget(self._fault)

    def _add_group(self, column: QVBoxLayout, title: str, group: tuple[Shown, ...]) -> None:
        column.addWidget(heading(title))
        self._fill(self._grid(column), group)

    def _grid(self, column: QVBoxLayout) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(look().unit)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        self._grids.append(grid)
        return grid

    def _fill(self, grid: QGridLayout, group: tuple[Shown, ...]) -> None:
        for place, shown in enumerate(group):
            grid.addWidget(self._make(shown), place // _COLUMNS, place % _COLUMNS)

    def _make(self, shown: Shown) -> FigureButton:
        button = FigureButton(shown, name=f"oversight.figure.{shown.code}")
        self._group.addButton(button)
        self._buttons.append(button)
        return button

    def _build_visits(self, wanted: tuple[Shown, ...]) -> None:
        there = [one for one in self._buttons if one.shown.figure is figures.VISITS.figure]
        if tuple(one.shown for one in there) == wanted:
            return
        for button in there:
            self._group.removeButton(button)
            self._buttons.remove(button)
            self._visit_grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._fill(self._visit_grid, wanted)

    def _tell_balance(self, view: YearView) -> None:
        if view.report is not None:
            before, accepted, closed, after = view.report.reconciliation
            words = self.tr("平衡：{a} + {b} − {c} = {d}").format(a=before, b=accepted, c=closed, d=after)
            self._balance.set_look(ChipLook(words, Tone.OK, "check-circle"))
            self._fault.say("")
        else:
            self._balance.set_look(ChipLook(self.tr("对不上"), Tone.ERROR, "error"))
            self._fault.say(sentence(view.fault.faults[0]) if view.fault else "", Tone.ERROR)

    def _tell_catalogue(self, view: YearView) -> None:
        report = view.report
        if report is None:
            self._catalogue.setText("")
            return
        parts = [self.tr("行政许可事项 {n} 项").format(n=report.licence_items)]
        if report.all_online:
            parts.append(self.tr("全部进驻网上办事大厅"))
        if report.all_depth_three:
            parts.append(self.tr("网办深度均达三级"))
        if report.least_compression is not None:
            parts.append(self.tr("承诺时限比法定时限至少压缩 {n}%").format(n=report.least_compression))
        self._catalogue.setText("，".join(parts) + "。")

    def _even_out(self) -> None:
        """Give the cards of all groups one width, the widest figure's."""
        width = max(one.sizeHint().width() for one in self._buttons)
        for grid in self._grids:
            for place in range(_COLUMNS):
                grid.setColumnMinimumWidth(place, width)
        self._column.activate()
        self._area.setMinimumWidth(self._column.minimumSize().width() + look().unit * 2)

    def _on_button(self, _button: object) -> None:
        self.figure_wanted.emit(self.chosen)

    def _on_case(self, case_id: object) -> None:
        if isinstance(case_id, str):
            self.case_wanted.emit(case_id)
