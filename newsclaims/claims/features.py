"""Features: the named things that a span is weighed by, plain sums of which say whether it is a claim and worth a check.

They are of four kinds: what is said in a span (words of the lists, quantities, names), how it begins and ends, how it is built and what it
leaves over, and which joints stand inside it at which it could have been cut and was not.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.claims.clause_classes import RELATIVE_OR_WH, SENTENCE_END, TOLD_BY_WORD, VERB_LEAD_OR_AUXILIARY
from newsclaims.claims.joints import NOTHING, opened
from newsclaims.claims.measured import Measured
from newsclaims.claims.pieces import OWN
from newsclaims.claims.stretches import Stretch
from newsclaims.grammar.remembered import Remembered
from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    ADVERB,
    ADVERB_OR_NOT,
    AND,
    AS,
    BASE,
    BE,
    BUT,
    CLAUSE_OPENER,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    DO,
    END_MARK,
    GENITIVE,
    HAVE,
    IF,
    ING,
    MODAL,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    OBJECT_PRONOUN,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    PARTICIPLE,
    PARTICLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from newsclaims.language.inflection import forms
from newsclaims.model import QuantityKind

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.language import Language

WEAK = frozenset((QuantityKind.ORDINAL, QuantityKind.AGE, QuantityKind.NUMBER))
QUANTITY, DATE, TOPIC, NAMED = "a quantity", "a date", "a topic", "a name"
AGAIN = {QUANTITY: "several quantities", DATE: "several dates", TOPIC: "several words of a topic", NAMED: "several names"}
"""What a feature is called that is there a second time; of others once counts."""
PAST = "past"
REGULAR_PAST = "ed"
CLASSES = {
    PRONOUN: "pronoun", OBJECT_PRONOUN: "object pronoun", THAT: "that", POSSESSIVE: "possessive", DETERMINER: "determiner", NAME: "name",
    NOUN: "noun", ADJECTIVE: "adjective", NUMBER: "number", PREPOSITION: "preposition", OF: "of", SUBORDINATOR: "conjunction", IF: "if",
    AS: "as", RELATIVE: "relative", WH: "question word", ING: "-ing form", PARTICIPLE: "participle", BASE: "base form", VERB: "verb",
    BE: "be", HAVE: "have", MODAL: "modal", DO: "do", NOT: "not", ADVERB: "adverb", TIME: "time", TO: "to", PARTICLE: "particle",
    ACCORDING: "according", AND: "and or or", BUT: "but", GENITIVE: "owner’s s", COMMA: "comma", SEMICOLON: "semicolon", COLON: "colon",
    DASH: "dash", OPEN_BRACKET: "bracket", CLOSE_BRACKET: "bracket", END_MARK: "end mark", OPEN_QUOTE: "opening quote",
    CLOSE_QUOTE: "closing quote",
}  # fmt: skip
"""What the classes of words are called in the names of features."""
MARK = "mark"
FIRST_VERBS = {
    VERB: "first verb: in the present or past", BE: "first verb: be", HAVE: "first verb: have", MODAL: "first verb: a modal",
    DO: "first verb: do",
}  # fmt: skip
SAYING = ("say", "tell", "claim", "announce")
"""Categories of cues that mostly have their words in a quote of their own."""
LENGTHS = (
    *["2 to 3 words"] * 4, *["4 to 6 words"] * 3, *["7 to 9 words"] * 3, *["10 to 13 words"] * 4, *["14 to 19 words"] * 6,
    *["20 to 27 words"] * 8, *["28 to 36 words"] * 9,
)  # fmt: skip
LONG, LONGEST = len(LENGTHS), "over 36 words"
SUBJECTS = ("0", "1", "2", "3", "4", "5", *["6 to 9"] * 4)
LONGEST_SUBJECT = "over 9"
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
Key = tuple[object, ...]
"""What some features are read off; the same key, the same features."""


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
        regular = {word for word in self._names.keys() - language.words("verbs") if word.endswith(REGULAR_PAST)}
        for word in ({value.split()[0] for value in irregular.values()} - set(irregular)) | regular:
            self._names[word] = (*self._names.get(word, ()), PAST)

    def _of_word(self, word: str) -> tuple[str, ...]:
        """The features of a word by itself."""
        return self._names.get(word) or ((PAST,) if word.endswith(REGULAR_PAST) else ())

    def events(self, passage: Passage, first: int, stop: int, measured: Iterable[Measured] = ()) -> list[Event]:
        """The features of the words of a text from token ``first`` up to ``stop`` and of what was measured there, in order."""
        lower, names, words = passage.lower[first:stop], self._of_words, passage.lower
        found = [(at, name) for at, of_word in enumerate(map(names.__getitem__, lower), first) if of_word for name in of_word]
        heads, pairs = self._heads, self._pairs
        begun = [at for at, word in enumerate(lower[:-1], first) if word in heads]
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
        return Signs(stretch, events, tuple(_shared(stretch)))


def _measured(found: Measured) -> Iterator[tuple[int, str]]:
    """The features of what is measured, and at which character."""
    for quantity in found.quantities:
        yield quantity.span.start, quantity.kind.value
        if quantity.kind not in WEAK:
            yield quantity.span.start, QUANTITY
    for date in found.dates:
        yield date.span.start, "a day named from the day of the report" if date.relative else DATE
    for word in found.topics:
        yield word.span.start, TOPIC


def _shared(stretch: Stretch) -> Iterator[str]:
    passage = stretch.passage
    if stretch.owner != OWN:
        yield from passage.source_features(stretch.owner)
        if passage.layers.quoted[stretch.first]:
            yield "in quotation marks"
    _, stop = passage.layers.sentence(stretch.sentence)
    if passage.shape[stop - 1] not in SENTENCE_END:
        yield "sentence without an end mark"


# ---------------------------------------------------------------------------------------------- the edges of a span, and how it is built


def kind_of(shape: str, start: int, stop: int) -> str:
    """How what begins at a token is built: "clause", "verb", "relative", "participle", "adverbial first", ..."""
    code = shape[start]
    if code in RELATIVE_OR_WH:
        return "relative"
    return "adverbial first" if code in CLAUSE_OPENER else opened(shape, start, stop)


Beginning = tuple[str, Key, int, Key]
"""Where spans begin: how they are built, what their features are read off, their first finite verb (or one past the stretch), and what the
features of that are read off."""


def beginning(stretch: Stretch, start: int) -> Beginning:
    """What can be told of all spans that begin at a token."""
    passage, verbs = stretch.passage, stretch.verbs
    shape, lower = passage.shape, passage.lower
    code = shape[start]
    kind = kind_of(shape, start, stretch.stop)
    edge = (stretch.left.get(start, ELSEWHERE), kind, shape[max(0, start - 1) : start + 2], lower[start] if code in TOLD_BY_WORD else "")
    low = bisect.bisect_left(verbs, start)
    if low == len(verbs):
        return kind, edge, stretch.stop, ()
    main = verb = verbs[low]
    while main + 1 < stretch.stop and shape[main] in VERB_LEAD_OR_AUXILIARY:
        main += 1
    modal = lower[verb] if shape[verb] == MODAL else ""
    return kind, edge, verb, (kind, shape[verb], modal, passage.layers.lemma(main) or "", verb - start)


def beginning_names(edge: Key) -> tuple[str, ...]:
    """The features of how a span begins."""
    left, kind, codes, word = edge
    before, *classes = _classes(str(codes))
    names = (
        f"begins after {left}", f"begins after {left}, {kind}", f"kind: {kind}", f"begins with {classes[0]}",
        f"begins with {', '.join(classes)}", f"before it {before}",
    )  # fmt: skip
    return (*names, f"begins with “{word}”") if word else names


def built_names(built: Key) -> tuple[str, ...]:
    """The features of the first verb of a span, if it has one."""
    if not built:
        return ("no verb",)
    kind, code, modal, lemma, subject = built
    size = int(str(subject))
    names = [FIRST_VERBS[str(code)], f"{kind}, verb after {SUBJECTS[size] if size < len(SUBJECTS) else LONGEST_SUBJECT}"]
    if modal:
        names.append(f"first verb: “{modal}”")
    if lemma:
        names.append(f"first verb is {lemma}")
    return tuple(names)


def end_key(stretch: Stretch, end: int) -> tuple[str, str]:
    """What the features of an end are read off."""
    return stretch.right.get(end, ELSEWHERE), stretch.passage.shape[end - 1 : end + 2]


def end_names(key: Key) -> tuple[str, ...]:
    """The features of how a span ends."""
    right, codes = key
    last, *after = _classes(str(codes))
    return f"ends before {right}", f"ends with {last}", f"after it {', '.join(after)}"


def _classes(codes: str) -> list[str]:
    return [CLASSES.get(code, MARK) for code in codes]


def span_key(stretch: Stretch, kind: str, start: int, end: int, before: int, verbs: int) -> Key:
    """What the features are read off that hang on both edges; ``before`` verbs stand before the span in its stretch, ``verbs`` inside."""
    size = end - start
    return (
        kind,
        LENGTHS[size] if size < LONG else LONGEST,
        min(verbs, MANY_VERBS),
        NOTHING if start == stretch.first else WITH_VERB if before else WITHOUT_VERB,
        NOTHING if end == stretch.stop else WITH_VERB if before + verbs < len(stretch.verbs) else WITHOUT_VERB,
    )


def span_names(key: Key) -> tuple[str, ...]:
    """The features that hang on both edges."""
    kind, length, verbs, before, after = key
    return f"{length}", f"{kind}, {length}", f"verbs: {verbs}", f"{kind}, before it {before}, after it {after}"


def kind_and_end(key: Key) -> tuple[str, ...]:
    """The feature of a kind of span with its end."""
    kind, right = key
    return (f"{kind}, ends before {right}",)


def uncut(kind: str) -> str:
    """The feature of a joint inside a span."""
    return f"uncut: {kind}"


def said_in(signs: Signs, start: int, end: int) -> Iterator[str]:
    """The features of the words of a span, each once, those of a second quantity, date, name or topic word by a name of their own."""
    seen: set[str] = set()
    events = signs.events
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
        *said_in(signs, start, end),
        *beginning_names(edge),
        *built_names(built if verb < end else ()),
        *end_names(end_key(stretch, end)),
        *kind_and_end((begun, stretch.right.get(end, ELSEWHERE))),
        *span_names(span_key(stretch, begun, start, end, before, upto - before)),
        *(uncut(kind) for at, kind in stretch.inner if start < at < end),
    ]
