"""The mark by which the extractor finds a text; it does nothing at run time."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 — the name the extractor looks for
    """Return `text` unchanged; `context` is where the translator finds it."""
    del context
    return text
