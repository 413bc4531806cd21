"""Does a sentence end at this mark? Punkt decides about abbreviations, initials and ellipses; the rest needs no engine."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Any, NamedTuple

from newsclaims.language import Language
from newsclaims.readable import FILLER

WORD_REACH = 40  # characters looked at on either side of a mark: no abbreviation and no sentence starter is longer
TAG_REACH = 120  # characters in which a speech tag must come to its verb
OPENER_REACH = 30  # characters of a beginning that may be too short for a sentence: "At 5 a.m."
OPENER_WORDS = 4
MOST_PAIRS = 4096  # abbreviations with what follows whose answers are kept
ENUMERATOR_REACH = 8  # characters of "(iii)." with its bullet
ITEM_REACH = 300  # characters of an item of a list, or of a sentence in brackets
ZONE_LENGTHS = range(2, 6)  # letters of a time zone: "ET", "AEST"
DOTTED = "u.s."  # stands for every abbreviation with dots inside: Punkt treats them alike
CAPITALISED = "Xx"  # stands for every word with a capital that is no usual sentence starter: those are alike to Punkt too
SMALL_INSIDE = 1 << 5  # Punkt's sign for a word seen in small letters inside a sentence; it has only a private name there
FULL_ELLIPSIS = 4  # dots: three for what is left out, one for the full stop

QUOTE_MARKS = "\"'”’»›〉」』«‹“‘"
BRACKETS = ")]}"
OPENING = f"\"'“‘«‹„‚「『([{{*_¿¡{FILLER}"
DASHES = "-–—―"
LEFT_OUT = ("...", "…")
ELLIPSIS_REACH = 6  # characters of an ellipsis with its space
GUILLEMETS = "»›"
NO_START = ",;:.!?…)]}/&%=+<>|~^”’»›"  # a sentence does not begin with these


class Mark(NamedTuple):
    """A run of sentence-final marks with all that closes after it, in its place in the text.

    ``begin`` is where the sentence so far begins, ``start`` where the marks start, ``stop`` where
    marks and closing marks end, ``following`` the next visible character, ``run`` the marks, ``closing`` what closes.
    """

    begin: int
    start: int
    stop: int
    following: int
    run: str
    closing: str


class SentenceEnds:
    """Decides about one mark at a time, with the word lists of a language."""

    def __init__(self, language: Language) -> None:
        words = language.words
        either = _with_capitals(words("abbreviations"))
        self._dotted = re.compile(r"[^\W\d_]{1,2}(?:\.&?[^\W\d_]{1,2})+")
        titles = {part for title in words("titles") for part in title.split() if part.endswith(".")}
        titles = {part for part in titles if not self._dotted.fullmatch(part[:-1])}  # "U.S. Sen." says nothing about "U.S."
        self._never = _with_capitals(words("abbreviations_before_names") | titles) - either
        numbered = {word for name in ("months", "weekdays") for word in words(name) if word.endswith(".")}
        self._before_numbers = words("abbreviations_before_numbers") | numbered
        self._before_letters = words("abbreviations_before_letters")
        self._either = either
        self._titles = words("titles")
        self.special = self._never | self._before_numbers | self._before_letters | either | words("clock_abbreviations")
        self._clock = words("clock_abbreviations")
        self._after_clock = words("after_clock_times") | words("weekdays") | words("months")
        self._calendar = words("weekdays") | words("months")
        self._openers = words("sentence_openers")
        self._tag_verbs = words("speech_tag_verbs")
        self._tag_particles = words("tag_particles")
        self._adverb_endings = tuple(words("adverb_endings"))
        self._starters = words("sentence_starters")
        self._enumerator = re.compile(r"[^\w]{0,3}(?:\d{1,3}|[^\W\d_]|[ivx]{1,5})")
        self._abbreviations = either | self._never

    def at(self, text: str, mark: Mark, end: int) -> int | None:
        """Where the sentence ends if it ends at this mark (character offset, exclusive), or ``None``."""
        if mark.start == mark.begin:
            return None
        if " " in mark.run or "\xa0" in mark.run:
            return _at_spaced_dots(text, mark)
        if not self._can_begin(text, mark, end):
            return None
        if mark.run[0] in DASHES:  # speech that breaks off: “If only—”
            return mark.stop if self._at_dash(text, mark, end) else None
        if mark.run == ".":
            return mark.stop if self._at_period(text, mark, end) else None
        if set(mark.run) <= {".", "…"}:
            return mark.stop if self._at_ellipsis(text, mark, end) else None
        return mark.stop if self._at_exclamation(text, mark, end) else None

    def _can_begin(self, text: str, mark: Mark, end: int) -> bool:
        """Whether what follows can be the beginning of a sentence."""
        at = mark.following
        first = text[at]
        if first.isupper():
            return True
        if first.islower():  # names such as "iWeather", items such as "b) two"
            return not _word_at(text, at, end).islower() or _is_item(text, at, end)
        if text.startswith(LEFT_OUT, at):
            return text[at : min(end, at + ELLIPSIS_REACH)].lstrip(".… ")[:1].isupper()
        if first in GUILLEMETS and text[at + 1 : at + 2].isupper():  # »It rained.«
            return True
        if first in NO_START or _belongs_to_quotation(text, mark, end):
            return False
        return _opens_words(text, at, end) if first in OPENING or first in DASHES else True

    def between_words(self, text: str, at: int, end: int) -> bool:
        """Whether a sentence begins at ``at`` though no space stands before it: "Tuesday.The rain"."""
        word = _word_at(text, at, end)
        return word.lower() in self._starters or f"{word}." in self._never or word in self._titles

    def _at_period(self, text: str, mark: Mark, end: int) -> bool:
        if mark.start - mark.begin <= ENUMERATOR_REACH and self._enumerator.fullmatch(text, mark.begin, mark.start):
            return False
        word = _last_part(_word_before(text, mark))
        if f"{word}." in self._never:
            return False
        if f"{word}." in self._before_numbers and text[mark.following].isdigit():
            return False
        if f"{word}." in self._before_letters and _is_letter(text, mark.following):
            return False
        if not self._may_abbreviate(word):
            return True
        if any(char in BRACKETS for char in mark.closing) or text[mark.following] in DASHES or self._is_opener(text, mark):
            return False
        return self._at_abbreviation(text, word, mark.following, end)

    def _may_abbreviate(self, word: str) -> bool:
        initial = len(word) == 1 and word.isalpha()
        return initial or f"{word}." in self._either or self._dotted.fullmatch(word) is not None

    def _at_abbreviation(self, text: str, word: str, at: int, end: int) -> bool:
        """Whether a sentence ends with the abbreviation or initial ``word`` when ``text[at:]`` follows."""
        following = _word_at(text, at, end)
        if f"{word}." in self._clock:
            zone = following.isupper() and len(following) in ZONE_LENGTHS
            return following[:1].isupper() and not zone and following not in self._after_clock
        if len(word) > 1 and text.startswith(f"{following}:", at):  # a label: "... in Washington, D.C. Photo: ..."
            return True
        return self._punkt_ends(DOTTED if "." in word else f"{word}.", following)

    def _at_ellipsis(self, text: str, mark: Mark, end: int) -> bool:
        if mark.run.endswith(".") and mark.run.count(".") + 3 * mark.run.count("…") == FULL_ELLIPSIS:
            return True
        if any(char in QUOTE_MARKS for char in mark.closing):
            return not self._is_tag(text, mark.following, end)
        return self._punkt_ends("...", _word_at(text, mark.following, end))

    def _at_exclamation(self, text: str, mark: Mark, end: int) -> bool:
        following = _word_at(text, mark.following, end)
        if f"{following}." in self._either and text.startswith(f"{following}.", mark.following):  # a name: "Wow! Inc."
            return False
        if not any(char in QUOTE_MARKS for char in mark.closing):
            return True
        return following not in self._calendar and not self._is_tag(text, mark.following, end)  # the song “Hello!” Sunday

    def _at_dash(self, text: str, mark: Mark, end: int) -> bool:
        return text[mark.following].isupper() and mark.closing[0] in QUOTE_MARKS and not self._is_tag(text, mark.following, end)

    def _is_opener(self, text: str, mark: Mark) -> bool:
        """Whether the sentence so far is only the opening of one: "At 5 a.m."."""
        if mark.start - mark.begin > OPENER_REACH:
            return False
        words = text[mark.begin : mark.start].split()
        return len(words) <= OPENER_WORDS and words[0].strip(OPENING) in self._openers

    def _punkt_ends(self, word: str, following: str) -> bool:
        if not following:
            return True
        if len(following) > 1 and following.isalpha() and following.istitle() and following.lower() not in self._starters:
            following = CAPITALISED
        return _sentence_ends(self._abbreviations, self._starters, word, following)

    def _is_tag(self, text: str, at: int, end: int) -> bool:
        """Whether a speech tag follows: a name and right after it a verb of saying ("Ann Lee asked")."""
        words = text[at : min(end, at + TAG_REACH)].split()
        first = words[0]
        if not first[0].isupper() or (first != "I" and first.lower() in self._starters):
            return False
        for word in words[1:]:
            if word.rstrip(".,:;") in self._tag_verbs:
                return True
            if not (word[0].isupper() or word in self._tag_particles or word.endswith(self._adverb_endings)) or word[-1] in ",;:!?":
                return False
        return False


def _at_spaced_dots(text: str, mark: Mark) -> int | None:
    """Where a sentence ends in ". . . .": the first dot is the full stop if it stands at the word, else the last."""
    if not text[mark.following].isupper() or mark.run.count(".") < FULL_ELLIPSIS:
        return None
    if mark.closing:
        return mark.stop
    return mark.stop if text[mark.start - 1].isspace() else mark.start + 1


def _is_letter(text: str, at: int) -> bool:
    """Whether a capital stands alone, as a part is called: "A", not "An"."""
    return text[at].isupper() and not text[at + 1 : at + 2].isalnum()


def _is_item(text: str, at: int, end: int) -> bool:
    """Whether an item of a list starts here: "b)", with "c)" not far behind."""
    if not text.startswith((")", ".)"), at + 1):
        return False
    return text.find(f" {chr(ord(text[at]) + 1)}{text[at + 1]}", at, min(end, at + ITEM_REACH)) > 0


def _belongs_to_quotation(text: str, mark: Mark, end: int) -> bool:
    """Whether a signature or a reference follows a quotation: “Onward.” — Ann Lee; “Onward.” (Lee 55)"""
    if not any(char in QUOTE_MARKS for char in mark.closing):
        return False
    first = text[mark.following]
    return first in DASHES or (first == "(" and not _is_whole_sentence(text, mark.following, end))


def _opens_words(text: str, at: int, end: int) -> bool:
    """Whether words that can begin a sentence follow an opening mark or a dash."""
    inner = at + 1
    while inner < min(end, at + 4) and (text[inner] in OPENING or text[inner] in DASHES or text[inner] == " "):
        inner += 1
    return inner < end and (not text[inner].islower() or text[at] not in "([{" + DASHES)


def _is_whole_sentence(text: str, at: int, end: int) -> bool:
    """Whether the bracket that opens here holds a sentence with its full stop: "(No reply came.)"."""
    close = text.find(")", at, min(end, at + ITEM_REACH))
    return close > 0 and text[at + 1].isupper() and text[close - 1] in ".?!…"


def _word_before(text: str, mark: Mark) -> str:
    words = text[max(mark.begin, mark.start - WORD_REACH) : mark.start].rsplit(None, 1)
    return words[-1].lstrip(OPENING) if words and not text[mark.start - 1].isspace() else ""


def _last_part(word: str) -> str:
    """ "Ariz" of "D-Ariz"."""
    return word if word.isalpha() else word[max(map(word.rfind, "-–/")) + 1 :]


def _word_at(text: str, at: int, end: int) -> str:
    words = text[at : min(end, at + WORD_REACH)].lstrip(OPENING + DASHES).split(None, 1)
    return words[0].strip(OPENING + NO_START).replace("’", "'") if words else ""


def _with_capitals(words: frozenset[str]) -> frozenset[str]:
    return words | {word[0].upper() + word[1:] for word in words} | {word.upper() for word in words if word[0].isupper()}


@functools.lru_cache(MOST_PAIRS)
def _sentence_ends(abbreviations: frozenset[str], starters: frozenset[str], word: str, following: str) -> bool:
    """Whether a sentence ends, to Punkt, between an abbreviation and what follows; the same few pairs make up most of any text."""
    # Only where it is asked: importing nltk costs more than all else that happens at first use.
    return len(list(_punkt(abbreviations, starters).sentences_from_tokens((word, following)))) > 1


@functools.lru_cache(maxsize=8)
def _punkt(abbreviations: frozenset[str], starters: frozenset[str]) -> Any:
    """Punkt (Kiss and Strunk 2006) with parameters from word lists instead of from training; nothing is downloaded."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # type: ignore[import-untyped]  # no types shipped

    parameters = PunktParameters()
    parameters.abbrev_types = {word.removesuffix(".").lower() for word in abbreviations} | {DOTTED[:-1]}
    parameters.sent_starters = set(starters)
    # Seen in small letters: where it has a capital, a sentence begins. Punkt's own defaultdict would grow with every word read.
    parameters.ortho_context = Counter(dict.fromkeys(starters, SMALL_INSIDE))
    return PunktSentenceTokenizer(parameters)
