"""Which words with a capital are plain by their letters alone: known, or made of known ones."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.disclosure.detectors.made_words import made_of_words, of_medicine
from workbench.disclosure.dictionary import Vocabulary, pronounceable, vocabulary, word_list

# Conditions, treatments and callings, which reports like to give a capital.
OF_TRADE = (
    "itis", "osis", "aemia", "uria", "pathy", "plegia", "paresis", "philia", "phobia", "phasia",
    "pnoea", "trophy", "rrhoea", "algia", "ectomy", "oscopy", "otomy", "ography", "ometry", "ology",
    "ologist", "ologists", "iatry", "iatrist", "therapy", "therapist", "ician", "icians", "worker",
    "orate", "isation", "ability", "ivity", "iveness", "ational",
)  # fmt: skip
_ENDINGS = (
    "s", "es", "ed", "ing", "ly", "ness", "less", "able", "ally", "ful", "ive", "ment", "ism",
)  # fmt: skip
_LEADS = ("un", "re", "mis", "over", "dis")
_PREFIXES = (
    "non", "multi", "inter", "anti", "bio", "psycho", "socio", "neuro", "tele", "micro",
    "hyper", "hypo", "cyber", "trans", "intra", "extra", "super", "ultra", "electro", "cardio",
    "gastro", "hydro", "immuno", "post", "semi", "poly", "hepato", "nephro", "thermo",
)  # fmt: skip
# Family names begin so too (Underwood, Deforest), but do not end so.
_SHORT_PREFIXES = ("de", "re", "un", "pre", "co", "dis", "mis", "out", "over", "under", "en", "sub")
_OF_STATE = ("ised", "ized", "isation", "ization", "ness", "less", "able", "ed")
_OF_DEEDS = (
    "ed", "ing", "ings", "tion", "tions", "sion", "ment", "ments", "able", "ible", "ness", "ally",
    "isation", "ised", "iser", "ism",
)  # fmt: skip


def plain_by_itself(atom: str) -> bool:
    """Whether the letters of a word with a capital show that it names nobody."""
    known, low = vocabulary(), atom.lower()
    if low in known.ordinary or low in known.professional or low in known.seldom:
        return True
    if atom.upper() in known.acronyms and (atom.isupper() or not atom[1:].islower()):
        return True
    if not atom.isalpha():
        return _coded(atom)
    return _letters(atom, low) or _made(atom, low, known)


def derived(low: str) -> bool:
    """Whether a word is made from an ordinary one: "exclusions", "unhelpfully"."""
    ordinary = vocabulary().ordinary
    ends = (ending for ending in _ENDINGS if low.endswith(ending))
    if any(
        low[: -len(ending)] in ordinary or low[: -len(ending)] + "e" in ordinary for ending in ends
    ):
        return True
    return low.startswith(_LEADS) and any(low.removeprefix(lead) in ordinary for lead in _LEADS)


def _coded(atom: str) -> bool:
    """ "SW1", "GP2", "2nd", "S47": a code rather than a name."""
    return not atom[:4].isalpha() or sum(map(str.isalpha, atom)) <= 3


def _letters(atom: str, low: str) -> bool:
    """An acronym or an abbreviation: "RARs", "IDDSI", "QTc", "Dtr", "XaXeW"."""
    short = atom.removesuffix("s") if len(atom) > 3 else atom
    if short.isupper():  # too short to be told from initials, or no name that could be said
        return len(short) <= 3 or (len(atom) == 4 and not pronounceable(low))
    capitals = sum(map(str.isupper, atom))
    if capitals > 2 and capitals * 2 > len(atom) and not atom.startswith(("Mc", "Mac")):
        return True
    if atom[:3].isupper() and len(atom) > 4:
        return True  # "MRCPsych"
    vowels = any(letter in "aeiouyw" for letter in low)
    return 2 < len(atom) < 6 and low.isascii() and not vowels and low not in word_list("plain.sung")


def _made(atom: str, low: str, known: Vocabulary) -> bool:
    """Made of what is known: a plural, a prefix and a word, two words run together."""
    stems = _singulars(low)
    if any(stem in known.professional for stem in stems) or (
        low.endswith("s") and atom[:-1] in known.acronyms
    ):
        return True
    if low in known.names:
        return False
    if low.endswith(_OF_STATE) and _stem(low) in known.ordinary:
        return True  # "Crimed", "Sensationless"
    return made_of_words(atom) or of_medicine(low) or _prefixed(low, known)


def _singulars(low: str) -> Iterable[str]:
    if low.endswith("s"):
        yield low[:-1]
        if low.endswith("es") and len(low) > 6:
            yield low[:-2]


def _stem(low: str) -> str:
    """What "-ed" or "-ness" was put to; nothing that is short, for names end so too (Leed)."""
    ending = next(one for one in _OF_STATE if low.endswith(one))
    stem = low[: -len(ending)]
    if ending in ("ness", "less"):
        return stem if len(stem) > 3 else ""
    ordinary = vocabulary().ordinary
    return stem + "e" if stem + "e" in ordinary and len(stem) > 3 else stem * (len(stem) > 3)


def _prefixed(low: str, known: Vocabulary) -> bool:
    """ "Multidisciplinary", "Deinfibulation", "Reprofiled"."""

    def word(rest: str) -> bool:
        return len(rest) > 4 and (
            rest in known.ordinary or rest in known.seldom or rest in known.professional
        )

    if any(low.startswith(lead) and word(low[len(lead) :]) for lead in _PREFIXES):
        return True
    return low.endswith(_OF_DEEDS) and any(
        low.startswith(lead) and word(low[len(lead) :]) for lead in _SHORT_PREFIXES
    )
