#!/usr/bin/env bash
# usage: prove_offline.sh PROGRAM
# Runs the packaged self-test in a network namespace that has no network, not even loopback, with an empty
# environment, from a folder whose name has Kazakh letters and spaces. Linux; root or user namespaces.
set -euo pipefail
program=$(readlink -f "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
place="$folder/Қорғаушы мен ісі ә"
mkdir "$place"
cp -a "$(dirname "$program")" "$place/kzref"
started="$place/kzref/$(basename "$program")"
apart=(unshare --net)
[ "$(id -u)" = 0 ] || apart=(unshare --map-root-user --net)
"${apart[@]}" env -i HOME="$place" "$started" selftest --window --json >"$folder/report.json" || {
    cat "$folder/report.json" >&2
    exit 1
}
cat "$folder/report.json"
left=$(find "$place" -newer "$folder/report.json" -o -path "$place/kzref" -prune -o -type f -print)
echo "written into the empty home: ${left:-nothing}" >&2
