"""Every shortcut of the program in one table, so that clashes can be found and a card printed.

`scope` is empty for the whole window, else the page's name: two pages may use the same keys, a page and the window may not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clerk_app.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys for one act; `words` (context `Shortcut`) stands on the shortcut card."""

    name: str
    keys: str
    words: str
    scope: str = ""


FIND = Shortcut("find", "Ctrl+K", QT_TRANSLATE_NOOP("Shortcut", "查找一切"))
LOCK = Shortcut("lock", "Ctrl+L", QT_TRANSLATE_NOOP("Shortcut", "锁定窗口"))
SWITCH_PERSON = Shortcut("switch_person", "Ctrl+Shift+L", QT_TRANSLATE_NOOP("Shortcut", "换人"))
EXPLAIN = Shortcut("explain", "F1", QT_TRANSLATE_NOOP("Shortcut", "说明本栏及其依据"))
CARD = Shortcut("card", "Ctrl+F1", QT_TRANSLATE_NOOP("Shortcut", "快捷键一览"))
REFRESH = Shortcut("refresh", "F5", QT_TRANSLATE_NOOP("Shortcut", "刷新本页"))
DISPLAY = Shortcut("display", "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Shortcut", "颜色和文字大小"))
LARGER = Shortcut("larger", "Ctrl+=", QT_TRANSLATE_NOOP("Shortcut", "放大文字"))
SMALLER = Shortcut("smaller", "Ctrl+-", QT_TRANSLATE_NOOP("Shortcut", "缩小文字"))
PAGE_KEYS = tuple(
    Shortcut(f"page_{number}", f"Alt+{number}", words)
    for number, words in enumerate(
        (
            QT_TRANSLATE_NOOP("Page", "今日待办"),
            QT_TRANSLATE_NOOP("Page", "收件受理"),
            QT_TRANSLATE_NOOP("Page", "一次性告知"),
            QT_TRANSLATE_NOOP("Page", "时限跟踪"),
            QT_TRANSLATE_NOOP("Page", "证照寄送"),
            QT_TRANSLATE_NOOP("Page", "办件查询"),
            QT_TRANSLATE_NOOP("Page", "证后监管与年报"),
            QT_TRANSLATE_NOOP("Page", "系统管理"),
        ),
        start=1,
    )
)
WINDOW = (FIND, LOCK, SWITCH_PERSON, EXPLAIN, CARD, REFRESH, DISPLAY, LARGER, SMALLER, *PAGE_KEYS)


def _page(scope: str, *rows: tuple[str, str, str]) -> dict[str, Shortcut]:
    return {name: Shortcut(name, keys, words, scope) for name, keys, words in rows}


TODAY = _page(
    "today",
    ("act", "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "办理所选事项的下一步")),
    ("mine", "Ctrl+M", QT_TRANSLATE_NOOP("Shortcut", "只看我的/查看全部")),
    ("to_table", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到办件列表")),
)
INTAKE = _page(
    "intake",
    ("submit", "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "按当前结论办理")),
    ("new", "Ctrl+N", QT_TRANSLATE_NOOP("Shortcut", "新的申请")),
    ("park", "Ctrl+S", QT_TRANSLATE_NOOP("Shortcut", "暂存")),
    ("resume", "Ctrl+O", QT_TRANSLATE_NOOP("Shortcut", "取回暂存")),
    ("discard", "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Shortcut", "放弃正在录入的收件")),
    ("receive", "F6", QT_TRANSLATE_NOOP("Shortcut", "收件")),
    ("accept", "F7", QT_TRANSLATE_NOOP("Shortcut", "受理")),
    ("notify", "F8", QT_TRANSLATE_NOOP("Shortcut", "一次性告知")),
    ("refuse", "F9", QT_TRANSLATE_NOOP("Shortcut", "不予受理")),
    ("no_licence", "F10", QT_TRANSLATE_NOOP("Shortcut", "不受理")),
    ("to_applicant", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到申请人栏")),
    ("to_materials", "Ctrl+2", QT_TRANSLATE_NOOP("Shortcut", "到材料清单")),
    ("to_outcomes", "Ctrl+3", QT_TRANSLATE_NOOP("Shortcut", "到办理结论")),
)
NOTIFICATION = _page(
    "notification",
    ("issue", "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "出具告知书")),
    ("save", "Ctrl+S", QT_TRANSLATE_NOOP("Shortcut", "保存核对结果")),
    ("supplement", "F6", QT_TRANSLATE_NOOP("Shortcut", "收到补正材料")),
    ("accept", "F7", QT_TRANSLATE_NOOP("Shortcut", "受理")),
    ("to_list", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到办件列表")),
    ("to_checklist", "Ctrl+2", QT_TRANSLATE_NOOP("Shortcut", "到材料清单")),
)
DEADLINES = _page(
    "deadlines",
    ("act", "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "办理所选事项的下一步")),
    ("start", "F6", QT_TRANSLATE_NOOP("Shortcut", "启动特别程序")),
    ("stop", "F7", QT_TRANSLATE_NOOP("Shortcut", "结束特别程序")),
    ("sign", "F9", QT_TRANSLATE_NOOP("Shortcut", "签署意见")),
    ("to_table", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到办件列表")),
    ("to_calendar", "Ctrl+2", QT_TRANSLATE_NOOP("Shortcut", "到月历")),
    ("to_case", "Ctrl+3", QT_TRANSLATE_NOOP("Shortcut", "到所选办件")),
)
MAILING = _page(
    "mailing",
    ("act", "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "办理所选事项的下一步")),
    ("make", "F6", QT_TRANSLATE_NOOP("Shortcut", "制证")),
    ("seal", "F7", QT_TRANSLATE_NOOP("Shortcut", "用印")),
    ("post", "F8", QT_TRANSLATE_NOOP("Shortcut", "交寄")),
    ("deliver", "F9", QT_TRANSLATE_NOOP("Shortcut", "登记送达")),
    ("handover", "Ctrl+Shift+H", QT_TRANSLATE_NOOP("Shortcut", "邮件交接清单")),
    ("stage_before", "Ctrl+Left", QT_TRANSLATE_NOOP("Shortcut", "上一环节")),
    ("stage_after", "Ctrl+Right", QT_TRANSLATE_NOOP("Shortcut", "下一环节")),
    ("to_table", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到办件列表")),
    ("to_case", "Ctrl+3", QT_TRANSLATE_NOOP("Shortcut", "到所选办件")),
)
SEARCH = _page(
    "search",
    ("to_filter", "Ctrl+F", QT_TRANSLATE_NOOP("Shortcut", "到查询条件")),
    ("clear", "Ctrl+D", QT_TRANSLATE_NOOP("Shortcut", "清除查询条件")),
    ("to_table", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到办件列表")),
    ("to_file", "Ctrl+2", QT_TRANSLATE_NOOP("Shortcut", "到卷宗")),
)
OVERSIGHT = _page(
    "oversight",
    ("year_before", "Ctrl+Left", QT_TRANSLATE_NOOP("Shortcut", "上一年度")),
    ("year_after", "Ctrl+Right", QT_TRANSLATE_NOOP("Shortcut", "下一年度")),
    ("report", "Ctrl+P", QT_TRANSLATE_NOOP("Shortcut", "查看年度报告")),
    ("next_leaf", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Shortcut", "下一部分")),
    ("previous_leaf", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Shortcut", "上一部分")),
    ("to_figures", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到年度数字")),
    ("to_rows", "Ctrl+2", QT_TRANSLATE_NOOP("Shortcut", "到数字的明细")),
)
ADMINISTRATION = _page(
    "administration",
    ("audit", "F6", QT_TRANSLATE_NOOP("Shortcut", "自检")),
    ("exchange", "F7", QT_TRANSLATE_NOOP("Shortcut", "立即交换")),
    ("to_sections", "Ctrl+1", QT_TRANSLATE_NOOP("Shortcut", "到栏目")),
    ("next_section", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Shortcut", "下一栏")),
    ("previous_section", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Shortcut", "上一栏")),
)
PREVIEW = _page(
    "preview",
    ("issue", "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "出具")),
    ("print", "Ctrl+P", QT_TRANSLATE_NOOP("Shortcut", "打印")),
    ("save", "Ctrl+S", QT_TRANSLATE_NOOP("Shortcut", "另存为 PDF")),
    ("larger", "Ctrl+Up", QT_TRANSLATE_NOOP("Shortcut", "放大页面")),
    ("smaller", "Ctrl+Down", QT_TRANSLATE_NOOP("Shortcut", "缩小页面")),
    ("fit", "Ctrl+0", QT_TRANSLATE_NOOP("Shortcut", "适合宽度")),
    ("page_back", "PgUp", QT_TRANSLATE_NOOP("Shortcut", "上一页")),
    ("page_on", "PgDown", QT_TRANSLATE_NOOP("Shortcut", "下一页")),
    ("came_out", "F9", QT_TRANSLATE_NOOP("Shortcut", "纸张已打印出来")),
)
PAGES = (TODAY, INTAKE, NOTIFICATION, DEADLINES, MAILING, SEARCH, OVERSIGHT, ADMINISTRATION, PREVIEW)


def every() -> tuple[Shortcut, ...]:
    """Return all shortcuts, the window's first."""
    return (*WINDOW, *(one for page in PAGES for one in page.values()))


def clashes(shortcuts: Iterable[Shortcut]) -> tuple[tuple[Shortcut, Shortcut], ...]:
    """Return pairs that would fire together: the same keys in one scope, or in a page and in the window."""
    known = tuple(shortcuts)
    return tuple(
        (one, other)
        for place, one in enumerate(known)
        for other in known[place + 1 :]
        if one.keys.casefold() == other.keys.casefold()
        and (one.scope == other.scope or not one.scope or not other.scope)
    )
