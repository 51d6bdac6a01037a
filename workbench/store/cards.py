"""A colleague's card: the public half of their key, as text that can be sent and typed.

Nothing on it is secret. That it is theirs, and not somebody else's put in its place, is for two
people to compare: by telephone, say.
"""

from __future__ import annotations

from workbench.errors import BadInput
from workbench.store.spelling import Spelling

SPELLING = Spelling(b"srw/1/card", size=32, check_bits=24)
TITLE = "Colleague card"


def written(public: bytes) -> str:
    """The card as it is handed over: fourteen groups of four, in two rows."""
    groups = SPELLING.written(public).split("-")
    rows = ("-".join(groups[start : start + 7]) for start in (0, 7))
    return f"{TITLE}:\n" + "\n".join(rows)


def understood(typed: str) -> bytes:
    """The public key on a card that was pasted or typed. Raises :class:`BadInput` that tells a slip
    of the hand from something that is no card."""
    symbols = SPELLING.symbols_in(typed.rpartition(":")[2])
    if symbols is None:
        raise BadInput(
            "That is not a colleague's card. A card has fourteen groups of four letters and "
            "digits, without U. Ask your colleague to send it again from \u201cMy colleague "
            "card\u201d in the File menu."
        )
    public = SPELLING.payload_of(symbols)
    if public is None:
        raise BadInput(
            "There is a slip in the card as typed. Compare it with your colleague's, group by "
            "group."
        )
    return public
