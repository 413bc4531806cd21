"""Entity: one somebody or something of a text, with all that the text says about it; grows while the text is read."""

from __future__ import annotations

from collections.abc import Iterable, Set

from newsclaims.speakers.words import EntityKind, SpeakerWords

SURE_VOTE = 2
NOTHING: frozenset[str] = frozenset()


class Entity:
    """All mentions of one person or thing.

    ``person`` counts what speaks for a person (a title, "who", "he") and, below zero, against it. ``parts`` is the fullest name as
    it is compared, () for what has none; ``label`` its tokens and ``name`` a name that does not stand in the text. ``heads`` are the
    nouns of its roles, ``past`` those of former ones, ``described`` all words of them. ``on_behalf`` is whom it speaks for, ``body``
    the words for that. ``count`` is how often it is named, ``familiar`` how often of that by the given name alone.
    ``speaks`` how often it is a source. ``runs`` says
    that it stands for an office, ``sides`` whose candidate the text says it is.
    """

    __slots__ = (
        "affiliation", "ages", "body", "count", "described", "external_id", "familiar", "female_votes", "first_token", "gender", "heads",
        "introduced", "kind", "label", "male_votes", "members", "name", "named", "number", "on_behalf", "parts", "past", "person",
        "resolved", "role", "runs", "sides", "speaks",
    )  # fmt: skip

    def __init__(self, number: int, parts: tuple[str, ...] = (), label: tuple[int, int] = (0, 0), *, named: bool = True) -> None:
        self.number = number
        self.parts = parts
        self.label = label
        self.name: str | None = None
        self.named = named
        self.resolved = True
        self.person = 0
        self.kind: EntityKind | None = None
        self.gender: str | None = None
        self.male_votes = self.female_votes = 0
        self.role: tuple[int, int] | None = None
        self.affiliation: tuple[int, int] | None = None
        # Most of those named in a text are no source, and nothing is told of them: they have no sets and lists of their own.
        self.heads: Set[str] = NOTHING
        self.past: Set[str] = NOTHING
        self.described: Set[str] = NOTHING
        self.ages: Set[str] = NOTHING
        self.sides: Set[str] = NOTHING
        self.runs = False
        self.count = self.familiar = 0
        self.first_token = -1
        self.introduced = -1
        self.speaks = 0
        self.members: tuple[Entity, ...] = ()
        self.on_behalf: Entity | None = None
        self.body: tuple[int, int] | None = None
        self.external_id: str | None = None

    def add_role(self, head: str, phrase: tuple[int, int] | None, words: SpeakerWords) -> None:
        """Takes note of what somebody is ("senator"), and of what that says about sex and kind."""
        if head not in words.address:
            self.heads = grown(self.heads, (words.noun_of(head),))
            if phrase is not None and self.role is None:
                self.role = phrase
        self.person += 3
        if self.gender is None:
            self.gender = words.gender_of(head)

    def vote(self, gender: str, weight: int = 1) -> None:
        """A pronoun that most likely means this one; one that surely does weighs two."""
        if gender == "female":
            self.female_votes += weight
        else:
            self.male_votes += weight

    @property
    def formal(self) -> int:
        """How often it is named otherwise, less how often by the given name; who goes by that is seldom meant by the family name."""
        return self.count - 2 * self.familiar

    @property
    def sex(self) -> str | None:
        """The sex this text gives evidence of, by title or noun, else by two thirds of the pronouns."""
        if self.gender is not None:
            return self.gender
        male, female = self.male_votes, self.female_votes
        if male + female < SURE_VOTE:
            return None
        if male > 2 * female:
            return "male"
        return "female" if female > 2 * male else None

    def can_be(self, gender: str) -> bool:
        """Whether "he" or "she" can stand for it."""
        if self.kind != "person" and (self.kind is not None or not self.named or self.person < (len(self.parts) < 2)):
            return False
        sex = self.sex
        return sex is None or sex == gender


def grown(known: Set[str], words: Iterable[str]) -> Set[str]:
    """What is known with more words: the same set, but for the empty one that all begin with."""
    if not isinstance(known, set):
        return set(words)
    known.update(words)
    return known
