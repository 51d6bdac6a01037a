"""Starting afresh: what the next process is told, and that it is told once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict

import pytest

from ui.support.renewal import VARIABLE, Again, taken_up

STARTS_AGAIN = """
import os, sys
from ui.support.renewal import Again, start_again, taken_up
again = taken_up()
print(os.getpid(), sys.argv[1:], again, "WORKBENCH_AGAIN" in os.environ, flush=True)
if again is None:
    start_again(Again(file="/somewhere/it’s here.review", said="Locked.", page="Findings"))
"""


def test_what_is_told_is_taken_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    again = Again("/a/b.review", "Locked.", "People", "01d9")
    monkeypatch.setenv(VARIABLE, json.dumps(asdict(again)))
    assert taken_up() == again
    assert VARIABLE not in os.environ
    assert taken_up() is None


@pytest.mark.parametrize("told", ["", "{", "[]", '{"file": "a", "other": "b"}', "null"])
def test_what_cannot_be_understood_is_nothing(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, told)
    assert taken_up() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives the next process a new number")
def test_a_process_starts_again_without_the_file_it_was_asked_to_open() -> None:
    run = subprocess.run(
        [sys.executable, "-c", STARTS_AGAIN, "/asked/for.review"],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    first, second = run.stdout.splitlines()
    number = first.split()[0]
    assert first == f"{number} ['/asked/for.review'] None False"
    wanted = Again(file="/somewhere/it’s here.review", said="Locked.", page="Findings")
    assert second == f"{number} [] {wanted} False"
