"""A founded office with a real encrypted database, and ledgers as tables or files, for the tests of the services."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from clerk_app.devices.clock import InjectedClock
from clerk_app.devices.high_water_mark import FileHighWaterMark
from clerk_app.devices.tables.reader import read_table
from clerk_app.devices.tables.writer import LedgerFiles
from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.errors import Fault
from clerk_app.domain.listing import Identity, LedgerProblem, LedgerRow, LedgerTable
from clerk_app.paths import database_definition
from clerk_app.services.ledger import ImportResult, import_ledger
from clerk_app.services.seed import found_office, office_seed, training_staff
from clerk_app.storage.store import LocalStore, create_store
from clerk_app.wording import sentence

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CLERK = StaffId("clerk")
FILES = {
    "cases": "办件台账.csv",
    "inspections": "监督检查台账.csv",
    "licensees": "许可企业名录.csv",
}


def reason(problem: LedgerProblem) -> str:
    return sentence(Fault(problem.code, problem.column, problem.params))


LEDGERS = LedgerFiles(reason=reason)


@contextmanager
def office(folder: Path, *, workstation: str = "W01", series: str = "01") -> Iterator[LocalStore]:
    """Found an office on a machine of its own and close it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    bureau = office_seed()
    store = create_store(
        folder,
        key=bytes(range(32)),
        identity=Identity(workstation, bureau.code, series, founder=True, training=True),
        clock=InjectedClock(NOW),
        marks=FileHighWaterMark(folder / "marks"),
        program_version="0.0.test",
    )
    try:
        with store.unit_of_work() as uow:
            found_office(uow, bureau, training_staff(), passwords={})
            uow.commit()
        yield store
    finally:
        store.close()


def ledger_2020(kind: str) -> LedgerTable:
    return read_table(database_definition("seed", "ledger-2020", FILES[kind]))


def bring_in(store: LocalStore, table: LedgerTable, **options: object) -> ImportResult:
    return import_ledger(store, table, actor=CLERK, today=TODAY, **options)  # type: ignore[arg-type]


def year_2020(store: LocalStore) -> list[ImportResult]:
    return [bring_in(store, ledger_2020(kind)) for kind in FILES]


def acts_in(store: LocalStore) -> int:
    with store.snapshot() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM act").scalar_one())


def good_row(line: int = 2, **cells: str) -> LedgerRow:
    """One line that is right in every cell: received, supplemented, accepted, stopped, granted, sent, signed for."""
    right = {
        "序号": "1",
        "收件日期": "2021-03-01",
        "受理日期": "2021-03-09",
        "事项名称": "危险化学品经营许可",
        "办理类型": "首次",
        "申请人类型": "法人及非法人组织",
        "申请人名称": "台山市台城试验化工有限公司",
        "证件类型": "统一社会信用代码",
        "证件号码": "91440781MAEJG4D43M",
        "法定代表人": "甄堃",
        "地址": "广东省江门市台山市台城镇环城路1号",
        "联系人": "甄堃",
        "联系电话": "13812345678",
        "申请渠道": "网上",
        "补正告知日期": "2021-03-03",
        "补正齐全日期": "2021-03-09",
        "特别程序种类": "专家评审",
        "特别程序开始": "2021-03-10",
        "特别程序结束": "2021-03-16",
        "决定结果": "准予许可",
        "决定日期": "2021-03-18",
        "办结日期": "2021-03-18",
        "证书编号": "粤江危化经字〔2021〕000001",
        "有效期起": "2021-03-18",
        "有效期止": "2024-03-17",
        "送达方式": "邮寄",
        "邮件号码": "EC465560481CN",
        "交寄日期": "2021-03-19",
        "签收日期": "2021-03-22",
        "备注": "",
    }
    assert set(cells) <= set(right), set(cells) - set(right)
    return LedgerRow(line, {**right, **cells})


OTHER = {
    "证件号码": "91440781MAR7NJPA0N",
    "申请人名称": "台山市北陡中科气体有限公司",
    "证书编号": "粤江危化经字〔2021〕000002",
    "邮件号码": "1745849105589",
}
"""What makes `good_row` the line of somebody else."""


def table_of(*rows: LedgerRow, problems: tuple[LedgerProblem, ...] = ()) -> LedgerTable:
    return LedgerTable(tuple(rows[0].cells), rows, problems, "0" * 64)


def without(row: LedgerRow, column: str) -> LedgerRow:
    return replace(row, cells={name: cell for name, cell in row.cells.items() if name != column})


def write_csv(path: Path, rows: list[LedgerRow], *, encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0].cells))
        writer.writeheader()
        writer.writerows(row.cells for row in rows)
    return path
