"""After locking, the process that shows the unlock screen has no word and no key in its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.journeys.memory import disguised
from workbench.actions.opening import create_review, open_review
from workbench.model.chronology import Entry
from workbench.model.findings import Finding
from workbench.model.ids import EntryId, FindingId, new_id
from workbench.store.keys import LEAST, derived

SENTENCES = (
    "Bramblewick nobody had heard of the grandmother’s spare room",
    "Quillfeather the school wrote twice and was not answered",
)

WORK = """
import json, os, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import ui.app
from tests.journeys.memory import found_in_memory

sought = json.loads(os.environ["SOUGHT"])
locked_before = "WORKBENCH_AGAIN" in os.environ
app = QApplication(["workbench"])
window = ui.app.make_window(app)
ui.app.begin(app, window, None if locked_before else Path(sys.argv[1]))
unlock = window.entrance.unlock
if locked_before:
    app.processEvents()
    print(json.dumps({
        "found": found_in_memory(sought), "pid": os.getpid(),
        "said": unlock.reason.text(), "file": unlock.file.text(), "page": window.afresh.page,
    }), flush=True)
    sys.exit(0)
unlock.passphrase.line.setText(sys.stdin.readline().rstrip())
unlock.unlock_button.click()
while window.session.review is None:
    app.processEvents()
for page in ("Chronology", "Findings", "People", "Meetings"):
    window.show_page(page)
    app.processEvents()
window.show_page("Chronology")
page = window.workspace.page
page.frame.table.selectRow(0)
QTest.keyClicks(page.form.text, "And more. ")
window.present()
app.processEvents()
print(json.dumps({"found": found_in_memory(sought), "pid": os.getpid()}), flush=True)
window.lock()
shown = [each.windowTitle() for each in app.topLevelWidgets() if each.isVisible()]
print(json.dumps({"shown": shown}), flush=True)
app.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process read its own memory")
def test_no_sentence_and_no_key_is_in_memory_after_locking(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    path = tmp_path / "adult-c.review"
    review = create_review(path, PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST)
    entry = Entry(id=EntryId(new_id()), text=SENTENCES[0])
    finding = Finding(id=FindingId(new_id()), title="Asked for", statement=SENTENCES[1])
    review.change("note", put=[entry, finding])
    data_key = review._record.data_key
    review.close()
    texts = [
        text.encode(form) for text in (*SENTENCES, PASSPHRASE) for form in ("utf-8", "utf-16-le")
    ]
    page_key = derived(data_key, "sqlcipher")
    sought = [*texts, data_key, page_key, page_key.hex().encode()]
    environment = {
        **{
            name: value
            for name, value in quick_environment.items()
            if name != "WORKBENCH_PASSPHRASE"
        },
        "SOUGHT": json.dumps([disguised(each) for each in sought]),
    }

    run = subprocess.run(
        [sys.executable, "-c", WORK, str(path)],
        env=environment,
        cwd=Path(__file__).parents[2],
        input=PASSPHRASE + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    open_, locking, locked = (json.loads(line) for line in run.stdout.splitlines())
    assert {0, 1, 2, 3, 6, 7} <= set(open_["found"]), "the search is blind"
    assert locking["shown"] == ["Review Panel Workbench"]
    assert locked["found"] == []
    assert locked["pid"] == open_["pid"], "on Linux the same process goes on, emptied"
    assert [locked[each] for each in ("said", "file", "page")] == [
        "Locked.",
        "adult-c.review",
        "Chronology",
    ]
    again = open_review(path, PASSPHRASE, author="Ash", read_only=True)
    assert again.get(Entry, entry.id).text == "And more. " + SENTENCES[0]
    again.close()
