"""The demo from an empty folder to the report: office, ledgers, server, the journey in the window, a second workstation."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from clerk_app.bootstrap import Parts, open_parts
from clerk_app.demo.cast import Cast
from clerk_app.devices.clock import InjectedClock
from clerk_app.devices.file_printer import FilePrinter
from clerk_app.domain.acts.base import StaffId
from clerk_app.domain.errors import EnvironmentProblem, UsageProblem
from clerk_app.domain.listing import CaseFilter
from clerk_app.paths import database_definition
from clerk_app.services.ledger import import_ledger
from clerk_app.sync.own_server import OwnServer, own_server

FIRST_DAY = date(2021, 1, 19)
"""The day after the ledger's last date: everything in it is past."""
LEDGERS = ("许可企业名录.csv", "办件台账.csv", "监督检查台账.csv")
YEAR = 2020
_MORNING = time(1, 0)
_DPI = 110


@dataclass
class Demo:
    """What the demo leaves behind, with the keys of the contract."""

    out: Path
    screens: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    synced: dict[str, object] = field(default_factory=dict)
    report: dict[str, object] = field(default_factory=dict)
    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    """How many rows each list of each tab showed."""


def run_demo(out: Path, *, tell: Callable[[str], None]) -> Demo:
    """Walk the whole journey into `out`; `tell` hears of each step.

    Raises:
        UsageProblem: `out` holds something that no demo made (`demo_folder_taken`).
        EnvironmentProblem: the server cannot be started, or the disk is in the way.
    """
    demo = Demo(_fresh(out))
    with own_server() as server, _central_password(server):
        window_pc, second_pc = out / "data" / "W01", out / "data" / "W02"
        tell("demo.founding")
        _command("--data-dir", window_pc, "--now", _iso(FIRST_DAY), "init", "--training")
        _fill(window_pc)
        tell("demo.central")
        ca = ("--ca", str(server.ca_file))
        _command(
            "--data-dir",
            window_pc,
            "--now",
            _iso(date(2021, 1, 25)),
            "--as",
            "admin",
            "central",
            "init",
            *ca,
            server.url(),
        )
        tell("demo.window")
        last_day = _window(demo, window_pc)
        tell("demo.second")
        access = out / "data" / "W02.json"
        at = ("--now", _iso(last_day))
        _command(
            "--data-dir",
            window_pc,
            *at,
            "--as",
            "admin",
            "central",
            "add-workstation",
            "W02",
            server.url(),
            *ca,
            "--out",
            str(access),
        )
        _command("--data-dir", second_pc, *at, "init", "--join", str(access))
        demo.synced["second_workstation"] = _same_cases(window_pc, second_pc, last_day)
        _second_window(demo, second_pc, last_day)
        tell("demo.papers")
        _papers(demo, window_pc)
        tell("demo.report")
        _report(demo, window_pc, last_day)
        demo.synced["audit"] = {
            folder.name: _command("--data-dir", folder, "audit")["ok"] for folder in (window_pc, second_pc)
        }
    return demo


def _fresh(out: Path) -> Path:
    """Return the emptied folder; a folder that no demo made is not touched."""
    mark = out / ".clerk-demo"
    if out.exists() and any(out.iterdir()) and not mark.exists():
        raise UsageProblem("demo_folder_taken", folder=out)
    try:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        mark.touch()
    except OSError as exc:
        raise EnvironmentProblem("folder_unwritable", folder=out, reason=exc.strerror or "") from exc
    return out


@contextlib.contextmanager
def _central_password(server: OwnServer) -> Iterator[None]:
    before = os.environ.get("CLERK_CENTRAL_PASSWORD")
    os.environ["CLERK_CENTRAL_PASSWORD"] = server.password
    try:
        yield
    finally:
        if before is None:
            del os.environ["CLERK_CENTRAL_PASSWORD"]
        else:
            os.environ["CLERK_CENTRAL_PASSWORD"] = before


def _command(*words: object) -> dict[str, object]:
    """Run a command of the program as a person would type it, and return its JSON.

    Raises:
        EnvironmentProblem: it did not end well (`demo_command_failed`).
    """
    from clerk_app.__main__ import main

    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        code = main([str(word) for word in ("--json", *words)])
    if code:
        raise EnvironmentProblem(
            "demo_command_failed", words=" ".join(map(str, words)), said=told.getvalue() + said.getvalue()
        )
    answer: dict[str, object] = json.loads(said.getvalue())
    return answer


def _iso(day: date) -> str:
    return datetime.combine(day, _MORNING, tzinfo=UTC).isoformat()


def _opened(folder: Path, day: date) -> Parts:
    return open_parts(folder, now=datetime.combine(day, _MORNING, tzinfo=UTC))


def _fill(folder: Path) -> None:
    """Import the ledgers of 2020 and bring in the open cases of January."""
    from clerk_app.devices.tables.reader import read_table

    parts = _opened(folder, FIRST_DAY)
    try:
        for name in LEDGERS:
            table = read_table(database_definition("seed", "ledger-2020", name))
            import_ledger(parts.store, table, actor=StaffId("clerk"), today=FIRST_DAY)
        if not isinstance(parts.clock, InjectedClock):
            raise TypeError(parts.clock)
        Cast(parts, parts.clock).enter()
    finally:
        parts.close()


def _window(demo: Demo, folder: Path) -> date:
    """Walk the journey through the real window; return the day on which it ends."""
    from clerk_app.demo.windows import walked

    printer = FilePrinter(demo.out / "printed")
    shown = walked(folder, printer=printer, pictures=demo.out / "screens")
    demo.screens += [str(path.relative_to(demo.out)) for path in shown.pictures]
    demo.synced.update(shown.exchanged)
    demo.rows.update(shown.rows)
    return shown.last_day


def _second_window(demo: Demo, folder: Path, day: date) -> None:
    from clerk_app.demo.windows import looked_at

    pictures = looked_at(folder, day=day, pictures=demo.out / "screens" / "W02")
    demo.screens += [str(path.relative_to(demo.out)) for path in pictures]


def _same_cases(first: Path, second: Path, day: date) -> bool:
    """Say whether both workstations show every case alike: acts and clocks of the live ones, rows of all."""
    folders = [_opened(folder, day) for folder in (first, second)]
    try:
        rows = [parts.store.reading().overviews(CaseFilter(), order="case_no", limit=10_000) for parts in folders]
        live = [row.case_no for row in rows[0] if row.origin == "live"]
    finally:
        for parts in folders:
            parts.close()
    shown = [[_shown(folder, case_no, day) for case_no in live] for folder in (first, second)]
    return rows[0] == rows[1] and shown[0] == shown[1]


def _shown(folder: Path, case_no: str, day: date) -> dict[str, object]:
    plain = _command("--data-dir", folder, "--now", _iso(day), "case", "show", case_no)
    return {key: plain[key] for key in ("case_id", "state", "acts", "clocks")}


def _papers(demo: Demo, folder: Path) -> None:
    """Write every paper of the live cases, and each of its pages as a picture."""
    from clerk_app.ui.journey.pictures import save_page

    target = demo.out / "papers"
    target.mkdir()
    parts = _opened(folder, FIRST_DAY)
    try:
        reader = parts.store.reading()
        for row in reader.overviews(CaseFilter(), order="case_no", limit=10_000):
            case = reader.case(reader.case_id_of(row.case_no)) if row.origin == "live" else None  # type: ignore[arg-type]
            for sheet in case.sheets if case is not None else ():
                stored = reader.paper(sheet.sheet_id)
                if stored is None:
                    continue
                stem = f"{sheet.document}-{row.case_no}-{sheet.sheet_id[-6:]}"
                (target / f"{stem}.pdf").write_bytes(stored.pdf)
                for page in range(parts.renderer.pages(stored.pdf)):
                    save_page(parts.renderer.raster(stored.pdf, page=page, dpi=_DPI), target / f"{stem}-{page + 1}.png")
                demo.documents.append(f"papers/{stem}.pdf")
        for path in sorted((demo.out / "printed").glob("*.pdf")):
            demo.documents.append(str(path.relative_to(demo.out)))
    finally:
        parts.close()


def _report(demo: Demo, folder: Path, day: date) -> None:
    """Compute the report of 2020 and compare it with what the ledger must give."""
    target = demo.out / "report"
    target.mkdir()
    files = {kind: str(target / f"{YEAR}.{kind}") for kind in ("docx", "pdf", "xlsx")}
    words = [word for kind, path in files.items() for word in (f"--{kind}", path)]
    figures = _command("--data-dir", folder, "--now", _iso(day), "report", YEAR, *words)
    (target / f"{YEAR}.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    expected = json.loads(database_definition("seed", f"ledger-{YEAR}", "expected.json").read_text(encoding="utf-8"))
    demo.report = {
        "figures": figures,
        "equal_to_expected": all(figures.get(key) == value for key, value in expected.items()),
        "files": [str(Path(path).relative_to(demo.out)) for path in files.values()],
    }
