#!/usr/bin/env bash
# usage: bundle.sh VERSION; called by build.py on macOS. Not run here: .github/workflows/packages.yml runs it.
# Makes kzref.app from the frozen program, signs it, has it notarised when the owner's identity is at hand, and packs a dmg.
#   KZREF_APPLE_IDENTITY   "Developer ID Application: ..." in the keychain; without it the app is signed ad hoc
#   KZREF_APPLE_PROFILE    a profile of `xcrun notarytool store-credentials`
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$1
app=build/package/kzref.app
rm -rf "$app" build/package/dmg
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources" build/package/dmg
cp -R build/package/dist/kzref/. "$app/Contents/MacOS/"
icons=build/package/kzref.iconset
mkdir -p "$icons"
QT_QPA_PLATFORM=offscreen build/package/venv/bin/python - "$icons" <<'PY'
import sys
from pathlib import Path
sys.path.insert(0, "packaging")
from debian import write_icons
folder = Path(sys.argv[1])
write_icons({size: folder / f"icon_{size}x{size}.png" for size in (16, 32, 128, 256, 512)})
PY
iconutil --convert icns --output "$app/Contents/Resources/kzref.icns" "$icons"
cat >"$app/Contents/Info.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleName</key><string>kzref</string>
<key>CFBundleDisplayName</key><string>kzref</string>
<key>CFBundleIdentifier</key><string>invalid.kzref.kzref</string>
<key>CFBundleExecutable</key><string>kzref</string>
<key>CFBundleIconFile</key><string>kzref</string>
<key>CFBundlePackageType</key><string>APPL</string>
<key>CFBundleShortVersionString</key><string>$version</string>
<key>CFBundleVersion</key><string>$version</string>
<key>CFBundleLocalizations</key><array><string>kk</string><string>ru</string><string>en</string></array>
<key>LSMinimumSystemVersion</key><string>12.0</string>
<key>NSHighResolutionCapable</key><true/>
</dict></plist>
PLIST
identity=${KZREF_APPLE_IDENTITY:--}
hardened=()
[ "$identity" = - ] || hardened=(--options runtime --timestamp --entitlements packaging/macos/entitlements.plist)
# from the inside out: every library, then the bundle
find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"}
codesign --force --deep --sign "$identity" ${hardened[@]+"${hardened[@]}"} "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/kzref" selftest --json
cp -R "$app" build/package/dmg/
ln -s /Applications build/package/dmg/Applications
cp packaging/INSTALL.txt build/package/dmg/
hdiutil create -volname "kzref $version" -srcfolder build/package/dmg -format ULFO -ov "dist/kzref-$version.dmg"
if [ -n "${KZREF_APPLE_PROFILE:-}" ]; then
    codesign --sign "$identity" --timestamp "dist/kzref-$version.dmg"
    xcrun notarytool submit "dist/kzref-$version.dmg" --keychain-profile "$KZREF_APPLE_PROFILE" --wait
    xcrun stapler staple "dist/kzref-$version.dmg"
fi
