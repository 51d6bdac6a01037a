"""A file damaged in any way is answered in words: never with an exception, never as clean where the
name was left in it, and nothing of it goes into a log."""

from __future__ import annotations

import contextlib
import io
import logging
import random
import zipfile

import pytest

from tests.workbench.disclosure import leak_bed, other_beds
from tests.workbench.disclosure.test_scan_of_other_files import KNOWN
from workbench.disclosure.cleaning.changes import Changes
from workbench.disclosure.cleaning.word_file import clean_word
from workbench.disclosure.leak_scan import scan
from workbench.errors import WorkbenchError


def damaged(content: bytes, draw: random.Random) -> bytes:
    """The bytes with a few changed, taken out, put in or repeated."""
    bytes_ = bytearray(content)
    for _ in range(draw.randint(1, 10)):
        at = draw.randrange(len(bytes_))
        match draw.randrange(4):
            case 0:
                bytes_[at] = draw.randrange(256)
            case 1:
                del bytes_[at : at + draw.randint(1, 40)]
            case 2:
                bytes_[at:at] = draw.randbytes(draw.randint(1, 20))
            case _:
                bytes_[at:at] = bytes_[at : at + 60]
    return bytes(bytes_)


MAKERS = {**other_beds.VECTORS, **{name: make for name, (_, make) in other_beds.UNREADABLE.items()}}


@pytest.mark.parametrize("name", MAKERS)
def test_a_damaged_file_is_answered_and_nothing_is_logged(
    name: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    draw, whole = random.Random(name), MAKERS[name]()
    with caplog.at_level(logging.DEBUG):
        for _ in range(12):
            report = scan(damaged(whole, draw), KNOWN)
            assert report.looked_at
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", [name for name, _ in leak_bed.vectors()][::8])
def test_a_damaged_word_file_is_cleaned_or_refused(name: str) -> None:
    draw, whole = random.Random(name), dict(leak_bed.vectors())[name]()
    for _ in range(8):
        content = damaged(whole, draw)
        with contextlib.suppress(WorkbenchError):  # refused in words, which is as good
            assert scan(clean_word(content, Changes.ACCEPT).content, KNOWN).looked_at


def test_bytes_under_the_name_of_a_folder_are_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(zipfile.ZipInfo("word/"), leak_bed.NAME)
    assert scan(out.getvalue(), KNOWN).leaks
