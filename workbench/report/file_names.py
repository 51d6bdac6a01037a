"""What a document's file is called when its author has not said: what it is, and for whom."""

from __future__ import annotations

import re

from workbench.disclosure.log import names_somebody
from workbench.disclosure.register import register_of
from workbench.report.outputs import OUTPUTS
from workbench.review import Review

_LONGEST = 100
# What Windows, macOS or Linux would not have in a file's name.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def suggested_name(
    review: Review, output: str, *, recipient: str = "", changes: bool = False
) -> str:
    """ "SAR 7 overview report for the family.docx": the reference, the document and the recipient,
    each only where it names nobody who is registered."""
    register = register_of(review)
    chosen = OUTPUTS[output]
    parts = [review.details.reference, chosen.document]
    parts += ["changes"] if changes else []
    parts += [f"for {recipient}"] if recipient.strip() else []
    kept = [part for part in parts if part.strip() and not names_somebody(part, register)]
    said = _NOT_IN_NAMES.sub("-", " ".join(kept)).strip(" .-")
    return f"{said[:_LONGEST].strip() or 'report'}{chosen.ending}"
