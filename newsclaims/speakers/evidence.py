"""What the words around a name say about who it is: appositives, relative clauses, age, what follows."""

from __future__ import annotations

from newsclaims.grammar.walking import back_over, back_to, has_finite, past, past_one, until
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ANY_PREPOSITION,
    COMMA,
    COMMA_OR_END,
    DETERMINERS,
    END_MARK,
    FINITE,
    GENITIVE,
    NAME,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    NUMBER,
    OF,
    PREPOSITION,
    TAIL_STOP,
)
from newsclaims.layers import Layers
from newsclaims.speakers.affiliations import AffiliationReader
from newsclaims.speakers.entities import Entity, grown
from newsclaims.speakers.name import Name
from newsclaims.speakers.source_classes import ROLE_PHRASE_INSIDE
from newsclaims.speakers.types import TypeReader
from newsclaims.speakers.words import SpeakerWords

LONGEST_PHRASE = 24
OWNED_OR_DESCRIBED = GENITIVE + ADJECTIVE  # what can stand between a name and "campaign"
TELLS_AFTER = OWNED_OR_DESCRIBED + COMMA  # what follows a name that more is told of, but for a word that tells it
LONGEST_TOLD = 7  # tokens of a role before the name


class EvidenceReader:
    """Reads off one text what is said about its names.

    ``explains`` maps the token at which an appositive begins to the entity it is about.
    """

    def __init__(self, layers: Layers, words: SpeakerWords, said: bytes) -> None:
        self.words = words
        self.layers = layers
        self.said = said
        self.shape = layers.shape
        self.lower = layers.tokens.lower
        self.explains: dict[int, Entity] = {}
        self.types = TypeReader(layers, words)
        self.affiliations = AffiliationReader(layers, words)
        self._every: frozenset[str] = frozenset()
        self.starts = layers.tokens.sentence_starts

    def read(self, name: Name, entity: Entity) -> None:
        """Adds to the entity what this mention of it tells."""
        self.types.read(name, entity)
        if name.held is not None:  # "Director of the Orrel Port Orla Vane"
            self._holds(entity, name.held, name.title)
        if name.title is not None:
            self._titled(entity, name, name.title)
        else:
            if name.definite:
                entity.person -= 2
            if name.body and not name.headline:
                entity.kind = "organization"
        if name.tag is not None:
            self._tagged(entity, name.tag)
        if self.shape[name.first - 1] == COMMA or name.title is not None:
            self._told_ahead(entity, name)
        at = name.last + 1 if name.tag is None else name.tag[1] + 2
        high = self.starts[name.sentence + 1]
        if at + 1 < high and (self.shape[at] in TELLS_AFTER or self.lower[at] in self.words.telling_after):
            self._told_after(entity, name, at, high)

    def _holds(self, entity: Entity, body: tuple[int, int], title: str | None) -> None:
        """The body in a title."""
        if entity.affiliation is None and self.affiliations.may_be_held(*body, title):
            entity.affiliation = body

    def _tagged(self, entity: Entity, tag: tuple[int, int]) -> None:
        """The bracket of a politician: "Orla Vane (D-Ohio)"."""
        if "-" in self.lower[tag[0]] and entity.affiliation is None:
            entity.person += 2
            entity.affiliation = tag

    def _told_after(self, entity: Entity, name: Name, at: int, high: int) -> None:
        """What follows a name: an appositive, an age, "who", "campaign"."""
        code, word = self.shape[at], self.lower[at]
        if code == COMMA and not name.headline:
            self._after_comma(entity, name, at + 1, high)
        elif self.words.pronouns.get(word) == "who" and not self._is_attached(name):
            entity.person += 2
        elif word in self.words.belonging and not name.headline:
            self._belongs(entity, at, high)
        elif word in self.words.campaigns or (code in OWNED_OR_DESCRIBED and self._is_campaign(at, high)):
            entity.runs = True

    def _titled(self, entity: Entity, name: Name, title: str) -> None:
        """What the title before a name says."""
        if name.office >= 0:
            entity.add_role(self.lower[name.office], name.role, self.words)
        entity.add_role(title, name.role, self.words)
        self._note_past(entity, title, name.role)
        self._describe(entity, name.role)
        self._takes_side(entity, name.role)
        if name.role is not None and entity.affiliation is None:
            entity.affiliation = self.affiliations.before(*name.role)

    def _is_campaign(self, at: int, high: int) -> bool:
        """Whether "campaign" follows a name: "the Vane campaign", "Vane's presidential campaign"."""
        at = past_one(self.shape, past_one(self.shape, at, high, GENITIVE), high, ADJECTIVE)
        return at < high and self.lower[at] in self.words.campaigns

    def _note_past(self, entity: Entity, noun: str, phrase: tuple[int, int] | None) -> None:
        """Takes note of what somebody no longer is: "former chat show host"."""
        words = self.lower[phrase[0] : phrase[1] + 1] if phrase is not None else []
        if any(word in self.words.past or word.split("-")[0] in self.words.past for word in words):
            entity.past = grown(entity.past, (self.words.noun_of(noun),))

    def _takes_side(self, entity: Entity, phrase: tuple[int, int] | None) -> None:
        """Whose candidate somebody is: "Unionist" of "the Unionist nominee"."""
        if phrase is not None and self.lower[phrase[1]] in self.words.candidates:
            words = self.layers.tokens.words[phrase[0] : phrase[1]]
            entity.sides = grown(entity.sides, (word.lower() for word in words if word[0].isupper() and not word.isupper()))

    def is_told(self, name: Name) -> bool:
        """Whether the reporter speaks of somebody here: not in somebody's words, not as an owner."""
        after = name.last + 1
        code = self.shape[after] if after < len(self.shape) else END_MARK
        return not self.said[name.start] and code != GENITIVE

    def is_plain_title(self, name: Name) -> bool:
        """Whether the title of a name is a common noun: "graduate Zoe", "his wife Ada"."""
        return name.role is not None and self.layers.tokens.words[name.role[1]].islower()

    def is_common(self, word: str) -> bool:
        """Whether a word is more than a name: the text has it without a capital, or the lists have it."""
        words = self.words
        known = word in words.title_heads or word in words.demonyms or word in words.former or word in words.plain
        return known or words.kind_of_noun(word) is not None or word in self.all_words()

    def all_words(self) -> frozenset[str]:
        """The words of the text as they stand."""
        if not self._every:
            self._every = frozenset(self.layers.tokens.words)
        return self._every

    def _opens(self, name: Name) -> bool:
        """Whether a name ends a phrase at the head of its sentence: "In Orrel, a clerk said so"."""
        low = self.starts[name.sentence]
        after = name.first > low and self.shape[name.first - 1] in (PREPOSITION, OF)
        return after and not has_finite(self.shape, low, name.first)

    def _is_attached(self, name: Name) -> bool:
        """Whether a name of one word stands behind a preposition, as places do: "an astronomer in Tarn, who"."""
        return len(name.parts) == 1 and name.title is None and name.first > 0 and self.shape[name.first - 1] in ANY_PREPOSITION

    def _after_comma(self, entity: Entity, name: Name, at: int, high: int) -> None:
        lower, shape, opening = self.lower, self.shape, self._opens(name)
        relative = self.words.pronouns.get(lower[at])
        if relative == "who":
            entity.person += 0 if self._is_attached(name) else 2
            if at + 2 < high and lower[at + 1] in self.words.leading:
                self._leads(entity, at + 1, high)
        elif relative == "which":
            entity.person -= 2
        elif lower[at] in self.words.belonging:
            self._belongs(entity, at, high)
        elif shape[at] == NUMBER and at + 1 < high and shape[at + 1] in COMMA_OR_END and len(lower[at]) < 4:
            entity.person += 2
            entity.ages = grown(entity.ages, (lower[at],))
            if at + 2 < high:
                self._appositive(entity, at + 2, high, closed=opening)
        else:
            self._appositive(entity, at, high, closed=opening)

    def _belongs(self, entity: Entity, at: int, high: int) -> None:
        """ "Orla Vane of the Port Trust", "Orla Vane, from Orrel University": where somebody belongs, if it is a body."""
        if entity.affiliation is None and entity.person > 0:
            entity.affiliation = self.affiliations.body_after(at, high)

    def _leads(self, entity: Entity, verb: int, high: int) -> None:
        """ "who runs the port": what is run is where the person belongs."""
        found = self.layers.mentions.after(verb + 1, high, attach=False)
        if found is None or self.shape[found.head] not in NOUN_OR_NAME:
            return
        if entity.role is None:
            entity.role = (verb, found.last)
        if entity.affiliation is None and (
            NAME in self.shape[found.first : found.last + 1] or self.lower[found.first] in self.words.definite
        ):
            entity.affiliation = (self.affiliations.past_article(found.first), found.last)

    def _appositive(self, entity: Entity, at: int, high: int, *, closed: bool) -> None:
        """ ", the former head of the port,": a role, where it is held, and a kind; ``closed`` asks for a comma after it."""
        found = self._phrase(at, high)
        if found is None or (closed and self.shape[found[2] + 1 : found[2] + 2] != COMMA):
            return
        first, head, last = found
        noun = self.lower[head]
        if noun in self.words.kin and self.shape[last + 1 : last + 3] == COMMA + NAME:
            return  # “Ada Kell, 38, husband, Tom, 51”: it tells of the next
        if noun in self.words.people:
            self.explains[first] = entity
            entity.add_role(noun, (self.affiliations.past_article(first), head), self.words)
            self._describe(entity, (first, last))
            self._takes_side(entity, (first, head))
            if entity.affiliation is None:
                entity.affiliation = self.affiliations.of_role(first, head, last)
        elif noun in self.words.bodies or noun in self.words.papers:
            entity.person -= 2
            if entity.kind is None and entity.person < 0:
                entity.kind = self.words.kind_of_noun(noun)

    def _words_of(self, tokens: tuple[int, int]) -> list[str]:
        return self.lower[tokens[0] : tokens[1] + 1]

    def _describe(self, entity: Entity, phrase: tuple[int, int] | None) -> None:
        if phrase is not None:
            entity.described = grown(entity.described, self.lower[phrase[0] : phrase[1] + 1])

    def _phrase(self, at: int, high: int) -> tuple[int, int, int] | None:
        """A noun phrase from token ``at`` to the next mark: first, head, last; ``None`` where it is the next of a list."""
        shape = self.shape
        if shape[at] not in NOUN_PHRASE_START and self.lower[at] not in self.words.former:
            return None
        limit = min(high, at + LONGEST_PHRASE)
        stop = past(shape, at + 1, limit, ROLE_PHRASE_INSIDE)
        head = back_to(shape, stop - 1, at + 1, NOUN_OR_NAME)
        if shape[head] not in NOUN_OR_NAME or (stop < high and shape[stop] in FINITE):
            return None
        return at, head, max(head, until(shape, stop, limit, TAIL_STOP) - 1)

    def _told_ahead(self, entity: Entity, name: Name) -> None:
        """ "The Velmian premier, Orla Vane, left": a role before the comma, where the name is set off on both sides."""
        comma, shape = name.first - 1, self.shape
        if name.title is not None and self.lower[comma] in self.words.former:
            comma -= 1
        if shape[comma] != COMMA or name.headline or comma <= self.starts[name.sentence]:
            return
        head, closed = comma - 1, shape[name.end + 1 : name.end + 2]
        if self.lower[head] not in self.words.people or not closed or closed not in COMMA_OR_END:
            return
        first = back_over(shape, head, max(self.starts[name.sentence], head - LONGEST_TOLD), ROLE_PHRASE_INSIDE)
        if shape[first] in DETERMINERS or GENITIVE in shape[first:head]:
            self.apposed(first, head, head, entity)

    def apposed(self, first: int, head: int, last: int, entity: Entity) -> None:
        """A role whose holder is named after it: "his lawyer, Orla Vane"."""
        noun = self.lower[head]
        if noun in self.words.people:
            entity.add_role(noun, (self.affiliations.past_article(first), head), self.words)
            self._describe(entity, (first, last))
            if entity.affiliation is None:
                entity.affiliation = self.affiliations.of_role(first, head, last)
        elif noun in self.words.bodies and entity.kind is None:
            entity.kind = "organization"
