"""Topics: what a claim is about, by a small scheme of word lists.

The scheme follows the first level of the IPTC Media Topics (https://iptc.org/standards/media-topics/), with politics and
economy parted as fact-checking desks part them: economy, labour, health, security, diplomacy, elections, government,
justice, environment, disaster, education, immigration, rights, technology, science, transport, housing, agriculture,
culture, religion, sport. Words and topics are rows of ``topics.tsv``; more are added by value:
``language.extend(topics={"tram": "transport", "pothole": "roads"})``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaims.language import Language
from newsclaims.language.inflection import plural, with_plurals
from newsclaims.measures.atoms import Atoms, AtomScanner, Phrases
from newsclaims.spans import Span

TopicWord = tuple[str, int, int, int]
"""A word or phrase that speaks for a topic, as much as it has words: the topic, how many, and where they start and end (characters).
A plain tuple: thousands of them may be kept for a text, and most are never told of."""


class TopicFinder:
    """Finds the topic that most words of a stretch speak for."""

    def __init__(self, language: Language) -> None:
        self._scanner = AtomScanner()
        table = {word.lower(): topic for word, topic in language.table("topics").items()}
        plurals = {plural(word): topic for word, topic in table.items() if not word.endswith("s")}
        self._phrases = Phrases({**plurals, **table})
        self.cues = self._phrases.firsts
        self._ambiguous = with_plurals(language.words("ambiguous_topic_words"))

    def find(self, text: str, start: int, end: int) -> tuple[str | None, tuple[Span, ...]]:
        """The topic of ``text[start:end]`` and the words that decided, in text order; ``(None, ())`` where no word speaks for any.

        The topic with the most words wins; of two with as many the one that is named first. A phrase
        ("climate change") weighs as much as it has words. A word that means something else as well ("landslide") decides
        only in company of another of its topic.

        >>> from newsclaims.language import load_language
        >>> text = "The hospital had no vaccine left for its budget."
        >>> topic, words = TopicFinder(load_language("en")).find(text, 0, len(text))
        >>> topic, [word.text for word in words]
        ('health', ['hospital', 'vaccine'])
        """
        return self.find_in(self._scanner.read(text, start, end))

    def find_in(self, atoms: Atoms) -> tuple[str | None, tuple[Span, ...]]:
        """The same on atoms already read."""
        return self.winner(atoms.text, list(self.matches(atoms)))

    def matches(self, atoms: Atoms) -> Iterator[TopicWord]:
        """Every word or phrase that speaks for a topic, in order."""
        free = 0
        for i in atoms.places(self.cues):
            match = self._phrases.at(atoms, i) if i >= free else None
            if match is not None:
                topic, free = match
                yield topic, free - i, atoms.starts[i], atoms.ends[free - 1]

    def winner(self, text: str, words: Sequence[TopicWord]) -> tuple[str | None, tuple[Span, ...]]:
        """The topic that most of some words of a text speak for, and those that do."""
        weights: dict[str, int] = {}
        for each, weight, _, _ in words:
            weights[each] = weights.get(each, 0) + weight
        for topic in sorted(weights, key=weights.__getitem__, reverse=True):  # of equal ones the first in the text
            spans = tuple([Span.of(text, start, end) for each, _, start, end in words if each == topic])
            said = {span.text.lower() for span in spans}
            if len(said) > 1 or not said <= self._ambiguous:
                return topic, spans
        return None, ()
