"""Pull quotes that have lost their marks: words that stand elsewhere in quotation marks, and who said them at the end of the line.

“... and it would be late Harbour master Orla Vane”: a paragraph without a stop that ends in a name, in the middle of running text.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.layers import Layers
from newsclaims.rules.base import Attribution, rule
from newsclaims.spans import Span

FEWEST_WORDS, MOST_WORDS = 10, 80  # of the paragraph
MOST_NAMES = 7  # words of the name with what somebody is
REACH, MOST_TRIES = 20_000, 8  # characters before and after, and places, in which the words are looked for
SAME_WORDS = 4  # from the first word, that stand in quotation marks elsewhere


def names_below_pull_quotes(layers: Layers) -> Iterator[Span]:
    """The names at the end of pull quotes, with what somebody is, in text order."""
    text = layers.text
    for start, end in layers.paragraphs:
        if text[end - 1].isalpha() and text[start].isupper():
            words = text[start:end].split()
            if FEWEST_WORDS <= len(words) <= MOST_WORDS and words[-1][0].isupper() and words[-2][0].isupper():
                named = _named(layers, words)
                if named and _is_quoted_elsewhere(layers, start, words):
                    yield Span.of(text, text.rindex(named, start, end), end)


def _named(layers: Layers, words: list[str]) -> str:
    """The words at the end that name somebody; nothing where they do not begin with a capital after a word without one."""
    people = layers.language.words("person_nouns")
    first = len(words)
    while first > len(words) - MOST_NAMES and (words[first - 1][0].isupper() or words[first - 1] in people):
        first -= 1
    ended = words[first - 1][-1].isalnum()
    return " ".join(words[first:]) if ended and words[first][0].isupper() and len(words) - first > 1 else ""


def _is_quoted_elsewhere(layers: Layers, start: int, words: list[str]) -> bool:
    same, low, high = " ".join(words[:SAME_WORDS]), max(0, start - REACH), start + REACH
    for _ in range(MOST_TRIES):
        at = layers.text.find(same, low, high)
        if at < 0:
            return False
        if at != start and layers.quoted[layers.at(at)]:
            return True
        low = at + 1
    return False


@rule("pull-quote-name", anchor="signature")
def pull_quote_name(layers: Layers, signature: Span) -> Attribution | str:
    """Words quoted elsewhere, and who said them: “It is dark, and cold, and wet here.” / It is dark, and cold, and wet here Orla Vane"""
    start, end = layers.paragraphs[layers.paragraph_at(signature.start)]
    words = layers.text[start : signature.start].rstrip()
    if not words or signature.end != end:
        return "the name does not end the words of its line"
    return Attribution(Span.of(layers.text, start, start + len(words)), signature)
