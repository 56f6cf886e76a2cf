#!/usr/bin/env bash
# Sets up a checkout: a virtual environment with everything, and on Debian the system libraries of Qt when they are
# missing and may be installed. Nothing is touched when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."

libraries="libglib2.0-0 libgl1 libegl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libx11-xcb1
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
libxcb-xkb1 libxkbcommon-x11-0"
python=${PYTHON:-python3}

missing=""
if command -v dpkg-query >/dev/null; then
    for package in $libraries; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
    if ! "$python" -c "import venv, ensurepip" 2>/dev/null; then
        missing="$missing python3-venv"
    fi
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
        become=""
    elif sudo -n true 2>/dev/null; then
        become="sudo"
    else
        echo "These system packages are missing, and installing them needs an administrator:" >&2
        echo "    sudo apt-get install$missing" >&2
        become="none"
    fi
    if [ "$become" != none ]; then
        echo "Installing system packages:$missing"
        $become apt-get update -q || true
        DEBIAN_FRONTEND=noninteractive $become apt-get install -q -y --no-install-recommends $missing
    fi
fi

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "kzref needs Python 3.11 or newer; set PYTHON to one, for example: make run PYTHON=python3.12" >&2
    exit 1
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --group build --group test --group lint --editable .
