"""The work grows with the length of a text, whatever stands in it: counted in calls of functions, not in seconds."""

from __future__ import annotations

import functools
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims import Document, Extractor, Sources, audit, extract, extract_claims, verify
from newsclaims.claims import cluster
from newsclaims.claims.similar import alike
from newsclaims.claims.stretches import MOST_SPANS
from newsclaims.evaluation import GoldArticle, compare, evaluate
from newsclaims.evaluation.brat import parse_brat
from newsclaims.formats.brat import write_folder
from newsclaims.speakers import merge

PIECES = {
    "prose": "“The pier is closed,” said Orla Vane, the harbor master. She said that 300 jobs were lost in May.\n\n",
    "one paragraph": "“The pier is closed,” said Orla Vane, the harbor master. She said that 300 jobs were lost in May. ",
    "opening marks": "“",
    "straight marks": '"',
    "quoted words": '" a ',
    "marks in marks": "“ ‘ ",
    "a verb of saying": "said ",
    "clauses in clauses": "He said that ",
    "pronouns and quotations": "he she they said “no” ",
    "sources without end": "John, who said, ",
    "according to": "according to ",
    "and": "the man and ",
    "names": "Vane Orrin ",
    "a word": "a",
    "white space": " ",
    "empty lines": "\n",
    "full stops": ". ",
    "titles": "Mr. ",
    "apostrophes": "'",
    "parentheses": "(",
    "dashes": "— ",
    "numbers": "1,000 to 2,000 ",
    "dates": "on Monday, Jan. 3, ",
    "labels": "VANE: No.\n",
    "list items": "• one\n",
    "block quotes": "> said Vane\n",
    "half characters": "\ud800",
    "links": "https://a.example/b ",
    "numbered": "1. ",
    "initials": "J. Vane said it rained. ",
    "initials alone": "A. B. C. ",
    "items in one line": "1) one 2) two. ",
    "bullets of nothing": "•. ",
    "empty labels": "Q:. ",
    "questions and answers": "Q: Why? A: No. ",
    "questions of somebody named": "Q: Did it rain? Herald: No, she said. ",
    "marks that nothing closes": "<<a said Vane. ",
    "pieces of one quote": "“ A: the mayor 1. ",
    "mayors": "Mayor Orla {N} said it rained. A mayor said no. ",
    "mayors of many places": "Mayor Orla Vane of {N} said it rained. The {N} mayor said no. ",
}
PROSE = "“The pier is closed,” said Orla Vane.\n\n"
"""Before everything else, so that every stage has something to do in texts of any length."""
CLAIMED = {
    "one speaker": "“I lost 300 jobs in 2015,” said Orla Vane. ",
    "one speaker, many pronouns": "VANE: I said that I lost it. I told him that I lost 300 jobs.\n\n",
    "many claims": "The port lost 300 jobs in May, and it sold 40 cranes. ",
    "clauses": "the port lost 300 jobs, and ",
    "relative clauses": "the port, which lost 300 jobs, ",
    "numbers": "two 1 ",
}
"""What claims are read from."""
SHORT, LONG = 5_000, 20_000
MOST = 1.15
"""So much more a character of the long text may cost."""


def calls(work: Callable[[], object]) -> int:
    """The function calls that a piece of work takes, those of built-in functions too."""
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def repeated(piece: str, size: int) -> str:
    """A piece again and again; ``{N}`` in it is another name each time."""
    if "{N}" not in piece:
        return piece * (size // len(piece))
    return "".join(piece.replace("{N}", name(number)) for number in range(size // len(piece)))


def name(number: int) -> str:
    """A name for a number: "Babac"."""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 50)
        letters += "bcdfglmnrt"[rest // 5] + "aeiou"[rest % 5]
    return letters.capitalize() + "r"


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in PIECES.items()])
def test_the_work_grows_with_the_length(piece: str) -> None:
    extract(piece)  # builds what is built once
    short, long = (calls(functools.partial(extract, PROSE + repeated(piece, size))) for size in (SHORT, LONG))
    assert long <= MOST * LONG / SHORT * short + 2_000


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in CLAIMED.items()])
def test_the_work_of_claims_grows_with_the_length(piece: str) -> None:
    extract_claims(piece)  # builds what is built once
    short, long = (calls(functools.partial(extract_claims, PROSE + repeated(piece, size))) for size in (SHORT, LONG))
    assert long <= MOST * LONG / SHORT * short + 2_000


@pytest.mark.parametrize("piece", ["- lost 1 ", "/ will ", ") VANE: said … ", "the port lost 300 jobs, and "])
def test_of_a_table_no_more_is_weighed_than_of_a_sentence(piece: str) -> None:
    proposals = Extractor().claim_proposals(repeated(piece, SHORT))
    assert 0 < max(len(proposal.spans) for proposal in proposals) <= 2 * MOST_SPANS


UNITS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "(",
    ")",
    ".",
    ",",
    ":",
    ";",
    "?",
    "!",
    "—",
    "-",
    "…",
    "...",
    "/",
    "&",
    "@",
    "\n",
    "\n\n",
    "•",
    ">",
    "1.",
    "1)",
    "Q:",
    "A:",
    "VANE:",
    "Vane",
    "Orla_Vane",
    "Mr.",
    "Sen.",
    "the_mayor",
    "a_mayor",
    "said",
    "told",
    "says_that",
    "according_to",
    "that",
    "who",
    "which",
    "he",
    "she",
    "they",
    "I",
    "and",
    "but",
    "or",
    "in",
    "of",
    "on_Monday",
    "last_year",
    "4_percent",
    "$5m",
    "two",
    "1",
    "2015",
    "300_jobs",
    "will",
    "not",
    "was",
    "lost",
    "asked",
    "asking",
    "if",
    "to",
    "the",
    "a",
    "old",
    "quickly",
    "https://a.example",
    "U.S.",
    "J.",
    "statement",
    "in_a_statement",
    "spokesman_for",
    "No",
    "Yes",
]
"""What random texts are put together of."""
MOST_COSTLY = 6
"""So many times what a character of news costs may one of a repeated unit cost. The densest quote somebody every four characters; of
900 units drawn at random the worst cost 3.9 times as much, of another 1,800 the worst 4.1 times."""


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_no_unit_of_text_is_costly(units: list[str]) -> None:
    unit = "".join(part.replace("_", " ") + ("" if part.isspace() else " ") for part in units)
    text = PROSE + unit * (4_000 // len(unit))
    extract_claims(text)  # what is imported and built once
    assert calls(functools.partial(extract_claims, text)) / len(text) <= MOST_COSTLY * news_calls(), unit


@functools.cache
def news_calls() -> float:
    """The calls that a character of news takes."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "examples").glob("*.txt")))
    extract_claims(text)
    return calls(functools.partial(extract_claims, text)) / len(text)


FEW, MANY = 250, 1_000
"""Documents, or whatever else a function takes many of."""
MOST_OF_MANY = 1.3


def spoken(number: int) -> Document:
    """A short document of its own speaker."""
    text = f"“We lost 300 jobs in {name(number)},” said Orla {name(number + 7)}, the mayor of {name(number // 2)}."
    return attrs.evolve(extract(text), id=f"{number}.txt")


def whole_names(documents: Sequence[Document]) -> object:
    """Every place of a collection, looked up."""
    merged = merge(documents)
    return [merged.of(at, 0) for at in range(len(documents))]


def written(documents: Sequence[Document]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(documents, Path(folder))


def gold(documents: Sequence[Document]) -> list[GoldArticle]:
    return [parse_brat(document.text, document.to_brat(), id=document.id or "") for document in documents]


def aliased(documents: Sequence[Document]) -> Document:
    names = [f"Orla {name(number)} Vane" for number in range(len(documents))]
    text = " ".join(f"“It rained,” said {each}." for each in names)
    return Extractor(aliases={each: f"{name(number)} Q. Vane" for number, each in enumerate(names)}).extract(text)


OVER_MANY: dict[str, Callable[[Sequence[Document]], object]] = {
    "audit": audit,
    "merge": merge,
    "merged speakers looked up": whole_names,
    "cluster": cluster,
    "claims clustered": lambda documents: cluster(documents, what="claims"),
    "evaluate": lambda documents: evaluate(gold(documents), documents),
    "compare": lambda documents: compare(documents, documents[::2], gold(documents)),
    "a folder written": written,
    "a folder of one id": lambda documents: written([documents[0]] * len(documents)),
    "aliases": aliased,
    "verify": lambda documents: verify(documents[0], documents),
    "drafts verified": lambda documents: [verify(document, {"all": documents[0]}) for document in documents],
}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    found = [spoken(number) for number in range(MANY)]
    assert all(document.claims for document in found)  # read once, here
    return found


@pytest.mark.parametrize("work", [pytest.param(work, id=name) for name, work in OVER_MANY.items()])
def test_the_work_grows_with_the_number_of_documents(work: Callable[[Sequence[Document]], object], documents: Sequence[Document]) -> None:
    work(documents[:2])
    few, many = (calls(functools.partial(work, documents[:count])) for count in (FEW, MANY))
    assert many <= MOST_OF_MANY * MANY / FEW * few + 2_000


def test_a_draft_costs_no_more_against_many_sources_than_against_few(
    documents: Sequence[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsclaims.checking.sources.MOST_LOOKED_AT", FEW)  # all of these sources have most of the words
    draft = documents[3]
    few, many = (Sources(documents[:count]) for count in (FEW, MANY))
    assert verify(draft, few).holds
    few_calls, many_calls = (calls(functools.partial(verify, draft, sources)) for sources in (few, many))
    assert many_calls - few_calls <= 4 * FEW  # a few calls for each entry of the index that is looked at


def test_long_texts_are_compared_with_so_many_only() -> None:
    sets = [frozenset(f"{at % 2} {word * (1 + at % 3)}" for word in range(60)) for at in range(MANY)]
    few, many = (calls(lambda some=sets[:count]: list(alike(some, 0.6))) for count in (FEW, MANY))  # type: ignore[misc]
    assert many <= MOST_OF_MANY * MANY / FEW * few
