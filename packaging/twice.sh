#!/usr/bin/env bash
# Builds the bundle and the wheel twice, in two copies of the checkout under different names, and compares every byte.
# usage: twice.sh [PYTHON], a Python that has kzref's build libraries (by default the checkout's own)
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(command -v "${1:-.venv/bin/python}")
python=$(cd "$(dirname "$python")" && pwd)/$(basename "$python")
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONUTF8=1
unset KZREF_BUNDLE PYTHONPATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for copy in one "other place"; do
    mkdir "$folder/$copy"
    git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$folder/$copy"
    (cd "$folder/$copy" && PYTHONHASHSEED=$((RANDOM)) "$python" -m pip wheel --quiet --disable-pip-version-check --no-deps \
        --no-build-isolation --wheel-dir wheel .)
    (cd "$folder/$copy" && sha256sum wheel/*.whl kzref/_bundled/reference.db kzref/_bundled/index/* \
        kzref/_bundled/translations/* kzref/_bundled/fonts/*) >"$folder/$copy.sums"
    sleep 1  # another second in the times of files
done
if ! diff "$folder/one.sums" "$folder/other place.sums"; then
    echo "NOT the same bytes twice" >&2
    exit 1
fi
cat "$folder/one.sums"
