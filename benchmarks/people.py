"""How often role, affiliation, kind and gender of a speaker are right: ``python benchmarks/people.py [examples/gold]``.

The folder holds ``text/NAME.txt`` and ``people/NAME.tsv``: name, kind, gender, role and affiliation of each named source, ``-`` where the
article says nothing. A role or an affiliation is right where one of the two has all words of the other. Printed are, of the people
whom both have, how many the article says it of, how many were given one, how many of these are right, and the share of each.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from newsclaims import Extractor, Speaker
from newsclaims.evaluation.names import same_name

FIELDS = ("kind", "gender", "role", "affiliation")
SMALL = frozenset({"the", "of", "a", "an", "and", "for", "at", "in", "s"})


def words(phrase: str) -> set[str]:
    """The words of a phrase that tell it from others."""
    return set(re.findall(r"\w+", phrase.lower())) - SMALL


def is_right(field: str, wanted: str, found: str) -> bool:
    """Whether what was found is what the article says."""
    if field in ("kind", "gender"):
        return wanted == found
    one, other = words(wanted), words(found)
    return bool(one) and bool(other) and (one <= other or other <= one)


def value(speaker: Speaker, field: str) -> str:
    """What was found, as text; nothing where it is open."""
    found = speaker.kind.value if field == "kind" else getattr(speaker, field)
    return "" if found in (None, "unknown") else str(found)


def counted(folder: Path) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Of the annotated people (``"people"``) and of each field the counts, and a line for each that is not right."""
    extractor = Extractor()
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for path in sorted((folder / "people").glob("*.tsv")):
        speakers = extractor.extract((folder / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")).speakers
        for line in path.read_text(encoding="utf-8").splitlines():
            name, *told = line.split("\t")
            speaker = next((each for each in speakers if each.named and same_name(name, each.name)), None)
            counts["people", "annotated"] += 1
            counts["people", "found"] += speaker is not None
            if speaker is None:
                continue
            for field, stated in zip(FIELDS, told, strict=True):
                found, wanted = value(speaker, field), stated.removeprefix("-")
                right = bool(wanted) and is_right(field, wanted, found)
                counts.update({(field, "said"): bool(wanted), (field, "given"): bool(found), (field, "right"): right})
                if (wanted or found) and not right:
                    wrong.append(f"{path.stem}\t{name}\t{field}\t{wanted}\t{found}")
    return counts, wrong


def main(folder: Path) -> None:
    """Reads the articles and prints the figures."""
    counts, wrong = counted(folder)
    if "-v" in sys.argv:
        print(*wrong, sep="\n")
    print(f"{counts['people', 'annotated']} named sources, {counts['people', 'found']} found")
    for field in FIELDS:
        said, given, right = (counts[field, what] for what in ("said", "given", "right"))
        print(f"{field:12} said of {said:3}, given {given:3}, right {right:3}: precision {right / given:.2f}, recall {right / said:.2f}")


if __name__ == "__main__":
    main(Path(next((arg for arg in sys.argv[1:] if arg != "-v"), "examples/gold")))
