"""Two hundred altered quotes over forty invented sources, made by named edits from ``statements.txt``, and the same unaltered."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsclaims import CheckStatus

STATEMENTS = Path(__file__).parent / "statements.txt"
PIECE = r"\{(\w) ([^{}>]*)(?:>([^{}]*))?\}"
PER_SOURCE = 5
NOWHERE = (
    "We have ordered a hundred blue buses from a dealer in the capital.",
    "Every third bottle in that cellar was filled with vinegar.",
    "The choirboys rehearsed upstairs while the plumber slept.",
    "A blimp over the racecourse advertised toothpaste all Easter.",
    "Grandmother's parrot memorised seventeen railway announcements.",
)


class Source(NamedTuple):
    """A source: two speakers, each with two statements that hold marks for edits, and the text it is given as."""

    number: int
    speakers: tuple[str, str]
    statements: tuple[tuple[str, str], tuple[str, str]]
    text: str


class Altered(NamedTuple):
    """A draft with one quote, by which edit it was made, what it is to be called, and the number of its source."""

    edit: str
    status: CheckStatus
    draft: str
    source: int


def plain(statement: str) -> str:
    """The statement as it was made."""
    return re.sub(PIECE, lambda found: found[2], statement)


def full_name(speaker: str) -> str:
    return " ".join(speaker.split()[-2:])


def last_name(speaker: str) -> str:
    return speaker.split()[-1]


def sources() -> list[Source]:
    """The forty sources, in four layouts by turns."""
    blocks = STATEMENTS.read_text(encoding="utf-8").strip().split("\n\n")[1:]
    layouts = itertools.cycle((article, transcript, interrupted, reported))
    found = []
    for number, (block, layout) in enumerate(zip(blocks, layouts, strict=False)):
        heading, *lines = block.split("\n")
        one, other = heading.split(" / ")
        statements = ((lines[0], lines[1]), (lines[2], lines[3]))
        first, second, third, fourth = (plain(line) for line in lines)
        found.append(Source(number, (one, other), statements, layout(one, other, lines[0], first, second, third, fourth)))
    return found


def article(one: str, other: str, marked: str, a: str, b: str, c: str, d: str) -> str:
    return "\n\n".join(
        (tagged(a, f"said {one}"), tagged(c, f"said {other}"), tagged(b, f"{last_name(one)} added"), tagged(d, f"{last_name(other)} said"))
    )


def transcript(one: str, other: str, marked: str, a: str, b: str, c: str, d: str) -> str:
    first, second = last_name(one).upper(), last_name(other).upper()
    return f"{first}: {a}\n\n{second}: {c}\n\n{first}: {b}\n\n{second}: {d}"


def interrupted(one: str, other: str, marked: str, a: str, b: str, c: str, d: str) -> str:
    """The first statement has its tag in the middle, where the words stand that may go."""
    head, _, rest = marked.partition("{o ")
    first = f"“{plain(head).strip().rstrip(',')},” said {one}, “{plain('{o ' + rest)}”"
    return "\n\n".join((first, f"{other} said: “{c}”", tagged(b, f"said {last_name(one)}"), tagged(d, f"{last_name(other)} said")))


def reported(one: str, other: str, marked: str, a: str, b: str, c: str, d: str) -> str:
    paragraphs = (f"{one} said on Monday: “{a}”", f"{other} told the paper: “{c}”", f'{last_name(one)} said: "{b}"')
    return "\n\n".join((*paragraphs, tagged(d, f"said {last_name(other)}")))


def tagged(statement: str, tag: str) -> str:
    return f"“{statement.rstrip('.')},” {tag}."


# ---------------------------------------------------------------------------------------------------------------------- edits


def taken(statement: str, kind: str, *, put: str = "") -> str | None:
    """The statement without the words of a kind, or with something in their place; ``None`` where it has none."""
    found = re.search(PIECE.replace(r"(\w)", f"({kind})"), statement)
    if found is None:
        return None
    words = statement[: found.start()] + put.format(*found.groups()) + statement[found.end() :]
    return re.sub(r" ([,.])", r"\1", re.sub(r" +", " ", plain(words))).strip()


def one_of_two(source: Source, who: int, edit: Callable[[str], str | None]) -> str | None:
    """The first statement of a speaker that can be edited, edited, in a draft."""
    changed = next(filter(None, map(edit, source.statements[who])), None)
    return None if changed is None else tagged(changed, f"said {full_name(source.speakers[who])}")


def swap_word(statement: str) -> str | None:
    return taken(statement, "w", put="{2}")


def add_word(statement: str) -> str | None:
    return taken(statement, "w", put="wretched {1}")


def drop_negation(statement: str) -> str | None:
    return taken(statement, "n")


def drop_hedge(statement: str) -> str | None:
    return taken(statement, "h")


def drop_condition(statement: str) -> str | None:
    return taken(statement, "c")


def drop_words(statement: str) -> str | None:
    return taken(statement, "o")


def ellipsis(statement: str) -> str | None:
    return taken(statement, "o", put="…")


def dots(statement: str) -> str | None:
    return taken(statement, "o", put="[...]")


def ellipsis_over_negation(statement: str) -> str | None:
    return taken(statement, "n", put="…")


def bracket(statement: str) -> str | None:
    return taken(statement, "p", put="[{2}]")


def bracket_over_negation(statement: str) -> str | None:
    return taken(statement, "v", put="[{2}]")


def pieces_joined(source: Source, who: int) -> str:
    one, other = map(plain, source.statements[who])
    return tagged(f"{one} {other}", f"said {full_name(source.speakers[who])}")


def pieces_joined_by_ellipsis(source: Source, who: int) -> str:
    one, other = map(plain, source.statements[who])
    return tagged(f"{one.rstrip('.')} … {other}", f"said {full_name(source.speakers[who])}")


def turned_round(source: Source, who: int) -> str:
    one, other = map(plain, source.statements[who])
    return tagged(f"{other} {one}", f"said {full_name(source.speakers[who])}")


def speaker_exchanged(source: Source, who: int) -> str:
    return tagged(plain(source.statements[who][0]), f"said {full_name(source.speakers[1 - who])}")


def two_speakers_joined(source: Source, who: int) -> str:
    one, other = plain(source.statements[who][0]), plain(source.statements[1 - who][0])
    return tagged(f"{one} {other}", f"said {full_name(source.speakers[who])}")


def invented(source: Source, who: int) -> str:
    return tagged(NOWHERE[source.number % len(NOWHERE)], f"said {full_name(source.speakers[who])}")


def of_statements(edit: Callable[[str], str | None]) -> Callable[[Source, int], str | None]:
    return lambda source, who: one_of_two(source, who, edit)


EDITS: dict[str, tuple[CheckStatus, Callable[[Source, int], str | None]]] = {
    "a word swapped": (CheckStatus.CHANGED, of_statements(swap_word)),
    "a negation dropped": (CheckStatus.CUT, of_statements(drop_negation)),
    "two pieces joined": (CheckStatus.JOINED, pieces_joined),
    "the speaker exchanged": (CheckStatus.OTHER_SPEAKER, speaker_exchanged),
    "an ellipsis": (CheckStatus.ABRIDGED, of_statements(ellipsis)),
    "words dropped": (CheckStatus.CUT, of_statements(drop_words)),
    "a bracket": (CheckStatus.ABRIDGED, of_statements(bracket)),
    "invented": (CheckStatus.ABSENT, invented),
    "a hedge dropped": (CheckStatus.CUT, of_statements(drop_hedge)),
    "an ellipsis over a negation": (CheckStatus.CUT, of_statements(ellipsis_over_negation)),
    "two speakers joined": (CheckStatus.OTHER_SPEAKER, two_speakers_joined),
    "a condition dropped": (CheckStatus.CUT, of_statements(drop_condition)),
    "a word added": (CheckStatus.CHANGED, of_statements(add_word)),
    "pieces joined by an ellipsis": (CheckStatus.JOINED, pieces_joined_by_ellipsis),
    "a bracket over a negation": (CheckStatus.CHANGED, of_statements(bracket_over_negation)),
    "dots in brackets": (CheckStatus.ABRIDGED, of_statements(dots)),
    "two pieces turned round": (CheckStatus.JOINED, turned_round),
}


def altered() -> Iterator[Altered]:
    """Five altered quotes of each source; the edits take turns, and so do the speakers."""
    edits = itertools.cycle(EDITS.items())
    for source in sources():
        made = 0
        while made < PER_SOURCE:
            name, (status, edit) = next(edits)
            draft = edit(source, (source.number + made) % 2) or edit(source, (source.number + made + 1) % 2)
            if draft is not None:
                yield Altered(name, status, draft, source.number)
                made += 1


def unaltered() -> Iterator[Altered]:
    """Each statement as it was made, in one of the ways in which it may be printed."""
    ways: dict[str, Callable[[str, str], str]] = {
        "as it is": lambda words, name: tagged(words, f"said {name}"),
        "straight marks": lambda words, name: f'{name} said: "{words}"',
        "white space": lambda words, name: tagged(words.replace(" ", "\u00a0", 2), f"{name} said"),
        "a fragment": lambda words, name: f"{name} said that “{words[:1].lower()}{words[1:].rstrip('.')}”.",
        "a tag in the middle": tag_in_the_middle,
    }
    turns = itertools.cycle(ways.items())
    for source in sources():
        for who, statements in enumerate(source.statements):
            for statement in statements:
                name, way = next(turns)
                yield Altered(name, CheckStatus.FOUND, way(plain(statement), full_name(source.speakers[who])), source.number)


def tag_in_the_middle(words: str, name: str) -> str:
    """With the tag before the clause that begins with "and", where there is one."""
    head, joint, rest = words.rstrip(".").partition(", and ")
    return f"“{head},” said {name}, “and {rest}.”" if joint else tagged(words, f"said {name}")
