"""The tabs down the left side: text upright, an icon, a count badge; the last page stands at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from clerk_app.ui.icons import paint_icon
from clerk_app.ui.theme import Theme, look

_MOST_COUNTED = 99


class NavigationBar(QTabBar):
    """A vertical tab bar that paints itself; up and down choose, a click on the free room chooses nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main.navigation")
        self.setAccessibleName(self.tr("页面"))
        self._icons: list[str] = []
        self._counts: dict[int, int] = {}
        self._hovered = -1
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setDrawBase(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_icons(self, names: Sequence[str]) -> None:
        """Take the icons' names in the order of the tabs."""
        self._icons = list(names)
        self.update()

    def set_count(self, index: int, count: int) -> None:
        """Show how many things wait on a page; 0 shows nothing."""
        self._counts[index] = count
        name = self.tabText(index)
        self.setAccessibleTabName(
            index, self.tr("{page}，{count} 件").format(page=name, count=count) if count else name
        )
        self.update()

    def count_of(self, index: int) -> int:
        """Return the badge of a page."""
        return self._counts.get(index, 0)

    def tabRect(self, index: int) -> QRect:
        """Return where a tab can be pressed."""
        theme = look()
        height = self._row(theme)
        top = theme.unit + index * height
        if index == self.count() - 1:
            top = max(top, self.height() - height - theme.unit)
        return QRect(0, top, self.width(), height)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of one tab."""
        theme = look()
        height = self._row(theme)
        if index == self.count() - 1:
            height = max(height, self.height() - index * height)
        return QSize(self._wide(theme), height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the least room of one tab."""
        theme = look()
        return QSize(self._wide(theme), self._row(theme))

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        theme = look()
        return QSize(self._wide(theme), self._row(theme) * self.count() + theme.unit * 2)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it needs."""
        return self.sizeHint()

    def index_at(self, point: QPoint) -> int:
        """Return the page under a point, or -1."""
        return next((index for index in range(self.count()) if self.tabRect(index).contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press."""
        at = self.index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self.setCurrentIndex(at)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show whether what lies under the pointer can be pressed."""
        at = self.index_at(event.position().toPoint())
        if at != self._hovered:
            self._hovered = at
            self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.setCurrentIndex(max(0, min(self.count() - 1, self.currentIndex() + step)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        for index in range(self.count()):
            self._paint_tab(painter, index, theme)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, theme: Theme) -> None:
        unit = theme.unit
        box = QRectF(self.tabRect(index)).adjusted(unit, unit / 4, -unit, -unit / 4)
        is_current = index == self.currentIndex()
        painter.setPen(Qt.PenStyle.NoPen)
        if is_current or index == self._hovered:
            painter.setBrush(theme.colour("primary_soft" if is_current else "surface_alt"))
            painter.drawRoundedRect(box, unit / 2, unit / 2)
        if is_current:
            painter.setBrush(theme.colour("primary"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + unit, unit * 0.4, box.height() - unit * 2), 1.5, 1.5)
        if is_current and self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), unit / 2, unit / 2)
        ink = theme.colour("primary_text" if is_current else "text")
        symbol = QRectF(box.left() + unit * 1.5, box.center().y() - theme.line / 2, theme.line, theme.line)
        if index < len(self._icons):
            paint_icon(painter, self._icons[index], ink, symbol)
        painter.setFont(theme.font(bold=is_current))
        painter.setPen(ink)
        words = QRectF(symbol.right() + unit, box.top(), box.right() - symbol.right() - unit, box.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.tabText(index))
        self._paint_badge(painter, index, box, theme)

    def _paint_badge(self, painter: QPainter, index: int, box: QRectF, theme: Theme) -> None:
        count = self._counts.get(index, 0)
        if not count:
            return
        text = str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        font = theme.font(bold=True, times=0.86)
        metrics = QFontMetrics(font)
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(text) + theme.unit)
        pill = QRectF(box.right() - width - theme.unit / 2, box.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("on_primary"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)

    def _row(self, theme: Theme) -> int:
        return theme.line + theme.unit * 2 + theme.unit // 2

    def _wide(self, theme: Theme) -> int:
        metrics = QFontMetrics(theme.font(bold=True))
        longest = max((metrics.horizontalAdvance(self.tabText(index)) for index in range(self.count())), default=0)
        badge = theme.chars(2)
        return longest + theme.line + badge + theme.unit * 6


class Pages(QTabWidget):
    """The tab widget of the window, `main.tabs`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main.tabs")
        self.navigation = NavigationBar(self)
        self.setTabBar(self.navigation)
        self.setTabPosition(QTabWidget.TabPosition.West)
        self.setDocumentMode(True)
