"""Measures what the page on accuracy says and writes it there: ``make accuracy GOLD="US_NEWS OTHER_PAPERS"``.

What was measured stands in ``docs/measured.tsv``, a name and its figures a line, and the tables of ``docs/accuracy.md`` that stand between
comments (``measured: NAME``) are made of it. Without folders of annotated articles only what ``examples/gold`` tells is measured anew.
"""

from __future__ import annotations

import re
import runpy
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newsclaims import Extractor
from newsclaims.evaluation import evaluate, read_gold
from newsclaims.evaluation.report import LEAST, Report

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "measured.tsv"
PAGE = ROOT / "docs" / "accuracy.md"
ORDER = ("kind", "gender", "role", "affiliation")
CONFIDENCE = "confidence of at least {:.2f}"
SORTS = "of 100 pairs of a right and a wrong quote, the right one is surer"
OFF = "points between confidence and the share of right ones"
SOURCES = "named sources of examples/gold, and those found"

Figures = Mapping[str, Sequence[str]]
HEAD = "# What the pages say of accuracy, measured once by `make accuracy`: a test holds the pages against this file.\n"


def read(path: Path = FILE) -> dict[str, list[str]]:
    """The figures of the file by name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: values for name, *values in (line.split("\t") for line in lines if not line.startswith("#"))}


def of_people(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """What is said of speakers, given to them, and right, by field."""
    counts, _ = runpy.run_path(str(ROOT / "benchmarks" / "people.py"))["counted"](folder)
    yield SOURCES, [str(counts["people", what]) for what in ("annotated", "found")]
    for field in ORDER:
        yield field, [str(counts[field, what]) for what in ("said", "given", "right")]


def of_confidence(reports: Sequence[Report]) -> Iterator[tuple[str, list[str]]]:
    """What is kept from each confidence on, and right, in each set of articles; how well it sorts, and how far it is off."""
    steps = [{step.least: step for step in report.kept} for report in reports]
    for least in LEAST:
        found = [each[least] for each in steps]
        yield CONFIDENCE.format(least), [f"{share:.0%}"[:-1] for step in found for share in (step.kept, step.right)]
    yield SORTS, [f"{100 * report.sorting:.0f}" for report in reports]
    yield OFF, [f"{100 * report.calibration_error:.0f}" for report in reports]


def people_table(figures: Figures) -> Iterator[str]:
    """The table of what else is said of a speaker."""
    yield "| | the article says it of | given | right | precision | recall |"
    yield "|---|---|---|---|---|---|"
    for field in ORDER:
        said, given, right = map(int, figures[field])
        yield f"| {field} | {said} | {given} | {right} | {100 * right / given:.0f} | {100 * right / said:.0f} |"
    annotated, found = figures[SOURCES]
    yield f"\nBoth the annotators and newsclaims have {found} of the {annotated} named sources."


def confidence_table(figures: Figures) -> Iterator[str]:
    """The table of what is kept from some confidence on."""
    yield "| confidence of at least | kept, US news | right | kept, 28 articles of other papers | right |"
    yield "|---|---|---|---|---|"
    for least in LEAST:
        cells = " | ".join(f"{value} %" for value in figures[CONFIDENCE.format(least)])
        yield f"| {f'{least:.2f}' if least else '0 (all)'} | {cells} |"
    (sorts, sorts_others), (off, off_others) = figures[SORTS], figures[OFF]
    yield f"\nA right quote has the higher confidence in {sorts} of 100 pairs of a right and a wrong one in US news, in {sorts_others}"
    yield "in other papers."
    yield "Sorted by confidence into ten equal parts, the mean confidence of a part lies off its share of right ones,"
    yield f"in percentage points, by {off} ({off_others} in other papers, whose parts have 43 quotes each)."


TABLES = {"people": people_table, "confidence": confidence_table}


def written(page: str, figures: Figures) -> str:
    """The page with its tables made of the figures."""
    for name, table in TABLES.items():
        rows = "\n".join(table(figures))
        between = re.compile(rf"(<!-- measured: {name} -->\n)[^<]*(\n<!-- end -->)")
        page, count = between.subn(lambda found, rows=rows: f"{found[1]}\n{rows}\n{found[2]}", page)
        if count != 1:
            raise SystemExit(f"{PAGE}: the table {name!r} stands there {count} times")
    return page


def measured(folder: str) -> Report:
    """The report on a folder of annotated articles."""
    gold = read_gold(folder)
    return evaluate(gold, Extractor().pipe([article.text for article in gold], ids=[article.id for article in gold]))


def main(folders: Sequence[str]) -> None:
    """Measures, and writes the file and the page."""
    figures = {**read(), **dict(of_people(ROOT / "examples" / "gold"))}
    if len(folders) == 2:  # US news, and other papers
        figures.update(of_confidence([measured(folder) for folder in folders]))
    FILE.write_text(HEAD + "".join("\t".join((name, *values)) + "\n" for name, values in figures.items()), encoding="utf-8")
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
