"""What changed, written out to be read: words that went struck through, words that came underlined,
each with a colour of its own besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ui.support.tokens import Tones
from workbench.questions.history import Deed, FieldDiff
from workbench.questions.word_diff import Run, Sort

MOST_SPOKEN = 2_000  # letters


@dataclass(frozen=True, slots=True)
class Told:
    """One item's change, ready to be shown: its heading and its fields."""

    heading: str
    deed: Deed
    fields: tuple[FieldDiff, ...]


def as_html(told: Sequence[Told], tone: Tones, *, more: int = 0, nothing: str = "") -> str:
    """The changes as rich text; ``more`` is how many items are left out."""
    parts = [_item(each, tone) for each in told]
    if more:
        parts.append(f"<p>And {more:,} more items.</p>")
    if not told:
        parts.append(f"<p>{escape(nothing)}</p>")
    return "".join(parts)


def _item(told: Told, tone: Tones) -> str:
    heading = f"<h4>{escape(f'{told.deed.value}: {told.heading}')}</h4>"
    fields = "".join(
        f'<p><span style="color:{tone.muted.name()}">{escape(each.label)}</span><br>'
        f"{_runs(each.runs, told.deed, tone)}</p>"
        for each in told.fields
    )
    return heading + fields


def _runs(runs: Sequence[Run], deed: Deed, tone: Tones) -> str:
    """Of an item that was added or deleted every word is new or gone: that is said once, above."""
    if deed is not Deed.CHANGED:
        return "".join(_text(run.text) for run in runs)
    return "".join(_run(run, tone) for run in runs)


def _run(run: Run, tone: Tones) -> str:
    bare = run.text.rstrip()
    rest = run.text[len(bare) :]
    match run.sort:
        case Sort.REMOVED:
            shown = f'<s style="color:{tone.risk.name()}">{_text(bare)}</s>'
        case Sort.ADDED:
            ground, ink = tone.protective_ground.name(), tone.protective.name()
            shown = f'<u style="background-color:{ground};color:{ink}"><b>{_text(bare)}</b></u>'
        case _:
            return _text(run.text)
    return shown + (_text(rest) or " ")


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def spoken(told: Sequence[Told]) -> str:
    """The same for a screen reader, which hears neither strokes nor lines."""
    parts = []
    for each in told:
        parts.append(f"{each.deed.value}: {each.heading}.")
        parts.extend(f"{field.label}: {_heard(field, each.deed)}." for field in each.fields)
    whole = " ".join(parts)
    return whole if len(whole) <= MOST_SPOKEN else f"{whole[:MOST_SPOKEN]}…"


def _heard(field: FieldDiff, deed: Deed) -> str:
    if deed is not Deed.CHANGED:
        return field.before or field.after
    changed = [run for run in field.runs if run.sort is not Sort.SAME]
    return ", ".join(f"{run.sort.value} “{run.text.strip()}”" for run in changed)
