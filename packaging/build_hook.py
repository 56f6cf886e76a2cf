"""Compiles `data/` while a wheel is built, so that `pip install .` gives a complete kzref."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface):
    """Runs the compiler into the package before the wheel is packed; an editable install skips it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put the bundle into the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        bundle = root / "kzref" / "_bundled"
        subprocess.run(  # noqa: S603 - our own module
            [
                sys.executable,
                "-m",
                "kzref.compiler",
                "--if-needed",
                "--root",
                str(root),
                "--out",
                str(bundle),
            ],
            cwd=root,
            # the build's own libraries are on sys.path only, not in the environment
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(root), *sys.path]),
                "PYTHONUTF8": "1",
            },
            check=True,
        )
        build_data["artifacts"].append("kzref/_bundled/**")
