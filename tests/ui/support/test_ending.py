"""A process that is asked to end saves and closes first."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import open_review
from workbench.model.people import Person

WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.app
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.store.keys import LEAST
app = QApplication(["workbench"])
window = ui.app.make_window(app)
ui.app.begin(app, window, None)
window.session.open(create_review(
    Path(sys.argv[1]), sys.argv[2], type="sar", title="Adult C", author="Ash", cost=LEAST
))
window.session.run(lambda review: add_person(review, name="Rowan Ashe"))
if sys.argv[3] == "gone":
    Path(sys.argv[1]).parent.rename(Path(sys.argv[1]).parent.with_name("elsewhere"))
QTimer.singleShot(0, lambda: print("typed", flush=True))
status = app.exec()
print("review open:", window.session.review is not None, flush=True)
sys.exit(status)
"""


def end(path: Path, environment: dict[str, str], where: str, how: signal.Signals) -> str:
    """Work in a process of its own, ask it to end, and return the last that it said."""
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(path), PASSPHRASE, where],
        env=environment,
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        child.send_signal(how)
        said = child.stdout.read()
    assert child.returncode == 0
    return said


pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows asks windows to close and has no such signals"
)


def test_a_signal_to_end_saves_and_closes(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    path = tmp_path / "adult-c.review"
    assert end(path, quick_environment, "here", signal.SIGHUP) == "review open: False\n"
    review = open_review(path, PASSPHRASE, author="Ash")
    try:
        assert [person.name for person in review.all(Person)] == ["Rowan Ashe"]
        assert review.notices == ()  # it was no crash
    finally:
        review.close()


def test_where_the_file_cannot_be_written_the_work_stays_in_the_working_copy(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "adult-c.review"
    assert end(path, quick_environment, "gone", signal.SIGTERM) == "review open: False\n"
    (tmp_path / "elsewhere").rename(stick)
    review = open_review(path, PASSPHRASE, author="Ash")
    try:
        assert [person.name for person in review.all(Person)] == ["Rowan Ashe"]
        assert any("ended unexpectedly" in notice for notice in review.notices)
    finally:
        review.close()
