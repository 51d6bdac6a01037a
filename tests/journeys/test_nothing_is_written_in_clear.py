"""A whole journey through the real window, watched: no known word of the review is ever written.

A paper is taken in, names are registered, words are sought, the panel looks, a report is previewed
and released, the process is killed, the work is taken up again, locked, and ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from tests.conftest import PASSPHRASE
from tests.journeys.tracing import Trace, can_trace, lying_about, traced
from workbench.actions.opening import open_review
from workbench.model.chronology import Entry

SURNAME, GIVEN, PLACE = "Oldcastle", "Marguerite", "Bramblewick"
TYPED = "quillfeather lantern soup"
OF_THE_PAPER = "thimble harvest moonlight"
TITLE = "Learning review of Marguerite Oldcastle"
SECRETS = (SURNAME, GIVEN, PLACE, TYPED, OF_THE_PAPER, PASSPHRASE)

JOURNEY = """
import json, os, sys, time
from pathlib import Path
written = []
def note(event, told):
    if event == "open" and isinstance(told[2], int) and told[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(str(told[0]))
sys.addaudithook(note)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import ui.app
from workbench.actions.opening import create_review
from workbench.actions.agencies import add_agency
from workbench.store.keys import LEAST

locked_before = "WORKBENCH_AGAIN" in os.environ
secret = {} if locked_before else json.loads(sys.stdin.readline())
app = QApplication(["workbench"])

def wait(for_what):
    give_up = time.monotonic() + 40
    while not for_what():
        app.processEvents()
        if time.monotonic() > give_up:
            sys.exit(f"gave up waiting in line {sys._getframe(1).f_lineno}")

def types(control, text):
    control.setFocus()
    QTest.keyClicks(control.focusProxy() or control, text)
    window.session.settling.emit()

window = ui.app.make_window(app)
ui.app.begin(app, window, None)
app.processEvents()

def say(what):
    print(json.dumps({"said": what, "written": written}), flush=True)

def unlock():
    box = window.entrance.unlock.passphrase.line
    QTest.keyClicks(box, secret["passphrase"])
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait(lambda: window.session.review is not None)

if locked_before:
    say("locked")
    sys.exit(0)

if sys.argv[1] == "first":
    window.session.open(create_review(
        Path(sys.argv[2]), secret["passphrase"], type="sar", title=secret["title"], author="Ash",
        cost=LEAST,
    ))
    people = (window.show_page("People"), window.workspace.page.people)[1]
    people.new_item()
    types(people.form.fields["name"].control, secret["name"])
    types(people.form.fields["pseudonym"].control, "Violet")
    record = window.session.record
    agency, _ = add_agency(record, name=secret["place"] + " Surgery", published_as="the practice")
    window.show_page("Chronology")
    page = window.workspace.page
    page.papers.read(Path(sys.argv[3]), "")
    wait(lambda: page.papers.preview.isVisible())
    page.papers.preview.agency.show_value(agency.id)
    page.papers.preview.accept_button.click()
    wait(lambda: record.count_entries() >= 1)
    page.new_item()
    types(page.form.fields["when"].control, "3 May 2016 at 9.50am")
    types(page.form.fields["text"].control, secret["typed"])
    window.find_anything()
    QTest.keyClicks(window.beside.palette.line, secret["name"].split()[1])
    app.processEvents()
    window.beside.palette.leave()
    window.present()
    for _ in range(3):
        QTest.keyClick(window.beside.panel, Qt.Key.Key_PageDown)
    QTest.keyClick(window.beside.panel, Qt.Key.Key_Escape)
    page.form.text.selectAll()
    page.form.text.copy()
    window.show_page("Report")
    report = window.workspace.page
    wait(lambda: report.settled and report.write_button.isEnabled())
    while report.queue.chosen is not None:
        QTest.keyClick(report.queue.list, Qt.Key.Key_O)
        wait(lambda: report.settled and report.write_button.isEnabled())
    report.write_report(Path(sys.argv[4]))
    wait(lambda: report.settled and report.write_button.isEnabled())
    window.save_now()
    wait(lambda: not record.unsaved)
    window.show_page("Chronology")
    types(window.workspace.page.form.fields["comment"].control, secret["typed"] + " again")
    say("working")
    app.exec()
else:
    window.entrance.show_unlock(Path(sys.argv[2]))
    unlock()
    say("taken up")
    window.lock()
    app.exec()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of its own, so that whatever is written anywhere lies below it."""
    home = tmp_path / "home"
    for name in ("tmp", "data", "documents"):
        (home / name).mkdir(parents=True)
    return home


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """Everything that a program may write to by default is in that home."""
    kept = {name: held for name, held in os.environ.items() if not name.startswith("XDG_")}
    kept.pop("WORKBENCH_PASSPHRASE", None)
    return {
        **kept,
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "WORKBENCH_DATA": str(home / "data"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def paper(path: Path) -> Path:
    """What an agency sent; it lies outside the home, where the program only reads it."""
    document = docx.Document()
    table = document.add_table(2, 2)
    rows = (("Date", "Event"), ("12 March 2017", f"{GIVEN} {SURNAME} said {OF_THE_PAPER}."))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(path))
    return path


class Watched:
    """One run of the journey in a process of its own, traced where that can be done."""

    def __init__(self, log: Path, environment: dict[str, str], *words: str) -> None:
        self.trace = Trace(log) if can_trace() else None
        command = [sys.executable, "-c", JOURNEY, *words]
        self._child = subprocess.Popen(
            traced(command, log) if self.trace else command,
            env=environment,
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        told = {"passphrase": PASSPHRASE, "title": TITLE, "name": f"{GIVEN} {SURNAME}"}
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps({**told, "place": PLACE, "typed": TYPED}) + "\n")
        self._child.stdin.flush()
        self.written: set[Path] = set()

    def says(self, what: str) -> None:
        """Wait until it says this."""
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            assert self._child.stderr is not None
            pytest.fail(self._child.stderr.read()[-3_000:])
        told = json.loads(line)
        assert told["said"] == what
        self.written |= {Path(each) for each in told["written"]}

    def is_killed(self) -> None:
        """Kill it as a power cut would: the process itself, not who watches it."""
        for process in self._of_the_journey():
            os.kill(process, signal.SIGKILL)
        self.ends()

    def ends(self) -> None:
        """Wait until it has ended."""
        self._child.communicate(timeout=60)

    def _of_the_journey(self) -> Iterator[int]:
        if self.trace is None:
            yield self._child.pid
            return
        children = Path(f"/proc/{self._child.pid}/task/{self._child.pid}/children")
        yield from map(int, children.read_text(encoding="ascii").split())


def forms(word: str) -> tuple[bytes, bytes]:
    """The word's bytes as programs write them."""
    return word.encode(), word.encode("utf-16-le")


@pytest.mark.skipif(sys.platform == "win32", reason="the process is killed by a POSIX signal")
def test_no_word_of_the_review_is_written_in_clear_on_a_whole_journey(
    tmp_path: Path, home: Path, environment: dict[str, str]
) -> None:
    file, report = home / "documents" / "a.review", home / "documents" / "report.docx"
    came_in = paper(tmp_path / "police.docx")
    first = Watched(
        tmp_path / "1.trace", environment, "first", str(file), str(came_in), str(report)
    )
    first.says("working")
    first.is_killed()
    left_by_the_crash = lying_in_clear(home)
    second = Watched(tmp_path / "2.trace", environment, "second", str(file))
    second.says("taken up")
    if sys.platform == "linux":
        second.says("locked")
    second.ends()

    assert left_by_the_crash == []
    assert lying_in_clear(home) == []
    for run in (first, second):
        outside = {each for each in run.written if not is_below(each, home)}
        assert outside == set(), "something was written elsewhere than in the home"
        if run.trace is not None:
            written_in_clear(run.trace, home)
    released_with_pseudonyms(report)
    review = open_review(file, PASSPHRASE, author="Ash", read_only=True)
    texts = " ".join(f"{entry.text} {entry.comment}" for entry in review.all(Entry))
    assert OF_THE_PAPER in texts
    assert f"{TYPED} again" in texts
    review.close()


def lying_in_clear(home: Path) -> list[tuple[str, Path]]:
    """Every known word that lies in a file, or in its name."""
    return [
        (word, path) for word in SECRETS for form in forms(word) for path in lying_about(home, form)
    ]


def written_in_clear(trace: Trace, home: Path) -> None:
    """The log must be whole, and no call in it may have written a known word anywhere."""
    assert trace.calls > 300, "the trace is blind"
    assert trace.saying(b"\x89SRW\r\n\x1a\n"), "the trace does not show what was written"
    assert trace.cut_short() == []
    for word in SECRETS:
        for form in forms(word):
            assert trace.saying(form) == [], word
    assert {each for each in trace.opened_to_write() if not is_below(each, home)} == set()
    assert {each for each in trace.mapped_to_write() if not each.endswith("-shm")} == set()


def is_below(path: Path, home: Path) -> bool:
    """Whether a path that was written to is in the home, or holds nothing that stays."""
    return path.is_relative_to(home) or path.parts[:2] in (("/", "dev"), ("/", "proc"))


def released_with_pseudonyms(report: Path) -> None:
    """What left holds no real name in any of its parts."""
    with zipfile.ZipFile(report) as package:
        parts = b"\n".join(package.read(name) for name in package.namelist())
    assert b"Violet" in parts
    for word in (SURNAME, GIVEN, PLACE):
        assert not any(form in parts for form in forms(word)), word
