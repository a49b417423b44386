"""Rules of the source that no linter knows; each names the places that break it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "clerk_app"
MAX_LINES = 500
# All three are pure: a coder, a canonical form, and a table of readings that is loaded when the first name is read.
DOMAIN_LIBRARIES = {"msgspec", "pypinyin", "rfc8785"}
WORLD = {
    "asyncio",
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
}
TRANSLATORS = {"tr", "translate", "mark", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would take, so that an unpacked archive without git fails loudly, not silently."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def trees(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    found = sorted(folder.rglob("*.py"))
    assert found, folder
    for path in found:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def is_computed(argument: ast.expr) -> bool:
    """Whether a text is put together at run time: the extractor takes it, and it never matches."""
    if isinstance(argument, ast.JoinedStr):
        return True
    holds_text = any(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in ast.walk(argument))
    is_formatted = isinstance(argument, ast.Call) and called_name(argument) == "format"
    return holds_text and (is_formatted or isinstance(argument, ast.BinOp))


def test_no_file_is_longer_than_500_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in tracked("*.py", "*.spec", "*.sh")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert long == {}


def test_translated_texts_are_literals() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in trees(PACKAGE)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called_name(node) in TRANSLATORS and any(map(is_computed, node.args))
    ]
    assert wrong == []


def test_the_check_of_translated_texts_sees_an_f_string() -> None:
    call = ast.parse('self.tr(f"共 {n} 件")', mode="eval").body
    assert isinstance(call, ast.Call)
    assert called_name(call) in TRANSLATORS
    assert any(map(is_computed, call.args))


def test_the_wall_clock_is_read_in_one_file_only() -> None:
    readers = {
        name
        for name, tree in trees(PACKAGE)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"today", "now", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime"}
    }
    assert len(readers) == 1, readers


def test_domain_imports_the_standard_library_and_pure_libraries_only() -> None:
    allowed = (set(sys.stdlib_module_names) - WORLD) | DOMAIN_LIBRARIES | {"clerk_app"}
    wrong = [
        f"{name}:{node.lineno} {module}"
        for name, tree in trees(PACKAGE / "domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in imported(node)
        if module.split(".")[0] not in allowed
    ]
    assert wrong == []


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if node.level == 0 else []


def test_no_tracked_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    roots = {f"{ROOT.parent}/", f"{Path.home()}/"} - {"//", "/"}
    wrong = []
    for path in tracked():
        data = path.read_bytes()
        wrong += [
            f"{path.relative_to(ROOT)}: {root}" for root in roots if b"\0" not in data[:4096] and root.encode() in data
        ]
    assert wrong == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    banned = {"skip", "skipif", "xfail", "importorskip"}
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in trees(ROOT / "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in banned and ast.unparse(node).startswith("pytest.")
    ]
    assert wrong == []
