"""Lets the program prove itself wherever it was put: a checkout, a wheel or a frozen folder, with an empty home and no display.

It writes only into a folder of the system's temporary place, and touches neither anybody's data nor anybody's keyring.
"""

from __future__ import annotations

import importlib
import io
import os
import pkgutil
import platform
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import clerk_app
from clerk_app import paths
from clerk_app.wording import word

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from clerk_app.bootstrap import Bootstrap, Parts

_NOW = datetime(2020, 9, 21, 2, 0, tzinfo=UTC)
_NAME = "台山市伍𠀀记危化品贸易有限公司"
_SEARCHES = ("伍", "伍𠀀", "危化", "tssw", "taishan", "91440781MA4UJK1E44")
_DATABASE = "database"
_SAMPLE = "sample"
_NOT_TOGETHER = {"clerk_app.__main__"}

Check = Callable[[Path], str]
"""Takes a folder to write into, returns what it found in words; raises when something is wrong."""


class SelfTestFailure(Exception):
    """A check found something else than it should."""


def run_checks() -> tuple[tuple[str, str, str], ...]:
    """Do every check and return (name, what is wrong or empty, what it found), in order; a failed one stops no other."""
    found = []
    with tempfile.TemporaryDirectory(prefix="clerk-self-test-") as folder:
        for name, check in _CHECKS:
            place = Path(folder) / name
            place.mkdir()
            began = time.monotonic()
            wrong = told = ""
            try:
                told = check(place)
            except Exception as error:  # noqa: BLE001 — whatever goes wrong is what this command is for
                wrong = f"{type(error).__name__}: {error}"
            found.append((name, wrong, f"{told} [{(time.monotonic() - began) * 1000:.0f} ms]".strip()))
    return tuple(found)


def _expect(*, holds: bool, said: str) -> None:
    if not holds:
        raise SelfTestFailure(said)


def _versions(_folder: Path) -> str:
    import sqlcipher3.dbapi2 as sqlcipher
    from PySide6.QtCore import qVersion

    from clerk_app.storage.schema import HEAD, scripts

    newest = scripts().get_current_head()
    _expect(holds=newest == HEAD, said=f"the newest migration is {newest}, the program says {HEAD}")
    return (
        f"program {clerk_app.__version__}, Python {platform.python_version()}, Qt {qVersion()},"
        f" SQLite {sqlcipher.sqlite_version}, schema {HEAD}"
    )


def _modules(_folder: Path) -> str:
    names = [one.name for one in pkgutil.walk_packages(clerk_app.__path__, "clerk_app.")]
    for name in names:
        if name not in _NOT_TOGETHER:
            importlib.import_module(name)
    _expect(holds=len(names) > 100, said=f"only {len(names)} modules")
    return f"{len(names)}"


def _translators(_folder: Path) -> str:
    from PySide6.QtCore import QCoreApplication

    from clerk_app.ui.translation import install_translators

    app = _application()
    installed = install_translators(app)
    try:
        save = QCoreApplication.translate("QPlatformTheme", "Save")
        _expect(holds=save == "保存", said=f"Qt says {save}")
        accepted = word("state.accepted")
        _expect(holds=accepted == "已受理", said=f"the program says {accepted}")
    finally:
        for one in installed:
            app.removeTranslator(one)
    return f"{save}, {accepted}"


def _application() -> QCoreApplication:
    """Return the application object; it needs no display here."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QCoreApplication.instance() or QApplication(["clerk-app"])


def _pictures(_folder: Path) -> str:
    from PySide6.QtSvg import QSvgRenderer

    _application()
    icons = sorted(paths.resource("ui", "icons").glob("*.svg"))
    broken = [one.name for one in icons if not QSvgRenderer(str(one)).isValid()]
    _expect(holds=bool(icons) and not broken, said=f"broken: {broken or 'all'}")
    return f"{len(icons)}"


def _fonts(_folder: Path) -> str:
    from clerk_app.documents.renderer import ReportlabRenderer

    missing = ReportlabRenderer().missing("台山市应急管理局〔2020〕1号、·龍𠀀ABCabc0123")
    _expect(holds=not missing, said=f"no glyph for {missing}")
    return f"{len(list(paths.resource('fonts').glob('*.ttf')))}"


def _papers(_folder: Path) -> str:
    from clerk_app.documents.renderer import ReportlabRenderer
    from clerk_app.documents.specimen import specimen
    from clerk_app.domain.papers import PaperDocument

    renderer = ReportlabRenderer()
    pages = 0
    for document in PaperDocument:
        pdf = renderer.render(specimen(document))
        pages += renderer.pages(pdf)
        picture = renderer.raster(pdf, page=0, dpi=40)
        _expect(holds=len(set(picture.pixels)) > 1, said=f"{document.value} is blank")
    return f"{len(PaperDocument)} papers, {pages} pages"


def _tables(folder: Path) -> str:
    from clerk_app.domain.listing import LedgerProblem

    reader = _wiring().ledger_reader()
    first, second = folder / "in.csv", folder / "out.xlsx"
    first.write_text("收件日期,申请人名称\n2020-03-02,=1+1\n", encoding="gb18030")
    table = reader.read(first)
    reader.write_rejects(second, table, [LedgerProblem(2, "申请人名称", "=1+1", "field_missing")])
    again = reader.read(second)
    _expect(holds=again.rows[0].cells["收件日期"] == "2020-03-02", said=f"read back {again.rows}")
    return f"{len(again.headers)} columns"


def _passwords(_folder: Path) -> str:
    from clerk_app.services.people import PasswordHasher

    hasher = PasswordHasher()
    encoded = hasher.hash("self-test")
    _expect(holds=hasher.verify(encoded, "self-test"), said="the right password was refused")
    _expect(holds=not hasher.verify(encoded, "self-tesT"), said="a wrong password was taken")
    return encoded.split("$")[1]


def _keyring(folder: Path) -> str:
    from clerk_app.devices.keys import best_key_store

    store = best_key_store(folder)
    _expect(holds=store.load("database") is None, said="a new folder has a key")
    return store.warning or "keyring"


def _database(folder: Path) -> str:
    """Make an empty database and a small office, migrate both, write, find, and check the whole."""
    from clerk_app.bootstrap import DataFolder, make_clock, open_parts
    from clerk_app.domain.listing import Identity
    from clerk_app.services.founding import found, training_founding

    empty = folder / "empty"
    premises = DataFolder(empty, clock=make_clock(_NOW))
    premises.build(Identity("W01", "SELF", "01", founder=True, training=True))
    premises.settle()
    sample = folder / _SAMPLE
    found(DataFolder(sample, clock=make_clock(_NOW)), training_founding())
    for place in (empty, sample):
        done = _wiring().migrate(place)
        _expect(
            holds=done.before == done.after and done.backup is None, said=f"{place.name} was not of the newest schema"
        )
    parts = open_parts(sample, now=_NOW)
    try:
        case_no = _receive(parts)
        for text in (*_SEARCHES, case_no):
            hits = parts.store.reading().search(text, limit=5)
            _expect(holds=any(one.case_no == case_no for one in hits), said=f"“{text}” found nothing")
        problems = parts.store.audit()
        _expect(holds=not problems, said=f"the audit found {problems[:3]}")
        _report(parts, folder)
        acts, equal = parts.store.rebuild()
        _expect(holds=equal, said="rebuilt projections differ")
    finally:
        parts.close()
    return f"{acts} acts, {len(_SEARCHES) + 1} searches"


def _report(parts: Parts, folder: Path) -> None:
    """Write the yearly report in every form; the Word template and the workbook are parts that a frozen program may lack."""
    from clerk_app.services.report import yearly_report
    from clerk_app.services.report_export import export_sheets, export_word, render_report

    reader, on = parts.store.reading(), parts.clock.today()
    found = yearly_report(reader, on.year, office=reader.office())
    _expect(holds=found.received == 1, said=f"the report counts {found.received} applications")
    export_sheets(_wiring().book_writer(), folder / "report.xlsx", reader, found)
    export_word(_wiring().report_writer(), folder / "report.docx", reader, found, on=on)
    render_report(parts.renderer, reader, found, on=on, training=True)


def _receive(parts: Parts) -> str:
    from clerk_app.domain.acts.case import Applicant, ApplicantType, IdType, OwnFieldValue
    from clerk_app.domain.acts.office import Role
    from clerk_app.domain.catalogue import Kind
    from clerk_app.services import intake
    from clerk_app.services.desk import WorkingDesk
    from clerk_app.services.people import member_with_role

    clerk = member_with_role(parts.store.reading().office(), Role.INTAKE)
    working = WorkingDesk(parts.store, parts.renderer, parts.printer, clerk.user)
    applicant = Applicant(
        type=ApplicantType.ENTITY,
        name=_NAME,
        id_type=IdType.CREDIT_CODE,
        id_number="91440781MA4UJK1E44",
        legal_representative="伍小明",
        phone="13800000000",
    )
    item = parts.store.reading().office().catalogue.at("WHJY", parts.clock.today())
    own = tuple(OwnFieldValue(one.code, one.choices[0] if one.choices else "无") for one in item.fields) if item else ()
    form = intake.Application(item="WHJY", kind=Kind.NEW, applicant=applicant, fields=own)
    return working.do(lambda desk: intake.receive(desk, form)).case.case_no


def _exit_codes(folder: Path) -> str:
    """See that each exit code of the contract comes out, through the commands themselves, on the office made before."""
    from clerk_app.cli.run import run

    data = ["--data-dir", str(folder.parent / _DATABASE / _SAMPLE), "--json"]
    ledger = folder / "bad.csv"
    ledger.write_text("检查日期,行业类别,被检查单位\n2020-13-01,危险化学品,某厂\n", encoding="utf-8")
    wanted: tuple[tuple[int, list[str]], ...] = (
        (0, ["audit", *data]),
        (2, ["workdays", "--from", "2020-02-30"]),
        (3, ["import-ledger", str(ledger), "--kind", "inspections", *data]),
        (4, ["case", "show", "0", *data]),
        (5, ["audit", "--data-dir", str(folder / "nowhere")]),
    )
    for code, words in wanted:
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
            given = run(words, wiring=_wiring, window=lambda _wanted: 70)
        _expect(holds=given == code, said=f"{words[0]} ended with {given}, not {code}: {out.getvalue()[:300]}")
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        given = run(["audit"], wiring=_broken, window=lambda _wanted: 0)
    _expect(holds=given == 70, said=f"a bug ended with {given}")
    return "0 2 3 4 5 70"


def _broken() -> Bootstrap:
    message = "this bug is meant"
    raise SelfTestFailure(message)


def _server_client(_folder: Path) -> str:
    import psycopg

    sql = sorted(one.stem for one in paths.database_definition("sql").glob("*.sql"))
    revisions = list(paths.database_definition("migrations", "central", "versions").glob("*.py"))
    _expect(holds=bool(sql and revisions), said="the server's definitions are missing")
    return f"libpq {psycopg.pq.version()}, {len(sql)} parts, {len(revisions)} revisions"


def _wiring() -> Bootstrap:
    from clerk_app.bootstrap import Bootstrap

    return Bootstrap()


_CHECKS: tuple[tuple[str, Check], ...] = (
    ("versions", _versions),
    ("modules", _modules),
    ("translators", _translators),
    ("icons", _pictures),
    ("fonts", _fonts),
    ("papers", _papers),
    ("tables", _tables),
    ("passwords", _passwords),
    ("keyring", _keyring),
    (_DATABASE, _database),
    ("server_client", _server_client),
    ("exit_codes", _exit_codes),
)
