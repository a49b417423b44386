"""办件查询: conditions and the list on the left, the case as a file on the right; the box for everything leads here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk_app.ui.case_panel.panel import CasePanel
from clerk_app.ui.context import Hit, OpenCase, SearchFor, UiContext
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.screens.search.columns import LEAVES_FIRST, CaseColumn
from clerk_app.ui.screens.search.filters import FilterForm
from clerk_app.ui.screens.search.presenter import SearchPresenter
from clerk_app.ui.shortcuts import SEARCH
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import ActionButton, Button, ButtonKind, make_action
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.fitting_table import FittingTable
from clerk_app.ui.widgets.paged_model import PagedTableModel
from clerk_app.ui.widgets.two_sides import TwoSides

_PANEL_CHARS = 30
_SHARES = (9, 5)


class SearchScreen(Screen):
    """The page of all cases."""

    name = "search"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_loaded = False
        self._shown_case: str | None = None
        self._presenter = SearchPresenter(ctx, self)
        self._model = PagedTableModel(
            CaseColumn,
            key=lambda line: line.row.case_id,
            fetch=self._presenter.fetch,
            tasks=ctx.tasks,
            order_by="received_on",
            descending=True,
            parent=self,
        )
        self._filters = FilterForm(name=self.name, today=ctx.today)
        self._table = FittingTable(
            name="search.table",
            label=self.tr("办件列表"),
            empty_text=self.tr("没有符合条件的办件"),
            empty_hint=self.tr("换一个条件，或按 Ctrl+D 清除全部条件。"),
            roomy=CaseColumn.APPLICANT,
            leaves_first=LEAVES_FIRST,
        )
        self.panel = CasePanel(ctx, page=self.name)
        self._lay_out()
        self._connect()

    def activated(self) -> None:
        """Read the list when the page is shown first."""
        if not self._is_loaded:
            self._is_loaded = True
            self._presenter.load()
            self._ask()

    def refresh(self, change: Change) -> None:
        """Look again if cases changed."""
        if change.concerns(Topic.CASES, Topic.DAY):
            self._ask(keep_rows=True)
        if change.concerns(Topic.OFFICE):
            self._presenter.load()

    def show_argument(self, argument: object) -> None:
        """Open a case, or show what matches a text or a hit."""
        match argument:
            case OpenCase(case_id=case_id):
                self._open(case_id)
            case SearchFor(text=text):
                self._filters.set_text(text)
            case Hit(kind="licensee", target=target):
                self._filters.set_text(target)
            case Hit(target=target):
                self._presenter.find(target)
            case str():
                self._open(argument)
            case _:
                pass

    def _lay_out(self) -> None:
        theme = look()
        self._table.set_model(self._model, sorted_by=list(CaseColumn).index(CaseColumn.RECEIVED), descending=True)
        card = Card(self.tr("办件"))
        self._count = soft_label(wraps=False)
        self._more = Button(self.tr("更多条件"), name="search.more", kind=ButtonKind.QUIET, icon_name="filter")
        self._more.setCheckable(True)
        self._more.setToolTip(self.tr("按事项、渠道、收件和受理日期筛选"))
        clear = make_action(self, SEARCH["clear"], self.tr("清除条件"), self._filters.clear)
        card.header.addWidget(self._count)
        card.header.addWidget(self._more)
        card.header.addWidget(ActionButton(clear, name="search.clear", kind=ButtonKind.QUIET, icon_name="dismiss"))
        card.body.addWidget(self._filters)
        card.body.addWidget(self._table, 1)
        self._table.setMinimumHeight(theme.row * 6)
        self.panel.setMinimumWidth(theme.chars(_PANEL_CHARS))
        sides = TwoSides(card, self.panel, shares=_SHARES, name="search.sides")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.addWidget(sides)

    def _connect(self) -> None:
        make_action(self, SEARCH["to_filter"], self.tr("到查询条件"), self._to_filter)
        make_action(self, SEARCH["to_table"], self.tr("到办件列表"), self._table.setFocus)
        make_action(self, SEARCH["to_file"], self.tr("到卷宗"), self._to_file)
        self._more.toggled.connect(self._on_more)
        self._filters.changed.connect(self._ask)
        self._filters.text.returnPressed.connect(self._table.setFocus)
        self._table.current_changed.connect(self._on_current)
        self._table.activated_row.connect(self._on_activated)
        self._model.loaded.connect(self._on_loaded)
        self._model.failed.connect(self._on_failed)
        self._presenter.items_read.connect(self._filters.set_items)
        self._presenter.counted.connect(self._show_count)
        self._presenter.found.connect(self._on_found)
        self._presenter.failed.connect(self._on_failed)

    def _ask(self, *, keep_rows: bool = False) -> None:
        self._presenter.set_wanted(self._filters.wanted())
        self._model.reload(keep_rows=keep_rows)
        self._presenter.count()
        self._name_more()

    def _open(self, case_id: str) -> None:
        self._shown_case = case_id
        self.panel.show_case(case_id)
        if not self._table.select_id(case_id):
            self._table.clearSelection()
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self, case_id: object) -> None:
        if isinstance(case_id, str):
            self._open(case_id)

    def _on_current(self, case_id: object) -> None:
        if isinstance(case_id, str) and case_id != self._shown_case:
            self._shown_case = case_id
            self.panel.show_case(case_id)

    def _on_activated(self, case_id: object) -> None:
        self._on_current(case_id)
        self._to_file()

    def _on_loaded(self, rows: int) -> None:
        if self._shown_case is not None and self._table.select_id(self._shown_case):
            return
        if self._shown_case is None and rows:
            self._table.select_first()

    def _show_count(self, count: int) -> None:
        self._count.setText(self.tr("共 {n} 件").format(n=count))

    def _on_more(self, is_shown: bool) -> None:  # noqa: FBT001 — Qt's own signal
        self._filters.show_more(is_shown=is_shown)
        self._name_more()

    def _name_more(self) -> None:
        words = self.tr("收起条件") if self._filters.is_more_shown else self.tr("更多条件")
        count = self._filters.count_of_more
        self._more.setText(self.tr("{words}（{n}）").format(words=words, n=count) if count else words)

    def _on_failed(self, error: Exception) -> None:
        self.ctx.show_error(error)

    def _to_filter(self) -> None:
        self._filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.text.selectAll()

    def _to_file(self) -> None:
        self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.focusNextChild()
