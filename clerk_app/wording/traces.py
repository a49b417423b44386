"""Lines of the reckoning of a date."""

from __future__ import annotations

from clerk_app.wording.marking import QT_TRANSLATE_NOOP as N

TEXTS: dict[str, str] = {
    "trace.start_excluded": N("traces", "开始的当日不计入"),
    "trace.workday": N("traces", "工作日"),
    "trace.calendar_day": N("traces", "自然日"),
    "trace.weekend": N("traces", "周末，不计"),
    "trace.holiday": N("traces", "法定节假日，不计（{notice}）"),
    "trace.make_up": N("traces", "调休上班，计入（{notice}）"),
    "trace.stopped": N("traces", "特别程序“{kind}”，不计（{notice}）"),
    "trace.stop_began_late": N("traces", "特别程序“{kind}”在期限届满之后开始，不影响期限"),
    "trace.extension": N("traces", "经批准延长{days}个工作日"),
    "trace.provisional": N("traces", "{year}年放假安排尚未公布，按周末推算，暂定"),
    "trace.rolled": N("traces", "最后一日为休息日，顺延"),
    "trace.due": N("traces", "期限届满，共{days}日"),
}
"""Code -> line."""
