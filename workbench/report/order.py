"""What the author orders when a document is to leave: which, for whom, and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workbench.disclosure.audiences import Audience
from workbench.questions.since import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOrder:
    """One document for one audience, on the board's ``template`` or our own, and to whom it goes.

    ``allow_missing`` leaves out sections that the template lacks; with a ``password`` the file is
    protected; ``about`` is the id of the agency or meeting that it is about; ``evidence_notes``
    prints links to evidence as footnotes; with ``between`` it is the comparison of two versions.
    """

    output: str
    audience: Audience
    template: Path | None = None
    allow_missing: bool = False
    password: str | None = field(default=None, repr=False)
    recipient: str = ""
    about: str = ""
    evidence_notes: bool = False
    between: tuple[Moment, Moment] | None = None
