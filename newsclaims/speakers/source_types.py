"""What sort of source a speaker is, by what pronouns the text goes on, and why it names nobody; each with the words that say so.

The sorts are those of content analysis of the news (officials, experts, spokespeople, companies, citizens, anonymous sources, documents),
as in Manninen (2017), "Sourcing practices in online journalism". Nothing is taken from a name.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from newsclaims.language import Language
from newsclaims.model import Document, Speaker, SpeakerKind
from newsclaims.shown import Shown
from newsclaims.spans import Span

ANONYMOUS, DOCUMENT = "anonymous", "document"
LONGEST_ENTRY = 3
"""Words of the longest entry of the table."""
REASON_REACH = 240
"""So many characters after a mention the text may say why nobody is named."""
ENDS = '.;,”"\n'
PERSONAL = ("male", "female", "they")
"""Groups of the table of pronouns for one person; the first word of each in the table is by which it is told."""


@attrs.frozen(repr=False)
class SourceType(Shown):
    """``name`` is the sort or ``None``, ``because`` the words of the text that say so; ``anonymity`` the reason given for naming nobody."""

    _shows = ("name", "because", "anonymity")

    name: str | None = None
    because: str | None = None
    anonymity: str | None = None


def source_type(document: Document, speaker: Speaker, language: Language) -> SourceType:
    """The sort of source that a speaker of a document is.

    >>> from newsclaims import extract, load_language
    >>> text = "A clerk, who spoke on condition of anonymity because she was not authorised to speak, said that it rained."
    >>> document = extract(text)
    >>> source_type(document, document.speakers[0], load_language("en")).anonymity
    'because she was not authorised to speak'
    """
    if speaker.kind is SpeakerKind.DOCUMENT:
        return SourceType(DOCUMENT, speaker.name)
    if not speaker.named:
        hidden = _hidden(document.text, speaker.mentions, language)
        if hidden is not None:
            return SourceType(ANONYMOUS, hidden.text, _reason(document.text, hidden, language))
    table = language.table("source_types")
    told = (speaker.role, None if speaker.named and speaker.kind is SpeakerKind.PERSON else speaker.name)
    for words in told:
        found = None if words is None else _last_entry(words, table, language)
        if found is not None and not (speaker.named and table[found] == ANONYMOUS):
            return SourceType(table[found], words)
    return SourceType()


def pronouns(speaker: Speaker, language: Language) -> str | None:
    """The pronouns by which the text speaks of one person, the most frequent first: "she", "they; she". No guess from a name."""
    table = language.table("source_pronouns")
    groups = (table.get(mention.text.lower()) for mention in speaker.mentions)
    told = {group: next((word for word, known in table.items() if known == group), group) for group in PERSONAL}
    counts = Counter(told[group] for group in groups if group in told)
    return "; ".join(word for word, _ in counts.most_common()) or None


def _last_entry(words: str, table: Iterable[str], language: Language) -> str | None:
    """The entry nearest to the end of the first phrase: "spokesman" of "a spokesman for the ministry"."""
    known = set(table)
    head = words.lower().replace("’", "'").split(",")[0]
    whose = {word for word, group in language.table("source_pronouns").items() if group == "who"}
    joints = language.words("affiliating_prepositions") | whose
    parts = list(itertools.takewhile(lambda word: word not in joints, head.split()))
    for stop in range(len(parts), 0, -1):
        for start in range(max(0, stop - LONGEST_ENTRY), stop):
            entry = " ".join(parts[start:stop])
            if entry in known:
                return entry
    return None


def _hidden(text: str, mentions: Sequence[Span], language: Language) -> Span | None:
    """Where the text says, in the sentence or so of a mention, that it names nobody."""
    for mention in mentions:
        start = max(0, mention.start - REASON_REACH // 2)
        near = text[start : mention.end + REASON_REACH].lower()
        found = [(near.find(phrase), phrase) for phrase in language.words("anonymity_phrases") if phrase in near]
        for at, phrase in sorted(found):
            place = start + at
            if "\n\n" not in text[min(place, mention.end) : max(place, mention.start)]:
                return Span.of(text, place, place + len(phrase))
    return None


def _reason(text: str, phrase: Span, language: Language) -> str | None:
    """What the text gives as the reason, up to the end of its clause."""
    after = text[phrase.end : phrase.end + REASON_REACH].split("\n\n")[0]
    starts = [at for at in (after.lower().find(f"{reason} ") for reason in language.words("anonymity_reasons")) if at >= 0]
    if not starts:
        return None
    words = after[min(starts) :]
    end = min((at for at in (words.find(mark) for mark in ENDS) if at >= 0), default=len(words))
    return " ".join(words[:end].split()) or None
