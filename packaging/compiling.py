"""Compiles the finder for the wheel that is shipped; a checkout always stays plain Python.

``python3 dev.py wheel`` builds that wheel: it turns on the hook below, which asks mypyc (it comes
with mypy) to make native modules of the finder's rooms, in a folder of its own, and puts them into
the wheel beside their sources. ``python packaging/compiling.py FOLDER`` makes a copy of the program
in FOLDER that is compiled, for tests and benchmarks.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parents[1]
SHARED = "workbench_finder"  # the one library that all compiled modules share

# What reads a text. Each is compiled as it stands.
COMPILED = (
    "workbench/disclosure/detectors/[a-z]*.py",
    "workbench/disclosure/finder.py",
    "workbench/disclosure/normalise.py",
)


def wanting() -> str:
    """What this computer lacks for compiling, in words; nothing if it can."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if os.name != "nt" and not shutil.which(compiler):
        return f"there is no C compiler ({compiler}); on Debian: sudo apt-get install gcc"
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        return "Python's headers are missing; on Debian: sudo apt-get install python3-dev"
    return ""


def compile_into(folder: Path, level: str = "3") -> list[Path]:
    """The native modules of the finder, made below ``folder`` where their sources would stand."""
    from mypyc.build import mypycify  # noqa: PLC0415  # half a second that nothing else needs
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    sources = sorted(path for one in COMPILED for path in HERE.glob(one))
    with tempfile.TemporaryDirectory() as made, contextlib.chdir(HERE):
        parts = mypycify(
            [f"--cache-dir={os.devnull}", *(str(path.relative_to(HERE)) for path in sources)],
            opt_level=level,
            debug_level="0",
            target_dir=made,
            group_name=SHARED,
        )
        for part in parts:
            if os.name != "nt":  # looking for warnings in code that nobody wrote takes most time
                part.extra_compile_args.append("-w")
        command = build_ext(Distribution({"name": SHARED, "ext_modules": parts}))
        command.build_lib, command.build_temp = str(folder.resolve()), made
        command.ensure_finalized()
        command.run()
    return sorted(path for path in folder.rglob("*") if path.suffix in (".so", ".pyd"))


def copy_into(folder: Path, level: str = "3") -> None:
    """The program and its tests in ``folder``, compiled."""
    for name in ("workbench", "ui", "resources", "tests"):
        shutil.copytree(HERE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    compile_into(folder, level)


class Compiling(BuildHookInterface[Any]):
    """What hatchling calls when it builds a wheel with this hook turned on."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the files that go into the wheel besides."""


def main() -> None:
    """A compiled copy of the program, for tests and benchmarks."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--level", default="3")
    chosen = options.parse_args()
    if wanting():
        sys.exit(wanting())
    copy_into(chosen.folder, chosen.level)


if __name__ == "__main__":
    main()
