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
from newsclaims.measures.atoms import Atoms, AtomScanner, Phrases
from newsclaims.spans import Span


class TopicFinder:
    """Finds the topic that most words of a stretch speak for."""

    def __init__(self, language: Language) -> None:
        self._scanner = AtomScanner()
        table = {word.lower(): topic for word, topic in language.table("topics").items()}
        plurals = {word + "s": topic for word, topic in table.items() if not word.endswith("s")}
        self._phrases = Phrases({**plurals, **table})

    def find(self, text: str, start: int, end: int) -> tuple[str | None, tuple[Span, ...]]:
        """The topic of ``text[start:end]`` and the words that decided, in text order; ``(None, ())`` where no word speaks for any.

        The topic with the most words wins; of two with as many the one that is named first. A phrase
        ("climate change") weighs as much as it has words.

        >>> from newsclaims.language import load_language
        >>> text = "The hospital had no vaccine left for its budget."
        >>> topic, words = TopicFinder(load_language("en")).find(text, 0, len(text))
        >>> topic, [word.text for word in words]
        ('health', ['hospital', 'vaccine'])
        """
        return self.find_in(self._scanner.read(text, start, end))

    def find_in(self, atoms: Atoms) -> tuple[str | None, tuple[Span, ...]]:
        """The same on atoms already read."""
        places = atoms.places(self._phrases.firsts)
        if not places:
            return None, ()
        weights: dict[str, int] = {}
        words: dict[str, list[Span]] = {}
        for topic, first, end in self._matches(atoms, places):
            weights[topic] = weights.get(topic, 0) + end - first
            words.setdefault(topic, []).append(Span.of(atoms.text, atoms.starts[first], atoms.ends[end - 1]))
        if not weights:
            return None, ()
        winner = max(weights, key=weights.__getitem__)  # of equal ones the first put in, which is the first in the text
        return winner, tuple(words[winner])

    def _matches(self, atoms: Atoms, places: Sequence[int]) -> Iterator[tuple[str, int, int]]:
        free = 0
        for i in places:
            match = self._phrases.at(atoms, i) if i >= free else None
            if match is not None:
                topic, free = match
                yield topic, i, free
