"""Reads the projected window as the room does: every slide of both samples is shown, photographed
and read by tesseract, and what was read is looked through for every registered name.

Run ``python tests/bench/read_the_panel.py``. It needs the program tesseract and says so where that
is missing. A slide with a real name on it is read first: if that were not found, nothing would be
proved.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.panel.present import disclosed_slides
from ui.panel.room import PanelWindow
from ui.panel.show import Show
from ui.panel.sizing import sheet_for
from ui.support import theme
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample
from workbench.disclosure.leak_scan import Leak, scan
from workbench.disclosure.register import Register, register_of
from workbench.report.slides import occasion
from workbench.store.keys import LEAST

WIDE, HIGH = 1920, 1080
SAMPLES = {"adult": "sar", "child": "lcspr"}


def read(image: QImage, folder: Path) -> str:
    """The words that tesseract reads in a picture."""
    path = folder / "slide.png"
    image.save(str(path))
    command = ["tesseract", str(path), "-", "--psm", "3", "-l", "eng"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def leaks_in(words: str, register: Register) -> tuple[Leak, ...]:
    """What the leak scan finds in words."""
    return scan(words.encode() or b" ", register).leaks


def control(register: Register, folder: Path) -> bool:
    """Whether a real name on a slide would be read and found."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = QFont(theme.TYPEFACE)
    font.setPixelSize(54)
    painter.setFont(font)
    name = next(one.name for one in register.entities if not one.keep and " " in one.name)
    painter.drawText(120, 300, f"They spoke to {name} at home.")
    painter.end()
    return bool(leaks_in(read(image, folder), register))


def read_sample(name: str, folder: Path) -> tuple[int, int, list[str]]:
    """The slides of a sample: how many, how many words were read, and where a name was."""
    path = folder / f"{name}.review"
    review = create_review(
        path, "heron lantern cobble thimble", type=SAMPLES[name], title="A review",
        author="A. Author", cost=LEAST,
    )  # fmt: skip
    try:
        make_sample(review, name)
        register = register_of(review)
        if not control(register, folder):
            raise SystemExit("A real name on a slide was not read, so nothing is proved.")
        show = Show(disclosed_slides(review), occasion(review), sheet_for(WIDE, HIGH))
        window = PanelWindow(show)
        window.resize(WIDE, HIGH)
        window.show()
        count, words, found = show.current.count, 0, []
        for number in range(count):
            show.go(number)
            text = read(window.grab().toImage(), folder)
            words += len(text.split())
            found += [f"{name}, slide {number + 1}: {one.what}" for one in leaks_in(text, register)]
        window.close()
        return count, words, found
    finally:
        review.close()


def main() -> int:
    """Read both samples; 0 if no name was found, 1 if one was, 2 without tesseract."""
    if shutil.which("tesseract") is None:
        print("tesseract is not installed, so the slides cannot be read as a room reads them.")
        return 2
    app = QApplication.instance() or QApplication(["workbench"])
    theme.load_typeface()
    if isinstance(app, QApplication):
        theme.apply(app)
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_DATA"] = str(Path(folder) / "data")
        for name in SAMPLES:
            count, words, leaks = read_sample(name, Path(folder))
            found += leaks
            print(
                f"{name}: {count} slides shown, {words:,} words read, {len(leaks)} real names found"
            )
    for one in found:
        print(one)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
