"""The author's rulings, applied to what the detectors find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Register
from workbench.model.rulings import Ruling, Verdict


def surface_of(words: str) -> str:
    """What makes two words the same for a ruling: letters and digits alone, without a title."""
    atoms = list(atoms_of(words))
    while len(atoms) > 1 and atoms[0] in vocabulary().titles:
        atoms.pop(0)
    if len(atoms) > 1 and atoms[-1] == "s":
        atoms.pop()
    return " ".join(atoms)


def context_of(sentence: str) -> str:
    """What makes two sentences the same for a ruling."""
    return " ".join(atoms_of(sentence))


@dataclass(frozen=True)
class Rulings:
    """Rulings by their words, those for one sentence apart from those for the whole review."""

    everywhere: dict[str, Ruling]
    here: dict[tuple[str, str], Ruling]
    protected: frozenset[str]

    def on(self, words: str, sentence: str) -> Ruling | None:
        """The ruling on these words in this sentence, if there is one."""
        surface = surface_of(words)
        local = self.here.get((surface, context_of(sentence)))
        if local is not None:
            return local
        ruling = self.everywhere.get(surface)
        lets_pass = ruling is not None and ruling.verdict in (Verdict.ORDINARY, Verdict.KEEP)
        # "Ignore Rose" holds for one sentence: while Rose is registered, never for every Rose.
        return None if lets_pass and surface in self.protected else ruling


def rulings_for(register: Register, rulings: Sequence[Ruling]) -> Rulings:
    """The rulings ready for use; of two on the same words in the same place the later holds."""
    everywhere: dict[str, Ruling] = {}
    here: dict[tuple[str, str], Ruling] = {}
    for ruling in rulings:
        if ruling.verdict is Verdict.DISTINCT:
            continue  # an answer to a proposal of ours; it lets nothing pass
        surface = surface_of(ruling.words)
        if ruling.context.strip():
            here[surface, context_of(ruling.context)] = ruling
        else:
            everywhere[surface] = ruling
    protected = frozenset(
        surface_of(form.words)
        for form in register.forms
        if not getattr(register.entity(form.entity), "keep", False)
    )
    return Rulings(everywhere, here, protected)


_AGAINST = {
    "entity": "It means somebody who is not registered any more, so it has no effect. Revoke it.",
    "register": (
        "These words are a registered name now, so it has no effect: nobody’s name is let pass "
        "everywhere. Rule on the sentence instead, or revoke it."
    ),
    "replacement": (
        "What it puts in their place is, or holds, a real name, so it has no effect. Choose other "
        "words, or revoke it."
    ),
    "later": "Another ruling on the same words was made later and holds instead. Revoke one.",
}


def contradictions(
    register: Register, rulings: Sequence[Ruling], reveals: Callable[[str], bool]
) -> dict[str, str]:
    """The rulings (their ids) that cannot hold beside the register or another ruling, each with
    why in words. ``reveals`` says whether words hold a real name."""
    ready = rulings_for(register, rulings)
    holding = {id(one) for one in (*ready.everywhere.values(), *ready.here.values())}
    return {
        one.id: _AGAINST[why]
        for one in rulings
        if one.verdict is not Verdict.DISTINCT
        and (why := _against(one, register, ready.protected, reveals, holds=id(one) in holding))
    }


def _against(
    one: Ruling,
    register: Register,
    protected: frozenset[str],
    reveals: Callable[[str], bool],
    *,
    holds: bool,
) -> str:
    if not holds:
        return "later"
    if one.verdict is Verdict.REGISTERED and register.entity(one.entity) is None:
        return "entity"
    if one.verdict is Verdict.GENERALISE and reveals(one.replacement):
        return "replacement"
    passes = one.verdict in (Verdict.ORDINARY, Verdict.KEEP) and not one.context.strip()
    return "register" if passes and surface_of(one.words) in protected else ""
