"""A real encrypted database in a temporary folder, founded with the seed of the training office."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clerk_app.devices.clock import InjectedClock
from clerk_app.domain.acts.base import Act, CaseId, Record, StaffId
from clerk_app.domain.acts.case import (
    Applicant,
    ApplicantType,
    Channel,
    IdType,
    MaterialsReceived,
    NumberGiven,
)
from clerk_app.domain.catalogue import Kind
from clerk_app.domain.keys import case_stream
from clerk_app.domain.listing import Identity, NewAct
from clerk_app.services.seed import found_office, office_seed, training_staff
from clerk_app.storage.store import LocalStore, create_store, database_path, open_store

KEY = bytes(range(32))
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CLERK = StaffId("clerk")


class Marks:
    """A high-water mark that lives as long as the test, outside the database."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}

    def get(self, name: str) -> int:
        return self.values.get(name, 0)

    def raise_to(self, name: str, value: int) -> None:
        self.values[name] = max(value, self.get(name))


class Window:
    """One workstation: its folder, its clock, its marks, and short ways to write."""

    def __init__(self, folder: Path, *, code: str = "W01", founder: bool = True, template: Path | None = None) -> None:
        self.folder = folder
        self.clock = InjectedClock(START)
        self.marks = Marks()
        self.identity = Identity(code, "440781YJ", code[1:], founder, True)
        if template is not None:
            folder.mkdir()
            shutil.copyfile(template, database_path(folder))
            self.store = open_store(folder, key=KEY, clock=self.clock, marks=self.marks, program_version="1.0")
        else:
            self.store = create_store(
                folder, key=KEY, identity=self.identity, clock=self.clock, marks=self.marks, program_version="1.0"
            )

    def found(self) -> None:
        with self.store.unit_of_work() as uow:
            found_office(uow, office_seed(), training_staff(), passwords={})
            uow.commit()

    def reopen(self) -> LocalStore:
        self.store.close()
        self.store = open_store(self.folder, key=KEY, clock=self.clock, marks=self.marks, program_version="1.0")
        return self.store

    def record(self, case_id: str, *acts: Act, on: date | None = None, actor: StaffId = CLERK) -> tuple[Record, ...]:
        """Write acts of one case as one group, a second later than the last."""
        self.clock.advance(timedelta(seconds=1))
        with self.store.unit_of_work() as uow:
            day = on or self.clock.today()
            written = uow.append([NewAct(case_stream(case_id), act, day) for act in acts], actor=actor)
            uow.commit()
        return written

    def receive(self, name: str = "台山市三合气体有限公司", **more: object) -> CaseId:
        """Take an application in and return its case."""
        with self.store.unit_of_work() as uow:
            case_id = CaseId(uow.new_id())
            uow.commit()
        self.record(case_id, received(name, **more))
        return case_id

    def number(self, case_id: str, *, series: str = "acceptance_notice") -> NumberGiven:
        """Give the case a number of a series."""
        with self.store.unit_of_work() as uow:
            taken = uow.take_number(series, self.clock.today().year)
            given = NumberGiven(taken.series, taken.year, taken.serial, taken.text, series)
            uow.append([NewAct(case_stream(case_id), given, self.clock.today())], actor=CLERK)
            uow.commit()
        return given

    def sql(self, *statements: str) -> None:
        """Change the file behind the program's back."""
        with self.store.writing() as driver:
            for statement in statements:
                driver.execute(statement)


def received(name: str = "台山市三合气体有限公司", **more: object) -> MaterialsReceived:
    """Return the receipt of an application; keywords replace fields of it or of the applicant."""
    applicant = {
        "type": ApplicantType.ENTITY,
        "name": name,
        "id_type": IdType.CREDIT_CODE,
        "id_number": "91440781MA7EJG4D43",
        "legal_representative": "曾伟",
        "address": "广东省江门市台山市三合镇环城路11号",
        "contact": "𬭊小明",
        "phone": "17836626278",
    }
    applicant.update({key: more.pop(key) for key in list(more) if key in applicant})
    fields = {"case_no": f"440781YJ202601{abs(hash(name)) % 100000:05d}00", "item": "WHJY", "item_kind": Kind.NEW}
    fields.update(more)
    return MaterialsReceived(applicant=Applicant(**applicant), channel=Channel.WINDOW, **fields)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an office just founded, made once: founding is tested elsewhere."""
    made = Window(tmp_path_factory.mktemp("founded") / "W01")
    made.found()
    made.store.close()
    return database_path(made.folder)


@pytest.fixture
def new_window(tmp_path: Path) -> Iterator[Callable[..., Window]]:
    made: list[Window] = []

    def make(code: str = "W01", *, founder: bool = True, template: Path | None = None) -> Window:
        made.append(Window(tmp_path / code, code=code, founder=founder, template=template))
        return made[-1]

    yield make
    for window in made:
        window.store.close()


@pytest.fixture
def window(new_window: Callable[..., Window], founded: Path) -> Window:
    """A founded training office at its first workstation."""
    return new_window(template=founded)
