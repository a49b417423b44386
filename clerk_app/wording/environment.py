"""Sentences of troubles of the environment: what happened, what is safe, what to do."""

from __future__ import annotations

from clerk_app.wording.marking import QT_TRANSLATE_NOOP as N

TEXTS: dict[str, str] = {
    "office_file_malformed": N("environment", "机关信息文件不符合要求：{detail}"),
    "installation.incomplete": N("environment", "程序文件不完整（{folder}），请重新安装"),
    "installation.file_missing": N("environment", "程序文件缺失：{file}，请重新安装"),
    "settings.unreadable": N("environment", "设置文件{file}无法读取：{reason}"),
    "settings.invalid": N("environment", "设置文件{file}有误：{keys}"),
    "settings.password_in_address": N("environment", "设置文件{file}的服务器地址里不能写密码"),
    "paper_unreadable": N("environment", "文书文件已损坏或不是PDF，无法打开"),
}
"""Code -> sentence of troubles."""
