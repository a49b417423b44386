#!/bin/sh
# Leaves a ready .venv: the machine's libraries by apt (only those that are missing), then the locked Python packages.
# A second run with nothing changed ends within a second. Addresses come from the machine's own settings, never from here.
set -eu
cd "$(dirname "$0")/.."

# Qt's platform libraries (offscreen and X11), a virtual display, and the print system that the tests run privately.
packages="python3 python3-venv xvfb xauth libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxcb-cursor0
  libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 cups-daemon cups-client"

is_installed() {  # newer releases renamed some libraries with the ending t64
  for name in "$1" "$1t64"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return 0
  done
  return 1
}

missing=""
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  for package in $packages; do
    is_installed "$package" || missing="$missing $package"
  done
else
  echo "setup: this is not a Debian-like machine; the libraries named in tools/setup.sh are yours to provide" >&2
fi

if [ -n "$missing" ]; then
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "setup: these packages are missing and this account can neither be root nor use sudo:$missing" >&2
      echo "setup: ask the administrator to run: apt-get install --no-install-recommends$missing" >&2
      exit 1
    fi
    as_root="sudo"
  fi
  echo "setup: installing$missing"
  # RUNLEVEL=1 keeps the print daemon from being started where no service manager runs (a container, a chroot).
  log=$(mktemp)
  if ! { $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -yq --no-install-recommends $missing; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    echo "setup: apt could not install$missing" >&2
    exit 1
  fi
  rm -f "$log"
fi

python="${PYTHON:-python3}"
if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; then
  echo "setup: $("$python" --version) will not do; name a Python from 3.11 to 3.13 with PYTHON=..." >&2
  exit 1
fi
exec "$python" tools/make_venv.py
