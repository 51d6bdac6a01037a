"""The power goes while the author types: a real process is killed, and nothing that settled is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import PASSPHRASE
from workbench.actions.opening import open_review

TYPING = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import ui.app
from workbench.actions.opening import create_review
from workbench.store.keys import LEAST
app = QApplication(["workbench"])
window = ui.app.make_window(app)
window.show()
review = create_review(
    Path(sys.argv[1]), sys.argv[2], type="sar", title="Adult C", author="Morgan Vale", cost=LEAST
)
window.session.open(review)
window.show_page("Chronology")
page = window.workspace.page
page.new_item()
QTest.keyClicks(page.form.fields["when"].control.line, "early march 2024")
QTest.keyClicks(page.form.text, "Typed just before the power went.")
while review.entries()[0].text != "Typed just before the power went.":
    app.processEvents()
print("typed", flush=True)
app.exec()
"""


def test_what_was_typed_is_there_after_the_process_was_killed(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    file = tmp_path / "adult-c.review"
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(file), PASSPHRASE],
        env=quick_environment,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.kill()
    assert said == "typed\n"
    review = open_review(file, PASSPHRASE, author="Morgan Vale")
    try:
        (entry,) = review.entries()
        assert entry.text == "Typed just before the power went."
        assert entry.when.text == "early march 2024"
        assert any("ended unexpectedly" in notice for notice in review.notices)
    finally:
        review.close()
