#!/usr/bin/env bash
# `make package`: an environment of pinned, hashed libraries, apart from the one for work, and the build in it.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
home=build/package/venv
if [ "$(uname)" = Linux ]; then
    missing=""
    for tool in xz:xz-utils strip:binutils; do
        command -v "${tool%%:*}" >/dev/null || missing="$missing ${tool##*:}"
    done
    if [ -n "$missing" ]; then
        echo "Packing needs:$missing" >&2
        [ "$(id -u)" = 0 ] || exit 1
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
    fi
    if ! "$python" -c 'import sysconfig, sys; sys.exit(not sysconfig.get_config_var("Py_ENABLE_SHARED"))'; then
        echo "PyInstaller needs a Python built with its shared library (Debian: libpython3.11); set PYTHON to one" >&2
    fi
fi
if [ ! -f "$home/ready" ] || [ packaging/requirements.txt -nt "$home/ready" ]; then
    rm -rf "$home"
    "$python" -m venv "$home"
    binaries="$home/bin"; [ -d "$binaries" ] || binaries="$home/Scripts"
    "$binaries/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r packaging/requirements.txt
    touch "$home/ready"
fi
binaries="$home/bin"; [ -d "$binaries" ] || binaries="$home/Scripts"
unset PYTHONPATH KZREF_BUNDLE KZREF_HOME  # the build sees only what it installed itself
PYTHONUTF8=1 exec "$binaries/python" packaging/build.py "$@"
