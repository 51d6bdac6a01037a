"""Rules that no import contract can state."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*ROOT.glob("workbench/**/*.py"), *ROOT.glob("ui/**/*.py")])
GATE = ROOT / "workbench" / "disclosure" / "gate.py"


def calls_of(path: Path, name: str) -> list[int]:
    """The lines of ``path`` that call something of this name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            word = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if word == name:
                found.append(node.lineno)
    return found


def test_there_is_code_to_look_at() -> None:
    assert len(SOURCES) > 40


def test_only_the_gate_makes_disclosed_content() -> None:
    assert calls_of(GATE, "Disclosed"), "the gate no longer makes Disclosed: this test is blind"
    elsewhere = [path for path in SOURCES if path != GATE and calls_of(path, "Disclosed")]
    assert elsewhere == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a file opens with one plain sentence"


def test_every_public_function_of_the_core_says_what_it_does() -> None:
    silent = []
    for path in SOURCES:
        if path.is_relative_to(ROOT / "ui"):
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            if public and not ast.get_docstring(node):
                silent.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert silent == []
