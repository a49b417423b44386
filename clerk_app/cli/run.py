"""Runs one command: reads its words, does it, shows the answer, and turns every trouble into a message and an exit code."""

from __future__ import annotations

import io
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from clerk_app import logs
from clerk_app.cli.arguments import Wanted, read_words
from clerk_app.cli.outcome import Exit, Outcome, show, show_json
from clerk_app.domain.errors import ClerkError, EnvironmentProblem, Fault, RuleViolation, UsageProblem
from clerk_app.wording import error_text, sentence, word

if TYPE_CHECKING:
    from clerk_app.cli.context import Context
    from clerk_app.cli.wiring import Wiring

log = logging.getLogger(__name__)

_NOWHERE = logging.NullHandler()


def run(words: Sequence[str], *, wiring: Callable[[], Wiring], window: Callable[[Wanted], int]) -> int:
    """Do what `words` say and return the exit code; nothing is raised but what ends the process (Ctrl+C, `--help`)."""
    as_json = "--json" in words
    _speak(as_json=as_json)
    # Without any handler Python would write a record to standard error, text of the exception and all.
    logging.getLogger().addHandler(_NOWHERE)
    try:
        wanted = read_words(words)
        if not wanted.place:
            return window(wanted)
        as_json = wanted.given.as_json
        from clerk_app.cli.context import Context  # brings the domain, which the window loads after its first paint

        context = Context(wiring(), wanted.given)
        outcome = _command(wanted)(context)
        show(outcome, as_json=as_json)
    except ClerkError as error:
        return _told(error, as_json=as_json)
    except BrokenPipeError:
        # Whoever read our answer has seen enough; what Python would still flush must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception as error:  # noqa: BLE001 — the last resort of a command, as the excepthook is the window's
        return _bug(error, as_json=as_json)
    finally:
        logs.release()
        logging.getLogger().removeHandler(_NOWHERE)
    return outcome.code


def _speak(*, as_json: bool) -> None:
    """Make every character of ours printable: JSON is UTF-8 wherever it goes, text shows ? for what a terminal lacks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="replace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace")


def _command(wanted: Wanted) -> Callable[[Context], Outcome]:
    module, _, name = wanted.place.partition(":")
    function = cast("Callable[[Context, object], Outcome]", getattr(import_module(f"clerk_app.cli.{module}"), name))
    return lambda context: function(context, wanted.words)


def _told(error: ClerkError, *, as_json: bool) -> Exit:
    print(error_text(error), file=sys.stderr)
    if as_json:
        faults = error.faults if isinstance(error, RuleViolation) else ()
        show_json({"error": _plain(error, faults)})
    if isinstance(error, RuleViolation):
        return Exit.RULE
    if isinstance(error, EnvironmentProblem):
        log.warning("environment problem %s", error.code)
        return Exit.ENVIRONMENT
    return Exit.WORDS if isinstance(error, UsageProblem) else Exit.BUG


def _plain(error: ClerkError, faults: tuple[Fault, ...]) -> dict[str, object]:
    return {
        "code": error.code,
        "field": faults[0].field if faults else "",
        "message": error_text(error),
        "faults": [
            {"code": one.code, "field": one.field, "message": sentence(one), "params": dict(one.params)}
            for one in faults
        ],
    }


def _bug(error: Exception, *, as_json: bool) -> Exit:
    """Tell a bug without any text that may hold personal data: types, codes and places only."""
    log.error("bug", exc_info=error)
    report = logs.described(error)
    print(word("command.bug"), file=sys.stderr)
    print(json.dumps(report, ensure_ascii=False, indent=2), file=sys.stderr)
    if as_json:
        show_json(
            {"error": {"code": "bug", "field": "", "message": word("command.bug"), "faults": [], "report": report}}
        )
    return Exit.BUG
