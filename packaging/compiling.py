"""Compiles the finder for the wheel that is shipped; a checkout always stays plain Python.

``python3 dev.py wheel`` turns on the hook below: mypyc, which comes with mypy, makes native modules
of the rooms that read a text, and they go into the wheel beside their sources.
``python packaging/compiling.py FOLDER`` makes a compiled copy of the program, for tests and
benchmarks; without FOLDER it says what this computer lacks, if anything.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
import shutil
import sys
import sysconfig
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parents[1]
SHARED = "workbench_finder"  # the library in which all compiled modules are

COMPILED = (
    "workbench/disclosure/detectors/[a-z]*.py",
    "workbench/disclosure/dictionary.py",
    "workbench/disclosure/finder.py",
    "workbench/disclosure/forms.py",
    "workbench/disclosure/normalise.py",
)


def wanting() -> str:
    """What this computer lacks for compiling, in words; nothing if it lacks nothing."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if os.name != "nt" and not shutil.which(compiler):
        return f"There is no C compiler ({compiler}). On Debian: sudo apt-get install gcc"
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        return "Python's C headers are missing. On Debian: sudo apt-get install python3-dev"
    return ""


def settled(source: str) -> str:
    """A module with its constants told to be ``Final``, so that compiled code need not look them
    up by name each time: whatever is in capitals and bound once."""
    tree = ast.parse(source)
    names = [one for one in ast.walk(tree) if isinstance(one, ast.Name)]
    bound = Counter(one.id for one in names if not isinstance(one.ctx, ast.Load))
    lines = source.split("\n")
    for one in tree.body:
        target = one.targets[0] if isinstance(one, ast.Assign) and len(one.targets) == 1 else None
        if isinstance(target, ast.Name) and target.id.isupper() and bound[target.id] == 1:
            at = target.lineno - 1
            lines[at] = lines[at].replace(f"{target.id} =", f"{target.id}: _Final =", 1)
    future = lines.index("from __future__ import annotations")
    lines[future] += "; from typing import Final as _Final"
    return "\n".join(lines)


def compile_into(folder: Path, level: str) -> list[Path]:
    """The native modules, made below ``folder`` where their sources stand in a checkout."""
    # Slow to load, and needed by nothing else.
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    into = folder.resolve()
    with tempfile.TemporaryDirectory() as made, contextlib.chdir(made):
        shutil.copy(HERE / "pyproject.toml", "pyproject.toml")  # how mypy is to read them
        shutil.copytree(HERE / "workbench", "workbench")
        sources = sorted(path for one in COMPILED for path in Path().glob(one))
        for path in sources:
            path.write_text(settled(path.read_text(encoding="utf-8")), encoding="utf-8")
        parts = mypycify(
            [f"--cache-dir={os.devnull}", *map(str, sources)],
            opt_level=level,
            debug_level="0",
            group_name=SHARED,
        )
        for part in parts if os.name != "nt" else ():
            # To look for it in code that nobody wrote takes gcc four times as long as the rest.
            part.extra_compile_args.append("-Wno-misleading-indentation")
        command = build_ext(Distribution({"name": SHARED, "ext_modules": parts}))
        command.build_lib, command.build_temp = str(into), "objects"
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()
    return sorted(path for path in into.rglob("*") if path.suffix in (".so", ".pyd"))


def copy_into(folder: Path, level: str) -> None:
    """A copy of the program and its tests, compiled."""
    for name in ("workbench", "ui", "resources", "tests"):
        shutil.copytree(HERE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "pyproject.toml", folder)
    compile_into(folder, level)


class Compiling(BuildHookInterface[Any]):
    """What hatchling calls for a wheel when HATCH_BUILD_HOOK_ENABLE_CUSTOM is set."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what goes into the wheel besides; an editable install stays plain."""
        if version == "editable":
            return
        self.made = tempfile.TemporaryDirectory()
        folder = Path(self.made.name).resolve()
        for native in compile_into(folder, "3"):
            build_data["force_include"][str(native)] = str(native.relative_to(folder))
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, *_further: Any) -> None:
        """What was made is in the wheel by now."""
        if version != "editable":
            self.made.cleanup()


def main() -> None:
    """Compile a copy, or say what is missing."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--level", default="3", help="0 compiles soonest, 3 makes it quickest")
    chosen = options.parse_args()
    if wanting():
        sys.exit(wanting())
    if chosen.folder:
        copy_into(chosen.folder, chosen.level)


if __name__ == "__main__":
    main()
