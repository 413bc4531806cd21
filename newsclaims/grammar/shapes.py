"""The shape of a text: one character a token that says what class of word it is.

Every later stage reads phrases off this string with small patterns instead of looking at words
again. Classes come from look-up in the word lists; a word that can be of two classes ("claims",
"plan", "that") is decided by its neighbours. This is a tagger of some forty rules, not a parser: it
is right where attribution needs it (verb or noun, name or word, where a clause can begin). The classes
are listed in :mod:`newsclaims.grammar.word_classes`.
"""

from __future__ import annotations

import itertools
import re

from newsclaims.grammar.bare_clauses import BareClauses, clause_cues, tag_cues
from newsclaims.grammar.remembered import Remembered
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.word_classes import words_of_class
from newsclaims.language import Language
from newsclaims.language.inflection import forms, regular_form

CODES = {
    "determiner": "D", "possessive": "P", "possessive-relative": "P", "pronoun": "p", "existential": "p", "object": "o", "her": "h",
    "relative": "W", "that": "T", "wh": "w", "when": "s", "if": "f", "be": "B", "be-not": "B", "have": "H", "having": "H", "have-not": "H",
    "do": "O", "do-not": "O", "modal": "M", "modal-not": "M", "not": "X", "clitic-s": "'", "clitic-d": "H", "to": "t", "and": "&",
    "but": "b", "subordinator": "s", "once": "S",
    "preposition-subordinator": "I", "preposition": "I", "by": "I", "with": "I", "including": "I", "of": "F",
    "like": "I", "as": "a", "according": "c", "particle": "r", "adverb": "R", "adjective": "A", "ordinal": "A", "time": "Y", "number": "#",
}  # fmt: skip
VERB_CODES = {"base": "v", "third": "V", "past": "V", "participle": "n", "past-or-participle": "d", "ing": "G"}
VERB_OR_NOUN = {"v": "x", "V": "z"}
AMBIGUOUS = r"[xvzdGg'hnTS]|(?<=[DPhT])R"
"""Classes that the neighbours decide on; an adverb only where a determiner may stand before it."""
CLOSED = "DPpIFt&"
MARKS = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "-": "-", "―": "-",
    "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "?": ".", "!": ".", "…": ".",
}  # fmt: skip
PASSED_OVER = "R”“"
OPENING_MARKS, NEW_BEGINNING = "(|,", "“:-."
MAY_BEGIN = OPENING_MARKS + NEW_BEGINNING
VERBAL = "VdzBHMO"
NOMINAL = "DPA'#IF"
SHORTEST_WITH_ENDING = 4
FEW_CAPITALS = 3
TAG_SOURCE = frozenset("DPANE#'FI")
"""What the source in a speech tag is made of."""


class ShapeReader:
    """Gives every token of a text its class."""

    def __init__(self, language: Language) -> None:
        self.lexicon: dict[str, str] = {}
        self.lemmas: dict[str, str] = {}
        self._add_verbs(language)
        for word, name in language.table("function_words").items():
            self.lexicon[word] = CODES[name]
            self.lexicon[word.replace("'", "’")] = CODES[name]
        for word in language.words("time_words"):
            self.lexicon[word] = "Y"
        for word in language.words("adjectives"):
            self.lexicon.setdefault(word, "A")
        for word in language.words("nouns"):
            self.lexicon[word] = "g" if self.lexicon.get(word) == "G" else self.lexicon.get(word, "N")
        self.known = {word: code for word, code in self.lexicon.items() if not word[0].isupper() and (word[0].isalnum() or word[0] in "'’")}
        self.known |= {mark: code for mark, code in MARKS.items() if mark not in self.known}
        self.ambiguous = re.compile(AMBIGUOUS)
        self.articles = language.words("articles")
        self.standing = language.words("standing_determiners")
        self.invariant = frozenset(base for base, past in language.table("irregular_verbs").items() if past.split()[0] == base)
        irregular = language.table("irregular_verbs")
        self.telling = frozenset(irregular[base].split()[0] for base in clause_cues(language) if base in irregular)
        self.tag_cues = tag_cues(language)
        self.never_nouns = language.words("calendar_names")
        self.before_be = language.words("words_before_contracted_be")
        self.channels = language.words("speech_channels")
        self.focus_adverbs = language.words("focus_adverbs")
        self.agents = words_of_class(language, "by")
        self.whose = words_of_class(language, "possessive-relative")
        self.noun_endings = tuple(sorted(language.words("noun_endings")))
        self.adjective_endings = tuple(sorted(language.words("adjective_endings")))
        self.adverb_endings = tuple(sorted(language.words("adverb_endings")))
        self.bare_clauses = BareClauses(language, self.lexicon, self.invariant)
        self._alone = Remembered(self._class_alone)

    def _add_verbs(self, language: Language) -> None:
        irregular, nouns, doubling = language.table("irregular_verbs"), language.words("verb_nouns"), language.words("doubling_verbs")
        self.cue_heads = heads = {cue.split()[0] for cue in language.table("cues")}
        for base in sorted(language.words("verbs") | irregular.keys() | nouns | {head for head in heads if head.isalpha()}):
            for form, part in forms(base, irregular, doubling).items():
                code = VERB_CODES[part]
                if base in nouns and part in ("base", "third"):
                    code = VERB_OR_NOUN[code]
                if form not in self.lexicon or form == base:
                    self.lexicon[form] = code
                    self.lemmas[form] = base

    def read(self, tokens: Tokens, opening: frozenset[int], closing: frozenset[int]) -> str:
        """The shape of all tokens; ``opening`` and ``closing`` are the offsets of the quotation marks."""
        codes = list(map(self._alone.__getitem__, tokens.words))
        _set_quotation_marks(tokens, codes, closing, "”")
        _set_quotation_marks(tokens, codes, opening, "“")
        self._set_capitalised(tokens, codes, self._set_unknown(tokens, codes))
        return _Resolver(tokens.lower, codes, self).run(tokens.sentence_starts)

    def _set_unknown(self, tokens: Tokens, codes: list[str]) -> list[int]:
        """Sets the classes of marks that are in no list; returns which tokens begin with a capital."""
        capitals: list[int] = []
        words = tokens.words
        for i in [i for i, code in enumerate(codes) if not code]:
            if words[i][0].isupper():
                capitals.append(i)
            else:
                codes[i] = self._mark(tokens, i, words[i])
        return capitals

    def _class_alone(self, word: str) -> str:
        """The class of a word that needs no other to tell it; nothing for words with a capital and for marks in no list."""
        known = self.known.get(word)
        if known is not None:
            return known
        if word[0].isupper() or not word[0].isalnum():
            return ""
        low = word.lower()
        known = self.lexicon.get(low)
        if known is not None:
            return known
        return "#" if low[0].isdigit() else self._by_ending(low)

    def _set_capitalised(self, tokens: Tokens, codes: list[str], capitals: list[int]) -> None:
        """Sets the classes of words with a capital, sentence by sentence: in a headline a capital shows nothing."""
        starts = tokens.sentence_starts
        for sentence, group in itertools.groupby(capitals, tokens.sentence_at):
            here = list(group)
            first, stop = starts[sentence], starts[sentence + 1]
            title = len(here) > FEW_CAPITALS and _is_title_case(tokens.words[first:stop], len(here))
            for i in here:
                fresh = title or i == first or (codes[i - 1] in MAY_BEGIN and _begins_sentence(codes, i, first))
                codes[i] = self._capitalised(tokens, i, fresh)

    def _capitalised(self, tokens: Tokens, i: int, fresh: bool) -> str:
        """The class of a word with a capital; ``fresh`` says that it may have it only because of where it stands."""
        word, low = tokens.words[i], tokens.lower[i]
        if word == "I":
            return "p"
        if low in self.never_nouns:
            return "E" if tokens.lower[i + 1 : i + 2] in (["'s"], ["’s"]) else "Y"
        known = self.lexicon.get(low)
        if not fresh:
            return "d" if known == "d" and self._is_capitalised_cue(tokens, i) else "E"
        if len(word) > 1 and known is not None and known not in CLOSED and word.isupper():
            return "E"
        return self._opening_word(tokens, i, low, known)

    def _is_capitalised_cue(self, tokens: Tokens, i: int) -> bool:
        """Whether a cue has a capital for no reason: “Not us,” Holt, the head of Orrel FM, Tweeted on Friday"""
        words = tokens.words[i - 1 : i + 2]
        return len(words) == 3 and words[0] == "," and words[2].islower() and self.lemmas.get(tokens.lower[i]) in self.cue_heads

    def _by_ending(self, word: str) -> str:
        """The class of a word in no list."""
        if len(word) > SHORTEST_WITH_ENDING and word.endswith(self.adverb_endings):
            return "R"
        if word.endswith(self.adjective_endings):
            return "A"
        return {"past": "d", "ing": "G"}.get(regular_form(word), "N")

    def _opening_word(self, tokens: Tokens, i: int, low: str, known: str | None) -> str:
        """The class of a capitalised word where a sentence begins: a name, or a word like any other."""
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else "."
        if (known is None or known in "ANx") and (after[0].isupper() or (after == "," and tokens.lower[i + 2 : i + 3] == ["who"])):
            return "E"
        beyond = tokens.lower[i + 2] if i + 2 < len(tokens.words) else "."
        if known == "v" and self.lexicon.get(after.lower(), "N") in "Vd" and after.islower():  # "Quell asked"
            return "E"
        if known == "M" and after[0].isupper() and self.lexicon.get(beyond, "N") in VERBAL:  # "Will Marsh said"
            return "E"
        if known is not None:
            return known
        if self.lexicon.get(after.lower(), "N") in VERBAL:  # "Kelly said", "Hillary was"
            return "E"
        if low.endswith(self.noun_endings):
            return "N"
        return "A" if low.endswith(self.adjective_endings) else "R" if low.endswith(self.adverb_endings) else "E"

    def _mark(self, tokens: Tokens, i: int, word: str) -> str:
        """The class of a mark, or of a word that begins with one."""
        first = word[0]
        if first in "'’":
            known = self.lexicon.get(tokens.lower[i])
            if known:
                return known
            if i and tokens.lower[i - 1].endswith("s") and tokens.ends[i - 1] == tokens.starts[i]:
                return "'"
        if first in "@#" and len(word) > 1:
            return "E"
        if first in ".-":
            return first
        return "#" if word in "$€£¥" else "|"


def _set_quotation_marks(tokens: Tokens, codes: list[str], offsets: frozenset[int], code: str) -> None:
    """Quotation marks are what the finder of quotations has found to be such."""
    token = 0
    for offset in sorted(offsets):
        token = tokens.first_at(offset, token)
        if token < len(codes) and tokens.starts[token] == offset and not tokens.words[token][0].isalnum():
            codes[token] = code


def _begins_sentence(codes: list[str], i: int, first: int) -> bool:
    """Whether a word is the first of its sentence, or of what follows a quotation mark, colon or dash in it."""
    i -= 1
    while i >= first and codes[i] in OPENING_MARKS:
        i -= 1
    return i < first or codes[i] in NEW_BEGINNING


def _is_title_case(words: list[str], capitals: int) -> bool:
    """A headline: most longer words begin with a capital, as so many words of all lengths do."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    least = 0.8 * len(longer)
    return len(longer) > FEW_CAPITALS and capitals >= least and sum(word[0].isupper() for word in longer) >= least


class _Resolver:
    """Decides the words that can be of two classes, from left to right."""

    def __init__(self, lower: list[str], raw: list[str], reader: ShapeReader) -> None:
        self.lower = lower
        self.raw = raw
        self.reader = reader
        self.choices = {
            "x": self._base_or_noun, "v": self._base_or_finite, "z": self._third_or_noun, "d": self._past_or_participle,
            "G": self._ing, "g": self._ing_or_noun, "'": self._clitic, "h": self._her, "n": self._participle,
            "T": self._that, "R": self._adverb, "S": self._once,
        }  # fmt: skip

    def run(self, sentence_starts: list[int]) -> str:
        """The shape with every choice made."""
        raw, choices, ambiguous = self.raw, self.choices, self.reader.ambiguous.finditer
        joined = "".join(raw)
        for first, stop in itertools.pairwise(sentence_starts):
            self.first, self.stop = first, stop
            for match in ambiguous(joined, first, stop):
                i = match.start()
                before = raw[i - 1] if i > first else "R"
                raw[i] = choices[raw[i]](i, self._before(i) if before in PASSED_OVER else before)
        self.reader.bare_clauses.mend(self.lower, raw, sentence_starts)
        return "".join(raw)

    def _before(self, i: int) -> str:
        """The class, already chosen, of the token before that is no adverb and no quotation mark."""
        i -= 1
        while i >= self.first and self.raw[i] in PASSED_OVER:
            i -= 1
        return self.raw[i] if i >= self.first else "."

    def _next(self, i: int) -> str:
        """The raw class of the next token that is no adverb and no quotation mark."""
        i += 1
        while i < self.stop and self.raw[i] in "R”“X":
            i += 1
        return self.raw[i] if i < self.stop else "."

    def _base_or_noun(self, i: int, before: str) -> str:
        if before in "tMOX":
            return "N" if before == "t" and i > 1 and self.raw[i - 2] == "c" else "v"
        if before == "p" or before == "W":
            return "V"
        after = self._next(i)
        if before == "D" and self.lower[i - 1] in self.reader.standing and (after in "To" or self.lower[i + 1 : i + 2] == ["it"]):
            return "V"
        if before in NOMINAL:
            return "N"
        if before == "E" and self._is_described(i):
            return "N"
        if before in "NE":
            return self._invariant_after_noun(i, after) or self._plain_after_noun(i, before, after)
        if before in "&b,":
            if self.raw[i - 1] == "”" and after in "#D":  # “...,” read one; “...,” read the letter
                return "V"
            return ("v" if "v" in self.raw[self.first : i] else "V") if after in "DPoTph" else "N"
        return "v" if after in "DPoph" else "N"

    def _invariant_after_noun(self, i: int, after: str) -> str:
        """The class of "cut", "hit", "set" after a noun, where the next word tells: "hit back", "cut his arm", "rates set by the bank"."""
        if self.lower[i] not in self.reader.invariant or i + 1 >= self.stop:
            return ""
        if self.lower[i + 1] in self.reader.agents:
            return "n"
        return "V" if after in ".,:rPo" or self.raw[i + 1] == "“" else ""

    def _plain_after_noun(self, i: int, before: str, after: str) -> str:
        """The class of a base form after a noun or a name: a verb only after a plural, and with an object or a clause."""
        plural = self.lower[i - 1].endswith("s") or before == "E"
        if not plural:
            return "N"
        if (after == "." and self._closes_tag(i)) or (before == "N" and after in "E#A") or (after == "I" and self._follows_quotation(i)):
            return "V"
        return "V" if after in "DPTowfptah" and not (before == "E" and after in "ta") else "N"

    def _closes_tag(self, i: int) -> bool:
        """Whether a plural noun and a cue stand alone between a comma and a full stop: "The mill was sold, court records show."."""
        k = i - 1
        while k > self.first and self.raw[k] in TAG_SOURCE:
            k -= 1
        return self.raw[k] == "," and k > self.first + 1 and self.lower[i] in self.reader.tag_cues and not self._lists(k)

    def _lists(self, comma: int) -> bool:
        """Whether the words before a comma are all nouns, as in a list."""
        return not any(code in VERBAL for code in self.raw[self.first : comma])

    def _is_described(self, i: int) -> bool:
        """Whether a name before a word belongs to it: "in a Herald interview that", not "Vane's rivals claim that"."""
        k = i - 1
        while k > self.first and self.raw[k] == "E":
            k -= 1
        return self.raw[k] in "DP'" and not self.lower[i - 1].endswith("s")

    def _base_or_finite(self, i: int, before: str) -> str:
        if before == "D" and self.lower[i - 1] in self.reader.standing:  # "few agree"
            return "V"
        if before in "DPA'":
            return "N" if self._next(i) not in "DPoTp" else "V"
        if before in "tMOX":
            return "v"
        return "v" if before == "&" and "v" in self.raw[self.first : i] else "V"

    def _third_or_noun(self, i: int, before: str) -> str:
        if before in "pW" or (before in "NE" and self._ends_tag(i)):
            return "V"
        if before in NOMINAL:
            return "N"
        if before in "tMOXVvGnBH":
            return "N"
        after = self._next(i)
        if after == "P" and self.lower[i + 1] in self.reader.whose:  # "in swing states whose votes count"
            return "N"
        if i == self.first and after == "T":  # "Reports that he left are wrong"
            return "N"
        if before in "NE" and self.raw[i + 1 : i + 3] == ["r", ","]:  # ", as Vane points out,"
            return "V"
        if before == "E" and after == "a" and i > 1 and self.raw[i - 2] in "FI":  # "rated most of Dunmarsh claims as"
            return "N"
        if before in "E”),-":
            return "V" if after in "DPTowfpt:EhAGIa#" or (i + 1 < self.stop and self.raw[i + 1] == "“") else "N"
        quoted = "“" in self.raw[i + 1 : i + 2] or self.raw[i + 1 : i + 3] == [":", "“"]
        if self.raw[i + 1 : i + 3] == ["A", "a"]:  # "harbor walks such as"
            return "N"
        if after == "t" and self.raw[i + 1 : i + 3] not in (["t", "v"], ["t", "x"]):  # "the grain stores to rented barns"
            return "N"
        return "V" if (quoted or after in "DPTowfpthE#A") and not self.lower[i - 1].endswith("s") else "N"

    def _past_or_participle(self, i: int, before: str) -> str:
        if before in "BH" or (before == "X" and self.raw[i - 2] in "BH"):
            return "n"
        after = self._next(i)
        if before == "A" and self.lower[i] in self.reader.telling:  # "the firm said sales rose"
            return "V"
        if before in "DPA'#IF" and after in "NEAxzG#d":
            if before == "D" and self.lower[i - 1] in self.reader.standing and self.raw[i + 1] in "“d":
                return "V" if self.raw[i + 1] == "“" else "n"  # "some chanted “..."; "those polled said"
            return "A"
        if before == "P" or (before == "D" and self.lower[i - 1] in self.reader.articles):
            return "N"
        if i + 1 < self.stop and self.lower[i + 1] in self.reader.agents and self._is_agent(i + 2):
            return "n"
        if before == "O" or before == "M":
            return "v"
        return "V"

    def _is_agent(self, i: int) -> bool:
        """Whether somebody is named after "by": not "said by telephone", "said by shouting"."""
        return i >= self.stop or (self.raw[i] != "G" and self.lower[i] not in self.reader.channels)

    def _participle(self, i: int, before: str) -> str:
        if before in "DPA" and self._next(i) in "NEAxzG":
            return "A"
        return "n"

    def _ing(self, i: int, before: str) -> str:
        if before in "DPA'" and self._next(i) not in "DPoTph":
            return "A" if self._next(i) in "NxzA" else "N"
        return "G"

    def _ing_or_noun(self, i: int, before: str) -> str:
        """A listed noun in -ing ("a court filing") is a verb form only with an object of its own."""
        return "G" if before not in "DPA'NE#" and self._next(i) in "DPoTph" else "N"

    def _clitic(self, i: int, before: str) -> str:
        if before in "pWw" or self.lower[i - 1] in self.reader.before_be:
            return "B"
        after = self._next(i)
        if after in "TM" or (after == "D" and self.lower[i + 1] in self.reader.articles):
            return "B"
        return "B" if i + 1 < self.stop and self.raw[i + 1] == "X" else "'"

    def _ends_tag(self, i: int) -> bool:
        """Whether a word closes a speech tag: “...,” Vane notes; “...,” Vane points out."""
        return self._next(i) in ".,;:r" and self._follows_quotation(i)

    def _follows_quotation(self, i: int) -> bool:
        """Whether nothing but a source stands between a quotation that ends in a comma and a word: “...,” the Danes state"""
        k = i - 1
        while k >= self.first and self.raw[k] in TAG_SOURCE:
            k -= 1
        return k > self.first and self.raw[k] == "”" and self.raw[k - 1] in ",."

    def _once(self, i: int, before: str) -> str:
        """An adverb before the verb of a subject ("he once said"), else it opens a clause ("once he came")."""
        return "R" if before in "NEpW)," and self._next(i) in "VdBHMOv" else "s"

    def _her(self, i: int, before: str) -> str:
        return "P" if self._next(i) in "NAxzEGg#dvn" else "o"

    def _that(self, i: int, before: str) -> str:
        """A determiner only after a preposition ("of that figure"); else it opens a clause or stands for one."""
        return "D" if before in "IFt" and self._next(i) in "NxA" else "T"

    def _adverb(self, i: int, before: str) -> str:
        """An -ly word before a noun and after a determiner is an adjective ("the early vote")."""
        describes = before in "DP" and self.raw[i - 1] in "DP" and self._next(i) in "NxzE"
        return "A" if describes and self.lower[i] not in self.reader.focus_adverbs else "R"
