#!/bin/sh
# Writes the three locks anew from pyproject.toml: hashes, no addresses. With --upgrade also takes newer versions.
set -eu
cd "$(dirname "$0")/.."
uv="build/bootstrap/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet"
# Qt stays where it is on purpose (see pyproject.toml): raising it is a decision of its own.
qt="--upgrade-package PySide6-Essentials==6.9.3"
$uv "$@" $qt pyproject.toml --extra dev --extra demo --extra freeze -o requirements.lock
$uv "$@" $qt pyproject.toml --extra freeze -c requirements.lock -o requirements-program.lock
$uv "$@" tools/requirements-uv.in -o tools/requirements-uv.lock
