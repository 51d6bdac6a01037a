"""How a replacement fits into its sentence: capitals, articles, possessives, shouted headings."""

from __future__ import annotations

import re

_ARTICLE_BEFORE = re.compile(r"\b(an?|the)(\s+)$", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"^(?:the|an?|his|her|their|my)\s", re.IGNORECASE)
_FROM_ANOTHER = re.compile(r"(?:later|earlier|the next day|the same day|the day before)$")
_ON_BEFORE = re.compile(r"\bon(\s+)$", re.IGNORECASE)
_THE_BEFORE = re.compile(r"\bthe(\s+)$", re.IGNORECASE)
_DOTTED = re.compile(r"\.\s?[A-Z]$")
_GOES_ON = re.compile(r"\.(?:\s\(?[a-z]|[,;:'’)-])")
_SPELLED = re.compile(r"^[A-Z]{2,}\d*\b|^[A-Z]\d")
_VOWEL_LETTERS = "AEFHILMNORSX"


def fitted(
    before: str, replacement: str, after: str, *, starts: bool, shouted: bool
) -> tuple[str, str]:
    """The text before and the replacement, each changed as far as the sentence needs it.

    ``starts`` says that the replacement opens a sentence, ``shouted`` that all is in capitals.
    """
    article = _ARTICLE_BEFORE.search(before)
    if article and _OWN_ARTICLE.match(replacement):
        opens = before[article.start()].isupper()
        before = before[: article.start()]
        starts = starts or opens
    elif article and article.group(1).lower() in ("a", "an"):
        before = (
            before[: article.start(1)]
            + _indefinite(article.group(1), replacement)
            + article.group(2)
        )
    if starts and replacement[:1].islower():
        replacement = replacement[0].upper() + replacement[1:]
    if shouted:
        replacement = replacement.upper()
    if after[:1] in ("'", "’") and not after[1:2].isalpha() and not replacement.endswith("s"):
        replacement += (
            after[0] + "s"
        )  # James' becomes Ben's; the bare mark is dropped by the caller
    return before, replacement


def drops_mark(words: str, replacement: str, after: str) -> bool:
    """Whether the apostrophe that follows has been written already, or the stop belonged to the
    initials that were replaced: "G.P. rang" becomes "Ben rang", and "saw G.P." keeps its stop."""
    if _DOTTED.search(words) and _GOES_ON.match(after):
        return True
    return (
        replacement.endswith(("'s", "’s")) and after[:1] in ("'", "’") and not after[1:2].isalpha()
    )


def _indefinite(article: str, word: str) -> str:
    if _SPELLED.match(word):
        vowel = word[0] in _VOWEL_LETTERS
    else:
        vowel = bool(
            re.match(r"(?:[aeio]|u(?!ni|se|ser|su|k\b)|hour|honest|heir)", word, re.IGNORECASE)
        )
    changed = "an" if vowel else "a"
    return changed.capitalize() if article[0].isupper() else changed


def dated(before: str, replacement: str, exact: bool) -> str:
    """The text before a date that lost its day: "on 3 May 2016" becomes "in May 2016"."""
    if exact or replacement.startswith("["):
        return before
    before = _THE_BEFORE.sub("", before)
    if _FROM_ANOTHER.search(replacement):
        return _ON_BEFORE.sub("", before)  # "on 6 May" becomes "three days later"
    return _ON_BEFORE.sub(
        lambda match: ("In" if match.group().startswith("O") else "in") + match.group(1), before
    )
