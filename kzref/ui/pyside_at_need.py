"""Loads PySide without what only its own tools and its error messages need.

On import PySide compiles its parser of signatures and its writer of type stubs from source, which takes
half of the import: some 60 ms of every start. The first is needed when a call is refused and the
message lists what would be accepted, the second never. Here they wait until something asks for them.

PySide then looks through the source of each further module for its own name, in case its features
(`snake_case`, `true_property`) are switched on there, and Python keeps what was read: 5 MB once all
pages were visited. kzref switches none on, so Python's own import is put back in its place.

Where PySide is built otherwise, or is loaded already, it loads in its own way.
"""

import builtins
import linecache
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

_AT_NEED = {
    "shibokensupport.signature": {"errorhandler", "layout", "parser"},
    "shibokensupport.signature.lib": {"enum_sig", "pyi_generator", "tool"},
}
_EMBEDDED = "EmbeddableZipImporter"  # PySide's, of the sources inside its library


class _AtNeed(ModuleType):
    """A module that is loaded when something is asked of it for the first time."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__ = ModuleSpec(spec.name, None)  # PySide renames this one
        self._spec = spec

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # asked by Python, which does not need the module for that
            raise AttributeError(name)
        spec = self.__dict__.pop("_spec")
        self.__class__ = ModuleType  # type: ignore[assignment]  # Python's way to be asked no more
        self.__spec__ = spec
        spec.loader.exec_module(self)
        return getattr(self, name)


def _promise(name: str, parts: Sequence[str]) -> None:
    """Put promises of its parts into a package of PySide's that is about to be asked for them."""
    package = sys.modules.get(name)
    if package is None:
        return
    for part in _AT_NEED[name].intersection(parts) - vars(package).keys():
        spec = sys.meta_path[0].find_spec(f"{name}.{part}", None)
        if spec is not None and type(spec.loader).__name__ == _EMBEDDED:
            sys.modules[spec.name] = promised = _AtNeed(spec)
            setattr(package, part, promised)


def load_pyside() -> None:
    """Load the core of PySide, and import as Python does from then on."""
    plain = getattr(builtins, "__orig_import__", builtins.__import__)

    def importing(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if fromlist and name in _AT_NEED:
            _promise(name, fromlist)
        module: ModuleType = plain(name, globals, locals, fromlist, level)
        return module

    builtins.__import__ = importing
    try:
        import shiboken6  # noqa: F401, PLC0415 - in this way
    finally:
        for name in ("__import__", "__orig_import__"):  # the second is what PySide's own goes on to
            setattr(builtins, name, plain)
        feature = sys.modules.get(
            "shibokensupport.feature"
        )  # asked once more by an import under way
        if feature is not None:
            setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - not ours
        linecache.clearcache()
