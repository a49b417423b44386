"""What recording one act costs through unit of work and storage, against the same rows written by bare sqlite3.

Both write, in one durable transaction (WAL, synchronous=FULL): the act, its payload, its fate, the row of its case and
the search index of that case. Ours does more (encryption, canonical form, hash chain, procedure, fold, checks), and the
ratio says what that costs. Run as a script; it prints the ratio, the parts, and the share of waiting for the disk.
Beside it stands the ratio against bare sqlcipher3, the same kind of file: what is left there is not encryption.
CLERK_BENCH_DIR names another folder, and so another disk.

Three kinds of acts: a new case (all five rows), its acceptance (its row changes, the index does not), and a note (neither
changes). The bare side is told which columns change and what to write; ours finds it out.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlcipher3.dbapi2

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from clerk_app.devices.clock import InjectedClock  # noqa: E402 — run as a script from anywhere
from clerk_app.devices.high_water_mark import FileHighWaterMark  # noqa: E402
from clerk_app.domain.acts.base import Act, CaseId, StaffId  # noqa: E402
from clerk_app.domain.acts.case import (  # noqa: E402
    Accepted,
    Applicant,
    ApplicantType,
    Channel,
    IdType,
    MaterialsReceived,
    NoteAdded,
)
from clerk_app.domain.catalogue import Kind  # noqa: E402
from clerk_app.domain.guards import Situation, may_follow  # noqa: E402
from clerk_app.domain.keys import case_stream  # noqa: E402
from clerk_app.domain.listing import Identity, NewAct  # noqa: E402
from clerk_app.services.seed import found_office, office_seed, training_staff  # noqa: E402
from clerk_app.storage.engine import driver_of  # noqa: E402
from clerk_app.storage.search_index import gram_text, lines_of  # noqa: E402
from clerk_app.storage.store import LocalStore, create_store  # noqa: E402
from tests.bench.figures import publish  # noqa: E402

AIM = 3.0
ROUNDS = 400
WARM = 40
STEP = 10
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Rows:
    """The rows of one recorded act, as they stand in our own file."""

    act: tuple[object, ...]
    body: str
    fate: tuple[object, ...]
    case: dict[str, object]
    entry: tuple[object, ...]
    grams: str


def applicant(number: int) -> Applicant:
    name = f"台山市{'东西南北中'[number % 5]}门{number}号气体有限公司"
    return Applicant(
        ApplicantType.ENTITY,
        name,
        IdType.CREDIT_CODE,
        f"91440781MA{number:08d}",
        "曾伟",
        "台城环城路1号",
        "陈小明",
        "13800138000",
    )


class Ours:
    """Recording through the unit of work: read the case, ask the procedure, append, commit."""

    def __init__(self, folder: Path) -> None:
        self.clock = InjectedClock(START)
        self.store: LocalStore = create_store(
            folder,
            key=os.urandom(32),
            identity=Identity("W01", "440781YJ", "01", founder=True, training=True),
            clock=self.clock,
            marks=FileHighWaterMark(folder / "marks"),
            program_version="bench",
        )
        with self.store.unit_of_work() as uow:
            found_office(uow, office_seed(), training_staff(), passwords={})
            uow.commit()
        self.office = self.store.reading().office()
        self.cases: list[CaseId] = []

    def receive(self, number: int) -> None:
        self.clock.advance(timedelta(seconds=1))
        today = self.clock.today()
        with self.store.unit_of_work() as uow:
            case = CaseId(uow.new_id())
            act = MaterialsReceived(
                f"440781YJ202601{number:05d}00", "WHJY", Kind.NEW, applicant(number), Channel.WINDOW
            )
            uow.append([NewAct(case_stream(case), act, today)], actor=StaffId("clerk"))
            uow.commit()
        self.cases.append(case)

    def accept(self, number: int) -> None:
        self._further(number, Accepted(1))

    def note(self, number: int) -> None:
        self._further(number, NoteAdded(f"第{number}次电话通知申请人"))

    def _further(self, number: int, act: Act) -> None:
        self.clock.advance(timedelta(seconds=1))
        today = self.clock.today()
        actor = self.office.member("clerk")
        with self.store.unit_of_work() as uow:
            case = uow.reader.case(self.cases[number])
            faults = may_follow(Situation(case, act, actor.staff_id, actor.roles, today, today, self.clock.now()))
            assert not faults, faults
            uow.append([NewAct(case_stream(case.case_id), act, today)], actor=actor.staff_id)
            uow.commit()

    def rows(self) -> Rows:
        """Return the rows of the newest act and of its case."""
        with self.store.snapshot() as connection:
            driver = driver_of(connection)
            act = driver.execute("SELECT * FROM act ORDER BY key DESC LIMIT 1").fetchone()
            (body,) = driver.execute("SELECT body FROM payload WHERE act_key = ?", (act[0],)).fetchone()
            fate = driver.execute("SELECT * FROM act_fate WHERE act_key = ?", (act[0],)).fetchone()
            case_id = act[3].split(":")[1]
            cursor = driver.execute("SELECT * FROM case_row WHERE case_id = ?", (case_id,))
            case = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
            entry = driver.execute("SELECT * FROM search_entry WHERE ref = ?", (case_id,)).fetchone()
        return Rows(act, body, fate, case, entry, gram_text(list(lines_of(entry[3]))))

    def schema(self) -> list[str]:
        with self.store.snapshot() as connection:
            rows = driver_of(connection).execute(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
                " AND (tbl_name IN ('act', 'payload', 'act_fate', 'case_row', 'search_entry') OR name = 'search_gram')"
                " ORDER BY type DESC"
            )
            return [sql for (sql,) in rows]


class Bare:
    """The same rows by a bare driver, prepared beforehand: nothing but the writing is timed."""

    def __init__(self, driver: sqlite3.Connection, schema: list[str], *, durable: bool = True) -> None:
        self.driver = driver
        self.driver.execute("PRAGMA journal_mode=WAL")
        self.driver.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")
        self.driver.execute("PRAGMA foreign_keys=ON")
        for sql in schema:
            # The library of this Python may be older: no contentless delete, no octet_length, no STRICT.
            plain = sql.replace("contentless_delete=1, ", "").replace("octet_length", "length").replace(" STRICT", "")
            self.driver.execute(plain.replace("STRICT", "").rstrip().removesuffix(","))
        self.key = 0
        self.cases: list[str] = []

    def receive(self, rows: Rows) -> None:
        run = self.driver.execute
        run("BEGIN IMMEDIATE")
        self._act(rows)
        case = [f"{self.key}-{rows.case['case_id']}", *list(rows.case.values())[1:]]
        run(f"INSERT INTO case_row VALUES ({_marks(case)})", case)
        run("INSERT INTO search_entry VALUES (?, ?, ?, ?)", (self.key, rows.entry[1], case[0], rows.entry[3]))
        run("INSERT INTO search_gram (rowid, grams) VALUES (?, ?)", (self.key, rows.grams))
        run("COMMIT")
        self.cases.append(case[0])

    def further(self, number: int, rows: Rows, changed: dict[str, object]) -> None:
        run = self.driver.execute
        run("BEGIN IMMEDIATE")
        self._act(rows)
        if changed:
            words = ", ".join(f"{name} = ?" for name in changed)
            run(f"UPDATE case_row SET {words} WHERE case_id = ?", (*changed.values(), self.cases[number]))
        run("COMMIT")

    def _act(self, rows: Rows) -> None:
        self.key += 1
        act = [self.key, f"{self.key}-{rows.act[1]}", *rows.act[2:8], self.key, *rows.act[9:]]
        self.driver.execute(f"INSERT INTO act VALUES ({_marks(act)})", act)
        self.driver.execute("INSERT INTO payload VALUES (?, ?)", (self.key, rows.body))
        self.driver.execute(f"INSERT INTO act_fate VALUES ({_marks(rows.fate)})", (self.key, *rows.fate[1:]))


def _marks(row: object) -> str:
    return ", ".join("?" * len(row))


def _receive(side: Bare, rows: Rows) -> Callable[[int], None]:
    def write(_: int) -> None:
        side.receive(rows)

    return write


def _further(side: Bare, rows: Rows, changed: dict[str, object]) -> Callable[[int], None]:
    def write(number: int) -> None:
        side.further(number, rows, changed)

    return write


def timed(work: Callable[[int], None], count: int, *, first: int = 0) -> list[float]:
    found = []
    for number in range(first, first + count):
        start = time.perf_counter()
        work(number)
        found.append((time.perf_counter() - start) * 1e6)
    return found


def fsync_us(folder: Path) -> float:
    """Return what one durable append of some pages costs this disk."""
    with (folder / "fsync").open("wb") as file:

        def flush(_: int) -> None:
            file.write(b"x" * 8192)
            file.flush()
            os.fdatasync(file.fileno())

        return statistics.median(timed(flush, 100))


@dataclass(frozen=True)
class Sides:
    """Who writes the same thing: ours, bare sqlite3, the same without waiting for the disk, bare sqlcipher3."""

    ours: Callable[[int], None]
    bare: Callable[[int], None]
    lazy: Callable[[int], None]
    encrypted: Callable[[int], None]


def compare(name: str, sides: Sides) -> float:
    """Time all in turns, so that a busy machine burdens them alike; print and return the ratio of the medians."""
    works = (sides.ours, sides.bare, sides.lazy, sides.encrypted)
    found: tuple[list[float], ...] = ([], [], [], [])
    for start in range(1, ROUNDS, STEP):
        for times, work in zip(found, works, strict=True):
            times.extend(timed(work, STEP, first=start))
    mine, theirs, unsynced, encrypted = (statistics.median(times[WARM:]) for times in found)
    waiting = max(theirs - unsynced, 0)
    print(
        f"{name}: {mine / theirs:.2f} x ({mine:.0f} us against {theirs:.0f} us), {mine / encrypted:.2f} x bare sqlcipher3 "
        f"({encrypted:.0f} us); waiting for the disk {waiting:.0f} us: {waiting / mine:.0%} of ours, "
        f"{waiting / theirs:.0%} of the bare ones"
    )
    return mine / theirs


def main() -> int:
    """Print the ratios; 1 if one is above the aim."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("CLERK_BENCH_DIR")) as name:
        folder = Path(name)
        ours = Ours(folder / "ours")
        with closing(ours.store):
            ours.receive(0)
            rows, schema = ours.rows(), ours.schema()
            locked = sqlcipher3.dbapi2.connect(str(folder / "locked.db"), isolation_level=None)
            locked.execute(f"PRAGMA key=\"x'{os.urandom(32).hex()}'\"")
            bare = (
                Bare(sqlite3.connect(folder / "bare.db", isolation_level=None), schema),
                Bare(sqlite3.connect(folder / "lazy.db", isolation_level=None), schema, durable=False),
                Bare(locked, schema),
            )
            for side in bare:
                side.receive(rows)
            ratios = [compare("new case", Sides(ours.receive, *(_receive(side, rows) for side in bare)))]
            ours.accept(0)
            after = ours.rows()
            told = {name: cell for name, cell in after.case.items() if cell != rows.case[name]}
            ratios.append(compare("acceptance", Sides(ours.accept, *(_further(side, after, told) for side in bare))))
            ours.note(0)
            note = ours.rows()
            ratios.append(compare("note", Sides(ours.note, *(_further(side, note, {}) for side in bare))))
        print(f"one flush of two pages on this disk: {fsync_us(folder):.0f} us; aim: at most {AIM} x")
    publish(
        "record_act",
        what="recording one act (the dearest of three kinds) / the same rows by bare sqlite3, one durable transaction",
        figure=f"{max(ratios):.2f}× (aim ≤ {AIM}×)",
        by="python tests/bench/bench_record_act.py",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
