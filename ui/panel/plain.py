"""Disclosed words as one text."""

from __future__ import annotations

from workbench.model.blocks import Words


def plain(words: Words) -> str:
    """The text of words that have been through the gate. Words that have not are not drawn: they
    may hold a person or a time that nobody has decided how to say."""
    parts = []
    for part in words:
        if not isinstance(part, str):
            raise TypeError("words that have not been through the gate")
        parts.append(part)
    return "".join(parts)
