"""Keeps PySide from reading the source of every module that is imported.

After its own import PySide looks through each further module for the name of PySide, in case its
features (`snake_case`, `true_property`) were switched on there. kzref switches none on. Looking
takes a tenth of the start, and Python keeps what was read: more than 5 MB once all pages were
visited. What it read of Python's own modules before kzref could say so is let go of, another 2 MB. A
frozen kzref has no sources to read; one run from its sources or a wheel has.
"""

import linecache
import sys


def leave_sources_unread() -> None:
    """Tell PySide that no module asks for its features; does nothing where it asks otherwise."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - not ours to type
    linecache.clearcache()
