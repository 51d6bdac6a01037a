"""What the gate said of a text, remembered: a report is put through again after every change, and
all of it but the text that was changed says what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.disclosure.audiences import Audience
from workbench.disclosure.detectors.recent import Recent, Told
from workbench.disclosure.disclosing import Account, Discloser
from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register
from workbench.disclosure.rulings import rulings_for
from workbench.model.blocks import Moment
from workbench.model.rulings import Ruling

_WAYS = 4  # in which one text was read, after other texts
_MOST = 40_000  # texts; a report of 600 pages has about half as many


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of a text, what was noted on the way, and what it rested on and added."""

    text: str
    noted: Account
    told: Told


class Remembering:
    """A discloser for one register, audience and set of rulings that remembers what it said.

    Whom a name means may rest on who was named in the texts before it, so a text says the same
    again only where all that it asks of them has the same answer.
    """

    def __init__(self, discloser: Discloser) -> None:
        self._discloser = discloser
        self._said: dict[tuple[str, str, str, date | None], list[_Said]] = {}

    def text(self, text: str, place: str, account: Account) -> str:
        """The text as the audience may read it; what happened is added to the account."""
        recent = account.recent
        before = self._said.get((str(text), place, recent.topic, recent.day), ())
        said = next((one for one in before if recent.fits(one.told)), None)
        if said is None:
            said = self._read(text, place, recent)
        else:
            recent.repeat(said.told)
        noted = said.noted
        if noted.unresolved or noted.decided or noted.replaced:
            account.unresolved += noted.unresolved
            account.decided += noted.decided
            account.replaced.update(noted.replaced)
        return said.text

    def _read(self, text: str, place: str, recent: Recent) -> _Said:
        """Read a text that is new, or new after these others."""
        key = (str(text), place, recent.topic, recent.day)
        noted = Account(recent=recent)
        recent.watch()
        disclosed = self._discloser.text(text, place, noted)
        said = _Said(disclosed, noted, recent.all_told())
        if len(self._said) >= _MOST:
            self._said.clear()
        self._said[key] = [said, *self._said.get(key, ())][:_WAYS]
        return said

    def moment(self, part: Moment, account: Account) -> str:
        """A time as the audience may read it."""
        return self._discloser.moment(part, account)

    def mention(self, person: str, place: str, account: Account) -> str:
        """The name of a person as the audience may read it."""
        return self._discloser.mention(person, place, account)


def remembering(register: Register, audience: Audience, rulings: Sequence[Ruling]) -> Remembering:
    """The discloser of these, with what it said before; the last few are kept."""
    return kept_disclosers(register, audience, tuple(rulings))


@lru_cache(maxsize=3)
def kept_disclosers(
    register: Register, audience: Audience, rulings: tuple[Ruling, ...]
) -> Remembering:
    """One discloser for each; dropped when the review is locked."""
    discloser = Discloser(finder_of(register), audience, rulings_for(register, rulings))
    return Remembering(discloser)
