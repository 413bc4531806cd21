"""Features: the named things that a span is weighed by, plain sums of which say whether it is a claim and worth a check.

They are of four kinds: what is said in a span (words of the lists, quantities, names), how it begins and ends, how it is built and what it
leaves over, and which joints stand inside it at which it could have been cut and was not.
"""

from __future__ import annotations

import bisect
import itertools
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.claims.clause_classes import RELATIVE_OR_WH, SENTENCE_END, TOLD_BY_WORD, VERB_LEAD_OR_AUXILIARY
from newsclaims.claims.criteria import CRITERIA
from newsclaims.claims.feature_names import (
    LENGTHS,
    LONG,
    LONGEST,
    Key,
    beginning_names,
    built_names,
    end_names,
    kind_and_end,
    span_names,
    uncut,
)
from newsclaims.claims.joints import NOTHING, opened
from newsclaims.claims.kinds import IN_ORDER
from newsclaims.claims.measured import Measured
from newsclaims.claims.pieces import OWN
from newsclaims.claims.stretches import Stretch
from newsclaims.grammar.remembered import Remembered
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADVERB_OR_NOT,
    BE,
    CLAUSE_OPENER,
    HAVE,
    MODAL,
    NAME,
    OPEN_QUOTE,
    PARTICIPLE,
    PRONOUN,
)
from newsclaims.language.inflection import forms, is_regular_past
from newsclaims.model import QuantityKind

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.language import Language

WEAK = frozenset((QuantityKind.ORDINAL, QuantityKind.AGE, QuantityKind.NUMBER))
QUANTITY, DATE, TOPIC, NAMED = "a quantity", "a date", "a topic", "a name"
AGAIN = {QUANTITY: "several quantities", DATE: "several dates", TOPIC: "several words of a topic", NAMED: "several names"}
"""What a feature is called that is there a second time; of others once counts."""
PAST = "past"
TOLD = frozenset(CRITERIA) | AGAIN.keys() | {feature for feature, _ in IN_ORDER}
"""What is told of a claim that was found; the others only weigh."""
SAYING = ("say", "tell", "claim", "announce")
"""Categories of cues that mostly have their words in a quote of their own."""
MANY_VERBS = 4
WITH_VERB, WITHOUT_VERB = "verb", "no verb"
"""What a span leaves of its stretch."""
ELSEWHERE = "elsewhere"
BETWEEN = f"[{ADVERB_OR_NOT}{PRONOUN}]{{0,3}}"
EVENTS = re.compile(
    f"(?P<perfect>{HAVE}{BETWEEN}{PARTICIPLE})|(?P<passive>{BE}{BETWEEN}{PARTICIPLE})|(?P<full>{NAME}{NAME}+)|(?P<name>{NAME})"
    f"|(?P<quoted>{OPEN_QUOTE})"
)
EVENT_NAMES = {
    "perfect": ("present perfect",), "passive": ("passive",), "full": ("a full name", NAMED), "name": (NAMED,),
    "quoted": ("words in quotation marks",),
}  # fmt: skip

Event = tuple[int, str]
"""A token, and the feature that stands there."""


class Signs(NamedTuple):
    """What is read off a stretch once for all its spans: the features of its source, and of the words in and around it, in order."""

    stretch: Stretch
    events: Sequence[Event]
    shared: tuple[str, ...]


class FeatureReader:
    """Reads features with the words of a language."""

    def __init__(self, language: Language) -> None:
        table = {word: tuple(value.split(" | ")) for word, value in language.table("claim_words").items()}
        self._names = {word: names for word, names in table.items() if " " not in word}
        pairs = {tuple(words.split()): names for words, names in table.items() if " " in words}
        self._pairs = {(first, second): names for (first, second), names in pairs.items()}
        self._heads = frozenset(first for first, _ in self._pairs)
        self._add_forms(language)
        self._of_words = Remembered(self._of_word)

    def _add_forms(self, language: Language) -> None:
        """The forms of listed verbs, and what is past."""
        irregular, doubling = language.table("irregular_verbs"), language.words("doubling_verbs")
        listed = [word for word in self._names if word in language.words("verbs") or word in irregular]
        for base in listed:
            for form in forms(base, irregular, doubling):
                self._names.setdefault(form, self._names[base])
        regular = {word for word in self._names.keys() - language.words("verbs") if is_regular_past(word)}
        for word in ({value.split()[0] for value in irregular.values()} - set(irregular)) | regular:
            self._names[word] = (*self._names.get(word, ()), PAST)

    def _of_word(self, word: str) -> tuple[str, ...]:
        """The features of a word by itself."""
        return self._names.get(word) or ((PAST,) if is_regular_past(word) else ())

    def events(self, passage: Passage, first: int, stop: int, measured: Iterable[Measured] = ()) -> list[Event]:
        """The features of the words of a text from token ``first`` up to ``stop`` and of what was measured there, in order."""
        lower, words, places = passage.lower[first:stop], passage.lower, range(first, stop)
        names = list(map(self._of_words.__getitem__, lower))
        found = [(at, name) for at in itertools.compress(places, names) for name in names[at - first]]
        pairs = self._pairs
        begun = itertools.compress(places[:-1], map(self._heads.__contains__, lower))
        found += [(at, name) for at in begun for name in pairs.get((words[at], words[at + 1]), ())]
        matches = EVENTS.finditer(passage.shape, first, stop)
        found += [(match.start(), name) for match in matches for name in EVENT_NAMES[match.lastgroup or ""]]
        for cue in passage.layers.cues_between(first, stop):
            found.append((cue.head, f"cue: {cue.category}"))
            if cue.category in SAYING:
                found.append((cue.head, f"cue: {cue.category}, {cue.form.value}"))
        at = passage.layers.at
        found += [(at(offset), name) for each in measured for offset, name in _measured(each)]
        found.sort()
        return found

    @staticmethod
    def signs(stretch: Stretch, events: Sequence[Event]) -> Signs:
        """What is read off a stretch; ``events`` are those of the words of the text around it."""
        return Signs(stretch, events, shared_features(stretch.passage, stretch.sentence, stretch.first, stretch.owner))


def _measured(found: Measured) -> Iterator[tuple[int, str]]:
    """The features of what is measured, and at which character."""
    for quantity in found.quantities:
        yield quantity.span.start, quantity.kind.value
        if quantity.kind not in WEAK:
            yield quantity.span.start, QUANTITY
    for date in found.dates:
        yield date.span.start, "a day named from the day of the report" if date.relative else DATE
    for word in found.topics:
        yield word[2], TOPIC


def shared_features(passage: Passage, sentence: int, first: int, owner: int) -> tuple[str, ...]:
    """What all spans of a stretch have, which begins at token ``first`` of a sentence and is said by the source of quote ``owner``."""
    found: tuple[str, ...] = ()
    if owner != OWN:
        found = passage.source_features(owner)
        if passage.layers.quoted[first]:
            found += ("in quotation marks",)
    _, stop = passage.layers.sentence(sentence)
    return found if passage.shape[stop - 1] in SENTENCE_END else (*found, "sentence without an end mark")


# ---------------------------------------------------------------------------------------------- the edges of a span, and how it is built


def kind_of(shape: str, start: int, stop: int, opens: str | None = None) -> str:
    """How what begins at a token is built: "clause", "verb", "relative", "participle", "adverbial first", ...

    ``opens`` is what :func:`opened` tells of it, where that is known.
    """
    code = shape[start]
    if code in RELATIVE_OR_WH:
        return "relative"
    return "adverbial first" if code in CLAUSE_OPENER else opens or opened(shape, start, stop)


Beginning = tuple[str, Key, int, Key]
"""Where spans begin: how they are built, what their features are read off, their first finite verb (or one past the stretch), and what the
features of that are read off."""


def beginning(stretch: Stretch, start: int) -> Beginning:
    """What can be told of all spans that begin at a token."""
    passage, verbs = stretch.passage, stretch.verbs
    shape, lower = passage.shape, passage.lower
    code = shape[start]
    kind = kind_of(shape, start, stretch.stop, stretch.opens.get(start))
    edge = (stretch.left.get(start, ELSEWHERE), kind, shape[max(0, start - 1) : start + 2], lower[start] if code in TOLD_BY_WORD else "")
    low = bisect.bisect_left(verbs, start)
    if low == len(verbs):
        return kind, edge, stretch.stop, ()
    verb = verbs[low]
    main = past(shape, verb, stretch.stop - 1, VERB_LEAD_OR_AUXILIARY)
    modal = lower[verb] if shape[verb] == MODAL else ""
    return kind, edge, verb, (kind, shape[verb], modal, passage.layers.lemma(main) or "", verb - start)


def end_key(stretch: Stretch, end: int) -> tuple[str, str]:
    """What the features of an end are read off."""
    return stretch.right.get(end, ELSEWHERE), stretch.passage.shape[end - 1 : end + 2]


def span_key(stretch: Stretch, kind: str, start: int, end: int, before: int, verbs: int) -> Key:
    """What the features are read off that hang on both edges; ``before`` verbs stand before the span in its stretch, ``verbs`` inside."""
    size = end - start
    left_before = left_over(tokens=start > stretch.first, verbs=before > 0)
    left_after = left_over(tokens=end < stretch.stop, verbs=before + verbs < len(stretch.verbs))
    return kind, LENGTHS[size] if size < LONG else LONGEST, min(verbs, MANY_VERBS), left_before, left_after


def left_over(*, tokens: bool, verbs: bool) -> str:
    """What a span leaves of its stretch on one side: nothing, or tokens with a verb or without one."""
    if not tokens:
        return NOTHING
    return WITH_VERB if verbs else WITHOUT_VERB


class Said:
    """The features of the words of a part of a text that are told of claims, in little room."""

    __slots__ = ("_names", "_tokens")

    def __init__(self, events: Iterable[Event]) -> None:
        told = [event for event in events if event[1] in TOLD]
        self._tokens = array("i", [token for token, _ in told])
        self._names = tuple([name for _, name in told])

    def between(self, start: int, end: int) -> frozenset[str]:
        """The features of the tokens ``start`` up to ``end``."""
        low, high = bisect.bisect_left(self._tokens, start), bisect.bisect_left(self._tokens, end)
        return frozenset(said_in(list(zip(self._tokens[low:high], self._names[low:high], strict=True)), start, end))


def said_in(events: Sequence[Event], start: int, end: int) -> Iterator[str]:
    """The features of the words of a span, each once, those of a second quantity, date, name or topic word by a name of their own."""
    seen: set[str] = set()
    for at in range(bisect.bisect_left(events, (start, "")), len(events)):
        token, name = events[at]
        if token >= end:
            return
        if name in seen:
            name = AGAIN.get(name, name)
        if name not in seen:
            seen.add(name)
            yield name


def span_features(signs: Signs, start: int, end: int) -> list[str]:
    """All features of a span, in no order that matters; a joint as often as it stands inside."""
    stretch = signs.stretch
    begun, edge, verb, built = beginning(stretch, start)
    before, upto = bisect.bisect_left(stretch.verbs, start), bisect.bisect_left(stretch.verbs, end)
    return [
        *signs.shared,
        *said_in(signs.events, start, end),
        *beginning_names(edge),
        *built_names(built if verb < end else ()),
        *end_names(end_key(stretch, end)),
        *kind_and_end((begun, stretch.right.get(end, ELSEWHERE))),
        *span_names(span_key(stretch, begun, start, end, before, upto - before)),
        *(uncut(kind) for at, kind in stretch.inner if start < at < end),
    ]
