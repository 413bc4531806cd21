"""What a change gained and lost on annotated articles: ``python benchmarks/compare.py BASE [FOLDER]``; ``make compare BASE=...``.

``BASE`` is any commit. Its package is unpacked into a temporary folder and reads the same articles in an interpreter of its own. It
hands over what it found by the names that the public contract keeps, so that the two may differ in everything else.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import newsclaims
from newsclaims import Claim, Document, Quote, QuoteKind, Span, Speaker

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "examples" / "gold"
READ = "--read"
"""Tells the program to read texts from standard input and print what it finds, instead of comparing."""


def main() -> int:
    """Prints the figures before and after, and every quote gained, lost or given to somebody else."""
    if sys.argv[1:] == [READ]:
        json.dump([found(newsclaims.extract(text)) for text in json.load(sys.stdin)], sys.stdout)
        return 0
    if not 2 <= len(sys.argv) <= 3:
        print(__doc__, file=sys.stderr)
        return 2
    from newsclaims.evaluation import compare, evaluate, read_gold
    from newsclaims.evaluation.tables import changes_list

    gold = read_gold(sys.argv[2] if len(sys.argv) == 3 else ARTICLES)
    texts = [article.text for article in gold]
    with tempfile.TemporaryDirectory() as folder:
        unpack(sys.argv[1], Path(folder))
        earlier = [document(text, about) for text, about in zip(texts, run(Path(folder), texts), strict=True)]
    extractor = newsclaims.Extractor()
    later = [extractor.extract(article.text, id=article.id) for article in gold]
    before, after = (figures(evaluate(gold, documents).to_dict()) for documents in (earlier, later))
    print(f"{'':44}{'before':>8}{'after':>8}")
    for name, value in after.items():
        print(f"{name:44}{100 * before[name]:8.1f}{100 * value:8.1f}{100 * (value - before[name]):+8.1f}")
    print()
    print(changes_list(compare(earlier, later, gold)), end="")
    return 0


def unpack(commit: str, folder: Path) -> None:
    """The package as it was at a commit."""
    archive = subprocess.run(["git", "archive", commit, "newsclaims"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout  # noqa: S607 - the reader's git
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")


def run(folder: Path, texts: list[str]) -> list[dict[str, Any]]:
    """What the package in a folder finds in the texts."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    program = [sys.executable, str(Path(__file__)), READ]
    answer = subprocess.run(program, cwd=folder, env=environment, input=json.dumps(texts), check=True, stdout=subprocess.PIPE, text=True)
    return list(json.loads(answer.stdout))


def found(read: Document) -> dict[str, Any]:
    """The quotes and claims of a document as plain values."""
    return {
        "quotes": [
            {
                "kind": quote.kind.value,
                "contents": [(span.start, span.end) for span in quote.contents],
                "source": None if quote.source is None else (quote.source.start, quote.source.end),
                "name": None if quote.speaker is None else quote.speaker.name,
                "named": quote.speaker is not None and quote.speaker.named,
                "rule": quote.rule,
                "confidence": quote.confidence,
            }
            for quote in read.quotes
        ],
        "claims": [
            {
                "span": (claim.span.start, claim.span.end),
                "claimer": None if claim.claimer is None else claim.claimer.name,
                "stance": claim.stance.value,
                "object": None if claim.object is None else (claim.object.start, claim.object.end),
                "worth": claim.check_worthiness,
            }
            for claim in read.claims
        ],
    }


def document(text: str, about: dict[str, Any]) -> Document:
    """A document of this version that holds what an earlier one found."""
    quotes = tuple(_quote(text, row) for row in about["quotes"])
    claims = tuple(_claim(text, row) for row in about["claims"])
    return Document(text, quotes=quotes, claims=claims)


def _quote(text: str, row: dict[str, Any]) -> Quote:
    contents = tuple(_span(text, bounds) for bounds in row["contents"])
    around = Span.of(text, contents[0].start, contents[-1].end)
    speaker = None if row["name"] is None else Speaker(row["name"], named=row["named"])
    source = None if row["source"] is None else _span(text, row["source"])
    said = " ".join(content.text for content in contents)
    return Quote(QuoteKind(row["kind"]), contents, around, said, source, speaker, rule=row["rule"], confidence=row["confidence"])


def _claim(text: str, row: dict[str, Any]) -> Claim:
    claimer = None if row["claimer"] is None else Speaker(row["claimer"])
    about = None if row["object"] is None else _span(text, row["object"])
    stance = newsclaims.Stance(row["stance"])
    return Claim(_span(text, row["span"]), 0, claimer, stance=stance, object=about, check_worthiness=row["worth"])


def _span(text: str, bounds: Iterable[int]) -> Span:
    start, end = bounds
    return Span.of(text, start, end)


def figures(report: dict[str, Any]) -> dict[str, float]:
    """The shares that a change is judged by, 0 to 1."""
    return dict(_figures(report))


def _figures(report: dict[str, Any]) -> Iterator[tuple[str, float]]:
    for kind, score in report["kinds"].items():
        yield f"{kind} quotes with their source, F1", score["attributed"]["f1"]
    for score in report["names"]:
        yield f"names, {score['group']}", score["share"]
    if report["claims"] is not None:
        yield "claims, F1", report["claims"]["found"]["f1"]
        yield "claims worth checking, F1", report["claims"]["worthy"]["f1"]
        for name, value in report["claims"]["shares"].items():
            yield f"claims, {name}", value


if __name__ == "__main__":
    sys.exit(main())
