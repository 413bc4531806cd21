"""Labels of transcripts and headlines: "VANE: We will.", "Q: And then?", "Ada Brenn, mayor: It holds.", "[00:12] Host: Good evening."."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.walking import has_finite
from newsclaims.grammar.word_classes import (
    CLOSE_BRACKET,
    COLON,
    COMMA,
    FINITE,
    LABEL_PART,
    NAME,
    NUMBER,
    OPEN_BRACKET,
    OPEN_QUOTE,
    VERB,
)
from newsclaims.language import Language
from newsclaims.spans import Bounds

NAME_TOKENS = 5
"""Of a name before its colon, or before what is said of who it is."""
LABEL_TOKENS = 14
"""Of a label with role or remark: "Ada Brenn, mayor of Orrel (laughing):"."""
LEAD_TOKENS = 9
"""Of the time and the bullets before a label: "[00:12:40]"."""
FEWEST = 2  # one label alone is more often a heading ("UPDATE: ...") than a speaker
MANY, CLOSE = 100, 10
"""So many labels, with fewer than so many characters of the text to each, are a table: nobody speaks there."""
TURN_PARAGRAPHS = 2
"""Paragraphs from one turn of an exchange to the next."""
LETTERS = ("q.", "a.")
"""What stands for a colon's label without one: Q. Did it hold? / A. It did."""
LEADS = "[(*#>-–—•|"
FRAMES = frozenset(("label",))
HEADLINE_FRAMES = frozenset(("headline",))
MAIL_FRAMES = frozenset(("mail",))
HEADER_LINES = 3
HEADLINE_SENTENCES, HEADLINE_TOKENS = 2, 40


class Label(NamedTuple):
    """A label: the first token of the name, one past its last, the colon, and the paragraph whose first words it is, or -1."""

    first: int
    stop: int
    colon: int
    paragraph: int


class LabelFinder:
    """Finds words in capitals, or names of those who take turns, before a colon at the beginning of a sentence."""

    def __init__(self, language: Language) -> None:
        self.headings = language.words("heading_labels")
        self._places = language.words("places")
        self._given = language.words("given_names")
        self._takers = language.words("turn_takers")
        self._from = language.words("label_prepositions")
        self._headers = language.words("mail_header_words")
        self._roles = language.words("person_nouns") | self._takers

    def find(self, tokens: Tokens, shape: str, sentences: Sequence[Bounds]) -> list[CueMatch]:
        """A cue for each label; its head is the colon, and the label itself is the source."""
        labels = list(self._labels(tokens, shape, sentences))
        if len(labels) > MANY and tokens.ends[-1] < CLOSE * len(labels):
            return []
        capitals = [label for label in labels if all(_is_in_capitals(word) for word in tokens.words[label.first : label.stop])]
        found = _with_repeated(tokens, capitals, labels) if len(capitals) >= FEWEST else self._names(tokens, shape, labels)
        turns = [_cue(tokens, label, FRAMES) for label in found or _letters(tokens, sentences)]
        if turns or not labels:
            return turns
        heads = labels[0].paragraph >= 0 and self._heads(tokens, shape, sentences, labels[0])
        return (
            [_cue(tokens, labels[0], HEADLINE_FRAMES)]
            if heads
            else [_cue(tokens, label, MAIL_FRAMES) for label in self._mails(tokens, shape, sentences, labels)]
        )

    def _mails(self, tokens: Tokens, shape: str, sentences: Sequence[Bounds], labels: list[Label]) -> list[Label]:
        """Where the header of a message begins: "From: Orla Vane", and "To:" or the like on one of the lines below."""
        begin = [label for label in labels if label.paragraph >= 0 and tokens.lower[label.first] in self._from]
        if not begin:
            return []
        starts = zip(tokens.sentence_starts, sentences, strict=False)
        lines = {paragraph: tokens.lower[at] for at, (_, _, paragraph) in starts if shape[at + 1 : at + 2] == COLON}
        below = range(1, HEADER_LINES + 1)
        return [label for label in begin if any(lines.get(label.paragraph + line) in self._headers for line in below)]

    def _heads(self, tokens: Tokens, shape: str, sentences: Sequence[Bounds], label: Label) -> bool:
        """Whether a label opens the headline of a text that tells of who is named in it: Vane: The port needs ‘new piers’."""
        stop = next((at for at, (_, _, paragraph) in enumerate(sentences) if paragraph != label.paragraph), 0)
        if tokens.sentence_at(label.first) > 0 or not 0 < stop <= HEADLINE_SENTENCES:
            return False
        end = tokens.sentence_starts[stop]
        if end > HEADLINE_TOKENS or not (has_finite(shape, label.colon, end) or shape.find(OPEN_QUOTE, label.colon, end) >= 0):
            return False
        name = tokens.lower[label.stop - 1]
        places = (k for k in tokens.places(frozenset((name,))) if k >= end and shape[k] == NAME)
        return any(shape[k + 1 : k + 2] in tuple(FINITE) or shape[k - 1] == VERB for k in places)

    def _labels(self, tokens: Tokens, shape: str, sentences: Sequence[Bounds]) -> list[Label]:
        """What may be a label; a long one or one behind a time only at the beginning of a paragraph."""
        found, starts = list[Label](), tokens.sentence_starts
        colon = shape.find(COLON)
        while colon >= 0:
            sentence = tokens.sentence_of[colon]
            start, stop, paragraph = starts[sentence], starts[sentence + 1], sentences[sentence][2]
            opens = sentence == 0 or sentences[sentence - 1][2] != paragraph
            if colon < start + (LABEL_TOKENS + LEAD_TOKENS if opens else NAME_TOKENS + 1):
                label = self._at(tokens, shape, start, stop, paragraph if opens else -1) if colon > start else None
                found += [] if label is None else [label]
            colon = shape.find(COLON, colon + 1 if colon == start else stop)
        return found

    def _at(self, tokens: Tokens, shape: str, start: int, stop: int, paragraph: int) -> Label | None:
        """The label with which a sentence begins."""
        first = past_lead(tokens, shape, start, stop) if paragraph >= 0 else start
        first = first + 1 if shape[first : first + 1] == OPEN_QUOTE else first
        colon = shape.find(COLON, first + 1, min(first + LABEL_TOKENS, stop))
        if colon < 0:
            return None
        end = colon if paragraph < 0 else end_of_name(tokens, shape, first, colon)
        if end - first >= NAME_TOKENS or not self._is_label(tokens.words[first:end]) or has_finite(shape, end, colon):
            return None
        return Label(first, end, colon, paragraph)

    def _is_label(self, words: list[str]) -> bool:
        if not words:
            return False
        in_capitals = words[0][0].isupper() and all(word[0].isupper() or word in ".," or word.isdecimal() for word in words[1:])
        alone = len(words) == 1 and words[0] in self._roles
        if not (in_capitals or alone) or any(word.lower() in self.headings for word in words):
            return False
        return " ".join(words).lower() not in self._places

    def _names(self, tokens: Tokens, shape: str, labels: list[Label]) -> list[Label]:
        """Names before a sentence: one of them comes again, as in an interview, or two that are people's stand one below the other."""
        named = [label for label in labels if self._is_person(tokens, label) or shape[label.first : label.stop].strip(LABEL_PART) == ""]
        speaking = [tokens.words[label.first : label.stop] for label in named if self._sentence_follows(tokens, shape, label.colon)]
        speakers = {" ".join(words) for words in speaking}
        if len(named) > FEWEST and 0 < len(speakers) < len(speaking):
            return named
        if len(speaking) >= FEWEST and self._take_turns(tokens, named):
            return named
        return self._people(tokens, shape, named)

    def _people(self, tokens: Tokens, shape: str, named: list[Label]) -> list[Label]:
        """People who take turns once, one below the other."""
        people = [label for label in named if label.paragraph >= 0 and self._is_person(tokens, label)]
        turns = [label for label, near in zip(people, _near_others(people), strict=True) if near]
        several = len({tokens.words[label.stop - 1] for label in turns}) >= FEWEST
        said = sum(self._sentence_follows(tokens, shape, label.colon, 2) for label in turns)
        hosted = said and any(tokens.lower[label.first] in self._takers for label in turns)
        return turns if several and (said >= FEWEST or hosted) else []

    @staticmethod
    def _take_turns(tokens: Tokens, named: list[Label]) -> bool:
        """Whether two names each come again: Interviewer: Is it safe? / Brenn: It is. / Interviewer: Really? / Brenn: Yes."""
        times = Counter(tuple(tokens.words[label.first : label.stop]) for label in named if label.paragraph >= 0)
        return sum(count >= FEWEST for count in times.values()) >= FEWEST

    def _is_person(self, tokens: Tokens, label: Label) -> bool:
        """Whether a label names a person: a given name and more, or what those who take turns are called ("Host", "Speaker 2")."""
        words = tokens.lower[label.first : label.stop]
        if words[0] in self._given:
            return len(words) > 1
        return words[0] in self._roles and all(word.isdecimal() for word in words[1:])

    @staticmethod
    def _sentence_follows(tokens: Tokens, shape: str, colon: int, sentences: int = 1) -> bool:
        starts = tokens.sentence_starts
        return has_finite(shape, colon, starts[min(tokens.sentence_at(colon) + sentences, len(starts) - 1)])


def _with_repeated(tokens: Tokens, capitals: list[Label], labels: list[Label]) -> list[Label]:
    """The labels in capitals, and those in other letters that come again as they stand: Herald: And then? / OV: I left. / Herald: Why?"""
    if len(capitals) == len(labels):
        return capitals
    in_capitals = {label.first for label in capitals}
    names = [tuple(tokens.words[label.first : label.stop]) for label in labels]
    times = Counter(name for name, label in zip(names, labels, strict=True) if label.paragraph >= 0)
    return [label for name, label in zip(names, labels, strict=True) if label.first in in_capitals or times[name] >= FEWEST]


def past_lead(tokens: Tokens, shape: str, first: int, stop: int) -> int:
    """Past bullets and the time before a label: "[00:12:40] ", "14:05 "."""
    at = first
    while at < min(first + LEAD_TOKENS, stop):
        timed = at > first and shape[at] == COLON and shape[at - 1] == NUMBER
        if shape[at] not in NUMBER + CLOSE_BRACKET and not timed and tokens.words[at][0] not in LEADS:
            break
        at += 1
    return at


def end_of_name(tokens: Tokens, shape: str, first: int, colon: int) -> int:
    """Where the name in a label ends: at the bracket with a remark, or at the comma before a role in small letters."""
    bracket = shape.find(OPEN_BRACKET, first + 1, colon)
    if bracket > 0:
        return bracket if shape[colon - 1] == CLOSE_BRACKET else colon
    comma = shape.find(COMMA, first + 1, colon)
    return comma if comma > 0 and tokens.words[comma + 1][0].islower() else colon


def _near_others(labels: list[Label]) -> list[bool]:
    """For each label whether another stands in one of the next paragraphs or in one before."""
    near = [after.paragraph - before.paragraph <= TURN_PARAGRAPHS for before, after in itertools.pairwise(labels)]
    return [any(pair) for pair in zip([False, *near], [*near, False], strict=True)] if labels else []


def _letters(tokens: Tokens, sentences: Sequence[Bounds]) -> list[Label]:
    """The letters of questions and answers, where both are there: Q. Did it hold? / A. It did."""
    found, seen = list[Label](), set[str]()
    for at in tokens.places(LETTERS):
        number = tokens.sentence_of[at]
        opens = number == 0 or sentences[number][2] != sentences[number - 1][2]
        if opens and at == tokens.sentence_starts[number]:
            seen.add(tokens.lower[at])
            found.append(Label(at, at + 1, at, sentences[number][2]))
    return found if len(seen) == len(LETTERS) else []


def _cue(tokens: Tokens, label: Label, frames: frozenset[str]) -> CueMatch:
    match = CueMatch(label.colon, label.colon, label.colon, ":", "say", frames, Form.LABEL)
    match.sentence = tokens.sentence_at(label.colon)
    return match


def _is_in_capitals(word: str) -> bool:
    return word.isupper() or word in ".," or word.isdecimal()
