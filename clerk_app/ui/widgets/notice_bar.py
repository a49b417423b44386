"""Troubles of the environment above the pages: what happened, what is safe, what to do; never in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.context import Notice
from clerk_app.ui.icons import picture
from clerk_app.ui.theme import look
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.chips import TONE_ICONS


class NoticeBar(QWidget):
    """Holds the notices, the newest on top; takes no room when there is none."""

    def __init__(self, *, name: str = "notices", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look()
        self.setObjectName(name)
        self._open: dict[str, QFrame] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.unit * 2, theme.unit, theme.unit * 2, 0)
        self._layout.setSpacing(theme.unit // 2)
        self.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the notices that stand here."""
        return tuple(self._open)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the place of an earlier one of the same key."""
        self.clear(notice.key)
        frame = self._framed(notice)
        self._open[notice.key] = frame
        self._layout.insertWidget(0, frame)
        self.show()

    def clear(self, key: str) -> None:
        """Take a notice away."""
        frame = self._open.pop(key, None)
        if frame is not None:
            self._layout.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self.setVisible(bool(self._open))

    def _framed(self, notice: Notice) -> QFrame:
        theme = look()
        frame = QFrame()
        frame.setObjectName(f"{self.objectName()}.{notice.key}")
        frame.setProperty("tone", notice.tone.value)
        symbol = QLabel()
        symbol.setPixmap(
            picture(
                TONE_ICONS[notice.tone], theme.colour(notice.tone.value), theme.line, ratio=self.devicePixelRatioF()
            )
        )
        words = QLabel(notice.text)
        words.setProperty("role", "strong")
        words.setTextFormat(Qt.TextFormat.PlainText)
        more = QLabel(" ".join(part for part in (notice.safe, notice.advice) if part))
        more.setWordWrap(True)
        more.setTextFormat(Qt.TextFormat.PlainText)
        more.setVisible(bool(more.text()))
        frame.setAccessibleName(f"{notice.text} {more.text()}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(words)
        texts.addWidget(more)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(theme.unit * 2, theme.unit, theme.unit, theme.unit)
        layout.setSpacing(theme.unit)
        layout.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        if notice.action is not None:
            act = Button(notice.action_text, name=f"{frame.objectName()}.action", compact=True)
            act.clicked.connect(partial(_call, notice))
            layout.addWidget(act)
        close = Button("", name=f"{frame.objectName()}.close", kind=ButtonKind.QUIET, icon_name="dismiss", compact=True)
        close.setAccessibleName(self.tr("关闭提示"))
        close.setToolTip(self.tr("关闭提示"))
        close.clicked.connect(partial(_clear, self, notice.key))
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return frame


def _call(notice: Notice, *_checked: object) -> None:
    if notice.action is not None:
        notice.action()


def _clear(bar: NoticeBar, key: str, *_checked: object) -> None:
    bar.clear(key)
