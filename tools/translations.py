"""Keep the catalogues in step with the source: extract the texts, list what has no translation, take translations, compile.

    python tools/translations.py                  extract, list what is missing (context, source, tab-separated), compile
    python tools/translations.py --fill FILE      take lines "context<TAB>source<TAB>translation" (or "source<TAB>translation"), then as above
    python tools/translations.py --check          change nothing; fail if extraction would, or if anything is unfinished

A line break inside a text is written as a backslash and an n.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "i18n"
OTHERS = {"clerk_app/selftest.py"}
"""Asks for a word of Qt's own, which is not ours to translate."""
OPTIONS = (
    *("-locations", "none", "-no-obsolete", "-silent", "-source-language", "zh_CN"),
    *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
    # The tables of `wording` and two of the window's import the mark under a short name.
    *("-tr-function-alias", "QT_TRANSLATE_NOOP+=N"),
)


def tool(name: str) -> str:
    """Return a program that came with the Qt of this Python."""
    found = shutil.which(name, path=os.fspath(Path(sys.executable).parent))
    if found is None:
        sys.exit(f"translations: {name} is missing: run make setup")
    return found


def sources() -> list[str]:
    """Return the files that hold texts, relative to the checkout."""
    found = (path.relative_to(ROOT).as_posix() for path in (ROOT / "clerk_app").rglob("*.py"))
    return sorted(name for name in found if name not in OTHERS)


def catalogues() -> list[Path]:
    """Return the catalogues that are shipped."""
    return sorted(CATALOGUES.glob("clerk_*.ts"))


def extract(catalogue: Path) -> None:
    """Bring a catalogue to the texts of the source: new ones come in untranslated, dead ones go."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "sources.lst"
        listing.write_text("\n".join(sources()), encoding="utf-8")
        language = catalogue.stem.removeprefix("clerk_")
        command = [tool("pyside6-lupdate"), f"@{listing}", *OPTIONS]
        command += ["-target-language", language, "-ts", str(catalogue)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def parsed(catalogue: Path) -> ET.ElementTree[ET.Element]:
    """Return a catalogue as XML."""
    return ET.parse(catalogue)  # noqa: S314 — a file of this checkout


def messages(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, source text and the element of the translation of each message."""
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                sys.exit(f"translations: not written by lupdate: {message.findtext('source')}")
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def unfinished(catalogue: Path) -> list[tuple[str, str]]:
    """Return context and source text of what has no translation yet."""
    found = messages(parsed(catalogue))
    return [(name, text) for name, text, said in found if said.get("type") == "unfinished" or not said.text]


def fill(catalogue: Path, file: Path) -> None:
    """Take translations from a file; a line with a context goes before one without."""
    words: dict[tuple[str, str], str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        parts = [part.replace("\\n", "\n") for part in line.split("\t")]
        if len(parts) in (2, 3) and parts[-1]:
            words["" if len(parts) == 2 else parts[0], parts[-2]] = parts[-1]
    tree = parsed(catalogue)
    for name, text, said in messages(tree):
        found = words.get((name, text), words.get(("", text)) if said.get("type") == "unfinished" else None)
        if found is not None:
            said.text = found
            said.attrib.pop("type", None)
    body = ET.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_catalogue(catalogue: Path) -> None:
    """Write the .qm that the program loads."""
    command = [tool("pyside6-lrelease"), "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))]
    subprocess.run(command, cwd=ROOT, check=True)


def check() -> int:
    """Say what is wrong with the catalogues, changing nothing; the number of complaints."""
    complaints: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for catalogue in catalogues():
            copy = Path(folder) / catalogue.name
            shutil.copyfile(catalogue, copy)
            extract(copy)
            if copy.read_bytes() != catalogue.read_bytes():
                complaints.append(f"{catalogue.name}: extraction leaves a difference; run tools/translations.py")
            complaints += [f"{catalogue.name}: not translated: {name}\t{text}" for name, text in unfinished(copy)]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return len(complaints)


def main() -> int:
    """Do what the command line asks; the exit code is 0 when the catalogues are complete."""
    parser = argparse.ArgumentParser(description="Keep the catalogues in step with the source.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if something would change")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take translations from tab-separated lines")
    asked = parser.parse_args()
    if asked.check:
        return 1 if check() else 0
    missing = 0
    for catalogue in catalogues():
        extract(catalogue)
        if asked.fill:
            fill(catalogue, asked.fill)
            extract(catalogue)
        for name, text in unfinished(catalogue):
            print(name, text.replace("\n", "\\n"), sep="\t")
            missing += 1
        compile_catalogue(catalogue)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
