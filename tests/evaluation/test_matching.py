from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Document, Quote, QuoteKind, Span
from newsclaims.evaluation import GoldArticle
from newsclaims.evaluation.matching import SHARED, Words, judge, paired, touching

Read = Callable[..., GoldArticle]


def predicted(text: str, *parts: tuple[str, str | None]) -> Document:
    """A document with a quote for each pair of a content and a source, which are to be found once in the text."""
    quotes = []
    for content, source in parts:
        span = Span.of(text, text.index(content), text.index(content) + len(content))
        who = None if source is None else Span.of(text, text.index(source), text.index(source) + len(source))
        quotes.append(Quote(QuoteKind.INDIRECT, (span,), span, content, who, rule="made-up"))
    return Document(text, quotes=tuple(quotes))


SAID = "<s1>Mayor Orla Vane</s1> <c1>said</c1> <q1>that the old port would close in May</q1>, and it rained."


@pytest.mark.parametrize(
    "content, source, matches, source_right",
    [
        ("that the old port would close in May", "Mayor Orla Vane", True, True),
        ("that the old port would close in May", "Vane", True, True),
        ("that the old port would close in May", "port", True, False),
        ("that the old port would close in May", None, True, False),
        ("the old port would close in May, and it rained", "Vane", True, True),  # 7 of 11 words
        ("that the old port", "Vane", True, True),  # 4 of 8
        ("that the old", "Vane", False, False),  # 3 of 8
        ("and it rained", "Vane", False, False),
    ],
)
def test_half_of_the_words_and_one_of_the_source(
    annotated: Read, content: str, source: str | None, matches: bool, source_right: bool
) -> None:
    article = annotated(SAID)
    [verdict] = judge(article, predicted(article.text, (content, source))).verdicts
    assert (verdict.gold is not None, verdict.source_right, verdict.right) == (matches, source_right, matches and source_right)


def test_no_source_is_right_where_the_annotation_has_none(annotated: Read) -> None:
    article = annotated("It <c1>is believed</c1> <q1>that it rained</q1>.")
    [verdict] = judge(article, predicted(article.text, ("that it rained", None))).verdicts
    assert verdict.right
    [verdict] = judge(article, predicted(article.text, ("that it rained", "It"))).verdicts
    assert not verdict.right


def test_one_matches_one_and_the_closest_first(annotated: Read) -> None:
    article = annotated(SAID)
    close, exact = "old port would close in May", "that the old port would close in May"
    judgement = judge(article, predicted(article.text, (close, "Vane"), (exact, "Vane")))
    assert [verdict.right for verdict in judgement.verdicts] == [False, True]
    [(_, found_by)] = judgement.gold
    assert found_by is judgement.verdicts[1]


def test_discarded_words_count_for_nothing(annotated: Read) -> None:
    article = annotated("<x2>Photo by Ada Holt</x2> <s1>Vane</s1> <c1>said</c1> <q1>it rained</q1>.")
    judgement = judge(article, predicted(article.text, ("Photo by Ada Holt", None), ("it rained", "Vane")))
    assert [(verdict.index, verdict.right) for verdict in judgement.verdicts] == [(1, True)]


@pytest.mark.parametrize(
    "one, other, expected",
    [({1, 2}, {2}, True), (set(), set(), True), ({1}, {2}, False), ({1}, set(), False)],
)
def test_sources_touch(one: set[int], other: set[int], expected: bool) -> None:
    assert touching(frozenset(one), frozenset(other)) is expected


def test_words_are_counted_where_they_begin() -> None:
    text = "“It’s late,” she said."
    words = Words(text)
    assert words.ids([Span.of(text, 0, len(text))]) == {0, 1, 2, 3}
    assert words.ids([Span.of(text, 2, 12)]) == {1}
    assert words.ids([Span.of(text, 4, 4)]) == frozenset()


sets = st.lists(st.frozensets(st.integers(0, 12), min_size=1), max_size=6)


@given(left=sets, right=sets)
def test_pairs_are_one_to_one_and_close(left: list[frozenset[int]], right: list[frozenset[int]]) -> None:
    pairs = paired(left, right)
    assert len(set(pairs.values())) == len(pairs)
    shares = {(at, to): len(one & other) / len(one | other) for at, one in enumerate(left) for to, other in enumerate(right)}
    assert all(shares[pair] >= SHARED for pair in pairs.items())
    free = [pair for pair in shares if pair[0] not in pairs and pair[1] not in pairs.values()]
    assert all(shares[pair] < SHARED for pair in free)
