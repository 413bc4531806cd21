"""Measures newsclaims: ``python benchmarks/measure.py [FOLDER]``, with the articles of a folder (by default those in examples/).

Times are CPU time, the best of several runs, so that a busy machine disturbs them little.
"""

from __future__ import annotations

import collections
import functools
import importlib.metadata
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from stages import stages

import newsclaims

EXAMPLES = Path(__file__).parent.parent / "examples"
PROBE = Path(__file__).parent / "memory.py"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
LARGE = 10_000_000


def main() -> None:
    """Prints a table of each kind."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
    characters = sum(map(len, texts))
    version = importlib.metadata.version("newsclaims")
    print(f"Python {platform.python_version()}, {platform.machine()}, newsclaims {version}, {characters:,} characters")
    memory(folder)  # first: a process begins with the peak of the one that starts it
    whole = whole_extraction(texts)
    by_stage(texts)
    against_nltk(texts, whole)
    growth(texts)
    imports()
    workers(texts)


def cpu(work: Callable[[], object], repeat: int = 3) -> float:
    """CPU seconds of the quickest of several runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def whole_extraction(texts: list[str]) -> float:
    """All texts, in CPU seconds; claims are found when they are first asked for."""
    quotes = cpu(lambda: [newsclaims.extract(text) for text in texts])
    claims = cpu(lambda: [newsclaims.extract(text).claims for text in texts])
    characters, words = sum(map(len, texts)), sum(len(text.split()) for text in texts)
    for name, seconds in (("quotes and speakers", quotes), ("with claims", claims)):
        print(f"{name}: {characters / seconds / 1e6:.2f} million characters a second, {seconds / words * 1e6:.1f} ms for 1,000 words")
    return quotes


def by_stage(texts: list[str]) -> None:
    """The stages one by one."""
    spent: dict[str, float] = {}
    for _ in range(3):
        once: dict[str, float] = {}
        for text in texts:
            for name, seconds in stages(text):
                once[name] = once.get(name, 0.0) + seconds
        spent = {name: min(seconds, spent.get(name, seconds)) for name, seconds in once.items()}
    print("\nstage         share  microseconds a character")
    for name, seconds in spent.items():
        print(f"{name:12} {seconds / sum(spent.values()):6.0%}  {seconds / sum(map(len, texts)) * 1e6:6.2f}")


def against_nltk(texts: list[str], whole: float) -> None:
    """Against NLTK's splitting of the same texts into sentences and words, without any model."""
    from nltk.tokenize import NLTKWordTokenizer  # type: ignore[import-untyped,unused-ignore]  # no types shipped
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # type: ignore[import-untyped,unused-ignore]

    words, sentences = NLTKWordTokenizer(), PunktSentenceTokenizer(PunktParameters())
    seconds = cpu(lambda: [words.tokenize(sentence) for text in texts for sentence in sentences.tokenize(text)])
    print(f"\nagainst NLTK's splitting into sentences and words: {whole / seconds:.2f} of its time")
    against_spacy(texts, whole)


def against_spacy(texts: list[str], whole: float) -> None:
    """Against textacy's direct quotations with a model of spaCy, where both are installed."""
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]
        from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found,unused-ignore]

        model = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        print("against textacy: not installed with a model (pip install textacy; python -m spacy download en_core_web_sm)")
        return

    def read(text: str) -> object:
        try:
            return list(direct_quotations(model(text)))
        except ValueError:  # it raises where quotation marks do not pair
            return None

    seconds = cpu(lambda: [read(text) for text in texts], repeat=1)
    print(f"against textacy with en_core_web_sm: {whole / seconds:.3f} of its time")


def growth(texts: list[str]) -> None:
    """Time by length of a text."""
    print("\ncharacters  microseconds a character")
    for size in (*SIZES, LARGE):
        text = joined(texts, size)
        seconds = cpu(functools.partial(newsclaims.extract, text), repeat=max(1, min(5, 100_000 // size)))
        print(f"{size:10,}  {seconds / size * 1e6:6.2f}")


def joined(texts: Iterable[str], size: int) -> str:
    """So many characters of the texts one after the other, again and again."""
    text = "\n\n".join(texts) + "\n\n"
    return (text * (size // len(text) + 1))[:size]


def memory(folder: Path) -> None:
    """Peak memory above that of the text, each in a process of its own."""
    print(f"\npeak memory of one text of {LARGE:,} characters, in multiples of the text's own size")
    for shape in ("articles", "line"):
        run = subprocess.run([sys.executable, str(PROBE), shape, str(LARGE), str(folder)], capture_output=True, text=True, check=True)
        print(f"{shape:10}  {run.stdout.strip()}")


def imports() -> None:
    """The time of the import alone."""
    print(f"\nimport newsclaims: {1000 * (started('import newsclaims') - started('pass')):.0f} ms")


def started(code: str) -> float:
    """Seconds that an interpreter takes for some code; the median of seven."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def workers(texts: list[str]) -> None:
    """Many texts, in one process and in two, whose start is not counted; the one figure that needs idle cores."""
    many = texts * max(1, 8_000_000 // sum(map(len, texts)))
    times = {}
    for count in (1, 2):
        collections.deque(newsclaims.Extractor().pipe(many[: 200 * count], workers=count), maxlen=0)  # starts the workers
        start = time.perf_counter()
        for _ in newsclaims.Extractor().pipe(many, workers=count):
            pass
        times[count] = time.perf_counter() - start
    print(f"pipe with 2 workers: {times[1] / times[2]:.2f} times as fast as with 1")


if __name__ == "__main__":
    main()
