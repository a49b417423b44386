"""Make the faces under resources/fonts from their published packages: subset, rename, strip; it changes nothing else.

Run it only to change the faces; the outputs are committed, so that a machine that builds or runs the program needs none of the sources.
Needs fontTools, npm, apt-get, dpkg-deb and a Debian machine. The outputs are the same bytes for the same packages.

    python tools/make_fonts.py            # fetches the packages into a temporary folder
    python tools/make_fonts.py SOURCES    # takes the packages from a folder that holds them
"""

from __future__ import annotations

import bz2
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
NPM_PACKAGES = ("@expo-google-fonts/noto-sans-sc@0.4.3", "@expo-google-fonts/noto-serif-sc@0.4.3")
DEBIAN_PACKAGES = ("fonts-lxgw-wenkai", "fonts-hanazono", "unicode-data")

HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
SUPPLEMENTARY_HAN = ((0x20000, 0x3FFFF),)
SYMBOL_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # · × ° § ± and Latin letters of foreign names
    (0x0100, 0x017F),
    (0x0391, 0x03C9),  # Greek, for chemical names
    (0x0410, 0x0451),
    (0x2010, 0x2033),  # dashes, quotation marks, ellipsis, per mille
    (0x203B, 0x203B),
    (0x2070, 0x209C),  # superscripts and subscripts of formulae
    (0x20AC, 0x20AC),
    (0x2103, 0x2103),
    (0x2116, 0x2116),
    (0x2160, 0x217B),
    (0x2190, 0x2193),
    (0x2200, 0x22BF),
    (0x2460, 0x24E9),
    (0x2500, 0x2573),
    (0x25A0, 0x25CF),
    (0x2605, 0x2606),
    (0x2713, 0x2717),
    (0x3000, 0x303F),  # 〔〕《》「」【】、。々〇
    (0x31C0, 0x31E3),
    (0x3220, 0x3229),
    (0x3300, 0x33FF),  # ㎡ ㎏ ㏄
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFFEE),
)


@dataclass(frozen=True, slots=True)
class Face:
    """One output: where its outlines come from and which characters it keeps (`core`, `all` or `rare`)."""

    name: str
    source: str
    keeps: str
    licence: str


FACES = (
    Face("ClerkSans", "package/400Regular/NotoSansSC_400Regular.ttf", "all", "OFL-NotoSansSC.txt"),
    Face("ClerkSansBold", "package/700Bold/NotoSansSC_700Bold.ttf", "core", "OFL-NotoSansSC.txt"),
    Face("ClerkSong", "package/400Regular/NotoSerifSC_400Regular.ttf", "core", "OFL-NotoSerifSC.txt"),
    Face("ClerkTitle", "package/700Bold/NotoSerifSC_700Bold.ttf", "core", "OFL-NotoSerifSC.txt"),
    Face("ClerkKai", "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "core", "OFL-LXGWWenKai.txt"),
    Face("ClerkRare", "usr/share/fonts/truetype/hanazono/HanaMinB.ttf", "rare", "Hanazono.txt"),
)
LICENCES = (
    ("OFL-NotoSansSC.txt", "*noto-sans-sc*/package/LICENSE_FONT"),
    ("OFL-NotoSerifSC.txt", "*noto-serif-sc*/package/LICENSE_FONT"),
    ("OFL-LXGWWenKai.txt", "usr/share/doc/fonts-lxgw-wenkai/copyright"),
    ("Hanazono.txt", "usr/share/doc/fonts-hanazono/copyright"),
)
TABLES_DROPPED = (
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "VORG", "vhea", "vmtx", "STAT", "MVAR", "HVAR", "VVAR", "DSIG", "kern",
    "hdmx", "VDMX", "LTSH", "PCLT", "FFTM", "meta",
)  # fmt: skip


def fetch(folder: Path) -> None:
    """Put the published packages of the sources into `folder`."""
    npm = shutil.which("npm")
    apt_get = shutil.which("apt-get")
    if npm is None or apt_get is None:
        sys.exit("npm and apt-get are needed to fetch the font packages")
    subprocess.run([npm, "pack", "--silent", *NPM_PACKAGES], cwd=folder, check=True)
    subprocess.run([apt_get, "download", *DEBIAN_PACKAGES], cwd=folder, check=True)


def unpack(packages: Path, folder: Path) -> None:
    """Unpack every package of `packages` into a folder of its own under `folder`."""
    for archive in sorted(packages.glob("*.tgz")):
        with tarfile.open(archive) as opened:
            opened.extractall(folder / archive.stem, filter="data")
    dpkg_deb = shutil.which("dpkg-deb")
    if dpkg_deb is None:
        sys.exit("dpkg-deb is needed to unpack the font packages")
    for package in sorted(packages.glob("*.deb")):
        subprocess.run([dpkg_deb, "-x", str(package), str(folder / package.stem)], check=True)


def found(folder: Path, pattern: str) -> Path:
    """Return the one file below `folder` that ends with `pattern`."""
    matches = sorted(folder.glob(f"**/{pattern}"))
    if len(matches) != 1:
        sys.exit(f"{pattern}: {len(matches)} files, expected one")
    return matches[0]


def core_characters(unpacked: Path) -> set[int]:
    """GB 2312, the 8105 characters of 通用规范汉字表 (kTGH) and the symbols of forms."""
    characters = {code for first, last in SYMBOL_BLOCKS for code in range(first, last + 1)}
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            characters.update(map(ord, bytes((row, cell)).decode("gb2312", errors="ignore")))
    for table in sorted(unpacked.glob("**/Unihan_*.txt.bz2")):
        with bz2.open(table, "rt", encoding="utf-8") as lines:
            characters.update(int(line[2 : line.index("\t")], 16) for line in lines if "\tkTGH\t" in line)
    return characters


def kept_characters(face: Face, *, core: set[int]) -> set[int]:
    """The characters that `face` keeps if its source has them."""
    if face.keeps == "core":
        return core
    blocks = SUPPLEMENTARY_HAN if face.keeps == "rare" else HAN_BLOCKS
    han = {code for first, last in blocks for code in range(first, last + 1)}
    return han if face.keeps == "rare" else han | core


def rename(font: TTFont, name: str) -> None:
    """Give the face its own family, full and PostScript name: licences reserve the old ones, and reportlab caches by PostScript name."""
    table = font["name"]
    notices = {identifier: table.getDebugName(identifier) for identifier in (0, 13, 14)}
    table.names = []
    texts = {1: name, 2: "Regular", 3: f"{name};1.0", 4: name, 5: "Version 1.000", 6: name}
    texts.update({identifier: text for identifier, text in notices.items() if text})
    for identifier, text in sorted(texts.items()):
        table.setName(text, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x21) | 0x40
    font["OS/2"].fsType = 0
    font["head"].macStyle = 0


def make(face: Face, *, source: Path, characters: set[int]) -> Path:
    """Write the subset of `source` that keeps `characters` under the name of `face`."""
    font = TTFont(source, recalcTimestamp=False, lazy=True)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_cmap = False
    options.recalc_timestamp = False
    options.drop_tables += [*TABLES_DROPPED]
    subsetter = subset.Subsetter(options=options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    rename(font, face.name)
    target = TARGET / f"{face.name}.ttf"
    font.save(target, reorderTables=True)
    return target


def main() -> None:
    """Make all faces and copy the licence texts beside them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        packages, unpacked = Path(work) / "packages", Path(work) / "unpacked"
        packages.mkdir()
        if len(sys.argv) > 1:
            packages = Path(sys.argv[1]).resolve()
        else:
            fetch(packages)
        unpack(packages, unpacked)
        core = core_characters(unpacked)
        for face in FACES:
            target = make(face, source=found(unpacked, face.source), characters=kept_characters(face, core=core))
            print(
                f"{target.name}: {target.stat().st_size / 1e6:.2f} MB, {len(TTFont(target).getBestCmap())} characters"
            )
        for name, pattern in LICENCES:
            (TARGET / name).write_bytes(found(unpacked, pattern).read_bytes())


if __name__ == "__main__":
    main()
