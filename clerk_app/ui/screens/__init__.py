"""The pages, by name only: each is imported when it is first shown, after the shell has been painted."""

from __future__ import annotations

from dataclasses import dataclass

from clerk_app.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the window: `name` is its objectName, `title` is translated in the context `Page`."""

    name: str
    title: str
    icon: str
    module: str
    class_name: str
    is_at_foot: bool = False


PAGES: tuple[Page, ...] = (
    Page("today", QT_TRANSLATE_NOOP("Page", "今日待办"), "today", "clerk_app.ui.screens.today.view", "TodayScreen"),
    Page("intake", QT_TRANSLATE_NOOP("Page", "收件受理"), "intake", "clerk_app.ui.screens.intake.view", "IntakeScreen"),
    Page(
        "notification",
        QT_TRANSLATE_NOOP("Page", "一次性告知"),
        "notification",
        "clerk_app.ui.screens.notification.view",
        "NotificationScreen",
    ),
    Page(
        "deadlines",
        QT_TRANSLATE_NOOP("Page", "时限跟踪"),
        "deadlines",
        "clerk_app.ui.screens.deadlines.view",
        "DeadlinesScreen",
    ),
    Page(
        "mailing",
        QT_TRANSLATE_NOOP("Page", "证照寄送"),
        "mailing",
        "clerk_app.ui.screens.mailing.view",
        "MailingScreen",
    ),
    Page("search", QT_TRANSLATE_NOOP("Page", "办件查询"), "search", "clerk_app.ui.screens.search.view", "SearchScreen"),
    Page(
        "oversight",
        QT_TRANSLATE_NOOP("Page", "证后监管与年报"),
        "oversight",
        "clerk_app.ui.screens.oversight.view",
        "OversightScreen",
    ),
    Page(
        "administration",
        QT_TRANSLATE_NOOP("Page", "系统管理"),
        "administration",
        "clerk_app.ui.screens.administration.view",
        "AdministrationScreen",
        is_at_foot=True,
    ),
)
