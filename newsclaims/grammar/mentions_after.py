"""Reading a mention away from the cue: said Orla Vane, 65, the harbor master of Orrel, who ..."""

from __future__ import annotations

from newsclaims.grammar.mention import Mention
from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.grammar.walking import past, past_one
from newsclaims.grammar.word_classes import (
    ADVERB,
    AND,
    BEFORE_SETTING,
    BEFORE_TIME,
    COMMA,
    DETERMINER,
    ED_FORM,
    FINITE,
    NAME,
    NOUN,
    NUMBER,
    OF,
    OPEN_QUOTE,
    PARTICIPLE_OR_ADJECTIVE,
    PARTICIPLES,
    PHRASE_STOP,
    PREPOSITION,
    PREPOSITION_OR_TO,
    PRONOUNS,
    RELATIVE,
    RELATIVE_OR_THAT,
    TIME,
    TIME_AFTER,
    TIME_MODIFIER,
    VERB,
    WHEN_OR_WHAT,
    phrase_pattern,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import is_regular_past

ATTACHMENTS = 4
APPOSITIVES = 3


class ReaderAfter:
    """Reads the mention that begins at a token."""

    __slots__ = ("_attaching", "_bodies", "_lower", "_phrase", "_rough", "_settings", "_shape", "_times", "_whose", "_within")

    def __init__(self, lower: list[str], shape: str, language: Language, rough: RoughNumbers) -> None:
        self._lower = lower
        self._shape = shape
        self._phrase = phrase_pattern().match
        self._attaching = language.words("attaching_prepositions")
        self._times = language.words("time_nouns")
        self._bodies = language.words("organization_nouns")
        self._within = language.words("setting_prepositions")
        self._settings = language.words("speech_settings")
        self._rough = rough
        self._whose = words_of_class(language, "possessive-relative")

    def read(self, start: int, high: int, *, attach: bool) -> Mention | None:
        """The mention that begins at token ``start``, before token ``high``: "the mayors of Orrel and Vesk"."""
        shape = self._shape
        start = past(shape, start, high, ADVERB)
        core = self._rough.past(start, high)
        match = self._phrase(shape, core, high)
        if match is None or match.end() == core:
            return None
        head = match.end() - 1
        end = self._attached(match.end(), high) if shape[head] not in PRONOUNS else match.end()
        end = self._without_time(start, head, end)
        if end < high and shape[end] == AND:
            end = self._coordinated(end, high)
        if attach:
            end = self._with_appositives(self._with_relative(end, high), high)
        return Mention(start, end - 1, core, head, "after")

    def _without_time(self, start: int, first: int, end: int) -> int:
        """Back over a time that only follows a name: "Vane last week"."""
        if end - 1 > first or self._lower[end - 1] not in self._times:
            return end
        while (
            end - 1 > start
            and (self._lower[end - 1] in self._times or self._shape[end - 1] in TIME_MODIFIER)
            and NAME in self._shape[max(start, end - 4) : end - 1]
        ):
            end -= 1
        return end

    def _coordinated(self, end: int, high: int) -> int:
        """Past "and Prokop", where that is no new subject: "said Vane and Prokop", not "said Vane and Prokop left"."""
        shape = self._shape
        while end + 1 < high and shape[end] == AND:
            more = self._phrase(shape, end + 1, high)
            if more is None or (more.end() < high and shape[more.end()] in FINITE):
                break
            end = self._attached(more.end(), high)
        return end

    def _attached(self, end: int, high: int) -> int:
        """Past "of the ministry", "for the city", "in Kyiv": what belongs to a common noun."""
        shape = self._shape
        for _ in range(ATTACHMENTS):
            if end >= high:
                break
            if end + 1 < high and self._goes_on(end):
                end += 1
            elif shape[end] == OF or (
                shape[end] in PREPOSITION_OR_TO and self._lower[end] in self._attaching and self._takes_on(end, high)
            ):
                match = self._phrase(shape, end + 1, high)
                if match is None or match.end() == end + 1 or self._is_setting(end + 1, match.end()):
                    break
                end = match.end()
            else:
                break
        return end

    def _takes_on(self, end: int, high: int) -> bool:
        """Whether what a preposition opens belongs to the phrase before: "a lawyer for the city", "the Center for Norland Progress"."""
        if self._shape[end - 1] != NAME:
            return True
        if self._lower[end - 1] not in self._bodies:
            return False
        at = past_one(self._shape, end + 1, high, DETERMINER)
        return self._shape[at : at + 1] == NAME or (
            at > end + 1 and self._shape[at : at + 3] == NOUN + OF + NAME
        )  # "for the Study of Tides"

    def _is_setting(self, first: int, end: int) -> bool:
        """Whether a phrase says when or in what medium something was said: "in a statement", "at the time"."""
        return self._lower[end - 1] in self._times or (self._lower[end - 1] in self._settings and self._lower[first - 1] in self._within)

    def _goes_on(self, end: int) -> bool:
        """Whether a participle or a preposition stands here that a phrase goes on with: "the aide named in the case"."""
        shape = self._shape
        before, code, after = shape[end - 1], shape[end], shape[end + 1]
        return (
            (code in PARTICIPLE_OR_ADJECTIVE and after in BEFORE_SETTING)
            or (code == PREPOSITION and after == TIME and before in ED_FORM)
            or (code == TIME and before in BEFORE_TIME)
            or (code == VERB and after in TIME_AFTER and is_regular_past(self._lower[end]))
        )

    def _with_relative(self, end: int, high: int) -> int:
        """Over a relative clause without a comma, which tells who is meant: "said a woman who declined to be named"."""
        who = end < high and self._shape[end] == RELATIVE and self._shape[end - 1] == NOUN
        return self._to_comma(end, end + 1, high, relative=True) if who else end

    def _with_appositives(self, end: int, high: int) -> int:
        """Over ", 65, the committee's chairman, who ..." after a source, piece by piece, each to the next comma."""
        kept = end
        for _ in range(APPOSITIVES):
            stop = self._appositive(end, high)
            if stop == end:
                break
            if self._shape[end + 1 : stop] != NUMBER:
                kept = stop
            end = stop
        return kept

    def _appositive(self, end: int, high: int) -> int:
        """One past an appositive or relative clause that begins with the comma at ``end``; ``end`` where there is none."""
        shape = self._shape
        if end + 1 >= high or shape[end] != COMMA or shape[end + 1] in PRONOUNS:
            return end
        relative = shape[end + 1] == RELATIVE or self._lower[end + 1] in self._whose
        stop = end + 2
        if not relative:
            match = self._phrase(shape, end + 1, high)
            if match is None or match.end() == end + 1 or shape[end + 1] in PARTICIPLES or self._lower[match.end() - 1] in self._times:
                return end
            stop = match.end()
        return self._to_comma(end, stop, high, relative=relative)

    def _to_comma(self, end: int, stop: int, high: int, *, relative: bool) -> int:
        """From ``stop`` to the next mark; ``end`` where a clause of its own shows that it was no appositive."""
        shape = self._shape
        while stop < high and shape[stop] not in PHRASE_STOP:
            if shape[stop] in RELATIVE_OR_THAT:
                relative = True
            elif not relative and (shape[stop] in WHEN_OR_WHAT or shape[stop] in FINITE):
                return end
            stop += 1
        return end if stop < high and shape[stop] == OPEN_QUOTE else stop  # "said Vane, who called it “bold”"
