"""Written reports to lay out, measured with the typeface that every computer has."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.workbench.report.samples import first_subject
from workbench.disclosure.audiences import audience
from workbench.report.layouts import layout_of
from workbench.report.outputs import OUTPUTS
from workbench.report.pages.laying import Layout
from workbench.report.pages.measuring import bundled_fonts
from workbench.report.parts.ooxml import Element, parse
from workbench.report.release import disclosed_output
from workbench.report.template import Template, built_in, template_from
from workbench.report.word import Composed, compose
from workbench.review import Review

MAIN = "word/document.xml"


def composed(review: Review, output: str, board: bytes | None = None) -> Composed:
    """An output of a sample on our own template, or on a board's."""
    one = OUTPUTS[output]
    about = first_subject(review, output)
    disclosed = disclosed_output(review, output, audience(one.readers), about, evidence_notes=True)
    return compose(disclosed, template(review, output, board))


def template(review: Review, output: str, board: bytes | None = None) -> Template:
    """Our own template for an output, or a board's."""
    plan = OUTPUTS[output].plan(layout_of(review.details))
    if board is not None:
        return template_from(board, "board.docx", plan)
    return replace(built_in(plan.name), plan=plan)


def laid_out(whole: dict[str, bytes | Element], main: str = MAIN) -> Layout:
    """The pages of a file, by its parts."""
    return Layout(whole, main, bundled_fonts())


@cache
def body_of(*paragraphs: str) -> bytes:
    """A main part with these elements in its body."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {names}><w:body>{''.join(paragraphs)}</w:body></w:document>".encode()


def bare(*paragraphs: str) -> Layout:
    """The pages of a file that has nothing but a body."""
    return laid_out({MAIN: parse(body_of(*paragraphs))})
