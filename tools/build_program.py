"""Build the one-folder program from an environment that holds only what it needs, and let it prove itself.

The proof is the frozen program's own `self-test`, started in the root folder with an empty home: nothing of this checkout may help it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from make_venv import ROOT, bin_dir, bootstrap_uv, locked_sync, run

CLEAN = ROOT / "build" / "program-venv"
LOCK = ROOT / "requirements-program.lock"
PROGRAM = ROOT / "dist" / "clerk-app" / ("clerk-app.exe" if os.name == "nt" else "clerk-app")


def build() -> None:
    """Freeze the program into dist/clerk-app."""
    locked_sync(bootstrap_uv(), CLEAN, LOCK)
    arguments = ["--noconfirm", "--log-level", "WARN", "--distpath", "dist", "--workpath", "build/pyinstaller"]
    run([str(bin_dir(CLEAN) / "python"), "-m", "PyInstaller"], *arguments, "build_installer.spec")


def prove() -> int:
    """Run the frozen self-test with an empty home and no display; return its exit code."""
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "USERPROFILE": home, "PATH": os.defpath, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        if os.name == "nt":
            env["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return subprocess.run([str(PROGRAM), "self-test"], cwd="/", env=env, check=False).returncode


def main() -> int:
    """Build, prove, and say what came out."""
    build()
    status = prove()
    files = [path for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) // 1_000_000
    print(
        f"{PROGRAM.parent.relative_to(ROOT)}: {len(files)} files, {size} MB; self-test {'ok' if status == 0 else 'FAILED'}"
    )
    return status


if __name__ == "__main__":
    sys.exit(main())
