"""Workbooks made to harm: each is refused before the reader behind is asked, in a moment and in little memory."""

import io
import random
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from clerk_app.devices.tables.reader import read_table
from clerk_app.devices.tables.workbook_guard import MAX_ENTRIES, inspect_workbook
from clerk_app.devices.tables.writer import write_sheet
from clerk_app.domain.errors import ClerkError, UsageProblem

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, bytes]:
    path = tmp_path / "原.xlsx"
    write_sheet(path, ["甲", "乙"], [["一", "二"], ["三", "四"]])
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


def sheet(rows: str) -> bytes:
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def refusal(data: bytes) -> str:
    with pytest.raises(UsageProblem) as caught:
        inspect_workbook(data)
    return caught.value.code


def test_an_honest_workbook_passes(parts: dict[str, bytes]) -> None:
    plan = inspect_workbook(packed(parts))
    assert (plan.name, plan.formulas) == ("数据", {})


def test_a_file_that_unpacks_to_much_more_than_it_is_is_refused(parts: dict[str, bytes]) -> None:
    data = packed({**parts, "xl/media/x.xml": b"a" * 50_000_000})
    assert len(data) < 100_000
    assert refusal(data) == "table.bomb"


def test_a_false_size_in_the_contents_does_not_help(parts: dict[str, bytes]) -> None:
    data = bytearray(packed({**parts, "xl/x.xml": b"a" * 50_000_000}))
    central = data.rfind(b"xl/x.xml") - 46
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    assert refusal(bytes(data)) == "table.bomb"


def test_too_many_parts_are_refused(parts: dict[str, bytes]) -> None:
    assert refusal(packed({**parts, **{f"x{n}": b"" for n in range(MAX_ENTRIES)}})) == "table.bomb"


def test_two_parts_of_one_name_are_refused(parts: dict[str, bytes]) -> None:
    memory = io.BytesIO(packed(parts))
    with zipfile.ZipFile(memory, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, sheet(""))
    assert refusal(memory.getvalue()) == "table.damaged"


def test_a_cell_in_the_far_corner_is_refused(parts: dict[str, bytes]) -> None:
    far = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert refusal(packed({**parts, SHEET: far})) == "table.too_large"


def test_another_namespace_hides_nothing(parts: dict[str, bytes]) -> None:
    far = sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    for hidden in (far.replace(MAIN.encode(), b"urn:x"), far.replace(f' xmlns="{MAIN}"'.encode(), b"")):
        assert refusal(packed({**parts, SHEET: hidden})) == "table.too_large"
    prefixed = b'<x:worksheet xmlns:x="urn:x"><x:row r="1"><x:c r="B1"><x:f>A1</x:f></x:c></x:row></x:worksheet>'
    assert inspect_workbook(packed({**parts, SHEET: prefixed})).formulas == {(0, 1): "A1"}


def test_one_long_text_used_many_times_is_refused(parts: dict[str, bytes]) -> None:
    long = random.Random(1).randbytes(1_000_000).hex()
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 2001))
    shared = f'<?xml version="1.0"?><sst xmlns="{MAIN}"><si><t>{long}</t></si></sst>'.encode()
    del parts[SHARED]
    for name in (SHARED, SHARED.lower(), SHARED.replace("/", "\\")):
        assert refusal(packed({**parts, SHEET: sheet(rows), name: shared})) == "table.bomb"


def test_a_document_type_is_refused(parts: dict[str, bytes]) -> None:
    shared = f'<!DOCTYPE x [<!ENTITY a "aa">]><sst xmlns="{MAIN}"><si><t>&a;</t></si></sst>'.encode()
    assert refusal(packed({**parts, SHARED: shared})) == "table.damaged"


@pytest.mark.parametrize(
    "rows", ['<row r="0"><c r="A0"/></row>', '<row r="1"><c r="1A"/></row>', '<row r="x"/>', "<row>"]
)
def test_a_sheet_without_sense_is_refused(tmp_path: Path, parts: dict[str, bytes], rows: str) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(packed({**parts, SHEET: sheet(rows)}))
    with pytest.raises(UsageProblem) as caught:
        read_table(path)
    assert caught.value.code == "table.damaged"


def test_a_zip_file_of_another_kind_is_refused(parts: dict[str, bytes]) -> None:
    assert refusal(packed({"word/document.xml": b"<x/>"})) == "table.not_workbook"
    del parts[SHEET]
    assert refusal(packed(parts)) == "table.empty"


def test_a_password_is_told(parts: dict[str, bytes]) -> None:
    data = bytearray(packed(parts))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert refusal(bytes(data)) == "table.encrypted"


def test_formulas_are_found_where_cells_have_no_reference(parts: dict[str, bytes]) -> None:
    rows = "<row><c><v>1</v></c><c><f>A1+1</f><v>2</v></c></row><row><c><f>B1</f></c></row>"
    assert inspect_workbook(packed({**parts, SHEET: sheet(rows)})).formulas == {(0, 1): "A1+1", (1, 0): "B1"}


@pytest.mark.parametrize("seed", range(4))
def test_damaged_workbooks_never_crash_the_reader(tmp_path: Path, parts: dict[str, bytes], seed: int) -> None:
    chance = random.Random(seed)
    whole = packed(parts)
    path = tmp_path / "坏.xlsx"
    refused = 0
    for turn in range(150):
        if turn % 2:
            name = chance.choice(sorted(parts))
            path.write_bytes(packed({**parts, name: spoilt(parts[name], chance=chance)}))
        else:
            path.write_bytes(spoilt(whole, chance=chance))
        try:
            read_table(path)
        except ClerkError:
            refused += 1
    assert refused > 0


def spoilt(data: bytes, *, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(changed))
        changed[place : place + chance.randint(0, 9)] = chance.choice(
            [b"\0", b"9999999999", b"-1", b"<", b'"', b"\xff", b""]
        )
    return bytes(changed)


def test_a_bomb_is_refused_within_a_quarter_gigabyte(tmp_path: Path, parts: dict[str, bytes]) -> None:
    far = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="XFD900000"><v>1</v></c></row>')
    (tmp_path / "远.xlsx").write_bytes(packed({**parts, SHEET: far}))
    (tmp_path / "胀.xlsx").write_bytes(packed({**parts, "xl/x.xml": b"a" * 90_000_000}))
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))\n"
        "from pathlib import Path\n"
        "from clerk_app.devices.tables.reader import read_table\n"
        "from clerk_app.domain.errors import UsageProblem\n"
        "for name in sys.argv[1:]:\n"
        "    try: read_table(Path(name))\n"
        "    except UsageProblem as exc: print(exc.code)\n"
    )
    files = [str(tmp_path / "远.xlsx"), str(tmp_path / "胀.xlsx")]
    done = subprocess.run([sys.executable, "-c", program, *files], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["table.too_large", "table.bomb"]
