"""What the box for everything finds and what the status bar says, asked of the desk's reader; called off the GUI thread."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clerk_app.ui.context import Hit, Lamp, StatusFacts, Tone
from clerk_app.wording import word

if TYPE_CHECKING:
    from clerk_app.domain.listing import SearchHit
    from clerk_app.domain.office import Office
    from clerk_app.ports import Reader

_MOST_HITS = 30
_OLD_EXCHANGE_DAYS = 3
translate = QCoreApplication.translate


def find_hits(reader: Reader, text: str) -> tuple[Hit, ...]:
    """Return what the box shows for `text`."""
    return tuple(_hit(one) for one in reader.search(text, limit=_MOST_HITS))


def _hit(found: SearchHit) -> Hit:
    subtitle = " ".join(part for part in (found.item, found.on.isoformat() if found.on else "") if part)
    title = (
        f"{found.case_no} {found.title}".strip() if found.kind == "case" else f"{found.title} {found.case_no}".strip()
    )
    target = found.case_id or found.case_no
    return Hit(found.kind, target, title, subtitle, word(f"why.{found.why}"), found.matched, found.state)


def status_facts(reader: Reader, *, today: date, has_server: bool) -> StatusFacts:
    """Return the lamps: functions of unsent acts, of the last verification, and of dates; never of the network."""
    office = reader.office()
    return StatusFacts(
        pending=_pending(reader),
        exchange=_exchange(reader, today=today) if has_server else None,
        calendar=_calendar(office, today=today),
        catalogue=_catalogue(office, today=today),
    )


def _pending(reader: Reader) -> Lamp:
    unsent, aside = reader.pending_counts()
    safe = translate("StatusFacts", "所有记录都已写入本机硬盘。")
    if aside:
        text = translate("StatusFacts", "{n} 组待处理").format(n=aside)
        why = translate("StatusFacts", "有 {n} 组记录被服务器搁置，需要有人决定；另有 {m} 组待上传。").format(
            n=aside, m=unsent
        )
        return Lamp(text, (why, safe), Tone.ERROR, "administration")
    if unsent:
        why = translate("StatusFacts", "{n} 组记录还没有上传，下次交换时上传。").format(n=unsent)
        return Lamp(translate("StatusFacts", "待上传 {n}").format(n=unsent), (why, safe), Tone.INFO, "administration")
    return Lamp(
        translate("StatusFacts", "无待上传"),
        (translate("StatusFacts", "没有等待上传的记录。"), safe),
        Tone.OK,
        "administration",
    )


def _exchange(reader: Reader, *, today: date) -> Lamp:
    verified = [
        run for run in reader.exchange_runs(50) if run.report is not None and run.report.verified and run.ended_at
    ]
    what = translate("StatusFacts", "核对过的交换：本机与服务器逐条比对一致的时刻。")
    if not verified or verified[0].ended_at is None:
        return Lamp(
            translate("StatusFacts", "尚未核对交换"),
            (what, translate("StatusFacts", "本机还没有完成过一次核对。")),
            Tone.WARN,
            "administration",
        )
    last = max(run.ended_at for run in verified if run.ended_at is not None)
    days = (today - local_date(last)).days
    tone = Tone.OK if days < _OLD_EXCHANGE_DAYS else Tone.WARN
    shown = last.astimezone().strftime("%m-%d %H:%M")
    why = translate("StatusFacts", "最近一次在 {when}，{days} 天前。").format(when=shown, days=days)
    return Lamp(translate("StatusFacts", "已核对 {when}").format(when=shown), (what, why), tone, "administration")


def _calendar(office: Office, *, today: date) -> Lamp:
    years = [one.year for one in office.years]
    what = translate("StatusFacts", "工作日按国务院办公厅每年的放假通知计算。")
    if today.year not in years:
        why = translate("StatusFacts", "{year} 年的放假通知还没有录入，时限只按周末推算，都标为暂定。").format(
            year=today.year
        )
        return Lamp(
            translate("StatusFacts", "{year} 日历暂定").format(year=today.year),
            (what, why),
            Tone.WARN,
            "administration",
        )
    newest = max(years)
    why = translate("StatusFacts", "已录入到 {year} 年。").format(year=newest)
    return Lamp(
        translate("StatusFacts", "日历至 {year}").format(year=newest), (what, why), Tone.NEUTRAL, "administration"
    )


def _catalogue(office: Office, *, today: date) -> Lamp | None:
    days = [one.effective_from for one in office.items if one.effective_from <= today]
    if not days:
        return None
    newest = max(days)
    what = translate("StatusFacts", "事项目录：现行各事项中，最近一个版本自 {day} 起施行。").format(
        day=newest.isoformat()
    )
    how_many = len({one.code for one in office.items})
    more = translate("StatusFacts", "共 {n} 个事项。").format(n=how_many)
    return Lamp(
        translate("StatusFacts", "事项目录 {day}").format(day=newest.isoformat()),
        (what, more),
        Tone.NEUTRAL,
        "administration",
    )


def local_date(instant: datetime) -> date:
    """Return the civil day of an instant on this machine's wall clock, for showing only."""
    return instant.astimezone().date()
