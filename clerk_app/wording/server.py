"""Sentences about the shared server and the exchange: what happened, what is safe, what to do."""

from __future__ import annotations

from clerk_app.wording.marking import QT_TRANSLATE_NOOP as N

TEXTS: dict[str, str] = {
    "server_access_missing": N("server", "没有服务器凭据文件{file}：本机还没有接入共享服务器，记录都在本机保存"),
    "server_access_unreadable": N("server", "服务器凭据文件{file}无法读取，请由管理员重新签发"),
    "server_access_unwritable": N("server", "服务器凭据文件{file}无法写入：{reason}"),
    "server_unreachable": N("server", "现在连不上服务器。记录都在本机保存，稍后会自动再试（{said}）"),
    "server_busy": N("server", "服务器正忙，稍后会自动再试（{said}）"),
    "server_certificate": N("server", "无法确认服务器的身份，没有发送任何内容；请管理员核对服务器证书（{said}）"),
    "server_login": N("server", "服务器不接受本机的登录，可能已停用；请管理员核对（{said}）"),
    "server_refused": N("server", "服务器不接受本次交换（{said}）。记录都在本机保存，请联系管理员"),
    "server_other": N("server", "服务器上的登录属于另一工作站（{workstation}）；请核对凭据文件"),
    "server_identity_clash": N(
        "server", "有另一台电脑在用本工作站的身份。本机已停止给号，记录都在本机保存，请立即联系管理员"
    ),
    "identity_clash": N(
        "server", "收到的记录与本机{workstation}的第{seq}条不同：两台电脑用了同一身份，请立即联系管理员"
    ),
    "server_protocol_old": N("server", "服务器的程序太旧，请管理员先升级服务器（clerk-app central init）"),
    "server_protocol_new": N("server", "本机的程序太旧，请升级后再交换；记录都在本机保存"),
    "server_not_prepared": N("server", "服务器还没有准备好，请先运行 clerk-app central init"),
    "server_too_old": N("server", "PostgreSQL {version} 太旧，需要{needed}以上"),
    "server_encoding": N("server", "服务器数据库的字符编码是{encoding}，需要 UTF8"),
    "exchange_running": N("server", "交换正在进行"),
    "exchange_answer_unknown": N("server", "服务器答复了本机没有的操作（{group}），已停止交换"),
    "fetched_act_damaged": N("server", "收到的记录已损坏（{workstation} 第{seq}条），已停止收取"),
    "training_mismatch": N("server", "培训数据与正式数据不能混用：本机与服务器不是同一种"),
    "address_wrong": N("server", "服务器地址应为 postgresql://用户@主机[:端口]/数据库"),
    "password_in_address": N("server", "服务器地址里不能写密码"),
    "office_unknown": N("server", "服务器上没有机关“{office}”"),
    "workstation_code_wrong": N("server", "工作站代码“{workstation}”不能使用"),
    "workstation_exists": N("server", "工作站“{workstation}”已经存在"),
    "workstation_unknown": N("server", "没有工作站“{workstation}”"),
    "series_in_use": N("server", "系列“{series}”已有工作站使用"),
    "series_unknown": N("server", "服务器上没有编号系列“{series}”"),
    "series_not_central": N("server", "编号系列“{series}”还没有移交服务器"),
    "payload_hash_wrong": N("server", "内容与其校验值不符，服务器已留存但未采用"),
    "hash_wrong": N("server", "操作的信封与其校验值不符，服务器已留存但未采用"),
    "text_not_storable": N("server", "文字含有不能保存的字符，服务器已留存但未采用"),
    "position_given_anew": N("server", "服务器恢复过备份，此项正等待重新排位"),
    "own_server.missing": N("server", "没有安装{package}，不能在本机启动服务器"),
    "own_server.failed": N("server", "本机的服务器没有启动：{said}"),
}
"""Code -> sentence."""
