"""`import-ledger` and `report`: the bureau's spreadsheets in, the yearly figures out."""

from __future__ import annotations

from argparse import Namespace

from clerk_app.cli.context import Context
from clerk_app.cli.documents import make_room, write_bytes
from clerk_app.cli.outcome import Exit, Outcome, pairs, table
from clerk_app.cli.wiring import Parts
from clerk_app.domain.acts.office import Role
from clerk_app.domain.errors import Fault, UsageProblem
from clerk_app.domain.listing import LedgerProblem
from clerk_app.services.ledger import ImportResult
from clerk_app.services.ledger import import_ledger as bring_in
from clerk_app.services.report import YearlyReport, yearly_report
from clerk_app.services.report_export import export_sheets, export_word, render_report
from clerk_app.wording import sentence, word

_SHOWN = 20
"""Rejected cells that the text for people lists; all of them are in the JSON and in the sheet."""


def import_ledger(context: Context, words: Namespace) -> Outcome:
    """Bring in every line that can be, and tell of each other one why not."""
    if not words.file.is_file():
        raise UsageProblem("file_missing", file=words.file)
    reader = context.wiring.ledger_reader()
    with context.opened() as parts:
        member = context.member(parts, Role.INTAKE)
        read = reader.read(words.file)
        result = bring_in(
            parts.store,
            read,
            actor=member.staff_id,
            today=parts.clock.today(),
            kind=words.kind,
            dry_run=words.dry_run,
        )
        if words.rejects is not None and result.rejected:
            reader.write_rejects(words.rejects, read, result.rejected)
    code = Exit.IN_PART if result.rejected else Exit.DONE
    return Outcome(_import_plain(result), _import_text(result), code=code)


def _import_plain(result: ImportResult) -> dict[str, object]:
    return {
        "kind": result.kind.value,
        "rows": result.rows,
        "imported": result.imported,
        "already_present": result.already_present,
        "flagged": result.flagged,
        "rejected": [
            {"line": one.line, "column": one.column, "value": one.value, "code": one.code, "reason": _reason(one)}
            for one in result.rejected
        ],
        "doubts": [{"line": one.line, "codes": list(one.codes)} for one in result.doubts],
    }


def _reason(problem: LedgerProblem) -> str:
    return sentence(Fault(problem.code, problem.column, problem.params))


def _import_text(result: ImportResult) -> str:
    head = pairs(
        [
            (word("command.rows"), result.rows),
            (word("command.imported"), result.imported),
            (word("command.already_present"), result.already_present),
            (word("command.flagged"), result.flagged),
            (word("command.rejected"), result.rejected_rows),
        ]
    )
    if not result.rejected:
        return head
    headers = [word(code) for code in ("command.line", "command.column", "command.value", "command.reason")]
    rows = [(one.line, one.column, one.value[:24], _reason(one)) for one in result.rejected[:_SHOWN]]
    return f"{head}\n\n{table(headers, rows)}"


def report(context: Context, words: Namespace) -> Outcome:
    """Answer the yearly figures, and write the report into the files that were asked for."""
    with context.opened() as parts:
        reader = parts.store.reading()
        found = yearly_report(reader, words.year, office=reader.office())
        _write_files(context, parts, found, words)
    return Outcome(found.as_json(), _report_text(found))


def _write_files(context: Context, parts: Parts, found: YearlyReport, words: Namespace) -> None:
    reader, on = parts.store.reading(), parts.clock.today()
    for path in filter(None, (words.xlsx, words.docx)):
        make_room(path)
    if words.xlsx is not None:
        export_sheets(context.wiring.book_writer(), words.xlsx, reader, found)
    if words.docx is not None:
        export_word(context.wiring.report_writer(), words.docx, reader, found, on=on)
    if words.pdf is not None:
        pdf = render_report(parts.renderer, reader, found, on=on, training=parts.store.identity.training)
        write_bytes(words.pdf, pdf)


def _report_text(found: YearlyReport) -> str:
    names = ("received", "accepted", "closed", "granted", "refused", "withdrawn", "open_before", "open_after")
    more = ("closed_on_time_statutory", "closed_on_time_promised", "online_accepted", "mailed")
    oversight = ("findings", "enforcement_documents", "fined_enterprises", "fine_yuan", "suspended_enterprises")
    visits = [(word("command.visits", trade=trade), count) for trade, count in found.visits if trade != "total"]
    rows = [(word(f"figure.{name}"), getattr(found, name)) for name in (*names, *more)]
    rows += visits
    rows += [(word("figure.visits"), dict(found.visits)["total"])]
    rows += [(word(f"figure.{name}"), getattr(found, name)) for name in oversight]
    return f"{word('command.report_title', year=found.year)}\n\n{pairs(rows)}"
