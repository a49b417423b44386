"""The window: signing in, the workspace, the lock; nothing heavy is built before the first paint."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from clerk_app.ui.parts import SessionInfo, Tone, WindowParts
from clerk_app.ui.screens.sign_in.entry import Entry
from clerk_app.ui.tasks import Lane, TaskRunner
from clerk_app.ui.theme import look

if TYPE_CHECKING:
    from clerk_app.ui.context import Notice, PreviewRequest
    from clerk_app.ui.faults import FaultTarget
    from clerk_app.ui.frame.lock import LockScreen
    from clerk_app.ui.frame.troubles import Troubles
    from clerk_app.ui.frame.watermark import TrainingOverlay
    from clerk_app.ui.frame.workspace import Workspace
    from clerk_app.ui.preferences import Display
    from clerk_app.ui.refresh import ChangeHub
    from clerk_app.ui.screens import Page
    from clerk_app.ui.services import Services
    from clerk_app.ui.widgets.notice_bar import NoticeBar
    from clerk_app.ui.widgets.paper_dialog import PaperDialog
    from clerk_app.ui.widgets.toast import Toast

_SMALLEST = (1024, 640)
_USUAL = (1366, 768)
_DAY_CHECK_MS = 60 * 1000


class MainWindow(QMainWindow):
    """Everything that is seen; also the `Frame` that screens talk to.

    The constructor builds the place to sign in; `complete` builds the rest once that is painted.

    Signals:
        painted(): the first paint is over; heavy parts may be imported now.
        signed_in(object): the `SessionInfo` of whoever may work now, the workspace being ready.
    """

    painted = Signal()
    signed_in = Signal(object)

    hub: ChangeHub
    notices: NoticeBar
    troubles: Troubles
    workspace: Workspace
    lock_screen: LockScreen
    toaster: Toast

    def __init__(
        self,
        parts: WindowParts,
        tasks: TaskRunner,
        *,
        pages: tuple[Page, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the parts, the runner of jobs, and the pages (all of `PAGES` unless given)."""
        super().__init__(parent)
        self.setObjectName("main")
        self._parts, self.tasks, self._pages = parts, tasks, pages
        self.session: SessionInfo | None = None
        self._is_painted = self._is_complete = self._was_locked = False
        self._today = parts.today()
        self._actions: dict[str, QAction] = {}
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("窗口受理工作台"))
        self.overlay: TrainingOverlay | None = None
        self.entry = Entry(self._parts.entry, self.tasks, self.show_error)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.entry)
        central = QWidget()
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stack, 1)
        self.setCentralWidget(central)
        self.entry.entered.connect(self._on_entered)
        self.entry.cancelled.connect(self._on_cancelled)
        self.entry.told.connect(self.notice)
        if self._parts.training:
            self._mark_training()

    def complete(self) -> None:
        """Build the workspace, the lock, the bars and the actions; a second call does nothing."""
        if self._is_complete:
            return
        self._is_complete = True
        from clerk_app.ui.frame.lock import LockScreen
        from clerk_app.ui.frame.troubles import Troubles
        from clerk_app.ui.frame.workspace import Workspace
        from clerk_app.ui.refresh import ChangeHub
        from clerk_app.ui.screens import PAGES
        from clerk_app.ui.widgets.notice_bar import NoticeBar
        from clerk_app.ui.widgets.toast import Toast

        self._pages = self._pages or PAGES
        self.hub = ChangeHub(self.centralWidget())
        self.notices = NoticeBar()
        self.troubles = Troubles(self.notices, self)
        self._make_actions()
        self.workspace = Workspace(self._top_actions(), pages=self._pages)
        self.lock_screen = LockScreen()
        self.stack.addWidget(self.workspace)
        self.stack.addWidget(self.lock_screen)
        self._column.insertWidget(0, self.notices)
        self.toaster = Toast(self.stack, middle=self.workspace.status.free_middle)
        self._day = QTimer(self.centralWidget())
        self._day.setInterval(_DAY_CHECK_MS)
        self._day.timeout.connect(self._check_day)
        self._day.start()
        self.lock_screen.unlock_wanted.connect(self._unlock)
        self.lock_screen.switch_wanted.connect(self.switch_person)
        self.workspace.page_shown.connect(self._on_page)
        self._allow_work(is_allowed=False)

    def begin(self) -> None:
        """Complete the window and ask who is here; called once the window is shown."""
        self.complete()
        self.entry.begin()

    # What screens may ask for (`Frame`).

    def toast(self, text: str, tone: Tone = Tone.OK) -> None:
        """Tell good news; an answered refusal goes with it."""
        self.troubles.over()
        self.toaster.tell(text, tone)

    def notice(self, notice: Notice) -> None:
        """Show a trouble of the environment."""
        self.notices.show_notice(notice)

    def clear_notice(self, key: str) -> None:
        """Take a notice away."""
        self.notices.clear(key)

    def show_error(self, error: Exception, target: FaultTarget | None = None) -> None:
        """Show an error in its place."""
        self.troubles.show(error, target)

    def open_case(self, case_id: str) -> None:
        """Show a case's file."""
        self.workspace.open_case(case_id)

    def open_page(self, page: str, argument: object = None) -> None:
        """Bring a page to the front."""
        self.workspace.show_page(page, argument)

    def preview(self, request: PreviewRequest) -> None:
        """Open a paper."""
        self.open_paper(request)

    def set_badge(self, page: str, count: int) -> None:
        """Show how many things wait on a page."""
        self.workspace.set_badge(page, count)

    def refresh_status(self) -> None:
        """Ask for the lamps again."""
        self.workspace.refresh_status()

    def open_paper(self, request: PreviewRequest) -> PaperDialog | None:
        """Open a paper and return its dialog (None while nobody is signed in)."""
        from clerk_app.ui.widgets.paper_dialog import PaperDialog
        from clerk_app.ui.widgets.paper_preview import PaperTools

        ctx = self.workspace.ctx
        if ctx is None:
            return None
        desk = ctx.services.desk
        tools = PaperTools(desk.pages, desk.raster, desk.print_pdf)
        dialog = PaperDialog(request, tools, self.tasks, parent=request.parent or self)
        dialog.failed.connect(self.show_error)
        dialog.preview.printed.connect(self._on_printed)
        dialog.open()
        return dialog

    # People.

    def lock(self) -> None:
        """Hide everything; the forms stay as they are."""
        if self.session is not None and self.workspace.isVisible():
            self.lock_screen.show_for(self.session)
            self._allow_work(is_allowed=False)
            self.stack.setCurrentWidget(self.lock_screen)

    def switch_person(self) -> None:
        """Let somebody else sign in; whoever was here may come back."""
        if self.session is not None:
            self._was_locked = self.is_locked
            self._allow_work(is_allowed=False)
            self.stack.setCurrentWidget(self.entry)
            self.entry.ask(can_cancel=True)

    def restyle(self, display: Display) -> None:
        """Show everything in other colours, sizes or words; the pages keep what is half done first, else nothing changes."""
        from clerk_app.ui.icons import drop_icons
        from clerk_app.ui.preferences import save_display
        from clerk_app.ui.theme import apply_theme, make_theme
        from clerk_app.ui.translation import install_translators, language_now

        app, theme, ctx = QApplication.instance(), look(), self.workspace.ctx
        if not isinstance(app, QApplication) or not self.workspace.may_leave():
            return
        save_display(self._parts.data_dir, display)
        self.workspace.leave()
        for action in self._actions.values():
            self.removeAction(action)
            action.deleteLater()
        drop_icons()
        families = (theme.family, theme.bold_family)
        apply_theme(app, make_theme(families, palette=display.palette, scale=display.scale))
        if display.language != language_now():
            install_translators(app, language=display.language)
        self._build()
        self._is_complete = False
        self.complete()
        if ctx is None:
            self.entry.begin()
        else:
            self._enter(ctx.session, ctx.services)

    @property
    def is_locked(self) -> bool:
        """Whether the lock hides the pages."""
        return self._is_complete and self.stack.currentWidget() is self.lock_screen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half done before the window goes."""
        if self._is_complete:
            if not self.workspace.may_leave():
                event.ignore()
                return
            self.workspace.leave()
        from clerk_app.ui.preferences import save_geometry

        save_geometry(self._parts.data_dir, self.saveGeometry())
        event.accept()

    def restore_geometry(self) -> None:
        """Open where the window was last time, at least as large as it must be."""
        from clerk_app.ui.preferences import load_geometry

        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        stored = load_geometry(self._parts.data_dir)
        if stored is not None:
            self.restoreGeometry(stored)

    def _make_actions(self) -> None:
        from clerk_app.ui import shortcuts
        from clerk_app.ui.widgets.buttons import make_action

        for shortcut, text, slot in (
            (shortcuts.FIND, self.tr("查找"), self._focus_box),
            (shortcuts.LOCK, self.tr("锁定"), self.lock),
            (shortcuts.SWITCH_PERSON, self.tr("换人"), self.switch_person),
            (shortcuts.EXPLAIN, self.tr("说明"), self._explain),
            (shortcuts.CARD, self.tr("快捷键"), self._show_card),
            (shortcuts.REFRESH, self.tr("刷新"), self._refresh),
            (shortcuts.DISPLAY, self.tr("显示"), self._show_display),
            (shortcuts.LARGER, self.tr("放大文字"), partial(self._step_scale, 1)),
            (shortcuts.SMALLER, self.tr("缩小文字"), partial(self._step_scale, -1)),
        ):
            self._actions[shortcut.name] = make_action(self, shortcut, text, slot)
        for shortcut, page in zip(shortcuts.PAGE_KEYS, self._pages, strict=False):
            title = QCoreApplication.translate("Page", page.title)
            self._actions[shortcut.name] = make_action(self, shortcut, title, partial(self._go_to, page.name))

    def _top_actions(self) -> tuple[tuple[QAction, str], ...]:
        names = (("display", "display"), ("card", "help"), ("switch_person", "switch"), ("lock", "lock"))
        return tuple((self._actions[name], symbol) for name, symbol in names)

    def _on_entered(self, session: SessionInfo) -> None:
        if self.session == session and self.workspace.ctx is not None:
            self._back_to_work()
            return
        open_services = partial(self._parts.open_services, session)
        self.tasks.submit(
            self, open_services, done=partial(self._on_services, session), failed=self._on_failed, lane=Lane.WRITE
        )

    def _on_services(self, session: SessionInfo, services: Services) -> None:
        if not self.workspace.may_leave():
            self._back_to_work()
            return
        self._enter(session, services)
        self.signed_in.emit(session)

    def _enter(self, session: SessionInfo, services: Services) -> None:
        from clerk_app.ui.context import UiContext

        self.session = session
        ctx = UiContext(
            session=session,
            services=services,
            tasks=self.tasks,
            hub=self.hub,
            theme=look(),
            frame=self,
            today=self._parts.today,
        )
        if session.training:
            self._mark_training()
        self.troubles.over()
        self.workspace.enter(ctx, office_name=session.office)
        self._back_to_work()

    def _on_cancelled(self) -> None:
        self._back_to_work()
        if self._was_locked:
            self.lock()

    def _back_to_work(self) -> None:
        self.stack.setCurrentWidget(self.workspace)
        self._allow_work(is_allowed=True)
        screen = self.workspace.screen_of(self.workspace.front) if self.workspace.front else None
        if screen is not None:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock(self, password: str) -> None:
        if self.session is not None:
            job = partial(self._parts.entry.sign_in, self.session.user, password)
            self.tasks.submit(self, job, done=self._on_unlocked, failed=self._on_unlock_refused)

    def _on_unlocked(self, _session: SessionInfo) -> None:
        self._back_to_work()

    def _on_unlock_refused(self, error: Exception) -> None:
        from clerk_app.domain.errors import RuleViolation
        from clerk_app.wording import sentence

        if isinstance(error, RuleViolation):
            self.lock_screen.refuse(sentence(error.faults[0]))
        else:
            self.lock_screen.refuse("")
            self.show_error(error)

    def _on_failed(self, error: Exception) -> None:
        self.entry.sign_in.set_busy(is_busy=False)
        self.show_error(error)

    def _on_printed(self, _job: object) -> None:
        self.toast(self.tr("已交给打印机"))

    def _on_page(self, _name: str) -> None:
        self.troubles.over()

    def _allow_work(self, *, is_allowed: bool) -> None:
        for name, action in self._actions.items():
            if name not in ("explain", "card", "display", "larger", "smaller"):
                action.setEnabled(is_allowed)

    def _go_to(self, page: str) -> None:
        self.workspace.show_page(page)

    def _focus_box(self) -> None:
        self.workspace.top.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.workspace.top.box.selectAll()

    def _refresh(self) -> None:
        self.workspace.refresh_page()

    def _explain(self) -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            words = widget.whatsThis() or widget.accessibleDescription() or widget.toolTip() or widget.accessibleName()
            QToolTip.showText(widget.mapToGlobal(widget.rect().bottomLeft()), words, widget)

    def _show_card(self) -> None:
        from clerk_app.ui.frame.shortcut_card import ShortcutCard

        ShortcutCard(self).open()

    def _display(self) -> Display:
        from clerk_app.ui.preferences import Display
        from clerk_app.ui.translation import language_now

        return Display(look().palette, look().scale, language_now())

    def _show_display(self) -> None:
        from clerk_app.ui.frame.display_menu import DisplayMenu

        menu = DisplayMenu(self._display(), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.restyle, Qt.ConnectionType.QueuedConnection)
        button = self.findChild(QWidget, "main.top.display")
        corner = button.mapToGlobal(button.rect().bottomLeft()) if button is not None else self.pos()
        menu.popup(corner)

    def _step_scale(self, step: int) -> None:
        wanted = self._display().stepped(step)
        if wanted != self._display():
            self.restyle(wanted)

    def _check_day(self) -> None:
        today = self._parts.today()
        if today != self._today:
            from clerk_app.ui.refresh import Topic

            self._today = today
            self.hub.announce(Topic.DAY)

    def _mark_training(self) -> None:
        if self.overlay is None:
            from clerk_app.ui.frame.watermark import TrainingOverlay

            self.overlay = TrainingOverlay(self.centralWidget())
            self.overlay.show()
            self.setWindowTitle(self.tr("窗口受理工作台（练习，样张）"))
