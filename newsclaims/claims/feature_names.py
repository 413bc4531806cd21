"""What features are called: the names that the keys of :mod:`newsclaims.claims.features` stand for."""

from __future__ import annotations

from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    ADVERB,
    AND,
    AS,
    BASE,
    BE,
    BUT,
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
LENGTHS = (
    *["2 to 3 words"] * 4, *["4 to 6 words"] * 3, *["7 to 9 words"] * 3, *["10 to 13 words"] * 4, *["14 to 19 words"] * 6,
    *["20 to 27 words"] * 8, *["28 to 36 words"] * 9,
)  # fmt: skip
LONG, LONGEST = len(LENGTHS), "over 36 words"
SUBJECTS = ("0", "1", "2", "3", "4", "5", *["6 to 9"] * 4)
LONGEST_SUBJECT = "over 9"

Key = tuple[object, ...]
"""What some features are read off; the same key, the same features."""


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


def end_names(key: Key) -> tuple[str, ...]:
    """The features of how a span ends."""
    right, codes = key
    last, *after = _classes(str(codes))
    return f"ends before {right}", f"ends with {last}", f"after it {', '.join(after)}"


def _classes(codes: str) -> list[str]:
    return [CLASSES.get(code, MARK) for code in codes]


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
