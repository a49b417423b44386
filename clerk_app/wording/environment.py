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
    "spooler_missing": N(
        "environment", "本机没有可用的打印服务（{said}）。请先启动打印服务（CUPS），或改为打印到“文件”。"
    ),
    "printer_unknown": N("environment", "没有名为“{queue}”的打印机。请在系统管理中选择另一台。"),
    "printer_rejects": N("environment", "打印机“{queue}”拒绝接收任务：{said}。未送出任何纸张。"),
    "printer_stopped": N("environment", "打印机“{queue}”已停用：{said}。未送出任何纸张，恢复后请重新打印。"),
    "printer_failed": N("environment", "打印机“{queue}”没有接收任务：{said}。"),
    "printer_timeout": N(
        "environment", "打印服务{seconds}秒内没有应答（打印机“{queue}”）。任务可能已送出，补打前请先查看打印机。"
    ),
    "print_file_failed": N("environment", "无法写入打印文件夹{folder}：{reason}。"),
    "mark_damaged": N("environment", "最高编号记录{path}已损坏或丢失。为避免重号，已停止给号，请联系管理员。"),
    "mark_unwritable": N("environment", "无法写入最高编号记录{path}：{reason}。已停止给号。"),
    "mark_busy": N("environment", "最高编号记录{path}正被另一个程序占用，请稍后再试。"),
    "key_in_file": N("environment", "本机没有可用的系统密钥环，数据库密钥保存在仅本人可读的文件中，安全性较低。"),
    "key_damaged": N("environment", "数据库密钥（{path}）已损坏，无法使用。请用备份的密钥恢复。"),
    "key_file_failed": N("environment", "无法读写密钥文件{path}：{reason}。"),
    "keyring_failed": N("environment", "系统密钥环无法使用：{reason}。请解锁密钥环后重试。"),
    "keyring_silent": N("environment", "系统密钥环{seconds}秒内没有应答。请解锁密钥环后重试。"),
    "server_not_set_up": N("environment", "本机还没有接入中心服务器。记录都在本机保存，接入后自动上传。"),
}
"""Code -> sentence of troubles."""
