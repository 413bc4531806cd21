"""The forms of words: of a verb, derived from its base form (irregular ones come from a table), and of a noun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

VOWELS = "aeiou"
NEGATED = ("n't", "n’t")
"""How a contracted auxiliary ends that denies: "didn't"."""
GENITIVES = ("'s", "’s")
"""How a possessive ends, or what stands behind it as a word of its own."""
SIBILANTS = ("s", "x", "z", "ch", "sh")


def third_person(base: str) -> str:
    """The -s form.

    >>> third_person("deny"), third_person("stress"), third_person("say")
    ('denies', 'stresses', 'says')
    """
    if base.endswith(SIBILANTS) or base in {"go", "echo", "veto"}:
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def plural(noun: str) -> str:
    """The regular plural of a noun: spelt like the -s form of a verb.

    >>> plural("theory"), plural("boss"), plural("lawyer")
    ('theories', 'bosses', 'lawyers')
    """
    return third_person(noun)


def looks_plural(noun: str) -> bool:
    """Whether a noun ends as regular plurals do.

    >>> looks_plural("lawyers"), looks_plural("boss"), looks_plural("virus"), looks_plural("basis")
    (True, False, False, False)
    """
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def singular(noun: str) -> str:
    """A regular plural without its ending.

    >>> singular("lawyers"), singular("allies"), singular("bosses")
    ('lawyer', 'ally', 'boss')
    """
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes")) else noun[:-1]


def with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    """The nouns and their plurals.

    >>> sorted(with_plurals(["ally", "fan"]))
    ['allies', 'ally', 'fan', 'fans']
    """
    return frozenset(form for noun in nouns for form in (noun, plural(noun)))


def _doubles(base: str, doubling: Collection[str]) -> bool:
    """Whether the last consonant is doubled: a listed verb, or one short vowel in a single syllable ("plan")."""
    if base in doubling:
        return True
    closed = len(base) > 2 and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS and base[-3] not in VOWELS
    return closed and not any(letter in VOWELS + "y" for letter in base[:-2])


def past(base: str, doubling: Collection[str] = ()) -> str:
    """The regular past and past participle.

    >>> past("deny"), past("argue"), past("admit", {"admit"}), past("answer")
    ('denied', 'argued', 'admitted', 'answered')
    """
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base, doubling) else "") + "ed"


def present_participle(base: str, doubling: Collection[str] = ()) -> str:
    """The -ing form.

    >>> present_participle("argue"), present_participle("lie"), present_participle("plan"), present_participle("see")
    ('arguing', 'lying', 'planning', 'seeing')
    """
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base, doubling) else "") + "ing"


def is_regular_past(word: str) -> bool:
    """Whether a verb form ends like a regular past or participle.

    >>> is_regular_past("announced"), is_regular_past("said")
    (True, False)
    """
    return word.endswith("ed")


def is_third_person(word: str) -> bool:
    """Whether a finite verb ends like a third person singular of the present, as "says" does and "said" does not."""
    return word.endswith("s")


def regular_form(word: str) -> str:
    """The part that a word in no list plays if its ending is a verb's: "past", "ing", or "" for none.

    >>> regular_form("plastered"), regular_form("plastering"), regular_form("red"), regular_form("king")
    ('past', 'ing', '', '')
    """
    if len(word) > 4 and word.endswith("ed"):
        return "past"
    return "ing" if len(word) > 5 and word.endswith("ing") else ""


def forms(base: str, irregular: Mapping[str, str], doubling: Collection[str] = ()) -> dict[str, str]:
    """Every form of a verb, each with the part it plays: base, third, past, participle, past-or-participle, ing.

    ``irregular`` maps a base form to its past and participle, and to a form for both that it has in another sense: ``{"give": "gave given",
    "lie": "lay lain lied"}``;
    ``doubling`` holds the longer verbs that double their last consonant.

    >>> forms("give", {"give": "gave given"})
    {'give': 'base', 'gives': 'third', 'giving': 'ing', 'gave': 'past', 'given': 'participle'}
    """
    out = {base: "base", third_person(base): "third", present_participle(base, doubling): "ing"}
    before, after, *others = irregular[base].split() if base in irregular else [past(base, doubling)] * 2
    if before == after:
        out.setdefault(before, "past-or-participle")
    else:
        out.setdefault(before, "past")
        out.setdefault(after, "participle")
    for other in others:
        out.setdefault(other, "past-or-participle")
    if base not in irregular and base.endswith(("el", "al", "il")) and base not in doubling:  # the British spelling: "labelled"
        out.setdefault(base + "led", "past-or-participle")
        out.setdefault(base + "ling", "ing")
    return out
