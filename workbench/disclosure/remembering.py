"""What the gate said of a text, remembered: a report is put through again after every change, and
all of it but the text that was changed says what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from workbench.disclosure.audiences import Audience
from workbench.disclosure.disclosing import Account, Discloser
from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register
from workbench.disclosure.rulings import rulings_for
from workbench.model.blocks import Moment
from workbench.model.rulings import Ruling

_MOST = 40_000  # texts; a report of 600 pages has about half as many


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of a text, and what was noted on the way."""

    text: str
    noted: Account


class Remembering:
    """A discloser for one register, audience and set of rulings that remembers what it said.

    Whom a name means may rest on who was named in the texts before it, so a text is the same again
    only after the same people.
    """

    def __init__(self, discloser: Discloser) -> None:
        self._discloser = discloser
        self._said: dict[tuple[str, str, str], _Said] = {}

    def text(self, text: str, place: str, account: Account) -> str:
        """The text as the audience may read it; what happened is added to the account."""
        key = (str(text), place, repr(account.recent))
        said = self._said.get(key)
        if said is None:
            noted = Account(recent=deepcopy(account.recent))
            said = _Said(self._discloser.text(text, place, noted), noted)
            if len(self._said) >= _MOST:
                self._said.clear()
            self._said[key] = said
        account.unresolved += said.noted.unresolved
        account.decided += said.noted.decided
        account.replaced += said.noted.replaced
        account.recent = said.noted.recent  # it is copied, never changed, when a new text is read
        return said.text

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
