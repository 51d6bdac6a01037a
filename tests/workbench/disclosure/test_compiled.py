"""The finder compiled, as it is shipped, finds exactly what its source finds."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[3]
COMPILING = HERE / "packaging" / "compiling.py"


def findings(folder: Path, environment: dict[str, str]) -> list[str]:
    """Which finder the program in this folder has, and all that it finds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.workbench.disclosure.all_findings"],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


def test_compiled_it_finds_what_its_source_finds(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    missing = runpy.run_path(str(COMPILING))["wanting"]()
    if missing:
        pytest.skip(f"The finder cannot be compiled here. {missing}")
    folder = tmp_path / "compiled"
    # Not made quick, which would take three times as long.
    subprocess.run([sys.executable, COMPILING, folder, "--level", "0"], check=True)
    source, compiled = findings(HERE, quick_environment), findings(folder, quick_environment)
    assert source[0].endswith("finder.py")
    assert Path(compiled[0]).suffix in (".so", ".pyd")
    assert len(source) > 1000
    assert compiled[1:] == source[1:]


def test_a_constant_is_settled_and_what_changes_is_not() -> None:
    settled = runpy.run_path(str(COMPILING))["settled"]
    source = "from __future__ import annotations\n\nA = 1\nB = 2\nB |= 4\nC: int = 3\nD = E = 5\nKind = str\n"
    lines = settled(source).split("\n")
    assert lines[0] == "from __future__ import annotations; from typing import Final as _Final"
    assert lines[2:] == [
        "A: _Final = 1",
        "B = 2",
        "B |= 4",
        "C: int = 3",
        "D = E = 5",
        "Kind = str",
        "",
    ]
