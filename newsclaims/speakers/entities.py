"""Entity: one somebody or something of a text, with all that the text says about it; grows while the text is read."""

from __future__ import annotations

from newsclaims.speakers.words import EntityKind, SpeakerWords

SURE_VOTE = 2


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
        "affiliation", "ages", "body", "count", "described", "external_id", "familiar", "first_token", "gender", "heads",
        "introduced", "kind", "label", "members", "mentions", "name", "named", "number", "on_behalf", "parts", "past", "person", "quotes",
        "resolved", "role", "runs", "sides", "speaks", "votes", "words",
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
        self.votes = [0, 0]
        self.role: tuple[int, int] | None = None
        self.affiliation: tuple[int, int] | None = None
        self.heads: set[str] = set()
        self.past: set[str] = set()
        self.described: set[str] = set()
        self.ages: set[str] = set()
        self.runs = False
        self.sides: set[str] = set()
        self.count = self.familiar = 0
        self.quotes: list[int] = []
        self.words = 0
        self.first_token = -1
        self.introduced = -1
        self.mentions: list[tuple[int, int]] = []
        self.speaks = 0
        self.members: tuple[Entity, ...] = ()
        self.on_behalf: Entity | None = None
        self.body: tuple[int, int] | None = None
        self.external_id: str | None = None

    def add_role(self, head: str, phrase: tuple[int, int] | None, words: SpeakerWords) -> None:
        """Takes note of what somebody is ("senator"), and of what that says about sex and kind."""
        if head not in words.address:
            self.heads.add(words.noun_of(head))
            if phrase is not None and self.role is None:
                self.role = phrase
        self.person += 3
        if self.gender is None:
            self.gender = words.gender_of(head)

    def vote(self, gender: str, weight: int = 1) -> None:
        """A pronoun that most likely means this one; one that surely does weighs two."""
        self.votes[gender == "female"] += weight

    @property
    def sex(self) -> str | None:
        """The sex this text gives evidence of, by title or noun, else by two thirds of the pronouns."""
        if self.gender is not None:
            return self.gender
        male, female = self.votes
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
