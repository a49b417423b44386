"""Every building block with sample data, at the smallest screen and at double size, in all three palettes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from clerk_app.domain.acts.case import Verdict
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.clocks import ClockKind, Limit, Stop, read_clock
from clerk_app.ui.context import Hit, Lamp, Notice, StatusFacts, Tone, UiContext, WindowParts
from clerk_app.ui.icons import drop_icons
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.screens import PAGES, Page
from clerk_app.ui.screens.base import Screen
from clerk_app.ui.theme import apply_theme, load_fonts, look, make_theme
from clerk_app.ui.widgets.buttons import Button, ButtonKind
from clerk_app.ui.widgets.card import Card, soft_label
from clerk_app.ui.widgets.checklist import ChecklistTable
from clerk_app.ui.widgets.chips import ChipLook, state_look
from clerk_app.ui.widgets.date_field import DateField
from clerk_app.ui.widgets.form import Form
from clerk_app.ui.widgets.line_edit import ValidatedLineEdit
from clerk_app.ui.widgets.table_model import Cell, Column, RowsModel
from clerk_app.ui.widgets.table_view import TableView
from clerk_app.ui.widgets.trace_view import TraceEntry, TraceView
from clerk_app.ui.widgets.two_bars import TwoBars, bar_of

NAMES = [
    "韦军顺",
    "秦富",
    "王平",
    "龚铉",
    "陶兰承",
    "戚榕梁",
    "褚顺磊",
    "苏承",
    "魏思辉",
    "柳子永",
    "周固士",
    "任江言",
    "酆航梁",
    "谢贵榕",
    "沈杰",
    "严朋",
]
STATES = ("received", "awaiting_supplement", "accepted", "handled", "checked", "granted", "refused", "delivered")


@dataclass(frozen=True)
class SampleRow:
    number: str
    name: str
    item: str
    state: str
    left: int

    @property
    def tone(self) -> Tone:
        return Tone.ERROR if self.left < 0 else Tone.WARN if self.left < 3 else Tone.NEUTRAL


class SampleColumn(Enum):
    NUMBER = Column[SampleRow]("办件编号", lambda row: row.number, width=12)
    NAME = Column[SampleRow]("申请人", lambda row: row.name, width=6)
    ITEM = Column[SampleRow]("事项", lambda row: row.item, width=0)
    STATE = Column[SampleRow](
        "状态", lambda row: row.state, cell=Cell.CHIP, look=lambda row: state_look(row.state), width=7
    )
    LEFT = Column[SampleRow](
        "剩余时限", lambda row: row.left, lambda row: f"{row.left} 个工作日", tone=lambda row: row.tone, width=8
    )
    ACTION = Column[SampleRow]("下一步", lambda _: 0, lambda _: "办理", cell=Cell.ACTION, width=5)


def rows() -> list[SampleRow]:
    return [
        SampleRow(
            f"440781-26-01-{n:05d}", name, "危险化学品经营许可（首次）", STATES[n % len(STATES)], (n * 5) % 14 - 2
        )
        for n, name in enumerate(NAMES, start=1)
    ]


class SampleScreen(Screen):
    """A page of a list, two clocks with their trace, and a form with a fault."""

    name = "today"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        theme = look()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.unit * 2, theme.unit * 2, theme.unit * 2, theme.unit * 2)
        layout.setSpacing(theme.unit * 2)
        listed = Card("待办事项")
        refresh = Button("刷新", name="today.refresh", icon_name="refresh")
        listed.header.addWidget(refresh)
        self.table = TableView(name="today.table", label="待办事项", empty_text="今日无待办")
        self.table.set_model(RowsModel(SampleColumn, key=lambda row: row.number, rows=rows(), parent=self), sorted_by=4)
        listed.body.addWidget(self.table)
        layout.addWidget(listed, 3)
        side = QVBoxLayout()
        side.setSpacing(theme.unit * 2)
        side.addWidget(self._clocks(ctx))
        side.addWidget(self._form(ctx), 1)
        layout.addLayout(side, 2)

    def _clocks(self, ctx: UiContext) -> Card:
        calendar = ctx.services.desk.reader.office().calendar
        card = Card("时限")
        bars = TwoBars(name="today.bars")
        stops = (Stop(date(2026, 3, 4), date(2026, 3, 10), "现场核查", "art. 45", "N1"),)
        shared = {"start": date(2026, 2, 26), "today": date(2026, 3, 12)}
        bars.set_bars(
            tuple(
                bar_of(read_clock(calendar, kind=kind, limit=limit, stops=stops, **shared))
                for kind, limit in ((ClockKind.DECISION_STATUTORY, Limit(20)), (ClockKind.DECISION_PROMISED, Limit(6)))
            )
        )
        card.body.addWidget(bars)
        return card

    def _form(self, ctx: UiContext) -> Card:
        card = Card("收件登记")
        form = Form(label_chars=5)
        person = ValidatedLineEdit(max_points=40)
        person.setText("赵明伟")
        number = ValidatedLineEdit(check=lambda text: "" if len(text) == 18 else f"证件号码应为18位，现为{len(text)}位")
        number.setText("3301031990010112")
        item = QComboBox()
        item.addItems(["危险化学品经营许可（首次）", "烟花爆竹经营(零售)许可"])
        day = DateField(today=ctx.today, day_hint=lambda one: "周六 休息日" if one.weekday() == 5 else "")
        day.set_date(date(2026, 3, 7))
        remark = QPlainTextEdit()
        form.add_row(person, name="today.person", label="申请人", is_required=True)
        form.add_row(number, name="today.number", label="证件号码", is_required=True, hint="行政许可法第二十九条")
        form.add_row(item, name="today.item", label="办理事项")
        form.add_row(day, name="today.day", label="收件日期")
        form.add_row(remark, name="today.remark", label="备注")
        number.validate()
        card.body.addWidget(form, 1)
        foot = QHBoxLayout()
        foot.setSpacing(look().unit)
        foot.addStretch(1)
        foot.addWidget(Button("打印收件凭证", name="today.print", icon_name="print"))
        foot.addWidget(Button("受理 (F7)", name="today.submit", kind=ButtonKind.PRIMARY, icon_name="check-circle"))
        card.body.addLayout(foot)
        return card


class ChecklistScreen(Screen):
    """A page of one checklist and a trace."""

    name = "intake"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        unit = look().unit
        office = ctx.services.desk.reader.office()
        version = office.catalogue.at("WHJY", date(2026, 3, 2))
        assert version is not None
        rule = version.rule(Kind.NEW)
        assert rule is not None
        card = Card("材料清单")
        card.header.addWidget(QLabel("危险化学品经营许可（首次）"))
        self.checklist = ChecklistTable(name="intake.checklist")
        self.checklist.set_checklist(rule.materials)
        for place, verdict in enumerate((Verdict.CONFORMS, Verdict.WRONG_FORM, Verdict.MISSING, Verdict.CONFORMS)):
            self.checklist.model.set_verdict(place, verdict)
        self.checklist.model.toggle_compared(0)
        self.checklist.view.selectRow(1)
        card.body.addWidget(self.checklist)
        trace = TraceView(name="intake.trace")
        trace.set_entries(
            [
                TraceEntry(0, "2026-02-26", "受理当日不计入", 0, 0),
                TraceEntry(1, "2026-02-27 至 03-03", "工作日", 3, 3),
                TraceEntry(2, "2026-03-04 至 03-10", "现场核查，不计入办理时限", 0, 3, Tone.STOPPED),
                TraceEntry(3, "2026-03-11", "届满", 1, 4, Tone.WARN),
            ]
        )
        why = Card("时限说明")
        why.body.addWidget(trace)
        why.body.addWidget(soft_label("行政许可法第四十二条、第四十五条"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2)
        layout.setSpacing(unit * 2)
        layout.addWidget(card, 3)
        layout.addWidget(why, 1)


MODULE = "clerk_sample_pages"
SAMPLE_PAGES = tuple(
    replace(page, module=MODULE, class_name="ChecklistScreen" if page.name == "intake" else "SampleScreen")
    for page in PAGES
)


@pytest.fixture
def sample_pages(monkeypatch) -> tuple[Page, ...]:
    module = ModuleType(MODULE)
    module.SampleScreen, module.ChecklistScreen = SampleScreen, ChecklistScreen
    monkeypatch.setitem(sys.modules, MODULE, module)
    return SAMPLE_PAGES


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[Callable[..., None]]:
    families = load_fonts()

    def apply(palette: str, scale: int) -> None:
        drop_icons()
        apply_theme(qapp, make_theme(families, palette=palette, scale=scale))

    yield apply
    apply("light", 100)


def open_window(parts: WindowParts, tasks, qtbot, pages) -> MainWindow:
    window = MainWindow(parts, tasks, pages=pages)
    qtbot.addWidget(window)
    window.restore_geometry()
    window.show()
    window.begin()
    qtbot.waitUntil(lambda: len(window.entry.sign_in._buttons) > 0)
    return window


def sign_in(window: MainWindow, qtbot, user: str = "clerk") -> None:
    with qtbot.waitSignal(window.signed_in):
        window.entry.sign_in.choose(user)
        window.entry.sign_in.password.setText("training")
        window.entry.sign_in.submit.click()
    qtbot.waitUntil(lambda: window.workspace.status.lamp("pending") is not None)


def clipped(widget: QWidget) -> list[str]:
    """Name the labels and buttons whose words do not fit."""
    found = []
    for child in widget.findChildren(QWidget):
        if not child.isVisibleTo(widget) or not isinstance(child, (QLabel, Button)):
            continue
        if isinstance(child, QLabel) and (child.wordWrap() or not child.text()):
            continue
        if child.width() < child.minimumSizeHint().width() or child.height() < child.minimumSizeHint().height() - 2:
            found.append(f"{child.objectName()} {child.text()}")
    return found


def settle(qtbot, widget: QWidget) -> None:
    """Wait until the layout has found room for every word."""

    def nothing_clipped() -> None:
        assert clipped(widget) == []

    qtbot.waitUntil(nothing_clipped, timeout=2000)


@pytest.mark.parametrize(("palette", "scale"), [("light", 100), ("light", 200), ("dark", 100), ("high_contrast", 100)])
def test_every_building_block_shows_without_clipped_words(
    parts, tasks, qtbot, sample_pages, themed, shot, palette, scale
):
    themed(palette, scale)
    window = open_window(parts, tasks, qtbot, sample_pages)
    assert clipped(window.entry) == []
    shot(window, f"sign-in-{palette}-{scale}")
    sign_in(window, qtbot)
    if scale > 100:
        window.resize(1920, 1080)
    window.set_badge("today", 12)
    window.set_badge("deadlines", 130)
    window.workspace.status.show_facts(
        StatusFacts(
            pending=Lamp("待上传 3", ("三组记录还没有上传",), Tone.INFO),
            exchange=Lamp("已核对 03-01 17:42", ("逐条比对一致",), Tone.OK),
            calendar=Lamp("日历至 2026", ("国务院办公厅通知",)),
            catalogue=Lamp("清单 2026-01-01", ("九个事项",)),
        )
    )
    window.notice(
        Notice(
            "printer", "打印机没有响应", "文书和编号都已保存。", "请检查电源后再打印。", action_text="重试", action=str
        )
    )
    window.toast("已受理，编号 440781-26-01-00001")
    assert window.toaster.isVisible()
    settle(qtbot, window.workspace)
    shot(window, f"list-{palette}-{scale}")
    window.open_page("intake")
    settle(qtbot, window.workspace)
    shot(window, f"checklist-{palette}-{scale}")
    box = window.workspace.top.box
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.setText("韦")
    hits = [
        Hit("case", "c1", "440781-26-01-00001 韦军顺", "危险化学品经营许可", "名称", "韦军顺", "accepted"),
        Hit("case", "c2", "440781-26-01-00007 韦家乐", "烟花爆竹经营(零售)许可", "拼音", "wjl", "granted"),
        Hit("licensee", "l1", "台山市广海新宁化工贸易有限公司", "", "名称", "韦明"),
    ]
    box.show_hits("韦", hits)
    assert box.is_open
    shot(window, f"hits-{palette}-{scale}")
    window.lock()
    shot(window, f"lock-{palette}-{scale}")
    assert clipped(window.lock_screen) == []


def test_a_chip_without_a_known_state_shows_its_code(qapp):
    assert state_look("no_such_state") == ChipLook("no_such_state")
