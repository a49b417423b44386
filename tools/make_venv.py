"""Make or refresh .venv from the lock; only the standard library, for it runs before anything is installed.

The machine's package settings are respected: pip reads its own, and what pip would read is handed to uv
(which does not read pip's files) through the environment of this one run. Nothing of it is written down.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BOOTSTRAP = ROOT / "build" / "bootstrap"
STAMP = VENV / ".clerk-setup"
UV_LOCK = ROOT / "tools" / "requirements-uv.lock"
LOCK = ROOT / "requirements.lock"

# What pip calls it, what uv calls it, and whether pip separates several by white space where uv wants commas.
TRANSLATED = (
    ("index-url", "UV_DEFAULT_INDEX", False),
    ("extra-index-url", "UV_INDEX", False),
    ("find-links", "UV_FIND_LINKS", True),
    ("trusted-host", "UV_INSECURE_HOST", False),
    ("cert", "SSL_CERT_FILE", False),
    ("client-cert", "SSL_CLIENT_CERT", False),
    ("proxy", "ALL_PROXY", False),
    ("timeout", "UV_HTTP_TIMEOUT", False),
)


def bin_dir(folder: Path) -> Path:
    """Return where a virtual environment keeps its programs on this system."""
    return folder / ("Scripts" if os.name == "nt" else "bin")


def fingerprint() -> str:
    """Return a digest of everything that decides what .venv must hold; settings of linters do not."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    build = [declared["build-system"], declared["project"], declared["tool"]["hatch"]]
    digest = hashlib.sha256(json.dumps([platform.python_version(), sys.base_prefix, str(ROOT), build]).encode())
    for path in (LOCK, UV_LOCK, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def parse_pip_config(listing: str) -> dict[str, str]:
    """Return pip's settings by option name from `pip config list`; the environment wins over files, `install` over `global`."""
    ranks = {"global": 0, "install": 1, ":env:": 2}
    found: dict[str, tuple[int, str]] = {}
    for line in listing.splitlines():
        key, _, value = line.partition("=")
        section, _, option = key.rpartition(".")
        rank = ranks.get(section, -1)
        if rank >= found.get(option, (0, ""))[0]:
            found[option] = (rank, value.strip().strip("'\"").replace("\\n", " "))
    return {option: value for option, (_, value) in found.items()}


def usable(address: str) -> bool:
    """Say whether an address can be asked at all; pip only warns about a folder that is not there, uv stops."""
    if address.startswith("file://"):
        return Path(address.removeprefix("file://")).is_dir()
    return "://" in address or not address.startswith("/") or Path(address).exists()


def uv_environment(settings: dict[str, str], base: dict[str, str]) -> dict[str, str]:
    """Return the environment in which uv behaves as pip would; what is already set for uv stays."""
    env = dict(base)
    for option, variable, with_commas in TRANSLATED:
        values = [value for value in settings.get(option, "").split() if usable(value)]
        if values and variable not in env:
            env[variable] = (",".join if with_commas else " ".join)(values)
    # Every file is held to its hash, so that it may come from whichever index has the version, as with pip.
    env.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    return env


def bootstrap_uv() -> Path:
    """Return a uv of the locked version, installed with its hash into an environment of its own."""
    uv = bin_dir(BOOTSTRAP) / ("uv.exe" if os.name == "nt" else "uv")
    marker = BOOTSTRAP / ".lock-sha256"
    wanted = hashlib.sha256(UV_LOCK.read_bytes()).hexdigest()
    if uv.exists() and marker.exists() and marker.read_text() == wanted:
        return uv
    shutil.rmtree(BOOTSTRAP, ignore_errors=True)
    venv.create(BOOTSTRAP, with_pip=True, symlinks=os.name != "nt")
    run(pip(), "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps", "-r", str(UV_LOCK))
    marker.write_text(wanted)
    return uv


def pip() -> list[str]:
    """Return the command that runs the bootstrap environment's pip."""
    return [str(bin_dir(BOOTSTRAP) / "python"), "-m", "pip"]


def run(command: list[str], *arguments: str, env: dict[str, str] | None = None) -> None:
    """Run a command in the checkout; end this program with its exit code if it fails."""
    result = subprocess.run([*command, *arguments], cwd=ROOT, env=env, check=False)
    if result.returncode:
        print(f"setup: failed: {' '.join([*command, *arguments])}", file=sys.stderr)
        sys.exit(result.returncode)


def locked_sync(uv: Path, folder: Path, lock: Path) -> dict[str, str]:
    """Bring an environment to exactly what a lock says, with byte-code; return the environment in which uv ran."""
    listing = subprocess.run([*pip(), "config", "list"], capture_output=True, text=True, check=True).stdout
    settings = parse_pip_config(listing)
    env = uv_environment(settings, dict(os.environ))
    env["VIRTUAL_ENV"] = str(folder)
    if not any((bin_dir(folder) / name).exists() for name in ("python", "python.exe")):
        run([str(uv), "--quiet"], "venv", "--python", sys.executable, str(folder), env=env)
    offline = ["--no-index"] if settings.get("no-index", "").lower() in {"1", "true", "yes", "on"} else []
    run([str(uv), "--quiet", "pip", "sync"], "--require-hashes", "--compile-bytecode", *offline, str(lock), env=env)
    return env


def install() -> None:
    """Bring .venv to what the lock says and put the checkout on its path."""
    uv = bootstrap_uv()
    env = locked_sync(uv, VENV, LOCK)
    editable = ["--no-deps", "--no-build-isolation", "--offline", "--editable", str(ROOT)]
    run([str(uv), "--quiet", "pip", "install"], *editable, env=env)


def compile_catalogues() -> None:
    """Compile the translations whose source is newer than what was compiled from it."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            run([str(bin_dir(VENV) / "pyside6-lrelease"), "-silent", str(source), "-qm", str(compiled)])


def main() -> None:
    """Do what is missing and nothing else."""
    wanted = fingerprint()
    if not STAMP.exists() or STAMP.read_text() != wanted:
        install()
        STAMP.write_text(wanted)
        print("setup: .venv is ready")
    compile_catalogues()
    # A machine may forbid Python to write byte-code by itself, and would then compile the program at every start.
    run([str(bin_dir(VENV) / "python"), "-m", "compileall", "-q", "clerk_app"])


if __name__ == "__main__":
    main()
