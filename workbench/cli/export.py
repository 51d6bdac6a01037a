"""``workbench export``: the report, through the gate, or a refusal that says what and where."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, first_line, given_passphrase
from workbench.cli.paths import path
from workbench.cli.writing import add_replace_option, require_free
from workbench.disclosure.audiences import audience, audience_faults, audience_names
from workbench.errors import BadInput
from workbench.questions.since import Moment
from workbench.report.order import ReleaseOrder
from workbench.report.outputs import OUTPUTS, Output, subjects_of
from workbench.report.release import release
from workbench.report.release_each import release_each
from workbench.report.versions import moment_named
from workbench.review import Review


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("export", help="write the redacted report")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--output-kind", choices=list(OUTPUTS), default="overview")
    parser.add_argument(
        "--audience",
        default="published",
        metavar="READER",
        help=f"who will read it: {', '.join(audience_names())}",
    )
    parser.add_argument("--template", type=path, metavar="T.docx")
    parser.add_argument("--out", type=path, required=True, metavar="O.docx")
    parser.add_argument(
        "--leave-out", action="store_true", help="leave out sections that the template lacks"
    )
    parser.add_argument(
        "--password-file",
        type=path,
        metavar="FILE",
        help="protect the report with the password in the first line of this file",
    )
    parser.add_argument(
        "--recipient", default="", help="who gets it, for the log: “the family”, not a name"
    )
    parser.add_argument(
        "--agency",
        default="",
        metavar="NAME",
        help="which agency a letter or a schedule is for; all: a file for each, in the folder "
        "--out, which must be there",
    )
    parser.add_argument(
        "--meeting",
        default="",
        metavar="TITLE",
        help="which meeting an agenda or minutes are of; or all",
    )
    parser.add_argument(
        "--evidence-notes",
        action="store_true",
        help="print links to evidence as footnotes; otherwise they are not printed",
    )
    parser.add_argument(
        "--compare",
        nargs="+",
        metavar="VERSION",
        help="show what changed since this version, or between two of them",
    )
    parser.add_argument("--json", action="store_true")
    add_replace_option(parser)
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write it and say where it is."""
    _refuse_idle_options(args)
    if not _all_of_them(args):  # a folder has a rule of its own
        require_free(args.out, args)
    order = _order(args)
    for fault in audience_faults():
        print(fault, file=sys.stderr)
    review = opened(args.file, given_passphrase(args))
    try:  # not to read only: the disclosure log is kept
        if _all_of_them(args):
            return _each(review, order, args)
        about = _about(review, OUTPUTS[args.output_kind], args)
        order = replace(order, about=about, between=_between(review, args.compare))
        done = release(review, order, args.out)
    finally:
        review.close()
    if args.json:
        print(json.dumps({"report": str(done.path), "told": done.told}, ensure_ascii=False))
        return 0
    for sentence in done.told:
        print(sentence, file=sys.stderr)
    print(done.path)
    return 0


def _refuse_idle_options(args: argparse.Namespace) -> None:
    """An option that this document would pass over in silence is a mistake of the writer's, who
    would take the document for something else than it is."""
    about = OUTPUTS[args.output_kind].about
    for option, given in (("agency", args.agency), ("meeting", args.meeting)):
        if given and option != about:
            raise BadInput(
                f"This kind of document is not about one {option}. Leave --{option} out."
            )
    if args.compare and _all_of_them(args):
        raise BadInput(f"--compare writes one document at a time. Name one {about}, not all.")


def _all_of_them(args: argparse.Namespace) -> bool:
    asked = {"agency": args.agency, "meeting": args.meeting}
    about = OUTPUTS[args.output_kind].about
    return bool(about) and asked[about].strip().casefold() == "all"


def _order(args: argparse.Namespace) -> ReleaseOrder:
    """What is asked for, as far as it can be told without the record."""
    file = args.password_file
    return ReleaseOrder(
        output=args.output_kind,
        audience=audience(args.audience),
        template=args.template,
        allow_missing=args.leave_out,
        password=None if file is None else first_line(file, "password file"),
        recipient=args.recipient,
        evidence_notes=args.evidence_notes,
    )


def _each(review: Review, order: ReleaseOrder, args: argparse.Namespace) -> int:
    """Write a file for each agency or meeting into the folder, and say which is whose."""
    made = []
    for name, done in release_each(review, order, args.out):
        made.append({"report": str(done.path), "about": name, "told": done.told})
        if not args.json:
            for sentence in done.told:
                print(f"{done.path.name}: {sentence}", file=sys.stderr)
            print(f"{done.path}\t{name}")
    if args.json:
        print(json.dumps({"reports": made}, ensure_ascii=False))
    return 0


def _between(review: Review, named: list[str] | None) -> tuple[Moment, Moment] | None:
    """The two moments to compare, the earlier first."""
    if named is None:
        return None
    if len(named) > 2:
        raise BadInput("--compare takes one version, or two: since which, and up to which?")
    moments = [moment_named(review, name) for name in (*named, "now")[:2]]
    before, after = sorted(moments, key=lambda moment: moment.number)
    return before, after


def _about(review: Review, output: Output, args: argparse.Namespace) -> str:
    """The id of the agency or meeting that was named."""
    asked = {"agency": args.agency, "meeting": args.meeting}.get(output.about, "")
    known = subjects_of(output, review)
    if not output.about:
        return ""
    wanted = asked.strip().casefold()
    found = [key for key, name in known if name.casefold() == wanted]
    found = found or [key for key, name in known if wanted and wanted in name.casefold()]
    if len(found) == 1:
        return found[0]
    names = "; ".join(name for _, name in known) or "none"
    raise BadInput(
        f"Say with --{output.about} which {output.about} the document is about. There are: {names}."
    )
