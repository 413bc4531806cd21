"""Atoms: every character that is no space is in exactly one, and the offsets are those of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.grammar.tokens import Tokens
from newsclaims.measures.atoms import AtomScanner, AtomsOfTokens, Phrases
from newsclaims.readable import FILLER, readable

SCANNER = AtomScanner()


@pytest.mark.parametrize(
    "text, atoms",
    [
        ("A 33-year-old won $3.4m.", ["a", "33", "-", "year", "-", "old", "won", "$", "3.4", "m", "."]),
        ("On Sept. 11, 2001, 1,234.5", ["on", "sept", ".", "11", ",", "2001", ",", "1,234.5"]),
        ("5,6 of 1,2345", ["5", ",", "6", "of", "1", ",", "2345"]),
        (" \n ", []),
    ],
)
def test_atoms(text: str, atoms: list[str]) -> None:
    assert SCANNER.read(text, 0, len(text)).lower == atoms


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_offsets(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    atoms = SCANNER.read(text, start, end)
    assert len(atoms.starts) == len(atoms.ends) == len(atoms)
    assert [text[a:b].lower() for a, b in zip(atoms.starts, atoms.ends, strict=True)] == atoms.lower
    assert "".join(text[a:b] for a, b in zip(atoms.starts, atoms.ends, strict=True)) == "".join(text[start:end].split())


@given(st.text(alphabet="aZéİ²1,.-'’s$%_ \n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_made_from_tokens_they_are_the_same(text: str, first: int, stop: int) -> None:
    tokens = Tokens(text, [(0, len(text), 0)])
    first, stop = min(first, len(tokens)), min(stop, len(tokens))
    atoms = AtomsOfTokens(text, tokens, SCANNER).between(first, stop)
    start, end = (tokens.starts[first], tokens.ends[stop - 1]) if first < stop else (0, 0)
    same = SCANNER.read(text, start, end)
    assert (atoms.lower, atoms.figures) == (same.lower, same.figures)
    assert (list(atoms.starts), list(atoms.ends)) == (list(same.starts), list(same.ends))


@given(st.text(alphabet="aZ1,.-’$% \u200f\u00ad", max_size=60))
def test_signs_nobody_sees_move_no_atom(text: str) -> None:
    tokens = Tokens(readable(text), [(0, len(text), 0)])
    atoms = AtomsOfTokens(text, tokens, SCANNER).between(0, len(tokens))
    for word, start, end in zip(atoms.lower, atoms.starts, atoms.ends, strict=True):
        seen = readable(text)[start:end].replace(FILLER, "").lower()
        assert word in (seen, FILLER)


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"per": "1", "per cent": "2", "more than": "3"})
    atoms = SCANNER.read("more than 5 per cent", 0, 20)
    assert phrases.at(atoms, 3) == ("2", 5)
    assert phrases.before(atoms, 2) == ("3", 0)
    assert phrases.at(atoms, 0) == ("3", 2)
    assert phrases.at(atoms, 2) is None
