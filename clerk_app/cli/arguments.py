"""The words of every command; it loads nothing that only one command needs.

Global options may stand before or after the subcommand: every parser knows them, and none has a default that could hide one already given.
"""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerk_app.cli.parser import Parser
from clerk_app.cli.values import day, instant, natural, span, year
from clerk_app.wording import word

PROGRAM = "clerk-app"


@dataclass(frozen=True, slots=True)
class Globals:
    """The options that every command has; `now` is aware."""

    data_dir: Path | None = None
    user: str = ""
    now: datetime | None = None
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: `place` is the module of this package and its function, empty for the window."""

    place: str
    given: Globals
    words: Namespace


def read_words(words: Sequence[str]) -> Wanted:
    """Read the words of a command line (without the program's name).

    Raises:
        UsageProblem: they are wrong.
        SystemExit: `--help` or `--version` was asked for and answered.
    """
    found = _parser().parse_args(words)
    given = Globals(
        data_dir=getattr(found, "data_dir", None),
        user=getattr(found, "user", ""),
        now=getattr(found, "now", None),
        as_json=getattr(found, "as_json", False),
    )
    return Wanted(getattr(found, "place", ""), given, found)


def _with_globals(parser: ArgumentParser) -> None:
    group = parser.add_argument_group(word("command.globals"))
    group.add_argument("--data-dir", type=Path, metavar="DIR", default=SUPPRESS, help=word("help.data_dir"))
    group.add_argument("--as", dest="user", metavar="USER", default=SUPPRESS, help=word("help.as"))
    group.add_argument("--now", type=instant, metavar="ISO", default=SUPPRESS, help=word("help.now"))
    group.add_argument("--json", dest="as_json", action="store_true", default=SUPPRESS, help=word("help.json"))


class _Commands:
    """Adds subcommands under one parser; each is named after the function that does it."""

    def __init__(self, parser: Parser, *, dest: str, required: bool) -> None:
        self._prog = parser.prog
        self._under = parser.add_subparsers(
            dest=dest, metavar=word("command.metavar"), title=word("command.commands"), required=required, prog=""
        )

    def add(self, name: str, place: str = "", *, help_code: str = "") -> Parser:
        """Add a command; `place` is "module:function" of this package."""
        summary = word(help_code or f"help.{name}")
        parser: Parser = self._under.add_parser(name, prog=f"{self._prog} {name}", summary=summary, help=summary)
        _with_globals(parser)
        if place:
            parser.set_defaults(place=place)
        return parser


def _parser() -> Parser:
    from clerk_app import __version__

    parser = Parser(prog=PROGRAM, summary=word("help.program"))
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}", help=word("help.version"))
    _with_globals(parser)
    commands = _Commands(parser, dest="command", required=False)
    _add_folder(commands)
    _add_ledger(commands)
    _add_reckoning(commands)
    _add_cases(commands)
    _add_exchange(commands)
    _add_care(commands)
    return parser


def _add_folder(commands: _Commands) -> None:
    init = commands.add("init", "folder:init")
    init.add_argument("--training", action="store_true", help=word("help.init.training"))
    init.add_argument("--workstation", metavar="W01", help=word("help.init.workstation"))
    init.add_argument("--office", type=Path, metavar="FILE", help=word("help.init.office"))
    init.add_argument("--admin", metavar="USER", help=word("help.init.admin"))
    init.add_argument("--admin-name", metavar="NAME", help=word("help.init.admin_name"))
    init.add_argument("--join", type=Path, metavar="FILE", help=word("help.init.join"))
    commands.add("migrate", "folder:migrate")


def _add_ledger(commands: _Commands) -> None:
    ledger = commands.add("import-ledger", "ledger:import_ledger")
    ledger.add_argument("file", type=Path, metavar="FILE", help=word("help.import-ledger.file"))
    ledger.add_argument("--kind", choices=("cases", "inspections", "licensees"), help=word("help.import-ledger.kind"))
    ledger.add_argument("--dry-run", action="store_true", help=word("help.import-ledger.dry_run"))
    ledger.add_argument("--rejects", type=Path, metavar="F.xlsx", help=word("help.import-ledger.rejects"))
    report = commands.add("report", "ledger:report")
    report.add_argument("year", type=year, metavar="YEAR", help=word("help.report.year"))
    for suffix in ("docx", "pdf", "xlsx"):
        report.add_argument(f"--{suffix}", type=Path, metavar="F", help=word(f"help.report.{suffix}"))


def _add_reckoning(commands: _Commands) -> None:
    deadline = commands.add("deadline", "reckoning:deadline")
    deadline.add_argument("--item", required=True, metavar="CODE", help=word("help.deadline.item"))
    deadline.add_argument("--kind", required=True, metavar="KIND", help=word("help.deadline.kind"))
    deadline.add_argument("--start", required=True, type=day, metavar="DATE", help=word("help.deadline.start"))
    deadline.add_argument(
        "--stop", type=span, action="append", default=[], metavar="A:B", help=word("help.deadline.stop")
    )
    deadline.add_argument("--extend", action="store_true", help=word("help.deadline.extend"))
    workdays = commands.add("workdays", "reckoning:workdays")
    workdays.add_argument("--from", dest="first", required=True, type=day, metavar="DATE", help=word("help.from"))
    either = workdays.add_mutually_exclusive_group(required=True)
    either.add_argument("--add", type=natural, metavar="N", help=word("help.workdays.add"))
    either.add_argument("--to", dest="last", type=day, metavar="DATE", help=word("help.workdays.to"))
    numbers = commands.add("check-id", "checking:check_id")
    numbers.add_argument("values", nargs="+", metavar="VALUE", help=word("help.check-id.value"))
    names = commands.add("check-name", "checking:check_name")
    names.add_argument("values", nargs="+", metavar="TEXT", help=word("help.check-name.text"))
    schema = commands.add("schema", "payloads:schema")
    schema.add_argument("act", nargs="?", metavar="ACT", help=word("help.schema.act"))


def _add_cases(commands: _Commands) -> None:
    under = _Commands(commands.add("case"), dest="case_command", required=True)
    new = under.add("new", "cases:new", help_code="help.case.new")
    new.add_argument("file", metavar="FILE.json", help=word("help.file_or_input"))
    act = under.add("act", "cases:act", help_code="help.case.act")
    act.add_argument("case", metavar="CASE", help=word("help.case"))
    act.add_argument("act", metavar="ACT", help=word("help.schema.act"))
    act.add_argument("file", metavar="FILE.json", help=word("help.file_or_input"))
    show = under.add("show", "cases:show", help_code="help.case.show")
    show.add_argument("case", metavar="CASE", help=word("help.case_no"))
    search = commands.add("search", "finding:search")
    search.add_argument("text", metavar="TEXT", help=word("help.search.text"))
    search.add_argument("--limit", type=natural, default=50, metavar="N", help=word("help.search.limit"))
    printing = commands.add("print", "printing:print_document")
    printing.add_argument("case", metavar="CASE", help=word("help.case_no"))
    printing.add_argument("document", metavar="DOCUMENT", help=word("help.print.document"))
    printing.add_argument("--out", required=True, type=Path, metavar="F.pdf", help=word("help.print.out"))
    printing.add_argument("--overlay", action="store_true", help=word("help.print.overlay"))


def _add_exchange(commands: _Commands) -> None:
    sync = commands.add("sync", "exchange:sync")
    sync.add_argument("--once", action="store_true", required=True, help=word("help.sync.once"))
    under = _Commands(commands.add("central"), dest="central_command", required=True)
    init = under.add("init", "central:init", help_code="help.central.init")
    init.add_argument("url", metavar="URL", help=word("help.central.url"))
    init.add_argument("--ca", type=Path, metavar="FILE", help=word("help.central.ca"))
    add = under.add("add-workstation", "central:add_workstation", help_code="help.central.add")
    add.add_argument("code", metavar="CODE", help=word("help.central.code"))
    add.add_argument("url", metavar="URL", help=word("help.central.url"))
    add.add_argument("--out", required=True, type=Path, metavar="FILE", help=word("help.central.out"))
    add.add_argument("--ca", type=Path, metavar="FILE", help=word("help.central.ca"))
    for name in ("list", "status", "revoke", "rename"):
        one = under.add(name, f"central:{_PLACES.get(name, name)}", help_code=f"help.central.{name}")
        if name in ("revoke", "rename"):
            one.add_argument("code", metavar="CODE", help=word("help.central.code"))
        if name == "rename":
            one.add_argument("name", metavar="NAME", help=word("help.central.name"))
        one.add_argument("url", nargs="?", metavar="URL", help=word("help.central.url_known"))
        one.add_argument("--ca", type=Path, metavar="FILE", help=word("help.central.ca"))


_PLACES = {"list": "list_"}


def _add_care(commands: _Commands) -> None:
    commands.add("audit", "care:audit")
    commands.add("rebuild", "care:rebuild")
    demo = commands.add("demo", "demo:demo")
    demo.add_argument("--out", required=True, type=Path, metavar="DIR", help=word("help.demo.out"))
    commands.add("self-test", "care:self_test")
