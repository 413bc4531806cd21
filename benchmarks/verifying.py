"""Measures ``verify``: ``python benchmarks/verifying.py``, drafts against 1,000 and 10,000 sources that a generator writes.

Prints how long the index takes a source, and a draft after it: CPU time, and what it is for ten times the sources.
"""

from __future__ import annotations

import random
import time

from newsclaims import Sources, verify

COUNTS = (1_000, 10_000)
DRAFTS = 100
SENTENCES = 30
GIVEN, FAMILY = (
    ("Orla", "Ivo", "Ines", "Tomas", "Lena", "Piers", "Maud", "Jonas"),
    ("Vane", "Karr", "Calloway", "Brill", "Ostrow", "Hallam"),
)
THINGS = [
    "harbour",
    "bridge",
    "school",
    "road",
    "library",
    "pier",
    "market",
    "tunnel",
    "hospital",
    "station",
    "theatre",
    "garden",
    "canal",
    "tower",
    "airport",
    "mill",
]
ACTS = [
    "close",
    "open",
    "sell",
    "rebuild",
    "paint",
    "move",
    "measure",
    "fund",
    "insure",
    "guard",
    "double",
    "flood",
    "heat",
    "clean",
    "light",
    "rent",
]
TIMES = ["in spring", "next year", "before the vote", "by June", "after the storm", "within a month", "at once", "this winter"]
SIGNS = ["no longer", "probably", "never", "again", "slowly", "in public", "without help", "for good"]


def statement(chance: random.Random) -> str:
    """A sentence somebody may say; there are some hundred thousand."""
    things = f"the {chance.choice(THINGS)} and the {chance.choice(THINGS)}"
    return f"We will {chance.choice(SIGNS)} {chance.choice(ACTS)} {things} {chance.choice(TIMES)}"


def article(chance: random.Random) -> tuple[str, list[tuple[str, str]]]:
    """A text of about 500 words, and what is said in it by whom."""
    names = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(SENTENCES)]
    said = [(name, f"{statement(chance)}, and number {chance.randrange(10_000)} stays") for name in names]
    return "\n\n".join(f"“{words},” said {name}." for name, words in said), said


def main() -> None:
    """Prints a line for each number of sources, and their ratio."""
    chance = random.Random(7)
    made = [article(chance) for _ in range(max(COUNTS))]
    seconds = []
    for count in COUNTS:
        begin = time.process_time()
        sources = Sources({f"s{number}": text for number, (text, _) in enumerate(made[:count])})
        index = time.process_time() - begin
        drafts = []
        for number in range(DRAFTS):
            name, words = made[chance.randrange(count)][1][number % SENTENCES]
            other, more = made[chance.randrange(count)][1][number % SENTENCES]
            drafts.append(f"“{words},” said {name}.\n\n“{more.replace('the', 'that', 1)},” {other} said.")
        begin = time.process_time()
        found = [check.status.value for draft in drafts for check in verify(draft, sources)]
        seconds.append((time.process_time() - begin) / DRAFTS)
        right = found.count("found"), found.count("changed")
        print(
            f"{count:6,} sources: index {index / count * 1e3:.2f} ms a source; {seconds[-1] * 1e3:.1f} ms a draft; "
            f"{right[0]} of {DRAFTS} found, {right[1]} of {DRAFTS} changed"
        )
    print(f"ten times the sources: {seconds[1] / seconds[0]:.2f} times the time of a draft")


if __name__ == "__main__":
    main()
