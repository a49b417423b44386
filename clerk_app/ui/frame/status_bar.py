"""The bar at the foot: who and where, what is not sent yet, what was verified last; each part is a button that explains itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.ui.context import Lamp, SessionInfo, StatusFacts, Tone
from clerk_app.ui.icons import icon
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import heading, soft_label
from clerk_app.ui.widgets.chips import TONE_ICONS

_ROLES = ("intake", "handle", "check", "approve", "issue", "admin", "security", "audit")
_WHO = ("workstation", "person")
_PARTS = ("workstation", "person", "pending", "exchange", "backup", "calendar", "catalogue")
_ICONS = {
    "workstation": "desktop",
    "person": "person",
    "pending": "send",
    "exchange": "exchange",
    "backup": "database",
    "calendar": "calendar",
    "catalogue": "catalogue",
}


def role_word(role: str) -> str:
    """Return the word of a role (a value of `Role`)."""
    from clerk_app.wording import word  # brings the domain along: not before the first paint

    return word(f"role.{role}")


class StatusBar(QFrame):
    """The buttons of the foot.

    Signals:
        page_wanted(str): the popup's link to a page was pressed.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName("main.status")
        self._lamps: dict[str, Lamp] = {}
        self._buttons: dict[str, Button] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit, theme.unit // 2, theme.unit, theme.unit // 2)
        layout.setSpacing(theme.unit // 2)
        for part in _PARTS:
            button = Button("", name=f"main.status.{part}", kind=ButtonKind.QUIET)
            button.setAutoDefault(False)
            button.clicked.connect(partial(_explain, self, part))
            button.hide()
            self._buttons[part] = button
            layout.addWidget(button)
            if part == "person":
                layout.addStretch(1)

    def show_session(self, session: SessionInfo) -> None:
        """Say who works where."""
        roles = "、".join(role_word(role) for role in _ROLES if role in session.roles)
        self._show(
            "workstation",
            Lamp(session.workstation, (self.tr("本机编号 {code}").format(code=session.workstation), session.office)),
        )
        self._show(
            "person",
            Lamp(
                " · ".join(part for part in (session.name, roles) if part),
                (
                    self.tr("用户名 {user}").format(user=session.user),
                    self.tr("岗位：{roles}").format(roles=roles or self.tr("无")),
                    self.tr("Ctrl+Shift+L 换人，Ctrl+L 锁定"),
                ),
            ),
        )

    def show_facts(self, facts: StatusFacts) -> None:
        """Show the lamps; one that does not exist is not drawn."""
        for part in ("pending", "exchange", "backup", "calendar", "catalogue"):
            self._show(part, getattr(facts, part))

    def free_middle(self) -> int:
        """Return the middle of the room between who works here and the first lamp: pixels from the left edge of the bar."""
        shown = {part: self._buttons[part].geometry() for part in _PARTS if self._buttons[part].isVisibleTo(self)}
        left = max((shown[part].right() for part in _WHO if part in shown), default=0)
        right = min((room.left() for part, room in shown.items() if part not in _WHO), default=self.width())
        return (left + right) // 2

    def lamp(self, part: str) -> Lamp | None:
        """Return what a part shows now."""
        return self._lamps.get(part)

    def explain(self, part: str) -> QFrame:
        """Open the popup of a part above its button."""
        theme, lamp, button = look(), self._lamps[part], self._buttons[part]
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setObjectName(f"main.status.{part}.popup")
        popup.setProperty("popup", "true")
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit)
        layout.addWidget(heading(lamp.text))
        for sentence in lamp.explanation:
            layout.addWidget(soft_label(sentence))
        if lamp.page:
            more = Button(self.tr("查看详情"), name=f"main.status.{part}.more", icon_name="arrow-right", parent=popup)
            more.clicked.connect(partial(_go, self, popup, lamp.page))
            layout.addWidget(more)
        popup.setFixedWidth(theme.chars(24))
        popup.adjustSize()
        above = button.mapToGlobal(QPoint(0, -popup.height() - theme.unit // 2))
        right = self.mapToGlobal(QPoint(self.width() - popup.width() - theme.unit, 0)).x()
        popup.move(min(above.x(), right), above.y())
        popup.show()
        return popup

    def _show(self, part: str, lamp: Lamp | None) -> None:
        button = self._buttons[part]
        button.setVisible(lamp is not None)
        if lamp is None:
            self._lamps.pop(part, None)
            return
        theme = look()
        self._lamps[part] = lamp
        is_plain = lamp.tone is Tone.NEUTRAL
        symbol = _ICONS[part] if is_plain else TONE_ICONS[lamp.tone]
        button.setIcon(icon(symbol, theme.colour("text_soft" if is_plain else lamp.tone.value)))
        button.setText(lamp.text)
        button.setAccessibleName(lamp.text)
        button.setAccessibleDescription(" ".join(lamp.explanation))
        button.setToolTip(lamp.explanation[0] if lamp.explanation else lamp.text)


def _explain(bar: StatusBar, part: str, *_checked: object) -> None:
    bar.explain(part)


def _go(bar: StatusBar, popup: QFrame, page: str, *_checked: object) -> None:
    popup.close()
    bar.page_wanted.emit(page)
