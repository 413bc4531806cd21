"""Types: what speaks for a person and what against, summed for each entity; being a source counts little.

The sum stands in ``Entity.person``. A title, an age, "who" or a kin noun weighs three, a given name that is listed two, and a noun
for a body beside the name, a body's word in it, capitals only, figures in it or "its" weigh as much against a person.
"""

from __future__ import annotations

from newsclaims.grammar.word_classes import FINITE_BUT_DO, OTHERS, ROLE_START
from newsclaims.layers import Layers
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.name import Name
from newsclaims.speakers.source_classes import OWN_NAME
from newsclaims.speakers.words import SpeakerWords

GIVEN, BODY_INSIDE, BODY_BESIDE, LETTERS, FIGURES, ITS = 2, -3, -3, -2, -3, -2
GIVEN_ALONE = 1
PLAIN = 9  # signs after which more tell nothing new
OWN_REACH = 10  # tokens after a subject in which "its" is its own
SHORTEST_ACRONYM = 2


class TypeReader:
    """Reads off one text what its names show of their type by their own form and what stands beside them."""

    def __init__(self, layers: Layers, words: SpeakerWords) -> None:
        self.words = words
        self.shape = layers.shape
        self.lower = layers.tokens.lower
        self.raw = layers.tokens.words
        self.starts = layers.tokens.sentence_starts
        self._seen: set[tuple[int, tuple[str, ...]]] = set()

    def read(self, name: Name, entity: Entity) -> None:
        """Adds what a mention shows; what its form shows, once for each form."""
        if not name.parts or name.headline or not -PLAIN < entity.person < PLAIN:
            return
        form = (entity.number, name.parts)
        if form not in self._seen:
            self._seen.add(form)
            entity.person += self._form(name)
        entity.person += self._beside(name)

    def _form(self, name: Name) -> int:
        parts, words = name.parts, self.words
        if len(parts) > 1 and parts[-1] in words.body_endings:
            return BODY_INSIDE
        if len(parts) == 1 and name.title is None and parts[0] in words.given:
            return GIVEN_ALONE
        if len(parts) > 1 and (parts[0] in words.given or is_initials(parts[0])) and parts[-1] not in words.bodies:
            return GIVEN
        if not words.bodies.isdisjoint(parts if len(parts) > 1 else ()):
            return BODY_INSIDE
        letters = "".join(parts)
        if not letters.isalpha() and any(map(str.isdigit, letters)):
            return FIGURES
        return LETTERS if self._is_acronym(name) else 0

    def _is_acronym(self, name: Name) -> bool:
        """Whether a name is letters only: "RDAK"; not "BO", not a given name in a headline."""
        if len(name.parts) != 1 or name.title is not None or name.parts[0] in self.words.given:
            return False
        word = self.raw[name.start]
        return len(word) >= SHORTEST_ACRONYM and word.isupper() and word.isalpha()

    def _beside(self, name: Name) -> int:
        """A noun for a body before the name ("the software firm Arlo"), "its" after it as a subject ("Arlo said its profits")."""
        shape, before, after = self.shape, name.first - 1, name.last + 1
        named_so = name.title is None and self.lower[before] in self.words.bodies and shape[before] in ROLE_START
        out = BODY_BESIDE if named_so and before >= self.starts[name.sentence] else 0
        if after < len(shape) and shape[after] in FINITE_BUT_DO and self._owns_as_thing(after + 1, self.starts[name.sentence + 1]):
            out += ITS
        return out

    def _owns_as_thing(self, at: int, high: int) -> bool:
        """Whether "its" follows a verb before another name: "Arlo said | its profits"."""
        for k in range(at, min(high, at + OWN_REACH - 1)):
            if self.shape[k] in OWN_NAME:
                return False
            if self.shape[k] in OTHERS and self.words.pronouns.get(self.lower[k]) == "it":
                return True
        return False


def is_initials(word: str) -> bool:
    """Whether a word stands for given names: "J.", "J.C."."""
    return word.endswith(".") and len(word) < 7 and all(len(part) < 2 for part in word.split("."))
