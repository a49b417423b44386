"""The signed-in part of the window: the box above, the pages, the bar below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.ui.context import Hit, OpenCase, SearchFor, StatusFacts, UiContext
from clerk_app.ui.frame.navigation import Pages
from clerk_app.ui.frame.page_holder import PageHolder
from clerk_app.ui.frame.status_bar import StatusBar
from clerk_app.ui.frame.top_bar import TopBar
from clerk_app.ui.refresh import Change, Topic
from clerk_app.ui.screens import Page
from clerk_app.ui.tasks import is_cancelled

if TYPE_CHECKING:
    from clerk_app.ui.screens.base import Screen

_STATUS_EVERY_MS = 60 * 1000


class Workspace(QWidget):
    """Holds the pages for whoever is signed in.

    Signals:
        page_shown(str): the name of the page that came to the front, built and told.
    """

    page_shown = Signal(str)

    def __init__(
        self, actions: tuple[tuple[QAction, str], ...], *, pages: tuple[Page, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self._pages = pages
        self.ctx: UiContext | None = None
        self.top = TopBar(actions)
        self.tabs = Pages()
        self.status = StatusBar()
        self.holders: dict[str, PageHolder] = {}
        self._front = ""
        for page in pages:
            holder = PageHolder(page)
            self.holders[page.name] = holder
            self.tabs.addTab(holder, QCoreApplication.translate("Page", page.title))
        self.tabs.navigation.set_icons([page.icon for page in self._pages])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.status)
        self._tick = QTimer(self)
        self._tick.setInterval(_STATUS_EVERY_MS)
        self._tick.timeout.connect(self.refresh_status)
        self.tabs.currentChanged.connect(self._on_tab)
        self.top.box.asked.connect(self._find)
        self.top.box.chosen.connect(self._open_hit)
        self.top.box.all_wanted.connect(self._find_all)
        self.status.page_wanted.connect(self.show_page)

    @property
    def front(self) -> str:
        """The name of the page in front; empty while nobody is signed in."""
        return self._front if self.ctx is not None else ""

    def enter(self, ctx: UiContext, *, office_name: str) -> None:
        """Begin for a person: fresh pages, the first one in front."""
        self.leave()
        self.ctx = ctx
        self.top.set_office(office_name)
        self.status.show_session(ctx.session)
        ctx.hub.changed.connect(self._on_change)
        self._tick.start()
        self.refresh_status()
        self.tabs.setCurrentIndex(0)
        self._on_tab(0)

    def leave(self) -> None:
        """End for a person: every page is freed."""
        ctx, self.ctx = self.ctx, None
        self._tick.stop()
        self._front = ""
        if ctx is not None:
            ctx.hub.changed.disconnect(self._on_change)
            ctx.tasks.forget(self)
        for holder in self.holders.values():
            holder.drop_screen(ctx)
        for index in range(self.tabs.count()):
            self.tabs.navigation.set_count(index, 0)
        self.status.show_facts(StatusFacts())

    def may_leave(self) -> bool:
        """Ask every page to keep what is half done; False if one cannot."""
        return all(holder.shown.may_close() for holder in self.holders.values() if holder.shown is not None)

    def show_page(self, name: str, argument: object = None) -> None:
        """Bring a page to the front and hand it its argument."""
        index = next((n for n, page in enumerate(self._pages) if page.name == name), -1)
        if index < 0 or self.ctx is None:
            return
        self.tabs.setCurrentIndex(index)
        screen = self.holders[name].shown
        if argument is not None and screen is not None:
            screen.show_argument(argument)

    def screen_of(self, name: str) -> Screen | None:
        """Return the screen of a page, if it was shown already."""
        return self.holders[name].shown

    def set_badge(self, name: str, count: int) -> None:
        """Show how many things wait on a page."""
        index = next((n for n, page in enumerate(self._pages) if page.name == name), -1)
        if index >= 0:
            self.tabs.navigation.set_count(index, count)

    def refresh_page(self) -> None:
        """Let the page in front look again."""
        if self.ctx is not None:
            self.holders[self._front].take_change(Change(frozenset(Topic)), is_in_front=True)
            self.refresh_status()

    def refresh_status(self) -> None:
        """Ask for the lamps again."""
        ctx = self.ctx
        if ctx is None:
            return
        desk, today, has_server = ctx.services.desk, ctx.today(), ctx.services.exchange is not None

        def job() -> StatusFacts:
            from clerk_app.ui.frame.facts import status_facts

            return status_facts(desk.reader, today=today, has_server=has_server)

        ctx.tasks.submit(self, job, done=self.status.show_facts, failed=self._on_failed)

    def _on_tab(self, index: int) -> None:
        ctx = self.ctx
        if ctx is None or not 0 <= index < len(self._pages):
            return
        name = self._pages[index].name
        if self._front and self._front != name:
            before = self.holders[self._front].shown
            if before is not None:
                before.left()
        self._front = name
        self.holders[name].show_screen(ctx)
        self.page_shown.emit(name)

    def _on_change(self, change: Change) -> None:
        for name, holder in self.holders.items():
            holder.take_change(change, is_in_front=name == self._front)
        self.refresh_status()

    def _find(self, text: str) -> None:
        ctx = self.ctx
        if ctx is None:
            return
        desk = ctx.services.desk

        def job() -> tuple[Hit, ...]:
            from clerk_app.ui.frame.facts import find_hits

            return find_hits(desk.reader, text)

        ctx.tasks.submit(self, job, done=partial(self.top.box.show_hits, text), failed=self._on_failed)

    def _open_hit(self, hit: Hit) -> None:
        if hit.kind == "case" and self.ctx is not None:
            self.ctx.open_case(hit.target)
        else:
            self.show_page("search", hit)

    def _find_all(self, text: str) -> None:
        self.show_page("search", SearchFor(text))

    def _on_failed(self, error: Exception) -> None:
        if self.ctx is not None and not is_cancelled(error):
            self.ctx.show_error(error)

    def open_case(self, case_id: str) -> None:
        """Show a case's file."""
        self.show_page("search", OpenCase(case_id))
