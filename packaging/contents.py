"""What a package leaves out, and the check that it did: names by their place inside the program."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

LEFT_OUT_MODULES = (
    # a network is never opened
    "ssl", "_ssl", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "http.server",
    "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets",
    # OpenSSL's hashes: Python has its own
    "_hashlib",
    # for those who build, not for those who read
    "pip", "setuptools", "pkg_resources", "wheel", "ensurepip", "venv", "kzref.compiler", "tests",
    "pytest", "_pytest", "hypothesis", "unittest", "doctest", "pydoc", "pydoc_data", "pdb", "lib2to3",
    "test", "tkinter", "_tkinter", "turtle", "idlelib", "distutils", "curses", "_curses", "readline",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtOpenGL",
    "yaml", "babel", "polib", "fontTools", "fontpkg_ibm_plex_sans", "numpy", "pandas", "PIL", "IPython", "cryptography",
)  # fmt: skip
"""Python modules that never enter."""

LEFT_OUT_FILES = (
    # plugins of Qt: other screens than a desktop's, pictures that kzref has not, networks
    "*/plugins/tls/*", "*/plugins/networkinformation/*", "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*", "*/plugins/qmltooling/*", "*/plugins/sqldrivers/*",
    "*/plugins/platforms/*eglfs*", "*/plugins/platforms/*linuxfb*", "*/plugins/platforms/*minimal*",
    "*/plugins/platforms/*vkkhrdisplay*", "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*direct2d*",
    "*/plugins/platformthemes/*gtk3*", "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/wayland-graphics-integration-server/*",
    "*/plugins/wayland-shell-integration/*ivi*", "*/plugins/wayland-shell-integration/*fullscreen*",
    "*/plugins/wayland-shell-integration/*qt-shell*", "*/plugins/wayland-shell-integration/*wl-shell*",
    "*/plugins/wayland-graphics-integration-client/*drm*",
    "*/plugins/wayland-graphics-integration-client/*dmabuf*",
    "*/plugins/wayland-graphics-integration-client/*shm*",
    "*/plugins/wayland-graphics-integration-client/*vulkan*",
    "*/plugins/imageformats/*gif*", "*/plugins/imageformats/*icns*", "*/plugins/imageformats/*pdf*",
    "*/plugins/imageformats/*tga*", "*/plugins/imageformats/*tiff*", "*/plugins/imageformats/*wbmp*",
    "*/plugins/imageformats/*webp*", "*/plugins/imageformats/*jpeg*", "*/plugins/imageformats/*ico*",
    "*Qt6Network*", "*Qt6Qml*", "*Qt6Quick*", "*Qt6WebEngine*", "*Qt6VirtualKeyboard*", "*Qt6Sql*",
    "*Qt6Test*", "*Qt6Pdf*", "*Qt6EglFS*", "*Qt6WaylandCompositor*", "*Qt6WaylandEglCompositor*",
    "*opengl32sw*", "*d3dcompiler*",
    "*/PySide6/QtNetwork*", "*/PySide6/QtWebEngine*", "*/PySide6/QtOpenGL*", "*/lxml/html/_difflib*", "*_avx2.*", "*Qt6EglF*",
    # sentences of Qt itself (`KEPT_FILES` are those in the languages of kzref)
    "*/Qt/translations/*", "*/PySide6/translations/*",
    # toolkits and secure sockets that something else wanted
    "*libgtk-*", "*libgdk*", "*libssl*", "*libcrypto*", "*libreadline*", "*libncurses*",
    "*libtcl*", "*libtk*",
    # the printing service of the system, and all that it brings: the system's own is used where there is one
    "*/libcups.*", "*/libavahi-*", "*/libgssapi*", "*/libkrb5*", "*/libk5crypto*", "*/libcom_err*",
    "*/libkeyutils*", "*/libgnutls*", "*/libnettle*", "*/libhogweed*", "*/libp11-kit*", "*/libtasn1*",
    "*/libidn2*", "*/libunistring*", "*/libgmp*",
    # what libraries carry for their own developers
    "*/docx/templates/default-docx-template/*", "*/pytz/*", "*/lxml/isoschematron/*", "*/lxml/includes/*",
    "*/lxml/objectify*", "*/lxml/sax*", "*/lxml/html/diff*", "*/lxml/*.h", "*/lxml/*.pxd",
    "*/tests/*", "*/py.typed", "*.pyi", "*.c", "*.pyx",
)  # fmt: skip
"""Files that never enter, as patterns of their paths."""

KEPT_FILES = ("*/translations/qtbase_kk.qm", "*/translations/qtbase_ru.qm")
"""Files that enter although one of the patterns above meets them."""

NEEDED = (
    "kzref/_bundled/reference.db", "kzref/_bundled/index/index.json",
    "kzref/_bundled/translations/kk.mo", "kzref/_bundled/translations/ru.mo",
    "kzref/_bundled/translations/en.mo", "kzref/_bundled/resources/styles/kzref.qss",
    "kzref/_bundled/hashes.json", "kzref/_bundled/fonts/KzrefSans-Regular.ttf",
    "kzref/_bundled/fonts/KzrefSans-Bold.ttf", "kzref/_bundled/fonts/OFL.txt",
    "translations/qtbase_kk.qm", "translations/qtbase_ru.qm",
    "tzdata/zoneinfo/Asia/Almaty", "docx/templates/default.docx",
)  # fmt: skip
"""Files without which a package is no kzref."""


def is_left_out(name: str) -> bool:
    """Whether the file at this place inside the program stays outside."""
    path = PurePosixPath("/", name.replace("\\", "/"))
    if any(_matches(path, pattern) for pattern in KEPT_FILES):
        return False
    return any(path.match(pattern) if "/" not in pattern else _matches(path, pattern)
               for pattern in LEFT_OUT_FILES)  # fmt: skip


def _matches(path: PurePosixPath, pattern: str) -> bool:
    from fnmatch import fnmatchcase  # noqa: PLC0415 - only for patterns of several folders

    return fnmatchcase(str(path), pattern)


def faults(files: Iterable[str], modules: Iterable[str]) -> list[str]:
    """What is inside although it must not be, and what is missing."""
    inside = [name.replace("\\", "/") for name in files]
    found = [f"must not be inside: {name}" for name in inside if is_left_out(name)]
    for module in modules:
        if any(module == name or module.startswith(f"{name}.") for name in LEFT_OUT_MODULES):
            found.append(f"must not be inside: module {module}")
    found += [f"missing: {name}" for name in NEEDED
              if not any(one.endswith(name) for one in inside)]  # fmt: skip
    return found


def listing(folder: Path) -> list[tuple[str, int]]:
    """Every file below the folder with its size in bytes; a link counts as nothing."""
    return [
        (path.relative_to(folder).as_posix(), 0 if path.is_symlink() else path.stat().st_size)
        for path in sorted(folder.rglob("*"))
        if path.is_file() or path.is_symlink()
    ]
