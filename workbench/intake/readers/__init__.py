"""One file for each kind of paper: from bytes to rows of cells."""

from __future__ import annotations

from workbench.intake.paper import Paper
from workbench.intake.readers.delimited import read_delimited
from workbench.intake.readers.excel import read_excel
from workbench.intake.readers.word import read_word


def read_paper(data: bytes, name: str) -> Paper:
    """The tables of a paper, read as its name says it should be."""
    kind = name.rpartition(".")[2].casefold()
    if kind in {"xlsx", "xlsm"}:
        return read_excel(data, name)
    if kind in {"csv", "tsv", "txt"}:
        return read_delimited(data, name)
    return read_word(data, name)
