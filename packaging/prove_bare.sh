#!/usr/bin/env bash
# usage: prove_bare.sh FILE.deb FILE.tar.xz [ROOT]
# Installs the .deb into a bare Debian 12 made by debootstrap (or a copy of ROOT, when given), then cuts the network
# off and runs the self-test with an empty environment: the installed program, and the unpacked one. Needs root.
set -euo pipefail
deb=$(readlink -f "$1") tar=$(readlink -f "$2") base=${3:-}
root=$(mktemp -d)
clean() { umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"; }
trap clean EXIT
if [ -n "$base" ]; then
    cp -a --one-file-system "$base/." "$root/"
else
    debootstrap --variant=minbase bookworm "$root"
fi
mount -t proc proc "$root/proc"
cp "$deb" "$root/tmp/kzref.deb"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
apart() { unshare --net chroot "$root" /usr/bin/env -i HOME=/home/kz "$@"; }

echo "== the unpacked program needs what the package depends on, and nothing else"
depends=$(dpkg-deb --field "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
chroot "$root" apt-get update -q >/dev/null
chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $depends >/dev/null
mkdir -p "$root/home/kz/Таяқша ә"
tar -C "$root/home/kz/Таяқша ә" -xf "$tar"
unpacked=$(cd "$root" && echo home/kz/*/kzref-*/kzref)
apart "/$unpacked" selftest --window --json

echo "== the installed package, without a network"
unshare --net chroot "$root" dpkg --install /tmp/kzref.deb
apart kzref selftest --window --json
apart kzref search "131 4 5" --limit 1
echo "== removed without a trace"
unshare --net chroot "$root" dpkg --purge kzref
find "$root/usr" "$root/opt" "$root/etc" -name '*kzref*' | sed 's/^/left behind: /'
test -z "$(find "$root/usr" "$root/opt" "$root/etc" -name '*kzref*')"
echo "== files in the home afterwards"
find "$root/home" -path '*/kzref-*' -prune -o -type f -print
