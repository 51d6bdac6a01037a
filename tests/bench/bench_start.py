"""How long the workbench takes to its first painted window, against a window of Qt's with nothing
in it. Run it as ``python tests/bench/bench_start.py``; it prints the two medians and their ratio.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
MOST = 2.0
ROOT = Path(__file__).parents[2]

# Each program ends itself at its first painted frame, so that what is timed is what is waited for.
_END = """
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False
"""
EMPTY = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["empty"])
"""
    + _END
    + """
window = QMainWindow()
first = FirstPaint()
window.installEventFilter(first)
window.show()
app.exec()
"""
)
WORKBENCH = (
    """
import sys
sys.argv = ["workbench"]
import ui.start
import ui.app
"""
    + _END.replace("app.quit", "lambda: QApplication.instance().quit()")
    + """
from PySide6.QtWidgets import QApplication
first, make = FirstPaint(), ui.app.make_window
def make_watched(app):
    window = make(app)
    window.installEventFilter(first)
    return window
ui.app.make_window = make_watched
sys.exit(ui.start.main())
"""
)


def seconds(program: str, data: str) -> float:
    """How long a fresh Python takes to run this program to its end."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": data,  # compiled once, as it is where the workbench is installed
        "WORKBENCH_DATA": data,
        "PYTHONPATH": str(ROOT),
    }
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, env=environment, cwd=ROOT)
    return time.perf_counter() - started


def main() -> int:
    """Time both in turn, so that a busy machine slows both alike; 1 when the ratio is too high."""
    with tempfile.TemporaryDirectory() as data:
        for program in (EMPTY, WORKBENCH):
            seconds(program, data)  # fills the caches of the disk
        empty, ours = [], []
        for _ in range(RUNS):
            empty.append(seconds(EMPTY, data))
            ours.append(seconds(WORKBENCH, data))
    ratio = statistics.median(ours) / statistics.median(empty)
    print(f"an empty Qt window  {statistics.median(empty) * 1000:6.0f} ms")
    print(f"the workbench       {statistics.median(ours) * 1000:6.0f} ms")
    print(f"ratio               {ratio:6.2f}  (at most {MOST})")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
