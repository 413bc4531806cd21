"""Leaning: what a claim without a subject of its own says something of, where that is sure enough to be put before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.claims.about_subjects import subject_from
from newsclaims.claims.agreement import BODY, PEOPLE, SEVERAL
from newsclaims.claims.clause_classes import MARK_OR_ADVERB, VERB_LEAD
from newsclaims.claims.clauses import opens_clause
from newsclaims.claims.pieces import PARTICIPLE, PREDICATE, RELATIVE_CLAUSE
from newsclaims.claims.subjects_before import SubjectsBefore
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADVERB,
    ADVERB_OR_NOT,
    ANY_PREPOSITION,
    ASIDE_MARK,
    AUXILIARY,
    BASE,
    BE,
    COMMA,
    DASH,
    DETERMINERS,
    ED_FORM,
    FINITE,
    GENITIVE,
    JOINT,
    NAME,
    NOUN_OR_NAME,
    OF,
    PARTICIPLES,
    PERSONAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    RELATIVE_OR_THAT,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
    words_of_class,
)
from newsclaims.language.inflection import is_third_person

if TYPE_CHECKING:
    from newsclaims.claims.agreement import Agreement
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.phrases import Phrase
    from newsclaims.claims.pieces import Piece

LEANING = (PREDICATE, RELATIVE_CLAUSE, PARTICIPLE)
NO_SUBJECT_START = PERSONAL + RELATIVE_OR_THAT
NO_SUBJECT_END = GENITIVE + TIME + ADVERB
SUBJECT_RELATIVE_NEXT = FINITE + ADVERB_OR_NOT
"""What follows "who" or "which" where it is the subject of its clause."""
ANOTHER_CLAUSE = THAT + RELATIVE_OR_THAT + WH
OWN_SUBJECT = DETERMINERS + NAME + PRONOUN
"""What the subject of a clause begins with after "in which"; not "in which direction the mill goes"."""
NO_STATEMENT = TO + BASE
"""What is no statement begins with these: "to be better", "sell the mill"."""
WHO = PEOPLE | SEVERAL
"""What "who" can go back to."""


class Lead(NamedTuple):
    """What is put before a claim ("" for nothing), how many of its first tokens are left out, and which pronouns can go back to it."""

    words: str
    dropped: int
    meant: frozenset[str] = frozenset()


NOTHING = Lead("", 0)
NamesOf = Callable[[int, int], str | None]
"""The name of who is surely meant by the tokens first to last: a pronoun, or less than the full name; ``None`` where that is open."""


class Leaning:
    """Tells, in one text, what claims lean on."""

    def __init__(self, passage: Passage, agreement: Agreement) -> None:
        self._passage = passage
        self._agreement = agreement
        self._relatives = passage.language.table("source_pronouns")
        self._numbers = passage.language.table("verb_numbers")
        self._openers = passage.language.words("dropped_openers")
        self._having = words_of_class(passage.language, "having")
        self._ties = passage.language.words("tying_openers")
        self._agents = words_of_class(passage.language, "by")
        self._amounts = passage.language.words("amount_words")

    def lead(self, piece: Piece, named: NamesOf) -> Lead | None:
        """What makes a sentence of a predicate or a relative clause; ``None`` where that is open."""
        if piece.form not in LEANING:
            return self._of_clause(piece)
        if piece.form == PARTICIPLE:
            return None
        if piece.form == RELATIVE_CLAUSE and self._has_subject(piece):
            return Lead("", 1)
        before = SubjectsBefore(self._passage, piece)
        found = before.antecedent(piece.first) if piece.form == RELATIVE_CLAUSE else before.subject()
        if found is None or found[1] >= piece.first:
            return None
        name = named(*found)
        return self._before(piece, found, name) if self._is_sure(piece, found, name) else None

    def _of_clause(self, piece: Piece) -> Lead | None:
        """What makes a sentence of a clause: nothing is wanting, but for the word that ties it to another ("while | the mill was open")."""
        if self._is_no_statement(piece) or SubjectsBefore(self._passage, piece).apposed() is not None:
            return None
        shape, first, stop = self._passage.shape, piece.first, piece.stop
        tied = self._passage.lower[first] in self._ties and shape.find(COMMA, first, stop) < 0
        return Lead("", 1) if tied and opens_clause(shape, first + 1, stop) else NOTHING

    def _is_no_statement(self, piece: Piece) -> bool:
        """Whether a piece begins like no statement: "to be better", "sell the mill"; ", referring to the miner who"."""
        shape, first = self._passage.shape, piece.first
        if shape[first] in PARTICIPLES:
            return first > self._passage.layers.sentence(piece.sentence)[0] and shape[first - 1] == COMMA
        return shape[first] in NO_STATEMENT and shape.find(COMMA, first, piece.stop) < 0  # but "To win, the town must pay"

    def _is_sure(self, piece: Piece, found: Phrase, name: str | None) -> bool:
        """Whether a piece surely says something of a phrase before it; ``name`` is that of who a pronoun there stands for."""
        relative, shape = piece.form == RELATIVE_CLAUSE, self._passage.shape
        if shape[found[0]] in NO_SUBJECT_START:  # "she left the board and | has sold 300 barges"
            return name is not None and not relative and found[0] == found[1] and self._is_shared(piece, found[1] + 1)
        if shape[found[1]] in NO_SUBJECT_END or any(code in PERSONAL for code in shape[found[0] : found[1] + 1]):
            return False
        return self._of_relative(piece, found) if relative else self._of_predicate(piece, found)

    def _before(self, piece: Piece, found: Phrase, name: str | None) -> Lead | None:
        """A phrase, or the name of who it stands for, before a piece; with the auxiliary they share."""
        words = name or self._passage.layers.span(*found).text
        relative = piece.form == RELATIVE_CLAUSE
        shared = "" if relative else self._auxiliary(piece, found[1] + 1)
        meant = self._agreement.pronouns(*found)
        return None if shared is None else Lead(" ".join(f"{words}{shared}".split()), int(relative), meant)

    def _has_subject(self, piece: Piece) -> bool:
        """Whether a clause says something without its first word: "how | his mill was sold", "(the year in) which | it closed"."""
        shape, first = self._passage.shape, piece.first
        low, _ = self._passage.layers.sentence(piece.sentence)
        after = shape[first] == RELATIVE and first > low and shape[first - 1] in PREPOSITION
        opens = self._passage.lower[first] in self._openers and self._passage.lower[first + 1] not in self._amounts
        if not opens and not (after and shape[first + 1] in OWN_SUBJECT):
            return False
        return subject_from(self._passage, first + 1, piece.stop) is not None

    def _of_relative(self, piece: Piece, found: Phrase) -> bool:
        """Whether a relative clause surely says something of a phrase before it."""
        if self._passage.shape[piece.first + 1 : piece.first + 2] not in SUBJECT_RELATIVE_NEXT:
            return False  # "which she gave"
        meant = self._agreement.pronouns(*found)
        who = self._relatives.get(self._passage.lower[piece.first]) == "who"
        return self._is_beside(piece, *found, who=who) and not meant.isdisjoint(WHO if who else BODY) and self._agrees(piece, meant)

    def _is_beside(self, piece: Piece, first: int, last: int, *, who: bool) -> bool:
        """Whether a relative clause stands right behind a phrase and can go back to no other: not "the end of the dam, which"."""
        shape = self._passage.shape
        if shape[last + 1 : piece.first].strip(ASIDE_MARK + RELATIVE_OR_THAT) or any(code in ANY_PREPOSITION for code in shape[first:last]):
            return False
        if self._goes_past_aside(piece):
            return False
        before = shape[first - 1 : first]
        if not who and before in tuple(JOINT) and not self._is_of_one(piece):
            return False  # "prices of barges and mills, which"
        return who or before not in tuple(ANY_PREPOSITION) or (before != OF and shape[first - 2 : first - 1] not in tuple(NOUN_OR_NAME))

    def _of_predicate(self, piece: Piece, found: Phrase) -> bool:
        """Whether a predicate surely says something of a phrase before it."""
        first, last = found
        shape, low = self._passage.shape, self._passage.layers.sentence(piece.sentence)[0]
        word = self._passage.lower[piece.first]
        if word in self._having or self._goes_past_aside(piece) or (shape[piece.first] == BE and word not in self._passage.finite_be):
            return False  # ", having sold it", "recalls being there"
        if not self._agrees(piece, self._agreement.pronouns(first, last)):
            return False
        if shape[piece.first - 1] in RELATIVE_OR_THAT:  # "a plan that | cost 300 jobs"
            return self._is_beside(piece, first, last, who=False)
        telling = self._passage.telling
        beside = all(telling[at] or shape[at] in MARK_OR_ADVERB for at in range(last + 1, piece.first))
        aside = shape.startswith(COMMA + RELATIVE, last + 1) and shape[piece.first - 1] == COMMA
        if beside or aside:  # "Orla Vane | has sold"; "Orla Vane, who leads the board, | has sold"
            return first == low or shape[first - 1] not in ANY_PREPOSITION
        return self._is_shared(piece, last + 1)

    def _agrees(self, piece: Piece, meant: frozenset[str]) -> bool:
        """Whether the verb of a claim has the number of what it leans on."""
        verb = self._passage.next_finite(piece.first, piece.stop)
        word = self._passage.lower[verb] if verb < piece.stop else ""
        number = self._numbers.get(word)
        if number == "things" or (word and self._passage.layers.lemma(verb) == word and self._passage.shape[verb] == VERB):
            return "things" in meant
        return number is None or meant != SEVERAL

    def _goes_past_aside(self, piece: Piece) -> bool:
        """Whether a claim goes on where what stands between dashes ends: "Vane – | who sold the mill – has left"."""
        shape = self._passage.shape
        dash = shape.find(DASH, piece.first, piece.stop)
        return dash >= 0 and (shape[piece.first - 1] == DASH or shape[dash + 1] in FINITE)

    def _is_of_one(self, piece: Piece) -> bool:
        """Whether the verb of a claim is that of one thing."""
        verb = self._passage.next_finite(piece.first, piece.stop)
        word = self._passage.lower[verb]
        return self._numbers.get(word) == "thing" or (word not in self._numbers and is_third_person(word))

    def _is_shared(self, piece: Piece, after: int) -> bool:
        """Whether between a subject and the predicate stands one verb of the same clause: "the mill | lost 300 jobs and | was sold"."""
        shape = self._passage.shape
        between = shape[after : piece.first]
        verbs = [at for at, code in enumerate(between) if code in FINITE and (at == 0 or between[at - 1] not in FINITE + ADVERB_OR_NOT)]
        if len(verbs) != 1 or any(code in ANOTHER_CLAUSE for code in between):
            return False
        return not between[: verbs[0]].strip(VERB_LEAD)

    def _auxiliary(self, piece: Piece, after: int) -> str | None:
        """The auxiliaries that a participle shares with the one before it: "the mill | has lost 300 jobs and | sold 40 barges".

        ``None`` where it may as well be the past: "was held and sold", but not "was held and sold by".
        """
        shape = self._passage.shape
        first = past(shape, after, piece.first, VERB_LEAD)
        stop = past(shape, first, piece.first, AUXILIARY)
        if shape[piece.first] not in ED_FORM or not first < stop < piece.first:
            return ""
        if shape[stop - 1] == BE and self._passage.lower[piece.first + 1] not in self._agents:
            return None
        return f" {self._passage.layers.span(first, stop - 1).text}"
