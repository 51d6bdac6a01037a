"""Finished files laid out as pages by LibreOffice, where the machine has it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")


@dataclass(frozen=True)
class Pages:
    """A laid-out file: the lines of each page, and the typefaces it uses."""

    lines: tuple[tuple[str, ...], ...]
    fonts: frozenset[str]


def lay_out(files: Iterable[Path], folder: Path) -> dict[str, Pages]:
    """Each file by its name without ending, laid out."""
    assert OFFICE is not None
    made = folder / "pdf"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(made)]
        + [str(one) for one in files],
        check=True,
        capture_output=True,
        timeout=170,
    )
    return {one.stem: _pages(one) for one in made.iterdir()}


def _pages(file: Path) -> Pages:
    lines, fonts = [], set()
    for page in PdfReader(file).pages:
        said = [line.strip() for line in page.extract_text().splitlines()]
        lines.append(tuple(line for line in said if line))
        used = page.get("/Resources", {}).get("/Font", {})
        fonts |= {str(used[key].get_object()["/BaseFont"]).partition("+")[2] for key in used}
    return Pages(tuple(lines), frozenset(fonts))
