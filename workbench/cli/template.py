"""``workbench template``: what of a report will stand where in a board's template, and correcting
it once."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from workbench.actions.board_templates import place_named, place_sections, section_named
from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.cli.writing import add_replace_option, require_free
from workbench.errors import BadInput
from workbench.model.board_templates import Placing
from workbench.report.layouts import layout_for
from workbench.report.marked_copy import write_marked_copy
from workbench.report.outputs import OUTPUTS
from workbench.report.placings import plan_of, read_for
from workbench.report.template import Template, read_template
from workbench.resources import vocabulary


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("template", help="what will stand where in a board's template")
    parser.add_argument("template", type=path, metavar="TEMPLATE.docx")
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--review", type=path, metavar="FILE", help="the review that it is for")
    whose.add_argument("--type", help="without a review: a type of review, such as sar or lcspr")
    parser.add_argument("--output-kind", choices=list(OUTPUTS), default="overview")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="PLACE=SECTION",
        help="put this section at that place; several with +, none for a place that stays as it is",
    )
    parser.add_argument(
        "--marked", type=path, metavar="COPY.docx", help="write a copy with a comment at each place"
    )
    parser.add_argument("--json", action="store_true")
    add_replace_option(parser)
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the places, corrected where asked for."""
    require_free(args.marked, args)
    found = _for_type(args) if args.review is None else _for_review(args)
    if args.marked is not None:
        write_marked_copy(found, args.marked)
    if args.json:
        print(json.dumps(_told(found), ensure_ascii=False))
        return 0
    for line in _lines(found):
        print(line)
    for sentence in found.told:
        print(sentence, file=sys.stderr)
    return 0


def _for_type(args: argparse.Namespace) -> Template:
    known = [one.code for one in vocabulary("review-types")]
    if args.type not in known:
        raise BadInput(
            f"There is no type of review called {args.type}. Use one of: {', '.join(known)}."
        )
    plan = OUTPUTS[args.output_kind].plan(layout_for(args.type))
    found = read_template(args.template, plan)
    decided = _decided(args.set, found)
    placings = [Placing(place, one) for place, ids in decided.items() for one in ids or ("",)]
    return read_template(args.template, plan, placings) if placings else found


def _for_review(args: argparse.Namespace) -> Template:
    reading = not args.set
    review = opened(args.review, given_passphrase(args), read_only=reading)
    try:
        plan_of(review, args.output_kind)
        found = read_for(review, args.output_kind, args.template)
        if args.set:
            place_sections(review, args.output_kind, found, _decided(args.set, found))
            found = read_for(review, args.output_kind, args.template)
        return found
    finally:
        review.close()


def _decided(asked: Sequence[str], template: Template) -> dict[str, tuple[str, ...]]:
    decided: dict[str, tuple[str, ...]] = {}
    for one in asked:
        place, between, section = one.rpartition("=")
        if not between or not place.strip():
            raise BadInput(f"Write --set as \u201cplace=section\u201d; \u201c{one}\u201d is not.")
        ids = tuple(
            filter(None, (section_named(template.plan, part) for part in section.split("+")))
        )
        decided[place_named(template, place)] = ids
    return decided


def _told(template: Template) -> dict[str, Any]:
    titles = {one.id: one.title for one in template.plan.sections}
    return {
        "template": template.name,
        "places": [
            {
                "place": name,
                "level": heading.level,
                "sections": list(template.placed.at(index)),
                "titles": [titles[one] for one in template.placed.at(index)],
                "how": _how(template, index),
            }
            for index, (name, heading) in enumerate(
                zip(template.place_names, template.headings, strict=True)
            )
        ],
        "without": [
            {"section": one.id, "title": one.title, "required": one.required}
            for one in template.without()
        ],
        "values": [
            {"asks": slot.text, "gets": slot.value or None} for slot in template.asked_values
        ],
        "told": list(template.told),
    }


def _how(template: Template, index: int) -> str:
    """How it is known what stands there: decided, proposed, unsure, or nothing does."""
    here = template.placed.at(index)
    if any(one in template.placed.decided for one in here):
        return "decided"
    if index in template.placed.unsure:
        return "unsure"
    return "proposed" if here else "nothing"


def _lines(template: Template) -> list[str]:
    titles = {one.id: one.title for one in template.plan.sections}
    lines = []
    for index, (name, heading) in enumerate(
        zip(template.place_names, template.headings, strict=True)
    ):
        here = [titles[one] for one in template.placed.at(index)]
        rivals = [titles[one] for one in template.placed.unsure.get(index, ())]
        said = ", then ".join(here) or "-"
        said += f" (or {' or '.join(one for one in rivals if one not in here)}?)" if rivals else ""
        lines.append(f"{'  ' * (heading.level - 1)}{name}: {said}")
    for one in template.without():
        lines.append(f"No place for: {one.title}{' (required)' if one.required else ''}")
    return lines
