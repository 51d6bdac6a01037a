"""Words in small letters that stand where a name stands: "mr oduya", "told by wolverley"."""

from __future__ import annotations

import re

from workbench.disclosure.dictionary import pronounceable, vocabulary, word_list

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LEAST, _MOST = 4, 20  # letters
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sgt", "nurse", "sister"))
# Only people are rung, met or warned; a drug is "given with" and a house "visited by".
_DONE_TO = frozenset(
    ("rang", "phoned", "met", "warned", "told", "asked", "informed", "advised", "reminded",
     "punched", "slapped", "kicked", "hit", "threatened", "assaulted", "married")
)  # fmt: skip
_SPOKEN = frozenset(("told", "seen", "spoke", "spoken", "said", "reported", "accompanied"))
_LINKS = frozenset(("by", "to", "with"))


def strange(word: str) -> bool:
    """Whether no dictionary of ours has this word in small letters."""
    known = vocabulary()
    return not (word in known.ordinary or word in known.professional or word in known.rare)


def cued(text: str) -> tuple[str, ...]:
    """The strange words of a text that stand as a name would. ``text`` is a plain reading."""
    met = [word.removesuffix("'s") for word in _WORD.findall(text)]
    says = word_list("context.person_verbs")
    found: dict[str, None] = {}
    for at, word in enumerate(met):
        if not _LEAST <= len(word) <= _MOST or not strange(word):
            continue
        before, earlier = met[at - 1] if at else "", met[at - 2] if at > 1 else ""
        after = met[at + 1] if at + 1 < len(met) else ""
        spoken = before in _LINKS and earlier in _SPOKEN and pronounceable(word)
        if before in _TITLES | _DONE_TO or after in says or spoken:
            found.setdefault(word)
    return tuple(found)
