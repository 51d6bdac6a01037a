"""The disclosure log as a Word document for the board, by the same gate, writer and leak scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from workbench.disclosure.audiences import audience, audience_names
from workbench.disclosure.disclosing import Reason
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.log import Leaving, log_of, names_somebody
from workbench.disclosure.register import register_of
from workbench.errors import Refused
from workbench.model.blocks import (
    Block,
    Column,
    Document,
    Items,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Words,
    words,
)
from workbench.model.ids import RulingId, new_id
from workbench.model.releases import LoggedRelease, Tally
from workbench.model.rulings import Ruling, Verdict
from workbench.report.layouts import Layout, layout, layout_of
from workbench.report.material import gather
from workbench.report.outputs import OUTPUTS, cover_values
from workbench.report.protection import protected
from workbench.report.putting import put_in_place
from workbench.report.release import Release
from workbench.report.stages import QUIETLY
from workbench.report.template import built_in
from workbench.report.word import render
from workbench.resources import read_json
from workbench.review import Review

OUTPUT = "disclosure-log"
_COLUMNS = (
    Column("when", "When", 1.5),
    Column("what", "What, and for whom", 2.6),
    Column("done", "What was done", 3.4),
)
_ABOUT = (
    "Each document that left the record of this review, and each that was refused, with what the "
    "gate replaced in it and what the search of the finished file found. It holds counts and kinds "
    "and nobody’s name. The fingerprint (SHA-256) tells whether a copy is the file that left."
)


def kind_called(what: str) -> str:
    """A kind of thing that was counted, in plain words."""
    called: dict[str, str] = read_json("register", "log-words.json")["kinds"]
    return called.get(what, what.replace("_", " "))


def output_called(output: str) -> str:
    """An output as its cover calls it."""
    own = {OUTPUT: "disclosure log", "key": "key from pseudonyms to names"}
    named = OUTPUTS.get(output)
    return named.document if named else own.get(output, output)


def audience_called(name: str) -> str:
    """An audience by its label."""
    return audience(name).label if name in audience_names() else ""


def counted(tallies: Sequence[Tally]) -> str:
    """ "names of people: 12; names of places: 3"."""
    return "; ".join(f"{kind_called(one.what)}: {one.count:,}" for one in tallies)


def entry_in_words(entry: LoggedRelease) -> tuple[str, ...]:
    """What one entry says beside when, what and for whom."""
    said = ["Left the record." if entry.released else "Refused: nothing left."]
    if entry.replaced:
        said.append(f"Replaced: {counted(entry.replaced)}.")
    if entry.let_stand:
        said.append(f"Let stand by a ruling: {entry.let_stand:,}.")
    if entry.held_back:
        said.append(f"Not ruled on: {counted(entry.held_back)}.")
    if entry.leaks:
        said.append(f"Found in the finished file: {counted(entry.leaks)}.")
    if entry.parts_unreadable:
        said.append(f"Parts that could not be read: {entry.parts_unreadable:,}.")
    if entry.pictures_to_look_at:
        said.append(f"Pictures to look at by eye: {entry.pictures_to_look_at:,}.")
    if entry.protected:
        said.append("Protected with a password.")
    return tuple(said)


def described(entry: LoggedRelease) -> tuple[str, ...]:
    """What it was, for whom, and on which template."""
    output = output_called(entry.output)
    said = [f"{output[:1].upper()}{output[1:]}"]
    readers = audience_called(entry.audience)
    said += [f"For: {readers}"] if readers else []
    said += [f"Recipient: {entry.recipient}"] if entry.recipient else []
    said += [f"File: {entry.file_name}"] if entry.file_name else []
    said += [f"Template: {entry.template}"] if entry.template else []
    said += [f"Version: {entry.version}"] if entry.version else []
    return tuple(said)


def log_document(review: Review) -> Document:
    """The log as blocks; it goes through the gate like everything."""
    entries = log_of(review)
    blocks: list[Block] = [Paragraph(words(_ABOUT), ParagraphStyle.BODY, "the log")]
    if not entries:
        blocks.append(Paragraph(words("Nothing has left the record yet."), place="the log"))
    else:
        rows = tuple(_row(entry) for entry in entries)
        blocks.append(Table(_COLUMNS, rows, words("Releases and refusals"), place="the log"))
        hashes = tuple(
            words(f"{_when(entry)}: {entry.file_hash}") for entry in entries if entry.file_hash
        )
        if hashes:
            blocks.append(Paragraph(words("Fingerprints of the files:"), place="the log"))
            blocks.append(Items(hashes, place="the log"))
    plan = _plan(review)
    return Document(
        title=words(review.details.title),
        values=cover_values(review, gather(review), plan),
        sections=(Section(plan.sections[0].id, words(plan.sections[0].title), tuple(blocks)),),
    )


def _when(entry: LoggedRelease) -> str:
    at = datetime.fromisoformat(entry.at)
    return f"{at.day} {at:%B %Y} at {at:%H:%M} UTC"


def _row(entry: LoggedRelease) -> tuple[Words, ...]:
    return (
        words(_when(entry)),
        words("\n".join(described(entry))),
        words("\n".join(entry_in_words(entry))),
    )


def _plan(review: Review) -> Layout:
    return replace(layout(OUTPUT), title=layout_of(review.details).title)


def disclosed_log(review: Review) -> Disclosed:
    """The log as the board may read it: with exact times, and with the words that its author chose
    for recipients and templates, which were and are held against the register."""
    register = register_of(review)
    readers = replace(audience("board"), date="exact", clock="keep")
    document = log_document(review)
    rulings = review.all(Ruling)
    asked = disclose(document, register, readers, rulings)
    kept = {
        one.words
        for one in asked.unresolved
        if one.reason is Reason.UNKNOWN and not names_somebody(one.words, register)
    }
    ours = tuple(
        Ruling(id=RulingId(new_id()), words=one, verdict=Verdict.KEEP) for one in sorted(kept)
    )
    return disclose(document, register, readers, (*rulings, *ours))


def write_log(
    review: Review, path: Path, *, password: str | None = None, recipient: str = ""
) -> Release:
    """Write the log to ``path``. Words in it that are a registered name by now stay masked. That
    it was written is itself logged."""
    leaving = Leaving(
        review=review,
        output=OUTPUT,
        audience=audience("board"),
        file_name=path.name,
        recipient=recipient,
        template="our own",
        protected=password is not None,
    )
    leaving.require_fit()
    disclosed = disclosed_log(review)
    template = replace(built_in(OUTPUT), plan=_plan(review))
    written = render(disclosed, template)
    locked = None if password is None else protected(written.content, password)
    try:
        put_in_place(written.content, path, leaving, (disclosed,), locked=locked, stages=QUIETLY)
    except Refused:
        leaving.refused(disclosed)
        raise
    masked = len(disclosed.unresolved)
    told = f"{masked} words in it are masked, because nobody has ruled on them."
    return Release(path, (told,) if masked else (), leaving.entry, leaving.change)
