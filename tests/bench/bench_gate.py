"""How fast the gate reads, against the plainest reading there is of the same text in the same run.

Run it as ``python tests/bench/bench_gate.py``. It prints megabytes a second for the finder and for a
plain pass (lower case, then one regular expression for words), their ratio, and how the cost grows
with the text and with the register: a ratio of 1.0 is exactly linear. ``--presidio PYTHON`` runs
Presidio's pattern recognizers on the same texts, with an interpreter that has them: on paragraphs as
a report has them, and on single passages of one sentence. The line to be met is the set "every
English one": Presidio's pattern recognizers for English text, of every country that speaks it.
All that is measured for the finder as a checkout has it, in plain Python; ``--compiled`` compiles a
copy as it is shipped (see ``packaging/compiling.py``) and measures that as well.
Times are those of the processor, so that what else the computer does counts for less.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.workbench.disclosure.marked import unmarked
from tests.workbench.disclosure.passages_by_hand import register
from tests.workbench.disclosure.passages_made import NAMES, NEUTRAL, cases
from tests.workbench.disclosure.test_properties import ONSETS, RHYMES
from workbench.disclosure import finder as finder_module
from workbench.disclosure.audiences import audience
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import Finder
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import Register
from workbench.model.blocks import Document, Paragraph, Section, rewrite_document

MEGABYTE = 1_000_000


def paragraphs(size: int, seed: int = 1) -> list[str]:
    """Paragraphs of ordinary and of revealing sentences, up to this many characters."""
    rng = random.Random(seed)
    known = [unmarked(text).text for _, passages in cases() for text in passages]
    plain = [unmarked(text).text for text in NEUTRAL]
    made, total = [], 0
    while total < size:
        text = " ".join([rng.choice(known), *rng.sample(plain, 4)])
        made.append(text)
        total += len(text)
    return made


def passages(size: int, seed: int = 3) -> list[str]:
    """Single revealing passages, most of one short sentence, up to this many characters."""
    rng = random.Random(seed)
    known = [unmarked(text).text for _, some in cases() for text in some]
    made, total = [], 0
    while total < size:
        made.append(rng.choice(known))
        total += len(made[-1])
    return made


def people(count: int) -> Register:
    """A register of this many invented people."""
    rng = random.Random(2)
    names = list(NAMES)
    while len(names) < count:
        parts = ["".join(rng.choice(ONSETS) + rng.choice(RHYMES) for _ in range(3)) for _ in "ab"]
        names.append(" ".join(part.capitalize() for part in parts))
    return register(
        *((f"p{n}", "person", name, [], "", f"P{n}") for n, name in enumerate(names[:count]))
    )


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def finding(finder: Finder, texts: list[str]) -> Callable[[], object]:
    """Everything that the finder does with these texts; nothing is kept, as of Presidio's."""

    def work() -> object:
        recent = Recent()
        for text in texts:
            finder.find(text, recent)
        return recent

    return work


def plainly(texts: list[str]) -> Callable[[], object]:
    """The plain pass."""
    words = re.compile(r"[^\W_]+")
    return lambda: [words.findall(text.lower()) for text in texts]


PRESIDIO = """
import inspect, json, logging, sys, time
logging.disable(logging.CRITICAL)
import spacy, tldextract
import presidio_analyzer.predefined_recognizers as predefined
from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

offline = tldextract.TLDExtract(suffix_list_urls=())
tldextract.extract = tldextract.tldextract.TLD_EXTRACTOR = offline

class Blank(SpacyNlpEngine):
    def __init__(self):
        super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
        self.nlp = {"en": spacy.blank("en")}
    def load(self):
        pass

def ready():
    chosen = RecognizerRegistry(supported_languages=["en"])
    chosen.load_predefined_recognizers(languages=["en"])
    yield chosen
    for ours in (True, False):
        chosen = RecognizerRegistry(supported_languages=["en"])
        for name, kind in inspect.getmembers(predefined, inspect.isclass):
            pattern = issubclass(kind, PatternRecognizer) and kind is not PatternRecognizer
            if pattern or name == "PhoneRecognizer":
                if not ours or kind().supported_language == "en":
                    chosen.add_recognizer(kind(supported_language="en"))
        yield chosen

texts, times = json.load(sys.stdin), []
for chosen in ready():
    engine = AnalyzerEngine(registry=chosen, nlp_engine=Blank(), supported_languages=["en"])
    engine.analyze("A first text.", language="en")
    start = time.process_time()
    for text in texts:
        engine.analyze(text, language="en")
    times.append((len(engine.registry.recognizers), time.process_time() - start))
print(json.dumps(times))
"""
_SETS = (
    "as it loads itself, most of the United Kingdom's off",
    "every English one",
    "every country's, taken for English",
)


def beside_presidio(python: str, finder: Finder, texts: list[str], which: str) -> None:
    """Presidio's own pattern recognizers, without a model, on all the same texts.

    Presidio is not among the tools of this project: ``python`` is an interpreter that has it.
    """
    size = sum(map(len, texts))
    done = subprocess.run(
        [python, "-c", PRESIDIO],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    ours = seconds(finding(finder, texts))
    print(
        f"Presidio's pattern recognizers on {size / MEGABYTE:.1f} MB of {which}, "
        f"{size / len(texts):.0f} characters each; the finder does {size / MEGABYTE / ours:.2f} MB/s"
    )
    for name, (number, theirs) in zip(_SETS, json.loads(done.stdout.split("\n")[-2]), strict=True):
        print(
            f"    {size / MEGABYTE / theirs:5.3f} MB/s, the finder {theirs / ours:4.1f} times as "
            f"much: {number} recognizers, {name}"
        )


def report(texts: list[str], pages: int) -> Document:
    """The texts as a report of so many pages of three thousand characters."""
    blocks, size = [], 0
    for text in texts:
        blocks.append(Paragraph((text,)))
        size += len(text)
        if size > pages * 3000:
            break
    return Document(title=("Report",), sections=(Section("s", ("Report",), tuple(blocks)),))


def keystroke(document: Document, register: Register) -> tuple[float, float]:
    """After a keystroke: milliseconds in the gate, and what the gate and drawing the page then take
    beside drawing the same page ready made. The runs are mixed, and the best of each counts."""
    readers = audience("published")
    disclose(document, register, readers)
    typed = iter(range(1_000_000))

    def changed() -> Document:
        section = document.sections[0]
        first = Paragraph((f"{next(typed)} was typed here.",))
        return replace(document, sections=(replace(section, blocks=(first, *section.blocks[1:])),))

    gate = raw = safe = float("inf")
    for _ in range(40 if len(document.sections[0].blocks) < 100 else 9):
        ready = disclose(changed(), register, readers).document
        gate = min(gate, seconds(lambda: disclose(changed(), register, readers), 1))
        raw = min(raw, seconds(partial(drawn, ready), 1))
        safe = min(safe, seconds(lambda: drawn(disclose(changed(), register, readers).document), 1))
    return gate * 1000, safe / raw


def drawn(document: Document) -> float:
    """The text laid out and painted as a window does it, one page of it."""
    found: list[str] = []
    rewrite_document(document, lambda words, _: (found.append("".join(map(str, words))), words)[1])
    page = QTextDocument()
    page.setPlainText("\n".join(found))
    page.setTextWidth(700)
    picture = QImage(700, 1000, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    page.drawContents(painter)
    painter.end()
    return page.size().height()


def compiled(presidio: str | None) -> None:
    """The same measures by a compiled copy."""
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "compiled"
        subprocess.run([sys.executable, root / "packaging" / "compiling.py", copy], check=True)
        bench = copy / "tests" / "bench" / Path(__file__).name
        further = ["--presidio", presidio] if presidio else []
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        subprocess.run([sys.executable, bench, *further], check=True, cwd=copy, env=environment)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--presidio", metavar="PYTHON", help="an interpreter that has Presidio")
    options.add_argument("--compiled", action="store_true", help="measure it compiled as well")
    chosen = options.parse_args()
    measure(chosen.presidio)
    if chosen.compiled:
        sys.stdout.flush()
        compiled(chosen.presidio)


def measure(presidio: str | None) -> None:
    """Measure the finder as this process has it, and print."""
    source = str(finder_module.__file__).endswith(".py")
    print(f"THE FINDER {'AS SOURCE, in plain Python' if source else 'COMPILED, as it is shipped'}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _window = QGuiApplication([])
    texts = paragraphs(2 * MEGABYTE)
    size = sum(map(len, texts)) / MEGABYTE
    known = people(60)
    finder = Finder(known)
    finder.find("A first text, so that the vocabulary is read.")
    plain, found = seconds(plainly(texts)), seconds(finding(finder, texts))
    print(f"plain pass {size / plain:7.2f} MB/s")
    print(f"finder     {size / found:7.2f} MB/s    {found / plain:6.1f} times the plain pass")
    if presidio:
        beside_presidio(presidio, finder, texts, "paragraphs")
        beside_presidio(presidio, finder, passages(2 * MEGABYTE), "single passages")
    for pages in (100, 500):
        few = seconds(finding(finder, part(texts, pages // 5)), 2)
        many = seconds(finding(finder, part(texts, pages)), 2)
        print(f"{pages} pages cost {many / few / 5:5.2f} times five times {pages // 5}")
    tenth = texts[: len(texts) // 10]
    few = seconds(finding(finder, tenth))
    for count in (500, 700, 1500):
        larger = Finder(people(count))
        forms = len(larger.index.register.forms)
        grown = seconds(finding(larger, tenth))
        before = len(finder.index.register.forms)
        print(f"{forms:6} forms instead of {before}: {grown / few:5.2f} times as much")
    for pages in (1, 100, 500):
        took, ratio = keystroke(report(texts, pages), known)
        said = f"{took:6.2f} ms in the gate, {ratio:5.2f} times drawing alone"
        print(f"after a keystroke in {pages:3} pages: {said}")


def part(texts: list[str], pages: int) -> list[str]:
    """The first pages of three thousand characters."""
    return [text for text, *_ in (block.text for block in report(texts, pages).sections[0].blocks)]


if __name__ == "__main__":
    main()
