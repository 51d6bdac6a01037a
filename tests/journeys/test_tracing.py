"""The watching itself: a word that is written anywhere, even for a moment, is seen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.journeys.tracing import Trace, can_trace, lying_about, traced

WRITES = """
import os, sys
from pathlib import Path
gone, kept = Path(sys.argv[1], "gone.tmp"), Path(sys.argv[1], "kept.tmp")
gone.write_text("quillfeather lantern")
gone.unlink()
with kept.open("wb") as file:
    os.pwrite(file.fileno(), "quillfeather soup".encode("utf-16-le"), 64)
"""


def test_a_word_that_is_written_for_a_moment_is_seen(tmp_path: Path) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    home.mkdir()
    command = [sys.executable, "-c", WRITES, str(home)]
    subprocess.run(traced(command, log) if can_trace() else command, check=True)
    assert lying_about(home, "quillfeather".encode("utf-16-le")) == [home / "kept.tmp"]
    assert lying_about(home, b"quillfeather") == []
    assert lying_about(home, b"kept.tmp") == [home / "kept.tmp"]
    if can_trace():
        trace = Trace(log)
        assert len(trace.saying(b"quillfeather lantern")) == 1
        assert len(trace.saying("quillfeather soup".encode("utf-16-le"))) == 1
        assert {home / "gone.tmp", home / "kept.tmp"} <= trace.opened_to_write()
        assert trace.cut_short() == []


def test_a_write_that_was_not_noted_whole_is_told(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text('1 write(3, "\\x41\\x42"..., 9000000) = 9000000\n', encoding="ascii")
    assert len(Trace(log).cut_short()) == 1
