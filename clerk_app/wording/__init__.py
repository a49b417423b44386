"""Code + parameters -> the sentence, for window, commands and papers alike; free of Qt.

The tables stand beside this module, one per subject, each text marked for extraction. A translate function may be
passed in by the window; without it the source text, Simplified Chinese, is what people read. Papers never follow it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clerk_app.domain.errors import ClerkError, Fault, RuleViolation
from clerk_app.domain.trace import TraceLine
from clerk_app.wording import commands, data, environment, fields, ledger, quoted, rules, server, terms, traces, upkeep

Translate = Callable[[str, str], str]
"""(context, source text) -> text in the language of the window."""

_TABLES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("rules", rules.TEXTS),
    ("environment", environment.TEXTS),
    ("ledger", ledger.TEXTS),
    ("terms", terms.TEXTS),
    ("fields", fields.TEXTS),
    ("traces", traces.TEXTS),
    ("commands", commands.TEXTS),
    ("data", data.TEXTS),
    ("server", server.TEXTS),
    ("upkeep", upkeep.TEXTS),
    ("quoted", quoted.TEXTS),
)
_INDEX: dict[str, tuple[str, str]] = {
    code: (context, text) for context, table in _TABLES for code, text in table.items()
}


class _Language:
    """The translate function in use; the source language until the window sets another."""

    translate: Translate | None = None


def use_language(translate: Translate | None) -> None:
    """Take `translate` for every later sentence; None goes back to the source language."""
    _Language.translate = translate


def known(code: str) -> bool:
    """Say whether a code has a sentence (a test walks all codes of the source)."""
    return code in _INDEX


def word(code: str, **params: object) -> str:
    """Return the text of `code` with its parameters filled in; an unknown code shows itself, so nothing is hidden."""
    context, text = _INDEX.get(code, ("", code))
    if _Language.translate is not None and context:
        text = _Language.translate(context, text)
    return _filled(text, params)


def source_word(code: str, **params: object) -> str:
    """Return the text of `code` in the source language, whatever the window speaks: for papers, tables handed on and acts."""
    return _filled(_INDEX.get(code, ("", code))[1], params)


def _filled(text: str, params: Mapping[str, object]) -> str:
    for key, value in params.items():
        text = text.replace("{" + key + "}", str(value))
    return text


def sentence(fault: Fault) -> str:
    """Return what is wrong, as a sentence for the field or the row."""
    return word(fault.code, **_worded(dict(fault.params)))


def error_text(error: ClerkError) -> str:
    """Return the whole message of an error; a refusal for several reasons gives one line each."""
    if isinstance(error, RuleViolation):
        return "\n".join(sentence(fault) for fault in error.faults)
    return word(error.code, **_worded(error.params))


def trace_text(line: TraceLine) -> str:
    """Return one line of the reckoning of a date, without the date itself."""
    return word(f"trace.{line.code.value}", **dict(line.params))


_CODED = {
    "kind": ("act", "kind"),
    "role": ("role",),
    "step": ("step",),
    "state": ("state",),
    "document": ("document",),
    "field": ("field",),
}
"""Parameters whose value is itself a code, and under which headings its word is looked for."""


def _worded(params: Mapping[str, str]) -> dict[str, str]:
    found = dict(params)
    for name, headings in _CODED.items():
        if name in found:
            words = (f"{heading}.{found[name]}" for heading in headings)
            found[name] = next((word(code) for code in words if known(code)), found[name])
    return found
