"""`python -m kzref.compiler [--check] [--if-needed]`: compile the checkout's data into the bundle."""

import argparse
import sys
import time
from pathlib import Path

from kzref.compiler.inspection import FaultyDataError, check
from kzref.compiler.yaml_file import Fault, FaultyFileError
from kzref.paths import PACKAGE, bundled


def main(arguments: list[str] | None = None) -> int:
    """Compile or check; 0 when all is well, 1 with one line per fault otherwise."""
    parser = argparse.ArgumentParser(prog="kzref.compiler", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only look for faults")
    parser.add_argument("--if-needed", action="store_true", help="write only what is out of date")
    parser.add_argument("--root", type=Path, default=PACKAGE.parent, help="root of the checkout")
    parser.add_argument("--out", type=Path, default=bundled(), help="where the bundle goes")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.check:
            return _report(check(chosen.root)[1])
        # imported here: checking works in an editor's checkout without the search libraries
        from kzref.compiler.build import build, changed  # noqa: PLC0415

        if chosen.if_needed and not changed(chosen.root, chosen.out):
            return 0
        started = time.perf_counter()
        build(
            chosen.root,
            chosen.out,
            say=lambda line: print(f"{line} ...", flush=True),  # noqa: T201
            only_changed=chosen.if_needed,
        )
        print(f"compiled in {time.perf_counter() - started:.1f} s: {chosen.out}")  # noqa: T201
    except FaultyDataError as error:
        return _report(error.faults)
    except FaultyFileError as error:
        return _report([error.fault])
    return 0


def _report(faults: list[Fault]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)  # noqa: T201
    print(f"{len(faults)} faults" if faults else "no faults")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
