"""Prints into a folder: each job is a PDF file named after its title; it never replaces a file and never leaves half of one."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from clerk_app.devices.durable import write_durably
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import PrintJob

QUEUE = "文件"
_MAX_STEM_BYTES = 180  # 255 bytes is the limit of most file systems; a number and the ending follow
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class FilePrinter:
    """One queue, 文件, that writes into `folder`; the folder is made when the first file comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def queues(self) -> tuple[str, ...]:
        """Return the one queue."""
        return (QUEUE,)

    def submit(self, pdf: bytes, *, queue: str, title: str, copies: int = 1) -> PrintJob:  # noqa: ARG002
        """Write one file whatever `copies` says, and report it done; `message` is its path.

        Raises:
            EnvironmentProblem: `printer_unknown`, or `print_file_failed` with the system's reason.
        """
        if queue not in {"", QUEUE}:
            raise EnvironmentProblem("printer_unknown", queue=queue)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._reserve(safe_stem(title))
            try:
                write_durably(path, pdf)
            except OSError:
                path.unlink()
                raise
        except OSError as exc:
            raise EnvironmentProblem("print_file_failed", folder=self._folder, reason=exc.strerror or exc) from exc
        return PrintJob(job_id=path.name, queue=QUEUE, state="done", message=str(path))

    def state(self, job: PrintJob) -> PrintJob:
        """Return the job as done while its file is there, else as unknown."""
        return replace(job, state="done" if (self._folder / job.job_id).is_file() else "unknown")

    def cancel(self, job: PrintJob) -> PrintJob:
        """Return the job as it is: a written file cannot be taken back."""
        return self.state(job)

    def _reserve(self, stem: str) -> Path:
        """Take a name that nobody has, by an empty file, so that two programs never write the same one."""
        nth = 1
        while True:
            path = self._folder / (f"{stem}.pdf" if nth == 1 else f"{stem} ({nth}).pdf")
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                nth += 1
            else:
                return path


def safe_stem(title: str) -> str:
    """Return a file name without ending that Windows and Linux take, as near to `title` as can be."""
    text = unicodedata.normalize("NFC", title)
    text = "".join(char if char.isprintable() else " " for char in _FORBIDDEN.sub("_", text))
    text = " ".join(text.split()).strip(". ")
    text = text.encode(errors="ignore")[:_MAX_STEM_BYTES].decode(errors="ignore").rstrip(". ")
    return f"_{text}" if not text or _RESERVED.match(text) else text
