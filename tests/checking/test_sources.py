"""The texts that quotes are held against, and the index of their words."""

from __future__ import annotations

import pickle

import pytest

from newsclaims import Document, Sources, extract, verify
from newsclaims.checking.sources import LOOKED_INTO


def test_sources_have_ids() -> None:
    assert Sources({"a": "x", "b": Document("y")}).ids == ("a", "b")
    assert Sources(["x", Document("y", id="mine")]).ids == ("0", "mine")
    assert Sources("x").ids == Sources(Document("x")).ids == ("0",)
    assert len(Sources([])) == 0


def test_two_sources_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two sources have the id 'a'"):
        Sources([Document("x", id="a"), Document("y", id="a")])


@pytest.mark.parametrize("wrong", [5, None, [5], {1: "x"}, {"a": 5}])
def test_what_is_no_source_is_a_type_error(wrong: object) -> None:
    with pytest.raises(TypeError):
        Sources(wrong)


def test_the_source_with_the_words_is_among_the_candidates() -> None:
    texts = [f"“Pier {number} is shut,” said Orla Vane." for number in range(300)]
    sources = Sources(texts)
    found = sources.candidates(["pier", "217", "is", "shut"])
    assert found[0] == 217
    assert len(found) <= LOOKED_INTO
    assert sources.candidates(["nothing", "like", "it"]) == []


def test_of_many_with_the_same_words_those_with_the_name_come_first() -> None:
    texts = [f"“We will see,” said Ivo Karr{number}." for number in range(200)]
    [check] = verify("“We will see,” said Ivo Karr150.", Sources(texts))
    assert check.source_id == "150"


def test_sources_can_be_pickled() -> None:
    sources = Sources({"a": "“It rained,” said Orla Vane."})
    again = pickle.loads(pickle.dumps(sources))  # noqa: S301 - our own
    assert [check.status for check in verify(extract("“It rained,” Vane said."), again)] == ["found"]
