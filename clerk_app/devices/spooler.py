"""Prints through CUPS by its commands `lp`, `lpstat` and `cancel`; the window never waits for a printer here, callers run this in the background.

A queue that rejects or has stopped is told before anything is handed over: a sheet that waits in a stopped queue would come out later,
beside its reprint, with the same number.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from clerk_app.devices import ipp
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import PrintJob

_TIMEOUT_SECONDS = 15.0
_MAX_TITLE_BYTES = 120
_MM_PER_POINT = 25.4 / 72
_NAMED_SIZES = {(148, 210): "A5", (210, 297): "A4", (297, 420): "A3"}
_SIZE_TOLERANCE_MM = 1

_ACCEPTING = re.compile(r"(\S+) (not )?accepting requests\b")
_ENABLED = re.compile(r"printer (\S+) (disabled since)?")
_REQUEST_ID = re.compile(r"request id is (\S+-\d+)")

_JOB_STATES = {3: "queued", 4: "queued", 5: "printing", 6: "queued", 7: "failed", 8: "failed", 9: "done"}
"""Pending, held, processing, stopped, cancelled, aborted, completed. Source: RFC 8011 §5.3.7."""
_JOB_WANTED = ("job-state", "job-printer-state-message")
_PRINTER_WANTED = ("printer-state-message", "printer-state-reasons")


@dataclass(frozen=True, slots=True)
class _Queue:
    accepts: bool = True
    runs: bool = True
    said: str = ""


class CupsPrinter:
    """The queues of a CUPS server.

    Args:
        server: as in `CUPS_SERVER` (host:port or the path of a socket); empty takes what the system is set to.
        timeout_seconds: the longest that one command of the spooler may take.
    """

    def __init__(self, *, server: str = "", timeout_seconds: float = _TIMEOUT_SECONDS) -> None:
        self._server = server
        self._timeout_seconds = timeout_seconds

    def queues(self) -> tuple[str, ...]:
        """Return the names of the queues, the default first; none where there is no spooler (`submit` then says so)."""
        try:
            found = self._look()
            default = self._default()
        except EnvironmentProblem as exc:
            if exc.code == "spooler_missing":
                return ()
            raise
        return tuple(sorted(found, key=lambda name: name != default))

    def submit(self, pdf: bytes, *, queue: str, title: str, copies: int = 1) -> PrintJob:
        """Hand the pages over at true size, one-sided, without a banner sheet; an empty `queue` takes the system's default.

        Raises:
            EnvironmentProblem: nothing was handed over: `spooler_missing`, `printer_unknown`, `printer_rejects`, `printer_stopped`,
                `printer_failed` (with the spooler's words); or `printer_timeout`: the spooler did not answer, ask it before a reprint.
        """
        found = self._look(queue=queue)
        name = queue or self._default()
        if name not in found:
            raise EnvironmentProblem("printer_unknown", queue=name)
        if not found[name].accepts:
            raise EnvironmentProblem("printer_rejects", queue=name, said=found[name].said)
        if not found[name].runs:
            raise EnvironmentProblem("printer_stopped", queue=name, said=found[name].said)
        options = (
            f"media={_media(pdf, queue=name)}",
            "print-scaling=none",
            "sides=one-sided",
            "number-up=1",
            "job-sheets=none",
        )
        words = [word for option in options for word in ("-o", option)]
        result = self._run(
            "lp", "-d", name, "-n", str(copies), "-t", _clean(title), *words, "--", "-", pdf=pdf, queue=name
        )
        taken = _REQUEST_ID.search(result.stdout.decode(errors="replace"))
        if result.returncode != 0 or taken is None:
            said = _said(result)
            code = "printer_rejects" if "not accepting" in said else "printer_failed"
            raise EnvironmentProblem(code, queue=name, said=said)
        return PrintJob(job_id=taken[1], queue=name, state="queued", message="")

    def state(self, job: PrintJob) -> PrintJob:
        """Ask the queue what became of the job; `unknown` with a reason when the spooler cannot say.

        A job that waits or prints carries the printer's words (a jam, no paper, a stopped queue) as its message; it may still come out.
        """
        try:
            known = self._ask(ipp.Operation.GET_JOB_ATTRIBUTES, f"jobs/{job.job_id.rpartition('-')[2]}", _JOB_WANTED)
            state = _JOB_STATES.get(int(*known.get("job-state", (0,))[:1]), "unknown")
            words = list(known.get("job-printer-state-message", ()))
            if state in {"queued", "printing"}:
                printer = self._ask(ipp.Operation.GET_PRINTER_ATTRIBUTES, f"printers/{job.queue}", _PRINTER_WANTED)
                words += [word for wanted in _PRINTER_WANTED for word in printer.get(wanted, ())]
        except ipp.NoAnswer as exc:
            return replace(job, state="unknown", message=str(exc))
        told = dict.fromkeys(str(word) for word in words if word not in {"", "none"})
        return replace(job, state=state, message="" if state == "done" else "; ".join(told))

    def cancel(self, job: PrintJob) -> PrintJob:
        """Take a job back that has not come out, before its sheet is printed anew; return what became of it."""
        self._run("cancel", job.job_id, queue=job.queue)
        return self.state(job)

    def _look(self, *, queue: str = "") -> Mapping[str, _Queue]:
        """Return all queues as the spooler describes them, each with its reason for not accepting or not running."""
        result = self._run("lpstat", "-a", "-p", queue=queue)
        if result.returncode != 0 and not self._is_running(queue=queue):
            raise EnvironmentProblem("spooler_missing", said=_said(result))
        found: dict[str, _Queue] = {}
        name = ""
        for line in result.stdout.decode(errors="replace").splitlines():
            if line[:1].isspace() and name:  # the reason of the line before
                found[name] = replace(found[name], said=line.strip())
            elif accepting := _ACCEPTING.match(line):
                name = accepting[1]
                found[name] = _Queue(accepts=not accepting[2])
            elif enabled := _ENABLED.match(line):
                name = enabled[1]
                found[name] = replace(found.get(name, _Queue()), runs=not enabled[2])
        return found

    def _default(self) -> str:
        text = self._run("lpstat", "-d").stdout.decode(errors="replace")
        name = text.partition("system default destination: ")[2].strip()
        return name.partition("/")[0]  # a default may name a set of options of its queue

    def _is_running(self, *, queue: str) -> bool:
        return self._run("lpstat", "-r", queue=queue).stdout.startswith(b"scheduler is running")

    def _ask(self, operation: ipp.Operation, path: str, wanted: tuple[str, ...]) -> Mapping[str, tuple[str | int, ...]]:
        subject = "job-uri" if operation is ipp.Operation.GET_JOB_ATTRIBUTES else "printer-uri"
        question = ipp.Question(operation, subject, f"ipp://localhost/{path}", wanted)
        try:
            server = self._server or self._run("lpstat", "-H").stdout.decode(errors="replace").strip()
        except EnvironmentProblem as exc:
            raise ipp.NoAnswer(str(exc)) from exc
        return ipp.ask(server, question, timeout_seconds=self._timeout_seconds)

    def _run(self, command: str, *words: str, pdf: bytes = b"", queue: str = "") -> subprocess.CompletedProcess[bytes]:
        program = shutil.which(command)
        if program is None:
            raise EnvironmentProblem("spooler_missing", said=f"{command}: not found")
        # The words are read here by the words of the C locale; titles and queue names pass as UTF-8 in it all the same.
        environment = os.environ | {"LC_ALL": "C", "LANG": "C"}
        if self._server:
            environment["CUPS_SERVER"] = self._server
        try:
            return subprocess.run(  # noqa: S603 — a list of words, no shell
                [program, *words],
                input=pdf,
                capture_output=True,
                env=environment,
                timeout=self._timeout_seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as exc:
            raise EnvironmentProblem("printer_timeout", queue=queue, seconds=f"{self._timeout_seconds:g}") from exc


def _said(result: subprocess.CompletedProcess[bytes]) -> str:
    return result.stderr.decode(errors="replace").strip() or result.stdout.decode(errors="replace").strip()


def _clean(title: str) -> str:
    """Return the title as one line that fits a job's name."""
    line = " ".join("".join(char if char.isprintable() else " " for char in title).split())
    return line.encode(errors="ignore")[:_MAX_TITLE_BYTES].decode(errors="ignore") or "-"


def _media(pdf: bytes, *, queue: str) -> str:
    """Name the paper of the first page, as CUPS does: A4, A5, A3, or its own size in millimetres for labels and strips.

    Raises:
        EnvironmentProblem: `printer_failed` when the bytes are no PDF.
    """
    from pypdf import PdfReader  # a third of a second, once, in the background
    from pypdf.errors import PyPdfError

    try:
        box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    except (PyPdfError, IndexError) as exc:
        raise EnvironmentProblem("printer_failed", queue=queue, said="not a PDF file") from exc
    short, long = sorted(round(float(side) * _MM_PER_POINT) for side in (box.width, box.height))
    for (width, height), name in _NAMED_SIZES.items():
        if abs(short - width) <= _SIZE_TOLERANCE_MM and abs(long - height) <= _SIZE_TOLERANCE_MM:
            return name
    return f"Custom.{short}x{long}mm"
