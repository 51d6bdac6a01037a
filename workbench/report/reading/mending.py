"""What habits and other programs leave in a template, mended before it is read."""

from __future__ import annotations

from copy import deepcopy

from workbench.report.parts.ooxml import ORDER, Element, drop, local, on, q

_FORM_FIELDS = frozenset({"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"})
_LONGEST_LINE = 110


def put_in_order(root: Element) -> None:
    """Put properties in the standard's order: not every program that writes Word files keeps it,
    and Word calls some of those files damaged."""
    for name, names in ORDER.items():
        ranks = {q(one): place for place, one in enumerate(names.split())}
        for node in root.iter(q(name)):
            places = [ranks.get(child.tag, -1) for child in node]
            if places != sorted(places):
                node[:] = sorted(node, key=lambda child: ranks.get(child.tag, -1))


def part_soft_headings(root: Element) -> None:
    """Make two paragraphs of a bold line and what follows it after a soft return: to whoever typed
    it that was a heading and its text."""
    for paragraph in list(root.iter(q("p"))):
        runs = [one for one in paragraph if local(one) == "r"]
        at = next((n for n, one in enumerate(runs) if one.find(q("br")) is not None), None)
        if at is None or not _bold_line(runs, at):
            continue
        first = deepcopy(paragraph)
        kept = [one for one in first if local(one) == "r"][:at]
        for one in list(first):
            if local(one) != "pPr" and one not in kept:
                first.remove(one)
        for page in first.findall(f"{q('pPr')}/{q('sectPr')}"):
            drop(page)
        for one in runs[:at]:
            paragraph.remove(one)
        drop(runs[at].findall(q("br"))[0])
        paragraph.addprevious(first)


def _bold_line(runs: list[Element], at: int) -> bool:
    """Whether the runs before this break are a short bold line and those after it are not bold."""
    line = "".join(node.text or "" for one in runs[:at] for node in one.iter(q("t"))).strip()
    breaks = runs[at].findall(q("br"))
    if not line or len(line) > _LONGEST_LINE or len(breaks) != 1 or breaks[0].get(q("type")):
        return False
    head = [one for one in runs[:at] if next(one.iter(q("t")), None) is not None]
    rest = [one for one in runs[at:] if next(one.iter(q("t")), None) is not None]
    bold = all(on(one.find(q("rPr")), "b") for one in head)
    return bold and bool(rest) and not any(on(one.find(q("rPr")), "b") for one in rest)


def release_form_fields(root: Element) -> int:
    """Take the fields of an old form away, leaving what somebody wrote in them; how many."""
    fields = 0
    for paragraph in list(root.iter(q("p"))):
        for runs, code in complex_fields(paragraph):
            if not set(code.upper().split()[:1]) & _FORM_FIELDS:
                continue
            fields += 1
            for run in runs:
                said = "".join(node.text or "" for node in run.iter(q("t")))
                marks = next(run.iter(q("fldChar"), q("instrText")), None) is not None
                if run.getparent() is not None and (marks or not said.strip()):
                    drop(run)
    return fields


def complex_fields(paragraph: Element) -> list[tuple[list[Element], str]]:
    """Each outermost field that begins and ends in the paragraph: its runs, and its code."""
    fields: list[tuple[list[Element], str]] = []
    runs: list[Element] = []
    code: list[str] = []
    depth = 0
    for run in paragraph.iter(q("r")):
        marks = [mark.get(q("fldCharType")) for mark in run.iter(q("fldChar"))]
        depth += marks.count("begin")
        if depth:
            runs.append(run)
            code.extend(text.text or "" for text in run.iter(q("instrText")))
        if marks.count("end"):
            depth -= marks.count("end")
            if depth <= 0 and runs:
                fields.append((runs, "".join(code)))
                runs, code, depth = [], [], 0
    return fields
