"""The pages are those of a program that prints: measured once with LibreOffice, and kept.

Each file is set in Noto Sans, which comes with the workbench: what is counted here is counted on
every computer. ``measured.json`` says how many pages LibreOffice made of each, and on which of
them, from 0, each heading stood.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.report.paged import MAIN, laid_out
from workbench.report.pages.laying import Layout
from workbench.report.parts.ooxml import parse, q
from workbench.report.parts.package import unpack
from workbench.report.reading.headings import outline_level

FILES = Path(__file__).parent / "files"
MEASURED: dict[str, dict[str, Any]] = json.loads((FILES / "measured.json").read_text())


@cache
def layout(name: str) -> Layout:
    parts = unpack((FILES / f"{name}.docx").read_bytes())
    return laid_out({**parts, MAIN: parse(parts[MAIN])})


@pytest.mark.parametrize("name", MEASURED)
def test_a_file_has_as_many_pages_as_it_prints(name: str) -> None:
    assert layout(name).count == MEASURED[name]["pages"]
    assert layout(name).told == ()


@pytest.mark.parametrize("name", MEASURED)
def test_every_heading_stands_on_the_page_where_it_prints(name: str) -> None:
    laid = layout(name)
    assert laid.count
    found = []
    for block in laid.source.body.blocks:
        styles = laid.papers.setting.looks.styles
        if block.is_table or outline_level(block.element, styles) is None:
            continue
        if any(node.text for node in block.element.iter(q("t"))):
            found.append(laid.index_of_element(block.element))
    assert found == MEASURED[name]["headings"]
