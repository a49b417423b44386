"""Sentences about the local database: what keeps it from opening, and what it may not be given."""

from __future__ import annotations

from clerk_app.wording.marking import QT_TRANSLATE_NOOP as N

TEXTS: dict[str, str] = {
    # Why the database cannot be used now.
    "database_missing": N("data", "没有数据库文件{file}"),
    "database_exists": N("data", "数据库文件{file}已经存在"),
    "database_key_wrong": N("data", "密钥打不开数据库。请核对密钥是否属于这个数据文件夹；数据没有改动"),
    "database_locked": N("data", "数据库正被另一个程序占用（{detail}），请稍后再试"),
    "database_damaged": N("data", "数据库文件已损坏（{detail}）。请停止使用，并从备份恢复"),
    "database_newer": N("data", "数据由新版程序建立（版本{found}，本程序为{known}），请升级程序"),
    "database_settings": N("data", "数据库设置{setting}没有生效（{value}），为防止丢失数据已停止"),
    "disk_full": N("data", "磁盘空间不足，这一步没有保存；清理磁盘后请重试"),
    "disk_error": N("data", "磁盘读写出错（{detail}），这一步没有保存"),
    "read_only": N("data", "数据文件夹只能读取，不能写入"),
    # What a service tried to write and may not.
    "group_size": N("data", "一次操作的记录过多：{size}条，上限{limit}条"),
    "act_wrong_stream": N("data", "“{kind}”不能写在这里（{stream}）"),
    "stream_closed": N("data", "这里含有新版程序的记录，请升级后再办理（{stream}）"),
    "paper_changed": N("data", "文书的文件与登记的校验值不符"),
    "order_unknown": N("data", "不能按“{order}”排序"),
}
"""Code -> sentence."""
