"""The words of headings and labels, made alike so that they can be compared."""

from __future__ import annotations

import re

_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_APPENDIX = re.compile(
    rf"^(appendix|annex|appendices|annexe|atodiad|schedule)\s*({_NUMBERS}|[a-z]|\d+|[ivx]+)?\b[\s:.)\u2013\u2014-]*"
)
_EDGES = re.compile(
    r"^\s*(\d+(\.\d+)*[.):]?|[ivx]+[.)]|[a-z][.)]|"
    rf"(section|part|chapter|question|rhan|adran) (\d+|[a-z]|[ivx]+|{_NUMBERS})\b"
    r"\s*[:.)\u2013\u2014-]*)\s+"
)
_PARTED = re.compile(r"\s+[/|\u2022]\s+|\s*/\s+|\n|\s+[\u2013\u2014-]\s+|:\s+")
_ALOUD = re.compile(r"\(([^)]*)\)")


def normal(text: str) -> str:
    """The words alone: no number, no "Appendix A", no brackets, small letters."""
    text = text.casefold().replace("\u2019", "'").strip()
    text = re.sub(r"\[[^\]]*\]|\([^)]*\)|<[^>]*>|\u00ab[^\u00bb]*\u00bb", " ", text)
    text = _EDGES.sub("", text)
    text = _APPENDIX.sub("", text)
    text = re.sub(r"[^\w\s']", " ", text.replace("&", " and "))
    return " ".join(text.split())


def readings(text: str) -> tuple[str, ...]:
    """The ways in which a heading may be read: as a whole, and each part of one that says the same
    twice ("Casgliadau / Conclusions") or has a label before its words ("Part B - Findings")."""
    bare = text.replace("\u2019", "'")
    spoken = [bare, *_PARTED.split(bare), *_ALOUD.findall(bare)]
    return tuple(dict.fromkeys(named for one in spoken if (named := normal(one))))


def is_appendix(text: str) -> bool:
    """Whether the heading says that what follows is an appendix."""
    return any(_APPENDIX.match(part.casefold().strip()) for part in re.split(r"[/|\n]", text))
