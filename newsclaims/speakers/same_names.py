"""Whether two names can be one: initials, short forms ("Liz" for "Elizabeth"), parts left out, letters mistyped."""

from __future__ import annotations

from collections.abc import Mapping, Set

from newsclaims.speakers.words import SpeakerWords, folded

NO_SHORT_FORMS: Mapping[str, Set[str]] = {}
SHORTEST_MISTYPED = 5  # letters; shorter family names that differ in a letter are two


def split(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(map(folded, name.split()))


def compatible(one: tuple[str, ...], other: tuple[str, ...], short_forms: Mapping[str, Set[str]] = NO_SHORT_FORMS) -> bool:
    """Whether two names of one family name can be one: the shorter one's words are in the longer, or its initials or short forms."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short[-1] != long[-1]:
        return False
    if len(short) == 1 or short == long[len(long) - len(short) :]:
        return True
    if not same_word(short[0], long[0], short_forms):
        return False
    rest = iter(long)
    return all(any(same_word(word, candidate, short_forms) for candidate in rest) for word in short)


def same_word(one: str, other: str, short_forms: Mapping[str, Set[str]] = NO_SHORT_FORMS) -> bool:
    """Whether two words of a name are one, or one is the initial or a short form of the other."""
    if one == other:
        return True
    a, b = one.rstrip("."), other.rstrip(".")
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    return b in short_forms.get(a, ()) or a in short_forms.get(b, ())


def is_fuller(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name tells more than another: by its words, of as many by its letters."""
    more = len(one) - len(other)
    return more > 0 or (more == 0 and sum(map(len, one)) > sum(map(len, other)))


def is_compound(parts: tuple[str, ...], words: SpeakerWords) -> bool:
    """Whether a name without its first word is a family name of two words: "Ana García Molina", "Omar Abu Hatem"."""
    opens = parts[1] in words.particles or parts[1] in words.name_openers
    return opens or (parts[0] in words.given and parts[1] not in words.given)


def initials(parts: tuple[str, ...], small: frozenset[str]) -> tuple[str, ...]:
    """The letters a name of several words can be shortened to, with and without its small words."""
    if len(parts) < 2:
        return ()
    every = "".join([part[0] for part in parts])
    if small.isdisjoint(parts):
        return (every,)
    large = "".join([part[0] for part in parts if part not in small])
    return (every, large) if len(large) > 1 else (every,)


def is_mistyped(one: str, other: str) -> bool:
    """Whether two family names that are not short differ in one letter: left out, put in, changed, or moved by a place."""
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_MISTYPED or abs(len(one) - len(other)) > 1 or one == other:
        return False
    half = (shorter - 1) // 2  # wherever the letter is, so much before or behind it is the same
    if one[:half] != other[:half] and one[-half:] != other[-half:]:
        return False
    at = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = ((one[at + 1 :], other[at + 1 :]), (one[at + 1 :], other[at:]), (one[at:], other[at + 1 :]))
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or any(a == b for a, b in rests)
