"""Fills the Word template of the yearly report; the words are the template's, the figures come from outside."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from zipfile import BadZipFile

from clerk_app.domain.errors import EnvironmentProblem, UsageProblem
from clerk_app.domain.papers import FactValue
from clerk_app.paths import resource


class WordReport:
    """Writes the report (`services.report_export.ReportWriter`)."""

    def __init__(self, template: Path | None = None) -> None:
        """Take the bureau's own template, or the one that the program ships with."""
        self._template = template

    def write(self, path: Path, facts: Mapping[str, FactValue]) -> None:
        """Write the document, whole or not at all.

        A template is somebody's file: it is run in a sandbox and reaches nothing but the facts.

        Raises:
            EnvironmentProblem: `report.cannot_write`.
            UsageProblem: the template is no Word file or asks for what it may not (`report.template`).
        """
        from docx.opc.exceptions import PackageNotFoundError
        from docxtpl import DocxTemplate
        from jinja2 import StrictUndefined, TemplateError
        from jinja2.sandbox import SandboxedEnvironment

        source = self._template or resource("word", "yearly_report.docx")
        shown = {name: _shown(value) for name, value in facts.items()}
        unfinished = path.with_name(f".{path.name}.part")
        try:
            template = DocxTemplate(str(source))
            template.render(shown, jinja_env=SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
            template.save(str(unfinished))
            unfinished.replace(path)
        except (TemplateError, PackageNotFoundError, BadZipFile, KeyError) as exc:
            raise UsageProblem("report.template", file=source.name, detail=str(exc)) from exc
        except OSError as exc:
            raise EnvironmentProblem("report.cannot_write", file=path.name) from exc
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _shown(value: FactValue) -> FactValue:
    """Return a fact as the template prints it: dates in Chinese, everything else as it is."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return value
