"""Makes ledgers of any year in the form of 2020, with the figures that they must give, counted as the lines are made."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.domain.listing import LedgerRow

_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CARD_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ITEMS = ("危险化学品经营许可", "烟花爆竹经营（零售）许可", "非煤矿山建设项目安全设施设计审查")
_YEARS = {_ITEMS[0]: 3, _ITEMS[1]: 2}
_TEMPLATES = {
    _ITEMS[0]: "粤江危化经字〔{year}〕{n:06d}",
    _ITEMS[1]: "(粤)LS〔{year}〕{n:05d}",
    _ITEMS[2]: "台应急审〔{year}〕{n}号",
}
_TRADES = ("非煤矿山", "危险化学品", "烟花爆竹")


@dataclass
class YearOfLedgers:
    """The lines of one year (with some accepted the year before) and what its report must say."""

    year: int
    cases: list[LedgerRow] = field(default_factory=list)
    inspections: list[LedgerRow] = field(default_factory=list)
    figures: Counter[str] = field(default_factory=Counter)
    flagged: int = 0


def credit_code(draw: random.Random, *, kind: str = "91") -> str:
    body = f"{kind}440781MA" + "".join(draw.choice(_CREDIT) for _ in range(7))
    total = sum(weight * _CREDIT.index(char) for weight, char in zip(_CREDIT_WEIGHTS, body, strict=True))
    return body + _CREDIT[(31 - total % 31) % 31]


def card_number(draw: random.Random) -> str:
    body = (
        f"440781{draw.randint(1960, 1999)}{draw.randint(1, 12):02d}{draw.randint(1, 28):02d}{draw.randint(0, 999):03d}"
    )
    total = sum(weight * int(digit) for weight, digit in zip(_CARD_WEIGHTS, body, strict=True))
    return body + "10X98765432"[total % 11]


def make_year(year: int, calendar: WorkingCalendar, *, seed: int) -> YearOfLedgers:
    draw = random.Random(seed)
    made = YearOfLedgers(year)
    numbers: Counter[tuple[str, int]] = Counter()
    for line in range(2, 82):
        made.cases.append(_case(made, draw, calendar, numbers, line))
    for line in range(2, 42):
        made.inspections.append(_inspection(made, draw, line))
    return made


def _case(
    made: YearOfLedgers, draw: random.Random, calendar: WorkingCalendar, numbers: Counter[tuple[str, int]], line: int
) -> LedgerRow:
    year = made.year
    accepted = calendar.next_working(date(year - 1, 11, 1) + timedelta(days=draw.randrange(420)))
    item = draw.choice(_ITEMS)
    person = draw.random() < 0.2
    online = draw.random() < 0.3
    days = draw.choice((0, 1, 1, 1, 10, 70, None))
    ended = None if days is None else calendar.add(accepted, days)
    result = "" if ended is None else draw.choice(("准予许可",) * 4 + ("不予许可", "申请人撤回"))
    cells = {
        "序号": str(line - 1),
        "收件日期": accepted.isoformat(),
        "受理日期": accepted.strftime("%Y/%m/%d") if draw.random() < 0.3 else accepted.isoformat(),
        "事项名称": item,
        "办理类型": "首次",
        "申请人类型": "自然人" if person else "法人及非法人组织",
        "申请人名称": f"试验申请人{line}",
        "证件类型": "居民身份证" if person else "统一社会信用代码",
        "证件号码": card_number(draw) if person else credit_code(draw),
        "申请渠道": "网上" if online else "窗口",
        "决定结果": result,
        "决定日期": ended.isoformat() if ended else "",
        "办结日期": ended.isoformat() if ended else "",
        **dict.fromkeys(("证书编号", "有效期起", "有效期止", "送达方式", "邮件号码", "交寄日期", "签收日期"), ""),
    }
    if result == "准予许可" and ended is not None:
        _grant(made, draw, calendar, cells, numbers, item=item, on=ended)
    _count(made, accepted=accepted, ended=ended, days=days, result=result, online=online)
    return LedgerRow(line, cells)


def _grant(
    made: YearOfLedgers,
    draw: random.Random,
    calendar: WorkingCalendar,
    cells: dict[str, str],
    numbers: Counter[tuple[str, int]],
    *,
    item: str,
    on: date,
) -> None:
    numbers[item, on.year] += 1
    cells["证书编号"] = _TEMPLATES[item].format(year=on.year, n=numbers[item, on.year])
    if years := _YEARS.get(item):
        cells["有效期起"] = on.isoformat()
        cells["有效期止"] = _before_anniversary(on, years).isoformat()
    if draw.random() < 0.5:
        posted = calendar.add(on, 1)
        cells |= {"送达方式": "邮寄", "邮件号码": f"1{draw.randrange(10**12):012d}", "交寄日期": posted.isoformat()}
        cells["签收日期"] = calendar.add(on, 3).isoformat()
        made.figures["mailed"] += posted.year == made.year


def _before_anniversary(on: date, years: int) -> date:
    if (on.month, on.day) == (2, 29):
        return date(on.year + years, 2, 28)
    return date(on.year + years, on.month, on.day) - timedelta(days=1)


def _count(
    made: YearOfLedgers, *, accepted: date, ended: date | None, days: int | None, result: str, online: bool
) -> None:
    first, last = date(made.year, 1, 1), date(made.year, 12, 31)
    inside = first <= accepted <= last
    closed = ended is not None and first <= ended <= last
    figures = made.figures
    figures["received"] += inside
    figures["accepted"] += inside
    figures["online_accepted"] += inside and online
    figures["closed"] += closed
    figures["granted"] += closed and result == "准予许可"
    figures["refused"] += closed and result == "不予许可"
    figures["withdrawn"] += closed and result == "申请人撤回"
    figures["closed_on_time_statutory"] += closed and days is not None and days <= 10
    figures["closed_on_time_promised"] += closed and days is not None and days <= 1
    figures["open_before"] += accepted < first and (ended is None or ended >= first)
    figures["open_after"] += accepted <= last and (ended is None or ended > last)
    made.flagged += days is not None and days > 10


def _inspection(made: YearOfLedgers, draw: random.Random, line: int) -> LedgerRow:
    on = date(made.year, 1, 1) + timedelta(days=draw.randrange(-20, 365 + 20))
    trade = draw.choice(_TRADES)
    findings, documents, fine = draw.randrange(5), draw.randrange(2), draw.choice((0, 0, 0, 5000))
    inside = on.year == made.year
    made.figures[f"visits.{trade}"] += inside
    made.figures["findings"] += findings * inside
    made.figures["enforcement_documents"] += documents * inside
    made.figures["fine_yuan"] += fine * inside
    made.figures["fined_enterprises"] += inside and fine > 0
    stopped = inside and draw.random() < 0.2
    made.figures["suspended_enterprises"] += stopped
    cells = {
        "检查日期": on.isoformat(),
        "行业类别": trade,
        "被检查单位": f"试验企业{line}",
        "统一社会信用代码": credit_code(draw),
        "检查人员": "伍国雄、谭志明",
        "发现隐患数": str(findings),
        "执法文书份数": str(documents),
        "罚款金额元": str(fine),
        "责令停产整顿": "是" if stopped else "否",
    }
    return LedgerRow(line, cells)
