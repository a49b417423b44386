"""Printing through a real CUPS server of the tests' own, and into a folder."""

import os
import stat
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from clerk_app.devices.file_printer import QUEUE, FilePrinter
from clerk_app.devices.spooler import CupsPrinter
from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.domain.listing import PrintJob
from clerk_app.ports import Printer
from tests.private_cups import GOOD, REJECTED_BECAUSE, REJECTING, PrivateCups, private_cups

__all__ = ["private_cups"]

MM = 72 / 25.4


def pdf_of(width_mm: float = 210, height_mm: float = 297) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width_mm * MM, height_mm * MM))
    canvas.drawString(20, 20, "clerk")
    canvas.save()
    return file.getvalue()


@pytest.fixture
def printer(private_cups: PrivateCups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CupsPrinter:
    for name in ("LPDEST", "PRINTER", "CUPS_SERVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))  # without a person's own print options
    return CupsPrinter(server=private_cups.server)


@pytest.fixture
def queue_name(request: pytest.FixtureRequest) -> str:
    return f"q{abs(hash(request.node.nodeid))}"


def followed(printer: Printer, job: PrintJob, until: Callable[[PrintJob], bool]) -> PrintJob:
    """Ask again and again, each time a round trip to the server, until the job is as wanted."""
    for _ in range(3000):
        job = printer.state(job)
        if until(job):
            return job
    raise AssertionError(job)


def is_over(job: PrintJob) -> bool:
    return job.state in {"done", "failed", "unknown"}


def refusal(printer: Printer, *, queue: str) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        printer.submit(pdf_of(), queue=queue, title="许可证")
    return caught.value


def test_a_good_queue_prints_the_very_bytes_and_says_that_it_is_done(
    printer: CupsPrinter, private_cups: PrivateCups
) -> None:
    pdf = pdf_of()

    job = printer.submit(pdf, queue=GOOD, title="受理通知书 44078102", copies=2)
    assert (job.queue, job.state) == (GOOD, "queued")
    job = followed(printer, job, is_over)

    assert (job.state, job.message) == ("done", "")
    given = private_cups.printed(job.job_id)
    assert given.pdf == pdf
    assert given.copies == 2
    assert given.title == "受理通知书 44078102"


def test_the_server_is_reached_as_the_system_is_set_and_by_its_socket(
    printer: CupsPrinter, private_cups: PrivateCups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", private_cups.server)
    for way in (CupsPrinter(), CupsPrinter(server=private_cups.socket)):
        job = followed(way, way.submit(pdf_of(), queue=GOOD, title="t"), is_over)

        assert (job.state, job.message) == ("done", "")


def test_pages_go_out_at_true_size_on_one_side_and_without_a_banner(
    printer: CupsPrinter, private_cups: PrivateCups
) -> None:
    job = followed(printer, printer.submit(pdf_of(), queue=GOOD, title="t"), is_over)

    options = private_cups.printed(job.job_id).options
    wanted = {"media": "A4", "print-scaling": "none", "sides": "one-sided", "number-up": "1"}
    assert {name: options[name] for name in wanted} == wanted
    assert options.get("job-sheets", "none").startswith("none")


@pytest.mark.parametrize(
    ("width_mm", "height_mm", "media"),
    [(297, 210, "A4"), (420, 297, "A3"), (148, 210, "A5"), (100, 180, "Custom.100x180mm"), (58, 40, "Custom.40x58mm")],
)
def test_the_paper_is_that_of_the_page(
    printer: CupsPrinter, private_cups: PrivateCups, width_mm: int, height_mm: int, media: str
) -> None:
    job = followed(printer, printer.submit(pdf_of(width_mm, height_mm), queue=GOOD, title="t"), is_over)

    assert private_cups.printed(job.job_id).options["media"] == media


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("-o raw", "-o raw"),
        ("$(id) `id` ; 'x' \"y\" | >z", "$(id) `id` ; 'x' \"y\" | >z"),
        ("一\n二\t三\0四", "一 二 三 四"),
        ("许" * 100, "许" * 40),
        ("", "-"),
    ],
)
def test_any_title_is_safe(printer: CupsPrinter, private_cups: PrivateCups, title: str, shown: str) -> None:
    job = followed(printer, printer.submit(pdf_of(), queue=GOOD, title=title), is_over)

    assert job.state == "done"
    assert private_cups.printed(job.job_id).title == shown


def test_queues_are_listed_with_the_default_first_and_an_empty_name_means_the_default(
    printer: CupsPrinter, private_cups: PrivateCups, queue_name: str
) -> None:
    private_cups.add_queue(f"a-{queue_name}")

    names = printer.queues()
    assert names[0] == GOOD
    assert {REJECTING, f"a-{queue_name}"} < set(names)
    assert printer.submit(pdf_of(), queue="", title="t").queue == GOOD


def test_a_rejecting_queue_is_told_with_its_reason(printer: CupsPrinter, private_cups: PrivateCups) -> None:
    error = refusal(printer, queue=REJECTING)

    assert error.code == "printer_rejects"
    assert error.params == {"queue": REJECTING, "said": REJECTED_BECAUSE}
    assert REJECTING not in private_cups.run("lpstat", "-W", "all", "-o")


def test_a_stopped_queue_takes_nothing_and_is_told_with_its_reason(
    printer: CupsPrinter, private_cups: PrivateCups, queue_name: str
) -> None:
    private_cups.add_queue(queue_name)
    private_cups.run("cupsdisable", "-r", "cover open", queue_name)

    error = refusal(printer, queue=queue_name)

    assert error.code == "printer_stopped"
    assert error.params == {"queue": queue_name, "said": "cover open"}
    private_cups.run("cupsenable", queue_name)
    assert followed(printer, printer.submit(pdf_of(), queue=queue_name, title="t"), is_over).state == "done"


@pytest.mark.parametrize("name", ["nowhere", "-a", "good/draft", "good; id", "没有"])
def test_an_unknown_queue_is_told_by_its_name(printer: CupsPrinter, name: str) -> None:
    error = refusal(printer, queue=name)

    assert error.code == "printer_unknown"
    assert error.params == {"queue": name}


def test_a_job_that_the_printer_could_not_print_has_failed_in_the_words_of_the_printer(
    printer: CupsPrinter, private_cups: PrivateCups, queue_name: str
) -> None:
    private_cups.add_queue(queue_name, printer="failing")

    job = followed(printer, printer.submit(pdf_of(), queue=queue_name, title="t"), is_over)

    assert (job.state, job.message) == ("failed", "the drum is broken")


def test_a_jam_is_told_while_it_lasts_and_a_job_that_was_taken_back_has_failed(
    printer: CupsPrinter, private_cups: PrivateCups, queue_name: str
) -> None:
    private_cups.add_queue(queue_name, printer="jamming")
    jammed = printer.submit(pdf_of(), queue=queue_name, title="first")
    behind = printer.submit(pdf_of(), queue=queue_name, title="second")

    jammed = followed(printer, jammed, lambda job: "media-jam-error" in job.message)
    assert (jammed.state, jammed.message) == ("printing", "paper jam in tray 1; media-jam-error")
    assert printer.state(behind).state == "queued"

    assert printer.cancel(behind).state == "failed"
    private_cups.clear_jam()
    assert followed(printer, jammed, is_over).state == "done"
    assert printer.cancel(jammed).state == "done"


def test_a_job_held_up_by_a_queue_that_stopped_later_says_why(
    printer: CupsPrinter, private_cups: PrivateCups, queue_name: str
) -> None:
    private_cups.add_queue(queue_name, printer="jamming")
    first = printer.submit(pdf_of(), queue=queue_name, title="first")
    second = printer.submit(pdf_of(), queue=queue_name, title="second")
    followed(printer, first, lambda job: job.state == "printing")

    private_cups.run("cupsdisable", "-r", "no toner", queue_name)

    second = followed(printer, second, lambda job: "no toner" in job.message)
    assert second.state == "queued"
    assert "paused" in second.message
    assert [printer.cancel(job).state for job in (second, first)] == ["failed", "failed"]


def test_a_job_that_the_spooler_does_not_know_is_unknown_with_its_words(printer: CupsPrinter) -> None:
    job = printer.state(PrintJob(job_id=f"{GOOD}-99999", queue=GOOD, state="queued", message=""))

    assert job.state == "unknown"
    assert "99999" in job.message


def test_without_a_server_there_are_no_queues_and_printing_says_so(printer: CupsPrinter, tmp_path: Path) -> None:
    for server in ("127.0.0.1:1", str(tmp_path / "no.sock")):
        away = CupsPrinter(server=server)

        assert away.queues() == ()
        error = refusal(away, queue=GOOD)
        assert error.code == "spooler_missing"
        assert "not running" in error.params["said"].lower()
        assert away.state(PrintJob(job_id="good-1", queue=GOOD, state="queued", message="")).state == "unknown"


def test_without_the_commands_there_are_no_queues_and_printing_says_so(
    printer: CupsPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert printer.queues() == ()
    assert refusal(printer, queue=GOOD).code == "spooler_missing"
    assert CupsPrinter().state(PrintJob(job_id="good-1", queue=GOOD, state="queued", message="")).state == "unknown"


def test_a_command_that_hangs_is_told_within_its_time(
    private_cups: PrivateCups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "lpstat"
    hanging.write_text("#!/bin/sh\nexec cat /proc/self/fd/3 3<>'" + str(tmp_path / "fifo") + "'\n", encoding="utf-8")
    hanging.chmod(0o755)
    os.mkfifo(tmp_path / "fifo")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    printer = CupsPrinter(server=private_cups.server, timeout_seconds=0.2)

    error = refusal(printer, queue=GOOD)

    assert error.code == "printer_timeout"
    assert error.params == {"queue": GOOD, "seconds": "0.2"}
    with pytest.raises(EnvironmentProblem, match="printer_timeout"):
        printer.queues()


def test_a_server_that_answers_something_else_leaves_the_job_unknown(printer: CupsPrinter) -> None:
    import http.server

    class Chatter(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = b"hello" if self.server.turns.pop() else b"\1\1\0\0\0\0\0\1\1\x47\0\xffx"
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Chatter) as server:
        server.turns = [True, False]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        odd = CupsPrinter(server=f"127.0.0.1:{server.server_port}")
        jobs = [odd.state(PrintJob(job_id="good-1", queue=GOOD, state="queued", message="")) for _ in range(2)]
        server.shutdown()
        thread.join()

    assert {(job.state, job.message) for job in jobs} == {
        ("unknown", "not an answer of the Internet Printing Protocol")
    }


def test_bytes_that_are_no_pdf_are_not_handed_over(printer: CupsPrinter, private_cups: PrivateCups) -> None:
    for wrong in (b"", b"plain text"):
        with pytest.raises(EnvironmentProblem) as caught:
            printer.submit(wrong, queue=GOOD, title="wrong")
        assert caught.value.code == "printer_failed"


def test_the_file_printer_writes_each_job_to_a_file_of_its_own(tmp_path: Path) -> None:
    printer: Printer = FilePrinter(tmp_path / "out")
    assert printer.queues() == (QUEUE,)
    first = printer.submit(b"%PDF-1", queue=QUEUE, title="受理通知书")
    second = printer.submit(b"%PDF-2", queue="", title="受理通知书", copies=3)

    assert [job.state for job in (first, second, printer.state(first))] == ["done"] * 3
    assert [Path(job.message).name for job in (first, second)] == ["受理通知书.pdf", "受理通知书 (2).pdf"]
    assert [Path(job.message).read_bytes() for job in (first, second)] == [b"%PDF-1", b"%PDF-2"]
    assert len(list((tmp_path / "out").iterdir())) == 2
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(Path(first.message).stat().st_mode) == 0o666 & ~mask
    Path(first.message).unlink()
    assert printer.state(first).state == "unknown"


def test_many_programs_print_into_one_folder_without_losing_a_sheet(tmp_path: Path) -> None:
    def work(start: int) -> None:
        for number in range(start, start + 10):
            FilePrinter(tmp_path).submit(str(number).encode(), queue=QUEUE, title="t")

    threads = [threading.Thread(target=work, args=(start,)) for start in range(0, 40, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(int(path.read_bytes()) for path in tmp_path.iterdir()) == list(range(40))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "_.._etc_passwd.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j.pdf"),
        ("两\n行\0 ", "两 行.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.x", "_nul.x.pdf"),
        ("...", "_.pdf"),
        ("证" * 200, "证" * 60 + ".pdf"),
        ("Cafe\u0301", "Caf\u00e9.pdf"),
    ],
)
def test_a_file_is_named_after_its_title_as_near_as_can_be(tmp_path: Path, title: str, name: str) -> None:
    job = FilePrinter(tmp_path).submit(b"%PDF", queue=QUEUE, title=title)

    assert job.job_id == name
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_written_and_a_foreign_queue_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert refusal(FilePrinter(tmp_path / "file"), queue=QUEUE).code == "print_file_failed"
    assert refusal(FilePrinter(tmp_path), queue=GOOD).code == "printer_unknown"
